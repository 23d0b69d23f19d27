//! The errors that a client reads from statuses of any server.

use std::time::Duration;

use httperr::{FromProblem, HttpError, Problem};
use httperr_examples::grpc::StockError;
use tonic::{Code, Status};
use tonic_types::{ErrorDetails, StatusExt as _};

#[test]
fn a_status_that_is_not_that_of_a_case_is_unrecognized() {
    let plain = Status::not_found("no route");
    let unrecognized = StockError::from_status(&plain).unwrap_err();
    assert_eq!(
        unrecognized.reason(),
        "the status NOT_FOUND has no `ErrorInfo`, which identifies a case"
    );
    assert_eq!(unrecognized.status(), 404);
    assert_eq!(unrecognized.problem().detail(), Some("no route"));

    let of = |reason: &str, domain: &str| {
        let metadata = [("product".to_owned(), "7".to_owned())];
        let details = ErrorDetails::with_error_info(reason, domain, metadata);
        StockError::from_status(&Status::with_error_details(Code::NotFound, "x", details))
    };
    assert_eq!(of("NO_PRODUCT", "shop.example").unwrap(), StockError::NoProduct { product: 7 });
    let foreign = of("NO_PRODUCT", "other.example").unwrap_err();
    assert_eq!(
        foreign.reason(),
        "no case has the reason `NO_PRODUCT` in the domain `other.example`"
    );
    assert_eq!(foreign.problem().extension::<i64>("product"), Some(7));
    let incomplete = of("OUT_OF_STOCK", "shop.example").unwrap_err();
    assert_eq!(incomplete.case_name(), Some("OutOfStock"));
    assert!(incomplete.reason().ends_with("is missing: there is no `left` in the metadata"));

    let long = Status::with_details(Code::NotFound, "x", vec![0; httperr::BODY_LIMIT + 1].into());
    let reason = StockError::from_status(&long).unwrap_err();
    assert_eq!(reason.reason(), "the details are longer than the limit of 65536 bytes");
}

#[test]
fn a_status_that_is_not_known_is_the_variant_for_all_others() {
    #[derive(Debug, thiserror::Error, HttpError, FromProblem)]
    enum Client {
        #[error("{0}")]
        #[http(other)]
        Other(Problem),
    }

    let details = ErrorDetails::with_retry_info(Some(Duration::from_millis(1_500)));
    let status = Status::with_error_details(Code::Unavailable, "busy", details);
    let Client::Other(problem) = Client::from_status(&status).unwrap();
    assert_eq!((problem.status().unwrap().as_u16(), problem.detail()), (503, Some("busy")));
    // A delay without a header field is read too.
    let unrecognized = StockError::from_status(&status).unwrap_err();
    assert_eq!(unrecognized.retry_after(), Some(Duration::from_secs(2)));
}

#[test]
fn a_status_from_the_value_is_not_read_from_a_code() {
    #[derive(Debug, thiserror::Error, HttpError, FromProblem)]
    #[error("status")]
    #[http(status = status)]
    struct FromValue {
        status: u16,
    }

    let status = Status::from(FromValue { status: 422 });
    let unrecognized = FromValue::from_status(&status).unwrap_err();
    assert!(unrecognized.reason().contains("gRPC code"), "{}", unrecognized.reason());
}
