//! `Error` of Tuwunel, a Matrix server: `{"errcode": …, "error": …}`, or the flows of a login that
//! continues.
//!
//! Tested: the 15 variants with published names, and some of the 51 that are a plain 500; the table of
//! Matrix's kinds, the status of an inner error, the hint that is used unless it is 400, and the mapping
//! of another server's response.

use std::collections::BTreeSet;
use std::io;
use std::num::{ParseIntError, TryFromIntError};

use http::StatusCode;
use httperr::{status, Case, FromProblem, HttpError};
use serde_json::{json, Value};

use crate::{assert_json, header};

/// Errors of the Matrix library, independent of HTTP except for a status that was received.
mod ruma {
    use http::StatusCode;
    use serde::Serialize;

    #[derive(Debug, Clone, Copy, PartialEq, Serialize)]
    pub(super) enum ErrorKind {
        #[serde(rename = "M_BAD_JSON")]
        BadJson,
        #[serde(rename = "M_BAD_STATUS")]
        BadStatus,
        #[serde(rename = "M_CANNOT_OVERWRITE_MEDIA")]
        CannotOverwriteMedia,
        #[serde(rename = "M_CONNECTION_FAILED")]
        ConnectionFailed,
        #[serde(rename = "M_CONNECTION_TIMEOUT")]
        ConnectionTimeout,
        #[serde(rename = "M_FEATURE_DISABLED")]
        FeatureDisabled,
        #[serde(rename = "M_FORBIDDEN")]
        Forbidden,
        #[serde(rename = "M_GUEST_ACCESS_FORBIDDEN")]
        GuestAccessForbidden,
        #[serde(rename = "M_INCOMPATIBLE_ROOM_VERSION")]
        IncompatibleRoomVersion,
        #[serde(rename = "M_INVITE_BLOCKED")]
        InviteBlocked,
        #[serde(rename = "M_LIMIT_EXCEEDED")]
        LimitExceeded,
        #[serde(rename = "M_MISSING_TOKEN")]
        MissingToken,
        #[serde(rename = "M_NOT_FOUND")]
        NotFound,
        #[serde(rename = "M_NOT_IMPLEMENTED")]
        NotImplemented,
        #[serde(rename = "M_NOT_YET_UPLOADED")]
        NotYetUploaded,
        #[serde(rename = "M_THREEPID_AUTH_FAILED")]
        ThreepidAuthFailed,
        #[serde(rename = "M_THREEPID_DENIED")]
        ThreepidDenied,
        #[serde(rename = "M_TOO_LARGE")]
        TooLarge,
        #[serde(rename = "M_UNABLE_TO_AUTHORISE_JOIN")]
        UnableToAuthorizeJoin,
        #[serde(rename = "M_UNABLE_TO_GRANT_JOIN")]
        UnableToGrantJoin,
        #[serde(rename = "M_UNAUTHORIZED")]
        Unauthorized,
        #[serde(rename = "M_UNKNOWN")]
        Unknown,
        #[serde(rename = "M_UNKNOWN_TOKEN")]
        UnknownToken,
        #[serde(rename = "M_UNRECOGNIZED")]
        Unrecognized,
        #[serde(rename = "M_USER_DEACTIVATED")]
        UserDeactivated,
        #[serde(rename = "M_USER_LOCKED")]
        UserLocked,
        #[serde(rename = "M_WRONG_ROOM_KEYS_VERSION")]
        WrongRoomKeysVersion,
    }

    /// The response of another server.
    #[derive(Debug, thiserror::Error)]
    #[error("{text}")]
    pub(super) struct Error {
        pub(super) status: StatusCode,
        pub(super) kind: ErrorKind,
        pub(super) text: String,
    }

    /// The flows by which a user may continue.
    #[derive(Debug)]
    pub(super) struct UiaaInfo {
        pub(super) flows: Vec<Vec<String>>,
        pub(super) completed: Vec<String>,
        pub(super) params: Option<serde_json::Value>,
        pub(super) session: Option<String>,
        /// Why the last step failed.
        pub(super) error: Option<(ErrorKind, String)>,
    }
}

/// The HTTP client.
mod reqwest {
    use http::StatusCode;

    #[derive(Debug, thiserror::Error)]
    #[error("the request failed")]
    pub(super) struct Error {
        pub(super) status: Option<StatusCode>,
    }

    impl Error {
        pub(super) fn status(&self) -> Option<StatusCode> {
            self.status
        }
    }
}

