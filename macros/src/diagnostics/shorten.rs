//! Shortens messages that quote a long text of the user.

use proc_macro2::TokenStream;
use syn::Error;

/// The length in bytes above which the texts in a message are shortened.
const LONG_MESSAGE: usize = 1_000;

/// The length in characters above which a text in such a message is shortened.
const LONG_TEXT: usize = 200;

/// The number of characters that remain.
const SHORT_TEXT: usize = 40;

pub(crate) fn shorten(text: &str) -> String {
    match text.char_indices().nth(SHORT_TEXT) {
        None => text.to_owned(),
        Some(_) => text.chars().take(SHORT_TEXT).chain(['…']).collect(),
    }
}

pub(crate) fn compile_error(error: &Error) -> TokenStream {
    let is_long = |error: Error| error.to_string().len() > LONG_MESSAGE;
    if !error.clone().into_iter().any(is_long) {
        return error.to_compile_error();
    }
    let errors = error.clone().into_iter().map(|error| {
        Error::new(error.span(), shorten_message(&error.to_string())).to_compile_error()
    });
    errors.collect()
}

pub(crate) fn shorten_message(message: &str) -> String {
    if message.len() <= LONG_MESSAGE {
        return message.to_owned();
    }
    let shorten_text = |text: &str| match text.char_indices().nth(LONG_TEXT) {
        None => text.to_owned(),
        Some(_) => shorten(text),
    };
    message.split('`').map(shorten_text).collect::<Vec<_>>().join("`")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_is_shortened() {
        let message = format!("no key `{}`: did you mean `b`?", "é".repeat(100_000));
        let short = format!("no key `{}…`: did you mean `b`?", "é".repeat(SHORT_TEXT));
        assert_eq!(shorten_message(&message), short);
    }

    #[test]
    fn a_long_list_of_short_names_is_not_shortened() {
        let message = "`name`, ".repeat(1_000);
        assert_eq!(shorten_message(&message), message);
    }
}
