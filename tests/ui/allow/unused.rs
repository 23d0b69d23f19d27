#![deny(deprecated)]

use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(allow(leak, redirect), default(500, allow(success)))]
pub enum ApiError {
    #[error("a")]
    #[http(404, allow(missing_allow))]
    A,
    #[error("b")]
    #[http(303, header(LOCATION = "/"))]
    B,
    #[error("c")]
    #[http(match _0 { 0 => (401, allow(missing_www_authenticate, unregistered)), _ => 404 })]
    C(u8),
    #[error("d")]
    D,
    #[error("e")]
    #[http(404, code = "e", allow(duplicate_code))]
    E,
    #[allow(deprecated)]
    #[error("f")]
    #[http(404, allow(missing_allow))]
    F,
}

#[derive(Debug, thiserror::Error, HttpError)]
#[error("g")]
#[http(404, allow(success))]
pub struct G;

fn main() {}
