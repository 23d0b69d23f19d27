//! What the small services fail with: one declaration, which says nothing of a framework.

use std::time::Duration;

use httperr::HttpError;
use thiserror::Error;

/// What a handler fails with.
#[derive(Debug, Error, HttpError)]
#[http(type_base = "https://orders.example/problems")]
pub enum ApiError {
    /// The order is not there.
    #[error("there is no order {id}")]
    #[http(404)]
    NoOrder {
        /// Its number.
        id: u64,
    },

    /// The request names no account.
    #[error("sign in first")]
    #[http(401, header(WWW_AUTHENTICATE = "Bearer realm=\"orders\""))]
    SignIn,

    /// There is not enough of the product.
    #[error("only {left} are left")]
    #[http(409)]
    OutOfStock {
        /// How many there are.
        #[http(extension)]
        left: u8,
    },

    /// The account sent too many requests.
    #[error("too many requests")]
    #[http(429, retry_after = wait, header("x-limit" = "60;window=60"))]
    Limited {
        /// When the next one is answered.
        wait: Duration,
    },

    /// The order cannot be, for a reason in any words.
    #[error("{0}")]
    #[http(422, header("x-reason" = _0), header(LINK = "</a>; rel=a"), header(LINK = "</b>; rel=b"))]
    Refused(String),

    /// The order is as the client has it.
    #[error("not modified")]
    #[http(304, allow(redirect), header(ETAG = "\"7\""))]
    NotModified,

    /// What fails inside is for the log.
    #[error("the database at 10.0.0.7 is gone")]
    #[http(500)]
    Database,

    /// Another service failed.
    #[error("billing at 10.0.0.8 answered {status}")]
    #[http(status = status, detail = "billing is not available")]
    Billing {
        /// What it answered.
        status: u16,
    },
}

impl ApiError {
    /// The error of that name, to see each of them.
    pub fn named(name: &str) -> Self {
        match name {
            "sign-in" => ApiError::SignIn,
            "out-of-stock" => ApiError::OutOfStock { left: 2 },
            "limited" => ApiError::Limited { wait: Duration::from_millis(1_500) },
            "refused" => ApiError::Refused("\"ä\" is \\ no product".to_owned()),
            "refused-badly" => ApiError::Refused("a\r\nset-cookie: b=c".to_owned()),
            "not-modified" => ApiError::NotModified,
            "database" => ApiError::Database,
            "billing" => ApiError::Billing { status: 503 },
            "billing-badly" => ApiError::Billing { status: 42 },
            _ => ApiError::NoOrder { id: 7 },
        }
    }
}

/// An order of some product. There are two of each.
#[derive(Debug, serde::Deserialize)]
pub struct NewOrder {
    /// How many.
    pub quantity: u8,
}

impl NewOrder {
    /// Places the order.
    ///
    /// # Errors
    ///
    /// [`ApiError::OutOfStock`] if there are not so many.
    pub fn place(&self) -> Result<&'static str, ApiError> {
        if self.quantity > 2 {
            return Err(ApiError::OutOfStock { left: 2 });
        }
        Ok("placed")
    }
}
