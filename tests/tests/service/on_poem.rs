use std::net::SocketAddr;

use httperr::poem::ErrorLayer;
use httperr::{AnyError, HttpError, Problem};
use poem::http::StatusCode;
use poem::listener::{Acceptor as _, Listener as _, TcpListener};
use poem::web::{Form, Html, Json, Path, Query};
use poem::{get, handler, post, EndpointExt as _, IntoResponse, Response, Route, Server};

use super::errors::{self, AnyhowError, ApiError, EnvelopeError};
use super::{panic_with, Format, NewOrder, Search, HTML, LIMIT};

#[derive(Debug, thiserror::Error, HttpError)]
enum Rejected {
    #[error(transparent)]
    #[http(transparent)]
    Poem(#[from] poem::Error),
}

#[handler]
fn error(Path(name): Path<String>) -> Result<String, ApiError> {
    Err(ApiError::named(&name))
}
#[handler]
fn envelope(Path(name): Path<String>) -> Result<String, EnvelopeError> {
    Err(EnvelopeError::named(&name))
}
#[handler]
fn anyhow(Path(name): Path<String>) -> Result<String, AnyhowError> {
    Err(errors::anyhow(&name))
}
#[handler]
fn problem() -> Result<String, Problem> {
    Err(errors::problem())
}
#[handler]
fn any() -> Result<String, AnyError> {
    Err(errors::any_error())
}
#[handler]
fn boxed() -> Result<String, Box<dyn HttpError + Send + Sync>> {
    Err(errors::boxed())
}
#[handler]
fn find_order(Path(id): Path<u64>) -> Result<String, ApiError> {
    Err(ApiError::NoOrder(id))
}
#[handler]
fn find(Query(search): Query<Search>) -> String {
    search.limit.to_string()
}
#[handler]
fn place(Json(order): Json<NewOrder>) -> String {
    order.place()
}
#[handler]
fn declared(order: poem::Result<Json<NewOrder>>) -> Result<String, Rejected> {
    Ok(order?.place())
}
#[handler]
fn form(Form(order): Form<NewOrder>) -> String {
    order.place()
}
#[handler]
fn plain() -> (StatusCode, &'static str) {
    (StatusCode::BAD_REQUEST, "no name")
}
#[handler]
fn bare() -> StatusCode {
    StatusCode::FORBIDDEN
}
#[handler]
fn html() -> Response {
    Html(HTML).with_status(StatusCode::NOT_FOUND).into_response()
}
#[handler]
fn changed() -> Response {
    httperr::poem::respond(&ApiError::NoOrder(7))
        .with_status(StatusCode::BAD_GATEWAY)
        .into_response()
}
#[handler]
fn fine() -> &'static str {
    "fine"
}
#[handler]
async fn panics(Path(payload): Path<String>) -> &'static str {
    tokio::task::yield_now().await;
    panic_with(&payload)
}

fn routes() -> Route {
    Route::new()
        .at("/errors/:name", get(error))
        .at("/envelope/:name", get(envelope))
        .at("/anyhow/:name", get(anyhow))
        .at("/problem", get(problem))
        .at("/any", get(any))
        .at("/boxed", get(boxed))
        .at("/orders/:id", get(find_order))
        .at("/search", get(find))
        .at("/orders", post(place))
        .at("/declared", post(declared))
        .at("/form", post(form))
        .at("/plain", get(plain))
        .at("/bare", get(bare))
        .at("/html", get(html))
        .at("/changed", get(changed))
        .at("/fine", get(fine))
        .at("/panic/:name", get(panics))
}

pub fn serve(format: Format, listening: impl FnOnce(SocketAddr)) {
    let limit = |endpoint: Route| {
        endpoint.around(|endpoint, mut request| async move {
            let body = request.take_body().into_bytes_limit(LIMIT).await?;
            request.set_body(body);
            poem::Endpoint::call(&*endpoint, request).await
        })
    };
    let app = Route::new().nest("/api/v1", limit(routes())).nest("/", limit(routes()));
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let acceptor = TcpListener::bind("127.0.0.1:0").into_acceptor().await.unwrap();
        let address = acceptor.local_addr().pop().unwrap();
        listening(*address.as_socket_addr().unwrap());
        let app = match format {
            Format::Problem => app.with(ErrorLayer::new()).boxed(),
            Format::Envelope => app.with(ErrorLayer::new().format_of::<EnvelopeError>()).boxed(),
        };
        Server::new_with_acceptor(acceptor).run(app).await.unwrap();
    });
}
