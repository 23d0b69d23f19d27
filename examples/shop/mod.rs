//! An order service: accounts, products, orders, payments. All of its errors are declared in
//! [`errors`]; the rest only returns them.

mod api;
pub mod errors;
mod payment;
pub mod store;

use std::collections::HashMap;
use std::sync::{Arc, Mutex};
use std::time::Instant;

use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use axum::Router;

use store::Store;

/// What the handlers share.
#[derive(Clone, Debug)]
struct Shop {
    store: Store,
    /// When each account placed its last orders.
    placed: Arc<Mutex<HashMap<i64, Vec<Instant>>>>,
}

/// The service.
pub fn app(store: Store) -> Router {
    Router::new()
        .route("/accounts", post(api::sign_up))
        .route("/account", get(api::account))
        .route("/products", get(api::products))
        .route("/products/{id}", get(api::product))
        .route("/orders", post(api::place_order))
        .route("/orders/{id}", get(api::order))
        .route("/orders/{id}/payment", post(api::pay))
        .route("/report", get(api::report))
        .fallback(api::no_route)
        .method_not_allowed_fallback(api::method_not_allowed)
        .layer(DefaultBodyLimit::max(16 * 1024))
        .with_state(Shop { store, placed: Arc::default() })
}
