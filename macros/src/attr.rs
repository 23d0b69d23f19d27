//! `#[http(…)]` → keys, each with the place it was written at.

use httperr_registry::{Rule, FIELDS, RULES};
use proc_macro2::{Delimiter, Ident, Spacing, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt as _;
use syn::parse::{ParseStream, Parser as _};
use syn::{token, Attribute, Error, Lit, LitStr, Meta, Path, Result, Token};

use crate::errors::Errors;
use crate::status::{self, Status};
use crate::suggest::{self, nearest};
use crate::text;

/// Where an attribute stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Place {
    Enum,
    Struct,
    Variant,
    Arm,
    Default,
    Field,
}

impl Place {
    fn name(self) -> &'static str {
        match self {
            Place::Enum => "an enum",
            Place::Struct => "a struct",
            Place::Variant => "a variant",
            Place::Arm => "an arm of `match`",
            Place::Default => "`default(…)`",
            Place::Field => "a field",
        }
    }
}

/// A key: its name, the places it may stand at, and how it is written.
struct Key {
    name: &'static str,
    places: &'static [Place],
    form: &'static str,
}

const CASE: &[Place] = &[Place::Enum, Place::Struct, Place::Variant, Place::Arm, Place::Default];
const OUTCOME: &[Place] = &[Place::Struct, Place::Variant, Place::Arm];
const TYPE: &[Place] = &[Place::Enum, Place::Struct];

const fn key(name: &'static str, places: &'static [Place], form: &'static str) -> Key {
    Key { name, places, form }
}

/// Every key there is.
const KEYS: &[Key] = &[
    key("status", CASE, "status = 404"),
    key("transparent", OUTCOME, "transparent"),
    key("match", &[Place::Struct, Place::Variant], "match field { pattern => 404, _ => 500 }"),
    key("name", &[Place::Arm], "name = \"DbDuplicate\""),
    key("code", OUTCOME, "code = \"out-of-credit\""),
    key("codes", &[Place::Enum], "codes(case = \"kebab-case\", prefix = \"shop.\")"),
    key("title", CASE, "title = \"Not enough credit\""),
    key("detail", CASE, "detail = \"no account {id}\""),
    key("expose", CASE, "expose"),
    key("mask", CASE, "mask"),
    key("problems", TYPE, "problems = \"https://api.example.com/problems\""),
    key("type", OUTCOME, "type = \"https://api.example.com/problems/out-of-credit\""),
    key("header", CASE, "header(ALLOW = \"GET, HEAD\")"),
    key("retry_after", CASE, "retry_after = 30"),
    key(
        "extension",
        &[Place::Struct, Place::Variant, Place::Arm, Place::Field],
        "extension(balance = expr), and on a field `#[http(extension)]`",
    ),
    key("log", CASE, "log = warn"),
    key("default", &[Place::Enum], "default = 500"),
    key("allow", CASE, "allow(deprecated)"),
    key("without", TYPE, "without(axum)"),
    key("crate", TYPE, "crate = path::to::httperr"),
];

/// How the frameworks are called that `without(…)` leaves out: the runtime's features.
pub(crate) const FRAMEWORKS: &[&str] = &["axum"];

/// A value given at most once, and the place of its key.
pub(crate) struct Slot<T>(Option<(Span, T)>);

impl<T> Default for Slot<T> {
    fn default() -> Self {
        Slot(None)
    }
}

impl<T> Slot<T> {
    fn set(&mut self, key: &Ident, value: T, errors: &Errors) {
        self.set_at(key.span(), &format!("`{key}`"), value, errors);
    }

    fn set_at(&mut self, span: Span, what: &str, value: T, errors: &Errors) {
        match self.0 {
            Some(_) => errors.at(span, format!("{what} is given twice here: keep one of the two")),
            None => self.0 = Some((span, value)),
        }
    }

    pub(crate) fn get(&self) -> Option<&T> {
        self.0.as_ref().map(|(_, value)| value)
    }

    pub(crate) fn span(&self) -> Option<Span> {
        self.0.as_ref().map(|(span, _)| *span)
    }

    pub(crate) fn is_set(&self) -> bool {
        self.0.is_some()
    }

    pub(crate) fn into_inner(self) -> Option<(Span, T)> {
        self.0
    }
}

/// A value as it was written.
pub(crate) enum Value {
    Literal(Lit),
    Expression(TokenStream),
}

impl Value {
    pub(crate) fn span(&self) -> Span {
        match self {
            Value::Literal(literal) => literal.span(),
            Value::Expression(tokens) => span_of(tokens),
        }
    }

    pub(crate) fn tokens(&self) -> TokenStream {
        match self {
            Value::Literal(literal) => literal.to_token_stream(),
            Value::Expression(tokens) => tokens.clone(),
        }
    }
}

