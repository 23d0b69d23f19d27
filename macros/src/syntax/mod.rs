//! Tokens → syntax tree. No rule of HTTP, and no look at the types of fields.

pub(crate) mod ast;
pub(crate) mod attr;
pub(crate) mod body_template;
pub(crate) mod foreign_attrs;
pub(crate) mod format_string;
pub(crate) mod header;
pub(crate) mod item;
pub(crate) mod key;
pub(crate) mod limits;
pub(crate) mod nesting;
pub(crate) mod pattern;
pub(crate) mod self_expr;
pub(crate) mod status_code;
pub(crate) mod tokens;
pub(crate) mod value;
