//! The decoder reads back what the encoder writes.

use httperr_registry::table_format::sources::{write_sources, FieldSource, PackedSources, Sources};
use httperr_registry::table_format::{
    first_entry, table_header, table_header_with_languages, BodyKind, ConstOutput, EnvelopeBody,
    Facts, Flags, HeaderName, LogLevel, Op, Output, Reader, Row, Table, Tag, Text, Texts, Trailer,
    ValueType,
};
use proptest::collection::vec;
use proptest::prelude::*;

#[derive(Default)]
struct Bytes(Vec<u8>);

impl Output for Bytes {
    fn bytes(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }
}

const OPS: [Op; 18] = [
    Op::Status,
    Op::Title,
    Op::Detail,
    Op::Instance,
    Op::RequestId,
    Op::Text,
    Op::Value,
    Op::Member,
    Op::DetailMember,
    Op::InstanceMember,
    Op::RequestIdMember,
    Op::Comma,
    Op::Spread,
    Op::Code,
    Op::Type,
    Op::CodeMember,
    Op::TypeMember,
    Op::Extensions,
];

const LOG_LEVELS: [LogLevel; 7] = [
    LogLevel::ByStatus,
    LogLevel::Off,
    LogLevel::Error,
    LogLevel::Warn,
    LogLevel::Info,
    LogLevel::Debug,
    LogLevel::Trace,
];

const BODY_KINDS: [BodyKind; 5] =
    [BodyKind::Problem, BodyKind::Json, BodyKind::Text, BodyKind::Empty, BodyKind::Custom];

const SINGLE_FLAGS: [Flags; 10] = [
    Flags::FULLY_CONSTANT,
    Flags::EXPOSE,
    Flags::MASK,
    Flags::DETAIL_AT_RUN_TIME,
    Flags::CONSTANT_DETAIL,
    Flags::DETAIL_IS_DISPLAY,
    Flags::ALLOW_SUCCESS,
    Flags::DETAIL_FROM_METHOD,
    Flags::CONSTANT_BODY,
    Flags::PROBLEM_IS_DECLARED,
];

const FACTS: [Facts; 4] =
    [Facts::NUMBER_CODE, Facts::PRIVATE_NAME, Facts::SAME_AS, Facts::LATER_PARTS];

#[test]
fn the_outermost_part_of_a_type_is_parsed() {
    assert_eq!(ValueType::parse("?[str"), ValueType::Optional("[str"));
    assert_eq!(ValueType::parse("[str"), ValueType::List("str"));
    assert_eq!(ValueType::parse("{*Money"), ValueType::Map("*Money"));
    assert_eq!(ValueType::parse("*Money"), ValueType::Named("Money"));
    assert_eq!(ValueType::parse("=[1]"), ValueType::Constant("[1]"));
    assert_eq!(ValueType::parse("bool"), ValueType::Bool);
    assert_eq!(ValueType::parse("f64"), ValueType::Float("f64"));
    assert_eq!(ValueType::parse("str"), ValueType::Text);
    assert_eq!(ValueType::parse("errors"), ValueType::FieldErrors);
    assert_eq!(ValueType::parse(""), ValueType::Unknown);
    for name in ValueType::INTEGERS {
        assert_eq!(ValueType::parse(name), ValueType::Integer(name));
    }
    let never_null = ["str", "[?str", "i64", "errors"];
    assert!(never_null.iter().all(|text| ValueType::parse(text).is_never_null()));
    assert!(["", "?str", "*Money"].iter().all(|text| !ValueType::parse(text).is_never_null()));
}

#[test]
fn every_operation_is_decoded_from_its_opcode() {
    for op in OPS {
        assert_eq!(Op::from_byte(op as u8), op);
    }
    for opcode in (0..=u8::MAX).filter(|opcode| OPS.iter().all(|op| *op as u8 != *opcode)) {
        assert_eq!(Op::from_byte(opcode), Op::Value);
    }
}

#[test]
fn no_two_flags_share_a_bit() {
    for log in LOG_LEVELS {
        for body in BODY_KINDS {
            let none = Flags::new(log, body);
            for (index, flag) in SINGLE_FLAGS.into_iter().enumerate() {
                let flags = none.with(flag);
                assert_eq!((flags.log(), flags.body()), (log, body));
                for (other_index, other) in SINGLE_FLAGS.into_iter().enumerate() {
                    assert_eq!(flags.has(other), index == other_index);
                }
                for other in BODY_KINDS {
                    assert_eq!(flags.has_body(other), other == body);
                    let changed = flags.with_body(other);
                    assert_eq!((changed.log(), changed.body()), (log, other));
                    assert_eq!(changed.has(flag), flag != Flags::CONSTANT_BODY);
                }
                for other in LOG_LEVELS {
                    let changed = flags.with_log(other);
                    assert_eq!((changed.log(), changed.body()), (other, body));
                    assert!(changed.has(flag));
                }
            }
        }
    }
}

