//! Random and mutated tokens: neither macro panics, and their expansions parse.
//!
//! `HTTPERR_FUZZ` sets the number of inputs of each kind, and `HTTPERR_SEED` the seed:
//! `HTTPERR_FUZZ=100000 cargo test -p httperr-macros fuzz`. A failing input is shrunk. Most of the time
//! is spent on parsing expansions: with `HTTPERR_UNPARSED=9`, those of nine of ten inputs are not parsed.

mod generator;
mod shrink;

use std::panic::{catch_unwind, AssertUnwindSafe};

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::quote;
use syn::parse::Parser as _;
use syn::DeriveInput;

use crate::syntax::key::{AttrTarget, Key, FIELD_EXTENSION_USAGE};
use crate::tests::error_messages;
use crate::tests::fuzz::generator::Generator;
use crate::tests::fuzz::shrink::shrink;
use crate::tests::random::{number, Random};
use crate::{derive, status_macro};

/// Declarations to be mutated. All but those with `union` and `-404` are valid.
const SEEDS: &[&str] = &[
    "#[http(404)] struct S;",
    r#"#[http(status = code, detail = "no {id}", mask, log = off)] struct S { code: u16, id: u8 }"#,
    r#"#[http(429, retry_after = wait, header("x-a" = wait.as_secs(), ALLOW = "GET"))]
       struct S<'a, T: Copy, const N: usize> where T: Send { wait: Duration, rest: [&'a T; N] }"#,
    "#[http(transparent)] struct S(#[from] Inner);",
    r#"#[http(codes(rename_all = "snake_case", prefix = "a."), type_base = "https://a.example/b", allow(leak), warn(undocumented))]
       #[http(default(500, expose, title = "x", code = "y"), without(axum), crate = ::a::b)]
       #[http(tag(a = "b", c = -5, "d" = true))]
       enum E {
           #[error("a {0}")] #[http(NOT_FOUND, code = "gone", type = "urn:a")] A(u8),
           #[error("b")] #[http(-404, extension(a = _0, "b" = 5))] B(u8),
           #[error(transparent)] #[http(400)] C(#[from] F),
           D { #[http(extension)] id: u8, #[http(extension = "b")] b: u8 },
       }"#,
    r#"enum E {
           #[http(match _0 {
               sqlx::Error::RowNotFound => 404,
               Some(1 | 2) => (503, retry_after = 5, name = "X"),
               #[cfg(unix)] e if is_duplicate(e) => (409, code = "duplicate"),
               F { a, .. } | &G(b) if let Some(x) = a && b => (transparent = x),
               1..=5 => (410),
               _ => 500,
           })]
           Db(#[from] sqlx::Error),
           #[http(match (_0, _1.len::<u8, u8>()) { (a, b) if a < b => GONE, _ => (500, mask) })]
           Two(u8, Vec<u8>),
           #[http(status = if *gone { 410 } else { 404 }, detail = |a, b| a + b)]
           If { gone: bool },
           #[http(404, detail = format!("{}, {x}", a), header(self::A = a::<b, c>(d), ::e::F = Some("g")))]
           G { a: u8, r#type: u8 },
           #[allow(deprecated)] #[http(305, allow(deprecated, redirect))] #[deprecated] H,
       }"#,
    r#"#[http(404, detail = "{a:>w$.p$} {{}} {p:?} {a}", extension(r#kind = r#type))]
       pub(crate) struct S { pub a: u8, w: usize, p: usize, r#type: u8 }"#,
    r#"#[http(body = { "error": { "code": code, "message": detail, "n": [1, -2.5, null, (a + 1)] },
           "why"?: why, "type": kind }, extension(kind = "api"))]
       enum E {
           #[http(404, extension(kind = why.len()))] #[error("a")] A { why: String, a: u8 },
           #[http(same_as = C, log = warn)] B,
           #[http(409, body = text, mask)] C,
           #[http(410, body = empty)] D,
           #[http(411, body = a::Xml<u8>, extension(b = 1))] F,
       }"#,
    r#"#[http(body = { "code": code, "id": request_id, ..extensions }, header("x-a" = "b"))]
       #[http(default(same_as = B))]
       enum E {
           #[error(transparent)]
           #[http(transparent, header("x-code" = code, "x-id" = instance), extension(a = _0.b()), log = warn)]
           A(#[from] F),
           #[http(404)] #[error("b")] B,
           #[http(404, headers = fields.iter(), extension(size = 1))] G { fields: Vec<u8> },
           #[http(match _0 { G(c) => (transparent = c, body = { "d": (c), ..extensions }), _ => (500, grpc = UNKNOWN) })]
           C(H),
           D,
       }"#,
    r#"enum E<T> {
           #[http(404, body = { "a": { ..b, "c": [d, (d)] } }, header("x-d" = d))]
           A { b: T, d: Option<u8>, #[http(default)] e: String },
           #[http(match f { F::A => 410, F::B { g, h: Some(i) } => (503, retry_after = g, extension(i = i)), F::C(-1) => 400, _ => 500 })]
           #[error("f")] F { f: F },
           #[http(other)] O(#[http(default)] u8, Problem),
       }"#,
    r#"#[http(languages("en", "zh-Hant", "de"), title("zh-Hant" = "b", de = "c"), title = "a")]
       enum E<T> {
           #[error("a {b}")] #[http(404, detail("zh-Hant" = "b {b}", de = c(b)), header("x-a" = title))]
           A { b: T },
           #[http(match _0 { 0 => (410, detail(en = "a", de = "c"), detail("zh-Hant" = "b {_0}")), _ => (503, detail = "d", detail("zh-Hant" = "e", de = "f {_0:?}")) })]
           B(u8),
           #[http(500)] C,
       }"#,
    r#"#[http(status = _0, title(zh = "a"), detail(fr = _0))] struct S(u16);"#,
    r#"#[http(404, detail = "no {id}")] struct S { _: u16, id: u8 }"#,
    "#[http(404)] union U { a: u8 }",
    "enum Never {}",
];

