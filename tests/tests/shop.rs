//! The shop of `examples/shop`, over a socket, with a real client.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::thread;

use httperr_examples::shop::errors::ShopError;
use httperr_examples::shop::{app, store::Store};
use serde_json::{json, Value};
use ureq::http::{HeaderMap, Method, Request, StatusCode};
use ureq::Agent;

/// Text of the internal errors of the shop that no client may see: a table, an address, the response of
/// the payment provider, and the errors of the framework.
const CANARIES: [&str; 7] =
    ["secret", "ledger", "10.0.0.7", "4711", "sqlite", "invalid type", "eof while"];

/// To write the file: `HTTPERR_UPDATE=1 cargo test -p httperr-tests --test shop`.
#[test]
fn the_errors_are_those_of_the_contract() {
    httperr::contract::assert_unchanged::<ShopError>("../examples/shop/errors.json");
}

struct Response {
    status: u16,
    headers: HeaderMap,
    body: Value,
}

impl Response {
    fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }
}

/// A client of a new shop.
struct Client {
    agent: Agent,
    address: SocketAddr,
    token: Mutex<Option<String>>,
}

impl Client {
    fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        thread::spawn(move || {
            let runtime = tokio::runtime::Runtime::new().unwrap();
            runtime.block_on(async {
                listener.set_nonblocking(true).unwrap();
                let listener = tokio::net::TcpListener::from_std(listener).unwrap();
                axum::serve(listener, app(Store::new().await.unwrap())).await.unwrap();
            });
        });
        // The server closes a connection whose request body it did not read in full, and a pooled
        // client might send the next request on it.
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            .allow_non_standard_methods(true)
            .max_idle_connections(0)
            .build()
            .into();
        Client { agent, address, token: Mutex::default() }
    }

    /// Starts a shop with an account, which sends the requests that follow.
    fn with_account() -> Self {
        let client = Self::start();
        client.sign_up("me@example.com");
        client
    }

    fn sign_up(&self, email: &str) {
        let response =
            self.post("/accounts", &json!({ "email": email, "password": "long enough" }));
        assert_eq!(response.status, 201);
        let token = response.body["token"].as_str().unwrap().to_owned();
        *self.token.lock().unwrap_or_else(PoisonError::into_inner) = Some(token);
    }

    fn send(&self, method: &str, path: &str, content_type: Option<&str>, body: &[u8]) -> Response {
        let method = Method::from_bytes(method.as_bytes()).unwrap();
        let uri = format!("http://{}{path}", self.address);
        let mut request = Request::builder().method(method).uri(uri);
        if let Some(token) = &*self.token.lock().unwrap_or_else(PoisonError::into_inner) {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        if let Some(content_type) = content_type {
            request = request.header("content-type", content_type);
        }
        let response = self.agent.run(request.body(body.to_vec()).unwrap()).unwrap();
        let (parts, mut body) = response.into_parts();
        let text = body.read_to_string().unwrap();
        let response = Response {
            status: parts.status.as_u16(),
            headers: parts.headers,
            body: if text.is_empty() { Value::Null } else { serde_json::from_str(&text).unwrap() },
        };
        if response.status >= 400 {
            check_problem(&response, &text);
        }
        response
    }

    fn get(&self, path: &str) -> Response {
        self.send("GET", path, None, b"")
    }

    fn post(&self, path: &str, body: &Value) -> Response {
        self.send("POST", path, Some("application/json"), body.to_string().as_bytes())
    }
}

/// Asserts that an error is a problem document with the status that is sent and without
/// internal text.
fn check_problem(response: &Response, text: &str) {
    static SCHEMA: OnceLock<jsonschema::Validator> = OnceLock::new();

    let schema = SCHEMA.get_or_init(|| {
        let schema = serde_json::from_str(include_str!("../schema/problem.json")).unwrap();
        jsonschema::options().should_validate_formats(true).build(&schema).unwrap()
    });
    assert_eq!(response.header("content-type"), Some("application/problem+json"), "{text}");
    if let Err(error) = schema.validate(&response.body) {
        panic!("{error}: {text}");
    }
    assert_eq!(response.body["status"], response.status, "{text}");
    match response.body.get("type") {
        Some(uri) => {
            assert!(uri.as_str().unwrap().starts_with("https://shop.example/problems/"), "{uri}");
        }
        // The name of a masked case is not sent.
        None => {
            let phrase = StatusCode::from_u16(response.status).unwrap().canonical_reason().unwrap();
            assert_eq!(response.body["title"], phrase, "{text}");
        }
    }
    let sent = format!("{text} {:?}", response.headers).to_lowercase();
    for canary in CANARIES {
        assert!(!sent.contains(canary), "{canary} is in {sent}");
    }
}

