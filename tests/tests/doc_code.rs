//! The code of `docs/clients.md` and `docs/openapi.md`, and of the README's section on OpenAPI, compiles:
//! each block is a module here.

#![allow(dead_code, clippy::unused_async)]

#[rustfmt::skip]
mod clients {
    use std::time::Duration;
    use httperr::{FromProblem, Problem};

    #[derive(Debug, FromProblem)]
    #[http(type_base = "https://shop.example/problems")]
    enum ShopError {
        #[http(409)]
        OutOfStock {
            #[http(extension)]
            left: i64,
        },
        #[http(429, retry_after = wait)]
        TooManyOrders { wait: Duration },
        #[http(other)]
        Other(Problem),
    }

    // For `?`.
    impl std::fmt::Display for ShopError {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            write!(f, "{self:?}")
        }
    }

    impl std::error::Error for ShopError {}

    type Order = serde_json::Value;
    type Outcome = Result<Order, Box<dyn std::error::Error>>;

    mod with_reqwest {
        use httperr::client::{check, Error};

        use super::*;

        async fn retry_in(_: Duration) -> Outcome {
            Err("later".into())
        }

        fn explain(error: ShopError) -> Box<dyn std::error::Error> {
            error.into()
        }

        fn explain_problem(problem: &Problem) -> Box<dyn std::error::Error> {
            problem.to_string().into()
        }

        async fn place(client: reqwest::Client, uri: &str, order: Order) -> Outcome {
            let response = client.post(uri).json(&order).send().await?;
            match check::<ShopError, _, _>(response).await {
                Ok(response) => Ok(response.json::<Order>().await?),
                Err(Error::Known(ShopError::TooManyOrders { wait })) => retry_in(wait).await,
                Err(Error::Known(error)) => Err(explain(error)),
                Err(Error::Unknown(unrecognized)) => Err(explain_problem(unrecognized.problem())),
                Err(error) => Err(error.into()),
            }
        }
    }

    mod with_ureq {
        use httperr::client::check_blocking;

        use super::*;

        fn get(uri: &str) -> Outcome {
            let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
            let response = agent.get(uri).call()?;
            let response = check_blocking::<ShopError, _, _>(response, ureq::Body::into_reader)?;
            Ok(response.into_body().read_json()?)
        }
    }

    mod with_any_other_client {
        use super::*;

        fn receive(parts: http::response::Parts, body: &[u8]) {
            let error = ShopError::from_response(&parts, body);
            drop(error);
        }
    }
}

mod gateway {
    use httperr::{FromProblem, HttpError, Problem};

    #[derive(Debug, thiserror::Error, HttpError, FromProblem)]
    enum StockError {
        #[error("sold out")]
        #[http(409, type = "https://stock.example/problems/sold-out")]
        SoldOut,
        #[error(transparent)]
        #[http(other)]
        Other(Problem),
    }
}

#[rustfmt::skip]
mod openapi {
    use axum::Json;
    use httperr::HttpError;

    #[derive(serde::Serialize, utoipa::ToSchema)]
    struct Order {
        price: Money,
    }

    #[derive(Debug, serde::Serialize, utoipa::ToSchema)]
    struct Money {
        cents: u64,
    }

    #[derive(Debug, thiserror::Error, HttpError)]
    #[http(type_base = "https://api.example.com/problems")]
    enum ApiError {
        /// No account has this number.
        #[error("no account {id}")]
        #[http(404)]
        NoAccount { id: u64 },
        /// The account cannot pay for the order.
        #[error("the balance is too low")]
        #[http(402)]
        OutOfCredit {
            #[http(extension)]
            price: Money, // `Money: utoipa::ToSchema`
        },
    }

    #[utoipa::path(get, path = "/orders", responses((status = 200, body = Order), ApiError))]
    async fn order() -> Result<Json<Order>, ApiError> {
        Err(ApiError::NoAccount { id: 7 })
    }
}

/// Returns the lines of code without their indentation, which differs in a module.
fn lines(code: &str) -> impl Iterator<Item = &str> {
    code.lines().map(str::trim).filter(|line| !line.is_empty())
}

#[test]
fn the_code_of_the_pages_is_that_of_this_file() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../");
    let source = include_str!("doc_code.rs");
    for (page, fence, expected) in [
        ("docs/clients.md", "```rust\n", 5),
        ("docs/openapi.md", "```rust\n", 1),
        ("README.md", "```rust,ignore\n", 1),
    ] {
        let text = std::fs::read_to_string(format!("{root}{page}")).unwrap();
        let blocks: Vec<&str> = text.split(fence).skip(1).collect();
        assert_eq!(blocks.len(), expected, "{page}");
        for block in blocks {
            let (code, _) = block.split_once("```").unwrap();
            for line in lines(code) {
                assert!(lines(source).any(|other| other == line), "{page}: `{line}`");
            }
        }
    }
}
