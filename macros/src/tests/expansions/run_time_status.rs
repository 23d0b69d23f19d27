#[http(default = 500)]
enum UpstreamError {
    #[http(status = status, detail = "billing is not available")]
    Billing { status: StatusCode },
    #[http(status = StatusCode::GONE)]
    Gone,
    #[http(status = self::status_of(_0), allow(success))]
    Other(u8),
    Unknown,
}
