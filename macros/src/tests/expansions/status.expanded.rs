#[automatically_derived]
#[cfg_attr(
    doc,
    doc = ::httperr::__private0::case_table!(
        b"\x03\0\x94\x01\0\0\x1A\0\0\0\x96\x01\0\0f\0\0\0\xF7\x01\x08\x08\xC1\0\0\0\x001,{\"title\":\"Not Found\",\"status\":404,\"detail\":\"\x03\x02\"}\x08NotFound\tnot-found\0\0\0\0\0\0\x0061{\"title\":\"Not Acceptable\",\"status\":406,\"detail\":\"\x03\x02\"}\rNotAcceptable\x0Enot-acceptable\0\0\0\0\0\0\0,{\"title\":\"Service Unavailable\",\"status\":503}\x0BUnavailable\x0Bunavailable\0\0\0\0\x02\0"
    )
)]
#[allow(deprecated, unreachable_code, unused_qualifications)]
impl ::httperr::HttpError for ApiError {
    #[inline]
    fn case<'__parts>(&'__parts self) -> ::httperr::Case {
        ::httperr::__private0::case(
            b"\x03\0\x94\x01\0\0\x1A\0\0\0\x96\x01\0\0f\0\0\0\xF7\x01\x08\x08\xC1\0\0\0\x001,{\"title\":\"Not Found\",\"status\":404,\"detail\":\"\x03\x02\"}\x08NotFound\tnot-found\0\0\0\0\0\0\x0061{\"title\":\"Not Acceptable\",\"status\":406,\"detail\":\"\x03\x02\"}\rNotAcceptable\x0Enot-acceptable\0\0\0\0\0\0\0,{\"title\":\"Service Unavailable\",\"status\":503}\x0BUnavailable\x0Bunavailable\0\0\0\0\x02\0",
            match self {
                ApiError::NotFound { .. } => 26476544,
                ApiError::NotAcceptable { .. } => 26607617,
                ApiError::Unavailable { .. } => 32964610,
            },
            ::httperr::__private0::concat!(
                ::httperr::__private0::module_path!(), "::ApiError"
            ),
        )
    }
    #[inline]
    fn catalog() -> ::httperr::Catalog {
        ::httperr::__private0::catalog(
            b"\x03\0\x94\x01\0\0\x1A\0\0\0\x96\x01\0\0f\0\0\0\xF7\x01\x08\x08\xC1\0\0\0\x001,{\"title\":\"Not Found\",\"status\":404,\"detail\":\"\x03\x02\"}\x08NotFound\tnot-found\0\0\0\0\0\0\x0061{\"title\":\"Not Acceptable\",\"status\":406,\"detail\":\"\x03\x02\"}\rNotAcceptable\x0Enot-acceptable\0\0\0\0\0\0\0,{\"title\":\"Service Unavailable\",\"status\":503}\x0BUnavailable\x0Bunavailable\0\0\0\0\x02\0",
        )
    }
}
::httperr::__adapt! {
    [] [] [ApiError] [where] without_parts[] []
}
