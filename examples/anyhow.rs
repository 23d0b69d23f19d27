//! Handlers in which `?` converts every error, on axum.
//!
//! ```sh
//! cargo run -p httperr-examples --example anyhow
//! curl -i localhost:3000/orders/0    # 404, declared below
//! curl -i localhost:3000/orders/1    # 500; the chain of causes is logged, and not sent
//! ```

use anyhow::Context as _;
use axum::{extract::Path, routing::get, Router};
use httperr::{anyhow::Result, status, Problem};

#[tokio::main]
async fn main() -> std::io::Result<()> {
    tracing_subscriber::fmt().with_max_level(tracing_subscriber::filter::LevelFilter::DEBUG).init();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:3000").await?;
    axum::serve(listener, app()).await
}

/// Returns the service.
pub fn app() -> Router {
    Router::new().route("/orders/{id}", get(order))
}

async fn order(Path(id): Path<u64>) -> Result<String> {
    if id == 0 {
        return Err(Problem::new(status!(404)).with_detail("orders begin at 1").into());
    }
    let order = std::fs::read_to_string(format!("/no/such/folder/{id}"))
        .with_context(|| format!("cannot read order {id}"))?;
    Ok(order)
}
