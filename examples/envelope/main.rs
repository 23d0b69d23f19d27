//! Runs the service: `cargo run --example envelope`. `PORT` says where, 3000 unless it is set.

use std::error::Error;

use httperr_examples::{envelope, serve};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let paths =
        ["/documents/2", "/documents/3", "/documents/4", "/documents/6", "/objects/a", "/pages/b"];
    serve(envelope::app(), &paths).await
}
