//! pavex 0.2.

use http_body_util::Full;
use httperr::HttpError;
use pavex::request::path::PathParams;
use pavex::{error_handler, get, IntoResponse, Response};

use crate::{find_order, ApiError};

#[error_handler]
pub fn send_error(error: &ApiError) -> Response {
    error.to_response().map(Full::new).into_response()
}

#[PathParams]
pub struct OrderPath {
    pub id: u64,
}

#[get(path = "/orders/{id}")]
pub fn order(path: &PathParams<OrderPath>) -> Result<Response, ApiError> {
    let order = find_order(path.0.id)?;
    Ok(Response::ok().set_typed_body(order))
}

#[cfg(test)]
mod tests {
    use httperr::http::Request;
    use pavex::request::path::PathParams;
    use pavex::server::Server;
    use pavex::Response;

    use super::{order, send_error, OrderPath};
    use crate::exchange::{assert_responses, listen};

    /// What the code generator of pavex writes for the route: it needs a nightly toolchain.
    async fn route<B, C>(request: Request<B>, _: C, (): ()) -> Response {
        let id = request.uri().path().rsplit('/').next().unwrap().parse().unwrap();
        order(&PathParams(OrderPath { id })).unwrap_or_else(|error| send_error(&error))
    }

    #[test]
    fn errors_respond_as_declared() {
        assert_responses(listen(|listener| async {
            let incoming = listener.into_std().unwrap().try_into().unwrap();
            Server::new().listen(incoming).serve(route, ()).await;
        }));
    }
}
