//! The words of a brief.toml, each with its path.
//!
//! Made for texts that are being typed and are seldom TOML: unknown syntax is skipped, a string ends with its line, and
//! a list that was left open ends where the next header or key begins a line.

use std::collections::HashMap;
use std::sync::LazyLock;

use regex::Regex;

use crate::text::{Span, is_blank};

/// Keys and indices, from the root on.
pub type KeyPath = Vec<String>;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TomlWord {
    /// Without quotes; empty where a word may be typed at the cursor.
    pub span: Span,
    pub quote: Option<char>,
    pub role: WordRole,
    /// Path of a value itself, and for other words that of the table that holds the named thing.
    pub path: KeyPath,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordRole {
    Header(HeaderPart),
    Key {
        /// It begins a line of its table, where a header may be typed as well.
        is_statement: bool,
    },
    Value,
}

/// Position of a word in a header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeaderPart {
    /// Start of the header, behind its brackets.
    pub start: usize,
    pub brackets: usize,
    /// The word ends the header and names the table that it defines.
    pub is_last: bool,
}

/// All words of a text.
#[derive(Debug)]
pub struct Words<'t> {
    text: &'t str,
    cursor: usize,
    all: Vec<TomlWord>,
}

impl<'t> Words<'t> {
    /// Reads the words of `text`, with an empty one at `cursor` if one may be typed there.
    pub fn read(text: &'t str, cursor: usize) -> Words<'t> {
        let mut reader =
            WordReader { text, cursor, at: 0, words: Vec::new(), table: KeyPath::new(), lists: HashMap::new() };
        reader.file();
        Words { text, cursor, all: reader.words }
    }

    /// The word at the cursor.
    pub fn here(&self) -> Option<&TomlWord> {
        self.all.iter().find(|word| word.span.touches(Span::at(self.cursor)))
    }

    /// Whether a table already has that key, apart from the word at the cursor.
    pub fn has(&self, table: &[String], key: &str) -> bool {
        self.others().any(|word| word.role != WordRole::Value && word.path == table && &self.text[word.span] == key)
    }

    /// Whether the table at that path already exists, by a header or as the value of a key.
    pub fn defines(&self, table: &[&str]) -> bool {
        self.others().any(|word| {
            let is_whole = match word.role {
                WordRole::Header(header) => header.is_last,
                WordRole::Key { .. } => true,
                WordRole::Value => false,
            };
            is_whole && self.path_of(word) == table
        })
    }

    /// Whether the list with an item at that path already has `value`.
    pub fn lists(&self, item: &[String], value: &str) -> bool {
        let list = &item[..item.len().saturating_sub(1)];
        let is_item = |word: &&TomlWord| word.role == WordRole::Value && word.path.len() == item.len();
        self.others().filter(is_item).any(|word| word.path.starts_with(list) && &self.text[word.span] == value)
    }

    /// Path of the table or value that the key or header up to this word names.
    pub fn path_of<'w>(&'w self, word: &'w TomlWord) -> Vec<&'w str> {
        word.path.iter().map(String::as_str).chain([&self.text[word.span]]).collect()
    }

    fn others(&self) -> impl Iterator<Item = &TomlWord> {
        self.all.iter().filter(|word| !word.span.touches(Span::at(self.cursor)))
    }
}

struct WordReader<'t> {
    text: &'t str,
    cursor: usize,
    at: usize,
    words: Vec<TomlWord>,
    /// The table that the last header opened.
    table: KeyPath,
    /// Number of items so far of each list of tables.
    lists: HashMap<KeyPath, usize>,
}

/// Kind of the word that is read next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum WordKind {
    Header { start: usize, brackets: usize },
    Key,
    Value,
}

/// Depth at which reading stops; no table is so deep.
const DEEPEST: usize = 16;

