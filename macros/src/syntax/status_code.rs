//! The grammar of a status code, as `status!` and the derive take it.

use httperr_registry::{by_name, get, is_valid, Code, Standing, CODES};
use proc_macro2::{Delimiter, Ident, Literal, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt as _;
use syn::parse::{ParseStream, Parser as _};
use syn::{Expr, Lit, Result, Token};

use crate::casing::upper_snake;
use crate::diagnostics::suggest::{nearest, MOST};

/// A checked status code and where it was written.
#[derive(Clone, Copy)]
pub(crate) struct Status {
    pub(crate) code: u16,
    pub(crate) span: Span,
}

impl Status {
    /// What the registry knows about it.
    pub(crate) fn row(self) -> Option<&'static Code> {
        get(self.code)
    }
}

/// A mistake, if anything but a comma stands behind the code.
pub(crate) fn nothing_more(input: ParseStream) -> Result<()> {
    if input.is_empty() {
        return Ok(());
    }
    let separated = input.peek(Token![,]) || input.peek(Token![|]) || input.peek(Lit);
    let range = input.peek(Token![..]);
    let _ = input.parse::<Option<Token![,]>>();
    let rest: TokenStream = input.parse()?;
    if rest.is_empty() {
        return Ok(());
    }
    Err(syn::Error::new_spanned(
        rest,
        match (separated, range) {
            (true, _) => {
                "`status!` takes one code: write `status!(404)`, and for one of several the \
                 pattern `status!(404) | status!(410)`"
            }
            (_, true) => {
                "`status!` takes one code and no range: compare the number, as in \
                 `matches!(status.as_u16(), 400..=499)`, or ask `status.is_client_error()`"
            }
            _ => {
                "`status!` takes one code as it stands, with nothing behind it but `as u16`: \
                 calculate outside, and make a code of the result with `StatusCode::from_u16`"
            }
        },
    ))
}

/// A code at the head of the input: a literal or a registered name.
pub(crate) fn parse(input: ParseStream) -> Result<Status> {
    if input.is_empty() {
        return Err(syn::Error::new(
            Span::call_site(),
            "a status code is missing: write `404`, or its name `NOT_FOUND`",
        ));
    }
    let minus = input.parse::<Option<Token![-]>>()?;
    if input.peek(Token![::]) || input.peek(Ident::peek_any) && input.peek2(Token![::]) {
        return Err(path(input, false));
    }
    match (minus, input.parse::<TokenTree>()?) {
        (Some(minus), TokenTree::Literal(number)) => Err(negative(minus.to_token_stream(), number)),
        (None, token) => from_token(&token),
        (Some(minus), _) => Err(syn::Error::new_spanned(
            minus,
            "a status code is a number from 100 to 599 (RFC 9110, section 15): write `404`",
        )),
    }
}

/// `StatusCode::NOT_FOUND`, where the bare name is asked for.
pub(crate) fn path(input: ParseStream, of_derive: bool) -> syn::Error {
    let mut path = TokenStream::new();
    let mut last = None;
    loop {
        if let Ok(Some(colons)) = input.parse::<Option<Token![::]>>() {
            colons.to_tokens(&mut path);
        }
        if let Ok(word) = input.call(Ident::parse_any) {
            word.to_tokens(&mut path);
            last = Some(word);
        }
        if !input.peek(Token![::]) {
            break;
        }
    }
    let shown = path.to_string().replace(' ', "");
    let instead = match last.map(|word| name(&word)) {
        Some(Ok(status)) => match status.row() {
            Some(row) => format!("write `{}` or `{}`", row.code, row.name),
            None => format!("write `{}`", status.code),
        },
        _ if of_derive => format!(
            "write the number, such as `404`, or `status = {shown}`, which is read at run time"
        ),
        _ => {
            "write the number, such as `404`, or a registered name, such as `NOT_FOUND`".to_owned()
        }
    };
    syn::Error::new_spanned(
        path,
        format!("`{shown}` is a path, whose value no macro can see: {instead}"),
    )
}

