//! The packed table: the runtime reads the cases that the macros write.

use httperr::{Case, HttpError};
use thiserror::Error;

/// 200 characters: a length that takes two bytes.
macro_rules! long {
    ($mac:ident) => {
        $mac! { "01234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789" }
    };
}

macro_rules! declare {
    ($long:literal) => {
        #[derive(Debug, Error, HttpError)]
        #[http(type_base = "https://example.com/p")]
        enum Declared {
            #[doc = $long]
            #[error($long)]
            #[http(404, title = $long, code = $long, header("x-long" = $long, ALLOW = "GET"))]
            Long,
            /// Ümläüte, "quotes" and \ and 中文.
            #[error("Ümläüte, \"quotes\" \\ \u{1} and 中文")]
            #[http(409)]
            Unicode,
            #[error("empty")]
            #[http(status = _0)]
            RunTime(u16),
        }
        const LONG: &str = $long;
    };
}

long!(declare);

#[test]
fn every_text_of_a_case_is_read_back_unchanged() {
    let cases: Vec<Case> = Declared::catalog().cases().collect();
    let [long, unicode, run_time] = cases[..] else { panic!("{cases:?}") };
    assert_eq!(LONG.len(), 200);
    assert_eq!(long.name(), Some("Long"));
    assert_eq!(long.status().map(|status| status.as_u16()), Some(404));
    assert_eq!(long.title(), Some(LONG));
    assert_eq!(long.code(), Some(LONG));
    assert_eq!(long.detail(), Some(LONG));
    assert_eq!(long.description(), Some(LONG));
    assert_eq!(long.type_uri(), Some(format!("https://example.com/p/{LONG}").as_str()));
    let headers: Vec<_> = long
        .headers()
        .map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()))
        .collect();
    assert_eq!(headers, [("x-long".into(), LONG.into()), ("allow".into(), "GET".into())]);

    assert_eq!(unicode.description(), Some("Ümläüte, \"quotes\" and \\ and 中文."));
    assert_eq!(unicode.detail(), Some("Ümläüte, \"quotes\" \\ \u{1} and 中文"));
    assert_eq!(unicode.headers().count(), 0);

    assert_eq!(run_time.status(), None);
    assert_eq!(run_time.detail(), None);
    assert_eq!(run_time.code(), Some("run-time"));
}

#[test]
fn the_case_of_a_value_has_the_status_of_the_table() {
    let listed = Declared::catalog().cases().map(Case::status);
    let found = [Declared::Long, Declared::Unicode, Declared::RunTime(410)]
        .map(|error| error.case().status());
    assert!(listed.eq(found));
}

#[test]
fn a_constant_body_is_the_json_of_the_texts() {
    for error in [Declared::Long, Declared::Unicode] {
        let case = error.case();
        let body: serde_json::Value = serde_json::from_slice(error.to_response().body()).unwrap();
        assert_eq!(body["type"], case.type_uri().unwrap());
        assert_eq!(body["title"], case.title().unwrap());
        assert_eq!(body["detail"], error.to_string());
    }
    assert_eq!(Declared::RunTime(410).status(), 410);
}

