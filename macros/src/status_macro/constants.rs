//! The constants that `status!` expands to. An editor shows their documentation at the code.

use std::fmt::Write as _;

use httperr_registry::{effective, get, Class, Code, Level, When, FIELDS};
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

use crate::diagnostics::warning::deprecation_note;

/// Returns a module `code` with `S100` to `S599`, and a module `number` with the deprecated ones as `u16`.
pub(crate) fn expand() -> TokenStream {
    let codes = (100..=599).map(|code| {
        let (name, number) = (name(code), Literal::u16_suffixed(code));
        let documentation = documentation(code);
        let deprecated = deprecated(code);
        quote! {
            #[doc = #documentation]
            #deprecated
            pub const #name: ::http::StatusCode = super::code(#number);
        }
    });
    let numbers = (100..=599).filter_map(|code| {
        let deprecated = deprecated(code)?;
        let (name, number) = (name(code), Literal::u16_suffixed(code));
        let documentation = documentation(code);
        Some(quote! {
            #[doc = #documentation]
            #deprecated
            pub const #name: u16 = #number;
        })
    });
    let fields = FIELDS.iter().map(|row| row.name);
    let count = FIELDS.len();
    quote! {
        /// The names of the registry's header fields, by their index there.
        pub(crate) static FIELD_NAMES: [::http::HeaderName; #count] =
            [#(::http::HeaderName::from_static(#fields)),*];
        /// Every status code as a constant.
        pub mod code { #(#codes)* }
        /// The status codes that should not be used, as numbers.
        pub mod number { #(#numbers)* }
    }
}

fn name(code: u16) -> Ident {
    Ident::new(&format!("S{code}"), Span::call_site())
}

fn deprecated(code: u16) -> Option<TokenStream> {
    let note = deprecation_note(get(code)?)?;
    Some(quote!(#[deprecated(note = #note)]))
}

fn documentation(code: u16) -> String {
    let Some(row) = get(code) else {
        let class = match Class::of(code) {
            Class::Informational => "interim response",
            Class::Successful => "success",
            Class::Redirection => "redirection",
            Class::ClientError => "client error",
            Class::ServerError => "server error",
        };
        return format!(
            "**{code}**: not registered with IANA. A client treats it as {}, a {class} (RFC 9110, \
             section 15).",
            effective(code)
        );
    };
    let Code { phrase, name, spec, meaning, meaning_zh, .. } = row;
    let mut text = format!("**{code} {phrase}** (`{name}`; {spec})\n\n{meaning}\n\n{meaning_zh}\n");
    for field in row.fields {
        let level = match field.level {
            Level::Must => "must carry",
            Level::Should => "should carry",
            _ => "ought to carry",
        };
        let when = match field.when {
            When::Always => String::new(),
            When::If(condition) => format!(": {condition}"),
        };
        let _ = write!(text, "\n- {level} `{}` ({}){when}", field.name, field.spec);
    }
    text
}
