enum ApiError {
    #[http(404, body = text)]
    Text,
    #[http(404, body = empty)]
    Empty,
    #[http(404, body = crate::Xml, extension(kind = "api"))]
    Xml,
    #[http(204, allow(success))]
    NoContent,
    #[error("gone")]
    #[http(410)]
    Constant,
}
