//! Errors without a declaration of their own: `Problem`, `AnyError` and the feature `anyhow`.

use axum::body::Bytes;
use axum::response::IntoResponse;
use httperr::http::header::CONTENT_TYPE;
use httperr::{status, AnyError, Context, HttpError, Problem};

fn body(response: &httperr::http::Response<Bytes>) -> &str {
    std::str::from_utf8(response.body()).unwrap()
}

fn forwarded() -> Problem {
    Problem::new(status!(403))
        .with_type("https://example.com/out-of-credit")
        .with_title("Not enough credit")
        .with_detail("the balance is 30")
        .with_instance("/accounts/7")
        .with_extension("balance", 30)
        .unwrap()
}

/// Returns the response of axum, of actix-web and of Rocket, after checking that they are equal.
async fn respond<E>(make: impl Fn() -> E) -> (u16, String)
where
    E: IntoResponse + actix_web::ResponseError + 'static,
    E: for<'r> rocket::response::Responder<'r, 'static>,
{
    let response = make().into_response();
    let (parts, content) = response.into_parts();
    let content = axum::body::to_bytes(content, usize::MAX).await.unwrap();

    let actix = make().error_response();
    assert_eq!(make().status_code().as_u16(), parts.status.as_u16());
    assert_eq!(actix.status().as_u16(), parts.status.as_u16());
    let media_type = actix.headers().get("content-type").map(|value| value.as_bytes().to_vec());
    assert_eq!(
        media_type.as_deref(),
        parts.headers.get(CONTENT_TYPE).map(|value| value.as_bytes())
    );
    assert_eq!(actix_web::body::to_bytes(actix.into_body()).await.unwrap(), content);

    let client = rocket::local::asynchronous::Client::untracked(rocket::build()).await.unwrap();
    let request = client.get("/");
    let mut rocket = make().respond_to(request.inner()).unwrap();
    assert_eq!(rocket.status().code, parts.status.as_u16());
    let sent = rocket.body_mut().to_bytes().await.unwrap();
    assert_eq!(sent, content);

    (parts.status.as_u16(), String::from_utf8(content.to_vec()).unwrap())
}

