//! RFC 9457 through `Problem`. P and C rules: the requirements for a producer and a consumer.

use std::error::Error;

use httperr::http::header::{HeaderMap, HeaderValue, CONTENT_TYPE};
use httperr::http::{Response, StatusCode};
use httperr::{ExtensionError, Problem, ReadError};
use proptest::prelude::*;
use serde::{Serialize, Serializer};
use serde_json::{json, Map, Value};

fn read(json: &str) -> Problem {
    Problem::from_json(json.as_bytes()).unwrap()
}

fn to_json(problem: &Problem) -> String {
    String::from_utf8(problem.to_json()).unwrap()
}

fn response(content_type: &str, body: &str) -> Response<String> {
    let mut response = Response::new(body.to_owned());
    *response.status_mut() = StatusCode::NOT_FOUND;
    let content_type = HeaderValue::from_bytes(content_type.as_bytes()).unwrap();
    response.headers_mut().insert(CONTENT_TYPE, content_type);
    response
}

mod consumer {
    use super::*;

    #[test]
    fn c_01_a_member_of_the_wrong_type_is_ignored() {
        for wrong in ["null", "true", "[\"x\"]", "{\"x\":1}", "7.5"] {
            for name in ["type", "title", "status", "detail", "instance"] {
                let document = format!(r#"{{"{name}": {wrong}, "other": 1}}"#);
                let problem = read(&document);
                assert_eq!(problem, read(r#"{"other": 1}"#), "{document}");
                assert_eq!(problem.extensions().len(), 1, "{document}");
            }
        }
        assert_eq!(read(r#"{"status": "404"}"#), Problem::default());
        assert_eq!(read(r#"{"type": 404}"#).type_uri(), "about:blank");
    }

    #[test]
    fn c_01_the_members_beside_an_invalid_member_are_read() {
        let problem = read(r#"{"status": 404, "title": 1, "detail": "d", "instance": "/i"}"#);
        assert_eq!(problem.status(), Some(StatusCode::NOT_FOUND));
        assert_eq!(problem.title(), None);
        assert_eq!(problem.detail(), Some("d"));
        assert_eq!(problem.instance(), Some("/i"));
    }

    #[test]
    fn c_01_an_extension_of_the_wrong_type_is_ignored() {
        let problem = read(r#"{"balance": "30", "nothing": null}"#);
        assert_eq!(problem.extension::<i64>("balance"), None);
        assert_eq!(problem.extension::<String>("balance").as_deref(), Some("30"));
        assert_eq!(problem.extension::<i64>("missing"), None);
        assert_eq!(problem.extension::<Option<i64>>("nothing"), Some(None));
        assert_eq!(problem.extension::<&str>("title"), None);
    }

    #[test]
    fn c_02_the_resolved_type_identifies_the_problem() {
        let problem = read(r#"{"type": "/problems/out-of-credit"}"#);
        let resolved = problem.type_resolved("https://api.example.com/v1/accounts?x=1#y");
        assert_eq!(resolved, "https://api.example.com/problems/out-of-credit");
        assert!(read(&format!(r#"{{"type": "{resolved}"}}"#)).is_type(&resolved));
        assert!(!problem.is_type(&resolved));
    }

    #[test]
    fn c_03_without_a_type_it_is_about_blank() {
        let problem = read("{}");
        assert_eq!(problem.type_uri(), "about:blank");
        assert!(problem.is_type(Problem::ABOUT_BLANK));
        assert_eq!(problem.type_resolved("https://api.example.com/x"), "about:blank");
        assert_eq!(problem, read(r#"{"type": "about:blank"}"#));
    }

    #[test]
    fn c_06_unknown_extensions_are_ignored() {
        let problem = read(r#"{"title": "t", "trace": {"a": [1, null]}, "": 0, "Type": "x"}"#);
        assert_eq!(problem.title(), Some("t"));
        assert_eq!(problem.type_uri(), "about:blank");
        assert_eq!(problem.extensions()["trace"], json!({"a": [1, null]}));
        assert_eq!(problem.extensions().len(), 3);
    }

    #[test]
    fn c_07_the_status_of_the_response_takes_precedence() {
        for body in [r#"{"status": 500}"#, r#"{"status": 404}"#, "{}", r#"{"status": "x"}"#] {
            let problem = Problem::from_response(&response(Problem::MEDIA_TYPE, body)).unwrap();
            assert_eq!(problem.status(), Some(StatusCode::NOT_FOUND), "{body}");
        }
        let mut invalid = response(Problem::MEDIA_TYPE, "{}");
        *invalid.status_mut() = StatusCode::from_u16(700).unwrap();
        let problem = Problem::from_response(&invalid).unwrap();
        assert_eq!(problem.status(), Some(StatusCode::INTERNAL_SERVER_ERROR));
    }

    #[test]
    fn c_08_a_relative_instance_resolves_against_the_base() {
        let problem = read(r#"{"instance": "../log/7"}"#);
        let base = "https://api.example.com/v1/accounts/3";
        let resolved = problem.instance_resolved(base);
        assert_eq!(resolved.as_deref(), Some("https://api.example.com/v1/log/7"));
        assert_eq!(read("{}").instance_resolved(base), None);
    }

    #[test]
    fn c_09_an_instance_may_be_an_opaque_identifier() {
        let instance = "urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6";
        let problem = read(&format!(r#"{{"instance": "{instance}"}}"#));
        assert_eq!(problem.instance(), Some(instance));
        let resolved = problem.instance_resolved("https://api.example.com/");
        assert_eq!(resolved.as_deref(), Some(instance));
    }

    #[test]
    fn a_status_is_any_integer_that_json_can_write_within_100_to_599() {
        for (json, status) in [
            ("404", Some(404)),
            ("404.0", Some(404)),
            ("4.04e2", Some(404)),
            ("40400E-2", Some(404)),
            ("100", Some(100)),
            ("599", Some(599)),
            ("599.5", None),
            ("99", None),
            ("99.9", None),
            ("600", None),
            ("-404", None),
            ("0", None),
            ("65940", None), // 404 in 16 bits
            ("18446744073709551615", None),
            ("1e300", None),
        ] {
            let problem = read(&format!(r#"{{"status": {json}}}"#));
            let expected = status.map(|code| StatusCode::from_u16(code).unwrap());
            assert_eq!(problem.status(), expected, "{json}");
        }
    }

    #[test]
    fn the_last_of_two_equal_names_is_used() {
        let problem = read(r#"{"title": "a", "title": "b", "status": 404, "status": "x"}"#);
        assert_eq!(problem.title(), Some("b"));
        assert_eq!(problem.status(), None);
    }

    #[test]
    fn anything_but_a_json_object_is_an_error() {
        for json in ["[]", "null", "7", "\"{}\"", "[{}]", " true"] {
            let error = Problem::from_json(json.as_bytes()).unwrap_err();
            assert!(matches!(error, ReadError::NotAnObject), "{json}: {error:?}");
            assert!(error.source().is_none());
        }
        let deep = format!("{{\"x\":{}{}}}", "[".repeat(200), "]".repeat(200));
        for json in ["", "{", "{}x", "{'a':1}", "{1:2}", "\u{feff}", &deep] {
            let error = Problem::from_json(json.as_bytes()).unwrap_err();
            assert!(matches!(error, ReadError::Json(_)), "{json}: {error:?}");
            assert_eq!(error.to_string(), "the problem document is not valid JSON");
            assert!(error.source().is_some());
        }
        assert!(Problem::from_json(b"{\"title\": \"\xff\"}").is_err());
    }

    #[test]
    fn a_byte_order_mark_is_skipped() {
        assert_eq!(read("\u{feff}{\"title\": \"t\"}").title(), Some("t"));
    }

    #[test]
    fn an_unpaired_surrogate_becomes_a_replacement_character() {
        for (json, text) in [
            (r"\ud83d", "\u{fffd}"),
            (r"cut \uD83D", "cut \u{fffd}"),
            (r"\ude00\ud83d", "\u{fffd}\u{fffd}"),
            (r"\ud83d\ud83d\ude00", "\u{fffd}\u{1f600}"),
            (r"\ud83d\u0041", "\u{fffd}A"),
            (r"\ud83d\n", "\u{fffd}\n"),
            (r"\\ud83d \ud83d", "\\ud83d \u{fffd}"),
            (r"\\\ud83d", "\\\u{fffd}"),
        ] {
            let problem = read(&format!(r#"{{"detail": "{json}", "status": 404}}"#));
            assert_eq!(problem.detail(), Some(text), "{json}");
            assert_eq!(problem.status(), Some(StatusCode::NOT_FOUND), "{json}");
        }
        assert_eq!(read(r#"{"\ud83d": ["\ud83d"]}"#).extensions()["\u{fffd}"], json!(["\u{fffd}"]));
        for json in [r#"{"detail": "\ud83d"#, r#"{"detail": "\ud83d\"#, r#"{"detail": "\ud8"}"#] {
            assert!(Problem::from_json(json.as_bytes()).is_err(), "{json}");
        }
    }

    #[test]
    fn only_a_response_with_the_media_type_is_parsed() {
        for content_type in [
            "application/problem+json",
            "APPLICATION/Problem+JSON",
            "application/problem+json; charset=utf-8",
            "application/problem+json ;profile=\"\u{e9}\"",
        ] {
            let response = response(content_type, "{}");
            assert!(Problem::from_response(&response).is_ok(), "{content_type}");
        }
        for content_type in [
            "application/json",
            "application/problem+xml",
            "application/problem+jsonx",
            "text/html; x=application/problem+json",
            "",
        ] {
            let error = Problem::from_response(&response(content_type, "{}")).unwrap_err();
            let message =
                format!("the content type is {content_type:?}, not \"application/problem+json\"");
            assert_eq!(error.to_string(), message);
        }
        let none = Problem::from_response_parts(StatusCode::NOT_FOUND, &HeaderMap::new(), b"{}");
        assert!(matches!(none, Err(ReadError::ContentType(None))), "{none:?}");
        let empty = Problem::from_response(&response(Problem::MEDIA_TYPE, ""));
        assert!(matches!(empty, Err(ReadError::Json(_))), "{empty:?}");
    }

    /// RFC 3986, sections 5.4.1 and 5.4.2 (strict).
    #[test]
    fn references_resolve_as_in_the_table_of_rfc_3986() {
        for (reference, target) in [
            ("g:h", "g:h"),
            ("g", "http://a/b/c/g"),
            ("./g", "http://a/b/c/g"),
            ("g/", "http://a/b/c/g/"),
            ("/g", "http://a/g"),
            ("//g", "http://g"),
            ("?y", "http://a/b/c/d;p?y"),
            ("g?y", "http://a/b/c/g?y"),
            ("#s", "http://a/b/c/d;p?q#s"),
            ("g#s", "http://a/b/c/g#s"),
            ("g?y#s", "http://a/b/c/g?y#s"),
            (";x", "http://a/b/c/;x"),
            ("g;x", "http://a/b/c/g;x"),
            ("g;x?y#s", "http://a/b/c/g;x?y#s"),
            ("", "http://a/b/c/d;p?q"),
            (".", "http://a/b/c/"),
            ("./", "http://a/b/c/"),
            ("..", "http://a/b/"),
            ("../", "http://a/b/"),
            ("../g", "http://a/b/g"),
            ("../..", "http://a/"),
            ("../../", "http://a/"),
            ("../../g", "http://a/g"),
            ("../../../g", "http://a/g"),
            ("../../../../g", "http://a/g"),
            ("/./g", "http://a/g"),
            ("/../g", "http://a/g"),
            ("g.", "http://a/b/c/g."),
            (".g", "http://a/b/c/.g"),
            ("g..", "http://a/b/c/g.."),
            ("..g", "http://a/b/c/..g"),
            ("./../g", "http://a/b/g"),
            ("./g/.", "http://a/b/c/g/"),
            ("g/./h", "http://a/b/c/g/h"),
            ("g/../h", "http://a/b/c/h"),
            ("g;x=1/./y", "http://a/b/c/g;x=1/y"),
            ("g;x=1/../y", "http://a/b/c/y"),
            ("g?y/./x", "http://a/b/c/g?y/./x"),
            ("g?y/../x", "http://a/b/c/g?y/../x"),
            ("g#s/./x", "http://a/b/c/g#s/./x"),
            ("g#s/../x", "http://a/b/c/g#s/../x"),
            ("http:g", "http:g"),
        ] {
            let problem = Problem::default().with_type(reference);
            assert_eq!(problem.type_resolved("http://a/b/c/d;p?q"), target, "{reference}");
        }
    }

    #[test]
    fn references_outside_the_table_of_rfc_3986_resolve() {
        for (base, reference, target) in [
            ("http://a", "g", "http://a/g"),
            ("http://a?q", "", "http://a?q"),
            ("http://a/b/../c", "", "http://a/b/../c"),
            ("http://a/b?q/r", "g", "http://a/g"),
            ("http://a/b", "é/../ü", "http://a/ü"),
            ("http://a/b", "12:30", "http://a/12:30"),
            ("http://a/b", "HTTP://A/x/../y", "HTTP://A/y"),
            ("urn:x:y", "g", "urn:g"),
            ("file:/a/b", "/.//c", "file:/.//c"), // not file://c
            ("", "g", "g"),
        ] {
            let problem = Problem::default().with_type(reference);
            assert_eq!(problem.type_resolved(base), target, "{base} {reference}");
        }
    }
}

mod producer {
    use super::*;

    #[test]
    fn p_01_the_document_is_an_object_of_its_own_media_type() {
        let response = Problem::new(StatusCode::UNAUTHORIZED).to_response();
        assert_eq!(response.headers().len(), 1);
        assert_eq!(response.headers()[CONTENT_TYPE], "application/problem+json");
        assert!(serde_json::from_slice::<Map<String, Value>>(response.body()).is_ok());
    }

    #[test]
    fn p_03_every_member_is_optional() {
        assert_eq!(to_json(&Problem::default()), "{}");
        assert_eq!(read("{}"), Problem::default());
    }

    #[test]
    fn p_04_the_status_sent_is_the_status_in_the_body() {
        for code in 100..=999 {
            let problem = Problem::new(StatusCode::from_u16(code).unwrap());
            let response = problem.to_response();
            let sent = response.status().as_u16();
            assert_eq!(sent, if (200..600).contains(&code) { code } else { 500 });
            if !response.body().is_empty() {
                let body: Value = serde_json::from_slice(response.body()).unwrap();
                assert_eq!(body["status"], sent, "{code}");
            }
        }
    }

    #[test]
    fn p_04_a_problem_with_an_unsendable_status_becomes_a_500() {
        let without = Problem::default().with_type("/p").with_title("t").with_detail("d");
        let interim = without.clone().with_status(StatusCode::CONTINUE);
        for problem in [without, interim] {
            let response = problem.to_response();
            assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
            assert_eq!(response.body(), r#"{"type":"/p","title":"t","status":500,"detail":"d"}"#);
        }
    }

    #[test]
    fn p_18_the_title_of_about_blank_is_the_reason_phrase() {
        let problem = Problem::new(StatusCode::UNAUTHORIZED);
        assert_eq!(problem.title(), Some("Unauthorized"));
        assert_eq!(to_json(&problem), r#"{"title":"Unauthorized","status":401}"#);
        let unknown = Problem::new(StatusCode::from_u16(471).unwrap());
        assert_eq!(to_json(&unknown), r#"{"status":471}"#);
    }

    #[test]
    fn p_18_the_title_follows_the_status_unless_it_was_chosen() {
        let unknown = StatusCode::from_u16(471).unwrap();
        let problem = Problem::new(StatusCode::UNAUTHORIZED);
        assert_eq!(problem.clone().with_status(unknown).title(), None);
        let chosen = problem.clone().with_title("Wer da?").with_status(unknown);
        assert_eq!(chosen.title(), Some("Wer da?")); // P-19
        let typed = problem.with_type("/p").with_status(unknown);
        assert_eq!(typed.title(), Some("Unauthorized"));
    }

    #[test]
    fn p_18_a_bare_problem_that_becomes_a_500_takes_its_phrase() {
        for problem in [Problem::default(), Problem::new(StatusCode::CONTINUE)] {
            let sent = Problem::from_response(&problem.to_response()).unwrap();
            assert_eq!(sent.title(), Some("Internal Server Error"));
        }
    }

    #[test]
    fn members_are_written_in_order_and_about_blank_is_left_out() {
        let problem = Problem::default()
            .with_extension("balance", 30)
            .unwrap()
            .with_instance("/i")
            .with_detail("d")
            .with_title("t")
            .with_type("/p")
            .with_status(StatusCode::FORBIDDEN);
        assert_eq!(
            to_json(&problem),
            r#"{"type":"/p","title":"t","status":403,"detail":"d","instance":"/i","balance":30}"#
        );
        let blank = problem.with_type("about:blank");
        assert!(to_json(&blank).starts_with(r#"{"title":"t""#));
    }

    #[test]
    fn statuses_without_content_have_no_body_and_no_content_type() {
        for code in [204, 205, 304] {
            let problem = Problem::new(StatusCode::from_u16(code).unwrap()).with_detail("d");
            let response = problem.to_response();
            assert_eq!(response.status(), code);
            assert!(response.body().is_empty(), "{code}");
            assert!(response.headers().is_empty(), "{code}");
        }
    }

    #[test]
    fn an_extension_cannot_have_the_name_of_a_standard_member() {
        for name in ["type", "title", "status", "detail", "instance"] {
            let error = Problem::default().with_extension(name, 1).unwrap_err();
            assert!(matches!(error, ExtensionError::Reserved { .. }), "{error:?}");
            assert!(error.to_string().starts_with(&format!("`{name}` is a member")), "{error}");
        }
        assert!(Problem::default().with_extension("Status", 1).is_ok());
    }

    #[test]
    fn an_extension_that_cannot_be_serialized_is_an_error() {
        struct Failing;
        impl Serialize for Failing {
            fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
                Err(serde::ser::Error::custom("on strike"))
            }
        }
        let error = Problem::default().with_extension("x", Failing).unwrap_err();
        assert_eq!(error.to_string(), "the value of extension `x` cannot be written as JSON");
        assert_eq!(error.source().unwrap().to_string(), "on strike");

        let keys = std::collections::BTreeMap::from([(vec![1], 2)]);
        assert!(Problem::default().with_extension("x", keys).is_err());
        let nan = Problem::default().with_extension("x", f64::NAN).unwrap();
        assert_eq!(to_json(&nan), r#"{"x":null}"#);
    }

    #[test]
    fn an_extension_set_again_is_replaced() {
        let problem = Problem::default().with_extension("x", 1).unwrap();
        assert_eq!(to_json(&problem.with_extension("x", [2]).unwrap()), r#"{"x":[2]}"#);
    }
}

#[test]
fn serde_reads_and_writes_a_problem_inside_other_data() {
    let problems = vec![
        Problem::new(StatusCode::UNAUTHORIZED),
        Problem::default().with_extension("x", "y").unwrap(),
    ];
    let value = serde_json::to_value(&problems).unwrap();
    assert_eq!(value, json!([{"title": "Unauthorized", "status": 401}, {"x": "y"}]));
    assert_eq!(serde_json::from_value::<Vec<Problem>>(value).unwrap(), problems);
    let lenient: Problem = serde_json::from_str(r#"{"status": "x", "title": "t"}"#).unwrap();
    assert_eq!(lenient, Problem::default().with_title("t"));
    assert!(serde_json::from_str::<Problem>("[]").is_err());
}

#[test]
fn problems_and_errors_are_send_and_sync() {
    fn assert_send_sync<T: Send + Sync + 'static>() {}
    assert_send_sync::<Problem>();
    assert_send_sync::<ReadError>();
    assert_send_sync::<ExtensionError>();
}

fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        // Eighths, because `serde_json` reads other fractions to the last bit but one.
        any::<i32>().prop_map(|eighths| Value::from(f64::from(eighths) / 8.0)),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 32, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(any_name(), inner, 0..4)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

fn any_name() -> impl Strategy<Value = String> {
    prop_oneof![
        2 => any::<String>(),
        1 => prop::sample::select(vec!["type", "title", "status", "detail", "instance"])
            .prop_map(str::to_owned),
    ]
}

fn any_problem() -> impl Strategy<Value = Problem> {
    let text = || prop::option::of(any::<String>());
    let status = prop::option::of(100_u16..1000);
    let extensions = prop::collection::btree_map(any_name(), any_value(), 0..4);
    (text(), text(), status, text(), text(), extensions).prop_map(
        |(uri, title, status, detail, instance, extensions)| {
            let mut problem = Problem::default();
            if let Some(code) = status {
                problem = problem.with_status(StatusCode::from_u16(code).unwrap());
            }
            if let Some(uri) = uri {
                problem = problem.with_type(uri);
            }
            if let Some(title) = title {
                problem = problem.with_title(title);
            }
            if let Some(detail) = detail {
                problem = problem.with_detail(detail);
            }
            if let Some(instance) = instance {
                problem = problem.with_instance(instance);
            }
            for (name, value) in extensions {
                problem = problem.clone().with_extension(name, value).unwrap_or(problem);
            }
            problem
        },
    )
}

proptest! {
    #[test]
    fn serialize_and_parse_round_trips(problem in any_problem()) {
        let json = problem.to_json();
        prop_assert_eq!(&Problem::from_json(&json).unwrap(), &problem);
        let value = serde_json::to_value(&problem).unwrap();
        prop_assert_eq!(&serde_json::from_value::<Problem>(value).unwrap(), &problem);
    }

    #[test]
    fn a_sent_problem_is_parsed_back(problem in any_problem()) {
        let response = problem.to_response();
        if !response.body().is_empty() {
            let read = Problem::from_response(&response).unwrap();
            prop_assert_eq!(&read, &Problem::from_json(response.body()).unwrap());
            prop_assert_eq!(read.status(), Some(response.status()));
            prop_assert_eq!(read.detail(), problem.detail());
            prop_assert_eq!(read.extensions(), problem.extensions());
        }
    }

    #[test]
    fn every_object_is_parsed(value in any_value()) {
        let read = Problem::from_json(value.to_string().as_bytes());
        prop_assert_eq!(read.is_ok(), value.is_object());
    }

    #[test]
    fn arbitrary_bytes_do_not_panic(bytes in any::<Vec<u8>>()) {
        let _ = Problem::from_json(&bytes);
    }

    #[test]
    fn malformed_json_does_not_panic(text in r#"\{"(\\|\\u|[dD8-9a-f]{0,4}|["{}:,\[\]0]){0,24}"#) {
        let _ = Problem::from_json(text.as_bytes());
    }

    #[test]
    fn escaped_code_units_are_read_as_utf_16(
        units in prop::collection::vec(prop_oneof![any::<u16>(), 0xD800_u16..0xE000], 0..8),
    ) {
        let escapes: Vec<String> = units.iter().map(|unit| format!("\\u{unit:04x}")).collect();
        let escapes = escapes.concat();
        let text = String::from_utf16_lossy(&units);
        let problem = read(&format!("{{\"title\": \"{escapes}\"}}"));
        prop_assert_eq!(problem.title(), Some(&*text));
    }

    #[test]
    fn resolving_is_idempotent(reference in "([a-c.:é]|/|//|\\.\\.|[?#]){0,12}") {
        let base = "https://api.example.com/v1/accounts;p?q";
        let once = Problem::default().with_type(reference).type_resolved(base);
        let resolved_again = Problem::default().with_type(once.clone()).type_resolved(base);
        prop_assert_eq!(once, resolved_again);
    }

    #[test]
    fn arbitrary_references_do_not_panic(reference in any::<String>(), base in any::<String>()) {
        let problem = Problem::default().with_type(reference);
        let _ = problem.type_resolved(&base);
    }
}
