//! Where a response has the fields of an error: what the derive of `FromProblem` writes beside the
//! table of the cases, once for each case in their order.
//!
//! ```text
//! sources = sends-code:u8  code:text  type:text  status:text  members  constants  fields  unsent:text
//! members = 0 | 1 pointer:text
//! constants = number (pointer:text json:text){number}
//! fields  = number (name:text operand:text own-members:text){number}
//! ```

use super::{Output, Reader};

/// The parts of a response that identify a case, and those that have the fields of its variant.
///
/// A pointer is a JSON pointer (RFC 6901).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sources<'a> {
    /// The code is in every response of the case.
    pub sends_code: bool,
    /// The pointer to the code, or empty if the body has none.
    pub code: &'a str,
    /// The pointer to the problem type, or empty if the body has none.
    pub problem_type: &'a str,
    /// The pointer to the status in a template, or empty.
    pub status: &'a str,
    /// The pointer to the object with the extension members, if the body has them.
    pub members: Option<&'a str>,
    /// Pointers to the constants of the declaration, and their JSON.
    pub constants: &'a [(&'a str, &'a str)],
    pub fields: &'a [FieldSource<'a>],
    /// The first field that is not sent, or empty if all are.
    pub unsent: &'a str,
}

/// The source of a field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FieldSource<'a> {
    pub name: &'a str,
    /// A pointer, or the name of a header field.
    pub operand: &'a str,
    /// For a field whose members are inserted into an object: the other members of the object, as a
    /// JSON array.
    pub own_members: &'a str,
}

/// [`Sources`] in their packed form.
#[derive(Clone, Copy, Debug)]
pub struct PackedSources<'a> {
    pub sends_code: bool,
    pub code: &'a str,
    pub problem_type: &'a str,
    pub status: &'a str,
    pub members: Option<&'a str>,
    constants: (usize, Reader<'a>),
    fields: (usize, Reader<'a>),
    pub unsent: &'a str,
}

/// Writes the sources of a case.
pub fn write_sources(out: &mut impl Output, sources: &Sources<'_>) {
    out.bytes(&[u8::from(sources.sends_code)]);
    out.text(sources.code.as_bytes());
    out.text(sources.problem_type.as_bytes());
    out.text(sources.status.as_bytes());
    out.bytes(&[u8::from(sources.members.is_some())]);
    if let Some(members) = sources.members {
        out.text(members.as_bytes());
    }
    out.number(sources.constants.len());
    for (pointer, json) in sources.constants {
        out.text(pointer.as_bytes());
        out.text(json.as_bytes());
    }
    out.number(sources.fields.len());
    for field in sources.fields {
        out.text(field.name.as_bytes());
        out.text(field.operand.as_bytes());
        out.text(field.own_members.as_bytes());
    }
    out.text(sources.unsent.as_bytes());
}

impl<'a> PackedSources<'a> {
    /// Reads the sources of a case, and leaves the reader at those of the next.
    #[must_use]
    pub fn read(reader: &mut Reader<'a>) -> Self {
        let sends_code = reader.number() == 1;
        let (code, problem_type, status) = (string(reader), string(reader), string(reader));
        let members = (reader.number() == 1).then(|| string(reader));
        let constants = skip(reader, 2);
        let fields = skip(reader, 3);
        let unsent = string(reader);
        PackedSources { sends_code, code, problem_type, status, members, constants, fields, unsent }
    }

    /// Returns pointers to the constants, and their JSON.
    pub fn constants(self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let (count, mut reader) = self.constants;
        (0..count).map(move |_| (string(&mut reader), string(&mut reader)))
    }

    pub fn fields(self) -> impl Iterator<Item = FieldSource<'a>> {
        let (count, mut reader) = self.fields;
        (0..count).map(move |_| FieldSource {
            name: string(&mut reader),
            operand: string(&mut reader),
            own_members: string(&mut reader),
        })
    }
}

fn string<'a>(reader: &mut Reader<'a>) -> &'a str {
    core::str::from_utf8(reader.text()).unwrap_or_default()
}

/// Skips rows of that many texts. Returns their number, and a reader at the first one.
fn skip<'a>(reader: &mut Reader<'a>, texts: usize) -> (usize, Reader<'a>) {
    let count = reader.number();
    let start = *reader;
    for _ in 0..count {
        // Of a truncated table nothing is left, however large the number is.
        if reader.rest().is_empty() {
            break;
        }
        for _ in 0..texts {
            reader.text();
        }
    }
    (count, start)
}
