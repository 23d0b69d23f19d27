//! Runs the service on hyper: `cargo run --example hyper`. `PORT` says where, 3000 unless it is set.

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    httperr_examples::hyper::serve(httperr_examples::port()?, httperr_examples::tell)
}
