//! `pairing/unpaired`: as many points on both sides, yet some have no partner.

use super::messages::Message;
use crate::bitext::Bead;
use crate::bitext::language::is_substantial;
use crate::brief::Section;
use crate::language::Both;
use crate::messages::Shared;
use crate::rules::{Context, Finding, Severity, rule};

rule! {
    /// Reports a Chinese and an English point that answer each other by number and by nothing else.
    ///
    /// Points are compared by the words, numbers and names that they share, by means of a dictionary.
    ///
    /// ## Why
    /// Where one point was forgotten on each side, or one was replaced on one side only, the numbers of points are equal
    /// and nobody notices that readers of the two languages read different things.
    ///
    /// ## Example
    /// ```brief bad
    /// 摘要:
    ///   • 中國擴大與全球南方國家的軍事交流，邀請各國將領訪問北京。
    ///   • 日本政府決定重啟福島事故後停止運轉的多座核能電廠，以減少進口天然氣的費用，並降低二氧化碳的排放量。
    ///   • 歐盟對俄羅斯石油實施新一輪制裁。
    ///
    /// Summary:
    ///   • China expands military exchanges with the Global South and invites generals to Beijing.
    ///   • Brazilian football clubs elected their new presidents last month and quarrel with the league about the
    ///     price of tickets, television rights and the dates of the next season.
    ///   • The European Union imposes a new round of sanctions on Russian oil.
    /// ```
    /// Translate both, or replace the one that is wrong:
    /// ```brief good
    /// 摘要:
    ///   • 中國擴大與全球南方國家的軍事交流，邀請各國將領訪問北京。
    ///   • 日本政府決定重啟福島事故後停止運轉的多座核能電廠，以減少進口天然氣的費用，並降低二氧化碳的排放量。
    ///   • 歐盟對俄羅斯石油實施新一輪制裁。
    ///
    /// Summary:
    ///   • China expands military exchanges with the Global South and invites generals to Beijing.
    ///   • The Japanese government decides to restart several nuclear power plants, idle since the accident of
    ///     Fukushima, to save on imports of natural gas and to reduce emissions of carbon dioxide.
    ///   • The European Union imposes a new round of sanctions on Russian oil.
    /// ```
    ///
    /// Where a little speaks for the two, it is a hint to look at them, and they count as partners.
    ///
    /// Short points are reported hardly ever: two translations of a few words may share none of those that a dictionary
    /// lists. Where the numbers of points differ, `pairing/count` says which have no
    /// partner.
    ///
    /// ## Options
    /// Terms of `glossary.terms` in brief.toml help to tell which points belong together.
    "pairing/unpaired", Warning, Brief(check)
}

fn check(cx: &Context) -> Vec<Finding> {
    unpaired(cx).unwrap_or_default()
}

fn unpaired(cx: &Context) -> Option<Vec<Finding>> {
    let bitext = cx.bitext();
    let sections = bitext.sections()?;
    let alignment = bitext.alignment().filter(|alignment| alignment.is_even())?;
    // Of half of the points and more, `pairing/foreign` speaks.
    if bitext.has_foreign_points() {
        return None;
    }
    // Of a point that was pasted twice `points/duplicate` speaks, and nobody knows which of the two is right.
    if sections.each().iter().any(|(_, section)| !bitext.repeated_points(section).is_empty()) {
        return None;
    }
    let are_telling = |points: &Both<usize>| {
        let texts = sections.zip(*points).map(|(section, at)| &cx.text[section.points[at].text]);
        texts.into_array().into_iter().all(is_substantial)
    };
    let doubtful = alignment.beads.iter().filter(|bead| bead.is_doubtful && !bead.is_merged()).map(Bead::first);
    let mut findings: Vec<Finding> =
        doubtful.filter(are_telling).map(|points| in_doubt(sections.zip(points))).collect();
    let lone = alignment.lone.as_ref();
    for at in 0..lone.chinese.len().max(lone.english.len()) {
        let points = lone.map(|lone| lone.get(at).copied());
        findings.extend(match points.all() {
            Some(points) => are_telling(&points).then(|| unlike(sections.zip(points))),
            None => points.each().into_iter().find_map(|(language, at)| Some(alone(cx, sections[language], (*at)?))),
        });
    }
    Some(findings)
}

