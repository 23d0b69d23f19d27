//! Status codes as `status!` and `#[http(…)]` take them: `404` or `NOT_FOUND`.

use httperr_registry::{by_name, get, is_valid, phrase, Code, Standing, CODES};
use proc_macro2::{Delimiter, Ident, Literal, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt as _;
use syn::parse::{ParseStream, Parser as _};
use syn::{Error, Lit, Result, Token};

use crate::casing::upper_snake;
use crate::diagnostics::suggest::{nearest, MAX_LEN};

/// A valid status code with its span.
#[derive(Clone, Copy)]
pub(crate) struct Status {
    pub(crate) code: u16,
    pub(crate) span: Span,
    row: Option<&'static Code>,
}

impl Status {
    pub(crate) fn new(code: u16, span: Span) -> Self {
        Status { code, span, row: get(code) }
    }

    pub(crate) fn row(self) -> Option<&'static Code> {
        self.row
    }

    pub(crate) fn allows_content(self) -> bool {
        self.row.map_or(true, Code::allows_content)
    }

    pub(crate) fn phrase(self) -> &'static str {
        match self.row {
            Some(row) => row.phrase,
            None => phrase(self.code),
        }
    }
}

pub(crate) fn expect_end(input: ParseStream) -> Result<()> {
    if input.is_empty() {
        return Ok(());
    }
    let is_list = input.peek(Token![,]) || input.peek(Token![|]) || input.peek(Lit);
    let is_range = input.peek(Token![..]);
    let _ = input.parse::<Option<Token![,]>>();
    let rest: TokenStream = input.parse()?;
    if rest.is_empty() {
        return Ok(());
    }
    Err(Error::new_spanned(
        rest,
        match (is_list, is_range) {
            (true, _) => {
                "`status!` takes one code: write `status!(404)`, or for several the pattern \
                 `status!(404) | status!(410)`"
            }
            (_, true) => {
                "`status!` takes one code, not a range: compare the number, as in \
                 `matches!(status.as_u16(), 400..=499)`, or call `status.is_client_error()`"
            }
            _ => {
                "unexpected tokens after the code: `status!` takes a literal or a name, with `as \
                 u16` at most; for a calculated code use `StatusCode::from_u16`"
            }
        },
    ))
}

pub(crate) fn parse(input: ParseStream) -> Result<Status> {
    if input.is_empty() {
        return Err(Error::new(
            Span::call_site(),
            "expected a status code: write `404`, or its name `NOT_FOUND`",
        ));
    }
    let minus = input.parse::<Option<Token![-]>>()?;
    if input.peek(Token![::]) || input.peek(Ident::peek_any) && input.peek2(Token![::]) {
        return Err(path_error(input, false));
    }
    match (minus, input.parse::<TokenTree>()?) {
        (Some(minus), TokenTree::Literal(number)) => Err(negative(minus.to_token_stream(), number)),
        (None, token) => from_token(&token),
        (Some(minus), _) => Err(Error::new_spanned(
            minus,
            "a status code is a number from 100 to 599 (RFC 9110, section 15): write `404`",
        )),
    }
}

pub(crate) fn path_error(input: ParseStream, in_derive: bool) -> Error {
    let mut path = TokenStream::new();
    let mut last = None;
    loop {
        if let Ok(Some(colons)) = input.parse::<Option<Token![::]>>() {
            colons.to_tokens(&mut path);
        }
        if let Ok(ident) = input.call(Ident::parse_any) {
            ident.to_tokens(&mut path);
            last = Some(ident);
        }
        if !input.peek(Token![::]) {
            break;
        }
    }
    let text = path.to_string().replace(' ', "");
    let instead = match last.map(|ident| from_name(&ident)) {
        Some(Ok(status)) => match status.row() {
            Some(row) => format!("write `{}` or `{}`", row.code, row.name),
            None => format!("write `{}`", status.code),
        },
        _ if in_derive => format!(
            "write the number, such as `404`, or `status = {text}`, which is evaluated at run time"
        ),
        _ => {
            "write the number, such as `404`, or a registered name, such as `NOT_FOUND`".to_owned()
        }
    };
    Error::new_spanned(
        path,
        format!("a macro cannot see the value of the path `{text}`: {instead}"),
    )
}

/// Parses a code that is one token, or a fragment of `macro_rules!` with one.
pub(crate) fn from_token(token: &TokenTree) -> Result<Status> {
    match token {
        TokenTree::Literal(number) => from_literal(number),
        TokenTree::Ident(ident) => from_name(ident),
        TokenTree::Group(group) if group.delimiter() == Delimiter::None => {
            let parser = |input: ParseStream| {
                let status = parse(input)?;
                expect_end(input)?;
                Ok(status)
            };
            parser.parse2(group.stream())
        }
        other => Err(Error::new_spanned(
            other,
            format!(
                "`{other}` is not a status code: write three digits such as `404`, or a \
                 registered name such as `NOT_FOUND`"
            ),
        )),
    }
}

