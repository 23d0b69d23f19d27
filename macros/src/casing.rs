//! Names in the conventions of Rust, serde and HTTP.

use httperr_registry::table_format::CodeCase;

/// A value of `codes(rename_all = "…")`, as serde names it.
pub(crate) struct RenameRule {
    pub(crate) name: &'static str,
    pub(crate) case: CodeCase,
    /// Applies the rule to the name of a variant.
    pub(crate) apply: fn(&str) -> String,
}

pub(crate) const RENAME_RULES: &[RenameRule] = &[
    RenameRule {
        name: "kebab-case",
        case: CodeCase::Kebab,
        apply: |name| snake(name).replace('_', "-"),
    },
    RenameRule { name: "snake_case", case: CodeCase::Snake, apply: snake },
    RenameRule { name: "camelCase", case: CodeCase::Camel, apply: camel },
    RenameRule { name: "PascalCase", case: CodeCase::Pascal, apply: str::to_owned },
    RenameRule {
        name: "SCREAMING_SNAKE_CASE",
        case: CodeCase::UpperSnake,
        apply: |name| snake(name).to_ascii_uppercase(),
    },
    RenameRule {
        name: "SCREAMING-KEBAB-CASE",
        case: CodeCase::UpperKebab,
        apply: |name| snake(name).to_ascii_uppercase().replace('_', "-"),
    },
    RenameRule { name: "lowercase", case: CodeCase::Lower, apply: str::to_ascii_lowercase },
    RenameRule { name: "UPPERCASE", case: CodeCase::Upper, apply: str::to_ascii_uppercase },
];

/// `NoAccount` → `no_account`. Like serde, it starts a word at each capital.
fn snake(name: &str) -> String {
    let mut out = String::new();
    for (at, char) in name.char_indices() {
        if at > 0 && char.is_uppercase() {
            out.push('_');
        }
        out.push(char.to_ascii_lowercase());
    }
    out
}

/// `NOT_FOUND` → `NotFound`, the name of a constant as that of a variant. Any other name remains as it is.
pub(crate) fn pascal(name: &str) -> String {
    if name.contains(char::is_lowercase) {
        return name.to_owned();
    }
    let mut out = String::new();
    let mut starts_word = true;
    for char in name.chars() {
        match (char, starts_word) {
            ('_', _) => starts_word = true,
            (char, true) => {
                out.push(char);
                starts_word = false;
            }
            (char, false) => out.extend(char.to_lowercase()),
        }
    }
    out
}

/// `NotFound`, `not-found`, `Not Found` → `NOT_FOUND`.
pub(crate) fn upper_snake(text: &str) -> String {
    let mut out = String::new();
    let mut after_lower = false;
    for char in text.trim().chars() {
        if char.is_uppercase() && after_lower {
            out.push('_');
        }
        after_lower = char.is_lowercase();
        if char.is_alphanumeric() {
            out.extend(char.to_uppercase());
        } else if !out.ends_with('_') {
            out.push('_');
        }
    }
    out
}

/// `x_request_id`, `XRequestId` → `x-request-id`.
pub(crate) fn kebab(text: &str) -> String {
    upper_snake(text).to_lowercase().replace('_', "-")
}

/// `NoAccount` → `noAccount`, as serde does it.
fn camel(name: &str) -> String {
    let mut chars = name.chars();
    chars.next().map_or(String::new(), |first| {
        [first.to_ascii_lowercase()].into_iter().chain(chars).collect()
    })
}

/// `NoAccount` → `No account`. A run of capitals is one word: `BadHTTPVersion` → `Bad HTTP version`.
pub(crate) fn sentence(name: &str) -> String {
    let chars: Vec<char> = name.chars().collect();
    let mut words: Vec<String> = Vec::new();
    for (at, &char) in chars.iter().enumerate() {
        let lower_before = at > 0 && !chars[at - 1].is_uppercase();
        let lower_after = chars.get(at + 1).is_some_and(|next| next.is_lowercase());
        let starts_word = char.is_uppercase() && (lower_before || lower_after);
        if char == '_' || at == 0 || starts_word {
            words.push(String::new());
        }
        if let (true, Some(word)) = (char != '_', words.last_mut()) {
            word.push(char);
        }
    }
    let words = words.iter().filter(|word| !word.is_empty()).enumerate();
    let words: Vec<String> = words
        .map(|(at, word)| {
            let is_acronym = word.chars().count() > 1 && !word.chars().any(char::is_lowercase);
            match at {
                0 => word.clone(),
                _ if is_acronym => word.clone(),
                _ => word.to_lowercase(),
            }
        })
        .collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_converted() {
        assert_eq!(sentence("NoAccount"), "No account");
        assert_eq!(sentence("BadHTTPVersion"), "Bad HTTP version");
        assert_eq!(sentence("IoError"), "Io error");
        assert_eq!(sentence("A"), "A");
        assert_eq!(sentence("S3Down"), "S3 down");
        assert_eq!(snake("NoAccount"), "no_account");
        assert_eq!(camel("NoAccount"), "noAccount");
        assert_eq!(pascal("NOT_FOUND"), "NotFound");
        assert_eq!(pascal("GONE"), "Gone");
        assert_eq!(pascal("HTTP_2"), "Http2");
        assert_eq!(pascal("NotFound"), "NotFound");
        assert_eq!(pascal("TooManyIPs"), "TooManyIPs");
        assert_eq!(snake(&format!("Inner{}", pascal("NOT_FOUND"))), "inner_not_found");
    }
}
