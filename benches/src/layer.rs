//! Requests to a service on axum, whose handler returns an error, and to problem pages.

use std::borrow::Cow;
use std::future::Future;
use std::hint::black_box;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use axum::body::Body;
use axum::routing::get;
use axum::Router;
use bytes::Bytes;
use http::header::{ACCEPT, ACCEPT_LANGUAGE};
use http::{HeaderMap, HeaderName, HeaderValue, Request, Response};
use httperr::pages::Pages;
use httperr::tower::ErrorLayer;
use httperr::{Case, HttpError, Negotiation, Translate};
use serde_json::{Map, Value};
use tower_layer::Identity;
use tower_service::Service as _;

/// A request, and what it is sent to.
pub struct Work {
    /// What is measured.
    pub name: &'static str,
    /// Creates the service, and returns the function that sends the request to it.
    pub prepare: fn() -> Box<dyn FnMut() -> Sent>,
}

/// The response, of which the body of a page is not one of axum.
#[derive(Debug)]
pub enum Sent {
    /// The response of a service.
    Service(axum::response::Response),
    /// The response of a page.
    Page(Response<Bytes>),
}

impl Sent {
    /// Returns the header fields.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        match self {
            Sent::Service(response) => response.headers(),
            Sent::Page(response) => response.headers(),
        }
    }
}

/// Each request.
pub const REQUESTS: &[Work] = &[
    Work { name: "no error, without a layer", prepare: || to_router(router(), "/health", None) },
    Work {
        name: "no error, a layer that does nothing",
        prepare: || to_router(router().layer(Identity::new()), "/health", None),
    },
    Work {
        name: "no error, `ErrorLayer`",
        prepare: || to_router(router().layer(ErrorLayer::new()), "/health", None),
    },
    Work { name: "error, without a layer", prepare: || to_router(router(), "/orders", None) },
    Work {
        name: "error, `ErrorLayer`",
        prepare: || to_router(router().layer(ErrorLayer::new()), "/orders", None),
    },
    Work { name: "`negotiate`, no `Accept`", prepare: || negotiated(None) },
    Work { name: "`negotiate`, JSON", prepare: || negotiated(Some("application/json")) },
    Work { name: "`negotiate`, HTML", prepare: || negotiated(Some(BROWSER)) },
    Work { name: "`negotiate`, XML", prepare: || negotiated(Some("application/xml")) },
    Work { name: "`negotiate`, text", prepare: || negotiated(Some("text/plain")) },
    Work { name: "`translate`, no `Accept-Language`", prepare: || translated(None) },
    Work { name: "`translate`, German", prepare: || translated(Some("de-AT, en;q=0.5")) },
    Work { name: "page, the list of three cases", prepare: || to_page(None) },
    Work { name: "page, one case", prepare: || to_page(Some("no-order")) },
];

const BROWSER: &str = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

// The pages list all cases.
#[allow(dead_code)]
#[derive(Debug, thiserror::Error, HttpError)]
#[http(type_base = "https://api.example.com/problems")]
enum ApiError {
    /// No order has this number.
    #[error("there is no order {id}")]
    #[http(404, title = "No such order")]
    NoOrder {
        /// The requested number.
        #[http(extension)]
        id: u64,
    },
    /// The balance is below the price.
    #[error("the balance is below the price")]
    #[http(422, title = "Not enough credit")]
    OutOfCredit,
    /// An internal error.
    #[error("the database is gone")]
    #[http(500)]
    Database,
}

struct German;

impl Translate for German {
    fn languages(&self) -> Vec<&str> {
        vec!["en", "de"]
    }

    fn title(&self, case: Case, language: &str) -> Option<Cow<'_, str>> {
        match (language, case.code()?) {
            ("de", "no-order") => Some("Keine solche Bestellung".into()),
            _ => None,
        }
    }

    fn detail(
        &self,
        case: Case,
        members: &Map<String, Value>,
        language: &str,
    ) -> Option<Cow<'_, str>> {
        match (language, case.code()?) {
            ("de", "no-order") => Some(format!("Bestellung {} fehlt", members["id"]).into()),
            _ => None,
        }
    }
}

fn router() -> Router {
    Router::new()
        .route("/health", get(|| async { "up" }))
        .route("/orders", get(|| async { black_box(ApiError::NoOrder { id: 7 }) }))
}

fn negotiated(accept: Option<&'static str>) -> Box<dyn FnMut() -> Sent> {
    let layer = ErrorLayer::new().negotiate(Negotiation::all());
    to_router(router().layer(layer), "/orders", accept.map(|value| (ACCEPT, value)))
}

fn translated(languages: Option<&'static str>) -> Box<dyn FnMut() -> Sent> {
    let layer = ErrorLayer::new().translate(German);
    let field = languages.map(|value| (ACCEPT_LANGUAGE, value));
    to_router(router().layer(layer), "/orders", field)
}

/// Sends requests to a router. The cost of building the request is that of all requests.
fn to_router(
    mut router: Router,
    path: &'static str,
    field: Option<(HeaderName, &'static str)>,
) -> Box<dyn FnMut() -> Sent> {
    Box::new(move || {
        let mut request = Request::new(Body::empty());
        *request.uri_mut() = http::Uri::from_static(path);
        if let Some((name, value)) = &field {
            request.headers_mut().insert(name, HeaderValue::from_static(value));
        }
        let mut future = pin!(router.call(request));
        match future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(Ok(response)) => Sent::Service(response),
            Poll::Ready(Err(never)) => match never {},
            Poll::Pending => unreachable!("nothing waits"),
        }
    })
}

fn to_page(key: Option<&'static str>) -> Box<dyn FnMut() -> Sent> {
    let pages = Pages::new::<ApiError>().service("Example API");
    let path = key.map_or_else(|| "/problems".to_owned(), |key| format!("/problems/{key}"));
    let mut headers = HeaderMap::new();
    headers.insert(ACCEPT, HeaderValue::from_static(BROWSER));
    Box::new(move || Sent::Page(pages.respond(&path, key, &headers)))
}

#[cfg(test)]
mod tests {
    use http::header::{CONTENT_LANGUAGE, CONTENT_TYPE};

    use super::*;

    #[test]
    fn each_request_gets_the_content_that_it_names() {
        let problem = "application/problem+json";
        let html = "text/html; charset=utf-8";
        let expected = [
            ("no error, without a layer", "text/plain; charset=utf-8", None),
            ("no error, a layer that does nothing", "text/plain; charset=utf-8", None),
            ("no error, `ErrorLayer`", "text/plain; charset=utf-8", None),
            ("error, without a layer", problem, None),
            ("error, `ErrorLayer`", problem, None),
            ("`negotiate`, no `Accept`", problem, None),
            ("`negotiate`, JSON", problem, None),
            ("`negotiate`, HTML", html, None),
            ("`negotiate`, XML", "application/problem+xml", None),
            ("`negotiate`, text", "text/plain; charset=utf-8", None),
            ("`translate`, no `Accept-Language`", problem, Some("en")),
            ("`translate`, German", problem, Some("de")),
            ("page, the list of three cases", html, Some("en")),
            ("page, one case", html, Some("en")),
        ];
        let sent: Vec<_> = REQUESTS.iter().map(|request| (request.prepare)()()).collect();
        let actual: Vec<_> = REQUESTS
            .iter()
            .zip(&sent)
            .map(|(request, sent)| {
                let field = |name| sent.headers().get(name).map(|value| value.to_str().unwrap());
                (request.name, field(CONTENT_TYPE).unwrap(), field(CONTENT_LANGUAGE))
            })
            .collect();
        assert_eq!(actual, expected);
    }
}
