//! The text part of a Word file as paragraphs and tables, tracked changes accepted.

use quick_xml::events::BytesStart;

use super::xml::{self, Damaged, Node};
use crate::word::messages::Message;

#[derive(Debug, Default)]
pub struct Body {
    pub items: Vec<BodyItem>,
    pub left_out: LeftOut,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BodyItem {
    Paragraph(WordParagraph),
    Table(Vec<TableRow>),
}

/// The cells of a row, each with its paragraphs.
pub type TableRow = Vec<Vec<WordParagraph>>;

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WordParagraph {
    /// Line breaks inside are line feeds.
    pub text: String,
    pub style: Option<String>,
    /// Its own list; 0 takes it out of its style's list.
    pub list: Option<u32>,
    pub level: Option<u32>,
    /// A new page begins before the paragraph.
    pub starts_page: bool,
    /// A new page begins after the paragraph.
    ends_page: bool,
    /// Its end was deleted, so that the next paragraph continues it.
    is_joined: bool,
}

impl WordParagraph {
    pub fn of(text: impl Into<String>) -> WordParagraph {
        WordParagraph { text: text.into(), ..WordParagraph::default() }
    }
}

/// Counts of content that a brief cannot hold.
#[derive(Debug, Default)]
pub struct LeftOut {
    pub notes: usize,
    pub pictures: usize,
}

impl LeftOut {
    pub fn messages(&self) -> Vec<Message> {
        let notes = (self.notes > 0).then_some(Message::NotesLeftOut { count: self.notes });
        let pictures = (self.pictures > 0).then_some(Message::PicturesLeftOut { count: self.pictures });
        notes.into_iter().chain(pictures).collect()
    }
}

pub fn read(part: &str) -> Result<Body, Damaged> {
    let mut walker = Walker::default();
    xml::walk(part, |node| walker.see(node))?;
    walker.finish_joined();
    Ok(walker.body)
}

#[derive(Default)]
struct Walker {
    body: Body,
    /// Open paragraphs; a text box stands inside another paragraph's run.
    paragraphs: Vec<WordParagraph>,
    tables: Vec<OpenTable>,
    /// A paragraph whose end was deleted: the beginning of the next one.
    joined: Option<WordParagraph>,
    /// Depth inside a skipped element.
    skipped: usize,
    scope: PropertyScope,
    in_text: bool,
    page_break: bool,
}

#[derive(Default)]
struct OpenTable {
    rows: Vec<TableRow>,
    row_is_deleted: bool,
}

/// The element whose properties are being read.
#[derive(Default, PartialEq, Eq, Clone, Copy)]
enum PropertyScope {
    #[default]
    Content,
    Paragraph,
    /// The paragraph's end.
    End,
    Row,
}

/// Skipped elements: deleted and moved text, properties before a change, readings above characters, and fallbacks for
/// programs that cannot draw.
const SKIPPED: [&str; 10] = [
    "del",
    "moveFrom",
    "pPrChange",
    "rPrChange",
    "trPrChange",
    "tblPrChange",
    "sectPrChange",
    "numberingChange",
    "rt",
    "Fallback",
];

impl Walker {
    fn see(&mut self, node: Node) {
        match node {
            Node::Open(_, _) if self.skipped > 0 => self.skipped += 1,
            Node::Close(_) if self.skipped > 0 => self.skipped -= 1,
            Node::Open(name, element) => self.open(name, element),
            Node::Close(name) => self.close(name),
            Node::Text(text) if self.in_text && self.skipped == 0 => {
                self.write(&text.replace(['\r', '\n', '\t'], " "));
            }
            Node::Text(_) => {}
        }
    }

    fn open(&mut self, name: &str, element: &BytesStart) {
        match (name, self.scope) {
            ("del" | "moveFrom", PropertyScope::End) => self.paragraph(|paragraph| paragraph.is_joined = true),
            ("del", PropertyScope::Row) => {
                self.tables.last_mut().into_iter().for_each(|table| table.row_is_deleted = true)
            }
            _ => {}
        }
        if SKIPPED.contains(&name) {
            self.skipped = 1;
            return;
        }
        match self.scope {
            PropertyScope::Content => self.open_content(name, element),
            PropertyScope::Paragraph => self.open_property(name, element),
            PropertyScope::End | PropertyScope::Row => {}
        }
    }

