//! Services without a framework, and layers inside layers.

use super::*;

#[tokio::test]
async fn an_inner_layer_keeps_the_uri_and_id_of_the_outer_layer() {
    let inner = ErrorLayer::new().layer(tower::service_fn(constant));
    let name = http::HeaderName::from_static("x-outer");
    let service = ErrorLayer::new().request_id(name).layer(tower::service_fn(
        move |mut request: http::Request<()>| {
            *request.uri_mut() = "/stripped".parse().unwrap();
            inner.clone().oneshot(request)
        },
    ));
    let request = || http::Request::builder().uri("/api/stripped").header("x-outer", "o");
    let response = service.clone().oneshot(request().body(()).unwrap()).await.unwrap();
    let sent: Value = serde_json::from_str(&body_of(response).await).unwrap();
    assert_eq!((&sent["instance"], &sent["request_id"]), (&json!("/api/stripped"), &json!("o")));

    let request = request().header("x-request-id", "i").body(()).unwrap();
    let response = service.oneshot(request).await.unwrap();
    let sent: Value = serde_json::from_str(&body_of(response).await).unwrap();
    assert_eq!((&sent["instance"], &sent["request_id"]), (&json!("/api/stripped"), &json!("i")));
}

/// A request that a handler sends is not the request it responds to.
#[tokio::test]
async fn a_nested_request_has_its_own_instance() {
    let inner = ErrorLayer::new().layer(tower::service_fn(constant));
    let service = ErrorLayer::new().layer(tower::service_fn(move |_: http::Request<()>| {
        inner.clone().oneshot(http::Request::builder().uri("/inner").body(()).unwrap())
    }));
    let request = http::Request::builder().uri("/outer").body(()).unwrap();
    let sent = body_of(service.oneshot(request).await.unwrap()).await;
    assert!(sent.ends_with(r#""instance":"/inner"}"#), "{sent}");
}

/// Passes a response of a router or layer through the layer.
async fn respond_through_layer(response: Response<Full>) -> Response<Full> {
    let response = Mutex::new(Some(response));
    let service = tower::service_fn(|_: http::Request<()>| {
        ready(Ok::<_, Infallible>(response.lock().unwrap().take().unwrap()))
    });
    let service = ErrorLayer::new().layer(service);
    service.oneshot(http::Request::new(())).await.unwrap()
}

#[tokio::test]
async fn an_empty_untyped_or_plain_text_body_is_replaced() {
    for (media_type, body, is_replaced) in [
        (None, "", true),
        (None, "{\"mine\":true}", false),
        (Some("text/plain"), "text", true),
        (Some("text/plain"), "", true),
        (Some("text/plain; charset=utf-8"), "text", true),
        (Some("Text/Plain; charset=x"), "text", true),
        (Some("TEXT/PLAIN ;charset=x"), "text", true),
        (Some("text/plainly-not"), "text", false),
        (Some("text/plain-x; charset=utf-8"), "text", false),
        (Some("text/html"), "text", false),
        (Some("application/json"), "", false),
    ] {
        let mut response = Response::builder().status(400);
        if let Some(media_type) = media_type {
            response = response.header("content-type", media_type);
        }
        let response = respond_through_layer(response.body(Full::from(body)).unwrap()).await;
        let sent = body_of(response).await;
        let expected = r#"{"title":"Bad Request","status":400,"instance":"/"}"#;
        assert_eq!(sent, if is_replaced { expected } else { body }, "{media_type:?} {body}");
    }
}

#[tokio::test]
async fn replacing_a_body_removes_only_the_fields_that_describe_it() {
    let of_content = [
        ("accept-ranges", "bytes"),
        ("content-digest", "sha-256=:AA==:"),
        ("content-disposition", "attachment"),
        ("content-encoding", "gzip"),
        ("content-language", "de"),
        ("content-length", "4"),
        ("content-location", "/a.txt"),
        ("content-md5", "AA=="),
        ("content-range", "bytes 0-3/4"),
        ("digest", "sha-256=AA=="),
        ("etag", "\"a\""),
        ("last-modified", "Sat, 21 Nov 2026 10:00:00 GMT"),
        ("repr-digest", "sha-256=:AA==:"),
        ("trailer", "x-checksum"),
        ("transfer-encoding", "chunked"),
    ];
    let others = [
        ("allow", "GET"),
        ("cache-control", "no-store"),
        ("link", "</a>; rel=\"b\""),
        ("retry-after", "5"),
        ("set-cookie", "a=b"),
        ("set-cookie", "c=d"),
        ("vary", "accept"),
        ("www-authenticate", "Basic realm=\"a\""),
        ("x-own", "kept"),
    ];
    for (status, kept) in [(404, &[][..]), (416, &["content-range"])] {
        let mut response = Response::builder().status(status).header("content-type", "text/plain");
        for (name, value) in of_content.iter().chain(&others) {
            response = response.header(*name, *value);
        }
        let response = respond_through_layer(response.body(Full::from("text")).unwrap()).await;
        let headers = response.headers();
        assert_eq!(headers["content-type"], "application/problem+json");
        for (name, _) in of_content {
            assert_eq!(headers.contains_key(name), kept.contains(&name), "{status} {name}");
        }
        let lines: Vec<_> = headers
            .iter()
            .filter(|(name, _)| others.iter().any(|(other, _)| name == other))
            .map(|(name, value)| (name.as_str(), value.to_str().unwrap()))
            .collect();
        assert_eq!(lines.len(), others.len(), "{lines:?}");
        assert!(others.iter().all(|line| lines.contains(line)), "{lines:?}");
        assert!(body_of(response).await.contains("\"status\":"));
    }
}
