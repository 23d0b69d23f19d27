//! A response that is written into one that exists.

use bytes::Bytes;
use httperr::http::Response;
use httperr::{status, HttpError, Problem};

#[derive(Debug, thiserror::Error, HttpError)]
#[error("too many requests")]
#[http(429, retry_after = 5, header(VARY = "accept"), header(SET_COOKIE = "a=1"))]
struct Limited;

fn existing() -> Response<Bytes> {
    Response::builder()
        .header("content-type", "text/html")
        .header("content-length", 3)
        .header("etag", "\"1\"")
        .header("retry-after", 60)
        .header("vary", "origin")
        .header("set-cookie", "b=2")
        .header("x-request-id", "8a2c")
        .extension(7_u64)
        .body("old".into())
        .unwrap()
}

#[test]
fn other_fields_are_kept() {
    let mut response = existing();
    Limited.apply_to(&mut response);
    let fields = [
        ("content-type", vec!["application/problem+json"]),
        ("content-length", vec![]),
        ("etag", vec![]),
        ("retry-after", vec!["5"]),
        ("vary", vec!["origin", "accept"]),
        ("set-cookie", vec!["b=2", "a=1"]),
        ("x-request-id", vec!["8a2c"]),
    ];
    for (name, values) in fields {
        let lines: Vec<_> = response.headers().get_all(name).iter().collect();
        assert_eq!(lines, values, "{name}");
    }
    assert_eq!(response.status(), 429);
    assert_eq!(response.extensions().get(), Some(&7_u64));
    assert_eq!(response.body(), Limited.to_response().body());
}

#[test]
fn a_response_without_content_has_none() {
    let mut response: Response<Vec<u8>> = existing().map(Into::into);
    let error: Box<dyn HttpError> = Box::new(Problem::new(status!(204)));
    error.apply_to(&mut response);
    assert_eq!(response.headers().get("content-type"), None);
    assert!(response.body().is_empty());
}
