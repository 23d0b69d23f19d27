use httperr::rocket::ErrorFairing;
use rocket::config::{Config, LogLevel};
use rocket::data::{Limits, ToByteUnit as _};
use rocket::fairing::AdHoc;
use rocket::http::{ContentType, Status};
use rocket::response::content::{RawHtml, RawJson};
use rocket::response::status::Custom;
use rocket::serde::json::Json;

use super::{ApiError, Envelope, NewOrder, SocketAddr, BOOM, HTML, LIMIT, OWN};

#[rocket::get("/orders/<id>")]
fn order(id: u64) -> Result<String, ApiError> {
    Err(ApiError::NoOrder(id))
}
#[rocket::get("/constant")]
fn constant() -> Result<String, ApiError> {
    Err(ApiError::Constant)
}
#[rocket::get("/text")]
fn text() -> Result<String, ApiError> {
    Err(ApiError::Text)
}
#[rocket::get("/plain")]
fn plain() -> Custom<(ContentType, &'static str)> {
    Custom(Status::BadRequest, (ContentType::Plain, "no name"))
}
#[rocket::get("/html")]
fn html() -> Custom<RawHtml<&'static str>> {
    Custom(Status::NotFound, RawHtml(HTML))
}
#[rocket::get("/own")]
fn own() -> Custom<RawJson<&'static str>> {
    Custom(Status::Conflict, RawJson(OWN))
}
#[rocket::get("/changed")]
fn changed() -> Custom<ApiError> {
    Custom(Status::ImATeapot, ApiError::NoOrder(7))
}
#[rocket::get("/changed-envelope")]
fn changed_envelope() -> Custom<Envelope> {
    Custom(Status::ImATeapot, Envelope { status: httperr::status!(410) })
}
#[rocket::get("/changed-text")]
fn changed_text() -> Custom<ApiError> {
    Custom(Status::ImATeapot, ApiError::Text)
}
#[rocket::get("/fine")]
fn fine() -> &'static str {
    "fine"
}
#[rocket::get("/panic")]
async fn panics() -> &'static str {
    tokio::task::yield_now().await;
    panic!("{BOOM}")
}
#[rocket::post("/json", data = "<_order>")]
fn place(_order: Json<NewOrder>) -> &'static str {
    "placed"
}

pub fn serve(listening: impl FnOnce(SocketAddr) + Send + Sync + 'static) {
    let routes = rocket::routes![
        order,
        constant,
        text,
        plain,
        html,
        own,
        changed,
        changed_envelope,
        changed_text,
        fine,
        panics,
        place
    ];
    let port = super::free_port();
    let config = Config {
        port,
        log_level: LogLevel::Off,
        limits: Limits::default().limit("json", LIMIT.bytes()),
        ..Config::default()
    };
    let listening = AdHoc::on_liftoff("address", move |_| {
        Box::pin(async move { listening(([127, 0, 0, 1], port).into()) })
    });
    let app = rocket::build()
        .configure(config)
        .attach(ErrorFairing::new())
        .attach(listening)
        .mount("/api/v1", routes.clone())
        .mount("/", routes);
    tokio::runtime::Runtime::new().unwrap().block_on(app.launch()).unwrap();
}
