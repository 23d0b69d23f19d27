//! `http::Error` of `InfluxDB` 3 in two formats, and its `AuthenticationError`. The first format is
//! text, JSON (`{"error", "data"}`) for some variants, and empty for authentication; the second, for
//! writes by the API of version 2, is `{"code", "message"}`.
//!
//! Tested: status and body of all variants, and of the errors inside them, which belong to other
//! crates.

use std::collections::BTreeSet;

use http::StatusCode;
use httperr::{Case, FromProblem, HttpError};
use serde_json::{json, Value};

use crate::{assert_json, assert_text, header};

mod influxdb3_catalog {
    #[derive(Debug, thiserror::Error)]
    #[error("catalog: {self:?}")]
    pub(super) enum CatalogError {
        CannotDeleteOperatorToken,
        TokenNameAlreadyExists,
        AlreadyExists,
        AlreadyDeleted,
        NotFound,
        DatabaseNotFound,
        TableNotFound,
        TooManyColumns,
        TooManyTables,
        TooManyDbs,
        TooManyTagColumns,
        TooManyFields,
        // The published facts count seven that are 400; these names are ours.
        DuplicateColumn,
        ReservedColumn,
        InvalidColumnType,
        InvalidRetentionPeriod,
        InvalidTrigger,
        InvalidNode,
        MissingTag,
        // Two of those without a published name.
        ObjectStore,
        Serialize,
    }
}

mod influxdb3_write {
    use serde::{Deserialize, Serialize};

    /// A line that could not be written.
    #[derive(Debug, Clone, Serialize, Deserialize)]
    pub(super) struct WriteLineError {
        pub(super) original_line: String,
        pub(super) line_number: usize,
        pub(super) error_message: String,
    }

    #[derive(Debug, thiserror::Error)]
    pub(super) enum BufferError {
        #[error("no database")]
        DatabaseNotFound,
        #[error("no table")]
        TableNotFound,
        #[error("there is such a database")]
        DatabaseExists,
        #[error("nothing to write")]
        EmptyWrite,
        #[error("line {} is wrong", .0.line_number)]
        ParseError(WriteLineError),
        #[error("no column {0}")]
        ColumnDoesNotExist(String),
        #[error("the database {0} is deleted")]
        DatabaseDeleted(String),
        #[error("the log is full")]
        Wal,
    }

    #[derive(Debug, thiserror::Error)]
    #[error("last cache: {self:?}")]
    pub(super) enum LastCacheError {
        CacheDoesNotExist,
        // The published facts count eight that are 400; these names are ours.
        CacheAlreadyExists,
        InvalidCacheSize,
        InvalidKeyColumn,
        KeyColumnDoesNotExist,
        ValueColumnDoesNotExist,
        TimeColumnMissing,
        NoKeyColumns,
        TooManyKeyColumns,
    }

    #[derive(Debug, thiserror::Error)]
    #[error("distinct cache: {self:?}")]
    pub(super) enum DistinctCacheError {
        CacheNotFound,
        // The published facts count three that are 400; these names are ours.
        NoColumns,
        InvalidColumn,
        DuplicateName,
        Unexpected,
    }
}

mod datafusion {
    use std::sync::Arc;

    #[derive(Debug, thiserror::Error)]
    pub(super) enum DataFusionError {
        #[error("plan: {0}")]
        Plan(String),
        #[error("SQL: {0}")]
        Sql(String),
        #[error("execution: {0}")]
        Execution(String),
        #[error("{0}: {1}")]
        Context(String, Box<DataFusionError>),
        #[error("{1} at {0}")]
        Diagnostic(u32, Box<DataFusionError>),
        #[error("{0}")]
        Shared(Arc<DataFusionError>),
    }
}

mod query {
    #[derive(Debug, thiserror::Error)]
    pub(super) enum QueryError {
        #[error("not in this version: {0}")]
        MethodNotImplemented(&'static str),
        #[error("no database {0}")]
        DatabaseNotFound(String),
        #[error("{0}")]
        QueryPlanning(super::datafusion::DataFusionError),
        #[error("the stream broke")]
        Execution,
    }
}

/// Errors of two crates with a status of their own.
mod influxdb3_types {
    use http::StatusCode;

    #[derive(Debug, thiserror::Error)]
    #[error("{text}")]
    pub(super) struct Error {
        pub(super) status: StatusCode,
        pub(super) text: &'static str,
    }

