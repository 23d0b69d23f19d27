//! RFC 9457: the problem document as a value. Build it, write it, read it.

use std::fmt;

use bytes::Bytes;
use http::header::{HeaderMap, HeaderValue, CONTENT_TYPE};
use http::{Response, StatusCode};
use httperr_registry::uri::is_scheme;
use httperr_registry::Content;
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Number, Value};

/// The members that RFC 9457, section 3.1 defines; every other name is an extension.
pub(crate) const MEMBERS: [&str; 5] = ["type", "title", "status", "detail", "instance"];

/// A problem document (RFC 9457): what went wrong, for machines and for people.
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
/// `{}`; [`Problem::new`] is the one that says as much as a bare status code.
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
    type_uri: Option<String>,
    title: Option<String>,
    /// Within 100–599.
    status: Option<StatusCode>,
    detail: Option<String>,
    instance: Option<String>,
    /// Holds none of [`MEMBERS`].
    extensions: Map<String, Value>,
}

/// Build.
impl Problem {
    /// The media type of the JSON document (RFC 9457, section 3).
    pub const MEDIA_TYPE: &'static str = "application/problem+json";

    /// The problem type that adds nothing to the status code; what an absent `type` means
    /// (RFC 9457, section 4.2.1).
    pub const ABOUT_BLANK: &'static str = "about:blank";

    /// A problem of type `about:blank`: the status code, and its reason phrase as the title
    /// (RFC 9457, section 4.2.1).
    ///
    /// A number above 599 is no status code; 500 takes its place (RFC 9110, section 15).
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
    /// It is not checked. Make it absolute, or at least begin with the full path
    /// (`/problems/out-of-credit`), and give the type a title of its own.
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
        self.type_uri = Some(uri.into()).filter(|uri| uri != Self::ABOUT_BLANK);
        self
    }

    /// Sets `status` (RFC 9457, section 3.1.2). The title of an `about:blank` problem follows,
    /// unless it was set to something other than the reason phrase.
    ///
    /// A number above 599 is no status code; 500 takes its place (RFC 9110, section 15).
    ///
    /// ```
    /// use httperr::{http::StatusCode, Problem};
    ///
    /// let problem = Problem::new(StatusCode::NOT_FOUND).with_status(StatusCode::UNAUTHORIZED);
    /// assert_eq!(problem.title(), Some("Unauthorized"));
    /// ```
    pub fn with_status(mut self, status: StatusCode) -> Self {
        let status = valid(status);
        if self.type_uri.is_none() && self.title() == self.status.and_then(phrase) {
            self.title = phrase(status).map(str::to_owned);
        }
        self.status = Some(status);
        self
    }

    /// Sets `title`, the short summary of the problem type: the same each time the problem
    /// occurs, apart from translation (RFC 9457, section 3.1.3).
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

    /// Sets `detail`, which explains this occurrence and helps the client to correct it: no
    /// debugging information (RFC 9457, section 3.1.4).
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
    /// section 3.1.5). It is not checked. Make it absolute, or at least begin with the full path.
    ///
    /// ```
    /// use httperr::{http::StatusCode, Problem};
    ///
    /// let problem = Problem::new(StatusCode::BAD_GATEWAY).with_instance("/requests/7f3a");
    /// assert_eq!(problem.instance(), Some("/requests/7f3a"));
    /// ```
    pub fn with_instance(mut self, instance: impl Into<String>) -> Self {
        self.instance = Some(instance.into());
        self
    }

    /// Sets an extension member (RFC 9457, section 3.2); a value that was there is replaced. A
    /// good name has three characters or more, all of them ASCII letters, digits or `_`, the
    /// first a letter (section 4). As always with `serde_json`, a float that is no number becomes
    /// `null`.
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
    /// The name is one of `type`, `title`, `status`, `detail`, `instance`, or the value cannot be
    /// written as JSON.
    pub fn with_extension(
        mut self,
        name: impl Into<String>,
        value: impl Serialize,
    ) -> Result<Self, ExtensionError> {
        let name = name.into();
        if MEMBERS.contains(&name.as_str()) {
            return Err(ExtensionError::Reserved { name });
        }
        match serde_json::to_value(value) {
            Ok(value) => self.extensions.insert(name, value),
            Err(source) => return Err(ExtensionError::Value { name, source }),
        };
        Ok(self)
    }
}

