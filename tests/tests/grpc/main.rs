//! gRPC statuses of derived errors, and the errors that a client reads from them.

mod client;
mod quickwit;
mod socket;
mod statuses;
