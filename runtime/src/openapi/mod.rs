//! The responses of an error type for OpenAPI.
//!
//! Each feature implements the trait of one library for every derived type, so that what an operation
//! can respond needs no further attribute:
//!
//! | feature | library | trait | where |
//! |---|---|---|---|
//! | `utoipa` | [utoipa](https://docs.rs/utoipa) 6 | `IntoResponses` | `responses(ApiError)` of `#[utoipa::path]` |
//! | `utoipa5` | utoipa 5 | `IntoResponses` | the same |
//! | `aide` | [aide](https://docs.rs/aide) 0.15 | `OperationOutput` | a handler that returns `Result<_, ApiError>` |
//! | `poem-openapi` | [poem-openapi](https://docs.rs/poem-openapi) 5 | `ApiResponse` | the same |
//!
//! For others, [`Catalog::openapi`] returns the same as JSON.
//!
//! A member whose type implements the trait of the library (`ToSchema`, `JsonSchema`, `Type`) has its
//! schema. One whose type does not accepts anything.
//!
//! `#[http(without(utoipa))]` leaves the implementation out, for a type that has one of its own.

// One neutral model, from which each library's types are built. OpenAPI has one response for each
// status, so that the cases of a status are joined: their schemas in `oneOf` where a member
// distinguishes them and `anyOf` elsewhere, and each with an example of its own, since viewers show
// only the first schema.

#[cfg(feature = "aide")]
#[doc(hidden)]
pub mod aide;
#[cfg(feature = "poem-openapi")]
#[doc(hidden)]
pub mod poem_openapi;
#[cfg(any(feature = "aide", feature = "poem-openapi", feature = "utoipa", feature = "utoipa5"))]
pub(crate) mod types;
#[cfg(any(feature = "utoipa", feature = "utoipa5"))]
#[path = "utoipa.rs"]
mod utoipa_adapter;

#[cfg(feature = "utoipa")]
pub use self::utoipa_adapter::utoipa;
#[cfg(feature = "utoipa5")]
pub use self::utoipa_adapter::utoipa5;

use std::collections::BTreeMap;

use serde_json::{json, Map, Value as Json};

use crate::catalog::public::PublicCase;
use crate::catalog::schema::ValueSchemas;
use crate::catalog::Catalog;

/// The responses by status; that of the key [`None`] is for a status that comes from the value.
pub(crate) type Responses = BTreeMap<Option<u16>, Response>;

/// The response of a status.
#[derive(Clone, Debug)]
pub(crate) struct Response {
    /// The cases, as a list in Markdown.
    pub(crate) description: String,
    pub(crate) headers: BTreeMap<String, Header>,
    /// The content by media type.
    pub(crate) content: BTreeMap<String, Content>,
}

#[derive(Clone, Debug)]
pub(crate) struct Header {
    /// It is in every response.
    pub(crate) is_required: bool,
    pub(crate) schema: Json,
}

#[derive(Clone, Debug)]
pub(crate) struct Content {
    /// The schema of each case.
    pub(crate) cases: Vec<CaseSchema>,
    /// A member has a different constant in each case.
    pub(crate) is_distinguished: bool,
}

#[derive(Clone, Debug)]
pub(crate) struct CaseSchema {
    /// The name of the case, unless it is private.
    #[cfg(feature = "aide")]
    pub(crate) name: Option<&'static str>,
    /// The name of the example, which no other case of the response has.
    pub(crate) key: String,
    pub(crate) summary: String,
    pub(crate) description: Option<&'static str>,
    pub(crate) schema: Json,
    pub(crate) example: Json,
}

impl CaseSchema {
    /// Returns the name of the schema among the components, in the responses of the type `of`: of
    /// letters, digits, and `_` (OpenAPI 3.1, section 4.8.7.1).
    #[cfg(feature = "aide")]
    pub(crate) fn component(&self, of: &str) -> Option<String> {
        let of = of.trim_start_matches("r#");
        let name = self.name?;
        let is_allowed = |char: char| char.is_ascii_alphanumeric() || char == '_';
        let name = if name == of { name.to_owned() } else { format!("{of}{name}") };
        Some(name).filter(|name| name.chars().all(is_allowed))
    }
}

