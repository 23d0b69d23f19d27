//! Languages: `title(…)`, `detail(…)` and `languages(…)`.

use std::cell::Cell;
use std::error::Error;

use bytes::Bytes;
use http::{HeaderMap, Response, StatusCode};
use httperr::pages::Pages;
use httperr::{AnyError, BodyFormat, Catalog, Context, ErrorView, HttpError};
use proptest::prelude::*;

#[derive(Debug, thiserror::Error, HttpError)]
#[http(type_base = "https://api.example.com/problems", languages("en", "zh"))]
enum ApiError {
    #[error("balance {balance} is below {price}")]
    #[http(
        422,
        title(en = "Not enough credit", zh = "余额不足"),
        detail(zh = "余额 {balance} 低于 {price}")
    )]
    OutOfCredit {
        #[http(extension)]
        balance: i64,
        #[http(extension)]
        price: i64,
    },
    #[error("no such account")]
    #[http(404, title(zh = "账户不存在"), detail(zh = "没有该账户"))]
    NoAccount,
    #[error("the password is in the log")]
    #[http(500)]
    Broken,
    #[error("same")]
    #[http(same_as = NoAccount)]
    Hidden,
    #[error(transparent)]
    #[http(transparent)]
    Inner(#[from] Inner),
    #[error("closed {0}")]
    #[http(match _0 {
        0 => (410, title(zh = "已关闭"), detail(zh = "账户已关闭")),
        1 => (409, code = "conflict", title(zh = "冲突"), detail = "conflict {_0}", detail(zh = "冲突 {_0}")),
        _ => (403, code = "empty", body = empty),
    })]
    Closed(u8),
}

#[derive(Debug, thiserror::Error, HttpError)]
#[error("inner")]
#[http(503, expose, title = "Busy", title(de = "Beschäftigt"), detail(de = "innen"))]
struct Inner;

#[track_caller]
fn send(error: &dyn HttpError, languages: &str) -> Response<Bytes> {
    error.to_response_with(&Context::new().languages(languages.to_owned()))
}

fn body(response: &Response<Bytes>) -> &str {
    std::str::from_utf8(response.body()).unwrap()
}

fn header<'a>(response: &'a Response<Bytes>, name: &str) -> Option<&'a str> {
    let mut values = response.headers().get_all(name).iter();
    let value = values.next().map(|value| value.to_str().unwrap());
    assert_eq!(values.next(), None, "{name}");
    value
}

#[track_caller]
fn assert_sent(error: &dyn HttpError, languages: &str, expected: &str, language: &str) {
    let response = send(error, languages);
    assert_eq!(body(&response), expected, "{languages}");
    assert_eq!(header(&response, "content-language"), Some(language), "{languages}");
    assert_eq!(header(&response, "vary"), Some("accept-language"), "{languages}");
}

const OUT_OF_CREDIT: ApiError = ApiError::OutOfCredit { balance: 3, price: 5 };

#[test]
fn title_and_detail_are_in_the_preferred_language() {
    let english = r#"{"type":"https://api.example.com/problems/out-of-credit","title":"Not enough credit","status":422,"detail":"balance 3 is below 5","balance":3,"price":5}"#;
    let chinese = r#"{"type":"https://api.example.com/problems/out-of-credit","title":"余额不足","status":422,"detail":"余额 3 低于 5","balance":3,"price":5}"#;
    assert_sent(&OUT_OF_CREDIT, "zh-CN, en;q=0.5", chinese, "zh");
    for english_is_sent in ["en", "en-GB,zh;q=0.9", "fr", "*", "", ";;", "zh;q=x", "zh;q=0"] {
        assert_sent(&OUT_OF_CREDIT, english_is_sent, english, "en");
    }
    let plain = OUT_OF_CREDIT.to_response();
    assert_eq!(body(&plain), english);
    assert_eq!(header(&plain, "content-language"), None);
    assert_eq!(header(&plain, "vary"), None);
}

