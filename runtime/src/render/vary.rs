//! `Vary`: the fields of a request that a response depends on (RFC 9110, section 12.5.5).

use http::header::{HeaderName, VARY};

use super::headers::{HeaderWriter, IfPresent, Name, Value};

static NAME: HeaderName = VARY;

/// Adds names to `Vary`, unless it has them or `*` already.
pub(crate) fn add_vary(fields: &mut dyn HeaderWriter, names: &str) {
    let Some(present) = fields.value(&NAME) else {
        let value = Value::Dynamic(names.as_bytes());
        let _ = fields.set(Name::Registered(&NAME), value, IfPresent::Replace);
        return;
    };
    if let Some(merged) = merge_vary(&present, names) {
        // Fails for a name that is not a token, which is none of ours.
        let _ = fields.set(
            Name::Registered(&NAME),
            Value::Dynamic(merged.as_bytes()),
            IfPresent::Replace,
        );
    }
}

/// Returns the value of `Vary` with more names, or [`None`] if it has them already.
pub(crate) fn merge_vary(present: &str, added: &str) -> Option<String> {
    let mut merged: Vec<&str> = names(present).collect();
    let count = merged.len();
    for name in names(added) {
        if !merged.iter().any(|own| *own == "*" || own.eq_ignore_ascii_case(name)) {
            merged.push(name);
        }
    }
    (merged.len() > count).then(|| merged.join(", "))
}

fn names(list: &str) -> impl Iterator<Item = &str> {
    list.split(',').map(str::trim).filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use http::header::HeaderMap;

    use super::{add_vary, merge_vary, HeaderWriter, IfPresent, Name, Value, NAME};

    #[test]
    fn a_name_is_in_vary_once_and_never_beside_all() {
        let rows = [
            ("origin", "accept", Some("origin, accept")),
            ("Accept", "accept", None),
            ("origin, ACCEPT", "accept", None),
            ("*", "accept", None),
            ("accept", "accept-language", Some("accept, accept-language")),
            ("accept", "origin, accept", Some("accept, origin")),
            ("", "accept", Some("accept")),
            ("accept , cookie,", "origin", Some("accept, cookie, origin")),
            ("origin", "*", Some("origin, *")),
        ];
        for (present, added, merged) in rows {
            assert_eq!(merge_vary(present, added).as_deref(), merged, "{present} + {added}");
        }
    }

    fn vary_with(declared: &[&'static str], mut fields: impl HeaderWriter) -> String {
        for value in declared {
            let value = Value::Literal(value.as_bytes());
            fields.set(Name::Literal("vary"), value, IfPresent::AddLine);
        }
        add_vary(&mut fields, "accept-language");
        add_vary(&mut fields, "accept-language");
        fields.value(&NAME).unwrap()
    }

    #[test]
    fn vary_is_merged_in_the_header_type_of_each_framework() {
        for (declared, expected) in [
            (&[][..], "accept-language"),
            (&["origin"], "origin, accept-language"),
            (&["Origin", "Cookie"], "Origin, Cookie, accept-language"),
            (&["Accept-Language"], "Accept-Language"),
            (&["Origin", "*"], "Origin, *"),
        ] {
            assert_eq!(vary_with(declared, HeaderMap::new()), expected);
            #[cfg(feature = "actix-web")]
            assert_eq!(vary_with(declared, actix_web::http::header::HeaderMap::new()), expected);
            #[cfg(feature = "rocket")]
            assert_eq!(vary_with(declared, rocket::Response::new()), expected);
        }
    }
}
