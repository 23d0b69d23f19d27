//! The type of a field → its notation in the table (`httperr_registry::table_format::ValueType`).

use httperr_registry::table_format::ValueType;
use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// The notation of a Rust type.
#[derive(Default)]
pub(crate) struct Notation {
    pub(crate) text: String,
    /// The type in it, if any, that only a library knows.
    pub(crate) named: Option<TokenStream>,
}

/// Returns the notation of a Rust type. Types of the standard library are known by name, without the
/// imports that a derive cannot see.
pub(crate) fn notation(ty: &TokenStream) -> Notation {
    let tokens: Vec<TokenTree> = ty.clone().into_iter().collect();
    let mut out = Notation::default();
    write_type(&tokens, &mut out);
    out
}

fn write_type(tokens: &[TokenTree], out: &mut Notation) {
    match tokens {
        [TokenTree::Punct(punct), rest @ ..] if punct.as_char() == '&' => {
            write_type(without_lifetime(rest), out);
        }
        [TokenTree::Group(group)] => {
            let inside: Vec<TokenTree> = group.stream().into_iter().collect();
            match group.delimiter() {
                Delimiter::Bracket => {
                    out.text.push('[');
                    let element = inside.split(|token| is_punct(token, ';')).next();
                    write_type(element.unwrap_or_default(), out);
                }
                Delimiter::None => write_type(&inside, out),
                _ => write_named(tokens, out),
            }
        }
        _ => match std_path(tokens) {
            Some((name, arguments)) => write_std_type(name.as_str(), &arguments, tokens, out),
            None => write_named(tokens, out),
        },
    }
}

fn write_std_type(
    name: &str,
    arguments: &[&[TokenTree]],
    tokens: &[TokenTree],
    out: &mut Notation,
) {
    let (container, element) = match (name, arguments) {
        ("Option", [element]) => ("?", element),
        ("Vec" | "VecDeque" | "LinkedList" | "BTreeSet" | "BinaryHeap", [element])
        | ("HashSet", [element, ..]) => ("[", element),
        ("BTreeMap", [_, value]) | ("HashMap", [_, value, ..]) => ("{", value),
        ("Box" | "Rc" | "Arc" | "Cow", [element]) => ("", element),
        _ => return write_leaf(name, arguments.is_empty(), tokens, out),
    };
    out.text.push_str(container);
    write_type(element, out);
}

fn write_leaf(name: &str, is_plain: bool, tokens: &[TokenTree], out: &mut Notation) {
    match name {
        "bool" | "f32" | "f64" | "str" if is_plain => out.text.push_str(name),
        "String" | "char" | "Path" | "PathBuf" | "IpAddr" | "Ipv4Addr" | "Ipv6Addr"
        | "SocketAddr"
            if is_plain =>
        {
            out.text.push_str("str");
        }
        "FieldErrors" if is_plain => out.text.push_str("errors"),
        _ if is_plain && ValueType::INTEGERS.contains(&name) => out.text.push_str(name),
        _ => write_named(tokens, out),
    }
}

fn write_named(tokens: &[TokenTree], out: &mut Notation) {
    out.text.push('*');
    write_tokens(tokens.iter().cloned(), &mut out.text);
    out.named = Some(tokens.iter().cloned().collect());
}

/// Writes tokens with the same spaces whatever the compiler prints.
fn write_tokens(tokens: impl Iterator<Item = TokenTree>, out: &mut String) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::None => ("", ""),
                };
                out.push_str(open);
                write_tokens(group.stream().into_iter(), out);
                out.push_str(close);
            }
            TokenTree::Punct(punct) => {
                out.push(punct.as_char());
                if punct.as_char() == ',' {
                    out.push(' ');
                }
            }
            TokenTree::Ident(_) | TokenTree::Literal(_) => {
                if out.ends_with(|last: char| last.is_alphanumeric() || last == '_') {
                    out.push(' ');
                }
                out.push_str(&token.to_string());
            }
        }
    }
}

