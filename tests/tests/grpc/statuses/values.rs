//! The members of an error in the details of its status.

use std::collections::BTreeMap;
use std::time::{Duration, SystemTime};

use httperr::{FieldErrors, FromProblem, HttpError};
use serde::{Deserialize, Serialize};

use super::{details, info};

#[derive(Debug, PartialEq, Clone, thiserror::Error, HttpError, FromProblem)]
#[http(type_base = "https://api.example.com/problems")]
pub(super) enum Values {
    #[error("text {text}")]
    #[http(400)]
    Members {
        #[http(extension)]
        text: String,
        #[http(extension)]
        optional: Option<String>,
        #[http(extension)]
        number: i64,
        #[http(extension)]
        float: f64,
        #[http(extension)]
        flag: bool,
        #[http(extension)]
        list: Vec<String>,
        #[http(extension)]
        map: BTreeMap<String, u8>,
        #[http(extension = "kebab~/name")]
        named: Inner,
    },
    #[error("header {0}")]
    #[http(409, header("x-number" = _0), header("x-text" = _1))]
    Header(u32, String),
    #[error("later")]
    #[http(503, retry_after = wait)]
    Later { wait: Option<Duration> },
    #[error("on a date")]
    #[http(429, retry_after = at)]
    Date { at: SystemTime },
    #[error("invalid")]
    #[http(422)]
    Invalid {
        #[http(extension)]
        errors: FieldErrors,
        #[http(extension)]
        others: FieldErrors,
    },
    #[error("template")]
    #[http(402, body = { "error": { "code": code, "balance": balance, "why"?: why, "kind": "x" } })]
    Template { balance: i64, why: Option<String> },
    #[error("constant")]
    #[http(403, extension(kind = "one"), code = "constant", grpc = ABORTED)]
    One,
    #[error("constant")]
    #[http(403, extension(kind = "two"), code = "constant", grpc = ABORTED)]
    Two,
    #[error("with another code")]
    #[http(403, code = "constant", grpc = UNKNOWN)]
    Three,
    #[error("masked")]
    #[http(500)]
    Masked,
    #[error("masked too")]
    #[http(502)]
    MaskedToo {
        #[http(extension)]
        incident: u64,
    },
    #[error(transparent)]
    #[http(transparent)]
    Nested(#[from] NestedError),
}

#[derive(Debug, PartialEq, Clone, Serialize, Deserialize)]
pub(super) struct Inner {
    pub(super) seat: u8,
    pub(super) name: String,
}

#[derive(Debug, PartialEq, Clone, thiserror::Error, HttpError, FromProblem)]
#[http(codes(prefix = "inner."))]
pub(super) enum NestedError {
    #[error("deep {id}")]
    #[http(404)]
    Deep {
        #[http(extension)]
        id: u64,
    },
    #[error("number")]
    #[http(410, code = 1004)]
    Number,
}

#[test]
fn metadata_has_strings_as_they_are_and_anything_else_as_json() {
    let error = Values::Members {
        text: "a \"b\"".to_owned(),
        optional: None,
        number: -3,
        float: 0.5,
        flag: true,
        list: vec!["x".to_owned()],
        map: BTreeMap::new(),
        named: Inner { seat: 1, name: "30".to_owned() },
    };
    let metadata: BTreeMap<_, _> = info(&error).metadata.into_iter().collect();
    let expected = [
        ("flag", "true"),
        ("float", "0.5"),
        ("kebab~/name", "{\"seat\":1,\"name\":\"30\"}"),
        ("list", "[\"x\"]"),
        ("map", "{}"),
        ("number", "-3"),
        ("text", "a \"b\""),
    ];
    assert_eq!(metadata, expected.map(|(k, v)| (k.to_owned(), v.to_owned())).into());
}

#[test]
fn a_list_of_field_errors_is_violations() {
    let list = |path: &[&str]| {
        let mut errors = FieldErrors::new();
        errors.push(path, "is wrong");
        errors
    };
    let error = Values::Invalid { errors: list(&["items", "0", "a.b"]), others: list(&["x"]) };
    let details = details(&error);
    let violations = &details.bad_request().unwrap().field_violations;
    assert_eq!(violations.len(), 1);
    assert_eq!(violations[0].field, "items[0][\"a.b\"]");
    // The member `errors` is in the violations alone.
    let metadata = &details.error_info().unwrap().metadata;
    assert_eq!(metadata.keys().collect::<Vec<_>>(), ["others"]);
}
