//! Log events: one for each response, one for each value that cannot be sent, and one for each panic.
//!
//! A field that is not known is absent. No field contains the query of the request. derive.md, "Log
//! events", documents the fields.

#[cfg(not(feature = "tracing"))]
pub(crate) use disabled::*;
#[cfg(all(
    any(feature = "actix-web", feature = "rocket", feature = "tower"),
    feature = "tracing"
))]
pub(crate) use enabled::{log_changed_status, log_panic};
#[cfg(feature = "tracing")]
pub(crate) use enabled::{log_response, log_unsendable};

#[cfg(not(feature = "tracing"))]
mod disabled {
    use http::StatusCode;
    use httperr_registry::table_format::Flags;

    use crate::case::Case;
    use crate::context::Context;
    use crate::render::erased::ErrorRef;

    pub(crate) fn log_response(
        _: ErrorRef<'_>,
        _: Case,
        _: Option<&str>,
        _: Flags,
        _: StatusCode,
        _: &Context<'_>,
    ) {
    }

    pub(crate) fn log_unsendable(_: ErrorRef<'_>, _: Case, _: &Context<'_>, _: &str, _: &str) {}

    #[cfg(any(feature = "actix-web", feature = "rocket", feature = "tower"))]
    pub(crate) fn log_panic(_: &str) {}

    #[cfg(any(feature = "actix-web", feature = "rocket", feature = "tower"))]
    pub(crate) fn log_changed_status(_: Case, _: StatusCode, _: StatusCode, _: &Context<'_>) {}
}

#[cfg(feature = "tracing")]
mod enabled {
    use std::borrow::Cow;
    use std::fmt::{self, Display};
    #[cfg(any(feature = "actix-web", feature = "rocket", feature = "tower"))]
    use std::sync::Arc;

    use http::StatusCode;
    use httperr_registry::get;
    use httperr_registry::limits::SOURCES;
    use httperr_registry::table_format::{Flags, LogLevel};
    use tracing::Level;

    use crate::case::Case;
    use crate::context::Context;
    #[cfg(any(feature = "actix-web", feature = "rocket", feature = "tower"))]
    use crate::current_request::{self, RequestInfo};
    use crate::render::erased::ErrorRef;

    /// Logs a response at the level that its case declares. `code` is that of a response whose case has
    /// none.
    pub(crate) fn log_response(
        error: ErrorRef<'_>,
        case: Case,
        code: Option<&str>,
        flags: Flags,
        status: StatusCode,
        context: &Context<'_>,
    ) {
        // The level of an event has to be a constant.
        macro_rules! event {
            ($level:expr) => {{
                let request = Request::new(context);
                tracing::event!(
                    target: "httperr",
                    $level,
                    status = status.as_u16(),
                    case = case.name(),
                    code = case
                        .code()
                        .or(code)
                        .map(Cow::Borrowed)
                        .or_else(|| code_of(status))
                        .as_deref(),
                    grpc = grpc_code(case, status, context),
                    error = %Infallible(error),
                    sources = error.source().map(|_| tracing::field::display(Sources(error))),
                    reason = context.reason.as_deref(),
                    request_id = request.id(),
                    method = request.method(),
                    path = request.path(),
                    "error response"
                )
            }};
        }

        match flags.log() {
            LogLevel::ByStatus if status.is_server_error() => event!(Level::ERROR),
            LogLevel::ByStatus | LogLevel::Debug => event!(Level::DEBUG),
            LogLevel::Error => event!(Level::ERROR),
            LogLevel::Warn => event!(Level::WARN),
            LogLevel::Info => event!(Level::INFO),
            LogLevel::Trace => event!(Level::TRACE),
            LogLevel::Off => {}
        }
    }

