use std::net::SocketAddr;

use httperr::rocket::ErrorFairing;
use httperr::{AnyError, HttpError, Problem};
use rocket::config::{Config, LogLevel};
use rocket::data::{Limits, ToByteUnit as _};
use rocket::fairing::AdHoc;
use rocket::form::Form;
use rocket::http::{ContentType, Status};
use rocket::response::content::RawHtml;
use rocket::response::status::Custom;
use rocket::serde::json::{Error, Json};

use super::errors::{self, AnyhowError, ApiError, EnvelopeError};
use super::{panic_with, Format, NewOrder, HTML, LIMIT};

#[derive(Debug, thiserror::Error, HttpError)]
enum Rejected<'r> {
    #[error("{0}")]
    #[http(transparent)]
    Json(Error<'r>),
}

#[rocket::get("/errors/<name>")]
fn error(name: &str) -> Result<String, ApiError> {
    Err(ApiError::named(name))
}
#[rocket::get("/envelope/<name>")]
fn envelope(name: &str) -> Result<String, EnvelopeError> {
    Err(EnvelopeError::named(name))
}
#[rocket::get("/anyhow/<name>")]
fn anyhow(name: &str) -> Result<String, AnyhowError> {
    Err(errors::anyhow(name))
}
#[rocket::get("/problem")]
fn problem() -> Result<String, Problem> {
    Err(errors::problem())
}
#[rocket::get("/any")]
fn any() -> Result<String, AnyError> {
    Err(errors::any_error())
}
#[rocket::get("/boxed")]
fn boxed() -> Result<String, Box<dyn HttpError + Send + Sync>> {
    Err(errors::boxed())
}
#[rocket::get("/orders/<id>")]
fn order(id: u64) -> Result<String, ApiError> {
    Err(ApiError::NoOrder(id))
}
#[rocket::get("/search?<limit>")]
fn search(limit: u8) -> String {
    limit.to_string()
}
#[rocket::post("/orders", data = "<order>")]
fn place(order: Json<NewOrder>) -> String {
    order.place()
}
#[rocket::post("/declared", data = "<order>")]
fn declared(order: Result<Json<NewOrder>, Error<'_>>) -> Result<String, Rejected<'_>> {
    Ok(order.map_err(Rejected::Json)?.place())
}
#[rocket::post("/form", data = "<order>")]
fn form(order: Form<NewOrder>) -> String {
    order.place()
}
#[rocket::get("/plain")]
fn plain() -> Custom<(ContentType, &'static str)> {
    Custom(Status::BadRequest, (ContentType::Plain, "no name"))
}
#[rocket::get("/bare")]
fn bare() -> Status {
    Status::Forbidden
}
#[rocket::get("/html")]
fn html() -> Custom<RawHtml<&'static str>> {
    Custom(Status::NotFound, RawHtml(HTML))
}
#[rocket::get("/changed")]
fn changed() -> Custom<ApiError> {
    Custom(Status::BadGateway, ApiError::NoOrder(7))
}
#[rocket::get("/fine")]
fn fine() -> &'static str {
    "fine"
}
#[rocket::get("/panic/<payload>")]
async fn panics(payload: &str) -> &'static str {
    tokio::task::yield_now().await;
    panic_with(payload)
}

pub fn serve(format: Format, listening: impl FnOnce(SocketAddr) + Send + Sync + 'static) {
    let routes = rocket::routes![
        error, envelope, anyhow, problem, any, boxed, order, search, place, declared, form, plain,
        bare, html, changed, fine, panics
    ];
    let port = {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        listener.local_addr().unwrap().port()
    };
    let config = Config {
        port,
        log_level: LogLevel::Off,
        limits: Limits::default().limit("json", LIMIT.bytes()).limit("form", LIMIT.bytes()),
        ..Config::default()
    };
    let listening = AdHoc::on_liftoff("address", move |_| {
        Box::pin(async move { listening(([127, 0, 0, 1], port).into()) })
    });
    let app = rocket::build()
        .configure(config)
        .attach(match format {
            Format::Problem => ErrorFairing::new(),
            Format::Envelope => ErrorFairing::new().format_of::<EnvelopeError>(),
        })
        .attach(listening)
        .mount("/api/v1", routes.clone())
        .mount("/", routes);
    tokio::runtime::Runtime::new().unwrap().block_on(app.launch()).unwrap();
}
