//! viz 0.11.

use http_body_util::Full;
use httperr::HttpError;
use viz::{IntoResponse, Request, RequestExt, Response, Result, Router};

use crate::{find_order, ApiError};

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        self.to_response().map(|body| Full::new(body).into())
    }
}

impl From<ApiError> for viz::Error {
    fn from(error: ApiError) -> Self {
        error.into_error()
    }
}

pub async fn order(request: Request) -> Result<String> {
    let id = request.param("id")?;
    Ok(find_order(id)?)
}

pub fn app() -> Router {
    Router::new().get("/orders/:id", order)
}

#[cfg(test)]
mod tests {
    use crate::exchange::{assert_responses, listen};

    #[test]
    fn errors_respond_as_declared() {
        assert_responses(listen(|listener| async {
            viz::serve(listener, super::app()).await.unwrap();
        }));
    }
}
