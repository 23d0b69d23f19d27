//! `#[derive(FromProblem)]`: a response is read as the case that it was sent for, and as no other.

#![allow(clippy::disallowed_names)]

use std::collections::BTreeMap;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use http::{header, HeaderMap, Response, StatusCode, Uri};
use httperr::{FieldErrors, FromProblem, HttpError, Problem, Unrecognized};
use serde::{Deserialize, Serialize};
use serde_json::json;

type Result<T> = std::result::Result<T, Unrecognized>;

fn read<T: FromProblem>(response: Response<impl AsRef<[u8]>>) -> Result<T> {
    let (parts, body) = response.into_parts();
    T::from_response(&parts, body.as_ref())
}

fn problem<T: FromProblem>(status: u16, body: &serde_json::Value) -> Result<T> {
    json_response(status, "application/problem+json", body)
}

fn json_response<T: FromProblem>(
    status: u16,
    content_type: &str,
    body: &serde_json::Value,
) -> Result<T> {
    let response = Response::builder().status(status).header("content-type", content_type);
    read(response.body(body.to_string()).unwrap())
}

fn reason<T: FromProblem + std::fmt::Debug>(result: Result<T>) -> String {
    result.unwrap_err().reason().to_owned()
}

#[track_caller]
fn assert_round_trip<T: HttpError + FromProblem + PartialEq + 'static>(error: T) {
    assert_eq!(read::<T>(error.to_response()).unwrap(), error);
}

