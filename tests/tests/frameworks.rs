//! The code of `docs/frameworks.md` compiles: each block is a module here.

#![allow(dead_code, clippy::unused_async)]

use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
pub enum ApiError {
    #[error("no order {id}")]
    #[http(404)]
    NoOrder { id: u64 },
}

mod on_axum {
    use axum::{extract::Path, routing::get, Router};
    use httperr::tower::ErrorLayer;

    use super::ApiError;

    async fn order(Path(id): Path<u64>) -> Result<String, ApiError> {
        Err(ApiError::NoOrder { id })
    }

    fn app() -> Router {
        Router::new().route("/orders/{id}", get(order)).layer(ErrorLayer::new())
    }
}

mod on_actix_web {
    use actix_web::{web, App, HttpServer};
    use httperr::actix_web::ErrorMiddleware;

    use super::ApiError;

    async fn order(id: web::Path<u64>) -> Result<String, ApiError> {
        Err(ApiError::NoOrder { id: *id })
    }

    async fn run() -> std::io::Result<()> {
        let route = || web::resource("/orders/{id}").get(order);
        let app = move || App::new().wrap(ErrorMiddleware::new()).service(route());
        HttpServer::new(app).bind(("127.0.0.1", 3000))?.run().await
    }
}

mod on_poem {
    use httperr::poem::ErrorLayer;
    use poem::{get, handler, web::Path, Endpoint, EndpointExt, Route};

    use super::ApiError;

    #[handler]
    fn order(Path(id): Path<u64>) -> Result<String, ApiError> {
        Err(ApiError::NoOrder { id })
    }

    fn app() -> impl Endpoint {
        Route::new().at("/orders/:id", get(order)).with(ErrorLayer::new())
    }
}

mod on_rocket {
    use httperr::rocket::ErrorFairing;
    use rocket::{get, launch, routes};

    use super::ApiError;

    #[get("/orders/<id>")]
    fn order(id: u64) -> Result<String, ApiError> {
        Err(ApiError::NoOrder { id })
    }

    #[launch]
    fn rocket() -> _ {
        rocket::build().attach(ErrorFairing::new()).mount("/", routes![order])
    }
}

mod on_salvo {
    use httperr::salvo::ErrorLayer;
    use salvo::prelude::*;

    use super::ApiError;

    #[handler]
    async fn order(request: &mut Request) -> Result<String, ApiError> {
        Err(ApiError::NoOrder { id: request.param("id").unwrap_or_default() })
    }

    fn app() -> Service {
        Service::new(Router::with_path("orders/{id}").get(order)).hoop(ErrorLayer::new())
    }
}

mod on_tonic {
    use tonic::{Request, Response, Status};

    use super::ApiError;

    async fn order(request: Request<u64>) -> Result<Response<String>, Status> {
        Err(ApiError::NoOrder { id: request.into_inner() })?
    }
}

mod on_warp {
    use httperr::warp::recover;
    use warp::{Filter, Reply};

    use super::ApiError;

    async fn order(id: u64) -> Result<String, ApiError> {
        Err(ApiError::NoOrder { id })
    }

    fn app() -> impl Filter<Extract = (impl Reply,)> + Clone {
        warp::path!("orders" / u64).and(warp::get()).then(order).recover(recover::<ApiError>)
    }
}

mod on_hyper_and_tower {
    use httperr::bytes::Bytes;
    use httperr::http::{Request, Response};
    use httperr::HttpError;

    use super::ApiError;

    async fn order<B>(_: Request<B>) -> Response<Bytes> {
        ApiError::NoOrder { id: 7 }.to_response()
    }
}

/// Returns the lines of code without what rustfmt changes: their indentation, and the order of imports.
fn lines(code: &str) -> impl Iterator<Item = &str> {
    code.lines().map(str::trim).filter(|line| !line.is_empty())
}

#[test]
fn the_code_of_the_page_is_that_of_this_file() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../");
    let page = std::fs::read_to_string(format!("{root}docs/frameworks.md")).unwrap();
    let source = include_str!("frameworks.rs");
    let blocks: Vec<&str> = page.split("```rust\n").skip(1).collect();
    assert_eq!(blocks.len(), 9);
    for block in blocks {
        let (code, _) = block.split_once("```").unwrap();
        for line in lines(code) {
            assert!(lines(source).any(|other| other == line), "`{line}` is not in this file");
        }
    }
}
