//! Assembly of paragraphs to lines of a brief: list items get their marks, all others a blank line above.

use super::body::{BodyItem, WordParagraph};
use super::numbering::{ItemMark, Numbering};
use super::styles::Styles;
use super::table;
use crate::brief::{BriefFile, Labels};

/// Text of a brief with the paragraphs of `items`, not yet laid out.
pub fn assemble(items: &[BodyItem], styles: &Styles, numbering: Numbering, labels: &Labels) -> String {
    let mut assembly = Assembly { text: String::new(), starts_page: false, styles, numbering, labels };
    for item in items {
        match item {
            BodyItem::Paragraph(paragraph) => assembly.put(paragraph),
            BodyItem::Table(rows) => {
                let paragraphs = table::paragraphs(rows, labels, |paragraph| assembly.list(paragraph).is_some());
                paragraphs.iter().for_each(|paragraph| assembly.put(paragraph));
            }
        }
    }
    assembly.text
}

struct Assembly<'s> {
    text: String,
    /// A page began since the last text.
    starts_page: bool,
    styles: &'s Styles,
    numbering: Numbering,
    labels: &'s Labels,
}

impl Assembly<'_> {
    fn put(&mut self, paragraph: &WordParagraph) {
        self.starts_page |= paragraph.starts_page;
        let mark = self.mark(paragraph);
        let text = &paragraph.text;
        match mark {
            Some(ItemMark { text: mark, level }) => {
                self.new_line();
                let indent = "  ".repeat(level as usize + 1);
                self.text.extend([&indent, mark.as_str(), text]);
            }
            None if text.trim().is_empty() => return,
            None => {
                self.separate(text);
                self.text.push_str(text);
            }
        }
        self.text.push('\n');
        self.starts_page = false;
    }

    fn new_line(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    /// Adds a blank line and, on a new page that begins with a header field, the separator of two briefs.
    fn separate(&mut self, text: &str) {
        if self.text.is_empty() {
            return;
        }
        self.new_line();
        self.text.push('\n');
        if self.starts_page && opens_brief(text, self.labels) {
            self.text.push_str("---\n\n");
        }
    }

    fn mark(&mut self, paragraph: &WordParagraph) -> Option<ItemMark> {
        let (list, level) = self.list(paragraph)?;
        self.numbering.next(list, level, paragraph.style.as_deref(), self.styles)
    }

    /// List of a paragraph, its own or its style's, and the level if the file gives it.
    fn list(&self, paragraph: &WordParagraph) -> Option<(u32, Option<u32>)> {
        let of_style = paragraph.style.as_ref().and_then(|style| self.styles.list(style));
        let (list, level) = match paragraph.list {
            Some(list) => (list, paragraph.level.or(Some(0))),
            None => of_style?,
        };
        (list != 0).then_some((list, paragraph.level.or(level)))
    }
}

/// Whether a brief may begin with `line`.
fn opens_brief(line: &str, labels: &Labels) -> bool {
    let file = BriefFile::read_with(line, labels);
    let first = file.briefs.first().and_then(|brief| brief.fields.first());
    first.is_some_and(|field| field.line == 0 && field.kind().is_some() && !field.label.misspelt)
}
