#![deny(deprecated)]

use httperr::http::StatusCode;
use httperr::status;

#[allow(deprecated)]
const PROXY: StatusCode = status!(305);

#[test]
fn a_silenced_code_is_an_expression_and_a_pattern() {
    #[allow(deprecated)]
    let _ = status!(418);
    match PROXY {
        #[allow(deprecated)]
        status!(510) => {}
        // An unregistered code has no warning here: a client matches what others send.
        status!(471) | status!(499) | status!(520) => {}
        _ => {}
    }
}
