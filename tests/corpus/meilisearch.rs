//! The 288 codes of Meilisearch: `{"message", "code", "type", "link"}`, where the code is the name of
//! the variant, the link ends in it, and the type is independent of the status.
//!
//! Tested: status, type, code, link and `Retry-After` of all codes, their number for each status and
//! type, and the responses to errors of the engine. The published facts name the 46 codes that are not
//! 400; the other names are ours.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use httperr::{Case, FromProblem, HttpError};
use serde_json::json;

use crate::{assert_json, header};

/// The engine, independent of HTTP. The published facts count some 60 user errors; these are a few, and
/// the names are ours.
mod milli {
    use std::io;

    #[derive(Debug, thiserror::Error)]
    pub(super) enum Error {
        #[error("internal: {0}")]
        Internal(String),
        #[error("{0}")]
        Io(io::Error),
        #[error("{0}")]
        User(#[from] UserError),
    }

    #[derive(Debug, thiserror::Error)]
    #[error("user: {self:?}")]
    pub(super) enum UserError {
        AttributeLimitReached,
        DocumentLimitReached,
        InvalidDocumentId,
        InvalidFilter,
        InvalidGeoField,
        InvalidSortName,
        InvalidSortableAttribute,
        MaxDatabaseSizeReached,
        MissingDocumentId,
        NoPrimaryKeyCandidateFound,
        NoSpaceLeftOnDevice,
        PrimaryKeyCannotBeChanged,
        SerdeJson,
        UnknownInternalDocumentId,
        VectorEmbedding,
    }
}

/// The codes. The published facts name the codes of type `auth`, the types of those that are 500 or
/// 422, and the number of each type; the rest is ours.
#[derive(Debug, thiserror::Error, HttpError, FromProblem)]
#[error("{0}")]
#[http(
    body = { "message": detail, "code": code, "type": category, "link": type },
    type_base = "https://docs.meilisearch.com/errors#",
    codes(rename_all = "snake_case"),
    extension(category = "invalid_request"),
    default = 400,
    expose,
    allow(missing_www_authenticate),
)]
enum Code {
    // Not 400, of type `invalid_request`.
    #[http(409)]
    ApiKeyAlreadyExists(String),
    #[http(409)]
    DumpAlreadyProcessing(String),
    #[http(409)]
    IndexAlreadyExists(String),
    #[http(404)]
    ApiKeyNotFound(String),
    #[http(404)]
    DocumentNotFound(String),
    #[http(404)]
    DumpNotFound(String),
    #[http(404)]
    IndexNotFound(String),
    #[http(404)]
    TaskNotFound(String),
    #[http(404)]
    TaskFileNotFound(String),
    #[http(404)]
    BatchNotFound(String),
    #[http(404)]
    ChatNotFound(String),
    #[http(404)]
    RenderDocumentNotFound(String),
    #[http(404)]
    WebhookNotFound(String),
    #[http(404)]
    DynamicSearchRuleNotFound(String),
    #[http(412)]
    ImportTaskAlreadyReceived(String),
    #[http(412)]
    ImportTaskUnknownRemote(String),
    #[http(412)]
    ReceiveImportFinishedUnknownRemote(String),
    #[http(412)]
    NetworkVersionMismatch(String),
    #[http(413)]
    PayloadTooLarge(String),
    #[http(415)]
    InvalidContentType(String),
    #[http(415)]
    MissingContentType(String),
    #[http(415)]
    UnsupportedMediaType(String),
    #[http(451)]
    RequiresEnterpriseEdition(String),
    #[http(501)]
    UnimplementedNonStreamingChatCompletions(String),
    #[http(501)]
    UnimplementedMultiChoiceChatCompletions(String),
    #[http(501)]
    UnimplementedExternalFunctionCalling(String),
    #[http(502)]
    S3SnapshotServerError(String),
    #[http(503, retry_after = 10)]
    ImportTaskWithoutNetworkTask(String),

    // Keys, of type `auth`.
    #[http(401, extension(category = "auth"))]
    MissingAuthorizationHeader(String),
    #[http(401, extension(category = "auth"))]
    MissingMasterKey(String),
    #[http(403, extension(category = "auth"))]
    InvalidApiKey(String),
    #[http(403, extension(category = "auth"))]
    RemoteInvalidApiKey(String),

