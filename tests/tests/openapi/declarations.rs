//! The declarations that the documents describe.

use std::collections::BTreeMap;

use httperr::http::StatusCode;
use httperr::{BodyFormat, ErrorView, HttpError};
use serde::Serialize;
use thiserror::Error;

#[derive(Debug, Error, HttpError)]
#[error("gone since {since}")]
#[http(410, header(WARNING = "199 - \"gone\""))]
pub(super) struct Fixed {
    #[http(extension, example = 1999)]
    since: u16,
}

#[derive(Debug, Error, HttpError)]
#[http(type_base = "https://example.com/problems")]
pub(super) enum SeveralPerStatus {
    /// The first.
    ///
    /// With a second paragraph.
    #[error("one")]
    #[http(409, retry_after = 5)]
    One,
    #[error("two")]
    #[http(409, retry_after = wait)]
    Two { wait: u32 },
    #[error("three")]
    #[http(404)]
    Three,
}

#[derive(Debug, Error, HttpError)]
pub(super) enum RunTimeStatus {
    #[error("upstream")]
    #[http(status = _0, title = "Error")]
    Upstream(StatusCode),
    #[error("no content")]
    #[http(205, allow(success))]
    NoContent,
}

#[derive(Debug)]
pub(super) struct Xml;

impl BodyFormat for Xml {
    const CONTENT_TYPE: &'static str = "application/xml";

    fn write(_: &ErrorView<'_>, body: &mut Vec<u8>) -> Result<(), Box<dyn std::error::Error>> {
        body.extend_from_slice(b"<error/>");
        Ok(())
    }
}

#[derive(Debug, Error, HttpError)]
pub(super) enum Bodies {
    #[error("template {id}")]
    #[http(400, body = { "error": { "code": code, "id": id, "list": [1, id], "ok": false }, "none": null })]
    Template { id: u64 },
    #[error("text")]
    #[http(401, body = text, header(WWW_AUTHENTICATE = "Basic"))]
    Text,
    #[error("empty")]
    #[http(403, body = empty)]
    Empty,
    #[error("xml")]
    #[http(404, body = Xml)]
    Custom,
}

#[derive(Debug, Error, HttpError)]
#[error("members")]
#[http(422)]
pub(super) struct Members {
    #[http(extension)]
    option: Option<String>,
    #[http(extension)]
    list: Vec<Option<i32>>,
    #[http(extension)]
    map: BTreeMap<String, f64>,
    #[http(extension)]
    flag: bool,
    #[http(extension)]
    fields: httperr::FieldErrors,
}

#[derive(Debug, Error, HttpError)]
pub(super) enum Inner {
    #[error("sold out, {left} left")]
    #[http(409)]
    SoldOut {
        #[http(extension)]
        left: u8,
    },
    #[error("inside")]
    #[http(500)]
    Fault,
}

#[derive(Debug, Error, HttpError)]
#[http(body = { "error": { "code": code, "message": detail, ..extensions } })]
pub(super) enum Outer {
    #[error(transparent)]
    #[http(transparent)]
    Inner(#[from] Inner),
    #[error("own")]
    #[http(400)]
    Own,
}

#[derive(Debug, Error, HttpError)]
pub(super) enum PrivateNames {
    #[error("a")]
    #[http(500)]
    A,
    #[error("b")]
    #[http(500)]
    B,
}

/// Names, documentation, tags and texts with this word are private.
pub(super) mod canaries {
    use httperr::HttpError;
    use thiserror::Error;

    #[derive(Debug, Error, HttpError)]
    pub(crate) enum ApiError {
        /// A public case.
        #[error("public")]
        #[http(404)]
        Public,
        /// Canary.
        #[error("canary of a mask: {canary_field}")]
        #[http(500, tag(canary = "canary"))]
        CanaryMasked { canary_field: u8 },
        /// Canary.
        #[error("canary of same_as")]
        #[http(same_as = Public, tag(canary = true))]
        CanaryHidden,
        /// Canary.
        #[error("canary of a masked 4xx")]
        #[http(403, mask)]
        CanaryForbidden,
    }
}

#[derive(Debug, Serialize, utoipa::ToSchema, schemars::JsonSchema, poem_openapi::Object)]
pub(super) struct Currency {
    code: String,
}

#[derive(Debug, Serialize, utoipa::ToSchema, schemars::JsonSchema, poem_openapi::Object)]
pub(super) struct Money {
    amount: i64,
    currency: Currency,
}

// The derives of both versions of utoipa write `utoipa::`.
mod of_utoipa5 {
    use utoipa5 as utoipa;
    use utoipa5::openapi::{RefOr, Schema};
    use utoipa5::{PartialSchema, ToSchema};

    #[derive(ToSchema)]
    struct Currency {
        code: String,
    }

    #[derive(ToSchema)]
    struct Money {
        amount: i64,
        currency: Currency,
    }

    impl PartialSchema for super::Money {
        fn schema() -> RefOr<Schema> {
            Money::schema()
        }
    }

    impl ToSchema for super::Money {
        fn schemas(schemas: &mut Vec<(String, RefOr<Schema>)>) {
            Money::schemas(schemas);
        }
    }
}

/// A type that no library knows.
#[derive(Debug, Serialize)]
pub(super) struct Opaque;

#[derive(Debug, Error, HttpError)]
pub(super) enum Known {
    #[error("out of credit")]
    #[http(402)]
    OutOfCredit {
        #[http(extension)]
        price: Money,
        #[http(extension)]
        prices: Vec<Money>,
        #[http(extension)]
        by_name: BTreeMap<String, Box<Money>>,
        #[http(extension)]
        maybe: Option<Money>,
        #[http(extension)]
        io: Opaque,
    },
}

#[derive(Debug, Error, HttpError)]
#[error("total")]
#[http(409)]
pub(super) struct Total {
    #[http(extension)]
    total: Money,
}

#[derive(Debug, Error, HttpError)]
#[error("over")]
#[http(410)]
pub(super) struct Over;

#[derive(Debug, Error, HttpError)]
pub(super) enum Wrapper {
    #[error(transparent)]
    #[http(transparent)]
    Known(Box<Known>),
    #[error(transparent)]
    #[http(transparent, body = { "error": { "code": code, ..extensions } })]
    Total(Total),
    #[error("{error}")]
    #[http(transparent = error, extension(limit = limit))]
    Over { error: Over, limit: Money },
}

#[derive(Debug, Error, HttpError)]
#[error("unknown")]
#[http(404)]
pub(super) struct Unknown {
    #[http(extension)]
    opaque: Opaque,
    #[http(extension)]
    options: Option<Vec<Opaque>>,
}

#[derive(Debug, Error, HttpError)]
#[error("generic")]
#[http(404)]
pub(super) struct Generic<T: Serialize + std::fmt::Debug> {
    #[http(extension)]
    value: T,
}

#[derive(Debug, Error, HttpError)]
pub(super) enum Cyclic {
    #[error("missing")]
    #[http(404)]
    Missing,
    #[error(transparent)]
    #[http(transparent)]
    Again(Box<Cyclic>),
}

#[derive(Debug, Error, HttpError)]
#[error("own")]
#[http(404, without(utoipa, utoipa5, aide, poem, poem_openapi))]
pub(super) struct Own;

impl utoipa::IntoResponses for Own {
    fn responses() -> BTreeMap<String, utoipa::openapi::RefOr<utoipa::openapi::Response>> {
        BTreeMap::new()
    }
}
