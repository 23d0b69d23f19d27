//! What is declared, and the names that its expressions know.

use proc_macro2::{Delimiter, Group, Ident, Literal, Spacing, Span, TokenStream, TokenTree};
use syn::ext::IdentExt as _;

use crate::diagnostics::suggest;
use crate::diagnostics::suggest::nearest;
use crate::syntax::format_string::captured_names;
use crate::syntax::item::{Attribute, Field, Fields};

/// What is declared: a variant or a struct.
#[derive(Clone, Copy)]
pub(crate) struct Subject<'a> {
    pub(crate) ident: Option<&'a Ident>,
    pub(crate) name: &'a Ident,
    pub(crate) fields: &'a Fields,
    pub(crate) attributes: &'a [Attribute],
    /// The pattern of the arm, whose names are in scope as well.
    pub(crate) pattern: Option<&'a TokenStream>,
}

impl<'a> Subject<'a> {
    /// The names by which expressions know the fields.
    pub(crate) fn names(self) -> Vec<String> {
        self.fields.names()
    }

    /// As [`no_field`](Self::no_field), of a name in a format string: no constant has one in lower
    /// case.
    pub(crate) fn no_capture(self, name: &str) -> Option<String> {
        if name == "self" || self.field(name).is_some() {
            return None;
        }
        self.no_field(name).or_else(|| {
            if self.is_bound(name) || !name.starts_with(char::is_lowercase) {
                return None;
            }
            let names: Vec<String> =
                self.fields.list.iter().map(|field| field.binding().unraw().to_string()).collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            Some(match &names[..] {
                [] => format!("`{}` has no fields, so `{{{name}}}` names nothing", self.name),
                names => format!(
                    "`{}` has no field `{name}`: {}",
                    self.name,
                    suggest::instead(name, names)
                ),
            })
        })
    }

    /// Returns an expression in which every use of a field resolves to the field, where the two came
    /// through `macro_rules!` from different places.
    pub(crate) fn resolved(self, tokens: &TokenStream) -> TokenStream {
        if self.fields.list.is_empty() {
            return tokens.clone();
        }
        let resolve = |token| match token {
            TokenTree::Ident(mut word) => {
                if let Some(span) = self.field_span(&word.to_string()) {
                    word.set_span(span.located_at(word.span()));
                }
                word.into()
            }
            TokenTree::Group(group) => {
                let mut resolved = Group::new(group.delimiter(), self.resolved(&group.stream()));
                resolved.set_span(group.span());
                resolved.into()
            }
            TokenTree::Literal(literal) => self.resolved_literal(literal).into(),
            token => token,
        };
        tokens.clone().into_iter().map(resolve).collect()
    }

    /// As [`resolved`](Self::resolved), for a string whose captures are fields.
    pub(crate) fn resolved_literal(self, mut literal: Literal) -> Literal {
        let text = literal.to_string();
        if text.contains('{') {
            let span = captured_names(&text).iter().find_map(|name| {
                self.field_span(name).or_else(|| self.field_span(&format!("r#{name}")))
            });
            if let Some(span) = span {
                literal.set_span(span.located_at(literal.span()));
            }
        }
        literal
    }

    /// The span by which a field's name resolves, unless the pattern binds that name.
    pub(crate) fn field_span(self, name: &str) -> Option<Span> {
        let is_field = |field: &&Field| match &field.name {
            Some(ident) => ident == name,
            None => name.strip_prefix('_').and_then(|rest| rest.parse().ok()) == Some(field.index),
        };
        let field = self.fields.list.iter().find(is_field)?;
        (!self.is_bound(name)).then(|| match &field.name {
            Some(ident) => ident.span(),
            None => self.name.span(),
        })
    }

    /// The field that a name in a format string captures: a raw one is captured without its `r#`,
    /// and a name of the pattern hides a field.
    pub(crate) fn field(self, name: &str) -> Option<&'a Field> {
        let mut fields = self.fields.list.iter();
        let field = fields.find(|field| field.binding().unraw() == name)?;
        (!self.is_bound(name)).then_some(field)
    }

    pub(crate) fn is_bound(self, word: &str) -> bool {
        self.pattern.is_some_and(|pattern| binds(pattern, word))
    }

    /// Whether a word that is no field's name seems to be meant for one, and why.
    pub(crate) fn no_field(self, word: &str) -> Option<String> {
        let name = self.name;
        let names = self.names();
        if self.is_bound(word)
            || word.starts_with(char::is_uppercase)
            || names.iter().any(|name| name == word)
        {
            return None;
        }
        if let Some(near) = nearest(word, names.iter().map(String::as_str)) {
            let shown = word.strip_prefix('_').filter(|rest| is_number(rest));
            return match shown {
                Some(_) => Some(format!(
                    "`{name}` has no field `{word}`: its fields are {}",
                    suggest::list(&names.iter().map(String::as_str).collect::<Vec<_>>())
                )),
                None => Some(format!("`{name}` has no field `{word}`: did you mean `{near}`?")),
            };
        }
        is_number(word.strip_prefix('_')?).then(|| match self.fields.named {
            true => format!("the fields of `{name}` have names: write one in place of `{word}`"),
            false => format!("`{name}` has no fields, so `{word}` names nothing"),
        })
    }
}

