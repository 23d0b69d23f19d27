//! The same error is the same response on every framework: status, header lines, and bytes, over a
//! socket. The services are those of `examples/axum.rs`, `actix_web.rs`, `rocket.rs`, `poem.rs`,
//! `salvo.rs`, `warp.rs` and `hyper.rs`.

use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::sync::mpsc::{channel, Sender};
use std::sync::OnceLock;
use std::thread;

use httperr::http::HeaderMap;
use httperr::HttpError;
use httperr_examples::axum::ApiError;
use httperr_tests::socket::{self, ADDED_BY_SERVERS};
use serde_json::Value;

/// Text that no response may contain: internal text, and the errors of frameworks.
const CANARIES: [&str; 4] = ["10.0.0", "deserialize", "invalid url", "failed"];

const NAMES: [&str; 11] = [
    "no-order",
    "sign-in",
    "out-of-stock",
    "limited",
    "refused",
    "refused-badly",
    "not-modified",
    "database",
    "billing",
    "billing-badly",
    "sign-in?q=%00",
];

type Lines = BTreeSet<(String, Vec<u8>)>;

#[derive(Debug, PartialEq, Eq)]
struct ClientResponse {
    status: u16,
    lines: Lines,
    body: Vec<u8>,
}

impl ClientResponse {
    fn header(&self, name: &str) -> Option<&str> {
        let line = self.lines.iter().find(|(other, _)| other == name)?;
        std::str::from_utf8(&line.1).ok()
    }
}

/// Returns the response with the `Content-Length` that a server adds.
fn expected(error: &dyn HttpError) -> ClientResponse {
    let (parts, body) = error.to_response().into_parts();
    let mut lines = lines_of(&parts.headers);
    if parts.status != 304 {
        lines.insert(("content-length".to_owned(), body.len().to_string().into_bytes()));
    }
    ClientResponse { status: parts.status.as_u16(), lines, body: body.to_vec() }
}

fn lines_of(headers: &HeaderMap) -> Lines {
    let lines = headers.iter();
    lines.map(|(name, value)| (name.to_string(), value.as_bytes().to_vec())).collect()
}

/// Sends a request, and parses the bytes of the response.
fn send(
    address: SocketAddr,
    method: &str,
    path: &str,
    content_type: &str,
    body: &str,
) -> ClientResponse {
    let fields: &[(&str, &[u8])] = match content_type {
        "" => &[],
        _ => &[("content-type", content_type.as_bytes())],
    };
    let content = Some(body).filter(|body| !body.is_empty());
    let response = socket::send(address, method, path, fields, content);
    let is_of_service = |(name, _): &(String, _)| !ADDED_BY_SERVERS.contains(&name.as_str());
    let lines = response.fields.into_iter().filter(is_of_service).collect();
    ClientResponse { status: response.status, lines, body: response.body }
}

/// Runs a service until the test ends.
fn start(serve: impl FnOnce(Sender<SocketAddr>) + Send + 'static) -> SocketAddr {
    let (sender, receiver) = channel();
    thread::spawn(move || serve(sender));
    receiver.recv().unwrap()
}