#[tokio::test]
async fn a_problem_is_the_same_response_on_every_framework() {
    let (status, document) = respond(forwarded).await;
    assert_eq!(status, 403);
    assert_eq!(
        document,
        concat!(
            r#"{"type":"https://example.com/out-of-credit","title":"Not enough credit","status":403,"#,
            r#""detail":"the balance is 30","instance":"/accounts/7","balance":30}"#
        )
    );
    let (status, document) = respond(Problem::default).await;
    assert_eq!(
        (status, document.as_str()),
        (500, r#"{"title":"Internal Server Error","status":500}"#)
    );
    let (status, document) = respond(|| Problem::new(status!(204))).await;
    assert_eq!((status, document.as_str()), (204, ""));
}

#[test]
fn a_problem_is_sent_as_it_is() {
    for status in [status!(200), status!(404), status!(500), status!(599)] {
        let problem = Problem::new(status).with_title("A \"title\"").with_detail("public");
        let response = problem.to_response();
        assert_eq!(Problem::from_response(&response).unwrap(), problem);
        assert_eq!((HttpError::status(&problem), problem.case().status()), (status, Some(status)));
        assert_eq!(HttpError::detail(&problem).as_deref(), Some("public"));
    }
    // Interim statuses do not end a request.
    assert_eq!(Problem::new(status!(100)).to_response().status(), 500);
}

#[test]
fn the_request_is_added_unless_the_problem_has_one() {
    let context = Context::new().instance("/orders/7").request_id("8a2c");
    let problem = Problem::new(status!(404)).with_detail("no order 7");
    assert_eq!(
        body(&problem.to_response_with(&context)),
        r#"{"title":"Not Found","status":404,"detail":"no order 7","instance":"/orders/7","request_id":"8a2c"}"#
    );
    let problem =
        Problem::new(status!(404)).with_instance("/a").with_extension("request_id", 7).unwrap();
    assert_eq!(
        body(&problem.to_response_with(&context)),
        r#"{"title":"Not Found","status":404,"instance":"/a","request_id":7}"#
    );
}

#[test]
fn a_problem_reads_as_an_error() {
    for (problem, text) in [
        (Problem::default(), "about:blank"),
        (Problem::default().with_type("/problems/full"), "/problems/full"),
        (Problem::default().with_detail("gone"), "gone"),
        (Problem::default().with_title("Gone"), "Gone"),
        (Problem::new(status!(404)), "404 Not Found"),
        (Problem::new(status!(404)).with_detail("no order 7"), "404 Not Found: no order 7"),
    ] {
        assert_eq!(problem.to_string(), text);
        let boxed: Box<dyn std::error::Error + Send + Sync> = problem.into();
        assert!(boxed.source().is_none());
    }
}

#[test]
fn clippy_does_not_find_a_problem_too_large_for_a_result() {
    assert!(size_of::<Problem>() < 128);
}

#[derive(Debug, thiserror::Error, HttpError)]
enum ApiError {
    #[error("no order {0}")]
    #[http(404)]
    NoOrder(u64),
    #[error(transparent)]
    #[http(transparent)]
    Upstream(#[from] Problem),
    #[error(transparent)]
    #[http(transparent)]
    Boxed(Box<dyn HttpError + Send + Sync>),
}

#[test]
fn a_transparent_problem_is_forwarded() {
    let expected = forwarded().to_response();
    assert_eq!(ApiError::Upstream(forwarded()).to_response().body(), expected.body());
    assert_eq!(ApiError::Boxed(Box::new(forwarded())).to_response().body(), expected.body());
    assert_eq!(ApiError::Upstream(forwarded()).status(), 403);
    assert_eq!(ApiError::Upstream(forwarded()).detail().as_deref(), Some("the balance is 30"));
    assert_eq!(ApiError::NoOrder(7).status(), 404);
}

/// Passes the parts of a problem on, with a case of its own.
#[derive(Debug, thiserror::Error)]
#[error("wrapped")]
struct Wrapped(Problem);

impl HttpError for Wrapped {
    fn case(&self) -> httperr::Case {
        httperr::Case::new(status!(409))
    }

    fn write_parts<'a>(&'a self, parts: &mut httperr::ResponseParts<'a>) {
        self.0.write_parts(parts);
    }
}

#[test]
fn a_manual_implementation_may_take_the_members_of_a_problem() {
    assert_eq!(
        body(&Wrapped(forwarded()).to_response()),
        r#"{"title":"Conflict","status":409,"detail":"wrapped","balance":30}"#
    );
}

#[tokio::test]
async fn any_error_is_the_response_of_the_error_inside() {
    let (status, document) = respond(|| AnyError::from(ApiError::NoOrder(7))).await;
    assert_eq!(status, 404);
    assert_eq!(document, r#"{"title":"Not Found","status":404,"detail":"no order 7"}"#);
    let (status, _) = respond(|| AnyError::from(forwarded())).await;
    assert_eq!(status, 403);
}

#[test]
fn any_error_is_the_error_inside() {
    let error = AnyError::from(ApiError::NoOrder(7));
    assert!(error.is::<ApiError>() && !error.is::<Problem>());
    assert!(matches!(error.downcast_ref(), Some(ApiError::NoOrder(7))));
    assert!(error.downcast_ref::<Problem>().is_none());
    assert_eq!(
        (error.to_string(), format!("{error:?}")),
        ("no order 7".into(), "NoOrder(7)".into())
    );
    assert_eq!(error.case().code(), Some("no-order"));
    let boxed: Box<dyn HttpError + Send + Sync> = error.into();
    assert_eq!(ApiError::Boxed(boxed).status(), 404);
}

mod anyhow_feature {
    use super::{respond, status, AnyError, ApiError, HttpError, Problem};
    use anyhow::Context as _;

    #[derive(Debug, thiserror::Error, HttpError)]
    enum Service {
        #[error("no order {0}")]
        #[http(404)]
        NoOrder(u64),
        #[error("busy")]
        #[http(503, retry_after = 5)]
        Busy,
        #[error(transparent)]
        #[http(500)]
        Other(#[from] anyhow::Error),
    }

    const MASKED: &str = r#"{"title":"Internal Server Error","status":500}"#;
    const NO_ORDER: &str = r#"{"title":"Not Found","status":404,"detail":"no order 7"}"#;

    type Error = httperr::anyhow::Error<Service>;

    fn missing() -> anyhow::Result<()> {
        Err(Service::NoOrder(7).into())
    }

    fn convert(run: impl FnOnce() -> httperr::anyhow::Result<(), Service>) -> Error {
        run().unwrap_err()
    }

    #[tokio::test]
    async fn a_declared_error_in_the_chain_responds_as_declared() {
        let in_context = || convert(|| Ok(missing().context("cannot pay").context("handler")?));
        let (status, document) = respond(in_context).await;
        assert_eq!((status, document.as_str()), (404, NO_ORDER));
        // The log has the outermost text.
        assert_eq!(in_context().to_string(), "handler");
        assert_eq!(in_context().source().unwrap().to_string(), "cannot pay");

        let (status, document) = respond(|| convert(|| Err(Service::NoOrder(7).into()))).await;
        assert_eq!((status, document.as_str()), (404, NO_ORDER));
    }

    #[tokio::test]
    async fn any_other_error_is_masked() {
        let parse = || convert(|| Ok("secret".parse::<u8>().map(drop).context("secret")?));
        let (status, document) = respond(parse).await;
        assert_eq!((status, document.as_str()), (500, MASKED));
        assert_eq!(parse().to_string(), "secret");

        let parse = || -> httperr::anyhow::Error { "secret".parse::<u8>().unwrap_err().into() };
        let (status, document) = respond(parse).await;
        assert_eq!((status, document.as_str()), (500, MASKED));
        let (status, document) =
            respond(|| httperr::anyhow::Error::<Service>::from(ApiError::NoOrder(7))).await;
        assert_eq!((status, document.as_str()), (500, MASKED));
    }

    #[test]
    fn the_outermost_declaration_applies() {
        let error = convert(|| Ok(missing().context(Service::Busy)?));
        let response = error.to_response();
        assert_eq!(
            (response.status(), &response.headers()["retry-after"]),
            (status!(503), "5".parse().as_ref().unwrap())
        );
        assert_eq!(error.case().code(), Some("busy"));
    }

    #[test]
    fn problems_and_boxed_errors_are_found_without_a_type_of_the_application() {
        let run = || -> httperr::anyhow::Result<()> {
            let result: Result<(), _> = Err(Problem::new(status!(409)).with_detail("taken"));
            Ok(result.context("cannot save")?)
        };
        let response = run().unwrap_err().to_response();
        assert_eq!(response.body(), r#"{"title":"Conflict","status":409,"detail":"taken"}"#);

        let any = AnyError::from(Service::NoOrder(7));
        let error: httperr::anyhow::Error = anyhow::Error::from(any).context("handler").into();
        assert_eq!(error.to_response().body(), NO_ORDER);
        assert_eq!(error.detail().as_deref(), Some("no order 7"));
    }
}
