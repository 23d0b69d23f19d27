//! `headers = expr`.

use httperr::http::{HeaderMap, HeaderValue};
use httperr::HttpError;
use thiserror::Error;

#[derive(Debug, Error, HttpError)]
enum E {
    #[error("map")]
    #[http(401, headers = headers)]
    Map { headers: HeaderMap },
    #[error("pairs")]
    #[http(404, header("x-a" = "1"), headers = _0)]
    Pairs(Vec<(&'static str, String)>),
    #[error("expression")]
    #[http(404, headers = _0.iter().map(|(name, value)| (*name, value)))]
    Expression(Vec<(&'static str, String)>),
    #[error("option")]
    #[http(404, headers = _0)]
    Option(Option<(String, HeaderValue)>),
}

#[test]
fn the_pairs_are_header_fields() {
    let mut headers = HeaderMap::new();
    headers.append("www-authenticate", HeaderValue::from_static("Basic realm=\"a\""));
    headers.append("www-authenticate", HeaderValue::from_static("Bearer"));
    headers.insert("content-type", HeaderValue::from_static("application/x"));
    let response = E::Map { headers }.to_response();
    let lines: Vec<_> = response.headers().get_all("www-authenticate").iter().collect();
    assert_eq!(lines, ["Basic realm=\"a\"", "Bearer"]);
    let types: Vec<_> = response.headers().get_all("content-type").iter().collect();
    assert_eq!(types, ["application/x"]);
    let response = E::Pairs(vec![("x-b", "2".to_owned())]).to_response();
    assert_eq!(
        (&response.headers()["x-a"], &response.headers()["x-b"]),
        (&HeaderValue::from_static("1"), &HeaderValue::from_static("2"),)
    );
    let response = E::Expression(vec![("x-b", "2".to_owned())]).to_response();
    assert_eq!(response.headers()["x-b"], "2");
    let pair = ("x-c".to_owned(), HeaderValue::from_static("3"));
    assert_eq!(E::Option(Some(pair)).to_response().headers()["x-c"], "3");
    assert_eq!(E::Option(None).to_response().headers().len(), 1);
}

#[test]
fn what_no_header_can_be_is_left_out() {
    let pairs = [("content-length", "7"), ("x a", "1"), ("x-split", "a\r\nb: c"), ("x-ok", "1")];
    let pairs = pairs.map(|(name, value)| (name, value.to_owned())).to_vec();
    let response = E::Pairs(pairs).to_response();
    let mut names: Vec<_> = response.headers().keys().map(|name| name.as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, ["content-type", "x-a", "x-ok"]);
    let many = vec![("x-many", "1".to_owned()); 1000];
    assert!(E::Expression(many).to_response().headers().len() < 200);
}