    fn open_content(&mut self, name: &str, element: &BytesStart) {
        match name {
            "p" => self.paragraphs.push(self.joined.take().unwrap_or_default()),
            "pPr" => self.scope = PropertyScope::Paragraph,
            "trPr" => self.scope = PropertyScope::Row,
            "t" => self.in_text = true,
            "tab" | "ptab" => self.write("\t"),
            "cr" => self.write("\n"),
            "br" => self.line_break(xml::attribute(element, "type").as_deref()),
            "noBreakHyphen" => self.write("-"),
            "sym" => self.symbol(element),
            "footnoteReference" | "endnoteReference" => self.body.left_out.notes += 1,
            "blip" | "imagedata" => self.body.left_out.pictures += 1,
            "tbl" => self.tables.push(OpenTable::default()),
            "tr" => self.tables.last_mut().into_iter().for_each(|table| table.rows.push(TableRow::new())),
            "tc" => self.tables.last_mut().into_iter().for_each(OpenTable::begin_cell),
            _ => {}
        }
    }

    fn open_property(&mut self, name: &str, element: &BytesStart) {
        match name {
            "rPr" => self.scope = PropertyScope::End,
            "pStyle" => self.paragraph(|paragraph| paragraph.style = xml::value(element)),
            "numId" => self.paragraph(|paragraph| paragraph.list = xml::number(element)),
            "ilvl" => self.paragraph(|paragraph| paragraph.level = xml::number(element)),
            "pageBreakBefore" => self.paragraph(|paragraph| paragraph.starts_page = xml::is_on(element)),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match (name, self.scope) {
            ("t", _) => self.in_text = false,
            ("rPr", PropertyScope::End) => self.scope = PropertyScope::Paragraph,
            ("pPr", _) | ("trPr", _) => self.scope = PropertyScope::Content,
            ("p", _) => self.end_paragraph(),
            ("tr", _) => self.tables.last_mut().into_iter().for_each(OpenTable::end_row),
            ("tbl", _) => self.end_table(),
            _ => {}
        }
    }

    fn paragraph(&mut self, change: impl FnOnce(&mut WordParagraph)) {
        if let Some(paragraph) = self.paragraphs.last_mut() {
            change(paragraph);
        }
    }

    fn write(&mut self, text: &str) {
        self.paragraph(|paragraph| paragraph.text.push_str(text));
    }

    fn line_break(&mut self, kind: Option<&str>) {
        if kind != Some("page") {
            return self.write("\n");
        }
        self.paragraph(|paragraph| {
            let is_first = paragraph.text.trim().is_empty();
            *(if is_first { &mut paragraph.starts_page } else { &mut paragraph.ends_page }) = true;
        });
    }

    /// Adds a character of a symbol font, by its code.
    fn symbol(&mut self, element: &BytesStart) {
        let code = xml::attribute(element, "char").and_then(|code| u32::from_str_radix(&code, 16).ok());
        if let Some(c) = code.and_then(char::from_u32) {
            self.write(c.encode_utf8(&mut [0; 4]));
        }
    }

    fn end_paragraph(&mut self) {
        let Some(mut paragraph) = self.paragraphs.pop() else {
            return;
        };
        if std::mem::take(&mut paragraph.is_joined) {
            self.joined = Some(paragraph);
            return;
        }
        paragraph.starts_page |= std::mem::take(&mut self.page_break);
        self.page_break = paragraph.ends_page || paragraph.starts_page && paragraph.text.trim().is_empty();
        self.put(paragraph);
    }

    fn put(&mut self, paragraph: WordParagraph) {
        match self.tables.last_mut() {
            Some(table) => table.put(paragraph),
            None => self.body.items.push(BodyItem::Paragraph(paragraph)),
        }
    }

    /// A table in a cell becomes paragraphs of the cell.
    fn end_table(&mut self) {
        let Some(table) = self.tables.pop() else {
            return;
        };
        match self.tables.last_mut() {
            Some(outer) => table.rows.into_iter().flatten().flatten().for_each(|paragraph| outer.put(paragraph)),
            None => self.body.items.push(BodyItem::Table(table.rows)),
        }
    }

    fn finish_joined(&mut self) {
        if let Some(paragraph) = self.joined.take() {
            self.put(paragraph);
        }
    }
}

impl OpenTable {
    fn begin_cell(&mut self) {
        if let Some(row) = self.rows.last_mut() {
            row.push(Vec::new());
        }
    }

    fn put(&mut self, paragraph: WordParagraph) {
        if let Some(cell) = self.rows.last_mut().and_then(|row| row.last_mut()) {
            cell.push(paragraph);
        }
    }

    fn end_row(&mut self) {
        if std::mem::take(&mut self.row_is_deleted) {
            self.rows.pop();
        }
    }
}
