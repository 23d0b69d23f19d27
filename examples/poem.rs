//! An order service on poem: `cargo run --example poem`. `PORT` sets the port, 3000 by default.

use std::error::Error;
use std::net::SocketAddr;
use std::time::Duration;

use httperr::HttpError;
use poem::listener::{Acceptor as _, Listener as _, TcpListener};
use poem::middleware::SizeLimit;
use poem::web::{Json, Path};
use poem::{get, handler, post, EndpointExt as _, Route, Server};

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

/// An error of a handler here: one of the service, or of poem's extractors.
#[derive(Debug, thiserror::Error, HttpError)]
enum Failure {
    #[error(transparent)]
    #[http(transparent)]
    Api(#[from] ApiError),
    #[error(transparent)]
    #[http(transparent)]
    Rejected(#[from] poem::Error),
}

#[handler]
fn error(Path(name): Path<String>) -> Result<String, ApiError> {
    Err(ApiError::named(&name))
}

#[handler]
fn find_order(id: poem::Result<Path<u64>>) -> Result<String, Failure> {
    let Path(id) = id?;
    Err(ApiError::NoOrder { id }.into())
}

#[handler]
fn place_order(order: poem::Result<Json<NewOrder>>) -> Result<&'static str, Failure> {
    let Json(order) = order?;
    Ok(order.place()?)
}

/// Runs the service, and passes the address on which it listens to `listening`.
///
/// # Errors
///
/// Returns an error if the port cannot be bound.
pub fn serve(port: u16, listening: impl FnOnce(SocketAddr)) -> Result<(), Box<dyn Error>> {
    let app = Route::new()
        .at("/errors/:name", get(error))
        .at("/orders/:id", get(find_order))
        .at("/orders", post(place_order.with(SizeLimit::new(1024))))
        .catch_all_error(httperr::poem::catch);
    tokio::runtime::Runtime::new()?.block_on(async {
        let acceptor = TcpListener::bind(("127.0.0.1", port)).into_acceptor().await?;
        let address = acceptor.local_addr().pop();
        listening(*address.as_ref().and_then(|address| address.as_socket_addr()).ok_or("no port")?);
        Ok(Server::new_with_acceptor(acceptor).run(app).await?)
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
