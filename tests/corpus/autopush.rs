//! The endpoint of Autopush: one struct around a kind, an `errno` beside the status, a link to the
//! documentation, and a few kinds that forward to the error inside them.
//!
//! Tested: status, headers and body of all 27 kinds and of the errors inside the forwarding ones; the
//! metric labels, which are the codes of the catalog, and the kinds that are not reported to Sentry,
//! which are tags. Neither is sent.

use std::error::Error as StdError;

use httperr::{status, FromProblem, HttpError, Tag};
use serde_json::{json, Value};

use crate::{assert_json, header};

type Source = Box<dyn StdError + Send + Sync>;

/// Replaces the server's framework.
mod actix_web {
    #[derive(Debug, thiserror::Error)]
    pub(super) enum PayloadError {
        #[error("payload reached size limit")]
        Overflow,
        #[error("payload is incomplete")]
        Incomplete,
    }

    impl PayloadError {
        pub(super) fn status_code(&self) -> http::StatusCode {
            match self {
                PayloadError::Overflow => http::StatusCode::PAYLOAD_TOO_LARGE,
                PayloadError::Incomplete => http::StatusCode::BAD_REQUEST,
            }
        }
    }
}

/// Replaces the database crate, whose errors have a status of their own.
mod autopush_common {
    #[derive(Debug, thiserror::Error)]
    #[error("database: {text}")]
    pub(super) struct DbError {
        pub(super) status: http::StatusCode,
        pub(super) errno: Option<u16>,
        pub(super) text: &'static str,
    }
}

/// Replaces the crate that validates headers.
mod validator {
    #[derive(Debug, thiserror::Error)]
    #[error("validation: {field}")]
    pub(super) struct ValidationErrors {
        pub(super) field: &'static str,
        pub(super) errno: Option<u16>,
    }
}

/// An error of a bridge to another push service.
#[derive(Debug, thiserror::Error, HttpError, FromProblem)]
#[http(
    expose,
    body = {
        "code": status,
        "errno": errno,
        "error": title,
        "message": detail,
        "more_info": "https://autopush.example/http.html#error-codes",
    },
    extension(errno = None::<u16>),
    codes(rename_all = "snake_case", prefix = "notification.bridge.error."),
    tag(sentry = true),
)]
enum RouterError {
    #[error("the device is gone")]
    #[http(410, extension(errno = 106), header(CACHE_CONTROL = "max-age=86400"))]
    UserWasDeleted,

