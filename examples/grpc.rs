//! The stock of a shop over HTTP and gRPC on one port, with one declaration of its errors: `cargo run
//! --example grpc`. `PORT` sets the port, 3000 by default.
//!
//! The messages and the service are what `tonic-prost-build` generates from this, written here so that the
//! example needs no `protoc`:
//!
//! ```proto
//! package shop;
//!
//! service Stock {
//!     rpc Reserve(Reservation) returns (Reserved);
//! }
//!
//! message Reservation {
//!     int64 product = 1;
//!     int64 quantity = 2;
//! }
//!
//! message Reserved {
//!     int64 left = 1;
//! }
//! ```

use std::convert::Infallible;
use std::error::Error;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use axum::extract::{Path, State};
use axum::http::header::{HeaderMap, CONTENT_TYPE};
use axum::http::StatusCode;
use axum::response::IntoResponse as _;
use axum::routing::post;
use axum::Router;
use httperr::tower::ErrorLayer;
use httperr::{FieldErrors, FromProblem, HttpError};
use tonic::body::Body;
use tonic::codegen::{http, BoxFuture, Service};
use tonic::server::NamedService;
use tonic::service::Routes;
use tonic::transport::Channel;
use tonic::{Request, Response, Status};
use tonic_prost::ProstCodec;

/// The errors of the stock: the responses over HTTP, the statuses over gRPC, and what a client reads.
#[derive(Debug, PartialEq, thiserror::Error, HttpError, FromProblem)]
#[http(type_base = "https://shop.example/problems")]
pub enum StockError {
    /// No product has this number.
    #[error("there is no product {product}")]
    #[http(404)]
    NoProduct {
        /// The number in the request.
        #[http(extension)]
        product: i64,
    },

    /// There is not enough of the product.
    #[error("only {left} of product {product} are left")]
    #[http(409, grpc = FAILED_PRECONDITION)]
    OutOfStock {
        /// The number of the product.
        #[http(extension)]
        product: i64,
        /// The number in stock.
        #[http(extension)]
        left: i64,
    },

    /// Another reservation was made at the same time: send this one again.
    #[error("the stock has changed")]
    #[http(409, grpc = ABORTED)]
    Changed,

    /// Fields of the reservation have invalid values.
    #[error("the reservation is not valid")]
    #[http(422)]
    Invalid {
        /// The invalid fields.
        #[http(extension)]
        errors: FieldErrors,
    },

    /// There were too many reservations in a short time.
    #[error("too many reservations")]
    #[http(429, retry_after = wait)]
    TooManyReservations {
        /// The time until the next one is accepted.
        wait: Duration,
    },

    /// The database failed. Its message is for the log only.
    #[error("the database failed: {cause}")]
    #[http(500)]
    Database {
        /// The message, which a client does not get.
        #[http(default)]
        cause: String,
    },
}

/// The numbers in stock of the products 1, 2 and so on.
#[derive(Clone, Debug)]
pub struct Stock(Arc<Mutex<Vec<i64>>>);

impl Stock {
    /// Reserves a quantity of a product, and returns what is left. Some quantities fail, for the example.
    fn reserve(&self, product: i64, quantity: i64) -> Result<i64, StockError> {
        match quantity {
            409 => return Err(StockError::Changed),
            429 => return Err(StockError::TooManyReservations { wait: Duration::from_secs(9) }),
            500 => {
                let cause = "no connection to 10.0.0.7".to_owned();
                return Err(StockError::Database { cause });
            }
            1.. => {}
            _ => {
                let mut errors = FieldErrors::new();
                errors.push(["quantity"], "must be a positive integer");
                return Err(StockError::Invalid { errors });
            }
        }
        let mut stock = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let index = product.checked_sub(1).and_then(|index| usize::try_from(index).ok());
        let left = index.and_then(|index| stock.get_mut(index));
        let left = left.ok_or(StockError::NoProduct { product })?;
        if *left < quantity {
            return Err(StockError::OutOfStock { product, left: *left });
        }
        *left -= quantity;
        Ok(*left)
    }
}

/// `POST /products/{product}/reservations/{quantity}`.
async fn reserve(
    State(stock): State<Stock>,
    Path((product, quantity)): Path<(i64, i64)>,
) -> Result<String, StockError> {
    Ok(stock.reserve(product, quantity)?.to_string())
}

/// `rpc Reserve`: `?` converts the error into a status.
#[allow(clippy::unused_async)]
async fn reserve_by_rpc(
    stock: Stock,
    request: Request<Reservation>,
) -> Result<Response<Reserved>, Status> {
    let Reservation { product, quantity } = request.into_inner();
    let left = stock.reserve(product, quantity)?;
    Ok(Response::new(Reserved { left }))
}

/// A reservation.
#[derive(Clone, PartialEq, prost::Message)]
pub struct Reservation {
    /// The number of the product.
    #[prost(int64, tag = "1")]
    pub product: i64,
    /// The number that is reserved.
    #[prost(int64, tag = "2")]
    pub quantity: i64,
}

