//! A manual implementation with a case of its own, whose parts are those of another error.

use httperr::http::StatusCode;
use httperr::{Case, HttpError, ResponseParts};

#[derive(Debug, thiserror::Error, HttpError)]
#[error("innermost at 10.0.0.7")]
#[http(404)]
struct Innermost;

#[derive(Debug, thiserror::Error, HttpError)]
enum Forwarding {
    #[error(transparent)]
    #[http(transparent)]
    To(Innermost),
}

#[derive(Debug, thiserror::Error)]
#[error("manual")]
struct Manual(Forwarding);

impl HttpError for Manual {
    fn case(&self) -> Case {
        Case::new(StatusCode::CONFLICT)
    }

    fn write_parts<'a>(&'a self, parts: &mut ResponseParts<'a>) {
        self.0.write_parts(parts);
    }
}

#[test]
fn the_text_is_that_of_the_error_that_has_the_case() {
    let error = Manual(Forwarding::To(Innermost));
    assert_eq!(error.detail().as_deref(), Some("manual"));
    assert_eq!(
        error.to_response().body(),
        r#"{"title":"Conflict","status":409,"detail":"manual"}"#
    );
}