/// Returns the failure of the derive, if the tokens are an item that rustc may pass to it.
fn derive_failure(tokens: &TokenStream, parses: bool) -> Option<String> {
    syn::parse2::<DeriveInput>(tokens.clone()).ok()?;
    if has_broken_fragment(tokens) {
        return None;
    }
    let parse = |expansion: TokenStream| match syn::parse2::<syn::File>(expansion.clone()) {
        // syn rejects `impl default::A for B`, which rustc accepts.
        Err(_) if expansion.to_string().contains("impl default ::") => Ok(()),
        result => result.map(drop),
    };
    let parse = parses.then_some(parse);
    failure(|| derive::derive(tokens.clone()), parse)
        .or_else(|| failure(|| derive::from_problem(tokens.clone()), parse))
}

/// Returns whether an invisible group outside of attributes is not a fragment of `macro_rules!`, such
/// as a type with a comma. syn ignores the group, but rustc never creates one.
fn has_broken_fragment(tokens: &TokenStream) -> bool {
    let mut after_hash = false;
    tokens.clone().into_iter().any(|token| {
        let found = match &token {
            TokenTree::Group(group) if group.delimiter() == Delimiter::None => {
                after_hash || !is_fragment(&group.stream())
            }
            TokenTree::Group(group) => !after_hash && has_broken_fragment(&group.stream()),
            _ => false,
        };
        after_hash = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '#');
        found
    })
}

fn is_fragment(tokens: &TokenStream) -> bool {
    let is_visibility = |input: syn::parse::ParseStream| match input.parse::<syn::Visibility>()? {
        syn::Visibility::Inherited => Err(input.error("nothing")),
        _ => Ok(()),
    };
    is_visibility.parse2(tokens.clone()).is_ok()
        || syn::parse2::<syn::Type>(tokens.clone()).is_ok()
        || syn::parse2::<syn::Expr>(tokens.clone()).is_ok()
}

