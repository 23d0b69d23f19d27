//! The layer of the feature `tower`, around a service on axum, over a socket, with a real client.

use std::convert::Infallible;
use std::future::{ready, Future};
use std::io::{Read as _, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::panic::panic_any;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::Poll;
use std::thread;
use std::time::Duration;

use axum::body::Body;
use axum::extract::Path;
use axum::http::{self, Response, StatusCode};
use axum::response::IntoResponse as _;
use axum::routing::{get, post};
use axum::{Json, Router};
use httperr::tower::ErrorLayer;
use httperr::{Context, HttpError};
use serde_json::{json, Value};
use tower::{Layer as _, Service as _, ServiceExt as _};
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::timeout::TimeoutLayer;
use ureq::http::{HeaderMap, Request};
use ureq::Agent;

#[derive(Debug, thiserror::Error, HttpError)]
enum ApiError {
    #[error("no order {0}")]
    #[http(404)]
    NoOrder(u64),
    #[error("plain")]
    #[http(410, body = text)]
    Plain,
    #[error("constant")]
    #[http(409)]
    Constant,
}

#[derive(Debug, thiserror::Error, HttpError)]
#[error("{status}")]
#[http(status = status, body = { "error": { "status": status, "message": title, "id"?: request_id } })]
struct EnvelopeError {
    status: StatusCode,
}

fn routes() -> Router {
    Router::new()
        .route(
            "/orders/{id}",
            get(|Path(id): Path<u64>| async move { Err::<(), _>(ApiError::NoOrder(id)) }),
        )
        .route("/constant", get(|| async { ApiError::Constant }))
        .route("/plain", get(|| async { ApiError::Plain }))
        .route(
            "/spawned",
            get(|| async {
                let response = tokio::task::spawn_blocking(|| ApiError::Plain.into_response());
                response.await.unwrap()
            }),
        )
        .route("/own", get(|| async { (StatusCode::CONFLICT, Json(json!({"mine": true}))) }))
        .route("/fine", get(|| async { "fine" }))
        .route("/json", post(|Json(_): Json<Vec<u8>>| async {}))
        .route("/slow", get(|| async { tokio::time::sleep(Duration::from_secs(60)).await }))
        .route("/panic", get(panics).post(panics))
        .route("/later", get(panics_later))
        .layer(RequestBodyLimitLayer::new(64))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::REQUEST_TIMEOUT,
            Duration::from_millis(200),
        ))
}

async fn panics() -> &'static str {
    panic!("secret of the panic")
}

async fn panics_later() -> &'static str {
    tokio::task::yield_now().await;
    let text = String::from("secret of the panic");
    panic!("{text}")
}

fn start(app: Router) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    listener.set_nonblocking(true).unwrap();
    thread::spawn(move || {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener).unwrap();
            axum::serve(listener, app).await.unwrap();
        });
    });
    address
}

struct ClientResponse {
    status: u16,
    headers: HeaderMap,
    body: String,
}

fn send(app: Router, method: &str, path: &str, body: &str) -> ClientResponse {
    let agent: Agent = Agent::config_builder()
        .http_status_as_error(false)
        .allow_non_standard_methods(true)
        .build()
        .into();
    let request = Request::builder()
        .method(method)
        .uri(format!("http://{}{path}", start(app)))
        .header("x-request-id", "8a2c")
        .header("content-type", "application/json")
        .body(body.to_owned())
        .unwrap();
    let mut response = agent.run(request).unwrap();
    ClientResponse {
        status: response.status().as_u16(),
        headers: response.headers().clone(),
        body: response.body_mut().read_to_string().unwrap(),
    }
}

/// Asserts the problem document of a response.
#[track_caller]
fn assert_problem(method: &str, path: &str, body: &str, expected: &Value) -> HeaderMap {
    let response = send(routes().layer(ErrorLayer::new()), method, path, body);
    assert_eq!(response.headers["content-type"], "application/problem+json");
    let sent: Value = serde_json::from_str(&response.body).unwrap();
    assert_eq!(&sent, expected);
    assert_eq!(response.status, sent["status"]);
    response.headers
}

