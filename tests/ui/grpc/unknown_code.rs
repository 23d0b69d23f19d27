use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(grpc = UNKOWN)]
pub enum ApiError {
    #[error("a")]
    #[http(409, grpc = ABORT)]
    A,
    #[error("b")]
    #[http(409, grpc = Code::FailedPrecondition)]
    B,
    #[error("c")]
    #[http(409, grpc = "canceled")]
    C,
    #[error("d")]
    #[http(409, grpc = 10)]
    D,
    #[error("e")]
    #[http(match _0 { 0 => (409, grpc = TEAPOT), _ => 409 })]
    E(u8),
}

fn main() {}
