//! What a declaration answers.

use std::time::Duration;

use httperr::http::StatusCode;
use httperr::{status, HttpError};

#[derive(Debug, thiserror::Error, HttpError)]
#[http(409)]
#[error("sold out")]
pub struct StockError;

#[derive(Debug, thiserror::Error)]
pub enum Foreign {
    #[error("row")]
    Row,
    #[error("dup {0}")]
    Dup(String),
    #[error("other")]
    Other,
}

fn is_dup(e: &Foreign) -> bool {
    matches!(e, Foreign::Dup(_))
}

#[derive(Debug, thiserror::Error, HttpError)]
#[http(problems = "https://api.example.com/problems")]
pub enum ApiError {
    /// The account does not exist or was closed.
    #[error("no account {id}")]
    #[http(404)]
    NoAccount { id: u64 },

    #[error("sign in first")]
    #[http(401, header(WWW_AUTHENTICATE = "Bearer realm=\"api\""))]
    SignIn,

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

    #[error("billing answered {status}")]
    #[http(status = status, detail = "billing is not available")]
    Billing { status: StatusCode },

    #[error(transparent)]
    #[http(transparent)]
    Stock(#[from] StockError),

    #[error("database")]
    #[http(match _0 {
        Foreign::Row => 404,
        e if is_dup(e) => (409, code = "duplicate"),
        _ => 500,
    })]
    Db(#[from] Foreign),

    #[error("x {0}")]
    #[http(400, detail = "bad {0}", header("x-len" = _0.len()))]
    Bad(String),
}

fn show(e: impl HttpError) -> String {
    let r = e.to_response();
    let mut out = format!("{}\n", r.status());
    for (n, v) in r.headers() {
        out += &format!("{n}: {}\n", v.to_str().unwrap());
    }
    out + std::str::from_utf8(r.body()).unwrap()
}

#[test]
fn shows() {
    for e in [
        ApiError::NoAccount { id: 7 },
        ApiError::SignIn,
        ApiError::OutOfCredit { balance: 1, price: 2 },
        ApiError::Limited { wait: Duration::from_millis(1500) },
        ApiError::Billing { status: StatusCode::BAD_GATEWAY },
        ApiError::Billing { status: StatusCode::OK },
        ApiError::Stock(StockError),
        ApiError::Db(Foreign::Row),
        ApiError::Db(Foreign::Dup("x".into())),
        ApiError::Db(Foreign::Other),
        ApiError::Bad("a\"b".into()),
    ] {
        println!("{:?} {:?}", e.detail(), e.status());
        println!("{}\n", show(e));
    }
    for c in ApiError::catalog() {
        println!("{c:?} {:?} {:?} {:?}", c.title(), c.type_uri(), c.description());
    }
    assert_eq!(status!(404), 404);
}
