//! The service of `examples/envelope.rs`, over a socket, with a real client.

use std::net::{SocketAddr, TcpListener};
use std::thread;

use httperr_examples::envelope::app;
use serde_json::{json, Value};
use ureq::http::Response;
use ureq::{Agent, Body};

/// Sends a `GET` to a new instance of the service.
fn get(path: &str) -> Response<Body> {
    let agent: Agent = Agent::config_builder().http_status_as_error(false).build().into();
    agent.get(format!("http://{}{path}", start())).call().unwrap()
}

fn start() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    listener.set_nonblocking(true).unwrap();
    thread::spawn(move || {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::from_std(listener).unwrap();
            axum::serve(listener, app()).await.unwrap();
        });
    });
    address
}

#[track_caller]
fn assert_envelope(path: &str, status: u16, error: &Value) {
    let mut response = get(path);
    assert_eq!(response.status(), status);
    assert_eq!(response.headers()["content-type"], "application/json");
    let body: Value = serde_json::from_str(&response.body_mut().read_to_string().unwrap()).unwrap();
    assert_eq!(body, json!({ "error": error }));
}

#[test]
fn api_errors_use_the_envelope() {
    assert_envelope(
        "/documents/3",
        410,
        &json!({
            "code": "archived",
            "message": "document 3 is in the archive",
            "category": "invalid_request",
            "until": "2027-01-01",
            "doc_url": "https://docs.example.com/errors#archived",
        }),
    );
    assert_envelope(
        "/documents/4",
        503,
        &json!({
            "code": "storage",
            "message": "Storage",
            "category": "api",
            "doc_url": "https://docs.example.com/errors#storage",
        }),
    );
    let quota = json!({
        "code": "quota",
        "message": "the quota of this hour is used",
        "category": "rate_limit",
        "doc_url": "https://docs.example.com/errors#quota",
    });
    assert_envelope("/documents/5", 429, &quota);
    let mut with_rest = quota;
    with_rest["left"] = 3.into();
    assert_envelope("/documents/6", 429, &with_rest);
}

#[test]
fn a_document_of_another_user_has_the_response_of_a_missing_document() {
    let responses = ["/documents/2", "/documents/none"].map(|path| {
        let mut response = get(path);
        let mut headers = response.headers().clone();
        headers.remove("date");
        (response.status(), headers, response.body_mut().read_to_string().unwrap())
    });
    assert_eq!(responses[0], responses[1]);
}

#[test]
fn an_object_store_responds_with_xml() {
    let mut response = get("/objects/a%3Cb");
    assert_eq!(response.status(), 404);
    assert_eq!(response.headers()["content-type"], "application/xml");
    assert_eq!(
        response.body_mut().read_to_string().unwrap(),
        "<Error><Code>NoSuchBucket</Code><Message>the bucket \"a&lt;b\" does not exist</Message>\
         <BucketName>a&lt;b</BucketName></Error>"
    );
}

#[test]
fn a_site_responds_with_a_page_without_internal_text() {
    let mut response = get("/pages/broken");
    assert_eq!(response.status(), 500);
    assert_eq!(response.headers()["content-type"], "text/html; charset=utf-8");
    let body = response.body_mut().read_to_string().unwrap();
    assert!(body.contains("<h1>Internal Server Error</h1>"), "{body}");
    assert!(!body.contains("line 7"), "{body}");
}
