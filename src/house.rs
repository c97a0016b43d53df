//! What a house has decided: its labels, its forms, its words, and which findings it wants to see.
//!
//! Everything has a default, which is the template's; `config` reads a house from brief.toml, and everything that looks at
//! a brief is told of one. A house is the same for all versions of a document, so results can be kept by text.

mod format_options;
mod header;
mod lint;

pub use format_options::{FormatOptions, LabelColon, Punctuation, Spacing};
pub use header::Header;
pub use lint::{Accepted, Lint, Severity};

use crate::brief::{LabelKind, Labels};

/// The decisions that hold for one file. Shared by all that is known of the file, as `Arc<House>`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct House {
    pub header: Header,
    pub labels: Labels,
    pub format: FormatOptions,
    pub lint: Lint,
}

impl House {
    /// The label that opens a field or section.
    pub fn label(&self, kind: impl Into<LabelKind>) -> &'static str {
        self.labels.canonical(kind.into())
    }

    /// A label with its colon and what follows it on a line: `作者/Author(s): `.
    pub fn opening(&self, kind: impl Into<LabelKind>) -> String {
        let kind = kind.into();
        // A full-width colon brings its own space.
        let colon = match (self.format.label_colon, kind) {
            (LabelColon::Full, _) => "：",
            (_, LabelKind::Field(_)) => ": ",
            (_, LabelKind::Section(_)) => ":",
        };
        format!("{}{colon}", self.label(kind))
    }
}
