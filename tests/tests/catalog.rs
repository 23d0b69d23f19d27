//! The catalog describes what is sent.

use std::collections::HashMap;
use std::time::Duration;

use httperr::{BodyFormat, ErrorView, FieldErrors, HttpError};
use serde_json::{json, Value};

#[derive(Debug, serde::Serialize)]
struct Money {
    amount: i64,
}

#[derive(Debug, thiserror::Error, HttpError)]
#[http(type_base = "https://api.example.com/problems")]
enum ApiError {
    /// The account does not exist.
    #[error("no account {id}")]
    #[http(404)]
    NoAccount { id: u64 },
    #[error("sign in first")]
    #[http(401, header(WWW_AUTHENTICATE = "Bearer"))]
    SignIn,
    #[error("balance {balance} is too low")]
    #[http(422, extension(limits = limits), extension(sum = balance + 1))]
    OutOfCredit {
        #[http(extension, example = -30)]
        balance: i64,
        #[http(extension)]
        price: Option<Money>,
        limits: Vec<Option<u8>>,
    },
    #[error("busy")]
    #[http(429, retry_after = wait, header("x-trace" = trace))]
    Limited { wait: Duration, trace: Option<String> },
    #[error("the form is wrong")]
    #[http(422, extension(errors = _0))]
    Invalid(FieldErrors),
    #[error("canary-text")]
    #[http(500, tag(canary_tag = "canary-tag"))]
    CanaryMasked,
    #[error("billing responded {status}")]
    #[http(status = status, detail = "billing is not available")]
    Billing { status: u16 },
    #[error("canary-hidden")]
    #[http(same_as = SignIn)]
    CanaryHidden,
    /// Canary documentation of an arm that is private.
    #[allow(dead_code)]
    #[error("database")]
    #[http(match _0 { true => (409, code = "duplicate", detail = "exists"), _ => 500 })]
    Database(bool),
}

fn case(name: &str) -> httperr::Case {
    ApiError::catalog().cases().find(|case| case.name() == Some(name)).unwrap()
}

fn body(error: &dyn HttpError) -> Value {
    serde_json::from_slice(error.to_response().body()).unwrap()
}

#[test]
fn the_text_of_a_declaration_is_known_as_it_is_written() {
    assert_eq!(case("NoAccount").detail_template(), Some("no account {id}"));
    assert_eq!(case("NoAccount").detail(), None);
    assert_eq!(case("SignIn").detail_template(), None);
    assert_eq!(case("SignIn").detail(), Some("sign in first"));
    assert_eq!(case("CanaryMasked").detail_template(), None);
}

#[test]
fn the_names_of_all_headers_are_known() {
    let names = |name| case(name).header_names().map(|name| name.to_string()).collect::<Vec<_>>();
    assert_eq!(names("SignIn"), ["www-authenticate"]);
    assert_eq!(names("Limited"), ["x-trace", "retry-after"]);
    assert!(names("NoAccount").is_empty());
}

#[test]
fn a_schema_accepts_what_is_sent_and_nothing_with_another_type() {
    let errors = [
        ("NoAccount", Box::new(ApiError::NoAccount { id: 7 }) as Box<dyn HttpError>),
        ("SignIn", Box::new(ApiError::SignIn)),
        (
            "OutOfCredit",
            Box::new(ApiError::OutOfCredit {
                balance: -1,
                price: Some(Money { amount: 5 }),
                limits: vec![Some(1), None],
            }),
        ),
        (
            "OutOfCredit",
            Box::new(ApiError::OutOfCredit { balance: -1, price: None, limits: Vec::new() }),
        ),
        ("Limited", Box::new(ApiError::Limited { wait: Duration::from_secs(3), trace: None })),
        ("Invalid", Box::new(ApiError::Invalid(FieldErrors::new()))),
        ("CanaryMasked", Box::new(ApiError::CanaryMasked)),
        ("Billing", Box::new(ApiError::Billing { status: 503 })),
    ];
    for (name, error) in errors {
        let schema = case(name).schema().unwrap();
        let validator = jsonschema::validator_for(&schema).unwrap();
        let sent = body(&*error);
        assert!(validator.is_valid(&sent), "{name}: {schema:#} does not accept {sent:#}");
        let example: Value = serde_json::from_str(&case(name).example().unwrap()).unwrap();
        assert!(validator.is_valid(&example), "{name}: {schema:#} does not accept {example:#}");
        for member in ["title", "status"] {
            let mut other = sent.clone();
            other[member] = json!([]);
            assert!(!validator.is_valid(&other), "{name}: {member}");
        }
    }
}

