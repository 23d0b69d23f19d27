#[automatically_derived]
#[cfg_attr(
    doc,
    doc = ::httperr::__private0::case_table!(
        b"\x02\0\x94\x01\0\0\x12\0\0\0\xAD\x01\0\0m\0\0\0\0;,{\"title\":\"Not Found\",\"status\":404,\"detail\":\"\x03\x01\"\x08\x07\"value\"\x01}\x07Missing\x07missing\0\0\0\0\x08\0\0\x01\x03[*T\0\0\094{\"title\":\"Too Many Requests\",\"status\":429,\"detail\":\"\x03\x02\"}\x07Limited\x07limited\0\0\0\0\x08\0\x01\x0Bretry-after\x02*T\0\0"
        text
        "Inner"
        "Inner<T>"
    ),
    allow(rustdoc::broken_intra_doc_links, rustdoc::private_intra_doc_links)
)]
#[allow(
    deprecated,
    unreachable_code,
    unused_qualifications,
    unreachable_patterns,
    unused_parens,
    unused_variables,
    clippy::trait_duplication_in_bounds,
    clippy::type_repetition_in_bounds
)]
impl<'a, T: Clone, const N: usize> ::httperr::HttpError for ApiError<'a, T, N>
where
    T: Into<u8>,
    &'a [T; N]: ::httperr::__private0::Serialize,
    T: ::httperr::RetryAfter,
    Inner<T>: ::httperr::HttpError,
    ApiError<'a, T, N>: ::httperr::__private0::Error,
{
    #[inline]
    fn case<'__parts>(&'__parts self) -> ::httperr::Case {
        ::httperr::__private0::case(
            b"\x02\0\x94\x01\0\0\x12\0\0\0\xAD\x01\0\0m\0\0\0\0;,{\"title\":\"Not Found\",\"status\":404,\"detail\":\"\x03\x01\"\x08\x07\"value\"\x01}\x07Missing\x07missing\0\0\0\0\x08\0\0\x01\x03[*T\0\0\094{\"title\":\"Too Many Requests\",\"status\":429,\"detail\":\"\x03\x02\"}\x07Limited\x07limited\0\0\0\0\x08\0\x01\x0Bretry-after\x02*T\0\0",
            match self {
                ApiError::Missing { .. } => 26476544,
                ApiError::Limited { .. } => 28114945,
                ApiError::Inner { 0: _0, .. } => {
                    use ::httperr::__private0::transparent::{
                        Supported as _, Unsupported as _,
                    };
                    return ::httperr::__private0::transparent::inner(_0)
                        .__httperr_case(::httperr::__private0::type_name::<Self>());
                }
            },
            ::httperr::__private0::type_name::<Self>(),
        )
    }
    #[inline]
    fn find_case(&self) -> ::httperr::Case {
        match self {
            ApiError::Inner { 0: _0, .. } => {
                use ::httperr::__private0::transparent::{
                    Supported as _, Unsupported as _,
                };
                ::httperr::__private0::transparent::inner(_0)
                    .__httperr_find_case(::httperr::__private0::type_name::<Self>())
            }
            _ => ::httperr::HttpError::case(self),
        }
    }
    fn write_parts<'__parts>(
        &'__parts self,
        sink: &mut ::httperr::ResponseParts<'__parts>,
    ) {
        match self {
            ApiError::Missing { value, .. } => {
                ::httperr::ResponseParts::value(sink, value);
            }
            ApiError::Limited { 0: _0, .. } => {
                ::httperr::ResponseParts::retry_after(sink, _0);
            }
            ApiError::Inner { 0: _0, .. } => {
                use ::httperr::__private0::transparent::{
                    Supported as _, Unsupported as _,
                };
                ::httperr::__private0::transparent::inner(_0).__httperr_parts(sink);
            }
            _ => {}
        }
    }
    fn catalog() -> ::httperr::Catalog {
        static __HTTPERR_KEY: ::httperr::__private0::Key = 0;
        ::httperr::__private0::catalog_of(
            b"\x02\0\x94\x01\0\0\x12\0\0\0\xAD\x01\0\0m\0\0\0\0;,{\"title\":\"Not Found\",\"status\":404,\"detail\":\"\x03\x01\"\x08\x07\"value\"\x01}\x07Missing\x07missing\0\0\0\0\x08\0\0\x01\x03[*T\0\0\094{\"title\":\"Too Many Requests\",\"status\":429,\"detail\":\"\x03\x02\"}\x07Limited\x07limited\0\0\0\0\x08\0\x01\x0Bretry-after\x02*T\0\0",
            &__HTTPERR_KEY,
            &[],
            &[<Inner<T> as ::httperr::HttpError>::catalog as fn() -> ::httperr::Catalog],
        )
    }
}
::httperr::__adapt! {
    [] [< 'a, T : Clone, const N : usize >] [ApiError < 'a, T, N >] [where T : Into < u8
    >, ApiError < 'a, T, N > : ::httperr::HttpError,] finding_case[0 : [0(T)]] [0 :
    (Inner < T >) []]
}
