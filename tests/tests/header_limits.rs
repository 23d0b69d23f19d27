//! The limits of header fields, for the header types of the frameworks.

use httperr::http::StatusCode;
use httperr::registry::limits;
use httperr::{Case, HttpError, ResponseParts};

/// The number of fields that are added, and the lengths of their names and values.
#[derive(Debug, thiserror::Error)]
#[error("added")]
struct Added(usize, usize, usize);

impl HttpError for Added {
    fn case(&self) -> Case {
        Case::new(StatusCode::BAD_REQUEST)
    }

    fn write_parts<'a>(&'a self, parts: &mut ResponseParts<'a>) {
        for line in 0..self.0 {
            parts.header(format!("{}{line}", "x".repeat(self.1)), "v".repeat(self.2));
        }
    }
}

#[test]
fn a_field_beyond_a_limit_is_left_out_on_each_framework() {
    for error in [
        Added(1, 1, 1),
        Added(30_000, 1, 1),
        Added(1, limits::HEADER_NAME - 1, limits::HEADER_VALUE),
        Added(1, limits::HEADER_NAME, 1),
        Added(1, 1, limits::HEADER_VALUE + 1),
    ] {
        let count = error.to_response().headers().len();
        let on_actix = httperr::actix_web::respond(&error);
        assert_eq!(on_actix.status().as_u16(), 400);
        assert_eq!(on_actix.headers().len(), count, "{error:?}");
        assert_eq!(httperr::rocket::respond(&error).headers().len(), count, "{error:?}");
    }
}
