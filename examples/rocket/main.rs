//! Runs the service on Rocket: `cargo run --example rocket`. `PORT` says where, 3000 unless it is set.

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    httperr_examples::rocket::serve(httperr_examples::port()?, httperr_examples::tell)
}