/// A code that is one token, or came through `macro_rules!` as one.
pub(crate) fn from_token(token: &TokenTree) -> Result<Status> {
    match token {
        TokenTree::Literal(number) => literal(number),
        TokenTree::Ident(ident) => name(ident),
        TokenTree::Group(group) if group.delimiter() == Delimiter::None => {
            let parser = |input: ParseStream| {
                let status = parse(input)?;
                nothing_more(input)?;
                Ok(status)
            };
            parser.parse2(group.stream())
        }
        other => Err(syn::Error::new_spanned(
            other,
            format!(
                "`{other}` is not a status code: write three digits such as `404`, or a \
                 registered name such as `NOT_FOUND`"
            ),
        )),
    }
}

/// A status that a person may write as a constant expression, which is checked as a literal is:
/// `(404)`, `404 as u16`, `StatusCode::GONE`, `StatusCode::from_u16(404).unwrap()`, `status!(404)`.
/// Whether it names something of the user's. `None` where only the value tells the status.
pub(crate) fn constant(list: &[TokenTree]) -> Option<Result<(Status, bool)>> {
    let list = bare(list);
    match &list[..] {
        [token @ TokenTree::Literal(_)] => {
            return Some(from_token(token).map(|status| (status, false)));
        }
        [TokenTree::Ident(word)] => return name(word).ok().map(|status| Ok((status, false))),
        [minus @ TokenTree::Punct(sign), TokenTree::Literal(number)] if sign.as_char() == '-' => {
            return Some(Err(negative(minus.to_token_stream(), number.clone())));
        }
        [code @ .., TokenTree::Ident(word), TokenTree::Ident(ty)] if word == "as" => {
            if let Some(status) = constant(code) {
                return Some(status.and_then(|(status, is_path)| match ty == "u16" {
                    true => Ok((status, is_path)),
                    false => Err(calculated(&list, Some(status.code))),
                }));
            }
        }
        _ => {}
    }
    let tokens = || list.iter().cloned().collect::<TokenStream>();
    if let Some(status) = named(&list) {
        return Some(status.map(|status| (status, true)));
    }
    // What is no expression rustc reports.
    let is_calculated = is_calculated(tokens()) && syn::parse2::<Expr>(tokens()).is_ok();
    is_calculated.then(|| Err(calculated(&list, None)))
}

/// What parentheses, a block, references and invisible groups are around.
fn bare(list: &[TokenTree]) -> Vec<TokenTree> {
    match list {
        [TokenTree::Group(group)] if group.delimiter() != Delimiter::Bracket => {
            bare(&group.stream().into_iter().collect::<Vec<_>>())
        }
        [TokenTree::Punct(and), rest @ ..] if and.as_char() == '&' => bare(rest),
        [TokenTree::Ident(word), block @ TokenTree::Group(_)] if word == "const" => {
            bare(std::slice::from_ref(block))
        }
        list => list.to_vec(),
    }
}

/// The status that a constant of a status type is, or that its constructor or `status!` makes.
fn named(list: &[TokenTree]) -> Option<Result<Status>> {
    let is = |token: &TokenTree, char| matches!(token, TokenTree::Punct(punct) if punct.as_char() == char);
    let end = list
        .iter()
        .position(|token| !matches!(token, TokenTree::Ident(_)) && !is(token, ':'))
        .unwrap_or(list.len());
    let (path, rest) = list.split_at(end);
    let mut words = path.iter().rev().filter_map(|token| match token {
        TokenTree::Ident(word) => Some(word),
        _ => None,
    });
    let name_of = words.next()?;
    let literal = |group: &proc_macro2::Group| {
        let inside: Vec<TokenTree> = group.stream().into_iter().collect();
        match &inside[..] {
            [token @ TokenTree::Literal(_)] => Some(from_token(token)),
            _ => None,
        }
    };
    if let ([bang, TokenTree::Group(group)], "status") = (rest, name_of.to_string().as_str()) {
        // What is wrong in it, the macro itself reports.
        let status = |input: ParseStream| {
            let status = parse(input)?;
            input.parse::<TokenStream>().map(|_| status)
        };
        return is(bang, '!').then(|| status.parse2(group.stream()).ok()).flatten().map(Ok);
    }
    let ty = words.next()?.to_string();
    match (ty.as_str(), rest) {
        ("StatusCode", []) => name(name_of).ok().map(Ok),
        ("Status", []) => {
            let row = by_name(&upper_snake(&name_of.to_string()))?;
            Some(Ok(Status { code: row.code, span: name_of.span() }))
        }
        ("Status", [TokenTree::Group(group)]) if name_of == "new" => literal(group),
        ("StatusCode", [TokenTree::Group(group), dot, TokenTree::Ident(method), _])
            if name_of == "from_u16"
                && is(dot, '.')
                && (method == "unwrap" || method == "expect") =>
        {
            literal(group)
        }
        _ => None,
    }
}

