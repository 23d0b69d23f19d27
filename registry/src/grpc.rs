//! gRPC status codes, and how they map to HTTP and back.

use crate::{get, str_eq, Class};

/// A gRPC status code (`google.rpc.Code`).
///
/// # From HTTP
///
/// [`grpc_code`] returns the code for an error with an HTTP status: the first in the row's
/// [`grpc`](crate::Code::grpc), or else that of the class.
///
/// | HTTP | gRPC | source |
/// |---|---|---|
/// | 400 | `INVALID_ARGUMENT` | [google.rpc.Code] |
/// | 401 | `UNAUTHENTICATED` | [google.rpc.Code] |
/// | 403 | `PERMISSION_DENIED` | [google.rpc.Code] |
/// | 404 | `NOT_FOUND` | [google.rpc.Code] |
/// | 408 | `DEADLINE_EXCEEDED` | httperr: the time for the request is over, as after a 504 |
/// | 409 | `ALREADY_EXISTS` | [google.rpc.Code], which has `ABORTED` too |
/// | 410 | `NOT_FOUND` | httperr: gRPC does not distinguish it from a 404 |
/// | 412 | `FAILED_PRECONDITION` | [gax]; google.rpc.Code allows 412 in its place |
/// | 416 | `OUT_OF_RANGE` | [gax] |
/// | 422 | `INVALID_ARGUMENT` | httperr: a value that is wrong whatever the state of the system |
/// | 429 | `RESOURCE_EXHAUSTED` | [google.rpc.Code] |
/// | 499 | `CANCELLED` | [google.rpc.Code] |
/// | any other 4xx | `FAILED_PRECONDITION` | [gax] |
/// | 500 | `INTERNAL` | [google.rpc.Code], which has `UNKNOWN` and `DATA_LOSS` too |
/// | 501 | `UNIMPLEMENTED` | [google.rpc.Code] |
/// | 502 | `UNAVAILABLE` | [http-grpc-status-mapping] |
/// | 503 | `UNAVAILABLE` | [google.rpc.Code] |
/// | 504 | `DEADLINE_EXCEEDED` | [google.rpc.Code] |
/// | any other 5xx, any invalid value | `INTERNAL` | [gax]; RFC 9110, section 15 |
/// | 2xx | `OK` | [gax] |
/// | 1xx, 3xx | `UNKNOWN` | [gax] |
///
/// For 409, gax has `ABORTED`. That asks the client to repeat its transaction, which is wrong for
/// most conflicts, so `ALREADY_EXISTS` comes first here.
///
/// The rest of [http-grpc-status-mapping] differs (400 is `INTERNAL` there, 404 `UNIMPLEMENTED`). It
/// is for clients that get a response without a gRPC status, from a proxy for example. A server must
/// not choose codes by it.
///
/// # To HTTP
///
/// [`Grpc::status`] returns the mapping of [google.rpc.Code], which has one status for each code.
///
/// [google.rpc.Code]: https://github.com/googleapis/googleapis/blob/master/google/rpc/code.proto
/// [gax]: https://github.com/googleapis/gax-nodejs/pull/1135
/// [http-grpc-status-mapping]: https://github.com/grpc/grpc/blob/master/doc/http-grpc-status-mapping.md
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // The names are those of gRPC.
pub enum Grpc {
    Ok = 0,
    Cancelled = 1,
    Unknown = 2,
    InvalidArgument = 3,
    DeadlineExceeded = 4,
    NotFound = 5,
    AlreadyExists = 6,
    PermissionDenied = 7,
    ResourceExhausted = 8,
    FailedPrecondition = 9,
    Aborted = 10,
    OutOfRange = 11,
    Unimplemented = 12,
    Internal = 13,
    Unavailable = 14,
    DataLoss = 15,
    Unauthenticated = 16,
}

