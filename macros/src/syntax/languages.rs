//! Languages: `languages("en", "zh")`, `title(zh = "…")` and `detail(zh = "…")`.

use httperr_registry::fields;
use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::ext::IdentExt as _;
use syn::parse::ParseStream;
use syn::{Error, LitStr, Result, Token};

use crate::diagnostics::errors::Errors;
use crate::syntax::ast::{HttpAttrs, Language, Text, Translation, Value};
use crate::syntax::key::{duplicate_message, Key, SpannedKey};
use crate::syntax::tokens::display_tokens;
use crate::syntax::value::{describe_token, list, parenthesized, token_span, value_to_comma};

/// The languages of a declaration.
#[derive(Default)]
pub(crate) struct Languages {
    /// None if the declaration does not name any. The first is that of the texts without one.
    pub(crate) tags: Vec<String>,
    /// They are those of `languages(…)`, so that each text needs each of them.
    pub(crate) are_required: bool,
}

const DEFAULT: &str = "en";

const MAX_LANGUAGES: usize = 64;

pub(crate) fn languages(
    input: ParseStream,
    key: SpannedKey,
    errors: &Errors,
) -> Result<Vec<Language>> {
    let mut languages: Vec<Language> = Vec::new();
    let found = list(parenthesized(input, key)?, errors, |input| {
        if !input.peek(LitStr) {
            return Err(unexpected(input, key, "a language tag as a string"));
        }
        language(input, key)
    })?;
    for language in found {
        match languages.iter().any(|other| is_same(&other.tag, &language.tag)) {
            true => errors.at(language.span, duplicate(&language)),
            false if languages.len() == MAX_LANGUAGES => errors.at(language.span, too_many()),
            false => languages.push(language),
        }
    }
    Ok(languages)
}

fn too_many() -> String {
    format!("too many languages: a type may have at most {MAX_LANGUAGES}")
}

fn duplicate(language: &Language) -> String {
    duplicate_message(&format!("the language `{}`", language.tag))
}

fn unexpected(input: ParseStream, key: SpannedKey, expected: &str) -> Error {
    let Some((token, _)) = input.cursor().token_tree() else { return key.missing_value() };
    let message =
        format!("expected {expected}, found {}: write `{}`", describe_token(&token), key.usage());
    Error::new(token_span(&token), message)
}

fn language(input: ParseStream, key: SpannedKey) -> Result<Language> {
    let span = input.span();
    let tag = match input.peek(LitStr) {
        true => input.parse::<LitStr>()?.value(),
        false => input.call(Ident::parse_any)?.unraw().to_string(),
    };
    let what = match fields::check("content-language", &tag) {
        Ok(()) if tag.is_empty() => "the language tag is empty".to_owned(),
        Ok(()) if tag.contains([',', ' ', '\t']) => {
            format!("expected one language tag, found `{tag}`")
        }
        Ok(()) => return Ok(Language { tag, span }),
        Err(malformed) => {
            format!("`{tag}` is not a language tag: {malformed} (RFC 5646, section 2.1)")
        }
    };
    let usage = match key.key {
        Key::Languages if tag.contains('_') => format!("\"{}\"", tag.replace('_', "-")),
        Key::Languages => key.usage().to_owned(),
        // An identifier has no hyphen.
        _ if tag.contains('_') => format!("{key}({})", example(&tag.replace('_', "-"))),
        _ => format!("{key}(zh = \"…\")"),
    };
    Err(Error::new(span, format!("{what}: write `{usage}`")))
}

pub(crate) fn translations(
    input: ParseStream,
    key: SpannedKey,
    translations: &mut Vec<Translation>,
    errors: &Errors,
) -> Result<()> {
    let tokens = parenthesized(input, key)?;
    if let Some(error) = text_without_language(&tokens, key) {
        return Err(error);
    }
    translations.extend(list(tokens, errors, |input| translation(input, key))?);
    Ok(())
}

fn text_without_language(tokens: &TokenStream, key: SpannedKey) -> Option<Error> {
    let mut tokens = tokens.clone().into_iter();
    let literal = tokens.next()?;
    let text: LitStr = syn::parse2(literal.to_token_stream()).ok()?;
    let example = match tokens.next() {
        None => format!("`{key} = {literal}`, or `{key}(en = {literal})`"),
        Some(TokenTree::Punct(comma)) if comma.as_char() == ',' => format!("`{}`", key.usage()),
        Some(_) => return None,
    };
    let message = format!("`{key}(…)` has a text for each language: write {example}");
    Some(Error::new(text.span(), message))
}

