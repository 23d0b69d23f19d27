//! The frameworks: one file each, with the same parts in the same order.
//!
//! The derive does not know which features are on. It ends with one call of `__adapt!`, which
//! hands the type to the macro of each framework; without its feature that macro makes nothing.

#[cfg(feature = "axum")]
pub mod axum;

/// `[frameworks to leave out] [generics] [type] [where clause]`
#[doc(hidden)]
#[macro_export]
macro_rules! __adapt {
    ($($input:tt)*) => {
        $crate::__adapt_axum! { $($input)* }
    };
}

#[cfg(not(feature = "axum"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __adapt_axum {
    ($($input:tt)*) => {};
}
