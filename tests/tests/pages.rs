//! The problem pages, over sockets on axum, actix-web and Rocket.

use std::net::{SocketAddr, TcpListener};
use std::thread;

use httperr::pages::{explain, Pages};
use httperr::HttpError;
use ureq::http::{HeaderMap, Response};

#[derive(Debug, thiserror::Error, HttpError)]
#[allow(dead_code)] // Only the catalog is looked at.
#[http(type_base = "https://api.example.com/problems")]
enum ApiError {
    /// The account does not exist <or> was "closed" & forgotten.
    ///
    /// A second paragraph.
    #[error("no account {id}")]
    #[http(404, title = "No <b>account</b>", header("x-markup" = "<i>"))]
    NoAccount {
        #[http(extension, example = "<script>")]
        id: String,
    },
    #[error("busy")]
    #[http(503, expose, code = "busy", retry_after = 5)]
    Busy,
    /// Canary documentation.
    #[error("canary text")]
    #[http(500, tag(canary = "canary"))]
    CanaryMasked,
    #[error("hidden")]
    #[http(same_as = NoOrder)]
    CanaryHidden,
    #[error("no order")]
    #[http(404)]
    NoOrder,
}

fn pages() -> Pages {
    Pages::new::<ApiError>().service("Shop & Co")
}

fn free_address() -> SocketAddr {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap()
}

fn axum() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        tokio::runtime::Runtime::new().unwrap().block_on(async {
            listener.set_nonblocking(true).unwrap();
            let listener = tokio::net::TcpListener::from_std(listener).unwrap();
            let app = axum::Router::new().nest("/problems", httperr::axum::pages(pages()));
            axum::serve(listener, app).await.unwrap();
        });
    });
    address
}

fn actix_web() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        actix_web::rt::System::new().block_on(async {
            let app = || {
                let pages = httperr::actix_web::pages("/problems", pages());
                actix_web::App::new().service(pages)
            };
            actix_web::HttpServer::new(app)
                .workers(1)
                .listen(listener)
                .unwrap()
                .run()
                .await
                .unwrap();
        });
    });
    address
}

fn rocket() -> SocketAddr {
    let address = free_address();
    thread::spawn(move || {
        let config = rocket::Config {
            address: address.ip(),
            port: address.port(),
            log_level: rocket::config::LogLevel::Off,
            ..rocket::Config::debug_default()
        };
        let rocket = rocket::custom(config).mount("/problems", httperr::rocket::pages(pages()));
        tokio::runtime::Runtime::new().unwrap().block_on(rocket.launch()).unwrap();
    });
    address
}

fn get(address: SocketAddr, path: &str, fields: &[(&str, &str)]) -> Response<String> {
    let agent: ureq::Agent =
        ureq::Agent::config_builder().http_status_as_error(false).build().into();
    for _ in 0..100 {
        let mut request = agent.get(format!("http://{address}{path}"));
        for (name, value) in fields {
            request = request.header(*name, *value);
        }
        match request.call() {
            Ok(response) => {
                return response.map(|mut body| body.read_to_string().unwrap());
            }
            Err(_) => thread::sleep(std::time::Duration::from_millis(50)),
        }
    }
    panic!("no server at {address}");
}

fn field<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name).map(|value| value.to_str().unwrap())
}

/// A request, and what the response has.
struct Row {
    path: &'static str,
    fields: &'static [(&'static str, &'static str)],
    status: u16,
    media_type: &'static str,
    language: &'static str,
    parts: &'static [&'static str],
}

