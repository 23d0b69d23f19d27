//! The response of a declaration: one test for each key of `#[http(…)]`.

use std::borrow::Cow;
use std::fmt::{self, Display};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use httperr::http::{HeaderName, HeaderValue, StatusCode};
use httperr::{Case, Context, HttpError, Problem};
use serde_json::{json, Value};
use thiserror::Error;

#[track_caller]
fn body(error: &dyn HttpError) -> Value {
    let response = error.to_response();
    let body: Value = serde_json::from_slice(response.body()).expect("the body is JSON");
    assert_eq!(body["status"], response.status().as_u16(), "the body has the status that is sent");
    assert_eq!(response.headers()["content-type"], "application/problem+json");
    assert_eq!(response.status(), error.status());
    assert_eq!(body.get("detail").and_then(Value::as_str).map(Cow::Borrowed), error.detail());
    body
}

#[track_caller]
fn header(error: &dyn HttpError, name: &str) -> Option<String> {
    let response = error.to_response();
    let values: Vec<_> = response.headers().get_all(name).iter().collect();
    assert!(values.len() <= 1, "{name} is there {} times", values.len());
    values.first().map(|value| value.to_str().unwrap().to_owned())
}

#[test]
fn a_status_is_a_number_a_name_or_a_key() {
    #[derive(Debug, Error, HttpError)]
    enum StatusError {
        #[error("a")]
        #[http(404)]
        Number,
        #[error("b")]
        #[http(CONTENT_TOO_LARGE)]
        Name,
        #[error("c")]
        #[http(status = 409)]
        Key,
        #[error("d")]
        #[http(status = GONE)]
        KeyName,
    }
    let statuses = [StatusError::Number, StatusError::Name, StatusError::Key, StatusError::KeyName]
        .map(|error| error.status().as_u16());
    assert_eq!(statuses, [404, 413, 409, 410]);
}

#[test]
fn the_title_is_the_reason_phrase_without_a_type() {
    #[derive(Debug, Error, HttpError)]
    #[error("no such order")]
    #[http(404)]
    struct NoOrder;
    assert_eq!(
        body(&NoOrder),
        json!({"title": "Not Found", "status": 404, "detail": "no such order"})
    );
}

#[test]
fn a_type_is_the_base_and_the_code() {
    #[derive(Debug, Error, HttpError)]
    #[http(type_base = "https://api.example.com/problems/")]
    enum TypeError {
        #[error("a")]
        #[http(404)]
        NoAccount,
        #[error("b")]
        #[http(422, code = "broke", title = "Not enough credit")]
        OutOfCredit,
        #[error("c")]
        #[http(410, type = "tag:example.com,2026:gone")]
        Gone,
    }
    assert_eq!(
        body(&TypeError::NoAccount),
        json!({
            "type": "https://api.example.com/problems/no-account",
            "title": "No account", "status": 404, "detail": "a",
        })
    );
    let broke = body(&TypeError::OutOfCredit);
    assert_eq!(broke["type"], "https://api.example.com/problems/broke");
    assert_eq!(broke["title"], "Not enough credit");
    assert_eq!(broke.get("code"), None, "the type contains the code");
    assert_eq!(body(&TypeError::Gone)["type"], "tag:example.com,2026:gone");
}

#[test]
fn a_requested_code_is_a_member() {
    #[derive(Debug, Error, HttpError)]
    #[http(codes(rename_all = "SCREAMING_SNAKE_CASE", prefix = "SHOP_"))]
    enum CodeError {
        #[error("a")]
        #[http(404)]
        NoAccount,
        #[error("b")]
        #[http(422, code = 1004)]
        Number,
    }
    assert_eq!(body(&CodeError::NoAccount)["code"], "SHOP_NO_ACCOUNT");
    assert_eq!(body(&CodeError::Number)["code"], 1004);
    assert_eq!(CodeError::Number.case().code(), Some("1004"));

    #[derive(Debug, Error, HttpError)]
    #[error("a")]
    #[http(404)]
    struct NotAsked;
    assert_eq!(body(&NotAsked).get("code"), None);
    assert_eq!(NotAsked.case().code(), Some("not-asked"));
}

