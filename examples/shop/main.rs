//! An order service with accounts, products, orders and payments: `cargo run --example shop`. `PORT`
//! sets the port, 3000 by default. [`errors`] declares all of its errors; the rest only returns them.

mod api;
pub mod errors;
pub mod openapi;
mod payment;
pub mod store;

use std::collections::HashMap;
use std::error::Error;
use std::sync::{Arc, Mutex};
use std::time::Instant;

use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use axum::Router;
use httperr::pages::Pages;
use httperr::tower::ErrorLayer;
use httperr::{Negotiation, ReasonPhrases};
use tokio::net::TcpListener;
use tracing_subscriber::filter::LevelFilter;

use errors::ShopError;
use store::Store;

/// The state that the handlers share.
#[derive(Clone, Debug)]
struct Shop {
    store: Store,
    /// When each account placed its last orders.
    placed: Arc<Mutex<HashMap<i64, Vec<Instant>>>>,
}

/// Builds the service.
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
        .route("/openapi.json", get(openapi::document))
        .route("/docs", get(openapi::page))
        .nest("/problems", httperr::axum::pages(Pages::new::<ShopError>().service("The shop")))
        .fallback(api::no_route)
        .method_not_allowed_fallback(api::method_not_allowed)
        .layer(DefaultBodyLimit::max(16 * 1024))
        // A browser gets a page, and reason phrases are in English or Chinese.
        .layer(
            ErrorLayer::new().negotiate(Negotiation::new().html().xml()).translate(ReasonPhrases),
        )
        .with_state(Shop { store, placed: Arc::default() })
}

/// Requests to try. `TOKEN` is the one that the response to a new account contains.
const REQUESTS: [&str; 14] = [
    "/openapi.json",
    "/problems/out-of-stock",
    "/products",
    "/products/99",
    "/products/99 -H 'Accept: application/problem+xml'",
    "/products/x",
    "/account",
    "/report",
    "/nowhere",
    "/products -X DELETE",
    "/accounts --json '{\"email\": \"nobody\", \"password\": \"short\"}'",
    "/accounts --json '{\"email\": \"me@example.com\", \"password\": \"long enough\"}'",
    "/orders --json '{\"product\": 2, \"quantity\": 3}' -H 'Authorization: Bearer TOKEN'",
    "/orders/1/payment --json '{\"card\": \"declined\"}' -H 'Authorization: Bearer TOKEN'",
];

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    // With a filter by target, `httperr` has to be one: `RUST_LOG=shop=debug,httperr=debug`.
    tracing_subscriber::fmt().with_max_level(LevelFilter::DEBUG).init();
    let port = std::env::var("PORT").map_or(Ok(3000), |port| port.parse())?;
    let listener = TcpListener::bind(("127.0.0.1", port))
        .await
        .map_err(|error| format!("port {port} is not available, set PORT to another: {error}"))?;
    let address = listener.local_addr()?;
    println!("Listening on http://{address}\n\nThe documentation: http://{address}/docs\n\nTry:");
    for request in REQUESTS {
        println!("  curl -i http://{address}{request}");
    }
    let app = app(Store::new().await?);
    axum::serve(listener, app)
        .with_graceful_shutdown(async {
            let _ = tokio::signal::ctrl_c().await;
        })
        .await?;
    Ok(())
}