#[track_caller]
fn assert_not_read<T: HttpError + FromProblem>(error: &T, expected: &str) {
    match read::<T>(error.to_response()) {
        Ok(other) => panic!("read as {other:?}"),
        Err(unrecognized) => assert_eq!(unrecognized.reason(), expected, "{error:?}"),
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Money {
    amount: i64,
    currency: String,
}

#[derive(Debug, PartialEq, thiserror::Error, HttpError, FromProblem)]
#[http(type_base = "https://api.example.com/problems")]
enum Typed {
    #[error("no account {id}")]
    #[http(404)]
    NoAccount { id: u64 },

    #[error("sign in first")]
    #[http(401, header(WWW_AUTHENTICATE = "Bearer"))]
    SignIn,

    #[error("too little credit")]
    #[http(422)]
    OutOfCredit {
        #[http(extension)]
        balance: Money,
        #[http(extension = "prices")]
        list: Vec<Money>,
        #[http(extension)]
        hint: Option<String>,
        #[http(extension)]
        large: u128,
    },

    #[error("too many requests")]
    #[http(429, retry_after = wait)]
    Limited { wait: Duration },

    #[error("busy")]
    #[http(503, retry_after = _0)]
    BusyUntil(SystemTime),

    #[error("slow down")]
    #[http(429, retry_after = _0, header("x-limit" = _1, "x-left" = _2))]
    Slow(Option<u64>, u32, Option<i8>),

    #[error("billing failed")]
    #[http(status = status, detail = "billing is not available")]
    Billing { status: StatusCode },

    #[error("invalid")]
    #[http(400, extension(errors = _0))]
    Invalid(FieldErrors),

    #[error("database")]
    #[http(500)]
    Database(std::io::ErrorKind),

    #[error("defaults")]
    #[http(409)]
    Conflict {
        #[http(default)]
        internal: Vec<u8>,
        #[http(extension)]
        version: u32,
    },

    #[error("hidden")]
    #[http(same_as = SignIn)]
    Hidden,
}

#[test]
fn every_case_whose_fields_are_sent_is_read_back() {
    let money = |amount| Money { amount, currency: "EUR".to_owned() };
    assert_round_trip(Typed::SignIn);
    for hint in [None, Some("pay".to_owned())] {
        let list = vec![money(1), money(-2)];
        let large = u128::MAX;
        assert_round_trip(Typed::OutOfCredit { balance: money(30), list, hint, large });
    }
    assert_round_trip(Typed::Limited { wait: Duration::from_secs(9) });
    assert_round_trip(Typed::BusyUntil(UNIX_EPOCH + Duration::from_secs(784_111_777)));
    assert_round_trip(Typed::Slow(None, 7, None));
    assert_round_trip(Typed::Slow(Some(3), 7, Some(-1)));
    assert_round_trip(Typed::Billing { status: StatusCode::BAD_GATEWAY });
    assert_round_trip(Typed::Conflict { internal: Vec::new(), version: 4 });
}

#[test]
fn a_case_with_a_field_that_is_not_sent_is_unrecognized_with_its_names() {
    let expected = "the field `id` of the case `NoAccount` is not sent";
    assert_not_read(&Typed::NoAccount { id: 7 }, expected);
    let expected = "the field `0` of the case `Database` is not sent";
    assert_not_read(&Typed::Database(std::io::ErrorKind::Other), expected);
    let unrecognized = read::<Typed>(Typed::NoAccount { id: 7 }.to_response()).unwrap_err();
    assert_eq!(unrecognized.case_name(), Some("NoAccount"));
    assert_eq!(unrecognized.problem().detail(), Some("no account 7"));
    assert_eq!(unrecognized.status(), 404);
    assert_eq!(unrecognized.headers()[header::CONTENT_TYPE], Problem::MEDIA_TYPE);
}

#[test]
fn a_case_that_is_sent_as_another_is_read_as_that() {
    assert_eq!(read::<Typed>(Typed::Hidden.to_response()).unwrap(), Typed::SignIn);
}

/// No field identifies a case, and two have the status 404.
#[derive(Debug, PartialEq, thiserror::Error, HttpError, FromProblem)]
enum Untyped {
    #[error("no account")]
    #[http(404)]
    NoAccount,
    #[error("no order")]
    #[http(404)]
    NoOrder,
    #[error("gone")]
    #[http(410)]
    Gone,
    #[error("conflict")]
    #[http(409, code = "conflict")]
    Conflict,
    #[error("locked")]
    #[http(409, code = 1409)]
    Locked,
    #[error("teapot")]
    #[http(409, type = "https://example.com/problems/teapot")]
    Teapot,
}

#[test]
fn without_a_type_a_code_identifies_the_case_and_then_a_status_of_one_case() {
    assert_round_trip(Untyped::Gone);
    assert_round_trip(Untyped::Conflict);
    assert_round_trip(Untyped::Locked);
    assert_round_trip(Untyped::Teapot);
    let expected = "several cases without a type of their own have the status 404: \
                    `NoAccount`, `NoOrder`";
    assert_not_read(&Untyped::NoAccount, expected);
    assert_not_read(&Untyped::NoOrder, expected);
}

#[test]
fn a_response_of_no_case_is_not_guessed() {
    let rows = [
        (
            404,
            json!({"type": "https://other.example/no-account"}),
            "no case has the type `https://other.example/no-account`",
        ),
        (409, json!({"code": "locked"}), "no case has the code \"locked\" and the status 409"),
        (409, json!({"code": "1409"}), "no case has the code \"1409\" and the status 409"),
        (410, json!({"code": "other"}), "no case has the code \"other\" and the status 410"),
        (500, json!({"code": "conflict"}), "no case has the code \"conflict\" and the status 500"),
        (409, json!({}), "no case has the status 409 and this kind of body"),
        // A problem type that is not known: the code belongs to another service.
        (
            409,
            json!({"type": "https://other.example/x", "code": "conflict"}),
            "no case has the type `https://other.example/x`",
        ),
    ];
    for (status, body, expected) in rows {
        assert_eq!(reason(problem::<Untyped>(status, &body)), expected, "{body}");
    }
}

#[test]
fn titles_and_details_are_not_compared() {
    let body =
        json!({"type": "about:blank", "title": "过期", "status": 999, "detail": "…", "x": 1});
    assert_eq!(problem::<Untyped>(410, &body).unwrap(), Untyped::Gone);
    // Members of the wrong type are absent (RFC 9457, section 3.1).
    let body = json!({"type": ["x"], "title": 7, "status": "410", "code": null});
    assert_eq!(problem::<Untyped>(410, &body).unwrap(), Untyped::Gone);
}

#[test]
fn a_type_identifies_the_case_whatever_the_status_is() {
    let body = json!({"type": "https://example.com/problems/teapot", "code": "conflict"});
    assert_eq!(problem::<Untyped>(503, &body).unwrap(), Untyped::Teapot);
}

#[test]
fn a_relative_type_is_resolved_against_the_uri_of_the_request() {
    let with_base = |base: Option<&'static str>, uri: &str| -> Result<Untyped> {
        let mut response = Response::builder()
            .status(409)
            .header("content-type", "Application/Problem+JSON; charset=utf-8")
            .body(json!({ "type": uri }).to_string())
            .unwrap();
        if let Some(base) = base {
            response.extensions_mut().insert(Uri::from_static(base));
        }
        read(response)
    };
    let base = Some("https://example.com/orders/7");
    for uri in ["/problems/teapot", "../problems/./teapot", "//example.com/problems/teapot"] {
        assert_eq!(with_base(base, uri).unwrap(), Untyped::Teapot, "{uri}");
        assert!(with_base(None, uri).is_err(), "{uri}");
    }
    assert!(with_base(Some("https://other.example/"), "/problems/teapot").is_err());
}

#[test]
fn a_body_that_cannot_be_read_is_unrecognized() {
    let typed =
        |body: &str| format!(r#"{{"type":"https://api.example.com/problems/conflict"{body}}}"#);
    let json = Problem::MEDIA_TYPE;
    let rows: &[(&str, String, &str)] = &[
        (json, typed(""), "the field `version` of the case `Conflict` is missing: there is no `/version`"),
        (json, typed(r#","version":"4""#), "the field `version` of the case `Conflict` cannot be read from `/version`: invalid type: string \"4\", expected u32 at line 1 column 3"),
        (json, typed(r#","version":4,"version":-1"#), "the field `version` of the case `Conflict` cannot be read from `/version`: invalid value: integer `-1`, expected u32 at line 1 column 2"),
        (json, typed(r#","version":1"#).replace('}', ""), "the body is not valid JSON: EOF while parsing an object at line 1 column 63"),
        (json, "[]".to_owned(), "the problem document is not a JSON object (RFC 9457, section 3)"),
        ("application/json", "7".to_owned(), "the body is neither a JSON object nor an array"),
        (json, String::new(), "no case has the status 409 and this kind of body"),
        ("text/html", "<h1>".to_owned(), "the content type is `text/html`"),
        ("text/\u{7f}", "<h1>".to_owned(), ""),
        ("application/json", typed(r#","version":1"#), "no case has the status 409 and this kind of body"),
        (json, format!("{}{}", typed(""), " ".repeat(httperr::BODY_LIMIT)), "the body is longer than the limit of 65536 bytes"),
    ];
    for (content_type, body, expected) in rows {
        let Ok(response) = Response::builder()
            .status(409)
            .header("content-type", *content_type)
            .body(body.clone())
        else {
            continue;
        };
        assert_eq!(reason(read::<Typed>(response)), *expected);
    }
    let response = Response::builder().status(409).body("x").unwrap();
    assert_eq!(reason(read::<Typed>(response)), "the response has no content type");
    let response = Response::builder().status(409).header("content-type", json).body(b"\"\xff\"");
    let expected = "the body is not UTF-8 (RFC 8259, section 8.1)";
    assert_eq!(reason(read::<Typed>(response.unwrap())), expected);
}

#[test]
fn headers_that_cannot_be_read_are_unrecognized() {
    let with = |name: &'static str, value: &'static str| {
        let error = Typed::Slow(Some(1), 2, Some(3));
        let mut response = error.to_response();
        response.headers_mut().remove(name);
        if !value.is_empty() {
            response.headers_mut().insert(name, value.parse().unwrap());
        }
        reason(read::<Typed>(response))
    };
    let field = |index: u8| format!("the field `{index}` of the case `Slow` ");
    assert_eq!(with("x-limit", ""), field(1) + "is missing: there is no header `x-limit`");
    assert_eq!(with("x-limit", "-7"), field(1) + "cannot be read from the header `x-limit: -7`");
    assert_eq!(with("x-left", "999"), field(2) + "cannot be read from the header `x-left: 999`");
    assert_eq!(
        with("retry-after", "soon"),
        field(0) + "cannot be read from the header `retry-after: soon`"
    );
}

/// The template names the code, and puts the members elsewhere.
#[derive(Debug, PartialEq, thiserror::Error, HttpError, FromProblem)]
#[http(body = {
    "ok": false,
    "error": { "code": code, "message": detail, "a/b~c"?: param, "details": [title, status, { ..extensions }] },
})]
enum Template {
    #[error("no account")]
    #[http(404)]
    NoAccount,
    #[error("no order")]
    #[http(404)]
    NoOrder,
    #[error("bad {param}")]
    #[http(422, code = 7)]
    Bad {
        param: String,
        #[http(extension)]
        limit: Option<u8>,
        #[http(extension)]
        unit: Money,
    },
    #[error("plain")]
    #[http(418, allow(deprecated), body = text)]
    Plain,
    #[error("empty")]
    #[http(410, body = empty, header("x-shop" = shop))]
    Empty { shop: String },
    #[error("nothing")]
    #[http(503, body = { ..money, "own": own })]
    Spread { money: Money, own: BTreeMap<String, u8> },
    #[error("map")]
    #[http(504, body = { "code": "x", ..map })]
    Map { map: BTreeMap<String, u8> },
}

#[test]
fn templates_are_read_back() {
    let unit = || Money { amount: 4, currency: "\"\\u00e9\u{0}".to_owned() };
    assert_round_trip(Template::NoAccount);
    assert_round_trip(Template::NoOrder);
    assert_round_trip(Template::Bad { param: "a".to_owned(), limit: Some(3), unit: unit() });
    assert_round_trip(Template::Bad { param: String::new(), limit: None, unit: unit() });
    assert_round_trip(Template::Plain);
    assert_round_trip(Template::Empty { shop: "here".to_owned() });
    let own = BTreeMap::from([("x".to_owned(), 1)]);
    assert_round_trip(Template::Spread { money: unit(), own: own.clone() });
    assert_round_trip(Template::Map { map: own });
}

#[test]
fn a_template_with_another_code_or_constant_is_unrecognized() {
    let body = json!({"ok": false, "error": {"code": "no-luck"}});
    let expected = "no case has the code \"no-luck\" and the status 404";
    assert_eq!(reason(json_response::<Template>(404, "application/json", &body)), expected);
    let body = json!({"error": {"code": "no-order", "details": ["Not Found", 404]}});
    let read = json_response::<Template>(404, "application/vnd.api+json", &body);
    assert_eq!(read.unwrap(), Template::NoOrder);
    // The status in a template is that of the response, unlike the advisory one of a problem document.
    let body = json!({"error": {"code": "no-order", "details": [null, 500]}});
    let expected = "no case has the code \"no-order\" and the status 404";
    assert_eq!(reason(json_response::<Template>(404, "application/json", &body)), expected);
    let body = json!({"code": "y"});
    let expected = "no case has the status 504 and this kind of body";
    assert_eq!(reason(json_response::<Template>(504, "application/json", &body)), expected);
}

/// Constants of the bodies tell cases apart that have one status.
#[derive(Debug, PartialEq, thiserror::Error, HttpError, FromProblem)]
enum Constants {
    #[error("one")]
    #[http(400, body = { "errno": 1, "message": detail })]
    One,
    #[error("two")]
    #[http(400, body = { "errno": 2, "message": detail })]
    Two,
    #[error("three")]
    #[http(409, extension(kind = "three"))]
    Three,
    #[error("four")]
    #[http(409, extension(kind = "four"))]
    Four,
}

#[test]
fn constants_tell_cases_apart() {
    for error in [Constants::One, Constants::Two, Constants::Three, Constants::Four] {
        assert_round_trip(error);
    }
    let body = json!({"errno": 3, "message": "one"});
    assert!(json_response::<Constants>(400, "application/json", &body).is_err());
}

#[derive(Debug, PartialEq, thiserror::Error, HttpError, FromProblem)]
#[http(type_base = "/problems")]
enum StockError {
    #[error("sold out")]
    #[http(409, extension(left = left))]
    SoldOut { left: u32 },
    #[error("closed")]
    #[http(403, title = "Closed", body = { "closed": true })]
    Closed,
}

#[derive(Debug, PartialEq, thiserror::Error, HttpError, FromProblem)]
enum Outer {
    #[error("no order")]
    #[http(404)]
    NoOrder,
    #[error(transparent)]
    #[http(transparent)]
    Stock(#[from] StockError),
    #[error("{source}")]
    #[http(transparent, extension(shop = shop))]
    Shop {
        #[source]
        source: Inner,
        shop: String,
    },
    #[error(transparent)]
    #[http(transparent)]
    Again(Box<Outer>),
    #[error(transparent)]
    #[http(transparent)]
    Server(ServerOnly),
}

#[derive(Debug, PartialEq, thiserror::Error, HttpError, FromProblem)]
#[error("inner")]
#[http(422, code = "inner", extension(more = _0))]
struct Inner(u8);

#[derive(Debug, PartialEq, thiserror::Error, HttpError)]
#[error("server only")]
#[http(503)]
struct ServerOnly;

#[test]
fn inner_errors_are_read() {
    assert_round_trip(Outer::NoOrder);
    assert_round_trip(Outer::Stock(StockError::SoldOut { left: 3 }));
    assert_round_trip(Outer::Stock(StockError::Closed));
    assert_round_trip(Outer::Shop { source: Inner(4), shop: "here".to_owned() });
    assert_eq!(
        read::<Outer>(Outer::Again(Box::new(Outer::NoOrder)).to_response()).unwrap(),
        Outer::NoOrder
    );
    let response = Outer::Server(ServerOnly).to_response();
    let reason = read::<Outer>(response).unwrap_err();
    assert_eq!(reason.reason(), "`from_problem::ServerOnly` does not implement `FromProblem`");
}

#[derive(Debug, PartialEq, thiserror::Error, HttpError, FromProblem)]
#[http(body = { "error": { "type": type, "code": code, "text": detail, "data": { ..extensions } }, "shop"?: shop })]
enum InEnvelope {
    #[error("no order")]
    #[http(404)]
    NoOrder,
    #[error(transparent)]
    #[http(transparent)]
    Stock(StockError),
    #[error("{source}")]
    #[http(transparent = source)]
    Inner { source: Inner, shop: Option<String> },
}

#[test]
fn inner_errors_are_read_in_the_envelope_of_the_outer_type() {
    assert_round_trip(InEnvelope::NoOrder);
    assert_round_trip(InEnvelope::Stock(StockError::SoldOut { left: 3 }));
    assert_round_trip(InEnvelope::Stock(StockError::Closed));
    for shop in [None, Some("here".to_owned())] {
        assert_round_trip(InEnvelope::Inner { source: Inner(4), shop });
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    Missing,
    Closed,
    Busy { wait: u64 },
    Limit(u8),
    Range(u8),
}

#[derive(Debug, PartialEq, thiserror::Error, HttpError, FromProblem)]
#[http(type_base = "https://api.example.com/problems")]
enum Matched {
    #[error("payment")]
    #[http(match kind {
        Kind::Missing => 404,
        Kind::Closed => (410, extension(closed = true)),
        Kind::Busy { wait } => (503, retry_after = wait),
        Kind::Limit(limit) => (429, extension(limit = limit)),
        Kind::Range(1..=5) => (409, code = "low"),
        Kind::Range(_) => 400,
    })]
    Payment { kind: Kind },
    #[error("wait")]
    #[http(match _0 { Some(wait) => (504, name = "Wait", retry_after = wait), None => (500, code = "failed") })]
    Wait(Option<u64>),
}

#[test]
fn a_payload_that_its_pattern_determines_is_rebuilt() {
    for kind in [Kind::Missing, Kind::Closed, Kind::Busy { wait: 7 }, Kind::Limit(3)] {
        assert_round_trip(Matched::Payment { kind });
    }
    assert_round_trip(Matched::Wait(None));
    assert_round_trip(Matched::Wait(Some(5)));
    for value in [3, 200] {
        let error = Matched::Payment { kind: Kind::Range(value) };
        let name = error.case().name().unwrap();
        assert_not_read(&error, &format!("the field `kind` of the case `{name}` is not sent"));
    }
}

#[derive(Debug, PartialEq, thiserror::Error, HttpError, FromProblem)]
#[http(type_base = "https://api.example.com/problems")]
enum Gateway {
    #[error("busy")]
    #[http(503)]
    Busy,
    #[error(transparent)]
    #[http(other)]
    Other(Problem),
}

#[derive(Debug, PartialEq, thiserror::Error, HttpError, FromProblem)]
enum AroundGateway {
    #[error("no order")]
    #[http(404)]
    NoOrder,
    #[error(transparent)]
    #[http(transparent)]
    Gateway(Gateway),
    #[error(transparent)]
    #[http(transparent)]
    Again(Box<AroundGateway>),
}

#[test]
fn all_other_problems_are_those_of_the_variant_other() {
    assert_round_trip(Gateway::Busy);
    let upstream = Problem::new(StatusCode::CONFLICT)
        .with_type("https://other.example/x")
        .with_detail("no")
        .with_extension("id", 7)
        .unwrap();
    let error = read::<Gateway>(upstream.to_response()).unwrap();
    assert_eq!(error, Gateway::Other(upstream.clone()));
    assert_eq!(error.to_response().body(), upstream.to_response().body());
    assert_eq!(error.status(), 409);
    let outer = read::<AroundGateway>(upstream.to_response()).unwrap();
    assert_eq!(outer, AroundGateway::Gateway(Gateway::Other(upstream)));
    // A page of a proxy.
    let page = Response::builder().status(502).header("content-type", "text/html").body("<h1>");
    let expected = Gateway::Other(Problem::new(StatusCode::BAD_GATEWAY));
    assert_eq!(read::<Gateway>(page.unwrap()).unwrap(), expected);
    // Not an error.
    assert!(read::<Gateway>(Response::new("")).is_err());
}

/// A client's own enum, which implements neither `Error` nor `HttpError`.
#[derive(Debug, PartialEq, FromProblem)]
#[http(type_base = "https://api.example.com/problems")]
enum OfClient<T> {
    #[http(401)]
    SignIn,
    #[http(422)]
    OutOfCredit {
        #[http(extension)]
        balance: T,
    },
    #[http(other)]
    Unknown(Box<Problem>),
}

#[test]
fn a_client_has_an_enum_of_its_own() {
    assert_eq!(read::<OfClient<u8>>(Typed::SignIn.to_response()).unwrap(), OfClient::SignIn);
    let balance = Money { amount: 1, currency: "EUR".to_owned() };
    let error = Typed::OutOfCredit { balance: balance.clone(), list: vec![], hint: None, large: 1 };
    let read_back = read::<OfClient<Money>>(error.to_response()).unwrap();
    assert_eq!(read_back, OfClient::OutOfCredit { balance });
    let unknown = read::<OfClient<u8>>(Typed::NoAccount { id: 7 }.to_response()).unwrap();
    assert!(matches!(unknown, OfClient::Unknown(problem) if problem.title() == Some("No account")));
}

#[test]
fn an_unpaired_surrogate_and_a_byte_order_mark_are_read() {
    let body = "\u{feff} {\"type\":\"https://api.example.com/problems/out-of-credit\",\
                \"balance\":{\"amount\":1,\"currency\":\"\\ud83d\"},\"prices\":[],\"large\":1} ";
    let response = Response::builder().status(422).header("content-type", Problem::MEDIA_TYPE);
    let balance = Money { amount: 1, currency: "\u{fffd}".to_owned() };
    let expected = Typed::OutOfCredit { balance, list: vec![], hint: None, large: 1 };
    assert_eq!(read::<Typed>(response.body(body).unwrap()).unwrap(), expected);
}

#[test]
fn field_errors_are_read_back() {
    let mut errors = FieldErrors::default();
    errors.push(["seats", "1"], "is taken");
    assert_round_trip(Typed::Invalid(errors));
    assert_round_trip(Typed::Invalid(FieldErrors::default()));
}

#[test]
fn an_unrecognized_response_is_small_and_keeps_what_was_received() {
    assert_eq!(std::mem::size_of::<Unrecognized>(), std::mem::size_of::<usize>());
    let mut headers = HeaderMap::new();
    headers.insert("retry-after", "7".parse().unwrap());
    let mut response = Response::builder().status(418).body("teapot").unwrap();
    *response.headers_mut() = headers;
    let unrecognized = read::<Typed>(response).unwrap_err();
    assert_eq!(unrecognized.body(), "teapot");
    assert_eq!(unrecognized.retry_after(), Some(Duration::from_secs(7)));
    assert_eq!(
        unrecognized.to_string(),
        "unrecognized response 418: the response has no content type"
    );
    assert_eq!(unrecognized.into_problem(), Problem::new(StatusCode::IM_A_TEAPOT));
}
