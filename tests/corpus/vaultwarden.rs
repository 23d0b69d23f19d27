//! Vaultwarden: one struct around a kind. The status is a field, 400 by default, independent of the
//! kind; the kind decides the format of the body, and the text for users differs from that of the log.
//!
//! Tested: status and body of all 24 kinds, with the default and with another status.

use std::error::Error as StdError;

use httperr::{FromProblem, HttpError};
use serde_json::{json, Value};

use crate::assert_json;

type Source = Box<dyn StdError + Send + Sync>;

/// The cause, for the log.
#[derive(Debug, thiserror::Error)]
enum Kind {
    #[error("empty")]
    Empty,
    #[error("{0}")]
    Simple(String),
    #[error("compact")]
    Compact,
    #[error("json: {0}")]
    Json(Value),
    #[error("http client: {0}")]
    CustomHttpClient(#[source] Source),
    #[error("database: {0}")]
    Db(#[source] Source),
    #[error("database connection: {0}")]
    DbConnection(#[source] Source),
    #[error("database pool: {0}")]
    Pool(#[source] Source),
    #[error("serde: {0}")]
    Serde(#[source] serde_json::Error),
    #[error("jwt: {0}")]
    Jwt(#[source] Source),
    #[error("template: {0}")]
    Template(#[source] Source),
    #[error("io: {0}")]
    Io(#[source] std::io::Error),
    #[error("time: {0}")]
    Time(#[source] std::time::SystemTimeError),
    #[error("request: {0}")]
    Request(#[source] Source),
    #[error("regex: {0}")]
    Regex(#[source] Source),
    #[error("yubikey: {0}")]
    Yubikey(#[source] Source),
    #[error("mail: {0}")]
    Mail(#[source] Source),
    #[error("mail address: {0}")]
    Address(#[source] Source),
    #[error("smtp: {0}")]
    Smtp(#[source] Source),
    #[error("tls: {0}")]
    Tls(#[source] Source),
    #[error("webauthn: {0}")]
    WebAuthn(#[source] Source),
    #[error("web socket: {0}")]
    WebSocket(#[source] Source),
    #[error("storage: {0}")]
    Storage(#[source] Source),
    #[error("server: {0}")]
    Server(#[source] Source),
}

// MISSING: a level from the value, `log = expr`: the errors without an event need an arm for each body
#[derive(Debug, thiserror::Error, HttpError, FromProblem)]
#[error("{message}. {kind}")]
#[http(
    status = error_code,
    match kind {
        Kind::Empty if *silent => (name = "SilentEmpty", body = {}, log = off),
        Kind::Empty => (body = {}),
        Kind::Json(value) if *silent => (name = "SilentJson", body = (value), log = off),
        Kind::Json(value) => (body = (value)),
        Kind::Compact if *silent => (
            name = "SilentCompact",
            log = off,
            body = {
                "message": detail,
                "validationErrors": null,
                "exceptionMessage": null,
                "exceptionStackTrace": null,
                "innerExceptionMessage": null,
                "object": "error",
            },
        ),
        Kind::Compact => (body = {
            "message": detail,
            "validationErrors": null,
            "exceptionMessage": null,
            "exceptionStackTrace": null,
            "innerExceptionMessage": null,
            "object": "error",
        }),
        _ if *silent => (name = "Silent", log = off),
        _ => log = error,
    },
    detail = message,
    body = {
        "message": detail,
        "error": "",
        "error_description": "",
        "validationErrors": { "": [detail] },
        "errorModel": { "message": detail, "object": "error" },
        "exceptionMessage": null,
        "exceptionStackTrace": null,
        "innerExceptionMessage": null,
        "object": "error",
    },
)]
struct Error {
    message: String,
    #[source]
    kind: Kind,
    error_code: u16,
    silent: bool,
}

impl Error {
    fn new(message: &str, kind: Kind) -> Self {
        Error { message: message.to_owned(), kind, error_code: 400, silent: false }
    }
}

fn source() -> Source {
    "inside".into()
}

fn kinds() -> Vec<(Kind, Value)> {
    let json = json!({ "error": "invalid_grant", "TwoFactorProviders": ["0", "1"] });
    let compact = json!({
        "message": "Try \"again\"",
        "validationErrors": null,
        "exceptionMessage": null,
        "exceptionStackTrace": null,
        "innerExceptionMessage": null,
        "object": "error",
    });
    let full = json!({
        "message": "Try \"again\"",
        "error": "",
        "error_description": "",
        "validationErrors": { "": ["Try \"again\""] },
        "errorModel": { "message": "Try \"again\"", "object": "error" },
        "exceptionMessage": null,
        "exceptionStackTrace": null,
        "innerExceptionMessage": null,
        "object": "error",
    });
    let no_json = serde_json::from_str::<Value>("").unwrap_err();
    let now = std::time::SystemTime::now();
    let no_time = now.duration_since(now + std::time::Duration::from_secs(1)).unwrap_err();
    let mut kinds =
        vec![(Kind::Empty, json!({})), (Kind::Json(json.clone()), json), (Kind::Compact, compact)];
    let others = [
        Kind::Simple("no such user: eve".into()),
        Kind::CustomHttpClient(source()),
        Kind::Db(source()),
        Kind::DbConnection(source()),
        Kind::Pool(source()),
        Kind::Serde(no_json),
        Kind::Jwt(source()),
        Kind::Template(source()),
        Kind::Io(std::io::Error::other("disk")),
        Kind::Time(no_time),
        Kind::Request(source()),
        Kind::Regex(source()),
        Kind::Yubikey(source()),
        Kind::Mail(source()),
        Kind::Address(source()),
        Kind::Smtp(source()),
        Kind::Tls(source()),
        Kind::WebAuthn(source()),
        Kind::WebSocket(source()),
        Kind::Storage(source()),
        Kind::Server(source()),
    ];
    kinds.extend(others.into_iter().map(|kind| (kind, full.clone())));
    kinds
}

#[test]
fn the_kind_decides_the_body() {
    let kinds = kinds();
    assert_eq!(kinds.len(), 24);
    for (kind, body) in kinds {
        let mut error = Error::new("Try \"again\"", kind);
        assert_json(&error, 400, &body);
        for (error_code, status) in [(401, 401), (404, 404), (500, 500), (0, 500)] {
            error.error_code = error_code;
            assert_json(&error, status, &body);
        }
        error.silent = true;
        assert_json(&error, 500, &body);
        assert_eq!(error.to_response().headers()["content-type"], "application/json");
    }
}