    /// Returns the name of the gRPC code, if the response is a gRPC status.
    #[cfg(feature = "tonic")]
    fn grpc_code(case: Case, status: StatusCode, context: &Context<'_>) -> Option<&'static str> {
        context.is_grpc.then(|| crate::case::sent_grpc(case, status).name())
    }

    #[cfg(not(feature = "tonic"))]
    fn grpc_code(_: Case, _: StatusCode, _: &Context<'_>) -> Option<&'static str> {
        None
    }

    /// Logs a value that cannot be sent, and is dropped or replaced.
    pub(crate) fn log_unsendable(
        error: ErrorRef<'_>,
        case: Case,
        context: &Context<'_>,
        what: &str,
        why: &str,
    ) {
        let request = Request::new(context);
        let code = case.code().map(Cow::Borrowed).or_else(|| code_of(case.status()?));
        tracing::error!(
            target: "httperr",
            what,
            why,
            case = case.name(),
            code = code.as_deref(),
            error = %Infallible(error),
            request_id = request.id(),
            method = request.method(),
            path = request.path(),
            "part of an error response cannot be sent"
        );
    }

    #[cfg(any(feature = "actix-web", feature = "rocket", feature = "tower"))]
    pub(crate) fn log_panic(message: &str) {
        let status = StatusCode::INTERNAL_SERVER_ERROR;
        let context = Context::new();
        let request = Request::new(&context);
        tracing::error!(
            target: "httperr",
            status = status.as_u16(),
            code = code_of(status).as_deref(),
            reason = message,
            request_id = request.id(),
            method = request.method(),
            path = request.path(),
            "the service panicked"
        );
    }

    /// Logs a response whose status has been changed after the error was rendered.
    #[cfg(any(feature = "actix-web", feature = "rocket", feature = "tower"))]
    pub(crate) fn log_changed_status(
        case: Case,
        rendered: StatusCode,
        sent: StatusCode,
        context: &Context<'_>,
    ) {
        let request = Request::new(context);
        tracing::error!(
            target: "httperr",
            status = sent.as_u16(),
            rendered = rendered.as_u16(),
            case = case.name(),
            code = case.code(),
            request_id = request.id(),
            method = request.method(),
            path = request.path(),
            "the status of a rendered error was changed"
        );
    }

    /// Returns the registered name of a status in kebab-case, such as `not-found`, for a case without a
    /// code.
    fn code_of(status: StatusCode) -> Option<Cow<'static, str>> {
        let row = get(status.as_u16())?;
        Some(row.name.to_ascii_lowercase().replace('_', "-").into())
    }

    /// The metadata of the request: of the response's context, or else of a layer.
    struct Request<'a> {
        context: &'a Context<'a>,
        #[cfg(any(feature = "actix-web", feature = "rocket", feature = "tower"))]
        current: Option<Arc<RequestInfo>>,
    }

    impl<'a> Request<'a> {
        fn new(context: &'a Context<'a>) -> Self {
            Request {
                context,
                #[cfg(any(feature = "actix-web", feature = "rocket", feature = "tower"))]
                current: match (&context.request_id, &context.method, &context.path) {
                    (Some(_), Some(_), Some(_)) => None,
                    _ => current_request::get(),
                },
            }
        }

        fn id(&self) -> Option<&str> {
            let id = self.context.request_id.as_deref();
            #[cfg(any(feature = "actix-web", feature = "rocket", feature = "tower"))]
            let id = id.or_else(|| self.current.as_ref()?.request_id());
            id
        }

        fn method(&self) -> Option<&str> {
            let method = self.context.method.as_deref();
            #[cfg(any(feature = "actix-web", feature = "rocket", feature = "tower"))]
            let method = method.or_else(|| Some(self.current.as_ref()?.method.as_str()));
            method
        }

        fn path(&self) -> Option<&str> {
            let path = self.context.path.as_deref();
            #[cfg(any(feature = "actix-web", feature = "rocket", feature = "tower"))]
            let path = path.or_else(|| self.current.as_ref()?.path());
            path
        }
    }

    /// Swallows [`fmt::Error`]: some subscribers panic on it.
    struct Infallible<T>(T);

    impl<T: Display> Display for Infallible<T> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            let _ = write!(f, "{}", self.0);
            Ok(())
        }
    }

    /// The chain of causes, the nearest first.
    struct Sources<'a>(ErrorRef<'a>);

    impl Display for Sources<'_> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            let chain = std::iter::successors(self.0.source(), |error| error.source());
            for (depth, source) in chain.enumerate() {
                if depth > 0 {
                    f.write_str(": ")?;
                }
                if depth == SOURCES {
                    return f.write_str("…");
                }
                write!(f, "{}", Infallible(source))?;
            }
            Ok(())
        }
    }
}
