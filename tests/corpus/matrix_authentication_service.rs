//! The Matrix Authentication Service: OAuth 2.0 errors of the token and introspection endpoints,
//! Matrix errors of the compatibility login, and lists in the style of JSON:API in the admin API.
//!
//! Tested: status, body and `X-Sentry-Event-ID` of all 22, 15, 10 and 11 variants; that a report is
//! sent once for each response.

use std::error::Error;
use std::iter::successors;

use httperr::{FromProblem, HttpError};
use serde_json::{json, Value};

use crate::{assert_json, header};

type Source = Box<dyn Error + Send + Sync>;

/// Replaces the crate that reports errors.
mod sentry {
    use std::cell::Cell;
    use std::error::Error;

    thread_local!(static EVENTS: Cell<u32> = const { Cell::new(0) });

    pub(super) fn capture_error(error: &dyn Error) -> String {
        EVENTS.set(EVENTS.get() + 1);
        format!("{}-{}", EVENTS.get(), error.to_string().len())
    }

    pub(super) fn events() -> u32 {
        EVENTS.get()
    }
}

/// Replaces the error of the policy engine.
mod policy {
    #[derive(Debug)]
    pub(super) struct Violation {
        pub(super) msg: &'static str,
    }
}

fn join(violations: &[policy::Violation]) -> String {
    violations.iter().map(|violation| violation.msg).collect::<Vec<_>>().join(", ")
}

/// Errors of the token endpoint (RFC 6749, section 5.2).
#[derive(Debug, thiserror::Error, HttpError, FromProblem)]
#[http(
    default(400, code = "invalid_grant"),
    body = { "error": code, "error_description"?: description },
    header("x-sentry-event-id" = sentry::capture_error(self)),
    allow(missing_www_authenticate),
)]
enum TokenError {
    #[error(transparent)]
    #[http(500, code = "server_error")]
    Internal(Source),

    #[error("bad request")]
    #[http(400, code = "invalid_request")]
    BadRequest,

    #[error("pkce verification failed")]
    #[http(extension(description = _0.to_string()))]
    PkceVerification(#[source] Source),

    #[error("client not found")]
    #[http(401, code = "invalid_client")]
    ClientNotFound,

    #[error("client {0} is not allowed to use this grant")]
    #[http(401, code = "unauthorized_client")]
    ClientNotAllowed(u64),

    #[error("client credentials verification failed")]
    #[http(401, code = "invalid_client")]
    ClientCredentialsVerification(#[source] Source),

    #[error("grant not found")]
    GrantNotFound,

    #[error("invalid grant {0}")]
    InvalidGrant(u64),

    #[error("refresh token not found")]
    RefreshTokenNotFound,

    #[error("refresh token {0} is invalid")]
    RefreshTokenInvalid(u64),

    #[error("session {0} is invalid")]
    SessionInvalid(u64),

    #[error("client id mismatch: expected {expected}, got {actual}")]
    ClientIDMismatch { expected: u64, actual: u64 },

    #[error("policy denied the request")]
    #[http(403, code = "invalid_scope", extension(description = join(_0)))]
    DeniedByPolicy(Vec<policy::Violation>),

    #[error("unsupported grant type")]
    #[http(400, code = "unsupported_grant_type")]
    UnsupportedGrantType,

    #[error("client {0} is not authorized")]
    #[http(401, code = "unauthorized_client")]
    UnauthorizedClient(u64),

    #[error("no browser session {0}")]
    #[http(500, code = "server_error")]
    NoSuchBrowserSession(u64),

    #[error("no OAuth session {0}")]
    #[http(500, code = "server_error")]
    NoSuchOAuthSession(u64),

    #[error("device code grant expired")]
    #[http(403, code = "expired_token")]
    DeviceCodeExpired,

    #[error("device code grant is pending")]
    #[http(403, code = "authorization_pending")]
    DeviceCodePending,

    #[error("device code grant was rejected")]
    #[http(403, code = "access_denied")]
    DeviceCodeRejected,

    #[error("device code grant was exchanged already")]
    DeviceCodeExchanged,

    #[error("failed to provision the device")]
    #[http(500, code = "server_error")]
    ProvisionDeviceFailed(#[source] Source),
}

/// Errors of the introspection endpoint (RFC 7662, section 2.2): a token that is invalid for any
/// reason is not active, which is a success.
#[derive(Debug, thiserror::Error, HttpError, FromProblem)]
#[http(
    default(200, body = { "active": false }, allow(success)),
    body = { "error": code, "error_description"?: description },
    header("x-sentry-event-id" = sentry::capture_error(self)),
    allow(missing_www_authenticate),
)]
enum IntrospectionError {
    #[error(transparent)]
    #[http(500, code = "server_error", extension(description = self.to_string()))]
    Internal(Source),

