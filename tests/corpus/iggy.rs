//! The HTTP server of Iggy: an enum of another crate with some 240 numbered errors, of which a few
//! have a status of their own, and the errors of authentication, writing and reading, which forward to
//! it.
//!
//! Tested: status, `Retry-After` and body of the errors that the mapping of `IggyError` distinguishes,
//! with the numbers and names of the enum; all of `CustomError`, `AuthError`, `PartitionWriteError` and
//! `ReadError`, with `Retry-After` and `Location`.

use http::HeaderValue;
use httperr::{FromProblem, HttpError};
use serde_json::{json, Value};

use crate::{assert_json, header};

/// Replaces the crate that clients and all transports share. It is independent of HTTP.
mod iggy_common {
    macro_rules! errors {
        ($($name:ident = $id:literal, $code:literal, $text:literal;)+) => {
            #[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
            pub(super) enum IggyError {
                $(#[error($text)] $name = $id,)+
            }

            impl IggyError {
                pub(super) const COUNT: usize = [$($id),+].len();

                pub(super) fn as_code(self) -> u32 {
                    self as u32
                }

                pub(super) fn as_string(self) -> &'static str {
                    match self {
                        $(IggyError::$name => $code,)+
                    }
                }
            }
        };
    }

    errors! {
        Error = 1, "error", "error";
        InvalidCommand = 3, "invalid_command", "invalid command";
        FeatureUnavailable = 5, "feature_unavailable", "feature is unavailable";
        ResourceNotFound = 20, "resource_not_found", "resource not found";
        TransientNotCommitted = 35, "transient_not_committed", "not committed yet";
        TransientNotAccepted = 36, "transient_not_accepted", "not accepted yet";
        Unauthenticated = 40, "unauthenticated", "unauthenticated";
        Unauthorized = 41, "unauthorized", "unauthorized";
        InvalidCredentials = 42, "invalid_credentials", "invalid credentials";
        InvalidUsername = 43, "invalid_username", "invalid username";
        InvalidPassword = 44, "invalid_password", "invalid password";
        UserAlreadyExists = 46, "user_already_exists", "user already exists";
        UserNotFound = 48, "user_not_found", "user not found";
        InvalidPersonalAccessToken = 53, "invalid_personal_access_token", "invalid personal token";
        AccessTokenMissing = 77, "access_token_missing", "access token missing";
        InvalidAccessToken = 78, "invalid_access_token", "invalid access token";
        ClientNotFound = 100, "client_not_found", "client not found";
        StreamIdNotFound = 1009, "stream_id_not_found", "stream not found";
        StreamNameNotFound = 1010, "stream_name_not_found", "no stream of that name";
        StreamNameAlreadyExists = 1012, "stream_name_already_exists", "stream name is taken";
        InvalidStreamName = 1013, "invalid_stream_name", "invalid stream name";
        InvalidStreamId = 1014, "invalid_stream_id", "invalid stream id";
        TopicIdNotFound = 2010, "topic_id_not_found", "topic not found";
        TopicNameNotFound = 2011, "topic_name_not_found", "no topic of that name";
        TooManyPartitions = 2015, "too_many_partitions", "too many partitions";
        InvalidTopicName = 2016, "invalid_topic_name", "invalid topic name";
        InvalidTopicId = 2017, "invalid_topic_id", "invalid topic id";
        PartitionNotFound = 3007, "partition_not_found", "partition not found";
        SegmentNotFound = 4000, "segment_not_found", "segment not found";
        ConsumerGroupIdNotFound = 5000, "consumer_group_not_found", "consumer group not found";
        InvalidConsumerGroupName = 5004, "invalid_consumer_group_name", "invalid group name";
    }
}

use iggy_common::IggyError;

/// Maps the enum of the other crate. The number and the name in the body are those of the enum.
#[derive(Debug, thiserror::Error, HttpError, FromProblem)]
#[http(
    expose,
    body = { "id": id, "code": name, "reason": detail, "field"?: field },
    extension(field = None::<&str>),
)]
enum CustomError {
    #[error(transparent)]
    #[http(
        extension(id = _0.as_code(), name = _0.as_string()),
        allow(missing_www_authenticate),
        match _0 {
            IggyError::StreamIdNotFound | IggyError::StreamNameNotFound
                => (404, extension(field = "stream_id")),
            IggyError::TopicIdNotFound | IggyError::TopicNameNotFound
                => (404, extension(field = "topic_id")),
            IggyError::PartitionNotFound => (404, extension(field = "partition_id")),
            IggyError::ConsumerGroupIdNotFound => (404, extension(field = "group_id")),
            IggyError::ResourceNotFound
            | IggyError::UserNotFound
            | IggyError::ClientNotFound
            | IggyError::SegmentNotFound => 404,

            IggyError::Unauthenticated
            | IggyError::AccessTokenMissing
            | IggyError::InvalidAccessToken
            | IggyError::InvalidPersonalAccessToken => 401,
            IggyError::Unauthorized => 403,
            IggyError::TransientNotCommitted | IggyError::TransientNotAccepted
                => (503, retry_after = 1),

            IggyError::InvalidStreamId => (400, extension(field = "stream_id")),
            IggyError::InvalidTopicId => (400, extension(field = "topic_id")),
            IggyError::TooManyPartitions => (400, extension(field = "partitions_count")),
            IggyError::InvalidUsername | IggyError::UserAlreadyExists
                => (400, extension(field = "username")),
            IggyError::InvalidPassword => (400, extension(field = "password")),
            IggyError::InvalidStreamName
            | IggyError::StreamNameAlreadyExists
            | IggyError::InvalidTopicName
            | IggyError::InvalidConsumerGroupName => (400, extension(field = "name")),
            _ => (400, name = "Other"),
        },
    )]
    Error(#[from] IggyError),

    #[error("resource not found")]
    #[http(404, extension(id = 404, name = "not_found"))]
    ResourceNotFound,
}