/// The status that a declaration gives.
#[derive(Clone)]
pub(crate) enum StatusKey {
    Fixed(Status),
    RunTime(TokenStream),
}

/// The name of a header field.
#[derive(Clone)]
pub(crate) enum HeaderName {
    /// Known while compiling, in lower case.
    Known(String),
    /// The path to a constant of the user's.
    Path(TokenStream),
}

impl HeaderName {
    pub(crate) fn known(&self) -> Option<&str> {
        match self {
            HeaderName::Known(name) => Some(name),
            HeaderName::Path(_) => None,
        }
    }
}

/// `header(NAME = value)`.
pub(crate) struct Header {
    pub(crate) name: HeaderName,
    pub(crate) span: Span,
    pub(crate) value: Value,
}

/// `extension(name = expr)`, or a field that is one.
#[derive(Clone)]
pub(crate) struct Extension {
    pub(crate) name: String,
    pub(crate) span: Span,
    pub(crate) value: TokenStream,
}

/// A machine code, and whether it is a number in the body.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Code {
    pub(crate) text: String,
    pub(crate) number: bool,
}

/// `codes(case = "…", prefix = "…")`.
#[derive(Clone, Default)]
pub(crate) struct Codes {
    pub(crate) case: Option<&'static Case>,
    pub(crate) prefix: String,
}

/// A way to write a name, as serde's `rename_all` calls it.
pub(crate) struct Case {
    pub(crate) name: &'static str,
    pub(crate) apply: fn(&str) -> String,
}

/// `match expr { … }`.
pub(crate) struct Match {
    pub(crate) scrutinee: TokenStream,
    pub(crate) arms: Vec<Arm>,
}

/// One arm: its outcome is a declaration of its own.
pub(crate) struct Arm {
    pub(crate) attributes: TokenStream,
    pub(crate) pattern: TokenStream,
    pub(crate) guard: Option<TokenStream>,
    pub(crate) keys: Keys,
}

/// How a case is logged.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Log {
    pub(crate) name: &'static str,
    pub(crate) flags: u16,
}

const LEVELS: &[Log] = &[
    Log { name: "error", flags: httperr_registry::layout::LOG_ERROR },
    Log { name: "warn", flags: httperr_registry::layout::LOG_WARN },
    Log { name: "info", flags: httperr_registry::layout::LOG_INFO },
    Log { name: "debug", flags: httperr_registry::layout::LOG_DEBUG },
    Log { name: "trace", flags: httperr_registry::layout::LOG_TRACE },
    Log { name: "off", flags: httperr_registry::layout::LOG_OFF },
];

/// Everything that the `#[http(…)]` attributes of one place say.
#[derive(Default)]
pub(crate) struct Keys {
    pub(crate) status: Slot<StatusKey>,
    pub(crate) transparent: Slot<Option<TokenStream>>,
    pub(crate) matches: Slot<Match>,
    pub(crate) name: Slot<String>,
    pub(crate) code: Slot<Code>,
    pub(crate) codes: Slot<Codes>,
    pub(crate) title: Slot<LitStr>,
    pub(crate) detail: Slot<Value>,
    /// `true` for `expose`, `false` for `mask`.
    pub(crate) exposure: Slot<bool>,
    pub(crate) problems: Slot<LitStr>,
    pub(crate) type_uri: Slot<LitStr>,
    pub(crate) headers: Vec<Header>,
    pub(crate) retry_after: Slot<Value>,
    pub(crate) extensions: Vec<Extension>,
    pub(crate) log: Slot<Log>,
    pub(crate) default: Slot<Box<Keys>>,
    pub(crate) allowed: Vec<&'static Rule>,
    pub(crate) without: Vec<Ident>,
    pub(crate) runtime: Slot<TokenStream>,
    /// On a field: the member's name, where it is not the field's.
    pub(crate) extension: Slot<Option<LitStr>>,
    /// Whether something was written here that could not be read: what seems to be missing may
    /// have been meant.
    pub(crate) broken: bool,
}

impl Keys {
    pub(crate) fn allows(&self, rule: &str) -> bool {
        self.allowed.iter().any(|allowed| allowed.name == rule)
    }

    /// The place of a key that says something about a response, if there is one.
    pub(crate) fn outcome_span(&self) -> Option<(Span, &'static str)> {
        [
            (self.status.span(), "a status"),
            (self.code.span(), "`code`"),
            (self.title.span(), "`title`"),
            (self.detail.span(), "`detail`"),
            (self.exposure.span(), "`expose` or `mask`"),
            (self.type_uri.span(), "`type`"),
            (self.headers.first().map(|header| header.span), "`header`"),
            (self.retry_after.span(), "`retry_after`"),
            (self.extensions.first().map(|extension| extension.span), "`extension`"),
            (self.log.span(), "`log`"),
        ]
        .into_iter()
        .find_map(|(span, what)| Some((span?, what)))
    }
}

