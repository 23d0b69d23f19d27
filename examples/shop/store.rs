//! The database: embedded, in memory, made at the start.

use serde::Serialize;
use sqlx::sqlite::{SqlitePool, SqlitePoolOptions};

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

/// Somebody who orders.
#[derive(Debug, Serialize, sqlx::FromRow)]
pub struct Account {
    /// Its number.
    pub id: i64,
    /// Its e-mail address, which no other has.
    pub email: String,
    /// What its requests are signed with.
    pub token: String,
}

/// Something to order.
#[derive(Debug, Serialize, sqlx::FromRow)]
pub struct Product {
    /// Its number.
    pub id: i64,
    /// What it is.
    pub name: String,
    /// How many there are.
    pub stock: i64,
}

/// An order.
#[derive(Debug, Serialize, sqlx::FromRow)]
pub struct Order {
    /// Its number.
    pub id: i64,
    /// Who ordered.
    pub account: i64,
    /// What.
    pub product: i64,
    /// How many.
    pub quantity: i64,
    /// Whether it is paid.
    pub paid: bool,
}

/// The tables of the shop.
#[derive(Clone, Debug)]
pub struct Store(SqlitePool);

impl Store {
    /// An empty shop with three products.
    ///
    /// # Errors
    ///
    /// When the database cannot be made.
    pub async fn new() -> Result<Self, sqlx::Error> {
        // Each connection to `:memory:` is a database of its own, so there is one, which stays.
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

    /// Takes the goods and makes the order, both or neither.
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

    /// The order, if it is the account's.
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

    /// Fails whenever it is called: the table was never made.
    pub(super) async fn report(&self) -> Result<i64, ShopError> {
        let sql = "SELECT count(*) FROM secret_ledger";
        Ok(sqlx::query_scalar(sql).fetch_one(&self.0).await?)
    }
}
