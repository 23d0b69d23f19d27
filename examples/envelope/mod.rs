//! A service whose clients expect the house's own shapes: a JSON envelope for the API, XML for a
//! client of object stores, and a page for people.

pub mod errors;
pub mod formats;

use axum::extract::Path;
use axum::routing::get;
use axum::Router;

use errors::{ApiError, ObjectError, SiteError};

/// The service.
pub fn app() -> Router {
    Router::new()
        .route("/documents/{id}", get(document))
        .route("/objects/{bucket}", get(object))
        .route("/pages/{name}", get(page))
        .fallback(|| async { ApiError::NoRoute })
}

async fn document(Path(id): Path<String>) -> Result<String, ApiError> {
    match id.as_str() {
        "1" => Ok("the first document".to_owned()),
        "2" => Err(ApiError::NotYours { owner: "alice" }),
        "3" => Err(ApiError::Archived { id, until: "2027-01-01" }),
        "4" => Err(ApiError::Storage("disk 7 does not answer".to_owned())),
        "5" => Err(ApiError::Quota { left: None }),
        "6" => Err(ApiError::Quota { left: Some(3) }),
        _ => Err(ApiError::NoDocument),
    }
}

async fn object(Path(bucket): Path<String>) -> Result<String, ObjectError> {
    Err(ObjectError::NoSuchBucket { bucket })
}

async fn page(Path(name): Path<String>) -> Result<String, SiteError> {
    match name.as_str() {
        "broken" => Err(SiteError::Template("line 7: no such variable")),
        _ => Err(SiteError::NoPage { name }),
    }
}
