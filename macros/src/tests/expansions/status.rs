enum ApiError {
    #[http(404)]
    NotFound,
    #[http(NOT_ACCEPTABLE)]
    NotAcceptable { accept: String },
    #[http(status = 503)]
    Unavailable(u8, u8),
}