/// Returns the last segment of the problem type.
fn kind(response: &Response) -> &str {
    response.body["type"].as_str().unwrap().rsplit('/').next().unwrap()
}

#[track_caller]
fn assert_problem(response: &Response, status: u16, code: &str) {
    assert_eq!((response.status, kind(response)), (status, code), "{}", response.body);
}

#[test]
fn an_unknown_resource_is_404() {
    let client = Client::with_account();
    let product = client.get("/products/99");
    assert_problem(&product, 404, "not-found");
    assert_eq!(product.body["detail"], "there is no product 99");
    assert_problem(&client.get("/orders/7"), 404, "not-found");
    assert_problem(&client.get("/nowhere"), 404, "no-route");
}

#[test]
fn a_duplicate_address_is_409() {
    let client = Client::with_account();
    let again = json!({ "email": "me@example.com", "password": "long enough" });
    assert_problem(&client.post("/accounts", &again), 409, "email-taken");
}

#[test]
fn every_invalid_field_is_listed_with_its_pointer() {
    let client = Client::start();
    let response = client.post("/accounts", &json!({ "email": "nobody", "password": "short" }));
    assert_problem(&response, 422, "invalid");
    let pointers: Vec<_> = response.body["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|error| (error["pointer"].as_str().unwrap(), error["detail"].is_string()))
        .collect();
    assert_eq!(pointers, [("/email", true), ("/password", true)]);
}

#[test]
fn a_missing_token_is_401_with_a_challenge() {
    let client = Client::start();
    let response = client.get("/account");
    assert_problem(&response, 401, "sign-in-needed");
    assert_eq!(response.header("www-authenticate"), Some("Bearer realm=\"shop\""));
    *client.token.lock().unwrap() = Some("made-up".to_owned());
    assert_problem(&client.get("/account"), 401, "sign-in-needed");
}

#[test]
fn an_order_of_another_account_is_403() {
    let client = Client::with_account();
    let order = client.post("/orders", &json!({ "product": 1, "quantity": 1 }));
    assert_eq!((order.status, order.header("location")), (201, Some("/orders/1")));
    client.sign_up("other@example.com");
    assert_problem(&client.get("/orders/1"), 403, "not-yours");
}

#[test]
fn out_of_stock_reports_the_available_quantity() {
    let client = Client::with_account();
    let response = client.post("/orders", &json!({ "product": 2, "quantity": 3 }));
    assert_problem(&response, 409, "out-of-stock");
    let members = ["product", "ordered", "left"].map(|name| response.body[name].as_i64().unwrap());
    assert_eq!(members, [2, 3, 2]);
}

#[test]
fn too_many_orders_are_429_with_a_delay() {
    let client = Client::with_account();
    let order = json!({ "product": 1, "quantity": 1 });
    for _ in 0..5 {
        assert_eq!(client.post("/orders", &order).status, 201);
    }
    let response = client.post("/orders", &order);
    assert_problem(&response, 429, "too-many-orders");
    let delay: u64 = response.header("retry-after").unwrap().parse().unwrap();
    assert!((1..=10).contains(&delay), "{delay}");
}

#[test]
fn a_database_failure_exposes_no_text() {
    let response = Client::start().get("/report");
    assert_eq!((response.status, response.body.get("type")), (500, None));
    assert_eq!(response.body.get("detail"), None);
}

#[test]
fn a_payment_failure_has_a_status_the_client_can_act_on() {
    let client = Client::with_account();
    client.post("/orders", &json!({ "product": 1, "quantity": 1 }));
    let pay = |card: &str| client.post("/orders/1/payment", &json!({ "card": card }));
    assert_problem(&pay("declined"), 402, "card-declined");
    let busy = pay("busy");
    assert_problem(&busy, 503, "payments-busy");
    assert_eq!(busy.header("retry-after"), Some("5"));
    assert_problem(&pay("broken"), 502, "payments-failed");
    assert_problem(&pay("slow"), 504, "payments-timed-out");
    assert_eq!(pay("good").status, 204);
    assert_problem(&pay("good"), 409, "already-paid");
}

#[test]
fn each_kind_of_invalid_body_has_its_own_status() {
    let client = Client::start();
    let send = |content_type, body: &[u8]| client.send("POST", "/accounts", content_type, body);
    let json = Some("application/json");
    assert_problem(&send(json, b"{\"email\":"), 400, "malformed-json");
    assert_problem(&send(json, b"\xff"), 400, "malformed-json");
    assert_problem(&send(json, b"{\"email\": 1, \"password\": 2}"), 422, "unexpected-json");
    assert_problem(&send(json, b"[]"), 422, "unexpected-json");
    let form = send(Some("application/x-www-form-urlencoded"), b"email=a");
    assert_problem(&form, 415, "not-json");
    assert_eq!(form.header("accept"), Some("application/json"));
    assert_problem(&send(None, b"{}"), 415, "not-json");
    assert_problem(&send(json, &[b' '; 20_000]), 413, "body-too-large");
}

#[test]
fn an_invalid_path_or_query_is_400() {
    let client = Client::start();
    assert_problem(&client.get("/products/x"), 400, "bad-path");
    assert_problem(&client.get("/products/%ff"), 400, "bad-path");
    assert_problem(&client.get("/products?limit=999"), 400, "bad-query");
    assert_eq!(client.get("/products?limit=2").body.as_array().unwrap().len(), 2);
}

#[test]
fn an_unsupported_method_is_405_with_allow() {
    let client = Client::start();
    for (method, path, allowed) in [
        ("DELETE", "/products", "GET,HEAD"),
        ("PUT", "/products/1", "GET,HEAD"),
        ("GET", "/orders", "POST"),
        ("PATCH", "/accounts", "POST"),
    ] {
        let response = client.send(method, path, None, b"");
        assert_problem(&response, 405, "method-not-allowed");
        assert_eq!(response.header("allow"), Some(allowed), "{method} {path}");
    }
}

/// Sends a request without a body, and returns the bytes of the response.
fn raw(address: SocketAddr, request_line: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    write!(stream, "{request_line} HTTP/1.1\r\nhost: shop\r\nconnection: close\r\n\r\n").unwrap();
    let mut response = String::new();
    stream.read_to_string(&mut response).unwrap();
    response
}

#[test]
fn a_response_to_head_equals_the_response_to_get_without_its_body() {
    let client = Client::start();
    let (head, get) =
        (raw(client.address, "HEAD /products/99"), raw(client.address, "GET /products/99"));
    let (head, body) = head.split_once("\r\n\r\n").unwrap();
    assert_eq!(body, "");
    let without_date = |head: &str| {
        head.lines().filter(|line| !line.starts_with("date")).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(without_date(head), without_date(get.split_once("\r\n\r\n").unwrap().0));
    assert!(head.contains("content-type: application/problem+json"));
}

/// Stops the shop at the end of the test.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn the_readme_command_starts_the_shop_and_prints_its_address() {
    let mut shop = Running(
        Command::new(env!("CARGO"))
            .args(["run", "--quiet", "--example", "shop"])
            .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
            .env("PORT", "0")
            .stdout(Stdio::piped())
            .spawn()
            .unwrap(),
    );
    let mut lines = BufReader::new(shop.0.stdout.take().unwrap()).lines();
    let first = lines.next().unwrap().unwrap();
    let address = first.rsplit("http://").next().unwrap().parse().unwrap();
    assert!(raw(address, "GET /products/99").starts_with("HTTP/1.1 404 Not Found\r\n"));
    let tries = lines.by_ref().map(Result::unwrap).filter(|line| line.contains("curl -i"));
    assert!(tries.take(5).count() == 5, "it prints commands to try");
}
