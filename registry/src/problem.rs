//! The names that RFC 9457 defines.

/// The names of the members that RFC 9457, section 3.1 defines for a problem document.
/// Extension members have other names.
///
/// ```
/// use httperr_registry::PROBLEM_MEMBERS;
///
/// assert!(PROBLEM_MEMBERS.contains(&"detail"));
/// assert!(!PROBLEM_MEMBERS.contains(&"code"));
/// ```
pub const PROBLEM_MEMBERS: [&str; 5] = ["type", "title", "status", "detail", "instance"];

/// The problem type of a document without a member `type` (RFC 9457, section 4.2.1): the status
/// code is all there is to know about the problem.
///
/// ```
/// assert_eq!(httperr_registry::ABOUT_BLANK, "about:blank");
/// ```
pub const ABOUT_BLANK: &str = "about:blank";
