//! Labels of header fields and sections, in every spelling that editors type.
//!
//! A label is Chinese, English or both, in either order, before a half- or full-width colon; Markdown emphasis, heading
//! marks or 【】 may stand round it. A label close to a known one is read as that one, and marked as misspelt.

mod find;
mod house_labels;
mod table;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Language;
pub use find::Label;
pub(super) use find::{find, find_exact};
pub use house_labels::Labels;

/// The header fields, in template order; `Title` and `Link` are optional.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum FieldKind {
    Title,
    Author,
    Source,
    Date,
    Keywords,
    Link,
}

impl FieldKind {
    pub const ALL: [FieldKind; 6] =
        [FieldKind::Title, FieldKind::Author, FieldKind::Source, FieldKind::Date, FieldKind::Keywords, FieldKind::Link];
}

/// The field or section that a label opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LabelKind {
    Field(FieldKind),
    Section(Language),
}

impl From<FieldKind> for LabelKind {
    fn from(kind: FieldKind) -> LabelKind {
        LabelKind::Field(kind)
    }
}

impl From<Language> for LabelKind {
    fn from(language: Language) -> LabelKind {
        LabelKind::Section(language)
    }
}

impl LabelKind {
    pub const ALL: [LabelKind; 8] = [
        LabelKind::Field(FieldKind::Title),
        LabelKind::Field(FieldKind::Author),
        LabelKind::Field(FieldKind::Source),
        LabelKind::Field(FieldKind::Date),
        LabelKind::Field(FieldKind::Keywords),
        LabelKind::Field(FieldKind::Link),
        LabelKind::Section(Language::Chinese),
        LabelKind::Section(Language::English),
    ];

    /// The label as the template writes it; a house may have its own: [`Labels`].
    fn usual(self) -> &'static str {
        table::row(self).canonical
    }

    /// Spellings that are read as this label, folded.
    pub fn spellings(self) -> &'static [&'static str] {
        &table::row(self).spellings
    }

    /// Whether few texts but briefs have such a label; many have a title and a link.
    pub fn tells_brief(self) -> bool {
        table::row(self).tells_brief
    }
}
