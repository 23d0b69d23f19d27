//! `OpenObserve`: numbered codes that a header repeats, 400 for everything without one, and plain
//! text from authentication.
//!
//! Tested: status, `X-Error-Message` and body of all 15 codes; the errors around them; the three
//! responses of authentication, whose challenge depends on the configuration.

use httperr::{Context, FromProblem, HttpError};
use serde_json::json;

use crate::{assert_json, assert_text, header};

/// The cause of the failure, as a number for clients.
#[derive(Debug, thiserror::Error, HttpError, FromProblem)]
#[http(
    default(400),
    expose,
    header("x-error-message" = code),
    body = {
        "code": code,
        "message": detail,
        "error_detail"?: error_detail,
        "trace_id"?: request_id,
    },
)]
enum ErrorCodes {
    #[error("server internal error")]
    #[http(500, code = 10001, extension(error_detail = _0))]
    ServerInternalError(String),

    #[error("SQL is not valid")]
    #[http(code = 20001, extension(error_detail = _0))]
    SearchSQLNotValid(String),

    #[error("stream '{0}' not found")]
    #[http(code = 20002)]
    SearchStreamNotFound(String),

    #[error("full text search field not found")]
    #[http(code = 20003)]
    FullTextSearchFieldNotFound,

    #[error("field '{0}' not found")]
    #[http(code = 20004)]
    SearchFieldNotFound(String),

    #[error("function '{0}' is not defined")]
    #[http(code = 20005)]
    SearchFunctionNotDefined(String),

    #[error("parquet file not found")]
    #[http(500, code = 20006)]
    SearchParquetFileNotFound,

    #[error("field '{0}' has no compatible data type")]
    #[http(code = 20007)]
    SearchFieldHasNoCompatibleDataType(String),

    #[error("SQL cannot be executed")]
    #[http(code = 20008, extension(error_detail = _0))]
    SearchSQLExecuteError(String),

    #[error("query was cancelled")]
    #[http(429, code = 20009, extension(error_detail = _0))]
    SearchCancelQuery(String),

    #[error("query timed out")]
    #[http(408, code = 20010, extension(error_detail = _0))]
    SearchTimeout(String),

    #[error("invalid parameters")]
    #[http(code = 20011, extension(error_detail = _0))]
    InvalidParams(String),

    #[error("rate limit exceeded")]
    #[http(429, code = 20012, extension(error_detail = _0))]
    RatelimitExceeded(String),

    #[error("histogram is not available for several streams")]
    #[http(code = 20013, extension(error_detail = _0))]
    SearchHistogramNotAvailableForMultiStream(String),

    #[error("the session is another node's")]
    #[http(409, code = 30001, extension(error_detail = _0))]
    AiSessionOwnerUnavailable(String),
}

/// The error of the handlers.
#[derive(Debug, thiserror::Error, HttpError, FromProblem)]
#[http(
    default = 400,
    expose,
    body = { "code": status, "message": detail, "trace_id"?: request_id },
)]
#[allow(clippy::enum_variant_names)]
enum Error {
    #[error(transparent)]
    #[http(transparent)]
    ErrorCode(#[from] ErrorCodes),

    #[error("resource error: {0}")]
    #[http(503)]
    ResourceError(String),

    // The others are 400 by default as in the original, which blames the client even for a broken disk.
    #[error("io: {0}")]
    IoError(#[from] std::io::Error),

    #[error("database: {0}")]
    DbError(String),

    #[error(transparent)]
    SerdeJsonError(#[from] serde_json::Error),

    #[error("not implemented")]
    NotImplemented,

    #[error("{0}")]
    Message(String),
}

/// Replaces the configuration.
mod config {
    use std::cell::Cell;

    thread_local!(static AS_URI: Cell<Option<&'static str>> = const { Cell::new(None) });

    pub(super) fn set(as_uri: Option<&'static str>) {
        AS_URI.set(as_uri);
    }

    pub(super) fn as_uri() -> Option<&'static str> {
        AS_URI.get()
    }
}

/// Errors of authentication.
#[derive(Debug, thiserror::Error, HttpError, FromProblem)]
#[http(body = text)]
enum AuthError {
    #[error("{0}")]
    #[http(match config::as_uri() {
        Some(uri) => (
            401,
            name = "UnauthorizedByServer",
            header(WWW_AUTHENTICATE = format!("Bearer as_uri=\"{uri}\"")),
        ),
        None => (401, header(WWW_AUTHENTICATE = "Basic realm=\"openobserve\"")),
    })]
    Unauthorized(String),

