//! Error types of well-known services, by declarations alone, without a manual response or mapping.
//! The types follow the published behavior of the services; where a service maps an enum of another
//! crate, a module of that name replaces the crate.

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

/// Asserts the status and the JSON body of the response to an error.
#[track_caller]
pub(crate) fn assert_json(error: &impl HttpError, status: u16, body: &Value) {
    let response = error.to_response();
    assert_eq!(response.status(), status, "{error:?}");
    assert_eq!(error.status(), status, "{error:?}: `status()`");
    let sent: Value = serde_json::from_slice(response.body())
        .unwrap_or_else(|fault| panic!("{error:?}: {fault} in {:?}", response.body()));
    assert_eq!(&sent, body, "{error:?}");
}

/// Asserts the status and the text body of the response to an error.
#[track_caller]
pub(crate) fn assert_text(error: &impl HttpError, status: u16, body: &str) {
    let response = error.to_response();
    assert_eq!(response.status(), status, "{error:?}");
    assert_eq!(response.body(), body, "{error:?}");
}

/// Returns a header field of the response.
#[track_caller]
pub(crate) fn header(error: &impl HttpError, name: &str) -> Option<String> {
    let response = error.to_response();
    response.headers().get(name).map(|value| value.to_str().unwrap().to_owned())
}
