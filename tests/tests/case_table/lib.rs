//! The crate that `case_table.rs` documents.

use httperr::http::StatusCode;
use httperr::HttpError;

/// An inner error.
#[derive(Debug, thiserror::Error, HttpError)]
#[error("sold out")]
#[http(409)]
pub struct StockError;

#[derive(Debug, thiserror::Error, HttpError)]
#[error("no route")]
#[http(503)]
struct PrivateError;

/// An API.
#[derive(Debug, thiserror::Error, HttpError)]
#[http(type_base = "https://api.example.com/problems")]
pub enum ApiError {
    /// No account has `this` number | or *it* was <b>closed</b>
    /// on line 2. \ &lt; $x$ ~~y~~
    ///
    /// Second paragraph.
    #[error("no account {id}")]
    #[http(404, code = "NO_ACCOUNT_*1*")]
    NoAccount { id: u64 },
    #[error("see https://example.com/a_b, not [{id}](`{id}`) | <script>alert(1)</script>")]
    #[http(422, title = "<i>Not</i> | enough")]
    Credit { id: u64 },
    #[error("secret text")]
    #[http(500)]
    MaskedCanary,
    #[error("billing")]
    #[http(status = status, detail = "billing is not available")]
    Billing { status: StatusCode },
    #[error("another")]
    #[http(same_as = MaskedCanary)]
    Another,
    #[error("file")]
    #[http(match _0.kind() {
        std::io::ErrorKind::NotFound => 404,
        #[cfg(not(all()))]
        std::io::ErrorKind::TimedOut => (504, name = "Late"),
        _ => 500,
    })]
    File(std::io::Error),
    #[error(transparent)]
    #[http(transparent)]
    Stock(#[from] StockError),
    #[error(transparent)]
    #[http(transparent)]
    Boxed(Box<StockError>),
}

/// A type that cannot be linked to.
#[derive(Debug, thiserror::Error, HttpError)]
#[error(transparent)]
#[http(transparent)]
pub struct Private(#[from] PrivateError);

/// A type parameter.
#[derive(Debug, thiserror::Error, HttpError)]
pub enum Generic<T> {
    /// The parameter.
    #[error(transparent)]
    #[http(transparent)]
    Inner(T),
}

/// Nothing.
#[derive(Debug, thiserror::Error, HttpError)]
pub enum Never {}

/// An item in a function.
pub fn local() {
    /// A local error.
    #[derive(Debug, thiserror::Error, HttpError)]
    #[error("local")]
    #[http(409)]
    struct Local;

    /// A local enum.
    #[derive(Debug, thiserror::Error, HttpError)]
    #[error(transparent)]
    #[http(transparent)]
    struct Outer(Local);

    let _ = Outer(Local).status();
}