/// Reads every `#[http(…)]` among the attributes of one place.
pub(crate) fn read(attributes: &[Attribute], place: Place, errors: &Errors) -> Keys {
    let mut keys = Keys::default();
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("http")) {
        match &attribute.meta {
            Meta::List(list) => read_list(list.tokens.clone(), place, &mut keys, errors),
            other => {
                keys.broken = true;
                errors.on(other, "`#[http]` says nothing: write `#[http(404)]`");
            }
        }
    }
    keys
}

/// Reads a comma-separated list of keys, to its end whatever it holds.
fn read_list(tokens: TokenStream, place: Place, keys: &mut Keys, errors: &Errors) {
    let parser = |input: ParseStream| {
        while !input.is_empty() {
            if let Err(error) = item(input, place, keys, errors) {
                keys.broken = true;
                errors.push(error);
                let _ = until(input, End::Comma);
            } else if !input.is_empty() && !input.peek(Token![,]) {
                keys.broken = true;
                errors.push(input.error(format!(
                    "a comma is missing before {}",
                    input.cursor().token_tree().map_or(String::new(), |(token, _)| quoted(&token))
                )));
                let _ = until(input, End::Comma);
            }
            let _ = input.parse::<Option<Token![,]>>();
        }
        Ok(())
    };
    let _ = parser.parse2(tokens);
}

fn quoted(token: &TokenTree) -> String {
    match token {
        TokenTree::Group(group) => match group.delimiter() {
            Delimiter::Parenthesis => "`(`".to_owned(),
            Delimiter::Brace => "`{`".to_owned(),
            Delimiter::Bracket => "`[`".to_owned(),
            Delimiter::None => format!("`{group}`"),
        },
        token => format!("`{token}`"),
    }
}

/// One key with its value, or a status by itself.
fn item(input: ParseStream, place: Place, keys: &mut Keys, errors: &Errors) -> Result<()> {
    if place == Place::Field {
        return field_item(input, keys, errors);
    }
    let is_key = input.peek(Ident::peek_any);
    if !is_key {
        let status = status::parse(input, "http")?;
        if has_key("status", place) {
            keys.status.set_at(status.span, "the status", StatusKey::Fixed(status), errors);
        }
        return Ok(());
    }
    let key = input.call(Ident::parse_any)?;
    let text = key.to_string();
    if !KEYS.iter().any(|known| known.name == text) {
        return bare_word(input, &key, place, keys, errors);
    }
    check_place(&key, &text, place)?;
    match text.as_str() {
        "status" => {
            let value = status_value(input, &key)?;
            keys.status.set_at(key.span(), "the status", value, errors);
        }
        "transparent" => {
            let value = match input.peek(Token![=]) {
                true => Some(value(input, &key)?.tokens()),
                false => None,
            };
            keys.transparent.set(&key, value, errors);
        }
        "match" => {
            let value = read_match(input, &key, errors)?;
            keys.matches.set(&key, value, errors);
        }
        "name" => keys.name.set(&key, string(input, &key)?.value(), errors),
        "code" => keys.code.set(&key, code(input, &key)?, errors),
        "codes" => {
            let value = codes(input, &key, errors)?;
            keys.codes.set(&key, value, errors);
        }
        "title" => keys.title.set(&key, string(input, &key)?, errors),
        "detail" => keys.detail.set(&key, value(input, &key)?, errors),
        "expose" | "mask" => {
            if keys.exposure.is_set() {
                return Err(Error::new(
                    key.span(),
                    "`expose` and `mask` are given together, or twice: keep one of the two",
                ));
            }
            keys.exposure.set(&key, text == "expose", errors);
        }
        "problems" => keys.problems.set(&key, uri(input, &key)?, errors),
        "type" => keys.type_uri.set(&key, uri(input, &key)?, errors),
        "header" => {
            let list = group(input, &key)?;
            let pairs =
                |input: ParseStream| pairs(input, &key, |input, _| header(input, &key), errors);
            keys.headers.extend(pairs.parse2(list)?);
        }
        "retry_after" => keys.retry_after.set(&key, value(input, &key)?, errors),
        "extension" => {
            let list = group(input, &key)?;
            let pairs = |input: ParseStream| pairs(input, &key, extension, errors);
            keys.extensions.extend(pairs.parse2(list)?);
        }
        "log" => keys.log.set(&key, log(input, &key)?, errors),
        "default" => {
            let mut inner = Keys::default();
            if input.peek(token::Paren) {
                read_list(group(input, &key)?, Place::Default, &mut inner, errors);
            } else {
                let value = status_value(input, &key)?;
                inner.status.set(&key, value, errors);
            }
            if !inner.status.is_set() && !inner.broken {
                return Err(Error::new(
                    key.span(),
                    "`default` has no status: write `default(500, …)`",
                ));
            }
            keys.default.set(&key, Box::new(inner), errors);
        }
        "allow" => words(input, &key, |word| {
            let names: Vec<&str> = RULES.iter().map(|rule| rule.name).collect();
            let text = word.to_string();
            match RULES.iter().find(|rule| rule.name == text) {
                Some(rule) => keys.allowed.push(rule),
                None => errors.at(
                    word.span(),
                    format!("no rule is named `{text}`: {}", suggest::instead(&text, &names)),
                ),
            }
        })?,
        "without" => words(input, &key, |word| {
            let text = word.to_string();
            if FRAMEWORKS.contains(&text.as_str()) {
                keys.without.push(word);
            } else {
                errors.at(
                    word.span(),
                    format!(
                        "no framework is named `{text}`: {}",
                        suggest::instead(&text, FRAMEWORKS)
                    ),
                );
            }
        })?,
        "crate" => {
            let path = match value(input, &key)? {
                Value::Literal(Lit::Str(text)) => text.parse_with(Path::parse_mod_style)?,
                other => Path::parse_mod_style.parse2(other.tokens()).map_err(|_| {
                    Error::new(other.span(), "`crate` takes a path: write `crate = my::httperr`")
                })?,
            };
            keys.runtime.set(&key, path.into_token_stream(), errors);
        }
        _ => {}
    }
    Ok(())
}