/// Authentication. Two of its errors respond as errors of the other crate's enum.
#[derive(Debug, thiserror::Error, HttpError, FromProblem)]
#[http(body = { "id": status, "code": code, "reason": detail }, codes(rename_all = "snake_case"), expose)]
enum AuthError {
    #[error("unauthenticated")]
    #[http(transparent = &CustomError::Error(IggyError::Unauthenticated))]
    Unauthenticated,

    #[error("the session is not accepted yet")]
    #[http(transparent = &CustomError::Error(IggyError::TransientNotAccepted))]
    SessionNotAccepted,

    #[error("no session can be had")]
    #[http(503)]
    SessionUnavailable,

    #[error("the session's id is taken")]
    #[http(503)]
    SessionIdTaken,

    #[error("the session's id is another user's")]
    #[http(409)]
    SessionIdOwnedByAnotherUser,
}

/// The event that a write waited for when it timed out.
#[derive(Clone, Copy, Debug)]
enum Operation {
    Append,
    StoreOffset,
    DeleteOffset,
}

/// Writing to a partition.
#[derive(Debug, thiserror::Error, HttpError, FromProblem)]
#[http(body = { "id": status, "code": code, "reason": detail }, codes(rename_all = "snake_case"), expose)]
enum PartitionWriteError {
    #[error(transparent)]
    #[http(transparent)]
    Rejected(#[from] CustomError),

    #[error("partition not found")]
    #[http(404, code = "partition_not_found")]
    NotFound,

    #[error("partition is unavailable")]
    #[http(503, code = "partition_unavailable")]
    Unavailable,

    #[error("too many writes in flight")]
    #[http(429)]
    TooManyInFlight,

    #[error("server is busy")]
    #[http(503)]
    ServerBusy,

    #[error("timed out: {0:?}")]
    #[http(match _0 {
        Operation::Append => (504, code = "append_timed_out"),
        Operation::StoreOffset => (504, code = "store_offset_timed_out"),
        Operation::DeleteOffset => (504, code = "delete_offset_timed_out"),
    })]
    Timeout(Operation),
}

/// Reading from a replica. A location that is not a valid header value is left out.
#[derive(Debug, thiserror::Error, HttpError, FromProblem)]
#[http(body = { "id": status, "code": code, "reason": detail }, codes(rename_all = "snake_case"), expose)]
enum ReadError {
    #[error("the primary is at {0}")]
    #[http(allow(redirect), match _0 {
        url if HeaderValue::from_str(url).is_ok() => (
            307,
            detail = "read from the primary",
            header(LOCATION = url),
        ),
        _ => (503, name = "NowhereToRedirectTo", detail = "the primary is not known"),
    })]
    RedirectToPrimary(String),

    #[error("not the primary")]
    #[http(503)]
    NotPrimary,

    #[error("timed out")]
    #[http(504)]
    Timeout,
}

/// The errors of the other crate by their status and by the field that the body names.
const FOREIGN: &[(u16, Option<&str>, &[IggyError])] = {
    use IggyError as E;
    &[
        (404, Some("stream_id"), &[E::StreamIdNotFound, E::StreamNameNotFound]),
        (404, Some("topic_id"), &[E::TopicIdNotFound, E::TopicNameNotFound]),
        (404, Some("partition_id"), &[E::PartitionNotFound]),
        (404, Some("group_id"), &[E::ConsumerGroupIdNotFound]),
        (404, None, &[E::ResourceNotFound, E::UserNotFound, E::ClientNotFound, E::SegmentNotFound]),
        (401, None, &[E::Unauthenticated, E::AccessTokenMissing]),
        (401, None, &[E::InvalidAccessToken, E::InvalidPersonalAccessToken]),
        (403, None, &[E::Unauthorized]),
        (503, None, &[E::TransientNotCommitted, E::TransientNotAccepted]),
        (400, Some("stream_id"), &[E::InvalidStreamId]),
        (400, Some("topic_id"), &[E::InvalidTopicId]),
        (400, Some("partitions_count"), &[E::TooManyPartitions]),
        (400, Some("username"), &[E::InvalidUsername, E::UserAlreadyExists]),
        (400, Some("password"), &[E::InvalidPassword]),
        (400, Some("name"), &[E::InvalidStreamName, E::StreamNameAlreadyExists]),
        (400, Some("name"), &[E::InvalidTopicName, E::InvalidConsumerGroupName]),
        (400, None, &[E::Error, E::InvalidCommand, E::FeatureUnavailable, E::InvalidCredentials]),
    ]
};

