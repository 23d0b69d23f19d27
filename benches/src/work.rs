//! The measured work: one error response, on each framework, by a manual impl and by the derive.
//!
//! The manual impl is what a careful person writes: the same bytes, a constant body where nothing varies,
//! `format!` where nothing needs to be escaped, `serde_json` elsewhere.

use std::hint::black_box;
use std::time::Duration;

use axum::response::IntoResponse;
use bytes::Bytes;
use http::header::{CONTENT_TYPE, RETRY_AFTER};
use http::{HeaderName, HeaderValue, Response, StatusCode};
use httperr::HttpError;
use serde::Serialize;

/// An error response on a framework, in both implementations.
pub struct Work {
    /// The name of the error.
    pub error: &'static str,
    /// The name of the framework.
    pub framework: &'static str,
    /// Responds by the manual impl.
    pub manual: fn(),
    /// Responds by the derive.
    pub derived: fn(),
}

#[derive(Debug, thiserror::Error, HttpError)]
enum Derived {
    #[error("there is no such account")]
    #[http(404)]
    Constant,
    #[error("there is no account {id}")]
    #[http(404)]
    Formatted { id: u64 },
    #[error("not enough credit")]
    #[http(422)]
    Members {
        #[http(extension)]
        balance: i64,
        #[http(extension)]
        price: i64,
    },
    #[error("there is no account {id}")]
    #[http(404, body = { "error": { "code": code, "message": detail, "id": id } })]
    Template { id: u64 },
    #[error("too many requests")]
    #[http(429, retry_after = wait, header("x-left" = left))]
    Headers { wait: Duration, left: u32 },
    #[error(transparent)]
    #[http(transparent)]
    Inner(#[from] Inner),
}

#[derive(Debug, thiserror::Error, HttpError)]
#[error("sold out")]
#[http(409)]
struct Inner;

/// The manual impl.
#[derive(Debug, thiserror::Error)]
enum Manual {
    #[error("there is no such account")]
    Constant,
    #[error("there is no account {id}")]
    Formatted { id: u64 },
    #[error("not enough credit")]
    Members { balance: i64, price: i64 },
    #[error("there is no account {id}")]
    Template { id: u64 },
    #[error("too many requests")]
    Headers { wait: Duration, left: u32 },
    #[error("sold out")]
    Inner,
}

#[derive(Serialize)]
struct Credit {
    title: &'static str,
    status: u16,
    detail: &'static str,
    balance: i64,
    price: i64,
}

const PROBLEM: HeaderValue = HeaderValue::from_static("application/problem+json");
const JSON: HeaderValue = HeaderValue::from_static("application/json");
const X_LEFT: HeaderName = HeaderName::from_static("x-left");

fn json(value: &impl Serialize) -> Bytes {
    serde_json::to_vec(value).map_or_else(|_| Bytes::from_static(b"{}"), Bytes::from)
}

impl Manual {
    fn status(&self) -> StatusCode {
        match self {
            Manual::Constant | Manual::Formatted { .. } | Manual::Template { .. } => {
                StatusCode::NOT_FOUND
            }
            Manual::Members { .. } => StatusCode::UNPROCESSABLE_ENTITY,
            Manual::Headers { .. } => StatusCode::TOO_MANY_REQUESTS,
            Manual::Inner => StatusCode::CONFLICT,
        }
    }

    fn body(&self) -> Bytes {
        match self {
            Manual::Constant => Bytes::from_static(
                br#"{"title":"Not Found","status":404,"detail":"there is no such account"}"#,
            ),
            Manual::Formatted { id } => format!(
                r#"{{"title":"Not Found","status":404,"detail":"there is no account {id}"}}"#
            )
            .into(),
            Manual::Members { balance, price } => json(&Credit {
                title: "Unprocessable Content",
                status: 422,
                detail: "not enough credit",
                balance: *balance,
                price: *price,
            }),
            Manual::Template { id } => format!(
                r#"{{"error":{{"code":"template","message":"there is no account {id}","id":{id}}}}}"#
            )
            .into(),
            Manual::Headers { .. } => Bytes::from_static(
                br#"{"title":"Too Many Requests","status":429,"detail":"too many requests"}"#,
            ),
            Manual::Inner => {
                Bytes::from_static(br#"{"title":"Conflict","status":409,"detail":"sold out"}"#)
            }
        }
    }

    fn media(&self) -> HeaderValue {
        match self {
            Manual::Template { .. } => JSON,
            _ => PROBLEM,
        }
    }
}

impl IntoResponse for Manual {
    fn into_response(self) -> axum::response::Response {
        let mut response =
            (self.status(), [(CONTENT_TYPE, self.media())], self.body()).into_response();
        if let Manual::Headers { wait, left } = self {
            let headers = response.headers_mut();
            headers.insert(RETRY_AFTER, wait.as_secs().into());
            headers.insert(X_LEFT, left.into());
        }
        response
    }
}

impl actix_web::ResponseError for Manual {
    fn status_code(&self) -> actix_web::http::StatusCode {
        actix_web::http::StatusCode::from_u16(self.status().as_u16())
            .unwrap_or(actix_web::http::StatusCode::INTERNAL_SERVER_ERROR)
    }