/// Returns the services of axum, actix-web, Rocket, poem, salvo, warp and hyper, in this order.
fn services() -> [(&'static str, SocketAddr); 7] {
    static SERVICES: OnceLock<[(&str, SocketAddr); 7]> = OnceLock::new();

    macro_rules! start {
        ($service:ident) => {
            start(|sender| {
                httperr_examples::$service::serve(0, move |at| sender.send(at).unwrap()).unwrap();
            })
        };
    }
    *SERVICES.get_or_init(|| {
        [
            ("axum", start!(axum)),
            ("actix-web", start!(actix_web)),
            ("Rocket", start!(rocket)),
            ("poem", start!(poem)),
            ("salvo", start!(salvo)),
            ("warp", start!(warp)),
            ("hyper", start!(hyper)),
        ]
    })
}

#[test]
fn an_error_is_the_same_response_in_every_framework() {
    for name in NAMES {
        let error = ApiError::named(name.split('?').next().unwrap());
        let expected = expected(&error);
        for (service, address) in services() {
            let path = format!("/errors/{name}");
            let response = send(address, "GET", &path, "", "");
            assert_eq!(response, expected, "{path} on {service}");
        }
    }
}

#[test]
fn a_response_to_head_equals_the_response_to_get_without_its_body() {
    for name in NAMES {
        let mut expected = expected(&ApiError::named(name.split('?').next().unwrap()));
        expected.body.clear();
        for (service, address) in services() {
            let mut response = send(address, "HEAD", &format!("/errors/{name}"), "", "");
            if response.status == 304 {
                // hyper's, on HEAD only.
                response.lines.remove(&("content-length".to_owned(), b"0".to_vec()));
            }
            if service == "salvo" {
                // salvo removes the body, and with it the length, which `ErrorLayer` would add.
                response.lines.extend(length_of(&expected));
            }
            assert_eq!(response, expected, "{name} on {service}");
        }
    }
}

fn length_of(response: &ClientResponse) -> Option<(String, Vec<u8>)> {
    response.lines.iter().find(|(name, _)| name == "content-length").cloned()
}

/// A request, and the statuses with which axum, actix-web, Rocket, poem, salvo and warp respond.
type Failure = ((&'static str, &'static str, &'static str, &'static str), [u16; 6]);

const JSON: &str = "application/json";

/// Requests that fail in the framework.
const FAILURES: [Failure; 9] = [
    (("GET", "/nowhere", "", ""), [404; 6]),
    (("HEAD", "/nowhere", "", ""), [404; 6]),
    // Rocket matches the method and the path of a route together.
    (("DELETE", "/orders", "", ""), [405, 405, 404, 405, 405, 405]),
    // Rocket tries the next route, and responds with 422 if there is none; warp with 404.
    (("GET", "/orders/x", "", ""), [400, 400, 422, 400, 400, 404]),
    (("POST", "/orders", JSON, "{\"quantity\":"), [400; 6]),
    (("POST", "/orders", JSON, "{\"quantity\":\"a\"}"), [422, 400, 422, 400, 400, 400]),
    // Rocket's `Json` accepts any media type.
    (("POST", "/orders", "text/plain", "[]"), [415, 400, 422, 415, 400, 415]),
    (("POST", "/orders", JSON, LARGE), [413; 6]),
    (("POST", "/orders", JSON, "{\"quantity\":3}"), [409; 6]),
];

/// A body above the limit of the services.
const LARGE: &str = {
    const SPACES: [u8; 2_000] = [b' '; 2_000];
    match std::str::from_utf8(&SPACES) {
        Ok(text) => text,
        Err(_) => "",
    }
};

#[test]
fn framework_failures_are_the_same_problem_without_the_text_of_the_framework() {
    for ((method, path, content_type, body), statuses) in FAILURES {
        let mut responses: Vec<(&str, ClientResponse)> = Vec::new();
        for ((service, address), status) in services().into_iter().zip(statuses) {
            let response = send(address, method, path, content_type, body);
            let text = String::from_utf8_lossy(&response.body);
            let what = format!("{method} {path} {body:.20} on {service}: {response:?} {text}");
            assert_eq!(response.status, status, "{what}");
            // A catcher of salvo does not run for `HEAD`.
            let media_type = Some("application/problem+json");
            let media_type = media_type.filter(|_| (method, service) != ("HEAD", "salvo"));
            assert_eq!(response.header("content-type"), media_type, "{what}");
            match method {
                "HEAD" => assert_eq!(text, "", "{what}"),
                _ => {
                    let problem: Value = serde_json::from_str(&text).unwrap();
                    assert_eq!(problem["status"], status, "{what}");
                }
            }
            for canary in CANARIES {
                assert!(!text.to_lowercase().contains(canary), "{canary} in {what}");
            }
            if let Some((other, same)) = responses.iter().find(|(_, one)| one.status == status) {
                // Only axum knows the part of the body that is wrong, and Rocket's catcher no reason.
                if status != 422 && !differs(service, method, path, content_type) {
                    assert_eq!(&response, same, "{method} {path} on {service} and {other}");
                }
            }
            responses.push((service, response));
        }
    }
}

/// Returns whether the framework knows less of a failure than others with the same status.
fn differs(service: &str, method: &str, path: &str, content_type: &str) -> bool {
    match (method, path, content_type) {
        ("HEAD", _, _) => service == "salvo",
        // There is no `Allow`.
        ("DELETE", _, _) => ["poem", "warp"].contains(&service),
        // The reason is not known.
        (_, "/orders/x", _) => ["poem", "salvo"].contains(&service),
        // The media type that is expected is not known.
        (_, _, "text/plain") => ["salvo", "warp"].contains(&service),
        _ => false,
    }
}

#[test]
fn an_unsupported_method_lists_the_allowed_methods() {
    let [axum, actix_web, ..] = services();
    for (service, address) in [axum, actix_web] {
        let response = send(address, "DELETE", "/orders", "", "");
        assert_eq!((response.status, response.header("allow")), (405, Some("POST")), "{service}");
        let response = send(address, "POST", "/errors/sign-in", "", "");
        let allowed = response.header("allow").unwrap().replace(' ', "");
        assert_eq!((response.status, allowed.as_str()), (405, "GET,HEAD"), "{service}");
    }
}
