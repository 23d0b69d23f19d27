//! Runs the service on actix-web: `cargo run --example actix_web`. `PORT` says where, 3000 unless it is set.

use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    httperr_examples::actix_web::serve(httperr_examples::port()?, httperr_examples::tell)
}