/// The table of Matrix's kinds, if nothing else determines the status.
#[derive(Debug, thiserror::Error, HttpError, FromProblem)]
#[error("{_0:?}")]
#[http(
    match _0 {
        ErrorKind::NotYetUploaded | ErrorKind::ConnectionTimeout => 504,
        ErrorKind::BadStatus | ErrorKind::ConnectionFailed => 502,
        ErrorKind::LimitExceeded => 429,
        ErrorKind::TooLarge => 413,
        ErrorKind::CannotOverwriteMedia => 409,
        ErrorKind::NotFound
        | ErrorKind::NotImplemented
        | ErrorKind::FeatureDisabled
        | ErrorKind::Unrecognized => 404,
        ErrorKind::GuestAccessForbidden
        | ErrorKind::ThreepidAuthFailed
        | ErrorKind::UserDeactivated
        | ErrorKind::ThreepidDenied
        | ErrorKind::InviteBlocked
        | ErrorKind::WrongRoomKeysVersion
        | ErrorKind::Forbidden => 403,
        ErrorKind::UnknownToken
        | ErrorKind::MissingToken
        | ErrorKind::Unauthorized
        | ErrorKind::UserLocked => 401,
        _ => 400,
    },
    allow(missing_www_authenticate),
)]
struct Kind(ErrorKind);

/// The kinds in a response of another server that are sent to our client. The published facts count
/// seven; these are ours.
const RELAYED: [ErrorKind; 7] = [
    ErrorKind::Forbidden,
    ErrorKind::NotFound,
    ErrorKind::Unauthorized,
    ErrorKind::LimitExceeded,
    ErrorKind::IncompatibleRoomVersion,
    ErrorKind::UnableToAuthorizeJoin,
    ErrorKind::UnableToGrantJoin,
];

