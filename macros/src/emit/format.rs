//! The format of an enum, for an error that is none of its cases.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::emit::bounds::Bounds;
use crate::emit::names::Names;
use crate::emit::parts::{self, EnvelopeParts};
use crate::model::{Format, Variant};

pub(crate) enum EmittedFormat {
    /// It is the default.
    None,
    /// It is constant: the arguments of `with_format`, as source text. They are part of `catalog`,
    /// since a method costs rustc more than a variant does.
    Arguments(String),
    /// The method `write_format`.
    Method(TokenStream),
}

pub(crate) fn emit(
    names: &Names<'_>,
    format: &Format<'_>,
    bounds: &mut Bounds<'_>,
) -> EmittedFormat {
    let Names { runtime, sink, .. } = names;
    let Format { envelope, code_case, code_prefix, declares_codes } = format;
    let code_case = Literal::u8_unsuffixed(*code_case as u8);
    let code_prefix = Literal::string(code_prefix);
    let variant = Variant {
        ident: None,
        fields: Vec::new(),
        attributes: &[],
        scrutinee: None,
        branches: Vec::new(),
        is_other: false,
        allowed: Vec::new(),
    };
    let EnvelopeParts { table, format, added, headers, .. } =
        parts::envelope_parts(names, &variant, envelope, bounds);
    if added.is_empty() && headers.is_empty() {
        return EmittedFormat::Arguments(format!(
            "{table}, {format}, {code_case}, {code_prefix}, {declares_codes}"
        ));
    }
    EmittedFormat::Method(quote! {
        fn write_format(#sink: &mut #runtime::ResponseParts<'_>) {
            if #runtime::ResponseParts::format_of(
                #sink, #table, #format, #code_case, #code_prefix, #declares_codes
            ) {
                #added #headers
            };
        }
    })
}
