//! Texts of the declaration in several languages, beside those of a [`Translate`].

use std::borrow::Cow;

use httperr::{Case, Context, HttpError, ReasonPhrases, Translate};
use serde_json::{Map, Value};

#[derive(Debug, thiserror::Error, HttpError)]
#[http(codes(rename_all = "kebab-case"))]
enum DeclaredError {
    #[error("no order {0}")]
    #[http(404, title = "No order", title(zh = "没有订单"), detail(zh = "没有订单 {_0}"))]
    NoOrder(u64),
    #[error("gone")]
    #[http(410, detail(fr = "parti"))]
    Gone,
}

/// Its name is private.
#[derive(Debug, thiserror::Error, HttpError)]
#[error("cannot connect")]
#[http(503, languages("en", "zh"))]
struct Masked;

/// The hook has a title in Chinese, and both texts in English and German.
struct Texts;

impl Translate for Texts {
    fn languages(&self) -> Vec<&str> {
        vec!["en", "de", "zh"]
    }

    fn title(&self, case: Case, language: &str) -> Option<Cow<'_, str>> {
        match (case.code(), language) {
            (Some("no-order"), "en") => Some("Hook".into()),
            (Some("no-order"), "de") => Some("Keine Bestellung".into()),
            (Some("no-order"), "zh") => Some("钩子".into()),
            (None, "zh") => Some("请稍候".into()),
            _ => None,
        }
    }

    fn detail(&self, case: Case, _: &Map<String, Value>, language: &str) -> Option<Cow<'_, str>> {
        match (case.code(), language) {
            (Some("no-order"), "en") => Some("of the hook".into()),
            (Some("no-order"), "de") => Some("fehlt".into()),
            _ => None,
        }
    }
}

/// The same without Chinese.
struct WithoutChinese;

impl Translate for WithoutChinese {
    fn languages(&self) -> Vec<&str> {
        vec!["en", "de"]
    }

    fn title(&self, case: Case, language: &str) -> Option<Cow<'_, str>> {
        Texts.title(case, language).map(|title| title.into_owned().into())
    }

    fn detail(&self, case: Case, _: &Map<String, Value>, language: &str) -> Option<Cow<'_, str>> {
        Texts.detail(case, &Map::new(), language).map(|detail| detail.into_owned().into())
    }
}

#[track_caller]
fn assert_sent(error: &dyn HttpError, hook: &dyn Translate, accepted: &str, expected: [&str; 3]) {
    let context = Context::new().translate(hook).languages(accepted.to_owned());
    let response = error.to_response_with(&context);
    let body: Value = serde_json::from_slice(response.body()).unwrap();
    let sent = [
        response.headers()["content-language"].to_str().unwrap(),
        body["title"].as_str().unwrap(),
        body["detail"].as_str().unwrap_or_default(),
    ];
    assert_eq!(sent, expected, "{accepted}");
    assert_eq!(response.headers()["vary"], "accept-language");
}

#[test]
fn a_text_of_the_hook_replaces_that_of_the_declaration_in_its_language() {
    let no_order = &DeclaredError::NoOrder(7);
    assert_sent(no_order, &Texts, "zh-CN", ["zh", "钩子", "没有订单 7"]);
    assert_sent(no_order, &Texts, "de, zh;q=0.5", ["de", "Keine Bestellung", "fehlt"]);
    assert_sent(no_order, &Texts, "fr", ["en", "Hook", "of the hook"]);
}

#[test]
fn a_declared_text_is_sent_where_the_hook_has_none() {
    assert_sent(&DeclaredError::Gone, &Texts, "fr, de;q=0.5", ["fr", "Gone", "parti"]);
    assert_sent(&DeclaredError::Gone, &Texts, "de, fr;q=0.5", ["fr", "Gone", "parti"]);
    let no_order = &DeclaredError::NoOrder(7);
    assert_sent(no_order, &ReasonPhrases, "zh", ["zh", "没有订单", "没有订单 7"]);
}

#[test]
fn a_preferred_language_that_only_the_declaration_has_is_sent() {
    let no_order = &DeclaredError::NoOrder(7);
    assert_sent(no_order, &WithoutChinese, "zh", ["zh", "没有订单", "没有订单 7"]);
    assert_sent(no_order, &WithoutChinese, "zh, de;q=0.5", ["zh", "没有订单", "没有订单 7"]);
    assert_sent(no_order, &WithoutChinese, "de, zh;q=0.5", ["de", "Keine Bestellung", "fehlt"]);
    // A reason phrase in Chinese would be beside a text in French.
    assert_sent(&DeclaredError::Gone, &ReasonPhrases, "fr, zh;q=0.5", ["fr", "Gone", "parti"]);
}

#[test]
fn a_reason_phrase_that_the_declaration_has_translated_is_replaced_by_the_hook() {
    assert_sent(&Masked, &Texts, "zh", ["zh", "请稍候", ""]);
    assert_sent(&Masked, &WithoutChinese, "zh", ["zh", "服务不可用", ""]);
    assert_sent(&Masked, &ReasonPhrases, "zh", ["zh", "服务不可用", ""]);
    assert_sent(&Masked, &ReasonPhrases, "fr", ["en", "Service Unavailable", ""]);
}
