//! The schemas of types that only a library knows.
//!
//! The table of a declaration has the names of its types; the types themselves are arguments of
//! `__adapt!`. From these, a derived type has a function that adds a row for each such value to
//! [`Types`], with a function that returns the schema of its type: that of the library, if the type
//! implements its trait, else none.

use std::cell::RefCell;

use serde_json::{json, Value as Json};

use super::{responses, Responses};
use crate::case::Case;
use crate::catalog::schema::ValueSchemas;
use crate::catalog::shape::Value;
use crate::catalog::Catalog;

/// The types of the values of an error type, and of the errors inside. `G` is what a library
/// generates schemas with.
#[doc(hidden)]
pub struct Types<G> {
    rows: Vec<Row<G>>,
    seen: Vec<Catalog>,
}

struct Row<G> {
    case: Case,
    value: usize,
    schema: fn(&mut G) -> Option<Json>,
}

impl<G> Types<G> {
    pub(super) fn new(add_types: fn(&mut Self)) -> Self {
        let mut types = Types { rows: Vec::new(), seen: Vec::new() };
        add_types(&mut types);
        types
    }

    /// Returns whether the types of a declaration are to be added: not twice, since it may contain
    /// itself.
    pub fn begin(&mut self, catalog: Catalog) -> bool {
        let is_new = !self.seen.iter().any(|seen| seen.is_same_type(catalog));
        if is_new {
            self.seen.push(catalog);
        }
        is_new
    }

    /// Adds the type of a value of a case.
    pub fn add(
        &mut self,
        catalog: Catalog,
        case: u16,
        value: usize,
        schema: fn(&mut G) -> Option<Json>,
    ) {
        self.rows.push(Row { case: catalog.case(case), value, schema });
    }

    /// Adds the type of a value of the envelope around the inner error with that index.
    pub fn add_of_envelope(
        &mut self,
        catalog: Catalog,
        inner: usize,
        value: usize,
        schema: fn(&mut G) -> Option<Json>,
    ) {
        if let Some(case) = catalog.envelope(inner) {
            self.rows.push(Row { case, value, schema });
        }
    }

    /// Returns the schema of a value. Declarations that are equal, but for the meaning of the names of
    /// their types, accept the values of each.
    fn schema(&self, value: &Value, generator: &mut G) -> Option<Json> {
        let rows = self.rows.iter();
        let rows = rows.filter(|row| row.value == value.index && row.case.has_row_of(value.case));
        let mut schemas = Vec::new();
        for row in rows {
            let schema = (row.schema)(generator)?;
            if !schemas.contains(&schema) {
                schemas.push(schema);
            }
        }
        match schemas.len() {
            0 | 1 => schemas.pop(),
            _ => Some(json!({ "anyOf": schemas })),
        }
    }

    /// Generates all schemas, for what the generator keeps of them.
    #[cfg(feature = "poem-openapi")]
    pub(super) fn register(&self, generator: &mut G) {
        for row in &self.rows {
            let _ = (row.schema)(generator);
        }
    }

    /// Returns the responses of a type. `definition` returns the schema that a `$ref` refers to.
    pub(super) fn responses(
        &self,
        catalog: Catalog,
        generator: &mut G,
        definition: fn(&G, &str) -> Option<Json>,
    ) -> Responses {
        let generator = RefCell::new(generator);
        responses(
            catalog,
            ValueSchemas {
                schema: &|value| self.schema(value, &mut generator.borrow_mut()),
                definition: &|reference| definition(&generator.borrow(), reference),
            },
        )
    }
}

/// Defines what the macro of a library names: the types with a schema of the library, those without,
/// and the derived types with values of such types.
///
/// A method that a type has itself precedes that of a reference to it, so that a type without the trait
/// of the library compiles: another crate may have enabled the feature.
macro_rules! named_types {
    ($known:path, $generator:ty, $schema:expr) => {
        #[doc(hidden)]
        pub type Types = $crate::openapi::types::Types<$generator>;

        /// Implemented by derived types.
        #[doc(hidden)]
        pub trait NamedTypes {
            fn add_types(types: &mut Types);
        }

        impl<E: NamedTypes + ?Sized> NamedTypes for Box<E> {
            fn add_types(types: &mut Types) {
                E::add_types(types);
            }
        }

        #[doc(hidden)]
        pub struct Probe<T: ?Sized>(std::marker::PhantomData<T>);

        impl<T: ?Sized> Probe<T> {
            #[allow(clippy::new_without_default)]
            pub const fn new() -> Self {
                Probe(std::marker::PhantomData)
            }
        }

        #[doc(hidden)]
        pub trait Known {
            fn __httperr_schema(&self, generator: &mut $generator) -> Option<serde_json::Value>;
        }

        impl<T: $known> Known for Probe<T> {
            fn __httperr_schema(&self, generator: &mut $generator) -> Option<serde_json::Value> {
                let schema: fn(&mut $generator) -> serde_json::Value = $schema;
                Some(schema(generator))
            }
        }

        #[doc(hidden)]
        pub trait Unknown {
            fn __httperr_schema(&self, generator: &mut $generator) -> Option<serde_json::Value>;
        }

        impl<T: ?Sized> Unknown for &Probe<T> {
            fn __httperr_schema(&self, _: &mut $generator) -> Option<serde_json::Value> {
                None
            }
        }

        #[doc(hidden)]
        pub trait KnownError {
            fn __httperr_add_types(&self, types: &mut Types);
        }

        impl<E: NamedTypes + ?Sized> KnownError for Probe<E> {
            fn __httperr_add_types(&self, types: &mut Types) {
                E::add_types(types);
            }
        }

        #[doc(hidden)]
        pub trait UnknownError {
            fn __httperr_add_types(&self, types: &mut Types);
        }

        impl<E: ?Sized> UnknownError for &Probe<E> {
            fn __httperr_add_types(&self, _: &mut Types) {}
        }
    };
}
pub(super) use named_types;

/// `library [generics] [type] [where clause] [cases] [inner errors]`, as `__adapt!` has them.
#[doc(hidden)]
#[macro_export]
macro_rules! __named_types {
    (
        $library:ident [$($generics:tt)*] [$($ty:tt)*] [$($clause:tt)*]
        [$($case:literal: [$($value:literal ($named:ty))*])*]
        [$($inner:literal: ($($error:ty)?) [$($added:literal ($added_ty:ty))*])*]
    ) => {
        #[automatically_derived]
        #[allow(deprecated, unused_imports, unused_variables)]
        impl $($generics)* $crate::openapi::$library::NamedTypes for $($ty)* $($clause)* {
            fn add_types(types: &mut $crate::openapi::$library::Types) {
                use $crate::openapi::$library::{
                    Known as _, KnownError as _, Unknown as _, UnknownError as _,
                };
                let catalog = <Self as $crate::HttpError>::catalog();
                if types.begin(catalog) {
                    $($(
                        types.add(catalog, $case, $value, |generator| {
                            (&$crate::openapi::$library::Probe::<$named>::new())
                                .__httperr_schema(generator)
                        });
                    )*)*
                    $(
                        $(
                            (&$crate::openapi::$library::Probe::<$error>::new())
                                .__httperr_add_types(types);
                        )?
                        $(
                            types.add_of_envelope(catalog, $inner, $added, |generator| {
                                (&$crate::openapi::$library::Probe::<$added_ty>::new())
                                    .__httperr_schema(generator)
                            });
                        )*
                    )*
                }
            }
        }
    };
}