#[test]
fn codes_are_renamed_as_by_serde() {
    macro_rules! case {
        ($case:literal, $code:literal) => {{
            #[derive(Debug, Error, HttpError)]
            #[http(codes(rename_all = $case), default = 400)]
            enum RenameError {
                #[error("a")]
                OutOfS3Credit,
            }
            #[derive(serde::Serialize)]
            #[serde(rename_all = $case)]
            enum Serde {
                OutOfS3Credit,
            }
            assert_eq!(RenameError::OutOfS3Credit.case().code(), Some($code));
            assert_eq!(serde_json::to_value(Serde::OutOfS3Credit).unwrap(), $code);
        }};
    }
    case!("kebab-case", "out-of-s3-credit");
    case!("snake_case", "out_of_s3_credit");
    case!("camelCase", "outOfS3Credit");
    case!("PascalCase", "OutOfS3Credit");
    case!("SCREAMING_SNAKE_CASE", "OUT_OF_S3_CREDIT");
    case!("SCREAMING-KEBAB-CASE", "OUT-OF-S3-CREDIT");
    case!("lowercase", "outofs3credit");
    case!("UPPERCASE", "OUTOFS3CREDIT");
}

#[test]
fn display_is_sent_below_500_and_masked_from_500_on() {
    #[derive(Debug, Error, HttpError)]
    enum DetailError {
        #[error("public {0}")]
        #[http(400)]
        Public(u8),
        #[error("secret {0}")]
        #[http(503)]
        Masked(u8),
        #[error("shown {0}")]
        #[http(503, expose)]
        Exposed(u8),
        #[error("hidden {0}")]
        #[http(403, mask)]
        Hidden(u8),
        #[error("secret {0}")]
        #[http(500, detail = "try again later")]
        Constant(u8),
        #[error("secret {0}")]
        #[http(500, detail = "request {0} and {{braces}}")]
        Format(u8),
        #[error("secret {secret}, {id}")]
        #[http(422, detail = id.to_uppercase())]
        Expression { secret: u8, id: &'static str },
        #[error("constant {{}}")]
        #[http(400)]
        Literal,
    }
    let detail = |error: DetailError| body(&error).get("detail").cloned();
    assert_eq!(detail(DetailError::Public(1)), Some(json!("public 1")));
    assert_eq!(detail(DetailError::Masked(1)), None);
    assert_eq!(detail(DetailError::Exposed(1)), Some(json!("shown 1")));
    assert_eq!(detail(DetailError::Hidden(1)), None);
    assert_eq!(detail(DetailError::Constant(1)), Some(json!("try again later")));
    assert_eq!(detail(DetailError::Format(1)), Some(json!("request 1 and {braces}")));
    assert_eq!(detail(DetailError::Expression { secret: 1, id: "abc" }), Some(json!("ABC")));
    assert_eq!(detail(DetailError::Literal), Some(json!("constant {}")));
}

static REGION: HeaderName = HeaderName::from_static("x-region");

#[test]
fn headers_come_from_constants_strings_paths_and_values() {
    #[derive(Debug, Error, HttpError)]
    #[http(header("x-service" = "shop", CACHE_CONTROL = "no-store"))]
    enum HeaderError {
        #[error("a")]
        #[http(405, header(ALLOW = "GET, HEAD"))]
        Constant,
        #[error("b")]
        #[http(400, header(self::REGION = region), header(ETAG = tag), header("x-count" = 7))]
        Values { region: Option<&'static str>, tag: HeaderValue },
        #[error("c")]
        #[http(400, header(CACHE_CONTROL = "max-age=60"), header("x-len" = _0.len()))]
        Replaced(String),
        #[error("d")]
        #[http(406, header(CONTENT_TYPE = "application/vnd.shop+json"))]
        OwnType,
        #[error("e")]
        #[http(401, header(WWW_AUTHENTICATE = "Bearer"), header(WWW_AUTHENTICATE = "Basic"))]
        Two,
    }
    assert_eq!(header(&HeaderError::Constant, "allow").as_deref(), Some("GET, HEAD"));
    assert_eq!(header(&HeaderError::Constant, "x-service").as_deref(), Some("shop"));
    assert_eq!(header(&HeaderError::Constant, "cache-control").as_deref(), Some("no-store"));
    let tag = HeaderValue::from_static("\"v1\"");
    let values = HeaderError::Values { region: Some("eu"), tag: tag.clone() };
    assert_eq!(header(&values, "x-region").as_deref(), Some("eu"));
    assert_eq!(header(&values, "etag").as_deref(), Some("\"v1\""));
    assert_eq!(header(&values, "x-count").as_deref(), Some("7"));
    assert_eq!(header(&HeaderError::Values { region: None, tag }, "x-region"), None);
    let replaced = HeaderError::Replaced("abc".into());
    assert_eq!(header(&replaced, "cache-control").as_deref(), Some("max-age=60"));
    assert_eq!(header(&replaced, "x-len").as_deref(), Some("3"));
    assert_eq!(
        header(&HeaderError::OwnType, "content-type").as_deref(),
        Some("application/vnd.shop+json")
    );
    assert_eq!(
        HeaderError::Two.to_response().headers().get_all("www-authenticate").iter().count(),
        2
    );
}

#[test]
fn a_delay_is_seconds_a_duration_a_time_or_nothing() {
    #[derive(Debug, Error, HttpError)]
    enum RetryError {
        #[error("a")]
        #[http(429, retry_after = 30)]
        Literal,
        #[error("b")]
        #[http(429, retry_after = wait)]
        Wait { wait: Option<Duration> },
        #[error("c")]
        #[http(503, retry_after = _0)]
        Until(SystemTime),
        #[error("d")]
        #[http(503, retry_after = seconds * 2)]
        Expression { seconds: u32 },
    }
    let delay = |error: RetryError| header(&error, "retry-after");
    assert_eq!(delay(RetryError::Literal).as_deref(), Some("30"));
    assert_eq!(
        delay(RetryError::Wait { wait: Some(Duration::from_millis(1_001)) }).as_deref(),
        Some("2")
    );
    assert_eq!(delay(RetryError::Wait { wait: None }), None);
    let until = UNIX_EPOCH + Duration::from_secs(784_111_777);
    assert_eq!(delay(RetryError::Until(until)).as_deref(), Some("Sun, 06 Nov 1994 08:49:37 GMT"));
    assert_eq!(delay(RetryError::Until(UNIX_EPOCH - Duration::from_secs(1))), None);
    assert_eq!(delay(RetryError::Expression { seconds: 4 }).as_deref(), Some("8"));
}

#[test]
fn extensions_are_members_in_the_order_of_the_declaration() {
    #[derive(Debug, Error, HttpError)]
    enum ExtensionError {
        #[error("a")]
        #[http(422, extension(missing = price - balance))]
        Credit {
            #[http(extension)]
            balance: i64,
            #[http(extension = "cost")]
            price: i64,
            #[http(extension)]
            hint: Option<&'static str>,
        },
        #[error("b")]
        #[http(422)]
        Tuple(#[http(extension = "fields")] Vec<String>),
    }
    let credit = ExtensionError::Credit { balance: 1, price: 3, hint: None };
    assert_eq!(
        credit.to_response().body().as_ref(),
        br#"{"title":"Unprocessable Content","status":422,"detail":"a","missing":2,"balance":1,"cost":3}"#
    );
    let hint = ExtensionError::Credit { balance: 1, price: 3, hint: Some("earn") };
    assert_eq!(body(&hint)["hint"], "earn");
    assert_eq!(body(&ExtensionError::Tuple(vec!["a".into()]))["fields"], json!(["a"]));
}

#[test]
fn variant_keys_override_the_keys_of_the_enum() {
    #[derive(Debug, Error, HttpError)]
    #[http(default(500, mask, log = warn), title = "Trouble", detail = "sorry")]
    enum DefaultError {
        #[error("a")]
        Nothing,
        #[error("b")]
        #[http(404, title = "Missing")]
        Own,
    }
    assert_eq!(
        body(&DefaultError::Nothing),
        json!({"title": "Trouble", "status": 500, "detail": "sorry"})
    );
    assert_eq!(
        body(&DefaultError::Own),
        json!({"title": "Missing", "status": 404, "detail": "sorry"})
    );
}

#[test]
fn a_run_time_status_is_sent_if_it_is_final() {
    #[derive(Debug, Error, HttpError)]
    enum RunTimeError {
        #[error("upstream status {status}")]
        #[http(status = status)]
        Field { status: StatusCode },
        #[error("number {0}")]
        #[http(status = _0)]
        Number(u16),
        #[error("choice")]
        #[http(status = if *gone { 410 } else { 404 })]
        Choice { gone: bool },
        #[error("fine")]
        #[http(status = _0, allow(success))]
        Success(u16),
    }
    assert_eq!(
        body(&RunTimeError::Field { status: StatusCode::CONFLICT }),
        json!({"title": "Conflict", "status": 409, "detail": "upstream status 409 Conflict"})
    );
    assert_eq!(body(&RunTimeError::Field { status: StatusCode::BAD_GATEWAY }).get("detail"), None);
    for wrong in [0, 99, 100, 199, 200, 204, 600, 1000, 65_535] {
        assert_eq!(
            body(&RunTimeError::Number(wrong)),
            json!({"title": "Internal Server Error", "status": 500}),
            "{wrong}"
        );
    }
    assert_eq!(RunTimeError::Number(307).status(), 307);
    assert_eq!(RunTimeError::Choice { gone: true }.status(), 410);
    assert_eq!(RunTimeError::Choice { gone: false }.status(), 404);
    assert_eq!(RunTimeError::Success(202).status(), 202);
}

#[test]
fn statuses_without_content_have_no_body_and_no_content_type() {
    #[derive(Debug, Error, HttpError)]
    enum ContentError {
        #[error("a")]
        #[http(304, allow(redirect))]
        NotModified,
        #[error("b")]
        #[http(204, allow(success))]
        Nothing,
        #[error("c")]
        #[http(status = _0, allow(success), header("x-kept" = "yes"))]
        RunTime(u16),
    }
    for error in [
        ContentError::NotModified,
        ContentError::Nothing,
        ContentError::RunTime(304),
        ContentError::RunTime(205),
        ContentError::RunTime(204),
    ] {
        let response = error.to_response();
        assert!(response.body().is_empty(), "{error:?}");
        assert_eq!(response.headers().get("content-type"), None, "{error:?}");
        assert_eq!(
            response.headers().contains_key("x-kept"),
            matches!(error, ContentError::RunTime(_))
        );
        let context = Context::new().instance("/x");
        assert!(error.to_response_with(&context).body().is_empty(), "{error:?}");
    }
}

#[derive(Debug, Error, HttpError)]
#[error("leaf: {text}")]
#[http(409, code = "leaf", header("x-leaf" = text), extension(len = text.len()))]
struct Leaf {
    text: String,
}

#[derive(Debug, Error, HttpError)]
enum Middle {
    #[error("middle: {0}")]
    #[http(transparent)]
    Leaf(#[from] Leaf),
    #[error("middle itself")]
    #[http(404)]
    Itself,
}

#[derive(Debug, Error, HttpError)]
enum Outer {
    #[error("outer: {source}")]
    #[http(transparent)]
    Middle { at: &'static str, source: Middle },
    #[error("boxed")]
    #[http(transparent)]
    Boxed(Box<dyn HttpError + Send + Sync>),
    #[error("chosen")]
    #[http(transparent = right)]
    Chosen { left: Leaf, right: Arc<Leaf> },
    #[error("manual")]
    #[http(transparent)]
    Manual(#[from] Manual),
}

#[derive(Debug, Error)]
#[error("manual")]
struct Manual;

impl HttpError for Manual {
    fn case(&self) -> Case {
        Case::new(StatusCode::IM_A_TEAPOT)
    }

    fn detail(&self) -> Option<Cow<'_, str>> {
        Some("short and \"stout\"".into())
    }
}

#[test]
fn a_transparent_error_has_the_response_of_the_inner_error() {
    let leaf = |text: &str| Leaf { text: text.into() };
    let same = |outer: &dyn HttpError, inner: &dyn HttpError| {
        let (outer, inner) = (outer.to_response(), inner.to_response());
        assert_eq!(outer.status(), inner.status());
        assert_eq!(outer.headers(), inner.headers());
        assert_eq!(outer.body(), inner.body());
    };
    let deep = |middle| Outer::Middle { at: "here", source: middle };
    let inner = leaf("a\nb");
    assert_eq!(
        inner.to_response().headers().get("x-leaf"),
        None,
        "a line break is not allowed in a header value"
    );
    same(&deep(Middle::Leaf(leaf("abc"))), &leaf("abc"));
    same(&deep(Middle::Itself), &Middle::Itself);
    same(&Outer::Boxed(Box::new(leaf("abc"))), &leaf("abc"));
    same(&Outer::Chosen { left: leaf("l"), right: Arc::new(leaf("r")) }, &leaf("r"));
    same(&Outer::Manual(Manual), &Manual);
    let error = deep(Middle::Leaf(leaf("abc")));
    assert_eq!(error.detail().as_deref(), Some("leaf: abc"));
    assert_eq!(error.status(), 409);
    assert_eq!(error.case().code(), Some("leaf"));
    assert_eq!(Outer::Manual(Manual).detail().as_deref(), Some("short and \"stout\""));
    assert_eq!(body(&Manual)["detail"], "short and \"stout\"");
    let Outer::Middle { at, .. } = error else { return };
    assert_eq!(at, "here");
}

#[test]
fn a_catalog_lists_every_case_including_nested_errors() {
    let names: Vec<_> = Outer::catalog().cases().map(|case| case.name().unwrap()).collect();
    assert_eq!(names, ["Itself", "Leaf"]);
    let Some(leaf) = Outer::catalog().cases().last() else { panic!("the leaf is last") };
    assert_eq!(leaf.status(), Some(StatusCode::CONFLICT));
    assert_eq!(leaf.detail(), None);

    #[derive(Debug, Error, HttpError)]
    enum Recursive {
        /// The end.
        ///
        /// Of it.
        #[error("end")]
        #[http(410, header("x-a" = "b", ALLOW = "GET"))]
        End,
        #[error(transparent)]
        #[http(transparent)]
        Again(Box<Recursive>),
    }
    let cases: Vec<_> = Recursive::catalog().into_iter().collect();
    assert_eq!(cases.len(), 1);
    assert_eq!(cases[0].description(), Some("The end.\n\nOf it."));
    assert_eq!(cases[0].detail(), Some("end"));
    let headers: Vec<_> = cases[0].headers().map(|(name, _)| name.to_string()).collect();
    assert_eq!(headers, ["x-a", "allow"]);
    assert_eq!(Recursive::Again(Box::new(Recursive::End)).status(), 410);
}

/// An enum of another crate.
#[derive(Debug, Error)]
enum Foreign {
    #[error("row")]
    Row,
    #[error("duplicate {0}")]
    Duplicate(String),
    #[error("nested {0:?}")]
    Nested(Result<u8, &'static str>),
}

#[test]
fn a_match_selects_the_case_by_payload() {
    const LIMIT: &str = "limit";

    #[derive(Debug, Error, HttpError)]
    #[http(type_base = "https://a.example")]
    enum MatchError {
        #[error("db")]
        #[http(match _0 {
            Foreign::Row => 404,
            Foreign::Duplicate(name) if name.is_empty() => (400, name = "EmptyName"),
            Foreign::Duplicate(name) => (409, code = "duplicate", header("x-name" = name)),
            Foreign::Nested(Err(LIMIT | "quota")) => (429, code = "limit", retry_after = 5),
            Foreign::Nested(Ok(status @ 1..=9)) => (422, code = "odd", extension(found = status)),
            _ => (500, log = off),
        })]
        Db(#[from] Foreign),
        #[error("text")]
        #[http(header("x-all" = "yes"), match kind.as_str() {
            "gone" => 410,
            other => (status = other.len() as u16, detail = "from {kind}"),
        })]
        Text { kind: String },
    }
    let status = |error: Foreign| MatchError::Db(error).status().as_u16();
    assert_eq!(status(Foreign::Row), 404);
    assert_eq!(status(Foreign::Duplicate(String::new())), 400);
    assert_eq!(status(Foreign::Nested(Err("limit"))), 429);
    assert_eq!(status(Foreign::Nested(Err("other"))), 500);
    let duplicate = MatchError::Db(Foreign::Duplicate("x".into()));
    assert_eq!(body(&duplicate)["type"], "https://a.example/duplicate");
    assert_eq!(header(&duplicate, "x-name").as_deref(), Some("x"));
    assert_eq!(body(&MatchError::Db(Foreign::Nested(Ok(3))))["found"], 3);
    let gone = MatchError::Text { kind: "gone".into() };
    assert_eq!((gone.status().as_u16(), header(&gone, "x-all").as_deref()), (410, Some("yes")));
    let long = MatchError::Text { kind: "x".repeat(404) };
    assert_eq!(long.status(), 404);
    assert!(body(&long)["detail"].as_str().unwrap().starts_with("from xxx"));
    let names: Vec<_> = MatchError::catalog().cases().map(|case| case.name().unwrap()).collect();
    assert_eq!(
        names,
        ["DbRow", "EmptyName", "DbDuplicate", "DbNested", "DbNested", "Db", "Text", "Text"]
    );
}

#[test]
fn a_struct_can_match_on_the_kind_it_wraps() {
    #[derive(Debug, Error, HttpError)]
    #[error("{kind}")]
    #[http(match kind {
        Foreign::Row => 404,
        Foreign::Duplicate(_) => 409,
        Foreign::Nested(_) => (500, extension(place = place)),
    })]
    struct Wrapped {
        kind: Foreign,
        place: u32,
    }
    assert_eq!(Wrapped { kind: Foreign::Row, place: 1 }.status(), 404);
    let nested = Wrapped { kind: Foreign::Nested(Ok(1)), place: 7 };
    assert_eq!(body(&nested), json!({"title": "Internal Server Error", "status": 500, "place": 7}));
}

