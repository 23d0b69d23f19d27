//! The OpenAPI document of the shop, and a page that shows it.
//!
//! Each route has `responses(…, ShopError)`, which is every error of the shop.

use axum::response::Html;
use utoipa::OpenApi;

use super::api;

/// The document.
#[derive(Debug, OpenApi)]
#[openapi(
    info(title = "Shop", version = "1.0.0", description = "Accounts, products, orders and payments"),
    servers((url = "/")),
    paths(
        api::sign_up,
        api::account,
        api::products,
        api::product,
        api::place_order,
        api::order,
        api::pay,
        api::report,
    )
)]
pub struct Document;

/// Returns the OpenAPI document.
pub(super) async fn document() -> axum::Json<utoipa::openapi::OpenApi> {
    axum::Json(Document::openapi())
}

/// Returns a page that shows the document, without any script from elsewhere.
pub(super) async fn page() -> Html<&'static str> {
    Html(include_str!("docs.html"))
}
