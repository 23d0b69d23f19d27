//! Declarations without an error, on which every lint is silent. Three packages compile this file, one
//! for each edition. `cargo check` tests the lints of rustc, `cargo clippy -p 'httperr-tests-silent-*'`
//! those of clippy.

#![no_implicit_prelude]
#![deny(
    warnings,
    future_incompatible,
    let_underscore,
    missing_docs,
    nonstandard_style,
    rust_2018_idioms,
    unused,
    absolute_paths_not_starting_with_crate,
    elided_lifetimes_in_paths,
    explicit_outlives_requirements,
    meta_variable_misuse,
    missing_copy_implementations,
    missing_debug_implementations,
    non_ascii_idents,
    redundant_lifetimes,
    single_use_lifetimes,
    trivial_casts,
    trivial_numeric_casts,
    unit_bindings,
    unreachable_pub,
    unsafe_code,
    unstable_features,
    unused_extern_crates,
    unused_import_braces,
    unused_lifetimes,
    unused_macro_rules,
    unused_qualifications,
    unused_results,
    variant_size_differences
)]
#![deny(
    clippy::all,
    clippy::cargo_common_metadata,
    clippy::nursery,
    clippy::pedantic,
    clippy::absolute_paths,
    clippy::allow_attributes,
    clippy::allow_attributes_without_reason,
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::clone_on_ref_ptr,
    clippy::default_numeric_fallback,
    clippy::exhaustive_structs,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::let_underscore_must_use,
    clippy::match_same_arms,
    clippy::missing_docs_in_private_items,
    clippy::missing_inline_in_public_items,
    clippy::missing_trait_methods,
    clippy::mod_module_files,
    clippy::multiple_inherent_impl,
    clippy::panic,
    clippy::pattern_type_mismatch,
    clippy::pub_use,
    clippy::shadow_reuse,
    clippy::shadow_same,
    clippy::shadow_unrelated,
    clippy::single_call_fn,
    clippy::str_to_string,
    clippy::unreachable,
    clippy::unwrap_used,
    clippy::use_self,
    clippy::wildcard_enum_match_arm
)]

/// Every key, on an enum.
pub mod everything {
    use ::std::string::String;
    use ::std::time::Duration;
    use ::std::vec::Vec;

    /// The errors of a payment service.
    #[derive(::std::fmt::Debug, ::thiserror::Error, ::httperr::HttpError)]
    #[non_exhaustive]
    #[http(
        type_base = "https://api.example.com/problems",
        codes(rename_all = "snake_case", prefix = "pay."),
        default(500, log = warn),
        header("x-service" = "pay")
    )]
    pub enum PayError {
        /// The account does not exist.
        #[error("no account {id}")]
        #[http(404, detail = "no account {id}", header("x-id" = id, ALLOW = "GET"))]
        NoAccount {
            /// The number of the account.
            #[http(extension)]
            id: u64,
        },
        /// Too many requests.
        #[error("too many requests")]
        #[http(429, retry_after = wait, log = off, expose, grpc = UNAVAILABLE)]
        Limited {
            /// The time to wait.
            wait: Duration,
        },
        /// The billing service failed.
        #[error("billing responded with {0}")]
        #[http(status = _0, mask, code = "billing", title = "Billing", type = "urn:billing")]
        Billing(u16),
        /// A status for each variant of the field.
        #[error("by {0:?}")]
        #[http(match _0 {
            Kind::Missing => 404,
            Kind::Other(n) if *n > 7 => (409, extension(n = n), retry_after = n),
            Kind::Other(_) => (500, code = "other"),
        })]
        Kind(Kind),
        /// A status for the value of an expression.
        #[error("by {0:?}")]
        #[http(match _0.len() {
            0 => (400, code = "none", header("x-n" = _0.len())),
            _ => 500,
        })]
        Length(Vec<String>),
        /// The response of another error.
        #[error(transparent)]
        #[http(transparent)]
        Inner(#[from] Gone),
        /// The response of the default.
        #[error("no more is known")]
        Unknown,
    }

    /// The cause of an error.
    #[derive(::std::clone::Clone, ::std::marker::Copy, ::std::fmt::Debug)]
    #[non_exhaustive]
    pub enum Kind {
        /// It is missing.
        Missing,
        /// It is something else.
        Other(u8),
    }

    /// It is gone.
    #[derive(
        ::std::clone::Clone,
        ::std::marker::Copy,
        ::std::fmt::Debug,
        ::thiserror::Error,
        ::httperr::HttpError,
    )]
    #[error("it is gone")]
    #[http(410)]
    #[non_exhaustive]
    pub struct Gone;
}

/// Types with parameters.
pub mod generic {
    use ::std::fmt::{Debug, Display};

