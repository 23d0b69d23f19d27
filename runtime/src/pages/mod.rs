//! Pages that document the errors of an API, for the people who open the `type` of a problem.
//!
//! [`Pages`] renders the [`Catalog`](crate::Catalog) of an error type: a list of all cases, and a page for
//! each. They are HTML without scripts, or JSON or Markdown if `Accept` prefers these, in English or
//! Chinese according to `Accept-Language`. What is private does not appear: the names of masked cases,
//! and the cases that are [`same_as`](derive@crate::HttpError#same_as) another.
//!
//! Each framework has a function that serves them at the path of the `type_base`:
//! `httperr::axum::pages`, `httperr::actix_web::pages` and `httperr::rocket::pages`.
//!
//! [`explain`] is the text of a page for a terminal.

pub(crate) mod html;
mod markdown;
pub(crate) mod words;

use std::borrow::Cow;
use std::fmt;

use bytes::Bytes;
use http::header::{
    HeaderMap, HeaderValue, ACCEPT, ACCEPT_LANGUAGE, CACHE_CONTROL, CONTENT_LANGUAGE,
    CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY, X_CONTENT_TYPE_OPTIONS,
};
use http::{Response, StatusCode};
use serde_json::{json, Value as Json};

use self::words::{Words, ENGLISH, LANGUAGES};
use crate::catalog::public::PublicCase;
use crate::catalog::schema::ValueSchemas;
use crate::http_error::HttpError;
use crate::negotiation;
use crate::problem::Problem;

/// The pages of an error type.
///
/// ```
/// use httperr::pages::Pages;
/// use httperr::http::HeaderMap;
/// use httperr::HttpError;
///
/// #[derive(Debug, thiserror::Error, HttpError)]
/// #[http(type_base = "https://api.example.com/problems")]
/// enum ApiError {
///     /// The account does not exist or was closed.
///     #[error("no account {id}")]
///     #[http(404)]
///     NoAccount { id: u64 },
/// }
///
/// let pages = Pages::new::<ApiError>().service("Example API");
/// let page = pages.respond("/problems/no-account", Some("no-account"), &HeaderMap::new());
/// assert_eq!(page.headers()["content-type"], "text/html; charset=utf-8");
/// let html = std::str::from_utf8(page.body()).unwrap();
/// assert!(html.contains("<p>The account does not exist or was closed.</p>"));
/// ```
#[derive(Clone, Debug)]
pub struct Pages {
    cases: Vec<PublicCase>,
    service: Option<Cow<'static, str>>,
}

/// The media types, the default first.
const MEDIA_TYPES: [&str; 3] = ["text/html", "application/json", "text/markdown"];

impl Pages {
    /// Creates the pages of an error type.
    #[must_use]
    pub fn new<E: HttpError>() -> Self {
        Pages { cases: E::catalog().public_cases(ValueSchemas::NONE), service: None }
    }

    /// Sets the name of the API, which is at the top of each page.
    #[must_use]
    pub fn service(mut self, name: impl Into<Cow<'static, str>>) -> Self {
        self.service = Some(name.into());
        self
    }

    /// Returns the response to a request: the list of all cases for a `key` of [`None`], else the page of
    /// the case with that machine code. An unknown one is a 404.
    ///
    /// `path` is that of the request as the client sent it, from which the links of a page are built.
    /// The response has an entity tag, and is a 304 if the client has the page already. Its content
    /// security policy allows nothing but the style of the page.
    pub fn respond(&self, path: &str, key: Option<&str>, headers: &HeaderMap) -> Response<Bytes> {
        let case = match key {
            None => None,
            Some(key) => match self.case(key) {
                Some(case) => Some(case),
                None => return Problem::new(StatusCode::NOT_FOUND).to_response(),
            },
        };
        let words = language(headers);
        let path = path.trim_end_matches('/');
        let media_type = negotiation::list(headers, &ACCEPT)
            .and_then(|accept| negotiation::media_type(&accept, &MEDIA_TYPES))
            .unwrap_or_default();
        let content = match (media_type, case) {
            (1, None) => {
                pretty_json(&self.cases.iter().map(|case| case_json(case, words)).collect())
            }
            (1, Some(case)) => pretty_json(&case_json(case, words)),
            (2, None) => markdown::index(&self.cases, words),
            (2, Some(case)) => markdown::page(case, words),
            (_, None) => html::index(self, path, words),
            (_, Some(case)) => {
                let index = path.rsplit_once('/').map_or("/", |(index, _)| index);
                html::page(self, case, if index.is_empty() { "/" } else { index }, words)
            }
        };
        respond(content, media_type, words, headers)
    }

