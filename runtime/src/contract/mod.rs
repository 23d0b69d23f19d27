//! The catalog of an error type as a contract with its clients: a committed file that a test compares.
//!
//! ```
//! use httperr::{contract, HttpError};
//!
//! #[derive(Debug, thiserror::Error, HttpError)]
//! enum ApiError {
//!     #[error("no such order")]
//!     #[http(404)]
//!     NoOrder,
//! }
//!
//! # let directory = std::env::temp_dir().join(format!("httperr-doc-{}", std::process::id()));
//! # std::fs::create_dir_all(&directory)?;
//! # let file = directory.join("errors.json");
//! # std::fs::write(&file, ApiError::catalog().to_json())?;
//! # let file = file.to_str().unwrap();
//! // #[test]
//! fn errors_are_unchanged() {
//! # let file = std::env::temp_dir().join(format!("httperr-doc-{}/errors.json", std::process::id()));
//!     contract::assert_unchanged::<ApiError>(
//! #       file.to_str().unwrap() /*
//!         "errors.json"
//! # */
//!     );
//! }
//! # errors_are_unchanged();
//! # std::fs::remove_dir_all(directory)?;
//! # Ok::<(), std::io::Error>(())
//! ```
//!
//! `HTTPERR_UPDATE=1 cargo test` writes the file. A reviewer then sees each change of the errors in the
//! diff of the file, and the test fails for whoever changes them without writing it.
//!
//! # What is breaking
//!
//! A change is **breaking** if a client that was correct before may fail after it: a case or its code
//! is removed, a status, a type, a media type or the type of a member is different, or a member or a
//! header is no longer sent or no longer always sent, or a response is no longer sent in a language. Texts
//! for people, documentation, log levels and tags may change, and cases, members, headers and languages
//! may be added.

mod compare;
mod file;

use std::fmt;
use std::path::{Path, PathBuf};

use crate::http_error::HttpError;

/// The environment variable that makes [`assert_unchanged`] write the file.
const UPDATE: &str = "HTTPERR_UPDATE";

/// Compares the catalog of `E` with a committed file, and writes the file if the environment variable
/// `HTTPERR_UPDATE` is set to something other than `0` or the empty string.
///
/// The path is relative to the root of the package whose test it is, which cargo makes the current
/// directory of a test.
///
/// # Panics
///
/// If the catalog differs from the file, with a line for each difference; and if the file cannot be
/// read or written, or is not a catalog.
#[track_caller]
pub fn assert_unchanged<E: HttpError>(path: impl AsRef<Path>) {
    let path = path.as_ref();
    let new = E::catalog().to_json();
    let update = std::env::var_os(UPDATE).is_some_and(|value| !value.is_empty() && value != "0");
    if let Err(error) = check(path, &new, update) {
        panic!("{error}");
    }
}

fn check(path: &Path, new: &str, update: bool) -> Result<(), Error> {
    if update {
        return std::fs::write(path, new)
            .map_err(|error| Error::Io { path: path.to_owned(), error });
    }
    let old = match std::fs::read_to_string(path) {
        Ok(old) => old,
        Err(error) => return Err(Error::Io { path: path.to_owned(), error }),
    };
    let differences =
        compare(&old, new).map_err(|error| Error::Invalid { path: path.to_owned(), error })?;
    let is_text_equal = old.lines().eq(new.lines());
    match differences.is_empty() && is_text_equal {
        true => Ok(()),
        false => Err(Error::Changed { path: path.to_owned(), differences }),
    }
}

enum Error {
    Io { path: PathBuf, error: std::io::Error },
    Invalid { path: PathBuf, error: InvalidCatalog },
    Changed { path: PathBuf, differences: Differences },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Io { path, error } => {
                writeln!(f, "cannot open the errors in `{}`: {error}", path.display())?;
            }
            Error::Invalid { path, error } => {
                writeln!(f, "`{}` is not a catalog: {error}", path.display())?;
            }
            Error::Changed { path, differences } => {
                writeln!(f, "the errors differ from `{}`:", path.display())?;
                match differences.is_empty() {
                    true => writeln!(f, "  the order of the cases, or the layout of the file")?,
                    false => write!(f, "{differences}")?,
                }
            }
        }
        write!(f, "run the test with {UPDATE}=1 to write the file, and review its diff")
    }
}

/// Compares two catalogs, as [`Catalog::to_json`](crate::Catalog::to_json) returns them.
///
/// ```
/// use httperr::{contract, HttpError};
///
/// mod old {
///     # use httperr::HttpError;
///     #[derive(Debug, thiserror::Error, HttpError)]
///     #[error("no such order")]
///     #[http(404, code = "no-order")]
///     pub struct NoOrder;
/// }
///
/// #[derive(Debug, thiserror::Error, HttpError)]
/// #[error("no such order")]
/// #[http(410, code = "no-order")]
/// struct NoOrder;
///
/// let differences =
///     contract::compare(&old::NoOrder::catalog().to_json(), &NoOrder::catalog().to_json())?;
/// assert!(differences.has_breaking());
/// assert_eq!(
///     differences.to_string(),
///     "  breaking    NoOrder (no-order): the status was 404, is 410\n  \
///        compatible  NoOrder (no-order): the title was \"Not Found\", is \"Gone\"\n"
/// );
/// # Ok::<(), contract::InvalidCatalog>(())
/// ```
///
/// # Errors
///
/// If one of the two is not a catalog, or is one of a later version of this crate.
pub fn compare(old: &str, new: &str) -> Result<Differences, InvalidCatalog> {
    Ok(compare::compare(&file::parse(old)?, &file::parse(new)?))
}

/// A text that is not a catalog.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidCatalog {
    reason: String,
}

impl fmt::Display for InvalidCatalog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.reason)
    }
}

impl std::error::Error for InvalidCatalog {}

/// The differences between two catalogs, the breaking ones first.
///
/// Returned by [`compare`]. It displays as a list with a line for each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Differences(Vec<Difference>);

/// A difference between two catalogs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    case: String,
    message: String,
    is_breaking: bool,
}

impl Differences {
    /// Returns whether the catalogs are equal, whatever the order of their cases.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the number of differences.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Returns whether one of them may break a client.
    #[must_use]
    pub fn has_breaking(&self) -> bool {
        self.0.iter().any(Difference::is_breaking)
    }

    /// Returns an iterator over the differences.
    pub fn iter(&self) -> std::slice::Iter<'_, Difference> {
        self.0.iter()
    }
}

impl<'a> IntoIterator for &'a Differences {
    type Item = &'a Difference;
    type IntoIter = std::slice::Iter<'a, Difference>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl Difference {
    /// Returns the case: its name and its code.
    #[must_use]
    pub fn case(&self) -> &str {
        &self.case
    }

    /// Returns what is different, such as `the status was 404, is 410`.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Returns whether a client that was correct may fail.
    #[must_use]
    pub fn is_breaking(&self) -> bool {
        self.is_breaking
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = if self.is_breaking { "breaking  " } else { "compatible" };
        write!(f, "{kind}  {}: {}", self.case, self.message)
    }
}

impl fmt::Display for Differences {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|difference| writeln!(f, "  {difference}"))
    }
}
