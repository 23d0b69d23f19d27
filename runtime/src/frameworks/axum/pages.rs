//! Problem pages on axum.

use std::sync::Arc;

use ::axum::body::Body;
use ::axum::extract::{OriginalUri, Path};
use ::axum::http::HeaderMap;
use ::axum::response::Response;
use ::axum::routing::get;
use ::axum::Router;

use crate::pages::Pages;

/// Returns a router for [problem pages](crate::pages), to nest at the path of the `type_base`.
///
/// ```
/// use axum::Router;
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
/// let app: Router = Router::new().nest("/problems", httperr::axum::pages(pages));
/// # let _ = app;
/// ```
pub fn pages<S: Clone + Send + Sync + 'static>(pages: Pages) -> Router<S> {
    let pages = Arc::new(pages);
    let of_index = Arc::clone(&pages);
    let index = move |OriginalUri(uri): OriginalUri, headers: HeaderMap| {
        let response = of_index.respond(uri.path(), None, &headers);
        async move { into_axum(response) }
    };
    let page = move |OriginalUri(uri): OriginalUri, Path(key): Path<String>, headers: HeaderMap| {
        let response = pages.respond(uri.path(), Some(&key), &headers);
        async move { into_axum(response) }
    };
    Router::new().route("/", get(index)).route("/{key}", get(page))
}

fn into_axum(response: http::Response<bytes::Bytes>) -> Response {
    response.map(Body::from)
}
