//! `httperr::client` with the clients that it is for, each over a real socket.

use std::convert::Infallible;
use std::future::Future;
use std::net::SocketAddr;
use std::time::Duration;

use axum::routing::get;
use axum::Router;
use http::{header, StatusCode};
use http_body_util::{BodyExt as _, Empty, Full};
use httperr::client::{check, check_blocking, check_within, Error};
use httperr::{FromProblem, HttpError, Problem};

#[derive(Debug, PartialEq, thiserror::Error, HttpError, FromProblem)]
#[http(type_base = "/problems")]
enum ApiError {
    #[error("sold out")]
    #[http(409)]
    SoldOut {
        #[http(extension)]
        left: u32,
    },
    #[error("busy")]
    #[http(429, retry_after = wait)]
    Busy { wait: Duration },
}

/// Starts a server with a page, an error, a problem that no client knows, and a long body.
fn serve() -> SocketAddr {
    let app: Router = Router::new()
        .route("/page", get(|| async { "hello" }))
        .route("/sold-out", get(|| async { ApiError::SoldOut { left: 2 } }))
        .route("/busy", get(|| async { ApiError::Busy { wait: Duration::from_secs(7) } }))
        .route("/other", get(|| async { Problem::new(StatusCode::GONE).with_detail("gone") }))
        .route(
            "/long",
            get(|| async {
                (
                    StatusCode::CONFLICT,
                    [(header::CONTENT_TYPE, Problem::MEDIA_TYPE)],
                    "x".repeat(1 << 20),
                )
            }),
        );
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        tokio::runtime::Runtime::new().unwrap().block_on(async {
            listener.set_nonblocking(true).unwrap();
            let listener = tokio::net::TcpListener::from_std(listener).unwrap();
            axum::serve(listener, app).await.unwrap();
        });
    });
    address
}

/// Asserts the result for each page. `check` returns the body of a success.
async fn assert_results<F: Future<Output = Result<String, Error<ApiError>>>>(
    check: impl Fn(&'static str) -> F,
) {
    assert_eq!(check("page").await.unwrap(), "hello");
    assert!(matches!(check("sold-out").await, Err(Error::Known(ApiError::SoldOut { left: 2 }))));
    let wait = Duration::from_secs(7);
    assert!(
        matches!(check("busy").await, Err(Error::Known(error)) if error == ApiError::Busy { wait })
    );
    match check("other").await {
        Err(Error::Unknown(unrecognized)) => {
            assert_eq!(unrecognized.problem().detail(), Some("gone"));
            assert_eq!(unrecognized.status(), 410);
        }
        other => panic!("{other:?}"),
    }
    match check("long").await {
        Err(Error::Unknown(unrecognized)) => {
            let reason = "the body is longer than the limit of 65536 bytes";
            assert_eq!(unrecognized.reason(), reason);
        }
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn responses_of_reqwest_013_are_checked() {
    let address = serve();
    assert_results(|page| async move {
        let response = reqwest::get(format!("http://{address}/{page}")).await.unwrap();
        Ok(check::<ApiError, _, _>(response).await?.text().await.unwrap())
    })
    .await;
}

#[tokio::test]
async fn responses_of_reqwest_012_are_checked() {
    let address = serve();
    assert_results(|page| async move {
        let response = reqwest_012::get(format!("http://{address}/{page}")).await.unwrap();
        Ok(check::<ApiError, _, _>(response).await?.text().await.unwrap())
    })
    .await;
}

#[tokio::test]
async fn responses_of_hyper_are_checked() {
    let address = serve();
    assert_results(|page| async move {
        let stream = tokio::net::TcpStream::connect(address).await.unwrap();
        let io = hyper_util::rt::TokioIo::new(stream);
        let (mut sender, connection) = hyper::client::conn::http1::handshake(io).await.unwrap();
        tokio::spawn(connection);
        let request = http::Request::get(format!("/{page}")).header("host", "localhost");
        let request = request.body(Empty::<bytes::Bytes>::new()).unwrap();
        let response = sender.send_request(request).await.unwrap();
        let response = check::<ApiError, _, _>(response).await?;
        let body = response.into_body().collect().await.unwrap().to_bytes();
        Ok(String::from_utf8(body.to_vec()).unwrap())
    })
    .await;
}

#[tokio::test]
async fn responses_of_ureq_are_checked() {
    let address = serve();
    let agent: ureq::Agent =
        ureq::Agent::config_builder().http_status_as_error(false).build().into();
    assert_results(|page| {
        let response = agent.get(format!("http://{address}/{page}")).call().unwrap();
        let checked = check_blocking::<ApiError, _, _>(response, ureq::Body::into_reader);
        async { checked.map(|mut response| response.body_mut().read_to_string().unwrap()) }
    })
    .await;
}

#[tokio::test]
async fn the_limit_is_the_longest_body_that_is_read() {
    let response = || ApiError::SoldOut { left: 2 }.to_response();
    let length = response().body().len();
    let check = |limit| check_within::<ApiError, _, _>(limit, response().map(Full::new));
    assert!(matches!(check(length).await, Err(Error::Known(_))));
    assert!(matches!(check(length - 1).await, Err(Error::Unknown(_))));
    assert!(matches!(check(0).await, Err(Error::Unknown(_))));
    assert!(matches!(check(usize::MAX).await, Err(Error::Known(_))));
}

#[tokio::test]
async fn a_connection_that_breaks_is_an_error_of_the_transport() {
    let frames = broken_body();
    let response = http::Response::builder().status(409).body(frames).unwrap();
    let result = check::<ApiError, _, _>(response).await;
    let error = result.map(drop).unwrap_err();
    assert!(matches!(&error, Error::Transport(_)));
    assert_eq!(error.to_string(), "the body of the response could not be received");
    assert_eq!(std::error::Error::source(&error).unwrap().to_string(), "broken pipe");
}

/// Returns a body that ends in an error.
fn broken_body() -> impl hyper::body::Body<Data = bytes::Bytes, Error = std::io::Error> {
    Full::new(bytes::Bytes::from_static(b"{"))
        .map_err(|never: Infallible| match never {})
        .with_trailers(async {
            Some(Err(std::io::Error::new(std::io::ErrorKind::BrokenPipe, "broken pipe")))
        })
}
