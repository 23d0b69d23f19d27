use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(status = status, header("x-id" = id))]
pub enum ApiError {
    #[error("a")]
    #[http(mask)]
    A { status: u16, id: u8 },
    #[error("b")]
    #[http(mask)]
    B { id: u8 },
    #[error("c")]
    #[http(mask)]
    C { status: u16 },
}

fn main() {}
