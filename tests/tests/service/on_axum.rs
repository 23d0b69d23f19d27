use std::net::SocketAddr;

use axum::extract::rejection::JsonRejection;
use axum::extract::{DefaultBodyLimit, Form, Json, Path, Query};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse};
use axum::routing::{get, post};
use axum::Router;
use httperr::tower::ErrorLayer;
use httperr::HttpError;

use super::errors::{self, ApiError, EnvelopeError};
use super::{panic_with, Format, NewOrder, Search, HTML, LIMIT};

#[derive(Debug, thiserror::Error, HttpError)]
enum Rejected {
    #[error(transparent)]
    #[http(transparent)]
    Json(#[from] JsonRejection),
}

async fn declared(order: Result<Json<NewOrder>, JsonRejection>) -> Result<String, Rejected> {
    Ok(order?.place())
}

async fn panics(Path(payload): Path<String>) -> &'static str {
    tokio::task::yield_now().await;
    panic_with(&payload)
}

fn routes() -> Router {
    Router::new()
        .route(
            "/errors/{name}",
            get(|Path(name): Path<String>| async move { ApiError::named(&name) }),
        )
        .route(
            "/envelope/{name}",
            get(|Path(name): Path<String>| async move { EnvelopeError::named(&name) }),
        )
        .route(
            "/anyhow/{name}",
            get(|Path(name): Path<String>| async move { errors::anyhow(&name) }),
        )
        .route("/problem", get(|| async { errors::problem() }))
        .route("/any", get(|| async { errors::any_error() }))
        .route("/boxed", get(|| async { errors::boxed().into_response() }))
        .route("/orders/{id}", get(|Path(id)| async move { ApiError::NoOrder(id) }))
        .route(
            "/search",
            get(|Query(search): Query<Search>| async move { search.limit.to_string() }),
        )
        .route("/orders", post(|Json(order): Json<NewOrder>| async move { order.place() }))
        .route("/declared", post(declared))
        .route("/form", post(|Form(order): Form<NewOrder>| async move { order.place() }))
        .route("/plain", get(|| async { (StatusCode::BAD_REQUEST, "no name") }))
        .route("/bare", get(|| async { StatusCode::FORBIDDEN }))
        .route("/html", get(|| async { (StatusCode::NOT_FOUND, Html(HTML)) }))
        .route("/changed", get(|| async { (StatusCode::BAD_GATEWAY, ApiError::NoOrder(7)) }))
        .route("/fine", get(|| async { "fine" }))
        .route("/panic/{payload}", get(panics))
        .layer(DefaultBodyLimit::max(LIMIT))
}

pub fn serve(format: Format, listening: impl FnOnce(SocketAddr)) {
    let app = routes().nest("/api/v1", routes());
    let app = match format {
        Format::Problem => app.layer(ErrorLayer::new()),
        Format::Envelope => app.layer(ErrorLayer::new().format_of::<EnvelopeError>()),
    };
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        listening(listener.local_addr().unwrap());
        axum::serve(listener, app).await.unwrap();
    });
}
