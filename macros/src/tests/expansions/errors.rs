enum ApiError {
    #[http(600)]
    OutOfRange,
    #[http(404, retry_after = wiat)]
    Limited { wait: Duration },
}
