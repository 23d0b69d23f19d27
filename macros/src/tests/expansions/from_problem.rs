#[http(type_base = "https://example.com/problems")]
enum ApiError<T> {
    #[http(404)]
    NoAccount { id: u64 },
    #[http(401, mask)]
    SignIn,
    #[http(422, header("x-limit" = limit))]
    OutOfCredit {
        #[http(extension)]
        balance: T,
        limit: Option<u32>,
        #[http(default)]
        note: String,
    },
    #[http(429, retry_after = _0)]
    Limited(Duration),
    #[http(status = status)]
    Billing { status: StatusCode },
    #[http(match kind { Kind::Closed => 410, Kind::Limit(limit) => (429, extension(limit = limit)), _ => 500 })]
    Matched { kind: Kind },
    #[http(same_as = SignIn)]
    Hidden,
    #[http(transparent)]
    Stock(StockError),
    #[http(other)]
    Other(Problem),
}
