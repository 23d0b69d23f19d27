//! The shop of `examples/shop`, over a socket, with a real client.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, OnceLock, PoisonError};
use std::thread;

use httperr_examples::shop::{app, store::Store};
use serde_json::{json, Value};
use ureq::http::{HeaderMap, Method, Request, StatusCode};
use ureq::Agent;

/// What every internal error of the shop holds, and no client may see: a table, an address, what
/// the payment provider said, and what the framework says of a request.
const CANARIES: [&str; 7] =
    ["secret", "ledger", "10.0.0.7", "4711", "sqlite", "invalid type", "eof while"];

struct Answer {
    status: u16,
    headers: HeaderMap,
    body: Value,
}

impl Answer {
    fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }
}

/// A shop of its own for each test.
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
        let agent = Agent::config_builder()
            .http_status_as_error(false)
            .allow_non_standard_methods(true)
            .build()
            .into();
        Client { agent, address, token: Mutex::default() }
    }

    /// A shop in which somebody has signed up, who sends what follows.
    fn signed_in() -> Self {
        let client = Self::start();
        client.sign_up("me@example.com");
        client
    }

    fn sign_up(&self, email: &str) {
        let answer = self.post("/accounts", &json!({ "email": email, "password": "long enough" }));
        assert_eq!(answer.status, 201);
        let token = answer.body["token"].as_str().unwrap().to_owned();
        *self.token.lock().unwrap_or_else(PoisonError::into_inner) = Some(token);
    }

    fn send(&self, method: &str, path: &str, content_type: Option<&str>, body: &[u8]) -> Answer {
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
        let answer = Answer {
            status: parts.status.as_u16(),
            headers: parts.headers,
            body: if text.is_empty() { Value::Null } else { serde_json::from_str(&text).unwrap() },
        };
        if answer.status >= 400 {
            check_problem(&answer, &text);
        }
        answer
    }

    fn get(&self, path: &str) -> Answer {
        self.send("GET", path, None, b"")
    }

    fn post(&self, path: &str, body: &Value) -> Answer {
        self.send("POST", path, Some("application/json"), body.to_string().as_bytes())
    }
}

/// What holds for every error: it is a problem document, it says the status that is sent, and
/// nothing of the inside.
fn check_problem(answer: &Answer, text: &str) {
    static SCHEMA: OnceLock<jsonschema::Validator> = OnceLock::new();

    let schema = SCHEMA.get_or_init(|| {
        let schema = serde_json::from_str(include_str!("../schema/problem.json")).unwrap();
        jsonschema::options().should_validate_formats(true).build(&schema).unwrap()
    });
    assert_eq!(answer.header("content-type"), Some("application/problem+json"), "{text}");
    if let Err(error) = schema.validate(&answer.body) {
        panic!("{error}: {text}");
    }
    assert_eq!(answer.body["status"], answer.status, "{text}");
    match answer.body.get("type") {
        Some(uri) => {
            assert!(uri.as_str().unwrap().starts_with("https://shop.example/problems/"), "{uri}");
        }
        // The name of a masked case is not sent.
        None => {
            let phrase = StatusCode::from_u16(answer.status).unwrap().canonical_reason().unwrap();
            assert_eq!(answer.body["title"], phrase, "{text}");
        }
    }
    let sent = format!("{text} {:?}", answer.headers).to_lowercase();
    for canary in CANARIES {
        assert!(!sent.contains(canary), "{canary} is in {sent}");
    }
}

/// The last part of the problem type.
fn kind(answer: &Answer) -> &str {
    answer.body["type"].as_str().unwrap().rsplit('/').next().unwrap()
}

#[track_caller]
fn assert_is(answer: &Answer, status: u16, code: &str) {
    assert_eq!((answer.status, kind(answer)), (status, code), "{}", answer.body);
}

#[test]
fn what_is_not_there_is_404() {
    let client = Client::signed_in();
    let product = client.get("/products/99");
    assert_is(&product, 404, "not-found");
    assert_eq!(product.body["detail"], "there is no product 99");
    assert_is(&client.get("/orders/7"), 404, "not-found");
    assert_is(&client.get("/nowhere"), 404, "no-route");
}

#[test]
fn a_second_account_with_one_address_is_409() {
    let client = Client::signed_in();
    let again = json!({ "email": "me@example.com", "password": "long enough" });
    assert_is(&client.post("/accounts", &again), 409, "email-taken");
}

