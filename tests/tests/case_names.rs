//! The names of cases, and the codes, titles and types that come from them.

use std::time::Duration;

use httperr::{Case, HttpError};
use thiserror::Error;

fn names<E: HttpError>() -> Vec<&'static str> {
    E::catalog().cases().filter_map(Case::name).collect()
}

mod of_arms {
    use super::*;

    #[derive(Debug)]
    #[allow(dead_code)]
    pub(crate) enum Kind {
        NotFound,
        Locked(u8),
        Full { limit: u8 },
        Slow,
        Broken,
    }

    const LIMIT: u8 = 7;

    #[derive(Debug, Error, HttpError)]
    #[error("of a path")]
    #[http(match _0 {
        Kind::NotFound => 404,
        Kind::Locked(LIMIT) => 423,
        Kind::Locked(_) => 429,
        Kind::Full { limit: 0 | 1, .. } => 507,
        Kind::Full { limit } if *limit > 2 => 413,
        broken @ Kind::Broken if broken.is_broken() => 502,
        Kind::Slow | Kind::Broken | Kind::Full { .. } => 503,
    })]
    struct Store(Kind);

    impl Kind {
        fn is_broken(&self) -> bool {
            matches!(self, Kind::Broken)
        }
    }

    #[derive(Debug, Error, HttpError)]
    #[error("of anything else")]
    #[http(match _0 {
        0 => 404,
        1 | 2 => 409,
        3..=4 => 410,
        60_000.. => 413,
        u16::MIN..=9 => 414,
        (10) => 415,
        httperr::status!(404 as u16) => 421,
        other if *other > 20 => 422,
        _ => 500,
    })]
    struct Number(u16);

    #[test]
    fn a_pattern_that_is_one_path_names_its_arm() {
        assert_eq!(
            names::<Store>(),
            [
                "StoreNotFound",
                "StoreLocked",
                "StoreLocked",
                "StoreFull",
                "StoreFull",
                "StoreBroken",
                "Store"
            ]
        );
    }

    #[test]
    fn any_other_pattern_leaves_the_name_to_the_variant() {
        assert_eq!(names::<Number>(), ["Number"; 9]);
    }
}

#[test]
fn a_pattern_binds_the_name_of_the_field_that_is_matched() {
    #[derive(Debug, Error, HttpError)]
    enum Busy {
        #[error("wait")]
        #[http(match wait { Some(wait) => (429, retry_after = wait), None => 503 })]
        Named { wait: Option<Duration> },
        #[error("wait")]
        #[http(match _0 { Some(_0) if _0.as_secs() > 5 => (429, retry_after = _0), _0 => 503 })]
        Tuple(Option<Duration>),
    }
    let retry_after = |error: Busy| {
        let response = error.to_response();
        response.headers().get("retry-after").map(|value| value.to_str().unwrap().to_owned())
    };
    let wait = Duration::from_secs(7);
    assert_eq!(retry_after(Busy::Named { wait: Some(wait) }).as_deref(), Some("7"));
    assert_eq!(retry_after(Busy::Named { wait: None }), None);
    assert_eq!(retry_after(Busy::Tuple(Some(wait))).as_deref(), Some("7"));
    assert_eq!(Busy::Tuple(Some(Duration::ZERO)).status(), 503);
    assert_eq!(names::<Busy>(), ["NamedSome", "NamedNone", "TupleSome", "Tuple"]);
}
