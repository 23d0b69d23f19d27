//! Problem pages on Rocket.

use std::io::Cursor;

use ::rocket::http::{Method, Status};
use ::rocket::route::{Handler, Outcome};
use ::rocket::{Data, Request, Response, Route};

use crate::pages::Pages;

/// Returns the routes of [problem pages](crate::pages), to mount at the path of the `type_base`.
///
/// ```
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
/// let rocket = rocket::build().mount("/problems", httperr::rocket::pages(pages));
/// # let _ = rocket;
/// ```
#[must_use]
pub fn pages(pages: Pages) -> Vec<Route> {
    let handler = PagesHandler(pages);
    vec![Route::new(Method::Get, "/", handler.clone()), Route::new(Method::Get, "/<key>", handler)]
}

#[derive(Clone)]
struct PagesHandler(Pages);

#[::rocket::async_trait]
impl Handler for PagesHandler {
    async fn handle<'r>(&self, request: &'r Request<'_>, _: Data<'r>) -> Outcome<'r> {
        let has_key = request.route().is_some_and(|route| route.uri.path().ends_with('>'));
        let path = request.uri().path();
        let segments = path.segments();
        let key = segments.last().filter(|_| has_key);
        let response = self.0.respond(path.as_str(), key, &preferences(request));
        let (parts, body) = response.into_parts();
        let mut response = Response::build();
        response.status(Status::new(parts.status.as_u16()));
        for (name, value) in &parts.headers {
            if let Ok(value) = value.to_str() {
                response.raw_header_adjoin(name.as_str().to_owned(), value.to_owned());
            }
        }
        Outcome::Success(response.sized_body(body.len(), Cursor::new(body)).finalize())
    }
}

/// Returns the fields of a request that the pages read.
fn preferences(request: &Request<'_>) -> http::HeaderMap {
    let mut preferences = http::HeaderMap::new();
    for name in [http::header::ACCEPT, http::header::ACCEPT_LANGUAGE, http::header::IF_NONE_MATCH] {
        for value in request.headers().get(name.as_str()) {
            if let Ok(value) = value.parse() {
                preferences.append(&name, value);
            }
        }
    }
    preferences
}
