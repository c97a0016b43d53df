//! Rules about the date of publication. A value gets at most one finding, depending on its reading.

pub mod day_first;
pub mod format;
pub mod future;
pub mod incomplete;
pub mod invalid;
mod messages;

use super::{Context, Group};
use crate::brief::Field;
use crate::reading::date::{DateReading, read};
use crate::text::Span;

pub static GROUP: Group =
    Group { name: "date", rules: &[&invalid::RULE, &incomplete::RULE, &format::RULE, &day_first::RULE, &future::RULE] };

/// A date as it stands in its field.
struct DateValue {
    span: Span,
    /// Its text as quoted in messages.
    quoted: String,
    reading: DateReading,
}

/// Characters after which a quotation is cut; no date is longer.
const LONGEST_QUOTATION: usize = 48;

fn value(cx: &Context, date: &Field) -> DateValue {
    let span = date.value;
    let text = &cx.text[span];
    let mut quoted: String = text.chars().take(LONGEST_QUOTATION).collect();
    if quoted.len() < text.len() {
        quoted.push('…');
    }
    DateValue { span, quoted, reading: read(text, &cx.house.date_format) }
}
