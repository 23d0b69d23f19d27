//! The service on Rocket.

use std::error::Error;
use std::net::SocketAddr;

use httperr::HttpError;
use rocket::config::LogLevel;
use rocket::data::{Limits, ToByteUnit};
use rocket::fairing::AdHoc;
use rocket::serde::json::{self, Json};
use rocket::{get, post, routes, Config};

use crate::errors::{ApiError, NewOrder};

/// What handlers fail with here: the service's errors, and those of Rocket's guards.
#[derive(Debug, thiserror::Error, HttpError)]
enum Failure<'r> {
    #[error(transparent)]
    #[http(transparent)]
    Api(#[from] ApiError),
    // No `#[from]`: a source is `'static`, and this borrows from the request.
    #[error("the body was rejected")]
    #[http(transparent)]
    Json(json::Error<'r>),
}

#[get("/errors/<name>")]
fn error(name: &str) -> ApiError {
    ApiError::named(name)
}

#[get("/orders/<id>")]
fn order(id: u64) -> Result<String, ApiError> {
    Err(ApiError::NoOrder { id })
}

#[post("/orders", data = "<order>")]
fn place_order(
    order: Result<Json<NewOrder>, json::Error<'_>>,
) -> Result<&'static str, Failure<'_>> {
    let Json(order) = order.map_err(Failure::Json)?;
    Ok(order.place()?)
}

/// Runs the service, and tells where it listens.
///
/// # Errors
///
/// If the port cannot be had.
pub fn serve(
    port: u16,
    listening: impl FnOnce(SocketAddr) + Send + Sync + 'static,
) -> Result<(), Box<dyn Error>> {
    let config = Config {
        port,
        limits: Limits::default().limit("json", 1.kibibytes()),
        log_level: LogLevel::Off,
        ..Config::default()
    };
    let app = rocket::custom(config)
        .mount("/", routes![error, order, place_order])
        .register("/", httperr::rocket::catchers())
        .attach(AdHoc::on_liftoff("where it listens", |rocket| {
            listening(SocketAddr::new(rocket.config().address, rocket.config().port));
            Box::pin(async {})
        }));
    rocket::execute(app.launch())?;
    Ok(())
}
