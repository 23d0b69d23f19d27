//! The buffer in which a body is written, one for each thread.
//!
//! The length of a body is known once it is written. [`Bytes`] made from a buffer with more capacity needs
//! a second allocation for its reference count; one that is copied has the exact size and is the only
//! allocation.

use std::cell::Cell;

use bytes::Bytes;

/// The longest body that is copied, in bytes. To copy a longer one costs more than an allocation.
const COPIED: usize = 2 << 10;

/// The largest capacity that a thread keeps.
const KEPT: usize = 4 << 10;

thread_local! {
    static BUFFER: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

/// Exchanges a buffer without capacity for one with room for `capacity` bytes.
#[inline]
pub(super) fn take(buffer: &mut Vec<u8>, capacity: usize) {
    // Empty while another response is rendered in this thread, such as one inside of a `Display`.
    let _ = BUFFER.try_with(|kept| *buffer = kept.take());
    buffer.reserve(capacity);
}

/// Returns the content of a buffer, which is kept for the next response if it is small.
#[inline]
pub(super) fn into_bytes(mut buffer: Vec<u8>) -> Bytes {
    if buffer.len() > COPIED || buffer.capacity() > KEPT {
        return buffer.into();
    }
    let bytes = Bytes::from(Box::<[u8]>::from(&buffer[..]));
    buffer.clear();
    let _ = BUFFER.try_with(|kept| kept.set(buffer));
    bytes
}

#[cfg(test)]
mod tests {
    use super::{into_bytes, take, COPIED, KEPT};

    fn buffer(capacity: usize) -> Vec<u8> {
        let mut buffer = Vec::new();
        take(&mut buffer, capacity);
        assert!(buffer.is_empty() && buffer.capacity() >= capacity);
        buffer
    }

    #[test]
    fn bytes_are_those_written_whatever_their_length_and_that_of_the_last_body() {
        for length in [0, 1, 200, COPIED, COPIED + 1, KEPT, 3 * KEPT, 7] {
            let mut written = buffer(16);
            written.resize(length, b'x');
            assert_eq!(into_bytes(written), vec![b'x'; length]);
        }
    }

    #[test]
    fn a_thread_keeps_a_small_buffer_and_no_large_one() {
        let small = buffer(100);
        let address = small.as_ptr();
        into_bytes(small);
        let again = buffer(100);
        assert_eq!(again.as_ptr(), address);
        into_bytes(Vec::with_capacity(KEPT + 1));
        assert_eq!(super::BUFFER.take().capacity(), 0);
    }

    #[test]
    fn a_response_that_is_rendered_while_another_is_written_has_its_own_buffer() {
        let mut outer = buffer(16);
        outer.extend_from_slice(b"outer");
        let mut inner = buffer(16);
        inner.extend_from_slice(b"inner");
        assert_eq!(into_bytes(inner), "inner");
        assert_eq!(into_bytes(outer), "outer");
    }

    #[test]
    fn a_body_of_usual_length_leaves_its_buffer_to_the_thread() {
        let mut body = buffer(500);
        body.resize(500, b'x');
        into_bytes(body);
        assert!(super::BUFFER.take().capacity() >= 500);
    }
}