    #[error("could not find client")]
    #[http(401, code = "invalid_client")]
    ClientNotFound,

    #[error("client credentials verification failed")]
    #[http(401, code = "invalid_client")]
    ClientCredentialsVerification(#[source] Source),

    #[error("client {0} may not introspect")]
    #[http(401, code = "access_denied")]
    NotAllowed(u64),

    #[error("unknown token")]
    UnknownToken,

    #[error("unexpected token type")]
    UnexpectedTokenType,

    #[error("invalid token")]
    InvalidToken,

    #[error("invalid user")]
    InvalidUser,

    #[error("invalid compat session")]
    InvalidCompatSession,

    #[error("invalid OAuth session")]
    InvalidOAuthSession,

    #[error("invalid token format")]
    InvalidTokenFormat(#[source] Source),

    #[error("could not load compat session {0}")]
    #[http(500, code = "server_error", extension(description = self.to_string()))]
    CantLoadCompatSession(u64),

    #[error("could not load OAuth session {0}")]
    #[http(500, code = "server_error", extension(description = self.to_string()))]
    CantLoadOAuthSession(u64),

    #[error("could not load user {0}")]
    #[http(500, code = "server_error", extension(description = self.to_string()))]
    CantLoadUser(u64),

    #[error("bad request")]
    #[http(400, code = "invalid_request")]
    BadRequest,
}

/// Errors of the compatibility login (Matrix client-server API, "standard error response"). They do not
/// reveal whether the user or the password was wrong.
// MISSING: `same_as` beside a header from the value, which makes the bytes differ (three variants repeat a declaration)
#[derive(Debug, thiserror::Error, HttpError, FromProblem)]
#[http(
    default(500, code = "M_UNKNOWN", detail = "Internal server error"),
    body = { "errcode": code, "error": detail },
    header("x-sentry-event-id" = sentry::capture_error(self)),
)]
enum CompatLoginError {
    #[error(transparent)]
    Internal(Source),

    #[error("login method is not supported")]
    #[http(400, code = "M_UNRECOGNIZED", detail = "Invalid login type")]
    Unsupported,

    #[error("no user {0}")]
    #[http(403, code = "M_FORBIDDEN", detail = "Invalid username or password")]
    UserNotFound(String),

    #[error("session not found")]
    SessionNotFound,

    #[error("user has no password")]
    #[http(403, code = "M_FORBIDDEN", detail = "Invalid username or password")]
    NoPassword,

    #[error("password verification failed")]
    #[http(403, code = "M_FORBIDDEN", detail = "Invalid username or password")]
    PasswordVerificationFailed(#[source] Source),

    #[error("request rate limited")]
    #[http(429, code = "M_LIMIT_EXCEEDED", detail = "Too many login attempts")]
    RateLimited,

    #[error("login took too long")]
    #[http(403, code = "M_FORBIDDEN", detail = "Login token expired")]
    LoginTookTooLong,

    #[error("invalid login token")]
    #[http(403, code = "M_FORBIDDEN", detail = "Invalid login token")]
    InvalidLoginToken,

    #[error("failed to provision the device")]
    ProvisionDeviceFailed(#[source] Source),
}

/// Returns the texts of an error and of its causes.
fn titles(error: &(dyn Error + 'static)) -> Vec<Value> {
    successors(Some(error), |&error| error.source())
        .map(|error| json!({ "title": error.to_string() }))
        .collect()
}

/// Errors of the admin API before an operation begins.
#[derive(Debug, thiserror::Error, HttpError, FromProblem)]
#[http(
    default = 500,
    body = { "errors": (titles(self)) },
    allow(missing_www_authenticate),
)]
enum Rejection {
    #[error("missing authorization header")]
    #[http(400)]
    MissingAuthorizationHeader,

