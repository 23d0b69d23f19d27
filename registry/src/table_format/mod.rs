//! The packed table of cases: the contract between the derive macro, which writes it, and the
//! runtime, which reads it.
//!
//! A declaration becomes one byte string, because that is what costs a user's build least:
//!
//! ```text
//! table   = count:u16  row{count}  [languages]  entry*
//! languages = number  tag:text{number}  row{count}{number-1}  ; with LANGUAGES in count: the rows before
//!                                                 ; are those of the first language
//! row     = status:u16  flags:u16  offset:u32       ; of the entry, from the first byte of the table
//! entry   = headers  body:text  name  code  title  type-uri  detail  description  trailer:number  tags  [later]
//! trailer = 16 * shared + facts                     ; see Facts
//! headers = number  header{number}                  ; the first ones of the case, the last `shared` of the enum
//! header  = 0 name:text value:text | index+1 value:text   ; index into FIELDS
//! tags    = number  tag{number}
//! tag     = name:text  kind:u8  value               ; see Tag; without a name, see GRPC_TAG
//! later   = number  (name:text type:text){number}   ; headers from run time; the name is empty if it is too
//!           number  (type:text example:text){number}; values of the program, in its order; see ValueType
//!           number  (name:text type:text){number}   ; members that an envelope adds
//! body    = content | program                       ; flag CONSTANT_BODY: the content itself
//! program = text (step text)*                       ; the texts are copied to the body
//! step    = opcode:u8 operands                      ; see Op
//! text    = number byte{number}
//! number  = LEB128
//! ```
//!
//! `name` to `description` are texts in the order of [`Texts`]. Integers of fixed width are
//! little-endian. The status 0 means that the status is known at run time only.
//!
//! The values that a program takes, and whatever else comes from run time, are passed by
//! `HttpError::write_parts`, which the derive writes, in the order of [`Part`].
//!
//! The row of a case in another language may have the entry of the first one: then nothing of it is
//! translated.
//!
//! The keys beside `transparent` are a table of their own with one case, the envelope: its status is
//! 0, and its texts are those of the inner error's case.

mod read;
pub mod sources;
mod value_type;
mod write;

/// Packs the index of a case with its status, 0 if that is known at run time only. An arm of the
/// generated `match` returns both, so that the status needs no access to the table.
#[must_use]
pub const fn pack_case_id(index: u16, status: u16) -> u32 {
    (status as u32) << 16 | index as u32
}

/// Returns the index and the status that [`pack_case_id`] packed.
#[inline]
#[must_use]
pub const fn unpack_case_id(id: u32) -> (u16, u16) {
    let [index0, index1, status0, status1] = id.to_le_bytes();
    (u16::from_le_bytes([index0, index1]), u16::from_le_bytes([status0, status1]))
}

pub use read::{Languages, Reader, Table};
pub use value_type::ValueType;
pub use write::{first_entry, table_header, table_header_with_languages, ConstOutput, Output};

/// The length of the count before the first row, in bytes.
pub const HEADER_LEN: usize = 2;

/// The length of a row, in bytes.
pub const ROW_LEN: usize = 8;

/// The maximum number of cases in a table.
pub const MAX_CASES: u16 = 0x7fff;

/// The bit of the count that a table with the part `languages` has.
pub const LANGUAGES: u16 = 1 << 15;

/// The fixed part of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// 0 if the status is known at run time only.
    pub status: u16,
    pub flags: Flags,
    /// Where the entry begins, in bytes from the start of the table.
    pub offset: u32,
}

/// The properties of a case that the runtime needs before it reads the entry.
///
/// Bits 0–2 are a [`LogLevel`], bits 12–14 a [`BodyKind`], and the others flags.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Flags(u16);

