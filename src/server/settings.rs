//! The editor's settings under `brief`.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use serde::Deserialize;
use serde_json::Value;
use tower_lsp::Client;
use tower_lsp::gen_lsp_types::{ConfigurationItem, Registration};

use super::session::Session;
use crate::assist::inlay_hint::PairNumbers;

/// The section that our settings stand under.
const SECTION: &str = "brief";

/// How long a client may take to answer; after that the last settings stay.
const PATIENCE: Duration = Duration::from_secs(10);

/// The current settings of a connection. Clones share them.
#[derive(Debug, Clone, Default)]
pub(super) struct SharedSettings(Arc<Mutex<Settings>>);

impl SharedSettings {
    pub fn get(&self) -> Settings {
        *self.lock()
    }

    /// Takes settings that the client has sent of its own accord.
    pub fn replace(&self, value: &Value) {
        *self.lock() = Settings::read(value);
    }

    /// Asks the client for its settings, and to report changes. Returns at once: a handler that waited for the client would
    /// hold up its other requests.
    pub fn follow(&self, client: &Client, session: Session) {
        self.fetch(client, session);
        if session.registers_for_settings {
            let client = client.clone();
            let changes = Registration {
                id: "brief-settings".to_owned(),
                method: "workspace/didChangeConfiguration".to_owned(),
                register_options: Some(serde_json::json!({ "section": SECTION })),
            };
            tokio::spawn(
                async move { tokio::time::timeout(PATIENCE, client.register_capability(vec![changes])).await },
            );
        }
    }

    /// Asks for the settings and makes the editor redraw what depends on them.
    pub fn fetch(&self, client: &Client, session: Session) {
        if !session.has_settings {
            return;
        }
        let (client, settings) = (client.clone(), self.clone());
        tokio::spawn(async move {
            let item = ConfigurationItem { scope_uri: None, section: Some(SECTION.to_owned()) };
            let asked = tokio::time::timeout(PATIENCE, client.configuration(vec![item])).await;
            let Ok(Ok(values)) = asked else {
                return tracing::warn!("the editor did not tell its settings; the last ones stay");
            };
            settings.replace(values.first().unwrap_or(&Value::Null));
            redraw(&client, session).await;
        });
    }

    fn lock(&self) -> MutexGuard<'_, Settings> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Makes the editor request hints, lenses and colours again, after a change of settings.
pub(super) async fn redraw(client: &Client, session: Session) {
    if session.redraws_hints {
        let _ = tokio::time::timeout(PATIENCE, client.inlay_hint_refresh()).await;
    }
    if session.redraws_lenses {
        let _ = tokio::time::timeout(PATIENCE, client.code_lens_refresh()).await;
    }
    if session.redraws_colours {
        let _ = tokio::time::timeout(PATIENCE, client.semantic_tokens_refresh()).await;
    }
}

/// The settings in force; an unset or unknown value is its default.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Settings {
    pub pair_numbers: PairNumbers,
    pub no_lenses: bool,
    pub no_partner_completion: bool,
    pub no_memory: bool,
    /// Report on every brief of the folders, not only on open ones.
    pub workspace_diagnostics: bool,
}

/// The settings in the editors' JSON.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct SettingsJson {
    inlay_hints: HintSettings,
    code_lens: Switch,
    completion: CompletionSettings,
    diagnostics: DiagnosticSettings,
    memory: Switch,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct HintSettings {
    pair_numbers: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Switch {
    enable: Option<bool>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct DiagnosticSettings {
    workspace: Option<bool>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct CompletionSettings {
    partner: Option<bool>,
}

impl Settings {
    /// From the value of the section `brief`, or from an object that holds it.
    pub fn read(value: &Value) -> Settings {
        let value = value.get(SECTION).unwrap_or(value);
        let written = SettingsJson::deserialize(value).unwrap_or_else(|error| {
            if !value.is_null() {
                tracing::warn!("the settings under `brief` cannot be read and are left at their defaults: {error}");
            }
            SettingsJson::default()
        });
        Settings {
            pair_numbers: pair_numbers(written.inlay_hints.pair_numbers.as_deref()),
            no_lenses: written.code_lens.enable == Some(false),
            no_partner_completion: written.completion.partner == Some(false),
            no_memory: written.memory.enable == Some(false),
            workspace_diagnostics: written.diagnostics.workspace == Some(true),
        }
    }
}

fn pair_numbers(name: Option<&str>) -> PairNumbers {
    match name {
        Some("off") => PairNumbers::Off,
        Some("always") => PairNumbers::Always,
        None | Some("whenTheyDiffer") => PairNumbers::WhenTheyDiffer,
        Some(other) => {
            tracing::warn!("brief.inlayHints.pairNumbers is off, always or whenTheyDiffer, not {other}");
            PairNumbers::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_not_set_has_its_default() {
        for value in
            [json!(null), json!({}), json!([]), json!({ "brief": null }), json!({ "codeLens": { "enable": 3 } })]
        {
            assert_eq!(Settings::read(&value), Settings::default(), "{value}");
        }
        let set = json!({ "inlayHints": { "pairNumbers": "always" }, "codeLens": { "enable": false }, "server": {} });
        let expected = Settings { pair_numbers: PairNumbers::Always, no_lenses: true, ..Settings::default() };
        assert_eq!(Settings::read(&set), expected);
        let off = json!({ "memory": { "enable": false }, "completion": { "partner": true } });
        assert_eq!(Settings::read(&off), Settings { no_memory: true, ..Settings::default() });
        let all = json!({ "diagnostics": { "workspace": true } });
        assert_eq!(Settings::read(&all), Settings { workspace_diagnostics: true, ..Settings::default() });
        assert_eq!(Settings::read(&json!({ "brief": set })), expected);
    }
}