impl Content {
    /// Returns the schema of the content, from the schemas of its cases.
    pub(crate) fn schema(&self, case: impl FnMut(&CaseSchema) -> Json) -> Json {
        let mut schemas: Vec<Json> = self.cases.iter().map(case).collect();
        schemas.dedup();
        match schemas.len() {
            1 => schemas.remove(0),
            _ if self.is_distinguished => json!({ "oneOf": schemas }),
            _ => json!({ "anyOf": schemas }),
        }
    }
}

impl Catalog {
    /// Returns the `responses` object of an OpenAPI operation (OpenAPI 3.1, section 4.8.16): a response
    /// for each status, with the schema, the example and the headers of each case.
    ///
    /// It is valid in OpenAPI 3.0 too, unless a member may be `null`. A status that comes from the value
    /// is the response `default`. The cases of masked errors appear as their status alone.
    ///
    /// ```
    /// use httperr::HttpError;
    ///
    /// #[derive(Debug, thiserror::Error, HttpError)]
    /// #[error("no order {0}")]
    /// #[http(404)]
    /// struct NoOrder(u64);
    ///
    /// let responses = NoOrder::catalog().openapi();
    /// let content = &responses["404"]["content"]["application/problem+json"];
    /// assert_eq!(content["schema"]["properties"]["status"]["enum"][0], 404);
    /// assert_eq!(content["examples"]["no-order"]["value"]["detail"], "no order {0}");
    /// ```
    #[must_use]
    pub fn openapi(self) -> serde_json::Value {
        to_json(&responses(self, ValueSchemas::NONE))
    }
}

/// Returns the responses of a catalog. `schemas` has the types that a library knows.
pub(crate) fn responses(catalog: Catalog, schemas: ValueSchemas<'_>) -> Responses {
    let mut by_status: BTreeMap<Option<u16>, Vec<PublicCase>> = BTreeMap::new();
    for case in catalog.public_cases(schemas) {
        let status = case.status.map(|status| status.as_u16());
        by_status.entry(status).or_default().push(case);
    }
    by_status.into_iter().map(|(status, cases)| (status, response(&cases))).collect()
}

fn response(cases: &[PublicCase]) -> Response {
    let mut description: Vec<String> = Vec::new();
    for case in cases {
        let line = match case.identity.and_then(|identity| identity.description) {
            Some(text) => format!("- **{}**: {}", case.title, text.replace('\n', "\n  ")),
            None => format!("- **{}**", case.title),
        };
        if !description.contains(&line) {
            description.push(line);
        }
    }
    let mut content: BTreeMap<String, Vec<&PublicCase>> = BTreeMap::new();
    for case in cases.iter().filter(|case| case.body.is_some()) {
        let media_type = case.media_type.clone().unwrap_or_else(|| "*/*".to_owned());
        content.entry(media_type).or_default().push(case);
    }
    Response {
        description: description.join("\n"),
        headers: headers(cases),
        content: content
            .into_iter()
            .map(|(media_type, cases)| (media_type, content_of(&cases)))
            .collect(),
    }
}

fn headers(cases: &[PublicCase]) -> BTreeMap<String, Header> {
    let mut headers = BTreeMap::new();
    for header in cases.iter().flat_map(|case| &case.headers) {
        let all: Vec<_> = cases
            .iter()
            .flat_map(|case| &case.headers)
            .filter(|other| other.name == header.name)
            .collect();
        let is_constant = all.iter().all(|other| other.value.is_some());
        let mut values: Vec<&String> =
            all.iter().filter_map(|other| other.value.as_ref()).collect();
        values.dedup();
        let is_delay = header.name == "retry-after"
            && all.iter().all(|other| match &other.value {
                Some(value) => value.bytes().all(|byte| byte.is_ascii_digit()),
                None => !other.ty.ends_with("SystemTime"),
            });
        let schema = match (is_delay, is_constant) {
            (true, _) => json!({ "type": "integer" }),
            (false, true) => json!({ "type": "string", "enum": values }),
            (false, false) => json!({ "type": "string" }),
        };
        let is_in_every_case = cases.iter().all(|case| {
            case.headers.iter().any(|other| other.name == header.name && other.value.is_some())
        });
        headers.insert(header.name.clone(), Header { is_required: is_in_every_case, schema });
    }
    headers
}

