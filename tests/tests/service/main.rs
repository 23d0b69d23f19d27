//! The same service on axum, actix-web, Rocket and hyper: the same request has the same response, and
//! the same event, over a socket.
//!
//! `expected.txt` has one block for each request. `HTTPERR_BLESS=1 cargo test -p httperr-tests --test
//! service` writes it: read the difference. A service whose response is not that of axum is listed with
//! the reason in `table.rs`.

mod client;
mod errors;
mod on_actix_web;
mod on_axum;
mod on_hyper;
mod on_rocket;
mod table;

use std::fmt::Write as _;
use std::net::SocketAddr;
use std::sync::mpsc::{channel, Sender};
use std::thread;

use client::{send, Collector, Exchange};
use errors::SECRET;
use serde_json::Value;
use table::{rows, Row, LONG};

/// The largest body that the services accept.
const LIMIT: usize = 64;
const HTML: &str = "<p>no such page</p>";

#[derive(Debug, serde::Deserialize, rocket::FromForm)]
struct NewOrder {
    quantity: u8,
    product: String,
}

impl NewOrder {
    fn place(&self) -> String {
        format!("{} of {}", self.quantity, self.product)
    }
}

#[derive(Debug, serde::Deserialize)]
struct Search {
    limit: u8,
}

/// Panics with a payload of the given type.
fn panic_with(payload: &str) -> &'static str {
    match payload {
        "str" => panic!("10.0.0.7 panicked"),
        "number" => std::panic::panic_any(7),
        _ => panic!("{SECRET} panicked with a {payload}"),
    }
}

fn start(serve: impl FnOnce(Sender<SocketAddr>) + Send + 'static) -> SocketAddr {
    let (sender, receiver) = channel();
    thread::spawn(move || serve(sender));
    receiver.recv().unwrap()
}

/// The format of what the framework rejects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Problem,
    /// That of `EnvelopeError`.
    Envelope,
}

