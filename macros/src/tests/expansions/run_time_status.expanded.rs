#[allow(deprecated)]
const _: fn() = || {
    let _ = StatusCode::GONE;
};
#[automatically_derived]
#[cfg_attr(
    doc,
    doc = ::httperr::__private0::case_table!(
        b"\x04\0\0\0\x80\0\"\0\0\0\x9A\x01\0\0\x91\0\0\0\0\0\0\x02\xCF\0\0\0\xF4\x01\x08\x08\t\x01\0\0\0?\n{\"title\":\"\x02\x0B\",\"status\":\x01%,\"detail\":\"billing is not available\"}\x07Billing\x07billing\0\0\x18billing is not available\0\0\0\0,'{\"title\":\"Gone\",\"status\":410,\"detail\":\"\x03\x02\"}\x04Gone\x04gone\0\0\0\0\0\0\0&\n{\"title\":\"\x02\x0B\",\"status\":\x01\0\t\x08\"detail\"\x01}\x05Other\x05other\0\0\0\0\0\0\0.{\"title\":\"Internal Server Error\",\"status\":500}\x07Unknown\x07unknown\0\0\0\0\x02\0"
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
impl ::httperr::HttpError for UpstreamError {
    #[inline]
    fn case<'__parts>(&'__parts self) -> ::httperr::Case {
        ::httperr::__private0::case(
            b"\x04\0\0\0\x80\0\"\0\0\0\x9A\x01\0\0\x91\0\0\0\0\0\0\x02\xCF\0\0\0\xF4\x01\x08\x08\t\x01\0\0\0?\n{\"title\":\"\x02\x0B\",\"status\":\x01%,\"detail\":\"billing is not available\"}\x07Billing\x07billing\0\0\x18billing is not available\0\0\0\0,'{\"title\":\"Gone\",\"status\":410,\"detail\":\"\x03\x02\"}\x04Gone\x04gone\0\0\0\0\0\0\0&\n{\"title\":\"\x02\x0B\",\"status\":\x01\0\t\x08\"detail\"\x01}\x05Other\x05other\0\0\0\0\0\0\0.{\"title\":\"Internal Server Error\",\"status\":500}\x07Unknown\x07unknown\0\0\0\0\x02\0",
            match self {
                UpstreamError::Billing { .. } => 0,
                UpstreamError::Gone { .. } => 26869761,
                UpstreamError::Other { .. } => 2,
                UpstreamError::Unknown { .. } => 32768003,
            },
            ::httperr::__private0::concat!(
                ::httperr::__private0::module_path!(), "::UpstreamError"
            ),
        )
    }
    fn write_parts<'__parts>(
        &'__parts self,
        sink: &mut ::httperr::ResponseParts<'__parts>,
    ) {
        match self {
            UpstreamError::Billing { status, .. } => {
                if ::httperr::ResponseParts::status(sink, status) {
                    return;
                }
            }
            UpstreamError::Other { 0: _0, .. } => {
                if ::httperr::ResponseParts::status(sink, &(self::status_of(_0))) {
                    return;
                }
            }
            _ => {}
        }
    }
    #[inline]
    fn catalog() -> ::httperr::Catalog {
        ::httperr::__private0::catalog(
            b"\x04\0\0\0\x80\0\"\0\0\0\x9A\x01\0\0\x91\0\0\0\0\0\0\x02\xCF\0\0\0\xF4\x01\x08\x08\t\x01\0\0\0?\n{\"title\":\"\x02\x0B\",\"status\":\x01%,\"detail\":\"billing is not available\"}\x07Billing\x07billing\0\0\x18billing is not available\0\0\0\0,'{\"title\":\"Gone\",\"status\":410,\"detail\":\"\x03\x02\"}\x04Gone\x04gone\0\0\0\0\0\0\0&\n{\"title\":\"\x02\x0B\",\"status\":\x01\0\t\x08\"detail\"\x01}\x05Other\x05other\0\0\0\0\0\0\0.{\"title\":\"Internal Server Error\",\"status\":500}\x07Unknown\x07unknown\0\0\0\0\x02\0",
        )
    }
}
::httperr::__adapt! {
    [] [] [UpstreamError] [where] erased[] []
}
