use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[error("no order")]
#[http(404, body = { "error": detail, "order": odrer, "at": place })]
struct NoOrder {
    order: u8,
}

fn main() {}
