#![deny(deprecated)]

use httperr::http::StatusCode;
use httperr::status;

const PROXY: StatusCode = status!(305);

fn main() {
    let _ = status!(SWITCH_PROXY);
    let _ = status!(102 as u16);
    match PROXY {
        status!(418) | status!(510) => {}
        _ => {}
    }
}
