//! Data of the request in a body: [`Context::data`], on axum, actix-web and Rocket.

use std::error::Error;

use axum::body::to_bytes;
use axum::extract::Request;
use axum::routing::get;
use axum::{Extension, Router};
use httperr::tower::ErrorLayer;
use httperr::{BodyFormat, Context, ErrorView, HttpError};
use tower::ServiceExt as _;

#[derive(Clone, Copy, Debug)]
struct Theme(&'static str);

struct Page;

impl BodyFormat for Page {
    const CONTENT_TYPE: &'static str = "text/html";

    fn write(error: &ErrorView<'_>, body: &mut Vec<u8>) -> Result<(), Box<dyn Error>> {
        let theme = error.context().data::<Theme>().map_or("none", |theme| theme.0);
        let instance = error.instance().unwrap_or_default();
        body.extend(format!("{theme} {instance}").bytes());
        Ok(())
    }
}

#[derive(Debug, thiserror::Error, HttpError)]
#[error("no page")]
#[http(404, body = Page)]
struct NoPage;

fn app() -> Router {
    let late = async |mut request: Request, next: axum::middleware::Next| {
        request.extensions_mut().insert(7_u8);
        next.run(request).await
    };
    let inner = Router::new().route("/page", get(async || NoPage)).route(
        "/given",
        get(async || NoPage.to_response_with(&given()).map(axum::body::Body::from)),
    );
    Router::new()
        .nest("/inner", inner.layer(ErrorLayer::new()))
        .route("/page", get(async || NoPage))
        .layer(axum::middleware::from_fn(late))
        .layer(ErrorLayer::new().with_data::<Theme>().with_error(|_| NoPage))
}

fn given() -> Context<'static> {
    Context::new().with_data(Theme("given"))
}

async fn body(app: Router, path: &str) -> String {
    let request = Request::get(path).body(axum::body::Body::empty()).unwrap();
    let response = app.oneshot(request).await.unwrap();
    assert_eq!(response.status(), 404);
    let body = to_bytes(response.into_body(), usize::MAX).await.unwrap();
    String::from_utf8(body.to_vec()).unwrap()
}

#[tokio::test]
async fn a_body_depends_on_the_extensions_of_the_request() {
    let themed = || app().layer(Extension(Theme("dark")));
    for path in ["/page", "/inner/page", "/nowhere", "/inner/nowhere"] {
        assert_eq!(body(themed(), path).await, format!("dark {path}"));
        assert_eq!(body(app(), path).await, format!("none {path}"));
    }
    // A context that is not empty takes precedence.
    assert_eq!(body(themed(), "/inner/given").await, "given ");
}

#[test]
fn without_a_layer_the_context_has_the_data() {
    assert_eq!(NoPage.to_response_with(&given()).body(), "given ");
    assert_eq!(NoPage.to_response().body(), "none ");
    let copied = given();
    assert_eq!(copied.clone().with_data(Theme("other")).data::<Theme>().unwrap().0, "other");
    assert_eq!(copied.data::<Theme>().unwrap().0, "given");
}

#[test]
fn the_middleware_of_actix_web_copies_the_types_that_it_is_given() {
    use actix_web::dev::Service as _;
    use actix_web::test::{call_and_read_body, init_service, TestRequest};
    use actix_web::{web, App, HttpMessage as _};
    use httperr::actix_web::ErrorMiddleware;

    actix_web::rt::System::new().block_on(async {
        for (middleware, theme) in [
            (ErrorMiddleware::new().with_data::<Theme>().with_data::<u8>(), "dark"),
            (ErrorMiddleware::new(), "none"),
        ] {
            let app = App::new()
                .service(
                    web::scope("/inner")
                        .wrap(ErrorMiddleware::new())
                        .route("/page", web::get().to(async || Err::<&str, _>(NoPage))),
                )
                .route("/page", web::get().to(async || Err::<&str, _>(NoPage)))
                .wrap(middleware.with_error(|_| NoPage))
                .wrap_fn(|request, service| {
                    request.extensions_mut().insert(Theme("dark"));
                    service.call(request)
                });
            let app = init_service(app).await;
            for path in ["/page", "/inner/page", "/nowhere"] {
                let request = TestRequest::get().uri(path).to_request();
                let body = call_and_read_body(&app, request).await;
                assert_eq!(body, format!("{theme} {path}"));
            }
        }
    });
}

#[test]
fn the_fairing_of_rocket_reads_the_data_of_an_error() {
    use httperr::rocket::ErrorFairing;
    use rocket::config::{Config, LogLevel};
    use rocket::local::blocking::Client;

    #[rocket::get("/page")]
    fn page() -> NoPage {
        NoPage
    }

    for (fairing, theme) in [
        (
            ErrorFairing::new()
                .with_data(|request| request.cookies().get("theme").map(|_| Theme("dark")))
                .with_data(|_| -> Option<u8> { panic!("secret") }),
            "dark",
        ),
        (ErrorFairing::new(), "none"),
    ] {
        let app = rocket::build()
            .configure(Config { log_level: LogLevel::Off, ..Config::default() })
            .attach(fairing.with_error(|_| NoPage))
            .mount("/", rocket::routes![page]);
        let client = Client::untracked(app).unwrap();
        for path in ["/page", "/nowhere"] {
            let response = client.get(path).cookie(("theme", "dark")).dispatch();
            assert_eq!(response.into_string().unwrap(), format!("{theme} {path}"));
        }
    }
}