const ROWS: &[Row] = &[
    Row {
        path: "/problems",
        fields: &[],
        status: 200,
        media_type: "text/html; charset=utf-8",
        language: "en",
        parts: &[
            "<title>Errors – Shop &amp; Co</title>",
            "<a href=\"/problems/no-account\">No &lt;b&gt;account&lt;/b&gt;</a>",
            "<a href=\"/problems/internal-server-error\">Internal Server Error</a>",
        ],
    },
    Row {
        path: "/problems/no-account?x=1",
        fields: &[("accept", "text/html, */*;q=0.8"), ("accept-language", "zh-CN, en;q=0.5")],
        status: 200,
        media_type: "text/html; charset=utf-8",
        language: "zh",
        parts: &[
            "<html lang=\"zh\">",
            "<a href=\"/problems\">所有错误</a>",
            "<p>The account does not exist &lt;or&gt; was &quot;closed&quot; &amp; forgotten.</p>\n<p>A second",
            "<code>https://api.example.com/problems/no-account</code>",
            "<code>x-markup: &lt;i&gt;</code>",
            "&quot;id&quot;: &quot;&lt;script&gt;&quot;",
            "未找到",
        ],
    },
    Row {
        path: "/problems/busy",
        fields: &[("accept", "application/json"), ("accept-language", ";;q=")],
        status: 200,
        media_type: "application/json",
        language: "en",
        parts: &["\"code\": \"busy\"", "\"retry-after\"", "\"status\": 503"],
    },
    Row {
        path: "/problems/internal-server-error",
        fields: &[("accept", "text/markdown")],
        status: 200,
        media_type: "text/markdown; charset=utf-8",
        language: "en",
        parts: &["# Internal Server Error\n", "- Status: 500\n"],
    },
    Row {
        path: "/problems/no-order",
        fields: &[("accept", "image/png;q=x")],
        status: 200,
        media_type: "text/html; charset=utf-8",
        language: "en",
        parts: &["<h1>No order</h1>"],
    },
];

#[test]
fn every_framework_serves_the_same_pages() {
    let servers = [("axum", axum()), ("actix-web", actix_web()), ("rocket", rocket())];
    for row in ROWS {
        for (name, address) in servers {
            let response = get(address, row.path, row.fields);
            let (headers, body) = (response.headers(), response.body());
            assert_eq!(response.status(), row.status, "{name} {}", row.path);
            assert_eq!(field(headers, "content-type"), Some(row.media_type), "{name} {}", row.path);
            assert_eq!(field(headers, "content-language"), Some(row.language), "{name}");
            assert_eq!(field(headers, "vary"), Some("accept, accept-language"), "{name}");
            assert_eq!(field(headers, "x-content-type-options"), Some("nosniff"), "{name}");
            for part in row.parts {
                assert!(body.contains(part), "{name} {}: `{part}` is missing:\n{body}", row.path);
            }
            assert!(!body.to_lowercase().contains("canary"), "{name} {}", row.path);
            assert!(!body.contains("<script"), "{name} {}", row.path);

            let tag = field(headers, "etag").unwrap();
            let fields: Vec<_> =
                row.fields.iter().copied().chain([("if-none-match", tag)]).collect();
            let cached = get(address, row.path, &fields);
            assert_eq!(cached.status(), 304, "{name} {}", row.path);
            assert!(cached.body().is_empty() && field(cached.headers(), "etag") == Some(tag));
        }
    }
    for (name, address) in servers {
        for path in ["/problems/canary-masked", "/problems/canary-hidden", "/problems/unknown"] {
            assert_eq!(get(address, path, &[]).status(), 404, "{name} {path}");
        }
    }
}

#[test]
fn the_content_security_policy_allows_the_style_of_the_page() {
    let page = pages().respond("/problems", None, &HeaderMap::new());
    let html = std::str::from_utf8(page.body()).unwrap();
    let style = html.split("<style>").nth(1).unwrap().split("</style>").next().unwrap();
    let digest = sha2_base64(style.as_bytes());
    let policy = page.headers()["content-security-policy"].to_str().unwrap();
    assert!(policy.contains(&format!("style-src 'sha256-{digest}'")), "{policy} {digest}");
    assert!(policy.starts_with("default-src 'none'"));
}

fn sha2_base64(bytes: &[u8]) -> String {
    use base64::Engine as _;
    use sha2::Digest as _;
    base64::engine::general_purpose::STANDARD.encode(sha2::Sha256::digest(bytes))
}

#[test]
fn a_code_is_explained_and_an_unknown_one_gets_a_suggestion() {
    let text = explain::<ApiError>("busy").unwrap();
    assert!(text.contains("- Code: busy\n") && text.contains("- `retry-after: 5`\n"), "{text}");
    assert_eq!(
        explain::<ApiError>("bussy").unwrap_err().to_string(),
        "unknown code `bussy`: did you mean `busy`?"
    );
    assert_eq!(explain::<ApiError>("x").unwrap_err().to_string(), "unknown code `x`");
    assert!(explain::<ApiError>("canary-masked").is_err());
}
