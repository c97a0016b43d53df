//! Fuzzy matches of the translation memory: texts of the archive much like a given one, with their translations.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;

use crate::assist::partner::{SegmentAtCursor, segment_at};
use crate::bitext::Trust;
use crate::brief::{FieldKind, Language, Section};
use crate::memory::{DiffPiece, Question, Similarity, differing_numbers};
use crate::pairing::sentences;
use crate::reading::date;
use crate::rules::Context;
use crate::snapshot::Snapshot;
use crate::text::Span;

/// A text to find matches for, and its brief.
#[derive(Debug)]
pub struct MatchQuery {
    pub question: Question,
    /// Lines of the brief in its file.
    lines: Range<usize>,
}

/// A text of the archive much like the one in question, its translation not yet looked up.
#[derive(Debug, Clone)]
pub struct MatchCandidate {
    path: PathBuf,
    file: Arc<Snapshot>,
    /// Index of the brief in the file.
    brief: usize,
    text: Span,
    similarity: Similarity,
    date: Option<Date>,
}

/// A match with its translation, as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FuzzyMatch {
    pub path: PathBuf,
    /// Index of the text's first line.
    pub line: usize,
    pub date: Option<Date>,
    /// Date and source as the brief writes them.
    pub header: Vec<String>,
    pub similarity: Similarity,
    /// The differences from the text in question; empty unless the match is near.
    pub difference: Vec<DiffPiece>,
    /// Numbers and dates that only the archive's text has, and those that only the text in question has.
    pub numbers: (Vec<String>, Vec<String>),
    pub translation: String,
}

/// Most matches that are shown.
const MOST: usize = 3;
/// Most candidates whose translations are looked up.
const TRIED: usize = 8;

/// The lead or point at byte `offset` as a query, with its place.
pub fn query_at(snapshot: &Snapshot, offset: usize) -> Option<(Span, MatchQuery)> {
    let at = segment_at(snapshot, offset)?;
    let query = MatchQuery::about(&at, at.segment.span, at.segment.language)?;
    Some((at.segment.span.cover(Span::at(offset)), query))
}

impl MatchQuery {
    /// A query for a text of the segment's brief.
    pub fn about(at: &SegmentAtCursor, text: Span, language: Language) -> Option<MatchQuery> {
        let question = Question::of(&at.cx.text[text], language)?;
        Some(MatchQuery { question, lines: at.cx.brief.lines.clone() })
    }

    /// The texts of a file that are like the query's. `is_own` marks the file of the query's brief, whose own texts do not
    /// count.
    pub fn candidates(&self, path: &Path, is_own: bool, file: &Arc<Snapshot>) -> Vec<MatchCandidate> {
        let briefs = file.contexts().enumerate().filter(|(_, cx)| !(is_own && cx.brief.lines == self.lines));
        let in_brief = |(brief, cx): (usize, Context)| {
            let texts: Vec<Span> =
                cx.brief.section(self.question.language()).into_iter().flat_map(Section::texts).collect();
            let like = texts.into_iter().filter_map(|text| Some((text, self.question.similarity(&cx.text[text])?)));
            let date = value(&cx, FieldKind::Date).and_then(|value| date::read(value, &cx.house.date_format).date());
            let found = like.map(|(text, similarity)| MatchCandidate {
                path: path.to_owned(),
                file: file.clone(),
                brief,
                text,
                similarity,
                date,
            });
            found.collect::<Vec<_>>()
        };
        briefs.flat_map(in_brief).collect()
    }

    /// The most similar candidates, of equals the newest, each translation once. Looking up a translation takes much longer
    /// than comparing texts, so few are tried.
    pub fn best_matches(&self, mut all: Vec<MatchCandidate>) -> Vec<FuzzyMatch> {
        all.sort_by(|a, b| rank(b).cmp(&rank(a)).then_with(|| (&a.path, a.text).cmp(&(&b.path, b.text))));
        let mut best: Vec<FuzzyMatch> = Vec::new();
        for found in all.iter().take(TRIED).filter_map(|candidate| self.with_translation(candidate)) {
            if best.iter().all(|other| other.translation != found.translation) {
                best.push(found);
            }
            if best.len() == MOST {
                break;
            }
        }
        best
    }

    fn with_translation(&self, candidate: &MatchCandidate) -> Option<FuzzyMatch> {
        let cx = candidate.file.contexts().nth(candidate.brief)?;
        let own = &cx.text[candidate.text];
        let translation = &cx.text[translation_of(&cx, self.question.language(), candidate.text)?];
        let is_near = matches!(candidate.similarity, Similarity::Near(_));
        let header = [FieldKind::Date, FieldKind::Source].into_iter().filter_map(|kind| value(&cx, kind));
        Some(FuzzyMatch {
            path: candidate.path.clone(),
            line: cx.file.lines.partition_point(|line| line.full().end <= candidate.text.start),
            date: candidate.date,
            header: header.map(str::to_owned).collect(),
            similarity: candidate.similarity,
            difference: if is_near { self.question.difference(own) } else { Vec::new() },
            numbers: match is_near {
                true => differing_numbers(self.question.language(), own, self.question.text()),
                false => Default::default(),
            },
            translation: match candidate.similarity {
                Similarity::Sentence(_, index) => translated_sentence(own, translation, index).unwrap_or(translation),
                _ => translation,
            }
            .replace(['\r', '\n'], " "),
        })
    }
}

fn value<'c>(cx: &Context<'c>, kind: FieldKind) -> Option<&'c str> {
    cx.brief.field(kind).map(|field| &cx.text[field.value]).filter(|value| !value.is_empty())
}

