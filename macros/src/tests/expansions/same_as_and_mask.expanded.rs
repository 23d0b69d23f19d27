#[automatically_derived]
#[cfg_attr(
    doc,
    doc = ::httperr::__private0::case_table!(
        b"\x03\0\x94\x01(\x08\x1A\0\0\0\x94\x01,\x08c\0\0\0\xF4\x01\x10\0\xAC\0\0\0\x01\x12\x08no-store\"{\"title\":\"Not Found\",\"status\":404}\tNoAccount\nno-account\0\0\0\0\x12\0\x01\x12\x08no-store\"{\"title\":\"Not Found\",\"status\":404}\tForbidden\nno-account\0\0\0\0\x14\0\x01\x12\x08no-store=8{\"title\":\"Internal Server Error\",\"status\":500,\"detail\":\"\x03\x02\"}\x07Reading\x07reading\0\0\x0Breading {0}\0\x10\0"
    )
)]
#[allow(deprecated, unreachable_code, unused_qualifications)]
impl ::httperr::HttpError for ApiError {
    #[inline]
    fn case<'__parts>(&'__parts self) -> ::httperr::Case {
        ::httperr::__private0::case(
            b"\x03\0\x94\x01(\x08\x1A\0\0\0\x94\x01,\x08c\0\0\0\xF4\x01\x10\0\xAC\0\0\0\x01\x12\x08no-store\"{\"title\":\"Not Found\",\"status\":404}\tNoAccount\nno-account\0\0\0\0\x12\0\x01\x12\x08no-store\"{\"title\":\"Not Found\",\"status\":404}\tForbidden\nno-account\0\0\0\0\x14\0\x01\x12\x08no-store=8{\"title\":\"Internal Server Error\",\"status\":500,\"detail\":\"\x03\x02\"}\x07Reading\x07reading\0\0\x0Breading {0}\0\x10\0",
            match self {
                ApiError::NoAccount { .. } => 26476544,
                ApiError::Forbidden { .. } => 26476545,
                ApiError::Reading { .. } => 32768002,
            },
            ::httperr::__private0::concat!(
                ::httperr::__private0::module_path!(), "::ApiError"
            ),
        )
    }
    #[inline]
    fn catalog() -> ::httperr::Catalog {
        ::httperr::__private0::with_format(
            ::httperr::__private0::catalog(
                b"\x03\0\x94\x01(\x08\x1A\0\0\0\x94\x01,\x08c\0\0\0\xF4\x01\x10\0\xAC\0\0\0\x01\x12\x08no-store\"{\"title\":\"Not Found\",\"status\":404}\tNoAccount\nno-account\0\0\0\0\x12\0\x01\x12\x08no-store\"{\"title\":\"Not Found\",\"status\":404}\tForbidden\nno-account\0\0\0\0\x14\0\x01\x12\x08no-store=8{\"title\":\"Internal Server Error\",\"status\":500,\"detail\":\"\x03\x02\"}\x07Reading\x07reading\0\0\x0Breading {0}\0\x10\0",
            ),
            b"\x01\0\0\0\0\0\n\0\0\0\x01\x12\x08no-store7\x01{\x11\x06\"type\"\0\x0C\t\"title\":\"\x02\x0B\",\"status\":\x01\0\t\x08\"detail\"\0\x12\0\x02[]\x01}\0\0\0\0\0\0\0\0",
            0,
            0,
            "",
            false,
        )
    }
}
::httperr::__adapt! {
    [] [] [ApiError] [where] without_parts[] []
}
