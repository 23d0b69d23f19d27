//! The tests of `tests/tests` that render responses and need axum at most.

#[path = "../tests/apply_to.rs"]
mod apply_to;
#[path = "../tests/bodies.rs"]
mod bodies;
#[path = "../tests/case_names.rs"]
mod case_names;
#[path = "../tests/derive/main.rs"]
mod derive;
#[path = "../tests/envelope_members.rs"]
mod envelope_members;
#[path = "../tests/tracing.rs"]
mod events;
#[path = "../tests/generics.rs"]
mod generics;
#[path = "../tests/grpc/statuses/mod.rs"]
mod grpc;
#[path = "../tests/header_map.rs"]
mod header_map;
#[path = "../tests/inner_envelope.rs"]
mod inner_envelope;
#[path = "../tests/items.rs"]
#[allow(private_interfaces)]
mod items;
#[path = "../tests/languages.rs"]
mod languages;
#[path = "../tests/manual_case.rs"]
mod manual_case;
#[path = "../tests/plain_service.rs"]
mod plain_service;
#[path = "../tests/request_in_headers.rs"]
mod request_in_headers;
#[path = "../tests/safety.rs"]
mod safety;
#[path = "../tests/tags.rs"]
mod tags;
#[path = "../tests/wire.rs"]
mod wire;
#[path = "../tests/writer.rs"]
mod writer;
