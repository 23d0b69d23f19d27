//! Error types of well-known services, each as declarations alone: no response and no mapping is
//! written by hand. The types are made after the services' published behaviour; where they map
//! an enum of another crate, a module of that name stands in for it.

mod autopush;
mod greptimedb;
mod hyperswitch;
mod iggy;
mod influxdb3;
mod matrix_authentication_service;
mod meilisearch;
mod openobserve;
mod page;
mod qdrant;
mod restate;
mod tuwunel;
mod vaultwarden;

use httperr::HttpError;
use serde_json::Value;

/// What an error is answered with, checked against the facts.
#[track_caller]
pub(crate) fn answers(error: &impl HttpError, status: u16, body: &Value) {
    let response = error.to_response();
    assert_eq!(response.status(), status, "{error:?}");
    assert_eq!(error.status(), status, "{error:?}: `status()`");
    let sent: Value = serde_json::from_slice(response.body())
        .unwrap_or_else(|fault| panic!("{error:?}: {fault} in {:?}", response.body()));
    assert_eq!(&sent, body, "{error:?}");
}

/// As [`answers`], for a body that is no JSON.
#[track_caller]
pub(crate) fn answers_text(error: &impl HttpError, status: u16, body: &str) {
    let response = error.to_response();
    assert_eq!(response.status(), status, "{error:?}");
    assert_eq!(response.body(), body, "{error:?}");
}

/// A header field of the answer.
#[track_caller]
pub(crate) fn header(error: &impl HttpError, name: &str) -> Option<String> {
    let response = error.to_response();
    response.headers().get(name).map(|value| value.to_str().unwrap().to_owned())
}