impl Flags {
    /// No part of the response comes from run time.
    pub const FULLY_CONSTANT: Flags = Flags(1 << 3);
    /// `Display` is public whatever the status is.
    pub const EXPOSE: Flags = Flags(1 << 4);
    /// `Display` is never public.
    pub const MASK: Flags = Flags(1 << 5);
    /// `write_parts` passes the public text.
    pub const DETAIL_AT_RUN_TIME: Flags = Flags(1 << 6);
    /// The public text is that of the entry.
    pub const CONSTANT_DETAIL: Flags = Flags(1 << 7);
    /// The constant detail is the literal of the `Display` implementation.
    pub const DETAIL_IS_DISPLAY: Flags = Flags(1 << 8);
    /// A 2xx is allowed.
    pub const ALLOW_SUCCESS: Flags = Flags(1 << 9);
    /// The public text is what the method `detail` returns: a manual implementation.
    pub const DETAIL_FROM_METHOD: Flags = Flags(1 << 10);
    /// `Display` is not the public text.
    pub const DETAIL_DECLARED: Flags =
        Self::DETAIL_AT_RUN_TIME.with(Self::CONSTANT_DETAIL).with(Self::DETAIL_FROM_METHOD);
    /// The body of the entry is the content itself, not a program.
    pub const CONSTANT_BODY: Flags = Flags(1 << 11);
    /// The declaration has `body = problem`. An envelope replaces a problem document without it.
    pub const PROBLEM_IS_DECLARED: Flags = Flags(1 << 15);

    const LOG_BITS: u16 = 0b111;
    const BODY_SHIFT: u16 = 12;
    const BODY_BITS: u16 = 0b111 << Self::BODY_SHIFT;

    /// Returns the flags of a case that is logged and has a body like this, and none of the others.
    #[must_use]
    pub const fn new(log: LogLevel, body: BodyKind) -> Self {
        Flags(log as u16 | (body as u16) << Self::BODY_SHIFT)
    }

    #[must_use]
    pub const fn with(self, other: Flags) -> Self {
        Flags(self.0 | other.0)
    }

    #[must_use]
    pub const fn with_if(self, other: Flags, condition: bool) -> Self {
        if condition {
            self.with(other)
        } else {
            self
        }
    }

    /// Returns the flags with another level.
    #[must_use]
    pub const fn with_log(self, log: LogLevel) -> Self {
        Flags(self.0 & !Self::LOG_BITS | log as u16)
    }

    /// Returns the flags with a body of another kind, which a program writes.
    #[must_use]
    pub const fn with_body(self, body: BodyKind) -> Self {
        let others = self.0 & !Self::BODY_BITS & !Self::CONSTANT_BODY.0;
        Flags(others | (body as u16) << Self::BODY_SHIFT)
    }

    /// Returns whether any of these flags is set.
    #[inline]
    pub const fn has(self, any_of: Flags) -> bool {
        self.0 & any_of.0 != 0
    }

    #[inline]
    pub const fn log(self) -> LogLevel {
        match self.0 & Self::LOG_BITS {
            0 => LogLevel::ByStatus,
            2 => LogLevel::Error,
            3 => LogLevel::Warn,
            4 => LogLevel::Info,
            5 => LogLevel::Debug,
            6 => LogLevel::Trace,
            _ => LogLevel::Off,
        }
    }

    #[inline]
    pub const fn body(self) -> BodyKind {
        match (self.0 & Self::BODY_BITS) >> Self::BODY_SHIFT {
            0 => BodyKind::Problem,
            1 => BodyKind::Json,
            2 => BodyKind::Text,
            4 => BodyKind::Custom,
            _ => BodyKind::Empty,
        }
    }

    /// Compares without decoding the kind.
    #[inline]
    pub const fn has_body(self, kind: BodyKind) -> bool {
        self.0 & Self::BODY_BITS == (kind as u16) << Self::BODY_SHIFT
    }
}

/// The level at which a response is logged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(u8)]
pub enum LogLevel {
    /// `error` for a server error, `debug` below.
    #[default]
    ByStatus = 0,
    Off = 1,
    Error = 2,
    Warn = 3,
    Info = 4,
    Debug = 5,
    Trace = 6,
}

/// The kind of body that a case has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[repr(u8)]
pub enum BodyKind {
    /// A problem document (RFC 9457).
    #[default]
    Problem = 0,
    /// JSON of the shape that the declaration gives.
    Json = 1,
    /// Plain text.
    Text = 2,
    Empty = 3,
    /// The content and its type come from an implementation of `BodyFormat`; the body of the entry
    /// makes the members that it receives.
    Custom = 4,
}

