//! Restate: the ingress, whose errors name their source in a header and in the body, and the admin
//! API, where each endpoint has a set of errors, composed of small structs that several sets share.
//!
//! Tested: status, body and `x-restate-error-source` of all 34 ingress errors; the 22 admin errors and
//! the 12 of `MetaApiError`; that the catalog of a set lists exactly its errors.

use std::error::Error;

use httperr::{Case, FromProblem, HttpError};
use serde_json::json;

use crate::{assert_json, assert_sent, header};

type Source = Box<dyn Error + Send + Sync>;

/// Replaces the crate that limits the length of a body.
mod http_body_util {
    #[derive(Debug, thiserror::Error)]
    #[error("length limit exceeded")]
    pub(super) struct LengthLimitError;
}

/// Replaces the types that services and the runtime share.
mod restate_types {
    /// The error of an invocation: a code that the service chose, which looks like a status.
    #[derive(Debug, thiserror::Error, serde::Serialize)]
    #[error("[{code}] {message}")]
    pub(super) struct InvocationError {
        pub(super) code: u16,
        pub(super) message: &'static str,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub(super) stacktrace: Option<&'static str>,
    }

    /// The error of the schema registry has a status, and a code in the documentation.
    #[derive(Debug, thiserror::Error)]
    #[error("schema: {message}")]
    pub(super) struct SchemaError {
        pub(super) status: http::StatusCode,
        pub(super) code: Option<&'static str>,
        pub(super) message: &'static str,
    }

    impl SchemaError {
        pub(super) fn status_code(&self) -> http::StatusCode {
            self.status
        }
    }
}

/// Errors of the ingress. The error of a service replaces that of the ingress, including its code.
#[derive(Debug, thiserror::Error, HttpError)]
#[http(
    default(400),
    expose,
    body = { "code": status, "message": detail, "source": "ingress" },
    header("x-restate-error-source" = "ingress"),
    allow(unregistered, missing_allow),
)]
enum HandlerError {
    #[error("not found")]
    #[http(404)]
    NotFound,

    #[error("service '{0}' not found")]
    #[http(404)]
    ServiceNotFound(String),

    #[error("handler '{1}' of service '{0}' not found")]
    #[http(404)]
    ServiceHandlerNotFound(String, String),

    #[error("invocation not found")]
    #[http(404)]
    InvocationNotFound,

    #[error("method not allowed")]
    #[http(405)]
    MethodNotAllowed,

    #[error("the invocation is still running")]
    #[http(470)]
    NotReady,