    #[error("invalid authorization header")]
    #[http(400)]
    InvalidAuthorizationHeader,

    #[error("could not set up the database")]
    RepositorySetup(#[source] Source),

    #[error("database error")]
    Repository(#[source] Source),

    #[error("unknown access token")]
    #[http(401)]
    UnknownAccessToken,

    #[error("access token has expired")]
    #[http(401)]
    TokenExpired,

    #[error("session was revoked")]
    #[http(401)]
    SessionRevoked,

    #[error("user is locked")]
    #[http(401)]
    UserLocked,

    #[error("could not load session {0}")]
    LoadSession(u64),

    #[error("could not load user {0}")]
    LoadUser(u64),

    #[error("missing scope")]
    #[http(401)]
    MissingScope,
}

fn source() -> Source {
    "inside".into()
}

/// Asserts a response, and the header that identifies its report.
#[track_caller]
fn assert_json_and_report(error: &(impl HttpError + FromProblem), status: u16, body: &Value) {
    assert_json(error, status, body);
    let before = sentry::events();
    let id = format!("{}-{}", before + 1, error.to_string().len());
    assert_eq!(header(error, "x-sentry-event-id"), Some(id), "{error:?}");
    assert_eq!(sentry::events(), before + 1, "{error:?}: reported twice");
}

#[test]
fn token_errors_match_the_published_facts() {
    use TokenError as E;
    let violations = || vec![policy::Violation { msg: "a" }, policy::Violation { msg: "b" }];
    let rows = [
        (E::Internal(source()), 500, "server_error", None),
        (E::NoSuchBrowserSession(1), 500, "server_error", None),
        (E::NoSuchOAuthSession(1), 500, "server_error", None),
        (E::ProvisionDeviceFailed(source()), 500, "server_error", None),
        (E::BadRequest, 400, "invalid_request", None),
        (E::PkceVerification(source()), 400, "invalid_grant", Some("inside")),
        (E::InvalidGrant(1), 400, "invalid_grant", None),
        (E::DeviceCodeExchanged, 400, "invalid_grant", None),
        (E::RefreshTokenNotFound, 400, "invalid_grant", None),
        (E::RefreshTokenInvalid(1), 400, "invalid_grant", None),
        (E::SessionInvalid(1), 400, "invalid_grant", None),
        (E::ClientIDMismatch { expected: 1, actual: 2 }, 400, "invalid_grant", None),
        (E::GrantNotFound, 400, "invalid_grant", None),
        (E::UnsupportedGrantType, 400, "unsupported_grant_type", None),
        (E::ClientNotFound, 401, "invalid_client", None),
        (E::ClientCredentialsVerification(source()), 401, "invalid_client", None),
        (E::ClientNotAllowed(1), 401, "unauthorized_client", None),
        (E::UnauthorizedClient(1), 401, "unauthorized_client", None),
        (E::DeniedByPolicy(violations()), 403, "invalid_scope", Some("a, b")),
        (E::DeviceCodeRejected, 403, "access_denied", None),
        (E::DeviceCodeExpired, 403, "expired_token", None),
        (E::DeviceCodePending, 403, "authorization_pending", None),
    ];
    assert_eq!(rows.len(), TokenError::catalog().cases().count());
    for (error, status, code, description) in &rows {
        let body = match description {
            Some(text) => json!({ "error": code, "error_description": text }),
            None => json!({ "error": code }),
        };
        assert_json_and_report(error, *status, &body);
    }
}

#[test]
fn introspection_errors_match_the_published_facts() {
    use IntrospectionError as E;
    let inactive = || json!({ "active": false });
    let failed = |text| json!({ "error": "server_error", "error_description": text });
    let rows = [
        (E::UnknownToken, 200, inactive()),
        (E::UnexpectedTokenType, 200, inactive()),
        (E::InvalidToken, 200, inactive()),
        (E::InvalidUser, 200, inactive()),
        (E::InvalidCompatSession, 200, inactive()),
        (E::InvalidOAuthSession, 200, inactive()),
        (E::InvalidTokenFormat(source()), 200, inactive()),
        (E::Internal(source()), 500, failed("inside")),
        (E::CantLoadCompatSession(1), 500, failed("could not load compat session 1")),
        (E::CantLoadOAuthSession(1), 500, failed("could not load OAuth session 1")),
        (E::CantLoadUser(1), 500, failed("could not load user 1")),
        (E::ClientNotFound, 401, json!({ "error": "invalid_client" })),
        (E::ClientCredentialsVerification(source()), 401, json!({ "error": "invalid_client" })),
        (E::NotAllowed(1), 401, json!({ "error": "access_denied" })),
        (E::BadRequest, 400, json!({ "error": "invalid_request" })),
    ];
    assert_eq!(rows.len(), IntrospectionError::catalog().cases().count());
    for (error, status, body) in &rows {
        assert_json_and_report(error, *status, body);
    }
}

#[test]
fn login_errors_match_the_published_facts() {
    use CompatLoginError as E;
    let internal = "Internal server error";
    let wrong = "Invalid username or password";
    let rows = [
        (E::Internal(source()), 500, "M_UNKNOWN", internal),
        (E::SessionNotFound, 500, "M_UNKNOWN", internal),
        (E::ProvisionDeviceFailed(source()), 500, "M_UNKNOWN", internal),
        (E::RateLimited, 429, "M_LIMIT_EXCEEDED", "Too many login attempts"),
        (E::Unsupported, 400, "M_UNRECOGNIZED", "Invalid login type"),
        (E::UserNotFound("eve".into()), 403, "M_FORBIDDEN", wrong),
        (E::NoPassword, 403, "M_FORBIDDEN", wrong),
        (E::PasswordVerificationFailed(source()), 403, "M_FORBIDDEN", wrong),
        (E::LoginTookTooLong, 403, "M_FORBIDDEN", "Login token expired"),
        (E::InvalidLoginToken, 403, "M_FORBIDDEN", "Invalid login token"),
    ];
    assert_eq!(rows.len(), CompatLoginError::catalog().cases().count());
    for (error, status, code, text) in &rows {
        assert_json_and_report(error, *status, &json!({ "errcode": code, "error": text }));
    }
}

#[test]
fn admin_errors_match_the_published_facts() {
    use Rejection as E;
    let rows: [(_, _, &[&str]); 11] = [
        (E::MissingAuthorizationHeader, 400, &["missing authorization header"]),
        (E::InvalidAuthorizationHeader, 400, &["invalid authorization header"]),
        (E::UnknownAccessToken, 401, &["unknown access token"]),
        (E::TokenExpired, 401, &["access token has expired"]),
        (E::SessionRevoked, 401, &["session was revoked"]),
        (E::UserLocked, 401, &["user is locked"]),
        (E::MissingScope, 401, &["missing scope"]),
        (E::RepositorySetup(source()), 500, &["could not set up the database", "inside"]),
        (E::Repository(source()), 500, &["database error", "inside"]),
        (E::LoadSession(1), 500, &["could not load session 1"]),
        (E::LoadUser(1), 500, &["could not load user 1"]),
    ];
    assert_eq!(rows.len(), Rejection::catalog().cases().count());
    for (error, status, titles) in &rows {
        let errors: Vec<Value> = titles.iter().map(|title| json!({ "title": title })).collect();
        assert_json(error, *status, &json!({ "errors": errors }));
    }
}
