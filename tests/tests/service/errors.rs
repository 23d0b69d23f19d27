//! The errors of the service: one case for each thing that a declaration can send.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::time::{Duration, SystemTime};

use super::table::LONG;
use httperr::http::{HeaderMap, StatusCode};
use httperr::{AnyError, BodyFormat, ErrorView, FieldErrors, HttpError, Problem};

/// In the text of each error that no client may see.
pub const SECRET: &str = "10.0.0.7";

#[derive(Debug, thiserror::Error, HttpError)]
#[http(
    type_base = "https://orders.example/problems",
    header("x-api" = "2"),
    default(500, code = "internal", title = "Internal error")
)]
pub enum ApiError {
    #[error("the cart is empty")]
    #[http(409)]
    Constant,
    #[error("no order {0}")]
    #[http(404)]
    NoOrder(u64),
    #[error("{left} of {product:?} are left")]
    #[http(422, code = "sold-out", title = "Sold out", extension(unit = "piece"))]
    Members {
        #[http(extension)]
        left: u8,
        #[http(extension = "name")]
        product: &'static str,
    },
    #[error("the order is {0} days old")]
    #[http(410, detail = "the order is too old")]
    Detail(u32),
    #[error("too many requests")]
    #[http(429, retry_after = wait)]
    Limited { wait: Duration },
    #[error("too many requests for today")]
    #[http(429, retry_after = until)]
    LimitedUntil { until: SystemTime },
    #[error("closed until 6:00")]
    #[http(503, expose, retry_after = 3600, log = info)]
    Closed,
    #[error("sign in first")]
    #[http(
        401,
        header(WWW_AUTHENTICATE = "Bearer realm=\"orders\"", "x-request" = request_id, "x-at" = instance)
    )]
    SignIn,
    #[error("{0}")]
    #[http(403, header("x-reason" = _0, "x-code" = code))]
    Refused(String),
    #[error("the proxy refused")]
    #[http(502, mask, headers = fields)]
    Proxy { fields: HeaderMap },
    #[error(transparent)]
    #[http(transparent)]
    Stock(#[from] StockError),
    #[error("order {order}")]
    #[http(transparent, extension(order = order), header("x-shop" = "7"), log = warn)]
    OrderedStock { source: StockError, order: u64 },
    #[error("storage at 10.0.0.7")]
    #[http(match _0 {
        ErrorKind::NotFound => 404,
        ErrorKind::TimedOut => (504, retry_after = 5, title = "Storage timed out"),
        _ => 500,
    }, mask)]
    Storage(ErrorKind),
    #[error("the database failed")]
    #[http(500)]
    Database(#[source] Disk),
    #[error("10.0.0.7 does not know {0}")]
    #[http(403, mask)]
    Masked(&'static str),
    #[error("{0} is hidden")]
    #[http(same_as = Constant, log = warn)]
    Hidden(&'static str),
    #[error("the amount is too small")]
    #[http(
        422,
        extension(minimum = 5, currency = "EUR"),
        body = {
            "error": {
                "status": status, "code": code, "type": type, "message": detail, "at": instance,
                "request": request_id, "fixed": [1, null], ..extensions
            }
        }
    )]
    Template,
    #[error("only text")]
    #[http(410, body = text)]
    Text,
    #[error("nothing")]
    #[http(423, body = empty)]
    Empty,
    #[error("line 1")]
    #[http(400, body = Lines)]
    Format,
    #[error("no content")]
    #[http(204, allow(success))]
    NoContent,
    #[error("not modified")]
    #[http(304, allow(redirect), header(ETAG = "\"7\""))]
    NotModified,
    #[error("moved")]
    #[http(
        308,
        allow(redirect),
        header(LOCATION = "/orders/8", CONTENT_TYPE = "application/vnd.orders+json", "content-language" = "en")
    )]
    Moved,
    #[error("billing at 10.0.0.7 responded with {status}")]
    #[http(status = status, detail = "billing is not available")]
    Billing { status: u16 },
    #[error("keys that are not strings")]
    #[http(400, extension(keys = _0))]
    FailedBody(BTreeMap<Vec<u8>, u8>),
    #[error("{0}")]
    #[http(400, log = warn)]
    Panicking(Panicking),
    #[error("quiet")]
    #[http(400, log = off)]
    Quiet,
    #[error("the order is invalid")]
    #[http(422)]
    Invalid(#[http(extension = "errors")] FieldErrors),
    #[error("cache at 10.0.0.7")]
    Default,
    #[error(transparent)]
    #[http(500)]
    Other(#[from] anyhow::Error),
}

#[derive(Debug, thiserror::Error)]
#[error("disk at 10.0.0.7 is full")]
pub struct Disk;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum StockError {
    #[error("sold out")]
    #[http(409, extension(left = 0))]
    SoldOut,
}

/// A value whose text cannot be written.
#[derive(Debug)]
pub struct Panicking;

impl std::fmt::Display for Panicking {
    fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        panic!("{SECRET} has no text")
    }
}

/// One line for each part of an error.
pub struct Lines;

