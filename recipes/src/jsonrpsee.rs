//! jsonrpsee 0.26.

use httperr::HttpError;
use jsonrpsee::{proc_macros::rpc, types::ErrorObjectOwned};

use crate::{find_order, ApiError};

impl From<ApiError> for ErrorObjectOwned {
    fn from(error: ApiError) -> Self {
        let problem = error.to_problem();
        let title = problem.title().unwrap_or_default().to_owned();
        Self::owned(error.status().as_u16().into(), title, Some(problem))
    }
}

#[rpc(server)]
pub trait Orders {
    #[method(name = "order")]
    fn order(&self, id: u64) -> Result<String, ApiError>;
}

pub struct Service;

impl OrdersServer for Service {
    fn order(&self, id: u64) -> Result<String, ApiError> {
        find_order(id)
    }
}

#[cfg(test)]
mod tests {
    use jsonrpsee::server::Server;
    use serde_json::{json, Value};

    use super::{OrdersServer, Service};
    use crate::exchange::{listen, send};

    #[test]
    fn errors_have_the_problem_document_as_data() {
        let server = listen(|listener| async {
            let server = Server::builder().build_from_tcp(listener.into_std().unwrap()).unwrap();
            server.start(Service.into_rpc()).stopped().await;
        });
        let problem = |id: u64, error: Value| json!({ "jsonrpc": "2.0", "id": id, "error": error });
        for (id, expected) in [
            (1, json!({ "jsonrpc": "2.0", "id": 1, "result": "a pen" })),
            (
                3,
                problem(
                    3,
                    json!({
                        "code": 500,
                        "message": "Internal Server Error",
                        "data": { "title": "Internal Server Error", "status": 500 },
                    }),
                ),
            ),
            (
                7,
                problem(
                    7,
                    json!({
                        "code": 404,
                        "message": "Not Found",
                        "data": {
                            "title": "Not Found", "status": 404, "detail": "no order 7", "id": 7,
                        },
                    }),
                ),
            ),
        ] {
            let call = json!({ "jsonrpc": "2.0", "id": id, "method": "order", "params": [id] });
            let received = send(server, "POST", "/", "application/json", &call.to_string());
            // A call that fails is a response of HTTP that does not.
            assert_eq!(received.status, 200);
            assert_eq!(serde_json::from_str::<Value>(&received.body).unwrap(), expected);
        }
    }
}