/// The result of a reservation.
#[derive(Clone, PartialEq, prost::Message)]
pub struct Reserved {
    /// The number that is left in stock.
    #[prost(int64, tag = "1")]
    pub left: i64,
}

/// Responds to unknown paths, to gRPC with a status.
async fn no_route(headers: HeaderMap) -> axum::response::Response {
    let media_type = headers.get(CONTENT_TYPE).map_or(&b""[..], |value| value.as_bytes());
    match media_type.starts_with(b"application/grpc") {
        true => Status::unimplemented("there is no such service").into_http(),
        false => StatusCode::NOT_FOUND.into_response(),
    }
}

const RESERVE: &str = "/shop.Stock/Reserve";

/// The service `shop.Stock`.
#[derive(Clone, Debug)]
pub struct StockServer(Stock);

impl NamedService for StockServer {
    const NAME: &'static str = "shop.Stock";
}

impl Service<http::Request<Body>> for StockServer {
    type Response = http::Response<Body>;
    type Error = Infallible;
    type Future = BoxFuture<http::Response<Body>, Infallible>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: http::Request<Body>) -> Self::Future {
        let stock = self.0.clone();
        Box::pin(async move {
            if request.uri().path() != RESERVE {
                return Ok(Status::unimplemented("there is no such method").into_http());
            }
            let mut grpc = tonic::server::Grpc::new(ProstCodec::<Reserved, Reservation>::default());
            let method = Method(move |request| reserve_by_rpc(stock.clone(), request));
            Ok(grpc.unary(method, request).await)
        })
    }
}

/// A method of the service.
struct Method<F>(F);

impl<F, R> tonic::server::UnaryService<Reservation> for Method<F>
where
    F: FnMut(Request<Reservation>) -> R,
    R: std::future::Future<Output = Result<Response<Reserved>, Status>> + Send + 'static,
{
    type Response = Reserved;
    type Future = BoxFuture<Response<Reserved>, Status>;

    fn call(&mut self, request: Request<Reservation>) -> Self::Future {
        Box::pin((self.0)(request))
    }
}

/// A client of the service, which reads the errors back.
#[derive(Clone, Debug)]
pub struct StockClient(Channel);

impl StockClient {
    /// Creates a client.
    #[must_use]
    pub fn new(channel: Channel) -> Self {
        StockClient(channel)
    }

    /// Reserves a quantity of a product, and returns what is left.
    ///
    /// # Errors
    ///
    /// Returns the status of the service.
    pub async fn reserve(&self, product: i64, quantity: i64) -> Result<i64, Status> {
        let mut grpc = tonic::client::Grpc::new(self.0.clone());
        let not_ready = |error| Status::unavailable(format!("the service is not ready: {error}"));
        grpc.ready().await.map_err(not_ready)?;
        let path = http::uri::PathAndQuery::from_static(RESERVE);
        let codec = ProstCodec::<Reservation, Reserved>::default();
        let request = Request::new(Reservation { product, quantity });
        Ok(grpc.unary(request, path, codec).await?.into_inner().left)
    }
}

/// Returns the service with both interfaces.
pub fn app() -> Router {
    let stock = Stock(Arc::new(Mutex::new(vec![10, 2, 0])));
    // The fallback of tonic is a gRPC status with a 200, for requests without gRPC too.
    let rpc = Routes::new(StockServer(stock.clone())).into_axum_router().reset_fallback();
    Router::new()
        .route("/products/{product}/reservations/{quantity}", post(reserve))
        .with_state(stock)
        .merge(rpc)
        .fallback(no_route)
        .layer(ErrorLayer::new())
}

/// Runs the service, and passes the address on which it listens to `listening`.
///
/// # Errors
///
/// Returns an error if the port cannot be bound.
pub async fn serve(
    port: u16,
    listening: impl FnOnce(SocketAddr),
) -> Result<(), Box<dyn Error + Send + Sync>> {
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", port)).await?;
    listening(listener.local_addr()?);
    Ok(axum::serve(listener, app()).await?)
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error + Send + Sync>> {
    let port = std::env::var("PORT").map_or(Ok(3000), |port| port.parse())?;
    let (sender, listening) = tokio::sync::oneshot::channel();
    let server = tokio::spawn(serve(port, move |address| {
        let _ = sender.send(address);
    }));
    let address = listening.await?;
    println!("Listening on http://{address}\n\nOver HTTP:");
    println!("  curl -i -X POST http://{address}/products/2/reservations/3\n\nOver gRPC:");
    let channel = Channel::from_shared(format!("http://{address}"))?.connect().await?;
    let client = StockClient::new(channel);
    for quantity in [1, 3, 0, 409, 429, 500] {
        match client.reserve(2, quantity).await {
            Ok(left) => println!("  {quantity} reserved, {left} left"),
            Err(status) => match StockError::from_status(&status) {
                Ok(error) => println!("  {:?}: {error:?}", status.code()),
                Err(unrecognized) => println!("  {unrecognized}"),
            },
        }
    }
    server.await?
}