#[derive(Debug, thiserror::Error, HttpError, FromProblem)]
#[http(
    body = { "errcode": errcode, "error": detail },
    extension(errcode = ErrorKind::Unknown),
    default = 500,
    allow(missing_www_authenticate),
)]
enum Error {
    #[error("not authorized by the room: {0}")]
    #[http(403, extension(errcode = ErrorKind::Forbidden))]
    AuthCheck(String),
    #[error("conflict: {0}")]
    #[http(409)]
    Conflict(String),
    #[error("{0} is switched off")]
    #[http(
        status = Kind(ErrorKind::FeatureDisabled).status(),
        extension(errcode = ErrorKind::FeatureDisabled),
    )]
    FeatureDisabled(&'static str),
    #[error("not canonical: {0}")]
    #[http(status = Kind(ErrorKind::BadJson).status(), extension(errcode = ErrorKind::BadJson))]
    CanonicalJson(String),
    #[error("no JSON: {0}")]
    #[http(status = Kind(ErrorKind::BadJson).status(), extension(errcode = ErrorKind::BadJson), expose)]
    Json(#[from] serde_json::Error),
    #[error("no number: {0}")]
    #[http(status = Kind(ErrorKind::BadJson).status(), extension(errcode = ErrorKind::BadJson), expose)]
    JsParseInt(#[from] ParseIntError),
    #[error("no such number: {0}")]
    #[http(status = Kind(ErrorKind::BadJson).status(), extension(errcode = ErrorKind::BadJson), expose)]
    JsTryFromInt(#[from] TryFromIntError),

    #[error("{1}")]
    #[http(status = Kind(*_0).status(), extension(errcode = _0), expose)]
    BadRequest(ErrorKind, &'static str),
    /// The last field is a hint, which is used unless it is a plain 400.
    #[error("{1}")]
    #[http(
        match _2 {
            status!(400) => (status = Kind(*_0).status()),
            _ => (status = _2),
        },
        extension(errcode = _0),
        expose,
    )]
    Request(ErrorKind, String, StatusCode),

    /// A response that does not concern our clients is a 502; a 401 concerns this server, not them.
    #[error("{0} responded: {1}")]
    #[http(
        match _1 {
            error if !RELAYED.contains(&error.kind) => (502, detail = "the other server failed"),
            ruma::Error { status: status!(401), kind, .. } => (400, extension(errcode = kind)),
            ruma::Error { status, kind, .. } => (status = status, extension(errcode = kind)),
        },
        expose,
    )]
    Federation(String, ruma::Error),
    #[error("{0}")]
    #[http(status = _0.status, extension(errcode = _0.kind), expose)]
    Ruma(ruma::Error),
    // Only the status is published; the name implies that the value is sent.
    #[error("{0}: {1}")]
    #[http(status = _0, body = (_1))]
    HttpJson(StatusCode, Value),
    #[error("{0}")]
    #[http(
        match _0.status() {
            Some(status) => (status = status),
            None => 500,
        },
        allow(leak),
    )]
    Reqwest(#[from] reqwest::Error),
    #[error("{0}")]
    #[http(
        match _0.kind() {
            io::ErrorKind::InvalidInput => 400,
            io::ErrorKind::PermissionDenied => 403,
            io::ErrorKind::NotFound => 404,
            io::ErrorKind::TimedOut => 504,
            io::ErrorKind::FileTooLarge => 413,
            io::ErrorKind::StorageFull => 507,
            io::ErrorKind::Interrupted => 503,
            _ => 500,
        },
        allow(leak),
    )]
    Io(#[from] io::Error),
    /// The login continues.
    #[error("sign in")]
    #[http(
        401,
        body = {
            "flows": (_0.flows),
            "completed": (_0.completed),
            "params"?: (_0.params),
            "session"?: (_0.session),
            "errcode"?: (_0.error.as_ref().map(|(kind, _)| kind)),
            "error"?: (_0.error.as_ref().map(|(_, text)| text)),
        },
    )]
    Uiaa(ruma::UiaaInfo),

    // 51 more without a status of their own. A few of them:
    #[error("a thread panicked: {0}")]
    Panic(&'static str),
    #[error("database: {0}")]
    Database(String),
    #[error("setting {0}: {1}")]
    Config(&'static str, String),
    #[error("{0}")]
    Fmt(#[from] std::fmt::Error),
    #[error("{0}")]
    Err(String),
}

use ruma::ErrorKind;

fn body(errcode: &str, text: &str) -> Value {
    json!({ "errcode": errcode, "error": text })
}

#[test]
fn the_kinds_have_their_table() {
    for (kind, code, status) in [
        (ErrorKind::NotYetUploaded, "M_NOT_YET_UPLOADED", 504),
        (ErrorKind::ConnectionTimeout, "M_CONNECTION_TIMEOUT", 504),
        (ErrorKind::BadStatus, "M_BAD_STATUS", 502),
        (ErrorKind::ConnectionFailed, "M_CONNECTION_FAILED", 502),
        (ErrorKind::LimitExceeded, "M_LIMIT_EXCEEDED", 429),
        (ErrorKind::TooLarge, "M_TOO_LARGE", 413),
        (ErrorKind::CannotOverwriteMedia, "M_CANNOT_OVERWRITE_MEDIA", 409),
        (ErrorKind::NotFound, "M_NOT_FOUND", 404),
        (ErrorKind::NotImplemented, "M_NOT_IMPLEMENTED", 404),
        (ErrorKind::FeatureDisabled, "M_FEATURE_DISABLED", 404),
        (ErrorKind::Unrecognized, "M_UNRECOGNIZED", 404),
        (ErrorKind::GuestAccessForbidden, "M_GUEST_ACCESS_FORBIDDEN", 403),
        (ErrorKind::ThreepidAuthFailed, "M_THREEPID_AUTH_FAILED", 403),
        (ErrorKind::UserDeactivated, "M_USER_DEACTIVATED", 403),
        (ErrorKind::ThreepidDenied, "M_THREEPID_DENIED", 403),
        (ErrorKind::InviteBlocked, "M_INVITE_BLOCKED", 403),
        (ErrorKind::WrongRoomKeysVersion, "M_WRONG_ROOM_KEYS_VERSION", 403),
        (ErrorKind::Forbidden, "M_FORBIDDEN", 403),
        (ErrorKind::UnknownToken, "M_UNKNOWN_TOKEN", 401),
        (ErrorKind::MissingToken, "M_MISSING_TOKEN", 401),
        (ErrorKind::Unauthorized, "M_UNAUTHORIZED", 401),
        (ErrorKind::UserLocked, "M_USER_LOCKED", 401),
        (ErrorKind::BadJson, "M_BAD_JSON", 400),
        (ErrorKind::Unknown, "M_UNKNOWN", 400),
    ] {
        assert_json(&Error::BadRequest(kind, "no"), status, &body(code, "no"));
        let hinted = |hint| Error::Request(kind, "no".to_owned(), hint);
        assert_json(&hinted(StatusCode::BAD_REQUEST), status, &body(code, "no"));
        assert_json(&hinted(StatusCode::GONE), 410, &body(code, "no"));
    }
}

fn remote_error(status: StatusCode, kind: ErrorKind) -> ruma::Error {
    ruma::Error { status, kind, text: "why".to_owned() }
}

const UNKNOWN: &str = "M_UNKNOWN";
const INTERNAL: &str = "Internal Server Error";

fn rows() -> Vec<(Error, u16, &'static str, &'static str)> {
    let not_json = serde_json::from_str::<Value>("").unwrap_err();
    let io = |kind| Error::Io(io::Error::new(kind, "why"));
    let remote = |status, kind| Error::Federation("a.example".into(), remote_error(status, kind));
    let reqwest = |status| Error::Reqwest(reqwest::Error { status });
    vec![
        (Error::AuthCheck("no".into()), 403, "M_FORBIDDEN", "not authorized by the room: no"),
        (Error::Conflict("twice".into()), 409, UNKNOWN, "conflict: twice"),
        (Error::FeatureDisabled("login"), 404, "M_FEATURE_DISABLED", "login is switched off"),
        (Error::CanonicalJson("1.5".into()), 400, "M_BAD_JSON", "not canonical: 1.5"),
        (
            not_json.into(),
            400,
            "M_BAD_JSON",
            "no JSON: EOF while parsing a value at line 1 column 0",
        ),
        (
            "x".parse::<i8>().unwrap_err().into(),
            400,
            "M_BAD_JSON",
            "no number: invalid digit found in string",
        ),
        (
            u8::try_from(300_u16).unwrap_err().into(),
            400,
            "M_BAD_JSON",
            "no such number: out of range integral type conversion attempted",
        ),
        (Error::BadRequest(ErrorKind::NotFound, "no"), 404, "M_NOT_FOUND", "no"),
        (Error::Request(ErrorKind::NotFound, "no".into(), status!(400)), 404, "M_NOT_FOUND", "no"),
        (Error::Request(ErrorKind::NotFound, "no".into(), status!(410)), 410, "M_NOT_FOUND", "no"),
        (remote(status!(404), ErrorKind::NotFound), 404, "M_NOT_FOUND", "a.example responded: why"),
        (
            remote(status!(401), ErrorKind::Unauthorized),
            400,
            "M_UNAUTHORIZED",
            "a.example responded: why",
        ),
        (remote(status!(404), ErrorKind::UserLocked), 502, UNKNOWN, "the other server failed"),
        (remote(status!(401), ErrorKind::Unknown), 502, UNKNOWN, "the other server failed"),
        (
            Error::Ruma(remote_error(status!(401), ErrorKind::UnknownToken)),
            401,
            "M_UNKNOWN_TOKEN",
            "why",
        ),
        (Error::Ruma(remote_error(status!(502), ErrorKind::Unknown)), 502, UNKNOWN, "why"),
        (reqwest(Some(status!(404))), 404, UNKNOWN, "the request failed"),
        (reqwest(None), 500, UNKNOWN, INTERNAL),
        (io(io::ErrorKind::InvalidInput), 400, UNKNOWN, "why"),
        (io(io::ErrorKind::PermissionDenied), 403, UNKNOWN, "why"),
        (io(io::ErrorKind::NotFound), 404, UNKNOWN, "why"),
        (io(io::ErrorKind::TimedOut), 504, UNKNOWN, "Gateway Timeout"),
        (io(io::ErrorKind::FileTooLarge), 413, UNKNOWN, "why"),
        (io(io::ErrorKind::StorageFull), 507, UNKNOWN, "Insufficient Storage"),
        (io(io::ErrorKind::Interrupted), 503, UNKNOWN, "Service Unavailable"),
        (io(io::ErrorKind::BrokenPipe), 500, UNKNOWN, INTERNAL),
        (Error::Panic("x"), 500, UNKNOWN, INTERNAL),
        (Error::Database("x".into()), 500, UNKNOWN, INTERNAL),
        (Error::Config("port", "x".into()), 500, UNKNOWN, INTERNAL),
        (std::fmt::Error.into(), 500, UNKNOWN, INTERNAL),
        (Error::Err("x".into()), 500, UNKNOWN, INTERNAL),
    ]
}

#[test]
fn every_variant_matches_the_published_facts() {
    let mut seen = BTreeSet::from([Some("Uiaa"), Some("HttpJson")]);
    for (error, status, errcode, text) in rows() {
        assert_json(&error, status, &body(errcode, text));
        assert_eq!(header(&error, "content-type").as_deref(), Some("application/json"));
        seen.insert(error.case().name());
    }
    assert_eq!(seen, Error::catalog().cases().map(Case::name).collect());
}

#[test]
fn the_body_of_another_server_is_passed_on() {
    let body = json!({ "errcode": "M_OWN", "retry_after_ms": 5 });
    assert_json(&Error::HttpJson(status!(403), body.clone()), 403, &body);
}

#[test]
fn a_login_that_continues_lists_its_flows() {
    let mut info = ruma::UiaaInfo {
        flows: vec![vec!["m.login.password".to_owned()]],
        completed: Vec::new(),
        params: None,
        session: Some("s1".to_owned()),
        error: None,
    };
    let flows = json!([["m.login.password"]]);
    let more = json!({ "flows": flows, "completed": [], "session": "s1" });
    assert_json(&Error::Uiaa(info), 401, &more);

    info = ruma::UiaaInfo {
        flows: vec![vec!["m.login.password".to_owned()]],
        completed: vec!["m.login.terms".to_owned()],
        params: Some(json!({ "a": 1 })),
        session: None,
        error: Some((ErrorKind::Forbidden, "wrong password".to_owned())),
    };
    let failed = json!({
        "flows": flows,
        "completed": ["m.login.terms"],
        "params": { "a": 1 },
        "errcode": "M_FORBIDDEN",
        "error": "wrong password",
    });
    assert_json(&Error::Uiaa(info), 401, &failed);
}