/// A word that is no key: a registered name, or a mistake.
fn bare_word(
    input: ParseStream,
    word: &Ident,
    place: Place,
    keys: &mut Keys,
    errors: &Errors,
) -> Result<()> {
    let text = word.to_string();
    let alone = input.is_empty() || input.peek(Token![,]);
    if alone {
        if let Ok(status) = status::name(word) {
            keys.status.set_at(status.span, "the status", StatusKey::Fixed(status), errors);
            return Ok(());
        }
    }
    let names: Vec<&str> =
        KEYS.iter().filter(|key| key.places.contains(&place)).map(|key| key.name).collect();
    let instead = if let Some(key) = nearest(&text, names.iter().copied()) {
        format!("did you mean `{key}`?")
    } else if let Some(name) = status::near_name(&text).filter(|_| alone) {
        format!("did you mean the status `{name}`?")
    } else if let Some(key) = KEYS.iter().find(|key| nearest(&text, [key.name]).is_some()) {
        format!("did you mean `{}`? It does not belong on {}", key.name, place.name())
    } else {
        format!("on {} the keys are a status and {}", place.name(), suggest::list(&names))
    };
    Err(Error::new(word.span(), format!("`http` has no key `{text}`: {instead}")))
}

fn has_key(name: &str, place: Place) -> bool {
    KEYS.iter().any(|key| key.name == name && key.places.contains(&place))
}

/// A key in the wrong place says where it belongs.
fn check_place(key: &Ident, text: &str, place: Place) -> Result<()> {
    let Some(row) = KEYS.iter().find(|row| row.name == text) else { return Ok(()) };
    if row.places.contains(&place) {
        return Ok(());
    }
    let places: Vec<&str> = row.places.iter().map(|place| place.name()).collect();
    Err(Error::new(
        key.span(),
        format!(
            "`{text}` does not belong on {}: it is a key of {}, written `{}`",
            place.name(),
            join(&places),
            row.form
        ),
    ))
}

fn join(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}

/// A field says `extension` or `extension = "name"`.
fn field_item(input: ParseStream, keys: &mut Keys, errors: &Errors) -> Result<()> {
    if !input.peek(Ident::peek_any) {
        let token: TokenTree = input.parse()?;
        return Err(Error::new_spanned(
            &token,
            format!(
                "{} does not belong on a field: a field may be an `extension`, the status stands \
                 on the variant",
                quoted(&token)
            ),
        ));
    }
    let key = input.call(Ident::parse_any)?;
    let text = key.to_string();
    check_place(&key, &text, Place::Field)?;
    if text != "extension" {
        let instead = match nearest(&text, ["extension"]) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "on a field the only key is `extension`".to_owned(),
        };
        return Err(Error::new(key.span(), format!("`http` has no key `{text}`: {instead}")));
    }
    let name = match input.peek(Token![=]) {
        true => Some(string(input, &key)?),
        false => None,
    };
    keys.extension.set(&key, name, errors);
    Ok(())
}

/// How a key is written, for messages.
fn form(key: &Ident) -> String {
    let text = key.to_string();
    KEYS.iter().find(|row| row.name == text).map_or(String::new(), |row| row.form.to_owned())
}