/// When the body of an envelope replaces that of the inner error: the last argument of the part
/// [`Part::Envelope`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum EnvelopeBody {
    /// The declaration has no `body`.
    Never = 0,
    /// If the inner error has no `body` of its own.
    ByDefault = 1,
    /// The `body` is beside `transparent`.
    Always = 2,
}

impl EnvelopeBody {
    pub const fn from_byte(byte: u8) -> Self {
        match byte {
            0 => EnvelopeBody::Never,
            1 => EnvelopeBody::ByDefault,
            _ => EnvelopeBody::Always,
        }
    }
}

/// The case of a code that is the name of a status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum CodeCase {
    Kebab = 0,
    Snake = 1,
    Camel = 2,
    Pascal = 3,
    UpperSnake = 4,
    UpperKebab = 5,
    Lower = 6,
    Upper = 7,
}

impl CodeCase {
    pub const fn from_byte(byte: u8) -> Self {
        match byte {
            1 => CodeCase::Snake,
            2 => CodeCase::Camel,
            3 => CodeCase::Pascal,
            4 => CodeCase::UpperSnake,
            5 => CodeCase::UpperKebab,
            6 => CodeCase::Lower,
            7 => CodeCase::Upper,
            _ => CodeCase::Kebab,
        }
    }
}

/// The texts of an entry, in their order. An empty one is absent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Texts<'a> {
    /// Of the variant, or of the arm of `match`.
    pub name: &'a str,
    pub code: &'a str,
    pub title: &'a str,
    pub type_uri: &'a str,
    /// With [`Flags::CONSTANT_DETAIL`] the public text, else the template that formats it, which is
    /// for documents only.
    pub detail: &'a str,
    pub description: &'a str,
}

/// The index of a text in an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Text {
    Name,
    Code,
    Title,
    TypeUri,
    Detail,
    Description,
}

impl Text {
    pub const COUNT: usize = 6;
}

impl<'a> Texts<'a> {
    /// Returns the texts at the indexes that [`Text`] gives them.
    #[must_use]
    pub const fn in_order(&self) -> [&'a str; Text::COUNT] {
        let Texts { name, code, title, type_uri, detail, description } = *self;
        [name, code, title, type_uri, detail, description]
    }
}

/// The end of the texts of an entry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Trailer {
    /// The number of headers that are those of the enum.
    pub shared_headers: usize,
    pub facts: Facts,
}

/// The properties of a case that are for documents, but for the first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Facts(u8);

impl Facts {
    pub const NONE: Facts = Facts(0);
    /// The code is a number in JSON.
    pub const NUMBER_CODE: Facts = Facts(1);
    /// The name, the description and the tags of the case are not for clients.
    pub const PRIVATE_NAME: Facts = Facts(1 << 1);
    /// On the wire the case is another one, which a client cannot tell from it.
    pub const SAME_AS: Facts = Facts(1 << 2);
    /// The entry has the part `later`.
    pub const LATER_PARTS: Facts = Facts(1 << 3);

    const BITS: u32 = 4;

    #[must_use]
    pub const fn with_if(self, other: Facts, condition: bool) -> Self {
        if condition {
            Facts(self.0 | other.0)
        } else {
            self
        }
    }

    pub const fn has(self, fact: Facts) -> bool {
        self.0 & fact.0 != 0
    }
}

impl Trailer {
    #[must_use]
    pub const fn to_number(self) -> usize {
        self.shared_headers << Facts::BITS | self.facts.0 as usize
    }

    #[must_use]
    pub const fn from_number(number: usize) -> Self {
        let [low, ..] = number.to_le_bytes();
        let facts = Facts(low & ((1 << Facts::BITS) - 1));
        Trailer { shared_headers: number >> Facts::BITS, facts }
    }
}

/// The name of a header in an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeaderName<'a> {
    /// The index of the name in [`FIELDS`](crate::FIELDS).
    Registered(usize),
    /// The name itself, in lower case.
    Literal(&'a [u8]),
}

/// The name of the tag that has the number of the declared gRPC code. No tag of a user has it.
pub const GRPC_TAG: &str = "";

/// The value of a tag in an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tag<'a> {
    /// Kind 0, and the text.
    Text(&'a [u8]),
    /// Kind 1, and the integer in eight bytes.
    Integer(i64),
    /// Kind 2 for `false`, 3 for `true`.
    Bool(bool),
}

