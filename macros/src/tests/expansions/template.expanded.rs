#[automatically_derived]
#[cfg_attr(
    doc,
    doc = ::httperr::__private0::case_table!(
        b"\x02\0\x90\x01\0\x10\x12\0\0\0\x91\x01\x80\x10\x7F\0\0\0\0L&{\"error\":{\"code\":\"INVALID\",\"message\":\"\x03\x01\"\x08\x07\"param\"\0\x0B\x04\"id\"\x11},\"help\":[1,\"b\"]}\x07Invalid\x07INVALID\0\0\0\0\x08\0\0\x01\x04?str\0\0\x01M\x06Bearer.\x18{\"error\":\"SIGN_IN\",\"at\":\x07\0\r\0\x0E[\"error\",\"at\"]\x01}\x06SignIn\x07SIGN_IN\0\0\rsign in first\0\x08\0\0\x02\0\0\x06*Facts\0\0"
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
            b"\x02\0\x90\x01\0\x10\x12\0\0\0\x91\x01\x80\x10\x7F\0\0\0\0L&{\"error\":{\"code\":\"INVALID\",\"message\":\"\x03\x01\"\x08\x07\"param\"\0\x0B\x04\"id\"\x11},\"help\":[1,\"b\"]}\x07Invalid\x07INVALID\0\0\0\0\x08\0\0\x01\x04?str\0\0\x01M\x06Bearer.\x18{\"error\":\"SIGN_IN\",\"at\":\x07\0\r\0\x0E[\"error\",\"at\"]\x01}\x06SignIn\x07SIGN_IN\0\0\rsign in first\0\x08\0\0\x02\0\0\x06*Facts\0\0",
            match self {
                ApiError::Invalid { .. } => 26214400,
                ApiError::SignIn { .. } => 26279937,
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
            ApiError::Invalid { param, .. } => {
                ::httperr::ResponseParts::value(sink, param);
            }
            ApiError::SignIn { facts, .. } => {
                ::httperr::ResponseParts::value(sink, &(now()));
                ::httperr::ResponseParts::value(sink, facts);
            }
            _ => {}
        }
    }
    #[inline]
    fn catalog() -> ::httperr::Catalog {
        ::httperr::__private0::with_format(
            ::httperr::__private0::catalog(
                b"\x02\0\x90\x01\0\x10\x12\0\0\0\x91\x01\x80\x10\x7F\0\0\0\0L&{\"error\":{\"code\":\"INVALID\",\"message\":\"\x03\x01\"\x08\x07\"param\"\0\x0B\x04\"id\"\x11},\"help\":[1,\"b\"]}\x07Invalid\x07INVALID\0\0\0\0\x08\0\0\x01\x04?str\0\0\x01M\x06Bearer.\x18{\"error\":\"SIGN_IN\",\"at\":\x07\0\r\0\x0E[\"error\",\"at\"]\x01}\x06SignIn\x07SIGN_IN\0\0\rsign in first\0\x08\0\0\x02\0\0\x06*Facts\0\0",
            ),
            b"\x01\0\0\0\0\x10\n\0\0\0\0;\x11{\"error\":{\"code\":\x0E\x0C,\"message\":\"\x03\x01\"\x0B\x04\"id\"\x11},\"help\":[1,\"b\"]}\0\0\0\0\0\0\0\0",
            1,
            4,
            "",
            true,
        )
    }
}
::httperr::__adapt! {
    [] [] [ApiError] [where] erased[1 : [1(Facts)]] []
}
