//! Errors counted by case, with the `metrics` crate: `cargo run --example metrics`. `PORT` sets the
//! port, 3000 by default.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use axum::extract::{Path, Request};
use axum::middleware::{from_fn, Next};
use axum::response::Response;
use axum::routing::get;
use axum::Router;
use httperr::tower::ErrorLayer;
use httperr::{case_of, HttpError};
use metrics::{Counter, Gauge, Histogram, Key, KeyName, Metadata, Recorder, SharedString, Unit};

/// The errors of the handlers.
#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    /// No order has this number.
    #[error("there is no order {0}")]
    #[http(404)]
    NoOrder(u64),

    /// An internal error: its text is for the log only.
    #[error("the database at 10.0.0.7 is gone")]
    #[http(500)]
    Database,
}

/// Counts the errors. It is all that an application needs: the name of a case is one of a few, and
/// constant, as a label has to be.
pub async fn count(request: Request, next: Next) -> Response {
    let response = next.run(request).await;
    if let Some(case) = case_of(&response) {
        let status = response.status().as_u16().to_string();
        let case = case.name().unwrap_or("(framework)");
        metrics::counter!("http_errors_total", "case" => case, "status" => status).increment(1);
    }
    response
}

async fn order(Path(id): Path<u64>) -> ApiError {
    match id {
        0 => ApiError::Database,
        id => ApiError::NoOrder(id),
    }
}

/// Creates the service. The layer that counts is the outer one, and so counts what [`ErrorLayer`]
/// replaces too.
pub fn app() -> Router {
    Router::new().route("/orders/{id}", get(order)).layer(ErrorLayer::new()).layer(from_fn(count))
}

/// Counters in memory. An application installs an exporter, such as that for Prometheus, instead.
#[derive(Clone, Default)]
pub struct Counters(Arc<Mutex<BTreeMap<Key, Arc<AtomicU64>>>>);

impl Counters {
    /// Returns one line for each counter, in the text format of Prometheus.
    pub fn to_text(&self) -> String {
        let counters = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut text = String::new();
        for (key, count) in &*counters {
            let labels = key.labels().map(|label| format!("{}=\"{}\"", label.key(), label.value()));
            let labels: Vec<String> = labels.collect();
            let count = count.load(Ordering::Relaxed);
            // Writing to a string never fails.
            let _ = writeln!(text, "{}{{{}}} {count}", key.name(), labels.join(","));
        }
        text
    }
}

impl Recorder for Counters {
    fn describe_counter(&self, _: KeyName, _: Option<Unit>, _: SharedString) {}
    fn describe_gauge(&self, _: KeyName, _: Option<Unit>, _: SharedString) {}
    fn describe_histogram(&self, _: KeyName, _: Option<Unit>, _: SharedString) {}

    fn register_counter(&self, key: &Key, _: &Metadata<'_>) -> Counter {
        let mut counters = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        Counter::from_arc(Arc::clone(counters.entry(key.clone()).or_default()))
    }

    fn register_gauge(&self, _: &Key, _: &Metadata<'_>) -> Gauge {
        Gauge::noop()
    }

    fn register_histogram(&self, _: &Key, _: &Metadata<'_>) -> Histogram {
        Histogram::noop()
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let port = std::env::var("PORT").map_or(Ok(3000), |port| port.parse())?;
    let counters = Counters::default();
    metrics::set_global_recorder(counters.clone())?;
    let app = app().route("/metrics", get(|| async move { counters.to_text() }));
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", port)).await?;
    let address = listener.local_addr()?;
    println!("Listening on http://{address}\n\nTry:");
    for request in ["/orders/7", "/orders/0", "/orders/x", "/nowhere", "/metrics"] {
        println!("  curl -i http://{address}{request}");
    }
    Ok(axum::serve(listener, app).await?)
}