#[test]
fn an_example_has_the_members_in_the_order_in_which_they_are_sent() {
    assert_eq!(
        case("OutOfCredit").example().unwrap(),
        r#"{"type":"https://api.example.com/problems/out-of-credit","title":"Out of credit","status":422,"detail":"balance {balance} is too low","limits":[0],"balance":-30}"#
    );
}

#[test]
fn a_constant_body_is_its_own_example() {
    for error in [ApiError::SignIn, ApiError::CanaryMasked, ApiError::CanaryHidden] {
        let sent = error.to_response().into_body();
        assert_eq!(error.case().example().unwrap(), sent);
    }
}

/// The whole format, with its line breaks.
#[test]
fn the_catalog_as_json_has_a_line_for_each_fact() {
    let json = ApiError::catalog().to_json();
    let expected = r#"    {
      "name": "OutOfCredit",
      "status": 422,
      "code": "out-of-credit",
      "title": "Out of credit",
      "type": "https://api.example.com/problems/out-of-credit",
      "detail_template": "balance {balance} is too low",
      "media_type": "application/problem+json",
      "body": {
        "/type": "\"https://api.example.com/problems/out-of-credit\"",
        "/title": "string",
        "/status": "422",
        "/detail": "string",
        "/limits": "array of integer (u8) or null",
        "/sum?": "any",
        "/balance": "integer (i64)",
        "/price?": "`Money`",
        "/instance?": "string",
        "/request_id?": "string"
      },
      "log": "debug"
    },
"#;
    assert!(json.contains(expected), "{json}");
    assert!(json.contains(r#""canary_tag": "canary-tag""#), "the contract has private facts");
    assert!(json.contains("\"status\": \"from the value\""));
}

#[test]
fn what_is_private_is_in_no_document_for_clients() {
    let documents =
        [ApiError::catalog().to_markdown(), format!("{:#}", ApiError::catalog().openapi())];
    for document in documents {
        assert!(!document.to_lowercase().contains("canary"), "{document}");
        assert!(document.contains("Internal Server Error"));
    }
}

#[derive(Debug, thiserror::Error, HttpError)]
enum Inner {
    #[error("sold out")]
    #[http(409, extension(left = _0))]
    SoldOut(u8),
    #[error("plain")]
    #[http(400, body = text)]
    Plain,
    #[error("no item")]
    #[http(404, header("x-own" = "inner"))]
    NoItem,
}

#[derive(Debug, thiserror::Error, HttpError)]
#[allow(dead_code)] // Only the catalog of some variants is looked at.
#[http(
    body = { "error": { "code": code, "message": detail, ..extensions } },
    header("x-api" = "2", "x-own" = "outer"),
)]
enum Outer {
    #[error("{source}")]
    #[http(transparent, header("x-service" = "stock"), extension(shop = shop))]
    Stock { source: Inner, shop: u32 },
    #[error("kind")]
    #[http(match _0 { Kind::Inner(inner) => (transparent = inner), Kind::Other => 503 })]
    Kind(Kind),
}

#[derive(Debug)]
#[allow(dead_code)]
enum Kind {
    Inner(Deep),
    Other,
}

impl std::fmt::Display for Kind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("kind")
    }
}

#[derive(Debug, thiserror::Error, HttpError)]
#[error("deep")]
#[http(404)]
struct Deep;

impl From<Inner> for Outer {
    fn from(source: Inner) -> Self {
        Outer::Stock { source, shop: 7 }
    }
}

#[test]
fn the_cases_of_an_inner_error_are_described_in_their_envelope() {
    let responses = Outer::catalog().openapi();
    for error in [Inner::SoldOut(3), Inner::Plain, Inner::NoItem].map(Outer::from) {
        let response = error.to_response();
        let status = response.status().as_str().to_owned();
        let media_type = response.headers()["content-type"].to_str().unwrap();
        let schema = &responses[&status]["content"][media_type]["schema"];
        let sent = serde_json::from_slice(response.body())
            .unwrap_or_else(|_| std::str::from_utf8(response.body()).unwrap().into());
        let validator = jsonschema::validator_for(schema).unwrap();
        assert!(validator.is_valid(&sent), "{schema:#} does not accept {sent:#}");
        for name in ["x-service", "x-api", "x-own"] {
            let described = &responses[&status]["headers"][name]["schema"]["enum"];
            assert_eq!(described[0], response.headers()[name].to_str().unwrap(), "{name}");
        }
    }
    let sold_out = &responses["409"]["content"]["application/json"]["schema"];
    let error = &sold_out["properties"]["error"];
    assert_eq!(error["properties"]["left"]["type"], "integer");
    assert_eq!(error["properties"]["shop"]["type"], "integer");
    assert_eq!(error["required"], json!(["code", "message", "left", "shop"]));
}