    /// It wraps a value.
    #[derive(::std::fmt::Debug, ::thiserror::Error, ::httperr::HttpError)]
    #[error("it wraps {inner:?} of {text}")]
    #[http(422, detail = "{text}", header("x-text" = text))]
    #[non_exhaustive]
    pub struct Wrapped<'a, T, const N: usize>
    where
        T: Debug,
    {
        /// The value.
        pub inner: [T; N],
        /// A text.
        pub text: &'a str,
    }

    /// It is one of two.
    #[derive(::std::fmt::Debug, ::thiserror::Error, ::httperr::HttpError)]
    #[non_exhaustive]
    pub enum Either<L, R>
    where
        L: ::httperr::HttpError + 'static,
        R: Debug + Display,
    {
        /// The left one.
        #[error(transparent)]
        #[http(transparent)]
        Left(L),
        /// The right one.
        #[error("the right one: {0}")]
        #[http(400, detail = "{0}")]
        Right(R),
    }
}

/// Types and variants that are deprecated.
pub mod outdated {
    /// A deprecated error, whose variants only the macros use.
    #[deprecated = "use another"]
    #[derive(
        ::std::clone::Clone,
        ::std::marker::Copy,
        ::std::fmt::Debug,
        ::thiserror::Error,
        ::httperr::HttpError,
    )]
    #[non_exhaustive]
    pub enum OldError {
        /// Nothing is there.
        #[error("nothing is there")]
        #[http(404)]
        Missing,
    }

    /// An error with a deprecated variant.
    #[derive(
        ::std::clone::Clone,
        ::std::marker::Copy,
        ::std::fmt::Debug,
        ::thiserror::Error,
        ::httperr::HttpError,
    )]
    #[non_exhaustive]
    pub enum NewError {
        /// Nothing is there any more.
        #[deprecated(since = "0.1.0", note = "use `Missing`")]
        #[error("nothing is there any more")]
        #[http(410, header("x-old" = "yes"))]
        Gone,
        /// Nothing is there.
        #[error("nothing is there")]
        #[http(404)]
        Missing,
    }
}

/// Warnings that are silenced.
pub mod silenced {
    /// The errors of a proxy.
    #[derive(
        ::std::clone::Clone,
        ::std::marker::Copy,
        ::std::fmt::Debug,
        ::thiserror::Error,
        ::httperr::HttpError,
    )]
    #[non_exhaustive]
    #[http(allow(unregistered))]
    pub enum ProxyError {
        /// The client hung up.
        #[error("the client hung up")]
        #[http(499)]
        HungUp,
        /// Moved.
        #[error("moved")]
        #[http(302, allow(redirect), header(LOCATION = "/"))]
        Moved,
    }
}

/// Titles and texts in several languages.
pub mod languages {
    /// The errors of an account.
    #[derive(
        ::std::clone::Clone,
        ::std::marker::Copy,
        ::std::fmt::Debug,
        ::thiserror::Error,
        ::httperr::HttpError,
    )]
    #[non_exhaustive]
    #[http(languages("en", "de", "fr"))]
    pub enum AccountError {
        /// There is no such account.
        #[error("no such account")]
        #[http(
            404,
            title(de = "Kein Konto", fr = "Pas de compte"),
            detail(de = "kein Konto", fr = "aucun compte")
        )]
        Missing,
        /// The balance is too low.
        #[error("balance {balance}")]
        #[http(
            402,
            title = "Credit",
            title(de = "Guthaben", fr = "Solde"),
            detail(de = "Guthaben {balance}", fr = "pas assez"),
            header("x-title" = title),
            extension(balance = balance)
        )]
        Credit {
            /// The balance.
            balance: u8,
        },
        /// The account is in a state.
        #[error("state")]
        #[http(match _0 {
            0 => (409, detail = "{_0} en", detail(de = "{_0} de", fr = "{_0} fr")),
            _ => (410, code = "gone", detail = _0, detail(de = _0.wrapping_add(1), fr = "fr")),
        })]
        State(u8),
    }
}

/// `status!` in each position of a code.
pub mod codes {
    use ::httperr::http::StatusCode;
    use ::httperr::status;

    /// It is gone.
    pub const GONE: StatusCode = status!(410);
    /// It is missing.
    pub static MISSING: StatusCode = status!(NOT_FOUND);
    /// An array of the length of a code.
    pub const MANY: [u8; status!(404 as u16) as usize] = [0; 404];

    /// Returns whether a status is one of two.
    #[inline]
    #[must_use]
    pub const fn is_one(status: StatusCode) -> bool {
        ::std::matches!(status, status!(404) | status!(GONE))
    }
}
