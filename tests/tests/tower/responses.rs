//! Responses of the router, of layers and of handlers.

use super::*;

#[test]
fn responses_of_the_router_and_layers_become_problem_documents() {
    for (method, path, body, status, title) in [
        ("GET", "/nowhere", "", 404, "Not Found"),
        ("GET", "/orders/x", "", 400, "Bad Request"),
        ("POST", "/json", "[", 400, "Bad Request"),
        ("POST", "/json", "{}", 422, "Unprocessable Content"),
        ("POST", "/json", &"1".repeat(99), 413, "Content Too Large"),
        ("GET", "/slow", "", 408, "Request Timeout"),
        ("GET", "/panic", "", 500, "Internal Server Error"),
        ("POST", "/panic", "", 500, "Internal Server Error"),
        ("GET", "/later", "", 500, "Internal Server Error"),
    ] {
        let expected = json!({
            "title": title, "status": status, "instance": path, "request_id": "8a2c"
        });
        assert_problem(method, path, body, &expected);
    }
}

#[test]
fn the_headers_required_by_a_status_are_kept() {
    let expected = json!({
        "title": "Method Not Allowed", "status": 405, "instance": "/constant", "request_id": "8a2c"
    });
    let headers = assert_problem("DELETE", "/constant", "", &expected);
    assert_eq!(headers["allow"], "GET,HEAD");
}

#[test]
fn a_derived_error_gets_only_the_request_fields() {
    let expected = json!({
        "title": "Not Found", "status": 404, "detail": "no order 7",
        "instance": "/orders/7", "request_id": "8a2c"
    });
    assert_problem("GET", "/orders/7", "", &expected);
    let expected = json!({
        "title": "Conflict", "status": 409, "detail": "constant",
        "instance": "/constant", "request_id": "8a2c"
    });
    assert_problem("GET", "/constant", "", &expected);
    // A marker identifies it, not its media type.
    let response = send(routes().layer(ErrorLayer::new()), "GET", "/plain", "");
    assert_eq!((response.status, response.body.as_str()), (410, "plain"));
    // The marker is also set on another thread.
    let response = send(routes().layer(ErrorLayer::new()), "GET", "/spawned", "");
    assert_eq!((response.status, response.body.as_str()), (410, "plain"));
}

#[test]
fn successes_and_responses_with_their_own_body_are_unchanged() {
    let app = || routes().layer(ErrorLayer::new());
    assert_eq!(send(app(), "GET", "/fine", "").body, "fine");
    let own = send(app(), "GET", "/own", "");
    assert_eq!((own.status, own.body.as_str()), (409, r#"{"mine":true}"#));
    assert_eq!(own.headers["content-type"], "application/json");
}

#[test]
fn a_response_to_head_has_no_body() {
    for path in ["/nowhere", "/constant"] {
        let response = send(routes().layer(ErrorLayer::new()), "HEAD", path, "");
        assert_eq!(response.body, "");
        assert_eq!(response.headers["content-type"], "application/problem+json");
    }
}

#[test]
fn the_application_chooses_the_format() {
    let app = || routes().layer(ErrorLayer::new().with_error(|status| EnvelopeError { status }));
    for (path, status, title) in
        [("/nowhere", 404, "Not Found"), ("/panic", 500, "Internal Server Error")]
    {
        let response = send(app(), "GET", path, "");
        assert_eq!(response.headers["content-type"], "application/json");
        let sent: Value = serde_json::from_str(&response.body).unwrap();
        let error = json!({"status": status, "message": title, "id": "8a2c"});
        assert_eq!((response.status, sent), (status, json!({ "error": error })));
    }
}

#[test]
fn the_request_id_header_is_configurable() {
    let name = axum::http::HeaderName::from_static("x-trace");
    let app = routes().layer(ErrorLayer::new().request_id(name));
    let response = send(app, "GET", "/nowhere", "");
    assert_eq!(response.body, r#"{"title":"Not Found","status":404,"instance":"/nowhere"}"#);
}

/// Sends the bytes of a request, and returns the bytes of the response.
fn send_raw(app: Router, request_line: &str) -> String {
    let mut stream = TcpStream::connect(start(app)).unwrap();
    let rest = "host: localhost\r\nconnection: close\r\n\r\n";
    stream.write_all(format!("{request_line} HTTP/1.1\r\n{rest}").as_bytes()).unwrap();
    let mut response = String::new();
    stream.read_to_string(&mut response).unwrap();
    response
}

#[test]
fn an_instance_is_a_reference_to_the_request_path() {
    for (request_line, instance) in [
        ("GET /nowhere?token=secret", Some("/nowhere")),
        // Not a reference to the host `evil` (RFC 3986, section 4.2).
        ("GET //evil/x", Some("/.//evil/x")),
        ("GET ///x", Some("/.///x")),
        ("GET http://evil/a?token=secret", Some("/a")),
        ("GET http://evil//b", Some("/.//b")),
        ("GET /{id}\"/100%", Some("/%7Bid%7D%22/100%25")),
        ("OPTIONS *", None),
        ("CONNECT evil:443", None),
    ] {
        let response = send_raw(routes().layer(ErrorLayer::new()), request_line);
        let (head, body) = response.split_once("\r\n\r\n").unwrap();
        assert!(head.contains("application/problem+json"), "{request_line}: {head}");
        let body: Value = serde_json::from_str(body).unwrap();
        assert_eq!(body.get("instance").and_then(Value::as_str), instance, "{request_line}");
        assert!(!response.contains("secret"), "{response}");
    }
}

#[test]
fn an_instance_is_the_whole_path_in_nested_routers() {
    let layer = ErrorLayer::new;
    let routes = || Router::new().route("/constant", get(|| async { ApiError::Constant }));
    let nest = |inner: Router| Router::new().nest("/api", Router::new().nest("/v1", inner));
    for app in [
        nest(routes().layer(layer())),
        nest(routes().layer(layer())).layer(layer()),
        nest(routes()).layer(layer()),
        Router::new().nest("/api", Router::new().nest("/v1", routes()).layer(layer())),
        Router::new().nest_service("/api", Router::new().nest("/v1", routes()).layer(layer())),
    ] {
        let response = send(app, "GET", "/api/v1/constant?a=b", "");
        let body: Value = serde_json::from_str(&response.body).unwrap();
        assert_eq!((response.status, &body["instance"]), (409, &json!("/api/v1/constant")));
    }
}
