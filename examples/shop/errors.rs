//! All errors of the shop, with the response of each.

use std::borrow::Cow;
use std::time::Duration;

use axum::extract::rejection::{JsonRejection, PathRejection, QueryRejection};
use httperr::{FromProblem, HttpError};
use serde::{Deserialize, Serialize};
use thiserror::Error;
use utoipa::ToSchema;

/// An error of a handler.
#[derive(Debug, Error, HttpError, FromProblem)]
#[http(type_base = "https://shop.example/problems")]
pub enum ShopError {
    /// No account, product or order has this number.
    #[error("there is no {what} {id}")]
    #[http(404)]
    NotFound {
        /// `account`, `product` or `order`.
        what: &'static str,
        /// The number in the request.
        id: i64,
    },

    /// The request names no account: send `Authorization: Bearer`, with the token from signing up.
    #[error("sign in with the token of an account")]
    #[http(401, header(WWW_AUTHENTICATE = "Bearer realm=\"shop\""))]
    SignInNeeded,

    /// The order belongs to another account.
    #[error("the order belongs to another account")]
    #[http(403)]
    NotYours,

    /// Fields of the body have invalid values.
    #[error("invalid fields: {}", errors.len())]
    #[http(422)]
    Invalid {
        /// The invalid fields (RFC 9457, section 3).
        #[http(extension)]
        errors: Vec<FieldError>,
    },

    /// There is not enough of the product.
    #[error("only {left} of product {product} are left")]
    #[http(409)]
    OutOfStock {
        /// The number of the product.
        #[http(extension)]
        product: i64,
        /// The number that was ordered.
        #[http(extension)]
        ordered: i64,
        /// The number in stock.
        #[http(extension)]
        left: i64,
    },

    /// The order is paid, and cannot be paid again.
    #[error("order {0} is paid already")]
    #[http(409)]
    AlreadyPaid(i64),

    /// The account placed too many orders in a short time.
    #[error("too many orders in a row")]
    #[http(429, retry_after = wait)]
    TooManyOrders {
        /// The time until the next order is accepted.
        wait: Duration,
    },

    /// The database failed. Its message, and the name of this case, are for the log only.
    #[error("the database failed")]
    #[http(match _0 {
        sqlx::Error::Database(error) if error.is_unique_violation() => (
            409,
            name = "EmailTaken",
            detail = "there is an account with that e-mail address already",
        ),
        sqlx::Error::PoolTimedOut => (503, name = "Busy", retry_after = 2),
        _ => 500,
    })]
    Database(#[from] sqlx::Error),

    /// The payment failed.
    #[error(transparent)]
    #[http(transparent)]
    Payment(#[from] PaymentError),

    /// The request could not be read.
    #[error(transparent)]
    #[http(transparent)]
    Request(#[from] RequestError),
}

/// An invalid field of the body.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct FieldError {
    /// The reason, for people.
    pub detail: Cow<'static, str>,
    /// The path of the field: a JSON Pointer (RFC 6901).
    pub pointer: Cow<'static, str>,
}

/// An error of the payment provider, which is another company's service.
#[derive(Debug, Error, HttpError, FromProblem)]
#[http(type_base = "https://shop.example/problems")]
pub enum PaymentError {
    /// The provider responded with an error.
    #[error("the payment provider responded with {status}: {text}")]
    #[http(match status {
        402 => (402, name = "CardDeclined", detail = "the card was declined"),
        429 | 503 => (
            503,
            name = "PaymentsBusy",
            code = "payments-busy",
            detail = "payments are busy",
            retry_after = 5,
        ),
        _ => (
            502,
            name = "PaymentsFailed",
            code = "payments-failed",
            detail = "the payment could not be made",
        ),
    })]
    Failed {
        /// The provider's status.
        status: u16,
        /// The text of its response, which can be anything.
        text: String,
    },

    /// The provider did not respond in time.
    #[error("the payment provider did not respond within {0:?}")]
    #[http(
        504,
        code = "payments-timed-out",
        detail = "the payment may or may not have been made: look at the order later"
    )]
    PaymentsTimedOut(Duration),
}

/// A request that cannot be read. The framework's message is not for clients.
#[derive(Debug, Error, HttpError, FromProblem)]
#[http(type_base = "https://shop.example/problems")]
pub enum RequestError {
    /// The body is not what the route takes.
    #[error("the body was rejected")]
    #[http(match _0 {
        JsonRejection::JsonSyntaxError(_) => (
            400,
            name = "MalformedJson",
            detail = "the body is not JSON",
        ),
        JsonRejection::JsonDataError(_) => (
            422,
            name = "UnexpectedJson",
            detail = "the body is JSON, but not with the fields and types that this route takes",
        ),
        JsonRejection::MissingJsonContentType(_) => (
            415,
            name = "NotJson",
            detail = "this route takes `Content-Type: application/json`",
            header(ACCEPT = "application/json"),
        ),
        other if other.status() == httperr::status!(413) => (
            413,
            name = "BodyTooLarge",
            detail = "the body is larger than 16 KiB",
        ),
        _ => (400, name = "UnreadableBody", detail = "the body could not be read"),
    })]
    Body(#[from] JsonRejection),

    /// A part of the path is not what the route takes.
    #[error("the path was rejected")]
    #[http(400, detail = "a part of the path has to be a number")]
    BadPath(#[from] PathRejection),

    /// The query is not what the route takes.
    #[error("the query was rejected")]
    #[http(400, detail = "`limit` is a number from 0 to 255")]
    BadQuery(#[from] QueryRejection),

    /// No route has this path.
    #[error("there is nothing at this path")]
    #[http(404)]
    NoRoute,

    /// A route has this path, but not for this method. axum adds `Allow`, which it alone knows.
    #[error("this path does not support the method {0}")]
    #[http(405, allow(missing_allow))]
    MethodNotAllowed(axum::http::Method),
}
