//! The requests, and where the frameworks differ.

/// A request to each of the services.
pub struct Row {
    pub method: &'static str,
    pub path: String,
    pub request_id: Option<&'static [u8]>,
    /// The media type and the body.
    pub content: Option<(&'static str, &'static str)>,
    /// Events with the message `error response`.
    pub responses_logged: usize,
    /// The services whose response or events are not those of axum, with the reason.
    pub differs: &'static [(&'static str, &'static str)],
}

impl Row {
    fn id(self, request_id: Option<&'static [u8]>) -> Self {
        Row { request_id, ..self }
    }

    fn not_logged(self) -> Self {
        Row { responses_logged: 0, ..self }
    }

    fn differs(self, differs: &'static [(&'static str, &'static str)]) -> Self {
        Row { differs, ..self }
    }
}

fn row(method: &'static str, path: impl Into<String>) -> Row {
    Row {
        method,
        path: path.into(),
        request_id: Some(b"8a2c"),
        content: None,
        responses_logged: 1,
        differs: &[],
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

const ACTIX_STATUS: &str = "actix-web's status and text of a rejected body";
const ACTIX_TEXT: &str = "actix-web's text of the rejection";
const ACTIX_PATH: &str = "the rejection of a `Path` without a `PathConfig` is a 404";
const NO_EXTRACTOR: &str = "there are no extractors: the text is that of the service";
const ROCKET_CATCHER: &str = "a catcher gets the status and no reason";
const ROCKET_FORWARD: &str = "a guard that fails forwards to the catcher with 422";
const ROCKET_PANIC: &str = "Rocket catches a panic, and passes its message to nobody";

/// An extractor rejects the body, with the status of axum on Rocket and hyper.
const BODY: &[(&str, &str)] =
    &[("actix-web", ACTIX_STATUS), ("Rocket", ROCKET_CATCHER), ("hyper", NO_EXTRACTOR)];
const PANIC: &[(&str, &str)] = &[("Rocket", ROCKET_PANIC)];

pub fn rows() -> Vec<Row> {
    [declared(), without_declaration(), rejected(), framework(), request()]
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
        get("/errors/closed"),
        get("/errors/sign-in"),
        get("/errors/refused"),
        get("/errors/refused-badly"),
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
        post("/orders", JSON, "{\"quantity\":\"many\",\"product\":\"a\"}").differs(BODY),
        post("/orders", JSON, "{\"quantity\":1}").differs(BODY),
        post("/orders", "text/plain", "{\"quantity\":1,\"product\":\"a\"}").differs(&[
            ("actix-web", ACTIX_STATUS),
            ("Rocket", "`Json` accepts any media type"),
            ("hyper", NO_EXTRACTOR),
        ]),
        post("/orders", JSON, LARGE).differs(BODY),
        post("/form", FORM, "quantity=1").differs(BODY),
        get("/search?limit=many").differs(&[
            ("actix-web", ACTIX_TEXT),
            ("Rocket", ROCKET_FORWARD),
            ("hyper", NO_EXTRACTOR),
        ]),
        get("/orders/x").differs(&[
            ("actix-web", ACTIX_PATH),
            ("Rocket", ROCKET_FORWARD),
            ("hyper", NO_EXTRACTOR),
        ]),
    ]
}

/// What the router, a panic, or a handler without an error type responds.
fn framework() -> Vec<Row> {
    vec![
        get("/nowhere"),
        row("DELETE", "/errors/constant").differs(&[
            ("actix-web", "the methods in `Allow` are separated by a comma and a space"),
            ("Rocket", "a route is matched by path and method at once"),
        ]),
        get("/panic/str").differs(PANIC),
        get("/panic/string").differs(PANIC),
        get("/plain"),
        get("/bare"),
        get("/html").not_logged(),
        get("/changed"),
        get("/fine").not_logged(),
        row("HEAD", "/errors/constant"),
        row("HEAD", "/errors/limited"),
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
        get("/errors/%63onstant").differs(&[("hyper", "the service does not decode the path")]),
        get("/nowhere%2Fthere/%C3%A4%20%22"),
        get("//evil/x"),
        get("/nowhere/"),
        get(format!("/nowhere/{}", "x".repeat(LONG))),
    ]
}
