//! The documents of the shop's errors by all libraries, which `tests/openapi/validate` reads:
//! `HTTPERR_OPENAPI_DIR` is where this test writes them.

use aide::axum::{routing, ApiRouter};
use httperr::HttpError as _;
use httperr_examples::shop::errors::ShopError;
use httperr_examples::shop::openapi::Document;
use poem_openapi::payload::PlainText;
use poem_openapi::{OpenApi, OpenApiService};
use serde_json::{json, Value};

async fn order() -> Result<String, ShopError> {
    Err(ShopError::NotYours)
}

struct Api;

#[OpenApi]
impl Api {
    #[oai(path = "/orders", method = "get")]
    async fn order(&self) -> Result<PlainText<String>, ShopError> {
        order().await.map(PlainText)
    }
}

/// The macros of both versions of utoipa write `utoipa::`.
mod of_utoipa5 {
    use httperr_examples::shop::errors::ShopError;
    use utoipa5 as utoipa;
    use utoipa5::OpenApi;

    #[utoipa5::path(
        get,
        path = "/orders",
        responses((status = 200, description = "The order", body = String), ShopError)
    )]
    #[allow(dead_code)]
    async fn order() {}

    #[derive(OpenApi)]
    #[openapi(info(title = "Shop", version = "1"), servers((url = "/")), paths(order))]
    pub(super) struct Document;
}

fn of_aide() -> Value {
    aide::generate::reset_context();
    aide::generate::infer_responses(true);
    let mut document = aide::openapi::OpenApi::default();
    let router = ApiRouter::new().api_route("/orders", routing::get(order));
    let _: axum::Router = router.finish_api(&mut document);
    serde_json::to_value(document).unwrap()
}

/// What a library without an adapter does with `Catalog::openapi`.
fn of_catalog() -> Value {
    json!({
        "openapi": "3.1.0",
        "info": { "title": "Shop", "version": "1" },
        "servers": [{ "url": "/" }],
        "paths": {
            "/orders": { "get": { "responses": ShopError::catalog().openapi() } },
        },
    })
}

fn documents() -> [(&'static str, String); 5] {
    let utoipa5 = <of_utoipa5::Document as utoipa5::OpenApi>::openapi();
    [
        ("utoipa", <Document as utoipa::OpenApi>::openapi().to_json().unwrap()),
        ("utoipa5", utoipa5.to_json().unwrap()),
        ("aide", of_aide().to_string()),
        ("poem-openapi", OpenApiService::new(Api, "Shop", "1").server("/").spec()),
        ("catalog", of_catalog().to_string()),
    ]
}

#[test]
fn every_document_has_the_cases_of_all_errors() {
    for (library, document) in documents() {
        for code in ["out-of-stock", "already-paid", "card-declined", "malformed-json"] {
            assert!(document.contains(code), "{library}: {code}");
        }
        // Masked, and so without a name.
        for name in ["\"Busy\"", "\"busy\"", "the database failed"] {
            assert!(!document.contains(name), "{library}: {name}");
        }
        if let Some(directory) = std::env::var_os("HTTPERR_OPENAPI_DIR") {
            let file = std::path::Path::new(&directory).join(format!("{library}.json"));
            std::fs::write(file, document).unwrap();
        }
    }
}

#[tokio::test]
async fn a_poem_endpoint_sends_the_response() {
    use poem::Endpoint as _;

    let app = poem::Route::new().nest("/", OpenApiService::new(Api, "Shop", "1"));
    let request = poem::Request::builder().uri_str("/orders").finish();
    let response = app.get_response(request).await;
    let sent = ShopError::NotYours.to_response();
    assert_eq!(response.status(), sent.status());
    assert_eq!(response.headers(), sent.headers());
    assert_eq!(&response.into_body().into_bytes().await.unwrap(), sent.body());
}
