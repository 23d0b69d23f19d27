#[http(body = { "code": code, "message": detail, ..extensions })]
enum ApiError {
    #[http(transparent, header("x-service" = name, "x-code" = code), extension(retries = 3), log = warn)]
    Stock {
        #[from]
        source: StockError,
        name: String,
    },
    #[http(503, headers = fields, tag(team = "orders", paged = true))]
    Unavailable { fields: HeaderMap },
}
