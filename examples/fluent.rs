//! Errors in the language of the client, with the `fluent` crate: `cargo run --example fluent`. `PORT` sets
//! the port, 3000 by default.

use std::borrow::Cow;
use std::error::Error;

use axum::extract::Path;
use axum::routing::get;
use axum::Router;
use fluent::concurrent::FluentBundle;
use fluent::{FluentArgs, FluentResource, FluentValue};
use httperr::tower::ErrorLayer;
use httperr::{Case, HttpError, Negotiation, Translate};
use serde_json::{Map, Value};

/// The errors of the handlers, with their texts in English.
#[derive(Debug, thiserror::Error, HttpError)]
#[http(type_base = "https://api.example.com/problems")]
pub enum ApiError {
    /// No order has this number.
    #[error("there is no order {id}")]
    #[http(404)]
    NoOrder {
        /// The requested number.
        #[http(extension)]
        id: u64,
    },

    /// The balance is below the price.
    #[error("the balance {balance} is below {price}")]
    #[http(422, title = "Not enough credit")]
    OutOfCredit {
        /// The amount in the account.
        #[http(extension)]
        balance: i64,
        /// The amount that the order costs.
        #[http(extension)]
        price: i64,
    },

    /// An internal error: its text is for the log only.
    #[error("the database at 10.0.0.7 is gone")]
    #[http(500)]
    Database,
}

/// A message has the code of an error as its name, and the extension members as its variables. The title is
/// an attribute.
const GERMAN: &str = "\
no-order = Es gibt keine Bestellung { $id }.
    .title = Keine Bestellung
out-of-credit = Das Guthaben von { $balance } liegt unter { $price }.
    .title = Zu wenig Guthaben
";

const CHINESE: &str = "\
no-order = 没有编号为 { $id } 的订单。
    .title = 没有该订单
out-of-credit = 余额 { $balance } 低于 { $price }。
    .title = 余额不足
";

/// The texts in each language but English.
struct Texts(Vec<(&'static str, FluentBundle<FluentResource>)>);

impl Texts {
    fn new() -> Result<Self, Box<dyn Error>> {
        let mut bundles = Vec::new();
        for (language, text) in [("de", GERMAN), ("zh", CHINESE)] {
            let mut bundle = FluentBundle::new_concurrent(vec![language.parse()?]);
            // No invisible characters around a variable.
            bundle.set_use_isolating(false);
            let resource = FluentResource::try_new(text.to_owned());
            let resource = resource.map_err(|(_, errors)| format!("{language}: {errors:?}"))?;
            bundle.add_resource(resource).map_err(|errors| format!("{language}: {errors:?}"))?;
            bundles.push((language, bundle));
        }
        Ok(Texts(bundles))
    }

    fn bundle(&self, language: &str) -> Option<&FluentBundle<FluentResource>> {
        let (_, bundle) = self.0.iter().find(|(other, _)| *other == language)?;
        Some(bundle)
    }
}

impl Translate for Texts {
    fn languages(&self) -> Vec<&str> {
        // That of the declarations is the first.
        std::iter::once("en").chain(self.0.iter().map(|(language, _)| *language)).collect()
    }

    fn title(&self, case: Case, language: &str) -> Option<Cow<'_, str>> {
        let bundle = self.bundle(language)?;
        let title = bundle.get_message(case.code()?)?.get_attribute("title")?;
        Some(bundle.format_pattern(title.value(), None, &mut Vec::new()))
    }

    fn detail(
        &self,
        case: Case,
        members: &Map<String, Value>,
        language: &str,
    ) -> Option<Cow<'_, str>> {
        let bundle = self.bundle(language)?;
        let pattern = bundle.get_message(case.code()?)?.value()?;
        let arguments: FluentArgs<'_> =
            members.iter().map(|(name, value)| (name.as_str(), argument(value))).collect();
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(&arguments), &mut errors).into_owned();
        // A text with a variable that is missing is worse than one in English.
        errors.is_empty().then(|| text.into())
    }
}

fn argument(value: &Value) -> FluentValue<'_> {
    match value {
        Value::String(text) => text.as_str().into(),
        Value::Number(number) => number.as_f64().into(),
        other => other.to_string().into(),
    }
}

async fn order(Path(id): Path<u64>) -> ApiError {
    match id {
        0 => ApiError::Database,
        1 => ApiError::OutOfCredit { balance: 30, price: 50 },
        id => ApiError::NoOrder { id },
    }
}

/// Creates the service. A browser gets a page, any other client a problem document.
///
/// # Errors
///
/// If a text cannot be parsed.
pub fn app() -> Result<Router, Box<dyn Error>> {
    let layer = ErrorLayer::new().negotiate(Negotiation::new().html()).translate(Texts::new()?);
    Ok(Router::new().route("/orders/{id}", get(order)).layer(layer))
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let port = std::env::var("PORT").map_or(Ok(3000), |port| port.parse())?;
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", port)).await?;
    let address = listener.local_addr()?;
    println!(
        "Listening on http://{address}\n\nOpen http://{address}/orders/1 in a browser, or try:"
    );
    for request in ["orders/7", "orders/1", "orders/0", "nowhere"] {
        println!("  curl -i http://{address}/{request} -H 'Accept-Language: zh-CN'");
    }
    Ok(axum::serve(listener, app()?).await?)
}
