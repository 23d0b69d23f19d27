#[automatically_derived]
#[cfg_attr(
    doc,
    doc = ::httperr::__private0::case_table!(
        b"\x05\0\x94\x01\0 *\0\0\0\x94\x01\x088?\0\0\0\x94\x01\0@S\0\0\0\xCC\0\x08:r\0\0\0\x9A\x01\x88\t\x8F\0\0\0\0\x03\0\x06\0\x04Text\x04text\0\0\0\0\0\0\0\0\x05Empty\x05empty\0\0\0\0\0\0\0\x0F\x0E{\"kind\":\"api\"}\x03Xml\x03xml\0\0\0\0\0\0\0\0\tNoContent\nno-content\0\0\0\0\0\0\0-{\"title\":\"Gone\",\"status\":410,\"detail\":\"gone\"}\x08Constant\x08constant\0\0\x04gone\0\0\0"
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
            b"\x05\0\x94\x01\0 *\0\0\0\x94\x01\x088?\0\0\0\x94\x01\0@S\0\0\0\xCC\0\x08:r\0\0\0\x9A\x01\x88\t\x8F\0\0\0\0\x03\0\x06\0\x04Text\x04text\0\0\0\0\0\0\0\0\x05Empty\x05empty\0\0\0\0\0\0\0\x0F\x0E{\"kind\":\"api\"}\x03Xml\x03xml\0\0\0\0\0\0\0\0\tNoContent\nno-content\0\0\0\0\0\0\0-{\"title\":\"Gone\",\"status\":410,\"detail\":\"gone\"}\x08Constant\x08constant\0\0\x04gone\0\0\0",
            match self {
                ApiError::Text { .. } => 26476544,
                ApiError::Empty { .. } => 26476545,
                ApiError::Xml { .. } => 26476546,
                ApiError::NoContent { .. } => 13369347,
                ApiError::Constant { .. } => 26869764,
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
            ApiError::Xml { .. } => {
                ::httperr::ResponseParts::format::<crate::Xml>(sink);
            }
            _ => {}
        }
    }
    fn catalog() -> ::httperr::Catalog {
        static __HTTPERR_KEY: ::httperr::__private0::Key = 0;
        ::httperr::__private0::with_media_types(
            ::httperr::__private0::catalog_of(
                b"\x05\0\x94\x01\0 *\0\0\0\x94\x01\x088?\0\0\0\x94\x01\0@S\0\0\0\xCC\0\x08:r\0\0\0\x9A\x01\x88\t\x8F\0\0\0\0\x03\0\x06\0\x04Text\x04text\0\0\0\0\0\0\0\0\x05Empty\x05empty\0\0\0\0\0\0\0\x0F\x0E{\"kind\":\"api\"}\x03Xml\x03xml\0\0\0\0\0\0\0\0\tNoContent\nno-content\0\0\0\0\0\0\0-{\"title\":\"Gone\",\"status\":410,\"detail\":\"gone\"}\x08Constant\x08constant\0\0\x04gone\0\0\0",
                &__HTTPERR_KEY,
                &[],
                &[],
            ),
            &[
                (
                    2u16,
                    || {
                        use ::httperr::__private0::{
                            SupportedFormat as _, UnsupportedFormat as _,
                        };
                        (&::httperr::__private0::Format::<crate::Xml>::new())
                            .__httperr_media_type()
                    },
                ),
            ],
        )
    }
}
::httperr::__adapt! {
    [] [] [ApiError] [where] erased[] []
}