#[test]
fn the_indexes_of_the_texts_are_those_of_the_entry() {
    let texts = Texts {
        name: "name",
        code: "code",
        title: "title",
        type_uri: "type",
        detail: "detail",
        description: "description",
    };
    let in_order = texts.in_order();
    assert_eq!(in_order[Text::Name as usize], texts.name);
    assert_eq!(in_order[Text::Code as usize], texts.code);
    assert_eq!(in_order[Text::Title as usize], texts.title);
    assert_eq!(in_order[Text::TypeUri as usize], texts.type_uri);
    assert_eq!(in_order[Text::Detail as usize], texts.detail);
    assert_eq!(in_order[Text::Description as usize], texts.description);
}

#[derive(Clone, Debug)]
struct Step {
    literal: Vec<u8>,
    op: Op,
    object: usize,
    operand: Vec<u8>,
}

#[derive(Clone, Debug)]
struct Entry {
    status: u16,
    flags: Flags,
    /// Registered where the name is absent.
    headers: Vec<(usize, Option<Vec<u8>>, Vec<u8>)>,
    program: Vec<Step>,
    texts: [String; Text::COUNT],
    trailer: Trailer,
    tags: Vec<(Vec<u8>, OwnedTag)>,
    later_headers: Vec<(String, String)>,
    values: Vec<(String, String)>,
    added_members: Vec<(String, String)>,
}

#[derive(Clone, Debug)]
enum OwnedTag {
    Text(Vec<u8>),
    Integer(i64),
    Bool(bool),
}

impl OwnedTag {
    fn borrow(&self) -> Tag<'_> {
        match self {
            OwnedTag::Text(text) => Tag::Text(text),
            OwnedTag::Integer(integer) => Tag::Integer(*integer),
            OwnedTag::Bool(value) => Tag::Bool(*value),
        }
    }
}

fn tag() -> impl Strategy<Value = (Vec<u8>, OwnedTag)> {
    let value = prop_oneof![
        bytes().prop_map(OwnedTag::Text),
        any::<i64>().prop_map(OwnedTag::Integer),
        any::<bool>().prop_map(OwnedTag::Bool),
    ];
    (bytes(), value)
}

/// Lengths around 127, where a number begins to take two bytes.
fn bytes() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![vec(any::<u8>(), 0..4), vec(any::<u8>(), 126..130)]
}

fn flags() -> impl Strategy<Value = Flags> {
    let single = vec(prop::sample::select(&SINGLE_FLAGS[..]), 0..4);
    let kinds = (prop::sample::select(&LOG_LEVELS[..]), prop::sample::select(&BODY_KINDS[..]));
    (kinds, single).prop_map(|((log, body), single)| {
        single.into_iter().fold(Flags::new(log, body), Flags::with)
    })
}

fn step() -> impl Strategy<Value = Step> {
    (bytes(), prop::sample::select(&OPS[..]), 0..1_usize << 28, bytes())
        .prop_map(|(literal, op, object, operand)| Step { literal, op, object, operand })
}

fn entry() -> impl Strategy<Value = Entry> {
    let header = (0..1000_usize, prop::option::of(bytes()), bytes());
    let (headers, program) = (vec(header, 0..3), vec(step(), 0..6));
    let texts = prop::array::uniform6("[a-zü]{0,3}|[a-z]{127,129}");
    let trailer = (0..300_usize, vec(prop::sample::select(&FACTS[..]), 0..4));
    let trailer = trailer.prop_map(|(shared_headers, facts)| Trailer {
        shared_headers,
        facts: facts.into_iter().fold(Facts::default(), |all, fact| all.with_if(fact, true)),
    });
    let later = || vec(("[a-zü]{0,3}|[a-z]{127,129}", "[a-zü]{0,3}"), 0..3);
    let later = [later(), later(), later()];
    let fixed = (any::<u16>(), flags(), headers, program, texts, trailer);
    (fixed, vec(tag(), 0..3), later).prop_map(
        |((status, flags, headers, program, texts, trailer), tags, later)| {
            let [later_headers, values, added_members] = later;
            Entry {
                status,
                flags,
                headers,
                program,
                texts,
                trailer,
                tags,
                later_headers,
                values,
                added_members,
            }
        },
    )
}

