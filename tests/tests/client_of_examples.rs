//! The errors of the shop and of the README, sent and read back: every case whose fields are sent, and the
//! reason for each other one.

use std::io;
use std::time::Duration;

use axum::extract::rejection::JsonRejection;
use axum::extract::FromRequest as _;
use httperr::{FromProblem, HttpError};
use httperr_examples::shop::errors::{FieldError, PaymentError, RequestError, ShopError};

/// Returns the error that is read from the response to an error, or the reason why there is none.
fn read_back<T: HttpError + FromProblem>(error: &T) -> Result<String, String> {
    let (parts, body) = error.to_response().into_parts();
    match T::from_response(&parts, &body) {
        Ok(read) => Ok(format!("{read:?}")),
        Err(unrecognized) => Err(unrecognized.reason().to_owned()),
    }
}

#[track_caller]
fn assert_read<T: HttpError + FromProblem>(error: &T) {
    assert_eq!(read_back(error), Ok(format!("{error:?}")));
}

#[track_caller]
fn assert_not_sent<T: HttpError + FromProblem>(error: &T, field: &str, case: &str) {
    let reason = format!("the field `{field}` of the case `{case}` is not sent");
    assert_eq!(read_back(error), Err(reason), "{error:?}");
}

#[test]
fn the_errors_of_the_shop_are_read_back() {
    let field =
        |pointer: &'static str| FieldError { detail: "no \u{e9}".into(), pointer: pointer.into() };
    assert_read(&ShopError::SignInNeeded);
    assert_read(&ShopError::NotYours);
    assert_read(&ShopError::Invalid { errors: vec![] });
    assert_read(&ShopError::Invalid { errors: vec![field("/a"), field("/b")] });
    assert_read(&ShopError::OutOfStock { product: 2, ordered: i64::MAX, left: -1 });
    assert_read(&ShopError::TooManyOrders { wait: Duration::from_secs(8) });
    assert_read(&ShopError::Request(RequestError::NoRoute));
    assert_not_sent(&ShopError::NotFound { what: "order", id: 7 }, "what", "NotFound");
    assert_not_sent(&ShopError::AlreadyPaid(7), "0", "AlreadyPaid");
    let failed = |status| ShopError::Payment(PaymentError::Failed { status, text: "x".to_owned() });
    assert_not_sent(&failed(402), "text", "CardDeclined");
    assert_not_sent(&failed(503), "status", "PaymentsBusy");
    assert_not_sent(&failed(500), "status", "PaymentsFailed");
    let timeout = PaymentError::PaymentsTimedOut(Duration::ZERO);
    assert_not_sent(&ShopError::Payment(timeout), "0", "PaymentsTimedOut");
    let method = RequestError::MethodNotAllowed(http::Method::PUT);
    assert_not_sent(&ShopError::Request(method), "0", "MethodNotAllowed");
    // The pattern of its arm is one value.
    assert_read(&ShopError::Database(sqlx::Error::PoolTimedOut));
    assert_not_sent(&ShopError::Database(sqlx::Error::RowNotFound), "0", "Database");
}

#[tokio::test]
async fn rejections_of_the_framework_stay_on_the_server() {
    let request = axum::http::Request::post("/").body(axum::body::Body::empty()).unwrap();
    let rejection: JsonRejection = axum::Json::<u8>::from_request(request, &()).await.unwrap_err();
    assert_not_sent(&ShopError::Request(RequestError::Body(rejection)), "0", "NotJson");
}

/// The first example of the README, with the second derive.
#[derive(Debug, thiserror::Error, HttpError, FromProblem)]
#[http(type_base = "https://api.example.com/problems")]
enum ApiError {
    #[error("no account {id}")]
    #[http(404)]
    NoAccount { id: u64 },
    #[error("balance {balance} is below {price}")]
    #[http(422, code = "out-of-credit", title = "Not enough credit")]
    OutOfCredit {
        #[http(extension)]
        balance: i64,
        #[http(extension)]
        price: i64,
    },
    #[error("too many requests")]
    #[http(429, retry_after = wait)]
    Limited { wait: Duration },
    #[error("database: {0}")]
    #[http(500)]
    Database(#[from] io::Error),
}

/// The example of the README with another body.
#[derive(Debug, thiserror::Error, HttpError, FromProblem)]
#[http(body = {
    "error": { "code": code, "message": detail, "param"?: param },
})]
enum PaymentApiError {
    #[error("the amount is too small")]
    #[http(400, code = "too_small")]
    TooSmall { param: String },
    #[error("the card was declined")]
    #[http(402)]
    Declined,
}

#[test]
fn the_errors_of_the_readme_are_read_back() {
    assert_read(&ApiError::OutOfCredit { balance: 30, price: 50 });
    assert_read(&ApiError::Limited { wait: Duration::from_secs(60) });
    assert_not_sent(&ApiError::NoAccount { id: 7 }, "id", "NoAccount");
    assert_not_sent(&ApiError::Database(io::Error::other("secret")), "0", "Database");
    assert_read(&PaymentApiError::TooSmall { param: "amount".to_owned() });
    assert_read(&PaymentApiError::Declined);
}
