//! One test for each key of `#[http(…)]`.

use super::*;

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
