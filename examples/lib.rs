//! Services that answer their errors with httperr. Each is a folder, and an example to run:
//! `cargo run --example shop`.

pub mod shop;