/// Look.
impl Problem {
    /// The problem type, as the document gives it; `about:blank` if it gives none (RFC 9457,
    /// section 3.1.1). Where it may be relative, see [`Problem::type_resolved`].
    pub fn type_uri(&self) -> &str {
        self.type_uri.as_deref().unwrap_or(Self::ABOUT_BLANK)
    }

    /// Whether the problem is of this type: the same URI, character by character. This, not the
    /// title, is what tells problems apart (RFC 9457, section 3.1.1).
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

    /// The problem type as seen from `base`, the URI from which the document came (RFC 3986,
    /// section 5.2). Compare it; do not fetch it (RFC 9457, section 3.1.1).
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

    /// The summary of the problem type (RFC 9457, section 3.1.3).
    pub fn title(&self) -> Option<&str> {
        self.title.as_deref()
    }

    /// The status code that the document gives, within 100–599. It is advisory: what counts is
    /// the status of the response (RFC 9457, section 3.1.2).
    pub fn status(&self) -> Option<StatusCode> {
        self.status
    }

    /// The explanation of this occurrence, for people: do not parse it (RFC 9457,
    /// section 3.1.4).
    pub fn detail(&self) -> Option<&str> {
        self.detail.as_deref()
    }

    /// The URI reference of this occurrence, as the document gives it (RFC 9457,
    /// section 3.1.5).
    pub fn instance(&self) -> Option<&str> {
        self.instance.as_deref()
    }

    /// `instance` as seen from `base`, the URI from which the document came (RFC 3986,
    /// section 5.2).
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

    /// The extension members (RFC 9457, section 3.2).
    ///
    /// ```
    /// use httperr::{http::StatusCode, Problem};
    /// use std::collections::BTreeMap;
    ///
    /// let problem = Problem::new(StatusCode::FORBIDDEN)
    ///     .with_extension("balance", 30)?
    ///     .with_extension("price", 50)?;
    ///
    /// // All of them at once, as anything that serde can read:
    /// let sums: BTreeMap<String, u32> = serde::Deserialize::deserialize(problem.extensions())?;
    /// assert_eq!(sums["price"], 50);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn extensions(&self) -> &Map<String, Value> {
        &self.extensions
    }

    /// An extension member as a `T`. One that is not a `T` counts as absent (RFC 9457,
    /// section 3.1).
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

/// Write.
impl Problem {
    /// The JSON document, without white space between tokens.
    ///
    /// ```
    /// use httperr::Problem;
    ///
    /// let problem = Problem::default().with_detail("Try the other door.");
    /// assert_eq!(problem.to_json(), br#"{"detail":"Try the other door."}"#);
    /// ```
    pub fn to_json(&self) -> Vec<u8> {
        // It cannot fail: the keys are strings, and a `Value` holds nothing that JSON cannot.
        serde_json::to_vec(self).unwrap_or_else(|_| b"{}".to_vec())
    }

    /// The response to send: its status is the document's (RFC 9457, section 3.1.2).
    ///
    /// A problem without a status, or with one that cannot end a request (1xx), is sent as 500
    /// and says so. 204, 205 and 304 go without content and `Content-Type` (RFC 9110,
    /// section 6.4.1).
    ///
    /// ```
    /// use httperr::{http::StatusCode, Problem};
    ///
    /// let response = Problem::new(StatusCode::UNAUTHORIZED).to_response();
    /// assert_eq!(response.status(), StatusCode::UNAUTHORIZED);
    /// assert_eq!(response.headers()["content-type"], Problem::MEDIA_TYPE);
    /// assert_eq!(response.body(), r#"{"title":"Unauthorized","status":401}"#);
    /// ```
    pub fn to_response(&self) -> Response<Bytes> {
        let Some(status) = self.status.filter(|status| !status.is_informational()) else {
            let sent = self.clone().with_status(StatusCode::INTERNAL_SERVER_ERROR);
            return sent.to_response();
        };
        let mut response = Response::new(Bytes::new());
        *response.status_mut() = status;
        if may_have_content(status) {
            let media_type = HeaderValue::from_static(Self::MEDIA_TYPE);
            response.headers_mut().insert(CONTENT_TYPE, media_type);
            *response.body_mut() = self.to_json().into();
        }
        response
    }
}

