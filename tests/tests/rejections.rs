//! A rejection keeps its reason: what serde returns for the input of the client is the detail, on axum,
//! actix-web and Rocket, over a socket; `errors` has the part of the input where the framework knows it.

use std::net::SocketAddr;
use std::sync::mpsc::{channel, Sender};
use std::sync::OnceLock;
use std::thread;

use httperr_tests::socket;
use serde::Deserialize;

#[derive(Debug, Deserialize)]
#[allow(dead_code)]
struct Booking {
    seats: Vec<Seat>,
}

#[derive(Debug, Deserialize)]
#[allow(dead_code)]
struct Seat {
    row: u8,
    #[serde(default, rename = "a/b~c")]
    class: Class,
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(dead_code)]
enum Class {
    #[default]
    Any,
    Reserved {
        until: u8,
    },
}

#[derive(Debug, Deserialize)]
#[allow(dead_code)]
struct Page {
    page: u8,
}

mod on_axum {
    use axum::extract::rejection::{FormRejection, JsonRejection, PathRejection, QueryRejection};
    use axum::extract::{Form, Json, Path, Query};
    use axum::routing::{get, post};
    use axum::Router;
    use httperr::HttpError;

    use super::{Booking, Page, SocketAddr};

    #[derive(Debug, thiserror::Error, HttpError)]
    enum ApiError {
        #[error(transparent)]
        #[http(transparent)]
        Json(#[from] JsonRejection),
        #[error(transparent)]
        #[http(transparent)]
        Form(#[from] FormRejection),
        #[error(transparent)]
        #[http(transparent)]
        Query(#[from] QueryRejection),
        #[error(transparent)]
        #[http(transparent)]
        Path(#[from] PathRejection),
    }

    async fn json(input: Result<Json<Booking>, JsonRejection>) -> Result<String, ApiError> {
        Ok(format!("{:?}", input?.0))
    }
    async fn form(input: Result<Form<Page>, FormRejection>) -> Result<String, ApiError> {
        Ok(format!("{:?}", input?.0))
    }
    async fn query(input: Result<Query<Page>, QueryRejection>) -> Result<String, ApiError> {
        Ok(format!("{:?}", input?.0))
    }
    async fn path(input: Result<Path<u8>, PathRejection>) -> Result<String, ApiError> {
        Ok(format!("{:?}", input?.0))
    }
    async fn named(input: Result<Path<Page>, PathRejection>) -> Result<String, ApiError> {
        Ok(format!("{:?}", input?.0))
    }
    async fn pair(input: Result<Path<(u8, u8)>, PathRejection>) -> Result<String, ApiError> {
        Ok(format!("{:?}", input?.0))
    }

    pub fn serve(listening: impl FnOnce(SocketAddr)) {
        let app = Router::new()
            .route("/json", post(json))
            .route("/form", post(form))
            .route("/query", get(query))
            .route("/path/{page}", get(path))
            .route("/named/{page}", get(named))
            .route("/pair/{a}/{b}", get(pair));
        tokio::runtime::Runtime::new().unwrap().block_on(async {
            let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
            listening(listener.local_addr().unwrap());
            axum::serve(listener, app).await.unwrap();
        });
    }
}

mod on_actix_web {
    use actix_web::web::{self, Form, Json, Path, PathConfig, Query};
    use actix_web::{middleware::ErrorHandlers, App, HttpServer};
    use httperr::actix_web::{catch, handler};

    use super::{Booking, Page, SocketAddr};

    async fn json(input: Json<Booking>) -> String {
        format!("{input:?}")
    }
    async fn form(input: Form<Page>) -> String {
        format!("{input:?}")
    }
    async fn query(input: Query<Page>) -> String {
        format!("{input:?}")
    }
    async fn path(input: Path<u8>) -> String {
        format!("{input:?}")
    }
    async fn named(input: Path<Page>) -> String {
        format!("{input:?}")
    }
    async fn pair(input: Path<(u8, u8)>) -> String {
        format!("{input:?}")
    }

    pub fn serve(listening: impl FnOnce(SocketAddr)) {
        let app = || {
            App::new()
                .wrap(ErrorHandlers::new().default_handler(catch))
                .app_data(PathConfig::default().error_handler(handler))
                .route("/json", web::post().to(json))
                .route("/form", web::post().to(form))
                .route("/query", web::get().to(query))
                .route("/path/{page}", web::get().to(path))
                .route("/named/{page}", web::get().to(named))
                .route("/pair/{a}/{b}", web::get().to(pair))
        };
        let server = HttpServer::new(app).workers(1).bind(("127.0.0.1", 0)).unwrap();
        listening(server.addrs()[0]);
        actix_web::rt::System::new().block_on(server.run()).unwrap();
    }
}

mod on_rocket {
    use httperr::HttpError;
    use rocket::config::{Config, LogLevel};
    use rocket::fairing::AdHoc;
    use rocket::serde::json::{Error, Json};

    use super::{Booking, SocketAddr};

    #[derive(Debug, thiserror::Error, HttpError)]
    enum ApiError<'r> {
        #[error("the body was rejected")]
        #[http(transparent)]
        Json(Error<'r>),
    }

    #[rocket::post("/json", data = "<input>")]
    fn json(input: Result<Json<Booking>, Error<'_>>) -> Result<String, ApiError<'_>> {
        Ok(format!("{:?}", input.map_err(ApiError::Json)?))
    }

    pub fn serve(listening: impl FnOnce(SocketAddr) + Send + Sync + 'static) {
        let port = super::free_port();
        let config = Config { port, log_level: LogLevel::Off, ..Config::default() };
        let listening = AdHoc::on_liftoff("address", move |_| {
            Box::pin(async move { listening(([127, 0, 0, 1], port).into()) })
        });
        let app =
            rocket::build().configure(config).attach(listening).mount("/", rocket::routes![json]);
        tokio::runtime::Runtime::new().unwrap().block_on(app.launch()).unwrap();
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

fn axum() -> SocketAddr {
    static ADDRESS: OnceLock<SocketAddr> = OnceLock::new();
    *ADDRESS.get_or_init(|| start(|sender| on_axum::serve(move |at| sender.send(at).unwrap())))
}

fn actix_web() -> SocketAddr {
    static ADDRESS: OnceLock<SocketAddr> = OnceLock::new();
    *ADDRESS.get_or_init(|| start(|sender| on_actix_web::serve(move |at| sender.send(at).unwrap())))
}

fn rocket() -> SocketAddr {
    static ADDRESS: OnceLock<SocketAddr> = OnceLock::new();
    *ADDRESS.get_or_init(|| start(|sender| on_rocket::serve(move |at| sender.send(at).unwrap())))
}

/// Sends a request, and returns the body of the response, a problem document.
fn send(address: SocketAddr, method: &str, path: &str, media_type: &str, body: &str) -> String {
    let fields: [(&str, &[u8]); 1] = [("content-type", media_type.as_bytes())];
    let response = match method {
        "POST" => socket::send(address, method, path, &fields, Some(body)),
        _ => socket::send(address, method, path, &[], None),
    };
    let text = response.text();
    let problem = ("content-type".to_owned(), b"application/problem+json".to_vec());
    assert!(response.fields.contains(&problem), "{text}");
    text
}

fn problem(status: u16, detail: &str, errors: &str) -> String {
    let title = if status == 422 { "Unprocessable Content" } else { "Bad Request" };
    format!(r#"{{"title":"{title}","status":{status},"detail":"{detail}"{errors}}}"#)
}

fn errors(detail: &str, pointer: &str) -> String {
    format!(r#","errors":[{{"detail":"{detail}","pointer":"{pointer}"}}]"#)
}

#[test]
fn the_detail_of_wrong_json_is_the_text_of_serde_with_a_pointer_on_axum() {
    for (body, detail, pointer) in [
        (
            r#"{"seats":[{"row":1},{"row":"x"}]}"#,
            r#"invalid type: string \"x\", expected u8 at line 1 column 30"#,
            "#/seats/1/row",
        ),
        (
            r#"{"seats":[{"row":1},2]}"#,
            "invalid type: integer `2`, expected struct Seat at line 1 column 21",
            "#/seats/1",
        ),
        (r#"{"seats":[{}]}"#, "missing field `row` at line 1 column 12", "#/seats/0"),
        (
            r#"{"seats":[{"row":1,"a/b~c":"x"}]}"#,
            "unknown variant `x`, expected `any` or `reserved` at line 1 column 30",
            "#/seats/0/a~1b~0c",
        ),
        (
            r#"{"seats":[{"row":1,"a/b~c":{"reserved":{"until":-1}}}]}"#,
            "invalid value: integer `-1`, expected u8 at line 1 column 50",
            "#/seats/0/a~1b~0c/reserved/until",
        ),
        // The whole document has no pointer.
        ("{}", "missing field `seats` at line 1 column 2", "#"),
    ] {
        let post = |address| send(address, "POST", "/json", "application/json", body);
        let errors = if pointer == "#" { String::new() } else { errors(detail, pointer) };
        assert_eq!(post(axum()), problem(422, detail, &errors));
        assert_eq!(post(actix_web()), problem(400, detail, ""));
        assert_eq!(post(rocket()), problem(422, detail, ""));
    }
}

#[test]
fn the_detail_of_malformed_json_is_the_text_of_serde_everywhere() {
    for (body, detail) in [
        (r#"{"seats":["#, "EOF while parsing a list at line 1 column 10"),
        (r#"{"seats":[{"row":1}]"#, "EOF while parsing an object at line 1 column 20"),
        ("nope", "expected ident at line 1 column 2"),
    ] {
        for address in [axum(), actix_web(), rocket()] {
            let response = send(address, "POST", "/json", "application/json", body);
            assert_eq!(response, problem(400, detail, ""));
        }
    }
}

#[test]
fn the_detail_of_a_wrong_query_form_or_path_is_the_same_on_axum_and_actix_web() {
    const FORM: &str = "application/x-www-form-urlencoded";
    let digit = "invalid digit found in string";
    let parse = r#"can not parse \"x\" to a u8"#;
    for (method, path, body, statuses, detail, pointer) in [
        ("GET", "/query?page=x", "", [400, 400], digit, Some("#/page")),
        ("GET", "/query", "", [400, 400], "missing field `page`", None),
        ("POST", "/form", "page=x", [422, 400], digit, Some("#/page")),
        ("POST", "/form", "", [422, 400], "missing field `page`", None),
        ("GET", "/path/x", "", [400, 400], parse, None),
        ("GET", "/named/x", "", [400, 400], parse, Some("#/page")),
        ("GET", "/pair/1/x", "", [400, 400], parse, Some("#/1")),
    ] {
        let errors = pointer.map(|pointer| errors(detail, pointer)).unwrap_or_default();
        let [on_axum, on_actix_web] = statuses;
        let response = send(axum(), method, path, FORM, body);
        assert_eq!(response, problem(on_axum, detail, &errors), "{path}");
        let response = send(actix_web(), method, path, FORM, body);
        assert_eq!(response, problem(on_actix_web, detail, ""), "{path}");
    }
}

#[test]
fn a_long_reason_is_cut_off() {
    let body = format!(r#"{{"seats":"{}"}}"#, "\u{e9}".repeat(5_000));
    for (address, status) in [(axum(), 422), (actix_web(), 400), (rocket(), 422)] {
        let response = send(address, "POST", "/json", "application/json", &body);
        let detail = format!(r#"invalid type: string \"{}…"#, "\u{e9}".repeat(501));
        let expected = problem(status, &detail, "");
        let expected = expected.strip_suffix('}').unwrap();
        assert!(response.starts_with(expected), "{response}");
        assert!(response.len() < 4_096, "{response}");
    }
}
