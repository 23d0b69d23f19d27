//! The frameworks: one file each, with the same parts in the same order.
//!
//! The derive does not know which features are enabled. Its expansion ends with one call of
//! `__adapt!`, which passes the type to the macro of each framework; without the feature, that macro
//! expands to nothing.

#[cfg(feature = "actix-web")]
pub mod actix_web;
#[cfg(feature = "axum")]
pub mod axum;
#[cfg(feature = "poem")]
pub mod poem;
#[cfg(any(
    feature = "actix-web",
    feature = "axum",
    feature = "poem",
    feature = "rocket",
    feature = "salvo",
    feature = "warp"
))]
// No framework has all of these rejections.
#[allow(dead_code)]
mod rejections;
#[cfg(feature = "rocket")]
pub mod rocket;
#[cfg(feature = "salvo")]
pub mod salvo;
#[cfg(feature = "tonic")]
pub mod tonic;
#[cfg(feature = "warp")]
pub mod warp;

/// `[frameworks to leave out] [generics] [type] [where clause] module`, where the module is `erased`,
/// `finding_case` or `without_parts` of each framework, and for OpenAPI `[cases] [inner errors]`:
///
/// - a case is `index: [types]`, with the types of its values that only a library knows, each
///   `index (type)`;
/// - an inner error is `index: (type) [types]`, with the index of its catalog, its type, if that is
///   known, and the types of the values of its envelope.
#[cfg(any(
    feature = "actix-web",
    feature = "aide",
    feature = "poem",
    feature = "poem-openapi",
    feature = "rocket",
    feature = "salvo",
    feature = "tonic",
    feature = "utoipa",
    feature = "utoipa5",
    feature = "warp"
))]
#[doc(hidden)]
#[macro_export]
macro_rules! __adapt {
    ($without:tt $generics:tt $ty:tt $clause:tt $module:ident $cases:tt $inner:tt) => {
        $crate::__adapt_axum! { $without $generics $ty $clause $module $cases $inner }
        $crate::__adapt_actix_web! { $without $generics $ty $clause $module }
        $crate::__adapt_poem! { $without $generics $ty $clause $module }
        $crate::__adapt_rocket! { $without $generics $ty $clause $module }
        $crate::__adapt_salvo! { $without $generics $ty $clause $module }
        $crate::__adapt_tonic! { $without $generics $ty $clause $module }
        $crate::__adapt_warp! { $without $generics $ty $clause $module }
        $crate::__adapt_openapi! { $without $generics $ty $clause $cases $inner }
    };
}

#[cfg(not(feature = "actix-web"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __adapt_actix_web {
    ($($input:tt)*) => {};
}

#[cfg(not(feature = "axum"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __adapt_axum {
    ($($input:tt)*) => {};
}

#[cfg(not(feature = "poem"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __adapt_poem {
    ($($input:tt)*) => {};
}

#[cfg(not(feature = "rocket"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __adapt_rocket {
    ($($input:tt)*) => {};
}

#[cfg(not(feature = "salvo"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __adapt_salvo {
    ($($input:tt)*) => {};
}

#[cfg(not(feature = "tonic"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __adapt_tonic {
    ($($input:tt)*) => {};
}

#[cfg(not(feature = "warp"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __adapt_warp {
    ($($input:tt)*) => {};
}
