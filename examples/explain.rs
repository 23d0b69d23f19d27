//! Explains an error code of an API on the command line:
//!
//! ```sh
//! cargo run --example explain -- out-of-stock
//! ```
//!
//! In a real program this is a subcommand, and the declaration is that of the API.

use std::process::ExitCode;

use httperr::{pages, HttpError};

#[derive(Debug, thiserror::Error, HttpError)]
#[http(type_base = "https://shop.example/problems")]
pub enum ApiError {
    /// There is not enough of the product. Order less, or wait until more arrives.
    #[error("only {left} of product {product} are left")]
    #[http(409)]
    OutOfStock {
        #[http(extension, example = 42)]
        product: u64,
        #[http(extension, example = 3)]
        left: u32,
    },

    /// The account placed too many orders in a short time.
    #[error("too many orders in a row")]
    #[http(429, retry_after = 30)]
    TooManyOrders,
}

fn main() -> ExitCode {
    let Some(code) = std::env::args().nth(1) else {
        let codes = ApiError::catalog().cases().filter_map(|case| case.code());
        eprintln!("usage: explain <code>, one of: {}", codes.collect::<Vec<_>>().join(", "));
        return ExitCode::from(2);
    };
    match pages::explain::<ApiError>(&code) {
        Ok(text) => {
            print!("{text}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
