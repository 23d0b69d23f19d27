#![deny(deprecated)]

use httperr::http::StatusCode;
use httperr::status;

#[allow(deprecated)]
const PROXY: StatusCode = status!(305);

fn main() {
    #[allow(deprecated)]
    let _ = status!(418);
    match PROXY {
        #[allow(deprecated)]
        status!(510) => {}
        // What is not registered is taken without a word: a client matches what others send.
        status!(471) | status!(499) | status!(520) => {}
        _ => {}
    }
}