fn write_program(steps: &[Step]) -> Vec<u8> {
    let mut out = Bytes::default();
    for Step { literal, op, object, operand } in steps {
        out.text(literal);
        match op {
            Op::Member
            | Op::DetailMember
            | Op::InstanceMember
            | Op::RequestIdMember
            | Op::CodeMember
            | Op::TypeMember => {
                out.member_op(*op, operand);
            }
            Op::Spread | Op::Extensions => out.spread_op(*op, *object, operand),
            _ => out.op(*op),
        }
    }
    out.text(b"end");
    out.0
}

fn assert_reads_program(bytes: &[u8], steps: &[Step]) {
    let mut reader = Reader::new(bytes);
    for Step { literal, op, object, operand } in steps {
        assert_eq!(reader.text(), literal);
        assert_eq!(reader.op(), Some(*op));
        match op {
            Op::Member
            | Op::DetailMember
            | Op::InstanceMember
            | Op::RequestIdMember
            | Op::CodeMember
            | Op::TypeMember => {
                assert_eq!(reader.text(), operand);
            }
            Op::Spread | Op::Extensions => {
                assert_eq!(reader.number(), *object);
                assert_eq!(reader.text(), operand);
            }
            _ => {}
        }
    }
    assert_eq!(reader.text(), b"end");
    assert_eq!(reader.op(), None);
}

fn write_entry(entry: &Entry, out: &mut Bytes) {
    out.number(entry.headers.len());
    for (index, literal, value) in &entry.headers {
        let name = literal.as_deref().map_or(HeaderName::Registered(*index), HeaderName::Literal);
        out.header(name, value);
    }
    out.text(&write_program(&entry.program));
    let [name, code, title, type_uri, detail, description] = &entry.texts;
    out.texts(&Texts { name, code, title, type_uri, detail, description });
    out.trailer(entry.trailer);
    out.number(entry.tags.len());
    for (name, value) in &entry.tags {
        out.tag(name, value.borrow());
    }
    for pairs in [&entry.later_headers, &entry.values, &entry.added_members] {
        out.number(pairs.len());
        for (first, second) in pairs {
            out.later_pair(first, second);
        }
    }
}

fn write_table(entries: &[Entry]) -> Vec<u8> {
    let mut out = Bytes::default();
    let mut packed = Bytes::default();
    let count = u16::try_from(entries.len()).unwrap();
    out.bytes(&table_header(count));
    for entry in entries {
        let offset = first_entry(count) + u32::try_from(packed.0.len()).unwrap();
        out.bytes(&Row { status: entry.status, flags: entry.flags, offset }.to_bytes());
        write_entry(entry, &mut packed);
    }
    out.bytes(&packed.0);
    out.0
}

