//! Every number that a `u16` can be.

use httperr_registry::{
    allows_content, effective, get, is_error, is_final, is_masked_by_default, is_valid, Class,
    Content, Standing, CODES,
};
use proptest::prelude::*;

#[test]
fn every_number_is_looked_up_without_panic_and_found_only_when_it_is_in_the_table() {
    let mut found = 0;
    for code in 0..=u16::MAX {
        if let Some(row) = get(code) {
            assert_eq!(row.code, code);
            found += 1;
        }
    }
    assert_eq!(found, CODES.len());
}

#[test]
fn valid_is_100_to_599() {
    for code in 0..=u16::MAX {
        assert_eq!(is_valid(code), (100..=599).contains(&code), "{code}");
    }
}

#[test]
fn final_is_200_to_599_and_an_error_400_to_599() {
    for code in 0..=u16::MAX {
        assert_eq!(is_final(code), (200..=599).contains(&code), "{code}");
        assert_eq!(is_error(code), (400..=599).contains(&code), "{code}");
    }
}

#[test]
fn the_text_of_a_server_error_is_masked() {
    for code in 100..=599 {
        assert_eq!(is_masked_by_default(code), code >= 500, "{code}");
    }
}

#[test]
fn content_is_allowed_unless_a_row_forbids_it() {
    for code in 0..=u16::MAX {
        let forbidden = get(code).is_some_and(|row| row.content != Content::Allowed);
        assert_eq!(allows_content(code), !forbidden, "{code}");
    }
    assert_eq!((100..=599).filter(|code| !allows_content(*code)).count(), 8);
}

#[test]
fn the_first_digit_is_the_class_and_an_invalid_number_a_server_error() {
    for code in 0..=u16::MAX {
        let class = match code.to_string().as_bytes() {
            [b'1', _, _] => Class::Informational,
            [b'2', _, _] => Class::Successful,
            [b'3', _, _] => Class::Redirection,
            [b'4', _, _] => Class::ClientError,
            _ => Class::ServerError,
        };
        assert_eq!(Class::of(code), class, "{code}");
    }
}

#[test]
fn acted_on_as_returns_a_registered_code() {
    for code in 0..=u16::MAX {
        let effective = effective(code);
        let row = get(effective).unwrap_or_else(|| panic!("{code} as {effective}"));
        assert!(
            !matches!(row.standing, Standing::Unofficial | Standing::OutOfRange),
            "{code} as {effective}"
        );
        assert!(is_valid(effective));
    }
}

#[test]
fn a_registered_code_is_acted_on_as_itself() {
    for row in CODES {
        if !matches!(row.standing, Standing::Unofficial | Standing::OutOfRange) {
            assert_eq!(effective(row.code), row.code);
        }
    }
}

/// RFC 9110, section 15.
#[test]
fn an_unknown_code_is_acted_on_as_the_x00_of_its_class() {
    assert_eq!(effective(199), 100);
    assert_eq!(effective(299), 200);
    assert_eq!(effective(399), 300);
    assert_eq!(effective(471), 400);
    assert_eq!(effective(499), 400);
    assert_eq!(effective(599), 500);
    for code in 100..=599 {
        let known = get(code).is_some_and(|row| row.standing != Standing::Unofficial);
        if !known {
            assert_eq!(effective(code), code - code % 100, "{code}");
        }
        assert_eq!(Class::of(effective(code)), Class::of(code), "{code}");
    }
}

/// RFC 9110, section 15.
#[test]
fn an_invalid_value_is_acted_on_as_500() {
    for code in (0..=99).chain(600..=u16::MAX) {
        assert_eq!(effective(code), 500, "{code}");
    }
}

#[test]
fn final_is_everything_but_1xx() {
    for row in CODES {
        assert_eq!(row.is_final(), row.code >= 200, "{}", row.code);
        assert_eq!(row.is_valid(), row.code <= 599, "{}", row.code);
    }
}

#[test]
fn every_lookup_works_in_a_constant() {
    const NOT_FOUND: u16 = match httperr_registry::by_name("NOT_FOUND") {
        Some(row) => row.code,
        None => 0,
    };
    const UNKNOWN: u16 = effective(471);
    const CLASS: Class = Class::of(NOT_FOUND);
    const FINAL: bool = matches!(get(NOT_FOUND), Some(row) if row.is_final());
    const ALLOW: bool = httperr_registry::field("allow").is_some();
    const LEAK: bool = httperr_registry::derive_rules::rule("leak").is_some();
    assert_eq!((NOT_FOUND, UNKNOWN, CLASS), (404, 400, Class::ClientError));
    assert_eq!((FINAL, ALLOW, LEAK), (true, true, true));
}

proptest! {
    #[test]
    fn acting_on_a_code_twice_changes_nothing(code: u16) {
        prop_assert_eq!(effective(effective(code)), effective(code));
    }

    #[test]
    fn only_a_name_of_the_table_is_found(name in "[A-Z_]{0,24}") {
        let named = CODES.iter().find(|row| {
            row.name == name || row.aliases.contains(&name.as_str())
        });
        prop_assert_eq!(
            httperr_registry::by_name(&name).map(|row| row.code),
            named.map(|row| row.code)
        );
    }
}
