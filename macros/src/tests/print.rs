//! Prints packed tables, for people.
//!
//! To see what a declaration expands to, and its table:
//!
//! ```sh
//! HTTPERR_DERIVE='enum E { #[http(404)] A }' \
//!     cargo test -p httperr-macros prints_a_derive -- --ignored --nocapture
//! ```

use std::fmt::Write as _;

use httperr_registry::table_format::{
    Facts, Flags, HeaderName, Op, Reader, Row, Table, Tag, Trailer, GRPC_TAG,
};
use httperr_registry::FIELDS;
use proc_macro2::{TokenStream, TokenTree};

use crate::derive::derive;

/// Returns an expansion as rustfmt would format it.
pub(super) fn expansion(declaration: &str) -> String {
    let tokens = derive(declaration.parse().unwrap());
    prettyplease::unparse(&syn::parse2(tokens).unwrap())
}

pub(super) fn table(declaration: &str) -> String {
    let tokens = derive(declaration.parse().unwrap());
    print(&find_table(tokens).expect("an expansion without a table").value())
}

fn find_table(tokens: TokenStream) -> Option<syn::LitByteStr> {
    tokens.into_iter().find_map(|token| match token {
        TokenTree::Group(group) => find_table(group.stream()),
        TokenTree::Literal(literal) => syn::parse_str(&literal.to_string()).ok(),
        _ => None,
    })
}

fn print(bytes: &[u8]) -> String {
    let table = Table::new(bytes);
    let mut out = format!("{} bytes, {} cases\n", bytes.len(), table.case_count());
    for index in 0..table.case_count() {
        let original = table.row(index).unwrap();
        print_case(&mut out, table, original, &format!("case {index}"));
        for (language, tag) in table.languages().enumerate().skip(1) {
            let row = table.row_in(index, language).unwrap();
            match row == original {
                true => writeln!(out, "\ncase {index} in {tag}: the same").unwrap(),
                false => print_case(&mut out, table, row, &format!("case {index} in {tag}")),
            }
        }
    }
    out
}

fn print_case(out: &mut String, table: Table<'_>, row: Row, name: &str) {
    let flags = row.flags;
    let status = if row.status == 0 { "at run time".to_owned() } else { row.status.to_string() };
    writeln!(out, "\n{name}: status {status}, entry at {}", row.offset).unwrap();
    writeln!(out, "  log: {:?}, body: {:?}", flags.log(), flags.body()).unwrap();
    let names: Vec<&str> =
        FLAGS.iter().filter(|(flag, _)| flags.has(*flag)).map(|(_, name)| *name).collect();
    if !names.is_empty() {
        writeln!(out, "  flags: {}", names.join(" ")).unwrap();
    }
    print_entry(out, table.entry(row.offset), flags);
}

const FLAGS: &[(Flags, &str)] = &[
    (Flags::FULLY_CONSTANT, "FULLY_CONSTANT"),
    (Flags::CONSTANT_BODY, "CONSTANT_BODY"),
    (Flags::EXPOSE, "EXPOSE"),
    (Flags::MASK, "MASK"),
    (Flags::DETAIL_AT_RUN_TIME, "DETAIL_AT_RUN_TIME"),
    (Flags::CONSTANT_DETAIL, "CONSTANT_DETAIL"),
    (Flags::DETAIL_IS_DISPLAY, "DETAIL_IS_DISPLAY"),
    (Flags::DETAIL_FROM_METHOD, "DETAIL_FROM_METHOD"),
    (Flags::ALLOW_SUCCESS, "ALLOW_SUCCESS"),
    (Flags::PROBLEM_IS_DECLARED, "PROBLEM_IS_DECLARED"),
];

const FACTS: &[(Facts, &str)] = &[
    (Facts::NUMBER_CODE, "the code is a number"),
    (Facts::PRIVATE_NAME, "the name is private"),
    (Facts::SAME_AS, "on the wire it is another case"),
];

