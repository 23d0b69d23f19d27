//! Parsing a [`Problem`]: from JSON, from a response and with serde.

use std::fmt;

use http::header::{HeaderMap, HeaderValue, CONTENT_TYPE};
use http::{Response, StatusCode};
use httperr_registry::{is_valid, PROBLEM_MEMBERS};
use serde::{Deserialize, Deserializer};
use serde_json::{Map, Number, Value};

use super::{valid_or_500, Problem};

/// Parsing.
impl Problem {
    /// Parses a JSON document as a consumer must (RFC 9457, section 3.1): a member whose value has
    /// the wrong type counts as absent, and so does a `status` that is not an integer within
    /// 100–599 (`404.0` is one). If a member appears more than once, the last one wins.
    ///
    /// An unpaired surrogate (`"\ud83d"`, as left behind when text is cut) is read as U+FFFD, and a
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
    /// Fails if the bytes are not JSON, or not an object, or exceed the limits of `serde_json`: more
    /// than 127 levels of nesting, or a number beyond `f64`.
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

    /// Parses the problem document of a response, see [`Problem::from_response_parts`].
    ///
    /// ```
    /// use httperr::{http, Problem};
    ///
    /// let response = http::Response::builder()
    ///     .status(404)
    ///     .header("content-type", "text/html")
    ///     .body("<h1>Not Found</h1>")?;
    ///
    /// // Fall back to the bare status code:
    /// let problem =
    ///     Problem::from_response(&response).unwrap_or_else(|_| Problem::new(response.status()));
    /// assert_eq!(problem.status().unwrap(), 404);
    /// # Ok::<(), http::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The same as for [`Problem::from_response_parts`].
    pub fn from_response(response: &Response<impl AsRef<[u8]>>) -> Result<Self, ReadError> {
        Self::from_response_parts(response.status(), response.headers(), response.body().as_ref())
    }

    /// Parses the problem document of a response that any HTTP client has received. The status of
    /// the response replaces the one in the document, which is advisory (RFC 9457, section 3.1.2).
    ///
    /// A status above 599 is not a status code and is read as 500 (RFC 9110, section 15).
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
    /// Fails if the `Content-Type` is not `application/problem+json` (in upper or lower case, with
    /// or without parameters), or if [`Problem::from_json`] fails for the body.
    pub fn from_response_parts(
        status: StatusCode,
        headers: &HeaderMap,
        body: &[u8],
    ) -> Result<Self, ReadError> {
        let content_type = headers.get(CONTENT_TYPE);
        if !content_type.is_some_and(is_problem_document) {
            return Err(ReadError::ContentType(content_type.cloned()));
        }
        let mut problem = Self::from_json(body)?;
        problem.status = Some(valid_or_500(status));
        Ok(problem)
    }

    fn from_members(members: Map<String, Value>) -> Self {
        let mut problem = Self::default();
        for (name, value) in members {
            match (name.as_str(), value) {
                ("type", Value::String(uri)) => problem = problem.with_type(uri),
                ("title", Value::String(title)) => problem.title = Some(title),
                ("status", Value::Number(number)) => problem.status = to_status(&number),
                ("detail", Value::String(detail)) => problem.detail = Some(detail),
                ("instance", Value::String(instance)) => problem.instance = Some(instance.into()),
                (name, _) if PROBLEM_MEMBERS.contains(&name) => {}
                (_, value) => {
                    problem.extensions.insert(name, value);
                }
            }
        }
        problem
    }
}

impl<'de> Deserialize<'de> for Problem {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Map::deserialize(deserializer).map(Self::from_members)
    }
}

/// The error of parsing a [`Problem`].
///
/// ```
/// use httperr::{Problem, ReadError};
///
/// assert!(matches!(Problem::from_json(b"[]"), Err(ReadError::NotAnObject)));
/// assert!(matches!(Problem::from_json(b"{"), Err(ReadError::Json(_))));
/// ```
#[derive(Debug)]
#[non_exhaustive]
pub enum ReadError {
    /// The response is not a problem document. Holds its `Content-Type`, if it has one.
    ContentType(Option<HeaderValue>),
    /// The content is not JSON, or exceeds the limits of the parser.
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

/// `404`, `404.0` and `4.04e2` are the same number (RFC 8259, section 6).
fn to_status(number: &Number) -> Option<StatusCode> {
    let number = number.as_f64()?;
    if number.fract() != 0.0 {
        return None;
    }
    // The cast saturates: a number that is not a `u16` becomes one that is not a status code.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let code = number as u16;
    StatusCode::from_u16(code).ok().filter(|_| is_valid(code))
}

fn is_problem_document(content_type: &HeaderValue) -> bool {
    let mut parts = content_type.as_bytes().split(|byte| *byte == b';');
    let media_type = parts.next().unwrap_or_default().trim_ascii();
    media_type.eq_ignore_ascii_case(Problem::MEDIA_TYPE.as_bytes())
}

/// Replaces each `\u` escape of an unpaired surrogate by `\ufffd`: the grammar of JSON allows them
/// (RFC 8259, section 8.2), but `serde_json` rejects the document.
pub(crate) fn without_lone_surrogates(json: &[u8]) -> Vec<u8> {
    let code_unit = |at: usize| -> Option<u16> {
        let digits = json.get(at..at + 6)?.strip_prefix(b"\\u")?;
        u16::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
    };
    let mut repaired = json.to_vec();
    let mut at = 0;
    // A backslash occurs only inside strings, so there is no need to know where these are.
    while let Some(distance) =
        json.get(at..).and_then(|rest| rest.iter().position(|byte| *byte == b'\\'))
    {
        at += distance;
        at += match (code_unit(at), code_unit(at + 6)) {
            (Some(0xD800..=0xDBFF), Some(0xDC00..=0xDFFF)) => 12,
            (Some(0xD800..=0xDFFF), _) => {
                repaired[at + 2..at + 6].copy_from_slice(b"fffd");
                6
            }
            _ => 2,
        };
    }
    repaired
}