#[test]
fn generics_get_the_required_bounds() {
    #[derive(Debug, Error, HttpError)]
    enum GenericError<'a, T: fmt::Debug, S, const N: usize>
    where
        S: fmt::Debug + Display,
    {
        #[error("value {value}")]
        #[http(422)]
        Value {
            #[http(extension)]
            value: T,
        },
        #[error("header {0}")]
        #[http(400, header("x-s" = _0), detail = "{0} of {N}")]
        Header(S),
        #[error("borrowed {0}")]
        #[http(404)]
        Borrowed(&'a str),
    }
    type Full<'a> = GenericError<'a, u8, String, 3>;
    assert_eq!(body(&Full::Value { value: 5 })["value"], 5);
    assert_eq!(header(&Full::Header("s".into()), "x-s").as_deref(), Some("s"));
    assert_eq!(body(&Full::Header("s".into()))["detail"], "s of 3");
    let text = String::from("short-lived");
    assert_eq!(body(&Full::Borrowed(&text))["detail"], "borrowed short-lived");

    #[derive(Debug, Error, HttpError)]
    enum Inner<E> {
        #[error(transparent)]
        #[http(transparent)]
        Inner(E),
    }
    assert_eq!(Inner::Inner(Manual).status(), 418);
    let names: Vec<_> = Inner::<Leaf>::catalog().cases().map(|case| case.code()).collect();
    assert_eq!(names, [Some("leaf")]);
}

#[test]
fn every_user_expression_is_evaluated_once_per_response() {
    static CALLS: AtomicU32 = AtomicU32::new(0);

    fn count(value: u16) -> u16 {
        CALLS.fetch_add(1, Ordering::Relaxed);
        value
    }

    #[derive(Debug, Error, HttpError)]
    #[error("a")]
    #[http(
        status = count(404),
        detail = count(1),
        header("x-count" = count(2)),
        extension(count = count(3)),
        retry_after = count(4),
    )]
    struct Counted;

    let response = Counted.to_response();
    assert_eq!(CALLS.swap(0, Ordering::Relaxed), 5);
    assert_eq!(response.status(), 404);
    assert_eq!(
        response.body().as_ref(),
        br#"{"title":"Not Found","status":404,"detail":"1","count":3}"#
    );
    assert_eq!(Counted.status(), 404);
    assert_eq!(CALLS.swap(0, Ordering::Relaxed), 1, "a status evaluates nothing else");
    assert_eq!(Counted.detail().as_deref(), Some("1"));
    assert_eq!(CALLS.load(Ordering::Relaxed), 2, "a detail evaluates nothing else");
}