    impl From<&Error> for StatusCode {
        fn from(error: &Error) -> Self {
            error.status
        }
    }
}

mod authz {
    #[derive(Debug, thiserror::Error)]
    pub(super) enum ResourceAuthorizationError {
        #[error("not for you")]
        Unauthorized,
        #[error("the permissions were not read")]
        Internal,
    }

    #[derive(Debug, thiserror::Error)]
    #[error("no such token")]
    pub(super) struct AuthenticatorError;
}

/// Returns the status of an error of the query planner, however deeply it is wrapped.
#[derive(Debug, thiserror::Error, HttpError, FromProblem)]
#[error("{0}")]
#[http(match _0 {
    DataFusionError::Plan(_) | DataFusionError::Sql(_) => 400,
    DataFusionError::Context(_, inner) | DataFusionError::Diagnostic(_, inner) =>
        (status = Planning(inner).status()),
    DataFusionError::Shared(inner) => (status = Planning(inner).status()),
    _ => 500,
})]
struct Planning<'a>(&'a DataFusionError);

#[derive(Debug, thiserror::Error, HttpError, FromProblem)]
#[http(body = text, expose, log = debug, allow(missing_allow, missing_www_authenticate))]
enum Error {
    #[error("{0}")]
    #[http(match _0 {
        CatalogError::CannotDeleteOperatorToken => 405,
        CatalogError::TokenNameAlreadyExists
        | CatalogError::AlreadyExists
        | CatalogError::AlreadyDeleted => 409,
        CatalogError::NotFound
        | CatalogError::DatabaseNotFound
        | CatalogError::TableNotFound => 404,
        CatalogError::TooManyColumns
        | CatalogError::TooManyTables
        | CatalogError::TooManyDbs
        | CatalogError::TooManyTagColumns
        | CatalogError::TooManyFields => (422, body = { "error": detail }),
        CatalogError::DuplicateColumn
        | CatalogError::ReservedColumn
        | CatalogError::InvalidColumnType
        | CatalogError::InvalidRetentionPeriod
        | CatalogError::InvalidTrigger
        | CatalogError::InvalidNode
        | CatalogError::MissingTag => 400,
        _ => 500,
    })]
    Catalog(#[from] CatalogError),
    #[error("{0}")]
    #[http(match _0 {
        QueryError::MethodNotImplemented(_) => 405,
        QueryError::DatabaseNotFound(_) => (404, body = { "error": detail }),
        QueryError::QueryPlanning(inner) => (status = Planning(inner).status()),
        _ => 500,
    })]
    Query(#[from] QueryError),
    #[error("{0}")]
    #[http(match _0 {
        BufferError::DatabaseNotFound | BufferError::TableNotFound => 404,
        BufferError::DatabaseExists | BufferError::EmptyWrite => 400,
        BufferError::ParseError(line) => (400, body = { "error": detail, "data": line }),
        BufferError::ColumnDoesNotExist(_) | BufferError::DatabaseDeleted(_) =>
            (400, body = { "error": detail }),
        _ => 500,
    })]
    WriteBuffer(#[from] BufferError),
    #[error("{0}")]
    #[http(match _0 {
        LastCacheError::CacheDoesNotExist => 404,
        _ => 400,
    })]
    LastCache(#[from] LastCacheError),
    #[error("{0}")]
    #[http(match _0 {
        DistinctCacheError::CacheNotFound => 404,
        DistinctCacheError::Unexpected => 500,
        _ => 400,
    })]
    DistinctCache(#[from] DistinctCacheError),
    #[error("{0}")]
    #[http(status = Planning(_0).status())]
    Datafusion(#[from] DataFusionError),
    #[error("{0}")]
    #[http(status = StatusCode::from(_0))]
    Influxdb3TypesHttp(influxdb3_types::Error),
    #[error("{0}")]
    #[http(status = StatusCode::from(_0))]
    LegacyWriteParse(influxdb3_types::Error),
    /// A partial write: the status depends on the texts of the errors of its lines. The wording of the
    /// two prefixes is not published; these are ours.
    #[error("partial write")]
    #[http(
        match invalid_lines {
            lines if lines.iter().any(|line| {
                line.error_message.starts_with("too many ")
                    || line.error_message.starts_with("would exceed ")
            }) => 422,
            _ => 400,
        },
        body = { "error": detail, "data": invalid_lines },
    )]
    PartialLpWrite { invalid_lines: Vec<WriteLineError> },

    #[error("no such method here")]
    #[http(405, body = { "error": detail })]
    UnsupportedMethod,
    #[error("there is no processing engine")]
    #[http(405)]
    NoProcessingEngine,
    #[error("no database")]
    #[http(404)]
    MissingDb,
    #[error("no table")]
    #[http(404)]
    MissingTable,
    #[error("no such path")]
    #[http(404)]
    NoHandler,
    #[error("`{0}` is not a name")]
    #[http(400, body = { "error": detail })]
    DbName(String),
    #[error("JSON: {0}")]
    #[http(400)]
    SerdeJson(#[from] serde_json::Error),
    #[error("no such coding: {0}")]
    #[http(400)]
    InvalidContentEncoding(String),
    #[error("query: {0}")]
    #[http(400)]
    SerdeUrlDecoding(String),
    #[error("no span of time: {0}")]
    #[http(400)]
    ParsingHumanTime(String),
    #[error("no parameters of a query")]
    #[http(400)]
    MissingQueryParams,
    #[error("no parameters of a query of version 1")]
    #[http(400)]
    MissingQueryV1Params,
    #[error("no parameters of a write")]
    #[http(400)]
    MissingWriteParams,
    #[error("no parameters of a deletion")]
    #[http(400)]
    MissingDeleteParams,
    #[error("not to be rewritten: {0}")]
    #[http(400)]
    InfluxqlRewrite(String),
    #[error("one statement at a time")]
    #[http(400)]
    InfluxqlSingleStatement,
    #[error("no database is named")]
    #[http(400)]
    InfluxqlNoDatabase,
    #[error("{param} and {query} are two databases")]
    #[http(400)]
    InfluxqlDatabaseMismatch { param: String, query: String },
    #[error("no time: {0}")]
    #[http(400)]
    ParsingTimestamp(String),
    #[error("the time is out of range")]
    #[http(400)]
    TimestampOutOfRange,
    #[error("{0}")]
    #[http(400)]
    InvalidRequest(String),
    #[error("the body is no UTF-8")]
    #[http(400)]
    NonUtf8Body,
    #[error("the content's coding is no UTF-8")]
    #[http(400)]
    NonUtf8ContentEncodingHeader,
    #[error("the content's type is no UTF-8")]
    #[http(400)]
    NonUtf8ContentTypeHeader,
    #[error("what is accepted is no UTF-8")]
    #[http(400)]
    NonUtf8AcceptHeader,
    #[error("the query is no UTF-8")]
    #[http(400)]
    NonUtf8Query,
    #[error("no gzip: {0}")]
    #[http(400)]
    InvalidGzip(String),
    #[error("no media type: {0}")]
    #[http(400)]
    InvalidMimeType(String),
    #[error("no precision: {0}")]
    #[http(400)]
    InvalidPrecision(String),
    #[error("not {expected}")]
    #[http(415)]
    InvalidContentType { expected: &'static str },
    #[error("{0}")]
    #[http(401, body = empty)]
    Authentication(AuthenticatorError),
    #[error("who are you?")]
    #[http(401, body = empty)]
    Unauthenticated,
    #[error("{0}")]
    #[http(403, body = empty)]
    ResourceAuthorization(ResourceAuthorizationError),
    #[error("not allowed")]
    #[http(403, body = empty)]
    Forbidden,
    #[error("more than {0} bytes")]
    #[http(413)]
    RequestSizeExceeded(usize),
    #[error("too many requests")]
    #[http(429)]
    RequestLimit,

    #[error("the client hung up")]
    #[http(500)]
    ClientHangup,
    #[error("serving: {0}")]
    #[http(500)]
    ServingHttp(String),
    #[error("arrow: {0}")]
    #[http(500)]
    Arrow(String),
    #[error("hyper: {0}")]
    #[http(500)]
    Hyper(String),
    #[error("persister: {0}")]
    #[http(500)]
    Persister(String),
    #[error("a header of the client is not text")]
    #[http(500)]
    ToStr,
    #[error("write: {0}")]
    #[http(500)]
    Influxdb3Write(String),
    #[error("{0}")]
    #[http(500)]
    Io(#[from] std::io::Error),
    #[error("object store: {0}")]
    #[http(500)]
    ObjectStore(String),
    #[error("profile: {0}")]
    #[http(500)]
    HeapPprof(String),
    #[error("no Python here")]
    #[http(500)]
    PythonPluginsNotEnabled,
    #[error("plugin: {0}")]
    #[http(500)]
    Plugin(String),
    #[error("engine: {0}")]
    #[http(500)]
    ProcessingEngine(String),
}

/// The same errors for a client of version 2. The published facts name the six codes, and one kind of
/// refusal that is "forbidden"; the others follow from the status in the first format.
#[derive(Debug, thiserror::Error, HttpError, FromProblem)]
#[error("{0}")]
#[http(
    body = { "code": code, "message": detail },
    expose,
    log = debug,
    allow(missing_www_authenticate),
    match _0 {
        Error::Authentication(_) | Error::Unauthenticated =>
            (401, code = "unauthorized", detail = "unauthorized access", log = warn),
        Error::Forbidden
        | Error::ResourceAuthorization(ResourceAuthorizationError::Unauthorized) =>
            (403, code = "forbidden"),
        Error::ResourceAuthorization(_) => (500, code = "internal error"),
        Error::RequestSizeExceeded(_) => (413, code = "request too large"),
        error if error.status() == 404 => (404, code = "not found"),
        error if error.status().is_client_error() => (400, code = "invalid"),
        _ => (500, code = "internal error"),
    },
)]
struct V2WriteApiError(Error);

