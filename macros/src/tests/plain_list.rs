//! The two ways of a list of keys: from its tokens, and through the parser.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

use crate::syntax::key::AttrTarget;
use crate::syntax::plain_list;

const PLAIN: &[&str] = &[
    "404",
    "NOT_FOUND",
    "503,",
    "404, code = \"out-of-credit\"",
    "title = \"A \\u{e9} \\\"b\\\"\", 422, detail = \"no {x}, {0}\"",
    "404, detail = r#\"a \"b\"\"#, type = \"https://a.example/b\"",
    "429, retry_after = 30, header(CACHE_CONTROL = \"no-store\", \"X-Left\" = \"5\")",
    "429, header(\"x-a\" = \"\"), header(ALLOW = \"GET, HEAD\",), retry_after = 1u8",
    "500, expose",
    "mask, 404, title = \"a\",",
    "transparent",
    "404, detail = \"unclosed {\"",
    "204",
    "418, title = \"a\"",
    "404, body = { \"a\": code, \"b\": { \"c\"?: x, \"d\": \"\\\"e\" }, \"f\": null, }, code = \"a\"",
    "404, body = {}",
    "429, retry_after = 0",
    "429, retry_after = 0_30u64",
    "429, retry_after = 18446744073709551615",
];

const PLAIN_OF_ENUM: &[&str] = &[
    "codes(rename_all = \"snake_case\", prefix = \"shop.\"), body = { \"code\": code }",
    "codes(prefix = \"a\",)",
    "codes(rename_all = \"UPPERCASE\"), type_base = \"https://a.example\"",
    "body = { \"error\": { \"detail\": detail, \"x\"?: x } }",
];

const NOT_PLAIN_OF_ENUM: &[&str] = &[
    "codes()",
    "codes",
    "codes(rename_all = \"snake\")",
    "codes(case = \"snake_case\")",
    "codes(prefix)",
    "codes(prefix = 5)",
    "codes(prefix = \"a\" prefix = \"b\")",
    "codes(prefix = \"a\", prefix = \"b\")",
    "codes(rename_all = \"UPPERCASE\", rename_all = \"UPPERCASE\")",
    "codes(,)",
    "codes(prefix = \"a\"), codes(prefix = \"a\")",
    "body = text",
    "body = [code]",
    "body = { code }",
    "body = { \"a\" }",
    "body = { \"a\": }",
    "body = { \"a\":: code }",
    "body = { \"a\" = code }",
    "body = { \"a\": 5 }",
    "body = { \"a\": None }",
    "body = { \"a\": (code) }",
    "body = { \"a\": code \"b\": code }",
    "body = { \"a\": code, \"a\": title }",
    "body = { \"a\": code? }",
    "body = { \"a\": x.y }",
    "body = { \"a\": \"{x}\" }",
    "body = { \"{x}\": code }",
    "body = { , }",
    "body = { ..extensions }",
    "body = { \"a\": code }, body = {}",
    "body = { \"a\": code }.b",
];

const NOT_PLAIN: &[&str] = &[
    "",
    ",",
    "404,,",
    "404 410",
    "404 | 410",
    "-404",
    "600",
    "404u16, NOT_FOUNT",
    "404, 410",
    "\"404\"",
    "StatusCode::GONE",
    "404, title",
    "404, title = \"\"",
    "404, title = \" \"",
    "404, title = 5",
    "404, title = \"a\" \"b\"",
    "404, title = \"a\", title = \"b\"",
    "404, title = \"a\".len()",
    "404, title == \"a\"",
    "404, titel = \"a\"",
    "404, detail = format!(\"a\")",
    "404, code = \"\"",
    "404, code = 5",
    "404, type = \"a b\"",
    "404, codes = \"a\"",
    "404, extension(a = 5)",
    "404, expose, mask",
    "404, expose = true",
    "404, header()",
    "404, header(ALLOW)",
    "404, header(ALOW = \"GET\")",
    "404, header(\"a b\" = \"c\")",
    "404, header(ALLOW = \"a\\nb\")",
    "404, header(ALLOW = \" a\")",
    "404, header(ALLOW = 5)",
    "404, header(ALLOW = \"a\" = \"b\")",
    "404, header = \"a\"",
    "429, retry_after = \"soon\"",
];

fn group(text: &str) -> Group {
    Group::new(Delimiter::Parenthesis, text.parse().expect(text))
}

#[test]
fn a_plain_list_means_what_the_parser_reads() {
    for list in PLAIN {
        assert!(plain_list::parse(&group(list), AttrTarget::Variant).is_some(), "{list}");
        let tokens: TokenStream = list.parse().unwrap();
        // No list with such a group is plain.
        let (direct, parsed) = (expand(&tokens), expand(&wrap_literals(tokens.clone())));
        assert_eq!(direct, parsed, "{list}");
    }
    for list in PLAIN_OF_ENUM {
        assert!(plain_list::parse(&group(list), AttrTarget::Enum).is_some(), "{list}");
        let tokens: TokenStream = list.parse().unwrap();
        let parsed = expand_enum(&wrap_literals(tokens.clone()));
        assert_eq!(expand_enum(&tokens), parsed, "{list}");
    }
}

#[test]
fn a_list_with_a_mistake_or_another_key_is_left_to_the_parser() {
    for list in NOT_PLAIN {
        assert!(plain_list::parse(&group(list), AttrTarget::Variant).is_none(), "{list}");
    }
    for list in NOT_PLAIN_OF_ENUM {
        assert!(plain_list::parse(&group(list), AttrTarget::Enum).is_none(), "{list}");
    }
    for target in [AttrTarget::Enum, AttrTarget::Field] {
        let list = group("404, code = \"a\"");
        assert!(plain_list::parse(&list, target).is_none(), "{target:?}");
    }
}

fn expand(list: &TokenStream) -> String {
    let item = quote::quote! {
        enum E { #[error("a {x}")] #[http(#list)] A { x: Inner }, #[http(500)] B(u8) }
    };
    crate::derive::derive(item).to_string()
}

fn expand_enum(list: &TokenStream) -> String {
    let item = quote::quote! {
        #[http(#list)] enum E { #[error("a {x}")] #[http(404)] A { x: Inner }, #[http(500)] B(u8) }
    };
    crate::derive::derive(item).to_string()
}

/// Puts each literal in a group, as a fragment of `macro_rules!` is.
fn wrap_literals(tokens: TokenStream) -> TokenStream {
    let wrap = |token| match token {
        TokenTree::Group(list) => Group::new(list.delimiter(), wrap_literals(list.stream())).into(),
        token @ TokenTree::Literal(_) => Group::new(Delimiter::None, token.into()).into(),
        token => token,
    };
    tokens.into_iter().map(wrap).collect()
}
