//! The requests, and where the frameworks differ.

use super::Format;

/// A request to each of the services.
pub struct Row {
    pub format: Format,
    pub method: &'static str,
    pub path: String,
    pub request_id: Option<&'static [u8]>,
    /// The media type and the body.
    pub content: Option<(&'static str, &'static str)>,
    /// Events with the message `error response`.
    pub responses_logged: usize,
    pub differs: Vec<Difference>,
}

/// A service whose events, and whose response if [`is_response`](Self::is_response), are not those of axum.
#[derive(Clone)]
pub struct Difference {
    pub service: &'static str,
    pub is_response: bool,
    pub reason: &'static str,
}

/// The events differ, but not the response.
const fn events(service: &'static str, reason: &'static str) -> Difference {
    Difference { service, is_response: false, reason }
}

const fn response(service: &'static str, reason: &'static str) -> Difference {
    Difference { service, is_response: true, reason }
}

impl Row {
    fn envelope(self) -> Self {
        Row { format: Format::Envelope, ..self }
    }

    fn id(self, request_id: Option<&'static [u8]>) -> Self {
        Row { request_id, ..self }
    }

    fn not_logged(self) -> Self {
        Row { responses_logged: 0, ..self }
    }

    fn differs(self, differs: &[Difference]) -> Self {
        Row { differs: differs.to_vec(), ..self }
    }
}

fn row(method: &'static str, path: impl Into<String>) -> Row {
    Row {
        format: Format::Problem,
        method,
        path: path.into(),
        request_id: Some(b"8a2c"),
        content: None,
        responses_logged: 1,
        differs: Vec::new(),
    }
}

fn get(path: impl Into<String>) -> Row {
    row("GET", path)
}

fn post(path: &str, media_type: &'static str, body: &'static str) -> Row {
    Row { content: Some((media_type, body)), ..row("POST", path) }
}

const JSON: &str = "application/json";
const FORM: &str = "application/x-www-form-urlencoded";
/// More than [`LIMIT`](super::LIMIT).
const LARGE: &str = "{\"quantity\":1,\"product\":\"                                            \"}";
/// The length of a segment of a path that no service knows.
pub const LONG: usize = 2_000;

const NO_EXTRACTOR: Difference =
    events("hyper", "there are no extractors: the text is that of the service");
const CATCHER: Difference = events("Rocket", "a catcher gets the status and no reason");
const FORWARD: Difference =
    response("Rocket", "a guard that fails forwards to the catcher with 422");

/// An extractor rejects the body.
const BODY: &[Difference] =
    &[events("actix-web", "the text is that of actix-web"), CATCHER, NO_EXTRACTOR];
/// An extractor rejects the type of the body.
const TYPE: &[Difference] =
    &[response("actix-web", "a type that does not match is a 400"), CATCHER, NO_EXTRACTOR];
/// The application declares the rejection of the body.
const DECLARED: &[Difference] = &[
    events("actix-web", "the text is that of actix-web"),
    events("Rocket", "the text is that of Rocket"),
    NO_EXTRACTOR,
];
const DECLARED_TYPE: &[Difference] = &[
    response("actix-web", "a type that does not match is a 400, and its position is not known"),
    response("Rocket", "the position in the body is not known"),
    response("hyper", "the position in the body is not known"),
];
/// axum's router adds the field outside of the layer. RFC 9110, section 8.6, forbids it.
const AXUM_LENGTH: &[Difference] = &[
    response("actix-web", "axum adds `Content-Length: 0` to a response to HEAD"),
    response("Rocket", "axum adds `Content-Length: 0` to a response to HEAD"),
    response("hyper", "axum adds `Content-Length: 0` to a response to HEAD"),
];
const METHOD: &[Difference] = &[
    response("actix-web", "the methods in `Allow` are separated by a comma and a space"),
    response("Rocket", "a route is matched by path and method at once"),
];
const PANIC: &[Difference] =
    &[events("Rocket", "Rocket catches a panic, and passes its message to nobody")];

pub fn rows() -> Vec<Row> {
    [declared(), without_declaration(), rejected(), framework(), request(), enveloped()]
        .into_iter()
        .flatten()
        .collect()
}

/// Each case of the declarations.
fn declared() -> Vec<Row> {
    vec![
        get("/errors/constant"),
        get("/errors/no-order"),
        get("/errors/members"),
        get("/errors/detail"),
        get("/errors/limited"),
        get("/errors/limited-until"),
        get("/errors/closed"),
        get("/errors/sign-in"),
        get("/errors/refused"),
        get("/errors/refused-badly"),
        get("/errors/refused-unicode"),
        get("/errors/refused-long"),
        get("/errors/proxy"),
        get("/errors/stock"),
        get("/errors/ordered-stock"),
        get("/errors/storage-not-found"),
        get("/errors/storage-timed-out"),
        get("/errors/storage"),
        get("/errors/database"),
        get("/errors/masked"),
        get("/errors/hidden"),
        get("/errors/template"),
        get("/errors/text"),
        get("/errors/empty"),
        get("/errors/format"),
        get("/errors/no-content"),
        get("/errors/not-modified"),
        get("/errors/moved"),
        get("/errors/billing"),
        get("/errors/billing-badly"),
        get("/errors/failed-body"),
        get("/errors/quiet").not_logged(),
        get("/errors/invalid"),
        get("/errors/default"),
        get("/envelope/basket"),
        get("/envelope/stock"),
        get("/envelope/unexpected"),
    ]
}