fn translation(input: ParseStream, key: SpannedKey) -> Result<Translation> {
    if !input.peek(LitStr) && !input.peek(Ident::peek_any) {
        let usage = format!("expected a language tag: write `{key}(zh = \"…\")`");
        return Err(Error::new(input.span(), usage));
    }
    let language = language(input, key)?;
    if input.peek(Token![-]) {
        let message = format!(
            "a language tag with subtags is a string: write `{key}(\"{}-…\" = \"…\")`",
            language.tag
        );
        return Err(Error::new(language.span, message));
    }
    let no_text = || {
        let message =
            format!("`{}` has no text: write `{key}({})`", language.tag, example(&language.tag));
        Error::new(language.span, message)
    };
    if input.parse::<Option<Token![=]>>()?.is_none() {
        return Err(match input.is_empty() || input.peek(Token![,]) {
            true => no_text(),
            false => {
                let found = input.parse::<TokenTree>()?;
                let message = format!(
                    "expected `=`, found {}: write `{key}({})`",
                    describe_token(&found),
                    example(&language.tag)
                );
                Error::new(token_span(&found), message)
            }
        });
    }
    let value = value_to_comma(input)?.ok_or_else(no_text)?;
    let text = if key.key == Key::Title { Text::Title } else { Text::Detail };
    if text == Text::Title {
        check_title(&value, key)?;
    }
    Ok(Translation { text, language, index: 0, value })
}

pub(crate) fn example(tag: &str) -> String {
    match tag.contains('-') {
        true => format!("\"{tag}\" = \"…\""),
        false => format!("{tag} = \"…\""),
    }
}

fn check_title(value: &Value, key: SpannedKey) -> Result<()> {
    let message = match value {
        Value::String(text) if !text.text().trim().is_empty() => return Ok(()),
        Value::String(_) => "the title is empty: write one, or remove it".to_owned(),
        other => format!(
            "expected a string as a title, found `{}`: write `{key}(zh = \"…\")`",
            display_tokens(&other.tokens())
        ),
    };
    Err(Error::new(value.span(), message))
}

/// Resolves the languages of a declaration, whose keys are on the type and on its variants. The texts in
/// the first language become those without one.
pub(crate) fn resolve(
    of_type: &mut HttpAttrs,
    of_variants: &mut [HttpAttrs],
    errors: &Errors,
) -> Languages {
    let mut languages = Languages::default();
    // Of a struct, the keys of the type are those of its only variant.
    for attrs in of_variants.iter().chain([&*of_type]) {
        if let Some(declared) = attrs.languages.get() {
            languages.tags = declared.iter().map(|language| language.tag.clone()).collect();
            // A language that seems to be missing may be one that could not be parsed.
            languages.are_required = !attrs.had_errors;
        }
    }
    for attrs in of_variants.iter_mut().chain([of_type]) {
        resolve_level(attrs, &mut languages, errors);
    }
    languages
}

fn resolve_level(attrs: &mut HttpAttrs, languages: &mut Languages, errors: &Errors) {
    if !attrs.translations.is_empty() {
        for translation in std::mem::take(&mut attrs.translations) {
            add(translation, attrs, languages, errors);
        }
    }
    if let Some(default) = attrs.default.get_mut() {
        resolve_level(default, languages, errors);
    }
    if let Some(block) = attrs.match_block.get_mut() {
        for arm in &mut block.arms {
            resolve_level(&mut arm.attrs, languages, errors);
        }
    }
}

fn add(
    mut translation: Translation,
    attrs: &mut HttpAttrs,
    languages: &mut Languages,
    errors: &Errors,
) {
    let Translation { text, language: Language { tag, span }, .. } = &translation;
    let (text, span) = (*text, *span);
    let Some(index) = index_of(tag, languages) else {
        let is_listed = languages.are_required;
        errors
            .at(span, if is_listed { unknown_language(tag, &languages.tags) } else { too_many() });
        return;
    };
    let what = format!("the {} in `{tag}`", text.name());
    translation.index = index;
    match (index, text, translation.value) {
        (0, Text::Title, Value::String(title)) => attrs.title.set_at(span, &what, title, errors),
        (0, Text::Detail, detail) => attrs.detail.set_at(span, &what, detail, errors),
        (_, _, value) => {
            let is_other = |other: &Translation| other.text != text || other.index != index;
            match attrs.translations.iter().all(is_other) {
                true => attrs.translations.push(Translation { value, ..translation }),
                false => errors.at(span, duplicate_message(&what)),
            }
        }
    }
}

fn index_of(tag: &str, languages: &mut Languages) -> Option<usize> {
    if languages.tags.is_empty() {
        languages.tags.push(DEFAULT.to_owned());
    }
    let index = languages.tags.iter().position(|other| is_same(other, tag));
    if index.is_none() && !languages.are_required && languages.tags.len() < MAX_LANGUAGES {
        languages.tags.push(tag.to_owned());
        return Some(languages.tags.len() - 1);
    }
    index
}

fn is_same(tag: &str, other: &str) -> bool {
    tag.eq_ignore_ascii_case(other)
}

fn unknown_language(tag: &str, tags: &[String]) -> String {
    let listed: Vec<String> = tags.iter().map(|tag| format!("\"{tag}\"")).collect();
    let listed = listed.join(", ");
    format!(
        "`{tag}` is not one of the `languages({listed})` of this type: add it there, or write one \
         of these"
    )
}