fn needs_value(key: &Ident) -> Error {
    Error::new(key.span(), format!("`{key}` needs a value: write `{}`", form(key)))
}

/// `= value`, up to the next comma.
fn value(input: ParseStream, key: &Ident) -> Result<Value> {
    if input.parse::<Option<Token![=]>>()?.is_none() {
        return Err(needs_value(key));
    }
    rest(input).ok_or_else(|| needs_value(key))
}

/// What stands up to the next comma: a literal, or an expression as raw tokens.
fn rest(input: ParseStream) -> Option<Value> {
    let tokens = until(input, End::Comma);
    if tokens.is_empty() {
        return None;
    }
    Some(match syn::parse2::<Lit>(tokens.clone()) {
        Ok(literal) => Value::Literal(literal),
        Err(_) => match ungroup(&tokens).and_then(|inside| syn::parse2::<Lit>(inside).ok()) {
            Some(literal) => Value::Literal(literal),
            None => Value::Expression(tokens),
        },
    })
}

/// What an invisible group around a macro's fragment holds.
fn ungroup(tokens: &TokenStream) -> Option<TokenStream> {
    let mut tokens = tokens.clone().into_iter();
    match (tokens.next(), tokens.next()) {
        (Some(TokenTree::Group(group)), None) if group.delimiter() == Delimiter::None => {
            Some(group.stream())
        }
        _ => None,
    }
}

/// `= "text"`.
fn string(input: ParseStream, key: &Ident) -> Result<LitStr> {
    match value(input, key)? {
        Value::Literal(Lit::Str(text)) => Ok(text),
        other => Err(takes(key, "a string", &other)),
    }
}

fn takes(key: &Ident, what: &str, given: &Value) -> Error {
    Error::new_spanned(
        given.tokens(),
        format!("`{key}` takes {what}, not `{}`: write `{}`", given.tokens(), form(key)),
    )
}

/// `= "URI reference"` (RFC 3986).
fn uri(input: ParseStream, key: &Ident) -> Result<LitStr> {
    let text = string(input, key)?;
    let value = text.value();
    let bad = value.chars().find(|char| {
        !char.is_ascii()
            || char.is_ascii_control()
            || matches!(char, ' ' | '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}')
    });
    if let Some(bad) = bad {
        return Err(Error::new(
            text.span(),
            format!(
                "{bad:?} cannot stand in a URI (RFC 3986, section 2): write it percent-encoded"
            ),
        ));
    }
    if value.is_empty() {
        return Err(Error::new(text.span(), format!("`{key}` is empty: write `{}`", form(key))));
    }
    Ok(text)
}

/// `= "code"` or `= 1004`.
fn code(input: ParseStream, key: &Ident) -> Result<Code> {
    match value(input, key)? {
        Value::Literal(Lit::Str(text)) if !text.value().is_empty() => {
            Ok(Code { text: text.value(), number: false })
        }
        Value::Literal(Lit::Int(number)) if number.suffix().is_empty() => {
            Ok(Code { text: number.base10_digits().to_owned(), number: true })
        }
        other => Err(takes(key, "a string or an integer", &other)),
    }
}

/// `= 404`, `= NOT_FOUND`, or `= expr` over the fields.
fn status_value(input: ParseStream, key: &Ident) -> Result<StatusKey> {
    if input.parse::<Option<Token![=]>>()?.is_none() {
        return Err(needs_value(key));
    }
    let tokens = until(input, End::Comma);
    if tokens.is_empty() {
        return Err(needs_value(key));
    }
    let mut list = ungroup(&tokens).unwrap_or_else(|| tokens.clone()).into_iter();
    match (list.next(), list.next(), list.next()) {
        (Some(token @ TokenTree::Literal(_)), None, _) => {
            status::from_token(&token).map(StatusKey::Fixed)
        }
        (Some(TokenTree::Punct(minus)), Some(TokenTree::Literal(_)), None)
            if minus.as_char() == '-' =>
        {
            let parser = |input: ParseStream| status::parse(input, "http");
            parser.parse2(tokens).map(StatusKey::Fixed)
        }
        (Some(TokenTree::Ident(word)), None, _) => match status::name(&word) {
            Ok(status) => Ok(StatusKey::Fixed(status)),
            Err(error) => {
                let text = word.to_string();
                // A name in UPPER_SNAKE that is near a registered one is a misspelling; a field
                // or a constant of the user's is not.
                let upper = !text.chars().any(char::is_lowercase);
                match upper && status::near_name(&text).is_some() {
                    true => Err(error),
                    false => Ok(StatusKey::RunTime(tokens)),
                }
            }
        },
        _ => Ok(StatusKey::RunTime(tokens)),
    }
}

