//! The tests are in `tests/`; those of the pages in `docs/` are here.

#![doc = include_str!("../../docs/recipes.md")]