    #[error("the bridge does not respond")]
    #[http(503, extension(errno = 902), retry_after = 120)]
    Connect(#[source] Source),

    #[error("the bridge does not know this service")]
    #[http(500, extension(errno = 901))]
    Authentication,
}

/// Returns the header that the original sets by the final status, where that is known only at run time.
fn header_of(status: http::StatusCode) -> Option<(http::HeaderName, &'static str)> {
    match status {
        status!(410) => Some((http::header::CACHE_CONTROL, "max-age=86400")),
        status!(503) => Some((http::header::RETRY_AFTER, "120")),
        _ => None,
    }
}

/// The kinds. The published facts count 15 kinds that are not reported to Sentry, without their names:
/// the 15 are ours.
// MISSING: a member of an inner error by its name in the template of the outer one (both repeat the template)
// MISSING: a code from the value (the metric label of errors inside other crates' errors)
#[derive(Debug, thiserror::Error, HttpError, FromProblem)]
#[http(
    default = 500,
    expose,
    body = {
        "code": status,
        "errno": errno,
        "error": title,
        "message": detail,
        "more_info": "https://autopush.example/http.html#error-codes",
    },
    extension(errno = None::<u16>),
    codes(rename_all = "snake_case"),
    tag(sentry = true),
    allow(missing_www_authenticate, deprecated),
)]
enum ApiErrorKind {
    #[error(transparent)]
    #[http(transparent)]
    Router(#[from] RouterError),

    #[error(transparent)]
    #[http(400, extension(errno = _0.errno))]
    Validation(#[from] validator::ValidationErrors),

    #[error("invalid encryption: {0}")]
    #[http(400, extension(errno = 110), tag(sentry = false))]
    InvalidEncryption(String),

    #[error("no TTL given")]
    #[http(400, code = "no_ttl", extension(errno = 111), tag(sentry = false))]
    NoTTL,

    #[error("invalid router type")]
    #[http(400, extension(errno = 108), tag(sentry = false))]
    InvalidRouterType,

    #[error("invalid router token")]
    #[http(400, tag(sentry = false))]
    InvalidRouterToken,

    #[error("invalid message id")]
    #[http(400, tag(sentry = false))]
    InvalidMessageId,

    #[error("vapid: {0}")]
    #[http(401, extension(errno = 109), tag(sentry = false))]
    VapidError(#[source] Source),

    #[error("jwt: {0}")]
    #[http(401, extension(errno = 109), tag(sentry = false))]
    Jwt(#[source] Source),

    #[error("deserialising the token: {0}")]
    #[http(401, extension(errno = 109), tag(sentry = false))]
    Serde(#[from] serde_json::Error),

    #[error("hash of the token: {0}")]
    #[http(401, extension(errno = 109), tag(sentry = false))]
    TokenHashValidation(#[source] Source),

    #[error("invalid authentication")]
    #[http(401, extension(errno = 109), tag(sentry = false))]
    InvalidAuthentication,

    #[error("invalid local auth: {0}")]
    #[http(401, extension(errno = 109), tag(sentry = false))]
    InvalidLocalAuth(String),

    #[error("invalid token")]
    #[http(404, extension(errno = 102), tag(sentry = false))]
    InvalidToken,

    #[error("invalid API version")]
    #[http(404, extension(errno = 102), tag(sentry = false))]
    InvalidApiVersion,

    #[error("no user")]
    #[http(
        410,
        extension(errno = 103),
        header(CACHE_CONTROL = "max-age=86400"),
        tag(sentry = false)
    )]
    NoUser,

    #[error("no subscription")]
    #[http(
        410,
        extension(errno = 106),
        header(CACHE_CONTROL = "max-age=86400"),
        tag(sentry = false)
    )]
    NoSubscription,

    #[error("log check")]
    #[http(418, extension(errno = 999))]
    LogCheck,

    #[error("conditional: {0}")]
    #[http(503, retry_after = 120)]
    Conditional(String),

    #[error(transparent)]
    #[http(match _0 {
        actix_web::PayloadError::Overflow => (status = _0.status_code(), extension(errno = 104)),
        _ => (status = _0.status_code(), name = "Payload"),
    })]
    PayloadError(#[from] actix_web::PayloadError),

    #[error(transparent)]
    #[http(status = _0.status, headers = header_of(_0.status), extension(errno = _0.errno))]
    Database(#[from] autopush_common::DbError),

    #[error("{0}")]
    General(String),

    #[error("io: {0}")]
    Io(#[from] std::io::Error),

    #[error("metrics: {0}")]
    Metrics(#[source] Source),

    #[error("endpoint url: {0}")]
    EndpointUrl(#[source] Source),

    #[error("registration secret")]
    RegistrationSecretHash(#[source] Source),

    #[error("http client: {0}")]
    ReqwestError(#[source] Source),
}

/// The error of the handlers: the kind, and the data of a report.
#[derive(Debug, thiserror::Error, HttpError, FromProblem)]
#[error("{kind}")]
#[http(transparent = kind)]
struct ApiError {
    #[source]
    kind: ApiErrorKind,
    extras: Vec<(&'static str, String)>,
}

impl<T: Into<ApiErrorKind>> From<T> for ApiError {
    fn from(kind: T) -> Self {
        ApiError { kind: kind.into(), extras: vec![("uaid", "1".to_owned())] }
    }
}

fn source() -> Source {
    "inside".into()
}

fn body(status: u16, errno: Option<u16>, reason: &str, message: &str) -> Value {
    json!({
        "code": status,
        "errno": errno,
        "error": reason,
        "message": message,
        "more_info": "https://autopush.example/http.html#error-codes",
    })
}

/// A kind, its status, its reason phrase, its errno and its text.
type Row = (ApiErrorKind, u16, &'static str, Option<u16>, &'static str);

fn rows() -> Vec<Row> {
    use ApiErrorKind as K;
    let no_json = serde_json::from_str::<Value>("").unwrap_err();
    let bad = "Bad Request";
    let unauthorized = "Unauthorized";
    let internal = "Internal Server Error";
    vec![
        (K::InvalidEncryption("x".into()), 400, bad, Some(110), "invalid encryption: x"),
        (K::NoTTL, 400, bad, Some(111), "no TTL given"),
        (K::InvalidRouterType, 400, bad, Some(108), "invalid router type"),
        (K::InvalidRouterToken, 400, bad, None, "invalid router token"),
        (K::InvalidMessageId, 400, bad, None, "invalid message id"),
        (K::VapidError(source()), 401, unauthorized, Some(109), "vapid: inside"),
        (K::Jwt(source()), 401, unauthorized, Some(109), "jwt: inside"),
        (
            K::Serde(no_json),
            401,
            unauthorized,
            Some(109),
            "deserialising the token: EOF while parsing a value at line 1 column 0",
        ),
        (
            K::TokenHashValidation(source()),
            401,
            unauthorized,
            Some(109),
            "hash of the token: inside",
        ),
        (K::InvalidAuthentication, 401, unauthorized, Some(109), "invalid authentication"),
        (K::InvalidLocalAuth("x".into()), 401, unauthorized, Some(109), "invalid local auth: x"),
        (K::InvalidToken, 404, "Not Found", Some(102), "invalid token"),
        (K::InvalidApiVersion, 404, "Not Found", Some(102), "invalid API version"),
        (K::NoUser, 410, "Gone", Some(103), "no user"),
        (K::NoSubscription, 410, "Gone", Some(106), "no subscription"),
        (K::LogCheck, 418, "I'm a teapot", Some(999), "log check"),
        (K::Conditional("x".into()), 503, "Service Unavailable", None, "conditional: x"),
        (K::General("x".into()), 500, internal, None, "x"),
        (K::Io(std::io::Error::other("disk")), 500, internal, None, "io: disk"),
        (K::Metrics(source()), 500, internal, None, "metrics: inside"),
        (K::EndpointUrl(source()), 500, internal, None, "endpoint url: inside"),
        (K::RegistrationSecretHash(source()), 500, internal, None, "registration secret"),
        (K::ReqwestError(source()), 500, internal, None, "http client: inside"),
    ]
}

/// The kinds that forward to the error inside them.
fn delegating_rows() -> Vec<Row> {
    let validation = |field, errno| validator::ValidationErrors { field, errno }.into();
    let database = |status, errno| {
        let status = http::StatusCode::from_u16(status).unwrap();
        autopush_common::DbError { status, errno, text: "x" }.into()
    };
    let (bad, unavailable) = ("Bad Request", "Service Unavailable");
    let internal = "Internal Server Error";
    vec![
        (validation("ttl", Some(112)), 400, bad, Some(112), "validation: ttl"),
        (validation("topic", None), 400, bad, None, "validation: topic"),
        (
            actix_web::PayloadError::Overflow.into(),
            413,
            "Content Too Large",
            Some(104),
            "payload reached size limit",
        ),
        (actix_web::PayloadError::Incomplete.into(), 400, bad, None, "payload is incomplete"),
        (RouterError::UserWasDeleted.into(), 410, "Gone", Some(106), "the device is gone"),
        (
            RouterError::Connect(source()).into(),
            503,
            unavailable,
            Some(902),
            "the bridge does not respond",
        ),
        (
            RouterError::Authentication.into(),
            500,
            internal,
            Some(901),
            "the bridge does not know this service",
        ),
        (database(503, Some(201)), 503, unavailable, Some(201), "database: x"),
        (database(410, None), 410, "Gone", None, "database: x"),
        (database(500, None), 500, internal, None, "database: x"),
    ]
}

#[test]
fn every_kind_matches_the_published_facts() {
    let (rows, delegating) = (rows(), delegating_rows());
    // `Validation`, `PayloadError`, `Router` and `Database` are the other kinds.
    assert_eq!(rows.len() + 4, 27);
    for (kind, status, reason, errno, text) in rows.into_iter().chain(delegating) {
        let error = ApiError::from(kind);
        assert_json(&error, status, &body(status, errno, reason, text));
        let cache = (status == 410).then(|| "max-age=86400".to_owned());
        assert_eq!(header(&error, "cache-control"), cache, "{error:?}");
        let wait = (status == 503).then(|| "120".to_owned());
        assert_eq!(header(&error, "retry-after"), wait, "{error:?}");
        assert_eq!(error.extras.len(), 1);
    }
}

#[test]
fn every_kind_has_its_own_label_or_the_inner_one() {
    let label = |kind: ApiErrorKind| ApiError::from(kind).case().code();
    assert_eq!(label(ApiErrorKind::NoTTL), Some("no_ttl"));
    assert_eq!(label(ApiErrorKind::InvalidRouterType), Some("invalid_router_type"));
    assert_eq!(
        label(RouterError::UserWasDeleted.into()),
        Some("notification.bridge.error.user_was_deleted")
    );
    // 25 kinds with one case, one with two, and the three of the router.
    assert_eq!(ApiError::catalog().cases().count(), 25 + 2 + 3);
}

#[test]
fn fifteen_kinds_are_not_reported() {
    let reported = |kind: ApiErrorKind| ApiError::from(kind).case().tag("sentry");
    assert!(reported(ApiErrorKind::NoTTL).is_some_and(|tag| tag == false));
    assert!(reported(ApiErrorKind::General("x".into())).is_some_and(|tag| tag == true));
    assert!(reported(RouterError::Authentication.into()).is_some_and(|tag| tag == true));
    let cases = ApiError::catalog().cases();
    assert_eq!(cases.filter(|case| case.tag("sentry") == Some(Tag::Bool(false))).count(), 15);
}
