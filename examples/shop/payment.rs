//! An imitation of a payment provider. The card selects the error.

use std::time::Duration;

use super::errors::PaymentError;

/// Takes the money, or fails as the card requests.
pub(super) fn charge(card: &str) -> Result<(), PaymentError> {
    let fail = |status| {
        let text = "secret: merchant key 4711 at 10.0.0.7".to_owned();
        Err(PaymentError::Failed { status, text })
    };
    match card {
        "declined" => fail(402),
        "busy" => fail(503),
        "broken" => fail(500),
        "slow" => Err(PaymentError::PaymentsTimedOut(Duration::from_secs(3))),
        _ => Ok(()),
    }
}
