//! `ApiErrorResponse` of Hyperswitch: `{"error": {"type", "message", "code", …}}`, where some
//! variants add `data`, `connector`, `reason` or `connector_transaction_id`.
//!
//! Tested: status, type, code and body of all 107 variants, among them one with the status of a
//! connector (500 if that is invalid), one that responds with 200, and two that hide their text.

use std::collections::BTreeSet;

use httperr::{Case, FromProblem, HttpError};
use serde_json::{json, Value};

use crate::{assert_json, header};

/// Replaces the configuration of the build, some of which send a stack trace.
mod build {
    use std::cell::Cell;

    thread_local!(static SENDS_STACKTRACE: Cell<bool> = const { Cell::new(false) });

    pub(super) fn send_stacktrace(flag: bool) {
        SENDS_STACKTRACE.set(flag);
    }

    pub(super) fn stacktrace() -> Option<&'static [&'static str]> {
        SENDS_STACKTRACE.get().then_some(&["at payments.rs:7"])
    }
}

/// The published facts name the three types, but not the variants of each: here `api` is 500 or 501,
/// `connector` has the status of a connector.
#[derive(Debug, thiserror::Error, HttpError, FromProblem)]
#[http(
    body = {
        "error": {
            "type": category,
            "message": detail,
            "code": code,
            "data"?: data,
            "connector"?: connector,
            "reason"?: reason,
            "connector_transaction_id"?: connector_transaction_id,
            "stacktrace"?: (build::stacktrace()),
        },
    },
    extension(category = "invalid_request"),
    expose,
    // A number is shared by a group; a 401 has no challenge, a 405 does not list the methods.
    allow(duplicate_code, missing_www_authenticate, missing_allow),
)]
enum ApiErrorResponse {
    // The response of a connector.
    #[error("connector {connector} responded with {code}: {message}")]
    #[http(
        status = status_code,
        code = "CE_00",
        detail = "{code}: {message}",
        extension(category = "connector"),
        allow(success),
    )]
    ExternalConnectorError {
        code: String,
        message: String,
        connector: String,
        status_code: u16,
        reason: Option<String>,
    },

    // A connector refused; `data` contains details.
    #[error("the payment was not authorized")]
    #[http(400, code = "CE_01")]
    PaymentAuthorizationFailed { data: Option<Value> },
    #[error("the payer was not authenticated")]
    #[http(400, code = "CE_02")]
    PaymentAuthenticationFailed { data: Option<Value> },
    #[error("the payment was not captured")]
    #[http(400, code = "CE_03")]
    PaymentCaptureFailed { data: Option<Value> },
    #[error("the card's data is wrong")]
    #[http(400, code = "CE_04")]
    InvalidCardData { data: Option<Value> },
    #[error("the card has expired")]
    #[http(400, code = "CE_05")]
    CardExpired { data: Option<Value> },
    #[error("the refund failed")]
    #[http(400, code = "CE_06")]
    RefundFailed { data: Option<Value> },
    #[error("the verification failed")]
    #[http(400, code = "CE_07")]
    VerificationFailed { data: Option<Value> },
    #[error("the dispute failed")]
    #[http(400, code = "CE_08")]
    DisputeFailed { data: Option<Value> },

    // Existing entries.
    #[error("the refund was asked for before")]
    #[http(400, code = "HE_01")]
    DuplicateRefundRequest,
    #[error("there is such a mandate")]
    #[http(400, code = "HE_01")]
    DuplicateMandate,
    #[error("there is such a merchant account")]
    #[http(400, code = "HE_01")]
    DuplicateMerchantAccount,
    #[error("the profile {profile} has a connector labelled {label}")]
    #[http(400, code = "HE_01")]
    DuplicateMerchantConnectorAccount { profile: String, label: String },
    #[error("there is such a payment method")]
    #[http(400, code = "HE_01")]
    DuplicatePaymentMethod,
    #[error("there is a payment of that id")]
    #[http(400, code = "HE_01", extension(reason = id.clone() + " exists"))]
    DuplicatePayment { id: String },
    #[error("there is a payout {id}")]
    #[http(400, code = "HE_01")]
    DuplicatePayout { id: String },
    #[error("there is such a setting")]
    #[http(400, code = "HE_01")]
    DuplicateConfig,

    // Not possible in this state.
    #[error("{connector_name} makes no refunds")]
    #[http(400, code = "HE_03")]
    RefundNotPossible { connector_name: String },
    #[error("the mandate does not allow it")]
    #[http(400, code = "HE_03")]
    MandateValidationFailed { reason: String },
    #[error("the payment has not succeeded")]
    #[http(400, code = "HE_03")]
    PaymentNotSucceeded,
    #[error("the connector is switched off")]
    #[http(400, code = "HE_03")]
    MerchantConnectorAccountDisabled,
    #[error("the file is refused: {why}")]
    #[http(400, code = "HE_03")]
    FileValidationFailed { why: String },
    #[error("the dispute is not open: {why}")]
    #[http(400, code = "HE_03")]
    DisputeStatusValidationFailed { why: String },

    // Invalid requests.
    #[error("`{field_name}` is missing")]
    #[http(400, code = "IR_04")]
    MissingRequiredField { field_name: String },
    #[error("`{field_name}` has a wrong value")]
    #[http(400, code = "IR_07")]
    InvalidDataValue { field_name: String },
    #[error("the client secret is missing")]
    #[http(400, code = "IR_08")]
    ClientSecretNotGiven,
    #[error("the client secret has expired")]
    #[http(400, code = "IR_08")]
    ClientSecretExpired,
    #[error("the client secret is wrong")]
    #[http(400, code = "IR_09")]
    ClientSecretInvalid,
    #[error("the customer has an active mandate")]
    #[http(400, code = "IR_10")]
    MandateActive,
    #[error("the customer's data was erased")]
    #[http(400, code = "IR_11")]
    CustomerRedacted,
    #[error("no more refunds of this payment")]
    #[http(400, code = "IR_12")]
    MaximumRefundCount,
    #[error("the refund is above what was paid")]
    #[http(400, code = "IR_13")]
    RefundAmountExceedsPaymentAmount,
    #[error("no {flow} of a payment that is {state}")]
    #[http(400, code = "IR_14")]
    PaymentUnexpectedState { flow: String, state: String },
    #[error("not now: {why}")]
    #[http(400, code = "IR_16")]
    PreconditionFailed { why: String },
    #[error("this is not supported")]
    #[http(400, code = "IR_19", extension(reason = message))]
    NotSupported { message: String },
    #[error("{flow} is not supported")]
    #[http(400, code = "IR_20")]
    FlowNotSupported { flow: String, connector: String },
    #[error("fields are missing")]
    #[http(400, code = "IR_21", extension(data = field_names))]
    MissingRequiredFields { field_names: Vec<String> },
    #[error("no files of this provider: {why}")]
    #[http(400, code = "IR_23")]
    FileProviderNotSupported { why: String },
    #[error("the default payment method stays")]
    #[http(400, code = "IR_25")]
    PaymentMethodDeleteFailed,
    #[error("the cookie is wrong")]
    #[http(400, code = "IR_26")]
    InvalidCookie,
    #[error("not in this currency: {why}")]
    #[http(400, code = "IR_28")]
    CurrencyNotSupported { why: String },
    #[error("the connector's `{config}` is wrong")]
    #[http(400, code = "IR_30")]
    InvalidConnectorConfiguration { config: String },
    #[error("the card's first digits are wrong")]
    #[http(400, code = "IR_31")]
    InvalidCardIin,
    #[error("the card's first digits are six")]
    #[http(400, code = "IR_32")]
    InvalidCardIinLength,
    #[error("the file is missing")]
    #[http(400, code = "IR_33")]
    MissingFile,
    #[error("the dispute's id is missing")]
    #[http(400, code = "IR_34")]
    MissingDisputeId,
    #[error("the file's purpose is missing")]
    #[http(400, code = "IR_35")]
    MissingFilePurpose,
    #[error("the file's type is missing")]
    #[http(400, code = "IR_36")]
    MissingFileContentType,
    #[error("{message} is there already")]
    #[http(400, code = "IR_38")]
    GenericDuplicateError { message: String },
    #[error("the payment method is not set up")]
    #[http(400, code = "IR_39")]
    IncorrectPaymentMethodConfiguration,
    #[error("the link is not set up: {message}")]
    #[http(400, code = "IR_40")]
    LinkConfigurationError { message: String },
    #[error("the payout failed")]
    #[http(400, code = "IR_41")]
    PayoutFailed { data: Option<Value> },
    #[error("the webhook is wrong")]
    #[http(400, code = "WE_02")]
    WebhookBadRequest,
    #[error("the webhook's secret is wrong")]
    #[http(400, code = "WE_06")]
    WebhookInvalidMerchantSecret,

    // Authentication and permission.
    #[error("the API key is missing or wrong")]
    #[http(401, code = "IR_01")]
    Unauthorized,
    #[error("the ephemeral key is wrong")]
    #[http(401, code = "IR_15")]
    InvalidEphemeralKey,
    #[error("the token is wrong")]
    #[http(401, code = "IR_17")]
    InvalidJwtToken,
    #[error("{message}")]
    #[http(401, code = "IR_18")]
    GenericUnauthorized { message: String },
    #[error("the webhook is not authenticated")]
    #[http(401, code = "WE_01")]
    WebhookAuthenticationFailed,
    #[error("not allowed for {resource}")]
    #[http(403, code = "IR_22")]
    AccessForbidden { resource: String },

    // Missing entries.
    #[error("no such refund")]
    #[http(404, code = "HE_02")]
    RefundNotFound,
    #[error("no such payment link")]
    #[http(404, code = "HE_02")]
    PaymentLinkNotFound,
    #[error("no such customer")]
    #[http(404, code = "HE_02")]
    CustomerNotFound,
    #[error("no such setting")]
    #[http(404, code = "HE_02")]
    ConfigNotFound,
    #[error("no such payment")]
    #[http(404, code = "HE_02")]
    PaymentNotFound,
    #[error("no such payment method")]
    #[http(404, code = "HE_02")]
    PaymentMethodNotFound,
    #[error("no such merchant account")]
    #[http(404, code = "HE_02")]
    MerchantAccountNotFound,
    #[error("no such connector account")]
    #[http(404, code = "HE_02", extension(reason = id.clone() + " is not there"))]
    MerchantConnectorAccountNotFound { id: String },
    #[error("no profile {id}")]
    #[http(404, code = "HE_02")]
    BusinessProfileNotFound { id: String },
    #[error("no poll {id}")]
    #[http(404, code = "HE_02")]
    PollNotFound { id: String },
    #[error("no such resource")]
    #[http(404, code = "HE_02")]
    ResourceIdNotFound,
    #[error("no such mandate")]
    #[http(404, code = "HE_02")]
    MandateNotFound,
    #[error("no authentication {id}")]
    #[http(404, code = "HE_02")]
    AuthenticationNotFound { id: String },
    #[error("no such key")]
    #[http(404, code = "HE_02")]
    ApiKeyNotFound,
    #[error("no such payout")]
    #[http(404, code = "HE_02")]
    PayoutNotFound,
    #[error("no such event")]
    #[http(404, code = "HE_02")]
    EventNotFound,
    #[error("no return URL is set")]
    #[http(404, code = "HE_03")]
    ReturnUrlUnavailable,
    #[error("no payment of it succeeded")]
    #[http(404, code = "HE_04")]
    SuccessfulPaymentNotFound,
    #[error("no such connector")]
    #[http(404, code = "HE_04")]
    IncorrectConnectorNameGiven,
    #[error("no such address")]
    #[http(404, code = "HE_04")]
    AddressNotFound,
    #[error("no dispute {id}")]
    #[http(404, code = "HE_04")]
    DisputeNotFound { id: String },
    #[error("no such file")]
    #[http(404, code = "HE_04")]
    FileNotFound,
    #[error("the file is not to be had")]
    #[http(404, code = "HE_04")]
    FileNotAvailable,
    #[error("no such path")]
    #[http(404, code = "IR_02")]
    InvalidRequestUrl,
    #[error("no more is known of the card")]
    #[http(404, code = "IR_27")]
    ExtendedCardInfoNotFound,
    #[error("{message}")]
    #[http(404, code = "IR_37")]
    GenericNotFoundError { message: String },
    #[error("what the webhook is about is not there")]
    #[http(404, code = "WE_04")]
    WebhookResourceNotFound,
    #[error("no such method here")]
    #[http(405, code = "IR_03")]
    InvalidHttpMethod,

    // Understood, but not supported.
    #[error("in use at the moment")]
    #[http(422, code = "HE_00")]
    ResourceBusy,
    #[error("the amount was not converted")]
    #[http(422, code = "HE_00")]
    CurrencyConversionFailed,
    #[error("`{field_name}` is not a {expected}")]
    #[http(422, code = "IR_05")]
    InvalidDataFormat { field_name: String, expected: String },
    #[error("{message}")]
    #[http(422, code = "IR_06")]
    InvalidRequestData { message: String },
    #[error("no token of {wallet}")]
    #[http(422, code = "IR_24")]
    InvalidWalletToken { wallet: String },
    #[error("{message}")]
    #[http(422, code = "IR_29")]
    UnprocessableEntity { message: String },
    #[error("the webhook's body is wrong")]
    #[http(422, code = "WE_05")]
    WebhookUnprocessableEntity,

    // Failures of the service.
    #[error("something went wrong")]
    #[http(500, code = "HE_00", extension(category = "api"))]
    InternalServerError,
    #[error("{component} is not well: {message}")]
    #[http(500, code = "HE_00", extension(category = "api"))]
    HealthCheckError { component: String, message: String },
    #[error("the mandate was not changed")]
    #[http(500, code = "HE_02", extension(category = "api"))]
    MandateUpdateFailed,
    #[error("a mandate was not written as JSON: {cause}")]
    #[http(500, code = "HE_03", extension(category = "api"), detail = "something went wrong")]
    MandateSerializationFailed { cause: String },
    #[error("a mandate was not read from JSON: {cause}")]
    #[http(500, code = "HE_03", extension(category = "api"), detail = "something went wrong")]
    MandateDeserializationFailed { cause: String },
    #[error("the tenant is missing")]
    #[http(500, code = "HE_05", extension(category = "api"))]
    MissingTenantId,
    #[error("no tenant {tenant}")]
    #[http(500, code = "HE_05", extension(category = "api"))]
    InvalidTenant { tenant: String },
    #[error("the amount is not a {amount_type}")]
    #[http(500, code = "HE_05", extension(category = "api"))]
    AmountConversionFailed { amount_type: String },
    #[error("the webhook was not processed")]
    #[http(500, code = "WE_03", extension(category = "api"))]
    WebhookProcessingFailure,
    #[error("not what was asked for: {field_names}")]
    #[http(500, code = "IE_00", extension(category = "api"))]
    IntegrityCheckFailed { field_names: String, connector_transaction_id: Option<String> },
    #[error("not implemented yet: {message}")]
    #[http(501, code = "IR_00", extension(category = "api"))]
    NotImplemented { message: String },

    // A refusal whose response is a success.
    #[error("the payment was blocked")]
    #[http(200, code = "HE_03", allow(success))]
    PaymentBlockedError { reason: String },
}