/// Responses before any handler. The original formats this JSON manually, without a `Content-Type`.
#[derive(Debug, thiserror::Error, HttpError, FromProblem)]
#[http(body = { "error": detail }, expose, allow(missing_www_authenticate))]
enum AuthenticationError {
    #[error("not authenticated")]
    #[http(401)]
    Unauthenticated,
    #[error("`Authorization` is not as it should be")]
    #[http(400)]
    MalformedRequest,
    #[error("not allowed")]
    #[http(403)]
    Forbidden,
    #[error("`Authorization` is not text: \"{0}\"")]
    #[http(500)]
    ToStr(String),
}

use authz::{AuthenticatorError, ResourceAuthorizationError};
use datafusion::DataFusionError;
use influxdb3_catalog::CatalogError;
use influxdb3_write::{BufferError, DistinctCacheError, LastCacheError, WriteLineError};
use query::QueryError;

fn line(error_message: &str) -> WriteLineError {
    let error_message = error_message.to_owned();
    WriteLineError { original_line: "m f=1".into(), line_number: 3, error_message }
}

/// Both forms of an error of the planner.
fn planning_rows(wrapped: fn(DataFusionError) -> DataFusionError) -> Vec<(Error, u16)> {
    type Kind = fn(String) -> DataFusionError;
    let errors: [(Kind, u16); 3] = [
        (DataFusionError::Plan, 400),
        (DataFusionError::Sql, 400),
        (DataFusionError::Execution, 500),
    ];
    let mut rows = Vec::new();
    for (error, status) in errors {
        rows.push((wrapped(error("x".into())).into(), status));
        rows.push((QueryError::QueryPlanning(wrapped(error("x".into()))).into(), status));
    }
    rows
}

