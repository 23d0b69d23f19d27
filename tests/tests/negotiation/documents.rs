//! The documents of each format, with any text in any member.

use httperr::http::{Response, StatusCode};
use httperr::{bytes::Bytes, Context, HttpError, Negotiation, Problem};
use proptest::prelude::*;
use roxmltree::{Document, Node};
use serde_json::{json, Map, Value};

/// Markup, quotes, control characters, and what is no character of XML 1.0.
const CANARY: &str =
    "</problem><script>alert(1)</script>]]>&amp;\"'><!--\u{0}\u{1b}[31m\r\n\u{fffe}\u{85}";

fn respond(problem: &Problem, accept: &str) -> Response<Bytes> {
    let context = Context::new().accept(accept);
    HttpError::to_response_with(problem, &context)
}

fn text_of(response: &Response<Bytes>) -> &str {
    std::str::from_utf8(response.body()).unwrap()
}

fn problem_of_canaries() -> Problem {
    Problem::new(StatusCode::BAD_REQUEST)
        .with_type(format!("https://example.com/{CANARY}"))
        .with_title(CANARY)
        .with_detail(CANARY)
        .with_instance(format!("javascript:{CANARY}"))
        .with_extension("code", CANARY)
        .and_then(|problem| problem.with_extension(CANARY, CANARY))
        .and_then(|problem| problem.with_extension("list", json!([CANARY, { "i": [CANARY] }])))
        .and_then(|problem| problem.with_extension("object", json!({ CANARY: 1, "text": CANARY })))
        .unwrap()
}

fn child<'a>(node: Node<'a, 'a>, name: &str) -> Node<'a, 'a> {
    node.children().find(|child| child.tag_name().name() == name).unwrap()
}

#[test]
fn markup_in_any_member_is_text_in_xml() {
    let response = respond(&problem_of_canaries(), "application/problem+xml");
    let document = Document::parse(text_of(&response)).unwrap();
    let root = document.root_element();
    assert_eq!(root.tag_name().namespace(), Some("urn:ietf:rfc:7807"));
    let names: Vec<_> = root.children().map(|child| child.tag_name().name()).collect();
    assert_eq!(
        names,
        ["type", "title", "status", "detail", "instance", "code", "list", "object"],
        "a name that is not one of XML is left out"
    );
    let canary = CANARY.replace(['\u{0}', '\u{1b}', '\u{fffe}', '\u{85}'], "\u{fffd}");
    for name in ["title", "detail", "code"] {
        assert_eq!(child(root, name).text(), Some(canary.as_str()), "{name}");
    }
    let list: Vec<_> = child(root, "list").children().collect();
    assert_eq!(list[0].text(), Some(canary.as_str()));
    assert_eq!(child(child(list[1], "i"), "i").text(), Some(canary.as_str()));
    assert_eq!(child(child(root, "object"), "text").text(), Some(canary.as_str()));
}

#[test]
fn markup_in_any_member_is_text_in_html() {
    let response = respond(&problem_of_canaries(), "text/html");
    let page = text_of(&response);
    let (head, body) = page.split_once("</style>").unwrap();
    assert!(!head.contains("<script"), "{head}");
    // The page is well-formed XML except for the tags of its head.
    let body = body.replace("</head>", "").replace("</html>", "");
    let document = Document::parse(&body).unwrap_or_else(|error| panic!("{error}: {body}"));
    let expected =
        ["body", "main", "h1", "p", "dl", "dt", "dd", "span", "code", "section", "pre", "ul", "li"];
    for node in document.descendants().filter(Node::is_element) {
        assert!(expected.contains(&node.tag_name().name()), "{node:?}");
        for attribute in node.attributes() {
            let name = attribute.name();
            assert!(["lang", "class", "tabindex", "aria-label"].contains(&name), "{attribute:?}");
        }
    }
    let shown = |name: &str| {
        let label = document.descendants().find(|node| node.text() == Some(name)).unwrap();
        let label = label.ancestors().find(|node| node.tag_name().name() == "dt").unwrap();
        let value = label.next_sibling_element().unwrap();
        value.descendants().filter_map(|node| node.text()).next().unwrap().to_owned()
    };
    let canary = CANARY.replace("\r\n", "\n");
    let canary = canary.replace(['\u{0}', '\u{1b}', '\u{fffe}', '\u{85}'], "\u{fffd}");
    assert_eq!(shown("Code"), canary);
    assert_eq!(shown("Instance"), format!("javascript:{canary}"));
    assert_eq!(shown("Type"), format!("https://example.com/{canary}"));
}

