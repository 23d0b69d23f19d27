//! The problem document (RFC 9457) as a value.

use std::fmt;

use http::StatusCode;
use httperr_registry::{is_valid, PROBLEM_MEMBERS};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

pub(crate) use self::parse::without_lone_surrogates;
pub use self::parse::ReadError;
pub(crate) use self::uri::resolve;

pub(crate) mod instance;
mod parse;
mod response;
mod serialize;
mod uri;

/// A problem document (RFC 9457): a description of an error for machines and for people.
///
/// ```
/// use httperr::{http::StatusCode, Problem};
///
/// let problem = Problem::new(StatusCode::FORBIDDEN)
///     .with_type("https://api.example.com/problems/out-of-credit")
///     .with_title("Not enough credit")
///     .with_detail("The balance is 30, the price is 50.")
///     .with_extension("balance", 30)?;
///
/// let response = problem.to_response();
/// assert_eq!(response.status(), 403);
/// assert_eq!(response.headers()["content-type"], "application/problem+json");
///
/// let read = Problem::from_response(&response)?;
/// assert!(read.is_type("https://api.example.com/problems/out-of-credit"));
/// assert_eq!(read.extension::<i64>("balance"), Some(30));
/// assert_eq!(read, problem);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// Every member is optional (section 3.1). [`Problem::default()`] is the document without any,
/// `{}`; [`Problem::new`] creates the one that is equivalent to a bare status code.
///
/// # As an error
///
/// A problem is an [`HttpError`](crate::HttpError) and a response of every framework, for an error
/// without a declaration:
///
/// ```
/// use httperr::{status, Problem};
///
/// fn order(id: u64) -> Result<String, Problem> {
///     Err(Problem::new(status!(404)).with_detail(format!("no order {id}")))
/// }
///
/// assert_eq!(
///     order(7).unwrap_err().to_response().body(),
///     r#"{"title":"Not Found","status":404,"detail":"no order 7"}"#
/// );
/// ```
///
/// All that the problem contains is sent, with a 5xx too. A variant `Upstream(#[from] Problem)` with
/// `#[http(transparent)]` forwards a problem that another service has sent.
///
/// # Serde
///
/// `Serialize` writes the members in the order `type`, `title`, `status`, `detail`, `instance`,
/// extensions; a member without a value is left out, and so is a `type` of `about:blank`.
/// `Deserialize` is as lenient as [`Problem::from_json`] about members, and as strict as its
/// format about everything else.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[must_use = "a problem does nothing until it is written or sent"]
pub struct Problem {
    /// `None` is `about:blank`, which is never stored, so that equal documents compare equal.
    type_uri: Option<Box<str>>,
    title: Option<String>,
    /// Within 100–599.
    status: Option<StatusCode>,
    detail: Option<String>,
    instance: Option<Box<str>>,
    /// Holds none of [`PROBLEM_MEMBERS`].
    extensions: Map<String, Value>,
}

/// Building a document.
impl Problem {
    /// The media type of the JSON document (RFC 9457, section 3).
    pub const MEDIA_TYPE: &'static str = "application/problem+json";

    /// The problem type that adds nothing to the status code, and the meaning of an absent `type`
    /// (RFC 9457, section 4.2.1).
    pub const ABOUT_BLANK: &'static str = httperr_registry::ABOUT_BLANK;

    /// Creates a problem of type `about:blank`: the status code, and its reason phrase as the title
    /// (RFC 9457, section 4.2.1).
    ///
    /// A number above 599 is not a status code and is replaced by 500 (RFC 9110, section 15).
    ///
    /// ```
    /// use httperr::{http::StatusCode, Problem};
    ///
    /// let problem = Problem::new(StatusCode::UNAUTHORIZED);
    /// assert_eq!(problem.to_json(), br#"{"title":"Unauthorized","status":401}"#);
    /// ```
    pub fn new(status: StatusCode) -> Self {
        Self::default().with_status(status)
    }

    /// Sets `type`, a URI reference that identifies the problem type (RFC 9457, section 3.1.1).
    ///
    /// The reference is not validated. Make it absolute, or at least begin it with the full path
    /// (`/problems/out-of-credit`), and set a title that belongs to the type.
    ///
    /// ```
    /// use httperr::{http::StatusCode, Problem};
    ///
    /// let problem = Problem::new(StatusCode::GONE)
    ///     .with_type("https://api.example.com/problems/closed")
    ///     .with_title("Account closed");
    /// assert_eq!(problem.type_uri(), "https://api.example.com/problems/closed");
    /// ```
    pub fn with_type(mut self, uri: impl Into<String>) -> Self {
        let uri = uri.into();
        self.type_uri = (uri != Self::ABOUT_BLANK).then(|| uri.into());
        self
    }

