//! A service on hyper, where the only call is `to_response`: `cargo run --example hyper`. `PORT` sets
//! the port, 3000 by default.

use std::convert::Infallible;
use std::error::Error;
use std::net::SocketAddr;
use std::time::Duration;

use http_body_util::Full;
use httperr::bytes::Bytes;
use httperr::http::{Request, Response};
use httperr::HttpError;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;

/// The errors of the handlers. Nothing here depends on the framework.
#[derive(Debug, thiserror::Error, HttpError)]
#[http(type_base = "https://orders.example/problems")]
pub enum ApiError {
    /// No order has this number.
    #[error("there is no order {id}")]
    #[http(404)]
    NoOrder {
        /// The number in the path.
        id: u64,
    },

    /// The request names no account.
    #[error("sign in first")]
    #[http(401, header(WWW_AUTHENTICATE = "Bearer realm=\"orders\""))]
    SignIn,

    /// There is not enough of the product.
    #[error("only {left} are left")]
    #[http(409)]
    OutOfStock {
        /// The number that can be ordered.
        #[http(extension)]
        left: u8,
    },

    /// The account sent too many requests.
    #[error("too many requests")]
    #[http(429, retry_after = wait, header("x-limit" = "60;window=60"))]
    Limited {
        /// The time until the next request is accepted.
        wait: Duration,
    },

    /// The order was rejected, for a reason that is any text.
    #[error("{0}")]
    #[http(422, header("x-reason" = _0), header(LINK = "</a>; rel=a"), header(LINK = "</b>; rel=b"))]
    Refused(String),

    /// The client has the current version of the order.
    #[error("not modified")]
    #[http(304, allow(redirect), header(ETAG = "\"7\""))]
    NotModified,

    /// An internal error: its text is for the log only.
    #[error("the database at 10.0.0.7 is gone")]
    #[http(500)]
    Database,

    /// Another service failed. The client gets its status, but not its text.
    #[error("billing at 10.0.0.8 responded with {status}")]
    #[http(status = status, detail = "billing is not available")]
    Billing {
        /// The status of the other service.
        status: u16,
    },
}

impl ApiError {
    /// Returns the error of this name, for `/errors/{name}`.
    pub fn named(name: &str) -> Self {
        match name {
            "sign-in" => ApiError::SignIn,
            "out-of-stock" => ApiError::OutOfStock { left: 2 },
            "limited" => ApiError::Limited { wait: Duration::from_millis(1_500) },
            "refused" => ApiError::Refused("\"ä\" is \\ no product".to_owned()),
            "refused-badly" => ApiError::Refused("a\r\nset-cookie: b=c".to_owned()),
            "not-modified" => ApiError::NotModified,
            "database" => ApiError::Database,
            "billing" => ApiError::Billing { status: 503 },
            "billing-badly" => ApiError::Billing { status: 42 },
            _ => ApiError::NoOrder { id: 7 },
        }
    }
}

fn error(path: &str) -> Result<Response<Bytes>, ApiError> {
    Err(ApiError::named(path.strip_prefix("/errors/").unwrap_or_default()))
}

async fn respond(request: Request<Incoming>) -> Result<Response<Full<Bytes>>, Infallible> {
    let response = error(request.uri().path()).unwrap_or_else(|error| error.to_response());
    Ok(response.map(Full::new))
}

/// Runs the service, and passes the address on which it listens to `listening`.
///
/// # Errors
///
/// Returns an error if the port cannot be bound.
pub fn serve(port: u16, listening: impl FnOnce(SocketAddr)) -> Result<(), Box<dyn Error>> {
    tokio::runtime::Runtime::new()?.block_on(async {
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", port)).await?;
        listening(listener.local_addr()?);
        loop {
            let (stream, _) = listener.accept().await?;
            let connection =
                http1::Builder::new().serve_connection(TokioIo::new(stream), service_fn(respond));
            // A client that disconnects is not an error of the service.
            tokio::spawn(async { drop(connection.await) });
        }
    })
}

fn main() -> Result<(), Box<dyn Error>> {
    let port = std::env::var("PORT").map_or(Ok(3000), |port| port.parse())?;
    serve(port, |address| {
        println!("Listening on http://{address}\n\nTry:");
        for request in ["/errors/limited", "/errors/database", "/errors/sign-in"] {
            println!("  curl -i http://{address}{request}");
        }
    })
}