#[test]
fn a_list_of_invalid_fields_is_a_list_in_html() {
    let errors = json!([{ "detail": "a < b", "pointer": "#/a" }]);
    let problem = Problem::new(StatusCode::BAD_REQUEST).with_extension("errors", errors).unwrap();
    let problem = problem.with_extension("accounts", ["/a", "<b>"]).unwrap();
    let response = respond(&problem, "text/html");
    for list in [
        "<ul><li>a &lt; b <code>#/a</code></li></ul>",
        "<ul><li><code>/a</code></li><li><code>&lt;b&gt;</code></li></ul>",
    ] {
        assert!(text_of(&response).contains(list), "{}", text_of(&response));
    }
}

#[test]
fn only_a_type_on_the_web_is_a_link() {
    let is_link = |uri: &str| {
        let problem = Problem::new(StatusCode::BAD_REQUEST).with_type(uri);
        text_of(&respond(&problem, "text/html")).contains("<a href")
    };
    assert!(is_link("https://example.com/problems/a?b=c&d"));
    assert!(is_link("HTTP://example.com"));
    for uri in ["javascript:alert(1)", "urn:a", "/relative", "data:text/html,x", "https://a\n"] {
        assert!(!is_link(uri), "{uri}");
    }
}

#[test]
fn no_line_of_a_text_is_forged_by_a_member() {
    let response = respond(&problem_of_canaries(), "text/plain");
    let text = text_of(&response);
    assert!(!text.contains(['\u{0}', '\u{1b}', '\r']), "{text:?}");
    let problem = Problem::new(StatusCode::BAD_REQUEST)
        .with_instance("/a\nType: b")
        .with_extension("name\nType: c", "value\nType: d\u{2028}Type: e")
        .unwrap();
    let response = respond(&problem, "text/plain");
    assert_eq!(
        text_of(&response),
        "400 Bad Request\n\nInstance: /a Type: b\nname Type: c: value Type: d Type: e\n"
    );
}

#[test]
fn a_document_is_complete_in_each_format() {
    let problem = Problem::new(StatusCode::FORBIDDEN)
        .with_type("https://example.com/probs/out-of-credit")
        .with_title("You do not have enough credit.")
        .with_detail("Your current balance is 30, but that costs 50.")
        .with_instance("/account/12345/msgs/abc")
        .with_extension("balance", 30)
        .and_then(|problem| problem.with_extension("big", u64::MAX))
        .and_then(|problem| problem.with_extension("accounts", ["/a", "/b"]))
        .and_then(|problem| problem.with_extension("empty", json!([])))
        .and_then(|problem| problem.with_extension("nested", json!({ "a": [true, null, 1.5] })))
        .unwrap();
    assert_eq!(
        text_of(&respond(&problem, "text/xml")),
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <problem xmlns=\"urn:ietf:rfc:7807\">\
         <type>https://example.com/probs/out-of-credit</type>\
         <title>You do not have enough credit.</title>\
         <status>403</status>\
         <detail>Your current balance is 30, but that costs 50.</detail>\
         <instance>/account/12345/msgs/abc</instance>\
         <accounts><i>/a</i><i>/b</i></accounts>\
         <balance>30</balance>\
         <big>18446744073709551615</big>\
         <nested><a><i>true</i><i></i><i>1.5</i></a></nested>\
         </problem>\n"
    );
    assert_eq!(
        text_of(&respond(&problem, "text/plain")),
        "403 You do not have enough credit.\n\n\
         Your current balance is 30, but that costs 50.\n\n\
         Type: https://example.com/probs/out-of-credit\n\
         Instance: /account/12345/msgs/abc\n\
         accounts: [\"/a\",\"/b\"]\n\
         balance: 30\n\
         big: 18446744073709551615\n\
         empty: []\n\
         nested: {\"a\":[true,null,1.5]}\n"
    );
}