#[test]
fn responses_of_the_router_and_layers_become_problem_documents() {
    for (method, path, body, status, title) in [
        ("GET", "/nowhere", "", 404, "Not Found"),
        ("GET", "/orders/x", "", 400, "Bad Request"),
        ("POST", "/json", "[", 400, "Bad Request"),
        ("POST", "/json", "{}", 422, "Unprocessable Content"),
        ("POST", "/json", &"1".repeat(99), 413, "Content Too Large"),
        ("GET", "/slow", "", 408, "Request Timeout"),
        ("GET", "/panic", "", 500, "Internal Server Error"),
        ("POST", "/panic", "", 500, "Internal Server Error"),
        ("GET", "/later", "", 500, "Internal Server Error"),
    ] {
        let expected = json!({
            "title": title, "status": status, "instance": path, "request_id": "8a2c"
        });
        assert_problem(method, path, body, &expected);
    }
}

#[test]
fn the_headers_required_by_a_status_are_kept() {
    let expected = json!({
        "title": "Method Not Allowed", "status": 405, "instance": "/constant", "request_id": "8a2c"
    });
    let headers = assert_problem("DELETE", "/constant", "", &expected);
    assert_eq!(headers["allow"], "GET,HEAD");
}

#[test]
fn a_derived_error_gets_only_the_request_fields() {
    let expected = json!({
        "title": "Not Found", "status": 404, "detail": "no order 7",
        "instance": "/orders/7", "request_id": "8a2c"
    });
    assert_problem("GET", "/orders/7", "", &expected);
    let expected = json!({
        "title": "Conflict", "status": 409, "detail": "constant",
        "instance": "/constant", "request_id": "8a2c"
    });
    assert_problem("GET", "/constant", "", &expected);
    // A marker identifies it, not its media type.
    let response = send(routes().layer(ErrorLayer::new()), "GET", "/plain", "");
    assert_eq!((response.status, response.body.as_str()), (410, "plain"));
    // The marker is also set on another thread.
    let response = send(routes().layer(ErrorLayer::new()), "GET", "/spawned", "");
    assert_eq!((response.status, response.body.as_str()), (410, "plain"));
}

