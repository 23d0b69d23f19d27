//! loco 1.

use axum::Router;
use httperr::tower::ErrorLayer;
use loco_rs::app::Hooks;
use loco_rs::bgworker::Queue;
use loco_rs::boot::{create_app, BootResult, StartMode};
use loco_rs::config::Config;
use loco_rs::controller::AppRoutes;
use loco_rs::environment::Environment;
use loco_rs::prelude::*;
use loco_rs::task::Tasks;

use crate::{find_order, ApiError};

pub async fn order(Path(id): Path<u64>) -> Result<String, ApiError> {
    find_order(id)
}

pub struct App;

#[async_trait]
impl Hooks for App {
    fn routes(_: &AppContext) -> AppRoutes {
        AppRoutes::empty().add_route(Routes::new().prefix("orders").add("/{id}", get(order)))
    }

    async fn after_routes(router: Router, _: &AppContext) -> loco_rs::Result<Router> {
        Ok(router.layer(ErrorLayer::new()))
    }

    fn app_name() -> &'static str {
        "orders"
    }

    async fn boot(
        mode: StartMode,
        env: &Environment,
        config: Config,
    ) -> loco_rs::Result<BootResult> {
        create_app::<Self>(mode, env, config).await
    }

    async fn connect_workers(_: &AppContext, _: &Queue) -> loco_rs::Result<()> {
        Ok(())
    }

    fn register_tasks(_: &mut Tasks) {}
}

#[cfg(test)]
mod tests {
    use std::future::IntoFuture;

    use loco_rs::app::Hooks;
    use loco_rs::boot::StartMode;
    use loco_rs::environment::Environment;
    use serde_json::json;

    use crate::exchange::{listen, send, RESPONSES};

    #[test]
    fn errors_respond_as_declared_and_the_layer_has_those_of_the_router() {
        let server = listen(|listener| async {
            let config = json!({
                "logger": { "enable": false, "level": "off", "format": "compact" },
                "server": {
                    "port": 0,
                    "host": "localhost",
                    "middlewares": { "fallback": { "enable": false } },
                },
                "workers": { "mode": "ForegroundBlocking" },
            });
            let config = serde_json::from_value(config).unwrap();
            let booted = super::App::boot(StartMode::ServerOnly, &Environment::Test, config).await;
            let app = booted.unwrap().router.unwrap();
            axum::serve(listener, app).into_future().await.unwrap();
        });
        for expected in &RESPONSES {
            let path = format!("/orders/{}", expected.id);
            let mut received = send(server, "GET", &path, "", "");
            received.body = received.body.replace(&format!(r#","instance":"{path}""#), "");
            expected.assert(&received);
        }
        let received = send(server, "GET", "/nowhere", "", "");
        assert_eq!(received.status, 404);
        assert_eq!(received.header("content-type"), Some("application/problem+json"));
    }
}