#[test]
fn a_document_that_is_nested_too_deeply_is_json() {
    let nested = |depth| (0..depth).fold(json!(1), |value, _| json!([value]));
    let media_type = |depth| {
        let problem = Problem::new(StatusCode::BAD_REQUEST).with_extension("a", nested(depth));
        let response = respond(&problem.unwrap(), "application/xml, text/html, text/plain");
        response.headers()["content-type"].clone()
    };
    assert_eq!(media_type(10), "application/problem+xml");
    for depth in [100, 300] {
        assert_eq!(media_type(depth), "application/problem+json");
    }
}

#[test]
fn the_texts_of_a_forwarded_problem_are_not_replaced() {
    let problem =
        Problem::new(StatusCode::NOT_FOUND).with_title("Custom").with_detail("of another service");
    let context = Context::new().translate(&super::errors::Texts).languages("de");
    let response = HttpError::to_response_with(&problem, &context);
    assert_eq!(response.body(), &problem.to_json());
    assert_eq!(response.headers()["content-language"], "en");
    let problem = Problem::new(StatusCode::NOT_FOUND).with_detail("of another service");
    let response = HttpError::to_response_with(&problem, &context);
    let translated = Problem::from_json(response.body()).unwrap();
    assert_eq!(translated.title(), Some("Nicht gefunden"));
    assert_eq!(translated.detail(), Some("of another service"));
}

/// A member whose value is JSON that the runtime does not create itself.
#[derive(Debug, thiserror::Error, HttpError)]
#[error("raw")]
#[http(400, extension("raw" = raw))]
struct Raw {
    raw: Box<serde_json::value::RawValue>,
}

#[test]
fn a_raw_value_is_sent_in_each_format() {
    for json in ["1e999", r#""\ud800""#, "123456789012345678901234567890", "[ 1 , { } ]", "-0.0"] {
        let error = Raw { raw: serde_json::value::RawValue::from_string(json.to_owned()).unwrap() };
        for (accept, media_type) in [
            ("application/xml", "application/problem+xml"),
            ("text/html", "text/html; charset=utf-8"),
        ] {
            let response = error.to_response_with(&Context::new().accept(accept));
            assert_eq!(response.headers()["content-type"], media_type, "{json}");
        }
        let response = error.to_response_with(&Context::new().accept("text/xml"));
        let document = Document::parse(text_of(&response)).unwrap();
        let raw = child(document.root_element(), "raw");
        if json.starts_with(|char: char| char.is_ascii_digit() || char == '-') {
            assert_eq!(raw.text(), Some(json));
        }
    }
}

/// Returns what XML has of a value (RFC 9457, appendix B), or [`None`] if it is left out.
fn expected(value: &Value) -> Option<Value> {
    Some(match value {
        Value::Null => return None,
        Value::Bool(_) | Value::Number(_) => value.to_string().into(),
        Value::String(text) => text.chars().map(expected_char).collect::<String>().into(),
        Value::Array(values) if values.is_empty() => return None,
        Value::Array(values) => {
            values.iter().map(|value| expected(value).unwrap_or_else(|| "".into())).collect()
        }
        Value::Object(members) if members.is_empty() => return None,
        Value::Object(members) => {
            let members: Map<_, _> = members
                .iter()
                .filter(|(name, _)| is_name(name))
                .filter_map(|(name, value)| Some((name.clone(), expected(value)?)))
                .collect();
            if members.is_empty() {
                "".into()
            } else {
                members.into()
            }
        }
    })
}

fn expected_char(char: char) -> char {
    let is_replaced = char.is_control() && !matches!(char, '\t' | '\n' | '\r');
    if is_replaced || matches!(char, '\u{fffe}' | '\u{ffff}') {
        '\u{fffd}'
    } else {
        char
    }
}

fn is_name(name: &str) -> bool {
    let xml = format!("<{name}/>");
    let is_plain = !name.contains([':', '/', ' ', '\t', '\n', '\r', '>', '<', '?', '!']);
    is_plain && Document::parse(&xml).is_ok()
}