    fn case(&self, key: &str) -> Option<&PublicCase> {
        self.cases.iter().find(|case| case.key() == key)
    }
}

fn language(headers: &HeaderMap) -> &'static Words {
    let offered = LANGUAGES.map(|words| words.language);
    let index = negotiation::list(headers, &ACCEPT_LANGUAGE)
        .and_then(|languages| negotiation::language(&languages, &offered))
        .unwrap_or_default();
    LANGUAGES.get(index).copied().unwrap_or(&ENGLISH)
}

fn respond(
    content: String,
    media_type: usize,
    words: &Words,
    request: &HeaderMap,
) -> Response<Bytes> {
    let tag = format!("\"{:016x}\"", hash(content.as_bytes()));
    let is_known = request.get_all(IF_NONE_MATCH).iter().any(|line| {
        let tags = line.to_str().unwrap_or_default().split(',').map(str::trim);
        tags.map(|tag| tag.trim_start_matches("W/")).any(|other| other == "*" || other == tag)
    });
    let mut response = Response::new(match is_known {
        true => Bytes::new(),
        false => content.into(),
    });
    let fields = response.headers_mut();
    fields.insert(VARY, HeaderValue::from_static("accept, accept-language"));
    fields.insert(CACHE_CONTROL, HeaderValue::from_static("public, max-age=3600"));
    if let Ok(tag) = HeaderValue::try_from(tag) {
        fields.insert(ETAG, tag);
    }
    if is_known {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
        return response;
    }
    let media_type = match media_type {
        1 => "application/json",
        2 => "text/markdown; charset=utf-8",
        _ => "text/html; charset=utf-8",
    };
    fields.insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
    fields.insert(CONTENT_LANGUAGE, HeaderValue::from_static(words.language));
    fields.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    if let Ok(policy) = HeaderValue::try_from(content_security_policy()) {
        fields.insert(CONTENT_SECURITY_POLICY, policy);
    }
    response
}

/// Returns the policy of a page, which allows nothing but its style.
pub(crate) fn content_security_policy() -> String {
    format!(
        "default-src 'none'; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'; \
         frame-ancestors 'none'",
        html::STYLE_HASH
    )
}

/// Returns the FNV-1a hash, which is the same in every build and process.
fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

fn case_json(case: &PublicCase, words: &Words) -> Json {
    let identity = case.identity;
    let mut json = json!({
        "key": case.key(),
        "status": case.status.map(|status| status.as_u16()),
        "title": case.title_in(words.language),
        "headers": case.headers.iter().map(|header| header.name.as_str()).collect::<Vec<_>>(),
    });
    let texts = [
        ("code", identity.and_then(|identity| identity.code)),
        ("type", identity.and_then(|identity| identity.type_uri)),
        ("description", identity.and_then(|identity| identity.description)),
        ("detail", case.detail_in(words.language)),
        ("media_type", case.media_type.as_deref()),
    ];
    for (name, text) in texts {
        if let Some(text) = text {
            json[name] = text.into();
        }
    }
    if let Some(body) = &case.body {
        json["schema"] = body.schema.clone();
        json["example"] =
            serde_json::from_str(&body.example).unwrap_or_else(|_| body.example.clone().into());
    }
    json
}

