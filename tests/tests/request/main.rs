//! `ErrorLayer`, `ErrorMiddleware` and `ErrorFairing` do the same: the same request has the same
//! response on axum, actix-web and Rocket, over a socket, and one event with the same fields.

mod on_actix_web;
mod on_axum;
mod on_rocket;

use std::collections::BTreeSet;
use std::io::Write;
use std::net::SocketAddr;
use std::sync::mpsc::{channel, Sender};
use std::sync::{Arc, Mutex, OnceLock};
use std::thread;

use httperr::http::StatusCode;
use httperr::HttpError;
use httperr_tests::socket;
use serde_json::Value;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(type_base = "https://orders.example/problems")]
enum ApiError {
    #[error("no order {0}")]
    #[http(404)]
    NoOrder(u64),
    #[error("constant")]
    #[http(409, header(VARY = "accept"))]
    Constant,
    #[error("text")]
    #[http(410, body = text)]
    Text,
}

/// The format of a service that has an envelope.
#[derive(Debug, thiserror::Error, HttpError)]
#[error("{status}")]
#[http(status = status, body = { "error": { "status": status, "message": title } })]
struct Envelope {
    status: StatusCode,
}

#[derive(Debug, serde::Deserialize)]
struct NewOrder {
    #[allow(dead_code)]
    quantity: u8,
}

const BOOM: &str = "secret of the panic";
const HTML: &str = "<p>no such page</p>";
const OWN: &str = r#"{"mine":true}"#;
/// The largest body that the services accept.
const LIMIT: usize = 64;

fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}

fn start(serve: impl FnOnce(Sender<SocketAddr>) + Send + 'static) -> SocketAddr {
    let (sender, receiver) = channel();
    thread::spawn(move || serve(sender));
    receiver.recv().unwrap()
}