/// Whether an expression is made of literals and operators alone.
fn is_calculated(tokens: TokenStream) -> bool {
    const TYPES: [&str; 13] = [
        "as", "u8", "u16", "u32", "u64", "u128", "usize", "i8", "i16", "i32", "i64", "i128",
        "isize",
    ];
    !tokens.is_empty()
        && tokens.into_iter().all(|token| match token {
            TokenTree::Ident(word) => TYPES.iter().any(|known| word == known),
            TokenTree::Group(group) => is_calculated(group.stream()),
            TokenTree::Literal(_) | TokenTree::Punct(_) => true,
        })
}

fn calculated(list: &[TokenTree], code: Option<u16>) -> syn::Error {
    let tokens: TokenStream = list.iter().cloned().collect();
    let instead = match code {
        Some(code) => format!("write `{code}`"),
        None => "write the code itself, such as `404`; for one of several write `match field { \
                 pattern => 404, _ => 410 }`"
            .to_owned(),
    };
    let message = format!(
        "`{}` is calculated, and its value is not checked as a status code is: {instead}",
        crate::syntax::tokens::shown(&tokens)
    );
    syn::Error::new_spanned(tokens, message)
}

/// A code by its number.
pub(crate) fn literal(number: &Literal) -> Result<Status> {
    let span = number.span();
    let text = number.to_string();
    let fail = |message: String| Err(syn::Error::new(span, message));
    if text.starts_with(['"', '\'', 'b', 'c', 'r']) {
        let inside = text.trim_start_matches(['b', 'c', 'r', '#']).trim_end_matches('#');
        let inside = inside.trim_matches(['"', '\'']);
        return fail(match inside.parse::<u16>() {
            Ok(code) if is_valid(code) => {
                format!("a status code is a number, not the text `{text}`: write `{code}`")
            }
            _ => match by_name(&upper_snake(inside)).filter(|row| is_registered(row)) {
                Some(row) => format!(
                    "a status code is a number or a bare name, not the text `{text}`: write `{}` \
                     or `{}`",
                    row.code, row.name
                ),
                None => format!(
                    "a status code is a number, not the text `{text}`: write three digits such \
                     as `404`"
                ),
            },
        });
    }
    let digits = text.strip_suffix("u16").unwrap_or(&text);
    if let Ok(value) = digits.parse::<u128>() {
        if !digits.bytes().all(|byte| byte.is_ascii_digit())
            || digits.len() > value.to_string().len()
        {
            return fail(format!(
                "a status code is three decimal digits (RFC 9110, section 15): write `{value}` \
                 for `{text}`"
            ));
        }
        return match u16::try_from(value) {
            Ok(code) if is_valid(code) => Ok(Status { code, span }),
            _ => fail(out_of_range(&text, value)),
        };
    }
    fail(match value_of(&text) {
        Some(value) if u16::try_from(value).is_ok_and(is_valid) => format!(
            "a status code is three decimal digits (RFC 9110, section 15): write `{value}` for \
             `{text}`"
        ),
        Some(value) => out_of_range(&text, value),
        None => format!(
            "`{text}` is not a status code: it is three decimal digits from 100 to 599 (RFC \
             9110, section 15), such as `404`"
        ),
    })
}

/// What a literal in another notation stands for: `0x194`, `4_04`, `404i32`, `404.0`.
fn value_of(text: &str) -> Option<u128> {
    let plain: String = text.chars().filter(|char| *char != '_').collect();
    for (prefix, radix) in [("0x", 16), ("0o", 8), ("0b", 2)] {
        if let Some(digits) = plain.strip_prefix(prefix) {
            let end = digits.find(|char: char| !char.is_digit(radix)).unwrap_or(digits.len());
            return u128::from_str_radix(&digits[..end], radix).ok();
        }
    }
    let end = plain.find(|char: char| !char.is_ascii_digit()).unwrap_or(plain.len());
    let (digits, rest) = plain.split_at(end);
    if rest.starts_with(['.', 'e', 'E']) {
        let number: f64 = plain.trim_end_matches("f32").trim_end_matches("f64").parse().ok()?;
        return number.to_string().parse().ok();
    }
    digits.parse().ok()
}

