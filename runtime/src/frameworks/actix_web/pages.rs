//! Problem pages on actix-web.

use ::actix_web::guard::{Any, Get, Head};
use ::actix_web::http::header::{HeaderMap, HeaderName, HeaderValue};
use ::actix_web::http::StatusCode;
use ::actix_web::web::{self, Data};
use ::actix_web::{HttpRequest, HttpResponse, Scope};

use crate::pages::Pages;

/// Returns a service for [problem pages](crate::pages) at a path, that of the `type_base`.
///
/// ```
/// use actix_web::App;
/// use httperr::pages::Pages;
/// use httperr::HttpError;
///
/// #[derive(Debug, thiserror::Error, HttpError)]
/// #[http(type_base = "https://api.example.com/problems")]
/// enum ApiError {
///     #[error("no order {id}")]
///     #[http(404)]
///     NoOrder { id: u64 },
/// }
///
/// let pages = Pages::new::<ApiError>().service("Example API");
/// let app = App::new().service(httperr::actix_web::pages("/problems", pages));
/// # let _ = app;
/// ```
#[must_use]
pub fn pages(path: &str, pages: Pages) -> Scope {
    let route = || web::route().guard(Any(Get()).or(Head())).to(respond);
    web::scope(path)
        .app_data(Data::new(pages))
        .route("", route())
        .route("/", route())
        .route("/{key}", route())
}

async fn respond(request: HttpRequest, pages: Data<Pages>) -> HttpResponse {
    let headers = preferences(request.headers());
    let response = pages.respond(request.path(), request.match_info().get("key"), &headers);
    let (parts, body) = response.into_parts();
    let status = StatusCode::from_u16(parts.status.as_u16());
    let mut response = HttpResponse::with_body(status.unwrap_or_default(), body);
    for (name, value) in &parts.headers {
        let name = HeaderName::from_bytes(name.as_str().as_bytes());
        if let (Ok(name), Ok(value)) = (name, HeaderValue::from_bytes(value.as_bytes())) {
            response.headers_mut().append(name, value);
        }
    }
    response.map_into_boxed_body()
}

/// Returns the fields of a request that the pages read.
fn preferences(fields: &HeaderMap) -> http::HeaderMap {
    let mut preferences = http::HeaderMap::new();
    for name in [http::header::ACCEPT, http::header::ACCEPT_LANGUAGE, http::header::IF_NONE_MATCH] {
        for value in fields.get_all(name.as_str()) {
            if let Ok(value) = http::HeaderValue::from_bytes(value.as_bytes()) {
                preferences.append(&name, value);
            }
        }
    }
    preferences
}
