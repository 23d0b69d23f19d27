//! `format_of::<ApiError>()`: what the framework rejects has the format of the enum, with the same
//! bytes on axum, actix-web, Rocket and hyper, over a socket.

use std::net::SocketAddr;
use std::sync::mpsc::{channel, Sender};
use std::sync::OnceLock;
use std::thread;

use httperr::http::HeaderName;
use httperr::HttpError;
use httperr_tests::socket;

const VERSION: &str = "7";
const API: HeaderName = HeaderName::from_static("x-api");

#[derive(Debug, thiserror::Error, HttpError)]
#[http(
    type_base = "https://orders.example/problems",
    codes(rename_all = "SCREAMING_SNAKE_CASE", prefix = "E_"),
    extension(sent_by = "orders"),
    header(CACHE_CONTROL = "no-store"),
    header(self::API = VERSION),
    header("x-order" = id),
    header("x-request" = request_id),
    body = { "error": {
        "code": code, "type": type, "status": status, "title": title, "message": detail,
        "version": (VERSION), "order": id, "digits": (id.to_string().len()), "text": (format!("{id}")),
        "optional"?: id, "at"?: instance, ..extensions
    } },
)]
enum ApiError {
    #[error("no order {id}")]
    #[http(404)]
    NoOrder { id: u64 },
}

async fn order() -> Result<String, ApiError> {
    Err(ApiError::NoOrder { id: 7 })
}

mod on_axum {
    use axum::routing::get;
    use axum::Router;
    use httperr::tower::ErrorLayer;

    use super::{order, ApiError, SocketAddr};

    async fn panics() -> &'static str {
        panic!("secret")
    }

    pub fn serve(listening: impl FnOnce(SocketAddr)) {
        let app = Router::new()
            .route("/order", get(order))
            .route("/panic", get(panics))
            .layer(ErrorLayer::new().format_of::<ApiError>());
        tokio::runtime::Runtime::new().unwrap().block_on(async {
            let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
            listening(listener.local_addr().unwrap());
            axum::serve(listener, app).await.unwrap();
        });
    }
}

mod on_actix_web {
    use actix_web::{web, App, HttpServer};
    use httperr::actix_web::ErrorMiddleware;

    use super::{order, ApiError, SocketAddr};

    async fn panics() -> &'static str {
        panic!("secret")
    }

    pub fn serve(listening: impl FnOnce(SocketAddr)) {
        let app = || {
            App::new()
                .wrap(ErrorMiddleware::new().format_of::<ApiError>())
                .service(web::resource("/order").get(order))
                .service(web::resource("/panic").get(panics))
        };
        let server = HttpServer::new(app).workers(1).bind(("127.0.0.1", 0)).unwrap();
        listening(server.addrs()[0]);
        actix_web::rt::System::new().block_on(server.run()).unwrap();
    }
}

mod on_rocket {
    use httperr::rocket::ErrorFairing;
    use rocket::config::{Config, LogLevel};
    use rocket::fairing::AdHoc;

    use super::{ApiError, SocketAddr};

    #[rocket::get("/order")]
    async fn order() -> Result<String, ApiError> {
        super::order().await
    }

    #[rocket::get("/panic")]
    fn panics() -> &'static str {
        panic!("secret")
    }

    pub fn serve(listening: impl FnOnce(SocketAddr) + Send + Sync + 'static) {
        let port = super::free_port();
        let config = Config { port, log_level: LogLevel::Off, ..Config::default() };
        let listening = AdHoc::on_liftoff("address", move |_| {
            Box::pin(async move { listening(([127, 0, 0, 1], port).into()) })
        });
        let app = rocket::build()
            .configure(config)
            .attach(ErrorFairing::new().format_of::<ApiError>())
            .attach(listening)
            .mount("/", rocket::routes![order, panics]);
        tokio::runtime::Runtime::new().unwrap().block_on(app.launch()).unwrap();
    }
}

mod on_hyper {
    use std::convert::Infallible;

    use bytes::Bytes;
    use http_body_util::Full;
    use httperr::http::{Request, Response, StatusCode};
    use httperr::tower::ErrorLayer;
    use httperr::HttpError;
    use hyper::body::Incoming;
    use hyper::server::conn::http1;
    use hyper_util::rt::TokioIo;
    use hyper_util::service::TowerToHyperService;
    use tower::{service_fn, Layer};

