//! The service without a framework: a function from request to response, inside an `ErrorLayer`. What
//! the extractors of a framework do is plain text with the status that axum chooses.

use std::convert::Infallible;
use std::net::SocketAddr;

use http_body_util::{BodyExt as _, Full, Limited};
use httperr::bytes::Bytes;
use httperr::http::header::{ALLOW, CONTENT_TYPE};
use httperr::http::{Method, Request, Response, StatusCode};
use httperr::tower::ErrorLayer;
use httperr::{status, HttpError};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tower::{Layer as _, Service, ServiceExt as _};

use super::errors::{self, ApiError, EnvelopeError};
use super::{panic_with, Format, NewOrder, HTML, LIMIT};

type Body = Full<Bytes>;

async fn route(request: Request<Incoming>) -> Result<Response<Body>, Infallible> {
    let path = request.uri().path().to_owned();
    let path = path.strip_prefix("/api/v1").unwrap_or(&path);
    let allowed = match path {
        "/orders" | "/declared" | "/form" => &[Method::POST][..],
        _ => &[Method::GET, Method::HEAD],
    };
    let (is_known, is_allowed) = (is_known(path), allowed.contains(request.method()));
    Ok(match path {
        _ if !is_known => text(status!(404), ""),
        _ if !is_allowed => {
            let mut response = text(status!(405), "");
            let allowed: Vec<&str> = allowed.iter().map(Method::as_str).collect();
            response.headers_mut().insert(ALLOW, allowed.join(",").parse().unwrap());
            response
        }
        "/orders" => placed(read(request, true).await),
        "/form" => placed(read(request, false).await),
        "/declared" => match declared(request).await {
            Ok(order) => text(status!(200), &order.place()),
            Err(rejected) => rejected.to_response().map(Body::from),
        },
        _ => respond(path, request.uri().query().unwrap_or_default()).await,
    })
}

/// The rejections as the application declares them.
#[derive(Debug, thiserror::Error, HttpError)]
enum Rejected {
    #[error("{0}")]
    #[http(400, allow(leak))]
    Malformed(#[source] serde_json::Error),
    #[error("{0}")]
    #[http(422, allow(leak))]
    Wrong(#[source] serde_json::Error),
    #[error("the body is too large")]
    #[http(413)]
    TooLarge,
}

async fn declared(request: Request<Incoming>) -> Result<NewOrder, Rejected> {
    let body = Limited::new(request.into_body(), LIMIT).collect().await;
    let body = body.map_err(|_| Rejected::TooLarge)?.to_bytes();
    serde_json::from_slice(&body).map_err(|error| match error.is_data() {
        true => Rejected::Wrong(error),
        false => Rejected::Malformed(error),
    })
}

/// Responds to `GET`.
async fn respond(path: &str, query: &str) -> Response<Body> {
    let (first, last) = path[1..].split_once('/').unwrap_or((&path[1..], ""));
    let response = match (first, last) {
        ("errors", name) => ApiError::named(name).to_response(),
        ("envelope", name) => EnvelopeError::named(name).to_response(),
        ("anyhow", name) => errors::anyhow(name).to_response(),
        ("problem", _) => errors::problem().to_response(),
        ("any", _) => errors::any_error().to_response(),
        ("boxed", _) => errors::boxed().to_response(),
        ("orders", id) => match id.parse() {
            Ok(id) => ApiError::NoOrder(id).to_response(),
            Err(error) => return text(status!(400), &format!("invalid order number: {error}")),
        },
        ("search", _) => match query.strip_prefix("limit=").unwrap_or_default().parse::<u8>() {
            Ok(limit) => return text(status!(200), &limit.to_string()),
            Err(error) => return text(status!(400), &format!("invalid limit: {error}")),
        },
        ("plain", _) => return text(status!(400), "no name"),
        ("bare", _) => return text(status!(403), ""),
        ("html", _) => {
            let mut response = text(status!(404), HTML);
            response
                .headers_mut()
                .insert(CONTENT_TYPE, "text/html; charset=utf-8".parse().unwrap());
            return response;
        }
        ("changed", _) => {
            let mut response = ApiError::NoOrder(7).to_response();
            *response.status_mut() = status!(502);
            response
        }
        ("panic", payload) => {
            tokio::task::yield_now().await;
            return text(status!(200), panic_with(payload));
        }
        _ => return text(status!(200), "fine"),
    };
    response.map(Body::from)
}

fn is_known(path: &str) -> bool {
    let mut segments = path.split('/').skip(1);
    let (first, second, third) = (segments.next(), segments.next(), segments.next());
    let has_second = second.is_some_and(|second| !second.is_empty());
    third.is_none()
        && match first {
            Some("errors" | "envelope" | "anyhow" | "panic") => has_second,
            Some("orders") => has_second || second.is_none(),
            Some(first) => {
                let names = [
                    "declared", "problem", "any", "boxed", "search", "form", "plain", "bare",
                    "html", "changed", "fine",
                ];
                second.is_none() && names.contains(&first)
            }
            None => false,
        }
}

/// Reads an order like the extractors of axum. The error is the text and the status of a rejection.
async fn read(request: Request<Incoming>, is_json: bool) -> Result<NewOrder, (StatusCode, String)> {
    let media_type = request.headers().get(CONTENT_TYPE);
    let expected = match is_json {
        true => "application/json",
        false => "application/x-www-form-urlencoded",
    };
    if media_type.is_none_or(|media_type| media_type != expected) {
        return Err((status!(415), format!("expected `Content-Type: {expected}`")));
    }
    let body = Limited::new(request.into_body(), LIMIT).collect().await;
    let body = body.map_err(|error| (status!(413), error.to_string()))?.to_bytes();
    if !is_json {
        return Err((status!(422), "missing field `product`".to_owned()));
    }
    serde_json::from_slice(&body).map_err(|error| {
        let status = if error.is_data() { status!(422) } else { status!(400) };
        (status, error.to_string())
    })
}

fn placed(order: Result<NewOrder, (StatusCode, String)>) -> Response<Body> {
    match order {
        Ok(order) => text(status!(200), &order.place()),
        Err((status, reason)) => text(status, &reason),
    }
}

/// Returns plain text, or a response without content.
fn text(status: StatusCode, text: &str) -> Response<Body> {
    let mut response = Response::new(Body::from(text.to_owned()));
    *response.status_mut() = status;
    if !text.is_empty() {
        let media_type = "text/plain; charset=utf-8".parse().unwrap();
        response.headers_mut().insert(CONTENT_TYPE, media_type);
    }
    response
}

pub fn serve(format: Format, listening: impl FnOnce(SocketAddr)) {
    let service = tower::service_fn(route);
    match format {
        Format::Problem => run(ErrorLayer::new().layer(service), listening),
        Format::Envelope => {
            run(ErrorLayer::new().format_of::<EnvelopeError>().layer(service), listening);
        }
    }
}

/// Runs a service of tower on hyper.
pub fn run<S, B>(service: S, listening: impl FnOnce(SocketAddr))
where
    S: Service<Request<Incoming>, Response = Response<B>, Error = Infallible>,
    S: Clone + Send + 'static,
    S::Future: Send,
    B: hyper::body::Body + Send + 'static,
    B::Data: Send,
    B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        listening(listener.local_addr().unwrap());
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            let service = service.clone();
            let service = service_fn(move |request| service.clone().oneshot(request));
            let connection = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
            // A client that disconnects is not an error of the service.
            tokio::spawn(async { drop(connection.await) });
        }
    })
}
