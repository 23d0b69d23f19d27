//! Services that answer their errors with httperr. Each is a folder, and an example to run:
//! `cargo run --example shop`.

pub mod envelope;
pub mod shop;

use std::env;
use std::error::Error;

use axum::Router;
use tokio::net::TcpListener;
use tracing_subscriber::filter::LevelFilter;

/// Serves an application until Ctrl-C, with its log, and tells what to try. The environment
/// variable `PORT` says where, 3000 unless it is set.
///
/// # Errors
///
/// `PORT` is no port, or it is taken.
pub async fn serve(app: Router, requests: &[&str]) -> Result<(), Box<dyn Error>> {
    tracing_subscriber::fmt().with_max_level(LevelFilter::DEBUG).init();
    let port = match env::var("PORT") {
        Ok(port) => port.parse().map_err(|_| format!("PORT is no port: {port:?}"))?,
        Err(_) => 3000,
    };
    let listener = TcpListener::bind(("127.0.0.1", port))
        .await
        .map_err(|error| format!("port {port} cannot be had, set PORT to another: {error}"))?;
    let address = listener.local_addr()?;
    println!("Listening on http://{address}\n\nTry:");
    for request in requests {
        println!("  curl -i http://{address}{request}");
    }
    axum::serve(listener, app)
        .with_graceful_shutdown(async {
            let _ = tokio::signal::ctrl_c().await;
        })
        .await?;
    Ok(())
}
