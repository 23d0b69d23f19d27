enum ApiError {
    #[http(404)]
    NotFound,
    #[http(transparent)]
    Stock(#[from] StockError),
    #[http(transparent = inner.error())]
    Wrapped { inner: Wrapper },
}
