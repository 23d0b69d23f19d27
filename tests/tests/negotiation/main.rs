//! The format and the language that the client prefers: the same on seven servers, over a socket.

mod declared;
mod documents;
mod errors;
mod services;

use std::net::SocketAddr;
use std::sync::OnceLock;

use errors::SECRET;
use httperr_tests::socket;
use services::{start, Setting};

/// Header fields that a framework or its server adds to every response.
const ADDED: [&str; 5] = ["connection", "date", "permissions-policy", "server", "x-frame-options"];

const PROBLEM: &str = "application/problem+json";
const XML: &str = "application/problem+xml";
const HTML: &str = "text/html; charset=utf-8";
const TEXT: &str = "text/plain; charset=utf-8";

#[derive(Debug, PartialEq, Eq)]
struct Received {
    status: u16,
    /// Sorted, in lower case, without those of [`ADDED`].
    fields: Vec<(String, String)>,
    body: String,
}

impl Received {
    fn field(&self, name: &str) -> Option<&str> {
        let mut lines = self.fields.iter().filter(|(other, _)| other == name);
        let value = lines.next().map(|(_, value)| value.as_str());
        assert_eq!(lines.next(), None, "`{name}` is sent twice: {self:?}");
        value
    }

    fn media_type(&self) -> &str {
        self.field("content-type").unwrap_or_default()
    }
}

fn send(address: SocketAddr, method: &str, path: &str, fields: &[(&str, &[u8])]) -> Received {
    let response = socket::send(address, method, path, fields, None);
    let mut fields = response.fields_without(&ADDED);
    fields.sort();
    Received { status: response.status, fields, body: response.text() }
}

/// Sends a request to each server, whose responses have to be equal, and returns that of axum.
fn exchange(setting: Setting, method: &str, path: &str, fields: &[(&str, &[u8])]) -> Received {
    type Services = [(&'static str, SocketAddr); 7];
    static ALL: OnceLock<Services> = OnceLock::new();
    static ENVELOPES: OnceLock<Services> = OnceLock::new();
    static DEFAULT: OnceLock<Services> = OnceLock::new();

    let services = match setting {
        Setting::All => ALL.get_or_init(|| start(setting)),
        Setting::Envelopes => ENVELOPES.get_or_init(|| start(setting)),
        Setting::Default => DEFAULT.get_or_init(|| start(setting)),
    };
    let mut responses = services.iter().map(|(service, address)| {
        let mut response = send(*address, method, path, fields);
        // Rocket adds it to every response.
        let is_page = response.media_type() == HTML;
        response.fields.retain(|(name, _)| is_page || name != "x-content-type-options");
        let sent = format!("{:?}{}", response.fields, response.body);
        assert!(!sent.contains(SECRET), "{service}: {sent}");
        (*service, response)
    });
    let (_, first) = responses.next().unwrap();
    for (service, response) in responses {
        let request: Vec<_> = fields.iter().map(|(_, value)| value.escape_ascii()).collect();
        assert_eq!(response, first, "{method} {path} {request:?} on {service}");
    }
    first
}

fn get(setting: Setting, path: &str, accept: &str, languages: &str) -> Received {
    let fields = [("accept", accept), ("accept-language", languages)];
    let fields: Vec<_> = fields.into_iter().filter(|(_, value)| !value.is_empty()).collect();
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_bytes())).collect();
    exchange(setting, "GET", path, &fields)
}

