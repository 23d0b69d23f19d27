//! Server functions of Dioxus 0.7.

use std::fmt;

use dioxus::fullstack::{AsStatusCode, ServerFnError};
use dioxus::prelude::*;
use httperr::http::StatusCode;
use httperr::{HttpError, Problem};
use serde::{Deserialize, Serialize};

use crate::{find_order, ApiError};

/// The error of the server functions, for server and client: what is sent.
#[derive(Debug, Serialize, Deserialize)]
pub struct ServerError(pub Problem);

impl From<ApiError> for ServerError {
    fn from(error: ApiError) -> Self {
        Self(error.to_problem())
    }
}

impl From<ServerFnError> for ServerError {
    fn from(error: ServerFnError) -> Self {
        Self(Problem::new(error.as_status_code()))
    }
}

impl AsStatusCode for ServerError {
    fn as_status_code(&self) -> StatusCode {
        HttpError::status(&self.0)
    }
}

impl fmt::Display for ServerError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[get("/orders/{id}")]
pub async fn order(id: u64) -> Result<String, ServerError> {
    Ok(find_order(id)?)
}

#[cfg(test)]
mod tests {
    use axum::Router;
    use dioxus::prelude::DioxusRouterExt;
    use dioxus::server::FullstackState;
    use httperr::FromProblem;
    use serde_json::{json, Value};

    use super::ServerError;
    use crate::exchange::{listen, send, RESPONSES};
    use crate::ApiError;

    #[test]
    fn errors_have_their_status_and_the_problem_document_as_data() {
        let server = listen(|listener| async {
            let state = FullstackState::headless();
            let app = Router::new().register_server_functions().with_state(state);
            axum::serve(listener, app).await.unwrap();
        });
        for expected in &RESPONSES {
            let received = send(server, "GET", &format!("/orders/{}", expected.id), "", "");
            assert_eq!(received.status, expected.status, "{received:?}");
            assert_eq!(received.header("content-type"), Some("application/json"));
            let body: Value = serde_json::from_str(&received.body).unwrap();
            if expected.status == 200 {
                assert_eq!(body, "a pen");
                continue;
            }
            let problem: Value = serde_json::from_str(expected.body).unwrap();
            assert_eq!(body["data"], problem);
            assert_eq!(body["code"], expected.status);
        }
        let received = send(server, "GET", "/orders/3", "", "");
        assert!(received.body.contains(r#""message":"500 Internal Server Error""#), "{received:?}");
    }

    #[test]
    fn the_client_has_the_declared_error() {
        let sent = json!({ "status": 404, "detail": "no order 7", "id": 7 });
        let ServerError(problem) = serde_json::from_value(sent).unwrap();
        let (parts, body) = problem.to_response().into_parts();
        let error = ApiError::from_response(&parts, &body).unwrap();
        assert!(matches!(error, ApiError::NoOrder { id: 7 }));
    }
}
