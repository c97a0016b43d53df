//! Rules about the date of publication. A value gets one finding at most: what it reads as decides which.

pub mod day_first;
pub mod format;
pub mod future;
pub mod incomplete;
pub mod invalid;

use super::Context;
use crate::brief::FieldKind;
use crate::reading::date::{Reading, read};
use crate::text::Span;

/// The date that counts: the first field's. Repeated and empty fields are the business of `header/*`.
struct Value {
    span: Span,
    /// As it is quoted in messages.
    quoted: String,
    reading: Reading,
}

/// Where a quotation breaks off, in characters; no date is longer.
const LONGEST_QUOTATION: usize = 48;

fn value(cx: &Context) -> Option<Value> {
    let span = cx.brief.field(FieldKind::Date)?.value;
    let text = &cx.text[span];
    if text.is_empty() {
        return None;
    }
    let mut quoted: String = text.chars().take(LONGEST_QUOTATION).collect();
    if quoted.len() < text.len() {
        quoted.push('…');
    }
    Some(Value { span, quoted, reading: read(text, &cx.house.date_format) })
}