#[test]
fn the_catalog_has_the_cases_of_an_error_that_a_pattern_binds() {
    let names: Vec<_> = Outer::catalog().cases().filter_map(|case| case.name()).collect();
    assert_eq!(names, ["KindOther", "SoldOut", "Plain", "NoItem", "Deep"]);
}

struct Xml;

impl BodyFormat for Xml {
    const CONTENT_TYPE: &'static str = "application/xml";

    fn write(_: &ErrorView<'_>, body: &mut Vec<u8>) -> Result<(), Box<dyn std::error::Error>> {
        body.extend_from_slice(b"<Error/>");
        Ok(())
    }
}

#[derive(Debug, thiserror::Error, HttpError)]
#[allow(dead_code)]
#[http(codes(rename_all = "PascalCase"))]
enum Formats {
    #[error("no bucket")]
    #[http(404, body = Xml)]
    NoBucket,
    #[error("text")]
    #[http(400, body = text)]
    Text,
    #[error("empty")]
    #[http(406, body = empty)]
    Empty,
    #[error("not modified")]
    #[http(304, allow(redirect))]
    NotModified,
    #[error("map")]
    #[http(422, body = { "a?b": _0, "list": [1, (_0.len())], "code": code, ..(_0) })]
    Map(HashMap<String, u8>),
}

#[test]
fn each_format_of_a_body_has_its_media_type() {
    let responses = Formats::catalog().openapi();
    let media_types = |status: &str| {
        let content = responses[status]["content"].as_object();
        content.into_iter().flatten().map(|(name, _)| name.clone()).collect::<Vec<_>>()
    };
    assert_eq!(media_types("404"), ["application/xml"]);
    assert_eq!(media_types("400"), ["text/plain; charset=utf-8"]);
    assert_eq!(media_types("422"), ["application/json"]);
    assert!(media_types("406").is_empty() && media_types("304").is_empty());
    let text = &responses["400"]["content"]["text/plain; charset=utf-8"];
    assert_eq!(text["schema"], json!({ "type": "string" }));
    assert_eq!(text["examples"]["Text"]["value"], "text");
    let map = &responses["422"]["content"]["application/json"]["schema"];
    assert_eq!(map["properties"]["a?b"]["additionalProperties"]["minimum"], 0);
    assert_eq!(map["properties"]["code"]["enum"], json!(["Map"]));
}

#[test]
fn cases_of_a_status_are_alternatives_that_a_constant_member_tells_apart() {
    let responses = ApiError::catalog().openapi();
    let content = &responses["422"]["content"]["application/problem+json"];
    assert_eq!(content["schema"]["oneOf"].as_array().unwrap().len(), 2);
    assert_eq!(content["schema"]["oneOf"][0]["title"], "OutOfCredit");
    assert!(content["examples"]["invalid"]["value"]["errors"][0]["pointer"].is_string());
    assert_eq!(responses["429"]["headers"]["retry-after"]["schema"]["type"], "integer");
    assert_eq!(responses["401"]["headers"]["www-authenticate"]["required"], true);
    assert!(responses["default"]["content"]["application/problem+json"].is_object());
}

#[derive(Debug, thiserror::Error, HttpError)]
#[allow(dead_code)]
#[http(codes(rename_all = "SCREAMING_SNAKE_CASE"))]
enum Names {
    #[error("no bucket")]
    #[http(404, header("x_under" = "1"), body = { "a/b": { "c_d": 1 }, "title": title, "code": code })]
    NoBucket,
    #[error("a|b")]
    #[http(400, body = text)]
    Text,
}

#[test]
fn names_are_written_as_they_are_sent() {
    assert_eq!(
        Names::catalog().to_markdown(),
        "| status | code | title | when | headers | members |\n\
         |---|---|---|---|---|---|\n\
         | 404 | `NO_BUCKET` | Not Found | no bucket | `x_under` | `a/b.c_d`, `title`, `code` |\n\
         | 400 | `TEXT` | Bad Request | a\\|b |  |  |\n"
    );
    assert_eq!(
        Names::catalog().to_string(),
        "404 NO_BUCKET NoBucket, headers x_under, application/json, members a/b.c_d title code: no bucket\n\
         400 TEXT Text, text/plain; charset=utf-8: a|b\n"
    );
}