impl BodyFormat for Lines {
    const CONTENT_TYPE: &'static str = "text/x-lines";

    fn write(error: &ErrorView<'_>, body: &mut Vec<u8>) -> Result<(), Box<dyn std::error::Error>> {
        use std::io::Write as _;
        let (at, id) = (error.instance(), error.request_id());
        writeln!(body, "{} {} {:?} {at:?} {id:?}", error.status(), error.title(), error.detail())?;
        Ok(())
    }
}

/// The errors of a part of the service that has an envelope.
#[derive(Debug, thiserror::Error, HttpError)]
#[http(
    codes(rename_all = "SCREAMING_SNAKE_CASE", prefix = "SHOP_"),
    body = { "ok": false, "error": { "code": code, "message": detail, "request"?: request_id } }
)]
pub enum EnvelopeError {
    #[error("the basket is empty")]
    #[http(409)]
    EmptyBasket,
    #[error(transparent)]
    #[http(transparent)]
    Stock(#[from] StockError),
    #[error(transparent)]
    #[http(transparent)]
    Unexpected(#[from] Unexpected),
}

#[derive(Debug, thiserror::Error, HttpError)]
#[error("10.0.0.7 is gone")]
#[http(500)]
pub struct Unexpected;

pub type AnyhowError = httperr::anyhow::Error<ApiError>;

impl ApiError {
    /// Returns the error of this name, for `/errors/{name}`.
    pub fn named(name: &str) -> Self {
        match name {
            "constant" => ApiError::Constant,
            "members" => ApiError::Members { left: 2, product: "\"ä\" \\ \u{1}" },
            "detail" => ApiError::Detail(90),
            "limited" => ApiError::Limited { wait: Duration::from_millis(1_500) },
            "limited-until" => {
                let until = SystemTime::UNIX_EPOCH + Duration::from_secs(4_000_000_000);
                ApiError::LimitedUntil { until }
            }
            "closed" => ApiError::Closed,
            "sign-in" => ApiError::SignIn,
            "refused" => ApiError::Refused("the reason".to_owned()),
            "refused-badly" => ApiError::Refused("a\r\nset-cookie: b=c".to_owned()),
            "refused-unicode" => ApiError::Refused("größer".to_owned()),
            "refused-long" => ApiError::Refused("x".repeat(LONG)),
            "proxy" => ApiError::Proxy { fields: fields_of_proxy() },
            "stock" => StockError::SoldOut.into(),
            "ordered-stock" => ApiError::OrderedStock { source: StockError::SoldOut, order: 3 },
            "storage-not-found" => ApiError::Storage(ErrorKind::NotFound),
            "storage-timed-out" => ApiError::Storage(ErrorKind::TimedOut),
            "storage" => ApiError::Storage(ErrorKind::Other),
            "database" => ApiError::Database(Disk),
            "masked" => ApiError::Masked("eve"),
            "hidden" => ApiError::Hidden("the cart"),
            "template" => ApiError::Template,
            "text" => ApiError::Text,
            "empty" => ApiError::Empty,
            "format" => ApiError::Format,
            "no-content" => ApiError::NoContent,
            "not-modified" => ApiError::NotModified,
            "moved" => ApiError::Moved,
            "billing" => ApiError::Billing { status: 503 },
            "billing-badly" => ApiError::Billing { status: 42 },
            "failed-body" => ApiError::FailedBody([(vec![1], 1)].into()),
            "panicking" => ApiError::Panicking(Panicking),
            "quiet" => ApiError::Quiet,
            "invalid" => {
                let mut errors = FieldErrors::new();
                errors.push(["seats", "1"], "the seat is taken");
                ApiError::Invalid(errors)
            }
            "default" => ApiError::Default,
            _ => ApiError::NoOrder(7),
        }
    }
}

fn fields_of_proxy() -> HeaderMap {
    let mut fields = HeaderMap::new();
    fields.insert("x-rule", "7".parse().unwrap());
    fields.append("via", "1.1 a".parse().unwrap());
    fields.append("via", "1.1 b".parse().unwrap());
    // Not sent: it frames the message.
    fields.insert("content-length", "7".parse().unwrap());
    fields
}

impl EnvelopeError {
    /// Returns the error of this name, for `/envelope/{name}`.
    pub fn named(name: &str) -> Self {
        match name {
            "stock" => StockError::SoldOut.into(),
            "unexpected" => Unexpected.into(),
            _ => EnvelopeError::EmptyBasket,
        }
    }
}

pub fn problem() -> Problem {
    Problem::new(StatusCode::CONFLICT)
        .with_detail("taken")
        .with_type("https://orders.example/taken")
}

pub fn any_error() -> AnyError {
    StockError::SoldOut.into()
}

pub fn boxed() -> Box<dyn HttpError + Send + Sync> {
    Box::new(ApiError::Constant)
}

/// Returns an error with a declared one in its chain, or one without.
pub fn anyhow(name: &str) -> AnyhowError {
    let error = match name {
        "declared" => anyhow::Error::new(ApiError::NoOrder(7)),
        _ => anyhow::Error::new(Disk),
    };
    error.context("cannot place the order").into()
}
