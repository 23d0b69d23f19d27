//! `status!`.

use proc_macro2::{Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::{quote_spanned, ToTokens};
use syn::ext::IdentExt as _;
use syn::parse::{ParseStream, Parser as _};
use syn::{Result, Token, Type};

use crate::diagnostics::shorten;
use crate::diagnostics::warning::deprecation_note;
use crate::syntax::limits;
use crate::syntax::status_code::{expect_end, from_token, parse, Status};

pub(crate) mod constants;

/// `status!`: the runtime's path as one token, then what the user wrote.
pub(crate) fn expand(input: TokenStream) -> TokenStream {
    // Most are a code, and need no parser.
    let mut tokens = input.clone().into_iter();
    if let (Some(TokenTree::Ident(runtime)), Some(code @ TokenTree::Literal(_)), None) =
        (tokens.next(), tokens.next(), tokens.next())
    {
        if let Ok(status) = from_token(&code) {
            return path_to(&runtime, status, None);
        }
    }
    let parser = |input: ParseStream| {
        let runtime = input.call(Ident::parse_any)?;
        let status = parse(input)?;
        limits::check_numbers(input.cursor())?;
        let ty = match input.parse::<Option<Token![as]>>()? {
            Some(word) => Some(read_type(input, word.span)?),
            None => None,
        };
        expect_end(input)?;
        Ok(path_to(&runtime, status, ty.as_ref()))
    };
    parser.parse2(input).unwrap_or_else(|error| shorten::compile_error(&error))
}

fn read_type(input: ParseStream, word: Span) -> Result<Type> {
    let place = match input.is_empty() {
        true => word,
        false => input.span(),
    };
    let wrong = "`as` takes a type of status codes: write `status!(404 as u16)`";
    input.call(Type::without_plus).map_err(|_| syn::Error::new(place, wrong))
}

/// The path to the constant of a code. All its tokens lie where the user wrote the code: so a
/// lint on the constant points there, and an editor shows its documentation there.
fn path_to(runtime: &Ident, status: Status, ty: Option<&Type>) -> TokenStream {
    let Status { code, span } = status;
    let mut runtime = runtime.clone();
    runtime.set_span(runtime.span().located_at(span));
    let name = Ident::new(&format!("S{code}"), span);
    let Some(ty) = ty else {
        // Token by token, which takes a debug build of this crate less time than `quote!`.
        let module = Ident::new("__code", span);
        let colon = |spacing| {
            let mut colon = Punct::new(':', spacing);
            colon.set_span(span);
            TokenTree::Punct(colon)
        };
        let (joint, alone) = (colon(Spacing::Joint), colon(Spacing::Alone));
        let path = [
            runtime.into(),
            joint.clone(),
            alone.clone(),
            module.into(),
            joint,
            alone,
            name.into(),
        ];
        return path.into_iter().collect();
    };
    let number = if status.row().and_then(deprecation_note).is_some() {
        quote_spanned!(span=> #runtime::__private::number::#name)
    } else {
        let mut number = Literal::u16_suffixed(code);
        number.set_span(span);
        number.into_token_stream()
    };
    if matches!(ty, Type::Path(path) if path.path.is_ident("u16")) {
        return number;
    }
    quote_spanned!(span=> #runtime::__private::only_an_expression::<#ty>(#number))
}
