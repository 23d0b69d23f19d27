//! The gRPC statuses of errors.

mod details;
mod members;
mod messages;
mod property;
mod values;

use std::error::Error;

use httperr::registry::{grpc_code, Grpc};
use httperr::tonic::status_of;
use httperr::{BodyFormat, ErrorView, HttpError, Problem};
use serde::Serialize;
use tonic::{Code, Status};
use tonic_types::{ErrorDetails, ErrorInfo, StatusExt as _};

/// Internal text, which no status may have.
pub(super) const CANARY: &str = "10.0.0.7";

/// A body that has no text of the error.
struct Page;

impl BodyFormat for Page {
    const CONTENT_TYPE: &'static str = "text/html";

    fn write(_: &ErrorView<'_>, _: &mut Vec<u8>) -> Result<(), Box<dyn Error>> {
        Ok(())
    }
}

fn details(error: &dyn HttpError) -> ErrorDetails {
    status_of(error).get_error_details()
}

fn info(error: &dyn HttpError) -> ErrorInfo {
    details(error).error_info().unwrap().clone()
}

/// The header fields with which a status is sent.
fn sent(status: &Status) -> httperr::http::HeaderMap {
    let mut fields = httperr::http::HeaderMap::new();
    status.add_header(&mut fields).unwrap();
    fields
}

fn length(fields: &httperr::http::HeaderMap) -> usize {
    fields.iter().map(|(name, value)| name.as_str().len() + value.len()).sum()
}

#[derive(Debug, thiserror::Error, HttpError)]
#[http(grpc = DATA_LOSS)]
enum Codes {
    #[error("a")]
    #[http(404)]
    OfTheEnum,
    #[error("b")]
    #[http(404, grpc = "ABORTED")]
    OfTheVariant,
    #[error("c")]
    #[http(match _0 { 0 => (400, grpc = OUT_OF_RANGE), _ => 400 }, grpc = UNKNOWN)]
    OfAnArm(u8),
    #[error("d")]
    #[http(same_as = OfTheVariant)]
    Hidden,
    #[error(transparent)]
    #[http(transparent)]
    Inner(Plain),
}

#[derive(Debug, thiserror::Error, HttpError)]
enum Plain {
    #[error("gone")]
    #[http(410)]
    Gone,
    #[error("any")]
    #[http(status = status)]
    Any { status: u16 },
    #[error("declared")]
    #[http(status = _0, grpc = CANCELLED)]
    Declared(u16),
    #[error("not modified")]
    #[http(304, allow(redirect))]
    NotModified,
    #[error("done")]
    #[http(200, allow(success))]
    Done,
}

#[test]
fn the_code_is_the_declared_one_of_the_nearest_level_or_that_of_the_status() {
    for (error, code) in [
        (Codes::OfTheEnum, Code::DataLoss),
        (Codes::OfTheVariant, Code::Aborted),
        (Codes::OfAnArm(0), Code::OutOfRange),
        (Codes::OfAnArm(1), Code::Unknown),
        (Codes::Hidden, Code::Aborted),
        (Codes::Inner(Plain::Gone), Code::NotFound),
        (Codes::Inner(Plain::Any { status: 503 }), Code::Unavailable),
        (Codes::Inner(Plain::Any { status: 42 }), Code::Internal),
        (Codes::Inner(Plain::Declared(503)), Code::Cancelled),
        (Codes::Inner(Plain::NotModified), Code::Unknown),
        (Codes::Inner(Plain::Done), Code::Unknown),
    ] {
        let grpc = error.case().grpc();
        let text = format!("{error:?}");
        let status = Status::from(error);
        assert_eq!(status.code(), code, "{text}");
        assert!(grpc.is_none() || grpc.map(|code| code as i32) == Some(code as i32), "{text}");
    }
}

#[test]
fn every_status_has_the_code_of_the_registry() {
    for number in 300..600_u16 {
        let code = Status::from(Plain::Any { status: number }).code();
        let problem = Problem::new(httperr::http::StatusCode::from_u16(number).unwrap());
        assert_eq!(status_of(&problem).code(), code, "{number}");
        assert_eq!(code as i32, grpc_code(number) as i32, "{number}");
        assert_ne!(code, Code::Ok, "{number}");
    }
}

#[test]
fn the_catalog_has_the_declared_codes() {
    let codes: Vec<_> = Codes::catalog().cases().map(|case| case.grpc().map(Grpc::name)).collect();
    let of_inner = [Some("NOT_FOUND"), None, Some("CANCELLED"), Some("UNKNOWN"), Some("UNKNOWN")];
    let own = [
        Some("DATA_LOSS"),
        Some("ABORTED"),
        Some("OUT_OF_RANGE"),
        Some("UNKNOWN"),
        Some("ABORTED"),
    ];
    assert_eq!(codes, [&own[..], &of_inner].concat());
    let text = Codes::catalog().to_string();
    assert!(text.contains("404 of-the-variant OfTheVariant, gRPC ABORTED"), "{text}");
    assert!(text.contains("410 gone Gone: gone"), "{text}");
    let json: serde_json::Value = serde_json::from_str(&Codes::catalog().to_json()).unwrap();
    assert_eq!(json["cases"][1]["grpc"], "ABORTED");
    assert!(json["cases"][5].get("grpc").is_none());
    // The code is not a tag of the user.
    assert_eq!(Codes::OfTheVariant.case().tags().count(), 0);
    assert_eq!(Codes::OfTheVariant.case().tag(""), None);
}

#[test]
fn a_changed_code_is_a_breaking_difference() {
    let new = Codes::catalog().to_json();
    let old = new.replacen("\"ABORTED\"", "\"UNAVAILABLE\"", 1);
    let differences = httperr::contract::compare(&old, &new).unwrap().to_string();
    assert!(
        differences.contains("breaking") && differences.contains("gRPC code was \"UNAVAILABLE\""),
        "{differences}"
    );
}

#[test]
fn a_type_can_have_an_impl_of_its_own() {
    #[derive(Debug, thiserror::Error, HttpError)]
    #[error("own")]
    #[http(404, without(tonic))]
    struct Own;

    impl From<Own> for Status {
        fn from(_: Own) -> Self {
            Status::data_loss("own")
        }
    }

    #[derive(Debug, thiserror::Error, HttpError)]
    #[error("generic {0}")]
    #[http(404, extension(value = _0))]
    struct Generic<'a, T: std::fmt::Debug>(&'a T)
    where
        T: std::fmt::Display + Serialize;

    assert_eq!(Status::from(Own).code(), Code::DataLoss);
    assert_eq!(Status::from(Generic(&7)).message(), "generic 7");
    assert_eq!(info(&Generic(&7)).metadata["value"], "7");
}
