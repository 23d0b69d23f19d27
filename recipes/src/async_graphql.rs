//! async-graphql 7 with the feature `custom-error-conversion`.

use async_graphql::{EmptyMutation, EmptySubscription, Object, Schema, Value};

use crate::{find_order, ApiError};

impl From<ApiError> for async_graphql::Error {
    fn from(error: ApiError) -> Self {
        let problem = error.to_problem();
        let mut sent = Self::new(problem.detail().or(problem.title()).unwrap_or_default());
        if let Ok(Value::Object(members)) = async_graphql::to_value(&problem) {
            let extensions = sent.extensions.get_or_insert_default();
            members.into_iter().for_each(|(name, value)| extensions.set(name, value));
        }
        sent
    }
}

pub struct Query;

#[Object]
impl Query {
    async fn order(&self, id: u64) -> Result<String, ApiError> {
        find_order(id)
    }
}

pub fn schema() -> Schema<Query, EmptyMutation, EmptySubscription> {
    Schema::new(Query, EmptyMutation, EmptySubscription)
}

#[cfg(test)]
mod tests {
    use serde_json::{json, Value};

    #[tokio::test]
    async fn errors_have_the_problem_document_as_extensions() {
        let not_found =
            json!({ "title": "Not Found", "status": 404, "detail": "no order 7", "id": 7 });
        for (id, message, extensions) in [
            (7, "no order 7", not_found),
            (
                3,
                "Internal Server Error",
                json!({ "title": "Internal Server Error", "status": 500 }),
            ),
        ] {
            let response = super::schema().execute(format!("{{ order(id: {id}) }}")).await;
            let expected = json!([{
                "message": message,
                "locations": [{ "line": 1, "column": 3 }],
                "path": ["order"],
                "extensions": extensions,
            }]);
            assert_eq!(serde_json::to_value(response.errors).unwrap(), expected);
        }
        let response = super::schema().execute("{ order(id: 1) }").await;
        let data: Value = response.data.into_json().unwrap();
        assert_eq!(data, json!({ "order": "a pen" }));
    }
}
