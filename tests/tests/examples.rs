//! Each example is one file that a reader can copy.

use std::fs;
use std::path::Path;

use axum::body::Body;
use http_body_util::BodyExt as _;
use httperr::http::Request;
use httperr_examples::{client, fluent, shop};
use serde_json::{json, Value};
use tower::ServiceExt as _;

const FRAMEWORKS: [&str; 7] = ["axum", "actix_web", "poem", "rocket", "salvo", "warp", "hyper"];

fn source(example: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples");
    fs::read_to_string(folder.join(example).with_extension("rs")).unwrap()
}

/// Returns the text of an item, from its documentation to its closing brace.
fn item<'a>(source: &'a str, head: &str) -> &'a str {
    let head = source.find(head).unwrap_or_else(|| panic!("there is no `{head}`"));
    let start = source[..head].rfind("\n\n").unwrap();
    let end = source[head..].find("\n}\n").unwrap();
    &source[start..head + end]
}

#[test]
fn an_example_uses_no_other_file() {
    for example in
        FRAMEWORKS.into_iter().chain(["contract", "envelope", "explain", "fluent", "metrics"])
    {
        let source = source(example);
        assert!(
            source.contains("\nfn main()") || source.contains("\nasync fn main()"),
            "{example}"
        );
        for path in ["httperr_examples", "crate::", "super::", "\nmod "] {
            assert!(!source.contains(path), "examples/{example}.rs uses {path}");
        }
    }
}

/// The parity tests rely on the copies being equal.
#[test]
fn the_services_declare_the_same_errors() {
    let axum = source("axum");
    for example in FRAMEWORKS {
        let source = source(example);
        for head in ["pub enum ApiError", "impl ApiError"] {
            assert_eq!(item(&source, head), item(&axum, head), "{example}");
        }
        if example != "hyper" {
            for head in ["pub struct NewOrder", "impl NewOrder"] {
                assert_eq!(item(&source, head), item(&axum, head), "{example}");
            }
        }
    }
}

#[tokio::test]
async fn the_client_distinguishes_every_kind_of_response_and_waits_as_the_shop_asks() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    let app = shop::app(shop::store::Store::new().await.unwrap());
    tokio::spawn(async { axum::serve(listener, app).await });
    let started = std::time::Instant::now();
    let lines = client::run(&base).await;
    assert!(started.elapsed().as_secs() >= 9, "there was no wait");
    assert_eq!(
        lines,
        [
            "success",
            "sign in first",
            "invalid: /email, /password",
            "success",
            "2 left, 3 ordered",
            "success",
            "success",
            "success",
            "success",
            "success",
            "use another card",
            "not known: 404 Not found: there is no product 99",
            "not known: 500 Internal Server Error",
            "no connection",
        ]
    );
}

#[tokio::test]
async fn the_fluent_example_sends_the_texts_of_its_messages() {
    let app = fluent::app().unwrap();
    let get = |path: &'static str, language: &'static str| {
        let app = app.clone();
        async move {
            let request = Request::get(path).header("accept-language", language);
            let response = app.oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
            let fields = response.headers().clone();
            assert_eq!(fields["vary"], "accept-language, accept");
            let body = response.into_body().collect().await.unwrap().to_bytes();
            let mut body: Value = serde_json::from_slice(&body).unwrap();
            let problem = json!([body["title"].take(), body["detail"].take()]);
            (problem, fields["content-language"].to_str().unwrap().to_owned())
        }
    };
    let german = json!(["Zu wenig Guthaben", "Das Guthaben von 30 liegt unter 50."]);
    assert_eq!(get("/orders/1", "de-CH, en;q=0.5").await, (german, "de".to_owned()));
    let chinese = json!(["没有该订单", "没有编号为 7 的订单。"]);
    assert_eq!(get("/orders/7", "zh-CN").await, (chinese, "zh".to_owned()));
    let english = json!(["No order", "there is no order 7"]);
    assert_eq!(get("/orders/7", "fr").await, (english, "en".to_owned()));
    assert_eq!(get("/orders/0", "zh").await, (json!(["服务器内部错误", null]), "zh".to_owned()));
    assert_eq!(get("/nowhere", "zh").await, (json!(["未找到", null]), "zh".to_owned()));
    assert_eq!(get("/nowhere", "de").await, (json!(["Not Found", null]), "en".to_owned()));
}
