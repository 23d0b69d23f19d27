use std::net::SocketAddr;

use actix_web::http::StatusCode;
use actix_web::web::{self, Form, FormConfig, Json, JsonConfig, Path, Query, ServiceConfig};
use actix_web::{App, HttpResponse, HttpServer, Resource, Responder};
use httperr::actix_web::{handler, ErrorMiddleware};
use httperr::{AnyError, HttpError, Problem};

use super::errors::{self, AnyhowError, ApiError, EnvelopeError};
use super::{panic_with, Format, NewOrder, Search, HTML, LIMIT};

async fn error(name: Path<String>) -> Result<String, ApiError> {
    Err(ApiError::named(&name))
}
async fn envelope(name: Path<String>) -> Result<String, EnvelopeError> {
    Err(EnvelopeError::named(&name))
}
async fn anyhow(name: Path<String>) -> Result<String, AnyhowError> {
    Err(errors::anyhow(&name))
}
async fn problem() -> Result<String, Problem> {
    Err(errors::problem())
}
async fn any() -> Result<String, AnyError> {
    Err(errors::any_error())
}
async fn boxed() -> Result<String, Box<dyn HttpError + Send + Sync>> {
    Err(errors::boxed())
}
async fn order(id: Path<u64>) -> Result<String, ApiError> {
    Err(ApiError::NoOrder(*id))
}
async fn search(search: Query<Search>) -> String {
    search.limit.to_string()
}
async fn place(order: Json<NewOrder>) -> String {
    order.place()
}
async fn form(order: Form<NewOrder>) -> String {
    order.place()
}
async fn plain() -> (&'static str, StatusCode) {
    ("no name", StatusCode::BAD_REQUEST)
}
async fn bare() -> HttpResponse {
    HttpResponse::Forbidden().finish()
}
async fn html() -> HttpResponse {
    HttpResponse::NotFound().content_type("text/html; charset=utf-8").body(HTML)
}
async fn changed() -> impl Responder {
    let error: Result<String, _> = Err(ApiError::NoOrder(7));
    error.customize().with_status(StatusCode::BAD_GATEWAY)
}
async fn panics(payload: Path<String>) -> &'static str {
    tokio::task::yield_now().await;
    panic_with(&payload)
}

/// Returns a resource with `GET` and `HEAD`, which is a method like any other.
macro_rules! get {
    ($path:literal, $handler:expr) => {
        Resource::new($path).get($handler).route(web::head().to($handler))
    };
}

fn routes(config: &mut ServiceConfig) {
    config
        .app_data(JsonConfig::default().limit(LIMIT))
        .app_data(FormConfig::default().limit(LIMIT))
        .service(get!("/errors/{name}", error))
        .service(get!("/envelope/{name}", envelope))
        .service(get!("/anyhow/{name}", anyhow))
        .service(get!("/problem", problem))
        .service(get!("/any", any))
        .service(get!("/boxed", boxed))
        .service(get!("/orders/{id}", order))
        .service(get!("/search", search))
        .service(web::resource("/orders").post(place))
        .service(
            web::resource("/declared")
                .app_data(JsonConfig::default().limit(LIMIT).error_handler(handler))
                .post(place),
        )
        .service(web::resource("/form").post(form))
        .service(get!("/plain", plain))
        .service(get!("/bare", bare))
        .service(get!("/html", html))
        .service(get!("/changed", changed))
        .service(get!("/fine", || async { "fine" }))
        .service(get!("/panic/{payload}", panics));
}

pub fn serve(format: Format, listening: impl FnOnce(SocketAddr)) {
    let app = move || {
        let middleware = ErrorMiddleware::new();
        App::new()
            .wrap(match format {
                Format::Problem => middleware,
                Format::Envelope => middleware.format_of::<EnvelopeError>(),
            })
            .service(web::scope("/api/v1").configure(routes))
            .configure(routes)
    };
    let server = HttpServer::new(app).workers(1).bind(("127.0.0.1", 0)).unwrap();
    listening(server.addrs()[0]);
    actix_web::rt::System::new().block_on(server.run()).unwrap();
}
