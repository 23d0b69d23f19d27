//! Services that answer their errors with httperr. Each is a folder, and an example to run:
//! `cargo run --example shop`.
//!
//! `axum`, `actix_web`, `rocket` and `hyper` are one small service four times, with the errors of
//! [`errors`].

use std::env;
use std::net::SocketAddr;

pub mod actix_web;
pub mod axum;
pub mod errors;
pub mod hyper;
pub mod rocket;
pub mod shop;

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

/// Says where a service listens, and what to try.
pub fn tell(address: SocketAddr) {
    println!("The service listens on http://{address}\n\nTry:");
    for command in [
        "/errors/sign-in",
        "/errors/limited",
        "/errors/database",
        "/orders/7",
        "/orders/x",
        "/orders --json '{\"quantity\": 3}'",
        "/orders --json '{'",
        "/orders -X DELETE",
        "/nowhere",
    ] {
        println!("  curl -i http://{address}{command}");
    }
}
