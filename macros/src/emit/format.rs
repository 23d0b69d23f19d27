//! The method `write_format`, for an error that is none of the cases of an enum.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::emit::bounds::Bounds;
use crate::emit::names::Names;
use crate::emit::parts::{self, EnvelopeParts};
use crate::model::{Format, Variant};

pub(crate) fn write_format(
    names: &Names<'_>,
    format: &Format<'_>,
    bounds: &mut Bounds<'_>,
) -> TokenStream {
    let Names { runtime, sink, .. } = names;
    let Format { envelope, code_case, code_prefix, declares_codes } = format;
    let code_case = Literal::u8_unsuffixed(*code_case as u8);
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
    let mut write = quote! {
        #runtime::ResponseParts::format_of(
            #sink, #table, #format, #code_case, #code_prefix, #declares_codes
        )
    };
    if !(added.is_empty() && headers.is_empty()) {
        write = quote!(if #write { #added #headers });
    }
    quote! {
        fn write_format(#sink: &mut #runtime::ResponseParts<'_>) {
            #write;
        }
    }
}