    // Failures of the service.
    #[http(extension(category = "internal"))]
    UnretrievableDocument(String),
    #[http(extension(category = "internal"))]
    UnretrievableTask(String),
    #[http(extension(category = "internal"))]
    UnretrievableBatch(String),
    #[http(extension(category = "internal"))]
    UnretrievableVectors(String),
    #[http(500, extension(category = "internal"))]
    DatabaseSizeLimitReached(String),
    #[http(500, extension(category = "internal"))]
    DumpProcessFailed(String),
    #[http(500, extension(category = "internal"))]
    IndexCreationFailed(String),
    #[http(500, extension(category = "internal"))]
    Internal(String),
    #[http(500, extension(category = "internal"))]
    InvalidState(String),
    #[http(500, extension(category = "internal"))]
    InvalidStoreFile(String),

    // Failures of the machine or of other services.
    #[http(
        422,
        extension(category = "system"),
        detail = "{0}. Look after the disk and who may write on it."
    )]
    IoError(String),
    #[http(422, extension(category = "system"))]
    NoSpaceLeftOnDevice(String),
    #[http(422, extension(category = "system"))]
    TooManyOpenFiles(String),
    #[http(502, extension(category = "system"))]
    RemoteBadResponse(String),
    #[http(502, extension(category = "system"))]
    RemoteCouldNotSendRequest(String),
    #[http(502, extension(category = "system"))]
    RemoteRemoteError(String),
    #[http(502, extension(category = "system"))]
    RemoteTimeout(String),
    #[http(503, extension(category = "system"), retry_after = 10)]
    TooManySearchRequests(String),

    // Parameters and bodies. All of them 400.
    BadRequest(String),
    BadParameter(String),
    MalformedPayload(String),
    MissingPayload(String),

    // Keys. All of them 400.
    InvalidApiKeyActions(String),
    InvalidApiKeyDescription(String),
    InvalidApiKeyExpiresAt(String),
    InvalidApiKeyIndexes(String),
    InvalidApiKeyLimit(String),
    InvalidApiKeyName(String),
    InvalidApiKeyOffset(String),
    InvalidApiKeyUid(String),
    ImmutableApiKeyActions(String),
    ImmutableApiKeyCreatedAt(String),
    ImmutableApiKeyExpiresAt(String),
    ImmutableApiKeyIndexes(String),
    ImmutableApiKeyKey(String),
    ImmutableApiKeyUid(String),
    ImmutableApiKeyUpdatedAt(String),
    MissingApiKeyActions(String),
    MissingApiKeyExpiresAt(String),
    MissingApiKeyIndexes(String),

    // Documents. All of them 400.
    InvalidDocumentCsvDelimiter(String),
    InvalidDocumentFields(String),
    InvalidDocumentFilter(String),
    InvalidDocumentGeoField(String),
    InvalidDocumentGeojsonField(String),
    InvalidDocumentId(String),
    InvalidDocumentLimit(String),
    InvalidDocumentOffset(String),
    InvalidDocumentRetrieveVectors(String),
    InvalidDocumentSort(String),
    MissingDocumentId(String),
    MissingDocumentFilter(String),
    MissingDocumentEditionFunction(String),
    EditDocumentsByFunctionError(String),
    InvalidDocumentEditionContext(String),
    InvalidDocumentEditionFunctionFilter(String),
    DocumentFieldsLimitReached(String),
    MaxFieldsLimitExceeded(String),
    VectorEmbeddingError(String),

    // Indexes. All of them 400.
    InvalidIndexUid(String),
    InvalidIndexPrimaryKey(String),
    InvalidIndexLimit(String),
    InvalidIndexOffset(String),
    InvalidIndexCustomMetadata(String),
    MissingIndexUid(String),
    ImmutableIndexUid(String),
    ImmutableIndexCreatedAt(String),
    ImmutableIndexUpdatedAt(String),
    IndexPrimaryKeyAlreadyExists(String),
    IndexPrimaryKeyMultipleCandidatesFound(String),
    IndexPrimaryKeyNoCandidateFound(String),
    InvalidSwapIndexes(String),
    InvalidSwapDuplicateIndexFound(String),
    InvalidSwapRename(String),
    MissingSwapIndexes(String),

    // Search. All of them 400.
    InvalidSearchAttributesToCrop(String),
    InvalidSearchAttributesToHighlight(String),
    InvalidSearchAttributesToRetrieve(String),
    InvalidSearchAttributesToSearchOn(String),
    InvalidSearchCropLength(String),
    InvalidSearchCropMarker(String),
    InvalidSearchDistinct(String),
    InvalidSearchEmbedder(String),
    InvalidSearchFacets(String),
    InvalidSearchFilter(String),
    InvalidSearchHighlightPostTag(String),
    InvalidSearchHighlightPreTag(String),
    InvalidSearchHitsPerPage(String),
    InvalidSearchHybridQuery(String),
    InvalidSearchLimit(String),
    InvalidSearchLocales(String),
    InvalidSearchMatchingStrategy(String),
    InvalidSearchMedia(String),
    InvalidSearchOffset(String),
    InvalidSearchPage(String),
    InvalidSearchPersonalizeUserContext(String),
    InvalidSearchPersonalize(String),
    InvalidSearchQ(String),
    InvalidSearchRankingScoreThreshold(String),
    InvalidSearchRetrieveVectors(String),
    InvalidSearchSemanticRatio(String),
    InvalidSearchShowMatchesPosition(String),
    InvalidSearchShowPerformanceDetails(String),
    InvalidSearchShowRankingScore(String),
    InvalidSearchShowRankingScoreDetails(String),
    InvalidSearchSort(String),
    InvalidSearchUseNetwork(String),
    InvalidSearchVector(String),
    MissingSearchHybrid(String),

    // Similarity search. All of them 400.
    InvalidSimilarAttributesToRetrieve(String),
    InvalidSimilarEmbedder(String),
    InvalidSimilarFilter(String),
    InvalidSimilarId(String),
    InvalidSimilarLimit(String),
    InvalidSimilarOffset(String),
    InvalidSimilarRankingScoreThreshold(String),
    InvalidSimilarRetrieveVectors(String),
    InvalidSimilarShowPerformanceDetails(String),
    InvalidSimilarShowRankingScore(String),
    InvalidSimilarShowRankingScoreDetails(String),
    InvalidEmbedder(String),

    // Multi-index search. All of them 400.
    InvalidMultiSearchFederated(String),
    InvalidMultiSearchFederationOptions(String),
    InvalidMultiSearchFacetsByIndex(String),
    InvalidMultiSearchFacetOrder(String),
    InvalidMultiSearchMaxValuesPerFacet(String),
    InvalidMultiSearchMergeFacets(String),
    InvalidMultiSearchQueryFacets(String),
    InvalidMultiSearchQueryPagination(String),
    InvalidMultiSearchQueryPosition(String),
    InvalidMultiSearchQueryRankingRules(String),
    InvalidMultiSearchQueries(String),
    InvalidMultiSearchRemote(String),
    InvalidMultiSearchWeight(String),
    InvalidMultiSearchDistinct(String),
    InvalidMultiSearchLimit(String),
    InvalidMultiSearchOffset(String),
    InvalidMultiSearchPage(String),
    InvalidMultiSearchHitsPerPage(String),

    // Facet search. All of them 400.
    InvalidFacetSearchExhaustiveFacetCount(String),
    InvalidFacetSearchFacetName(String),
    InvalidFacetSearchFacetQuery(String),
    InvalidFacetSearchQ(String),
    InvalidFacetSearchFilter(String),
    MissingFacetSearchFacetName(String),
    FacetSearchDisabled(String),

    // Settings. All of them 400.
    InvalidSettingsChat(String),
    InvalidSettingsDictionaryWords(String),
    InvalidSettingsDisplayedAttributes(String),
    InvalidSettingsDistinctAttribute(String),
    InvalidSettingsEmbedders(String),
    InvalidSettingsExecuteAfterUpdate(String),
    InvalidSettingsFacetSearch(String),
    InvalidSettingsFaceting(String),
    InvalidSettingsFilterableAttributes(String),
    InvalidSettingsForeignKeys(String),
    InvalidSettingsIndexChat(String),
    InvalidSettingsLocalizedAttributes(String),
    InvalidSettingsNonSeparatorTokens(String),
    InvalidSettingsPagination(String),
    InvalidSettingsPrefixSearch(String),
    InvalidSettingsProximityPrecision(String),
    InvalidSettingsRankingRules(String),
    InvalidSettingsSearchableAttributes(String),
    InvalidSettingsSearchCutoffMs(String),
    InvalidSettingsSeparatorTokens(String),
    InvalidSettingsSortableAttributes(String),
    InvalidSettingsStopWords(String),
    InvalidSettingsSynonyms(String),
    InvalidSettingsTypoTolerance(String),
    InvalidSettingsVectorStore(String),

    // Tasks and batches. All of them 400.
    InvalidTaskAfterEnqueuedAt(String),
    InvalidTaskAfterFinishedAt(String),
    InvalidTaskAfterStartedAt(String),
    InvalidTaskBeforeEnqueuedAt(String),
    InvalidTaskBeforeFinishedAt(String),
    InvalidTaskBeforeStartedAt(String),
    InvalidTaskCanceledBy(String),
    InvalidTaskFrom(String),
    InvalidTaskIndexUids(String),
    InvalidTaskLimit(String),
    InvalidTaskReverse(String),
    InvalidTaskStatuses(String),
    InvalidTaskTypes(String),
    InvalidTaskUids(String),
    InvalidBatchUids(String),
    InvalidBatchFrom(String),
    InvalidBatchLimit(String),
    InvalidBatchReverse(String),
    MissingTaskFilters(String),
    TaskCancellationFailed(String),
    TaskDeletionFailed(String),

    // Experimental features, the network, and other sources. All of them 400.
    InvalidFeaturesMetrics(String),
    InvalidFeaturesLogs(String),
    InvalidFeaturesNetwork(String),
    InvalidFeaturesChat(String),
    FeatureNotEnabled(String),
    FeatureUnknown(String),
    InvalidNetworkRemotes(String),
    InvalidNetworkSelf(String),
    InvalidNetworkUrl(String),
    InvalidNetworkSearchApiKey(String),
    InvalidNetworkWriteApiKey(String),
    InvalidNetworkLeader(String),
    InvalidNetworkShards(String),
    MissingNetworkUrl(String),
    RemoteBadRequest(String),
    UnexpectedNetworkPreviousRemotes(String),
    InvalidExportUrl(String),
    InvalidExportApiKey(String),
    InvalidExportPayloadSize(String),
    InvalidExportIndexesPatterns(String),
    InvalidExportIndexFilter(String),
    MissingExportUrl(String),
    ImportTaskBadOrigin(String),
    ImportTaskTimestampInvalid(String),

    // Webhooks, chats, rules and snapshots. All of them 400.
    InvalidWebhooks(String),
    InvalidWebhookUrl(String),
    InvalidWebhookHeaders(String),
    InvalidWebhookUuid(String),
    MissingWebhookUrl(String),
    ImmutableWebhook(String),
    ImmutableWebhookUuid(String),
    WebhookLimitReached(String),
    InvalidChatCompletionOrgId(String),
    InvalidChatCompletionProjectId(String),
    InvalidChatCompletionApiVersion(String),
    InvalidChatCompletionDeploymentId(String),
    InvalidChatCompletionSource(String),
    InvalidChatCompletionBaseApi(String),
    InvalidChatCompletionApiKey(String),
    InvalidChatCompletionPrompts(String),
    InvalidChatCompletionSystemPrompt(String),
    InvalidChatCompletionSearchQueryParam(String),
    InvalidChatCompletionSearchFilterParam(String),
    InvalidChatCompletionPreQuery(String),
    InvalidChatLimit(String),
    InvalidChatOffset(String),
    InvalidChatSettingDocumentTemplate(String),
    InvalidChatSettingDocumentTemplateMaxBytes(String),
    InvalidChatSettingSearchParameters(String),
    InvalidDynamicSearchRuleUid(String),
    InvalidDynamicSearchRuleConditions(String),
    InvalidDynamicSearchRuleActions(String),
    InvalidDynamicSearchRulePriority(String),
    InvalidDynamicSearchRuleDescription(String),
    InvalidDynamicSearchRuleActive(String),
    InvalidDynamicSearchRuleLimit(String),
    InvalidDynamicSearchRuleOffset(String),
    InvalidDynamicSearchRuleFilter(String),
    InvalidRenderDocumentTemplate(String),
    InvalidRenderDocumentInput(String),
    InvalidRenderDocumentId(String),
    S3SnapshotAccessDenied(String),
    InvalidSnapshotName(String),
    InvalidLogLevel(String),
}

