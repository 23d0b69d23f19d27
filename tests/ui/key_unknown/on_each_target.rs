use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(colour, default(500, colour))]
pub enum ApiError {
    #[error("variant")]
    #[http(404, colour)]
    Variant,
    #[error("arm")]
    #[http(match _0 { true => (404, colour), false => 410 })]
    Arm(bool),
    #[error("field")]
    #[http(404)]
    Field(#[http(colour)] u64),
}

#[derive(Debug, thiserror::Error, HttpError)]
#[error("struct")]
#[http(404, colour)]
pub struct Struct;

fn main() {}
