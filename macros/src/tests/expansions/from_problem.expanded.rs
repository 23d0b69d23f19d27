#[automatically_derived]
#[allow(deprecated, unused_qualifications, unused_variables)]
impl<T> ::httperr::FromProblem for ApiError<T>
where
    T: ::httperr::__private0::DeserializeOwned,
{
    fn decode(
        response: &::httperr::__private0::decode::Received<'_>,
    ) -> ::httperr::__private0::decode::Decoded<Self> {
        ::httperr::__private0::decode::decode(
            response,
            b"\t\0\x94\x01\0\0J\0\0\0\x91\x01(\x08\xFB\0\0\0\xA6\x01\0\x007\x01\0\0\xAD\x01\0\0\x19\x02\0\0\0\0\0\0\xD2\x02\0\0\x9A\x01\0\0n\x03\0\0\xAD\x01\0\x007\x04\0\0\xF4\x01\x08\x08\t\x05\0\0\x91\x01(\x08O\x05\0\0\0c^{\"type\":\"https://example.com/problems/no-account\",\"title\":\"No account\",\"status\":404,\"detail\":\"\x03\x02\"}\tNoAccount\nno-account\nNo account'https://example.com/problems/no-account\0\0\0\0\0%{\"title\":\"Unauthorized\",\"status\":401}\x06SignIn\x07sign-in\0\0\0\0\x02\0\0ud{\"type\":\"https://example.com/problems/out-of-credit\",\"title\":\"Out of credit\",\"status\":422,\"detail\":\"\x03\x01\"\x08\t\"balance\"\x01}\x0BOutOfCredit\rout-of-credit\rOut of credit*https://example.com/problems/out-of-credit\0\0\x08\0\x01\x07x-limit\x04?u32\x01\x02*T\0\0\0]X{\"type\":\"https://example.com/problems/limited\",\"title\":\"Limited\",\"status\":429,\"detail\":\"\x03\x02\"}\x07Limited\x07limited\x07Limited$https://example.com/problems/limited\0\0\x08\0\x01\x0Bretry-after\t*Duration\0\0\0YJ{\"type\":\"https://example.com/problems/billing\",\"title\":\"Billing\",\"status\":\x01\0\t\x08\"detail\"\x01}\x07Billing\x07billing\x07Billing$https://example.com/problems/billing\0\0\0\0\0kf{\"type\":\"https://example.com/problems/matched-closed\",\"title\":\"Matched closed\",\"status\":410,\"detail\":\"\x03\x02\"}\rMatchedClosed\x0Ematched-closed\x0EMatched closed+https://example.com/problems/matched-closed\0\0\0\0\0sd{\"type\":\"https://example.com/problems/matched-limit\",\"title\":\"Matched limit\",\"status\":429,\"detail\":\"\x03\x01\"\x08\x07\"limit\"\x01}\x0CMatchedLimit\rmatched-limit\rMatched limit*https://example.com/problems/matched-limit\0\0\x08\0\0\x01\0\0\0\0.{\"title\":\"Internal Server Error\",\"status\":500}\x07Matched\x07matched\0\0\0\0\x02\0\0%{\"title\":\"Unauthorized\",\"status\":401}\x06Hidden\x07sign-in\0\0\0\0\x04\0",
            b"\0\x05/code\x05/type\0\x01\0\0\0\x02id\0\x05/code\x05/type\0\x01\0\0\0\0\0\x05/code\x05/type\0\x01\0\0\x02\x07balance\x08/balance\0\x05limit\x07x-limit\0\0\0\x05/code\x05/type\0\x01\0\0\x01\x010\x0Bretry-after\0\0\0\x05/code\x05/type\0\x01\0\0\x01\x06status\0\0\0\0\x05/code\x05/type\0\x01\0\0\0\0\0\x05/code\x05/type\0\x01\0\0\x01\x04kind\x06/limit\0\0\0\x05/code\x05/type\0\x01\0\0\0\x04kind\0\0\0\0\0\0\0\0",
            |fields| ::httperr::__private0::Ok(
                match fields.index() {
                    1 => ApiError::SignIn {},
                    2 => {
                        ApiError::OutOfCredit {
                            balance: fields.value(0)?,
                            limit: fields.optional_header(1)?,
                            note: ::httperr::__private0::Default::default(),
                        }
                    }
                    3 => {
                        ApiError::Limited {
                            0: fields.retry_after(0)?,
                        }
                    }
                    4 => {
                        ApiError::Billing {
                            status: fields.status(0)?,
                        }
                    }
                    5 => {
                        ApiError::Matched {
                            kind: Kind::Closed,
                        }
                    }
                    6 => {
                        ApiError::Matched {
                            kind: Kind::Limit(fields.value(0)?),
                        }
                    }
                    _ => return fields.unsent(),
                },
            ),
            &[
                ::httperr::__private0::decode::InnerVariant {
                    name: "Stock",
                    decode: |response, fields| {
                        use ::httperr::__private0::decode::{
                            Decodable as _, Sendable as _, Undecodable as _,
                        };
                        (&&::httperr::__private0::decode::Inner::<StockError>::new())
                            .__httperr_decode(response)
                            .and_then(|inner| ::httperr::__private0::Ok(ApiError::Stock {
                                0: inner,
                            }))
                    },
                    table: b"",
                    body: 0,
                    sources: b"\0\0\0\0\0\0\0\0",
                },
            ],
        )
    }
    fn decode_other(
        response: &::httperr::__private0::decode::Received<'_>,
        problem: ::httperr::Problem,
    ) -> ::httperr::__private0::Result<
        Self,
        ::httperr::__private0::Box<::httperr::Problem>,
    > {
        ::httperr::__private0::Ok(ApiError::Other {
            0: ::httperr::__private0::From::from(problem),
        })
    }
}
