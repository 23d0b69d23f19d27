//! The metadata of `ErrorInfo`: the members of a body, without those that are parts of their own.

use std::collections::BTreeMap;

use httperr::tonic::{status_of, status_of_with};
use httperr::{status, Context, HttpError, Problem};
use tonic::Status;
use tonic_types::StatusExt as _;

use super::Page;

#[derive(Debug, thiserror::Error, HttpError)]
enum Coded {
    #[error("text")]
    #[http(409, code = "sold", extension(left = 1, like = "sold"))]
    Text,
    #[error("number")]
    #[http(409, code = 77, extension(left = 77))]
    Number,
    #[error("other")]
    #[http(409, body = Page, extension(code = 5))]
    Other,
    #[error("same")]
    #[http(409, body = Page, extension(code = "same", left = 1))]
    Same,
}

/// The reason, and the metadata as `name=value`.
fn parts(status: &Status) -> (String, Vec<String>) {
    let info = status.get_details_error_info().unwrap();
    let metadata: BTreeMap<_, _> = info.metadata.into_iter().collect();
    (info.reason, metadata.iter().map(|(name, value)| format!("{name}={value}")).collect())
}

#[test]
fn the_code_of_an_error_is_the_reason_and_not_in_the_metadata() {
    for (error, reason, metadata) in [
        (Coded::Text, "SOLD", &["left=1", "like=sold"][..]),
        (Coded::Number, "E77", &["left=77"]),
        (Coded::Other, "OTHER", &["code=5"]),
        (Coded::Same, "SAME", &["left=1"]),
    ] {
        let (found, pairs) = parts(&status_of(&error));
        assert_eq!(
            (&*found, &pairs[..]),
            (reason, &metadata.iter().map(|pair| (*pair).to_owned()).collect::<Vec<_>>()[..]),
            "{error:?}"
        );
    }
}

#[test]
fn the_code_of_a_problem_is_the_reason_and_in_the_metadata() {
    let problem = Problem::new(status!(409)).with_extension("code", "taken").unwrap();
    assert_eq!(parts(&status_of(&problem)), ("TAKEN".to_owned(), vec!["code=taken".to_owned()]));
}

#[derive(Debug, thiserror::Error, HttpError)]
#[error("text")]
#[http(404, extension(request_id = id, other = id))]
struct WithId {
    id: &'static str,
}

#[derive(Debug, thiserror::Error, HttpError)]
#[error("number")]
#[http(404, extension(request_id = 7))]
struct WithNumber;

#[test]
fn the_id_of_the_request_is_not_in_the_metadata() {
    let without = Context::new();
    let with = Context::new().request_id("r7");
    let error = |id| WithId { id };
    for (id, context, metadata) in [
        ("r7", &with, &["other=r7"][..]),
        ("r8", &with, &["other=r8", "request_id=r8"]),
        ("r7", &without, &["other=r7", "request_id=r7"]),
        ("", &without, &["other=", "request_id="]),
    ] {
        assert_eq!(parts(&status_of_with(&error(id), context)).1, metadata, "{id}");
    }
    for context in [&with, &without] {
        assert_eq!(parts(&status_of_with(&WithNumber, context)).1, ["request_id=7"]);
    }
}
