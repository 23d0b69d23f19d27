//! The database: embedded, in memory, created at the start.

use serde::Serialize;
use sqlx::sqlite::{SqlitePool, SqlitePoolOptions, SqliteRow};
use sqlx::{FromRow, Row as _};
use utoipa::ToSchema;

use super::errors::ShopError;

const SCHEMA: &str = "
    CREATE TABLE account (id INTEGER PRIMARY KEY, email TEXT NOT NULL UNIQUE, token TEXT NOT NULL);
    CREATE TABLE product (id INTEGER PRIMARY KEY, name TEXT NOT NULL, stock INTEGER NOT NULL);
    CREATE TABLE purchase (
        id INTEGER PRIMARY KEY,
        account INTEGER NOT NULL REFERENCES account,
        product INTEGER NOT NULL REFERENCES product,
        quantity INTEGER NOT NULL,
        paid INTEGER NOT NULL DEFAULT FALSE
    );
    INSERT INTO product (name, stock) VALUES ('chair', 10), ('table', 2), ('lamp', 0);
";

/// An account that can order.
#[derive(Debug, Serialize, ToSchema)]
pub struct Account {
    /// The primary key.
    pub id: i64,
    /// The e-mail address, which is unique.
    pub email: String,
    /// The bearer token of its requests.
    pub token: String,
}

// Not derived: the macros of sqlx compile the whole of sqlx a second time.
impl FromRow<'_, SqliteRow> for Account {
    fn from_row(row: &SqliteRow) -> sqlx::Result<Self> {
        Ok(Account {
            id: row.try_get("id")?,
            email: row.try_get("email")?,
            token: row.try_get("token")?,
        })
    }
}

/// A product.
#[derive(Debug, Serialize, ToSchema)]
pub struct Product {
    /// The primary key.
    pub id: i64,
    /// The name of the product.
    pub name: String,
    /// The number in stock.
    pub stock: i64,
}

impl FromRow<'_, SqliteRow> for Product {
    fn from_row(row: &SqliteRow) -> sqlx::Result<Self> {
        Ok(Product {
            id: row.try_get("id")?,
            name: row.try_get("name")?,
            stock: row.try_get("stock")?,
        })
    }
}

/// An order.
#[derive(Debug, Serialize, ToSchema)]
pub struct Order {
    /// The primary key.
    pub id: i64,
    /// The account that ordered.
    pub account: i64,
    /// The product that is ordered.
    pub product: i64,
    /// The number that is ordered.
    pub quantity: i64,
    /// `true` once it is paid.
    pub paid: bool,
}

impl FromRow<'_, SqliteRow> for Order {
    fn from_row(row: &SqliteRow) -> sqlx::Result<Self> {
        Ok(Order {
            id: row.try_get("id")?,
            account: row.try_get("account")?,
            product: row.try_get("product")?,
            quantity: row.try_get("quantity")?,
            paid: row.try_get("paid")?,
        })
    }
}

/// The tables of the shop.
#[derive(Clone, Debug)]
pub struct Store(SqlitePool);

impl Store {
    /// Opens a shop with three products and no orders.
    ///
    /// # Errors
    ///
    /// Returns an error if the database cannot be created.
    pub async fn new() -> Result<Self, sqlx::Error> {
        // Each connection to `:memory:` is a database of its own, so the pool has one, which it keeps.
        let pool = SqlitePoolOptions::new()
            .max_connections(1)
            .idle_timeout(None)
            .max_lifetime(None)
            .connect("sqlite::memory:")
            .await?;
        sqlx::raw_sql(SCHEMA).execute(&pool).await?;
        Ok(Store(pool))
    }

    pub(super) async fn sign_up(&self, email: &str) -> Result<Account, ShopError> {
        let sql = "INSERT INTO account (email, token) VALUES (?, lower(hex(randomblob(16)))) \
                   RETURNING id, email, token";
        Ok(sqlx::query_as(sql).bind(email).fetch_one(&self.0).await?)
    }

    pub(super) async fn account_of(&self, token: &str) -> Result<Option<Account>, ShopError> {
        let sql = "SELECT id, email, token FROM account WHERE token = ?";
        Ok(sqlx::query_as(sql).bind(token).fetch_optional(&self.0).await?)
    }

    pub(super) async fn products(&self, limit: u8) -> Result<Vec<Product>, ShopError> {
        let sql = "SELECT id, name, stock FROM product ORDER BY id LIMIT ?";
        Ok(sqlx::query_as(sql).bind(limit).fetch_all(&self.0).await?)
    }

    pub(super) async fn product(&self, id: i64) -> Result<Product, ShopError> {
        let sql = "SELECT id, name, stock FROM product WHERE id = ?";
        let found = sqlx::query_as(sql).bind(id).fetch_optional(&self.0).await?;
        found.ok_or(ShopError::NotFound { what: "product", id })
    }

    /// Takes the products from the stock and creates the order, in one transaction.
    pub(super) async fn order(
        &self,
        account: i64,
        product: i64,
        quantity: i64,
    ) -> Result<Order, ShopError> {
        let left = self.product(product).await?.stock;
        let mut transaction = self.0.begin().await?;
        let sql = "UPDATE product SET stock = stock - ?1 WHERE id = ?2 AND stock >= ?1";
        let taken =
            sqlx::query(sql).bind(quantity).bind(product).execute(&mut *transaction).await?;
        if taken.rows_affected() == 0 {
            return Err(ShopError::OutOfStock { product, ordered: quantity, left });
        }
        let sql = "INSERT INTO purchase (account, product, quantity) VALUES (?, ?, ?) \
                   RETURNING id, account, product, quantity, paid";
        let order = sqlx::query_as(sql)
            .bind(account)
            .bind(product)
            .bind(quantity)
            .fetch_one(&mut *transaction)
            .await?;
        transaction.commit().await?;
        Ok(order)
    }

    /// Returns the order if it belongs to the account.
    pub(super) async fn order_of(&self, account: i64, id: i64) -> Result<Order, ShopError> {
        let sql = "SELECT id, account, product, quantity, paid FROM purchase WHERE id = ?";
        let found: Option<Order> = sqlx::query_as(sql).bind(id).fetch_optional(&self.0).await?;
        let order = found.ok_or(ShopError::NotFound { what: "order", id })?;
        if order.account == account {
            Ok(order)
        } else {
            Err(ShopError::NotYours)
        }
    }

    pub(super) async fn mark_paid(&self, id: i64) -> Result<(), ShopError> {
        let sql = "UPDATE purchase SET paid = TRUE WHERE id = ?";
        sqlx::query(sql).bind(id).execute(&self.0).await?;
        Ok(())
    }

    /// Always fails, to show an internal error: the table does not exist.
    pub(super) async fn report(&self) -> Result<i64, ShopError> {
        let sql = "SELECT count(*) FROM secret_ledger";
        Ok(sqlx::query_scalar(sql).fetch_one(&self.0).await?)
    }
}
