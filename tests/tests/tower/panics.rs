//! Panics in each part of a service.

use super::*;

#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl Lines {
    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Collects the events of this thread.
fn listen() -> (Lines, tracing::subscriber::DefaultGuard) {
    let lines = Lines::default();
    let writer = lines.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_writer(move || writer.clone())
        .with_max_level(tracing::Level::TRACE)
        .with_ansi(false)
        .without_time()
        .finish();
    (lines, tracing::subscriber::set_default(subscriber))
}

struct Bomb;

impl Drop for Bomb {
    fn drop(&mut self) {
        panic!("{BOOM}")
    }
}

struct BombFuture(Option<Result<Response<Full>, Infallible>>, #[allow(dead_code)] Bomb);

impl Future for BombFuture {
    type Output = Result<Response<Full>, Infallible>;

    fn poll(mut self: Pin<&mut Self>, _: &mut std::task::Context<'_>) -> Poll<Self::Output> {
        self.0.take().map_or(Poll::Pending, Poll::Ready)
    }
}

/// A body that panics in `size_hint` or in `drop`.
struct BombBody {
    data: Full,
    in_size: bool,
    _bomb: Option<Bomb>,
}

impl From<bytes::Bytes> for BombBody {
    fn from(bytes: bytes::Bytes) -> Self {
        BombBody { data: bytes.into(), in_size: false, _bomb: None }
    }
}

impl axum::body::HttpBody for BombBody {
    type Data = bytes::Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut std::task::Context<'_>,
    ) -> Poll<Option<Result<hyper::body::Frame<bytes::Bytes>, Infallible>>> {
        Pin::new(&mut self.data).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        assert!(!self.in_size, "{BOOM}");
        self.data.is_end_stream()
    }
}

/// Calls a service like a server. The response is a 500 without text, and the log has all of it.
async fn is_caught<S, B>(mut service: S) -> String
where
    S: tower::Service<http::Request<()>, Response = Response<B>, Error = Infallible>,
    B: axum::body::HttpBody<Data = bytes::Bytes> + Send + 'static,
    B::Error: Into<axum::BoxError>,
{
    let (lines, guard) = listen();
    let request = http::Request::builder().uri("/a?b=secret").header("x-request-id", "8a2c");
    let call = service.ready().await.unwrap().call(request.body(()).unwrap());
    let response = call.await.unwrap();
    drop(guard);
    assert_eq!(response.status(), 500);
    assert_eq!(response.headers()["content-type"], "application/problem+json");
    let expected = json!({
        "title": "Internal Server Error", "status": 500, "instance": "/a", "request_id": "8a2c"
    });
    let sent: Value = serde_json::from_str(&body_of(response).await).unwrap();
    assert_eq!(sent, expected);
    let lines = lines.text();
    assert!(lines.contains("the service panicked") && lines.contains(BOOM), "{lines}");
    assert!(lines.contains("error response"), "{lines}");
    lines
}

#[tokio::test]
async fn a_panic_in_poll_ready_is_a_500_and_the_service_is_not_called() {
    #[derive(Clone)]
    struct Unready(Arc<Mutex<u8>>);

    impl tower::Service<http::Request<()>> for Unready {
        type Response = Response<Full>;
        type Error = Infallible;
        type Future = std::future::Ready<Result<Response<Full>, Infallible>>;

        fn poll_ready(&mut self, _: &mut std::task::Context<'_>) -> Poll<Result<(), Infallible>> {
            let polls = std::mem::replace(&mut *self.0.lock().unwrap(), 1);
            assert!(polls > 0, "{BOOM}");
            Poll::Ready(Ok(()))
        }

        fn call(&mut self, _: http::Request<()>) -> Self::Future {
            ready(Ok(bare(200)))
        }
    }

    let mut service = ErrorLayer::new().layer(Unready(Arc::default()));
    is_caught(&mut service).await;
    // The next request polls it again.
    let response = service.ready().await.unwrap().call(http::Request::new(())).await.unwrap();
    assert_eq!(response.status(), 200);
}

#[tokio::test]
async fn a_panic_in_the_drop_of_a_future_is_a_500() {
    let service = tower::service_fn(|_| BombFuture(Some(Ok(bare(200))), Bomb));
    is_caught(ErrorLayer::new().layer(service)).await;
}

#[tokio::test]
async fn a_panic_in_the_drop_of_a_canceled_future_is_logged() {
    let service = tower::service_fn(|_| BombFuture(None, Bomb));
    let mut service = ErrorLayer::new().layer(service);
    let (lines, guard) = listen();
    let request = http::Request::builder().uri("/slow").body(()).unwrap();
    drop(service.ready().await.unwrap().call(request));
    let canceled = service.ready().await.unwrap().call(http::Request::new(()));
    let waited = tokio::time::timeout(Duration::from_millis(5), canceled).await;
    drop(guard);
    assert!(waited.is_err());
    let lines = lines.text();
    assert_eq!(lines.matches("the service panicked").count(), 2, "{lines}");
    assert!(lines.contains("path=\"/slow\""), "{lines}");
}