fn without_declaration() -> Vec<Row> {
    vec![
        get("/problem"),
        get("/any"),
        get("/boxed"),
        get("/anyhow/declared"),
        get("/anyhow/unknown"),
    ]
}

/// What the extractors reject.
fn rejected() -> Vec<Row> {
    vec![
        post("/orders", JSON, "{\"quantity\":").differs(BODY),
        post("/orders", JSON, "{\"quantity\":\"many\",\"product\":\"a\"}").differs(TYPE),
        post("/orders", JSON, "{\"quantity\":1}").differs(TYPE),
        post("/orders", "text/plain", "{\"quantity\":1,\"product\":\"a\"}").differs(&[
            response("actix-web", "another `Content-Type` is a 400"),
            response("Rocket", "`Json` accepts any `Content-Type`"),
            NO_EXTRACTOR,
        ]),
        post("/orders", JSON, LARGE).differs(BODY),
        post("/declared", JSON, "{\"quantity\":").differs(DECLARED),
        post("/declared", JSON, "{\"quantity\":\"many\",\"product\":\"a\"}").differs(DECLARED_TYPE),
        post("/declared", JSON, LARGE).differs(DECLARED),
        post("/form", FORM, "quantity=1").differs(TYPE),
        get("/search?limit=many").differs(&[
            events("actix-web", "the text is that of actix-web"),
            FORWARD,
            NO_EXTRACTOR,
        ]),
        get("/orders/x").differs(&[
            response("actix-web", "the rejection of a `Path` without a `PathConfig` is a 404"),
            FORWARD,
            NO_EXTRACTOR,
        ]),
    ]
}

/// What the router, a panic, or a handler without an error type responds.
fn framework() -> Vec<Row> {
    vec![
        get("/nowhere"),
        row("DELETE", "/errors/constant").differs(METHOD),
        get("/panic/str").differs(PANIC),
        get("/panic/string").differs(PANIC),
        get("/panic/number").differs(PANIC),
        get("/errors/panicking").differs(PANIC),
        get("/plain"),
        get("/bare"),
        get("/html").not_logged(),
        get("/changed"),
        get("/fine").not_logged(),
        row("HEAD", "/errors/constant"),
        row("HEAD", "/errors/limited"),
        row("HEAD", "/errors/text"),
        row("HEAD", "/errors/empty").differs(&[response(
            "hyper",
            "hyper adds no `Content-Length: 0` to a response to HEAD",
        )]),
        row("HEAD", "/errors/no-content").differs(AXUM_LENGTH),
        row("HEAD", "/errors/not-modified").differs(AXUM_LENGTH),
        row("HEAD", "/changed"),
        row("HEAD", "/plain"),
        row("HEAD", "/nowhere"),
        row("HEAD", "/panic/str").differs(PANIC),
        get("/api/v1/errors/constant"),
        get("/api/v1/orders/7"),
        get("/api/v1/nowhere"),
    ]
}

/// What the metadata of the request changes.
fn request() -> Vec<Row> {
    vec![
        get("/errors/constant").id(None),
        get("/errors/constant").id(Some(b"")),
        get("/errors/constant").id(Some(b"\"a\\b\"")),
        get("/errors/constant").id(Some("ä".as_bytes())),
        get("/errors/constant").id(Some(b"a\xFFb")),
        get("/errors/constant?token=secret"),
        get("/nowhere?token=secret"),
        get("/errors/%63onstant")
            .differs(&[response("hyper", "the service does not decode the path")]),
        get("/nowhere%2Fthere/%C3%A4%20%22"),
        get("//evil/x"),
        get("/nowhere/"),
        get("http://orders/nowhere"),
        row("OPTIONS", "*"),
        get(format!("/nowhere/{}", "x".repeat(LONG))),
    ]
}

/// The format of an enum for what the framework rejects.
fn enveloped() -> Vec<Row> {
    vec![
        get("/envelope/basket").envelope(),
        get("/errors/constant").envelope(),
        get("/nowhere").envelope(),
        row("HEAD", "/nowhere").envelope(),
        get("/api/v1/nowhere").envelope(),
        row("DELETE", "/errors/constant").envelope().differs(METHOD),
        get("/plain").envelope(),
        get("/bare").envelope(),
        get("/html").envelope().not_logged(),
        get("/panic/str").envelope().differs(PANIC),
        post("/orders", JSON, "{\"quantity\":").envelope().differs(BODY),
        post("/orders", JSON, "{\"quantity\":1}").envelope().differs(TYPE),
        post("/orders", JSON, LARGE).envelope().differs(BODY),
        post("/declared", JSON, "{\"quantity\":").envelope().differs(DECLARED),
        get("/changed").envelope(),
    ]
}
