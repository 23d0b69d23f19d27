//! One event for each response, and one for each thing that could not be sent.

use http::StatusCode;

use crate::raised::Raised;
use crate::Case;

/// Logs a response at the level that its case declares.
#[cfg(feature = "tracing")]
pub(crate) fn response(error: Raised<'_>, case: Case, flags: u16, status: StatusCode) {
    use httperr_registry::layout;
    use tracing::Level;

    /// The level has to be known where the event stands, so there is one for each.
    macro_rules! event {
        ($level:expr) => {
            tracing::event!(
                target: "httperr",
                $level,
                status = status.as_u16(),
                code = case.code(),
                error = %Text(error),
                sources = %Sources(error),
                "error response"
            )
        };
    }

    match flags & layout::LOG {
        layout::LOG_BY_STATUS if status.is_server_error() => event!(Level::ERROR),
        layout::LOG_BY_STATUS | layout::LOG_DEBUG => event!(Level::DEBUG),
        layout::LOG_ERROR => event!(Level::ERROR),
        layout::LOG_WARN => event!(Level::WARN),
        layout::LOG_INFO => event!(Level::INFO),
        layout::LOG_TRACE => event!(Level::TRACE),
        _ => {}
    }
}

#[cfg(not(feature = "tracing"))]
pub(crate) fn response(_: Raised<'_>, _: Case, _: u16, _: StatusCode) {}

/// Logs what could not be sent as it was given.
#[cfg(feature = "tracing")]
pub(crate) fn failed(error: Raised<'_>, what: &str, why: &str) {
    tracing::error!(target: "httperr", what, why, error = %Text(error), "an error's value cannot be sent");
}

#[cfg(not(feature = "tracing"))]
pub(crate) fn failed(_: Raised<'_>, _: &str, _: &str) {}

/// Logs what a panic of the service said.
#[cfg(all(feature = "tower", feature = "tracing"))]
pub(crate) fn panicked(said: &str) {
    tracing::error!(target: "httperr", said, "the service panicked");
}

#[cfg(all(feature = "tower", not(feature = "tracing")))]
pub(crate) fn panicked(_: &str) {}

/// What `Display` says. A subscriber may panic over one that fails.
#[cfg(feature = "tracing")]
struct Text<T>(T);

#[cfg(feature = "tracing")]
impl<T: std::fmt::Display> std::fmt::Display for Text<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let _ = write!(f, "{}", self.0);
        Ok(())
    }
}

/// The chain of causes, the nearest first.
#[cfg(feature = "tracing")]
struct Sources<'a>(Raised<'a>);

#[cfg(feature = "tracing")]
impl std::fmt::Display for Sources<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let chain = std::iter::successors(self.0.source(), |error| error.source());
        for (depth, source) in chain.enumerate() {
            if depth > 0 {
                f.write_str(": ")?;
            }
            write!(f, "{}", Text(source))?;
        }
        Ok(())
    }
}