#[test]
fn successes_and_responses_with_their_own_body_are_unchanged() {
    let app = || routes().layer(ErrorLayer::new());
    assert_eq!(send(app(), "GET", "/fine", "").body, "fine");
    let own = send(app(), "GET", "/own", "");
    assert_eq!((own.status, own.body.as_str()), (409, r#"{"mine":true}"#));
    assert_eq!(own.headers["content-type"], "application/json");
}

#[test]
fn a_response_to_head_has_no_body() {
    for path in ["/nowhere", "/constant"] {
        let response = send(routes().layer(ErrorLayer::new()), "HEAD", path, "");
        assert_eq!(response.body, "");
        assert_eq!(response.headers["content-type"], "application/problem+json");
    }
}

#[test]
fn the_application_chooses_the_format() {
    let app = || routes().layer(ErrorLayer::new().with_error(|status| EnvelopeError { status }));
    for (path, status, title) in
        [("/nowhere", 404, "Not Found"), ("/panic", 500, "Internal Server Error")]
    {
        let response = send(app(), "GET", path, "");
        assert_eq!(response.headers["content-type"], "application/json");
        let sent: Value = serde_json::from_str(&response.body).unwrap();
        let error = json!({"status": status, "message": title, "id": "8a2c"});
        assert_eq!((response.status, sent), (status, json!({ "error": error })));
    }
}

#[test]
fn the_request_id_header_is_configurable() {
    let name = axum::http::HeaderName::from_static("x-trace");
    let app = routes().layer(ErrorLayer::new().request_id(name));
    let response = send(app, "GET", "/nowhere", "");
    assert_eq!(response.body, r#"{"title":"Not Found","status":404,"instance":"/nowhere"}"#);
}

#[tokio::test]
async fn the_layer_wraps_a_service_without_a_framework() {
    type Body = http_body_util::Full<bytes::Bytes>;

    let service = tower::service_fn(|request: axum::http::Request<&'static str>| async move {
        let context = Context::new().request_id("inner");
        Ok::<_, std::convert::Infallible>(match *request.body() {
            "context" => ApiError::Constant.to_response_with(&context).map(Body::from),
            _ => ApiError::Constant.to_response().map(Body::from),
        })
    });
    let mut service = ErrorLayer::new().layer(service);
    for (body, expected) in [
        ("", r#"{"title":"Conflict","status":409,"detail":"constant","instance":"/a"}"#),
        (
            "context",
            r#"{"title":"Conflict","status":409,"detail":"constant","request_id":"inner"}"#,
        ),
    ] {
        let request = axum::http::Request::builder().uri("/a?b=c").body(body).unwrap();
        let response = service.ready().await.unwrap().call(request).await.unwrap();
        let sent = axum::body::to_bytes(axum::body::Body::new(response.into_body()), 1_000).await;
        assert_eq!(sent.unwrap(), expected);
    }
    // Outside of a service there is no current request.
    assert_eq!(
        ApiError::Constant.to_response().body(),
        r#"{"title":"Conflict","status":409,"detail":"constant"}"#
    );
}

/// Sends the bytes of a request, and returns the bytes of the response.
fn send_raw(app: Router, request_line: &str) -> String {
    let mut stream = TcpStream::connect(start(app)).unwrap();
    let rest = "host: localhost\r\nconnection: close\r\n\r\n";
    stream.write_all(format!("{request_line} HTTP/1.1\r\n{rest}").as_bytes()).unwrap();
    let mut response = String::new();
    stream.read_to_string(&mut response).unwrap();
    response
}

#[test]
fn an_instance_is_a_reference_to_the_request_path() {
    for (request_line, instance) in [
        ("GET /nowhere?token=secret", Some("/nowhere")),
        // Not a reference to the host `evil` (RFC 3986, section 4.2).
        ("GET //evil/x", Some("/.//evil/x")),
        ("GET ///x", Some("/.///x")),
        ("GET http://evil/a?token=secret", Some("/a")),
        ("GET http://evil//b", Some("/.//b")),
        ("GET /{id}\"/100%", Some("/%7Bid%7D%22/100%25")),
        ("OPTIONS *", None),
        ("CONNECT evil:443", None),
    ] {
        let response = send_raw(routes().layer(ErrorLayer::new()), request_line);
        let (head, body) = response.split_once("\r\n\r\n").unwrap();
        assert!(head.contains("application/problem+json"), "{request_line}: {head}");
        let body: Value = serde_json::from_str(body).unwrap();
        assert_eq!(body.get("instance").and_then(Value::as_str), instance, "{request_line}");
        assert!(!response.contains("secret"), "{response}");
    }
}

#[test]
fn an_instance_is_the_whole_path_in_nested_routers() {
    let layer = ErrorLayer::new;
    let routes = || Router::new().route("/constant", get(|| async { ApiError::Constant }));
    let nest = |inner: Router| Router::new().nest("/api", Router::new().nest("/v1", inner));
    for app in [
        nest(routes().layer(layer())),
        nest(routes().layer(layer())).layer(layer()),
        nest(routes()).layer(layer()),
        Router::new().nest("/api", Router::new().nest("/v1", routes()).layer(layer())),
        Router::new().nest_service("/api", Router::new().nest("/v1", routes()).layer(layer())),
    ] {
        let response = send(app, "GET", "/api/v1/constant?a=b", "");
        let body: Value = serde_json::from_str(&response.body).unwrap();
        assert_eq!((response.status, &body["instance"]), (409, &json!("/api/v1/constant")));
    }
}

type Full = http_body_util::Full<bytes::Bytes>;

/// Responds with a derived error, without a framework.
async fn constant(_: http::Request<()>) -> Result<Response<Full>, Infallible> {
    Ok(ApiError::Constant.to_response().map(Full::from))
}

async fn body_of<B>(response: Response<B>) -> String
where
    B: axum::body::HttpBody<Data = bytes::Bytes> + Send + 'static,
    B::Error: Into<axum::BoxError>,
{
    let bytes = axum::body::to_bytes(Body::new(response.into_body()), 10_000).await.unwrap();
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[tokio::test]
async fn an_inner_layer_keeps_the_uri_and_id_of_the_outer_layer() {
    let inner = ErrorLayer::new().layer(tower::service_fn(constant));
    let name = http::HeaderName::from_static("x-outer");
    let service = ErrorLayer::new().request_id(name).layer(tower::service_fn(
        move |mut request: http::Request<()>| {
            *request.uri_mut() = "/stripped".parse().unwrap();
            inner.clone().oneshot(request)
        },
    ));
    let request = || http::Request::builder().uri("/api/stripped").header("x-outer", "o");
    let response = service.clone().oneshot(request().body(()).unwrap()).await.unwrap();
    let sent: Value = serde_json::from_str(&body_of(response).await).unwrap();
    assert_eq!((&sent["instance"], &sent["request_id"]), (&json!("/api/stripped"), &json!("o")));

    let request = request().header("x-request-id", "i").body(()).unwrap();
    let response = service.oneshot(request).await.unwrap();
    let sent: Value = serde_json::from_str(&body_of(response).await).unwrap();
    assert_eq!((&sent["instance"], &sent["request_id"]), (&json!("/api/stripped"), &json!("i")));
}

/// A request that a handler sends is not the request it responds to.
#[tokio::test]
async fn a_nested_request_has_its_own_instance() {
    let inner = ErrorLayer::new().layer(tower::service_fn(constant));
    let service = ErrorLayer::new().layer(tower::service_fn(move |_: http::Request<()>| {
        inner.clone().oneshot(http::Request::builder().uri("/inner").body(()).unwrap())
    }));
    let request = http::Request::builder().uri("/outer").body(()).unwrap();
    let sent = body_of(service.oneshot(request).await.unwrap()).await;
    assert!(sent.ends_with(r#""instance":"/inner"}"#), "{sent}");
}

/// Passes a response of a router or layer through the layer.
async fn respond_through_layer(response: Response<Full>) -> Response<Full> {
    let response = Mutex::new(Some(response));
    let service = tower::service_fn(|_: http::Request<()>| {
        ready(Ok::<_, Infallible>(response.lock().unwrap().take().unwrap()))
    });
    let service = ErrorLayer::new().layer(service);
    service.oneshot(http::Request::new(())).await.unwrap()
}

#[tokio::test]
async fn an_empty_untyped_or_plain_text_body_is_replaced() {
    for (media_type, body, is_replaced) in [
        (None, "", true),
        (None, "{\"mine\":true}", false),
        (Some("text/plain"), "text", true),
        (Some("text/plain"), "", true),
        (Some("text/plain; charset=utf-8"), "text", true),
        (Some("Text/Plain; charset=x"), "text", true),
        (Some("TEXT/PLAIN ;charset=x"), "text", true),
        (Some("text/plainly-not"), "text", false),
        (Some("text/plain-x; charset=utf-8"), "text", false),
        (Some("text/html"), "text", false),
        (Some("application/json"), "", false),
    ] {
        let mut response = Response::builder().status(400);
        if let Some(media_type) = media_type {
            response = response.header("content-type", media_type);
        }
        let response = respond_through_layer(response.body(Full::from(body)).unwrap()).await;
        let sent = body_of(response).await;
        let expected = r#"{"title":"Bad Request","status":400,"instance":"/"}"#;
        assert_eq!(sent, if is_replaced { expected } else { body }, "{media_type:?} {body}");
    }
}

#[tokio::test]
async fn replacing_a_body_removes_only_the_fields_that_describe_it() {
    let of_content = [
        ("accept-ranges", "bytes"),
        ("content-digest", "sha-256=:AA==:"),
        ("content-disposition", "attachment"),
        ("content-encoding", "gzip"),
        ("content-language", "de"),
        ("content-length", "4"),
        ("content-location", "/a.txt"),
        ("content-md5", "AA=="),
        ("content-range", "bytes 0-3/4"),
        ("digest", "sha-256=AA=="),
        ("etag", "\"a\""),
        ("last-modified", "Sat, 21 Nov 2026 10:00:00 GMT"),
        ("repr-digest", "sha-256=:AA==:"),
        ("trailer", "x-checksum"),
        ("transfer-encoding", "chunked"),
    ];
    let others = [
        ("allow", "GET"),
        ("cache-control", "no-store"),
        ("link", "</a>; rel=\"b\""),
        ("retry-after", "5"),
        ("set-cookie", "a=b"),
        ("set-cookie", "c=d"),
        ("vary", "accept"),
        ("www-authenticate", "Basic realm=\"a\""),
        ("x-own", "kept"),
    ];
    for (status, kept) in [(404, &[][..]), (416, &["content-range"])] {
        let mut response = Response::builder().status(status).header("content-type", "text/plain");
        for (name, value) in of_content.iter().chain(&others) {
            response = response.header(*name, *value);
        }
        let response = respond_through_layer(response.body(Full::from("text")).unwrap()).await;
        let headers = response.headers();
        assert_eq!(headers["content-type"], "application/problem+json");
        for (name, _) in of_content {
            assert_eq!(headers.contains_key(name), kept.contains(&name), "{status} {name}");
        }
        let lines: Vec<_> = headers
            .iter()
            .filter(|(name, _)| others.iter().any(|(other, _)| name == other))
            .map(|(name, value)| (name.as_str(), value.to_str().unwrap()))
            .collect();
        assert_eq!(lines.len(), others.len(), "{lines:?}");
        assert!(others.iter().all(|line| lines.contains(line)), "{lines:?}");
        assert!(body_of(response).await.contains("\"status\":"));
    }
}

#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl Lines {
    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Collects the events of this thread.
fn listen() -> (Lines, tracing::subscriber::DefaultGuard) {
    let lines = Lines::default();
    let writer = lines.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_writer(move || writer.clone())
        .with_max_level(tracing::Level::TRACE)
        .with_ansi(false)
        .without_time()
        .finish();
    (lines, tracing::subscriber::set_default(subscriber))
}

const BOOM: &str = "secret of the panic";

struct Bomb;

impl Drop for Bomb {
    fn drop(&mut self) {
        panic!("{BOOM}")
    }
}

struct BombFuture(Option<Result<Response<Full>, Infallible>>, #[allow(dead_code)] Bomb);

impl Future for BombFuture {
    type Output = Result<Response<Full>, Infallible>;

    fn poll(mut self: Pin<&mut Self>, _: &mut std::task::Context<'_>) -> Poll<Self::Output> {
        self.0.take().map_or(Poll::Pending, Poll::Ready)
    }
}

/// A body that panics in `size_hint` or in `drop`.
struct BombBody {
    data: Full,
    in_size: bool,
    _bomb: Option<Bomb>,
}

impl From<bytes::Bytes> for BombBody {
    fn from(bytes: bytes::Bytes) -> Self {
        BombBody { data: bytes.into(), in_size: false, _bomb: None }
    }
}

impl axum::body::HttpBody for BombBody {
    type Data = bytes::Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut std::task::Context<'_>,
    ) -> Poll<Option<Result<hyper::body::Frame<bytes::Bytes>, Infallible>>> {
        Pin::new(&mut self.data).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        assert!(!self.in_size, "{BOOM}");
        self.data.is_end_stream()
    }
}

fn bare(status: u16) -> Response<Full> {
    Response::builder().status(status).body(Full::default()).unwrap()
}

/// Calls a service like a server. The response is a 500 without text, and the log has all of it.
async fn is_caught<S, B>(mut service: S) -> String
where
    S: tower::Service<http::Request<()>, Response = Response<B>, Error = Infallible>,
    B: axum::body::HttpBody<Data = bytes::Bytes> + Send + 'static,
    B::Error: Into<axum::BoxError>,
{
    let (lines, guard) = listen();
    let request = http::Request::builder().uri("/a?b=secret").header("x-request-id", "8a2c");
    let call = service.ready().await.unwrap().call(request.body(()).unwrap());
    let response = call.await.unwrap();
    drop(guard);
    assert_eq!(response.status(), 500);
    assert_eq!(response.headers()["content-type"], "application/problem+json");
    let expected = json!({
        "title": "Internal Server Error", "status": 500, "instance": "/a", "request_id": "8a2c"
    });
    let sent: Value = serde_json::from_str(&body_of(response).await).unwrap();
    assert_eq!(sent, expected);
    let lines = lines.text();
    assert!(lines.contains("the service panicked") && lines.contains(BOOM), "{lines}");
    assert!(lines.contains("error response"), "{lines}");
    lines
}

#[tokio::test]
async fn a_panic_in_poll_ready_is_a_500_and_the_service_is_not_called() {
    #[derive(Clone)]
    struct Unready(Arc<Mutex<u8>>);

    impl tower::Service<http::Request<()>> for Unready {
        type Response = Response<Full>;
        type Error = Infallible;
        type Future = std::future::Ready<Result<Response<Full>, Infallible>>;

        fn poll_ready(&mut self, _: &mut std::task::Context<'_>) -> Poll<Result<(), Infallible>> {
            let polls = std::mem::replace(&mut *self.0.lock().unwrap(), 1);
            assert!(polls > 0, "{BOOM}");
            Poll::Ready(Ok(()))
        }

        fn call(&mut self, _: http::Request<()>) -> Self::Future {
            ready(Ok(bare(200)))
        }
    }

    let mut service = ErrorLayer::new().layer(Unready(Arc::default()));
    is_caught(&mut service).await;
    // The next request polls it again.
    let response = service.ready().await.unwrap().call(http::Request::new(())).await.unwrap();
    assert_eq!(response.status(), 200);
}

#[tokio::test]
async fn a_panic_in_the_drop_of_a_future_is_a_500() {
    let service = tower::service_fn(|_| BombFuture(Some(Ok(bare(200))), Bomb));
    is_caught(ErrorLayer::new().layer(service)).await;
}

#[tokio::test]
async fn a_panic_in_the_drop_of_a_canceled_future_is_logged() {
    let service = tower::service_fn(|_| BombFuture(None, Bomb));
    let mut service = ErrorLayer::new().layer(service);
    let (lines, guard) = listen();
    let request = http::Request::builder().uri("/slow").body(()).unwrap();
    drop(service.ready().await.unwrap().call(request));
    let canceled = service.ready().await.unwrap().call(http::Request::new(()));
    let waited = tokio::time::timeout(Duration::from_millis(5), canceled).await;
    drop(guard);
    assert!(waited.is_err());
    let lines = lines.text();
    assert_eq!(lines.matches("the service panicked").count(), 2, "{lines}");
    assert!(lines.contains("path=\"/slow\""), "{lines}");
}

#[tokio::test]
async fn a_panic_in_the_drop_of_a_panic_payload_is_logged_and_contained() {
    let service = tower::service_fn(|_| async {
        if true {
            panic_any(Bomb);
        }
        Ok(bare(200))
    });
    let lines = is_caught(ErrorLayer::new().layer(service)).await;
    assert_eq!(lines.matches("the service panicked").count(), 2, "{lines}");
}

#[tokio::test]
async fn a_panic_in_a_replaced_body_is_a_500() {
    for in_size in [true, false] {
        let service = tower::service_fn(move |_| async move {
            let _bomb = (!in_size).then_some(Bomb);
            let body = BombBody { data: Full::default(), in_size, _bomb };
            let response = Response::builder().status(404).header("x-own", "1").body(body);
            Ok(response.unwrap())
        });
        is_caught(ErrorLayer::new().layer(service)).await;
    }
}

#[tokio::test]
async fn a_panic_in_the_application_closure_is_a_500() {
    let service = || tower::service_fn(|_| ready(Ok(bare(404))));
    let layer = ErrorLayer::new().with_error(|status| {
        assert_eq!(status, 200, "{BOOM}");
        EnvelopeError { status }
    });
    is_caught(layer.layer(service())).await;

    // The service has a clone of it, and each request another.
    #[derive(Default)]
    struct Cloned(u8);
    impl Clone for Cloned {
        fn clone(&self) -> Self {
            assert_eq!(self.0, 0, "{BOOM}");
            Cloned(1)
        }
    }
    let cloned = Cloned::default();
    let layer = ErrorLayer::new().with_error(move |status| {
        let _ = &cloned;
        EnvelopeError { status }
    });
    is_caught(layer.layer(service())).await;
}

/// An error whose text or member panics.
#[derive(Debug, HttpError)]
enum Panicking {
    #[http(400)]
    Display,
    #[http(400, detail = "fine", extension(member = Member))]
    Serialize,
    #[http(400, detail = "fine")]
    Drop(#[allow(dead_code)] PanicsWhenDropped),
}

#[derive(Debug)]
struct PanicsWhenDropped;

impl Drop for PanicsWhenDropped {
    fn drop(&mut self) {
        panic!("{BOOM}")
    }
}

struct Member;

impl serde::Serialize for Member {
    fn serialize<S: serde::Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        panic!("{BOOM}")
    }
}

impl std::fmt::Display for Panicking {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        assert!(!matches!(self, Panicking::Display), "{BOOM}");
        f.write_str("text")
    }
}

impl std::error::Error for Panicking {}

#[tokio::test]
async fn a_panic_while_an_error_is_rendered_is_a_500() {
    let makers: [fn() -> Panicking; 3] =
        [|| Panicking::Display, || Panicking::Serialize, || Panicking::Drop(PanicsWhenDropped)];
    for make in makers {
        // The layer replaces a response without a body.
        let service = tower::service_fn(|_| ready(Ok(bare(404))));
        is_caught(ErrorLayer::new().with_error(move |_| make()).layer(service)).await;
        // The handler returns the error.
        let service =
            tower::service_fn(move |_| async move { Ok(make().to_response().map(Full::from)) });
        is_caught(ErrorLayer::new().layer(service)).await;
    }
}

/// Panics on every event.
struct PanickingSubscriber;

impl tracing::Subscriber for PanickingSubscriber {
    fn enabled(&self, _: &tracing::Metadata<'_>) -> bool {
        true
    }
    fn new_span(&self, _: &tracing::span::Attributes<'_>) -> tracing::span::Id {
        tracing::span::Id::from_u64(1)
    }
    fn record(&self, _: &tracing::span::Id, _: &tracing::span::Record<'_>) {}
    fn record_follows_from(&self, _: &tracing::span::Id, _: &tracing::span::Id) {}
    fn event(&self, _: &tracing::Event<'_>) {
        panic!("{BOOM}")
    }
    fn enter(&self, _: &tracing::span::Id) {}
    fn exit(&self, _: &tracing::span::Id) {}
}

#[tokio::test]
async fn a_panicking_subscriber_does_not_withhold_the_response() {
    let _guard = tracing::subscriber::set_default(PanickingSubscriber);
    let service = tower::service_fn(|_: http::Request<()>| ready(Ok::<_, Infallible>(bare(404))));
    let response = ErrorLayer::new().layer(service).oneshot(http::Request::new(())).await.unwrap();
    assert_eq!(response.status(), 500);
    let sent = body_of(response).await;
    assert_eq!(sent, r#"{"title":"Internal Server Error","status":500}"#);
}
