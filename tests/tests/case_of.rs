//! The case of an error travels with its response, for the middleware around a service.

use std::convert::Infallible;

use actix_web::dev::{Service as _, ServiceResponse};
use actix_web::test::{init_service, TestRequest};
use actix_web::{web, App, HttpResponse, ResponseError as _};
use axum::body::Body;
use axum::response::IntoResponse as _;
use httperr::actix_web::ErrorMiddleware;
use httperr::http::{Request, Response, StatusCode};
use httperr::tower::ErrorLayer;
use httperr::{case_of, HttpError, RenderedResponse};
use httperr_examples::metrics::{self as example, Counters};
use tower::{Layer as _, ServiceExt as _};

#[derive(Debug, thiserror::Error, HttpError)]
enum Inner {
    #[error("constant")]
    #[http(404, code = "gone-fishing")]
    Constant,
    #[error("status {0}")]
    #[http(status = _0)]
    RunTime(u16),
}

#[derive(Debug, thiserror::Error, HttpError)]
enum ApiError {
    #[error(transparent)]
    #[http(transparent)]
    Inner(#[from] Inner),
    /// Its case is found while the parts are written.
    #[error("found")]
    #[http(match _0.len() { 0 => 400, _ => 409 })]
    Found(&'static str),
}

type Facts = Option<(Option<&'static str>, Option<u16>, Option<&'static str>)>;

fn facts(response: &impl RenderedResponse) -> Facts {
    let case = case_of(response)?;
    Some((case.name(), case.status().map(|status| status.as_u16()), case.code()))
}

#[test]
fn a_response_has_the_case_of_its_error_on_every_framework() {
    let errors: [(fn() -> ApiError, Facts); 3] = [
        (|| Inner::Constant.into(), Some((Some("Constant"), Some(404), Some("gone-fishing")))),
        (|| Inner::RunTime(503).into(), Some((Some("RunTime"), None, Some("run-time")))),
        (|| ApiError::Found("x"), facts(&ApiError::Found("x").to_response())),
    ];
    assert_eq!(errors[2].1.unwrap().1, Some(409));
    for (error, expected) in errors {
        assert_eq!(facts(&error().to_response()), expected, "http");
        assert_eq!(facts(&error().into_response()), expected, "axum");
        let response: HttpResponse = error().error_response();
        assert_eq!(facts(&response), expected, "actix-web");
        let request = TestRequest::default().to_http_request();
        assert_eq!(facts(&ServiceResponse::new(request, response)), expected, "a service");
    }
}

#[test]
fn any_other_response_has_none() {
    assert_eq!(facts(&Response::new(())), None);
    assert_eq!(facts(&HttpResponse::NotFound().finish()), None);
}

#[tokio::test]
async fn what_the_layer_replaces_has_a_case_with_a_status_and_no_name() {
    let service = tower::service_fn(|_: Request<()>| async {
        Ok::<_, Infallible>(Response::builder().status(404).body(Body::empty()).unwrap())
    });
    let response = ErrorLayer::new().layer(service).oneshot(Request::new(())).await.unwrap();
    assert_eq!(facts(&response), Some((None, Some(404), None)));
}

#[test]
fn middleware_of_actix_web_reads_the_case_of_what_a_handler_returned() {
    async fn handler() -> Result<String, ApiError> {
        Err(Inner::Constant.into())
    }
    actix_web::rt::System::new().block_on(async {
        let app = init_service(
            App::new().wrap(ErrorMiddleware::new()).route("/", web::get().to(handler)),
        )
        .await;
        let response = app.call(TestRequest::get().uri("/").to_request()).await.unwrap();
        assert_eq!(case_of(&response).unwrap().name(), Some("Constant"));
    });
}

#[test]
fn the_example_counts_errors_by_case() {
    let counters = Counters::default();
    metrics::with_local_recorder(&counters, || {
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        runtime.block_on(async {
            for path in ["/orders/7", "/orders/8", "/orders/0", "/orders/x", "/nowhere"] {
                let request = Request::get(path).body(Body::empty()).unwrap();
                let response = example::app().oneshot(request).await.unwrap();
                assert_ne!(response.status(), StatusCode::OK);
            }
        });
    });
    assert_eq!(
        counters.to_text(),
        "http_errors_total{case=\"(framework)\",status=\"400\"} 1\n\
         http_errors_total{case=\"(framework)\",status=\"404\"} 1\n\
         http_errors_total{case=\"Database\",status=\"500\"} 1\n\
         http_errors_total{case=\"NoOrder\",status=\"404\"} 2\n"
    );
}