#[test]
fn a_constant_body_in_another_language_is_static() {
    let chinese = r#"{"type":"https://api.example.com/problems/no-account","title":"账户不存在","status":404,"detail":"没有该账户"}"#;
    for error in [ApiError::NoAccount, ApiError::Hidden] {
        assert_sent(&error, "zh", chinese, "zh");
        let [one, other] = [send(&error, "zh"), send(&error, "zh-TW")];
        assert_eq!(one.body().as_ptr(), other.body().as_ptr());
    }
    let context = Context::new().languages("zh").instance("/a");
    let with_instance = format!(r#"{},"instance":"/a"}}"#, chinese.strip_suffix('}').unwrap());
    assert_eq!(body(&ApiError::NoAccount.to_response_with(&context)), with_instance);
}

#[test]
fn a_reason_phrase_needs_no_translation() {
    assert_sent(&ApiError::Broken, "zh", r#"{"title":"服务器内部错误","status":500}"#, "zh");
    assert_sent(&ApiError::Broken, "en", r#"{"title":"Internal Server Error","status":500}"#, "en");
}

#[test]
fn an_inner_error_has_languages_of_its_own() {
    let error = ApiError::from(Inner);
    assert_sent(
        &error,
        "zh, de;q=0.1",
        r#"{"title":"Beschäftigt","status":503,"detail":"innen"}"#,
        "de",
    );
    assert_sent(&error, "zh", r#"{"title":"Busy","status":503,"detail":"inner"}"#, "en");
}

#[test]
fn each_arm_of_a_match_has_its_texts() {
    let of_arm = |code| send(&ApiError::Closed(code), "zh");
    assert!(body(&of_arm(0)).ends_with(r#""title":"已关闭","status":410,"detail":"账户已关闭"}"#));
    assert!(body(&of_arm(1)).ends_with(r#""title":"冲突","status":409,"detail":"冲突 1"}"#));
    let english = send(&ApiError::Closed(1), "en");
    assert!(body(&english).ends_with(r#""status":409,"detail":"conflict 1"}"#));
    assert_eq!(body(&of_arm(2)), "");
    assert_eq!(header(&of_arm(2), "content-language"), None);
}

#[test]
fn the_catalog_and_the_case_have_the_texts_of_each_language() {
    let case = ApiError::NoAccount.case();
    assert!(case.languages().eq(["en", "zh"]));
    assert_eq!((case.title(), case.detail()), (Some("No account"), Some("no such account")));
    assert_eq!(case.title_in("ZH"), Some("账户不存在"));
    assert_eq!((case.title_in("en"), case.title_in("fr")), (case.title(), case.title()));
    assert_eq!(case.detail_in("zh"), Some("没有该账户"));
    assert_eq!(OUT_OF_CREDIT.case().detail_in("zh"), None);
    assert_eq!(Inner.case().languages().count(), 2);
    assert_eq!(httperr::Case::new(StatusCode::GONE).languages().count(), 0);
}

#[derive(Debug, thiserror::Error, HttpError)]
#[http(
    title = "Failed",
    title(zh = "失败", "zh-Hant" = "失敗"),
    header(VARY = "Origin, accept-encoding"),
    default(500)
)]
enum Bodies {
    #[error("text")]
    #[http(400, body = text, detail(zh = "文本"))]
    Text,
    #[error("{0}")]
    #[http(400, body = { "error": { "title": title, "message": detail } }, detail(zh = "号码 {_0}"))]
    Template(u8),
    #[error("constant")]
    #[http(400, body = { "title": title })]
    ConstantTemplate,
    #[error("title")]
    #[http(mask, body = text)]
    TitleAsText,
    #[error("view")]
    #[http(400, body = View, detail("zh-Hant" = "檢視"))]
    View,
    #[error("run time")]
    #[http(status = _0)]
    Status(u16),
    #[error("own")]
    #[http(400, header(CONTENT_LANGUAGE = "la", VARY = "*"))]
    Own,
    #[error("in a header")]
    #[http(400, header("x-title" = title, "x-detail" = detail), detail(zh = "zai {_0}"))]
    Header(u8),
}

struct View;

impl BodyFormat for View {
    const CONTENT_TYPE: &'static str = "text/x-view";

    fn write(error: &ErrorView<'_>, body: &mut Vec<u8>) -> Result<(), Box<dyn Error>> {
        let (title, detail) = (error.title(), error.detail().unwrap_or("none"));
        body.extend(format!("{:?} {title} {detail}", error.language()).bytes());
        Ok(())
    }
}

#[test]
fn every_kind_of_body_has_the_texts_of_the_language() {
    let rows: [(Bodies, [&str; 3]); 5] = [
        (Bodies::Text, ["text", "文本", "text"]),
        (
            Bodies::Template(7),
            [
                r#"{"error":{"title":"Failed","message":"7"}}"#,
                r#"{"error":{"title":"失败","message":"号码 7"}}"#,
                r#"{"error":{"title":"失敗","message":"7"}}"#,
            ],
        ),
        (
            Bodies::ConstantTemplate,
            [r#"{"title":"Failed"}"#, r#"{"title":"失败"}"#, r#"{"title":"失敗"}"#],
        ),
        (Bodies::TitleAsText, ["Failed", "失败", "失敗"]),
        (
            Bodies::View,
            [
                r#"Some("en") Failed view"#,
                r#"Some("zh") 失败 view"#,
                r#"Some("zh-Hant") 失敗 檢視"#,
            ],
        ),
    ];
    for (error, bodies) in rows {
        for (language, expected) in ["en", "zh", "zh-Hant"].into_iter().zip(bodies) {
            let response = send(&error, language);
            assert_eq!(body(&response), expected);
            assert_eq!(header(&response, "content-language"), Some(language));
            let vary = "Origin, accept-encoding, accept-language";
            assert_eq!(header(&response, "vary"), Some(vary));
        }
        assert_eq!(body(&error.to_response()), bodies[0]);
    }
}

#[test]
fn a_status_from_run_time_has_the_title_of_the_language() {
    #[derive(Debug, thiserror::Error, HttpError)]
    #[error("{0}")]
    #[http(status = _0, mask, languages("zh", "en"))]
    struct Status(u16);

    let with_title = r#"{"title":"失败","status":404,"detail":"run time"}"#;
    assert_eq!(body(&send(&Bodies::Status(404), "zh")), with_title);
    assert_sent(&Status(404), "zh", r#"{"title":"未找到","status":404}"#, "zh");
    assert_sent(&Status(404), "en", r#"{"title":"Not Found","status":404}"#, "en");
    assert_eq!(body(&Status(404).to_response()), r#"{"title":"未找到","status":404}"#);
}

#[test]
fn declared_headers_are_kept() {
    let response = send(&Bodies::Own, "zh");
    assert_eq!(header(&response, "content-language"), Some("la"));
    assert!(header(&response, "vary").unwrap().contains('*'));
    assert!(!header(&response, "vary").unwrap().contains("accept-language"));
}

#[test]
fn a_header_has_the_text_of_the_language() {
    let response = send(&Bodies::Header(3), "zh");
    assert_eq!(response.headers()["x-title"].as_bytes(), "失败".as_bytes());
    assert_eq!(header(&response, "x-detail"), Some("zai 3"));
    let english = send(&Bodies::Header(3), "en");
    assert_eq!(header(&english, "x-title"), Some("Failed"));
    assert_eq!(header(&english, "x-detail"), Some("in a header"));
}

#[test]
fn an_error_of_any_type_keeps_its_languages() {
    let error = AnyError::from(OUT_OF_CREDIT);
    let direct = send(&OUT_OF_CREDIT, "zh");
    assert_sent(&*error, "zh", body(&direct), "zh");
    let direct = send(&ApiError::NoAccount, "zh");
    assert_sent(&*AnyError::from(ApiError::NoAccount), "zh", body(&direct), "zh");
}

#[derive(Debug, thiserror::Error, HttpError)]
#[http(body = { "message": detail, "title": title }, languages("en", "zh"))]
enum Outer {
    #[error(transparent)]
    #[http(transparent)]
    Api(ApiError),
    #[error(transparent)]
    #[http(transparent, body = text)]
    Text(ApiError),
    #[error(transparent)]
    #[http(transparent, body = { "fixed": true })]
    Fixed(ApiError),
}

#[test]
fn an_envelope_has_the_texts_of_the_inner_error() {
    let chinese = r#"{"message":"没有该账户","title":"账户不存在"}"#;
    assert_sent(&Outer::Api(ApiError::NoAccount), "zh", chinese, "zh");
    let chinese = r#"{"message":"余额 3 低于 5","title":"余额不足"}"#;
    assert_sent(&Outer::Api(OUT_OF_CREDIT), "zh", chinese, "zh");
    assert_sent(&Outer::Text(OUT_OF_CREDIT), "zh", "余额 3 低于 5", "zh");
    assert_sent(&Outer::Text(ApiError::Broken), "zh", "服务器内部错误", "zh");
    assert_eq!(body(&send(&Outer::Fixed(OUT_OF_CREDIT), "zh")), r#"{"fixed":true}"#);
}

thread_local!(static EVALUATED: Cell<u32> = const { Cell::new(0) });

fn count(text: &str) -> String {
    EVALUATED.with(|count| count.set(count.get() + 1));
    format!("<{text}>")
}

#[derive(Debug, thiserror::Error, HttpError)]
#[error("counted")]
#[http(
    404,
    detail = count("en"),
    detail(zh = count("zh"), fr = "constant", de = format!("{}{}", count("a"), field.len()))
)]
struct Counted {
    field: String,
}

#[test]
fn only_the_expression_of_the_language_is_evaluated_and_only_once() {
    let error = Counted { field: "four".to_owned() };
    for (language, detail, evaluations) in
        [("en", "<en>", 1), ("zh", "<zh>", 1), ("fr", "constant", 0), ("de", "<a>4", 1)]
    {
        EVALUATED.with(|count| count.set(0));
        let response = send(&error, language);
        assert!(body(&response).ends_with(&format!(r#""detail":"{detail}"}}"#)), "{response:?}");
        assert_eq!(EVALUATED.with(Cell::get), evaluations, "{language}");
    }
    assert_eq!(error.detail().as_deref(), Some("<en>"));
}

#[derive(Debug, thiserror::Error, HttpError)]
enum Generic<'a, T: std::fmt::Debug> {
    #[error("generic")]
    #[http(404, detail(zh = "值 {value} {text:?}"))]
    Value { value: T, text: &'a str },
    #[error("other")]
    #[http(500)]
    Other,
}

#[test]
fn a_generic_field_is_formatted_in_one_language_only() {
    let error = Generic::Value { value: 5, text: "a" };
    let response = send(&error, "zh");
    assert!(body(&response).contains(r#""title":"未找到""#));
    assert!(body(&response).ends_with(r#""detail":"值 5 \"a\""}"#));
    assert!(body(&send(&error, "en")).ends_with(r#""detail":"generic"}"#));
    assert_eq!(send(&Generic::<u8>::Other, "zh").status(), 500);
}

#[derive(Debug, thiserror::Error, HttpError)]
#[http(languages("en", "de"), default(500))]
enum NotTranslated {
    #[error("masked")]
    Masked,
    #[error("public")]
    #[http(404, title(de = "Nichts"), detail(de = "öffentlich"))]
    Public,
}

#[test]
fn a_case_that_is_the_same_in_each_language_does_not_depend_on_it() {
    let response = send(&NotTranslated::Masked, "de");
    assert_eq!(body(&response), r#"{"title":"Internal Server Error","status":500}"#);
    assert_eq!(header(&response, "content-language"), None);
    assert_eq!(header(&response, "vary"), None);
    assert_eq!(header(&send(&NotTranslated::Public, "de"), "vary"), Some("accept-language"));
}

#[derive(Debug, thiserror::Error, HttpError)]
#[http(
    title(zh = "枚举"),
    detail = "of the enum",
    detail(zh = "枚举的"),
    default(400, title(zh = "默认"))
)]
enum Inherited {
    #[error("a")]
    #[http(409)]
    OfEnum,
    #[error("b")]
    OfDefault,
    #[error("c")]
    #[http(410, title = "Own", detail = "own")]
    Own,
    #[error("d")]
    #[http(410, title(zh = "自己"))]
    OwnTranslation,
}

#[test]
fn a_nearer_text_is_not_translated_by_one_farther_out() {
    for (error, title, detail) in [
        (Inherited::OfEnum, "枚举", "枚举的"),
        (Inherited::OfDefault, "默认", "枚举的"),
        (Inherited::Own, "Own", "own"),
        (Inherited::OwnTranslation, "自己", "枚举的"),
    ] {
        let response = send(&error, "zh");
        let expected = format!(r#"{{"title":"{title}","status":"#);
        assert!(body(&response).starts_with(&expected), "{}", body(&response));
        assert!(body(&response).ends_with(&format!(r#""detail":"{detail}"}}"#)));
    }
    assert_eq!(header(&send(&Inherited::Own, "zh"), "content-language"), None);
}

#[derive(Debug, thiserror::Error, HttpError)]
#[allow(dead_code)]
enum Documented {
    /// The balance is below the price.
    #[error("out of credit")]
    #[http(402, code = "credit", title = "Credit", title(zh = "余额"), detail(zh = "余额不足"))]
    OutOfCredit,
    #[error("no account {_0}")]
    #[http(404, title(zh = "没有 *账户*"))]
    NoAccount(u8),
    #[error("database")]
    #[http(500)]
    Database,
    #[error("only in Chinese")]
    #[http(503, title(zh = "繁忙"), detail(zh = "{_0}"))]
    Busy(u8),
}

#[derive(Debug, thiserror::Error, HttpError)]
#[error("plain")]
#[http(404)]
struct Plain;

#[test]
fn the_catalog_lists_the_languages() {
    let catalog = Documented::catalog();
    assert_eq!(
        catalog.to_string(),
        "402 credit OutOfCredit, members code, languages en zh: out of credit\n\
         404 no-account NoAccount, languages en zh: no account {_0}\n\
         500 database Database, languages en zh, private\n\
         503 busy Busy, languages en zh\n"
    );
    let json: serde_json::Value = serde_json::from_str(&catalog.to_json()).unwrap();
    let cases = json["cases"].as_array().unwrap();
    assert_eq!(cases[0]["translations"]["zh"]["title"], "余额");
    assert_eq!(cases[0]["translations"]["zh"]["detail"], "余额不足");
    assert_eq!(cases[1]["translations"]["zh"].get("detail"), None);
    assert_eq!(cases[2]["translations"]["zh"]["title"], "服务器内部错误");
    assert_eq!(cases[3]["translations"]["zh"]["detail"], "{_0}");
    let markdown = catalog.to_markdown();
    let head = "| status | code | title | when | headers | members |";
    let line = "|---|---|---|---|---|---|";
    assert!(markdown.starts_with(&format!("{head} languages |\n{line}---|\n")));
    assert!(markdown.contains("|  |  | en, zh |\n"), "{markdown}");
    let plain = Plain::catalog().to_markdown();
    assert!(plain.starts_with(&format!("{head}\n{line}\n")));
}

#[test]
fn the_catalog_finds_texts_without_a_translation() {
    let names = |catalog: Catalog, language: &str| -> Vec<String> {
        let cases = catalog.untranslated(language);
        cases.filter_map(|case| case.name().map(str::to_owned)).collect()
    };
    assert_eq!(names(Documented::catalog(), "zh"), ["NoAccount"]);
    assert_eq!(names(Documented::catalog(), "fr"), ["OutOfCredit", "NoAccount"]);
    assert!(names(Documented::catalog(), "EN").is_empty());
    assert!(names(Counted::catalog(), "zh").is_empty());
    // The inner error has German only.
    assert_eq!(names(ApiError::catalog(), "zh"), ["Inner"]);
    assert_eq!(names(Bodies::catalog(), "zh"), ["View", "Status", "Own"]);
    let lacking =
        ["Text", "Template", "ConstantTemplate", "TitleAsText", "View", "Status", "Own", "Header"];
    assert_eq!(names(Bodies::catalog(), "de"), lacking);
    assert!(names(NotTranslated::catalog(), "de").is_empty());
}

#[test]
fn a_page_in_chinese_has_the_chinese_texts() {
    let page = |key: Option<&str>, language: &str, accept: &str| {
        let mut headers = HeaderMap::new();
        headers.insert("accept-language", language.parse().unwrap());
        headers.insert("accept", accept.parse().unwrap());
        let response = Pages::new::<Documented>().respond("/problems", key, &headers);
        String::from_utf8(response.body().to_vec()).unwrap()
    };
    let chinese = page(Some("credit"), "zh", "text/html");
    assert!(chinese.contains("<title>余额</title>") && chinese.contains("<h1>余额</h1>"));
    assert!(chinese.contains("<p>余额不足</p>"), "{chinese}");
    assert!(chinese.contains("<p>The balance is below the price.</p>"));
    let english = page(Some("credit"), "en", "text/html");
    assert!(english.contains("<h1>Credit</h1>") && !english.contains("余额"));
    let index = page(None, "zh", "text/html");
    assert!(index.contains(">余额</a>") && index.contains("服务器内部错误"));
    assert!(!index.contains("Credit") && !index.contains("only in Chinese"));
    let markdown = page(Some("no-account"), "zh", "text/markdown");
    assert!(markdown.starts_with("# 没有"), "{markdown}");
    let json = page(Some("credit"), "zh-CN", "application/json");
    assert!(json.contains(r#""title": "余额""#) && json.contains(r#""detail": "余额不足""#));
}

#[test]
fn a_language_that_is_no_longer_sent_is_breaking() {
    let with = Documented::catalog().to_json();
    let mut json: serde_json::Value = serde_json::from_str(&with).unwrap();
    for case in json["cases"].as_array_mut().unwrap() {
        case.as_object_mut().unwrap().remove("translations");
    }
    let without = json.to_string();
    let removed = httperr::contract::compare(&with, &without).unwrap();
    assert!(removed.iter().all(|difference| difference.is_breaking()) && removed.len() == 4);
    assert_eq!(removed.iter().next().unwrap().message(), "it is no longer sent in `zh`");
    let added = httperr::contract::compare(&without, &with).unwrap();
    assert!(!added.has_breaking());
    assert_eq!(added.iter().next().unwrap().message(), "it is sent in `zh` too");
    let changed = with.replace("余额不足", "没有余额");
    let changed = httperr::contract::compare(&with, &changed).unwrap();
    assert_eq!(changed.iter().next().unwrap().message(), "its texts in `zh` are others");
    assert!(!changed.has_breaking() && changed.len() == 1);
}

fn every_error() -> Vec<Box<dyn HttpError>> {
    vec![
        Box::new(OUT_OF_CREDIT),
        Box::new(ApiError::NoAccount),
        Box::new(ApiError::Broken),
        Box::new(ApiError::Inner(Inner)),
        Box::new(ApiError::Closed(1)),
        Box::new(Bodies::Template(1)),
        Box::new(Bodies::View),
        Box::new(Bodies::Status(0)),
        Box::new(Outer::Api(OUT_OF_CREDIT)),
        Box::new(NotTranslated::Public),
        Box::new(Inherited::Own),
        Box::new(Box::new(ApiError::NoAccount)),
        Box::new(Box::new(OUT_OF_CREDIT)),
    ]
}

proptest! {
    #[test]
    fn any_preference_yields_a_declared_body(
        value in "[ -~]{0,40}|([a-zA-Z]{1,4}(-[A-Za-z0-9]{1,9})?(;q=[0-9.]{1,6})?[, ]{1,2}){0,5}",
    ) {
        for error in every_error() {
            let response = send(&*error, &value);
            let tags = ["en", "zh", "zh-Hant", "de"];
            let declared: Vec<_> = tags.into_iter().map(|tag| send(&*error, tag)).collect();
            prop_assert!(declared.iter().any(|other| other.body() == response.body()));
            prop_assert_eq!(response.status(), error.status());
            if let Some(language) = header(&response, "content-language") {
                prop_assert!(tags.contains(&language));
                let same = send(&*error, language);
                prop_assert_eq!(same.body(), response.body());
            }
        }
    }
}
