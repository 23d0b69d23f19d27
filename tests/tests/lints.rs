//! A valid declaration triggers no lint: one test for each promise. The promises about clippy are
//! tested by `cargo clippy`, and those that need a library or another edition
//! by the packages in `silent/`, which hold the longer list.

use httperr::{status, HttpError};

#[test]
#[deny(warnings)]
fn deny_warnings() {
    #[derive(Debug, thiserror::Error, HttpError)]
    enum Error {
        #[error("no account {id}")]
        #[http(404, detail = "no account {id}", header("x-id" = id), extension(next = id + 1))]
        NoAccount {
            #[http(extension)]
            id: u64,
        },
        #[error("{0}")]
        #[http(match _0 { 0 => 404, n if *n > 7 => (409, retry_after = n), _ => 500 })]
        Number(u64),
    }
    assert_eq!(Error::NoAccount { id: 7 }.status(), status!(404));
    assert_eq!(Error::Number(8).status(), status!(409));
}

#[test]
#[deny(non_local_definitions, unused_qualifications)]
fn unused_qualifications() {
    use httperr::http::StatusCode;

    #[derive(Debug, thiserror::Error, HttpError)]
    #[error("it responded with {0}")]
    #[http(status = _0)]
    struct Upstream(StatusCode);

    assert_eq!(Upstream(status!(503)).status(), StatusCode::SERVICE_UNAVAILABLE);
}

#[test]
#[deny(clippy::pedantic, clippy::nursery)]
fn clippy_pedantic_and_nursery() {
    #[derive(Debug, thiserror::Error, HttpError)]
    #[error("it takes {seconds} seconds")]
    #[http(status = if *seconds > 9 { 503 } else { 429 }, retry_after = seconds)]
    struct Busy {
        seconds: u64,
    }

    assert_eq!(Busy { seconds: 5 }.status(), status!(429));
}

#[test]
#[deny(clippy::absolute_paths, clippy::allow_attributes)]
fn clippy_absolute_paths_and_allow_attributes() {
    #[derive(Debug, thiserror::Error, HttpError)]
    #[error("it is gone")]
    #[http(410, header(VARY = "accept"), title = "Gone for good", code = "gone")]
    struct Gone;

    assert_eq!(Gone.to_response().headers()["vary"], "accept");
}

#[test]
#[deny(deprecated)]
fn a_deprecated_variant() {
    #[derive(Debug, thiserror::Error, HttpError)]
    enum Error {
        #[deprecated]
        #[error("it was here once")]
        #[http(410, header("x-old" = "1"), detail = "it was here once")]
        _Gone { _when: u64 },
        #[error("nothing is there")]
        #[http(404)]
        Missing,
    }
    assert_eq!(Error::Missing.status(), status!(404));
}

#[test]
#[deny(deprecated)]
fn a_deprecated_enum() {
    mod old {
        #[deprecated]
        #[derive(Debug, thiserror::Error, httperr::HttpError)]
        pub(crate) enum Error {
            #[error("it was here once: {0}")]
            #[http(410, detail = "{0}", retry_after = _0)]
            Gone(u64),
        }

        #[allow(deprecated)]
        pub(crate) const GONE: Error = Error::Gone(5);
    }
    assert_eq!(old::GONE.status(), status!(410));
}

#[test]
#[deny(deprecated)]
fn a_deprecated_struct_with_an_allowed_lint() {
    mod old {
        #[deprecated]
        #[derive(Debug, thiserror::Error, httperr::HttpError)]
        #[error("use the proxy")]
        #[http(305, allow(deprecated, redirect, missing_location))]
        pub(crate) struct UseProxy;

        #[allow(deprecated)]
        pub(crate) const USE_PROXY: UseProxy = UseProxy;
    }
    assert_eq!(old::USE_PROXY.status().as_u16(), 305);
}
