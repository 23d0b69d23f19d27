//! Services whose errors are declared with httperr. Each is an example to run, `cargo run --example
//! axum`, and one file to copy, except [`shop`], a larger service in a folder.
//!
//! [`axum`], [`actix_web`], [`poem`], [`rocket`], [`salvo`], [`warp`] and [`hyper`] are the same service with the same errors. As a
//! library, the examples are what the tests run.

// Each module is a program, and `main` is not called here.
#![allow(dead_code)]

// The example that uses the shop names it in the same way as a program.
extern crate self as httperr_examples;

pub mod actix_web;
pub mod anyhow;
pub mod axum;
pub mod client;
pub mod contract;
pub mod envelope;
pub mod explain;
pub mod fluent;
pub mod grpc;
pub mod hyper;
pub mod metrics;
pub mod poem;
pub mod rocket;
pub mod salvo;
#[path = "shop/main.rs"]
pub mod shop;
pub mod warp;
