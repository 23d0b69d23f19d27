#[automatically_derived]
#[cfg_attr(
    doc,
    doc = ::httperr::__private0::case_table!(
        b"\x06\0\x94\x01\0\x002\0\0\0\xF7\x01\x08\x08\x96\0\0\0\x99\x01\0\0\xFA\0\0\0\xF7\x01\x08\x08d\x01\0\0\xF4\x01\x08\x08\xAF\x01\0\0\x99\x01\0\0\xF7\x01\0\0\x001,{\"title\":\"Not Found\",\"status\":404,\"detail\":\"\x03\x02\"}\x13DatabaseRowNotFound\x16database-row-not-found\0\0\0\0\0\0\x01;\x015,{\"title\":\"Service Unavailable\",\"status\":503}\x14DatabasePoolTimedOut\x17database-pool-timed-out\0\0\0\0\x02\0\0C+{\"title\":\"Conflict\",\"status\":409,\"detail\":\"\x03\x15\",\"code\":\"duplicate\"}\x08Database\tduplicate\0\0\0\0\x08\0\x01\x07x-error\0\0\0\0,{\"title\":\"Service Unavailable\",\"status\":503}\nDatabaseIo\x0Bdatabase-io\0\0\0\0\x02\0\0.{\"title\":\"Internal Server Error\",\"status\":500}\x08Database\x08database\0\0\0\0\x02\0\x000+{\"title\":\"Conflict\",\"status\":409,\"detail\":\"\x03\x02\"}\x08Conflict\x08conflict\0\0\0\0\0\0"
        absent
        "3"
        "not (all (feature = \"io\"))"
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
            b"\x06\0\x94\x01\0\x002\0\0\0\xF7\x01\x08\x08\x96\0\0\0\x99\x01\0\0\xFA\0\0\0\xF7\x01\x08\x08d\x01\0\0\xF4\x01\x08\x08\xAF\x01\0\0\x99\x01\0\0\xF7\x01\0\0\x001,{\"title\":\"Not Found\",\"status\":404,\"detail\":\"\x03\x02\"}\x13DatabaseRowNotFound\x16database-row-not-found\0\0\0\0\0\0\x01;\x015,{\"title\":\"Service Unavailable\",\"status\":503}\x14DatabasePoolTimedOut\x17database-pool-timed-out\0\0\0\0\x02\0\0C+{\"title\":\"Conflict\",\"status\":409,\"detail\":\"\x03\x15\",\"code\":\"duplicate\"}\x08Database\tduplicate\0\0\0\0\x08\0\x01\x07x-error\0\0\0\0,{\"title\":\"Service Unavailable\",\"status\":503}\nDatabaseIo\x0Bdatabase-io\0\0\0\0\x02\0\0.{\"title\":\"Internal Server Error\",\"status\":500}\x08Database\x08database\0\0\0\0\x02\0\x000+{\"title\":\"Conflict\",\"status\":409,\"detail\":\"\x03\x02\"}\x08Conflict\x08conflict\0\0\0\0\0\0",
            match self {
                StoreError::Database { .. } => {
                    match self {
                        StoreError::Database { 0: (sqlx::Error::RowNotFound), .. } => {
                            26476544u32
                        }
                        StoreError::Database { 0: (sqlx::Error::PoolTimedOut), .. } => {
                            32964609u32
                        }
                        StoreError::Database { 0: (e), .. } if is_duplicate(e) => {
                            26804226u32
                        }
                        #[cfg(feature = "io")]
                        StoreError::Database { 0: (sqlx::Error::Io(_)), .. } => {
                            32964611u32
                        }
                        StoreError::Database { 0: (_), .. } => 32768004u32,
                        StoreError::Conflict { .. } => 0,
                    }
                }
                StoreError::Conflict { .. } => 26804229,
            },
            ::httperr::__private0::concat!(
                ::httperr::__private0::module_path!(), "::StoreError"
            ),
        )
    }
    fn write_parts<'__parts>(
        &'__parts self,
        sink: &mut ::httperr::ResponseParts<'__parts>,
    ) {
        match self {
            StoreError::Database { .. } => {
                match self {
                    StoreError::Database {
                        0: (e),
                        ..
                    } if ::httperr::ResponseParts::is_case(sink, 2u16) => {
                        use ::httperr::__private0::header_value::{
                            ByDisplay as _, ByOption as _, ByValue as _, Unsupported as _,
                        };
                        ::httperr::__private0::header_value::Probe(&(e))
                            .__httperr_write(
                                sink,
                                &::httperr::__private0::header_value::Literal("x-error"),
                            );
                    }
                    _ => {}
                }
            }
            _ => {}
        }
    }
    fn catalog() -> ::httperr::Catalog {
        static __HTTPERR_KEY: ::httperr::__private0::Key = 0;
        ::httperr::__private0::catalog_of(
            b"\x06\0\x94\x01\0\x002\0\0\0\xF7\x01\x08\x08\x96\0\0\0\x99\x01\0\0\xFA\0\0\0\xF7\x01\x08\x08d\x01\0\0\xF4\x01\x08\x08\xAF\x01\0\0\x99\x01\0\0\xF7\x01\0\0\x001,{\"title\":\"Not Found\",\"status\":404,\"detail\":\"\x03\x02\"}\x13DatabaseRowNotFound\x16database-row-not-found\0\0\0\0\0\0\x01;\x015,{\"title\":\"Service Unavailable\",\"status\":503}\x14DatabasePoolTimedOut\x17database-pool-timed-out\0\0\0\0\x02\0\0C+{\"title\":\"Conflict\",\"status\":409,\"detail\":\"\x03\x15\",\"code\":\"duplicate\"}\x08Database\tduplicate\0\0\0\0\x08\0\x01\x07x-error\0\0\0\0,{\"title\":\"Service Unavailable\",\"status\":503}\nDatabaseIo\x0Bdatabase-io\0\0\0\0\x02\0\0.{\"title\":\"Internal Server Error\",\"status\":500}\x08Database\x08database\0\0\0\0\x02\0\x000+{\"title\":\"Conflict\",\"status\":409,\"detail\":\"\x03\x02\"}\x08Conflict\x08conflict\0\0\0\0\0\0",
            &__HTTPERR_KEY,
            &[#[cfg(not(all(feature = "io")))] "3u16"],
            &[],
        )
    }
}
::httperr::__adapt! {
    [] [] [StoreError] [where] erased[] []
}
