//! The expansion of `status!`.

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

/// Expands `status!`. The input is the path of the runtime as one token, then the tokens of the user.
pub(crate) fn expand(input: TokenStream) -> TokenStream {
    // Fast path for `status!(404)`.
    let mut tokens = input.into_iter();
    let start = [tokens.next(), tokens.next(), tokens.next()];
    if let [Some(TokenTree::Ident(runtime)), Some(code @ TokenTree::Literal(_)), None] = &start {
        if let Ok(status) = from_token(code) {
            return path_to(runtime, status, None);
        }
    }
    let input: TokenStream = start.into_iter().flatten().chain(tokens).collect();
    let parser = |input: ParseStream| {
        let runtime = input.call(Ident::parse_any)?;
        let status = parse(input)?;
        limits::check_numbers(input.cursor())?;
        let ty = match input.parse::<Option<Token![as]>>()? {
            Some(keyword) => Some(parse_type(input, keyword.span)?),
            None => None,
        };
        expect_end(input)?;
        Ok(path_to(&runtime, status, ty.as_ref()))
    };
    parser.parse2(input).unwrap_or_else(|error| shorten::compile_error(&error))
}

fn parse_type(input: ParseStream, keyword: Span) -> Result<Type> {
    let span = match input.is_empty() {
        true => keyword,
        false => input.span(),
    };
    let message = "`as` takes a type of status codes: write `status!(404 as u16)`";
    input.call(Type::without_plus).map_err(|_| syn::Error::new(span, message))
}

/// Returns the path to the constant of a code. All its tokens have the span of the code, where a lint
/// then points, and where an editor shows the documentation of the constant.
fn path_to(runtime: &Ident, status: Status, ty: Option<&Type>) -> TokenStream {
    let Status { code, span, .. } = status;
    let mut runtime = runtime.clone();
    runtime.set_span(runtime.span().located_at(span));
    let name = Ident::new(&format!("S{code}"), span);
    let Some(ty) = ty else {
        // A debug build of this crate takes more time for `quote!`.
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
        quote_spanned!(span=> #runtime::__private0::number::#name)
    } else {
        let mut number = Literal::u16_suffixed(code);
        number.set_span(span);
        number.into_token_stream()
    };
    if matches!(ty, Type::Path(path) if path.path.is_ident("u16")) {
        return number;
    }
    quote_spanned!(span=> #runtime::__private0::only_an_expression::<#ty>(#number))
}
