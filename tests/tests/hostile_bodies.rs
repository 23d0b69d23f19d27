//! Bodies that were changed on their way: reading them does not panic, and what is read is what the body
//! has. `HTTPERR_BODIES` sets the number of bodies, `HTTPERR_SEED` where they begin:
//! `HTTPERR_BODIES=1000000 cargo test --release -p httperr-tests --test hostile_bodies`.

use bytes::Bytes;
use http::{Response, StatusCode};
use httperr::{FromProblem, HttpError, Problem};
use serde::{Deserialize, Serialize};
use serde_json::Value;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct Money {
    amount: i64,
    currency: Option<String>,
}

#[derive(Debug, PartialEq, thiserror::Error, HttpError, FromProblem)]
#[http(type_base = "https://example.com/problems")]
enum Typed {
    #[error("sign in")]
    #[http(401, header(WWW_AUTHENTICATE = "Bearer"))]
    SignIn,
    #[error("credit")]
    #[http(422)]
    OutOfCredit {
        #[http(extension)]
        balance: Money,
        #[http(extension)]
        prices: Vec<u8>,
        #[http(extension)]
        hint: Option<String>,
    },
    #[error("internal")]
    #[http(500)]
    Internal,
    #[error("billing")]
    #[http(status = status, detail = "billing", code = "billing")]
    Billing { status: StatusCode },
    #[error(transparent)]
    #[http(transparent)]
    Inner(Coded),
}

#[derive(Debug, PartialEq, thiserror::Error, HttpError, FromProblem)]
enum Coded {
    #[error("one")]
    #[http(409, code = "one")]
    One,
    #[error("two")]
    #[http(409, code = 2, extension(left = _0))]
    Two(u32),
    #[error("gone")]
    #[http(410, extension(kind = "gone"))]
    Gone,
}

#[derive(Debug, PartialEq, thiserror::Error, HttpError, FromProblem)]
#[http(body = { "error": { "code": code, "text": detail, "data": [{ ..extensions }] } })]
enum Template {
    #[error("no order")]
    #[http(404)]
    NoOrder,
    #[error("no account")]
    #[http(404)]
    NoAccount {
        #[http(extension)]
        id: u64,
    },
    #[error(transparent)]
    #[http(transparent)]
    Inner(Coded),
}

/// The members that a client does not compare.
const TEXTS: [&str; 5] = ["title", "detail", "status", "text", "type"];

struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit.max(1) as u64).unwrap()
    }
}

/// Strings that are likely to make a difference.
const PIECES: [&str; 32] = [
    "null",
    "true",
    "0",
    "-1",
    "1e999",
    "4.0",
    "18446744073709551616",
    "\"\"",
    "\"one\"",
    "\"two\"",
    "2",
    "{}",
    "[]",
    "\"",
    "\\",
    "\\ud800",
    "\u{feff}",
    "{\"",
    "[[[[[[[[",
    "}",
    "]",
    ",",
    ":",
    "\"code\":",
    "\"type\":",
    "\"https://example.com/problems/sign-in\"",
    "\"about:blank\"",
    "\"no-order\"",
    "\"left\":",
    "\"error\":",
    "\u{0}",
    "é",
];

fn mutate(body: &[u8], others: &[Vec<u8>], random: &mut Random) -> Vec<u8> {
    let mut body = body.to_vec();
    for _ in 0..=random.below(3) {
        let at = random.below(body.len() + 1);
        let end = (at + random.below(24)).min(body.len());
        match random.below(9) {
            0 => body.truncate(at),
            1 => drop(body.drain(at..end)),
            2 if at < body.len() => body[at] ^= 1 << random.below(8),
            3 => drop(body.splice(at..end, PIECES[random.below(PIECES.len())].bytes())),
            4 => drop(body.splice(at..at, PIECES[random.below(PIECES.len())].bytes())),
            5 => body.clone_from(&others[random.below(others.len())]),
            _ => mutate_member(&mut body, random),
        }
    }
    body
}

/// Changes one value of the document, which stays well-formed.
fn mutate_member(body: &mut Vec<u8>, random: &mut Random) {
    let Ok(mut document) = serde_json::from_slice::<Value>(body) else { return };
    let mut value = &mut document;
    for _ in 0..random.below(5) {
        let len = match value {
            Value::Object(members) => members.len(),
            Value::Array(elements) => elements.len(),
            _ => 0,
        };
        if len == 0 {
            break;
        }
        let at = random.below(len);
        value = match value {
            Value::Object(members) => members.values_mut().nth(at).unwrap(),
            Value::Array(elements) => &mut elements[at],
            _ => unreachable!(),
        };
    }
    let piece = serde_json::from_str(PIECES[random.below(PIECES.len())]);
    *value = piece.unwrap_or(Value::from(random.next() % 1000));
    *body = document.to_string().into_bytes();
}

/// Returns whether every value that an error sends is in the body that it was read from.
fn is_within(sent: &Value, received: &Value) -> bool {
    match (sent, received) {
        // What has no values is not read.
        (sent, _) if !has_values(sent) => true,
        (Value::Object(sent), Value::Object(received)) => sent.iter().all(|(name, value)| {
            TEXTS.contains(&name.as_str())
                || is_within(value, received.get(name).unwrap_or(&Value::Null))
        }),
        (Value::Array(sent), Value::Array(received)) => {
            sent.len() == received.len()
                && sent.iter().zip(received).all(|(sent, received)| is_within(sent, received))
        }
        (sent, received) => sent == received,
    }
}