/// Read.
impl Problem {
    /// Reads a JSON document as a consumer must (RFC 9457, section 3.1): a member whose value has
    /// the wrong type counts as absent, and so does a `status` that is no integer within 100–599
    /// (`404.0` is one). Of a member that stands there twice the last counts.
    ///
    /// Half a surrogate pair (`"\ud83d"`, left behind where text was cut) is read as U+FFFD, and a
    /// byte order mark is skipped.
    ///
    /// ```
    /// use httperr::Problem;
    ///
    /// let problem = Problem::from_json(br#"{"title": ["No"], "status": 404.0, "detail": "Gone."}"#)?;
    /// assert_eq!(problem.title(), None);
    /// assert_eq!(problem.status().unwrap(), 404);
    /// assert_eq!(problem.detail(), Some("Gone."));
    /// # Ok::<(), httperr::ReadError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The bytes are not JSON, or not an object, or more than `serde_json` reads: nested more than
    /// 127 deep, or a number beyond `f64`.
    pub fn from_json(json: &[u8]) -> Result<Self, ReadError> {
        let json = json.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(json);
        let members = serde_json::from_slice(json)
            .or_else(|_| serde_json::from_slice(&without_lone_surrogates(json)));
        match members {
            Ok(members) => Ok(Self::from_members(members)),
            Err(error) if error.is_data() => Err(ReadError::NotAnObject),
            Err(error) => Err(ReadError::Json(error)),
        }
    }

    /// Reads the problem that a response carries, see [`Problem::from_response_parts`].
    ///
    /// ```
    /// use httperr::{http, Problem};
    ///
    /// let response = http::Response::builder()
    ///     .status(404)
    ///     .header("content-type", "text/html")
    ///     .body("<h1>Not Found</h1>")?;
    ///
    /// // Where no problem is found, the bare status code makes one:
    /// let problem =
    ///     Problem::from_response(&response).unwrap_or_else(|_| Problem::new(response.status()));
    /// assert_eq!(problem.status().unwrap(), 404);
    /// # Ok::<(), http::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As for [`Problem::from_response_parts`].
    pub fn from_response(response: &Response<impl AsRef<[u8]>>) -> Result<Self, ReadError> {
        Self::from_response_parts(response.status(), response.headers(), response.body().as_ref())
    }

    /// Reads the problem that a response carries, whatever client received it. The status of the
    /// response takes the place of the document's, which is advisory (RFC 9457, section 3.1.2).
    ///
    /// A status above 599 is no status code and is read as 500 (RFC 9110, section 15).
    ///
    /// ```
    /// use httperr::http::{header, HeaderMap, HeaderValue, StatusCode};
    /// use httperr::Problem;
    ///
    /// let mut headers = HeaderMap::new();
    /// let value = HeaderValue::from_static("application/problem+json; charset=utf-8");
    /// headers.insert(header::CONTENT_TYPE, value);
    ///
    /// let body = br#"{"status": 500, "detail": "The database is away."}"#;
    /// let problem = Problem::from_response_parts(StatusCode::BAD_GATEWAY, &headers, body)?;
    /// assert_eq!(problem.status(), Some(StatusCode::BAD_GATEWAY));
    /// assert_eq!(problem.detail(), Some("The database is away."));
    /// # Ok::<(), httperr::ReadError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The `Content-Type` is not `application/problem+json` (in upper or lower case, with or
    /// without parameters), or [`Problem::from_json`] cannot read the body.
    pub fn from_response_parts(
        status: StatusCode,
        headers: &HeaderMap,
        body: &[u8],
    ) -> Result<Self, ReadError> {
        let content_type = headers.get(CONTENT_TYPE);
        if !content_type.is_some_and(is_problem) {
            return Err(ReadError::ContentType(content_type.cloned()));
        }
        let mut problem = Self::from_json(body)?;
        problem.status = Some(valid(status));
        Ok(problem)
    }

    fn from_members(members: Map<String, Value>) -> Self {
        let mut problem = Self::default();
        for (name, value) in members {
            match (name.as_str(), value) {
                ("type", Value::String(uri)) => problem = problem.with_type(uri),
                ("title", Value::String(title)) => problem.title = Some(title),
                ("status", Value::Number(number)) => problem.status = status(&number),
                ("detail", Value::String(detail)) => problem.detail = Some(detail),
                ("instance", Value::String(instance)) => problem.instance = Some(instance),
                (name, _) if MEMBERS.contains(&name) => {}
                (_, value) => {
                    problem.extensions.insert(name, value);
                }
            }
        }
        problem
    }
}

