use std::net::SocketAddr;

use httperr::salvo::ErrorLayer;
use httperr::{AnyError, HttpError, Problem};
use salvo::http::request::SecureMaxSize;
use salvo::http::ParseError;
use salvo::prelude::*;

use super::errors::{self, AnyhowError, ApiError, EnvelopeError};
use super::{panic_with, Format, NewOrder, Search, HTML, LIMIT};

#[derive(Debug, thiserror::Error, HttpError)]
enum Rejected {
    #[error(transparent)]
    #[http(transparent)]
    Parse(#[from] ParseError),
}

fn name(request: &Request) -> &str {
    request.params().get("name").map(String::as_str).unwrap_or_default()
}

#[handler]
async fn declared_error(request: &mut Request) -> ApiError {
    ApiError::named(name(request))
}
#[handler]
async fn envelope(request: &mut Request) -> EnvelopeError {
    EnvelopeError::named(name(request))
}
#[handler]
async fn anyhow(request: &mut Request) -> AnyhowError {
    errors::anyhow(name(request))
}
#[handler]
async fn problem() -> Problem {
    errors::problem()
}
#[handler]
async fn any() -> AnyError {
    errors::any_error()
}
#[handler]
async fn boxed() -> Box<dyn HttpError + Send + Sync> {
    errors::boxed()
}
#[handler]
async fn find_order(request: &mut Request) -> Result<String, ParseErrorOr> {
    let id = request.try_param("name").map_err(ParseErrorOr::Parse)?;
    Err(ParseErrorOr::Api(ApiError::NoOrder(id)))
}
#[handler]
async fn find(request: &mut Request) -> Result<String, ParseError> {
    let search: Search = request.parse_queries()?;
    Ok(search.limit.to_string())
}
#[handler]
async fn place(request: &mut Request) -> Result<String, ParseError> {
    let order: NewOrder = request.parse_json().await?;
    Ok(order.place())
}
#[handler]
async fn declared(request: &mut Request) -> Result<String, Rejected> {
    let order: NewOrder = request.parse_json().await?;
    Ok(order.place())
}
#[handler]
async fn form(request: &mut Request) -> Result<String, ParseError> {
    let order: NewOrder = request.parse_form().await?;
    Ok(order.place())
}
#[handler]
async fn plain(response: &mut Response) {
    response.status_code(StatusCode::BAD_REQUEST);
    response.render("no name");
}
#[handler]
async fn bare(response: &mut Response) {
    response.status_code(StatusCode::FORBIDDEN);
}
#[handler]
async fn html(response: &mut Response) {
    response.status_code(StatusCode::NOT_FOUND);
    response.render(Text::Html(HTML));
}
#[handler]
async fn changed(response: &mut Response) {
    response.render(ApiError::NoOrder(7));
    response.status_code(StatusCode::BAD_GATEWAY);
}
#[handler]
async fn fine() -> &'static str {
    "fine"
}
#[handler]
async fn panics(request: &mut Request) -> &'static str {
    tokio::task::yield_now().await;
    panic_with(name(request))
}

/// An error of a handler whose rejections are those of salvo.
enum ParseErrorOr {
    Parse(ParseError),
    Api(ApiError),
}

#[async_trait]
impl Writer for ParseErrorOr {
    async fn write(self, request: &mut Request, depot: &mut Depot, response: &mut Response) {
        match self {
            ParseErrorOr::Parse(error) => error.write(request, depot, response).await,
            ParseErrorOr::Api(error) => error.render(response),
        }
    }
}

fn routes(router: Router) -> Router {
    macro_rules! get {
        ($path:literal $handler:ident) => {
            Router::with_path($path).get($handler).head($handler)
        };
    }
    router
        .push(get!("errors/{name}" declared_error))
        .push(get!("envelope/{name}" envelope))
        .push(get!("anyhow/{name}" anyhow))
        .push(get!("problem" problem))
        .push(get!("any" any))
        .push(get!("boxed" boxed))
        .push(get!("orders/{name}" find_order))
        .push(get!("search" find))
        .push(Router::with_path("orders").post(place))
        .push(Router::with_path("declared").post(declared))
        .push(Router::with_path("form").post(form))
        .push(get!("plain" plain))
        .push(get!("bare" bare))
        .push(get!("html" html))
        .push(get!("changed" changed))
        .push(get!("fine" fine))
        .push(get!("panic/{name}" panics))
}

pub fn serve(format: Format, listening: impl FnOnce(SocketAddr)) {
    let router = routes(Router::new()).push(routes(Router::with_path("api/v1")));
    let service = match format {
        Format::Problem => Service::new(router).hoop(ErrorLayer::new()),
        Format::Envelope => {
            Service::new(router).hoop(ErrorLayer::new().format_of::<EnvelopeError>())
        }
    };
    let service = service.hoop(SecureMaxSize(LIMIT));
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let acceptor = TcpListener::new("127.0.0.1:0").bind().await;
        listening(acceptor.local_addr().unwrap());
        Server::new(acceptor).serve(service).await;
    });
}
