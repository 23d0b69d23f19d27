//! `type = "…"` and `type_base = "…"`: URI references (RFC 3986).

use std::fmt::Write as _;

use httperr_registry::uri::{check_reference, Malformed, Part};
use syn::parse::ParseStream;
use syn::{Error, Result};

use crate::syntax::key::SpannedKey;
use crate::syntax::literal::StringLiteral;
use crate::syntax::value::{empty_value, string};

pub(crate) fn parse(input: ParseStream, key: SpannedKey) -> Result<StringLiteral> {
    let text = string(input, key)?;
    check(&text, key).map(|()| text)
}

pub(crate) fn check(text: &StringLiteral, key: SpannedKey) -> Result<()> {
    if text.text().is_empty() {
        return Err(empty_value(key, text.span()));
    }
    match check_reference(text.text()) {
        Ok(()) => Ok(()),
        Err(malformed) => {
            let message = format!(
                "`{key}` is not a valid URI reference, because {malformed}: write {}",
                replacement(malformed)
            );
            Err(Error::new(text.span(), message))
        }
    }
}

fn replacement(malformed: Malformed) -> String {
    match malformed {
        Malformed::Char(Part::Port, _) => "digits".to_owned(),
        Malformed::Char(_, char) => {
            let mut bytes = [0; 4];
            let mut encoded = String::new();
            for byte in char.encode_utf8(&mut bytes).bytes() {
                let _ = write!(encoded, "%{byte:02X}");
            }
            format!("`{encoded}` for it")
        }
        Malformed::Percent => "`%25` for the character itself".to_owned(),
        Malformed::NoScheme | Malformed::Colon(_) => {
            "a scheme such as `https`, or `./` before the path".to_owned()
        }
        Malformed::Address => "an address such as `[2001:db8::1]`".to_owned(),
    }
}
