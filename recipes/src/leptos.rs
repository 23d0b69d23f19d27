//! Server functions of Leptos 0.8 (server_fn 0.8).

use std::fmt;

use axum::body::to_bytes;
use axum::response::Response;
use httperr::bytes::Bytes;
use httperr::{status, Problem, ReadError};
use server_fn::error::{FromServerFnError, ServerFnErrorErr, SERVER_FN_ERROR_HEADER};
use server_fn::{ContentType, Decodes, Encodes, Format, FormatType};
use server_fn_macro_default::server;

use crate::{find_order, ApiError};

/// The error of the server functions, for server and client: what is sent.
#[derive(Debug)]
pub struct ServerError(pub Problem);

impl From<ApiError> for ServerError {
    fn from(error: ApiError) -> Self {
        Self(error.to_problem())
    }
}

impl FromServerFnError for ServerError {
    type Encoder = ProblemEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        let status = match error {
            ServerFnErrorErr::Args(_) | ServerFnErrorErr::MissingArg(_) => status!(400),
            _ => status!(500),
        };
        Self(Problem::new(status))
    }
}

pub struct ProblemEncoding;

impl ContentType for ProblemEncoding {
    const CONTENT_TYPE: &'static str = Problem::MEDIA_TYPE;
}

impl FormatType for ProblemEncoding {
    const FORMAT_TYPE: Format = Format::Text;
}

impl Encodes<ServerError> for ProblemEncoding {
    type Error = fmt::Error;

    fn encode(error: &ServerError) -> Result<Bytes, fmt::Error> {
        Ok(error.0.to_json().into())
    }
}

impl Decodes<ServerError> for ProblemEncoding {
    type Error = ReadError;

    fn decode(body: Bytes) -> Result<ServerError, ReadError> {
        Problem::from_json(&body).map(ServerError)
    }
}

#[server(endpoint = "order")]
pub async fn order(id: u64) -> Result<String, ServerError> {
    Ok(find_order(id)?)
}

/// Middleware for `axum::middleware::map_response`: an error has its own status instead of 500.
pub async fn set_status(response: Response) -> Response {
    if !response.headers().contains_key(SERVER_FN_ERROR_HEADER) {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let body = to_bytes(body, usize::MAX).await.unwrap_or_default();
    if let Some(status) = Problem::from_json(&body).ok().and_then(|problem| problem.status()) {
        parts.status = status;
    }
    Response::from_parts(parts, body.into())
}

#[cfg(test)]
mod tests {
    use axum::middleware::map_response;
    use axum::routing::post;
    use axum::Router;
    use httperr::bytes::Bytes;
    use httperr::{FromProblem, HttpError};
    use server_fn::axum::handle_server_fn;
    use server_fn::error::FromServerFnError;

    use super::{set_status, ServerError};
    use crate::exchange::{listen, send, RESPONSES};
    use crate::ApiError;

    #[test]
    fn errors_are_problem_documents_with_their_status() {
        let server = listen(|listener| async {
            let app = Router::new().route("/api/order", post(handle_server_fn));
            axum::serve(listener, app.layer(map_response(set_status))).await.unwrap();
        });
        let call = |form: &str| {
            send(server, "POST", "/api/order", "application/x-www-form-urlencoded", form)
        };
        for expected in &RESPONSES {
            let received = call(&format!("id={}", expected.id));
            assert_eq!(received.status, expected.status, "{received:?}");
            match expected.status {
                200 => assert_eq!(received.body, r#""a pen""#),
                _ => assert_eq!(received.body, expected.body),
            }
            if expected.content_type.is_some() {
                assert_eq!(received.header("content-type"), expected.content_type);
            }
        }
        let rejected = call("id=seven");
        assert_eq!(rejected.status, 400);
        assert_eq!(rejected.body, r#"{"title":"Bad Request","status":400}"#);
    }

    #[test]
    fn the_client_has_the_declared_error() {
        let sent = ServerError::from(ApiError::NoOrder { id: 7 }).ser();
        let ServerError(problem) = ServerError::de(sent);
        let (parts, body) = problem.to_response().into_parts();
        let error = ApiError::from_response(&parts, &body).unwrap();
        assert!(matches!(error, ApiError::NoOrder { id: 7 }));

        let ServerError(unreadable) = ServerError::de(Bytes::from_static(b"<h1>Bad Gateway"));
        assert_eq!(HttpError::status(&unreadable), 500);
    }
}
