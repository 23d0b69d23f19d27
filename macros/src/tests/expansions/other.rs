enum ApiError {
    #[http(503)]
    Busy,
    #[http(other)]
    Other(Problem),
}
