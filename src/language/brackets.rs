//! Brackets and double quotation marks of both languages, their partners, and which belongs to which.

use crate::text::Span;

/// A kind of bracket or quotation mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BracketKind {
    Corner,
    WhiteCorner,
    Title,
    Article,
    Lenticular,
    Round,
    Square,
    /// Curly and straight ones together: they are mixed too often to be told apart.
    Double,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BracketSide {
    Opens,
    Closes,
    /// A straight quotation mark.
    Either,
}

/// A bracket or quotation mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bracket {
    pub kind: BracketKind,
    pub side: BracketSide,
    /// The usual mark of the other side.
    pub partner: char,
}

impl Bracket {
    /// The bracket that a character is; apostrophes and single quotation marks are none.
    pub fn of(c: char) -> Option<Bracket> {
        use BracketKind::{Article, Corner, Double, Lenticular, Round, Square, Title, WhiteCorner};
        use BracketSide::{Closes, Either, Opens};
        let (kind, side, partner) = match c {
            '「' => (Corner, Opens, '」'),
            '」' => (Corner, Closes, '「'),
            '『' => (WhiteCorner, Opens, '』'),
            '』' => (WhiteCorner, Closes, '『'),
            '《' => (Title, Opens, '》'),
            '》' => (Title, Closes, '《'),
            '〈' => (Article, Opens, '〉'),
            '〉' => (Article, Closes, '〈'),
            '【' => (Lenticular, Opens, '】'),
            '】' => (Lenticular, Closes, '【'),
            '(' => (Round, Opens, ')'),
            ')' => (Round, Closes, '('),
            '（' => (Round, Opens, '）'),
            '）' => (Round, Closes, '（'),
            '[' => (Square, Opens, ']'),
            ']' => (Square, Closes, '['),
            '［' => (Square, Opens, '］'),
            '］' => (Square, Closes, '［'),
            '“' | '„' | '‟' => (Double, Opens, '”'),
            '”' => (Double, Closes, '“'),
            '〝' => (Double, Opens, '〞'),
            '〞' | '〟' => (Double, Closes, '〝'),
            '"' | '＂' => (Double, Either, c),
            _ => return None,
        };
        Some(Bracket { kind, side, partner })
    }
}

impl BracketKind {
    /// Whether only Chinese has it.
    pub fn is_chinese(self) -> bool {
        self.is_of_titles_and_quotations() || self == BracketKind::Lenticular
    }

    /// 「」『』《》〈〉: what they hold is somebody else's words.
    pub fn is_of_titles_and_quotations(self) -> bool {
        use BracketKind::{Article, Corner, Title, WhiteCorner};
        matches!(self, Corner | WhiteCorner | Title | Article)
    }
}

/// The marks that are open at a place of a text, each with what is known of it. A mark closes the innermost one of its
/// kind, and takes no longer where many are open.
#[derive(Debug)]
pub struct Nesting<K, T> {
    /// Of each kind the open ones, with how many were opened before.
    stacks: Vec<(K, Vec<(usize, T)>)>,
    opened: usize,
}

impl<K, T> Default for Nesting<K, T> {
    fn default() -> Nesting<K, T> {
        Nesting { stacks: Vec::new(), opened: 0 }
    }
}

impl<K: Copy + PartialEq, T> Nesting<K, T> {
    pub fn open(&mut self, kind: K, mark: T) {
        let mark = (self.opened, mark);
        self.opened += 1;
        match self.stacks.iter_mut().find(|(own, _)| *own == kind) {
            Some((_, stack)) => stack.push(mark),
            None => self.stacks.push((kind, vec![mark])),
        }
    }

    /// Takes away the innermost open mark of that kind.
    pub fn close(&mut self, kind: K) -> Option<T> {
        let (_, stack) = self.stacks.iter_mut().find(|(own, _)| *own == kind)?;
        stack.pop().map(|(_, mark)| mark)
    }

