//! The rules that speak about a declaration, each with the name that silences it.

use crate::{same, Spec};

/// A rule that `#[http(allow(name))]` silences.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Rule {
    /// What is written in `allow(…)`.
    pub name: &'static str,
    /// What the rule summary, in one sentence.
    pub summary: &'static str,
    /// Where that is said.
    pub spec: Spec,
    /// Whether a declaration that breaks the rule is refused, or only warned about.
    pub refuses: bool,
}

const fn http(section: &'static str) -> Spec {
    Spec { document: "RFC 9110", section }
}

const fn warns(name: &'static str, summary: &'static str, spec: Spec) -> Rule {
    Rule { name, summary, spec, refuses: false }
}

const fn refuses(name: &'static str, summary: &'static str, spec: Spec) -> Rule {
    Rule { name, summary, spec, refuses: true }
}

/// Every rule, in the order of the documentation.
pub const RULES: &[Rule] = &[
    refuses(
        "success",
        "a 2xx says that the request succeeded, which an error did not",
        http("15.3"),
    ),
    warns("redirect", "a 3xx is a redirection, not an error", http("15.4")),
    warns("deprecated", "the code is deprecated, unused or obsoleted", http("15")),
    warns("unregistered", "the code is not registered with IANA", http("16.2")),
    warns("missing_www_authenticate", "a 401 must carry WWW-Authenticate", http("15.5.2")),
    warns("missing_proxy_authenticate", "a 407 must carry Proxy-Authenticate", http("15.5.8")),
    warns("missing_allow", "a 405 must carry Allow", http("15.5.6")),
    warns("missing_upgrade", "a 426 must carry Upgrade", http("15.5.22")),
    warns("missing_location", "a redirection should carry Location", http("15.4")),
    warns("missing_content_range", "a 416 should carry Content-Range", http("15.5.17")),
    warns(
        "leak",
        "the client is sent the text of another crate's error, by `#[error(transparent)]`",
        Spec { document: "RFC 9457", section: "5" },
    ),
    refuses(
        "duplicate_code",
        "a client cannot tell two cases apart that send one machine code with different statuses",
        Spec { document: "RFC 9205", section: "4.6" },
    ),
];

/// The rule of that name.
pub const fn rule(name: &str) -> Option<&'static Rule> {
    let mut at = 0;
    while at < RULES.len() {
        if same(RULES[at].name, name) {
            return Some(&RULES[at]);
        }
        at += 1;
    }
    None
}

/// The frameworks that an error can be a response of, by the names of their crates.
pub const FRAMEWORKS: &[&str] = &["actix_web", "axum", "rocket"];
