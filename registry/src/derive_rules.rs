//! The lints of the derive and the frameworks it knows: what the macros and the runtime of `httperr`
//! share that is not a fact about a status code.

use crate::{str_eq, Spec};

/// A lint that `#[http(allow(name))]` silences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Rule {
    /// The name that `allow(…)` takes.
    pub name: &'static str,
    pub summary: &'static str,
    pub spec: Spec,
    /// A declaration that breaks the rule is an error rather than a warning.
    pub is_error: bool,
    /// The rule is checked only where `warn(…)` names it.
    pub is_opt_in: bool,
}

const fn http(section: &'static str) -> Spec {
    Spec { document: "RFC 9110", section }
}

const fn warning(name: &'static str, summary: &'static str, spec: Spec) -> Rule {
    Rule { name, summary, spec, is_error: false, is_opt_in: false }
}

const fn error(name: &'static str, summary: &'static str, spec: Spec) -> Rule {
    Rule { name, summary, spec, is_error: true, is_opt_in: false }
}

const fn opt_in(name: &'static str, summary: &'static str, spec: Spec) -> Rule {
    Rule { name, summary, spec, is_error: false, is_opt_in: true }
}

/// Every rule, in the order of the documentation.
pub const RULES: &[Rule] = &[
    error(
        "success",
        "a 2xx means that the request succeeded, which an error did not",
        http("15.3"),
    ),
    warning("redirect", "a 3xx is a redirection, not an error", http("15.4")),
    warning("deprecated", "the code is deprecated, unused or obsoleted", http("15")),
    warning("unregistered", "the code is not registered with IANA", http("16.2")),
    warning("missing_www_authenticate", "a 401 must carry WWW-Authenticate", http("15.5.2")),
    warning("missing_proxy_authenticate", "a 407 must carry Proxy-Authenticate", http("15.5.8")),
    warning("missing_allow", "a 405 must carry Allow", http("15.5.6")),
    warning("missing_upgrade", "a 426 must carry Upgrade", http("15.5.22")),
    warning("missing_location", "a redirection should carry Location", http("15.4")),
    warning("missing_content_range", "a 416 should carry Content-Range", http("15.5.17")),
    warning(
        "leak",
        "the client is sent the text of another crate's error, by `#[error(transparent)]`",
        Spec { document: "RFC 9457", section: "5" },
    ),
    warning(
        "literal_braces",
        "a constant text names a field in braces, which are sent as they are",
        Spec { document: "RFC 9457", section: "3.1.3" },
    ),
    error(
        "duplicate_code",
        "a client cannot tell two cases apart that send one machine code with different statuses",
        Spec { document: "RFC 9205", section: "4.6" },
    ),
    opt_in(
        "undocumented",
        "a problem type of a client error is defined by its documentation",
        Spec { document: "RFC 9457", section: "4" },
    ),
];

/// Returns the rule of that name.
pub const fn rule(name: &str) -> Option<&'static Rule> {
    let mut at = 0;
    while at < RULES.len() {
        if str_eq(RULES[at].name, name) {
            return Some(&RULES[at]);
        }
        at += 1;
    }
    None
}

/// The frameworks whose responses an error can be, by the names of their crates.
pub const FRAMEWORKS: &[&str] = &[
    "actix_web",
    "aide",
    "axum",
    "poem",
    "poem_openapi",
    "rocket",
    "salvo",
    "tonic",
    "utoipa",
    "utoipa5",
    "warp",
];