/// Enough cases for an index of more than one byte.
macro_rules! many {
    ($($name:ident)*) => {
        #[derive(Clone, Copy, Debug, Error, HttpError)]
        #[http(default = 404)]
        enum Many {
            $(#[error("many")] $name,)*
        }
        const MANY: &[Many] = &[$(Many::$name,)*];
    };
}

many! {
    A0 A1 A2 A3 A4 A5 A6 A7 A8 A9 B0 B1 B2 B3 B4 B5 B6 B7 B8 B9 C0 C1 C2 C3 C4 C5 C6 C7 C8 C9 D0
    D1 D2 D3 D4 D5 D6 D7 D8 D9 E0 E1 E2 E3 E4 E5 E6 E7 E8 E9 F0 F1 F2 F3 F4 F5 F6 F7 F8 F9 G0 G1
    G2 G3 G4 G5 G6 G7 G8 G9 H0 H1 H2 H3 H4 H5 H6 H7 H8 H9 I0 I1 I2 I3 I4 I5 I6 I7 I8 I9 J0 J1 J2
    J3 J4 J5 J6 J7 J8 J9 K0 K1 K2 K3 K4 K5 K6 K7 K8 K9 L0 L1 L2 L3 L4 L5 L6 L7 L8 L9 M0 M1 M2 M3
    M4 M5 M6 M7 M8 M9 N0 N1 N2 N3 N4 N5 N6 N7 N8 N9 O0 O1 O2 O3 O4 O5 O6 O7 O8 O9 P0 P1 P2 P3 P4
    P5 P6 P7 P8 P9 Q0 Q1 Q2 Q3 Q4 Q5 Q6 Q7 Q8 Q9 R0 R1 R2 R3 R4 R5 R6 R7 R8 R9 S0 S1 S2 S3 S4 S5
    S6 S7 S8 S9 T0 T1 T2 T3 T4 T5 T6 T7 T8 T9 U0 U1 U2 U3 U4 U5 U6 U7 U8 U9 V0 V1 V2 V3 V4 V5 V6
    V7 V8 V9 W0 W1 W2 W3 W4 W5 W6 W7 W8 W9 X0 X1 X2 X3 X4 X5 X6 X7 X8 X9 Y0 Y1 Y2 Y3 Y4 Y5 Y6 Y7
    Y8 Y9 Z0 Z1 Z2 Z3 Z4 Z5 Z6 Z7 Z8 Z9
}

#[test]
fn every_value_finds_its_own_case() {
    assert_eq!(MANY.len(), 260);
    for error in MANY {
        let name = format!("{error:?}");
        assert_eq!(error.case().name(), Some(name.as_str()));
    }
    assert_eq!(Many::catalog().cases().count(), MANY.len());
}

/// Each of two crates has its own copy of the functions of `Retried<DiskFull>`.
#[test]
fn an_instance_of_a_generic_type_is_listed_once_across_crates() {
    use httperr_tests_generic_declares::{DiskFull, Retried};
    use httperr_tests_generic_left::Left;
    use httperr_tests_generic_right::Right;

    #[derive(Debug, Error, HttpError)]
    #[allow(dead_code)]
    enum Service {
        #[error(transparent)]
        #[http(transparent)]
        Left(Left),
        #[error(transparent)]
        #[http(transparent)]
        Right(Right),
        #[error(transparent)]
        #[http(transparent)]
        Here(Retried<DiskFull>),
    }

    let codes: Vec<_> = Service::catalog().cases().filter_map(Case::code).collect();
    assert_eq!(
        codes,
        ["only-left", "only-right", "gave-up", "gave-up", "disk-full", "connection-lost",]
    );
}

#[derive(Debug, Error, HttpError)]
#[allow(dead_code)]
enum Recursive {
    #[error("end")]
    #[http(410)]
    End,
    #[error("given {0}")]
    #[http(status = _0)]
    Given(u16),
    #[error(transparent)]
    #[http(transparent)]
    Again(Box<Recursive>),
}

#[test]
fn debug_of_a_catalog_lists_its_cases_and_ends_for_a_recursive_type() {
    let end = r#"Case { name: Some("End"), status: Some(410), code: Some("end"), .. }"#;
    let given = r#"Case { name: Some("Given"), status: None, code: Some("given"), .. }"#;
    assert_eq!(format!("{:?}", Recursive::catalog()), format!("Catalog [{end}, {given}]"));
    let mut cases = Recursive::catalog().cases();
    assert_eq!(format!("{cases:?}"), format!("Cases [{end}, {given}]"));
    cases.next();
    assert_eq!(format!("{cases:?}"), format!("Cases [{given}]"));
    cases.next();
    assert_eq!(format!("{cases:?}"), "Cases []");
    assert_eq!(cases.count(), 0);
}