/// The errors whose body is text.
fn text() -> Vec<(Error, u16)> {
    let x = || "x".to_owned();
    let typed = |status, text| influxdb3_types::Error { status, text };
    let mut rows: Vec<(Error, u16)> = vec![
        (CatalogError::CannotDeleteOperatorToken.into(), 405),
        (CatalogError::TokenNameAlreadyExists.into(), 409),
        (CatalogError::AlreadyExists.into(), 409),
        (CatalogError::AlreadyDeleted.into(), 409),
        (CatalogError::NotFound.into(), 404),
        (CatalogError::DatabaseNotFound.into(), 404),
        (CatalogError::TableNotFound.into(), 404),
        (CatalogError::DuplicateColumn.into(), 400),
        (CatalogError::ReservedColumn.into(), 400),
        (CatalogError::InvalidColumnType.into(), 400),
        (CatalogError::InvalidRetentionPeriod.into(), 400),
        (CatalogError::InvalidTrigger.into(), 400),
        (CatalogError::InvalidNode.into(), 400),
        (CatalogError::MissingTag.into(), 400),
        (CatalogError::ObjectStore.into(), 500),
        (CatalogError::Serialize.into(), 500),
        (QueryError::MethodNotImplemented("x").into(), 405),
        (QueryError::Execution.into(), 500),
        (BufferError::DatabaseNotFound.into(), 404),
        (BufferError::TableNotFound.into(), 404),
        (BufferError::DatabaseExists.into(), 400),
        (BufferError::EmptyWrite.into(), 400),
        (BufferError::Wal.into(), 500),
        (LastCacheError::CacheDoesNotExist.into(), 404),
        (LastCacheError::CacheAlreadyExists.into(), 400),
        (LastCacheError::InvalidCacheSize.into(), 400),
        (LastCacheError::InvalidKeyColumn.into(), 400),
        (LastCacheError::KeyColumnDoesNotExist.into(), 400),
        (LastCacheError::ValueColumnDoesNotExist.into(), 400),
        (LastCacheError::TimeColumnMissing.into(), 400),
        (LastCacheError::NoKeyColumns.into(), 400),
        (LastCacheError::TooManyKeyColumns.into(), 400),
        (DistinctCacheError::CacheNotFound.into(), 404),
        (DistinctCacheError::NoColumns.into(), 400),
        (DistinctCacheError::InvalidColumn.into(), 400),
        (DistinctCacheError::DuplicateName.into(), 400),
        (DistinctCacheError::Unexpected.into(), 500),
        (Error::Influxdb3TypesHttp(typed(StatusCode::CONFLICT, "taken")), 409),
        (Error::LegacyWriteParse(typed(StatusCode::BAD_REQUEST, "no bucket")), 400),
        (Error::NoProcessingEngine, 405),
        (Error::MissingDb, 404),
        (Error::MissingTable, 404),
        (Error::NoHandler, 404),
        (serde_json::from_str::<Value>("").unwrap_err().into(), 400),
        (Error::InvalidContentEncoding(x()), 400),
        (Error::SerdeUrlDecoding(x()), 400),
        (Error::ParsingHumanTime(x()), 400),
        (Error::MissingQueryParams, 400),
        (Error::MissingQueryV1Params, 400),
        (Error::MissingWriteParams, 400),
        (Error::MissingDeleteParams, 400),
        (Error::InfluxqlRewrite(x()), 400),
        (Error::InfluxqlSingleStatement, 400),
        (Error::InfluxqlNoDatabase, 400),
        (Error::InfluxqlDatabaseMismatch { param: x(), query: x() }, 400),
        (Error::ParsingTimestamp(x()), 400),
        (Error::TimestampOutOfRange, 400),
        (Error::InvalidRequest(x()), 400),
        (Error::NonUtf8Body, 400),
        (Error::NonUtf8ContentEncodingHeader, 400),
        (Error::NonUtf8ContentTypeHeader, 400),
        (Error::NonUtf8AcceptHeader, 400),
        (Error::NonUtf8Query, 400),
        (Error::InvalidGzip(x()), 400),
        (Error::InvalidMimeType(x()), 400),
        (Error::InvalidPrecision(x()), 400),
        (Error::InvalidContentType { expected: "text/plain" }, 415),
        (Error::RequestSizeExceeded(9), 413),
        (Error::RequestLimit, 429),
        (Error::ClientHangup, 500),
        (Error::ServingHttp(x()), 500),
        (Error::Arrow(x()), 500),
        (Error::Hyper(x()), 500),
        (Error::Persister(x()), 500),
        (Error::ToStr, 500),
        (Error::Influxdb3Write(x()), 500),
        (std::io::Error::other("x").into(), 500),
        (Error::ObjectStore(x()), 500),
        (Error::HeapPprof(x()), 500),
        (Error::PythonPluginsNotEnabled, 500),
        (Error::Plugin(x()), 500),
        (Error::ProcessingEngine(x()), 500),
    ];
    rows.extend(planning_rows(|error| error));
    rows.extend(planning_rows(|error| DataFusionError::Context("x".into(), Box::new(error))));
    rows.extend(planning_rows(|error| {
        DataFusionError::Shared(DataFusionError::Diagnostic(7, Box::new(error)).into())
    }));
    rows
}

