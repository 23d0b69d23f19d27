//! The service on actix-web.

use std::error::Error;
use std::net::SocketAddr;

use actix_web::middleware::ErrorHandlers;
use actix_web::web::{self, Json, JsonConfig, Path, PathConfig};
use actix_web::{App, HttpServer};

use crate::errors::{ApiError, NewOrder};

async fn error(name: Path<String>) -> Result<String, ApiError> {
    Err(ApiError::named(&name))
}

async fn order(id: Path<u64>) -> Result<String, ApiError> {
    Err(ApiError::NoOrder { id: *id })
}

async fn place_order(order: Json<NewOrder>) -> Result<&'static str, ApiError> {
    order.place()
}

/// Runs the service, and tells where it listens.
///
/// # Errors
///
/// If the port cannot be had.
pub fn serve(port: u16, listening: impl FnOnce(SocketAddr)) -> Result<(), Box<dyn Error>> {
    let app = || {
        App::new()
            .wrap(ErrorHandlers::new().default_handler(httperr::actix_web::catch))
            .app_data(PathConfig::default().error_handler(httperr::actix_web::handler))
            .app_data(JsonConfig::default().limit(1024))
            // actix-web answers HEAD only where a route is for it.
            .service(web::resource("/errors/{name}").get(error).route(web::head().to(error)))
            .service(web::resource("/orders/{id}").get(order))
            .service(web::resource("/orders").post(place_order))
    };
    let server = HttpServer::new(app).workers(2).bind(("127.0.0.1", port))?;
    server.addrs().first().copied().map(listening);
    Ok(actix_web::rt::System::new().block_on(server.run())?)
}
