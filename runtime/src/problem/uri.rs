//! Resolving URI references (RFC 3986, section 5).

use httperr_registry::uri::is_scheme;

/// The components of a URI reference (RFC 3986, section 3).
struct Reference<'a> {
    scheme: Option<&'a str>,
    authority: Option<&'a str>,
    path: &'a str,
    query: Option<&'a str>,
    fragment: Option<&'a str>,
}

impl<'a> Reference<'a> {
    fn parse(text: &'a str) -> Self {
        let (rest, fragment) = split_optional(text, '#');
        let (rest, query) = split_optional(rest, '?');
        let (scheme, rest) = match rest.split_once(':') {
            Some((scheme, rest)) if is_scheme(scheme) => (Some(scheme), rest),
            _ => (None, rest),
        };
        let (authority, path) = match rest.strip_prefix("//") {
            Some(rest) => {
                let (authority, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
                (Some(authority), path)
            }
            None => (None, rest),
        };
        Self { scheme, authority, path, query, fragment }
    }
}

fn split_optional(text: &str, at: char) -> (&str, Option<&str>) {
    match text.split_once(at) {
        Some((before, after)) => (before, Some(after)),
        None => (text, None),
    }
}

/// RFC 3986, section 5.2.2.
pub(crate) fn resolve(base: &str, reference: &str) -> String {
    let (base, reference) = (Reference::parse(base), Reference::parse(reference));
    let mut query = reference.query;
    let (scheme, authority, path) = if reference.scheme.is_some() {
        let path = remove_dot_segments(reference.path);
        (reference.scheme, reference.authority, path)
    } else if reference.authority.is_some() {
        let path = remove_dot_segments(reference.path);
        (base.scheme, reference.authority, path)
    } else if reference.path.is_empty() {
        query = query.or(base.query);
        (base.scheme, base.authority, base.path.to_owned())
    } else if reference.path.starts_with('/') {
        let path = remove_dot_segments(reference.path);
        (base.scheme, base.authority, path)
    } else {
        let path = remove_dot_segments(&merge(&base, reference.path));
        (base.scheme, base.authority, path)
    };
    recompose(&Reference { scheme, authority, path: &path, query, fragment: reference.fragment })
}

/// RFC 3986, section 5.2.3.
fn merge(base: &Reference<'_>, path: &str) -> String {
    let directory = match base.path.rfind('/') {
        Some(slash) => &base.path[..=slash],
        None if base.authority.is_some() => "/",
        None => "",
    };
    format!("{directory}{path}")
}

/// RFC 3986, section 5.2.4, in the order of its steps A to E.
fn remove_dot_segments(path: &str) -> String {
    let mut output = String::with_capacity(path.len());
    let mut input = path;
    while !input.is_empty() {
        if let Some(rest) = input.strip_prefix("../").or(input.strip_prefix("./")) {
            input = rest;
        } else if input.starts_with("/./") {
            input = &input[2..];
        } else if input == "/." {
            input = "/";
        } else if input.starts_with("/../") || input == "/.." {
            input = if input.len() > 3 { &input[3..] } else { "/" };
            output.truncate(output.rfind('/').unwrap_or(0));
        } else if input == "." || input == ".." {
            input = "";
        } else {
            let slash = usize::from(input.starts_with('/'));
            let end = input[slash..].find('/').map_or(input.len(), |at| at + slash);
            output.push_str(&input[..end]);
            input = &input[end..];
        }
    }
    output
}

/// RFC 3986, section 5.3.
fn recompose(parts: &Reference<'_>) -> String {
    let mut uri = String::new();
    if let Some(scheme) = parts.scheme {
        uri.extend([scheme, ":"]);
    }
    if let Some(authority) = parts.authority {
        uri.extend(["//", authority]);
    } else if parts.path.starts_with("//") {
        // Otherwise the path would be parsed as an authority (section 3.3).
        uri.push_str("/.");
    }
    uri.push_str(parts.path);
    if let Some(query) = parts.query {
        uri.extend(["?", query]);
    }
    if let Some(fragment) = parts.fragment {
        uri.extend(["#", fragment]);
    }
    uri
}
