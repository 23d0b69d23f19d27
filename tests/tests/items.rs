//! Items in every form of the Rust grammar.

use std::error::Error as StdError;
use std::fmt::Debug;

use httperr::HttpError;
use thiserror::Error;

/// Asserts the status and the end of the body of each response.
macro_rules! assert_responses {
    ($($error:expr => $status:literal $body:literal;)*) => {$(
        let response = $error.to_response();
        assert_eq!(response.status(), $status);
        let body = std::str::from_utf8(response.body()).unwrap();
        assert!(body.ends_with($body), "{body}");
    )*};
}

#[derive(Debug, Error, HttpError)]
#[error("a")]
#[http(404)]
struct Unit;

#[derive(Debug, Error, HttpError)]
#[error("b")]
#[http(409, detail = "{1} {2:?} {3}")]
struct Tuple(
    (u8, u8),
    pub u8,
    pub (u8, u8),
    pub(crate) u8,
    #[allow(dead_code)] pub(crate) std::collections::BTreeMap<u8, (u8, u8)>,
);

#[derive(Debug, Error, HttpError)]
#[error("c")]
#[http(410, extension(last = r#type))]
pub(crate) struct Named<'a, T: Into<u8> + Debug + StdError, F, const N: usize = { 1 + 1 }>
where
    F: Fn(u8) -> Vec<T> + Copy + Debug,
    [(); N]: Sized,
{
    #[allow(dead_code)]
    pub(self) function: fn(u8, u8) -> u8,
    #[allow(dead_code)]
    closure: F,
    #[allow(dead_code)]
    nested: Option<Result<[&'a str; N], <Vec<T> as IntoIterator>::Item>>,
    r#type: u8,
}

#[derive(Clone, Copy, Debug, Error)]
#[error("d")]
struct Small;

impl From<Small> for u8 {
    fn from(_: Small) -> u8 {
        0
    }
}

#[derive(Debug, Error, HttpError)]
#[error("e")]
#[http(404, detail = "{0:?}")]
struct After<T>(T)
where
    T: Debug;

#[derive(Debug, Error, HttpError)]
#[http(default = 400)]
#[repr(u8)]
#[allow(dead_code)]
enum Numbered {
    #[error("one")]
    One = 1 << 1,
    #[error("less")]
    Less = (1 < 2) as u8,
    #[error("more")]
    More = 3 + (1 > 2) as u8,
    #[error("call")]
    Call = size::<u8, [u8; 5]>() as u8,
    #[error("path")]
    Path = <Small as Pair<u8, u8>>::NINE,
    #[error("fields {0}")]
    Fields(u8) = 2 << 2 >> 1 << 2,
    #[error("last")]
    #[http(418, allow(deprecated))]
    Last {} = 0,
}

trait Pair<A, B> {
    const NINE: u8;
    type Number;
}

impl<A, B> Pair<A, B> for Small {
    const NINE: u8 = 9;
    type Number = u8;
}

const fn size<A, B>() -> usize {
    std::mem::size_of::<A>() + std::mem::size_of::<B>()
}

#[derive(Debug, Error, HttpError)]
enum Nothing {}

macro_rules! declare {
    ($(#[$meta:meta])* $vis:vis $name:ident: $($(#[$of:meta])* $variant:ident($field:vis $ty:ty),)*) => {
        $(#[$meta])*
        $vis enum $name {
            $($(#[$of])* $variant($ty),)*
        }
        pub(crate) mod inside {
            use super::*;
            $(
                #[derive(Debug, Error, HttpError)]
                $(#[$of])*
                $vis struct $variant($field $ty, $field u8);
            )*
        }
    };
}

declare! {
    #[derive(Debug, Error, HttpError)]
    #[http(codes(prefix = "declared."))]
    pub(crate) Declared:
    /// One.
    #[error("one {0}")]
    #[http(404)]
    One(pub u8),
    /// Two.
    #[error("two {0:?}")]
    #[http(409)]
    Two(pub Vec<(u8, u8)>),
}

#[derive(Debug, Error, HttpError)]
#[http(default = 400)]
#[repr(isize)]
#[allow(dead_code)]
enum Discriminants {
    #[error("if")]
    If = Less::<u8, u8>::ONE as isize | if 1 < 2 { 8 } else { 2 },
    #[error("shift")]
    Shift = 1 << <Small as Pair<u8, u8>>::NINE,
    #[error("cast")]
    Cast = <Small as Pair<u8, u8>>::NINE as Id<u8, u8> as isize - 1,
    #[error("less")]
    Less = ((Less::<u8, u8>::ONE as isize) < 2) as isize,
    #[error("last")]
    #[http(418, allow(deprecated))]
    Last,
}

struct Less<A, B>(A, B);

impl<A, B> Less<A, B> {
    const ONE: u8 = 1;
}

#[test]
fn commas_inside_a_discriminant_do_not_end_it() {
    assert_responses! {
        Discriminants::If => 400 r#""detail":"if"}"#;
        Discriminants::Shift => 400 r#""detail":"shift"}"#;
        Discriminants::Cast => 400 r#""detail":"cast"}"#;
        Discriminants::Less => 400 r#""detail":"less"}"#;
        Discriminants::Last => 418 r#""detail":"last"}"#;
    }
    assert_eq!(Discriminants::catalog().cases().count(), 5);
    assert_eq!(Discriminants::Last as isize, 2);
}

/// Values with commas in angle brackets and in closure parameters.
#[derive(Debug, Error, HttpError)]
enum Values {
    #[error("cast")]
    #[http(status = *_0 as Code<u8, u8>, header("x-n" = <Small as Pair<u8, u8>>::NINE), code = "cast")]
    Cast(u16),
    #[error("compared")]
    #[http(status = if *a < *b { 404 } else { 410 }, detail = "{a}", code = "compared")]
    Compared { a: u8, b: u8 },
    #[error("shifted")]
    #[http(404, header("x-n" = 1 << <Small as Pair<u8, u8>>::NINE, "x-m" = a | b), code = "shifted")]
    Shifted { a: u8, b: u8 },
    #[error("closure")]
    #[http(404, header("x-n" = apply(1) + &|a, b| a + b, "x-m" = 5), code = "closure")]
    Closure,
    #[error("guard")]
    #[http(match if *_0 > 9 { 9 } else { *_0 } {
        a if a < 3 && a as Code<u8, u8> > 1 => 404,
        ..=1 | 5.. => 409,
        _ => 500,
    })]
    Guard(u16),
}

type Code<A, B> = <(A, B) as Same<u16>>::It;

trait Same<T> {
    type It;
}

impl<A, B, T> Same<T> for (A, B) {
    type It = T;
}

struct Apply(u8);

fn apply(value: u8) -> Apply {
    Apply(value)
}

impl<F: Fn(u8, u8) -> u8> std::ops::Add<&F> for Apply {
    type Output = u8;

    fn add(self, with: &F) -> u8 {
        with(self.0, self.0)
    }
}

#[test]
fn commas_inside_a_value_do_not_end_it() {
    assert_responses! {
        Values::Cast(409) => 409 r#""code":"cast"}"#;
        Values::Compared { a: 1, b: 2 } => 404 r#""code":"compared"}"#;
        Values::Shifted { a: 1, b: 2 } => 404 r#""code":"shifted"}"#;
        Values::Closure => 404 r#""code":"closure"}"#;
        Values::Guard(2) => 404 r#""detail":"guard"}"#;
        Values::Guard(5) => 409 r#""detail":"guard"}"#;
        Values::Guard(4) => 500 r#""status":500}"#;
    }
    let headers = |error: Values| error.to_response().headers().clone();
    assert_eq!(headers(Values::Cast(409))["x-n"], "9");
    assert_eq!(headers(Values::Shifted { a: 1, b: 2 })["x-n"], "512");
    assert_eq!(headers(Values::Shifted { a: 1, b: 2 })["x-m"], "3");
    assert_eq!(headers(Values::Closure)["x-n"], "2");
}

#[test]
fn every_form_of_an_item_is_parsed() {
    let named = Named::<'_, Inner, _, 2> {
        function: |a, _| a,
        closure: no_inner as fn(u8) -> Vec<Inner>,
        nested: None,
        r#type: 7,
    };
    assert_responses! {
        Unit => 404 r#""detail":"a"}"#;
        Tuple((1, 2), 3, (4, 5), 6, [(1, (2, 3))].into()) => 409 r#""detail":"3 (4, 5) 6"}"#;
        named => 410 r#""detail":"c","last":7}"#;
        After(5_u8) => 404 r#""detail":"5"}"#;
        Numbered::One => 400 r#""detail":"one"}"#;
        Numbered::Less => 400 r#""detail":"less"}"#;
        Numbered::More => 400 r#""detail":"more"}"#;
        Numbered::Call => 400 r#""detail":"call"}"#;
        Numbered::Path => 400 r#""detail":"path"}"#;
        Numbered::Fields(3) => 400 r#""detail":"fields 3"}"#;
        Numbered::Last {} => 418 r#""detail":"last"}"#;
        Declared::One(1) => 404 r#""code":"declared.one"}"#;
        Declared::Two(vec![(1, 2)]) => 409 r#""code":"declared.two"}"#;
        inside::One(1, 2) => 404 r#""detail":"one 1"}"#;
        inside::Two(vec![], 2) => 409 r#""detail":"two []"}"#;
    }
    assert_eq!(Nothing::catalog().cases().count(), 0);
    let described: Vec<_> = Declared::catalog().cases().map(|case| case.description()).collect();
    assert_eq!(described, [Some("One."), Some("Two.")]);
}

#[derive(Debug, Error)]
#[error("inner")]
struct Inner;

impl From<Inner> for u8 {
    fn from(_: Inner) -> u8 {
        0
    }
}

fn no_inner(_: u8) -> Vec<Inner> {
    Vec::new()
}

mod left {
    #[derive(Debug, thiserror::Error, httperr::HttpError)]
    #[error(transparent)]
    #[http(transparent)]
    pub(crate) struct Error(#[from] pub(crate) super::Unit);
}

mod right {
    #[derive(Debug, thiserror::Error, httperr::HttpError)]
    #[error(transparent)]
    #[http(transparent)]
    pub(crate) struct Error(#[from] pub(crate) super::After<u8>);
}

#[derive(Debug, Error, HttpError)]
#[allow(dead_code)]
enum Both {
    #[error(transparent)]
    #[http(transparent)]
    Left(left::Error),
    #[error(transparent)]
    #[http(transparent)]
    Right(right::Error),
    #[error(transparent)]
    #[http(transparent)]
    Again(left::Error),
}

type Id<A, B> = <(A, B) as Pair<A, B>>::Number;

impl<A, B> Pair<A, B> for (A, B) {
    const NINE: u8 = 9;
    type Number = u8;
}

#[derive(Debug, Error, HttpError)]
#[http(default = 500, crate = ::httperr)]
#[repr(u8)]
#[allow(dead_code, non_camel_case_types)]
enum Commas {
    #[error("as")]
    #[http(404)]
    As = 10 as Id<u8, Last>,
    #[error("negative")]
    #[http(410)]
    Not = !<Small as Pair<u8, u16>>::NINE,
    #[error("sum")]
    #[http(422)]
    Sum = <Small as Pair<u8, u16>>::NINE << 1,
    #[error("named as the runtime is")]
    #[http(451)]
    httperr,
    #[error("last")]
    #[http(409)]
    Last,
}

struct Last;

macro_rules! of_path {
    ($path:path, $error:path, $name:ident) => {
        #[derive(Debug, Error, HttpError)]
        #[$error("by path")]
        #[$path(404)]
        struct $name;
    };
}

of_path!(http, error, ByPath);

macro_rules! byte {
    () => {
        u8
    };
}

#[derive(Error, HttpError)]
#[error("braces")]
#[http(404)]
struct Braces<F>(#[allow(dead_code)] F)
where
    F: Fn() -> byte! {};

impl<F: Fn() -> u8> Debug for Braces<F> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Braces")
    }
}

/// A constant with a name that generated code could use.
const KEY: usize = 2;

#[derive(Debug, Error, HttpError)]
#[error("sized")]
#[http(413)]
struct Bounded<const N: usize>;

#[derive(Debug, Error, HttpError)]
#[allow(dead_code)]
enum Keyed<T: HttpError + 'static, const KEY: usize> {
    #[error(transparent)]
    #[http(transparent)]
    Bounded(Bounded<KEY>),
    #[error(transparent)]
    #[http(transparent)]
    Inner(T),
}

#[derive(Debug, Error, HttpError)]
#[allow(dead_code)]
enum Instances {
    #[error(transparent)]
    #[http(transparent)]
    First(Keyed<Unit, KEY>),
    #[error(transparent)]
    #[http(transparent)]
    Second(Keyed<ByPath, KEY>),
}

#[test]
fn commas_in_nested_expressions_and_macros_do_not_separate_keys() {
    assert_responses! {
        Commas::As => 404 r#""detail":"as"}"#;
        Commas::Not => 410 r#""detail":"negative"}"#;
        Commas::Sum => 422 r#""detail":"sum"}"#;
        Commas::httperr => 451 r#""detail":"named as the runtime is"}"#;
        Commas::Last => 409 r#""detail":"last"}"#;
        ByPath => 404 r#""detail":"by path"}"#;
        Braces(|| 1) => 404 r#""detail":"braces"}"#;
        Keyed::<Unit, 2>::Bounded(Bounded) => 413 r#""detail":"sized"}"#;
    }
    assert_eq!(Commas::catalog().cases().count(), 5);
    let names: Vec<_> = Instances::catalog().cases().map(|case| case.name().unwrap()).collect();
    assert_eq!(names, ["Bounded", "Unit", "ByPath"]);
}

#[test]
fn two_types_with_the_same_tokens_are_each_in_the_catalog_once() {
    let names: Vec<_> = Both::catalog().cases().map(|case| case.name()).collect();
    assert_eq!(names, [Some("Unit"), Some("After")]);
}
