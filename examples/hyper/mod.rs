//! The service on hyper: `to_response` is all there is to it.

use std::convert::Infallible;
use std::error::Error;
use std::net::SocketAddr;

use http_body_util::Full;
use httperr::bytes::Bytes;
use httperr::http::{Request, Response};
use httperr::HttpError;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;

use crate::errors::ApiError;

fn error(path: &str) -> Result<Response<Bytes>, ApiError> {
    Err(ApiError::named(path.strip_prefix("/errors/").unwrap_or_default()))
}

async fn answer(request: Request<Incoming>) -> Result<Response<Full<Bytes>>, Infallible> {
    let response = error(request.uri().path()).unwrap_or_else(|error| error.to_response());
    Ok(response.map(Full::new))
}

/// Runs the service, and tells where it listens.
///
/// # Errors
///
/// If the port cannot be had.
pub fn serve(port: u16, listening: impl FnOnce(SocketAddr)) -> Result<(), Box<dyn Error>> {
    tokio::runtime::Runtime::new()?.block_on(async {
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", port)).await?;
        listening(listener.local_addr()?);
        loop {
            let (stream, _) = listener.accept().await?;
            let connection =
                http1::Builder::new().serve_connection(TokioIo::new(stream), service_fn(answer));
            // A client that goes away is no failure of the service.
            tokio::spawn(async { drop(connection.await) });
        }
    })
}