fn has_values(sent: &Value) -> bool {
    match sent {
        Value::Object(sent) => {
            sent.iter().any(|(name, value)| !TEXTS.contains(&name.as_str()) && has_values(value))
        }
        Value::Array(sent) => sent.iter().any(has_values),
        _ => true,
    }
}

fn runs() -> usize {
    std::env::var("HTTPERR_BODIES").map_or(256, |runs| runs.parse().unwrap())
}

fn assert_nothing_is_guessed<T: HttpError + FromProblem + PartialEq + 'static>(errors: &[T]) {
    let seed = std::env::var("HTTPERR_SEED").map_or(0x9E37_79B9, |seed| seed.parse().unwrap());
    let mut random = Random(seed);
    let responses: Vec<Response<Bytes>> = errors.iter().map(HttpError::to_response).collect();
    let bodies: Vec<Vec<u8>> = responses.iter().map(|response| response.body().to_vec()).collect();
    let (mut read, mut unrecognized) = (0, 0);
    for _ in 0..runs() {
        let index = random.below(responses.len());
        let (mut parts, _) = responses[index].clone().into_parts();
        if random.below(8) == 0 {
            parts.status = responses[random.below(responses.len())].status();
        }
        let body = mutate(&bodies[index], &bodies, &mut random);
        let Ok(error) = T::from_response(&parts, &body) else {
            unrecognized += 1;
            continue;
        };
        read += 1;
        let text = String::from_utf8_lossy(&body);
        let context = format!("{error:?} was read from {} {text}", parts.status);
        let response = error.to_response();
        let sent: Value = serde_json::from_slice(response.body()).expect(&context);
        let received: Value = match Problem::from_json(&body) {
            // Repairs what `serde_json` rejects.
            Ok(problem) => serde_json::to_value(&problem).unwrap(),
            // A number beyond `f64` is elsewhere in the body.
            Err(_) => continue,
        };
        let case = error.case();
        // The code identifies a case also where its server does not send it.
        let has_code = received.get("code").and_then(Value::as_str) == case.code();
        assert!(has_code || is_within(&sent, &received), "{context}");
        let received_type = received.get("type").and_then(Value::as_str);
        assert_eq!(received_type, case.type_uri(), "{context}");
        assert!(case.type_uri().is_some() || error.status() == parts.status, "{context}");
    }
    println!("{read} were read, {unrecognized} were not");
    assert!(read > runs() / 50 && unrecognized > runs() / 50, "{read}, {unrecognized}");
}

#[test]
fn a_changed_problem_document_is_never_another_case() {
    let balance = Money { amount: -30, currency: Some("EUR \u{1f600}".to_owned()) };
    let credit = |prices: &[u8]| Typed::OutOfCredit {
        balance: balance.clone(),
        prices: prices.to_vec(),
        hint: prices.first().map(|_| "\"hint\"".to_owned()),
    };
    assert_nothing_is_guessed(&[
        Typed::SignIn,
        credit(&[]),
        credit(&[1, 2]),
        Typed::Internal,
        Typed::Billing { status: StatusCode::BAD_GATEWAY },
        Typed::Inner(Coded::One),
        Typed::Inner(Coded::Two(7)),
        Typed::Inner(Coded::Gone),
    ]);
}

#[test]
fn a_changed_template_is_never_another_case() {
    assert_nothing_is_guessed(&[
        Template::NoOrder,
        Template::NoAccount { id: 7 },
        Template::Inner(Coded::One),
        Template::Inner(Coded::Two(7)),
    ]);
}

#[test]
fn bytes_of_any_kind_do_not_panic() {
    let mut random = Random(1);
    for _ in 0..runs() {
        let bytes: Vec<u8> =
            (0..random.below(64)).map(|_| random.next().to_le_bytes()[0]).collect();
        for content_type in [Problem::MEDIA_TYPE, "application/json", "text/plain"] {
            let response = Response::builder().status(404).header("content-type", content_type);
            let (parts, ()) = response.body(()).unwrap().into_parts();
            assert!(Typed::from_response(&parts, &bytes).is_err());
            assert!(Template::from_response(&parts, &bytes).is_err());
        }
    }
}

#[test]
fn a_deeply_nested_and_a_long_body_are_read_in_time() {
    let deep = "[".repeat(30_000);
    let members = r#""a":{},"#.repeat(9_000);
    for body in [
        format!("{deep}{}", "]".repeat(30_000)),
        format!(r#"{{"error":{{"code":{deep}{}}}}}"#, "]".repeat(30_000)),
        format!(r#"{{{members}"error":{{{members}"code":"no-order"}}}}"#),
        "\"\\ud800".repeat(8_000),
    ] {
        let response = Response::builder().status(404).header("content-type", "application/json");
        let (parts, ()) = response.body(()).unwrap().into_parts();
        let started = std::time::Instant::now();
        let read = Template::from_response_within(1 << 20, &parts, body.as_bytes());
        assert_eq!(read.is_ok(), body.contains("no-order"));
        assert!(started.elapsed().as_secs() < 5, "{:?}", started.elapsed());
    }
}
