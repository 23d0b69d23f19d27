//! The service on axum.

use std::error::Error;
use std::net::SocketAddr;

use axum::extract::rejection::{JsonRejection, PathRejection};
use axum::extract::{DefaultBodyLimit, Json, Path};
use axum::routing::{get, post};
use axum::Router;
use httperr::HttpError;

use crate::errors::{ApiError, NewOrder};

/// What handlers fail with here: the service's errors, and those of axum's extractors.
#[derive(Debug, thiserror::Error, HttpError)]
enum Failure {
    #[error(transparent)]
    #[http(transparent)]
    Api(#[from] ApiError),
    #[error(transparent)]
    #[http(transparent)]
    Json(#[from] JsonRejection),
    #[error(transparent)]
    #[http(transparent)]
    Path(#[from] PathRejection),
}

async fn error(Path(name): Path<String>) -> ApiError {
    ApiError::named(&name)
}

async fn order(id: Result<Path<u64>, PathRejection>) -> Result<String, Failure> {
    let Path(id) = id?;
    Err(ApiError::NoOrder { id }.into())
}

async fn place_order(
    order: Result<Json<NewOrder>, JsonRejection>,
) -> Result<&'static str, Failure> {
    let Json(order) = order?;
    Ok(order.place()?)
}

/// Runs the service, and tells where it listens.
///
/// # Errors
///
/// If the port cannot be had.
pub fn serve(port: u16, listening: impl FnOnce(SocketAddr)) -> Result<(), Box<dyn Error>> {
    let app = Router::new()
        .route("/errors/{name}", get(error))
        .route("/orders/{id}", get(order))
        .route("/orders", post(place_order))
        .fallback(httperr::axum::not_found)
        .method_not_allowed_fallback(httperr::axum::method_not_allowed)
        .layer(DefaultBodyLimit::max(1024));
    tokio::runtime::Runtime::new()?.block_on(async {
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", port)).await?;
        listening(listener.local_addr()?);
        Ok(axum::serve(listener, app).await?)
    })
}
