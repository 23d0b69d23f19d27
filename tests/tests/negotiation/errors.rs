//! The errors of the services, and their texts in other languages.

use std::borrow::Cow;

use httperr::{Case, FieldErrors, HttpError, Translate};
use serde_json::{Map, Value};

/// Text that no response may contain.
pub const SECRET: &str = "10.0.0.7";

/// A value that fails to serialize.
#[derive(Debug)]
pub struct Fails;

impl serde::Serialize for Fails {
    fn serialize<S: serde::Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        Err(serde::ser::Error::custom(SECRET))
    }
}

#[derive(Debug, thiserror::Error, HttpError)]
#[http(type_base = "https://api.example.com/problems")]
pub enum ApiError {
    #[error("no order {id}")]
    #[http(404)]
    NoOrder {
        #[http(extension)]
        id: u64,
    },
    #[error("balance {balance} is below {price}")]
    #[http(422, title = "Not enough credit", header(VARY = "Origin"), header(ETAG = "\"1\""))]
    OutOfCredit {
        #[http(extension)]
        balance: i64,
        #[http(extension)]
        price: i64,
    },
    #[error("wrong fields")]
    #[http(400, header(VARY = "*"))]
    Wrong {
        #[http(extension)]
        errors: FieldErrors,
    },
    #[error("cannot connect to {SECRET}")]
    #[http(503, header(RETRY_AFTER = "5"))]
    Database,
    #[error("as before")]
    #[http(304, allow(redirect))]
    NotModified,
    /// Its text is masked, but not its name.
    #[error("cannot connect to {SECRET}")]
    #[http(502, title = "Upstream failed")]
    Upstream,
    #[error("in French")]
    #[http(409, header(CONTENT_LANGUAGE = "fr"))]
    French,
    /// The response is a 500.
    #[error("cannot be written")]
    #[http(400, title = "A title of the case")]
    CannotBeWritten {
        #[http(extension)]
        fails: Fails,
    },
    /// Its translation panics, as that of a 500 does.
    #[error("panics")]
    #[http(409)]
    Panics,
}

#[derive(Debug, thiserror::Error, HttpError)]
pub enum EnvelopeError {
    #[error("no such order")]
    #[http(404)]
    Problem,
    #[error("no order {id}")]
    #[http(404, body = { "error": { "code": code, "message": detail } })]
    Template { id: u64 },
    #[error("no text {id}")]
    #[http(404, body = text)]
    Text { id: u64 },
    #[error("nothing")]
    #[http(404, body = empty)]
    Empty,
    #[error("cannot connect to {SECRET}")]
    #[http(500, body = { "message": title })]
    Masked,
}

/// Its texts in both languages are in the declaration.
#[derive(Debug, thiserror::Error, HttpError)]
#[error("no stock of {0}")]
#[http(409, languages("en", "zh"), title(en = "No stock", zh = "缺货"), detail(zh = "{_0} 缺货"))]
pub struct NoStock(u64);

pub fn named(name: &str) -> Box<dyn HttpError + Send + Sync> {
    match name {
        "no-order" => Box::new(ApiError::NoOrder { id: 7 }),
        "out-of-credit" => Box::new(ApiError::OutOfCredit { balance: 30, price: 50 }),
        "wrong" => Box::new(ApiError::Wrong {
            errors: {
                let mut errors = FieldErrors::new();
                errors.push(["a"], "a < b");
                errors
            },
        }),
        "away" => Box::new(ApiError::Database),
        "not-modified" => Box::new(ApiError::NotModified),
        "upstream" => Box::new(ApiError::Upstream),
        "french" => Box::new(ApiError::French),
        "cannot-be-written" => Box::new(ApiError::CannotBeWritten { fails: Fails }),
        "panics" => Box::new(ApiError::Panics),
        "no-stock" => Box::new(NoStock(7)),
        "problem" => Box::new(EnvelopeError::Problem),
        "template" => Box::new(EnvelopeError::Template { id: 7 }),
        "text" => Box::new(EnvelopeError::Text { id: 7 }),
        "empty" => Box::new(EnvelopeError::Empty),
        "masked" => Box::new(EnvelopeError::Masked),
        other => panic!("there is no error `{other}`"),
    }
}

/// Texts in German and, for one case, in Chinese.
pub struct Texts;

impl Translate for Texts {
    fn languages(&self) -> Vec<&str> {
        vec!["en", "de", "zh", "zh-Hant"]
    }

    fn title(&self, case: Case, language: &str) -> Option<Cow<'_, str>> {
        assert_ne!(case.code(), Some("database"), "the code of a masked case");
        match (language, case.code(), case.status()?.as_u16()) {
            ("de", Some("out-of-credit"), _) => Some("Zu wenig Guthaben".into()),
            ("zh", Some("out-of-credit"), _) => Some("余额不足".into()),
            ("de", Some("upstream"), _) => Some("Dienst ausgefallen".into()),
            ("zh", Some("french"), _) => Some("法语".into()),
            ("de", None, 404) => Some("Nicht gefunden".into()),
            ("de", None, 503) => Some("Nicht verfügbar".into()),
            ("de", Some("panics"), _) | ("de", None, 500) => panic!("no such text"),
            ("de", Some("cannot-be-written"), _) => Some("Ein Titel des Falls".into()),
            _ => None,
        }
    }

    fn detail(&self, case: Case, members: &Map<String, Value>, lang: &str) -> Option<Cow<'_, str>> {
        match (lang, case.code()?) {
            ("de", "upstream") => Some("a text of a masked error".into()),
            ("de", "no-order") => Some(format!("Bestellung {} fehlt", members["id"]).into()),
            ("de", "out-of-credit") => {
                Some(format!("{} liegt unter {}", members["balance"], members["price"]).into())
            }
            _ => None,
        }
    }
}
