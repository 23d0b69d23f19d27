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

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../");

/// Returns the lines of code without what rustfmt changes: their indentation, and the order of imports.
fn lines(code: &str) -> impl Iterator<Item = &str> {
    code.lines().map(str::trim).filter(|line| !line.is_empty())
}

/// Returns the blocks of Rust of a part of the page.
fn blocks(part: &str) -> Vec<&str> {
    part.split("```rust\n").skip(1).map(|rest| rest.split_once("```").unwrap().0).collect()
}

/// Returns the parts of the page on what has a feature, and on what has a recipe instead.
fn parts(page: &str) -> (&str, &str) {
    page.split_once("\n## Without a feature\n").unwrap()
}

#[test]
fn the_code_of_the_page_is_that_of_this_file() {
    let page = std::fs::read_to_string(format!("{ROOT}docs/frameworks.md")).unwrap();
    let source = include_str!("frameworks.rs");
    let blocks = blocks(parts(&page).0);
    assert_eq!(blocks.len(), 9);
    for block in blocks {
        for line in lines(block) {
            assert!(lines(source).any(|other| other == line), "`{line}` is not in this file");
        }
    }
}

#[test]
fn the_code_of_a_recipe_is_a_part_of_its_file() {
    let page = std::fs::read_to_string(format!("{ROOT}docs/frameworks.md")).unwrap();
    let mut linked = Vec::new();
    for section in parts(&page).1.split("\n## ") {
        let Some((_, rest)) = section.split_once("](../recipes/") else { continue };
        let (path, _) = rest.split_once(')').unwrap();
        let source = std::fs::read_to_string(format!("{ROOT}recipes/{path}")).unwrap();
        let source: Vec<&str> = lines(&source).collect();
        for block in blocks(section) {
            for item in block.split("\n\n") {
                let item: Vec<&str> = lines(item).collect();
                let found = source.windows(item.len()).any(|part| part == item);
                assert!(found, "{path} has no\n{}", item.join("\n"));
            }
        }
        assert!(!blocks(section).is_empty(), "no code of {path}");
        linked.push(path.to_owned());
    }
    let recipes = include_str!("../../recipes/src/lib.rs");
    for module in recipes.lines().filter_map(|line| line.strip_prefix("pub mod ")) {
        let path = format!("src/{}.rs", module.trim_end_matches(';'));
        assert!(linked.contains(&path), "no section links to {path}");
    }
}
