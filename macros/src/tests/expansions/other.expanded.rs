#[automatically_derived]
#[cfg_attr(
    doc,
    doc = ::httperr::__private0::case_table!(
        b"\x01\0\xF7\x01\x08\x08\n\0\0\0\0,{\"title\":\"Service Unavailable\",\"status\":503}\x04Busy\x04busy\0\0\0\0\x02\0"
        link
        "Other"
        "Problem"
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
            b"\x01\0\xF7\x01\x08\x08\n\0\0\0\0,{\"title\":\"Service Unavailable\",\"status\":503}\x04Busy\x04busy\0\0\0\0\x02\0",
            match self {
                ApiError::Busy { .. } => 32964608,
                ApiError::Other { 0: _0, .. } => {
                    use ::httperr::__private0::transparent::{
                        Supported as _, Unsupported as _,
                    };
                    return ::httperr::__private0::transparent::inner(_0)
                        .__httperr_case(::httperr::__private0::type_name::<Self>());
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
            ApiError::Other { 0: _0, .. } => {
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
            ApiError::Other { 0: _0, .. } => {
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
            b"\x01\0\xF7\x01\x08\x08\n\0\0\0\0,{\"title\":\"Service Unavailable\",\"status\":503}\x04Busy\x04busy\0\0\0\0\x02\0",
            &__HTTPERR_KEY,
            &[],
            &[<Problem as ::httperr::HttpError>::catalog as fn() -> ::httperr::Catalog],
        )
    }
}
::httperr::__adapt! {
    [] [] [ApiError] [where] finding_case[] [0 : (Problem) []]
}