/// Whether a pattern binds a name.
pub(crate) fn binds(pattern: &TokenStream, name: &str) -> bool {
    has_binding(pattern, &|word| word == name || word.unraw() == name)
}

/// Whether a pattern may bind any name. A macro may.
pub(crate) fn binds_any(pattern: &TokenStream) -> bool {
    has_binding(pattern, &|word| {
        let text = word.to_string();
        let is_literal = text == "true" || text == "false" || text == "_";
        !is_literal && !text.starts_with(char::is_uppercase)
    }) || has_macro(pattern)
}

fn has_macro(pattern: &TokenStream) -> bool {
    pattern.clone().into_iter().any(|token| match token {
        TokenTree::Punct(sign) => sign.as_char() == '!',
        TokenTree::Group(group) => has_macro(&group.stream()),
        _ => false,
    })
}

/// Whether there is an identifier in a pattern, among those that fit, that is neither part of a path
/// nor the name of a field, a macro or a tuple variant.
fn has_binding(pattern: &TokenStream, fits: &dyn Fn(&Ident) -> bool) -> bool {
    let mut before = ' ';
    let mut tokens = pattern.clone().into_iter().peekable();
    while let Some(token) = tokens.next() {
        match &token {
            TokenTree::Ident(word) if before != ':' && fits(word) => {
                let is_binding = match tokens.peek() {
                    Some(TokenTree::Punct(sign)) => !matches!(sign.as_char(), ':' | '!'),
                    Some(TokenTree::Group(group)) => group.delimiter() == Delimiter::None,
                    _ => true,
                };
                if is_binding {
                    return true;
                }
            }
            TokenTree::Group(group) if has_binding(&group.stream(), fits) => return true,
            _ => {}
        }
        before = match &token {
            // The second of `::`; the one of `field: pattern` stands alone.
            TokenTree::Punct(sign) if sign.as_char() == ':' && before == '.' => ':',
            TokenTree::Punct(sign) if sign.as_char() == ':' && sign.spacing() == Spacing::Joint => {
                '.'
            }
            _ => ' ',
        };
    }
    false
}

/// Whether an expression calls a method of `HttpError` on the error itself: `self.status()` or
/// `Self::status(self)`, which may be methods of the user's own.
pub(crate) fn calls_method_of_self(expression: &TokenStream) -> bool {
    const METHODS: [&str; 5] = ["case", "status", "detail", "to_response", "to_response_with"];
    let list: Vec<TokenTree> = expression.clone().into_iter().collect();
    list.windows(4).any(|window| match window {
        [receiver, TokenTree::Punct(sign), TokenTree::Ident(name), TokenTree::Group(arguments)] => {
            METHODS.iter().any(|method| name == method)
                && match sign.as_char() {
                    '.' => is_self(receiver),
                    ':' => takes_self(arguments),
                    _ => false,
                }
        }
        _ => false,
    }) || list.iter().any(|token| match token {
        TokenTree::Group(group) => calls_method_of_self(&group.stream()),
        _ => false,
    })
}

/// Whether an expression is the error itself, by reference or not.
pub(crate) fn is_error_itself(expression: &TokenStream) -> bool {
    let mut list = expression.clone().into_iter().filter(
        |token| !matches!(token, TokenTree::Punct(sign) if matches!(sign.as_char(), '&' | '*')),
    );
    match (list.next(), list.next()) {
        (Some(TokenTree::Group(group)), None) => is_error_itself(&group.stream()),
        (Some(token), None) => is_self(&token),
        _ => false,
    }
}

/// The method that an expression calls on the error itself by the path of the trait.
pub(crate) fn trait_method_of_self(expression: &TokenStream) -> Option<Ident> {
    let list: Vec<TokenTree> = expression.clone().into_iter().collect();
    let called = list.windows(5).find_map(|window| match window {
        [TokenTree::Ident(path), _, _, TokenTree::Ident(method), TokenTree::Group(arguments)]
            if path == "HttpError" && takes_self(arguments) =>
        {
            Some(method.clone())
        }
        _ => None,
    });
    called.or_else(|| {
        list.iter().find_map(|token| match token {
            TokenTree::Group(group) => trait_method_of_self(&group.stream()),
            _ => None,
        })
    })
}

fn takes_self(arguments: &Group) -> bool {
    let first = arguments.stream().into_iter().find(
        |token| !matches!(token, TokenTree::Punct(sign) if matches!(sign.as_char(), '&' | '*')),
    );
    first.is_some_and(|token| is_self(&token))
}

fn is_self(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Ident(word) if word == "self")
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