/// `(…)` after a key.
fn group(input: ParseStream, key: &Ident) -> Result<TokenStream> {
    match input.cursor().group(Delimiter::Parenthesis) {
        Some((inside, ..)) if !inside.eof() => {
            let TokenTree::Group(group) = input.parse::<TokenTree>()? else {
                return Err(needs_value(key));
            };
            Ok(group.stream())
        }
        Some(_) => {
            let _: TokenTree = input.parse()?;
            Err(Error::new(key.span(), format!("`{key}()` says nothing: write `{}`", form(key))))
        }
        None => Err(Error::new(key.span(), format!("`{key}` is written `{}`", form(key)))),
    }
}

/// `(word, word)` after a key.
fn words(input: ParseStream, key: &Ident, mut each: impl FnMut(Ident)) -> Result<()> {
    let list = group(input, key)?;
    let parser = |input: ParseStream| {
        while !input.is_empty() {
            if !input.peek(Ident::peek_any) {
                return Err(input.error(format!("`{key}` takes words: write `{}`", form(key))));
            }
            each(input.call(Ident::parse_any)?);
            if !input.is_empty() {
                input.parse::<Token![,]>()?;
            }
        }
        Ok(())
    };
    parser.parse2(list)
}

/// `name = value, name = value`, each read by `one`.
fn pairs<T>(
    input: ParseStream,
    key: &Ident,
    one: impl Fn(ParseStream, &Ident) -> Result<T>,
    errors: &Errors,
) -> Result<Vec<T>> {
    let mut read = Vec::new();
    while !input.is_empty() {
        match one(input, key) {
            Ok(pair) => read.push(pair),
            Err(error) => {
                errors.push(error);
                let _ = until(input, End::Comma);
            }
        }
        let _ = input.parse::<Option<Token![,]>>();
    }
    Ok(read)
}

/// `NAME = value` of `header(…)`.
fn header(input: ParseStream, key: &Ident) -> Result<Header> {
    let shape =
        "`header` is written `header(ALLOW = \"GET, HEAD\")`: a constant of `http::header`, \
                 a path to a `HeaderName` of your own, or a string, then `=` and the value";
    let span = input.span();
    let name = if input.peek(LitStr) {
        let text: LitStr = input.parse()?;
        HeaderName::Known(field_name(&text)?)
    } else if input.peek(Ident::peek_any) || input.peek(Token![::]) {
        let path = Path::parse_mod_style(input)?;
        let registered =
            path.segments.iter().rev().take(2).map(|segment| segment.ident.to_string());
        match (path.get_ident(), &registered.collect::<Vec<_>>()[..]) {
            (Some(constant), _) => HeaderName::Known(field_constant(constant)?),
            (None, [constant, module]) if module == "header" => {
                match FIELDS.iter().find(|row| row.constant == constant) {
                    Some(row) => HeaderName::Known(row.name.to_owned()),
                    None => HeaderName::Path(path.into_token_stream()),
                }
            }
            _ => HeaderName::Path(path.into_token_stream()),
        }
    } else {
        return Err(Error::new(span, shape));
    };
    if !input.peek(Token![=]) {
        return Err(Error::new(span, shape));
    }
    let value = value(input, key)?;
    if let Value::Literal(literal) = &value {
        check_header_value(name.known().unwrap_or("this header"), literal)?;
    }
    Ok(Header { name, span, value })
}

/// The name on the wire that a constant of `http::header` stands for.
fn field_constant(constant: &Ident) -> Result<String> {
    let text = constant.to_string();
    if let Some(row) = FIELDS.iter().find(|row| row.constant == text) {
        return Ok(row.name.to_owned());
    }
    let upper = text.to_uppercase();
    let instead = match nearest(&upper, FIELDS.iter().map(|row| row.constant)) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!(
            "write the name as a string, `\"{}\"`, or the path to a constant of your own, \
             `self::{text}`",
            text.to_lowercase().replace('_', "-")
        ),
    };
    Err(Error::new(constant.span(), format!("`http::header` has no constant `{text}`: {instead}")))
}

/// A field name from a string, in lower case (RFC 9110, section 5.1).
fn field_name(text: &LitStr) -> Result<String> {
    let name = text.value();
    let bad = name
        .chars()
        .find(|char| !char.is_ascii_alphanumeric() && !"!#$%&'*+-.^_`|~".contains(*char));
    match bad {
        Some(bad) => Err(Error::new(
            text.span(),
            format!(
                "{bad:?} cannot stand in the name of a header (RFC 9110, section 5.6.2): letters, \
                 digits and `-` can"
            ),
        )),
        None if name.is_empty() => Err(Error::new(
            text.span(),
            "the name of a header is empty (RFC 9110, section 5.1): write one such as `\"x-region\"`",
        )),
        None => Ok(name.to_ascii_lowercase()),
    }
}

