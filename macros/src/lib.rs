//! The procedural macros of [httperr](https://docs.rs/httperr). Depend on `httperr`, which
//! documents and re-exports them.
#![doc(html_root_url = "https://docs.rs/httperr-macros/0.1.0")]

mod case_table;
mod casing;
mod check;
mod derive;
mod diagnostics;
mod emit;
mod from_problem;
mod json;
mod lower;
mod model;
mod status_macro;
mod syntax;
#[cfg(test)]
mod tests;

use proc_macro::TokenStream;

/// See `httperr::HttpError`.
#[proc_macro_derive(HttpError, attributes(http))]
pub fn derive_http_error(input: TokenStream) -> TokenStream {
    derive::derive(input.into()).into()
}

/// See `httperr::FromProblem`.
#[proc_macro_derive(FromProblem, attributes(http))]
pub fn derive_from_problem(input: TokenStream) -> TokenStream {
    derive::from_problem(input.into()).into()
}

/// See `httperr::status!`, which passes its own crate's path before what the user wrote.
#[doc(hidden)]
#[proc_macro]
pub fn status(input: TokenStream) -> TokenStream {
    status_macro::expand(input.into()).into()
}

/// The constants that `status!` expands to; for `httperr` itself.
#[doc(hidden)]
#[proc_macro]
pub fn constants(_: TokenStream) -> TokenStream {
    status_macro::constants::expand().into()
}

/// The documentation of an impl that the derive writes.
#[doc(hidden)]
#[proc_macro]
pub fn case_table(input: TokenStream) -> TokenStream {
    case_table::expand(input.into()).into()
}