/// A response: a code with its message, or an error of the engine.
// MISSING: a member of an inner error by its name in the template of the outer one (both repeat the template)
// MISSING: `same_as` for a variant of another type, so that an arm is only the name of a code
#[derive(Debug, thiserror::Error, HttpError, FromProblem)]
#[http(
    body = { "message": detail, "code": code, "type": category, "link": type },
    type_base = "https://docs.meilisearch.com/errors#",
    extension(category = "invalid_request"),
    default = 400,
    expose,
)]
enum ResponseError {
    #[error("{0}")]
    #[http(transparent)]
    Code(#[from] Code),
    #[error("{0}")]
    #[http(match _0 {
        milli::Error::Internal(_) =>
            (500, code = "internal", extension(category = "internal")),
        milli::Error::Io(error) if error.raw_os_error() == Some(24) =>
            (422, code = "too_many_open_files", extension(category = "system")),
        milli::Error::Io(error) if error.kind() == io::ErrorKind::StorageFull =>
            (422, code = "no_space_left_on_device", extension(category = "system")),
        milli::Error::Io(error) if error.raw_os_error() == Some(5) => (
            422,
            code = "io_error",
            extension(category = "system"),
            detail = "{error}. Look after the disk and who may write on it.",
        ),
        milli::Error::Io(_) => (500, code = "internal", extension(category = "internal")),
        milli::Error::User(User::MaxDatabaseSizeReached) =>
            (500, code = "database_size_limit_reached", extension(category = "internal")),
        milli::Error::User(User::NoSpaceLeftOnDevice) =>
            (422, code = "no_space_left_on_device", extension(category = "system")),
        milli::Error::User(
            User::DocumentLimitReached | User::SerdeJson | User::UnknownInternalDocumentId,
        ) => (500, code = "internal", extension(category = "internal")),
        milli::Error::User(User::AttributeLimitReached) => (code = "max_fields_limit_exceeded"),
        milli::Error::User(User::InvalidDocumentId) => (code = "invalid_document_id"),
        milli::Error::User(User::InvalidFilter) => (code = "invalid_search_filter"),
        milli::Error::User(User::InvalidGeoField) => (code = "invalid_document_geo_field"),
        milli::Error::User(User::InvalidSortName | User::InvalidSortableAttribute) =>
            (code = "invalid_search_sort"),
        milli::Error::User(User::MissingDocumentId) => (code = "missing_document_id"),
        milli::Error::User(User::NoPrimaryKeyCandidateFound) =>
            (code = "index_primary_key_no_candidate_found"),
        milli::Error::User(User::PrimaryKeyCannotBeChanged) =>
            (code = "index_primary_key_already_exists"),
        milli::Error::User(User::VectorEmbedding) => (code = "vector_embedding_error"),
    })]
    Milli(#[from] milli::Error),
}

