mod contract;
mod differential;
mod envelopes;
mod expansions;
mod facts;
mod fuzz;
mod header_values;
mod internals;
mod limits;
mod mistakes;
mod nesting;
mod patterns;
mod plain_list;
mod print;
mod random;
mod same_as;
mod self_calls;
mod texts;
mod ui;

use quote::ToTokens as _;

use crate::derive;

/// Returns the messages of the errors that the derive reports.
fn error_messages(declaration: &str) -> String {
    let tokens = declaration.parse().unwrap();
    let expansion = syn::parse2::<syn::File>(derive::derive(tokens)).unwrap();
    let messages = expansion.items.iter().filter_map(|item| match item {
        syn::Item::Macro(call) if call.mac.path.segments.last()?.ident == "compile_error" => {
            Some(call.mac.tokens.to_token_stream().to_string())
        }
        _ => None,
    });
    messages.collect::<Vec<_>>().join("\n")
}