/// The text of a header's literal value.
pub(crate) fn header_text(literal: &Lit) -> Option<String> {
    match literal {
        Lit::Str(text) => Some(text.value()),
        Lit::Int(number) => Some(number.base10_digits().to_owned()),
        Lit::Float(number) => Some(number.base10_digits().to_owned()),
        Lit::Bool(value) => Some(value.value.to_string()),
        Lit::Char(value) => Some(value.value().to_string()),
        _ => None,
    }
}

/// A literal value that can stand in a header (RFC 9110, section 5.5).
fn check_header_value(name: &str, literal: &Lit) -> Result<()> {
    let Some(text) = header_text(literal) else {
        return Err(Error::new(
            literal.span(),
            format!("a header's value is text: write `\"…\"` for `{}`", literal.to_token_stream()),
        ));
    };
    if let Some(bad) = text.chars().find(|char| *char != '\t' && !matches!(char, ' '..='~')) {
        return Err(Error::new(
            literal.span(),
            format!(
                "{bad:?} cannot stand in the value of {name} (RFC 9110, section 5.5): only \
                 visible ASCII, space and tab can"
            ),
        ));
    }
    if text != text.trim() {
        return Err(Error::new(
            literal.span(),
            format!(
                "the value of {name} has white space at an end, which is not part of a value \
                 (RFC 9110, section 5.5): write `{:?}`",
                text.trim()
            ),
        ));
    }
    Ok(())
}

/// `name = expr` of `extension(…)`.
fn extension(input: ParseStream, key: &Ident) -> Result<Extension> {
    let span = input.span();
    let name = if input.peek(LitStr) {
        input.parse::<LitStr>()?.value()
    } else if input.peek(Ident::peek_any) {
        input.call(Ident::parse_any)?.unraw().to_string()
    } else {
        return Err(Error::new(span, format!("`extension` is written `{}`", form(key))));
    };
    Ok(Extension { name, span, value: value(input, key)?.tokens() })
}

/// `= warn` or `= "warn"`.
fn log(input: ParseStream, key: &Ident) -> Result<Log> {
    let given = value(input, key)?;
    let text = match &given {
        Value::Literal(Lit::Str(text)) => text.value(),
        other => other.tokens().to_string(),
    };
    let names: Vec<&str> = LEVELS.iter().map(|level| level.name).collect();
    LEVELS.iter().find(|level| level.name == text).copied().ok_or_else(|| {
        Error::new_spanned(
            given.tokens(),
            format!("no log level is named `{text}`: {}", suggest::instead(&text, &names)),
        )
    })
}

/// `(case = "…", prefix = "…")`.
fn codes(input: ParseStream, key: &Ident, errors: &Errors) -> Result<Codes> {
    let list = group(input, key)?;
    let read = |input: ParseStream| {
        pairs(
            input,
            key,
            |input, _| {
                let name = input.call(Ident::parse_any)?;
                let text = name.to_string();
                if text != "case" && text != "prefix" {
                    return Err(Error::new(
                        name.span(),
                        format!(
                            "`codes` has no key `{text}`: {}",
                            suggest::instead(&text, &["case", "prefix"])
                        ),
                    ));
                }
                input.parse::<Token![=]>().map_err(|_| needs_value_of(&name, key))?;
                Ok((text, input.parse::<LitStr>().map_err(|_| needs_value_of(&name, key))?))
            },
            errors,
        )
    };
    let mut codes = Codes::default();
    for (name, text) in read.parse2(list)? {
        if name == "prefix" {
            codes.prefix = text.value();
            continue;
        }
        let value = text.value();
        codes.case = CASES.iter().find(|case| case.name == value);
        if codes.case.is_none() {
            let names: Vec<&str> = CASES.iter().map(|case| case.name).collect();
            errors.at(
                text.span(),
                format!("no case is named `{value}`: {}", suggest::instead(&value, &names)),
            );
        }
    }
    Ok(codes)
}

fn needs_value_of(name: &Ident, key: &Ident) -> Error {
    Error::new(name.span(), format!("`{name}` takes a string: write `{}`", form(key)))
}

/// The cases of serde's `rename_all`.
pub(crate) const CASES: &[Case] = &[
    Case { name: "kebab-case", apply: |name| text::snake(name).replace('_', "-") },
    Case { name: "snake_case", apply: text::snake },
    Case { name: "camelCase", apply: text::camel },
    Case { name: "PascalCase", apply: str::to_owned },
    Case { name: "SCREAMING_SNAKE_CASE", apply: |name| text::snake(name).to_ascii_uppercase() },
    Case {
        name: "SCREAMING-KEBAB-CASE",
        apply: |name| text::snake(name).to_ascii_uppercase().replace('_', "-"),
    },
    Case { name: "lowercase", apply: str::to_ascii_lowercase },
    Case { name: "UPPERCASE", apply: str::to_ascii_uppercase },
];