    /// The kind of the mark that was opened last.
    pub fn innermost(&self) -> Option<K> {
        let last = self.stacks.iter().filter_map(|(kind, stack)| Some((stack.last()?.0, *kind)));
        last.max_by_key(|(opened, _)| *opened).map(|(_, kind)| kind)
    }

    pub fn innermost_of(&self, kind: K) -> Option<&T> {
        let (_, stack) = self.stacks.iter().find(|(own, _)| *own == kind)?;
        stack.last().map(|(_, mark)| mark)
    }

    /// How many marks are open.
    pub fn depth(&self) -> usize {
        self.stacks.iter().map(|(_, stack)| stack.len()).sum()
    }

    /// The marks that nothing has closed, kind by kind.
    pub fn into_open(self) -> impl Iterator<Item = (K, T)> {
        self.stacks.into_iter().flat_map(|(kind, stack)| stack.into_iter().map(move |(_, mark)| (kind, mark)))
    }
}

/// How deep a place stands in brackets that need not be of one kind: any closing one closes the last.
pub type Depth = Nesting<(), ()>;

impl Depth {
    /// Goes past a bracket.
    pub fn pass(&mut self, bracket: Bracket) {
        match bracket.side {
            BracketSide::Opens => self.open((), ()),
            BracketSide::Closes => _ = self.close(()),
            BracketSide::Either => {}
        }
    }
}

/// Whether `span` stands inside 《》 or 〈〉: titles are cited as they are.
pub fn is_in_title(text: &str, span: Span) -> bool {
    is_between(text, span, &[('《', '》'), ('〈', '〉')])
}

/// Whether `span` stands between one of these pairs of marks, not far from both.
pub fn is_between(text: &str, span: Span, marks: &[(char, char)]) -> bool {
    // No title is longer; a text of a megabyte is not gone through for each word.
    const LONGEST: usize = 60;
    marks.iter().any(|&(open, close)| {
        let mark = |c: &char| *c == open || *c == close;
        let before = text[..span.start].chars().rev().take(LONGEST).find(mark);
        let behind = text[span.end..].chars().take(LONGEST).find(mark);
        before == Some(open) && behind == Some(close)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn partners_are_of_one_kind() {
        for c in "「」『』《》〈〉【】()（）[]［］“”„‟〝〞〟\"＂".chars() {
            let bracket = Bracket::of(c).expect("a bracket");
            let partner = Bracket::of(bracket.partner).expect("its partner");
            assert_eq!(bracket.kind, partner.kind, "{c}");
            assert_eq!(bracket.side == partner.side, bracket.side == BracketSide::Either, "{c}");
        }
        assert!("'’‘a中😀".chars().all(|c| Bracket::of(c).is_none()));
    }

    /// The depth behind each character.
    #[track_caller]
    fn check(text: &str, expected: &[usize]) {
        let mut depth = Depth::default();
        let depths = text.chars().map(|c| {
            Bracket::of(c).into_iter().for_each(|bracket| depth.pass(bracket));
            depth.depth()
        });
        assert_eq!(depths.collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn depth() {
        check("一（二）三", &[0, 1, 1, 0, 0]);
        check("「『」」", &[1, 2, 1, 0]);
        check("）（", &[0, 1]);
        check("\"a\"", &[0, 0, 0]);
    }

    #[test]
    fn a_mark_closes_the_innermost_of_its_kind() {
        let mut open = Nesting::default();
        for (place, c) in "「（「".chars().enumerate() {
            open.open(Bracket::of(c).expect("a bracket").kind, place);
        }
        assert_eq!(open.close(BracketKind::Round), Some(1));
        assert_eq!(open.innermost(), Some(BracketKind::Corner));
        assert_eq!(open.innermost_of(BracketKind::Corner), Some(&2));
        assert_eq!(open.close(BracketKind::Square), None);
        assert_eq!(open.into_open().map(|(_, place)| place).collect::<Vec<_>>(), [0, 2]);
    }
}
