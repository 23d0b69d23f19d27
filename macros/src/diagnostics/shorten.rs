//! Messages that repeat long text of the user.

use proc_macro2::TokenStream;
use syn::Error;

/// The length above which a message is looked through for a text to shorten.
const LONG_MESSAGE: usize = 1_000;

/// The length above which a text in a long message is shortened.
const LONG_TEXT: usize = 200;

/// The number of characters that are left of such a text.
const SHORT_TEXT: usize = 40;

pub(crate) fn short(text: &str) -> String {
    match text.char_indices().nth(SHORT_TEXT) {
        None => text.to_owned(),
        Some(_) => text.chars().take(SHORT_TEXT).chain(['…']).collect(),
    }
}

/// Returns the error with the beginning of each text that its message repeats at length.
pub(crate) fn compile_error(error: &Error) -> TokenStream {
    let is_long = |error: Error| error.to_string().len() > LONG_MESSAGE;
    if !error.clone().into_iter().any(is_long) {
        return error.to_compile_error();
    }
    let short = error
        .clone()
        .into_iter()
        .map(|error| Error::new(error.span(), shortened(&error.to_string())).to_compile_error());
    short.collect()
}

/// Returns a message with the beginning of each long text between backticks.
pub(crate) fn shortened(message: &str) -> String {
    if message.len() <= LONG_MESSAGE {
        return message.to_owned();
    }
    let short = |text: &str| match text.char_indices().nth(LONG_TEXT) {
        None => text.to_owned(),
        Some(_) => short(text),
    };
    message.split('`').map(short).collect::<Vec<_>>().join("`")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_message_repeats_the_beginning_of_a_long_text() {
        let message = format!("no key `{}`: did you mean `b`?", "é".repeat(100_000));
        let short = format!("no key `{}…`: did you mean `b`?", "é".repeat(SHORT_TEXT));
        assert_eq!(shortened(&message), short);
    }

    #[test]
    fn a_long_list_of_short_names_is_whole() {
        let message = "`name`, ".repeat(1_000);
        assert_eq!(shortened(&message), message);
    }
}