/// The errors whose body is JSON, each with its body.
fn json_rows() -> Vec<(Error, u16, Value)> {
    let partial = |text| Error::PartialLpWrite { invalid_lines: vec![line("no tag"), line(text)] };
    let lines = |text| json!({ "error": "partial write", "data": [line("no tag"), line(text)] });
    let catalog = |error: &str| json!({ "error": format!("catalog: {error}") });
    vec![
        (CatalogError::TooManyColumns.into(), 422, catalog("TooManyColumns")),
        (CatalogError::TooManyTables.into(), 422, catalog("TooManyTables")),
        (CatalogError::TooManyDbs.into(), 422, catalog("TooManyDbs")),
        (CatalogError::TooManyTagColumns.into(), 422, catalog("TooManyTagColumns")),
        (CatalogError::TooManyFields.into(), 422, catalog("TooManyFields")),
        (QueryError::DatabaseNotFound("x".into()).into(), 404, json!({ "error": "no database x" })),
        (
            BufferError::ParseError(line("no field")).into(),
            400,
            json!({
                "error": "line 3 is wrong",
                "data": {
                    "original_line": "m f=1",
                    "line_number": 3,
                    "error_message": "no field",
                },
            }),
        ),
        (
            BufferError::ColumnDoesNotExist("x".into()).into(),
            400,
            json!({ "error": "no column x" }),
        ),
        (
            BufferError::DatabaseDeleted("x".into()).into(),
            400,
            json!({ "error": "the database x is deleted" }),
        ),
        (partial("no field"), 400, lines("no field")),
        (partial("too many columns"), 422, lines("too many columns")),
        (partial("would exceed 500"), 422, lines("would exceed 500")),
        (Error::UnsupportedMethod, 405, json!({ "error": "no such method here" })),
        (Error::DbName("\"".into()), 400, json!({ "error": "`\"` is not a name" })),
    ]
}