    #[error("{0}")]
    #[http(403)]
    Forbidden(String),

    #[error("{0}")]
    #[http(404)]
    NotFound(String),
}

fn text() -> String {
    "x".into()
}

/// A code, its status, its number, its text, and whether there is an `error_detail`.
type Row = (ErrorCodes, u16, u32, &'static str, bool);

fn codes() -> Vec<Row> {
    use ErrorCodes as E;
    vec![
        (E::ServerInternalError(text()), 500, 10001, "server internal error", true),
        (E::SearchSQLNotValid(text()), 400, 20001, "SQL is not valid", true),
        (E::SearchStreamNotFound(text()), 400, 20002, "stream 'x' not found", false),
        (E::FullTextSearchFieldNotFound, 400, 20003, "full text search field not found", false),
        (E::SearchFieldNotFound(text()), 400, 20004, "field 'x' not found", false),
        (E::SearchFunctionNotDefined(text()), 400, 20005, "function 'x' is not defined", false),
        (E::SearchParquetFileNotFound, 500, 20006, "parquet file not found", false),
        (
            E::SearchFieldHasNoCompatibleDataType(text()),
            400,
            20007,
            "field 'x' has no compatible data type",
            false,
        ),
        (E::SearchSQLExecuteError(text()), 400, 20008, "SQL cannot be executed", true),
        (E::SearchCancelQuery(text()), 429, 20009, "query was cancelled", true),
        (E::SearchTimeout(text()), 408, 20010, "query timed out", true),
        (E::InvalidParams(text()), 400, 20011, "invalid parameters", true),
        (E::RatelimitExceeded(text()), 429, 20012, "rate limit exceeded", true),
        (
            E::SearchHistogramNotAvailableForMultiStream(text()),
            400,
            20013,
            "histogram is not available for several streams",
            true,
        ),
        (E::AiSessionOwnerUnavailable(text()), 409, 30001, "the session is another node's", true),
    ]
}

#[test]
fn every_code_matches_the_published_facts() {
    assert_eq!(codes().len(), ErrorCodes::catalog().cases().count());
    for (error, status, code, text, more) in codes() {
        let mut body = json!({ "code": code, "message": text });
        if more {
            body["error_detail"] = json!("x");
        }
        assert_json(&error, status, &body);
        assert_eq!(header(&error, "x-error-message"), Some(code.to_string()));
        let error = Error::from(error);
        assert_json(&error, status, &body);
        assert_eq!(header(&error, "x-error-message"), Some(code.to_string()));
    }
}

#[test]
fn an_error_without_a_code_sends_the_status_as_code() {
    let no_json = serde_json::from_str::<u8>("").unwrap_err();
    let rows = [
        (Error::ResourceError(text()), 503, "resource error: x"),
        (Error::IoError(std::io::Error::other("disk")), 400, "io: disk"),
        (Error::DbError(text()), 400, "database: x"),
        (Error::SerdeJsonError(no_json), 400, "EOF while parsing a value at line 1 column 0"),
        (Error::NotImplemented, 400, "not implemented"),
        (Error::Message(text()), 400, "x"),
    ];
    for (error, status, text) in &rows {
        assert_json(error, *status, &json!({ "code": status, "message": text }));
        assert_eq!(header(error, "x-error-message"), None);
    }
}

#[test]
fn the_trace_is_the_request_s() {
    let context = Context::new().request_id("4bf9");
    for error in [Error::from(ErrorCodes::FullTextSearchFieldNotFound), Error::NotImplemented] {
        let response = error.to_response_with(&context);
        let body: serde_json::Value = serde_json::from_slice(response.body()).unwrap();
        assert_eq!(body["trace_id"], "4bf9");
    }
}

#[test]
fn authentication_errors_match_the_published_facts() {
    let rows = [
        (AuthError::Unauthorized("log in".into()), 401, "log in"),
        (AuthError::Forbidden("not yours".into()), 403, "not yours"),
        (AuthError::NotFound("nobody".into()), 404, "nobody"),
    ];
    for (as_uri, challenge) in [
        (None, "Basic realm=\"openobserve\""),
        (Some("https://as.example"), "Bearer as_uri=\"https://as.example\""),
    ] {
        config::set(as_uri);
        for (error, status, text) in &rows {
            assert_text(error, *status, text);
            let challenge = (*status == 401).then(|| challenge.to_owned());
            assert_eq!(header(error, "www-authenticate"), challenge);
        }
    }
}
