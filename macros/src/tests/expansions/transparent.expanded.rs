#[automatically_derived]
#[cfg_attr(
    doc,
    doc = ::httperr::__private0::case_table!(
        b"\x01\0\x94\x01\0\0\n\0\0\0\x001,{\"title\":\"Not Found\",\"status\":404,\"detail\":\"\x03\x02\"}\x08NotFound\tnot-found\0\0\0\0\0\0"
        link
        "Stock"
        "StockError"
        text
        "Wrapped"
        ""
    ),
    allow(rustdoc::broken_intra_doc_links, rustdoc::private_intra_doc_links)
)]
#[allow(
    deprecated,
    unreachable_code,
    unused_qualifications,
    unreachable_patterns,
    unused_parens,
    unused_variables
)]
impl ::httperr::HttpError for ApiError {
    #[inline]
    fn case<'__parts>(&'__parts self) -> ::httperr::Case {
        ::httperr::__private0::case(
            b"\x01\0\x94\x01\0\0\n\0\0\0\x001,{\"title\":\"Not Found\",\"status\":404,\"detail\":\"\x03\x02\"}\x08NotFound\tnot-found\0\0\0\0\0\0",
            match self {
                ApiError::NotFound { .. } => 26476544,
                ApiError::Stock { 0: _0, .. } => {
                    use ::httperr::__private0::transparent::{
                        Supported as _, Unsupported as _,
                    };
                    return ::httperr::__private0::transparent::inner(_0)
                        .__httperr_case(::httperr::__private0::type_name::<Self>());
                }
                ApiError::Wrapped { inner, .. } => {
                    use ::httperr::__private0::transparent::{
                        Supported as _, Unsupported as _,
                    };
                    return ::httperr::__private0::transparent::case(
                        ::httperr::__private0::transparent::inner(inner.error()),
                        ::httperr::__private0::type_name::<Self>(),
                    );
                }
            },
            ::httperr::__private0::concat!(
                ::httperr::__private0::module_path!(), "::ApiError"
            ),
        )
    }
    #[inline]
    fn find_case(&self) -> ::httperr::Case {
        match self {
            ApiError::Stock { 0: _0, .. } => {
                use ::httperr::__private0::transparent::{
                    Supported as _, Unsupported as _,
                };
                ::httperr::__private0::transparent::inner(_0)
                    .__httperr_find_case(::httperr::__private0::type_name::<Self>())
            }
            ApiError::Wrapped { .. } => ::httperr::__private0::UNDECIDED,
            _ => ::httperr::HttpError::case(self),
        }
    }
    fn write_parts<'__parts>(
        &'__parts self,
        sink: &mut ::httperr::ResponseParts<'__parts>,
    ) {
        const __HTTPERR_TABLE: &'static [::httperr::__private0::u8] = b"\x01\0\x94\x01\0\0\n\0\0\0\x001,{\"title\":\"Not Found\",\"status\":404,\"detail\":\"\x03\x02\"}\x08NotFound\tnot-found\0\0\0\0\0\0";
        match self {
            ApiError::Stock { 0: _0, .. } => {
                use ::httperr::__private0::transparent::{
                    Supported as _, Unsupported as _,
                };
                ::httperr::__private0::transparent::inner(_0).__httperr_parts(sink);
            }
            ApiError::Wrapped { inner, .. } => {
                use ::httperr::__private0::transparent::{
                    Supported as _, Unsupported as _,
                };
                ::httperr::__private0::transparent::inner(inner.error())
                    .__httperr_parts(sink);
            }
            _ => {}
        }
    }
    fn catalog() -> ::httperr::Catalog {
        static __HTTPERR_KEY: ::httperr::__private0::Key = 0;
        ::httperr::__private0::catalog_of(
            b"\x01\0\x94\x01\0\0\n\0\0\0\x001,{\"title\":\"Not Found\",\"status\":404,\"detail\":\"\x03\x02\"}\x08NotFound\tnot-found\0\0\0\0\0\0",
            &__HTTPERR_KEY,
            &[],
            &[
                <StockError as ::httperr::HttpError>::catalog
                    as fn() -> ::httperr::Catalog,
            ],
        )
    }
}
::httperr::__adapt! {
    [] [] [ApiError] [where] finding_case[] [0 : (StockError) []]
}