fn rank(candidate: &MatchCandidate) -> (u8, u8, Option<Date>) {
    let (kind, percent) = match candidate.similarity {
        Similarity::Same => (2, 0),
        Similarity::Sentence(..) => (1, 0),
        Similarity::Near(percent) => (0, percent),
    };
    (kind, percent, candidate.date)
}

/// The text that is certain to answer `text`.
fn translation_of(cx: &Context, language: Language, text: Span) -> Option<Span> {
    let pairs = cx.bitext().pairs(Trust::Certain);
    let pair = pairs.into_iter().find(|pair| pair.segments[language].span == text)?;
    Some(pair.segments[language.other()].span)
}

/// The translation's sentence of that index, where both texts have equally many.
fn translated_sentence<'t>(text: &str, translation: &'t str, index: usize) -> Option<&'t str> {
    let (own, other) = (sentences(text), sentences(translation));
    (own.len() == other.len()).then(|| &translation[other[index]])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assist::tests::{at_cursor, snapshot};

    const BUDGET: &str = "中國政府公布2025年國防預算為527億美元，較去年成長7.2%，連續四年成長超過七個百分點。";
    const BUDGET_IN_ENGLISH: &str = "The Chinese government announced a 2025 defense budget of $52.7 billion, up 7.2% from last year and the fourth year in a row with growth of more than seven percentage points.";

    /// A brief of the archive, dated, in which the budget stands first in Chinese and second in English.
    fn archived(date: &str) -> Arc<Snapshot> {
        Arc::new(snapshot(&format!(
            "作者: 王小明\n來源: IISS\n日期: {date}\n\n摘要:\n中國擴軍。\n  • {BUDGET}\n  • 😀歐盟對俄羅斯石油實施制裁。\
            美國對此表示歡迎。\n\nSummary:\nChina arms.\n  • 😀The European Union imposes sanctions on Russian oil. \
            The United States welcomes this.\n  • {BUDGET_IN_ENGLISH}\n"
        )))
    }

    /// The matches of the text at the cursor in the archived briefs.
    fn recall(marked: &str, archive: &[(&str, Arc<Snapshot>)]) -> Vec<FuzzyMatch> {
        let (snapshot, offset) = at_cursor(marked);
        let Some((_, query)) = query_at(&snapshot, offset) else { return Vec::new() };
        query.best_matches(
            archive.iter().flat_map(|(path, held)| query.candidates(Path::new(path), false, held)).collect(),
        )
    }

    #[track_caller]
    fn check(marked: &str, expected: &[(Option<u8>, &str)]) {
        let found = recall(marked, &[("a", archived("04/17/2025"))]);
        let percent = |found: &FuzzyMatch| match found.similarity {
            Similarity::Near(percent) => Some(percent),
            _ => None,
        };
        let found: Vec<_> = found.iter().map(|found| (percent(found), found.translation.as_str())).collect();
        assert_eq!(found, expected, "{marked}");
    }

    #[test]
    fn the_translation_of_a_text_like_it_wherever_it_stands() {
        check(&format!("摘要:\n  • {BUDGET}|\n"), &[(None, BUDGET_IN_ENGLISH)]);
        check(&format!("Summary:\n  • |{BUDGET_IN_ENGLISH}\n"), &[(None, BUDGET)]);
        check("摘要:\n  • 烏克蘭與俄羅斯|在日內瓦舉行第三輪談判。\n", &[]);
        check("作者: |王小明\n", &[]);
    }

    #[test]
    fn numbers_that_differ_are_told() {
        let marked = format!("摘要:\n  • {}|\n", BUDGET.replace("527億", "580億"));
        check(&marked, &[(Some(97), BUDGET_IN_ENGLISH)]);
        let found = recall(&marked, &[("a", archived("04/17/2025"))]).remove(0);
        assert_eq!(found.numbers, (vec!["527億美元".to_owned()], vec!["580億美元".to_owned()]));
        assert!(found.difference.contains(&DiffPiece::Theirs("527".to_owned())), "{:?}", found.difference);
        assert_eq!((found.line, found.header), (6, vec!["04/17/2025".to_owned(), "IISS".to_owned()]));
    }

    #[test]
    fn of_a_point_with_one_sentence_in_common_its_translation() {
        let marked = "摘要:\n  • 😀歐盟對俄羅斯石油實施制裁。烏克蘭總統隨即向各會員國領袖|一一致謝。\n";
        check(marked, &[(None, "😀The European Union imposes sanctions on Russian oil.")]);
    }

    #[test]
    fn the_newest_of_equals_and_each_translation_once() {
        let archive = [("old", archived("04/17/2024")), ("new", archived("04/17/2025"))];
        let found = recall(&format!("摘要:\n  • |{BUDGET}\n"), &archive);
        assert_eq!(found.iter().map(|found| found.path.as_path()).collect::<Vec<_>>(), [Path::new("new")]);
    }

    #[test]
    fn a_brief_does_not_answer_itself() {
        let own = archived("04/17/2025");
        let offset = own.content().find("中國政府").expect("there");
        let (_, query) = query_at(&own, offset).expect("a question");
        assert!(query.candidates(Path::new("a"), true, &own).is_empty());
        assert_eq!(query.candidates(Path::new("b"), false, &own).len(), 1);
    }

    #[test]
    fn pairs_that_are_not_sure_teach_nothing() {
        let unlike =
            snapshot(&format!("摘要:\n  • {BUDGET}\n\nSummary:\n  • Nobody knows what the year will bring.\n"));
        assert_eq!(recall(&format!("摘要:\n  • {BUDGET}|\n"), &[("a", Arc::new(unlike))]), []);
    }
}
