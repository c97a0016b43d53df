//! `Text` against a plain string whose lines and columns are counted anew, character by character.

use brief_ls::text::{Change, Encoding, Position, Text};
use proptest::collection::vec;
use proptest::prelude::*;

/// What a document is to an editor, written without a look at `Text`.
#[derive(Debug, Clone)]
struct Model {
    content: String,
}

impl Model {
    /// Each line's characters with their byte offsets, and where they end.
    fn lines(&self) -> Vec<(Vec<(usize, char)>, usize)> {
        let mut lines = Vec::new();
        let mut line = Vec::new();
        let mut chars = self.content.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            if c == '\n' || c == '\r' {
                lines.push((std::mem::take(&mut line), at));
                if c == '\r' {
                    chars.next_if(|&(_, next)| next == '\n');
                }
            } else {
                line.push((at, c));
            }
        }
        lines.push((line, self.content.len()));
        lines
    }

    fn offset(&self, position: Position, encoding: Encoding) -> usize {
        let lines = self.lines();
        let Some((chars, end)) = lines.get(position.line as usize) else {
            return self.content.len();
        };
        let mut column = 0;
        for &(at, c) in chars {
            column += units(c, encoding);
            if column > position.column as usize {
                return at;
            }
        }
        *end
    }

    fn position(&self, offset: usize, encoding: Encoding) -> Position {
        let lines = self.lines();
        let first = |(chars, end): &(Vec<(usize, char)>, usize)| chars.first().map_or(*end, |&(at, _)| at);
        let line = lines.iter().rposition(|line| first(line) <= offset).unwrap_or(0);
        let before = lines[line].0.iter().filter(|&&(at, c)| at + c.len_utf8() <= offset);
        let column: usize = before.map(|&(_, c)| units(c, encoding)).sum();
        Position::new(line as u32, column as u32)
    }

    fn apply(&mut self, change: &Change, encoding: Encoding) {
        let Some((from, to)) = change.range else {
            self.content = change.text.clone();
            return;
        };
        let (from, to) = (self.offset(from, encoding), self.offset(to, encoding));
        self.content.replace_range(from.min(to)..from.max(to), &change.text);
    }
}

fn units(c: char, encoding: Encoding) -> usize {
    match encoding {
        Encoding::Utf8 => c.len_utf8(),
        Encoding::Utf16 => c.len_utf16(),
        Encoding::Utf32 => 1,
    }
}

/// Everything that `Text` can be asked about a document agrees with the model.
fn check_places(text: &Text, model: &Model, encoding: Encoding) -> Result<(), TestCaseError> {
    prop_assert_eq!(text.len(), model.content.len());
    prop_assert_eq!(text.is_empty(), model.content.is_empty());
    for offset in 0..=model.content.len() + 2 {
        let position = text.position(offset, encoding);
        prop_assert_eq!(position, model.position(offset, encoding), "position of {}", offset);
        let is_place = model.content.is_char_boundary(offset) && !model.content[..offset].ends_with('\r');
        if is_place {
            prop_assert_eq!(text.offset(position, encoding), offset, "round trip of {}", offset);
        }
    }
    let lines = model.lines().len() as u32;
    for line in 0..lines + 2 {
        for column in 0..12 {
            let position = Position::new(line, column);
            let offset = text.offset(position, encoding);
            prop_assert_eq!(offset, model.offset(position, encoding), "offset of {:?}", position);
            let settled = text.position(offset, encoding);
            prop_assert_eq!(text.offset(settled, encoding), offset, "round trip of {:?}", position);
        }
    }
    Ok(())
}

fn encoding() -> impl Strategy<Value = Encoding> {
    prop::sample::select(vec![Encoding::Utf8, Encoding::Utf16, Encoding::Utf32])
}

/// Few characters, so that every neighbourhood occurs.
fn fragment() -> impl Strategy<Value = String> {
    let pieces =
        ["a", "é", "中", "，", "😀", "𠮷", "👨‍👩‍👧", "\n", "\r", "\r\n", "\u{2028}", "\u{b}", "\u{85}", "\u{feff}"];
    vec(prop::sample::select(pieces.to_vec()), 0..12).prop_map(|pieces| pieces.concat())
}

fn position() -> impl Strategy<Value = Position> {
    let number = || prop_oneof![9 => 0..10u32, 1 => Just(1_000), 1 => Just(u32::MAX)];
    (number(), number()).prop_map(|(line, column)| Position::new(line, column))
}

fn change() -> impl Strategy<Value = Change> {
    let range = prop_oneof![
        8 => (position(), position()).prop_map(Some),
        2 => position().prop_map(|place| Some((place, place))),
        1 => Just(None),
    ];
    (range, fragment()).prop_map(|(range, text)| Change { range, text })
}

proptest! {
    #[test]
    fn places_agree(content in fragment(), encoding in encoding()) {
        check_places(&Text::new(&content, 0), &Model { content }, encoding)?;
    }

    #[test]
    fn edits_agree(content in fragment(), rounds in vec(vec(change(), 0..4), 0..5), encoding in encoding()) {
        let mut text = Text::new(&content, 0);
        let mut model = Model { content };
        for (round, changes) in rounds.iter().enumerate() {
            let before = text.clone();
            text.apply(changes, round as i32 + 1, encoding);
            changes.iter().for_each(|change| model.apply(change, encoding));
            prop_assert_eq!(text.content(), &model.content[..]);
            prop_assert_eq!(text.version(), round as i32 + 1);
            prop_assert_eq!(before.version(), round as i32);
        }
        check_places(&text, &model, encoding)?;
    }

    /// Long enough for the rope to have several leaves, whose borders may fall into a CRLF.
    #[test]
    fn long_texts_agree(
        fragments in vec(fragment(), 1..6),
        copies in 40..120usize,
        changes in vec((change(), 0..400u32), 0..6),
        encoding in encoding(),
        places in vec(any::<prop::sample::Index>(), 20),
    ) {
        let content = fragments.concat().repeat(copies);
        let mut text = Text::new(&content, 0);
        let mut model = Model { content };
        for (mut change, down) in changes {
            change.range = change.range.map(|(from, to)| (lower(from, down), lower(to, down)));
            model.apply(&change, encoding);
            text.apply(&[change], 1, encoding);
        }
        prop_assert_eq!(text.content(), &model.content[..]);
        for place in places {
            let offset = place.index(model.content.len() + 1);
            let position = text.position(offset, encoding);
            prop_assert_eq!(position, model.position(offset, encoding));
            prop_assert_eq!(text.offset(position, encoding), model.offset(position, encoding));
        }
    }
}

fn lower(position: Position, lines: u32) -> Position {
    Position::new(position.line.saturating_add(lines), position.column)
}
