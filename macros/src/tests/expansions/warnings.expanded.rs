const _: () = {
    #[allow(non_upper_case_globals)]
    #[deprecated(
        note = "305 is deprecated (RFC 9110, section 15.4.6): a response that sets a proxy is a security risk, so RFC 7231 withdrew it; use 307 with a Location to send the client elsewhere, or 403 to refuse it; `allow(deprecated)` silences this"
    )]
    const deprecated: () = ();
    #[allow(dead_code)]
    const _: () = deprecated;
};
const _: () = {
    #[allow(non_upper_case_globals)]
    #[deprecated(
        note = "a 405 must carry `Allow` (RFC 9110, section 15.5.6): add `header(ALLOW = \"GET, HEAD\")`; `allow(missing_allow)` silences this"
    )]
    const missing_allow: () = ();
    #[allow(dead_code)]
    #[allow(deprecated)]
    const _: () = missing_allow;
};
#[automatically_derived]
#[cfg_attr(
    doc,
    doc = ::httperr::__private0::case_table!(
        b"\x03\x001\x01\0\0\x1A\0\0\0\x91\x01\0\0f\0\0\0\x95\x01\0\0\xB1\0\0\0\x001,{\"title\":\"Use Proxy\",\"status\":305,\"detail\":\"\x03\x02\"}\x08UseProxy\tuse-proxy\0\0\0\0\0\0\x004/{\"title\":\"Unauthorized\",\"status\":401,\"detail\":\"\x03\x02\"}\x06SignIn\x07sign-in\0\0\0\0\0\0\0:5{\"title\":\"Method Not Allowed\",\"status\":405,\"detail\":\"\x03\x02\"}\x06Method\x06method\0\0\0\0\0\0"
    )
)]
#[allow(deprecated, unreachable_code, unused_qualifications)]
impl ::httperr::HttpError for ApiError {
    #[inline]
    fn case<'__parts>(&'__parts self) -> ::httperr::Case {
        ::httperr::__private0::case(
            b"\x03\x001\x01\0\0\x1A\0\0\0\x91\x01\0\0f\0\0\0\x95\x01\0\0\xB1\0\0\0\x001,{\"title\":\"Use Proxy\",\"status\":305,\"detail\":\"\x03\x02\"}\x08UseProxy\tuse-proxy\0\0\0\0\0\0\x004/{\"title\":\"Unauthorized\",\"status\":401,\"detail\":\"\x03\x02\"}\x06SignIn\x07sign-in\0\0\0\0\0\0\0:5{\"title\":\"Method Not Allowed\",\"status\":405,\"detail\":\"\x03\x02\"}\x06Method\x06method\0\0\0\0\0\0",
            match self {
                ApiError::UseProxy { .. } => 19988480,
                ApiError::SignIn { .. } => 26279937,
                ApiError::Method { .. } => 26542082,
            },
            ::httperr::__private0::concat!(
                ::httperr::__private0::module_path!(), "::ApiError"
            ),
        )
    }
    #[inline]
    fn catalog() -> ::httperr::Catalog {
        ::httperr::__private0::catalog(
            b"\x03\x001\x01\0\0\x1A\0\0\0\x91\x01\0\0f\0\0\0\x95\x01\0\0\xB1\0\0\0\x001,{\"title\":\"Use Proxy\",\"status\":305,\"detail\":\"\x03\x02\"}\x08UseProxy\tuse-proxy\0\0\0\0\0\0\x004/{\"title\":\"Unauthorized\",\"status\":401,\"detail\":\"\x03\x02\"}\x06SignIn\x07sign-in\0\0\0\0\0\0\0:5{\"title\":\"Method Not Allowed\",\"status\":405,\"detail\":\"\x03\x02\"}\x06Method\x06method\0\0\0\0\0\0",
        )
    }
}
::httperr::__adapt! {
    [] [] [ApiError] [where] without_parts[] []
}
