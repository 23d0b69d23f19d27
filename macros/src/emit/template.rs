//! The text of an expansion.
//!
//! Everything that is the same in all expansions is in these templates; `$name` is a [`Hole`].
//! They are split while this crate is compiled, because it runs unoptimized in a user's build.

use proc_macro2::{Delimiter, Literal, TokenStream};
use quote::quote;

use crate::emit::catalog::Catalog;
use crate::emit::names::Names;

/// The whole expansion, after its diagnostics.
pub(crate) static EXPANSION: Template = split(
    "
#[automatically_derived]
$case_table
#[allow(deprecated, unreachable_code, unused_qualifications $lints)]
impl $impl_generics $runtime::HttpError for $ty $ty_generics where $predicates {
    #[inline]
    fn case<'__parts>(&'__parts self) -> $runtime::Case {
        $recursion_guard
        $runtime::__private0::case($table, match $scrutinee { $case_arms }, $ty_path)
    }
    $find_case
    $write_parts
    $catalog
}
$runtime::__adapt! {
    [$without] [$impl_generics] [$ty_text $ty_generics] [where $adapter_predicates] $adapter
    [$named_types] [$inner_types]
}",
);

/// `$case_table`: the table of cases in rustdoc.
pub(crate) static CASE_TABLE: Template = split(
    "#[cfg_attr(doc, doc = $runtime::__private0::case_table!($table $documented_rows) $doc_lints)]",
);

/// `$catalog` of a type with nothing but a table.
pub(crate) static CATALOG: Template = split(
    "
    #[inline]
    fn catalog() -> $runtime::Catalog {
        $runtime::__private0::catalog($table)
    }",
);

/// `$catalog` of a type with a format that is constant.
pub(crate) static CATALOG_WITH_FORMAT: Template = split(
    "
    #[inline]
    fn catalog() -> $runtime::Catalog {
        $runtime::__private0::with_format($runtime::__private0::catalog($table), $format)
    }",
);

/// `$ty_path`: what `type_name` returns for a type in a module, without a function for each type,
/// which a debug build compiles. For a type in a function the runtime asks for the parts.
pub(crate) static TY_PATH: Template =
    split("$runtime::__private0::concat!($runtime::__private0::module_path!(), \"::$ty_text\")");

/// `$ty_path` of a generic type.
pub(crate) static GENERIC_TY_PATH: Template = split("$runtime::__private0::type_name::<Self>()");

// The methods below are mostly tokens of the user's. Each stretch of text between tokens would be lexed
// by itself, which costs more than quoting it.

/// Returns the `$find_case` of a type with a case that only an inner error knows.
pub(crate) fn find_case(
    runtime: &TokenStream,
    inner: &TokenStream,
    undecided: &TokenStream,
) -> TokenStream {
    quote! {
        #[inline]
        fn find_case(&self) -> #runtime::Case {
            match self {
                #inner
                #undecided
                _ => #runtime::HttpError::case(self),
            }
        }
    }
}

