use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("a")]
    #[http(409, grpc)]
    A,
    #[error("b")]
    #[http(409, grpc(ABORTED))]
    B,
    #[error("c")]
    #[http(409, grpc = ABORTED, grpc = UNKNOWN)]
    C,
    #[error("d")]
    #[http(409, grpc_code = ABORTED)]
    D,
    #[error("e")]
    #[http(409, grpc = )]
    E,
    #[error("f")]
    #[http(409)]
    F(#[http(grpc = ABORTED)] u8),
}

fn main() {}
