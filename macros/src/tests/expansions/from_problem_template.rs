#[http(
    crate = app::errors,
    body = { "ok": false, "error": { "code": code, "data": { ..extensions } }, "list": [param], ..more },
)]
enum ApiError {
    #[http(404)]
    NoAccount { param: String, more: Map },
    #[http(transparent = source, extension(shop = shop))]
    Stock { source: StockError, shop: String, param: u8, more: Map },
}
