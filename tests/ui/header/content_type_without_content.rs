use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(header(CONTENT_TYPE = "application/vnd.api+json"))]
enum ApiError {
    #[error("nothing to send")]
    #[http(204, allow(success), header(CONTENT_TYPE = "text/csv"))]
    NoContent,
    #[error("reset")]
    #[http(205, allow(success))]
    ResetContent,
}

fn main() {}
