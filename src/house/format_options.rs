//! How a house wants its briefs laid out and punctuated.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What the formatter may be told; the table `[format]` of brief.toml.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default, rename_all = "kebab-case", deny_unknown_fields)]
pub struct FormatOptions {
    /// Blanks before the mark of a point.
    #[schemars(range(max = 16))]
    pub indent: usize,
    /// What bullets of all kinds become; numbers stay numbers.
    pub mark: char,
    /// A blank line stands between header fields.
    pub blank_lines: bool,
    pub punctuation: Punctuation,
    pub spacing: Spacing,
    pub label_colon: LabelColon,
}

/// Which marks Chinese text has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Punctuation {
    /// Full-width where most marks of the brief's Chinese are; otherwise nothing is touched.
    #[default]
    Auto,
    /// Full-width in all Chinese text.
    FullWidth,
    /// As they were typed.
    Keep,
}

/// Whether a blank stands between Han and Latin letters or digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Spacing {
    /// As it was typed.
    #[default]
    Keep,
    /// One blank: `在 2025 年`.
    Add,
    /// None: `在2025年`.
    Remove,
}

/// The colon behind labels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum LabelColon {
    /// As it was typed.
    #[default]
    Keep,
    /// `:` and a blank.
    Half,
    /// `：`, which brings its own space.
    Full,
}

impl Default for FormatOptions {
    fn default() -> Self {
        FormatOptions {
            indent: 2,
            mark: '•',
            blank_lines: true,
            punctuation: Punctuation::default(),
            spacing: Spacing::default(),
            label_colon: LabelColon::default(),
        }
    }
}

impl FormatOptions {
    /// Blanks before the mark of a point at `depth`, always more than its parent has.
    pub fn indent_at(&self, depth: usize) -> usize {
        self.indent + depth * self.indent.max(2)
    }
}
