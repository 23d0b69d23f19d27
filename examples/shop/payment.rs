//! An imitation of a payment provider. The card selects the error.

use std::time::Duration;

use super::errors::PaymentError;

/// Takes the money, or fails with what the card asks for.
pub(super) fn charge(card: &str) -> Result<(), PaymentError> {
    let answered = |status| {
        let text = "secret: merchant key 4711 at 10.0.0.7".to_owned();
        Err(PaymentError::Answered { status, text })
    };
    match card {
        "declined" => answered(402),
        "busy" => answered(503),
        "broken" => answered(500),
        "slow" => Err(PaymentError::PaymentsTimedOut(Duration::from_secs(3))),
        _ => Ok(()),
    }
}