use milli::UserError as User;

/// One error of each code, by its published status and type.
macro_rules! rows {
    ($($status:literal $category:literal: $($code:ident)*;)*) => {
        fn rows() -> Vec<(Code, &'static str, u16, &'static str)> {
            vec![
                $($((Code::$code("why".to_owned()), stringify!($code), $status, $category),)*)*
            ]
        }
    };
}

rows! {
    400 "invalid_request":
        BadRequest BadParameter MalformedPayload MissingPayload InvalidApiKeyActions
        InvalidApiKeyDescription InvalidApiKeyExpiresAt InvalidApiKeyIndexes InvalidApiKeyLimit
        InvalidApiKeyName InvalidApiKeyOffset InvalidApiKeyUid ImmutableApiKeyActions
        ImmutableApiKeyCreatedAt ImmutableApiKeyExpiresAt ImmutableApiKeyIndexes
        ImmutableApiKeyKey ImmutableApiKeyUid ImmutableApiKeyUpdatedAt MissingApiKeyActions
        MissingApiKeyExpiresAt MissingApiKeyIndexes InvalidDocumentCsvDelimiter
        InvalidDocumentFields InvalidDocumentFilter InvalidDocumentGeoField
        InvalidDocumentGeojsonField InvalidDocumentId InvalidDocumentLimit InvalidDocumentOffset
        InvalidDocumentRetrieveVectors InvalidDocumentSort MissingDocumentId
        MissingDocumentFilter MissingDocumentEditionFunction EditDocumentsByFunctionError
        InvalidDocumentEditionContext InvalidDocumentEditionFunctionFilter
        DocumentFieldsLimitReached MaxFieldsLimitExceeded VectorEmbeddingError InvalidIndexUid
        InvalidIndexPrimaryKey InvalidIndexLimit InvalidIndexOffset InvalidIndexCustomMetadata
        MissingIndexUid ImmutableIndexUid ImmutableIndexCreatedAt ImmutableIndexUpdatedAt
        IndexPrimaryKeyAlreadyExists IndexPrimaryKeyMultipleCandidatesFound
        IndexPrimaryKeyNoCandidateFound InvalidSwapIndexes InvalidSwapDuplicateIndexFound
        InvalidSwapRename MissingSwapIndexes InvalidSearchAttributesToCrop
        InvalidSearchAttributesToHighlight InvalidSearchAttributesToRetrieve
        InvalidSearchAttributesToSearchOn InvalidSearchCropLength InvalidSearchCropMarker
        InvalidSearchDistinct InvalidSearchEmbedder InvalidSearchFacets InvalidSearchFilter
        InvalidSearchHighlightPostTag InvalidSearchHighlightPreTag InvalidSearchHitsPerPage
        InvalidSearchHybridQuery InvalidSearchLimit InvalidSearchLocales
        InvalidSearchMatchingStrategy InvalidSearchMedia InvalidSearchOffset InvalidSearchPage
        InvalidSearchPersonalizeUserContext InvalidSearchPersonalize InvalidSearchQ
        InvalidSearchRankingScoreThreshold InvalidSearchRetrieveVectors
        InvalidSearchSemanticRatio InvalidSearchShowMatchesPosition
        InvalidSearchShowPerformanceDetails InvalidSearchShowRankingScore
        InvalidSearchShowRankingScoreDetails InvalidSearchSort InvalidSearchUseNetwork
        InvalidSearchVector MissingSearchHybrid InvalidSimilarAttributesToRetrieve
        InvalidSimilarEmbedder InvalidSimilarFilter InvalidSimilarId InvalidSimilarLimit
        InvalidSimilarOffset InvalidSimilarRankingScoreThreshold InvalidSimilarRetrieveVectors
        InvalidSimilarShowPerformanceDetails InvalidSimilarShowRankingScore
        InvalidSimilarShowRankingScoreDetails InvalidEmbedder InvalidMultiSearchFederated
        InvalidMultiSearchFederationOptions InvalidMultiSearchFacetsByIndex
        InvalidMultiSearchFacetOrder InvalidMultiSearchMaxValuesPerFacet
        InvalidMultiSearchMergeFacets InvalidMultiSearchQueryFacets
        InvalidMultiSearchQueryPagination InvalidMultiSearchQueryPosition
        InvalidMultiSearchQueryRankingRules InvalidMultiSearchQueries InvalidMultiSearchRemote
        InvalidMultiSearchWeight InvalidMultiSearchDistinct InvalidMultiSearchLimit
        InvalidMultiSearchOffset InvalidMultiSearchPage InvalidMultiSearchHitsPerPage
        InvalidFacetSearchExhaustiveFacetCount InvalidFacetSearchFacetName
        InvalidFacetSearchFacetQuery InvalidFacetSearchQ InvalidFacetSearchFilter
        MissingFacetSearchFacetName FacetSearchDisabled InvalidSettingsChat
        InvalidSettingsDictionaryWords InvalidSettingsDisplayedAttributes
        InvalidSettingsDistinctAttribute InvalidSettingsEmbedders
        InvalidSettingsExecuteAfterUpdate InvalidSettingsFacetSearch InvalidSettingsFaceting
        InvalidSettingsFilterableAttributes InvalidSettingsForeignKeys InvalidSettingsIndexChat
        InvalidSettingsLocalizedAttributes InvalidSettingsNonSeparatorTokens
        InvalidSettingsPagination InvalidSettingsPrefixSearch InvalidSettingsProximityPrecision
        InvalidSettingsRankingRules InvalidSettingsSearchableAttributes
        InvalidSettingsSearchCutoffMs InvalidSettingsSeparatorTokens
        InvalidSettingsSortableAttributes InvalidSettingsStopWords InvalidSettingsSynonyms
        InvalidSettingsTypoTolerance InvalidSettingsVectorStore InvalidTaskAfterEnqueuedAt
        InvalidTaskAfterFinishedAt InvalidTaskAfterStartedAt InvalidTaskBeforeEnqueuedAt
        InvalidTaskBeforeFinishedAt InvalidTaskBeforeStartedAt InvalidTaskCanceledBy
        InvalidTaskFrom InvalidTaskIndexUids InvalidTaskLimit InvalidTaskReverse
        InvalidTaskStatuses InvalidTaskTypes InvalidTaskUids InvalidBatchUids InvalidBatchFrom
        InvalidBatchLimit InvalidBatchReverse MissingTaskFilters TaskCancellationFailed
        TaskDeletionFailed InvalidFeaturesMetrics InvalidFeaturesLogs InvalidFeaturesNetwork
        InvalidFeaturesChat FeatureNotEnabled FeatureUnknown InvalidNetworkRemotes
        InvalidNetworkSelf InvalidNetworkUrl InvalidNetworkSearchApiKey
        InvalidNetworkWriteApiKey InvalidNetworkLeader InvalidNetworkShards MissingNetworkUrl
        RemoteBadRequest UnexpectedNetworkPreviousRemotes InvalidExportUrl InvalidExportApiKey
        InvalidExportPayloadSize InvalidExportIndexesPatterns InvalidExportIndexFilter
        MissingExportUrl ImportTaskBadOrigin ImportTaskTimestampInvalid InvalidWebhooks
        InvalidWebhookUrl InvalidWebhookHeaders InvalidWebhookUuid MissingWebhookUrl
        ImmutableWebhook ImmutableWebhookUuid WebhookLimitReached InvalidChatCompletionOrgId
        InvalidChatCompletionProjectId InvalidChatCompletionApiVersion
        InvalidChatCompletionDeploymentId InvalidChatCompletionSource
        InvalidChatCompletionBaseApi InvalidChatCompletionApiKey InvalidChatCompletionPrompts
        InvalidChatCompletionSystemPrompt InvalidChatCompletionSearchQueryParam
        InvalidChatCompletionSearchFilterParam InvalidChatCompletionPreQuery InvalidChatLimit
        InvalidChatOffset InvalidChatSettingDocumentTemplate
        InvalidChatSettingDocumentTemplateMaxBytes InvalidChatSettingSearchParameters
        InvalidDynamicSearchRuleUid InvalidDynamicSearchRuleConditions
        InvalidDynamicSearchRuleActions InvalidDynamicSearchRulePriority
        InvalidDynamicSearchRuleDescription InvalidDynamicSearchRuleActive
        InvalidDynamicSearchRuleLimit InvalidDynamicSearchRuleOffset
        InvalidDynamicSearchRuleFilter InvalidRenderDocumentTemplate InvalidRenderDocumentInput
        InvalidRenderDocumentId S3SnapshotAccessDenied InvalidSnapshotName InvalidLogLevel;
    404 "invalid_request":
        ApiKeyNotFound DocumentNotFound DumpNotFound IndexNotFound TaskNotFound TaskFileNotFound
        BatchNotFound ChatNotFound RenderDocumentNotFound WebhookNotFound
        DynamicSearchRuleNotFound;
    409 "invalid_request":
        ApiKeyAlreadyExists DumpAlreadyProcessing IndexAlreadyExists;
    412 "invalid_request":
        ImportTaskAlreadyReceived ImportTaskUnknownRemote ReceiveImportFinishedUnknownRemote
        NetworkVersionMismatch;
    413 "invalid_request":
        PayloadTooLarge;
    415 "invalid_request":
        InvalidContentType MissingContentType UnsupportedMediaType;
    451 "invalid_request":
        RequiresEnterpriseEdition;
    501 "invalid_request":
        UnimplementedNonStreamingChatCompletions UnimplementedMultiChoiceChatCompletions
        UnimplementedExternalFunctionCalling;
    502 "invalid_request":
        S3SnapshotServerError;
    503 "invalid_request":
        ImportTaskWithoutNetworkTask;
    400 "internal":
        UnretrievableDocument UnretrievableTask UnretrievableBatch UnretrievableVectors;
    401 "auth":
        MissingAuthorizationHeader MissingMasterKey;
    403 "auth":
        InvalidApiKey RemoteInvalidApiKey;
    422 "system":
        IoError NoSpaceLeftOnDevice TooManyOpenFiles;
    500 "internal":
        DatabaseSizeLimitReached DumpProcessFailed IndexCreationFailed Internal InvalidState
        InvalidStoreFile;
    502 "system":
        RemoteBadResponse RemoteCouldNotSendRequest RemoteRemoteError RemoteTimeout;
    503 "system":
        TooManySearchRequests;
}

