::core::compile_error! {
    "`600` (Unparseable Response Headers, from copied lists of codes) is not a status code, which is 100 to 599 (RFC 9110, section 15): use 502 for a response whose header section cannot be read"
}
::core::compile_error! {
    "`Limited` has no field `wiat`: did you mean `wait`?"
}
#[automatically_derived]
#[cfg_attr(
    doc,
    doc = ::httperr::__private0::case_table!(
        b"\x02\0\xF4\x01\x08\x08\x12\0\0\0\x94\x01\0\0`\0\0\0\0.{\"title\":\"Internal Server Error\",\"status\":500}\nOutOfRange\x0Cout-of-range\0\0\0\0\x02\0\x001,{\"title\":\"Not Found\",\"status\":404,\"detail\":\"\x03\x02\"}\x07Limited\x07limited\0\0\0\0\x08\0\x01\x0Bretry-after\0\0\0"
    )
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
            b"\x02\0\xF4\x01\x08\x08\x12\0\0\0\x94\x01\0\0`\0\0\0\0.{\"title\":\"Internal Server Error\",\"status\":500}\nOutOfRange\x0Cout-of-range\0\0\0\0\x02\0\x001,{\"title\":\"Not Found\",\"status\":404,\"detail\":\"\x03\x02\"}\x07Limited\x07limited\0\0\0\0\x08\0\x01\x0Bretry-after\0\0\0",
            match self {
                ApiError::OutOfRange { .. } => 32768000,
                ApiError::Limited { .. } => 26476545,
            },
            ::httperr::__private0::concat!(
                ::httperr::__private0::module_path!(), "::ApiError"
            ),
        )
    }
    fn write_parts<'__parts>(
        &'__parts self,
        sink: &mut ::httperr::ResponseParts<'__parts>,
    ) {
        match self {
            ApiError::Limited { .. } => {
                ::httperr::ResponseParts::retry_after(sink, &(wiat));
            }
            _ => {}
        }
    }
    #[inline]
    fn catalog() -> ::httperr::Catalog {
        ::httperr::__private0::catalog(
            b"\x02\0\xF4\x01\x08\x08\x12\0\0\0\x94\x01\0\0`\0\0\0\0.{\"title\":\"Internal Server Error\",\"status\":500}\nOutOfRange\x0Cout-of-range\0\0\0\0\x02\0\x001,{\"title\":\"Not Found\",\"status\":404,\"detail\":\"\x03\x02\"}\x07Limited\x07limited\0\0\0\0\x08\0\x01\x0Bretry-after\0\0\0",
        )
    }
}
::httperr::__adapt! {
    [] [] [ApiError] [where] erased[] []
}
