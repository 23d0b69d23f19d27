//! `match expr { pattern => outcome, … }`.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::parse::{ParseStream, Parser as _};
use syn::{Attribute, Error, Result, Token};

use crate::diagnostics::errors::Errors;
use crate::syntax::ast::{Arm, HttpAttrs, MatchBlock};
use crate::syntax::key::SpannedKey;
use crate::syntax::tokens::{missing_comma, take_scrutinee, take_until, Stop};
use crate::syntax::value::{describe_token, missing_comma_before, token_span};

/// Parses `expr { arms }` after `match`. An outcome is a list of keys, which `outcome` parses.
pub(crate) fn parse(
    input: ParseStream,
    key: SpannedKey,
    outcome: &dyn Fn(ParseStream) -> HttpAttrs,
    errors: &Errors,
) -> Result<MatchBlock> {
    let scrutinee = take_scrutinee(input);
    if scrutinee.is_empty() || input.is_empty() {
        return Err(key.error(format!("unexpected syntax for `match`: write `{}`", key.usage())));
    }
    check_adjacent_names(&scrutinee, &format!("`{}`", key.usage()))?;
    let TokenTree::Group(body) = input.parse::<TokenTree>()? else {
        return Err(key.missing_value());
    };
    let mut block = MatchBlock { scrutinee, arms: Vec::new(), had_errors: false };
    let parser = |input: ParseStream| {
        while !input.is_empty() {
            let mut is_complete = true;
            match arm(input, outcome) {
                Ok(arm) => {
                    is_complete = !arm.attrs.had_errors;
                    block.arms.push(arm);
                }
                Err(error) => {
                    block.had_errors = true;
                    errors.push(error);
                    let _ = take_until(input, Stop::Comma);
                }
            }
            let comma = input.parse::<Option<Token![,]>>()?;
            if let (None, true, Some((token, _))) =
                (comma, is_complete, input.cursor().token_tree())
            {
                errors.at(token_span(&token), missing_comma_before(&token));
            }
        }
        Ok(())
    };
    parser.parse2(body.stream())?;
    Ok(block)
}

fn check_adjacent_names(tokens: &TokenStream, usage: &str) -> Result<()> {
    let Some(token) = missing_comma(tokens) else { return Ok(()) };
    let name = describe_token(&token);
    let message = format!("unexpected {name}: write {usage}");
    Err(Error::new(token_span(&token), message))
}

const ARM_USAGE: &str = "`pattern => 404` or `pattern => (404, …)`";

fn arm(input: ParseStream, outcome: &dyn Fn(ParseStream) -> HttpAttrs) -> Result<Arm> {
    let span = input.span();
    let attributes = Attribute::parse_outer(input)
        .map_err(|_| Error::new(span, "expected an attribute such as `#[cfg(unix)]`"))?;
    let span = input.span();
    let malformed = |what| Err(Error::new(span, format!("{what}: write {ARM_USAGE}")));
    let pattern = take_until(input, Stop::Guard);
    if pattern.is_empty() {
        return malformed("this arm has no pattern");
    }
    let guard = input.parse::<Option<Token![if]>>()?.map(|_| take_until(input, Stop::Arrow));
    if guard.as_ref().is_some_and(TokenStream::is_empty) {
        return malformed("this arm has no condition after `if`");
    }
    check_adjacent_names(&pattern, ARM_USAGE)?;
    check_adjacent_names(guard.as_ref().unwrap_or(&pattern), ARM_USAGE)?;
    if input.parse::<Option<Token![=>]>>()?.is_none() || input.is_empty() || input.peek(Token![,]) {
        return malformed("this arm has no outcome");
    }
    let attributes = attributes.iter().map(ToTokens::to_token_stream).collect();
    Ok(Arm { attributes, pattern, guard, attrs: outcome(input) })
}
