#[automatically_derived]
#[cfg_attr(
    doc,
    doc = ::httperr::__private0::case_table!(
        b"\x02\0\x94\x01@\0\x12\0\0\0\xF4\x01\x08\x08z\0\0\0\x001,{\"title\":\"Not Found\",\"status\":404,\"detail\":\"\x03\x02\"}\x11StoreErrorMissing\x13store-error-missing\0\0\tno {name}\0\0\0\0.{\"title\":\"Internal Server Error\",\"status\":500}\nStoreError\x0Bstore-error\0\0\0\0\x02\0"
        text
        "StoreError"
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
impl ::httperr::HttpError for StoreError {
    #[inline]
    fn case<'__parts>(&'__parts self) -> ::httperr::Case {
        ::httperr::__private0::case(
            b"\x02\0\x94\x01@\0\x12\0\0\0\xF4\x01\x08\x08z\0\0\0\x001,{\"title\":\"Not Found\",\"status\":404,\"detail\":\"\x03\x02\"}\x11StoreErrorMissing\x13store-error-missing\0\0\tno {name}\0\0\0\0.{\"title\":\"Internal Server Error\",\"status\":500}\nStoreError\x0Bstore-error\0\0\0\0\x02\0",
            match self {
                StoreError { kind, .. } => {
                    match (self.kind()) {
                        Kind::Missing(name) => 26476544u32,
                        Kind::Inner(error) => {
                            use ::httperr::__private0::transparent::{
                                Supported as _, Unsupported as _,
                            };
                            return ::httperr::__private0::transparent::case(
                                ::httperr::__private0::transparent::inner(error),
                                ::httperr::__private0::type_name::<Self>(),
                            );
                        }
                        _ => 32768001u32,
                    }
                }
            },
            ::httperr::__private0::concat!(
                ::httperr::__private0::module_path!(), "::StoreError"
            ),
        )
    }
    #[inline]
    fn find_case(&self) -> ::httperr::Case {
        match self {
            StoreError { .. } => ::httperr::__private0::UNDECIDED,
            _ => ::httperr::HttpError::case(self),
        }
    }
    fn write_parts<'__parts>(
        &'__parts self,
        sink: &mut ::httperr::ResponseParts<'__parts>,
    ) {
        const __HTTPERR_TABLE: &'static [::httperr::__private0::u8] = b"\x02\0\x94\x01@\0\x12\0\0\0\xF4\x01\x08\x08z\0\0\0\x001,{\"title\":\"Not Found\",\"status\":404,\"detail\":\"\x03\x02\"}\x11StoreErrorMissing\x13store-error-missing\0\0\tno {name}\0\0\0\0.{\"title\":\"Internal Server Error\",\"status\":500}\nStoreError\x0Bstore-error\0\0\0\0\x02\0";
        match self {
            StoreError { kind, .. } => {
                match (self.kind()) {
                    Kind::Missing(name) => {
                        if ::httperr::ResponseParts::set_case(
                            sink,
                            ::httperr::__private0::case(__HTTPERR_TABLE, 26476544u32, ""),
                        ) {
                            return;
                        }
                        if ::httperr::ResponseParts::detail(
                            sink,
                            ::httperr::__private0::format_args!("no {name}"),
                        ) {
                            return;
                        }
                    }
                    Kind::Inner(error) => {
                        use ::httperr::__private0::transparent::{
                            Supported as _, Unsupported as _,
                        };
                        ::httperr::__private0::transparent::inner(error)
                            .__httperr_parts(sink);
                    }
                    _ => {
                        if ::httperr::ResponseParts::set_case(
                            sink,
                            ::httperr::__private0::case(__HTTPERR_TABLE, 32768001u32, ""),
                        ) {
                            return;
                        }
                    }
                    _ => {}
                }
            }
            _ => {}
        }
    }
    #[inline]
    fn catalog() -> ::httperr::Catalog {
        ::httperr::__private0::catalog(
            b"\x02\0\x94\x01@\0\x12\0\0\0\xF4\x01\x08\x08z\0\0\0\x001,{\"title\":\"Not Found\",\"status\":404,\"detail\":\"\x03\x02\"}\x11StoreErrorMissing\x13store-error-missing\0\0\tno {name}\0\0\0\0.{\"title\":\"Internal Server Error\",\"status\":500}\nStoreError\x0Bstore-error\0\0\0\0\x02\0",
        )
    }
}
::httperr::__adapt! {
    [] [] [StoreError] [where] finding_case[] []
}
