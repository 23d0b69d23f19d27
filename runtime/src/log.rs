//! One event for each response, and one for each thing that could not be sent.
//!
//! A field that is not known is absent. The query of the request is in none.

#[cfg(all(feature = "tower", feature = "tracing"))]
pub(crate) use events::panicked;
#[cfg(feature = "tracing")]
pub(crate) use events::{failed, response};
#[cfg(not(feature = "tracing"))]
pub(crate) use nothing::*;

#[cfg(not(feature = "tracing"))]
mod nothing {
    use http::StatusCode;

    use httperr_registry::table_format::Flags;

    use crate::raised::Raised;
    use crate::{Case, Context};

    pub(crate) fn response(_: Raised<'_>, _: Case, _: Flags, _: StatusCode, _: &Context<'_>) {}

    pub(crate) fn failed(_: Raised<'_>, _: Case, _: &Context<'_>, _: &str, _: &str) {}

    #[cfg(feature = "tower")]
    pub(crate) fn panicked(_: &str) {}
}

#[cfg(feature = "tracing")]
mod events {
    use std::borrow::Cow;
    use std::fmt::{self, Display};

    use http::StatusCode;
    use httperr_registry::get;
    use httperr_registry::limits::SOURCES;
    use httperr_registry::table_format::{Flags, LogLevel};
    use tracing::Level;

    use crate::raised::Raised;
    use crate::{Case, Context};

    /// Logs a response at the level that its case declares.
    pub(crate) fn response(
        error: Raised<'_>,
        case: Case,
        flags: Flags,
        status: StatusCode,
        context: &Context<'_>,
    ) {
        /// The level of an event is a constant, so there is one event for each.
        macro_rules! event {
            ($level:expr) => {{
                let request = Request::of(context);
                tracing::event!(
                    target: "httperr",
                    $level,
                    status = status.as_u16(),
                    code = case.code().map(Cow::Borrowed).or_else(|| name(status)).as_deref(),
                    error = %Text(error),
                    sources = error.source().map(|_| tracing::field::display(Sources(error))),
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

    /// Logs what could not be sent as it was given.
    pub(crate) fn failed(
        error: Raised<'_>,
        case: Case,
        context: &Context<'_>,
        what: &str,
        why: &str,
    ) {
        let request = Request::of(context);
        let code = case.code().map(Cow::Borrowed).or_else(|| name(case.status()?));
        tracing::error!(
            target: "httperr",
            what,
            why,
            code = code.as_deref(),
            error = %Text(error),
            request_id = request.id(),
            method = request.method(),
            path = request.path(),
            "an error's value cannot be sent"
        );
    }

    /// Logs the message of a panic of the service.
    #[cfg(feature = "tower")]
    pub(crate) fn panicked(message: &str) {
        let status = StatusCode::INTERNAL_SERVER_ERROR;
        let nothing = Context::new();
        let request = Request::of(&nothing);
        tracing::error!(
            target: "httperr",
            status = status.as_u16(),
            code = name(status).as_deref(),
            reason = message,
            request_id = request.id(),
            method = request.method(),
            path = request.path(),
            "the service panicked"
        );
    }

    /// Returns the registered name of a status in kebab-case, such as `not-found`: the code of a case
    /// that has none of its own.
    fn name(status: StatusCode) -> Option<Cow<'static, str>> {
        let row = get(status.as_u16())?;
        Some(row.name.to_ascii_lowercase().replace('_', "-").into())
    }

    /// What is known of the request: by the response's context, else by a layer.
    struct Request<'a> {
        context: &'a Context<'a>,
        #[cfg(feature = "tower")]
        scope: Option<crate::scope::Scope>,
    }

    impl<'a> Request<'a> {
        fn of(context: &'a Context<'a>) -> Self {
            Request {
                context,
                #[cfg(feature = "tower")]
                scope: match (&context.request_id, &context.method, &context.path) {
                    (Some(_), Some(_), Some(_)) => None,
                    _ => crate::scope::current(),
                },
            }
        }

        fn id(&self) -> Option<&str> {
            let id = self.context.request_id.as_deref();
            #[cfg(feature = "tower")]
            let id = id.or_else(|| self.scope.as_ref()?.request_id());
            id
        }

        fn method(&self) -> Option<&str> {
            let method = self.context.method.as_deref();
            #[cfg(feature = "tower")]
            let method = method.or_else(|| Some(self.scope.as_ref()?.method.as_str()));
            method
        }

        fn path(&self) -> Option<&str> {
            let path = self.context.path.as_deref();
            #[cfg(feature = "tower")]
            let path = path.or_else(|| self.scope.as_ref()?.path());
            path
        }
    }

    /// A text of `Display`. A subscriber may panic over one that fails.
    struct Text<T>(T);

    impl<T: Display> Display for Text<T> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            let _ = write!(f, "{}", self.0);
            Ok(())
        }
    }

    /// The chain of causes, the nearest first.
    struct Sources<'a>(Raised<'a>);

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
                write!(f, "{}", Text(source))?;
            }
            Ok(())
        }
    }
}
