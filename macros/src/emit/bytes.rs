//! Bytes of the packed table.

use httperr_registry::table_format::Output;

#[derive(Default)]
pub(crate) struct Bytes(pub(crate) Vec<u8>);

impl Output for Bytes {
    fn bytes(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    // A number has one byte, nearly always.
    fn byte(&mut self, byte: u8) {
        self.0.push(byte);
    }
}
