#[automatically_derived]
#[cfg_attr(
    doc,
    doc = ::httperr::__private0::case_table!(
        b"\x01\0\xF7\x01\0\x18\n\0\0\0\x006{\"code\":\"unavailable\",\"message\":\"Service Unavailable\"}\x0BUnavailable\x0Bunavailable\0\0\0\0\x08\x02\x04team\0\x06orders\x05paged\x03\x01\0\0\0\0"
        link
        "Stock"
        "StockError"
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
            b"\x01\0\xF7\x01\0\x18\n\0\0\0\x006{\"code\":\"unavailable\",\"message\":\"Service Unavailable\"}\x0BUnavailable\x0Bunavailable\0\0\0\0\x08\x02\x04team\0\x06orders\x05paged\x03\x01\0\0\0\0",
            match self {
                ApiError::Stock { source, .. } => {
                    use ::httperr::__private0::transparent::{
                        Supported as _, Unsupported as _,
                    };
                    return ::httperr::__private0::transparent::inner(source)
                        .__httperr_case("");
                }
                ApiError::Unavailable { .. } => 32964608,
            },
            ::httperr::__private0::concat!(
                ::httperr::__private0::module_path!(), "::ApiError"
            ),
        )
    }
    #[inline]
    fn find_case(&self) -> ::httperr::Case {
        match self {
            ApiError::Stock { source, .. } => {
                use ::httperr::__private0::transparent::{
                    Supported as _, Unsupported as _,
                };
                ::httperr::__private0::transparent::inner(source).__httperr_find_case("")
            }
            _ => ::httperr::HttpError::case(self),
        }
    }
    fn write_parts<'__parts>(
        &'__parts self,
        sink: &mut ::httperr::ResponseParts<'__parts>,
    ) {
        match self {
            ApiError::Stock { source, name, .. } => {
                if ::httperr::ResponseParts::envelope(
                    sink,
                    b"\x01\0\0\0\x03\x10\n\0\0\0\x001\x08{\"code\":\x0E\x0C,\"message\":\"\x03\x01\"\x12\0\x12[\"code\",\"message\"]\x01}\0\0\0\0\0\0\x08\0\x02\tx-service\x03str\x06x-code\0\0\x01\x07retries\x02=3",
                    1,
                ) {
                    ::httperr::ResponseParts::envelope_json(sink, "retries", "3");
                }
                use ::httperr::__private0::transparent::{
                    Supported as _, Unsupported as _,
                };
                ::httperr::__private0::transparent::inner(source).__httperr_parts(sink);
                if ::httperr::ResponseParts::is_enveloped(sink) {
                    {
                        use ::httperr::__private0::header_value::{
                            ByDisplay as _, ByOption as _, ByValue as _, Unsupported as _,
                        };
                        ::httperr::__private0::header_value::Probe(name)
                            .__httperr_write(
                                sink,
                                &::httperr::__private0::header_value::OfEnvelope(
                                    &::httperr::__private0::header_value::Literal("x-service"),
                                    false,
                                ),
                            );
                    }
                    {
                        use ::httperr::__private0::header_value::{
                            ByDisplay as _, ByOption as _, ByValue as _, Unsupported as _,
                        };
                        ::httperr::__private0::header_value::Probe(
                                &::httperr::ResponseParts::code(sink),
                            )
                            .__httperr_write(
                                sink,
                                &::httperr::__private0::header_value::OfEnvelope(
                                    &::httperr::__private0::header_value::Literal("x-code"),
                                    false,
                                ),
                            );
                    }
                    ::httperr::ResponseParts::end_envelope(sink);
                }
            }
            ApiError::Unavailable { fields, .. } => {
                ::httperr::__private0::header_map::write(fields, sink);
            }
            _ => {}
        }
    }
    fn catalog() -> ::httperr::Catalog {
        static __HTTPERR_KEY: ::httperr::__private0::Key = 0;
        ::httperr::__private0::with_format(
            ::httperr::__private0::in_envelopes(
                ::httperr::__private0::catalog_of(
                    b"\x01\0\xF7\x01\0\x18\n\0\0\0\x006{\"code\":\"unavailable\",\"message\":\"Service Unavailable\"}\x0BUnavailable\x0Bunavailable\0\0\0\0\x08\x02\x04team\0\x06orders\x05paged\x03\x01\0\0\0\0",
                    &__HTTPERR_KEY,
                    &[],
                    &[
                        <StockError as ::httperr::HttpError>::catalog
                            as fn() -> ::httperr::Catalog,
                    ],
                ),
                &[
                    (
                        0,
                        b"\x01\0\0\0\x03\x10\n\0\0\0\x001\x08{\"code\":\x0E\x0C,\"message\":\"\x03\x01\"\x12\0\x12[\"code\",\"message\"]\x01}\0\0\0\0\0\0\x08\0\x02\tx-service\x03str\x06x-code\0\0\x01\x07retries\x02=3",
                        1,
                        || "",
                    ),
                ],
            ),
            b"\x01\0\0\0\0\x10\n\0\0\0\x001\x08{\"code\":\x0E\x0C,\"message\":\"\x03\x01\"\x12\0\x12[\"code\",\"message\"]\x01}\0\0\0\0\0\0\0\0",
            1,
            0,
            "",
            false,
        )
    }
}
::httperr::__adapt! {
    [] [] [ApiError] [where] finding_case[] [0 : (StockError) []]
}
