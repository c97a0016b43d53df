//! Rules that compare a brief with the others of its archive. They are silent about a brief by itself.

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

/// The finding that most briefs clearly spell the name at `span` differently.
fn spelt_otherwise(cx: &Context, rule: &'static Rule, kind: NameKind, span: Span) -> Option<Finding> {
    let name = &cx.text[span];
    let habit =
        cx.usage.usual_spelling(kind, name).filter(|habit| habit.is_clear() && !look_alike(&habit.spelling, name))?;
    let usual = habit.spelling.to_string();
    let message = Message::SpeltOtherwise { usual: usual.clone(), count: habit.usual, briefs: habit.briefs };
    let finding = rule.at(span, message).elsewhere(&habit.example, Message::SpeltSo { usual: usual.clone() });
    Some(finding.quick_fix(Shared::ReplaceBy { text: usual.clone() }, vec![Edit::replace(span, usual)]))
}

/// Whether two names look the same: one may have a no-break space.
fn look_alike(one: &str, other: &str) -> bool {
    let seen = |c: char| if is_blank(c) { ' ' } else { c };
    one.chars().map(seen).eq(other.chars().map(seen))
}
