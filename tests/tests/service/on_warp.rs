use std::net::SocketAddr;

use httperr::warp::ErrorLayer;
use httperr::HttpError;
use tower::Layer as _;
use warp::filters::BoxedFilter;
use warp::http::StatusCode;
use warp::reply::{html, with_status};
use warp::{Filter, Rejection, Reply};

use super::errors::{self, ApiError, EnvelopeError};
use super::on_hyper;
use super::{panic_with, Format, NewOrder, Search, HTML, LIMIT};

async fn panics(payload: String) -> &'static str {
    tokio::task::yield_now().await;
    panic_with(&payload)
}

fn get(path: &'static str) -> BoxedFilter<()> {
    let method = warp::get().or(warp::head()).unify();
    warp::path(path).and(warp::path::end()).and(method).boxed()
}

fn get_named(path: &'static str) -> BoxedFilter<(String,)> {
    let method = warp::get().or(warp::head()).unify();
    warp::path(path).and(warp::path::param()).and(warp::path::end()).and(method).boxed()
}

fn post(path: &'static str) -> BoxedFilter<()> {
    let body = warp::body::content_length_limit(LIMIT as u64);
    warp::path(path).and(warp::path::end()).and(warp::post()).and(body).boxed()
}

fn routes() -> BoxedFilter<(impl Reply,)> {
    let errors = get_named("errors")
        .map(|name: String| ApiError::named(&name))
        .or(get_named("envelope").map(|name: String| EnvelopeError::named(&name)))
        .or(get_named("anyhow").map(|name: String| errors::anyhow(&name)))
        .or(get("problem").map(errors::problem))
        .or(get("any").map(errors::any_error))
        .or(get("boxed").map(|| -> Box<dyn HttpError + Send + Sync> { errors::boxed() }))
        .boxed();
    let method = warp::get().or(warp::head()).unify();
    let order = warp::path!("orders" / u64).and(method).map(ApiError::NoOrder);
    let search = get("search").and(warp::query()).map(|search: Search| search.limit.to_string());
    let place = post("orders").and(warp::body::json()).map(|order: NewOrder| order.place());
    let declared = post("declared")
        .and(warp::body::json())
        .map(|order: NewOrder| order.place())
        .recover(|rejection: Rejection| async move {
            // Another filter may match.
            if rejection.is_not_found() {
                return Err(rejection);
            }
            Ok(httperr::warp::respond_to(&rejection))
        });
    let form = post("form").and(warp::body::form()).map(|order: NewOrder| order.place());
    let texts = get("plain")
        .map(|| with_status("no name", StatusCode::BAD_REQUEST))
        .or(get("bare").map(|| StatusCode::FORBIDDEN))
        .or(get("html").map(|| with_status(html(HTML), StatusCode::NOT_FOUND)))
        .or(get("changed").map(|| with_status(ApiError::NoOrder(7), StatusCode::BAD_GATEWAY)))
        .or(get("fine").map(|| "fine"))
        .or(get_named("panic").then(panics))
        .boxed();
    errors.or(order).or(search).or(place).or(form).or(texts).or(declared).boxed()
}

pub fn serve(format: Format, listening: impl FnOnce(SocketAddr)) {
    let service = warp::service(warp::path("api").and(warp::path("v1")).and(routes()).or(routes()));
    match format {
        Format::Problem => on_hyper::run(ErrorLayer::new().layer(service), listening),
        Format::Envelope => {
            let layer = ErrorLayer::new().format_of::<EnvelopeError>();
            on_hyper::run(layer.layer(service), listening);
        }
    }
}