/// `InvalidSearchLimit` → `invalid_search_limit`.
fn snake(name: &str) -> String {
    let mut snake = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.push(letter.to_ascii_lowercase());
    }
    snake
}

fn link(code: &str) -> String {
    format!("https://docs.meilisearch.com/errors#{code}")
}

#[test]
fn every_code_matches_the_published_facts() {
    let mut seen = BTreeSet::new();
    for (error, name, status, category) in rows() {
        let code = snake(name);
        let message = match &error {
            Code::IoError(_) => "why. Look after the disk and who may write on it.",
            _ => "why",
        };
        assert_json(
            &error,
            status,
            &json!({ "message": message, "code": code, "type": category, "link": link(&code) }),
        );
        let delay = (status == 503).then(|| "10".to_owned());
        assert_eq!(header(&error, "retry-after"), delay);
        assert_eq!(header(&error, "content-type").as_deref(), Some("application/json"));
        seen.insert(error.case().name());
    }
    assert_eq!(seen.len(), 288);
    assert_eq!(seen, Code::catalog().cases().map(Case::name).collect());
}

#[test]
fn the_number_of_each_matches_the_published_facts() {
    let mut statuses = BTreeMap::new();
    let mut categories = BTreeMap::new();
    for (_, _, status, category) in rows() {
        *statuses.entry(status).or_insert(0) += 1;
        *categories.entry(category).or_insert(0) += 1;
    }
    let counted = [
        (400, 242),
        (401, 2),
        (403, 2),
        (404, 11),
        (409, 3),
        (412, 4),
        (413, 1),
        (415, 3),
        (422, 3),
        (451, 1),
        (500, 6),
        (501, 3),
        (502, 5),
        (503, 2),
    ];
    assert_eq!(statuses, BTreeMap::from(counted));
    let counted = [("auth", 4), ("internal", 10), ("invalid_request", 266), ("system", 8)];
    assert_eq!(categories, BTreeMap::from(counted));
}

