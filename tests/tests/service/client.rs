//! Sends the requests, and collects the responses and the events.

use std::fmt::Write as _;
use std::net::SocketAddr;
use std::sync::{Mutex, PoisonError};

use httperr_tests::socket::{self, ADDED_BY_SERVERS};
use tracing::field::{Field, Visit};
use tracing::{span, Event, Metadata, Subscriber};

use super::table::Row;

/// A response, with the events that were emitted meanwhile.
#[derive(Debug, PartialEq, Eq)]
pub struct Exchange {
    pub status: u16,
    /// Sorted by name, and in the order of the response for each name.
    pub fields: Vec<(String, String)>,
    pub body: String,
    pub events: Vec<LogEvent>,
}

impl Exchange {
    pub fn field(&self, name: &str) -> Option<&str> {
        let field = self.fields.iter().find(|(other, _)| other == name);
        field.map(|(_, value)| value.as_str())
    }

    pub fn has_response_of(&self, other: &Exchange) -> bool {
        self.status == other.status && self.fields == other.fields && self.body == other.body
    }

    pub fn write_response(&self, snapshot: &mut String) {
        writeln!(snapshot, "{}", self.status).unwrap();
        for (name, value) in &self.fields {
            writeln!(snapshot, "{name}: {value}").unwrap();
        }
        if !self.body.is_empty() {
            writeln!(snapshot, "\n{}", self.body.trim_end_matches('\n')).unwrap();
        }
    }

    pub fn write_events(&self, snapshot: &mut String) {
        for event in &self.events {
            writeln!(snapshot, "\n[{} {}]", event.level, event.message).unwrap();
            for (name, value) in &event.fields {
                writeln!(snapshot, "{name} = {value}").unwrap();
            }
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogEvent {
    pub level: String,
    pub message: String,
    pub fields: Vec<(&'static str, String)>,
}

impl LogEvent {
    pub fn field(&self, name: &str) -> Option<&str> {
        let field = self.fields.iter().find(|(other, _)| *other == name);
        field.map(|(_, value)| value.as_str())
    }
}

impl Visit for LogEvent {
    fn record_debug(&mut self, field: &Field, value: &dyn std::fmt::Debug) {
        match field.name() {
            "message" => self.message = format!("{value:?}"),
            name => self.fields.push((name, format!("{value:?}"))),
        }
    }
}

static EVENTS: Mutex<Vec<LogEvent>> = Mutex::new(Vec::new());

fn take_events() -> Vec<LogEvent> {
    std::mem::take(&mut *EVENTS.lock().unwrap_or_else(PoisonError::into_inner))
}

/// Collects the events of all services, whose threads are their own.
pub struct Collector;

impl Subscriber for Collector {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target() == "httperr"
    }

    fn event(&self, event: &Event<'_>) {
        let level = event.metadata().level().to_string();
        let mut logged = LogEvent { level, message: String::new(), fields: Vec::new() };
        event.record(&mut logged);
        EVENTS.lock().unwrap_or_else(PoisonError::into_inner).push(logged);
    }

    fn new_span(&self, _: &span::Attributes<'_>) -> span::Id {
        span::Id::from_u64(1)
    }
    fn record(&self, _: &span::Id, _: &span::Record<'_>) {}
    fn record_follows_from(&self, _: &span::Id, _: &span::Id) {}
    fn enter(&self, _: &span::Id) {}
    fn exit(&self, _: &span::Id) {}
}

/// Sends a request while no other one is sent.
pub fn send(address: SocketAddr, row: &Row) -> Exchange {
    take_events();
    let content = row.content.map(|(_, body)| body);
    let mut fields: Vec<(&str, &[u8])> = Vec::new();
    if let Some(id) = row.request_id {
        fields.push(("x-request-id", id));
    }
    if let Some((media_type, _)) = row.content {
        fields.push(("content-type", media_type.as_bytes()));
    }
    let response = socket::send(address, row.method, &row.path, &fields, content);
    Exchange {
        status: response.status,
        fields: response.fields_without(&ADDED_BY_SERVERS),
        body: response.text(),
        events: take_events(),
    }
}
