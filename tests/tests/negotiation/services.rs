//! The same service on seven servers, in three settings.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::mpsc::{channel, Sender};
use std::thread;

use httperr::{HttpError, Negotiation, ReasonPhrases};

use super::errors::{named, Texts};

/// What the client can choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// Formats and languages.
    All,
    /// HTML and text, formats of the application included, and reason phrases in Chinese.
    Envelopes,
    /// The declared languages alone.
    Default,
}

macro_rules! configured {
    ($layer:expr, $setting:expr) => {
        match $setting {
            Setting::All => $layer.negotiate(Negotiation::all()).translate(Texts),
            Setting::Envelopes => $layer
                .negotiate(Negotiation::new().html().text().envelopes())
                .translate(ReasonPhrases),
            Setting::Default => $layer,
        }
    };
}

type Boxed = Box<dyn HttpError + Send + Sync>;

/// Returns the servers. axum is the first, with which the others are compared.
pub fn start(setting: Setting) -> [(&'static str, SocketAddr); 7] {
    fn run(serve: impl FnOnce(Sender<SocketAddr>) + Send + 'static) -> SocketAddr {
        let (sender, receiver) = channel();
        thread::spawn(move || serve(sender));
        receiver.recv().unwrap()
    }

    [
        ("axum", run(move |sender| on_axum(setting, &sender))),
        ("actix-web", run(move |sender| on_actix_web(setting, &sender))),
        ("Rocket", run(move |sender| on_rocket(setting, sender))),
        ("poem", run(move |sender| on_poem(setting, &sender))),
        ("salvo", run(move |sender| on_salvo(setting, &sender))),
        ("warp", run(move |sender| on_warp(setting, &sender))),
        ("hyper", run(move |sender| on_hyper(setting, &sender))),
    ]
}

fn block_on(future: impl std::future::Future) {
    tokio::runtime::Runtime::new().unwrap().block_on(future);
}

fn on_axum(setting: Setting, sender: &Sender<SocketAddr>) {
    use axum::extract::Path;
    use axum::http::StatusCode;
    use axum::response::IntoResponse;
    use axum::routing::get;

    let plain = || async { (StatusCode::BAD_REQUEST, [("vary", "origin")], "no name") };
    let app = axum::Router::new()
        .route(
            "/errors/{name}",
            get(|Path(name): Path<String>| async move { named(&name).into_response() }),
        )
        .route("/changed", get(|| async { (StatusCode::BAD_GATEWAY, named("no-order")) }))
        .route("/plain", get(plain))
        .layer(configured!(httperr::tower::ErrorLayer::new(), setting));
    block_on(async {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        sender.send(listener.local_addr().unwrap()).unwrap();
        axum::serve(listener, app).await.unwrap();
    });
}

fn on_actix_web(setting: Setting, sender: &Sender<SocketAddr>) {
    use actix_web::http::StatusCode;
    use actix_web::web::{self, Path};
    use actix_web::{App, HttpResponse, HttpServer, Resource, Responder};

    async fn error(name: Path<String>) -> Result<String, Boxed> {
        Err(named(&name))
    }
    async fn changed() -> impl Responder {
        let error: Result<String, Boxed> = Err(named("no-order"));
        error.customize().with_status(StatusCode::BAD_GATEWAY)
    }
    async fn plain() -> HttpResponse {
        HttpResponse::BadRequest()
            .insert_header(("vary", "origin"))
            .content_type("text/plain; charset=utf-8")
            .body("no name")
    }

    let app = move || {
        App::new()
            .wrap(configured!(httperr::actix_web::ErrorMiddleware::new(), setting))
            .service(Resource::new("/errors/{name}").get(error).route(web::head().to(error)))
            .route("/changed", web::get().to(changed))
            .route("/plain", web::get().to(plain))
    };
    let server = HttpServer::new(app).workers(1).bind(("127.0.0.1", 0)).unwrap();
    sender.send(server.addrs()[0]).unwrap();
    actix_web::rt::System::new().block_on(server.run()).unwrap();
}

fn on_rocket(setting: Setting, sender: Sender<SocketAddr>) {
    use rocket::config::LogLevel;
    use rocket::fairing::AdHoc;
    use rocket::http::{Header, Status};
    use rocket::response::status::Custom;
    use rocket::Config;

    #[derive(rocket::Responder)]
    #[response(status = 400, content_type = "text/plain")]
    struct Plain(&'static str, Header<'static>);

    #[rocket::get("/errors/<name>")]
    fn error(name: &str) -> Result<String, Boxed> {
        Err(named(name))
    }
    #[rocket::get("/changed")]
    fn changed() -> Custom<Boxed> {
        Custom(Status::BadGateway, named("no-order"))
    }
    #[rocket::get("/plain")]
    fn plain() -> Plain {
        Plain("no name", Header::new("vary", "origin"))
    }

    let port = {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        listener.local_addr().unwrap().port()
    };
    let config = Config { port, log_level: LogLevel::Off, ..Config::default() };
    let listening = AdHoc::on_liftoff("address", move |_| {
        Box::pin(async move { sender.send(([127, 0, 0, 1], port).into()).unwrap() })
    });
    let app = rocket::build()
        .configure(config)
        .attach(configured!(httperr::rocket::ErrorFairing::new(), setting))
        .attach(listening)
        .mount("/", rocket::routes![error, changed, plain]);
    block_on(async { drop(app.launch().await.unwrap()) });
}

fn on_poem(setting: Setting, sender: &Sender<SocketAddr>) {
    use poem::http::StatusCode;
    use poem::listener::{Acceptor as _, Listener as _, TcpListener};
    use poem::web::Path;
    use poem::{get, handler, EndpointExt as _, IntoResponse, Response, Route, Server};

    #[handler]
    fn error(Path(name): Path<String>) -> Result<String, Boxed> {
        Err(named(&name))
    }
    #[handler]
    fn changed() -> Response {
        let response = httperr::poem::respond(&*named("no-order"));
        response.with_status(StatusCode::BAD_GATEWAY).into_response()
    }
    #[handler]
    fn plain() -> Response {
        "no name".with_status(StatusCode::BAD_REQUEST).with_header("vary", "origin").into_response()
    }

    let app = Route::new()
        .at("/errors/:name", get(error))
        .at("/changed", get(changed))
        .at("/plain", get(plain));
    block_on(async {
        let acceptor = TcpListener::bind("127.0.0.1:0").into_acceptor().await.unwrap();
        let address = acceptor.local_addr().pop().unwrap();
        sender.send(*address.as_socket_addr().unwrap()).unwrap();
        let app = app.with(configured!(httperr::poem::ErrorLayer::new(), setting));
        Server::new_with_acceptor(acceptor).run(app).await.unwrap();
    });
}

fn on_salvo(setting: Setting, sender: &Sender<SocketAddr>) {
    use salvo::http::HeaderValue;
    use salvo::prelude::*;

    #[handler]
    async fn error(request: &mut Request) -> Boxed {
        named(&request.param::<String>("name").unwrap())
    }
    #[handler]
    async fn changed(response: &mut Response) {
        Scribe::render(named("no-order"), response);
        response.status_code(StatusCode::BAD_GATEWAY);
    }
    #[handler]
    async fn plain(response: &mut Response) {
        response.status_code(StatusCode::BAD_REQUEST);
        response.headers_mut().insert("vary", HeaderValue::from_static("origin"));
        response.render("no name");
    }

    let router = Router::new()
        .push(Router::with_path("errors/{name}").get(error).head(error))
        .push(Router::with_path("changed").get(changed))
        .push(Router::with_path("plain").get(plain));
    let service =
        Service::new(router).hoop(configured!(httperr::salvo::ErrorLayer::new(), setting));
    block_on(async {
        let acceptor = TcpListener::new("127.0.0.1:0").bind().await;
        sender.send(acceptor.local_addr().unwrap()).unwrap();
        Server::new(acceptor).serve(service).await;
    });
}

fn on_warp(setting: Setting, sender: &Sender<SocketAddr>) {
    use tower::Layer as _;
    use warp::http::StatusCode;
    use warp::reply::{with_header, with_status};
    use warp::Filter as _;

    let method = warp::get().or(warp::head()).unify();
    let routes = warp::path!("errors" / String)
        .and(method)
        .map(|name: String| named(&name))
        .or(warp::path!("changed").map(|| with_status(named("no-order"), StatusCode::BAD_GATEWAY)))
        .or(warp::path!("plain").map(|| {
            with_header(with_status("no name", StatusCode::BAD_REQUEST), "vary", "origin")
        }));
    let layer = configured!(httperr::warp::ErrorLayer::new(), setting);
    serve(layer.layer(warp::service(routes)), sender);
}

fn on_hyper(setting: Setting, sender: &Sender<SocketAddr>) {
    use http_body_util::Full;
    use httperr::bytes::Bytes;
    use httperr::http::{Request, Response};
    use hyper::body::Incoming;
    use tower::Layer as _;

    async fn route(request: Request<Incoming>) -> Result<Response<Full<Bytes>>, Infallible> {
        let path = request.uri().path();
        let mut response = Response::new(Bytes::new());
        if let Some(name) = path.strip_prefix("/errors/") {
            response = named(name).to_response();
        } else if path == "/changed" {
            response = named("no-order").to_response();
            *response.status_mut() = httperr::status!(502);
        } else if path == "/plain" {
            *response.body_mut() = "no name".into();
            *response.status_mut() = httperr::status!(400);
            response.headers_mut().insert("vary", "origin".parse().unwrap());
            response.headers_mut().insert("content-type", "text/plain".parse().unwrap());
        } else {
            *response.status_mut() = httperr::status!(404);
        }
        Ok(response.map(Full::from))
    }

    let layer = configured!(httperr::tower::ErrorLayer::new(), setting);
    serve(layer.layer(tower::service_fn(route)), sender);
}

/// Runs a service of tower on hyper.
fn serve<S, B>(service: S, sender: &Sender<SocketAddr>)
where
    S: tower::Service<
        httperr::http::Request<hyper::body::Incoming>,
        Response = httperr::http::Response<B>,
        Error = Infallible,
    >,
    S: Clone + Send + 'static,
    S::Future: Send,
    B: hyper::body::Body + Send + 'static,
    B::Data: Send,
    B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    use tower::ServiceExt as _;

    block_on(async {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        sender.send(listener.local_addr().unwrap()).unwrap();
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            let service = service.clone();
            let service =
                hyper::service::service_fn(move |request| service.clone().oneshot(request));
            let connection = hyper::server::conn::http1::Builder::new()
                .serve_connection(hyper_util::rt::TokioIo::new(stream), service);
            // A client that disconnects is not an error of the service.
            tokio::spawn(async { drop(connection.await) });
        }
    });
}