#[test]
fn every_wrong_field_is_listed_with_its_pointer() {
    let client = Client::start();
    let answer = client.post("/accounts", &json!({ "email": "nobody", "password": "short" }));
    assert_is(&answer, 422, "invalid");
    let pointers: Vec<_> = answer.body["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|error| (error["pointer"].as_str().unwrap(), error["detail"].is_string()))
        .collect();
    assert_eq!(pointers, [("/email", true), ("/password", true)]);
}

#[test]
fn without_a_token_there_is_a_challenge() {
    let client = Client::start();
    let answer = client.get("/account");
    assert_is(&answer, 401, "sign-in-needed");
    assert_eq!(answer.header("www-authenticate"), Some("Bearer realm=\"shop\""));
    *client.token.lock().unwrap() = Some("made-up".to_owned());
    assert_is(&client.get("/account"), 401, "sign-in-needed");
}

#[test]
fn an_order_of_another_is_403() {
    let client = Client::signed_in();
    let order = client.post("/orders", &json!({ "product": 1, "quantity": 1 }));
    assert_eq!((order.status, order.header("location")), (201, Some("/orders/1")));
    client.sign_up("other@example.com");
    assert_is(&client.get("/orders/1"), 403, "not-yours");
}

#[test]
fn out_of_stock_says_how_many_there_are() {
    let client = Client::signed_in();
    let answer = client.post("/orders", &json!({ "product": 2, "quantity": 3 }));
    assert_is(&answer, 409, "out-of-stock");
    let members = ["product", "ordered", "left"].map(|name| answer.body[name].as_i64().unwrap());
    assert_eq!(members, [2, 3, 2]);
}

#[test]
fn too_many_orders_are_429_with_a_delay() {
    let client = Client::signed_in();
    let order = json!({ "product": 1, "quantity": 1 });
    for _ in 0..5 {
        assert_eq!(client.post("/orders", &order).status, 201);
    }
    let answer = client.post("/orders", &order);
    assert_is(&answer, 429, "too-many-orders");
    let delay: u64 = answer.header("retry-after").unwrap().parse().unwrap();
    assert!((1..=10).contains(&delay), "{delay}");
}

#[test]
fn a_failure_of_the_database_tells_nothing() {
    let answer = Client::start().get("/report");
    assert_eq!((answer.status, answer.body.get("type")), (500, None));
    assert_eq!(answer.body.get("detail"), None);
}

#[test]
fn a_failure_of_the_payment_provider_tells_what_the_client_can_do() {
    let client = Client::signed_in();
    client.post("/orders", &json!({ "product": 1, "quantity": 1 }));
    let pay = |card: &str| client.post("/orders/1/payment", &json!({ "card": card }));
    assert_is(&pay("declined"), 402, "card-declined");
    let busy = pay("busy");
    assert_is(&busy, 503, "payments-busy");
    assert_eq!(busy.header("retry-after"), Some("5"));
    assert_is(&pay("broken"), 502, "payments-failed");
    assert_is(&pay("slow"), 504, "payments-timed-out");
    assert_eq!(pay("good").status, 204);
    assert_is(&pay("good"), 409, "already-paid");
}

#[test]
fn a_body_that_cannot_be_read_is_told_apart_by_its_status() {
    let client = Client::start();
    let send = |content_type, body: &[u8]| client.send("POST", "/accounts", content_type, body);
    let json = Some("application/json");
    assert_is(&send(json, b"{\"email\":"), 400, "malformed-json");
    assert_is(&send(json, b"\xff"), 400, "malformed-json");
    assert_is(&send(json, b"{\"email\": 1, \"password\": 2}"), 422, "unexpected-json");
    assert_is(&send(json, b"[]"), 422, "unexpected-json");
    let form = send(Some("application/x-www-form-urlencoded"), b"email=a");
    assert_is(&form, 415, "not-json");
    assert_eq!(form.header("accept"), Some("application/json"));
    assert_is(&send(None, b"{}"), 415, "not-json");
    assert_is(&send(json, &[b' '; 20_000]), 413, "body-too-large");
}

#[test]
fn a_path_or_query_that_cannot_be_read_is_400() {
    let client = Client::start();
    assert_is(&client.get("/products/x"), 400, "bad-path");
    assert_is(&client.get("/products/%ff"), 400, "bad-path");
    assert_is(&client.get("/products?limit=999"), 400, "bad-query");
    assert_eq!(client.get("/products?limit=2").body.as_array().unwrap().len(), 2);
}

#[test]
fn a_wrong_method_is_405_with_those_that_there_are() {
    let client = Client::start();
    for (method, path, allowed) in [
        ("DELETE", "/products", "GET,HEAD"),
        ("PUT", "/products/1", "GET,HEAD"),
        ("GET", "/orders", "POST"),
        ("PATCH", "/accounts", "POST"),
    ] {
        let answer = client.send(method, path, None, b"");
        assert_is(&answer, 405, "method-not-allowed");
        assert_eq!(answer.header("allow"), Some(allowed), "{method} {path}");
    }
}

/// What is on the wire for a request without a body.
fn raw(address: SocketAddr, request_line: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    write!(stream, "{request_line} HTTP/1.1\r\nhost: shop\r\nconnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn an_answer_to_head_is_that_to_get_without_the_body() {
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

/// Ends the shop with the test.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[test]
fn the_command_of_the_readme_starts_the_shop_and_says_where_it_listens() {
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
