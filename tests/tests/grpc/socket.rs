//! The example, over a socket.

use std::collections::HashMap;
use std::time::Duration;

use httperr::{FieldErrors, FromProblem as _};
use httperr_examples::grpc::{self, StockClient, StockError};
use tonic::{Code, Status};
use tonic_types::StatusExt as _;

use super::statuses::CANARY;

/// Runs the example, and returns its address and a client.
async fn start() -> (String, StockClient) {
    let (sender, listening) = tokio::sync::oneshot::channel();
    tokio::spawn(grpc::serve(0, move |address| sender.send(address).unwrap()));
    let address = format!("http://{}", listening.await.unwrap());
    let channel = tonic::transport::Endpoint::from_shared(address.clone()).unwrap();
    (address, StockClient::new(channel.connect().await.unwrap()))
}

async fn post(
    address: &str,
    product: i64,
    quantity: i64,
) -> (httperr::http::response::Parts, Vec<u8>) {
    let url = format!("{address}/products/{product}/reservations/{quantity}");
    let response = reqwest::Client::new().post(url).send().await.unwrap();
    let response: httperr::http::Response<reqwest::Body> = response.into();
    let (parts, body) = response.into_parts();
    let body = http_body_util::BodyExt::collect(body).await.unwrap();
    (parts, body.to_bytes().to_vec())
}

#[tokio::test]
async fn one_declaration_is_a_status_and_an_http_response_over_a_socket() {
    let (address, client) = start().await;
    assert_eq!(client.reserve(1, 3).await.unwrap(), 7);
    let invalid = {
        let mut errors = FieldErrors::new();
        errors.push(["quantity"], "must be a positive integer");
        StockError::Invalid { errors }
    };
    let database = StockError::Database { cause: String::new() };
    for (product, quantity, error, code, http) in [
        (9, 1, StockError::NoProduct { product: 9 }, Code::NotFound, 404),
        (2, 3, StockError::OutOfStock { product: 2, left: 2 }, Code::FailedPrecondition, 409),
        (2, 409, StockError::Changed, Code::Aborted, 409),
        (2, 0, invalid, Code::InvalidArgument, 422),
        (
            2,
            429,
            StockError::TooManyReservations { wait: Duration::from_secs(9) },
            Code::ResourceExhausted,
            429,
        ),
        (2, 500, database, Code::Internal, 500),
    ] {
        let status = client.reserve(product, quantity).await.unwrap_err();
        assert_eq!(status.code(), code, "{error:?}");
        let text = match code {
            Code::Internal => "Internal Server Error".to_owned(),
            _ => error.to_string(),
        };
        assert_eq!(status.message(), text);
        assert_eq!(StockError::from_status(&status).unwrap(), error);
        assert!(!format!("{status:?}").contains(CANARY), "{status:?}");

        let (parts, body) = post(&address, product, quantity).await;
        assert_eq!(parts.status, http, "{error:?}");
        assert_eq!(StockError::from_response(&parts, &body).unwrap(), error);
    }
}

#[tokio::test]
async fn a_status_has_every_detail_over_a_socket() {
    let (_, client) = start().await;
    let status = client.reserve(2, 3).await.unwrap_err();
    let details = status.get_error_details();
    let info = details.error_info().unwrap();
    assert_eq!((&*info.reason, &*info.domain), ("OUT_OF_STOCK", "shop.example"));
    let metadata = [("product", "2"), ("left", "2")].map(|(k, v)| (k.to_owned(), v.to_owned()));
    assert_eq!(info.metadata, HashMap::from(metadata));
    let link = &details.help().unwrap().links[0];
    assert_eq!(link.url, "https://shop.example/problems/out-of-stock");
    assert_eq!(link.description, "Out of stock");
    assert!(details.retry_info().is_none() && details.bad_request().is_none());

    let status = client.reserve(2, 429).await.unwrap_err();
    let retry = status.get_details_retry_info().unwrap().retry_delay;
    assert_eq!(retry, Some(Duration::from_secs(9)));
    assert_eq!(status.metadata().get("retry-after").unwrap(), "9");

    let status = client.reserve(2, -1).await.unwrap_err();
    let violations = status.get_details_bad_request().unwrap().field_violations;
    assert_eq!(violations[0].field, "quantity");
    assert_eq!(violations[0].description, "must be a positive integer");
    assert!(status.get_details_error_info().unwrap().metadata.is_empty());

    // The name of a masked case is private.
    let status = client.reserve(2, 500).await.unwrap_err();
    let details = status.get_error_details();
    assert_eq!(details.error_info().unwrap().reason, "INTERNAL_SERVER_ERROR");
    assert_eq!(details.error_info().unwrap().domain, "shop.example");
    assert!(details.help().is_none());
}

#[tokio::test]
async fn an_unknown_path_is_a_404_over_http_and_unimplemented_over_grpc() {
    let (address, _) = start().await;
    let response = reqwest::get(format!("{address}/nowhere")).await.unwrap();
    assert_eq!(response.status(), 404);
    assert_eq!(response.headers()["content-type"], "application/problem+json");

    let channel = tonic::transport::Endpoint::from_shared(address).unwrap();
    for path in ["/shop.Stock/Nothing", "/shop.Nothing/Reserve"] {
        let mut client = tonic::client::Grpc::new(channel.connect().await.unwrap());
        client.ready().await.unwrap();
        let path = httperr::http::uri::PathAndQuery::from_static(path);
        let codec = tonic_prost::ProstCodec::<grpc::Reservation, grpc::Reserved>::default();
        let request = tonic::Request::new(grpc::Reservation { product: 1, quantity: 1 });
        let status = client.unary(request, path, codec).await.unwrap_err();
        assert_eq!(status.code(), Code::Unimplemented, "{status:?}");
    }
}

#[tokio::test]
async fn a_layer_around_the_server_gives_the_status_the_id_of_its_request() {
    use tower::{Layer as _, ServiceExt as _};

    let service = tower::service_fn(|_: httperr::http::Request<()>| async {
        let response = Status::from(StockError::Changed).into_http::<axum::body::Body>();
        Ok::<_, std::convert::Infallible>(response)
    });
    let service = httperr::tower::ErrorLayer::new().layer(service);
    let request =
        httperr::http::Request::post("/shop.Stock/Reserve").header("x-request-id", "8a2c");
    let response = service.oneshot(request.body(()).unwrap()).await.unwrap();
    assert_eq!(response.status(), 200);
    let status = Status::from_header_map(response.headers()).unwrap();
    assert_eq!(status.code(), Code::Aborted);
    assert_eq!(status.get_details_request_info().unwrap().request_id, "8a2c");
    assert!(status.get_details_error_info().unwrap().metadata.is_empty());
}