    use super::{ApiError, SocketAddr};

    async fn respond(request: Request<Incoming>) -> Result<Response<Full<Bytes>>, Infallible> {
        Ok(match request.uri().path() {
            "/order" => ApiError::NoOrder { id: 7 }.to_response().map(Full::new),
            "/panic" => panic!("secret"),
            _ => {
                let mut response = Response::new(Full::default());
                *response.status_mut() = StatusCode::NOT_FOUND;
                response
            }
        })
    }

    pub fn serve(listening: impl FnOnce(SocketAddr)) {
        let layer = ErrorLayer::new().format_of::<ApiError>();
        tokio::runtime::Runtime::new().unwrap().block_on(async {
            let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
            listening(listener.local_addr().unwrap());
            loop {
                let (stream, _) = listener.accept().await.unwrap();
                let service = TowerToHyperService::new(layer.layer(service_fn(respond)));
                let served = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
                tokio::spawn(served);
            }
        });
    }
}

fn free_port() -> u16 {
    std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

fn start(serve: impl FnOnce(Sender<SocketAddr>) + Send + 'static) -> SocketAddr {
    let (sender, receiver) = channel();
    thread::spawn(move || serve(sender));
    receiver.recv().unwrap()
}

fn services() -> [(&'static str, SocketAddr); 4] {
    static SERVICES: OnceLock<[(&str, SocketAddr); 4]> = OnceLock::new();
    *SERVICES.get_or_init(|| {
        [
            ("axum", start(|sender| on_axum::serve(move |at| sender.send(at).unwrap()))),
            ("actix-web", start(|sender| on_actix_web::serve(move |at| sender.send(at).unwrap()))),
            ("Rocket", start(|sender| on_rocket::serve(move |at| sender.send(at).unwrap()))),
            ("hyper", start(|sender| on_hyper::serve(move |at| sender.send(at).unwrap()))),
        ]
    })
}

fn send(address: SocketAddr, method: &str, path: &str) -> socket::Response {
    socket::send(address, method, path, &[("x-request-id", b"r1")], None)
}

fn envelope(code: &str, status: u16, title: &str, at: &str) -> String {
    format!(
        r#"{{"error":{{"code":"{code}","type":"about:blank","status":{status},"title":"{title}","message":"{title}","version":"7","order":null,"digits":null,"text":null,"at":"{at}","sent_by":"orders"}}}}"#
    )
}

#[test]
fn what_the_framework_rejects_has_the_format_of_the_enum() {
    for (service, address) in services() {
        for (path, status, code, title) in [
            ("/nowhere", 404, "E_NOT_FOUND", "Not Found"),
            ("/panic", 500, "E_INTERNAL_SERVER_ERROR", "Internal Server Error"),
        ] {
            let response = send(address, "GET", path);
            assert_eq!(response.text(), envelope(code, status, title, path), "{service}");
            assert_eq!(response.status, status, "{service}");
            for (name, value) in [
                ("content-type", "application/json"),
                ("cache-control", "no-store"),
                ("x-api", "7"),
                ("x-request", "r1"),
            ] {
                assert_eq!(response.values(name), [value], "{name} on {service}");
            }
            assert!(response.values("x-order").is_empty(), "{service}");
        }
    }
}

#[test]
fn a_case_of_the_enum_is_sent_as_declared() {
    let body = r#"{"error":{"code":"E_NO_ORDER","type":"https://orders.example/problems/E_NO_ORDER","status":404,"title":"No order","message":"no order 7","version":"7","order":7,"digits":1,"text":"7","optional":7,"at":"/order","sent_by":"orders"}}"#;
    for (service, address) in services() {
        let response = send(address, "GET", "/order");
        assert_eq!((response.status, response.text().as_str()), (404, body), "{service}");
        assert_eq!(response.values("x-order"), ["7"], "{service}");
    }
}

#[test]
fn an_unsupported_method_keeps_allow() {
    let [axum, actix_web, ..] = services();
    for (service, address) in [axum, actix_web] {
        let response = send(address, "DELETE", "/order");
        let body = envelope("E_METHOD_NOT_ALLOWED", 405, "Method Not Allowed", "/order");
        assert_eq!((response.status, response.text()), (405, body), "{service}");
        assert!(response.values("allow")[0].starts_with("GET"), "{service}");
    }
}