fn pretty_json(json: &Json) -> String {
    let mut text = serde_json::to_string_pretty(json).unwrap_or_default();
    text.push('\n');
    text
}

/// Returns JSON with a line for each member, in their order, and another text as it is.
pub(crate) fn pretty(json: &str) -> String {
    if serde_json::from_str::<serde::de::IgnoredAny>(json).is_err() {
        return json.to_owned();
    }
    let mut out = String::new();
    let (mut depth, mut in_string, mut is_escaped) = (0_usize, false, false);
    let line = |out: &mut String, depth: usize| {
        out.push('\n');
        out.extend(std::iter::repeat("  ").take(depth));
    };
    for char in json.chars() {
        let is_in_string = in_string;
        if in_string {
            (is_escaped, in_string) = (!is_escaped && char == '\\', is_escaped || char != '"');
        } else {
            in_string = char == '"';
        }
        match char {
            _ if is_in_string => out.push(char),
            '{' | '[' => {
                depth += 1;
                out.push(char);
                line(&mut out, depth);
            }
            '}' | ']' => {
                depth = depth.saturating_sub(1);
                match out.trim_end().ends_with(['{', '[']) {
                    true => out.truncate(out.trim_end().len()),
                    false => line(&mut out, depth),
                }
                out.push(char);
            }
            ',' => {
                out.push(char);
                line(&mut out, depth);
            }
            ':' => out.push_str(": "),
            _ => out.push(char),
        }
    }
    out
}

/// Returns the page of a case as text for a terminal, for a subcommand of a program.
///
/// ```
/// use httperr::{pages, HttpError};
///
/// #[derive(Debug, thiserror::Error, HttpError)]
/// enum ApiError {
///     /// The balance is below the price.
///     #[error("out of credit")]
///     #[http(402)]
///     OutOfCredit,
/// }
///
/// let text = pages::explain::<ApiError>("out-of-credit")?;
/// assert!(text.starts_with("# Payment Required\n\nThe balance is below the price.\n"));
///
/// let error = pages::explain::<ApiError>("out-of-credits").unwrap_err();
/// assert_eq!(error.to_string(), "unknown code `out-of-credits`: did you mean `out-of-credit`?");
/// # Ok::<(), pages::UnknownCode>(())
/// ```
///
/// # Errors
///
/// If no case has the code.
pub fn explain<E: HttpError>(code: &str) -> Result<String, UnknownCode> {
    let pages = Pages::new::<E>();
    match pages.case(code) {
        Some(case) => Ok(markdown::page(case, &ENGLISH)),
        None => Err(UnknownCode {
            code: code.to_owned(),
            nearest: nearest(code, pages.cases.iter().map(PublicCase::key)),
        }),
    }
}

/// The error of [`explain`] for a code that no case has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownCode {
    code: String,
    nearest: Option<String>,
}

impl fmt::Display for UnknownCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unknown code `{}`", self.code)?;
        match &self.nearest {
            Some(nearest) => write!(f, ": did you mean `{nearest}`?"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for UnknownCode {}

/// Returns the key that differs in at most a third of the characters.
fn nearest(code: &str, keys: impl Iterator<Item = String>) -> Option<String> {
    let near = keys.map(|key| (distance(code, &key), key));
    let near = near.filter(|(distance, _)| *distance <= (code.chars().count() / 3).max(1));
    near.min_by_key(|(distance, _)| *distance).map(|(_, key)| key)
}

/// Returns the Levenshtein distance.
fn distance(left: &str, right: &str) -> usize {
    let right: Vec<char> = right.chars().take(256).collect();
    let mut above: Vec<usize> = (0..=right.len()).collect();
    for (row, this) in left.chars().take(256).enumerate() {
        let mut current = vec![row + 1];
        for (column, that) in right.iter().enumerate() {
            let replace = above[column] + usize::from(this != *that);
            current.push(replace.min(above[column + 1] + 1).min(current[column] + 1));
        }
        above = current;
    }
    above[right.len()]
}