impl Serialize for Problem {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let status = self.status.map(|status| status.as_u16());
        let standard = [
            self.type_uri.is_some(),
            self.title.is_some(),
            status.is_some(),
            self.detail.is_some(),
            self.instance.is_some(),
        ];
        let standard = standard.into_iter().filter(|is_some| *is_some).count();
        let mut map = serializer.serialize_map(Some(standard + self.extensions.len()))?;
        member(&mut map, "type", self.type_uri.as_ref())?;
        member(&mut map, "title", self.title.as_ref())?;
        member(&mut map, "status", status.as_ref())?;
        member(&mut map, "detail", self.detail.as_ref())?;
        member(&mut map, "instance", self.instance.as_ref())?;
        for (name, value) in &self.extensions {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

fn member<M: SerializeMap>(
    map: &mut M,
    name: &str,
    value: Option<&impl Serialize>,
) -> Result<(), M::Error> {
    value.map_or(Ok(()), |value| map.serialize_entry(name, value))
}

impl<'de> Deserialize<'de> for Problem {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Map::deserialize(deserializer).map(Self::from_members)
    }
}

/// Why an extension member could not be added to a [`Problem`].
#[derive(Debug)]
#[non_exhaustive]
pub enum ExtensionError {
    /// The name is one of the five that RFC 9457 defines.
    #[non_exhaustive]
    Reserved {
        /// The name that was given.
        name: String,
    },
    /// The value cannot be written as JSON.
    #[non_exhaustive]
    Value {
        /// The name that was given.
        name: String,
        /// What went wrong.
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

/// Why a [`Problem`] could not be read.
#[derive(Debug)]
#[non_exhaustive]
pub enum ReadError {
    /// The response carries something else: its `Content-Type`, if it has one.
    ContentType(Option<HeaderValue>),
    /// The content is not JSON that can be read.
    Json(serde_json::Error),
    /// The content is JSON, but not an object.
    NotAnObject,
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let expected = Problem::MEDIA_TYPE;
        match self {
            Self::ContentType(Some(value)) => {
                write!(f, "the content type is {value:?}, not \"{expected}\"")
            }
            Self::ContentType(None) => {
                write!(f, "the response has no content type, \"{expected}\" is needed")
            }
            Self::Json(_) => f.write_str("the problem document is not valid JSON"),
            Self::NotAnObject => {
                f.write_str("the problem document is not a JSON object (RFC 9457, section 3)")
            }
        }
    }
}

impl std::error::Error for ReadError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Json(source) => Some(source),
            _ => None,
        }
    }
}

fn phrase(status: StatusCode) -> Option<&'static str> {
    httperr_registry::get(status.as_u16()).map(|row| row.phrase)
}

fn may_have_content(status: StatusCode) -> bool {
    httperr_registry::get(status.as_u16()).map_or(true, |row| row.content == Content::Allowed)
}

/// `StatusCode` goes up to 999, HTTP only to 599.
fn valid(status: StatusCode) -> StatusCode {
    if httperr_registry::is_valid(status.as_u16()) {
        status
    } else {
        StatusCode::INTERNAL_SERVER_ERROR
    }
}

/// `404`, `404.0` and `4.04e2` are one number (RFC 8259, section 6).
fn status(number: &Number) -> Option<StatusCode> {
    let number = number.as_f64()?;
    if number.fract() != 0.0 || !(100.0..600.0).contains(&number) {
        return None;
    }
    // Nothing is lost: it is an integer within 100–599.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    StatusCode::from_u16(number as u16).ok()
}

fn is_problem(content_type: &HeaderValue) -> bool {
    let mut parts = content_type.as_bytes().split(|byte| *byte == b';');
    let media_type = parts.next().unwrap_or_default().trim_ascii();
    media_type.eq_ignore_ascii_case(Problem::MEDIA_TYPE.as_bytes())
}

/// Replaces each `\u` escape of a surrogate that is not half of a pair by `\ufffd`: the grammar of
/// JSON allows them (RFC 8259, section 8.2), `serde_json` rejects the document.
fn without_lone_surrogates(json: &[u8]) -> Vec<u8> {
    let code_unit = |at: usize| -> Option<u16> {
        let digits = json.get(at..at + 6)?.strip_prefix(b"\\u")?;
        u16::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
    };
    let mut mended = json.to_vec();
    let mut at = 0;
    // A backslash stands only inside strings, so there is no need to know where these are.
    while let Some(found) =
        json.get(at..).and_then(|rest| rest.iter().position(|byte| *byte == b'\\'))
    {
        at += found;
        at += match (code_unit(at), code_unit(at + 6)) {
            (Some(0xD800..=0xDBFF), Some(0xDC00..=0xDFFF)) => 12,
            (Some(0xD800..=0xDFFF), _) => {
                mended[at + 2..at + 6].copy_from_slice(b"fffd");
                6
            }
            _ => 2,
        };
    }
    mended
}

