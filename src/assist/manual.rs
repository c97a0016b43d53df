//! Manuals of the rules with findings under the cursor.

use crate::assist::hover::Hover;
use crate::rules::{Finding, Rule};
use crate::snapshot::Snapshot;
use crate::text::Span;

/// Summary, reason and options of each rule with a finding at byte `offset`.
pub fn manual(snapshot: &Snapshot, offset: usize) -> Option<Hover> {
    let here = snapshot.findings().iter().filter(|finding| finding.span.touches(Span::at(offset)));
    let mut findings: Vec<&Finding> = Vec::new();
    for finding in here {
        if findings.iter().all(|other| other.rule != finding.rule) {
            findings.push(finding);
        }
    }
    let span = findings.first()?.span;
    let manuals: Vec<String> = findings.iter().map(|finding| of_rule(finding.rule)).collect();
    Some(Hover { span, markdown: manuals.join("\n\n"), note: None })
}

fn of_rule(rule: &Rule) -> String {
    let mut parts = vec![format!("`{}` · {}", rule.name, rule.summary())];
    parts.extend(["Why", "Options"].iter().filter_map(|heading| rule.part(heading)));
    parts.push(format!("`brief-ls explain {}`", rule.name));
    parts.join("\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::archive::Archive;
    use crate::assist::hover::{hover, stack};
    use crate::assist::tests::at_cursor;

    #[test]
    fn why_a_place_is_underlined() {
        let (snapshot, offset) = at_cursor("作者: X\n日期: 2025-04|-17\n");
        let manual = manual(&snapshot, offset).expect("a manual");
        assert_eq!(&snapshot.content()[manual.span], "2025-04-17");
        for words in
            ["`date/format` · Reports a date", "One form for all briefs", "header.date-format", "explain date/format"]
        {
            assert!(manual.markdown.contains(words), "{words} in\n{}", manual.markdown);
        }
        let both = stack([hover(&snapshot, &Archive::default(), offset), Some(manual)]).expect("both");
        assert!(
            both.markdown.starts_with("Thursday, April 17, 2025") && both.markdown.contains("\n\n---\n\n`date/format`")
        );
    }

    #[test]
    fn nothing_where_nothing_is_found() {
        let (snapshot, offset) = at_cursor("作者: X\n日期: 04/17|/2025\n");
        assert!(
            manual(&snapshot, offset).is_none()
                && stack([hover(&snapshot, &Archive::default(), offset), None]).is_some()
        );
    }
}
