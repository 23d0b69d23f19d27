//! The procedural macros of [httperr](https://docs.rs/httperr). Depend on `httperr`, which
//! documents and re-exports them.
#![doc(html_root_url = "https://docs.rs/httperr-macros/0.1.0")]

mod answer;
mod attr;
mod body;
mod constants;
#[cfg(test)]
mod contract;
#[cfg(test)]
mod differential;
mod errors;
mod expand;
#[cfg(test)]
mod fuzz;
mod item;
mod keys;
mod limits;
mod model;
mod nesting;
mod pack;
mod raw;
mod read;
mod rules;
mod same_as;
mod status;
mod subject;
mod suggest;
mod template;
mod text;
mod value;
mod warn;
mod writer;

use proc_macro::TokenStream;

/// See `httperr::HttpError`.
#[proc_macro_derive(HttpError, attributes(http))]
pub fn derive_http_error(input: TokenStream) -> TokenStream {
    expand::derive(input.into()).into()
}

/// See `httperr::status!`, which passes its own crate's path before what the user wrote.
#[doc(hidden)]
#[proc_macro]
pub fn status(input: TokenStream) -> TokenStream {
    status::expand(input.into()).into()
}

/// The constants that `status!` expands to; for `httperr` itself.
#[doc(hidden)]
#[proc_macro]
pub fn constants(_: TokenStream) -> TokenStream {
    constants::expand().into()
}