#[tokio::test]
async fn a_panic_in_the_drop_of_a_panic_payload_is_logged_and_contained() {
    let service = tower::service_fn(|_| async {
        if true {
            panic_any(Bomb);
        }
        Ok(bare(200))
    });
    let lines = is_caught(ErrorLayer::new().layer(service)).await;
    assert_eq!(lines.matches("the service panicked").count(), 2, "{lines}");
}

#[tokio::test]
async fn a_panic_in_a_replaced_body_is_a_500() {
    for in_size in [true, false] {
        let service = tower::service_fn(move |_| async move {
            let _bomb = (!in_size).then_some(Bomb);
            let body = BombBody { data: Full::default(), in_size, _bomb };
            let response = Response::builder().status(404).header("x-own", "1").body(body);
            Ok(response.unwrap())
        });
        is_caught(ErrorLayer::new().layer(service)).await;
    }
}

#[tokio::test]
async fn a_panic_in_the_application_closure_is_a_500() {
    let service = || tower::service_fn(|_| ready(Ok(bare(404))));
    let layer = ErrorLayer::new().with_error(|status| {
        assert_eq!(status, 200, "{BOOM}");
        EnvelopeError { status }
    });
    is_caught(layer.layer(service())).await;

    // The service has a clone of it, and each request another.
    #[derive(Default)]
    struct Cloned(u8);
    impl Clone for Cloned {
        fn clone(&self) -> Self {
            assert_eq!(self.0, 0, "{BOOM}");
            Cloned(1)
        }
    }
    let cloned = Cloned::default();
    let layer = ErrorLayer::new().with_error(move |status| {
        let _ = &cloned;
        EnvelopeError { status }
    });
    is_caught(layer.layer(service())).await;
}

/// An error whose text or member panics.
#[derive(Debug, HttpError)]
enum Panicking {
    #[http(400)]
    Display,
    #[http(400, detail = "fine", extension(member = Member))]
    Serialize,
    #[http(400, detail = "fine")]
    Drop(#[allow(dead_code)] PanicsWhenDropped),
}

#[derive(Debug)]
struct PanicsWhenDropped;

impl Drop for PanicsWhenDropped {
    fn drop(&mut self) {
        panic!("{BOOM}")
    }
}

struct Member;

impl serde::Serialize for Member {
    fn serialize<S: serde::Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        panic!("{BOOM}")
    }
}

impl std::fmt::Display for Panicking {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        assert!(!matches!(self, Panicking::Display), "{BOOM}");
        f.write_str("text")
    }
}

impl std::error::Error for Panicking {}

#[tokio::test]
async fn a_panic_while_an_error_is_rendered_is_a_500() {
    let makers: [fn() -> Panicking; 3] =
        [|| Panicking::Display, || Panicking::Serialize, || Panicking::Drop(PanicsWhenDropped)];
    for make in makers {
        // The layer replaces a response without a body.
        let service = tower::service_fn(|_| ready(Ok(bare(404))));
        is_caught(ErrorLayer::new().with_error(move |_| make()).layer(service)).await;
        // The handler returns the error.
        let service =
            tower::service_fn(move |_| async move { Ok(make().to_response().map(Full::from)) });
        is_caught(ErrorLayer::new().layer(service)).await;
    }
}

/// Panics on every event.
struct PanickingSubscriber;

impl tracing::Subscriber for PanickingSubscriber {
    fn enabled(&self, _: &tracing::Metadata<'_>) -> bool {
        true
    }
    fn new_span(&self, _: &tracing::span::Attributes<'_>) -> tracing::span::Id {
        tracing::span::Id::from_u64(1)
    }
    fn record(&self, _: &tracing::span::Id, _: &tracing::span::Record<'_>) {}
    fn record_follows_from(&self, _: &tracing::span::Id, _: &tracing::span::Id) {}
    fn event(&self, _: &tracing::Event<'_>) {
        panic!("{BOOM}")
    }
    fn enter(&self, _: &tracing::span::Id) {}
    fn exit(&self, _: &tracing::span::Id) {}
}

#[tokio::test]
async fn a_panicking_subscriber_does_not_withhold_the_response() {
    let _guard = tracing::subscriber::set_default(PanickingSubscriber);
    let service = tower::service_fn(|_: http::Request<()>| ready(Ok::<_, Infallible>(bare(404))));
    let response = ErrorLayer::new().layer(service).oneshot(http::Request::new(())).await.unwrap();
    assert_eq!(response.status(), 500);
    let sent = body_of(response).await;
    assert_eq!(sent, r#"{"title":"Internal Server Error","status":500}"#);
}
