//! Methods that an expression of a declaration must not call on the error itself, since they evaluate
//! that expression.
//!
//! In scope beside [`HttpError`](crate::HttpError), these traits make such a call ambiguous. An
//! inherent method of the same name is still the user's.

#![allow(missing_debug_implementations, missing_docs)]

pub struct CallsItself;

pub trait CallsItselfForever {
    fn case(&self) -> CallsItself {
        CallsItself
    }

    fn status(&self) -> CallsItself {
        CallsItself
    }

    fn detail(&self) -> CallsItself {
        CallsItself
    }
}

impl<T: ?Sized> CallsItselfForever for T {}

pub trait RespondsForever {
    fn to_response(&self) -> CallsItself {
        CallsItself
    }

    fn to_response_with<T>(&self, _: T) -> CallsItself {
        CallsItself
    }
}

impl<T: ?Sized> RespondsForever for T {}