/// Returns the last segment of a path, and its arguments without lifetimes, if the path has one
/// segment or begins with a crate of the standard library, or this one.
fn std_path(tokens: &[TokenTree]) -> Option<(String, Vec<&[TokenTree]>)> {
    let end = tokens.iter().position(|token| is_punct(token, '<')).unwrap_or(tokens.len());
    let (path, arguments) = tokens.split_at(end);
    let mut segments = path.iter().filter(|token| !is_punct(token, ':'));
    let first = segments.next()?;
    let last = path.last()?;
    let TokenTree::Ident(name) = last else { return None };
    let is_known = segments.next().is_none()
        || matches!(first, TokenTree::Ident(name)
            if ["std", "core", "alloc", "httperr"].iter().any(|known| name == known));
    let arguments = match arguments {
        [] => Vec::new(),
        [_, inside @ .., _] => split_arguments(inside),
        _ => return None,
    };
    is_known.then(|| (name.to_string(), arguments))
}

fn split_arguments(tokens: &[TokenTree]) -> Vec<&[TokenTree]> {
    let mut depth = 0_usize;
    let is_comma = |token: &TokenTree| {
        match token {
            TokenTree::Punct(punct) if punct.as_char() == '<' => depth += 1,
            TokenTree::Punct(punct) if punct.as_char() == '>' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && is_punct(token, ',')
    };
    let arguments = tokens.split(is_comma);
    arguments.filter(|argument| !without_lifetime(argument).is_empty()).collect()
}

/// Returns a type after `&` without its lifetime and its `mut`.
fn without_lifetime(tokens: &[TokenTree]) -> &[TokenTree] {
    let tokens = match tokens {
        [quote, _, rest @ ..] if is_punct(quote, '\'') => rest,
        _ => tokens,
    };
    match tokens {
        [TokenTree::Ident(name), rest @ ..] if name == "mut" => rest,
        _ => tokens,
    }
}

fn is_punct(token: &TokenTree, char: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == char)
}

#[cfg(test)]
mod tests {
    use super::notation;

    #[test]
    fn types_of_the_standard_library_are_known() {
        let rows = [
            ("i64", "i64"),
            ("bool", "bool"),
            ("String", "str"),
            ("&'static str", "str"),
            ("&'a mut str", "str"),
            ("Cow<'static, str>", "str"),
            ("::std::borrow::Cow<'a, str>", "str"),
            ("Option<std::string::String>", "?str"),
            ("Vec<Option<u8>>", "[?u8"),
            ("[u8; 4]", "[u8"),
            ("&[&str]", "[str"),
            ("HashMap<String, Vec<u32>>", "{[u32"),
            ("HashMap<String, u32, RandomState>", "{u32"),
            ("Box<Option<f64>>", "?f64"),
            ("httperr::FieldErrors", "errors"),
        ];
        for (ty, expected) in rows {
            assert_eq!(notation(&ty.parse().unwrap()).text, expected, "{ty}");
        }
    }

    #[test]
    fn the_type_in_a_container_is_named() {
        let named = |ty: &str| notation(&ty.parse().unwrap()).named.map(|ty| ty.to_string());
        for ty in ["Money", "Option<Vec<Money>>", "BTreeMap<String, Box<Money>>", "&'a [Money; 2]"]
        {
            assert_eq!(named(ty).as_deref(), Some("Money"), "{ty}");
        }
        assert_eq!(named("Option<Vec<u8>>"), None);
    }

    #[test]
    fn other_types_are_written_as_in_the_declaration() {
        let rows = [
            ("Money", "*Money"),
            ("my::String", "*my::String"),
            ("Wrapper < 'a , T >", "*Wrapper<'a, T>"),
            ("(u8, String)", "*(u8, String)"),
            ("Vec<dyn  Any>", "[*dyn Any"),
            ("Box<dyn Fn(u8) -> u8>", "*dyn Fn(u8)->u8"),
            ("String<u8>", "*String<u8>"),
            ("Option", "*Option"),
            ("T::Value", "*T::Value"),
            ("<T as Trait>::Value", "*<T as Trait>::Value"),
        ];
        for (ty, expected) in rows {
            assert_eq!(notation(&ty.parse().unwrap()).text, expected, "{ty}");
        }
    }
}
