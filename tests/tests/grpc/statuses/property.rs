//! What is read from a status is what it was made from, and any error makes a status that can be sent.

use std::time::{Duration, SystemTime};

use httperr::tonic::status_of_with;
use httperr::{status, Context, FieldErrors, FromProblem as _, Problem};
use proptest::prelude::*;
use tonic::{Code, Status};
use tonic_types::StatusExt as _;

use super::values::{Inner, NestedError, Values};
use super::{info, length, sent};

fn field_errors() -> impl Strategy<Value = FieldErrors> {
    let component = prop_oneof!["[a-z]{1,4}", "[0-9]{1,3}", any::<String>()];
    let path = prop::collection::vec(component, 1..4);
    prop::collection::vec((path, any::<String>()), 1..4).prop_map(|list| {
        let mut errors = FieldErrors::new();
        for (path, text) in list {
            errors.push(path, text);
        }
        errors
    })
}

/// Also texts that look like JSON.
fn text() -> impl Strategy<Value = String> {
    let json = prop_oneof![
        Just("null".to_owned()),
        Just("\"null\"".to_owned()),
        Just("\"a\"".to_owned()),
        Just("30".to_owned()),
        Just("true".to_owned()),
        Just("[1]".to_owned()),
        Just("\"".to_owned()),
        Just(String::new()),
    ];
    prop_oneof![json, any::<String>()]
}

fn members() -> impl Strategy<Value = Values> {
    let map = prop::collection::btree_map(any::<String>(), any::<u8>(), 0..3);
    let named = (any::<u8>(), text()).prop_map(|(seat, name)| Inner { seat, name });
    let number = (any::<i64>(), -1e9..1e9_f64, any::<bool>());
    let list = prop::collection::vec(text(), 0..3);
    (text(), prop::option::of(text()), number, list, map, named).prop_map(
        |(text, optional, (number, float, flag), list, map, named)| Values::Members {
            text,
            optional,
            number,
            float,
            flag,
            list,
            map,
            named,
        },
    )
}

fn values() -> impl Strategy<Value = Values> {
    let seconds = (0..1_000_000_u64).prop_map(Duration::from_secs);
    prop_oneof![
        members(),
        (any::<u32>(), "[!-~]{1,20}").prop_map(|(a, b)| Values::Header(a, b)),
        prop::option::of(seconds).prop_map(|wait| Values::Later { wait }),
        (0..4_000_000_000_u64)
            .prop_map(|at| Values::Date { at: SystemTime::UNIX_EPOCH + Duration::from_secs(at) }),
        (field_errors(), field_errors())
            .prop_map(|(errors, others)| Values::Invalid { errors, others }),
        (any::<i64>(), prop::option::of(text()))
            .prop_map(|(balance, why)| Values::Template { balance, why }),
        any::<u64>().prop_map(|incident| Values::MaskedToo { incident }),
        any::<u64>().prop_map(|id| NestedError::Deep { id }.into()),
        Just(Values::Nested(NestedError::Number)),
        Just(Values::One),
        Just(Values::Two),
        Just(Values::Three),
        Just(Values::Masked),
    ]
}

proptest! {
    #[test]
    fn what_a_status_was_made_from_is_read_back(error in values()) {
        let status = Status::from(error.clone());
        let received = Status::from_header_map(&sent(&status)).unwrap();
        match Values::from_status(&received) {
            Ok(read) => prop_assert_eq!(read, error),
            // Metadata beyond the limit is left out.
            Err(unrecognized) => prop_assert!(
                info(&error).metadata.is_empty() && unrecognized.case_name().is_some(),
                "{}: {}", status, unrecognized
            ),
        }
    }

    #[test]
    fn any_text_makes_a_status_that_can_be_sent_within_the_limit(
        text in any::<String>(),
        times in 1..2_000_usize,
    ) {
        let long = text.repeat(times);
        let problem = Problem::new(status!(400))
            .with_detail(&*long)
            .with_title(&*long)
            .with_type(format!("https://example.com/{long}"))
            .with_extension("member", &long)
            .unwrap()
            .with_extension("code", &long)
            .unwrap();
        let context = Context::new().request_id(&*long);
        let status = status_of_with(&problem, &context);
        let fields = sent(&status);
        prop_assert!(length(&fields) <= 8 * 1024, "{} bytes", length(&fields));
        let received = Status::from_header_map(&fields).unwrap();
        prop_assert_eq!(received.message(), status.message());
        prop_assert!(long.is_empty() || !received.message().is_empty());
        let start = status.message().trim_end_matches('…');
        prop_assert!(long.starts_with(start) || long == status.message());
        prop_assert!(received.get_details_error_info().is_some());
    }

    #[test]
    fn any_code_makes_a_reason_that_google_rpc_allows(
        code in prop_oneof![any::<String>(), "[a-zA-Z0-9._-]{0,80}"],
    ) {
        let problem = Problem::new(status!(404)).with_extension("code", code).unwrap();
        let reason = info(&problem).reason;
        let [first, middle @ .., last] = reason.as_bytes() else { panic!("{reason:?}") };
        let is_inner = |byte: &u8| matches!(byte, b'A'..=b'Z' | b'0'..=b'9' | b'_');
        prop_assert!(first.is_ascii_uppercase(), "{reason}");
        prop_assert!(!middle.is_empty() && middle.iter().all(is_inner), "{reason}");
        prop_assert!(is_inner(last) && *last != b'_' && reason.len() <= 63, "{reason}");
    }

    #[test]
    fn hostile_details_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let status = Status::with_details(Code::NotFound, "x", bytes.into());
        let _ = Values::from_status(&status);
    }
}