fn from_literal(number: &Literal) -> Result<Status> {
    let span = number.span();
    let text = number.to_string();
    let fail = |message: String| Err(Error::new(span, message));
    if text.starts_with(['"', '\'', 'b', 'c', 'r']) {
        return fail(text_literal_message(&text));
    }
    // Nearly every code, without a parser or a formatter.
    if let [hundreds @ b'1'..=b'5', tens @ b'0'..=b'9', ones @ b'0'..=b'9'] = text.as_bytes() {
        let digit = |byte: &u8| u16::from(byte - b'0');
        let code = 100 * digit(hundreds) + 10 * digit(tens) + digit(ones);
        return Ok(Status::new(code, span));
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
            Ok(code) if is_valid(code) => Ok(Status::new(code, span)),
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

fn text_literal_message(literal: &str) -> String {
    let text = literal.trim_start_matches(['b', 'c', 'r', '#']).trim_end_matches('#');
    let text = text.trim_matches(['"', '\'']);
    match text.parse::<u16>() {
        Ok(code) if is_valid(code) => {
            format!("a status code is a number, not the string `{literal}`: write `{code}`")
        }
        _ => match by_name(&upper_snake(text)).filter(|row| is_registered(row)) {
            Some(row) => format!(
                "a status code is a number or a name, not the string `{literal}`: write `{}` or \
                 `{}`",
                row.code, row.name
            ),
            None => format!(
                "a status code is a number, not the string `{literal}`: write three digits such as \
                 `404`"
            ),
        },
    }
}

/// Returns the value of a literal in another notation: `0x194`, `4_04`, `404i32`, `404.0`.
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
            "for an error of the server write `500`, for an error in the request `400`".to_owned(),
        ),
    };
    format!(
        "`{text}`{whose} is not a status code, which is 100 to 599 (RFC 9110, section 15): \
         {instead}"
    )
}

pub(crate) fn negative(minus: TokenStream, number: Literal) -> Error {
    let instead = match from_literal(&number) {
        Ok(status) => format!("write `{}`", status.code),
        Err(_) => "write three digits such as `404`".to_owned(),
    };
    let message = format!(
        "`-{number}` is not a status code, which is 100 to 599 (RFC 9110, section 15): {instead}"
    );
    let mut tokens = minus;
    tokens.extend([TokenTree::Literal(number)]);
    Error::new_spanned(tokens, message)
}

pub(crate) fn from_name(ident: &Ident) -> Result<Status> {
    let text = ident.to_string();
    match by_name(&text) {
        Some(row) if is_registered(row) => Ok(Status::new(row.code, ident.span())),
        Some(row) if row.is_valid() => Err(Error::new(
            ident.span(),
            format!(
                "`{text}` is not a registered name, but one that {} uses: write `{}`",
                row.spec, row.code
            ),
        )),
        Some(row) => Err(Error::new(ident.span(), out_of_range(&text, row.code.into()))),
        None => Err(Error::new(ident.span(), unknown_name(&text))),
    }
}

fn is_registered(row: &Code) -> bool {
    !matches!(row.standing, Standing::Unofficial | Standing::OutOfRange)
}

fn unknown_name(text: &str) -> String {
    let instead = match likely_name(text) {
        Some(name) => format!("did you mean `{name}`?"),
        None => {
            "write a registered name such as `NOT_FOUND`, or the number; for a code from run time \
             use `StatusCode::from_u16`"
        }
        .to_owned(),
    };
    format!("unknown status code name `{text}`: {instead}")
}

pub(crate) fn near_name(text: &str) -> Option<&'static str> {
    let upper = upper_snake(text);
    if let Some(row) = by_name(&upper).filter(|row| is_registered(row)) {
        return Some(row.name);
    }
    let names = CODES.iter().filter(|row| is_registered(row));
    nearest(&upper, names.flat_map(|row| row.aliases.iter().copied().chain([row.name])))
}

/// Returns the only registered name with all the words of a text: `INTERNAL_ERROR`.
fn longer_name(text: &str) -> Option<&'static str> {
    if text.len() > MAX_LEN {
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

pub(crate) fn likely_name(text: &str) -> Option<&'static str> {
    near_name(text).or_else(|| longer_name(text)).or_else(|| {
        let upper = upper_snake(text);
        let rows = CODES.iter().filter(|row| is_registered(row));
        let mut names = rows.flat_map(|row| row.aliases.iter().copied().chain([row.name]));
        names.find(|name| name.len() > 3 && upper.starts_with(name))
    })
}
