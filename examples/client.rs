//! A client of the shop, with reqwest: each kind of response that a client can receive.
//!
//! ```sh
//! cargo run --example client
//! ```
//!
//! The enum has the cases that this client distinguishes. A client in the same workspace as its server
//! would derive `FromProblem` on the enum of the server instead.

use std::error::Error;
use std::time::Duration;

use httperr::client::{self, check};
use httperr::{FieldErrors, FromProblem};
use httperr_examples::shop::{app, store::Store};
use serde::de::DeserializeOwned;
use serde_json::{json, Value};
use tokio::net::TcpListener;

/// The errors of the shop that this client does something about.
#[derive(Debug, FromProblem)]
#[http(type_base = "https://shop.example/problems")]
pub enum ShopError {
    /// The token is missing or not known.
    #[http(401)]
    SignInNeeded,
    /// The order is for more than there is.
    #[http(409)]
    OutOfStock {
        /// The number that was ordered.
        #[http(extension)]
        ordered: i64,
        /// The number in stock.
        #[http(extension)]
        left: i64,
    },
    /// Fields of the request are invalid.
    #[http(422)]
    Invalid {
        /// The fields, each with the reason.
        #[http(extension)]
        errors: FieldErrors,
    },
    /// There were too many orders in a short time.
    #[http(429, retry_after = wait)]
    TooManyOrders {
        /// The time until the next order is accepted.
        wait: Duration,
    },
    /// The card was declined.
    #[http(402)]
    CardDeclined,
}

/// Why a request has no result.
#[derive(Debug)]
pub enum Failure {
    /// An error that the shop declares.
    Shop(ShopError),
    /// A response that this client does not know, of the shop or of a proxy.
    Unknown(httperr::Unrecognized),
    /// No response.
    Connection(Box<dyn Error + Send + Sync>),
}

impl From<client::Error<ShopError>> for Failure {
    fn from(error: client::Error<ShopError>) -> Self {
        match error {
            client::Error::Known(error) => Failure::Shop(error),
            client::Error::Unknown(unrecognized) => Failure::Unknown(unrecognized),
            client::Error::Transport(error) => Failure::Connection(error),
            other => Failure::Connection(format!("{other:?}").into()),
        }
    }
}

impl From<reqwest::Error> for Failure {
    fn from(error: reqwest::Error) -> Self {
        Failure::Connection(error.into())
    }
}

/// A client of one shop.
struct Client {
    http: reqwest::Client,
    base: String,
    token: String,
}

impl Client {
    async fn send<T: DeserializeOwned>(
        &self,
        path: &str,
        body: Option<&Value>,
    ) -> Result<T, Failure> {
        let uri = format!("{}{path}", self.base);
        let request = match body {
            Some(body) => self.http.post(uri).json(body),
            None => self.http.get(uri),
        };
        let response = request.bearer_auth(&self.token).send().await?;
        Ok(check::<ShopError, _, _>(response).await?.json().await?)
    }

    /// Places an order. If there were too many, waits as long as the shop says, and tries once more.
    async fn order(&self, product: i64, quantity: i64) -> Result<Value, Failure> {
        let order = json!({ "product": product, "quantity": quantity });
        match self.send("/orders", Some(&order)).await {
            Err(Failure::Shop(ShopError::TooManyOrders { wait })) => {
                println!("too many orders: waiting {} s", wait.as_secs());
                tokio::time::sleep(wait).await;
                self.send("/orders", Some(&order)).await
            }
            other => other,
        }
    }
}

/// Returns a line for each request to a shop at that address.
pub async fn run(base: &str) -> Vec<String> {
    let mut client =
        Client { http: reqwest::Client::new(), base: base.to_owned(), token: String::new() };
    let mut lines = Vec::new();

    lines.push(describe(client.send::<Value>("/products", None).await));
    // A case without fields.
    lines.push(describe(client.send::<Value>("/account", None).await));
    // A case with a list.
    let account = |email, password| json!({ "email": email, "password": password });
    let response = client.send::<Value>("/accounts", Some(&account("me", "short"))).await;
    lines.push(describe(response));

    let response =
        client.send::<Value>("/accounts", Some(&account("me@example.com", "long enough"))).await;
    if let Ok(Some(token)) = response.as_ref().map(|account| account["token"].as_str()) {
        client.token = token.to_owned();
    }
    lines.push(describe(response));
    // A case with numbers.
    lines.push(describe(client.order(2, 3).await));
    // The sixth order within ten seconds waits.
    for _ in 0..5 {
        lines.push(describe(client.order(1, 1).await));
    }
    let declined = json!({ "card": "declined" });
    lines.push(describe(client.send::<Value>("/orders/1/payment", Some(&declined)).await));
    // A problem that this client does not know.
    lines.push(describe(client.send::<Value>("/products/99", None).await));
    // An internal error, which has no text.
    lines.push(describe(client.send::<Value>("/report", None).await));
    // No shop.
    client.base = String::from("http://127.0.0.1:1");
    lines.push(describe(client.send::<Value>("/products", None).await));
    lines
}

fn describe(result: Result<Value, Failure>) -> String {
    match result {
        Ok(_) => "success".to_owned(),
        Err(Failure::Shop(error)) => match error {
            ShopError::SignInNeeded => "sign in first".to_owned(),
            ShopError::OutOfStock { ordered, left } => format!("{left} left, {ordered} ordered"),
            ShopError::Invalid { errors } => {
                let errors = errors.iter();
                let pointers: Vec<&str> = errors.map(httperr::FieldError::pointer).collect();
                format!("invalid: {}", pointers.join(", "))
            }
            ShopError::TooManyOrders { wait } => format!("still too many: {} s", wait.as_secs()),
            ShopError::CardDeclined => "use another card".to_owned(),
        },
        Err(Failure::Unknown(unrecognized)) => format!("not known: {}", unrecognized.problem()),
        Err(Failure::Connection(_)) => "no connection".to_owned(),
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let base = format!("http://{}", listener.local_addr()?);
    let shop = app(Store::new().await?);
    tokio::spawn(async { axum::serve(listener, shop).await });
    for line in run(&base).await {
        println!("{line}");
    }
    Ok(())
}
