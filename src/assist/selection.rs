//! Growing selections: word, clause, sentence, point, section, brief.

use unicode_segmentation::UnicodeSegmentation;

use crate::brief::Brief;
use crate::snapshot::Snapshot;
use crate::text::Span;

/// Spans round byte `offset`, each inside the next, from the word to the whole document.
pub fn around(snapshot: &Snapshot, offset: usize) -> Vec<Span> {
    let content = snapshot.content();
    let file = snapshot.file();
    let mut spans = Vec::new();
    let here = |span: &Span| span.start <= offset && offset <= span.end;
    for brief in file.briefs.iter().filter(|brief| here(&file.lines_span(&brief.lines))) {
        if let Some(text) = text_at(brief, offset) {
            spans.extend(inside(content, text, offset));
        }
        let fields = brief.fields.iter().map(|field| field.label.whole.cover(field.value));
        let sections = brief.sections.iter().map(|section| file.lines_span(&section.lines));
        let points = brief.sections.iter().flat_map(|section| &section.points);
        spans.extend(points.map(|point| point.mark.cover(point.text)).find(here));
        spans.extend(fields.chain(sections).find(here));
        spans.push(file.lines_span(&brief.lines));
    }
    spans.push(Span::new(0, content.len()));
    // The blank between two clauses belongs to neither.
    growing(spans.into_iter().filter(here))
}

/// The value, paragraph or point text that holds `offset`.
fn text_at(brief: &Brief, offset: usize) -> Option<Span> {
    let values = brief.fields.iter().map(|field| field.value);
    let texts = brief.sections.iter().flat_map(|section| section.texts());
    values.chain(texts).find(|text| text.start <= offset && offset <= text.end)
}

fn inside(content: &str, text: Span, offset: usize) -> Vec<Span> {
    let spans = |pieces: Vec<(usize, &str)>| {
        pieces.into_iter().map(|(at, piece)| Span::new(at, at + piece.len()).shift(text.start)).collect::<Vec<_>>()
    };
    let sentences = spans(content[text].split_sentence_bound_indices().collect());
    let sentence = sentences.into_iter().find(|sentence| sentence.contains(offset)).unwrap_or(text).trim(content);
    let words = spans(content[text].split_word_bound_indices().collect());
    let word = words.into_iter().find(|word| word.contains(offset) && !word.trim(content).is_empty());
    word.into_iter().chain([clause(content, sentence, offset), sentence, text]).collect()
}

/// The part of the sentence round `offset` between commas, colons and the like, except those in numbers.
fn clause(content: &str, sentence: Span, offset: usize) -> Span {
    let ends = |at: usize, c: char| match c {
        '，' | '；' | '：' | '、' | '—' => true,
        ',' | ';' | ':' => {
            content[at + 1..sentence.end].chars().next().is_none_or(|next| !next.is_ascii_alphanumeric())
        }
        _ => false,
    };
    let marks = content[sentence].char_indices().map(|(at, c)| (at + sentence.start, c)).filter(|&(at, c)| ends(at, c));
    let ends: Vec<usize> = marks.map(|(at, c)| at + c.len_utf8()).collect();
    let start = ends.iter().rev().find(|&&end| end <= offset).copied().unwrap_or(sentence.start);
    let end = ends.iter().find(|&&end| end > offset).copied().unwrap_or(sentence.end);
    Span::new(start, end).trim(content)
}

/// Only spans that hold the one before, none twice.
fn growing(spans: impl Iterator<Item = Span>) -> Vec<Span> {
    let mut growing: Vec<Span> = Vec::new();
    for span in spans {
        let fits = growing.last().is_none_or(|last| *last != span && last.cover(span) == span);
        if fits && !span.is_empty() {
            growing.push(span);
        }
    }
    growing
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assist::tests::at_cursor;

    #[track_caller]
    fn check(marked: &str, expected: &[&str]) {
        // The last is always the whole document.
        let (snapshot, offset) = at_cursor(marked);
        let text = snapshot.content();
        let spans = around(&snapshot, offset);
        let mut found: Vec<&str> = spans.iter().map(|span| &text[span.range()]).collect();
        assert_eq!(found.pop().unwrap_or_default(), text);
        assert_eq!(found, expected);
    }

    #[test]
    fn from_the_word_to_the_brief() {
        let point = "• China grew 3.5%, the U.S. did not. It fell.";
        check(
            &format!("作者: A\nSummary:\nX\n  {}\n", point.replace("grew", "gr|ew")),
            &[
                "grew",
                "China grew 3.5%,",
                "China grew 3.5%, the U.S. did not.",
                "China grew 3.5%, the U.S. did not. It fell.",
                point,
                &format!("Summary:\nX\n  {point}\n"),
            ],
        );
    }

    #[test]
    fn between_two_clauses() {
        check("Summary:\nIt grew,| we fell.\n", &["It grew, we fell."]);
        check("Summary:\nIt grew, | we fell.\n", &["It grew,  we fell."]);
    }

    #[test]
    fn chinese_text() {
        check(
            "摘要:\n習近平|強調，中國不干涉😀。他也說…\n\n---\n\n作者: B\n",
            &[
                "強",
                "習近平強調，",
                "習近平強調，中國不干涉😀。",
                "習近平強調，中國不干涉😀。他也說…",
                "摘要:\n習近平強調，中國不干涉😀。他也說…\n",
            ],
        );
    }

    #[test]
    fn header_values() {
        check("作者: Erik Gr|een\n摘要:\n", &["Green", "Erik Green", "作者: Erik Green"]);
        check("|", &[]);
    }
}
