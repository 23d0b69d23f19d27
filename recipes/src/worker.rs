//! worker 0.8 (Cloudflare Workers) with the feature `http`.

use http_body_util::Full;
use httperr::bytes::Bytes;
use httperr::http::Response;
use httperr::{Context, HttpError};
use worker::{event, Env, HttpRequest};

use crate::{find_order, ApiError};

fn route(request: &HttpRequest) -> Result<String, ApiError> {
    let id = request.uri().path().strip_prefix("/orders/");
    find_order(id.and_then(|id| id.parse().ok()).unwrap_or_default())
}

pub fn respond(request: &HttpRequest) -> Response<Full<Bytes>> {
    let response = route(request).map_or_else(
        |error| error.to_response_with(&Context::from_request(request)),
        |order| Response::new(order.into()),
    );
    response.map(Full::new)
}

#[event(fetch)]
async fn fetch(
    request: HttpRequest,
    _: Env,
    _: worker::Context,
) -> worker::Result<Response<Full<Bytes>>> {
    Ok(respond(&request))
}

#[cfg(test)]
mod tests {
    use http_body_util::BodyExt;
    use httperr::http::Request;
    use worker::Body;

    use crate::exchange::{Received, RESPONSES};

    // Outside of a worker there is no JavaScript for the last step, the conversion of the response.
    #[tokio::test]
    async fn errors_respond_as_declared() {
        for expected in &RESPONSES {
            let path = format!("/orders/{}", expected.id);
            let request = Request::get(&path).body(Body::empty()).unwrap();
            let (parts, body) = super::respond(&request).into_parts();
            let body = body.collect().await.unwrap().to_bytes();
            let body = std::str::from_utf8(&body).unwrap();
            let instance = format!(r#","instance":"{path}"}}"#);
            assert_eq!(body.contains(&instance), expected.status != 200);
            let headers = parts.headers.iter();
            expected.assert(&Received {
                status: parts.status.as_u16(),
                headers: headers
                    .map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()))
                    .collect(),
                body: body.replace(&instance, "}"),
            });
        }
    }
}
