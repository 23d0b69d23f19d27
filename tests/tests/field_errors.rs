//! Reports of `garde` and `validator` as the list of RFC 9457, section 3.

use garde::Validate as _;
use httperr::{FieldErrors, HttpError};
use serde_json::{json, Value};

mod by_garde {
    use garde::Validate;

    #[derive(Validate)]
    pub(crate) struct Order {
        #[garde(length(min = 1))]
        pub(crate) customer: String,
        #[garde(dive)]
        pub(crate) items: Vec<Item>,
    }

    #[derive(Validate)]
    pub(crate) struct Item {
        #[garde(range(min = 1))]
        pub(crate) amount: u32,
        #[garde(dive)]
        pub(crate) note: Option<Note>,
    }

    #[derive(Validate)]
    pub(crate) struct Note(#[garde(length(max = 2))] pub(crate) String);
}

mod by_validator {
    use validator::Validate;

    #[derive(Validate)]
    #[validate(schema(function = "none", skip_on_field_errors = false))]
    pub(crate) struct Order {
        #[validate(length(min = 1, message = "is empty"))]
        pub(crate) customer: String,
        #[validate(nested)]
        pub(crate) items: Vec<Item>,
    }

    #[derive(Validate)]
    pub(crate) struct Item {
        #[validate(range(min = 1))]
        pub(crate) amount: u32,
    }

    fn none(order: &Order) -> Result<(), validator::ValidationError> {
        match order.items.is_empty() {
            true => Ok(()),
            false => Err(validator::ValidationError::new("sold_out")),
        }
    }
}

#[derive(Debug, thiserror::Error, HttpError)]
#[error("the order is not valid")]
enum Invalid {
    #[http(422, extension(errors = FieldErrors::from(_0)))]
    Garde(#[from] garde::Report),
    #[http(422, extension(errors = FieldErrors::from(_0)))]
    Validator(#[from] validator::ValidationErrors),
}

fn errors(error: &Invalid) -> Value {
    let body: Value = serde_json::from_slice(error.to_response().body()).unwrap();
    body["errors"].clone()
}

#[test]
fn garde_reports_become_a_list_of_pointers() {
    use by_garde::{Item, Note, Order};

    let items = vec![
        Item { amount: 1, note: None },
        Item { amount: 0, note: Some(Note("long".to_owned())) },
    ];
    let report = Order { customer: String::new(), items }.validate().unwrap_err();
    let found = errors(&report.into());
    let pointers: Vec<_> =
        found.as_array().unwrap().iter().map(|failure| failure["pointer"].clone()).collect();
    assert_eq!(pointers, ["#/customer", "#/items/1/amount", "#/items/1/note/0"]);
    assert_eq!(found[1]["detail"], "lower than 1");
}

#[test]
fn validator_errors_become_a_list_of_pointers() {
    use validator::Validate as _;

    use by_validator::{Item, Order};

    let order =
        Order { customer: String::new(), items: vec![Item { amount: 1 }, Item { amount: 0 }] };
    let found = errors(&order.validate().unwrap_err().into());
    assert_eq!(
        found,
        json!([
            {"detail": "sold_out", "pointer": "#"},
            {"detail": "is empty", "pointer": "#/customer"},
            {"detail": "range", "pointer": "#/items/1/amount"},
        ])
    );
}
