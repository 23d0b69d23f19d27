//! The catalog as text: a line for each case.

use std::fmt;

use super::description::Description;
use super::flat::{flatten, own_members, FlatMember};
use super::Catalog;
use crate::problem::Problem;

/// Writes a line for each case: status, code, name, what is sent besides, and the documentation.
///
/// It has all cases, those whose names are private too: it is for the team, not for clients.
///
/// ```
/// use httperr::HttpError;
///
/// #[derive(Debug, thiserror::Error, HttpError)]
/// enum ApiError {
///     /// The order does not exist.
///     #[error("no order {0}")]
///     #[http(404)]
///     NoOrder(u64),
///     #[error("busy")]
///     #[http(503, retry_after = 5)]
///     Busy,
/// }
///
/// assert_eq!(
///     ApiError::catalog().to_string(),
///     "404 no-order NoOrder: no order {0}\n\
///      503 busy Busy, headers retry-after, private\n"
/// );
/// ```
impl fmt::Display for Catalog {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.descriptions().iter().try_for_each(|description| write_line(f, description))
    }
}

fn write_line(f: &mut fmt::Formatter<'_>, description: &Description) -> fmt::Result {
    let case = description.case;
    match description.status() {
        Some(status) => write!(f, "{}", status.as_u16())?,
        None => f.write_str("…")?,
    }
    for text in [case.code(), case.name()].into_iter().flatten() {
        write!(f, " {text}")?;
    }
    if let Some(code) = case.declared_grpc() {
        write!(f, ", gRPC {}", code.name())?;
    }
    write_list(f, "headers", description.headers.iter().map(|header| header.name.clone()))?;
    if let Some(media_type) =
        description.media_type.as_deref().filter(|media_type| *media_type != Problem::MEDIA_TYPE)
    {
        write!(f, ", {media_type}")?;
    }
    let members = description.body.as_ref().map(flatten).unwrap_or_default();
    let members = own_members(&members, description.media_type.as_deref());
    write_list(f, "members", members.map(FlatMember::dotted_path))?;
    let mut translations = case.translations().map(|other| other.language.to_owned()).peekable();
    if translations.peek().is_some() {
        let first = case.languages().take(1).map(str::to_owned);
        write_list(f, "languages", first.chain(translations))?;
    }
    let is_private = case.is_name_private();
    for (is, text) in [(is_private, ", private"), (case.is_same_as(), ", same as another")] {
        if is {
            f.write_str(text)?;
        }
    }
    let text = case.detail().or_else(|| case.detail_template()).filter(|_| !is_private);
    match text.or_else(|| case.description()) {
        Some(text) => writeln!(f, ": {}", text.lines().next().unwrap_or_default()),
        None => writeln!(f),
    }
}

fn write_list(
    f: &mut fmt::Formatter<'_>,
    what: &str,
    list: impl Iterator<Item = String>,
) -> fmt::Result {
    for (index, item) in list.enumerate() {
        match index {
            0 => write!(f, ", {what} {item}")?,
            _ => write!(f, " {item}")?,
        }
    }
    Ok(())
}
