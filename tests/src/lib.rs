//! What the tests in `tests/` share, and the tests of the pages in `docs/`.

pub mod socket;

#[doc = include_str!("../../docs/contract.md")]
pub mod contract {}

#[doc = include_str!("../../docs/grpc.md")]
pub mod grpc {}

#[doc = include_str!("../../docs/hyper.md")]
pub mod hyper {}

#[doc = include_str!("../../docs/negotiation.md")]
pub mod negotiation {}

#[doc = include_str!("../../docs/pages.md")]
pub mod pages {}

#[doc = include_str!("../../docs/recipes.md")]
pub mod recipes {}