#[test]
fn accept_chooses_the_format_on_every_server() {
    let rows: [(&str, &str); 42] = [
        ("", PROBLEM),
        ("*/*", PROBLEM),
        ("application/problem+json", PROBLEM),
        ("application/json", PROBLEM),
        ("application/*", PROBLEM),
        ("application/problem+xml", XML),
        ("application/xml", XML),
        ("text/xml", XML),
        ("text/html", HTML),
        ("TEXT/HTML", HTML),
        ("text/plain", TEXT),
        ("text/*", HTML),
        // A browser, and a client of an API.
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", HTML),
        (
            "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8",
            HTML,
        ),
        ("application/json, text/plain, */*", PROBLEM),
        // Of equal weights, the server prefers JSON.
        ("text/html, application/json", PROBLEM),
        ("text/plain, text/html", HTML),
        ("text/html;q=0.5, application/problem+json;q=0.5", PROBLEM),
        // RFC 9110, section 12.5.1: the most specific range determines the weight.
        ("text/*, text/html;q=0.1", TEXT),
        ("text/*;q=0.3, text/plain;q=0.7, text/plain;format=flowed, */*;q=0.5", TEXT),
        ("text/plain;q=0.5, text/html, text/x-dvi;q=0.8, text/x-c", HTML),
        ("application/json;q=0.1, text/plain;q=0.2", TEXT),
        ("application/problem+json;q=0, */*", XML),
        ("application/problem+json;q=0, application/problem+xml;q=0, */*;q=0.1", HTML),
        ("application/problem+json;q=0", PROBLEM),
        ("*/*;q=0", PROBLEM),
        ("text/html;q=0, text/plain;q=0.001", TEXT),
        ("text/html;level=1, text/plain;q=0.1", TEXT),
        ("text/html;charset=utf-8", HTML),
        ("text/html; q=1.000", HTML),
        ("text/html ;\tQ=0.5", HTML),
        ("text/html;q=0.5;extension=1, text/plain;q=0.4", HTML),
        (", ,text/html,,", HTML),
        (r#"image/png;note="a, text/html;q=1", text/plain"#, TEXT),
        // Nothing that is offered.
        ("image/png", PROBLEM),
        ("application/vnd.api+json", PROBLEM),
        // What cannot be parsed is as if it were absent.
        ("text/html;q=2", PROBLEM),
        ("text/html;q=0.1234", PROBLEM),
        ("text/html;q=-1", PROBLEM),
        ("text/html;q=", PROBLEM),
        ("text", PROBLEM),
        ("*/html", PROBLEM),
    ];
    for (accept, expected) in rows {
        let response = get(Setting::All, "/errors/no-order", accept, "");
        assert_eq!(response.media_type(), expected, "{accept}");
        assert_eq!(response.status, 404);
        assert_eq!(response.field("vary"), Some("accept-language, accept"), "{accept}");
        assert!(response.body.contains("no order 7"), "{response:?}");
    }
}

#[test]
fn a_declared_language_is_chosen_on_every_server() {
    for (languages, language, title) in [
        // A cache needs `Vary` on this response too.
        ("", "en", "No stock"),
        ("zh-CN, en;q=0.5", "zh", "缺货"),
        ("en, zh;q=0.5", "en", "No stock"),
        ("fr", "en", "No stock"),
        ("zh;q=2", "en", "No stock"),
    ] {
        let response = get(Setting::Default, "/errors/no-stock", "", languages);
        assert_eq!(response.field("content-language"), Some(language), "{languages}");
        assert_eq!(response.field("vary"), Some("accept-language"), "{languages}");
        assert!(response.body.contains(title), "{languages}: {}", response.body);
    }
    let lines: [(&str, &[u8]); 2] = [("accept-language", b"fr"), ("accept-language", b"zh;q=0.1")];
    let response = exchange(Setting::Default, "GET", "/errors/no-stock", &lines);
    assert_eq!(response.field("content-language"), Some("zh"));
    let response =
        exchange(Setting::Default, "GET", "/errors/no-stock", &[("accept-language", b"zh\xff")]);
    assert_eq!(response.field("content-language"), Some("en"));
}

#[test]
fn several_lines_of_accept_are_one_list_and_other_bytes_are_none() {
    let chosen = |lines: &[&[u8]]| {
        let fields: Vec<_> = lines.iter().map(|line| ("accept", *line)).collect();
        exchange(Setting::All, "GET", "/errors/no-order", &fields).media_type().to_owned()
    };
    assert_eq!(chosen(&[b"text/html;q=0.5", b"text/plain"]), TEXT);
    assert_eq!(chosen(&[b"application/json;q=0.1", b"text/html;q=0.2, text/plain;q=0.1"]), HTML);
    assert_eq!(chosen(&[b"text/html", b""]), HTML);
}

#[test]
fn accept_language_chooses_the_language_on_every_server() {
    let rows: [(&str, &str, &str); 30] = [
        ("", "en", "balance 30 is below 50"),
        ("en", "en", "balance 30 is below 50"),
        ("de", "de", "30 liegt unter 50"),
        ("DE", "de", "30 liegt unter 50"),
        // RFC 4647, section 3.4: the range is shortened until there is a text.
        ("de-AT", "de", "30 liegt unter 50"),
        ("de-Latn-AT-1996", "de", "30 liegt unter 50"),
        ("de-x-private", "de", "30 liegt unter 50"),
        ("zh", "zh", "余额不足"),
        ("zh-CN", "zh", "余额不足"),
        ("zh-Hans-CN", "zh", "余额不足"),
        ("fr, de;q=0.1", "de", "30 liegt unter 50"),
        ("en-US,en;q=0.9,de;q=0.8", "en", "balance 30 is below 50"),
        ("en;q=0.2, de;q=0.9, zh;q=0.5", "de", "30 liegt unter 50"),
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh", "余额不足"),
        ("de;q=0, en", "en", "balance 30 is below 50"),
        ("de;q=0", "en", "balance 30 is below 50"),
        ("en;q=0, de", "de", "30 liegt unter 50"),
        ("de-AT, de;q=0", "en", "balance 30 is below 50"),
        ("*", "en", "balance 30 is below 50"),
        ("*, de;q=0.5", "de", "30 liegt unter 50"),
        ("fr", "en", "balance 30 is below 50"),
        ("fr, *;q=0.1", "en", "balance 30 is below 50"),
        ("d", "en", "balance 30 is below 50"),
        ("deutsch", "en", "balance 30 is below 50"),
        ("de ; q=0.5 , fr", "de", "30 liegt unter 50"),
        (",,de,", "de", "30 liegt unter 50"),
        // What cannot be parsed is as if it were absent.
        ("de;q=2", "en", "balance 30 is below 50"),
        ("de;q=x, de", "en", "balance 30 is below 50"),
        ("de;q=0.0001", "en", "balance 30 is below 50"),
        // A language without a text for this error.
        ("zh-Hant-TW", "en", "balance 30 is below 50"),
    ];
    for (languages, expected, text) in rows {
        let response = get(Setting::All, "/errors/out-of-credit", "", languages);
        assert_eq!(response.field("content-language"), Some(expected), "{languages}");
        assert_eq!(response.field("vary"), Some("Origin, accept-language, accept"), "{languages}");
        assert!(response.body.contains(text), "{languages}: {response:?}");
        let document: serde_json::Value = serde_json::from_str(&response.body).unwrap();
        assert_eq!((&document["balance"], &document["status"]), (&30.into(), &422.into()));
    }
}

#[test]
fn a_reason_phrase_is_chinese_if_the_client_prefers_it() {
    let title = |setting, path: &str, languages: &str| {
        let response = get(setting, path, "", languages);
        let document: serde_json::Value = serde_json::from_str(&response.body).unwrap();
        let language = response.field("content-language").unwrap().to_owned();
        (document["title"].as_str().unwrap().to_owned(), language)
    };
    let expected = |title: &str, language: &str| (title.to_owned(), language.to_owned());
    for setting in [Setting::All, Setting::Envelopes] {
        assert_eq!(title(setting, "/nowhere", "zh-CN"), expected("未找到", "zh"));
        assert_eq!(title(setting, "/nowhere", "fr"), expected("Not Found", "en"));
        assert_eq!(title(setting, "/errors/problem", "zh"), expected("未找到", "zh"));
        assert_eq!(title(setting, "/errors/away", "zh"), expected("服务不可用", "zh"));
    }
    assert_eq!(title(Setting::All, "/nowhere", "de"), expected("Nicht gefunden", "de"));
    // The registry has no phrases in traditional characters.
    assert_eq!(title(Setting::All, "/nowhere", "zh-Hant"), expected("Not Found", "en"));
}

#[test]
fn a_masked_error_stays_masked_in_each_language_and_format() {
    for accept in ["", "text/html", "text/plain", "application/xml"] {
        let response = get(Setting::All, "/errors/away", accept, "de");
        assert!(response.body.contains("Nicht verfügbar"), "{response:?}");
        assert_eq!(response.field("retry-after"), Some("5"));
        for private in ["database", "Database", "cannot connect", SECRET] {
            assert!(!response.body.contains(private), "{response:?}");
        }
        let response = get(Setting::All, "/errors/upstream", accept, "de");
        assert!(response.body.contains("Dienst ausgefallen"), "{response:?}");
        assert!(!response.body.contains("a text of a masked error"), "{response:?}");
        let response = get(Setting::Envelopes, "/errors/masked", accept, "zh");
        assert!(!response.body.contains("masked"), "{response:?}");
    }
}

#[test]
fn what_the_framework_rejects_is_negotiated_too() {
    let response = get(Setting::All, "/nowhere", "text/plain", "de");
    assert_eq!(response.body, "404 Nicht gefunden\n\nInstance: /nowhere\n");
    let response = get(Setting::All, "/plain", "text/html", "");
    assert_eq!((response.status, response.media_type()), (400, HTML));
    assert_eq!(response.field("vary"), Some("origin, accept-language, accept"));
    assert!(!response.body.contains("no name"));
}

#[test]
fn vary_is_merged_once_and_never_beside_all() {
    let vary = |path: &str| get(Setting::All, path, "", "").field("vary").map(str::to_owned);
    assert_eq!(vary("/errors/out-of-credit").as_deref(), Some("Origin, accept-language, accept"));
    assert_eq!(vary("/errors/wrong").as_deref(), Some("*"));
    assert_eq!(vary("/plain").as_deref(), Some("origin, accept-language, accept"));
}

#[test]
fn fields_that_describe_the_replaced_content_are_not_sent() {
    let etag = |accept: &str, language: &str| {
        let response = get(Setting::All, "/errors/out-of-credit", accept, language);
        response.field("etag").is_some()
    };
    assert!(etag("", ""), "the declared document has its entity tag");
    assert!(!etag("text/html", "") && !etag("", "de"));
}

#[test]
fn the_declared_language_stays_unless_a_text_is_translated() {
    for (languages, expected) in [("", "fr"), ("de", "fr"), ("zh", "zh")] {
        let response = get(Setting::All, "/errors/french", "", languages);
        assert_eq!(response.field("content-language"), Some(expected), "{languages}");
    }
}

#[test]
fn a_page_has_a_policy_that_allows_nothing_but_its_style() {
    let response = get(Setting::All, "/errors/wrong", "text/html", "");
    let policy = response.field("content-security-policy").unwrap();
    assert!(policy.starts_with("default-src 'none'; style-src 'sha256-"), "{policy}");
    assert_eq!(response.field("x-content-type-options"), Some("nosniff"));
    assert!(response.body.contains("a &lt; b") && !response.body.contains("<script"));
    let response = get(Setting::All, "/errors/wrong", "text/plain", "");
    assert_eq!(response.field("content-security-policy"), None);
}

#[test]
fn a_response_without_content_stays_without() {
    let response = get(Setting::All, "/errors/not-modified", "text/html", "zh");
    assert_eq!((response.status, response.body.as_str()), (304, ""));
    assert_eq!(response.field("content-type"), None);
    for accept in ["text/html", ""] {
        let head: Vec<(&str, &[u8])> = vec![("accept", accept.as_bytes())];
        let head = exchange(Setting::All, "HEAD", "/errors/no-order", &head);
        let whole = get(Setting::All, "/errors/no-order", accept, "");
        assert_eq!((head.status, head.body.as_str()), (404, ""));
        assert_eq!(head.fields, whole.fields);
    }
}

#[test]
fn a_format_of_the_application_is_only_negotiated_away_if_asked() {
    for (path, body) in [
        ("/errors/template", r#"{"error":{"code":"template","message":"no order 7"}}"#),
        ("/errors/text", "no text 7"),
        ("/errors/empty", ""),
    ] {
        let browser = "text/html, */*;q=0.8";
        for accept in ["", "application/json", "text/html", browser] {
            let response = get(Setting::All, path, accept, "zh");
            assert_eq!(response.body, body);
            assert_eq!(response.field("vary"), None);
        }
        for accept in ["", "application/json", "*/*", "image/png", "text/html;q=x"] {
            let response = get(Setting::Envelopes, path, accept, "");
            assert_eq!(response.body, body, "{accept}");
            assert_eq!(response.field("vary"), Some("accept"));
        }
        let response = get(Setting::Envelopes, path, browser, "zh");
        assert_eq!((response.status, response.media_type()), (404, HTML));
        assert!(response.body.contains("<h1>未找到</h1>"), "{response:?}");
    }
    let response = get(Setting::Envelopes, "/errors/template", "text/plain", "");
    assert_eq!(response.body, "404 Not Found\n\nno order 7\n\ncode: template\n");
    let response = get(Setting::Envelopes, "/errors/text", "text/plain", "");
    assert_eq!(response.body, "no text 7");
}

#[test]
fn a_status_that_was_changed_is_that_of_the_body_in_each_format() {
    for (accept, expected) in [("", PROBLEM), ("text/html", HTML), ("text/plain", TEXT)] {
        let response = get(Setting::All, "/changed", accept, "");
        assert_eq!((response.status, response.media_type()), (502, expected));
        assert!(response.body.contains("502") && !response.body.contains("404"), "{response:?}");
    }
}

#[test]
fn a_panic_in_the_translation_is_a_500() {
    let response = get(Setting::All, "/errors/panics", "text/plain", "de");
    assert_eq!(response.status, 500);
    assert_eq!(response.body, "500 Internal Server Error\n\nInstance: /errors/panics\n");
    let response = get(Setting::All, "/errors/panics", "text/plain", "");
    assert_eq!(response.status, 409);
}

#[test]
fn a_body_that_cannot_be_written_has_no_text_of_its_case() {
    for language in ["", "zh"] {
        let response = get(Setting::All, "/errors/cannot-be-written", "text/plain", language);
        assert_eq!(response.status, 500);
        assert!(!response.body.contains("case"), "{response:?}");
    }
    // The text of a 500 in German panics, which that of the case does not.
    let response = get(Setting::All, "/errors/cannot-be-written", "text/plain", "de");
    assert_eq!(response.body, "500 Internal Server Error\n\nInstance: /errors/cannot-be-written\n");
}

#[tokio::test]
async fn a_layer_inside_another_has_its_settings_or_those_of_the_outer_one() {
    use axum::body::Body;
    use axum::routing::get;
    use axum::Router;
    use httperr::http::Request;
    use httperr::tower::ErrorLayer;
    use httperr::Negotiation;
    use tower::ServiceExt as _;

    let routes = || Router::new().route("/", get(|| async { errors::ApiError::NoOrder { id: 7 } }));
    let app = Router::new()
        .nest("/inherits", routes().layer(ErrorLayer::new()))
        .nest("/overrides", routes().layer(ErrorLayer::new().negotiate(Negotiation::new().text())))
        .layer(ErrorLayer::new().negotiate(Negotiation::new().html()).translate(errors::Texts));
    for (path, expected) in [("/inherits", HTML), ("/overrides", PROBLEM), ("/nowhere", HTML)] {
        let request =
            Request::get(path).header("accept", "text/html").header("accept-language", "de");
        let response = app.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
        assert_eq!(response.headers()["content-type"], expected, "{path}");
        assert_eq!(response.headers()["content-language"], "de", "{path}");
    }
}
