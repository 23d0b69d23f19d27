#[http(header(CACHE_CONTROL = "no-store"))]
enum ApiError {
    #[error("no account {id}")]
    #[http(404, mask)]
    NoAccount { id: u64 },
    #[http(same_as = NoAccount, log = info)]
    Forbidden,
    #[error("reading {0}")]
    #[http(500, expose)]
    Reading(String),
}
