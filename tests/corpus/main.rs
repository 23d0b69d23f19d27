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

use httperr::{FromProblem, HttpError};
use serde_json::Value;

/// Asserts the status and the JSON body of the response to an error, which a client reads back.
#[track_caller]
pub(crate) fn assert_json(error: &(impl HttpError + FromProblem), status: u16, body: &Value) {
    assert_sent(error, status, body);
    assert_read_back(error);
}

/// Asserts the status and the JSON body of the response to an error.
#[track_caller]
pub(crate) fn assert_sent(error: &(impl HttpError + ?Sized), status: u16, body: &Value) {
    let response = error.to_response();
    assert_eq!(response.status(), status, "{error:?}");
    assert_eq!(error.status(), status, "{error:?}: `status()`");
    let sent: Value = serde_json::from_slice(response.body())
        .unwrap_or_else(|fault| panic!("{error:?}: {fault} in {:?}", response.body()));
    assert_eq!(&sent, body, "{error:?}");
}

/// Asserts that a client reads the same error from the response, or is told why it does not.
#[track_caller]
fn assert_read_back<T: HttpError + FromProblem>(error: &T) {
    let (parts, body) = error.to_response().into_parts();
    let reason = match T::from_response(&parts, &body) {
        Ok(read) => return assert_eq!(format!("{read:?}"), format!("{error:?}")),
        Err(unrecognized) => unrecognized.reason().to_owned(),
    };
    let case = format!("`{}`", error.case().name().unwrap_or_default());
    let status = format!(" have the status {}", parts.status.as_u16());
    let is_expected = reason.ends_with(&format!("` of the case {case} is not sent"))
        || (reason.starts_with("several cases")
            && (reason.contains(&case) || reason.contains(&status)));
    assert!(is_expected, "{error:?}: {reason}");
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
