//! Runs the shop: `cargo run --example shop`. `PORT` says where, 3000 unless it is set.

use std::env;
use std::error::Error;

use httperr_examples::shop::{app, store::Store};
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    tracing_subscriber::fmt().with_max_level(tracing_subscriber::filter::LevelFilter::DEBUG).init();
    let port = match env::var("PORT") {
        Ok(port) => port.parse().map_err(|_| format!("PORT is no port: {port:?}"))?,
        Err(_) => 3000,
    };
    let listener = TcpListener::bind(("127.0.0.1", port))
        .await
        .map_err(|error| format!("port {port} cannot be had, set PORT to another: {error}"))?;
    let address = listener.local_addr()?;
    println!("The shop listens on http://{address}\n\nTry:");
    for command in [
        "/products",
        "/products/99",
        "/products/x",
        "/account",
        "/report",
        "/nowhere",
        "/products -X DELETE",
        "/accounts --json '{\"email\": \"nobody\", \"password\": \"short\"}'",
        "/accounts --json '{\"email\": \"me@example.com\", \"password\": \"long enough\"}'",
        "/orders --json '{\"product\": 2, \"quantity\": 3}' -H 'Authorization: Bearer TOKEN'",
        "/orders/1/payment --json '{\"card\": \"declined\"}' -H 'Authorization: Bearer TOKEN'",
    ] {
        println!("  curl -i http://{address}{command}");
    }
    axum::serve(listener, app(Store::new().await?))
        .with_graceful_shutdown(async {
            let _ = tokio::signal::ctrl_c().await;
        })
        .await?;
    Ok(())
}