#[test]
fn a_context_adds_the_instance_and_the_request_id() {
    let context = Context::new().instance("/orders/\"7\"").request_id(String::from("r-1"));
    let read = |error: &dyn HttpError| {
        let response = error.to_response_with(&context);
        Problem::from_response(&response).unwrap()
    };
    for error in [&Middle::Itself as &dyn HttpError, &Leaf { text: "x".into() }, &Manual] {
        let problem = read(error);
        assert_eq!(problem.instance(), Some("/orders/\"7\""));
        assert_eq!(problem.extension("request_id"), Some("r-1"));
        assert_eq!(problem.status(), Some(error.status()));
    }

    #[derive(Debug, Error, HttpError)]
    #[error("a")]
    #[http(400, extension(request_id = 7))]
    struct Own;
    let response = Own.to_response_with(&context);
    let text = std::str::from_utf8(response.body()).unwrap();
    assert_eq!(text.matches("request_id").count(), 1, "{text}");
}

#[test]
fn a_boxed_error_implements_http_error() {
    let boxed: Vec<Box<dyn HttpError + Send + Sync>> =
        vec![Box::new(Middle::Itself), Box::new(Manual)];
    let statuses: Vec<_> = boxed.iter().map(|error| error.status().as_u16()).collect();
    assert_eq!(statuses, [404, 418]);

    fn takes(error: impl HttpError) -> String {
        error.to_string()
    }
    for error in boxed {
        takes(error);
    }
    assert_eq!(takes(&Middle::Itself), "middle itself");
    assert_eq!(takes(Arc::new(Middle::Itself)), "middle itself");
    let source: Box<dyn HttpError> = Box::new(Outer::Middle { at: "", source: Middle::Itself });
    assert!(std::error::Error::source(&source).is_some());
}