fn content_of(cases: &[&PublicCase]) -> Content {
    let mut schemas: Vec<CaseSchema> = Vec::new();
    for case in cases {
        let Some(body) = &case.body else { continue };
        let key = case.key();
        let is_taken = |key: &String| schemas.iter().any(|other| other.key == *key);
        let numbered = (2..).map(|number| format!("{key}-{number}"));
        let key = [key.clone()].into_iter().chain(numbered).find(|key| !is_taken(key));
        schemas.push(CaseSchema {
            #[cfg(feature = "aide")]
            name: case.identity.and_then(|identity| identity.name),
            key: key.unwrap_or_default(),
            summary: case.title.clone(),
            description: case.identity.and_then(|identity| identity.description),
            schema: body.schema.clone(),
            example: match serde_json::from_str(&body.example) {
                Ok(json) if body.schema["type"] != "string" => json,
                _ => body.example.clone().into(),
            },
        });
    }
    Content { cases: schemas, is_distinguished: is_distinguished(cases) }
}

/// Returns whether a member that every case has is constant, and different in each.
fn is_distinguished(cases: &[&PublicCase]) -> bool {
    let paths = cases.iter().flat_map(|case| &case.body).flat_map(|body| &body.members);
    paths.map(|member| member.path.as_str()).any(|path| {
        let mut values: Vec<Option<&str>> = cases.iter().map(|case| case.constant(path)).collect();
        let count = values.len();
        values.sort_unstable();
        values.dedup();
        values.len() == count && values.iter().all(Option::is_some)
    })
}

#[cfg(any(feature = "aide", feature = "poem-openapi", feature = "utoipa", feature = "utoipa5"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __adapt_openapi {
    ($($input:tt)*) => {
        $crate::__adapt_aide! { $($input)* }
        $crate::__adapt_poem_openapi! { $($input)* }
        $crate::__adapt_utoipa! { $($input)* }
        $crate::__adapt_utoipa5! { $($input)* }
    };
}

// One empty macro without all of them, which costs a declaration less than four.
#[cfg(not(any(
    feature = "aide",
    feature = "poem-openapi",
    feature = "utoipa",
    feature = "utoipa5"
)))]
#[doc(hidden)]
#[macro_export]
macro_rules! __adapt_openapi {
    ($($input:tt)*) => {};
}

#[cfg(not(feature = "aide"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __adapt_aide {
    ($($input:tt)*) => {};
}

#[cfg(not(feature = "poem-openapi"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __adapt_poem_openapi {
    ($($input:tt)*) => {};
}

#[cfg(not(feature = "utoipa"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __adapt_utoipa {
    ($($input:tt)*) => {};
}

#[cfg(not(feature = "utoipa5"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __adapt_utoipa5 {
    ($($input:tt)*) => {};
}

/// Returns the responses as the JSON of an OpenAPI `responses` object.
pub(crate) fn to_json(responses: &Responses) -> Json {
    let mut object = Map::new();
    for (status, response) in responses {
        let status = status.map_or_else(|| "default".to_owned(), |status| status.to_string());
        object.insert(status, response_json(response, &mut |case| case.schema.clone()));
    }
    Json::Object(object)
}

/// Returns the JSON of a response. `schema` returns the schema of a case, or a reference to it.
pub(crate) fn response_json(
    response: &Response,
    schema: &mut dyn FnMut(&CaseSchema) -> Json,
) -> Json {
    let mut json = json!({ "description": response.description });
    if !response.headers.is_empty() {
        let headers = response.headers.iter().map(|(name, header)| {
            let mut json = json!({ "schema": header.schema });
            if header.is_required {
                json["required"] = true.into();
            }
            (name.clone(), json)
        });
        json["headers"] = Json::Object(headers.collect());
    }
    if !response.content.is_empty() {
        let content = response.content.iter().map(|(media_type, content)| {
            let examples = content.cases.iter().map(|case| (case.key.clone(), example_json(case)));
            let content = json!({
                "schema": content.schema(&mut *schema),
                "examples": examples.collect::<Map<_, _>>(),
            });
            (media_type.clone(), content)
        });
        json["content"] = Json::Object(content.collect());
    }
    json
}

fn example_json(case: &CaseSchema) -> Json {
    let mut json = json!({ "summary": case.summary, "value": case.example });
    if let Some(text) = case.description {
        json["description"] = text.into();
    }
    json
}
