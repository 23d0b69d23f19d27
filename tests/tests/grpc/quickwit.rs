//! The classes of errors of Quickwit, each of which has an HTTP status and a gRPC code, and no other facts.

use httperr::HttpError;
use tonic::Code;

#[derive(Debug, thiserror::Error, HttpError)]
#[error("text")]
#[http(expose, body = { "message": detail })]
enum ServiceError {
    #[http(400, grpc = ALREADY_EXISTS)]
    AlreadyExists,
    #[http(400)]
    BadRequest,
    #[http(403)]
    Forbidden,
    #[http(500)]
    Internal,
    #[http(404)]
    NotFound,
    #[http(408)]
    Timeout,
    #[http(429)]
    TooManyRequests,
    #[http(401, allow(missing_www_authenticate))]
    Unauthenticated,
    #[http(503)]
    Unavailable,
}

#[test]
fn every_class_of_quickwit_has_the_published_status_and_code() {
    use ServiceError::*;

    let published = [
        (AlreadyExists, 400, Code::AlreadyExists),
        (BadRequest, 400, Code::InvalidArgument),
        (Forbidden, 403, Code::PermissionDenied),
        (Internal, 500, Code::Internal),
        (NotFound, 404, Code::NotFound),
        (Timeout, 408, Code::DeadlineExceeded),
        (TooManyRequests, 429, Code::ResourceExhausted),
        (Unauthenticated, 401, Code::Unauthenticated),
        (Unavailable, 503, Code::Unavailable),
    ];
    for (error, http, grpc) in published {
        assert_eq!(error.status(), http, "{error:?}");
        let status = tonic::Status::from(error);
        assert_eq!((status.code(), status.message()), (grpc, "text"));
    }
}