#[test]
fn deprecated_and_conditional_variants_compile() {
    #![allow(deprecated)]

    #[derive(Debug, Error, HttpError)]
    #[deprecated]
    enum ConditionalError {
        #[error("old")]
        #[deprecated]
        #[http(410)]
        Old,
        #[cfg(any())]
        #[error("never")]
        #[http(status = nothing::there)]
        Never,
        #[error("arm")]
        #[http(match _0 {
            #[cfg(any())]
            nothing::there => 400,
            _ => 404,
        })]
        Arm(u8),
    }
    assert_eq!(ConditionalError::Old.status(), 410);
    assert_eq!(ConditionalError::Arm(1).status(), 404);
}

#[test]
fn a_struct_of_every_shape_is_one_case() {
    #[derive(Debug, Error, HttpError)]
    #[error("named {id}")]
    #[http(404, extension(id = id))]
    struct Named {
        id: u8,
    }
    #[derive(Debug, Error, HttpError)]
    #[error("tuple {0}")]
    #[http(404, header("x-id" = _0))]
    struct Tuple(u8);
    #[derive(Debug, Error, HttpError)]
    #[error(transparent)]
    #[http(transparent)]
    struct Transparent(#[from] Leaf);
    assert_eq!(body(&Named { id: 1 })["id"], 1);
    assert_eq!(header(&Tuple(2), "x-id").as_deref(), Some("2"));
    assert_eq!(Transparent(Leaf { text: "x".into() }).status(), 409);
    assert_eq!(Named::catalog().cases().count(), 1);
    assert_eq!(Transparent::catalog().cases().count(), 1);
}

#[derive(Debug, thiserror::Error, HttpError)]
enum Counted {
    #[error("asked")]
    #[http(match self::increment(_0) {
        0 => (404, header("x-asked" = _0.get())),
        n @ 1..=5 => (410, header("x-asked" = n)),
        #[cfg(any())]
        6 => (411, header("x-asked" = 6)),
        _ => 500,
    })]
    Asked(std::cell::Cell<u32>),
}