use ApiErrorResponse as E;

type Row = (E, u16, &'static str, &'static str, &'static str);

/// The variants that are 400 without further members.
#[rustfmt::skip]
fn wrong_requests() -> Vec<Row> {
    vec![
        (E::DuplicateRefundRequest,
         400, "invalid_request", "HE_01", "the refund was asked for before"),
        (E::DuplicateMandate, 400, "invalid_request", "HE_01", "there is such a mandate"),
        (E::DuplicateMerchantAccount,
         400, "invalid_request", "HE_01", "there is such a merchant account"),
        (E::DuplicateMerchantConnectorAccount { profile: "p1".into(), label: "eu".into() },
         400, "invalid_request", "HE_01", "the profile p1 has a connector labelled eu"),
        (E::DuplicatePaymentMethod,
         400, "invalid_request", "HE_01", "there is such a payment method"),
        (E::DuplicatePayout { id: "po_1".into() },
         400, "invalid_request", "HE_01", "there is a payout po_1"),
        (E::DuplicateConfig, 400, "invalid_request", "HE_01", "there is such a setting"),
        (E::RefundNotPossible { connector_name: "adyen".into() },
         400, "invalid_request", "HE_03", "adyen makes no refunds"),
        (E::PaymentNotSucceeded, 400, "invalid_request", "HE_03", "the payment has not succeeded"),
        (E::MerchantConnectorAccountDisabled,
         400, "invalid_request", "HE_03", "the connector is switched off"),
        (E::FileValidationFailed { why: "too long".into() },
         400, "invalid_request", "HE_03", "the file is refused: too long"),
        (E::DisputeStatusValidationFailed { why: "lost".into() },
         400, "invalid_request", "HE_03", "the dispute is not open: lost"),
        (E::MissingRequiredField { field_name: "amount".into() },
         400, "invalid_request", "IR_04", "`amount` is missing"),
        (E::InvalidDataValue { field_name: "amount".into() },
         400, "invalid_request", "IR_07", "`amount` has a wrong value"),
        (E::ClientSecretNotGiven, 400, "invalid_request", "IR_08", "the client secret is missing"),
        (E::ClientSecretExpired, 400, "invalid_request", "IR_08", "the client secret has expired"),
        (E::ClientSecretInvalid, 400, "invalid_request", "IR_09", "the client secret is wrong"),
        (E::MandateActive, 400, "invalid_request", "IR_10", "the customer has an active mandate"),
        (E::CustomerRedacted, 400, "invalid_request", "IR_11", "the customer's data was erased"),
        (E::MaximumRefundCount, 400, "invalid_request", "IR_12", "no more refunds of this payment"),
        (E::RefundAmountExceedsPaymentAmount,
         400, "invalid_request", "IR_13", "the refund is above what was paid"),
        (E::PaymentUnexpectedState { flow: "capture".into(), state: "void".into() },
         400, "invalid_request", "IR_14", "no capture of a payment that is void"),
        (E::PreconditionFailed { why: "busy".into() },
         400, "invalid_request", "IR_16", "not now: busy"),
        (E::FileProviderNotSupported { why: "none".into() },
         400, "invalid_request", "IR_23", "no files of this provider: none"),
        (E::PaymentMethodDeleteFailed,
         400, "invalid_request", "IR_25", "the default payment method stays"),
        (E::InvalidCookie, 400, "invalid_request", "IR_26", "the cookie is wrong"),
        (E::CurrencyNotSupported { why: "XAU".into() },
         400, "invalid_request", "IR_28", "not in this currency: XAU"),
        (E::InvalidConnectorConfiguration { config: "key".into() },
         400, "invalid_request", "IR_30", "the connector's `key` is wrong"),
        (E::InvalidCardIin, 400, "invalid_request", "IR_31", "the card's first digits are wrong"),
        (E::InvalidCardIinLength,
         400, "invalid_request", "IR_32", "the card's first digits are six"),
        (E::MissingFile, 400, "invalid_request", "IR_33", "the file is missing"),
        (E::MissingDisputeId, 400, "invalid_request", "IR_34", "the dispute's id is missing"),
        (E::MissingFilePurpose, 400, "invalid_request", "IR_35", "the file's purpose is missing"),
        (E::MissingFileContentType, 400, "invalid_request", "IR_36", "the file's type is missing"),
        (E::GenericDuplicateError { message: "tea".into() },
         400, "invalid_request", "IR_38", "tea is there already"),
        (E::IncorrectPaymentMethodConfiguration,
         400, "invalid_request", "IR_39", "the payment method is not set up"),
        (E::LinkConfigurationError { message: "tea".into() },
         400, "invalid_request", "IR_40", "the link is not set up: tea"),
        (E::WebhookBadRequest, 400, "invalid_request", "WE_02", "the webhook is wrong"),
        (E::WebhookInvalidMerchantSecret,
         400, "invalid_request", "WE_06", "the webhook's secret is wrong"),
    ]
}

/// The variants of another status without further members.
#[rustfmt::skip]
fn other_rows() -> Vec<Row> {
    vec![
        (E::Unauthorized, 401, "invalid_request", "IR_01", "the API key is missing or wrong"),
        (E::InvalidEphemeralKey, 401, "invalid_request", "IR_15", "the ephemeral key is wrong"),
        (E::InvalidJwtToken, 401, "invalid_request", "IR_17", "the token is wrong"),
        (E::GenericUnauthorized { message: "tea".into() }, 401, "invalid_request", "IR_18", "tea"),
        (E::WebhookAuthenticationFailed,
         401, "invalid_request", "WE_01", "the webhook is not authenticated"),
        (E::AccessForbidden { resource: "refunds".into() },
         403, "invalid_request", "IR_22", "not allowed for refunds"),
        (E::RefundNotFound, 404, "invalid_request", "HE_02", "no such refund"),
        (E::PaymentLinkNotFound, 404, "invalid_request", "HE_02", "no such payment link"),
        (E::CustomerNotFound, 404, "invalid_request", "HE_02", "no such customer"),
        (E::ConfigNotFound, 404, "invalid_request", "HE_02", "no such setting"),
        (E::PaymentNotFound, 404, "invalid_request", "HE_02", "no such payment"),
        (E::PaymentMethodNotFound, 404, "invalid_request", "HE_02", "no such payment method"),
        (E::MerchantAccountNotFound, 404, "invalid_request", "HE_02", "no such merchant account"),
        (E::BusinessProfileNotFound { id: "x1".into() },
         404, "invalid_request", "HE_02", "no profile x1"),
        (E::PollNotFound { id: "x1".into() }, 404, "invalid_request", "HE_02", "no poll x1"),
        (E::ResourceIdNotFound, 404, "invalid_request", "HE_02", "no such resource"),
        (E::MandateNotFound, 404, "invalid_request", "HE_02", "no such mandate"),
        (E::AuthenticationNotFound { id: "x1".into() },
         404, "invalid_request", "HE_02", "no authentication x1"),
        (E::ApiKeyNotFound, 404, "invalid_request", "HE_02", "no such key"),
        (E::PayoutNotFound, 404, "invalid_request", "HE_02", "no such payout"),
        (E::EventNotFound, 404, "invalid_request", "HE_02", "no such event"),
        (E::ReturnUrlUnavailable, 404, "invalid_request", "HE_03", "no return URL is set"),
        (E::SuccessfulPaymentNotFound,
         404, "invalid_request", "HE_04", "no payment of it succeeded"),
        (E::IncorrectConnectorNameGiven, 404, "invalid_request", "HE_04", "no such connector"),
        (E::AddressNotFound, 404, "invalid_request", "HE_04", "no such address"),
        (E::DisputeNotFound { id: "x1".into() }, 404, "invalid_request", "HE_04", "no dispute x1"),
        (E::FileNotFound, 404, "invalid_request", "HE_04", "no such file"),
        (E::FileNotAvailable, 404, "invalid_request", "HE_04", "the file is not to be had"),
        (E::InvalidRequestUrl, 404, "invalid_request", "IR_02", "no such path"),
        (E::ExtendedCardInfoNotFound,
         404, "invalid_request", "IR_27", "no more is known of the card"),
        (E::GenericNotFoundError { message: "tea".into() }, 404, "invalid_request", "IR_37", "tea"),
        (E::WebhookResourceNotFound,
         404, "invalid_request", "WE_04", "what the webhook is about is not there"),
        (E::InvalidHttpMethod, 405, "invalid_request", "IR_03", "no such method here"),
        (E::ResourceBusy, 422, "invalid_request", "HE_00", "in use at the moment"),
        (E::CurrencyConversionFailed,
         422, "invalid_request", "HE_00", "the amount was not converted"),
        (E::InvalidDataFormat { field_name: "amount".into(), expected: "number".into() },
         422, "invalid_request", "IR_05", "`amount` is not a number"),
        (E::InvalidRequestData { message: "tea".into() }, 422, "invalid_request", "IR_06", "tea"),
        (E::InvalidWalletToken { wallet: "x pay".into() },
         422, "invalid_request", "IR_24", "no token of x pay"),
        (E::UnprocessableEntity { message: "tea".into() }, 422, "invalid_request", "IR_29", "tea"),
        (E::WebhookUnprocessableEntity,
         422, "invalid_request", "WE_05", "the webhook's body is wrong"),
        (E::InternalServerError, 500, "api", "HE_00", "something went wrong"),
        (E::HealthCheckError { component: "cache".into(), message: "tea".into() },
         500, "api", "HE_00", "cache is not well: tea"),
        (E::MandateUpdateFailed, 500, "api", "HE_02", "the mandate was not changed"),
        (E::MandateSerializationFailed { cause: "eof".into() },
         500, "api", "HE_03", "something went wrong"),
        (E::MandateDeserializationFailed { cause: "eof".into() },
         500, "api", "HE_03", "something went wrong"),
        (E::MissingTenantId, 500, "api", "HE_05", "the tenant is missing"),
        (E::InvalidTenant { tenant: "t1".into() }, 500, "api", "HE_05", "no tenant t1"),
        (E::AmountConversionFailed { amount_type: "minor unit".into() },
         500, "api", "HE_05", "the amount is not a minor unit"),
        (E::WebhookProcessingFailure, 500, "api", "WE_03", "the webhook was not processed"),
        (E::NotImplemented { message: "tea".into() }, 501, "api", "IR_00", "not implemented yet: tea"),
    ]
}

/// The variants that add members of their own.
#[rustfmt::skip]
fn rows_with_extra_members() -> Vec<(E, u16, &'static str, &'static str, &'static str, Value)> {
    vec![
        (E::ExternalConnectorError { code: "insufficient_funds".into(), message: "no cover".into(),
            connector: "stripe".into(), status_code: 402, reason: Some("balance".into()) },
         402, "connector", "CE_00", "insufficient_funds: no cover",
         json!({ "connector": "stripe", "reason": "balance" })),
        (E::PaymentAuthorizationFailed { data: Some(json!({ "attempt": 2 })) },
         400, "invalid_request", "CE_01", "the payment was not authorized",
         json!({ "data": { "attempt": 2 } })),
        (E::PaymentAuthenticationFailed { data: Some(json!({ "attempt": 2 })) },
         400, "invalid_request", "CE_02", "the payer was not authenticated",
         json!({ "data": { "attempt": 2 } })),
        (E::PaymentCaptureFailed { data: Some(json!({ "attempt": 2 })) },
         400, "invalid_request", "CE_03", "the payment was not captured",
         json!({ "data": { "attempt": 2 } })),
        (E::InvalidCardData { data: Some(json!({ "attempt": 2 })) },
         400, "invalid_request", "CE_04", "the card's data is wrong",
         json!({ "data": { "attempt": 2 } })),
        (E::CardExpired { data: Some(json!({ "attempt": 2 })) },
         400, "invalid_request", "CE_05", "the card has expired",
         json!({ "data": { "attempt": 2 } })),
        (E::RefundFailed { data: Some(json!({ "attempt": 2 })) },
         400, "invalid_request", "CE_06", "the refund failed",
         json!({ "data": { "attempt": 2 } })),
        (E::VerificationFailed { data: Some(json!({ "attempt": 2 })) },
         400, "invalid_request", "CE_07", "the verification failed",
         json!({ "data": { "attempt": 2 } })),
        (E::DisputeFailed { data: Some(json!({ "attempt": 2 })) },
         400, "invalid_request", "CE_08", "the dispute failed",
         json!({ "data": { "attempt": 2 } })),
        (E::DuplicatePayment { id: "pay_1".into() },
         400, "invalid_request", "HE_01", "there is a payment of that id",
         json!({ "reason": "pay_1 exists" })),
        (E::MandateValidationFailed { reason: "ended".into() },
         400, "invalid_request", "HE_03", "the mandate does not allow it",
         json!({ "reason": "ended" })),
        (E::NotSupported { message: "no wallets".into() },
         400, "invalid_request", "IR_19", "this is not supported",
         json!({ "reason": "no wallets" })),
        (E::FlowNotSupported { flow: "void".into(), connector: "adyen".into() },
         400, "invalid_request", "IR_20", "void is not supported",
         json!({ "connector": "adyen" })),
        (E::MissingRequiredFields { field_names: vec!["a".into(), "b".into()] },
         400, "invalid_request", "IR_21", "fields are missing",
         json!({ "data": ["a", "b"] })),
        (E::PayoutFailed { data: Some(json!([1])) },
         400, "invalid_request", "IR_41", "the payout failed",
         json!({ "data": [1] })),
        (E::MerchantConnectorAccountNotFound { id: "mca_1".into() },
         404, "invalid_request", "HE_02", "no such connector account",
         json!({ "reason": "mca_1 is not there" })),
        (E::IntegrityCheckFailed { field_names: "amount".into(),
            connector_transaction_id: Some("tx_1".into()) },
         500, "api", "IE_00", "not what was asked for: amount",
         json!({ "connector_transaction_id": "tx_1" })),
        (E::PaymentBlockedError { reason: "list".into() },
         200, "invalid_request", "HE_03", "the payment was blocked",
         json!({ "reason": "list" })),
    ]
}

#[test]
fn every_variant_matches_the_published_facts() {
    let plain = wrong_requests().into_iter().chain(other_rows());
    let plain = plain.map(|(error, status, category, code, message)| {
        (error, status, category, code, message, json!({}))
    });
    let mut seen = BTreeSet::new();
    for (error, status, category, code, message, more) in plain.chain(rows_with_extra_members()) {
        let mut inner = json!({ "type": category, "message": message, "code": code });
        for (name, value) in more.as_object().unwrap() {
            inner[name] = value.clone();
        }
        assert_json(&error, status, &json!({ "error": inner }));
        assert_eq!(header(&error, "content-type").as_deref(), Some("application/json"));
        seen.insert(error.case().name());
    }
    assert_eq!(seen.len(), 107);
    assert_eq!(seen, E::catalog().cases().map(Case::name).collect());
}

#[test]
fn the_status_of_a_connector_is_sent_if_it_is_valid() {
    for (carried, sent) in [(402, 402), (504, 504), (200, 200), (99, 500), (1000, 500)] {
        let error = E::ExternalConnectorError {
            code: "x".into(),
            message: "y".into(),
            connector: "adyen".into(),
            status_code: carried,
            reason: None,
        };
        let inner = json!({
            "type": "connector", "message": "x: y", "code": "CE_00", "connector": "adyen",
        });
        assert_json(&error, sent, &json!({ "error": inner }));
    }
}

#[test]
fn an_absent_value_adds_no_member() {
    let inner = json!({
        "type": "invalid_request", "message": "the card has expired", "code": "CE_05",
    });
    assert_json(&E::CardExpired { data: None }, 400, &json!({ "error": inner }));
}

#[test]
fn some_builds_send_a_stack_trace() {
    build::send_stacktrace(true);
    let inner = json!({
        "type": "invalid_request", "message": "the card has expired", "code": "CE_05",
        "stacktrace": ["at payments.rs:7"],
    });
    assert_json(&E::CardExpired { data: None }, 400, &json!({ "error": inner }));
}