    #[error("cannot read the body: {0}")]
    #[http(match _0.is::<http_body_util::LengthLimitError>() {
        true => (413, name = "BodyTooLarge"),
        false => 500,
    })]
    Body(Source),

    #[error("too many requests")]
    #[http(429)]
    TooManyRequests,

    #[error("dispatcher: cannot ingest")]
    #[http(503)]
    DispatcherIngest(#[source] Source),

    #[error("dispatcher: no response")]
    #[http(503)]
    DispatcherNoResponse,

    #[error("dispatcher: the partition moved")]
    #[http(503)]
    DispatcherPartitionMoved,

    #[error("{0}")]
    #[http(
        status = _0.code,
        header("x-restate-error-source" = "invocation"),
        body = { .._0, "source": "invocation" },
    )]
    Invocation(#[from] restate_types::InvocationError),

    #[error("bad path: {0}")]
    BadPath(String),

    #[error("bad service path")]
    BadServicePath,

    #[error("bad handler path")]
    BadHandlerPath,

    #[error("bad workflow path")]
    BadWorkflowPath,

    #[error("bad awakeables path")]
    BadAwakeablesPath,

    #[error("bad invocation path")]
    BadInvocationPath,

    #[error("bad awakeable id '{0}'")]
    BadAwakeableId(String),

    #[error("bad invocation id '{0}'")]
    BadInvocationId(String),

    #[error("bad delay query")]
    BadDelayQuery(#[source] Source),

    #[error("bad delay duration '{0}'")]
    BadDelayDuration(String),

    #[error("bad idempotency header")]
    BadIdempotencyHeader(#[source] Source),

    #[error("bad header '{0}'")]
    BadHeader(String),

    #[error("bad scope '{0}'")]
    BadScope(String),

    #[error("bad limit key")]
    BadLimitKey,

    #[error("a workflow takes no idempotency key")]
    UnsupportedIdempotencyKey,

    #[error("this handler takes no delay")]
    UnsupportedDelay,

    #[error("this invocation has no output to get")]
    UnsupportedGetOutput,

    #[error("the service is private")]
    PrivateService,

    #[error("bad input: {0}")]
    InputValidation(String),

    #[error("no key given")]
    MissingKey,

    #[error("the key cannot be decoded")]
    KeyDecoding(#[source] Source),

    #[error("the query cannot be decoded")]
    QueryDecoding(#[source] Source),
}

/// The errors of the admin API, one struct each. Their documentation is the description in the catalog,
/// and thereby in `OpenAPI`.
macro_rules! leaves {
    ($($(#[doc = $doc:literal])+ $name:ident: $status:literal, $text:literal;)+) => {
        $(
            $(#[doc = $doc])+
            #[derive(Debug, thiserror::Error, HttpError, FromProblem)]
            #[error($text)]
            #[http($status, expose, body = { "message": detail })]
            struct $name;
        )+
    };
}

leaves! {
    /// The id is none of an invocation.
    InvalidInvocationId: 400, "invalid invocation id";
    /// The id is none of a deployment.
    InvalidDeploymentId: 400, "invalid deployment id";
    /// The id is none of a subscription.
    InvalidSubscriptionId: 400, "invalid subscription id";
    /// The name of a service is not valid.
    InvalidServiceName: 400, "invalid service name";
    /// A field of the query is not valid.
    InvalidQuery: 400, "invalid query";
    /// A field of the body is not valid.
    InvalidBody: 400, "invalid body";
    /// The service protocol is too old for this operation.
    UnsupportedProtocol: 400, "unsupported service protocol";
    /// Such invocations cannot be restarted.
    RestartUnsupported: 400, "restart unsupported";
    /// The range of the journal is not valid.
    InvalidJournalRange: 400, "invalid journal range";
    /// The invocation has completed.
    InvocationCompleted: 409, "invocation completed";
    /// The invocation was not started yet.
    InvocationNotStarted: 409, "invocation not started";
    /// The invocation runs already.
    InvocationRunning: 409, "invocation running";
    /// The invocation is not paused.
    InvocationNotPaused: 409, "invocation not paused";
    /// The deployment is in use.
    DeploymentInUse: 409, "deployment in use";
    /// The deployment is of another kind.
    DeploymentMismatch: 409, "deployment mismatch";
    /// A subscription like it exists.
    SubscriptionExists: 409, "subscription exists";
    /// The invocation still runs, so it cannot be purged.
    PurgeTooEarly: 425, "invocation still running";
    /// The journal still grows, so it cannot be purged.
    JournalTooEarly: 425, "journal still growing";
    /// No such invocation.
    InvocationNotFound: 404, "invocation not found";
    /// The journal was purged.
    JournalGone: 410, "journal gone";
    /// The input cannot be replayed.
    InputNotAvailable: 422, "input not available";
    /// The partition of the invocation cannot be reached.
    PartitionUnavailable: 503, "partition unavailable";
}

/// Errors of every operation on one invocation.
#[derive(Debug, thiserror::Error, HttpError, FromProblem)]
enum InvocationLookupError {
    #[error(transparent)]
    #[http(transparent)]
    InvalidId(#[from] InvalidInvocationId),

    #[error(transparent)]
    #[http(transparent)]
    NotFound(#[from] InvocationNotFound),

    #[error(transparent)]
    #[http(transparent)]
    Unavailable(#[from] PartitionUnavailable),
}

/// `PATCH /invocations/{id}/restart-as-new`: a set that contains another set.
#[derive(Debug, thiserror::Error, HttpError, FromProblem)]
enum RestartInvocationError {
    #[error(transparent)]
    #[http(transparent)]
    Lookup(#[from] InvocationLookupError),

    #[error(transparent)]
    #[http(transparent)]
    Unsupported(#[from] RestartUnsupported),

    #[error(transparent)]
    #[http(transparent)]
    Running(#[from] InvocationRunning),

    #[error(transparent)]
    #[http(transparent)]
    Gone(#[from] JournalGone),

    #[error(transparent)]
    #[http(transparent)]
    NoInput(#[from] InputNotAvailable),
}

/// `PATCH /invocations/{id}/purge`: its two sets share some errors.
#[derive(Debug, thiserror::Error, HttpError, FromProblem)]
enum PurgeInvocationError {
    #[error(transparent)]
    #[http(transparent)]
    Lookup(#[from] InvocationLookupError),

    #[error(transparent)]
    #[http(transparent)]
    TooEarly(#[from] PurgeTooEarly),

    #[error(transparent)]
    #[http(transparent)]
    NotFound(#[from] InvocationNotFound),
}

/// The other endpoints of the admin API.
#[derive(Debug, thiserror::Error, HttpError, FromProblem)]
#[http(
    default = 500,
    expose,
    body = { "message": detail, "restate_code"?: restate_code },
    allow(missing_allow),
)]
enum MetaApiError {
    #[error("the service '{0}' does not exist")]
    #[http(404)]
    ServiceNotFound(String),

    #[error("the handler '{0}' of '{1}' does not exist")]
    #[http(404)]
    HandlerNotFound(String, String),

    #[error("the deployment '{0}' does not exist")]
    #[http(404)]
    DeploymentNotFound(u64),

    #[error("the subscription '{0}' does not exist")]
    #[http(404)]
    SubscriptionNotFound(u64),

    #[error("the rule '{0}' does not exist")]
    #[http(404)]
    RuleNotFound(u64),

    #[error("the field '{0}' is invalid: {1}")]
    #[http(400)]
    InvalidField(&'static str, String),

    #[error("unsupported: {0}")]
    #[http(400)]
    UnsupportedOperation(&'static str),

    #[error(transparent)]
    #[http(status = _0.status_code(), extension(restate_code = _0.code))]
    Schema(#[from] restate_types::SchemaError),

    #[error("conflict: {0}")]
    #[http(409)]
    Conflict(String),

    #[error("PUT of a deployment is not supported any more")]
    #[http(405)]
    DeprecatedPutDeployment,

    #[error("internal: {0}")]
    Internal(String),

    // 500 by default, as the catch-all of the original makes an error of the client.
    #[error("bad scope '{0}'")]
    BadScope(String),
}

fn source() -> Source {
    "inside".into()
}

fn text() -> String {
    "x".into()
}

#[test]
fn ingress_errors_match_the_published_facts() {
    use HandlerError as E;
    let rows = [
        (E::NotFound, 404, "not found"),
        (E::ServiceNotFound(text()), 404, "service 'x' not found"),
        (
            E::ServiceHandlerNotFound("s".into(), "h".into()),
            404,
            "handler 'h' of service 's' not found",
        ),
        (E::InvocationNotFound, 404, "invocation not found"),
        (E::MethodNotAllowed, 405, "method not allowed"),
        (E::NotReady, 470, "the invocation is still running"),
        (
            E::Body(Box::new(http_body_util::LengthLimitError)),
            413,
            "cannot read the body: length limit exceeded",
        ),
        (E::Body(source()), 500, "cannot read the body: inside"),
        (E::TooManyRequests, 429, "too many requests"),
        (E::DispatcherIngest(source()), 503, "dispatcher: cannot ingest"),
        (E::DispatcherNoResponse, 503, "dispatcher: no response"),
        (E::DispatcherPartitionMoved, 503, "dispatcher: the partition moved"),
        (E::BadPath(text()), 400, "bad path: x"),
        (E::BadServicePath, 400, "bad service path"),
        (E::BadHandlerPath, 400, "bad handler path"),
        (E::BadWorkflowPath, 400, "bad workflow path"),
        (E::BadAwakeablesPath, 400, "bad awakeables path"),
        (E::BadInvocationPath, 400, "bad invocation path"),
        (E::BadAwakeableId(text()), 400, "bad awakeable id 'x'"),
        (E::BadInvocationId(text()), 400, "bad invocation id 'x'"),
        (E::BadDelayQuery(source()), 400, "bad delay query"),
        (E::BadDelayDuration(text()), 400, "bad delay duration 'x'"),
        (E::BadIdempotencyHeader(source()), 400, "bad idempotency header"),
        (E::BadHeader(text()), 400, "bad header 'x'"),
        (E::BadScope(text()), 400, "bad scope 'x'"),
        (E::BadLimitKey, 400, "bad limit key"),
        (E::UnsupportedIdempotencyKey, 400, "a workflow takes no idempotency key"),
        (E::UnsupportedDelay, 400, "this handler takes no delay"),
        (E::UnsupportedGetOutput, 400, "this invocation has no output to get"),
        (E::PrivateService, 400, "the service is private"),
        (E::InputValidation(text()), 400, "bad input: x"),
        (E::MissingKey, 400, "no key given"),
        (E::KeyDecoding(source()), 400, "the key cannot be decoded"),
        (E::QueryDecoding(source()), 400, "the query cannot be decoded"),
    ];
    // The two cases of `Body`, and `Invocation`.
    assert_eq!(rows.len() + 1, HandlerError::catalog().cases().count());
    for (error, status, text) in &rows {
        assert_sent(
            error,
            *status,
            &json!({ "code": status, "message": text, "source": "ingress" }),
        );
        assert_eq!(header(error, "x-restate-error-source").as_deref(), Some("ingress"));
    }
}

#[test]
fn an_invocation_responds_with_its_own_error() {
    let error = |code, stacktrace| {
        HandlerError::from(restate_types::InvocationError { code, message: "no", stacktrace })
    };
    let rows = [(409, 409), (500, 500), (570, 570), (99, 500), (1000, 500)];
    for (code, status) in rows {
        let error = error(code, None);
        let body = json!({ "code": code, "message": "no", "source": "invocation" });
        assert_sent(&error, status, &body);
        assert_eq!(header(&error, "x-restate-error-source").as_deref(), Some("invocation"));
    }
    let body =
        json!({ "code": 409, "message": "no", "stacktrace": "at f", "source": "invocation" });
    assert_sent(&error(409, Some("at f")), 409, &body);
}

#[test]
fn admin_errors_match_the_published_facts() {
    let rows: [(Box<dyn HttpError>, _, _); 22] = [
        (Box::new(InvalidInvocationId), 400, "invalid invocation id"),
        (Box::new(InvalidDeploymentId), 400, "invalid deployment id"),
        (Box::new(InvalidSubscriptionId), 400, "invalid subscription id"),
        (Box::new(InvalidServiceName), 400, "invalid service name"),
        (Box::new(InvalidQuery), 400, "invalid query"),
        (Box::new(InvalidBody), 400, "invalid body"),
        (Box::new(UnsupportedProtocol), 400, "unsupported service protocol"),
        (Box::new(RestartUnsupported), 400, "restart unsupported"),
        (Box::new(InvalidJournalRange), 400, "invalid journal range"),
        (Box::new(InvocationCompleted), 409, "invocation completed"),
        (Box::new(InvocationNotStarted), 409, "invocation not started"),
        (Box::new(InvocationRunning), 409, "invocation running"),
        (Box::new(InvocationNotPaused), 409, "invocation not paused"),
        (Box::new(DeploymentInUse), 409, "deployment in use"),
        (Box::new(DeploymentMismatch), 409, "deployment mismatch"),
        (Box::new(SubscriptionExists), 409, "subscription exists"),
        (Box::new(PurgeTooEarly), 425, "invocation still running"),
        (Box::new(JournalTooEarly), 425, "journal still growing"),
        (Box::new(InvocationNotFound), 404, "invocation not found"),
        (Box::new(JournalGone), 410, "journal gone"),
        (Box::new(InputNotAvailable), 422, "input not available"),
        (Box::new(PartitionUnavailable), 503, "partition unavailable"),
    ];
    for (error, status, text) in &rows {
        assert_sent(error, *status, &json!({ "message": text }));
        assert!(error.case().description().is_some(), "{error:?}");
    }
}

#[test]
fn a_set_lists_exactly_its_errors() {
    fn names<E: HttpError>() -> Vec<&'static str> {
        let mut names: Vec<_> = E::catalog().cases().filter_map(Case::name).collect();
        names.sort_unstable();
        names
    }

    let lookup = ["InvalidInvocationId", "InvocationNotFound", "PartitionUnavailable"];
    assert_eq!(names::<InvocationLookupError>(), lookup);
    let restart = [
        "InputNotAvailable",
        "InvalidInvocationId",
        "InvocationNotFound",
        "InvocationRunning",
        "JournalGone",
        "PartitionUnavailable",
        "RestartUnsupported",
    ];
    assert_eq!(names::<RestartInvocationError>(), restart);
    let purge =
        ["InvalidInvocationId", "InvocationNotFound", "PartitionUnavailable", "PurgeTooEarly"];
    assert_eq!(names::<PurgeInvocationError>(), purge);
}

#[test]
fn a_set_responds_as_its_errors() {
    use RestartInvocationError as Restart;
    use {InvocationLookupError as Lookup, PurgeInvocationError as Purge};
    let lookup = || Lookup::from(InvocationNotFound);
    let rows: [(Box<dyn HttpError>, _, _); 11] = [
        (Box::new(Lookup::from(InvalidInvocationId)), 400, "invalid invocation id"),
        (Box::new(lookup()), 404, "invocation not found"),
        (Box::new(Lookup::from(PartitionUnavailable)), 503, "partition unavailable"),
        (Box::new(Restart::from(lookup())), 404, "invocation not found"),
        (Box::new(Restart::from(RestartUnsupported)), 400, "restart unsupported"),
        (Box::new(Restart::from(InvocationRunning)), 409, "invocation running"),
        (Box::new(Restart::from(JournalGone)), 410, "journal gone"),
        (Box::new(Restart::from(InputNotAvailable)), 422, "input not available"),
        (Box::new(Purge::from(lookup())), 404, "invocation not found"),
        (Box::new(Purge::from(PurgeTooEarly)), 425, "invocation still running"),
        (Box::new(Purge::from(InvocationNotFound)), 404, "invocation not found"),
    ];
    for (error, status, text) in &rows {
        assert_sent(error, *status, &json!({ "message": text }));
    }
}

#[test]
fn meta_errors_match_the_published_facts() {
    use MetaApiError as E;
    let schema = |code| {
        let status = http::StatusCode::CONFLICT;
        E::from(restate_types::SchemaError { status, code, message: "taken" })
    };
    let rows = [
        (E::ServiceNotFound(text()), 404, "the service 'x' does not exist"),
        (E::HandlerNotFound("h".into(), "s".into()), 404, "the handler 'h' of 's' does not exist"),
        (E::DeploymentNotFound(1), 404, "the deployment '1' does not exist"),
        (E::SubscriptionNotFound(1), 404, "the subscription '1' does not exist"),
        (E::RuleNotFound(1), 404, "the rule '1' does not exist"),
        (E::InvalidField("uri", text()), 400, "the field 'uri' is invalid: x"),
        (E::UnsupportedOperation("x"), 400, "unsupported: x"),
        (schema(None), 409, "schema: taken"),
        (E::Conflict(text()), 409, "conflict: x"),
        (E::DeprecatedPutDeployment, 405, "PUT of a deployment is not supported any more"),
        (E::Internal(text()), 500, "internal: x"),
        (E::BadScope(text()), 500, "bad scope 'x'"),
    ];
    assert_eq!(rows.len(), MetaApiError::catalog().cases().count());
    for (error, status, text) in &rows {
        assert_json(error, *status, &json!({ "message": text }));
    }
    let body = json!({ "message": "schema: taken", "restate_code": "META0004" });
    assert_json(&schema(Some("META0004")), 409, &body);
}
