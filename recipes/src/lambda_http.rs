//! lambda_http 1.

use std::convert::Infallible;

use http_body_util::Full;
use httperr::bytes::Bytes;
use httperr::{Context, HttpError};
use lambda_http::{Request, RequestExt, Response};

use crate::{find_order, ApiError};

fn route(request: &Request) -> Result<String, ApiError> {
    let parameters = request.path_parameters();
    find_order(parameters.first("id").and_then(|id| id.parse().ok()).unwrap_or_default())
}

/// The handler for `lambda_http::run(service_fn(handle))`.
pub async fn handle(request: Request) -> Result<Response<Full<Bytes>>, Infallible> {
    let response = route(&request).map_or_else(
        |error| error.to_response_with(&Context::from_request(&request)),
        |order| Response::new(order.into()),
    );
    Ok(response.map(Full::new))
}

#[cfg(test)]
mod tests {
    use lambda_http::lambda_runtime::{Context, LambdaEvent};
    use lambda_http::{request::LambdaRequest, service_fn, Adapter};
    use serde_json::{json, Value};
    use tower::ServiceExt;

    use crate::exchange::{Received, RESPONSES};

    /// Sends the event of an API Gateway to the function.
    async fn invoke(id: u64) -> Value {
        let event = json!({
            "version": "2.0",
            "routeKey": "GET /orders/{id}",
            "rawPath": format!("/orders/{id}"),
            "rawQueryString": "",
            "headers": {},
            "pathParameters": { "id": id.to_string() },
            "requestContext": {
                "http": { "method": "GET", "path": format!("/orders/{id}") },
                "timeEpoch": 0,
            },
            "isBase64Encoded": false,
        });
        let request: LambdaRequest = serde_json::from_value(event).unwrap();
        let event = LambdaEvent::new(request, Context::default());
        let response = Adapter::from(service_fn(super::handle)).oneshot(event).await;
        serde_json::to_value(response.expect("the invocation failed")).unwrap()
    }

    #[tokio::test]
    async fn errors_are_responses_of_an_invocation_that_succeeds() {
        for expected in &RESPONSES {
            let response = invoke(expected.id).await;
            // The gateway would send a body in base64 as it is, unless it is configured.
            assert_eq!(response["isBase64Encoded"], false);
            let headers = response["headers"].as_object().unwrap().iter();
            let body = response["body"].as_str().unwrap();
            let instance = format!(r#","instance":"/orders/{}"}}"#, expected.id);
            assert_eq!(body.contains(&instance), expected.status != 200);
            expected.assert(&Received {
                status: response["statusCode"].as_u64().unwrap() as u16,
                headers: headers
                    .map(|(name, value)| (name.clone(), value.as_str().unwrap().to_owned()))
                    .collect(),
                body: body.replace(&instance, "}"),
            });
        }
    }
}
