use axum::extract::{DefaultBodyLimit, Path};
use axum::http::header::CONTENT_TYPE;
use axum::http::StatusCode;
use axum::response::Html;
use axum::routing::{get, post};
use axum::{Json, Router};
use httperr::tower::ErrorLayer;

use super::{ApiError, Envelope, NewOrder, SocketAddr, BOOM, HTML, LIMIT, OWN};

async fn panics() -> &'static str {
    tokio::task::yield_now().await;
    panic!("{BOOM}")
}

fn routes() -> Router {
    Router::new()
        .route("/orders/{id}", get(|Path(id)| async move { ApiError::NoOrder(id) }))
        .route("/constant", get(|| async { ApiError::Constant }))
        .route("/text", get(|| async { ApiError::Text }))
        .route("/plain", get(|| async { (StatusCode::BAD_REQUEST, "no name") }))
        .route("/html", get(|| async { (StatusCode::NOT_FOUND, Html(HTML)) }))
        .route(
            "/own",
            get(|| async { (StatusCode::CONFLICT, [(CONTENT_TYPE, "application/json")], OWN) }),
        )
        .route("/changed", get(|| async { (StatusCode::IM_A_TEAPOT, ApiError::NoOrder(7)) }))
        .route(
            "/changed-envelope",
            get(|| async { (StatusCode::IM_A_TEAPOT, Envelope { status: StatusCode::GONE }) }),
        )
        .route("/changed-text", get(|| async { (StatusCode::IM_A_TEAPOT, ApiError::Text) }))
        .route("/fine", get(|| async { "fine" }))
        .route("/panic", get(panics))
        .route("/json", post(|Json(_): Json<NewOrder>| async { "placed" }))
        .layer(DefaultBodyLimit::max(LIMIT))
}

pub fn serve(listening: impl FnOnce(SocketAddr)) {
    // Without a fallback, that of the outer router responds, outside of the inner layer.
    let envelope = routes()
        .fallback(|| async { StatusCode::NOT_FOUND })
        .layer(ErrorLayer::new().with_error(|status| Envelope { status }));
    let kept = routes().layer(ErrorLayer::new().keep_text());
    let app = routes()
        .nest("/api/v1", routes())
        .layer(ErrorLayer::new())
        .nest("/envelope", envelope)
        .nest("/kept", kept);
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        listening(listener.local_addr().unwrap());
        axum::serve(listener, app).await.unwrap();
    });
}