impl Grpc {
    /// Every code, at the index of its number.
    ///
    /// ```
    /// use httperr_registry::Grpc;
    ///
    /// assert_eq!(Grpc::ALL.get(5), Some(&Grpc::NotFound));
    /// assert_eq!(Grpc::ALL.get(17), None);
    /// ```
    pub const ALL: [Self; 17] = [
        Self::Ok,
        Self::Cancelled,
        Self::Unknown,
        Self::InvalidArgument,
        Self::DeadlineExceeded,
        Self::NotFound,
        Self::AlreadyExists,
        Self::PermissionDenied,
        Self::ResourceExhausted,
        Self::FailedPrecondition,
        Self::Aborted,
        Self::OutOfRange,
        Self::Unimplemented,
        Self::Internal,
        Self::Unavailable,
        Self::DataLoss,
        Self::Unauthenticated,
    ];

    /// Returns the name in `google.rpc.Code`.
    ///
    /// ```
    /// assert_eq!(httperr_registry::Grpc::NotFound.name(), "NOT_FOUND");
    /// ```
    #[inline]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ok => "OK",
            Self::Cancelled => "CANCELLED",
            Self::Unknown => "UNKNOWN",
            Self::InvalidArgument => "INVALID_ARGUMENT",
            Self::DeadlineExceeded => "DEADLINE_EXCEEDED",
            Self::NotFound => "NOT_FOUND",
            Self::AlreadyExists => "ALREADY_EXISTS",
            Self::PermissionDenied => "PERMISSION_DENIED",
            Self::ResourceExhausted => "RESOURCE_EXHAUSTED",
            Self::FailedPrecondition => "FAILED_PRECONDITION",
            Self::Aborted => "ABORTED",
            Self::OutOfRange => "OUT_OF_RANGE",
            Self::Unimplemented => "UNIMPLEMENTED",
            Self::Internal => "INTERNAL",
            Self::Unavailable => "UNAVAILABLE",
            Self::DataLoss => "DATA_LOSS",
            Self::Unauthenticated => "UNAUTHENTICATED",
        }
    }

    /// Returns the code of that name in `google.rpc.Code`.
    ///
    /// ```
    /// use httperr_registry::Grpc;
    ///
    /// assert_eq!(Grpc::from_name("ABORTED"), Some(Grpc::Aborted));
    /// assert_eq!(Grpc::from_name("Aborted"), None);
    /// ```
    pub const fn from_name(name: &str) -> Option<Self> {
        let mut number = 0;
        while number < Self::ALL.len() {
            if str_eq(Self::ALL[number].name(), name) {
                return Some(Self::ALL[number]);
            }
            number += 1;
        }
        None
    }

    /// Returns the HTTP status code that `google.rpc.Code` maps it to.
    ///
    /// ```
    /// use httperr_registry::Grpc;
    ///
    /// assert_eq!(Grpc::Aborted.status(), 409);
    /// assert_eq!(Grpc::FailedPrecondition.status(), 400); // not 412
    /// ```
    #[inline]
    pub const fn status(self) -> u16 {
        match self {
            Self::Ok => 200,
            Self::InvalidArgument | Self::FailedPrecondition | Self::OutOfRange => 400,
            Self::Unauthenticated => 401,
            Self::PermissionDenied => 403,
            Self::NotFound => 404,
            Self::AlreadyExists | Self::Aborted => 409,
            Self::ResourceExhausted => 429,
            Self::Cancelled => 499,
            Self::Unknown | Self::Internal | Self::DataLoss => 500,
            Self::Unimplemented => 501,
            Self::Unavailable => 503,
            Self::DeadlineExceeded => 504,
        }
    }
}

/// Returns the gRPC code for a response with this HTTP status code, known or not. The table and its
/// sources are at [`Grpc`].
///
/// ```
/// use httperr_registry::{grpc_code, Grpc};
///
/// assert_eq!(grpc_code(404), Grpc::NotFound);
/// assert_eq!(grpc_code(471), Grpc::FailedPrecondition);
/// assert_eq!(grpc_code(599), Grpc::Internal);
/// ```
#[inline]
pub const fn grpc_code(code: u16) -> Grpc {
    if let Some(row) = get(code) {
        if let [usual, ..] = row.grpc {
            return *usual;
        }
    }
    match Class::of(code) {
        Class::Informational | Class::Redirection => Grpc::Unknown,
        Class::Successful => Grpc::Ok,
        Class::ClientError => Grpc::FailedPrecondition,
        Class::ServerError => Grpc::Internal,
    }
}