#[test]
fn the_engines_errors_have_codes() {
    let io = |error: io::Error| milli::Error::Io(error);
    for (error, status, code, category) in [
        (milli::Error::Internal("x".into()), 500, "internal", "internal"),
        (io(io::Error::from_raw_os_error(24)), 422, "too_many_open_files", "system"),
        (io(io::ErrorKind::StorageFull.into()), 422, "no_space_left_on_device", "system"),
        (io(io::Error::from_raw_os_error(5)), 422, "io_error", "system"),
        (io(io::ErrorKind::BrokenPipe.into()), 500, "internal", "internal"),
        (User::MaxDatabaseSizeReached.into(), 500, "database_size_limit_reached", "internal"),
        (User::NoSpaceLeftOnDevice.into(), 422, "no_space_left_on_device", "system"),
        (User::DocumentLimitReached.into(), 500, "internal", "internal"),
        (User::SerdeJson.into(), 500, "internal", "internal"),
        (User::UnknownInternalDocumentId.into(), 500, "internal", "internal"),
        (User::AttributeLimitReached.into(), 400, "max_fields_limit_exceeded", "invalid_request"),
        (User::InvalidDocumentId.into(), 400, "invalid_document_id", "invalid_request"),
        (User::InvalidFilter.into(), 400, "invalid_search_filter", "invalid_request"),
        (User::InvalidGeoField.into(), 400, "invalid_document_geo_field", "invalid_request"),
        (User::InvalidSortName.into(), 400, "invalid_search_sort", "invalid_request"),
        (User::InvalidSortableAttribute.into(), 400, "invalid_search_sort", "invalid_request"),
        (User::MissingDocumentId.into(), 400, "missing_document_id", "invalid_request"),
        (
            User::NoPrimaryKeyCandidateFound.into(),
            400,
            "index_primary_key_no_candidate_found",
            "invalid_request",
        ),
        (
            User::PrimaryKeyCannotBeChanged.into(),
            400,
            "index_primary_key_already_exists",
            "invalid_request",
        ),
        (User::VectorEmbedding.into(), 400, "vector_embedding_error", "invalid_request"),
    ] {
        let mut message = error.to_string();
        if code == "io_error" {
            message.push_str(". Look after the disk and who may write on it.");
        }
        let body =
            json!({ "message": message, "code": code, "type": category, "link": link(code) });
        assert_json(&ResponseError::Milli(error), status, &body);
    }
}

#[test]
fn a_code_is_a_response() {
    let error = ResponseError::from(Code::IndexNotFound("no index `a`".into()));
    let code = "index_not_found";
    let body = json!({
        "message": "no index `a`", "code": code, "type": "invalid_request", "link": link(code),
    });
    assert_json(&error, 404, &body);
}
