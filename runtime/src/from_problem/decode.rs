//! The functions that the expansion of `#[derive(FromProblem)]` calls.

#![allow(missing_docs, clippy::missing_errors_doc)]

use core::any::type_name;
use core::marker::PhantomData;

use httperr_registry::table_format::sources::PackedSources;
use httperr_registry::table_format::{EnvelopeBody, Reader};

pub use super::fields::Fields;
pub use super::mismatch::{Decoded, FromStatus, Mismatch};
pub use super::received::Received;

use super::choice::choose;
use super::mismatch::Match;
use super::FromProblem;
use crate::case::Case;
use crate::catalog::description::Envelope;
use crate::{HttpError, Problem};

/// A variant that is `transparent` to an inner error.
#[derive(Debug)]
pub struct InnerVariant<T> {
    pub name: &'static str,
    pub decode: fn(&Received<'_>, &Fields<'_>) -> Decoded<T>,
    /// The table of its envelope, or empty.
    pub table: &'static [u8],
    /// An [`EnvelopeBody`].
    pub body: u8,
    /// [`Sources`](httperr_registry::table_format::sources::Sources).
    pub sources: &'static [u8],
}

/// Reads a response as one of the cases of a table, or else as an inner error.
pub fn decode<T>(
    received: &Received<'_>,
    table: &'static [u8],
    sources: &'static [u8],
    build: fn(&Fields<'_>) -> Result<T, Mismatch>,
    inner: &[InnerVariant<T>],
) -> Decoded<T> {
    let Some(received) = received.within(type_name::<T>()) else {
        return Decoded { by: Match::Nothing, result: Err(Mismatch::new("")) };
    };
    #[cfg(feature = "tonic")]
    let (by, choice) = match received.grpc {
        Some(grpc) => super::grpc_choice::choose(grpc, &received, table, sources),
        None => choose(&received, table, sources),
    };
    #[cfg(not(feature = "tonic"))]
    let (by, choice) = choose(&received, table, sources);
    let build = |candidate| build(&Fields::of_case(&received, &candidate));
    let mut best = Decoded { by, result: choice.and_then(build) };
    if best.by > Match::Status {
        return best;
    }
    for variant in inner {
        let sources = PackedSources::read(&mut Reader::new(variant.sources));
        let fields = Fields::of_envelope(&received, variant.name, sources);
        let decoded = match variant.table {
            [] => (variant.decode)(&received, &fields),
            table => {
                let envelope = Envelope {
                    case: Case::from_table(table, 0, 0, ""),
                    body: EnvelopeBody::from_byte(variant.body),
                    media_type: "",
                };
                (variant.decode)(&received.in_envelope(envelope, sources), &fields)
            }
        };
        if decoded.by > best.by {
            best = decoded;
        } else if decoded.by == Match::Status {
            // Two types have a case with this status, and nothing else tells them apart.
            let reason = format!(
                "several cases without a type of their own have the status {}, one of them in `{}`",
                received.status.as_u16(),
                variant.name
            );
            best.result = Err(Mismatch::new(reason));
        }
    }
    best
}

/// The result for a variant that forwards to what an expression returns: its response may be any.
pub fn opaque<T>(name: &'static str) -> Decoded<T> {
    let reason = format!("the response may be that of `{name}`, which is not read");
    Decoded { by: Match::Status, result: Err(Mismatch::new(reason)) }
}

/// A function that reads a problem as that of an inner error, or returns it.
pub type DecodeOther<T> = fn(&Received<'_>, Problem) -> Result<T, Box<Problem>>;

/// Reads a problem as that of an inner error with a variant for all others.
pub fn decode_other<T>(
    received: &Received<'_>,
    problem: Problem,
    inner: &[DecodeOther<T>],
) -> Result<T, Box<Problem>> {
    let mut problem = Box::new(problem);
    let Some(received) = received.within(type_name::<T>()) else { return Err(problem) };
    for decode in inner {
        match decode(&received, *problem) {
            Ok(error) => return Ok(error),
            Err(same) => problem = same,
        }
    }
    Err(problem)
}

/// The type of an inner error, which is read if it implements [`FromProblem`].
#[derive(Debug)]
pub struct Inner<U>(PhantomData<fn() -> U>);

impl<U> Inner<U> {
    #[must_use]
    #[allow(clippy::new_without_default)]
    pub const fn new() -> Self {
        Inner(PhantomData)
    }
}

// The names must not collide with those of the user's traits, since method resolution chooses between
// the three. The receiver is `&&Inner`, for which it looks for an impl for `&Inner` first, then for
// `&&Inner`, and then for `Inner`.
pub trait Decodable<U> {
    fn __httperr_decode(&self, received: &Received<'_>) -> Decoded<U>;
    fn __httperr_decode_other(
        &self,
        received: &Received<'_>,
        problem: Problem,
    ) -> Result<U, Box<Problem>>;
}

impl<U: FromProblem> Decodable<U> for &Inner<U> {
    fn __httperr_decode(&self, received: &Received<'_>) -> Decoded<U> {
        U::decode(received)
    }

    fn __httperr_decode_other(
        &self,
        received: &Received<'_>,
        problem: Problem,
    ) -> Result<U, Box<Problem>> {
        U::decode_other(received, problem)
    }
}

/// For an error of the server alone, such as the rejection of a framework. A response may be its own.
pub trait Sendable<U> {
    fn __httperr_decode(&self, received: &Received<'_>) -> Decoded<U>;
    fn __httperr_decode_other(
        &self,
        received: &Received<'_>,
        problem: Problem,
    ) -> Result<U, Box<Problem>>;
}

impl<U: HttpError> Sendable<U> for &&Inner<U> {
    fn __httperr_decode(&self, received: &Received<'_>) -> Decoded<U> {
        let mut cases = U::catalog().cases().peekable();
        // Of a type without a catalog, such as `Problem`, nothing is known.
        let is_unknown = cases.peek().is_none();
        let has_status = |case: Case| received.may_be_of(case) && case.type_uri().is_none();
        let by = match is_unknown || cases.any(has_status) {
            true => Match::Status,
            false => Match::Nothing,
        };
        let reason = format!("`{}` does not implement `FromProblem`", type_name::<U>());
        Decoded { by, result: Err(Mismatch::new(reason)) }
    }

    fn __httperr_decode_other(
        &self,
        _: &Received<'_>,
        problem: Problem,
    ) -> Result<U, Box<Problem>> {
        Err(Box::new(problem))
    }
}

/// For any other type.
pub trait Undecodable<U> {
    fn __httperr_decode(&self, received: &Received<'_>) -> Decoded<U>;
    fn __httperr_decode_other(
        &self,
        received: &Received<'_>,
        problem: Problem,
    ) -> Result<U, Box<Problem>>;
}

impl<U> Undecodable<U> for Inner<U> {
    fn __httperr_decode(&self, _: &Received<'_>) -> Decoded<U> {
        let reason = format!("`{}` does not implement `FromProblem`", type_name::<U>());
        Decoded { by: Match::Nothing, result: Err(Mismatch::new(reason)) }
    }

    fn __httperr_decode_other(
        &self,
        _: &Received<'_>,
        problem: Problem,
    ) -> Result<U, Box<Problem>> {
        Err(Box::new(problem))
    }
}
