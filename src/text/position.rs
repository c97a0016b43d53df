//! Byte offsets to an editor's lines and columns and back, in the encoding that editor and server agreed on.

use ropey::Rope;

use super::Text;

/// The unit in which a client counts columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Encoding {
    Utf8,
    #[default]
    Utf16,
    /// Characters, as people count them in reports.
    Utf32,
}

/// Line and column from 0; the column is in units of an [`Encoding`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Position {
    pub line: u32,
    pub column: u32,
}

impl Position {
    pub fn new(line: u32, column: u32) -> Position {
        Position { line, column }
    }
}

impl Text {
    /// Byte offset of `position`. A column past the line's end means the line's end, a line past the last means the
    /// text's end, and a place inside a character means that character's start.
    pub fn offset(&self, position: Position, encoding: Encoding) -> usize {
        let rope = &self.rope;
        let line = position.line as usize;
        if line >= rope.len_lines() {
            return rope.len_bytes();
        }
        let start = rope.line_to_byte(line);
        let end = line_content_end(rope, line);
        let column = position.column as usize;
        match encoding {
            Encoding::Utf8 => char_floor(rope, (start + column).min(end)),
            Encoding::Utf16 => {
                let target = units(rope, start) + column;
                if target >= units(rope, end) {
                    return end;
                }
                rope.char_to_byte(rope.utf16_cu_to_char(target))
            }
            Encoding::Utf32 => {
                let target = rope.byte_to_char(start) + column;
                rope.char_to_byte(target.min(rope.byte_to_char(end)))
            }
        }
    }

    /// Line and column of byte `offset`, clamped to the text, to a character's start and to its line's content.
    pub fn position(&self, offset: usize, encoding: Encoding) -> Position {
        let rope = &self.rope;
        let offset = char_floor(rope, offset.min(rope.len_bytes()));
        let line = rope.byte_to_line(offset);
        let start = rope.line_to_byte(line);
        let offset = offset.min(line_content_end(rope, line));
        let column = match encoding {
            Encoding::Utf8 => offset - start,
            Encoding::Utf16 => units(rope, offset) - units(rope, start),
            Encoding::Utf32 => rope.byte_to_char(offset) - rope.byte_to_char(start),
        };
        Position::new(line as u32, column as u32)
    }
}

/// UTF-16 units before byte `offset`.
fn units(rope: &Rope, offset: usize) -> usize {
    rope.char_to_utf16_cu(rope.byte_to_char(offset))
}

fn char_floor(rope: &Rope, offset: usize) -> usize {
    rope.char_to_byte(rope.byte_to_char(offset))
}

/// Where the line's characters end and its line end (LF, CR or CRLF) begins.
fn line_content_end(rope: &Rope, line: usize) -> usize {
    if line + 1 >= rope.len_lines() {
        return rope.len_bytes();
    }
    let next = rope.line_to_byte(line + 1);
    let ends_with_crlf =
        next - rope.line_to_byte(line) >= 2 && rope.byte(next - 1) == b'\n' && rope.byte(next - 2) == b'\r';
    next - if ends_with_crlf { 2 } else { 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, encoding: Encoding, at: (u32, u32), offset: usize, back: (u32, u32)) {
        let text = Text::new(text, 0);
        assert_eq!(text.offset(Position::new(at.0, at.1), encoding), offset);
        assert_eq!(text.position(offset, encoding), Position::new(back.0, back.1));
    }

    #[test]
    fn columns_count_units_not_bytes() {
        check("摘要:", Encoding::Utf16, (0, 2), 6, (0, 2));
        check("摘要:", Encoding::Utf8, (0, 6), 6, (0, 6));
        check("😀錯", Encoding::Utf16, (0, 2), 4, (0, 2));
        check("𠮷野家", Encoding::Utf16, (0, 3), 7, (0, 3));
        check("𠮷野家", Encoding::Utf32, (0, 2), 7, (0, 2));
    }

    #[test]
    fn inside_a_character_rounds_down() {
        check("😀錯", Encoding::Utf16, (0, 1), 0, (0, 0));
        check("😀錯", Encoding::Utf8, (0, 3), 0, (0, 0));
        check("中文", Encoding::Utf8, (0, 4), 3, (0, 3));
    }

    #[test]
    fn past_the_end_is_the_end() {
        check("中文😀\r\n軍", Encoding::Utf16, (0, 7), 10, (0, 4));
        check("中文😀\r\n軍", Encoding::Utf16, (0, 4), 10, (0, 4));
        check("中文\n軍", Encoding::Utf16, (9, 0), 10, (1, 1));
        check("", Encoding::Utf16, (3, 3), 0, (0, 0));
        check("a\n", Encoding::Utf16, (1, 9), 2, (1, 0));
    }

    #[test]
    fn only_lf_cr_and_crlf_end_lines() {
        check("a\rb", Encoding::Utf16, (1, 0), 2, (1, 0));
        check("a\u{2028}b", Encoding::Utf16, (0, 2), 4, (0, 2));
        check("a\u{b}b\u{85}c", Encoding::Utf16, (0, 4), 5, (0, 4));
    }

    #[test]
    fn between_cr_and_lf_is_the_line_s_end() {
        let text = Text::new("a\r\nb", 0);
        assert_eq!(text.position(2, Encoding::Utf16), Position::new(0, 1));
    }
}
