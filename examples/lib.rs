//! Services that answer their errors with httperr. Each is a folder, and an example to run:
//! `cargo run --example shop`.
//!
//! `axum`, `actix_web`, `rocket` and `hyper` are one small service four times, with the errors of
//! [`errors`].

pub mod actix_web;
pub mod axum;
pub mod envelope;
pub mod errors;
pub mod hyper;
pub mod rocket;
pub mod shop;

use std::env;
use std::error::Error;
use std::net::SocketAddr;

use tokio::net::TcpListener;
use tracing_subscriber::filter::LevelFilter;

/// The port of the environment, 3000 unless it is set.
///
/// # Errors
///
/// If it is no port.
pub fn port() -> Result<u16, String> {
    match env::var("PORT") {
        Ok(port) => port.parse().map_err(|_| format!("PORT is no port: {port:?}")),
        Err(_) => Ok(3000),
    }
}

/// Says where the small service listens, and what to try.
pub fn tell(address: SocketAddr) {
    let requests = [
        "/errors/sign-in",
        "/errors/limited",
        "/errors/database",
        "/orders/7",
        "/orders/x",
        "/orders --json '{\"quantity\": 3}'",
        "/orders --json '{'",
        "/orders -X DELETE",
        "/nowhere",
    ];
    tell_of(address, &requests);
}

fn tell_of(address: SocketAddr, requests: &[&str]) {
    println!("Listening on http://{address}\n\nTry:");
    for request in requests {
        println!("  curl -i http://{address}{request}");
    }
}

/// Serves an application on axum until Ctrl-C, with its log, and tells what to try.
///
/// # Errors
///
/// If there is no port, or it is taken.
pub async fn serve(app: ::axum::Router, requests: &[&str]) -> Result<(), Box<dyn Error>> {
    tracing_subscriber::fmt().with_max_level(LevelFilter::DEBUG).init();
    let port = port()?;
    let listener = TcpListener::bind(("127.0.0.1", port))
        .await
        .map_err(|error| format!("port {port} cannot be had, set PORT to another: {error}"))?;
    tell_of(listener.local_addr()?, requests);
    ::axum::serve(listener, app)
        .with_graceful_shutdown(async {
            let _ = tokio::signal::ctrl_c().await;
        })
        .await?;
    Ok(())
}
