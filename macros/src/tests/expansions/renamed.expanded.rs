#[automatically_derived]
#[cfg_attr(
    doc,
    doc = crate::web::errors::__private0::case_table!(
        b"\x02\0\x94\x01\0\0\x12\0\0\0\xF4\x01\x08\x08c\0\0\0\x001,{\"title\":\"Not Found\",\"status\":404,\"detail\":\"\x03\x02\"}\x08NotFound\tnot-found\0\0\0\0\x08\0\x01\0\0\0\0\0.{\"title\":\"Internal Server Error\",\"status\":500}\x07httperr\x07httperr\0\0\0\0\x02\0"
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
impl crate::web::errors::HttpError for ApiError {
    #[inline]
    fn case<'__parts>(&'__parts self) -> crate::web::errors::Case {
        crate::web::errors::__private0::case(
            b"\x02\0\x94\x01\0\0\x12\0\0\0\xF4\x01\x08\x08c\0\0\0\x001,{\"title\":\"Not Found\",\"status\":404,\"detail\":\"\x03\x02\"}\x08NotFound\tnot-found\0\0\0\0\x08\0\x01\0\0\0\0\0.{\"title\":\"Internal Server Error\",\"status\":500}\x07httperr\x07httperr\0\0\0\0\x02\0",
            match self {
                ApiError::NotFound { .. } => 26476544,
                ApiError::httperr { .. } => 32768001,
            },
            crate::web::errors::__private0::concat!(
                crate ::web::errors::__private0::module_path!(), "::ApiError"
            ),
        )
    }
    fn write_parts<'__parts>(
        &'__parts self,
        sink: &mut crate::web::errors::ResponseParts<'__parts>,
    ) {
        match self {
            ApiError::NotFound { reason, .. } => {
                use crate::web::errors::__private0::header_value::{
                    ByDisplay as _, ByOption as _, ByValue as _, Unsupported as _,
                };
                crate::web::errors::__private0::header_value::Probe(&(reason.as_deref()))
                    .__httperr_write(sink, &crate::X_REASON);
            }
            _ => {}
        }
    }
    #[inline]
    fn catalog() -> crate::web::errors::Catalog {
        crate::web::errors::__private0::catalog(
            b"\x02\0\x94\x01\0\0\x12\0\0\0\xF4\x01\x08\x08c\0\0\0\x001,{\"title\":\"Not Found\",\"status\":404,\"detail\":\"\x03\x02\"}\x08NotFound\tnot-found\0\0\0\0\x08\0\x01\0\0\0\0\0.{\"title\":\"Internal Server Error\",\"status\":500}\x07httperr\x07httperr\0\0\0\0\x02\0",
        )
    }
}
crate::web::errors::__adapt! {
    [axum] [] [ApiError] [where] erased[] []
}