fn status_failure(tokens: &TokenStream, parses: bool) -> Option<String> {
    let input = quote!(krate #tokens);
    let parse = |expansion| syn::parse2::<syn::Expr>(expansion).map(drop);
    failure(|| status_macro::expand(input), parses.then_some(parse))
}

fn failure(
    expand: impl FnOnce() -> TokenStream,
    parse: Option<impl FnOnce(TokenStream) -> syn::Result<()>>,
) -> Option<String> {
    match catch_unwind(AssertUnwindSafe(expand)) {
        Err(_) => Some("a panic".to_owned()),
        Ok(expansion) => {
            let error = parse?(expansion.clone()).err()?;
            Some(format!("{error} in\n{expansion}"))
        }
    }
}

fn run(
    failure: fn(&TokenStream, bool) -> Option<String>,
    mut generate: impl FnMut(&mut Generator) -> TokenStream,
) {
    let mut generator = Generator(Random::new(number("HTTPERR_SEED", 0x9e37_79b9_7f4a_7c15)));
    let unparsed = number("HTTPERR_UNPARSED", 0);
    for index in 0..number("HTTPERR_FUZZ", 3_000) {
        let tokens = generate(&mut generator);
        if failure(&tokens, index % (unparsed + 1) == 0).is_some() {
            let tokens = shrink(tokens, &|tokens| failure(tokens, true).is_some());
            panic!("{tokens}\nmakes {}", failure(&tokens, true).unwrap_or_default());
        }
    }
}

#[test]
fn random_attributes_expand_to_valid_rust() {
    run(derive_failure, |generator| {
        let [of_type, of_variant, of_field] = [8, 12, 4].map(|most| generator.tokens(3, most));
        match generator.0.below(2) {
            0 => quote!(
                #[http(#of_variant)]
                struct S {
                    #[http(#of_field)]
                    a: u8,
                    b: T,
                }
            ),
            _ => quote! {
                #[http(#of_type)]
                enum E { #[http(#of_variant)] A(#[http(#of_field)] u8), #[http(404)] B { a: u8 } }
            },
        }
    });
}

#[test]
fn random_arms_expand_to_valid_rust() {
    run(derive_failure, |generator| {
        let arms: TokenStream = (0..generator.0.below(4))
            .map(|_| {
                let [pattern, guard, outcome] = [5, 4, 5].map(|most| generator.tokens(2, most));
                match generator.0.below(3) {
                    0 => quote!(#pattern => 404,),
                    1 => quote!(#pattern if #guard => (404, #outcome),),
                    _ => quote!(#pattern => #outcome,),
                }
            })
            .collect();
        let scrutinee = generator.tokens(1, 4);
        quote!(
            enum E {
                #[http(match #scrutinee { #arms })]
                A { a: u8 },
                #[http(match _0 { #arms })]
                B(T),
            }
        )
    });
}

#[test]
fn random_values_expand_to_valid_rust() {
    run(derive_failure, |generator| {
        let values: Vec<_> = (0..6).map(|_| generator.tokens(2, 6)).collect();
        let [status, detail, header, retry, extension, inner] = &values[..] else { unreachable!() };
        quote! {
            enum E {
                #[http(status = #status, detail = #detail, header("x-a" = #header, a::B = #header))]
                #[http(retry_after = #retry, extension(a = #extension))]
                A { a: u8 },
                #[http(transparent = #inner)]
                B(u8, u8),
            }
        }
    });
}

/// Puts text wherever a key or an attribute of another macro takes some.
#[test]
fn random_text_expands_to_valid_rust() {
    run(derive_failure, |generator| {
        let mut text = || {
            let literal = generator.text_literal();
            generator.in_groups(literal.into())
        };
        let (detail, display, doc, code) = (text(), text(), text(), text());
        let (title, uri, name, value) = (text(), text(), text(), text());
        match generator.0.below(4) {
            0 => quote! {
                #[doc = #doc]
                #[http(404, detail = #detail, code = #code, title = #title, type = #uri)]
                struct S { id: u8, r#type: u8, #[http(extension = #name)] w: usize, größe: u8 }
            },
            1 => quote! {
                #[http(codes(prefix = #code), type_base = #uri)]
                enum E {
                    #[doc = #doc] #[error(#display)] #[http(404)] A(u8, usize),
                    #[snafu(display(#display))] #[http(410, detail = #detail)] B { id: u8, w: usize },
                    #[http(411, header(#name = #value), retry_after = #value)] C,
                    #[http(#value)] D,
                }
            },
            2 => quote! {
                #[http(match _0 {
                    #value => (404, code = #code, name = #name),
                    a if a == #value => (410, detail = #detail, extension(#name = #value)),
                    _ => (411, header(ALLOW = #value, WWW_AUTHENTICATE = #value, ETAG = #value))
                })]
                struct S(String);
            },
            _ => quote! {
                #[http(body = { #name: #value, #title?: detail, "a": [#value, (f(#value))] })]
                #[http(default(500, detail = #detail, log = #value))]
                enum E { #[error(#display)] A, #[http(same_as = #name)] B, #[http(404, crate = #value)] C }
            },
        }
    });
}

#[test]
fn mutated_declarations_expand_to_valid_rust() {
    let seeds: Vec<TokenStream> = SEEDS.iter().map(|seed| seed.parse().unwrap()).collect();
    run(derive_failure, |generator| {
        let mut tokens = seeds[generator.0.below(seeds.len())].clone();
        for _ in 0..=generator.0.below(4) {
            let mutated = generator.mutate(tokens.clone());
            // rustc calls the derive for items only.
            if syn::parse2::<DeriveInput>(mutated.clone()).is_ok() {
                tokens = mutated;
            }
        }
        tokens
    });
}

#[test]
fn random_codes_expand_to_valid_rust() {
    run(status_failure, |generator| {
        let tokens = generator.tokens(2, 5);
        match generator.0.below(3) {
            0 => quote!(404 as #tokens),
            1 => quote!(404 #tokens),
            _ => tokens,
        }
    });
}

#[test]
fn the_seeds_expand_without_errors() {
    for seed in SEEDS.iter().filter(|seed| !seed.contains("union") && !seed.contains("-404")) {
        assert_eq!(error_messages(seed), "", "{seed}");
    }
}

#[test]
fn the_usage_of_each_key_compiles_on_its_first_target() {
    for key in Key::ALL.iter().copied() {
        let usage = key.usage();
        let status = match key {
            Key::Status | Key::Transparent | Key::Match | Key::SameAs => "",
            _ => "404,",
        };
        let declaration = match key.targets()[0] {
            AttrTarget::Enum => {
                // A text would need a translation.
                let own = if key == Key::Languages { "404, mask" } else { "404" };
                format!("#[http({usage})] enum E {{ #[http({own})] A {{ id: u8 }} }}")
            }
            AttrTarget::Struct => format!("#[http({status} {usage})] struct S {{ field: u8 }}"),
            AttrTarget::Variant if key == Key::Other => {
                format!("enum E {{ #[http({usage})] A(Problem) }}")
            }
            AttrTarget::Variant => {
                format!("enum E {{ #[http({usage})] A, #[error(\"b\")] #[http(404)] NotFound }}")
            }
            AttrTarget::Arm => {
                format!("#[http(match _0 {{ _ => ({status} {usage}) }})] struct S(u8);")
            }
            AttrTarget::Field => format!("#[http(404)] struct S {{ #[http({usage})] a: u8 }}"),
            AttrTarget::Default => unreachable!("{key:?} has another first"),
        };
        assert_eq!(error_messages(&declaration), "", "{declaration}");
    }
    let field = format!("#[http(404)] struct S {{ #[http({FIELD_EXTENSION_USAGE})] a: u8 }}");
    assert_eq!(error_messages(&field), "");
}
