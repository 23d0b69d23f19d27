#[automatically_derived]
#[allow(deprecated, unused_qualifications, unused_variables)]
impl app::errors::FromProblem for ApiError {
    fn decode(
        response: &app::errors::__private0::decode::Received<'_>,
    ) -> app::errors::__private0::decode::Decoded<Self> {
        app::errors::__private0::decode::decode(
            response,
            b"\x01\0\x94\x01\0\x10\n\0\0\0\0Z<{\"ok\":false,\"error\":{\"code\":\"no-account\",\"data\":{}},\"list\":[\x07\x01]\r\0\x15[\"ok\",\"error\",\"list\"]\x01}\tNoAccount\nno-account\0\0\0\0\x08\0\0\x02\x03str\0\x04*Map\0\0",
            b"\x01\x0B/error/code\0\0\x01\x0B/error/data\x01\x03/ok\x05false\x02\x05param\x07/list/0\0\x04more\0\x15[\"ok\",\"error\",\"list\"]\0",
            |fields| app::errors::__private0::Ok(
                match fields.index() {
                    0 => {
                        ApiError::NoAccount {
                            param: fields.value(0)?,
                            more: fields.value(1)?,
                        }
                    }
                    _ => return fields.unsent(),
                },
            ),
            &[
                app::errors::__private0::decode::InnerVariant {
                    name: "Stock",
                    decode: |response, fields| {
                        use app::errors::__private0::decode::{
                            Decodable as _, Sendable as _, Undecodable as _,
                        };
                        (&&app::errors::__private0::decode::Inner::<StockError>::new())
                            .__httperr_decode(response)
                            .and_then(|inner| app::errors::__private0::Ok(ApiError::Stock {
                                source: inner,
                                shop: fields.value(0)?,
                                param: fields.value(1)?,
                                more: fields.value(2)?,
                            }))
                    },
                    table: b"\x01\0\0\0\0\x10\n\0\0\0\0V\x1C{\"ok\":false,\"error\":{\"code\":\x0E\t,\"data\":{\x12\x01\x02[]\x0B}},\"list\":[\x07\x01]\r\0\x15[\"ok\",\"error\",\"list\"]\x01}\0\0\0\0\0\0\x08\0\0\x02\x02u8\0\x04*Map\0\x01\x04shop\x03str",
                    body: 1,
                    sources: b"\x01\x0B/error/code\0\0\x01\x0B/error/data\x01\x03/ok\x05false\x03\x04shop\x10/error/data/shop\0\x05param\x07/list/0\0\x04more\0\x15[\"ok\",\"error\",\"list\"]\0",
                },
            ],
        )
    }
}
