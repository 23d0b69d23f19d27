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

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use httperr::bytes::Bytes;
use httperr::http::{header::CONTENT_TYPE, Response};
use httperr::{Case, FromProblem, HttpError};
use serde_json::Value;

/// Asserts the status and the JSON body of the response to an error, which a client reads back.
#[track_caller]
pub(crate) fn assert_json(error: &(impl HttpError + FromProblem), status: u16, body: &Value) {
    assert_sent(error, status, body);
    assert_read_back(error);
}

/// Asserts the status and the JSON body of the response to an error.
#[track_caller]
pub(crate) fn assert_sent(error: &impl HttpError, status: u16, body: &Value) {
    let response = error.to_response();
    assert_described(error, &response);
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
    assert_described(error, &response);
    assert_eq!(response.status(), status, "{error:?}");
    assert_eq!(response.body(), body, "{error:?}");
}

/// Asserts that the OpenAPI description of the type has the response: the status, the media type, and
/// a schema that accepts the body. A status from the value is the response `default`.
#[track_caller]
fn assert_described<E: HttpError>(error: &E, response: &Response<Bytes>) {
    let case = error.case();
    let is_case = |known: Case| {
        (known.name(), known.code(), known.status()) == (case.name(), case.code(), case.status())
    };
    let Some(media_type) = response.headers().get(CONTENT_TYPE) else {
        assert!(response.body().is_empty(), "{error:?}");
        return;
    };
    let schema = if E::catalog().cases().any(is_case) {
        let status = case.status().map_or("default".to_owned(), |code| code.as_u16().to_string());
        let responses = responses_of::<E>();
        let described = &responses[status];
        let content = &described["content"][media_type.to_str().unwrap()];
        assert!(content.is_object(), "{error:?}: {media_type:?} is not in {described:#}");
        content["schema"].clone()
    } else {
        // Behind `dyn HttpError`, or what an expression returns.
        let name = std::any::type_name::<E>();
        assert!(name.contains("dyn ") || name.ends_with("AuthError"), "{error:?} is not known");
        case.schema().unwrap()
    };
    let text = || String::from_utf8_lossy(response.body()).into_owned().into();
    let body: Value = match media_type.to_str().unwrap().contains("json") {
        true => serde_json::from_slice(response.body()).unwrap_or_else(|_| text()),
        false => text(),
    };
    let validator = jsonschema::options().build(&schema).unwrap();
    let faults: Vec<String> = validator.iter_errors(&body).map(|fault| fault.to_string()).collect();
    assert!(faults.is_empty(), "{error:?}: {faults:#?} in {body:#} by {schema:#}");
}

/// Returns the description of a type, which is built once.
fn responses_of<E: HttpError>() -> Arc<Value> {
    static KNOWN: Mutex<BTreeMap<&str, Arc<Value>>> = Mutex::new(BTreeMap::new());
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    let responses = known.entry(std::any::type_name::<E>());
    Arc::clone(responses.or_insert_with(|| Arc::new(E::catalog().openapi())))
}

/// Returns a header field of the response.
#[track_caller]
pub(crate) fn header(error: &impl HttpError, name: &str) -> Option<String> {
    let response = error.to_response();
    response.headers().get(name).map(|value| value.to_str().unwrap().to_owned())
}
