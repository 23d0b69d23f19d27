//! The routes. A handler returns its value or a [`ShopError`], and builds no response of an error.

use std::time::{Duration, Instant};

use axum::extract::{FromRequest, FromRequestParts, State};
use axum::http::header::{AUTHORIZATION, LOCATION};
use axum::http::request::Parts;
use axum::http::{Method, StatusCode};
use axum::response::IntoResponse;
use serde::Deserialize;
use utoipa::ToSchema;

use super::errors::{FieldError, RequestError, ShopError};
use super::payment;
use super::store::{Account, Order, Product};
use super::Shop;

/// JSON, whose rejection is an error of the shop.
#[derive(FromRequest)]
#[from_request(via(axum::Json), rejection(RequestError))]
pub(super) struct Json<T>(T);

impl<T: serde::Serialize> IntoResponse for Json<T> {
    fn into_response(self) -> axum::response::Response {
        axum::Json(self.0).into_response()
    }
}

/// A part of the path, whose rejection is an error of the shop.
#[derive(FromRequestParts)]
#[from_request(via(axum::extract::Path), rejection(RequestError))]
pub(super) struct Path<T>(T);

/// The query, whose rejection is an error of the shop.
#[derive(FromRequestParts)]
#[from_request(via(axum::extract::Query), rejection(RequestError))]
pub(super) struct Query<T>(T);

impl FromRequestParts<Shop> for Account {
    type Rejection = ShopError;

    async fn from_request_parts(parts: &mut Parts, shop: &Shop) -> Result<Self, ShopError> {
        let header = parts.headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok());
        let token = header.and_then(|value| value.strip_prefix("Bearer "));
        let account = shop.store.account_of(token.ok_or(ShopError::SignInNeeded)?).await?;
        account.ok_or(ShopError::SignInNeeded)
    }
}

#[derive(Deserialize, ToSchema)]
pub(super) struct SignUp {
    email: String,
    password: String,
}

#[utoipa::path(
    post,
    path = "/accounts",
    request_body = SignUp,
    responses((status = 201, description = "The account", body = Account), ShopError)
)]
pub(super) async fn sign_up(
    State(shop): State<Shop>,
    Json(body): Json<SignUp>,
) -> Result<(StatusCode, Json<Account>), ShopError> {
    check([
        (body.email.contains('@'), "/email", "an e-mail address has an @"),
        (body.password.len() >= 8, "/password", "a password has 8 characters or more"),
    ])?;
    Ok((StatusCode::CREATED, Json(shop.store.sign_up(&body.email).await?)))
}

#[utoipa::path(
    get,
    path = "/account",
    responses((status = 200, description = "The account", body = Account), ShopError)
)]
pub(super) async fn account(account: Account) -> Json<Account> {
    Json(account)
}

#[derive(Deserialize)]
pub(super) struct Page {
    #[serde(default = "all")]
    limit: u8,
}

const fn all() -> u8 {
    u8::MAX
}

#[utoipa::path(
    get,
    path = "/products",
    params(("limit" = Option<u8>, Query, description = "The number of products")),
    responses((status = 200, description = "The products", body = Vec<Product>), ShopError)
)]
pub(super) async fn products(
    State(shop): State<Shop>,
    Query(page): Query<Page>,
) -> Result<Json<Vec<Product>>, ShopError> {
    Ok(Json(shop.store.products(page.limit).await?))
}

#[utoipa::path(
    get,
    path = "/products/{id}",
    params(("id" = i64, Path)),
    responses((status = 200, description = "The product", body = Product), ShopError)
)]
pub(super) async fn product(
    State(shop): State<Shop>,
    Path(id): Path<i64>,
) -> Result<Json<Product>, ShopError> {
    Ok(Json(shop.store.product(id).await?))
}

#[derive(Deserialize, ToSchema)]
pub(super) struct NewOrder {
    product: i64,
    quantity: i64,
}

#[utoipa::path(
    post,
    path = "/orders",
    request_body = NewOrder,
    responses((status = 201, description = "The order", body = Order), ShopError)
)]
pub(super) async fn place_order(
    State(shop): State<Shop>,
    account: Account,
    Json(body): Json<NewOrder>,
) -> Result<impl IntoResponse, ShopError> {
    check([(body.quantity > 0, "/quantity", "an order is for one or more")])?;
    shop.limit(account.id)?;
    let order = shop.store.order(account.id, body.product, body.quantity).await?;
    let location = [(LOCATION, format!("/orders/{}", order.id))];
    Ok((StatusCode::CREATED, location, Json(order)))
}

#[utoipa::path(
    get,
    path = "/orders/{id}",
    params(("id" = i64, Path)),
    responses((status = 200, description = "The order", body = Order), ShopError)
)]
pub(super) async fn order(
    State(shop): State<Shop>,
    account: Account,
    Path(id): Path<i64>,
) -> Result<Json<Order>, ShopError> {
    Ok(Json(shop.store.order_of(account.id, id).await?))
}

#[derive(Deserialize, ToSchema)]
pub(super) struct Payment {
    card: String,
}

#[utoipa::path(
    post,
    path = "/orders/{id}/payment",
    params(("id" = i64, Path)),
    request_body = Payment,
    responses((status = 204, description = "The order is paid"), ShopError)
)]
pub(super) async fn pay(
    State(shop): State<Shop>,
    account: Account,
    Path(id): Path<i64>,
    Json(body): Json<Payment>,
) -> Result<StatusCode, ShopError> {
    if shop.store.order_of(account.id, id).await?.paid {
        return Err(ShopError::AlreadyPaid(id));
    }
    payment::charge(&body.card)?;
    shop.store.mark_paid(id).await?;
    Ok(StatusCode::NO_CONTENT)
}

#[utoipa::path(
    get,
    path = "/report",
    responses((status = 200, description = "The number of orders", body = i64), ShopError)
)]
pub(super) async fn report(State(shop): State<Shop>) -> Result<Json<i64>, ShopError> {
    Ok(Json(shop.store.report().await?))
}

pub(super) async fn no_route() -> RequestError {
    RequestError::NoRoute
}

pub(super) async fn method_not_allowed(method: Method) -> RequestError {
    RequestError::MethodNotAllowed(method)
}

/// Returns one error with all invalid fields of a body.
fn check<const N: usize>(fields: [(bool, &'static str, &'static str); N]) -> Result<(), ShopError> {
    let wrong = fields.into_iter().filter(|(right, ..)| !right);
    let error = |(_, pointer, detail): (bool, &'static str, &'static str)| FieldError {
        detail: detail.into(),
        pointer: pointer.into(),
    };
    let errors: Vec<_> = wrong.map(error).collect();
    if errors.is_empty() {
        Ok(())
    } else {
        Err(ShopError::Invalid { errors })
    }
}

impl Shop {
    /// Counts an order of the account: so many in a time, and no more.
    fn limit(&self, account: i64) -> Result<(), ShopError> {
        const ORDERS: usize = 5;
        const TIME: Duration = Duration::from_secs(10);

        let now = Instant::now();
        // A thread that panicked left the list as it was.
        let mut placed = self.placed.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let placed = placed.entry(account).or_default();
        placed.retain(|time| now.duration_since(*time) < TIME);
        if let (Some(first), ORDERS..) = (placed.first(), placed.len()) {
            return Err(ShopError::TooManyOrders {
                wait: TIME.saturating_sub(now.duration_since(*first)),
            });
        }
        placed.push(now);
        Ok(())
    }
}