/// Returns the `$write_parts` of a type with a case that has run-time parts. With `table`, it finds
/// cases too.
pub(crate) fn write_parts(
    names: &Names<'_>,
    table: Option<&Literal>,
    arms: &TokenStream,
) -> TokenStream {
    let Names { runtime, sink, .. } = names;
    let table = table
        .map(|table| quote!(const __HTTPERR_TABLE: &'static [#runtime::__private0::u8] = #table;));
    quote! {
        fn write_parts<'__parts>(&'__parts self, #sink: &mut #runtime::ResponseParts<'__parts>) {
            #table
            match self {
                #arms
                _ => {}
            }
        }
    }
}

/// Returns the `$catalog` of a type with inner errors, or with cases that `#[cfg]` may disable.
pub(crate) fn catalog_of(
    runtime: &TokenStream,
    table: &Literal,
    catalog: &Catalog,
    format: Option<&TokenStream>,
) -> TokenStream {
    let (disabled_cases, inner) = (catalog.disabled_cases(), catalog.inner());
    let mut expression = quote! {
        #runtime::__private0::catalog_of(
            #table,
            &__HTTPERR_KEY,
            &[#disabled_cases],
            &[#(#inner),*],
        )
    };
    let lists = [
        (quote!(in_envelopes), catalog.envelopes()),
        (quote!(with_media_types), catalog.media_types()),
    ];
    for (function, list) in lists {
        if !list.is_empty() {
            expression = quote!(#runtime::__private0::#function(#expression, &[#list]));
        }
    }
    if let Some(format) = format {
        expression = quote!(#runtime::__private0::with_format(#expression, #format));
    }
    quote! {
        fn catalog() -> #runtime::Catalog {
            static __HTTPERR_KEY: #runtime::__private0::Key = 0;
            #expression
        }
    }
}

pub(crate) struct Template(pub(crate) [Piece; MAX_PIECES]);

/// More than the longest template has; a longer one does not compile.
const MAX_PIECES: usize = 120;

/// A piece of a template.
#[derive(Clone, Copy)]
pub(crate) enum Piece {
    Text(&'static str),
    Hole(Hole),
    Open(Delimiter),
    Close,
    End,
}

/// A named part of a template that differs between expansions.
#[derive(Clone, Copy)]
pub(crate) enum Hole {
    Adapter,
    AdapterPredicates,
    CaseArms,
    /// The table of cases in rustdoc.
    CaseTable,
    Catalog,
    DocLints,
    DocumentedRows,
    FindCase,
    Format,
    ImplGenerics,
    /// The types of inner errors, and the types of the values of their envelopes.
    InnerTypes,
    Lints,
    /// The types of values that only a library knows.
    NamedTypes,
    Predicates,
    RecursionGuard,
    Runtime,
    Scrutinee,
    Table,
    Ty,
    TyGenerics,
    TyPath,
    /// The name of the type without its span.
    TyText,
    Without,
    WriteParts,
}

impl Hole {
    const fn named(name: &[u8]) -> Hole {
        match name {
            b"adapter" => Hole::Adapter,
            b"adapter_predicates" => Hole::AdapterPredicates,
            b"case_arms" => Hole::CaseArms,
            b"case_table" => Hole::CaseTable,
            b"catalog" => Hole::Catalog,
            b"doc_lints" => Hole::DocLints,
            b"documented_rows" => Hole::DocumentedRows,
            b"find_case" => Hole::FindCase,
            b"format" => Hole::Format,
            b"impl_generics" => Hole::ImplGenerics,
            b"inner_types" => Hole::InnerTypes,
            b"lints" => Hole::Lints,
            b"named_types" => Hole::NamedTypes,
            b"predicates" => Hole::Predicates,
            b"recursion_guard" => Hole::RecursionGuard,
            b"runtime" => Hole::Runtime,
            b"scrutinee" => Hole::Scrutinee,
            b"table" => Hole::Table,
            b"ty" => Hole::Ty,
            b"ty_generics" => Hole::TyGenerics,
            b"ty_path" => Hole::TyPath,
            b"ty_text" => Hole::TyText,
            b"without" => Hole::Without,
            b"write_parts" => Hole::WriteParts,
            _ => panic!("no hole has this name"),
        }
    }
}

const fn split(template: &'static str) -> Template {
    let bytes = template.as_bytes();
    let mut pieces = [Piece::End; MAX_PIECES];
    let mut count = 0;
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        at += 1;
        pieces[count] = match bytes[start] {
            b'$' => {
                while at < bytes.len() && is_name(bytes[at]) {
                    at += 1;
                }
                Piece::Hole(Hole::named(stretch(bytes, start + 1, at)))
            }
            b'{' => Piece::Open(Delimiter::Brace),
            b'(' => Piece::Open(Delimiter::Parenthesis),
            b'[' => Piece::Open(Delimiter::Bracket),
            b'}' | b')' | b']' => Piece::Close,
            _ => {
                while at < bytes.len() && !is_special(bytes[at]) {
                    at += 1;
                }
                match std::str::from_utf8(stretch(bytes, start, at)) {
                    Ok(text) => Piece::Text(text),
                    Err(_) => panic!("a template is ASCII"),
                }
            }
        };
        count += 1;
    }
    Template(pieces)
}

const fn stretch(bytes: &'static [u8], start: usize, end: usize) -> &'static [u8] {
    bytes.split_at(end).0.split_at(start).1
}

const fn is_name(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte == b'_'
}

const fn is_special(byte: u8) -> bool {
    matches!(byte, b'$' | b'{' | b'(' | b'[' | b'}' | b')' | b']')
}