/// axum is the first, with which the others are compared.
fn services(format: Format) -> [(&'static str, SocketAddr); 4] {
    let axum = start(move |sender| on_axum::serve(format, move |at| sender.send(at).unwrap()));
    let actix_web =
        start(move |sender| on_actix_web::serve(format, move |at| sender.send(at).unwrap()));
    let rocket = start(move |sender| on_rocket::serve(format, move |at| sender.send(at).unwrap()));
    let hyper = start(move |sender| on_hyper::serve(format, move |at| sender.send(at).unwrap()));
    [("axum", axum), ("actix-web", actix_web), ("Rocket", rocket), ("hyper", hyper)]
}

/// Sends a request to each service, and returns its block of the snapshot and what is wrong with it.
fn block(row: &Row, services: &[(&'static str, SocketAddr)]) -> (String, Vec<String>) {
    let path = row.path.replace(&"x".repeat(LONG), "<x…>");
    let mut wrong = Vec::new();
    let exchanges: Vec<(&str, Exchange)> =
        services.iter().map(|(service, address)| (*service, send(*address, row))).collect();
    for (service, exchange) in &exchanges {
        let found = faults(row, exchange);
        wrong.extend(found.into_iter().map(|fault| format!("{path} on {service}: {fault}")));
    }

    let mut block = format!("=== {} {path}\n", row.method);
    if row.format == Format::Envelope {
        block.push_str("(format_of)\n");
    }
    if row.request_id != Some(b"8a2c") {
        let id = row.request_id.map(|id| id.escape_ascii().to_string());
        writeln!(block, "x-request-id: {}", id.as_deref().unwrap_or("(absent)")).unwrap();
    }
    if let Some((media_type, body)) = row.content {
        writeln!(block, "content-type: {media_type}\n\n{body}").unwrap();
    }
    let (_, axum) = &exchanges[0];
    block.push_str("--- on axum\n");
    axum.write_response(&mut block);
    axum.write_events(&mut block);
    for (service, exchange) in &exchanges[1..] {
        let difference = row.differs.iter().find(|difference| difference.service == *service);
        let is_response = !exchange.has_response_of(axum);
        if difference.is_none() && exchange == axum {
            continue;
        }
        let reason = difference.map_or("not in table.rs", |difference| difference.reason);
        writeln!(block, "--- on {service}: {reason}").unwrap();
        if is_response {
            exchange.write_response(&mut block);
        }
        exchange.write_events(&mut block);
        let is_right = exchange != axum
            && difference.is_some_and(|difference| difference.is_response == is_response);
        if !is_right {
            wrong.push(format!("{path} on {service}: {reason}:\n{exchange:#?}\n{axum:#?}"));
        }
    }
    (block.replace(&"x".repeat(LONG), "<x…>"), wrong)
}

/// Returns what no response and no event may be, whatever the snapshot has.
fn faults(row: &Row, exchange: &Exchange) -> Vec<String> {
    let mut faults = Vec::new();
    let mut check = |is_right: bool, fault: &str| {
        if !is_right {
            faults.push(format!("{fault}: {exchange:#?}"));
        }
    };
    let sent = format!("{:?}{}", exchange.fields, exchange.body);
    check(!sent.contains(SECRET) && !sent.contains("secret"), "internal text is sent");
    if let (Some(length), true) = (exchange.field("content-length"), row.method != "HEAD") {
        check(length == exchange.body.len().to_string(), "the length is not that of the body");
    }
    check(row.method != "HEAD" || exchange.body.is_empty(), "a response to HEAD has a body");
    if exchange.field("content-type") == Some("application/problem+json") && row.method != "HEAD" {
        let problem: Value = serde_json::from_str(&exchange.body).unwrap_or_default();
        check(problem["status"] == exchange.status, "the status is not that of the body");
        check(problem.get("instance").is_some() || row.path == "*", "there is no instance");
        let is_id = |id: &&[u8]| !id.is_empty() && id.iter().all(u8::is_ascii_graphic);
        let id = row.request_id.filter(is_id);
        let id = id.map(|id| std::str::from_utf8(id).unwrap());
        check(problem["request_id"].as_str() == id, "the request ID is another");
    }

    let logged = exchange.events.iter().filter(|event| event.message == "error response");
    let expected = if exchange.status == 200 { 0 } else { row.responses_logged };
    check(logged.count() == expected, "not one event for the response");
    let path = row.path.split('?').next().unwrap().trim_start_matches("http://orders");
    for event in &exchange.events {
        check(event.field("method") == Some(&format!("{:?}", row.method)), "another method");
        check(event.field("path") == Some(&format!("{path:?}")), "another path");
        check(!format!("{event:?}").contains("secret"), "the query is logged");
        if event.message == "error response" && row.path != "/changed" {
            let status = exchange.status.to_string();
            check(event.field("status") == Some(&status), "the status is not that of the event");
        }
    }
    faults
}

#[test]
fn the_same_request_has_the_same_response_and_event_on_each_server() {
    let rows = rows();
    assert!(rows.len() >= 50);
    tracing::subscriber::set_global_default(Collector).unwrap();
    let (problem, envelope) = (services(Format::Problem), services(Format::Envelope));
    let (mut snapshot, mut wrong) = (String::new(), Vec::new());
    for row in &rows {
        let services = match row.format {
            Format::Problem => &problem,
            Format::Envelope => &envelope,
        };
        let (block, faults) = block(row, services);
        writeln!(snapshot, "{block}").unwrap();
        wrong.extend(faults);
    }
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/service/expected.txt");
    if std::env::var_os("HTTPERR_BLESS").is_some() {
        std::fs::write(path, &snapshot).unwrap();
    }
    assert!(wrong.is_empty(), "{} differences:\n{}", wrong.len(), wrong.join("\n"));
    let expected = std::fs::read_to_string(path).unwrap();
    for (seen, expected) in snapshot.split("=== ").zip(expected.split("=== ")) {
        assert!(seen == expected, "found:\n{seen}\nexpected:\n{expected}");
    }
    assert_eq!(snapshot.len(), expected.len(), "bless `{path}`");
}
