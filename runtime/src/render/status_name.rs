//! The machine code of an error that has a status only: the name of the status.

use httperr_registry::phrase;
use httperr_registry::table_format::CodeCase;

/// Returns the reason phrase of a status as a code.
pub(super) fn code_of(status: u16, case: CodeCase, prefix: &str) -> String {
    let mut code = String::from(prefix);
    let separator = match case {
        CodeCase::Kebab | CodeCase::UpperKebab => "-",
        CodeCase::Snake | CodeCase::UpperSnake => "_",
        CodeCase::Camel | CodeCase::Pascal | CodeCase::Lower | CodeCase::Upper => "",
    };
    let words = phrase(status).split([' ', '-']);
    for (index, word) in words.enumerate() {
        if index > 0 {
            code.push_str(separator);
        }
        let letters = word.chars().filter(char::is_ascii_alphanumeric).enumerate();
        code.extend(letters.map(|(letter, char)| {
            let is_upper = match case {
                CodeCase::UpperSnake | CodeCase::UpperKebab | CodeCase::Upper => true,
                CodeCase::Pascal => letter == 0,
                CodeCase::Camel => letter == 0 && index > 0,
                CodeCase::Kebab | CodeCase::Snake | CodeCase::Lower => false,
            };
            if is_upper {
                char.to_ascii_uppercase()
            } else {
                char.to_ascii_lowercase()
            }
        }));
    }
    code
}

#[cfg(test)]
mod tests {
    use super::{code_of, CodeCase};

    #[test]
    fn a_status_is_named_in_each_case() {
        for (case, code) in [
            (CodeCase::Kebab, "method-not-allowed"),
            (CodeCase::Snake, "method_not_allowed"),
            (CodeCase::Camel, "methodNotAllowed"),
            (CodeCase::Pascal, "MethodNotAllowed"),
            (CodeCase::UpperSnake, "METHOD_NOT_ALLOWED"),
            (CodeCase::UpperKebab, "METHOD-NOT-ALLOWED"),
            (CodeCase::Lower, "methodnotallowed"),
            (CodeCase::Upper, "METHODNOTALLOWED"),
        ] {
            assert_eq!(code_of(405, case, ""), code);
            assert_eq!(CodeCase::from_byte(case as u8), case);
        }
        assert_eq!(code_of(505, CodeCase::Pascal, ""), "HttpVersionNotSupported");
        assert_eq!(code_of(418, CodeCase::Kebab, "api-"), "api-im-a-teapot");
    }
}