/// axum, actix-web and Rocket.
fn services() -> [(&'static str, SocketAddr); 3] {
    static SERVICES: OnceLock<[(&str, SocketAddr); 3]> = OnceLock::new();
    *SERVICES.get_or_init(|| {
        events();
        [
            ("axum", start(|sender| on_axum::serve(move |at| sender.send(at).unwrap()))),
            ("actix-web", start(|sender| on_actix_web::serve(move |at| sender.send(at).unwrap()))),
            ("Rocket", start(|sender| on_rocket::serve(move |at| sender.send(at).unwrap()))),
        ]
    })
}

#[derive(Clone, Default)]
struct Events(Arc<Mutex<Vec<u8>>>);

impl Write for Events {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Events {
    /// Returns the events of the request with that ID.
    fn of(&self, id: &str) -> Vec<String> {
        let text = String::from_utf8(self.0.lock().unwrap().clone()).unwrap();
        let id = format!("request_id=\"{id}\"");
        text.lines().filter(|line| line.contains(&id)).map(str::to_owned).collect()
    }
}

/// The events of all services, whose threads are their own.
fn events() -> &'static Events {
    static EVENTS: OnceLock<Events> = OnceLock::new();
    EVENTS.get_or_init(|| {
        let events = Events::default();
        let writer = events.clone();
        let subscriber = tracing_subscriber::fmt()
            .with_writer(move || writer.clone())
            .with_max_level(tracing::Level::DEBUG)
            .with_ansi(false)
            .without_time()
            .finish();
        tracing::subscriber::set_global_default(subscriber).unwrap();
        events
    })
}

/// What a framework, or its server, adds to every response.
const ADDED: [&str; 7] = [
    "connection",
    "content-length",
    "date",
    "permissions-policy",
    "server",
    "x-content-type-options",
    "x-frame-options",
];

#[derive(Debug, PartialEq, Eq)]
struct Answer {
    status: u16,
    lines: BTreeSet<String>,
    body: String,
}

impl Answer {
    fn media_type(&self) -> &str {
        let line = self.lines.iter().find_map(|line| line.strip_prefix("content-type: "));
        line.unwrap_or_default()
    }
}

fn send(address: SocketAddr, method: &str, path: &str, body: &str, id: &str) -> Answer {
    let fields: [(&str, &[u8]); 2] =
        [("content-type", b"application/json"), ("x-request-id", id.as_bytes())];
    let content = Some(body).filter(|body| !body.is_empty());
    let response = socket::send(address, method, path, &fields, content);
    let fields = response.fields_without(&ADDED);
    Answer {
        status: response.status,
        lines: fields.iter().map(|(name, value)| format!("{name}: {value}")).collect(),
        body: response.text(),
    }
}

/// A request without its ID, the status on each service, and the instance.
type Row = (&'static str, &'static str, &'static str, [u16; 3], &'static str);

/// What becomes, or is, a problem document.
const PROBLEMS: [Row; 16] = [
    ("GET", "/orders/7", "", [404; 3], "/orders/7"),
    ("GET", "/orders/7?token=secret", "", [404; 3], "/orders/7"),
    ("GET", "/constant", "", [409; 3], "/constant"),
    ("GET", "/nowhere", "", [404; 3], "/nowhere"),
    ("GET", "/nowhere?token=secret", "", [404; 3], "/nowhere"),
    ("GET", "/plain", "", [400; 3], "/plain"),
    ("GET", "/panic", "", [500; 3], "/panic"),
    // Rocket matches a route by path and method at once.
    ("DELETE", "/constant", "", [405, 405, 404], "/constant"),
    // actix-web's `Path` without a configuration, and Rocket's without another route.
    ("GET", "/orders/x", "", [400, 404, 422], "/orders/x"),
    ("POST", "/json", "{\"quantity\":", [400; 3], "/json"),
    ("POST", "/json", "{\"quantity\":\"secret\"}", [422, 400, 422], "/json"),
    ("POST", "/json", LARGE, [413; 3], "/json"),
    ("GET", "/api/v1/orders/7", "", [404; 3], "/api/v1/orders/7"),
    ("GET", "/api/v1/constant", "", [409; 3], "/api/v1/constant"),
    ("GET", "/api/v1/plain", "", [400; 3], "/api/v1/plain"),
    ("GET", "/api/v1/nowhere", "", [404; 3], "/api/v1/nowhere"),
];

/// More than [`LIMIT`].
const LARGE: &str =
    "{\"quantity\":                                                              1}";

#[test]
fn the_same_request_has_the_same_problem_and_event_everywhere() {
    for (index, (method, path, body, statuses, instance)) in PROBLEMS.into_iter().enumerate() {
        let mut answers: Vec<Answer> = Vec::new();
        for ((service, address), status) in services().into_iter().zip(statuses) {
            let id = format!("r{index}-{status}");
            let answer = send(address, method, path, body, &id);
            let what = format!("{method} {path} {body} on {service}: {answer:?}");
            assert_eq!(answer.status, status, "{what}");
            assert_eq!(answer.media_type(), "application/problem+json", "{what}");
            assert!(!answer.body.contains("secret"), "{what}");
            let problem: Value = serde_json::from_str(&answer.body).unwrap();
            assert_eq!(problem["status"], status, "{what}");
            assert_eq!(problem["instance"], instance, "{what}");
            assert_eq!(problem["request_id"], id.as_str(), "{what}");
            if status != 405 {
                if let Some(same) = answers.iter().find(|other| other.status == status) {
                    assert_eq!(&answer, same, "{what}");
                }
            }
            answers.push(answer);
        }
    }
}

#[test]
fn each_response_has_one_event_with_the_request_and_the_reason() {
    let reasons = [("/plain", [Some("no name"); 3]), ("/json", [Some("quantity"), None, None])];
    for (method, path, body) in
        [("GET", "/plain", ""), ("GET", "/constant", ""), ("POST", "/json", "{\"amount\":1}")]
    {
        for (index, (service, address)) in services().into_iter().enumerate() {
            let id = format!("event{}-{service}", path.replace('/', "-"));
            let answer = send(address, method, &format!("{path}?token=secret"), body, &id);
            let lines = events().of(&id);
            let [line] = &lines[..] else { panic!("one event, not {lines:?}") };
            for part in [
                format!("error response status={}", answer.status),
                format!("method=\"{method}\" path=\"{path}\""),
            ] {
                assert!(line.contains(&part), "{part} is not in {line}");
            }
            let reason = reasons.iter().find(|(of, _)| *of == path);
            match reason.and_then(|(_, reasons)| reasons[index]) {
                Some(reason) => {
                    let (_, rest) = line.split_once("reason=").expect(line);
                    assert!(rest.contains(reason), "{line}");
                }
                None if path == "/constant" => assert!(!line.contains("reason="), "{line}"),
                None => {}
            }
            assert!(!line.contains("secret"), "{line}");
        }
    }
}

#[test]
fn a_response_to_head_has_the_fields_and_no_body() {
    for path in ["/nowhere", "/api/v1/nowhere"] {
        for (service, address) in services() {
            let mut expected = send(address, "GET", path, "", "head");
            expected.body.clear();
            assert_eq!(send(address, "HEAD", path, "", "head"), expected, "{path} on {service}");
        }
    }
}

#[test]
fn what_succeeds_and_what_has_a_format_of_its_own_is_unchanged() {
    for (path, status, media_type, body) in [
        ("/fine", 200, "text/plain; charset=utf-8", "fine"),
        ("/text", 410, "text/plain; charset=utf-8", "text"),
        ("/html", 404, "text/html; charset=utf-8", HTML),
        ("/own", 409, "application/json", OWN),
    ] {
        for (service, address) in services() {
            let answer = send(address, "GET", path, "", "unchanged");
            let seen = (answer.status, answer.media_type(), answer.body.as_str());
            assert_eq!(seen, (status, media_type, body), "{path} on {service}");
        }
    }
}

#[test]
fn a_wrong_method_keeps_the_field_allow() {
    let [axum, actix_web, _] = services();
    for ((service, address), allow) in [(axum, "allow: GET,HEAD"), (actix_web, "allow: GET")] {
        let answer = send(address, "DELETE", "/constant", "", "allow");
        assert!(answer.lines.contains(allow), "{service}: {answer:?}");
    }
}

#[test]
fn the_error_of_the_application_replaces_that_of_the_framework() {
    let [axum, actix_web, _] = services();
    for (path, status, title) in [
        ("/envelope/nowhere", 404, "Not Found"),
        ("/envelope/plain", 400, "Bad Request"),
        ("/envelope/panic", 500, "Internal Server Error"),
    ] {
        for (service, address) in [axum, actix_web] {
            let answer = send(address, "GET", path, "", "envelope");
            let body = format!(r#"{{"error":{{"status":{status},"message":"{title}"}}}}"#);
            assert_eq!((answer.status, answer.body), (status, body), "{path} on {service}");
        }
    }
}

/// As by `(StatusCode, error)`: the status that is sent counts.
#[test]
fn a_status_that_is_changed_after_rendering_is_logged_and_corrected_in_the_body() {
    let teapot = httperr::registry::phrase(418);
    for (path, former, body) in [
        (
            "/changed",
            404,
            // The type of the case has a title of its own.
            r#"{"type":"https://orders.example/problems/no-order","title":"No order","status":418,"detail":"no order 7","instance":"/changed","request_id":"ID"}"#.to_owned(),
        ),
        (
            "/changed-envelope",
            410,
            format!(r#"{{"title":"{teapot}","status":418,"instance":"/changed-envelope","request_id":"ID"}}"#),
        ),
        ("/changed-text", 410, "text".to_owned()),
    ] {
        for (service, address) in services() {
            let id = format!("{}-{service}", &path[1..]);
            let answer = send(address, "GET", path, "", &id);
            let expected = body.replace("ID", &id);
            assert_eq!((answer.status, answer.body), (418, expected), "{path} on {service}");
            let lines = events().of(&id);
            let line = lines.iter().find(|line| line.contains("was changed"));
            let line = line.unwrap_or_else(|| panic!("{service}: {lines:?}"));
            assert!(line.contains(&format!("status=418 rendered={former}")), "{line}");
        }
    }
}

#[test]
fn the_text_of_a_replaced_response_is_the_detail_if_it_is_kept() {
    use httperr::rocket::ErrorFairing;
    use rocket::local::blocking::Client;
    use rocket::response::status::Custom;

    #[rocket::get("/kept/<code>")]
    fn text(code: u16) -> Custom<&'static str> {
        Custom(rocket::http::Status::new(code), "no name")
    }

    let expected = r#"{"title":"Bad Request","status":400,"detail":"no name","instance":"/kept/"#;
    let [axum, actix_web, _] = services();
    for (service, address) in [axum, actix_web] {
        let answer = send(address, "GET", "/kept/plain", "", "kept");
        assert!(answer.body.starts_with(expected), "{service}: {answer:?}");
        // The message of a panic is not.
        let answer = send(address, "GET", "/kept/panic", "", "kept");
        assert!(!answer.body.contains("detail"), "{service}: {answer:?}");
    }
    let config = rocket::Config { log_level: rocket::config::LogLevel::Off, ..Default::default() };
    let app = rocket::custom(config).mount("/", rocket::routes![text]);
    let client = Client::untracked(app.attach(ErrorFairing::new().keep_text())).unwrap();
    let body = client.get("/kept/400").dispatch().into_string().unwrap();
    assert!(body.starts_with(expected), "{body}");
    let body = client.get("/kept/503").dispatch().into_string().unwrap();
    assert!(!body.contains("no name"), "{body}");
}

#[test]
fn an_instance_that_begins_with_two_slashes_is_not_a_host() {
    for (service, address) in services() {
        let answer = send(address, "GET", "//evil/x", "", "slashes");
        assert!(!answer.body.contains("\"//evil"), "{service}: {answer:?}");
    }
}

#[test]
fn rocket_uses_the_application_s_error_and_its_own_catcher_if_there_is_one() {
    use httperr::rocket::ErrorFairing;
    use rocket::local::blocking::Client;

    #[rocket::catch(default)]
    fn own(status: rocket::http::Status, _: &rocket::Request<'_>) -> String {
        format!("own {}", status.code)
    }
    #[rocket::get("/constant")]
    fn constant() -> ApiError {
        ApiError::Constant
    }

    let config = rocket::Config { log_level: rocket::config::LogLevel::Off, ..Default::default() };
    let build = || rocket::custom(&config).mount("/", rocket::routes![constant]);
    let fairing = || ErrorFairing::new().with_error(|status| Envelope { status });
    let client = Client::untracked(build().attach(fairing())).unwrap();
    let response = client.get("/nowhere").dispatch();
    assert_eq!(response.status().code, 404);
    assert_eq!(
        response.into_string().unwrap(),
        r#"{"error":{"status":404,"message":"Not Found"}}"#
    );

    // The text of the application's catcher is plain, and so is replaced.
    let app = build().attach(fairing()).register("/", rocket::catchers![own]);
    let response = Client::untracked(app).unwrap().get("/nowhere").dispatch().into_string();
    assert_eq!(response.unwrap(), r#"{"error":{"status":404,"message":"Not Found"}}"#);

    // Without the fairing nothing is added.
    let response = Client::untracked(build()).unwrap().get("/constant").dispatch().into_string();
    assert!(!response.unwrap().contains("instance"));

    let name = httperr::http::HeaderName::from_static("x-trace");
    let app = build().attach(ErrorFairing::new().request_id(name));
    let client = Client::untracked(app).unwrap();
    let request = client.get("/constant").header(rocket::http::Header::new("x-trace", "t1"));
    let body = request.dispatch().into_string().unwrap();
    assert!(body.ends_with(r#""instance":"/constant","request_id":"t1"}"#), "{body}");
}
