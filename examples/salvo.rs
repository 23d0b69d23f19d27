//! An order service on salvo: `cargo run --example salvo`. `PORT` sets the port, 3000 by default.

use std::error::Error;
use std::net::SocketAddr;
use std::time::Duration;

use httperr::HttpError;
use salvo::http::request::SecureMaxSize;
use salvo::http::ParseError;
use salvo::prelude::*;

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

/// An order of a product. There are two of each product.
#[derive(Debug, serde::Deserialize)]
pub struct NewOrder {
    /// The number that is ordered.
    pub quantity: u8,
}

impl NewOrder {
    fn place(&self) -> Result<&'static str, ApiError> {
        if self.quantity > 2 {
            return Err(ApiError::OutOfStock { left: 2 });
        }
        Ok("placed")
    }
}

/// An error of a handler here: one of the service, or of salvo's parsers.
#[derive(Debug, thiserror::Error, HttpError)]
enum Failure {
    #[error(transparent)]
    #[http(transparent)]
    Api(#[from] ApiError),
    #[error(transparent)]
    #[http(transparent)]
    Parse(#[from] ParseError),
}

#[handler]
async fn error(request: &mut Request) -> ApiError {
    ApiError::named(request.params().get("name").map(String::as_str).unwrap_or_default())
}

#[handler]
async fn find_order(request: &mut Request) -> Result<String, Failure> {
    let id = request.try_param("id")?;
    Err(ApiError::NoOrder { id }.into())
}

#[handler]
async fn place_order(request: &mut Request) -> Result<&'static str, Failure> {
    let order: NewOrder = request.parse_json().await?;
    Ok(order.place()?)
}

/// Runs the service, and passes the address on which it listens to `listening`.
///
/// # Errors
///
/// Returns an error if the port cannot be bound.
pub fn serve(port: u16, listening: impl FnOnce(SocketAddr) + Send) -> Result<(), Box<dyn Error>> {
    let router = Router::new()
        .push(Router::with_path("errors/{name}").get(error).head(error))
        .push(Router::with_path("orders/{id}").get(find_order).head(find_order))
        .push(Router::with_path("orders").post(place_order));
    let service = Service::new(router).hoop(SecureMaxSize(1024)).catcher(httperr::salvo::catcher());
    tokio::runtime::Runtime::new()?.block_on(async {
        let acceptor = TcpListener::new(("127.0.0.1", port)).try_bind().await?;
        listening(acceptor.local_addr()?);
        Server::new(acceptor).serve(service).await;
        Ok(())
    })
}

fn main() -> Result<(), Box<dyn Error>> {
    let port = std::env::var("PORT").map_or(Ok(3000), |port| port.parse())?;
    serve(port, |address| {
        println!("Listening on http://{address}\n\nTry:");
        for request in ["/errors/limited", "/errors/database", "/orders/x", "/orders --json '{'"] {
            println!("  curl -i http://{address}{request}");
        }
    })
}
