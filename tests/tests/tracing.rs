//! One event for each response, at the level of its case.

use std::io::Write;
use std::sync::{Arc, Mutex};

use httperr::http::StatusCode;
use httperr::{Case, Context, HttpError};
use thiserror::Error;
use tracing_subscriber::fmt::MakeWriter;

#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Lines {
    type Writer = Lines;

    fn make_writer(&'a self) -> Lines {
        self.clone()
    }
}

/// Returns the log of `act`, one line per event.
fn capture_log(act: impl FnOnce()) -> Vec<String> {
    let lines = Lines::default();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(lines.clone())
        .with_ansi(false)
        .without_time()
        .finish();
    tracing::subscriber::with_default(subscriber, act);
    let text = String::from_utf8(lines.0.lock().unwrap().clone()).unwrap();
    text.lines().map(str::to_owned).collect()
}

#[derive(Debug, Error)]
#[error("disk full")]
struct Disk;

#[derive(Debug, Error)]
#[error("write failed")]
struct WriteError(#[source] Disk);

#[derive(Debug, Error, HttpError)]
enum ApiError {
    #[error("no order")]
    #[http(404)]
    NoOrder,
    #[error("database")]
    #[http(500)]
    Database(#[source] WriteError),
    #[error("noisy")]
    #[http(400, log = warn)]
    Noisy,
    #[error("quiet")]
    #[http(500, log = "off")]
    Quiet,
    #[error("informed")]
    #[http(400, log = info)]
    Informed,
    #[error("traced")]
    #[http(400, log = trace)]
    Traced,
    #[error("run time")]
    #[http(status = _0)]
    RunTime(u16),
}

#[derive(Debug, Error, HttpError)]
enum Outer {
    #[error("outer")]
    #[http(transparent)]
    Inner(#[from] ApiError),
}

#[test]
fn an_event_has_the_level_of_its_case() {
    let level = |error: &dyn HttpError| {
        let lines = capture_log(|| drop(error.to_response()));
        assert!(lines.len() <= 1, "{lines:?}");
        lines.first().map(|line| line.trim().split(' ').next().unwrap().to_owned())
    };
    assert_eq!(level(&ApiError::NoOrder).as_deref(), Some("DEBUG"));
    assert_eq!(level(&ApiError::Database(WriteError(Disk))).as_deref(), Some("ERROR"));
    assert_eq!(level(&ApiError::Noisy).as_deref(), Some("WARN"));
    assert_eq!(level(&ApiError::Quiet), None);
    assert_eq!(level(&ApiError::Informed).as_deref(), Some("INFO"));
    assert_eq!(level(&ApiError::Traced).as_deref(), Some("TRACE"));
    assert_eq!(level(&ApiError::RunTime(503)).as_deref(), Some("ERROR"));
    assert_eq!(level(&ApiError::RunTime(404)).as_deref(), Some("DEBUG"));
}

#[test]
fn an_event_has_the_status_the_code_and_the_whole_chain_inside_the_span() {
    let lines = capture_log(|| {
        let _span = tracing::info_span!("request", id = 7).entered();
        drop(ApiError::Database(WriteError(Disk)).to_response());
    });
    let [line] = &lines[..] else { panic!("{lines:?}") };
    for part in [
        "request{id=7}",
        "httperr",
        "status=500",
        "case=\"Database\"",
        "code=\"database\"",
        "error=database",
        "sources=write failed: disk full",
    ] {
        assert!(line.contains(part), "{part} is not in {line}");
    }
}

/// The sample of the page of the derive, which also is the order of the fields.
#[test]
fn an_event_is_the_line_that_the_documentation_has() {
    let page = include_str!("../../runtime/src/derive.md");
    let sample = page.lines().find(|line| line.starts_with("ERROR httperr: ")).unwrap();
    let context = Context::new().request_id("8a2c").method("GET").path("/orders/7");
    let lines =
        capture_log(|| drop(ApiError::Database(WriteError(Disk)).to_response_with(&context)));
    assert_eq!(lines, [sample]);
}

#[test]
fn a_conversion_into_a_grpc_status_is_one_event_with_its_code() {
    let lines = capture_log(|| drop(tonic::Status::from(ApiError::Database(WriteError(Disk)))));
    let [line] = &lines[..] else { panic!("{lines:?}") };
    let fields = "status=500 case=\"Database\" code=\"database\" grpc=\"INTERNAL\" error=database";
    assert!(line.contains(fields), "{line}");
    let lines = capture_log(|| drop(tonic::Status::from(ApiError::RunTime(404))));
    assert!(lines[0].contains("grpc=\"NOT_FOUND\""), "{lines:?}");
    let lines = capture_log(|| drop(ApiError::RunTime(404).to_response()));
    assert!(!lines[0].contains("grpc"), "{lines:?}");
}

#[test]
fn what_a_status_has_no_room_for_is_logged() {
    let text = "x".repeat(3_000);
    let problem = httperr::Problem::new(httperr::status!(400)).with_detail(&*text);
    let problem = problem.with_extension("member", "x".repeat(9_000)).unwrap();
    let lines = capture_log(|| drop(httperr::tonic::status_of(&problem)));
    assert_eq!(lines.len(), 3, "{lines:?}");
    assert!(lines[1].contains("what=\"the end of the message\""), "{}", lines[1]);
    assert!(lines[2].contains("what=\"the metadata\""), "{}", lines[2]);
}

#[test]
fn a_filter_that_names_only_the_application_hides_the_event() {
    let shows = |filter: &str, level| {
        let filter: tracing_subscriber::filter::Targets = filter.parse().unwrap();
        filter.would_enable("httperr", level)
    };
    assert!(!shows("my_crate=debug", &tracing::Level::ERROR));
    assert!(shows("my_crate=debug,httperr=debug", &tracing::Level::DEBUG));
    assert!(shows("my_crate=debug,httperr=info", &tracing::Level::ERROR));
    assert!(!shows("my_crate=debug,httperr=info", &tracing::Level::DEBUG));
}

/// The framework renders the error that the handler has returned.
#[test]
fn an_event_is_outside_the_span_of_the_handler_and_inside_that_of_a_layer() {
    use axum::middleware::{from_fn, Next};
    use tower::ServiceExt as _;
    use tracing::Instrument as _;

    async fn handler() -> ApiError {
        async { ApiError::NoOrder }.instrument(tracing::info_span!("handler")).await
    }
    let layer = from_fn(|request, next: Next| {
        next.run(request).instrument(tracing::info_span!("layer", id = 7))
    });
    let app = axum::Router::new().route("/", axum::routing::get(handler)).layer(layer);
    let lines = capture_log(|| {
        let request = httperr::http::Request::new(axum::body::Body::empty());
        let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
        drop(runtime.block_on(app.oneshot(request)));
    });
    let [line] = &lines[..] else { panic!("one event, not {lines:?}") };
    assert!(line.contains("layer{id=7}: httperr:") && !line.contains("handler"), "{line}");
}

#[test]
fn reading_the_status_or_the_detail_logs_nothing() {
    let lines = capture_log(|| {
        let error = ApiError::RunTime(700);
        let _ = (error.status(), error.detail(), error.case(), ApiError::catalog().cases().count());
    });
    assert_eq!(lines, [""; 0]);
}

#[test]
fn a_transparent_error_logs_once() {
    let lines = capture_log(|| drop(Outer::Inner(ApiError::NoOrder).to_response()));
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert!(lines[0].contains("error=outer"), "{lines:?}");
}

#[derive(Debug, Error, HttpError)]
#[error("quiet")]
#[http(transparent, log = warn)]
struct Louder(ApiError);

#[test]
fn the_level_beside_transparent_is_that_of_the_event() {
    let lines = capture_log(|| drop(Louder(ApiError::NoOrder).to_response()));
    assert!(lines.len() == 1 && lines[0].trim_start().starts_with("WARN"), "{lines:?}");
}

#[test]
fn an_anyhow_error_is_logged_with_its_chain_whatever_is_sent() {
    let log_of = |error: anyhow::Error| {
        let error: httperr::anyhow::Error = error.context("handler").into();
        let lines = capture_log(|| drop(error.to_response()));
        assert_eq!(lines.len(), 1, "{lines:?}");
        lines[0].clone()
    };
    let line = log_of(anyhow::Error::new(WriteError(Disk)));
    for part in ["ERROR", "status=500", "error=handler", "sources=write failed: disk full"] {
        assert!(line.contains(part), "{part} is not in {line}");
    }
    let conflict = httperr::Problem::new(StatusCode::CONFLICT).with_detail("taken");
    let line = log_of(anyhow::Error::new(conflict).context("cannot save"));
    for part in ["DEBUG", "status=409", "error=handler", "sources=cannot save: 409 Conflict: taken"]
    {
        assert!(line.contains(part), "{part} is not in {line}");
    }
}

#[test]
fn an_unsendable_value_is_logged() {
    #[derive(Debug, Error, HttpError)]
    #[error("a")]
    #[http(429, retry_after = _0, header("x-a" = _1))]
    struct Values(i32, &'static str);

    let lines = capture_log(|| drop(Values(-1, "a\nb").to_response()));
    assert_eq!(lines.len(), 3, "{lines:?}");
    assert!(lines.iter().any(|line| line.contains("x-a") && line.starts_with("ERROR")));
    assert!(lines.iter().any(|line| line.contains("retry-after")));

    let lines = capture_log(|| drop(ApiError::RunTime(700).to_response()));
    assert_eq!(lines.len(), 2, "{lines:?}");
}

#[test]
fn a_manual_impl_logs_an_event() {
    #[derive(Debug, Error)]
    #[error("manual")]
    struct Manual;
    impl HttpError for Manual {
        fn case(&self) -> Case {
            Case::new(StatusCode::BAD_GATEWAY)
        }
    }
    let lines = capture_log(|| drop(Manual.to_response()));
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert!(lines[0].contains("status=502"), "{lines:?}");
    // Its code is the name of its status.
    assert!(lines[0].contains("code=\"bad-gateway\""), "{lines:?}");
}

#[test]
fn the_code_of_a_bare_status_is_its_name_and_absent_without_a_name() {
    #[derive(Debug, Error)]
    #[error("manual")]
    struct Manual(u16);
    impl HttpError for Manual {
        fn case(&self) -> Case {
            Case::new(StatusCode::from_u16(self.0).unwrap())
        }
    }
    let code = |act: &dyn Fn()| {
        let lines = capture_log(act);
        let [line] = &lines[..] else { panic!("one event, not {lines:?}") };
        let code = line.split_once("code=").map(|(_, rest)| rest.split(' ').next().unwrap());
        code.map(str::to_owned)
    };
    let respond = |status| code(&|| drop(Manual(status).to_response()));
    assert_eq!(respond(422).as_deref(), Some("\"unprocessable-content\""));
    assert_eq!(respond(505).as_deref(), Some("\"http-version-not-supported\""));
    assert_eq!(respond(477), None);
    // A response that the framework built itself.
    let not_found = || {
        let mut responding = Box::pin(httperr::axum::not_found());
        let waker = Arc::new(Idle).into();
        let mut context = std::task::Context::from_waker(&waker);
        assert!(std::future::Future::poll(responding.as_mut(), &mut context).is_ready());
    };
    assert_eq!(code(&not_found).as_deref(), Some("\"not-found\""));
}

#[test]
fn an_event_has_the_request_fields_and_never_the_query() {
    let names = ["request_id=", "method=", "path=", "sources="];
    let lines = capture_log(|| drop(ApiError::NoOrder.to_response()));
    let [line] = &lines[..] else { panic!("one event, not {lines:?}") };
    for name in names {
        assert!(!line.contains(name), "{name} is in {line}");
    }

    let request = httperr::http::Request::delete("/orders/7?token=secret").body(()).unwrap();
    for context in [
        Context::from_request(&request).request_id("8a2c"),
        Context::new().request_id("8a2c").method("DELETE").path("/orders/7?token=secret"),
        Context::new().request_id("8a2c").method("DELETE").path(String::from("/orders/7#secret")),
    ] {
        let lines = capture_log(|| drop(ApiError::NoOrder.to_response_with(&context)));
        let [line] = &lines[..] else { panic!("one event, not {lines:?}") };
        for part in [
            "code=\"no-order\"",
            "error=no order",
            "request_id=\"8a2c\"",
            "method=\"DELETE\"",
            "path=\"/orders/7\"",
        ] {
            assert!(line.contains(part), "{part} is not in {line}");
        }
        assert!(!line.contains("secret") && !line.contains("sources="), "{line}");

        // The event of an unsendable value has these fields, too.
        let lines = capture_log(|| drop(ApiError::RunTime(700).to_response_with(&context)));
        let [failed, response] = &lines[..] else { panic!("two events, not {lines:?}") };
        for line in [failed, response] {
            assert!(line.contains("code=\"run-time\" "), "{line}");
            assert!(
                line.contains("request_id=\"8a2c\" method=\"DELETE\" path=\"/orders/7\""),
                "{line}"
            );
        }
    }
}

struct Idle;

impl std::task::Wake for Idle {
    fn wake(self: Arc<Self>) {}
}

/// The request of a layer is logged even if the response has its own context.
#[test]
fn an_event_inside_a_layer_has_the_request_of_the_layer() {
    use std::future::Future as _;

    use httperr::tower::ErrorLayer;
    use tower::{Layer as _, ServiceExt as _};

    type Body = http_body_util::Full<bytes::Bytes>;

    let service = tower::service_fn(|request: httperr::http::Request<()>| async move {
        let own = Context::new().instance("/own").method("OWN");
        Ok::<_, std::convert::Infallible>(match request.uri().path() {
            "/known" => ApiError::RunTime(700).to_response().map(Body::from),
            "/own" => ApiError::NoOrder.to_response_with(&own).map(Body::from),
            "/panic" => panic!("secret of the panic"),
            _ => httperr::http::Response::builder().status(404).body(Body::default()).unwrap(),
        })
    });
    for (path, method, codes) in [
        ("/known", "GET", &["run-time", "run-time"][..]),
        ("/own", "OWN", &["no-order"]),
        ("/panic", "GET", &["internal-server-error", "internal-server-error"]),
        ("/bare", "GET", &["not-found"]),
        ("*", "GET", &["not-found"]),
    ] {
        let uri = if path == "*" { path.to_owned() } else { format!("{path}?token=secret") };
        let request = httperr::http::Request::get(uri).header("x-request-id", "8a2c");
        let request = request.body(()).unwrap();
        let mut called = Box::pin(ErrorLayer::new().layer(service).oneshot(request));
        let lines = capture_log(|| {
            let waker = Arc::new(Idle).into();
            let polled = called.as_mut().poll(&mut std::task::Context::from_waker(&waker));
            assert!(polled.is_ready());
        });
        assert_eq!(lines.len(), codes.len(), "{lines:?}");
        for (line, code) in lines.iter().zip(codes) {
            for part in [
                format!("code=\"{code}\""),
                format!("request_id=\"8a2c\" method=\"{method}\" path=\"{path}\""),
            ] {
                assert!(line.contains(&part), "{part} is not in {line}");
            }
            assert!(!line.contains("token"), "{line}");
        }
    }
}

/// An error with a cyclic or a long chain of sources.
#[derive(Debug)]
struct Chain {
    length: usize,
    next: Option<&'static Chain>,
}

impl std::fmt::Display for Chain {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "c{}", self.length)
    }
}

impl std::error::Error for Chain {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self.length {
            0 => None,
            // A cycle.
            usize::MAX => Some(LOOP),
            _ => self.next.map(|next| next as _),
        }
    }
}

static LOOP: &Chain = &Chain { length: usize::MAX, next: None };

impl HttpError for Chain {
    fn case(&self) -> Case {
        Case::new(StatusCode::BAD_GATEWAY)
    }
}

#[test]
fn the_chain_of_sources_is_limited_to_64() {
    fn chain(length: usize) -> Chain {
        let next = length.checked_sub(1).map(|rest| &*Box::leak(Box::new(chain(rest))));
        Chain { length, next }
    }
    let sources = |error: &Chain| {
        let lines = capture_log(|| drop(error.to_response()));
        let [line] = &lines[..] else { panic!("one event, not {lines:?}") };
        let (_, sources) = line.split_once("sources=").unwrap();
        sources.trim().split(": ").map(str::to_owned).collect::<Vec<_>>()
    };
    let all = sources(&chain(64));
    assert_eq!((all.len(), all.last().map(String::as_str)), (64, Some("c0")));
    let cut = sources(&chain(65));
    assert_eq!((cut.len(), cut[63].as_str(), cut[64].as_str()), (65, "c1", "…"));
    let cyclic = sources(LOOP);
    assert_eq!((cyclic.len(), cyclic[64].as_str()), (65, "…"));
}

/// Asserts a 500 without text, and a log with all of it.
#[derive(Debug, Error, HttpError)]
enum Service {
    #[error(transparent)]
    #[http(500)]
    Anyhow(#[from] anyhow::Error),
    #[error(transparent)]
    #[http(500)]
    Eyre(#[from] eyre::Report),
    #[error("hidden from {0}")]
    #[http(same_as = Missing, log = warn)]
    Hidden(&'static str),
    #[error("no such thing")]
    #[http(404)]
    Missing,
}

#[test]
fn the_chain_of_a_report_is_logged_and_not_sent() {
    let errors = [
        Service::Anyhow(anyhow::Error::new(WriteError(Disk)).context("cannot save")),
        Service::Eyre(eyre::Report::new(WriteError(Disk)).wrap_err("cannot save")),
    ];
    for error in errors {
        let mut sent = Vec::new();
        let lines = capture_log(|| sent = error.to_response().body().to_vec());
        assert_eq!(sent, br#"{"title":"Internal Server Error","status":500}"#);
        let [line] = &lines[..] else { panic!("one event, not {lines:?}") };
        assert!(line.contains("error=cannot save"), "{line}");
        assert!(line.contains("sources=write failed: disk full"), "{line}");
    }
}

#[test]
fn an_error_with_same_as_logs_its_own_case() {
    let hidden = Service::Hidden("eve");
    let lines = capture_log(|| drop(hidden.to_response()));
    assert_eq!(hidden.to_response().body(), Service::Missing.to_response().body());
    let [line] = &lines[..] else { panic!("one event, not {lines:?}") };
    assert!(line.contains("WARN") && line.contains("error=hidden from eve"), "{line}");
}

#[derive(Debug)]
struct Unspeakable;

impl std::fmt::Display for Unspeakable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("half")?;
        Err(std::fmt::Error)
    }
}

impl std::error::Error for Unspeakable {}

#[derive(Debug, Error, HttpError)]
#[error("{0}")]
#[http(500)]
struct Speechless(#[source] Unspeakable);

/// Some subscribers make a `String` of each value, which panics where `Display` fails.
#[test]
fn a_failed_display_is_logged_up_to_the_failure() {
    struct Strings;

    impl tracing::field::Visit for Strings {
        fn record_debug(&mut self, _: &tracing::field::Field, value: &dyn std::fmt::Debug) {
            let _ = format!("{value:?}");
        }
    }

    impl tracing::Subscriber for Strings {
        fn enabled(&self, _: &tracing::Metadata<'_>) -> bool {
            true
        }
        fn new_span(&self, _: &tracing::span::Attributes<'_>) -> tracing::span::Id {
            tracing::span::Id::from_u64(1)
        }
        fn record(&self, _: &tracing::span::Id, _: &tracing::span::Record<'_>) {}
        fn record_follows_from(&self, _: &tracing::span::Id, _: &tracing::span::Id) {}
        fn event(&self, event: &tracing::Event<'_>) {
            event.record(&mut Strings);
        }
        fn enter(&self, _: &tracing::span::Id) {}
        fn exit(&self, _: &tracing::span::Id) {}
    }

    tracing::subscriber::with_default(Strings, || {
        assert_eq!(Speechless(Unspeakable).to_response().status(), 500);
    });
}

/// The first value cannot be JSON, because its keys are not strings.
#[derive(Debug, Error, HttpError)]
#[error("no JSON")]
#[http(400, extension(first = _0, second = 2 + _0.len()))]
struct NoJson(std::collections::BTreeMap<Vec<u8>, u8>);

#[test]
fn a_failed_serialization_is_logged_once() {
    let lines = capture_log(|| drop(NoJson([(vec![1], 1)].into()).to_response()));
    let failed = lines.iter().filter(|line| line.contains("cannot be sent"));
    assert_eq!(failed.count(), 1, "{lines:?}");
}