impl WordReader<'_> {
    fn file(&mut self) {
        loop {
            let table = self.table.clone();
            self.gap(Some(WordKind::Key), &table);
            let start = self.at;
            match self.peek() {
                None => return,
                Some('[') => self.header(),
                Some(_) => self.pair(&table, 0),
            }
            // A list that was left open has ended where a line begins.
            let is_next_line = self.at > start && self.begins_line();
            if !is_next_line && !self.end_line() {
                return;
            }
        }
    }

    fn header(&mut self) {
        let brackets = usize::from(self.eat('[')) + usize::from(self.eat('['));
        let first = self.words.len();
        let mut path = self.dotted(&[], WordKind::Header { start: self.at, brackets });
        if let Some(TomlWord { role: WordRole::Header(header), .. }) = self.words[first..].last_mut() {
            header.is_last = true;
        }
        if brackets == 2 {
            let items = self.lists.entry(path.clone()).or_default();
            path.push(items.to_string());
            *items += 1;
        }
        self.table = path;
    }

    fn pair(&mut self, table: &[String], depth: usize) {
        let path = self.dotted(table, WordKind::Key);
        if self.eat('=') {
            self.blanks(Some(WordKind::Value), &path);
            self.value(&path, depth);
        }
    }

    /// Reads words with dots between them. Returns their path.
    fn dotted(&mut self, table: &[String], kind: WordKind) -> KeyPath {
        let mut path = table.to_vec();
        loop {
            self.blanks(Some(kind), &path);
            let Some(name) = self.word(kind, &path) else { return path };
            path.push(name);
            self.blanks(None, &path);
            if path.len() > DEEPEST || !self.eat('.') {
                return path;
            }
            // A header goes on below the last item of a list.
            if let Some(items) = self.lists.get(&path) {
                path.push((items - 1).to_string());
            }
        }
    }

    fn value(&mut self, path: &[String], depth: usize) {
        match self.peek() {
            Some('[') if depth < DEEPEST => self.list(path, depth + 1),
            Some('{') if depth < DEEPEST => self.inline_table(path, depth + 1),
            _ => {
                self.word(WordKind::Value, path);
            }
        }
    }

    fn list(&mut self, path: &[String], depth: usize) {
        self.eat('[');
        for number in 0.. {
            let item = [path, &[number.to_string()]].concat();
            self.gap(Some(WordKind::Value), &item);
            if self.is_statement() {
                return;
            }
            let start = self.at;
            self.value(&item, depth);
            self.gap(None, &item);
            if self.eat(']') || matches!(self.peek(), None | Some('}')) {
                return;
            }
            if !self.eat(',') && self.at == start {
                self.pass();
            }
        }
    }

    fn inline_table(&mut self, path: &[String], depth: usize) {
        self.eat('{');
        loop {
            self.gap(Some(WordKind::Key), path);
            if self.is_header() {
                return;
            }
            let start = self.at;
            self.pair(path, depth);
            self.gap(None, path);
            if self.eat('}') || matches!(self.peek(), None | Some(']')) || self.is_statement() {
                return;
            }
            if !self.eat(',') && self.at == start {
                self.pass();
            }
        }
    }

    /// Reads a bare word or one in quotes.
    fn word(&mut self, kind: WordKind, path: &[String]) -> Option<String> {
        let quote = self.peek().filter(|c| matches!(c, '"' | '\''));
        let span = match quote {
            Some(quote) if self.rest().starts_with(&quote.to_string().repeat(3)) => {
                self.multiline_string(quote);
                return None;
            }
            Some(quote) => self.quoted(quote),
            None => {
                let start = self.at;
                self.skip(|c| !c.is_whitespace() && !"=,[]{}#\"'".contains(c) && (kind == WordKind::Value || c != '.'));
                Span::new(start, self.at)
            }
        };
        if span.is_empty() && quote.is_none() {
            return None;
        }
        self.push(span, quote, kind, path);
        Some(self.text[span].to_owned())
    }

    /// Reads a quoted string, at most to the end of the line.
    fn quoted(&mut self, quote: char) -> Span {
        self.eat(quote);
        let start = self.at;
        while let Some(c) = self.peek().filter(|&c| c != quote && !is_line_end(c)) {
            self.pass();
            if c == '\\' && quote == '"' && !self.peek().is_none_or(is_line_end) {
                self.pass();
            }
        }
        let end = self.at;
        self.eat(quote);
        Span::new(start, end)
    }

    /// Skips a string of several lines, in which nothing is offered.
    fn multiline_string(&mut self, quote: char) {
        let end = quote.to_string().repeat(3);
        let inside = &self.rest()[end.len()..];
        self.at += end.len() + inside.find(&end).map_or(inside.len(), |at| at + end.len());
    }

    /// Skips blanks, line ends and comments.
    fn gap(&mut self, kind: Option<WordKind>, path: &[String]) {
        loop {
            self.blanks_of(|c| is_blank(c) || c.is_whitespace(), kind, path);
            if !self.eat('#') {
                return;
            }
            self.skip(|c| c != '\n');
            if !self.eat('\n') {
                return;
            }
        }
    }

    fn blanks(&mut self, kind: Option<WordKind>, path: &[String]) {
        self.blanks_of(is_blank, kind, path);
    }

    /// Skips blanks. If the cursor is among them, a word of that kind may be typed there.
    fn blanks_of(&mut self, is_blank: impl Fn(char) -> bool, kind: Option<WordKind>, path: &[String]) {
        let start = self.at;
        self.skip(is_blank);
        let is_free = || self.peek().is_none_or(|c| is_line_end(c) || matches!(c, '#' | ',' | ']' | '}'));
        let is_here = start <= self.cursor && (self.cursor < self.at || self.cursor == self.at && is_free());
        let is_taken = || self.words.last().is_some_and(|word| word.span.touches(Span::at(self.cursor)));
        if let Some(kind) = kind.filter(|_| is_here && !is_taken()) {
            self.push(Span::at(self.cursor), None, kind, path);
        }
    }

    fn push(&mut self, span: Span, quote: Option<char>, kind: WordKind, path: &[String]) {
        let role = match kind {
            WordKind::Header { start, brackets } => WordRole::Header(HeaderPart { start, brackets, is_last: false }),
            WordKind::Key => WordRole::Key { is_statement: path == self.table },
            WordKind::Value => WordRole::Value,
        };
        self.words.push(TomlWord { span, quote, role, path: path.to_vec() });
    }

    /// Whether a line with a header or a key begins here.
    fn is_statement(&self) -> bool {
        static KEY: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\A[\w.-]+[ \t]*=").expect("a pattern"));
        self.is_header() || self.begins_line() && KEY.is_match(self.rest())
    }

    /// Whether a header begins here. No list holds a list, so a bracket at the start of a line opens a header.
    fn is_header(&self) -> bool {
        static HEADER: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\A\[\[?[ \t]*\w").expect("a pattern"));
        self.begins_line() && HEADER.is_match(self.rest())
    }

    fn begins_line(&self) -> bool {
        let before = &self.text[..self.at];
        before.trim_end_matches(is_blank).chars().next_back().is_none_or(is_line_end)
    }

    /// Moves behind the end of the line. False at the end of the text.
    fn end_line(&mut self) -> bool {
        self.skip(|c| c != '\n');
        self.eat('\n')
    }

    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn eat(&mut self, c: char) -> bool {
        let is_next = self.peek() == Some(c);
        self.at += if is_next { c.len_utf8() } else { 0 };
        is_next
    }

    fn pass(&mut self) {
        self.at += self.peek().map_or(0, char::len_utf8);
    }

    fn skip(&mut self, what: impl Fn(char) -> bool) {
        let rest = self.rest();
        self.at += rest.find(|c| !what(c)).unwrap_or(rest.len());
    }
}

fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r')
}