fn print_entry(out: &mut String, mut entry: Reader<'_>, flags: Flags) {
    for _ in 0..entry.number() {
        let (name, value) = entry.header();
        let name = match name {
            HeaderName::Registered(index) => FIELDS[index].name,
            HeaderName::Literal(name) => text(name),
        };
        writeln!(out, "  header: {name}: {}", text(value)).unwrap();
    }
    let body = entry.text();
    match flags.has(Flags::CONSTANT_BODY) {
        true => writeln!(out, "  content: {}", text(body)).unwrap(),
        false => print_program(out, Reader::new(body)),
    }
    for name in ["name", "code", "title", "type", "detail", "description"] {
        let value = entry.text();
        if !value.is_empty() {
            writeln!(out, "  {name}: {}", text(value)).unwrap();
        }
    }
    let Trailer { shared_headers, facts } = entry.trailer();
    if shared_headers > 0 {
        writeln!(out, "  headers of the enum: the last {shared_headers}").unwrap();
    }
    for (fact, text) in FACTS {
        if facts.has(*fact) {
            writeln!(out, "  {text}").unwrap();
        }
    }
    for _ in 0..entry.number() {
        let (name, value) = entry.tag();
        match value {
            Tag::Integer(code) if name == GRPC_TAG.as_bytes() => {
                writeln!(out, "  gRPC code: {code}")
            }
            Tag::Text(value) => writeln!(out, "  tag: {} = {:?}", text(name), text(value)),
            Tag::Integer(value) => writeln!(out, "  tag: {} = {value}", text(name)),
            Tag::Bool(value) => writeln!(out, "  tag: {} = {value}", text(name)),
        }
        .unwrap();
    }
    if facts.has(Facts::LATER_PARTS) {
        print_later(out, &mut entry);
    }
}

fn print_later(out: &mut String, entry: &mut Reader<'_>) {
    for _ in 0..entry.number() {
        let (name, ty) = entry.later_pair();
        writeln!(out, "  header from run time: {name} ({ty})").unwrap();
    }
    for _ in 0..entry.number() {
        let (ty, example) = entry.later_pair();
        writeln!(out, "  value: ({ty}) {example}").unwrap();
    }
    for _ in 0..entry.number() {
        let (name, ty) = entry.later_pair();
        writeln!(out, "  member of the envelope: {name} ({ty})").unwrap();
    }
}

fn print_program(out: &mut String, mut program: Reader<'_>) {
    out.push_str("  program:\n");
    loop {
        match program.text() {
            [] => {}
            literal => writeln!(out, "    {}", text(literal)).unwrap(),
        }
        let Some(op) = program.op() else { return };
        write!(out, "    <{op:?}").unwrap();
        match op {
            Op::Member
            | Op::DetailMember
            | Op::InstanceMember
            | Op::RequestIdMember
            | Op::CodeMember
            | Op::TypeMember => {
                write!(out, " {}", text(program.text())).unwrap();
            }
            Op::Spread | Op::Extensions => {
                let object = program.number();
                write!(out, " object={object} own={}", text(program.text())).unwrap();
            }
            _ => {}
        }
        out.push_str(">\n");
    }
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

#[test]
#[ignore = "prints the declaration in HTTPERR_DERIVE"]
fn prints_a_derive() {
    let declaration = std::env::var("HTTPERR_DERIVE").expect("HTTPERR_DERIVE is a declaration");
    println!("{}\n{}", expansion(&declaration), table(&declaration));
}

#[test]
fn every_part_of_a_table_is_printed() {
    let printed = table(
        r#"#[http(header("x-all" = "1", CACHE_CONTROL = "no-store"))]
           enum E {
               #[http(status = _0, extension(a = _1), log = off, expose)]
               A(u16, u8),
               /// Of a shape of its own.
               #[http(418, code = "b", tag(metric = "db", level = -1, sentry = true), body = { "e": detail, ..(_0) })]
               B(u8),
           }"#,
    );
    for part in [
        "status at run time",
        "log: Off, body: Problem",
        "flags: EXPOSE",
        "header: x-all: 1",
        "header: cache-control: no-store",
        "<Status>",
        "<Member \"a\">",
        "<Spread object=0 own=[\"e\"]>",
        "headers of the enum: the last 2",
        "code: b",
        "tag: metric = \"db\"",
        "tag: level = -1",
        "tag: sentry = true",
        "description: Of a shape of its own.",
    ] {
        assert!(printed.contains(part), "`{part}` is missing:\n{printed}");
    }
}