/// Points, by index, that stand beside each other and that nothing else answers.
fn unlike(points: Both<(&Section, usize)>) -> Finding {
    let (places, numbers) = (points.map(|(section, at)| section.points[at].text), points.map(|(_, at)| at + 1));
    let message = Message::Unpaired { chinese: numbers.chinese, english: numbers.english };
    let related = Message::PartnerlessChinese { number: numbers.chinese };
    RULE.at(places.english, message).related(places.chinese, related).point_pair(numbers)
}

/// Points, by index, that answer each other with hardly a word in common.
fn in_doubt(points: Both<(&Section, usize)>) -> Finding {
    let (places, numbers) = (points.map(|(section, at)| section.points[at].text), points.map(|(_, at)| at + 1));
    let message = Message::HardlyPaired { chinese: numbers.chinese, english: numbers.english };
    let finding = RULE.at(places.english, message).related(places.chinese, Shared::ChinesePartner).point_pair(numbers);
    Finding { severity: Severity::Hint, ..finding }
}

fn alone(cx: &Context, section: &Section, at: usize) -> Finding {
    let label = cx.text[section.label.words].to_owned();
    let finding = RULE.at(section.points[at].text, Message::UnpairedAlone { label, number: at + 1 });
    finding.point(section.language, at + 1)
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::Severity;
    use crate::rules::tests::{check, check_quiet, run};

    const ZH: &str = "摘要:\n • 中國擴大與全球南方國家的軍事交流。\n • 歐盟對俄羅斯石油實施新一輪制裁，禁止成員國的港口接納運送原油的油輪，並凍結多家銀行的資產。😀\n";
    const EN: &str = "Summary:\n • China expands military exchanges with the Global South.\n";

    #[test]
    fn one_on_each_side() {
        check(
            &RULE,
            &format!(
                "{ZH}\n{EN} • «Brazilian football clubs elected their new presidents last month and quarrel with the league about tickets, television rights and the dates of the next season.»\n"
            ),
            None,
        );
        let findings = run(
            &RULE,
            &format!(
                "{ZH}\n{EN} • Brazilian football clubs elected their new presidents last month and quarrel with the league about tickets, television rights and the dates of the next season.\n"
            ),
        );
        assert_eq!((&findings[0].points.chinese[..], &findings[0].points.english[..]), (&[2][..], &[2][..]));
        assert_eq!(findings[0].related.len(), 1);
    }

    #[test]
    fn a_poor_pair_is_a_hint() {
        let text = format!(
            "{ZH}\n{EN} • Brazilian football clubs elected their new presidents and quarrel with the banks about television rights.\n"
        );
        let findings = run(&RULE, &text);
        assert_eq!(findings.iter().map(|finding| finding.severity).collect::<Vec<_>>(), [Severity::Hint]);
        assert_eq!((&findings[0].points.chinese[..], &findings[0].points.english[..]), (&[2][..], &[2][..]));
    }

    #[test]
    fn partners_are_quiet() {
        check_quiet(
            &RULE,
            &format!(
                "{ZH}\n{EN} • The European Union imposes a new round of sanctions on Russian oil, closes its members' ports to tankers with crude and freezes the assets of several banks.\n"
            ),
        );
        check_quiet(&RULE, &format!("{ZH}\n{EN}"));
    }

    #[test]
    fn what_says_little_is_quiet() {
        check_quiet(&RULE, "摘要:\n • 甲\n • 乙\n\nSummary:\n • A\n • B\n");
        check_quiet(&RULE, "摘要:\n • \n\nSummary:\n • \n");
        check_quiet(&RULE, &format!("{ZH}\n{EN} • Rice.\n"));
        check_quiet(&RULE, &format!("{ZH}\n{EN} •\n"));
    }
}
