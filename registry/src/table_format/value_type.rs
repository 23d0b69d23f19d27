//! The type of a value that comes from run time, as far as it determines the JSON.
//!
//! ```text
//! type = "?" type | "[" type | "{" type     ; an option, a list, an object with any names
//!      | "bool" | "i64" … | "f64" … | "str" | "errors"
//!      | "*" Rust type                      ; any other
//!      | "=" JSON                           ; a constant
//!      |                                    ; empty: an expression
//! ```

/// The outermost part of a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueType<'a> {
    /// Absent or `null`, or a value of this type.
    Optional(&'a str),
    List(&'a str),
    /// An object whose members have this type.
    Map(&'a str),
    Bool,
    /// An integer, with Rust's name of the type.
    Integer(&'a str),
    /// A floating-point number, with Rust's name of the type.
    Float(&'a str),
    Text,
    /// The `FieldErrors` of the runtime.
    FieldErrors,
    /// Any other Rust type, as it is written.
    Named(&'a str),
    /// The value itself, as JSON.
    Constant(&'a str),
    Unknown,
}

impl<'a> ValueType<'a> {
    /// The names of the integers.
    pub const INTEGERS: &'static [&'static str] =
        &["i8", "i16", "i32", "i64", "i128", "isize", "u8", "u16", "u32", "u64", "u128", "usize"];

    #[must_use]
    pub fn parse(text: &'a str) -> Self {
        let rest = text.get(1..).unwrap_or_default();
        match text.bytes().next() {
            Some(b'?') => ValueType::Optional(rest),
            Some(b'[') => ValueType::List(rest),
            Some(b'{') => ValueType::Map(rest),
            Some(b'*') => ValueType::Named(rest),
            Some(b'=') => ValueType::Constant(rest),
            Some(b'b') => ValueType::Bool,
            Some(b'i' | b'u') => ValueType::Integer(text),
            Some(b'f') => ValueType::Float(text),
            Some(b's') => ValueType::Text,
            Some(b'e') => ValueType::FieldErrors,
            _ => ValueType::Unknown,
        }
    }

    /// Returns whether the JSON of a value of this type is never `null`, as far as is known.
    #[must_use]
    pub fn is_never_null(self) -> bool {
        !matches!(self, ValueType::Optional(_) | ValueType::Named(_) | ValueType::Unknown)
    }
}