/// The errors without a body.
fn empty() -> Vec<(Error, u16)> {
    vec![
        (Error::Authentication(AuthenticatorError), 401),
        (Error::Unauthenticated, 401),
        (Error::ResourceAuthorization(ResourceAuthorizationError::Unauthorized), 403),
        (Error::ResourceAuthorization(ResourceAuthorizationError::Internal), 403),
        (Error::Forbidden, 403),
    ]
}

#[test]
fn every_variant_matches_the_published_facts() {
    let mut seen = BTreeSet::new();
    for (error, status) in text() {
        assert_text(&error, status, &error.to_string());
        assert_eq!(header(&error, "content-type").as_deref(), Some("text/plain; charset=utf-8"));
        seen.insert(error.case().name());
    }
    for (error, status, body) in json_rows() {
        assert_json(&error, status, &body);
        assert_eq!(header(&error, "content-type").as_deref(), Some("application/json"));
        seen.insert(error.case().name());
    }
    for (error, status) in empty() {
        assert_text(&error, status, "");
        assert_eq!(header(&error, "content-type"), None);
        seen.insert(error.case().name());
    }
    assert_eq!(seen, Error::catalog().cases().map(Case::name).collect());
}

#[test]
fn the_second_format_has_six_codes() {
    let first =
        text().into_iter().chain(json_rows().into_iter().map(|(error, status, _)| (error, status)));
    for (error, status) in first {
        let (status, code) = match status {
            404 => (404, "not found"),
            413 => (413, "request too large"),
            400..=499 => (400, "invalid"),
            _ => (500, "internal error"),
        };
        let text = error.to_string();
        assert_json(&V2WriteApiError(error), status, &json!({ "code": code, "message": text }));
    }
    let refused = ResourceAuthorizationError::Unauthorized;
    let broken = ResourceAuthorizationError::Internal;
    for (error, status, code, text) in [
        (Error::Authentication(AuthenticatorError), 401, "unauthorized", "unauthorized access"),
        (Error::Unauthenticated, 401, "unauthorized", "unauthorized access"),
        (Error::Forbidden, 403, "forbidden", "not allowed"),
        (Error::ResourceAuthorization(refused), 403, "forbidden", "not for you"),
        (
            Error::ResourceAuthorization(broken),
            500,
            "internal error",
            "the permissions were not read",
        ),
    ] {
        assert_json(&V2WriteApiError(error), status, &json!({ "code": code, "message": text }));
    }
}

#[test]
fn authentication_responds_with_json() {
    for (error, status, text) in [
        (AuthenticationError::Unauthenticated, 401, "not authenticated"),
        (AuthenticationError::MalformedRequest, 400, "`Authorization` is not as it should be"),
        (AuthenticationError::Forbidden, 403, "not allowed"),
        (AuthenticationError::ToStr("\u{1}".into()), 500, "`Authorization` is not text: \"\u{1}\""),
    ] {
        assert_json(&error, status, &json!({ "error": text }));
        assert_eq!(header(&error, "content-type").as_deref(), Some("application/json"));
    }
}
