use httperr::status;

macro_rules! code {
    ($code:literal) => {
        status!($code)
    };
}

macro_rules! sum {
    ($code:expr) => {
        status!($code)
    };
}

fn main() {
    let _ = code!(600);
    let _ = code!("404");
    let _ = sum!(400 + 4);
    let _ = sum!(-404);
}