    fn error_response(&self) -> actix_web::HttpResponse {
        let media = match self {
            Manual::Template { .. } => "application/json",
            _ => "application/problem+json",
        };
        let mut response = actix_web::HttpResponse::build(self.status_code());
        response.insert_header((
            actix_web::http::header::CONTENT_TYPE,
            actix_web::http::header::HeaderValue::from_static(media),
        ));
        if let Manual::Headers { wait, left } = self {
            response.insert_header(("retry-after", wait.as_secs()));
            response.insert_header(("x-left", *left));
        }
        response.body(self.body())
    }
}

impl Manual {
    fn to_response(&self) -> Response<Bytes> {
        let mut response = Response::new(self.body());
        *response.status_mut() = self.status();
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, self.media());
        if let Manual::Headers { wait, left } = self {
            headers.insert(RETRY_AFTER, wait.as_secs().into());
            headers.insert(X_LEFT, (*left).into());
        }
        response
    }
}

/// Builds the work of an error on all frameworks, and of its status alone.
macro_rules! work {
    ($($name:literal: $hand:expr, $derived:expr;)*) => {
        &[$(
            Work {
                error: $name,
                framework: "axum",
                manual: || drop(black_box(black_box($hand).into_response())),
                derived: || drop(black_box(black_box($derived).into_response())),
            },
            Work {
                error: $name,
                framework: "actix-web",
                manual: || {
                    drop(black_box(actix_web::ResponseError::error_response(&black_box($hand))));
                },
                derived: || {
                    drop(black_box(actix_web::ResponseError::error_response(&black_box($derived))));
                },
            },
            Work {
                error: $name,
                framework: "http",
                manual: || drop(black_box(black_box($hand).to_response())),
                derived: || drop(black_box(black_box($derived).to_response())),
            },
            Work {
                error: $name,
                framework: "status()",
                manual: || {
                    let _ = black_box(black_box($hand).status());
                },
                derived: || {
                    let _ = black_box(black_box($derived).status());
                },
            },
        )*]
    };
}

/// Each error on each framework.
pub const WORK: &[Work] = work! {
    "constant body": Manual::Constant, Derived::Constant;
    "formatted text": Manual::Formatted { id: 7 }, Derived::Formatted { id: 7 };
    "two members": Manual::Members { balance: 3, price: 5 }, Derived::Members { balance: 3, price: 5 };
    "template": Manual::Template { id: 7 }, Derived::Template { id: 7 };
    "two headers": Manual::Headers { wait: Duration::from_secs(5), left: 3 },
        Derived::Headers { wait: Duration::from_secs(5), left: 3 };
    "transparent": Manual::Inner, Derived::Inner(Inner);
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_implementations_send_the_same_response() {
        let pairs = [
            (Manual::Constant, Derived::Constant),
            (Manual::Formatted { id: 7 }, Derived::Formatted { id: 7 }),
            (Manual::Members { balance: 3, price: 5 }, Derived::Members { balance: 3, price: 5 }),
            (Manual::Template { id: 7 }, Derived::Template { id: 7 }),
            (
                Manual::Headers { wait: Duration::from_secs(5), left: 3 },
                Derived::Headers { wait: Duration::from_secs(5), left: 3 },
            ),
            (Manual::Inner, Derived::Inner(Inner)),
        ];
        for (hand, derived) in pairs {
            let (manual, by_derive) = (hand.to_response(), derived.to_response());
            assert_eq!(manual.status(), by_derive.status());
            assert_eq!(manual.headers(), by_derive.headers());
            assert_eq!(manual.body(), by_derive.body());
        }
    }
}