    /// Sets `status` (RFC 9457, section 3.1.2). The title of an `about:blank` problem is updated
    /// with it, unless it was set to something other than the reason phrase.
    ///
    /// A number above 599 is not a status code and is replaced by 500 (RFC 9110, section 15).
    ///
    /// ```
    /// use httperr::{http::StatusCode, Problem};
    ///
    /// let problem = Problem::new(StatusCode::NOT_FOUND).with_status(StatusCode::UNAUTHORIZED);
    /// assert_eq!(problem.title(), Some("Unauthorized"));
    /// ```
    pub fn with_status(mut self, status: StatusCode) -> Self {
        let status = valid_or_500(status);
        if self.type_uri.is_none() && self.title() == self.status.and_then(reason_phrase) {
            self.title = reason_phrase(status).map(str::to_owned);
        }
        self.status = Some(status);
        self
    }

    /// Sets `title`, the short summary of the problem type, which is the same for every occurrence
    /// except for translation (RFC 9457, section 3.1.3).
    ///
    /// ```
    /// use httperr::{http::StatusCode, Problem};
    ///
    /// let problem = Problem::new(StatusCode::CONFLICT).with_title("Name already taken");
    /// assert_eq!(problem.title(), Some("Name already taken"));
    /// ```
    pub fn with_title(mut self, title: impl Into<String>) -> Self {
        self.title = Some(title.into());
        self
    }

    /// Sets `detail`, which explains this occurrence and helps the client to correct it. It is not
    /// meant for debugging information (RFC 9457, section 3.1.4).
    ///
    /// ```
    /// use httperr::{http::StatusCode, Problem};
    ///
    /// let problem = Problem::new(StatusCode::CONFLICT).with_detail("`ann` is taken, `ann2` is free.");
    /// assert_eq!(problem.detail(), Some("`ann` is taken, `ann2` is free."));
    /// ```
    pub fn with_detail(mut self, detail: impl Into<String>) -> Self {
        self.detail = Some(detail.into());
        self
    }

    /// Sets `instance`, a URI reference that identifies this occurrence (RFC 9457,
    /// section 3.1.5).
    ///
    /// The reference is not validated. Make it absolute, or at least begin it with the full path.
    ///
    /// ```
    /// use httperr::{http::StatusCode, Problem};
    ///
    /// let problem = Problem::new(StatusCode::BAD_GATEWAY).with_instance("/requests/7f3a");
    /// assert_eq!(problem.instance(), Some("/requests/7f3a"));
    /// ```
    pub fn with_instance(mut self, instance: impl Into<String>) -> Self {
        self.instance = Some(instance.into().into());
        self
    }

    /// Sets an extension member (RFC 9457, section 3.2), replacing an earlier value.
    ///
    /// A good name has three characters or more, all of them ASCII letters, digits or `_`, and
    /// begins with a letter (section 4). As always with `serde_json`, a float that is NaN or
    /// infinite becomes `null`.
    ///
    /// ```
    /// use httperr::{http::StatusCode, Problem};
    ///
    /// let problem = Problem::new(StatusCode::FORBIDDEN).with_extension("balance", 30)?;
    /// assert_eq!(problem.extensions()["balance"], 30);
    /// # Ok::<(), httperr::ExtensionError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Fails if the name is one of `type`, `title`, `status`, `detail`, `instance`, or if the value
    /// cannot be serialized as JSON.
    pub fn with_extension(
        mut self,
        name: impl Into<String>,
        value: impl Serialize,
    ) -> Result<Self, ExtensionError> {
        let name = name.into();
        if PROBLEM_MEMBERS.contains(&name.as_str()) {
            return Err(ExtensionError::Reserved { name });
        }
        match serde_json::to_value(value) {
            Ok(value) => self.extensions.insert(name, value),
            Err(source) => return Err(ExtensionError::Value { name, source }),
        };
        Ok(self)
    }
}

/// Accessors.
impl Problem {
    /// Returns the problem type as written in the document, or `about:blank` if it is absent
    /// (RFC 9457, section 3.1.1). For one that may be relative, see [`Problem::type_resolved`].
    pub fn type_uri(&self) -> &str {
        self.type_uri.as_deref().unwrap_or(Self::ABOUT_BLANK)
    }

    /// Returns whether the problem is of this type, comparing the URIs character by character.
    /// Problems are distinguished by their type, not by their title (RFC 9457, section 3.1.1).
    ///
    /// ```
    /// use httperr::Problem;
    ///
    /// let problem = Problem::from_json(br#"{"status": 404}"#)?;
    /// assert!(problem.is_type(Problem::ABOUT_BLANK));
    /// # Ok::<(), httperr::ReadError>(())
    /// ```
    pub fn is_type(&self, uri: &str) -> bool {
        self.type_uri() == uri
    }

