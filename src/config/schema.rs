//! The JSON schema of brief.toml, made of its tables. Editors complete and check by it, and so do we.

use std::sync::LazyLock;

use schemars::generate::SchemaSettings;
use serde_json::Value;

use super::tables::BriefToml;

/// The schema, without references, so that it can be walked beside a file.
pub fn schema() -> &'static Value {
    static SCHEMA: LazyLock<Value> = LazyLock::new(|| {
        let settings = SchemaSettings::draft07().with(|settings| settings.inline_subschemas = true);
        settings.into_generator().into_root_schema_for::<BriefToml>().to_value()
    });
    &SCHEMA
}

/// As it is printed and kept in the repository.
pub fn text() -> String {
    serde_json::to_string_pretty(schema()).unwrap_or_default() + "\n"
}
