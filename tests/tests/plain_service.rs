//! `ErrorLayer` around a service without a framework.

use std::convert::Infallible;

use bytes::Bytes;
use http::{HeaderMap, Request, Response, StatusCode};
use http_body_util::{BodyExt as _, Full};
use httperr::tower::ErrorLayer;
use httperr::{BodyFormat, Context, ErrorView, HttpError};
use tower::{service_fn, Layer as _, Service as _, ServiceExt as _};

#[derive(Debug, thiserror::Error, HttpError)]
#[error("constant")]
#[http(409)]
struct Constant;

#[tokio::test]
async fn a_response_has_the_request_of_the_layer_unless_it_is_given_a_context() {
    let service = service_fn(|request: Request<&'static str>| async move {
        let context = Context::new().request_id("inner");
        Ok::<_, Infallible>(match *request.body() {
            "context" => Constant.to_response_with(&context).map(Full::<Bytes>::from),
            _ => Constant.to_response().map(Full::<Bytes>::from),
        })
    });
    let mut service = ErrorLayer::new().layer(service);
    for (body, expected) in [
        ("", r#"{"title":"Conflict","status":409,"detail":"constant","instance":"/a"}"#),
        (
            "context",
            r#"{"title":"Conflict","status":409,"detail":"constant","request_id":"inner"}"#,
        ),
    ] {
        let request = Request::builder().uri("/a?b=c").body(body).unwrap();
        let response = service.ready().await.unwrap().call(request).await.unwrap();
        assert_eq!(response.into_body().collect().await.unwrap().to_bytes(), expected);
    }
    // Outside of a service there is no current request.
    assert_eq!(
        Constant.to_response().body(),
        r#"{"title":"Conflict","status":409,"detail":"constant"}"#
    );
}

#[derive(Debug, thiserror::Error, HttpError)]
#[http(type_base = "https://orders.example/problems", codes(rename_all = "snake_case"))]
enum Coded {
    #[error("gone")]
    #[http(410)]
    Gone,
}

#[derive(Debug, thiserror::Error, HttpError)]
#[http(header(VARY = "accept"), retry_after = 5)]
enum WithHeader {
    #[error("gone")]
    #[http(410)]
    Gone,
}

#[derive(Debug, thiserror::Error, HttpError)]
enum Plain {
    #[error("gone")]
    #[http(410)]
    Gone,
}

#[derive(Debug, thiserror::Error, HttpError)]
#[http(body = text)]
enum Text {
    #[error("gone")]
    #[http(410)]
    Gone,
}

struct Html;

impl BodyFormat for Html {
    const CONTENT_TYPE: &'static str = "text/html";

    fn write(error: &ErrorView<'_>, body: &mut Vec<u8>) -> Result<(), Box<dyn std::error::Error>> {
        body.extend_from_slice(format!("<h1>{}</h1>", error.title()).as_bytes());
        Ok(())
    }
}

#[derive(Debug, thiserror::Error, HttpError)]
#[http(body = Html)]
enum Page<T: std::fmt::Debug> {
    #[error("gone {0:?}")]
    #[http(410)]
    Gone(T),
}

/// The whole body depends on the value.
#[derive(Debug, thiserror::Error, HttpError)]
#[http(body = ([*id, 1]))]
enum Value {
    #[error("gone")]
    #[http(410)]
    Gone { id: u8 },
}

/// No case of its own: only a format.
#[derive(Debug, thiserror::Error, HttpError)]
#[http(body = { "message": detail })]
enum Format {}

/// The template has a place for the code.
#[derive(Debug, thiserror::Error, HttpError)]
#[http(codes(rename_all = "snake_case"), body = { "named": code, "rest": { ..extensions } })]
enum CodedTemplate {
    #[error("gone")]
    #[http(410)]
    Gone,
}

#[derive(Debug, thiserror::Error, HttpError)]
#[http(codes(rename_all = "snake_case"), body = problem)]
enum CodedProblem {
    #[error("gone")]
    #[http(410)]
    Gone,
}

async fn sends<E: HttpError>(_: E, media_type: &str, body: &str) -> HeaderMap {
    sent_in::<E>(media_type, body).await
}

async fn sent_in<E: HttpError>(media_type: &str, body: &str) -> HeaderMap {
    let not_found = service_fn(|_: Request<()>| async {
        let mut response = Response::new(Full::<Bytes>::default());
        *response.status_mut() = StatusCode::NOT_FOUND;
        Ok::<_, Infallible>(response)
    });
    let service = ErrorLayer::new().format_of::<E>().layer(not_found);
    let response = service.oneshot(Request::new(())).await.unwrap();
    assert_eq!(response.status(), 404);
    assert_eq!(response.headers()["content-type"], media_type);
    let headers = response.headers().clone();
    let sent = response.into_body().collect().await.unwrap().to_bytes();
    assert_eq!(std::str::from_utf8(&sent).unwrap(), body);
    headers
}

#[tokio::test]
async fn each_kind_of_format_is_that_of_a_status() {
    const PROBLEM: &str = "application/problem+json";
    let plain = r#"{"title":"Not Found","status":404,"instance":"/"}"#;
    sends(Plain::Gone, PROBLEM, plain).await;
    let coded = r#"{"title":"Not Found","status":404,"code":"not_found","instance":"/"}"#;
    sends(Coded::Gone, PROBLEM, coded).await;
    let headers = sends(WithHeader::Gone, PROBLEM, plain).await;
    assert_eq!(headers["vary"], "accept");
    assert!(!headers.contains_key("retry-after"));
    sends(Text::Gone, "text/plain; charset=utf-8", "Not Found").await;
    sends(Page::Gone(7), "text/html", "<h1>Not Found</h1>").await;
    sends(Value::Gone { id: 1 }, PROBLEM, plain).await;
    let coded_template = r#"{"named":"not_found","rest":{}}"#;
    sends(CodedTemplate::Gone, "application/json", coded_template).await;
    sends(CodedProblem::Gone, PROBLEM, coded).await;
    sent_in::<Format>("application/json", r#"{"message":"Not Found"}"#).await;
    sent_in::<Box<Coded>>(PROBLEM, coded).await;
}
