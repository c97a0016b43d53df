//! Rules that hold a brief against the others of its archive. A brief by itself has none to differ from.

pub mod author;
mod messages;
pub mod source;
pub mod term;

use crate::archive::NameKind;
use crate::messages::Shared;
use crate::rules::{Context, Finding, Group, Rule};
use crate::text::{Edit, Span, is_blank};
use messages::Message;

pub static GROUP: Group = Group { name: "consistency", rules: &[&author::RULE, &source::RULE, &term::RULE] };

/// Says that the name at `span` is written otherwise in most briefs, where that is clear.
fn spelt_otherwise(cx: &Context, rule: &'static Rule, kind: NameKind, span: Span) -> Option<Finding> {
    let name = &cx.text[span];
    let habit =
        cx.usage.usual_spelling(kind, name).filter(|habit| habit.is_clear() && !look_alike(&habit.spelling, name))?;
    let usual = habit.spelling.to_string();
    let message = Message::SpeltOtherwise { usual: usual.clone(), count: habit.usual, briefs: habit.briefs };
    let finding = rule.at(span, message).elsewhere(&habit.example, Message::SpeltSo { usual: usual.clone() });
    Some(finding.quick_fix(Shared::ReplaceBy { text: usual.clone() }, vec![Edit::replace(span, usual)]))
}

/// Whether nobody sees a difference: a blank may be one that does not break.
fn look_alike(one: &str, other: &str) -> bool {
    let seen = |c: char| if is_blank(c) { ' ' } else { c };
    one.chars().map(seen).eq(other.chars().map(seen))
}