proptest! {
    #[test]
    fn every_table_is_read_back_unchanged(entries in vec(entry(), 0..4)) {
        let bytes = write_table(&entries);
        let table = Table::new(&bytes);
        prop_assert_eq!(usize::from(table.case_count()), entries.len());
        for (index, entry) in (0..).zip(&entries) {
            let row = table.row(index).unwrap();
            prop_assert_eq!((row.status, row.flags), (entry.status, entry.flags));
            let mut reader = table.entry(row.offset);
            prop_assert_eq!(reader.number(), entry.headers.len());
            for (index, literal, value) in &entry.headers {
                let (name, read) = reader.header();
                prop_assert_eq!(read, value);
                match literal {
                    Some(literal) => prop_assert_eq!(name, HeaderName::Literal(literal)),
                    None => prop_assert_eq!(name, HeaderName::Registered(*index)),
                }
            }
            assert_reads_program(reader.text(), &entry.program);
            for text in &entry.texts {
                prop_assert_eq!(reader.text(), text.as_bytes());
            }
            prop_assert_eq!(reader.trailer(), entry.trailer);
            prop_assert_eq!(reader.number(), entry.tags.len());
            for (name, value) in &entry.tags {
                prop_assert_eq!(reader.tag(), (name.as_slice(), value.borrow()));
            }
            for pairs in [&entry.later_headers, &entry.values, &entry.added_members] {
                prop_assert_eq!(reader.number(), pairs.len());
                for (first, second) in pairs {
                    prop_assert_eq!(reader.later_pair(), (first.as_str(), second.as_str()));
                }
            }
        }
    }

    #[test]
    fn the_row_of_a_case_in_each_language_is_read_back(
        tags in vec("[a-z]{2,8}(-[A-Z]{1,8}){0,3}", 1..6),
        cases in vec((0..600_u16, any::<u32>()), 0..5),
    ) {
        let count = u16::try_from(cases.len()).unwrap();
        let row = |case: usize, language: usize| {
            let (status, offset) = cases[case];
            let offset = offset.wrapping_add(u32::try_from(language).unwrap());
            Row { status, flags: Flags::default(), offset }
        };
        let mut out = Bytes::default();
        out.bytes(&table_header_with_languages(count));
        (0..cases.len()).for_each(|case| out.bytes(&row(case, 0).to_bytes()));
        out.languages(&tags.iter().map(String::as_str).collect::<Vec<_>>());
        for language in 1..tags.len() {
            (0..cases.len()).for_each(|case| out.bytes(&row(case, language).to_bytes()));
        }
        let table = Table::new(&out.0);
        prop_assert_eq!(usize::from(table.case_count()), cases.len());
        prop_assert!(table.languages().eq(&tags));
        for (index, case) in (0..count).zip(0..) {
            for language in 0..tags.len() {
                prop_assert_eq!(table.row_in(index, language), Some(row(case, language)));
            }
            prop_assert_eq!(table.row_in(index, tags.len()), None);
        }
        prop_assert_eq!(table.row_in(count, 1), None);
        for length in 0..out.0.len() {
            let table = Table::new(&out.0[..length]);
            let _ = (table.languages().count(), table.row_in(0, 1), table.row_in(9, 9));
        }
    }

    #[test]
    fn a_truncated_table_does_not_panic(entry in entry(), length in 0..400_usize) {
        let mut bytes = write_table(&[entry]);
        bytes.truncate(length);
        let table = Table::new(&bytes);
        if let Some(row) = table.row(0) {
            let mut reader = table.entry(row.offset);
            for _ in 0..reader.number().min(8) {
                reader.header();
            }
            let mut tags = reader;
            for _ in 0..tags.number().min(8) {
                tags.tag();
            }
            let mut program = Reader::new(reader.text());
            while program.op().is_some() {
                program.text();
            }
        }
    }

    /// The two encoders are one: the second exists because a trait has no const methods.
    #[test]
    fn a_constant_has_the_bytes_that_the_macros_write(
        number in 0..1_usize << 28,
        text in bytes(),
        op in prop::sample::select(&OPS[..]),
        texts in prop::array::uniform6("[a-zü]{0,3}|[a-z]{127,129}"),
    ) {
        let [name, code, title, type_uri, detail, description] = &texts;
        let texts = Texts { name, code, title, type_uri, detail, description };
        let mut out = Bytes::default();
        out.number(number);
        out.text(&text);
        out.op(op);
        out.member_op(op, &text);
        out.texts(&texts);
        let constant = ConstOutput::<2048>::new()
            .number(number)
            .text(&text)
            .op(op)
            .member_op(op, &text)
            .texts(&texts);
        prop_assert_eq!(constant.as_slice(), out.0);
    }
}

proptest! {
    #[test]
    fn the_sources_of_fields_are_read_back(
        texts in vec("\\PC{0,200}", 5),
        members in proptest::option::of("\\PC{0,9}"),
        constants in vec(("\\PC{0,9}", "\\PC{0,9}"), 0..4),
        fields in vec(("\\PC{0,9}", "\\PC{0,9}", "\\PC{0,9}"), 0..200),
        sends_code in any::<bool>(),
    ) {
        let constants: Vec<(&str, &str)> =
            constants.iter().map(|(pointer, json)| (pointer.as_str(), json.as_str())).collect();
        let fields: Vec<FieldSource<'_>> = fields
            .iter()
            .map(|(name, operand, own_members)| FieldSource { name, operand, own_members })
            .collect();
        let sources = Sources {
            sends_code,
            code: &texts[0],
            problem_type: &texts[1],
            status: &texts[3],
            members: members.as_deref(),
            constants: &constants,
            fields: &fields,
            unsent: &texts[2],
        };
        let mut bytes = Bytes::default();
        write_sources(&mut bytes, &sources);
        bytes.text(b"next");
        let mut reader = Reader::new(&bytes.0);
        let read = PackedSources::read(&mut reader);
        prop_assert_eq!(reader.text(), b"next");
        prop_assert_eq!(read.sends_code, sources.sends_code);
        prop_assert_eq!(
            (read.code, read.problem_type, read.status, read.members, read.unsent),
            (sources.code, sources.problem_type, sources.status, sources.members, sources.unsent)
        );
        prop_assert_eq!(read.constants().collect::<Vec<_>>(), constants);
        prop_assert_eq!(read.fields().collect::<Vec<_>>(), fields);
    }
}

#[test]
fn the_body_of_an_envelope_is_read_back_from_its_byte() {
    for body in [EnvelopeBody::Never, EnvelopeBody::ByDefault, EnvelopeBody::Always] {
        assert_eq!(EnvelopeBody::from_byte(body as u8), body);
    }
}
