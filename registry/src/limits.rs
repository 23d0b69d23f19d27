//! Upper bounds that the macros check while compiling and the runtime checks on values from run
//! time.
//!
//! HTTP itself sets none of them (RFC 9110, sections 2.3 and 5.4): they lie far above what servers,
//! proxies and clients accept, and below the sizes at which `http::HeaderMap` panics or a response
//! is of no use to anybody.
//!
//! ```
//! use httperr_registry::limits;
//!
//! assert!("x-request-id".len() <= limits::HEADER_NAME);
//! ```

/// The maximum length of a header field name, in bytes. `http::HeaderName` fails at 65,536.
pub const HEADER_NAME: usize = 256;

/// The maximum length of one header field value, in bytes. Most servers and proxies limit the whole
/// header section to 8 or 16 KiB.
pub const HEADER_VALUE: usize = 16_384;

/// The maximum number of header field lines that one error adds to its response.
/// `http::HeaderMap` fails at 24,577 names.
pub const HEADERS: usize = 128;

/// The maximum length of an error's `code`, in bytes. It is a segment of the problem type URI
/// (RFC 9457, section 3.1.1).
pub const CODE: usize = 256;

/// The maximum length of a numeric literal in `#[http(…)]` and `status!`, in characters with prefix,
/// separators and suffix.
pub const NUMBER: usize = 64;

/// The maximum number of errors that are followed along `Error::source` when
/// an error is logged. A cyclic chain has no end.
pub const SOURCES: usize = 64;
