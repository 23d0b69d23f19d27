//! gotham 0.8.

use gotham::handler::{HandlerResult, IntoResponse};
use gotham::helpers::http::Body;
use gotham::prelude::*;
use gotham::router::{build_simple_router, Router};
use gotham::state::State;
use http_body_util::{BodyExt, Full};
use httperr::{http::Response, HttpError};

use crate::{find_order, ApiError};

impl IntoResponse for ApiError {
    fn into_response(self, _: &State) -> Response<Body> {
        let response = self.to_response().map(Full::new);
        response.map(|body| body.map_err(|never| match never {}).boxed_unsync())
    }
}

#[derive(serde::Deserialize, StateData, StaticResponseExtender)]
pub struct OrderPath {
    id: u64,
}

pub async fn order(state: State) -> HandlerResult {
    let response = find_order(OrderPath::borrow_from(&state).id).into_response(&state);
    Ok((state, response))
}

pub fn app() -> Router {
    build_simple_router(|route| {
        route.get("/orders/:id").with_path_extractor::<OrderPath>().to_async(order);
    })
}

#[cfg(test)]
mod tests {
    use std::future::ready;

    use crate::exchange::{assert_responses, listen};

    #[test]
    fn errors_respond_as_declared() {
        assert_responses(listen(|listener| async {
            gotham::bind_server(listener, super::app(), |stream| ready(Ok(stream))).await;
        }));
    }
}