fn increment(count: &std::cell::Cell<u32>) -> u32 {
    count.set(count.get() + 1);
    count.get() - 1
}

#[test]
fn a_scrutinee_is_evaluated_once() {
    let error = Counted::Asked(0.into());
    let response = error.to_response();
    assert_eq!(response.status(), 404);
    assert_eq!(response.headers()["x-asked"], "1");
}

#[test]
fn a_scrutinee_is_evaluated_once_if_an_arm_binds_part_of_it() {
    let error = Counted::Asked(5.into());
    let response = error.to_response();
    assert_eq!(response.status(), 410);
    assert_eq!(response.headers()["x-asked"], "5");
}

#[test]
fn an_arm_removed_by_cfg_has_no_case() {
    let names: Vec<_> = Counted::catalog().cases().map(|case| case.status().unwrap()).collect();
    assert_eq!(names, [404, 410, 500]);
}

#[derive(Debug, thiserror::Error, HttpError)]
enum Captured {
    #[error("of a field")]
    #[http(400, header("x-a" = format!("<{id:>2}>")), extension(b = format!("{r}{id}", r = r#type)))]
    Field { id: u8, r#type: u8 },
    #[error("of a pattern")]
    #[http(match _0.checked_sub(1) {
        Some(rest) if format!("{rest}") == "0" => (400, header("x-a" = format!("{rest}"))),
        _ => 500,
    })]
    Pattern(u8),
}

