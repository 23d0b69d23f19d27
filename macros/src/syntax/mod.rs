//! Tokens → syntax tree. Knows no rule of HTTP, and does not look at the types of fields.

pub(crate) mod ast;
pub(crate) mod attr;
pub(crate) mod body_template;
mod codes;
pub(crate) mod declaration;
mod extension;
pub(crate) mod foreign_attrs;
pub(crate) mod format_string;
pub(crate) mod header;
pub(crate) mod item;
pub(crate) mod key;
pub(crate) mod languages;
pub(crate) mod limits;
pub(crate) mod literal;
mod match_block;
mod names;
pub(crate) mod nesting;
pub(crate) mod pattern;
pub(crate) mod plain_list;
pub(crate) mod self_expr;
pub(crate) mod status_code;
mod status_value;
mod tags;
pub(crate) mod tokens;
mod unknown_key;
mod uri;
mod value;
