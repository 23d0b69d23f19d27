//! Runs the service on axum: `cargo run --example axum`. `PORT` says where, 3000 unless it is set.

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    httperr_examples::axum::serve(httperr_examples::port()?, httperr_examples::tell)
}
