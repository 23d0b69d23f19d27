//! The packed form of a table of cases: `macros` writes it (`pack.rs`), the runtime reads it
//! (`table.rs`), and a test in `tests` holds the two against each other.
//!
//! One byte string for each error type, because that is what costs a user's build least:
//!
//! ```text
//! table   = count:u16  record*count  heap
//! record  = status:u16  flags:u16  entry:u32      ; entry counts from the table's first byte
//! entry   = headers  body  name  code  title  type  detail  description
//! headers = number  header*
//! header  = 0 text value:text | field+1 value:text ; field = place in FIELDS
//! body    = text                                   ; flag CONSTANT: what is sent; else steps
//! steps   = text (step text)*                      ; the texts stand as they are
//! step    = op:u8 operand
//! text    = number byte*
//! number  = LEB128
//! ```
//!
//! All integers are little-endian. The status 0 stands for one that is known at run time only.

/// Bytes before the first record.
pub const HEAD: usize = 2;
/// Bytes of a record.
pub const RECORD: usize = 8;
/// The most cases that a table has places for.
pub const MOST: u16 = 0x7fff;

/// Bits 0–2 of the flags: how the case is logged, a value of `LOG_…`.
pub const LOG: u16 = 0b111;
/// As `error` from 500 on, as `debug` below.
pub const LOG_BY_STATUS: u16 = 0;
/// Not at all.
pub const LOG_OFF: u16 = 1;
/// Level `error`.
pub const LOG_ERROR: u16 = 2;
/// Level `warn`.
pub const LOG_WARN: u16 = 3;
/// Level `info`.
pub const LOG_INFO: u16 = 4;
/// Level `debug`.
pub const LOG_DEBUG: u16 = 5;
/// Level `trace`.
pub const LOG_TRACE: u16 = 6;

/// Nothing of the response comes from run time.
pub const STATIC: u16 = 1 << 3;
/// `Display` is public whatever the status.
pub const EXPOSE: u16 = 1 << 4;
/// `Display` is never public.
pub const MASK: u16 = 1 << 5;
/// `write_parts` hands over the public text.
pub const DETAIL_AT_RUN_TIME: u16 = 1 << 6;
/// The entry's detail is the public text.
pub const DETAIL_CONSTANT: u16 = 1 << 7;
/// The constant detail was read from the literal that makes `Display`.
pub const DETAIL_IS_DISPLAY: u16 = 1 << 8;
/// A 2xx was asked for by name.
pub const SUCCESS: u16 = 1 << 9;
/// The public text is what the method `detail` summary: an implementation by hand.
pub const DETAIL_BY_METHOD: u16 = 1 << 10;
/// `Display` is not the public text.
pub const DETAIL_DECLARED: u16 = DETAIL_AT_RUN_TIME | DETAIL_CONSTANT | DETAIL_BY_METHOD;
/// The entry's body is what is sent.
pub const CONSTANT: u16 = 1 << 11;

/// Bits 12–14 of the flags: what the body is, a value of `BODY_…`.
pub const BODY: u16 = 0b111 << 12;
/// An RFC 9457 problem document.
pub const BODY_PROBLEM: u16 = 0;
/// JSON of the declaration's own shape.
pub const BODY_JSON: u16 = 1 << 12;
/// Plain text.
pub const BODY_TEXT: u16 = 2 << 12;
/// No body.
pub const BODY_EMPTY: u16 = 3 << 12;
/// Bytes and content type from a type of the user's.
pub const BODY_CUSTOM: u16 = 4 << 12;

/// The status as a number.
pub const STATUS: u8 = 1;
/// The title, as it stands in a JSON string.
pub const TITLE: u8 = 2;
/// The public text, or the title where there is none, as it stands in a JSON string.
pub const DETAIL: u8 = 3;
/// The URI of the occurrence as a JSON string, or `null`.
pub const INSTANCE: u8 = 4;
/// What logs call the request as a JSON string, or `null`.
pub const REQUEST_ID: u8 = 5;
/// The public text as it is, or the title where there is none.
pub const TEXT: u8 = 6;
/// The next value from `write_parts`.
pub const VALUE: u8 = 7;
/// `text`: a member's name; the next value from `write_parts` as a member, left out when it is `null`.
pub const MEMBER: u8 = 8;
/// `text`: a member's name; the public text as a member, left out where there is none.
pub const DETAIL_MEMBER: u8 = 9;
/// `text`: a member's name; the URI of the occurrence as a member, left out where there is none.
pub const INSTANCE_MEMBER: u8 = 10;
/// `text`: a member's name; what logs call the request as a member, left out where there is
/// nothing.
pub const REQUEST_ID_MEMBER: u8 = 11;
/// A comma, unless an object has just begun.
pub const COMMA: u8 = 12;
/// `number text`: the object around, by its place among those with a spread, and the names of its
/// members, as a JSON array; the next value from `write_parts`, an object, whose other members become
/// members of the one around.
pub const SPREAD: u8 = 13;