fn iggy_error_body(error: IggyError, field: Option<&str>) -> Value {
    let mut body = json!({
        "id": error.as_code(),
        "code": error.as_string(),
        "reason": error.to_string(),
    });
    if let Some(field) = field {
        body["field"] = json!(field);
    }
    body
}

fn iggy_body(status: u16, code: &str, reason: &str) -> Value {
    json!({ "id": status, "code": code, "reason": reason })
}

#[test]
fn every_iggy_error_matches_the_published_facts() {
    let mut seen = 0;
    for &(status, field, errors) in FOREIGN {
        let wait = (status == 503).then(|| "1".to_owned());
        for &error in errors {
            let rejected = PartitionWriteError::Rejected(error.into());
            assert_json(&CustomError::from(error), status, &iggy_error_body(error, field));
            assert_json(&rejected, status, &iggy_error_body(error, field));
            assert_eq!(header(&CustomError::from(error), "retry-after"), wait);
            assert_eq!(header(&rejected, "retry-after"), wait);
            seen += 1;
        }
    }
    assert_eq!(seen, IggyError::COUNT);
    let body = json!({ "id": 404, "code": "not_found", "reason": "resource not found" });
    assert_json(&CustomError::ResourceNotFound, 404, &body);
}

#[test]
fn authentication_errors_match_the_published_facts() {
    use AuthError as E;
    let rows = [
        (E::Unauthenticated, 401, iggy_error_body(IggyError::Unauthenticated, None)),
        (E::SessionNotAccepted, 503, iggy_error_body(IggyError::TransientNotAccepted, None)),
        (
            E::SessionUnavailable,
            503,
            iggy_body(503, "session_unavailable", "no session can be had"),
        ),
        (E::SessionIdTaken, 503, iggy_body(503, "session_id_taken", "the session's id is taken")),
        (
            E::SessionIdOwnedByAnotherUser,
            409,
            iggy_body(
                409,
                "session_id_owned_by_another_user",
                "the session's id is another user's",
            ),
        ),
    ];
    for (error, status, body) in &rows {
        assert_json(error, *status, body);
        let wait = matches!(error, E::SessionNotAccepted).then(|| "1".to_owned());
        assert_eq!(header(error, "retry-after"), wait, "{error:?}");
    }
}

#[test]
fn write_errors_match_the_published_facts() {
    use PartitionWriteError as E;
    let rows = [
        (E::NotFound, 404, "partition_not_found", "partition not found"),
        (E::Unavailable, 503, "partition_unavailable", "partition is unavailable"),
        (E::TooManyInFlight, 429, "too_many_in_flight", "too many writes in flight"),
        (E::ServerBusy, 503, "server_busy", "server is busy"),
        (E::Timeout(Operation::Append), 504, "append_timed_out", "timed out: Append"),
        (
            E::Timeout(Operation::StoreOffset),
            504,
            "store_offset_timed_out",
            "timed out: StoreOffset",
        ),
        (
            E::Timeout(Operation::DeleteOffset),
            504,
            "delete_offset_timed_out",
            "timed out: DeleteOffset",
        ),
    ];
    for (error, status, code, reason) in &rows {
        assert_json(error, *status, &iggy_body(*status, code, reason));
    }
}

#[test]
fn read_errors_match_the_published_facts() {
    use ReadError as E;
    let redirect = |url: &str| E::RedirectToPrimary(url.to_owned());
    let primary = "http://primary:3000/messages?a=b";
    let unknown = iggy_body(503, "nowhere_to_redirect_to", "the primary is not known");
    let rows = [
        (redirect(primary), 307, iggy_body(307, "redirect_to_primary", "read from the primary")),
        (redirect("http://a\r\nx: y"), 503, unknown),
        (E::NotPrimary, 503, iggy_body(503, "not_primary", "not the primary")),
        (E::Timeout, 504, iggy_body(504, "timeout", "timed out")),
    ];
    for (error, status, body) in &rows {
        assert_json(error, *status, body);
        let location = (*status == 307).then(|| primary.to_owned());
        assert_eq!(header(error, "location"), location, "{error:?}");
    }
}