    /// Resolves the problem type against `base`, the URI from which the document was retrieved
    /// (RFC 3986, section 5.2). Compare it; do not fetch it (RFC 9457, section 3.1.1).
    ///
    /// ```
    /// use httperr::Problem;
    ///
    /// let problem = Problem::from_json(br#"{"type": "/problems/out-of-credit"}"#)?;
    /// assert_eq!(
    ///     problem.type_resolved("https://api.example.com/accounts/7?full"),
    ///     "https://api.example.com/problems/out-of-credit",
    /// );
    /// # Ok::<(), httperr::ReadError>(())
    /// ```
    pub fn type_resolved(&self, base: &str) -> String {
        resolve(base, self.type_uri())
    }

    /// Returns the summary of the problem type (RFC 9457, section 3.1.3).
    pub fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }

    /// Returns the status code in the document, within 100–599. It is advisory: the status of the
    /// response takes precedence (RFC 9457, section 3.1.2).
    pub fn status(&self) -> Option<StatusCode> {
        self.status
    }

    /// Returns the explanation of this occurrence. It is for people: do not parse it (RFC 9457,
    /// section 3.1.4).
    pub fn detail(&self) -> Option<&str> {
        self.detail.as_deref()
    }

    /// Returns the URI reference of this occurrence as written in the document (RFC 9457,
    /// section 3.1.5).
    pub fn instance(&self) -> Option<&str> {
        self.instance.as_deref()
    }

    /// Resolves `instance` against `base`, the URI from which the document was retrieved
    /// (RFC 3986, section 5.2).
    ///
    /// ```
    /// use httperr::Problem;
    ///
    /// let problem = Problem::from_json(br#"{"instance": "msgs/abc"}"#)?;
    /// assert_eq!(
    ///     problem.instance_resolved("https://api.example.com/accounts/7").as_deref(),
    ///     Some("https://api.example.com/accounts/msgs/abc"),
    /// );
    /// # Ok::<(), httperr::ReadError>(())
    /// ```
    pub fn instance_resolved(&self, base: &str) -> Option<String> {
        self.instance().map(|instance| resolve(base, instance))
    }

    /// Returns the extension members (RFC 9457, section 3.2).
    ///
    /// ```
    /// use httperr::{http::StatusCode, Problem};
    /// use std::collections::BTreeMap;
    ///
    /// let problem = Problem::new(StatusCode::FORBIDDEN)
    ///     .with_extension("balance", 30)?
    ///     .with_extension("price", 50)?;
    ///
    /// // All of them at once, as any type that implements `Deserialize`:
    /// let sums: BTreeMap<String, u32> = serde::Deserialize::deserialize(problem.extensions())?;
    /// assert_eq!(sums["price"], 50);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn extensions(&self) -> &Map<String, Value> {
        &self.extensions
    }

    /// Returns an extension member deserialized as a `T`. One that is not a `T` counts as absent
    /// (RFC 9457, section 3.1).
    ///
    /// ```
    /// use httperr::Problem;
    ///
    /// let problem = Problem::from_json(br#"{"balance": 30, "currency": "EUR"}"#)?;
    /// assert_eq!(problem.extension::<u64>("balance"), Some(30));
    /// assert_eq!(problem.extension::<&str>("currency"), Some("EUR"));
    /// assert_eq!(problem.extension::<&str>("balance"), None);
    /// # Ok::<(), httperr::ReadError>(())
    /// ```
    pub fn extension<'a, T: Deserialize<'a>>(&'a self, name: &str) -> Option<T> {
        T::deserialize(self.extensions.get(name)?).ok()
    }
}

/// The error of [`Problem::with_extension`].
///
/// ```
/// use httperr::{http::StatusCode, ExtensionError, Problem};
///
/// let result = Problem::new(StatusCode::GONE).with_extension("title", "Closed");
/// assert!(matches!(result, Err(ExtensionError::Reserved { name, .. }) if name == "title"));
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub enum ExtensionError {
    /// The name is one of the five that RFC 9457 defines.
    #[non_exhaustive]
    Reserved {
        /// The name of the member.
        name: String,
    },
    /// The value cannot be serialized as JSON.
    #[non_exhaustive]
    Value {
        /// The name of the member.
        name: String,
        /// The error of the serializer.
        source: serde_json::Error,
    },
}

impl fmt::Display for ExtensionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Reserved { name } => write!(
                f,
                "`{name}` is a member of every problem (RFC 9457, section 3.1), \
                 so an extension needs another name"
            ),
            Self::Value { name, .. } => {
                write!(f, "the value of extension `{name}` cannot be written as JSON")
            }
        }
    }
}

impl std::error::Error for ExtensionError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Reserved { .. } => None,
            Self::Value { source, .. } => Some(source),
        }
    }
}

fn reason_phrase(status: StatusCode) -> Option<&'static str> {
    httperr_registry::get(status.as_u16()).map(|row| row.phrase)
}

/// `StatusCode` goes up to 999, HTTP only to 599.
fn valid_or_500(status: StatusCode) -> StatusCode {
    if is_valid(status.as_u16()) {
        status
    } else {
        StatusCode::INTERNAL_SERVER_ERROR
    }
}
