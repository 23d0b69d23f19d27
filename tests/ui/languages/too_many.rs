use httperr::HttpError;

#[derive(Debug, thiserror::Error, HttpError)]
#[error("listed")]
#[http(
    500,
    languages("aa", "ab", "ac", "ad", "ae", "af", "ag", "ah", "ai", "aj", "ak", "al", "am", "an", "ao", "ap", "aq", "ar", "as", "at", "au", "av", "aw", "ax", "ay", "az", "ba", "bb", "bc", "bd", "be", "bf", "bg", "bh", "bi", "bj", "bk", "bl", "bm", "bn", "bo", "bp", "bq", "br", "bs", "bt", "bu", "bv", "bw", "bx", "by", "bz", "ca", "cb", "cc", "cd", "ce", "cf", "cg", "ch", "ci", "cj", "ck", "cl", "cm")
)]
pub struct Listed;

/// The first language is `en`.
#[derive(Debug, thiserror::Error, HttpError)]
#[error("used")]
#[http(
    500,
    title("aa" = "x", "ab" = "x", "ac" = "x", "ad" = "x", "ae" = "x", "af" = "x", "ag" = "x", "ah" = "x", "ai" = "x", "aj" = "x", "ak" = "x", "al" = "x", "am" = "x", "an" = "x", "ao" = "x", "ap" = "x", "aq" = "x", "ar" = "x", "as" = "x", "at" = "x", "au" = "x", "av" = "x", "aw" = "x", "ax" = "x", "ay" = "x", "az" = "x", "ba" = "x", "bb" = "x", "bc" = "x", "bd" = "x", "be" = "x", "bf" = "x", "bg" = "x", "bh" = "x", "bi" = "x", "bj" = "x", "bk" = "x", "bl" = "x", "bm" = "x", "bn" = "x", "bo" = "x", "bp" = "x", "bq" = "x", "br" = "x", "bs" = "x", "bt" = "x", "bu" = "x", "bv" = "x", "bw" = "x", "bx" = "x", "by" = "x", "bz" = "x", "ca" = "x", "cb" = "x", "cc" = "x", "cd" = "x", "ce" = "x", "cf" = "x", "cg" = "x", "ch" = "x", "ci" = "x", "cj" = "x", "ck" = "x", "cl" = "x")
)]
pub struct Used;

fn main() {}
