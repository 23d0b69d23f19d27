//! The names of cases, and the codes, titles and types that come from them.

use std::time::Duration;

use httperr::http::StatusCode;
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

    #[derive(Debug, Error, HttpError)]
    #[error("of a constant")]
    #[http(match *_0 {
        StatusCode::NOT_FOUND => 404,
        StatusCode::GONE => 410,
        _ => 502,
    })]
    struct Upstream(StatusCode);

    #[test]
    fn a_constant_names_its_arm_as_a_variant_would() {
        assert_eq!(names::<Upstream>(), ["UpstreamNotFound", "UpstreamGone", "Upstream"]);
        assert_eq!(Upstream(StatusCode::NOT_FOUND).case().code(), Some("upstream-not-found"));
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

mod private {
    use super::*;

    fn body(error: &impl HttpError) -> String {
        String::from_utf8(error.to_response().into_body().to_vec()).unwrap()
    }

    const UNNAMED: &str = r#"{"title":"Internal Server Error","status":500}"#;

    #[derive(Debug, Error, HttpError)]
    #[error("of a masked case")]
    #[http(type_base = "https://a.example/p", default = 500)]
    enum Masked {
        ByStatus,
        #[http(404, mask)]
        ByKey,
        #[http(match _0 { 0 => 500, 1 => (500, code = "own"), _ => 404 })]
        OfArms(u8),
        #[http(500, code = "own")]
        Coded,
        #[http(500, title = "Own")]
        Titled,
        #[http(500, type = "https://a.example/own")]
        Typed,
        #[http(500, expose)]
        Exposed,
        #[http(500, detail = "in maintenance")]
        Detailed,
    }

    #[test]
    fn the_name_of_a_masked_case_is_not_sent() {
        assert_eq!(body(&Masked::ByStatus), UNNAMED);
        assert_eq!(body(&Masked::ByKey), r#"{"title":"Not Found","status":404}"#);
        assert_eq!(body(&Masked::OfArms(0)), UNNAMED);
        let detailed =
            r#"{"title":"Internal Server Error","status":500,"detail":"in maintenance"}"#;
        assert_eq!(body(&Masked::Detailed), detailed);
    }

    #[test]
    fn it_is_in_the_catalog() {
        let case = Masked::ByStatus.case();
        assert_eq!(case.name(), Some("ByStatus"));
        assert_eq!(case.code(), Some("by-status"));
        assert_eq!(case.title(), Some("Internal Server Error"));
        assert_eq!(case.type_uri(), None);
    }

    #[test]
    fn a_case_with_a_code_a_title_or_a_type_of_its_own_is_public() {
        let own = r#"{"type":"https://a.example/p/own","title":"Of arms","status":500}"#;
        assert_eq!(body(&Masked::OfArms(1)), own);
        for (error, uri, title) in [
            (Masked::Coded, "https://a.example/p/own", "Coded"),
            (Masked::Titled, "https://a.example/p/titled", "Own"),
            (Masked::Typed, "https://a.example/own", "Typed"),
            (Masked::Exposed, "https://a.example/p/exposed", "Exposed"),
        ] {
            assert_eq!(error.case().type_uri(), Some(uri));
            assert_eq!(error.case().title(), Some(title));
            assert!(body(&error).contains(uri));
        }
    }

    #[test]
    fn codes_make_the_names_of_all_cases_public() {
        #[derive(Debug, Error, HttpError)]
        #[error("of a masked case")]
        #[http(default = 500, codes(rename_all = "snake_case"), type_base = "/p")]
        enum WithCodes {
            ByStatus,
        }
        let expected = r#"{"type":"/p/by_status","title":"By status","status":500}"#;
        assert_eq!(body(&WithCodes::ByStatus), expected);
    }

    #[test]
    fn a_title_of_the_enum_names_no_case() {
        #[derive(Debug, Error, HttpError)]
        #[error("of a masked case")]
        #[http(default = 500, title = "Failure", type_base = "/p")]
        enum WithTitle {
            ByStatus,
        }
        assert_eq!(body(&WithTitle::ByStatus), r#"{"title":"Failure","status":500}"#);
    }

    #[test]
    fn a_template_sends_no_type_and_no_title_of_a_masked_case() {
        #[derive(Debug, Error, HttpError)]
        #[error("of a masked case")]
        #[http(default = 500, type_base = "/p", body = [type, title, detail])]
        enum WithTemplate {
            ByStatus,
        }
        let title = r#""Internal Server Error""#;
        assert_eq!(body(&WithTemplate::ByStatus), format!(r#"["about:blank",{title},{title}]"#));
    }
}

mod of_the_default {
    use super::*;

    #[test]
    fn the_default_gives_a_code() {
        #[derive(Debug, Error, HttpError)]
        #[error("of the default")]
        #[http(type_base = "/p", default(500, code = "internal"))]
        enum WithCode {
            Plain,
            #[http(code = "own")]
            Coded,
            #[http(match _0 { 0 => 404, 1 => (code = "arm"), _ => (log = warn) })]
            OfArms(u8),
        }
        let codes: Vec<_> = WithCode::catalog().cases().filter_map(Case::code).collect();
        assert_eq!(codes, ["internal", "own", "of-arms", "arm", "internal"]);
        assert_eq!(WithCode::Plain.case().type_uri(), Some("/p/internal"));
        assert_eq!(WithCode::Coded.case().type_uri(), Some("/p/own"));
        assert_eq!(WithCode::OfArms(1).status(), 500);
    }

    #[test]
    fn the_default_is_the_response_of_a_variant() {
        #[derive(Debug, Error, HttpError)]
        #[http(default(same_as = NotFound, log = info))]
        enum Same {
            #[error("nothing here")]
            #[http(404, header(CACHE_CONTROL = "no-store"))]
            NotFound,
            /// The user may not know.
            #[error("{0} is hidden")]
            Hidden(&'static str),
            #[error("of arms")]
            #[http(match _0 { 0 => 409, _ => (log = warn) })]
            OfArms(u8),
        }
        let expected = Same::NotFound.to_response();
        for error in [Same::Hidden("eve"), Same::OfArms(1)] {
            let response = error.to_response();
            assert_eq!(response.status(), expected.status());
            assert_eq!(response.headers(), expected.headers());
            assert_eq!(response.body(), expected.body());
            assert_eq!(error.case().code(), Some("not-found"));
        }
        assert_eq!(Same::OfArms(0).status(), 409);
        assert_eq!(names::<Same>(), ["NotFound", "Hidden", "OfArms", "OfArms"]);
        assert_eq!(Same::Hidden("").case().description(), Some("The user may not know."));
    }
}
