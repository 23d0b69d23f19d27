mod contract;
mod differential;
mod expansions;
pub(crate) mod fuzz;
mod internals;
mod limits;
mod print;