/// The operation of a step in the program of a body.
///
/// It is fieldless, and its operands are read where it is executed, because decoding a step into an
/// enum with fields costs the interpreter a second jump.
///
/// The names of members are JSON strings with their quotes. A member that is left out leaves no comma.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Op {
    /// Writes the status as a number.
    Status = 1,
    /// Writes the title, escaped for a JSON string.
    Title = 2,
    /// Writes the public text, or the title if there is none, escaped for a JSON string.
    Detail = 3,
    /// Writes the URI of the occurrence as a JSON string, or `null`.
    Instance = 4,
    /// Writes the identifier of the request as a JSON string, or `null`.
    RequestId = 5,
    /// Writes the public text, or the title if there is none, as it is.
    Text = 6,
    /// Writes the next value.
    Value = 7,
    /// Operand `name:text`. Writes the next value as a member, unless it is `null`.
    Member = 8,
    /// Operand `name:text`. Writes the public text as a member, if there is one.
    DetailMember = 9,
    /// Operand `name:text`. Writes the URI of the occurrence as a member, if there is one.
    InstanceMember = 10,
    /// Operand `name:text`. Writes the identifier of the request as a member, if there is one.
    RequestIdMember = 11,
    /// Writes a comma, unless an object or array has just begun.
    Comma = 12,
    /// Operands `object:number own-members:text`. Writes the members of the next value, which is an
    /// object, as members of the object around it, which is number `object` of those that have a
    /// spread. A member whose name is in the JSON array `own-members` is left out.
    Spread = 13,
    /// Writes the code as JSON, or `null` if the case has none.
    Code = 14,
    /// Writes the problem type as a JSON string, `"about:blank"` by default.
    Type = 15,
    /// Operand `name:text`. Writes the code as a member, if there is one.
    CodeMember = 16,
    /// Operand `name:text`. Writes the problem type as a member, unless it is `about:blank`.
    TypeMember = 17,
    /// Operands as [`Op::Spread`]. Writes the extension members of the inner error.
    Extensions = 18,
}

impl Op {
    /// Returns the operation of an opcode. An unknown one is [`Op::Value`]: the value never arrives,
    /// which makes the response a 500.
    #[inline]
    #[must_use]
    pub const fn from_byte(opcode: u8) -> Self {
        match opcode {
            1 => Op::Status,
            2 => Op::Title,
            3 => Op::Detail,
            4 => Op::Instance,
            5 => Op::RequestId,
            6 => Op::Text,
            8 => Op::Member,
            9 => Op::DetailMember,
            10 => Op::InstanceMember,
            11 => Op::RequestIdMember,
            12 => Op::Comma,
            13 => Op::Spread,
            14 => Op::Code,
            15 => Op::Type,
            16 => Op::CodeMember,
            17 => Op::TypeMember,
            18 => Op::Extensions,
            _ => Op::Value,
        }
    }

    /// Returns whether the bytes that the step writes depend on the error, and not on the request or
    /// the bytes before alone.
    pub const fn depends_on_error(self) -> bool {
        !matches!(
            self,
            Op::Comma | Op::Instance | Op::InstanceMember | Op::RequestId | Op::RequestIdMember
        )
    }
}

/// The parts of a response that come from run time, in the order in which the generated
/// `write_parts` passes them. A case has the ones that its declaration needs.
///
/// The first value of the body makes the runtime write the steps before it, so whatever those steps
/// need is passed before: the case, the status and the public text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// `ResponseParts::envelope`: the envelope of the inner error, whose parts follow.
    Envelope,
    /// `ResponseParts::set_case`: the case, where the same `match` finds it and its parts.
    Case,
    /// `ResponseParts::status`.
    Status,
    /// `ResponseParts::detail`: the public text.
    Detail,
    /// `ResponseParts::detail_for_header`: reads the public text, before the body takes it.
    DetailForHeader,
    /// `ResponseParts::value`, once for each [`Op::Value`], [`Op::Member`] and [`Op::Spread`].
    BodyValue,
    /// `ResponseParts::format`: the user's `BodyFormat`.
    Format,
    /// A header from run time, in the order of the declaration.
    Header,
    /// `ResponseParts::retry_after`.
    RetryAfter,
}
