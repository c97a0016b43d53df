//! `header/field-order`: fields in another order than the template's.

use std::ops::Range;

use super::messages::Message;
use crate::brief::{Field, FieldKind};
use crate::rules::{Context, Finding, rule};
use crate::text::{Edit, Span};

rule! {
    /// Reports the first header field that comes after one the template puts later.
    ///
    /// The order is: title (if any), author, source, date, keywords, link (if any).
    ///
    /// ## Why
    /// Readers of many briefs find a field by its place.
    ///
    /// ## Example
    /// ```brief bad
    /// 作者/Author(s): 王小明
    ///
    /// 日期/Date: 04/17/2025
    ///
    /// 網站來源/Source: RAND Corporation
    /// ```
    /// The fix puts all fields in order and leaves what is between them in its place:
    /// ```brief good
    /// 作者/Author(s): 王小明
    ///
    /// 網站來源/Source: RAND Corporation
    ///
    /// 日期/Date: 04/17/2025
    /// ```
    ///
    /// ## Options
    /// `header.fields` in brief.toml sets the order of your house.
    "header/field-order", Hint, Brief(check)
}

fn check(cx: &Context) -> Vec<Finding> {
    let fields = sortable(cx);
    let firsts = firsts(&fields);
    let neighbours = firsts.iter().zip(firsts.iter().skip(1));
    let Some((&(before, _), &(kind, field))) =
        neighbours.into_iter().find(|&(&(above, _), &(below, _))| place(cx, above) > place(cx, below))
    else {
        return Vec::new();
    };
    let [label, before] = [kind, before].map(|kind| cx.house.label(kind));
    let finding = RULE
        .at(field.label.words, Message::FieldOrder { label, before })
        .quick_fix(Message::ReorderFields, reorder(cx, &fields));
    vec![finding]
}

fn place(cx: &Context, kind: FieldKind) -> usize {
    cx.house.header.place(kind)
}

/// The fields with a fixed place; a misspelt label may stand for another field.
fn sortable<'b>(cx: &Context<'b>) -> Vec<(FieldKind, &'b Field)> {
    let sure = cx.brief.fields.iter().filter(|field| !field.label.misspelt);
    sure.filter_map(|field| Some((field.kind()?, field))).collect()
}

/// The first field of each kind; later ones are left to `header/duplicate-field`.
fn firsts<'b>(fields: &[(FieldKind, &'b Field)]) -> Vec<(FieldKind, &'b Field)> {
    let mut firsts: Vec<(FieldKind, &Field)> = Vec::new();
    for &(kind, field) in fields {
        if firsts.iter().all(|&(other, _)| other != kind) {
            firsts.push((kind, field));
        }
    }
    firsts
}

/// Edits that sort the fields into the places that they now occupy.
fn reorder(cx: &Context, fields: &[(FieldKind, &Field)]) -> Vec<Edit> {
    let mut sorted = fields.to_vec();
    sorted.sort_by_key(|&(kind, _)| place(cx, kind));
    let places = fields
        .iter()
        .zip(sorted)
        .map(|((_, now), (_, then))| (lines_without_end(cx, now), lines_without_end(cx, then)));
    places.filter(|(now, then)| now != then).map(|(now, then)| Edit::replace(now, &cx.text[then])).collect()
}

fn lines_without_end(cx: &Context, field: &Field) -> Span {
    let Range { start, end } = super::lines_of(cx.file, field);
    Span::new(cx.file.lines[start].span.start, cx.file.lines[end - 1].span.end)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::tests::{check, check_quiet};

    #[test]
    fn fields_are_sorted() {
        check(
            &RULE,
            "作者: X\n\n日期: Z\n\n«來源»: Y\n\n關鍵字: W\n",
            Some("作者: X\n\n來源: Y\n\n日期: Z\n\n關鍵字: W\n"),
        );
        check(
            &RULE,
            "關鍵字：軍事\r\n«日期»：2025\r\n來源：𠮷\r\n作者：😀",
            Some("作者：😀\r\n來源：𠮷\r\n日期：2025\r\n關鍵字：軍事"),
        );
    }

    #[test]
    fn title_first_and_link_last() {
        check(
            &RULE,
            "作者: X\n«標題»: T\n連結: https://a.b\n關鍵字: W\n",
            Some("標題: T\n作者: X\n關鍵字: W\n連結: https://a.b\n"),
        );
        check_quiet(&RULE, "標題: T\n作者: X\n來源: Y\n日期: Z\n關鍵字: W\n連結: https://a.b\n");
    }

    #[test]
    fn values_on_the_next_line_move_along() {
        check(&RULE, "日期:\n2025\n\n«作者»: X\n\n摘要:\n", Some("作者: X\n\n日期:\n2025\n\n摘要:\n"));
    }

    #[test]
    fn other_text_is_kept() {
        check(
            &RULE,
            "日期: 2025\n4 月\n\n中國\n\n譯者: Y\n\n«作者»: X\n \n美國\n",
            Some("作者: X\n\n中國\n\n譯者: Y\n\n日期: 2025\n4 月\n \n美國\n"),
        );
    }

    #[test]
    fn the_same_field_again_moves_next_to_the_first() {
        check(
            &RULE,
            "日期: 1\n日期: 2\n«作者»: X\n日期: 3\n作者: Y\n",
            Some("作者: X\n作者: Y\n日期: 1\n日期: 2\n日期: 3\n"),
        );
    }

    #[test]
    fn fields_that_are_there_in_order() {
        check_quiet(&RULE, "作者: X\n關鍵字: W\n");
        check_quiet(&RULE, "譯者: Y\n作者: X\n來源: Y\n作者: Z\n日期: 2025\nSource: U\n");
        check_quiet(&RULE, "日期: 1\n摘要:\n中國\n\n作者: X\n日期: 1\n");
    }

    #[test]
    fn a_guess_from_a_slip_is_not_sorted() {
        check_quiet(&RULE, "作者: X\n日期/Data: Z\n來源: Y\n");
    }
}