/// `expr { arms }` after `match`.
fn read_match(input: ParseStream, key: &Ident, errors: &Errors) -> Result<Match> {
    let mut scrutinee = TokenStream::new();
    while !input.is_empty() && !input.peek(token::Brace) {
        scrutinee.extend([input.parse::<TokenTree>()?]);
    }
    if scrutinee.is_empty() || input.is_empty() {
        return Err(Error::new(key.span(), format!("`match` is written `{}`", form(key))));
    }
    let TokenTree::Group(body) = input.parse::<TokenTree>()? else {
        return Err(needs_value(key));
    };
    let arms = |input: ParseStream| {
        let mut arms = Vec::new();
        while !input.is_empty() {
            match arm(input, errors) {
                Ok(arm) => arms.push(arm),
                Err(error) => {
                    errors.push(error);
                    let _ = until(input, End::Comma);
                }
            }
            let _ = input.parse::<Option<Token![,]>>();
        }
        Ok(arms)
    };
    Ok(Match { scrutinee, arms: arms.parse2(body.stream())? })
}

/// `pattern if guard => outcome`.
fn arm(input: ParseStream, errors: &Errors) -> Result<Arm> {
    let attributes = Attribute::parse_outer(input)?;
    let span = input.span();
    let mut guard = None;
    let pattern = until(input, End::Guard);
    if input.parse::<Option<Token![if]>>()?.is_some() {
        guard = Some(until(input, End::Arrow));
    }
    if input.parse::<Option<Token![=>]>>()?.is_none() || pattern.is_empty() {
        return Err(Error::new(
            span,
            "an arm is written `pattern => 404` or `pattern => (404, …)`",
        ));
    }
    let mut keys = Keys::default();
    if input.peek(token::Paren) {
        let TokenTree::Group(list) = input.parse::<TokenTree>()? else {
            return Err(input.error("an outcome is a status or `(404, …)`"));
        };
        read_list(list.stream(), Place::Arm, &mut keys, errors);
    } else if input.peek(Token![,]) || input.is_empty() {
        return Err(Error::new_spanned(
            pattern,
            "this arm has no outcome: write `pattern => 404` or `pattern => (404, …)`",
        ));
    } else {
        item(input, Place::Arm, &mut keys, errors)?;
    }
    Ok(Arm {
        attributes: attributes.iter().map(ToTokens::to_token_stream).collect(),
        pattern,
        guard,
        keys,
    })
}

/// What ends a stretch of raw tokens.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Comma,
    Arrow,
    /// `if` or `=>`.
    Guard,
}

/// The tokens of an expression or a pattern, which syn without `full` does not parse: up to the
/// end, but not inside a turbofish or the bars of a closure.
fn until(input: ParseStream, end: End) -> TokenStream {
    let mut tokens = TokenStream::new();
    let mut angles = 0usize;
    let mut closure = false;
    let mut start = true;
    let mut colons = false;
    while !input.is_empty() {
        let comma = angles == 0 && !closure && input.peek(Token![,]);
        let arrow = input.peek(Token![=>]);
        let stop = match end {
            End::Comma => comma,
            End::Arrow => arrow,
            End::Guard => arrow || input.peek(Token![if]),
        };
        if stop {
            break;
        }
        let Ok(token) = input.parse::<TokenTree>() else { break };
        match &token {
            TokenTree::Punct(punct) => {
                match punct.as_char() {
                    '<' if colons || angles > 0 => angles += 1,
                    '>' if angles > 0 => angles -= 1,
                    '|' if closure => closure = false,
                    '|' if start && end == End::Comma && angles == 0 => {
                        // `||` has no parameters between its bars.
                        let empty = punct.spacing() == Spacing::Joint && input.peek(Token![|]);
                        match input.parse::<TokenTree>() {
                            Ok(second) if empty => tokens.extend([token.clone(), second]),
                            Ok(first) => {
                                closure = true;
                                tokens.extend([token.clone(), first]);
                            }
                            Err(_) => tokens.extend([token.clone()]),
                        }
                        continue;
                    }
                    _ => {}
                }
                colons = punct.as_char() == ':';
                start = !matches!(punct.as_char(), '>' | '?');
            }
            TokenTree::Ident(ident) => {
                start = ident == "move" || ident == "return";
                colons = false;
            }
            _ => {
                start = false;
                colons = false;
            }
        }
        tokens.extend([token]);
    }
    tokens
}

/// The place of the first token.
pub(crate) fn span_of(tokens: &TokenStream) -> Span {
    tokens.clone().into_iter().next().map_or_else(Span::call_site, |token| token.span())
}