/// Reads a value back. Its text is that of one without elements.
fn read(node: Node<'_, '_>) -> Value {
    let elements: Vec<_> = node.children().filter(Node::is_element).collect();
    if elements.is_empty() {
        return node.text().unwrap_or_default().into();
    }
    if elements.iter().all(|element| element.tag_name().name() == "i") {
        return elements.into_iter().map(read).collect();
    }
    let member = |node: Node<'_, '_>| (node.tag_name().name().to_owned(), read(node));
    elements.into_iter().map(member).collect::<Map<_, _>>().into()
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[a-hj-zA-Z_][a-zA-Z0-9._-]{0,8}",
        1 => "[a-z]{1,3}:[a-z]{1,3}",
        1 => any::<String>(),
    ]
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        "[<>&\"'\\]\\r\\n\\t\u{0}-\u{20}]{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(name(), inner, 0..4)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn every_document_is_well_formed_in_each_format(
        title: String,
        detail: String,
        instance: String,
        ty: String,
        members in prop::collection::btree_map(name(), value(), 0..5),
    ) {
        let mut problem = Problem::new(StatusCode::CONFLICT)
            .with_type(ty)
            .with_title(title.clone())
            .with_detail(detail.clone())
            .with_instance(instance);
        for (name, value) in &members {
            // A standard name is refused.
            problem = problem.clone().with_extension(name, value).unwrap_or(problem);
        }

        let response = respond(&problem, "application/problem+xml");
        prop_assert_eq!(&response.headers()["content-type"], "application/problem+xml");
        let document = Document::parse(text_of(&response));
        prop_assert!(document.is_ok(), "{:?}: {:?}", document, text_of(&response));
        let document = document.unwrap();
        let root = document.root_element();
        let text: String = title.chars().map(expected_char).collect();
        prop_assert_eq!(child(root, "title").text().unwrap_or_default(), text);
        for (name, value) in problem.extensions() {
            let found = root.children().find(|node| node.tag_name().name() == name).map(read);
            prop_assert_eq!(found, expected(value).filter(|_| is_name(name)), "{}", name);
        }

        let page = respond(&problem, "text/html");
        let (_, body) = text_of(&page).split_once("</style>").unwrap();
        let body = body.replace("</head>", "").replace("</html>", "");
        prop_assert!(Document::parse(&body).is_ok(), "{}", body);
        let is_control = |char: char| char.is_control() && !matches!(char, '\t' | '\n');
        prop_assert!(!text_of(&page).contains(is_control));

        let text = respond(&problem, "text/plain");
        prop_assert!(text_of(&text).starts_with("409 "));
    }

    #[test]
    fn a_translated_document_has_the_members_of_the_declared_one(
        members in prop::collection::btree_map(name(), value(), 0..5),
    ) {
        let mut problem = Problem::new(StatusCode::CONFLICT);
        for (name, value) in &members {
            problem = problem.clone().with_extension(name, value).unwrap_or(problem);
        }
        let context = Context::new().translate(&httperr::ReasonPhrases).languages("zh");
        let response = HttpError::to_response_with(&problem, &context);
        let translated = Problem::from_json(response.body()).unwrap();
        prop_assert_eq!(translated.title(), Some("冲突"));
        prop_assert_eq!(translated.extensions(), problem.extensions());
    }
}

#[test]
fn the_words_are_chinese_where_the_reason_phrases_are() {
    #[derive(Debug, thiserror::Error, HttpError)]
    #[error("gone")]
    #[http(410, languages("en", "zh-TW", "zh-SG"), detail("zh-TW" = "消失", "zh-SG" = "消失"))]
    struct Gone;

    for (language, title, word) in
        [("en", "Gone", "Instance"), ("zh-TW", "Gone", "Instance"), ("zh-SG", "已移除", "实例")]
    {
        let context = Context::new().languages(language).instance("/a");
        let context = context.negotiate(Negotiation::new().text()).accept("text/plain");
        let response = Gone.to_response_with(&context);
        assert_eq!(response.headers()["content-language"], language);
        let text = text_of(&response);
        assert!(text.contains(title) && text.contains(word), "{language}: {text}");
    }
}