fn out_of_range(text: &str, value: u128) -> String {
    let known = u16::try_from(value).ok().and_then(get);
    let (whose, instead) = match known {
        Some(row) => (
            format!(" ({}, from {})", row.phrase, row.spec),
            format!("use {}", row.replacement.unwrap_or("a registered code")),
        ),
        None => (
            String::new(),
            "for a failure of the server write `500`, for a fault of the request `400`".to_owned(),
        ),
    };
    format!(
        "`{text}`{whose} is not a status code: the values are 100 to 599 (RFC 9110, section 15); \
         {instead}"
    )
}

fn negative(minus: TokenStream, number: Literal) -> syn::Error {
    let instead = match literal(&number) {
        Ok(status) => format!("write `{}`", status.code),
        Err(_) => "write three digits such as `404`".to_owned(),
    };
    let message = format!(
        "`-{number}` is not a status code: the values are 100 to 599 (RFC 9110, section 15); \
         {instead}"
    );
    let mut tokens = minus;
    tokens.extend([TokenTree::Literal(number)]);
    syn::Error::new_spanned(tokens, message)
}

/// A code by its registered name.
pub(crate) fn name(ident: &Ident) -> Result<Status> {
    let text = ident.to_string();
    match by_name(&text) {
        Some(row) if is_registered(row) => Ok(Status { code: row.code, span: ident.span() }),
        Some(row) if row.is_valid() => Err(syn::Error::new(
            ident.span(),
            format!("`{text}` is no registered name (it is {}'s): write `{}`", row.spec, row.code),
        )),
        Some(row) => Err(syn::Error::new(ident.span(), out_of_range(&text, row.code.into()))),
        None => Err(syn::Error::new(ident.span(), unknown_name(&text))),
    }
}

/// Whether a code is in the IANA registry, and so has a name that everybody knows.
fn is_registered(row: &Code) -> bool {
    !matches!(row.standing, Standing::Unofficial | Standing::OutOfRange)
}

fn unknown_name(text: &str) -> String {
    let instead = match likely_name(text) {
        Some(name) => format!("did you mean `{name}`?"),
        None => {
            "write a registered name such as `NOT_FOUND`, or the number; what is known at run \
             time only is a code by `StatusCode::from_u16`"
        }
        .to_owned(),
    };
    format!("no status code is named `{text}`: {instead}")
}

/// The registered name that a text is, or is a misspelling of, once it is in `UPPER_SNAKE`.
pub(crate) fn near_name(text: &str) -> Option<&'static str> {
    let upper = upper_snake(text);
    if let Some(row) = by_name(&upper).filter(|row| is_registered(row)) {
        return Some(row.name);
    }
    let names = CODES.iter().filter(|row| is_registered(row));
    nearest(&upper, names.flat_map(|row| row.aliases.iter().copied().chain([row.name])))
}

/// The one registered name that has all the words of a text: `INTERNAL_ERROR`.
fn longer_name(text: &str) -> Option<&'static str> {
    if text.len() > MOST {
        return None;
    }
    let upper = upper_snake(text);
    let fits = |name: &&str| upper.split('_').all(|word| name.split('_').any(|part| part == word));
    let mut rows = CODES
        .iter()
        .filter(|row| is_registered(row))
        .filter_map(|row| [row.name].into_iter().chain(row.aliases.iter().copied()).find(fits));
    rows.next().filter(|_| rows.next().is_none())
}

/// The registered name that a word is most likely meant for.
pub(crate) fn likely_name(text: &str) -> Option<&'static str> {
    near_name(text).or_else(|| longer_name(text)).or_else(|| {
        let upper = upper_snake(text);
        let rows = CODES.iter().filter(|row| is_registered(row));
        let mut names = rows.flat_map(|row| row.aliases.iter().copied().chain([row.name]));
        names.find(|name| name.len() > 3 && upper.starts_with(name))
    })
}