#[test]
fn a_format_string_in_an_expression_captures_fields_and_names() {
    let response = Captured::Field { id: 7, r#type: 1 }.to_response();
    assert_eq!(response.headers()["x-a"], "< 7>");
    assert!(response.body().ends_with(br#""b":"17"}"#));
    assert_eq!(Captured::Pattern(1).to_response().headers()["x-a"], "0");
}

#[derive(Debug, thiserror::Error, HttpError)]
enum Empty {
    #[error("unit")]
    #[http(404)]
    Unit,
    #[error("tuple")]
    #[http(409)]
    Tuple(),
    #[error("named")]
    #[http(410)]
    Named {},
}

#[derive(Debug, thiserror::Error, HttpError)]
#[error("tuple")]
#[http(404)]
struct EmptyTuple();

#[derive(Debug, thiserror::Error, HttpError)]
#[error("named")]
#[http(404)]
struct EmptyNamed {}

#[test]
fn empty_fields_of_every_syntax_have_a_case() {
    let statuses = [Empty::Unit, Empty::Tuple(), Empty::Named {}].map(|error| error.status());
    assert_eq!(statuses, [404, 409, 410]);
    assert_eq!(EmptyTuple().status(), 404);
    assert_eq!(EmptyNamed {}.status(), 404);
}
