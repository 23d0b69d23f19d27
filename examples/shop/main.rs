//! Runs the shop: `cargo run --example shop`. `PORT` says where, 3000 unless it is set.

use std::error::Error;

use httperr_examples::serve;
use httperr_examples::shop::{app, store::Store};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let requests = [
        "/products",
        "/products/99",
        "/products/x",
        "/account",
        "/report",
        "/nowhere",
        "/products -X DELETE",
        "/accounts --json '{\"email\": \"nobody\", \"password\": \"short\"}'",
        "/accounts --json '{\"email\": \"me@example.com\", \"password\": \"long enough\"}'",
        "/orders --json '{\"product\": 2, \"quantity\": 3}' -H 'Authorization: Bearer TOKEN'",
        "/orders/1/payment --json '{\"card\": \"declined\"}' -H 'Authorization: Bearer TOKEN'",
    ];
    serve(app(Store::new().await?), &requests).await
}
