use actix_web::http::StatusCode;
use actix_web::web::{self, Json, JsonConfig, Path, ServiceConfig};
use actix_web::{App, HttpResponse, HttpServer, Responder};
use httperr::actix_web::ErrorMiddleware;

use super::{ApiError, Envelope, NewOrder, SocketAddr, BOOM, HTML, LIMIT, OWN};

async fn order(id: Path<u64>) -> Result<String, ApiError> {
    Err(ApiError::NoOrder(*id))
}
async fn constant() -> Result<String, ApiError> {
    Err(ApiError::Constant)
}
async fn text() -> Result<String, ApiError> {
    Err(ApiError::Text)
}
async fn plain() -> (&'static str, StatusCode) {
    ("no name", StatusCode::BAD_REQUEST)
}
async fn html() -> HttpResponse {
    HttpResponse::NotFound().content_type("text/html; charset=utf-8").body(HTML)
}
async fn own() -> HttpResponse {
    HttpResponse::Conflict().content_type("application/json").body(OWN)
}
async fn changed() -> impl Responder {
    let error: Result<String, _> = Err(ApiError::NoOrder(7));
    error.customize().with_status(StatusCode::IM_A_TEAPOT)
}
async fn changed_envelope() -> impl Responder {
    let error: Result<String, _> = Err(Envelope { status: httperr::status!(410) });
    error.customize().with_status(StatusCode::IM_A_TEAPOT)
}
async fn changed_text() -> impl Responder {
    let error: Result<String, _> = Err(ApiError::Text);
    error.customize().with_status(StatusCode::IM_A_TEAPOT)
}
async fn panics() -> &'static str {
    tokio::task::yield_now().await;
    panic!("{BOOM}")
}
async fn place(_: Json<NewOrder>) -> &'static str {
    "placed"
}

fn routes(config: &mut ServiceConfig) {
    config
        .app_data(JsonConfig::default().limit(LIMIT))
        .service(web::resource("/orders/{id}").get(order))
        .service(web::resource("/constant").get(constant))
        .service(web::resource("/text").get(text))
        .service(web::resource("/plain").get(plain))
        .service(web::resource("/html").get(html))
        .service(web::resource("/own").get(own))
        .service(web::resource("/changed").get(changed))
        .service(web::resource("/changed-envelope").get(changed_envelope))
        .service(web::resource("/changed-text").get(changed_text))
        .service(web::resource("/fine").get(|| async { "fine" }))
        .service(web::resource("/panic").get(panics))
        .service(web::resource("/json").post(place));
}

pub fn serve(listening: impl FnOnce(SocketAddr)) {
    let app = || {
        let envelope = ErrorMiddleware::new().with_error(|status| Envelope { status });
        App::new()
            .wrap(ErrorMiddleware::new())
            .service(web::scope("/api/v1").configure(routes))
            .service(web::scope("/envelope").wrap(envelope).configure(routes))
            .service(web::scope("/kept").wrap(ErrorMiddleware::new().keep_text()).configure(routes))
            .configure(routes)
    };
    let server = HttpServer::new(app).workers(1).bind(("127.0.0.1", 0)).unwrap();
    listening(server.addrs()[0]);
    actix_web::rt::System::new().block_on(server.run()).unwrap();
}
