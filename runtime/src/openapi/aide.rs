//! [aide](https://docs.rs/aide) 0.15: every derived error implements `OperationOutput`.

pub use ::aide::generate::GenContext;
pub use ::aide::openapi::{Operation, Response};
pub use ::aide::OperationOutput;
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{json, Value as Json};

use super::types::named_types;
use super::{response_json, CaseSchema};
use crate::Catalog;

#[doc(hidden)]
pub type Responses = Vec<(Option<u16>, Response)>;

named_types!(JsonSchema, SchemaGenerator, |generator| generator.subschema_for::<T>().to_value());

/// Called by the impl of a derived type, with its name.
#[doc(hidden)]
pub fn responses(
    context: &mut GenContext,
    catalog: Catalog,
    add_types: fn(&mut Types),
    name: &str,
) -> Responses {
    let generator = &mut context.schema;
    let responses = Types::new(add_types).responses(catalog, generator, definition);
    let responses = responses.into_iter().filter_map(|(status, response)| {
        let json = response_json(&response, &mut |case| component(generator, name, case));
        Some((status, serde_json::from_value(json).ok()?))
    });
    responses.collect()
}

fn definition(generator: &SchemaGenerator, reference: &str) -> Option<Json> {
    let name = reference.strip_prefix(generator.settings().definitions_path.as_ref())?;
    generator.definitions().get(name).cloned()
}

/// Adds the schema of a case to the components, and returns the reference to it. Each operation does so
/// with the same schemas.
fn component(generator: &mut SchemaGenerator, of: &str, case: &CaseSchema) -> Json {
    let Some(name) = case.component(of).filter(|_| !generator.settings().inline_subschemas) else {
        return case.schema.clone();
    };
    let definitions = generator.definitions_mut();
    let numbered = (2..).map(|number| format!("{name}{number}"));
    let is_free = |name: &String| definitions.get(name).map_or(true, |old| *old == case.schema);
    let Some(name) = [name.clone()].into_iter().chain(numbered).find(is_free) else {
        return case.schema.clone();
    };
    definitions.insert(name.clone(), case.schema.clone());
    json!({ "$ref": format!("{}{name}", generator.settings().definitions_path) })
}

#[doc(hidden)]
#[macro_export]
macro_rules! __adapt_aide {
    ([aide $($without:ident)*] $generics:tt $ty:tt $clause:tt $cases:tt $inner:tt) => {
        $crate::__named_types! { aide $generics $ty $clause $cases $inner }
    };
    ([$other:ident $($without:ident)*] $($input:tt)*) => {
        $crate::__adapt_aide! { [$($without)*] $($input)* }
    };
    ([] $generics:tt $ty:tt $clause:tt $cases:tt $inner:tt) => {
        $crate::__named_types! { aide $generics $ty $clause $cases $inner }
        $crate::__operation_output! { $generics $ty $clause }
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! __operation_output {
    ([$($generics:tt)*] [$name:ident $($arguments:tt)*] [$($clause:tt)*]) => {
        #[automatically_derived]
        #[allow(deprecated)]
        impl $($generics)* $crate::openapi::aide::OperationOutput for $name $($arguments)*
        $($clause)*
        {
            type Inner = Self;

            fn inferred_responses(
                context: &mut $crate::openapi::aide::GenContext,
                _: &mut $crate::openapi::aide::Operation,
            ) -> $crate::openapi::aide::Responses {
                $crate::openapi::aide::responses(
                    context,
                    <Self as $crate::HttpError>::catalog(),
                    <Self as $crate::openapi::aide::NamedTypes>::add_types,
                    $crate::__private0::stringify!($name),
                )
            }
        }
    };
}
