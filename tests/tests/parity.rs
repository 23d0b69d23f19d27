//! The same error is the same response on every framework: status, header lines, and bytes, over a
//! socket. The services are those of `examples/axum.rs`, `actix_web.rs`, `rocket.rs` and
//! `hyper.rs`.

use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::mpsc::{channel, Sender};
use std::sync::OnceLock;
use std::thread;

use httperr::http::HeaderMap;
use httperr::HttpError;
use httperr_examples::axum::ApiError;
use serde_json::Value;

/// Header fields that a framework or its server adds to every response.
const ADDED: [&str; 6] = [
    "connection",
    "date",
    // Rocket's.
    "permissions-policy",
    "server",
    "x-content-type-options",
    "x-frame-options",
];

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
    let mut stream = TcpStream::connect(address).unwrap();
    let length = body.len();
    let mut request = format!("{method} {path} HTTP/1.1\r\nhost: orders\r\nconnection: close\r\n");
    if !body.is_empty() {
        request += &format!("content-length: {length}\r\n");
    }
    if !content_type.is_empty() {
        request += &format!("content-type: {content_type}\r\n");
    }
    write!(stream, "{request}\r\n{body}").unwrap();
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).unwrap();
    let end = bytes.windows(4).position(|window| window == b"\r\n\r\n").unwrap();
    let (head, body) = (&bytes[..end], &bytes[end + 4..]);
    let mut head = head.split(|byte| *byte == b'\n').map(|line| line.trim_ascii());
    let status_line = std::str::from_utf8(head.next().unwrap()).unwrap();
    let status = status_line.split(' ').nth(1).unwrap().parse().unwrap();
    let lines = head.map(|line| {
        let colon = line.iter().position(|byte| *byte == b':').unwrap();
        let name = std::str::from_utf8(&line[..colon]).unwrap().to_ascii_lowercase();
        (name, line[colon + 1..].trim_ascii().to_vec())
    });
    let lines = lines.filter(|(name, _)| !ADDED.contains(&name.as_str())).collect();
    ClientResponse { status, lines, body: body.to_vec() }
}

/// Runs a service until the test ends.
fn start(serve: impl FnOnce(Sender<SocketAddr>) + Send + 'static) -> SocketAddr {
    let (sender, receiver) = channel();
    thread::spawn(move || serve(sender));
    receiver.recv().unwrap()
}

/// Returns the services of axum, actix-web, Rocket and hyper, in this order.
fn services() -> [(&'static str, SocketAddr); 4] {
    static SERVICES: OnceLock<[(&str, SocketAddr); 4]> = OnceLock::new();

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
            assert_eq!(response, expected, "{name} on {service}");
        }
    }
}

/// A request, and the statuses with which axum, actix-web and Rocket respond.
type Failure = ((&'static str, &'static str, &'static str, &'static str), [u16; 3]);

const JSON: &str = "application/json";

/// Requests that fail in the framework.
const FAILURES: [Failure; 9] = [
    (("GET", "/nowhere", "", ""), [404, 404, 404]),
    (("HEAD", "/nowhere", "", ""), [404, 404, 404]),
    // Rocket matches the method and the path of a route together.
    (("DELETE", "/orders", "", ""), [405, 405, 404]),
    // Rocket tries the next route, and responds with 422 if there is none.
    (("GET", "/orders/x", "", ""), [400, 400, 422]),
    (("POST", "/orders", JSON, "{\"quantity\":"), [400, 400, 400]),
    (("POST", "/orders", JSON, "{\"quantity\":\"a\"}"), [422, 400, 422]),
    // Rocket's `Json` accepts any media type.
    (("POST", "/orders", "text/plain", "[]"), [415, 400, 422]),
    (("POST", "/orders", JSON, LARGE), [413, 413, 413]),
    (("POST", "/orders", JSON, "{\"quantity\":3}"), [409, 409, 409]),
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
            assert_eq!(response.header("content-type"), Some("application/problem+json"), "{what}");
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
                if status != 422 {
                    assert_eq!(&response, same, "{method} {path} on {service} and {other}");
                }
            }
            responses.push((service, response));
        }
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
