//! The response of a declaration.

mod arms;
mod expressions;
mod keys;
mod transparent;

use std::borrow::Cow;
use std::fmt::{self, Display};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use httperr::http::{HeaderName, HeaderValue, StatusCode};
use httperr::{Case, Context, HttpError, Problem};
use serde_json::{json, Value};
use thiserror::Error;

#[track_caller]
fn body(error: &dyn HttpError) -> Value {
    let response = error.to_response();
    let body: Value = serde_json::from_slice(response.body()).expect("the body is JSON");
    assert_eq!(body["status"], response.status().as_u16(), "the body has the status that is sent");
    assert_eq!(response.headers()["content-type"], "application/problem+json");
    assert_eq!(response.status(), error.status());
    assert_eq!(body.get("detail").and_then(Value::as_str).map(Cow::Borrowed), error.detail());
    body
}

#[track_caller]
fn header(error: &dyn HttpError, name: &str) -> Option<String> {
    let response = error.to_response();
    let values: Vec<_> = response.headers().get_all(name).iter().collect();
    assert!(values.len() <= 1, "{name} is there {} times", values.len());
    values.first().map(|value| value.to_str().unwrap().to_owned())
}
