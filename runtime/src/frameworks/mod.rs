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
#[cfg(feature = "warp")]
pub mod warp;

/// `[frameworks to leave out] [generics] [type] [where clause] module`, where the module is `erased`
/// or `finding_case` of each framework.
#[doc(hidden)]
#[macro_export]
macro_rules! __adapt {
    ($($input:tt)*) => {
        $crate::__adapt_actix_web! { $($input)* }
        $crate::__adapt_axum! { $($input)* }
        $crate::__adapt_poem! { $($input)* }
        $crate::__adapt_rocket! { $($input)* }
        $crate::__adapt_salvo! { $($input)* }
        $crate::__adapt_warp! { $($input)* }
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

#[cfg(not(feature = "warp"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __adapt_warp {
    ($($input:tt)*) => {};
}