/// A URI reference in its parts (RFC 3986, section 3).
struct Reference<'a> {
    scheme: Option<&'a str>,
    authority: Option<&'a str>,
    path: &'a str,
    query: Option<&'a str>,
    fragment: Option<&'a str>,
}

impl<'a> Reference<'a> {
    fn split(text: &'a str) -> Self {
        let (rest, fragment) = cut(text, '#');
        let (rest, query) = cut(rest, '?');
        let (scheme, rest) = match rest.split_once(':') {
            Some((scheme, rest)) if is_scheme(scheme) => (Some(scheme), rest),
            _ => (None, rest),
        };
        let (authority, path) = match rest.strip_prefix("//") {
            Some(rest) => {
                let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
                (Some(authority), path)
            }
            None => (None, rest),
        };
        Self { scheme, authority, path, query, fragment }
    }
}

fn cut(text: &str, at: char) -> (&str, Option<&str>) {
    match text.split_once(at) {
        Some((before, after)) => (before, Some(after)),
        None => (text, None),
    }
}

/// RFC 3986, section 5.2.2.
fn resolve(base: &str, reference: &str) -> String {
    let (base, reference) = (Reference::split(base), Reference::split(reference));
    let mut query = reference.query;
    let (scheme, authority, path) = if reference.scheme.is_some() {
        let path = remove_dot_segments(reference.path);
        (reference.scheme, reference.authority, path)
    } else if reference.authority.is_some() {
        let path = remove_dot_segments(reference.path);
        (base.scheme, reference.authority, path)
    } else if reference.path.is_empty() {
        query = query.or(base.query);
        (base.scheme, base.authority, base.path.to_owned())
    } else if reference.path.starts_with('/') {
        let path = remove_dot_segments(reference.path);
        (base.scheme, base.authority, path)
    } else {
        let path = remove_dot_segments(&merge(&base, reference.path));
        (base.scheme, base.authority, path)
    };
    recompose(&Reference { scheme, authority, path: &path, query, fragment: reference.fragment })
}

/// RFC 3986, section 5.2.3.
fn merge(base: &Reference<'_>, path: &str) -> String {
    let directory = match base.path.rfind('/') {
        Some(slash) => &base.path[..=slash],
        None if base.authority.is_some() => "/",
        None => "",
    };
    format!("{directory}{path}")
}

/// RFC 3986, section 5.2.4, in the order of its steps A to E.
fn remove_dot_segments(path: &str) -> String {
    let mut output = String::with_capacity(path.len());
    let mut input = path;
    while !input.is_empty() {
        if let Some(rest) = input.strip_prefix("../").or(input.strip_prefix("./")) {
            input = rest;
        } else if input.starts_with("/./") {
            input = &input[2..];
        } else if input == "/." {
            input = "/";
        } else if input.starts_with("/../") || input == "/.." {
            input = if input.len() > 3 { &input[3..] } else { "/" };
            output.truncate(output.rfind('/').unwrap_or(0));
        } else if input == "." || input == ".." {
            input = "";
        } else {
            let slash = usize::from(input.starts_with('/'));
            let end = input[slash..].find('/').map_or(input.len(), |at| at + slash);
            output.push_str(&input[..end]);
            input = &input[end..];
        }
    }
    output
}

/// RFC 3986, section 5.3.
fn recompose(parts: &Reference<'_>) -> String {
    let mut uri = String::new();
    if let Some(scheme) = parts.scheme {
        uri.extend([scheme, ":"]);
    }
    if let Some(authority) = parts.authority {
        uri.extend(["//", authority]);
    } else if parts.path.starts_with("//") {
        // Without it the path would be read as an authority (section 3.3).
        uri.push_str("/.");
    }
    uri.push_str(parts.path);
    if let Some(query) = parts.query {
        uri.extend(["?", query]);
    }
    if let Some(fragment) = parts.fragment {
        uri.extend(["#", fragment]);
    }
    uri
}
