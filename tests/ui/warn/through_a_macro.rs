#![deny(deprecated)]

use httperr::HttpError;

macro_rules! error {
    ($name:ident $code:literal) => {
        #[derive(Debug, thiserror::Error, HttpError)]
        #[error("made by a macro")]
        #[http($code)]
        pub struct $name;
    };
}

error!(UseProxy 305);

fn main() {}
