//! Each example is one file that a reader can copy.

use std::fs;
use std::path::Path;

use httperr_examples::{client, shop};

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
    for example in FRAMEWORKS.into_iter().chain(["contract", "envelope", "explain", "metrics"]) {
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
