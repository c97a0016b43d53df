//! Which language the halves are really written in, and what is not translated yet.

use super::Bitext;
use crate::brief::{Section, Segment, SegmentPosition};
use crate::language::{Both, Language};
use crate::text::is_han;

/// Whether a text says enough for a reader to miss its translation.
pub fn is_substantial(text: &str) -> bool {
    let fewest = Both::from_fn(|language| language.profile().substantial);
    let (mut han, mut words, mut in_word) = (0, 0, false);
    for c in text.chars() {
        han += usize::from(is_han(c));
        words += usize::from(!in_word && c.is_alphanumeric());
        in_word = !c.is_whitespace();
        if han == fewest.chinese || words == fewest.english {
            return true;
        }
    }
    false
}

impl Bitext<'_> {
    /// Whether the section is written in the other language, all in all.
    pub fn is_foreign(&self, section: &Section) -> bool {
        let written: Vec<Language> =
            section.texts().filter_map(|text| self.memo.written_in(&self.text[text])).collect();
        !written.is_empty() && !written.contains(&section.language)
    }

    /// Whether a point stands beside its partner in the partner's language, in a section that is not foreign as a whole.
    pub fn is_untranslated(&self, segment: &Segment) -> bool {
        let (Some(sections), SegmentPosition::Point(index)) = (self.sections(), segment.position) else {
            return false;
        };
        let counts = sections.map(|section| section.points.len());
        if counts.chinese != counts.english || index >= counts.chinese {
            return false;
        }
        let language = segment.language.other();
        let texts = sections.map(|section| &self.text[section.points[index].text]);
        texts.into_array().iter().all(|text| self.is_in(text, language, texts.chinese == texts.english))
            && !self.is_foreign(sections[segment.language])
    }

    /// Whether a text is in that language; of one that is the same on both sides, less has to be seen.
    fn is_in(&self, text: &str, language: Language, identical: bool) -> bool {
        if !identical {
            return self.memo.written_in(text) == Some(language);
        }
        let letters = Both::new(text.contains(is_han), text.contains(|c: char| c.is_ascii_alphabetic()));
        is_substantial(text) && letters[language] && !letters[language.other()]
    }

    /// The index of the line from which on a section is written in the other language, where the brief has no section of
    /// that: its label is missing there.
    pub fn unlabelled_half(&self, section: &Section) -> Option<usize> {
        let other = section.language.other();
        if self.brief.section(other).is_some() {
            return None;
        }
        let segments = section.segments_in_order();
        let languages: Vec<Option<Language>> =
            segments.iter().map(|segment| self.memo.written_in(&self.text[segment.span])).collect();
        let start = languages.iter().position(|&language| language == Some(other))?;
        let (own, others) = languages.split_at(start);
        let is_half = own.contains(&Some(section.language)) && !others.contains(&Some(section.language));
        (is_half && others.iter().flatten().count() > 1).then(|| section.lines_of(&segments[start]).start)
    }
}
