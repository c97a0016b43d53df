//! Rules about the source: each reports one kind of flaw in its names.

pub mod abbreviation;
pub mod address;
pub mod ambiguous;
mod messages;
pub mod misspelled;
pub mod unknown;

use crate::brief::Field;
use crate::reading::source_flaw::{SourceFlaw, source_flaws};
use crate::rules::{Context, Group};

pub static GROUP: Group = Group {
    name: "source",
    rules: &[&unknown::RULE, &misspelled::RULE, &abbreviation::RULE, &ambiguous::RULE, &address::RULE],
};

fn flaws<'k>(cx: &Context<'k>, source: &Field) -> Vec<SourceFlaw<'k>> {
    source_flaws(cx.text, source.value, cx.house.sources())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::rules::tests::{check_any, check_quiet, run};

    #[track_caller]
    fn check_proper(value: &str) {
        for colon in [":", "："] {
            for rule in GROUP.rules {
                check_quiet(rule, &format!("網站來源/Source{colon} {value}\r\n\r\n日期: 04/17/2025\r\n"));
            }
        }
    }

    #[test]
    fn known_names_in_every_dress() {
        for value in [
            "International Institute for Strategic Studies",
            "international institute for strategic studies",
            "Ｉnternational Institute for Strategic Studies",
            "International Institute for Strategic Studies (IISS)",
            "International Institute for Strategic Studies（國際戰略研究所）",
            "國際戰略研究所（IISS）",
            "IISS（國際戰略研究所）",
            "IISS (International Institute for Strategic Studies)",
            "國際戰略研究所",
            "國際戰略研究所 International Institute for Strategic Studies",
            "International Institute for Strategic Studies 國際戰略研究所",
            "國際戰略研究所/International Institute for Strategic Studies",
            "International Institute for Strategic Studies (Singapore)",
            "the RAND Corporation",
            "Australian Strategic Policy Institute (ASPI)",
            "《經濟學人》",
            "經濟學人",
            "《台北時報》",
            "臺灣民主基金會",
            "Reuters",
            "TIME",
            "Center for Strategic & International Studies",
            "Research Institute for Democracy, Society and Emerging Technology",
            "Radio Free Europe/Radio Liberty",
        ] {
            check_proper(value);
        }
    }

    #[test]
    fn several_sources() {
        for value in [
            "RAND Corporation、Brookings Institution",
            "RAND Corporation; Brookings Institution",
            "RAND Corporation / Brookings Institution",
            "RAND Corporation and Brookings Institution",
            "RAND Corporation, Brookings Institution and Hoover Institution",
            "蘭德公司、布魯金斯研究院",
            "蘭德公司與布魯金斯研究院",
            "Center for Strategic and International Studies and RAND Corporation",
        ] {
            check_proper(value);
        }
    }

    #[test]
    fn additions_to_a_name() {
        for value in [
            "RAND Corporation, Center for Asia Pacific Policy",
            "Foreign Affairs (May/June 2025)",
            "Foreign Affairs, Vol. 104",
            "RAND Corporation (https://www.rand.org/pubs)",
            "RAND Corporation https://www.rand.org/pubs",
            "[RAND Corporation](https://www.rand.org/pubs)",
        ] {
            check_proper(value);
        }
    }

    #[test]
    fn an_empty_value_is_not_judged() {
        check_proper("");
        check_proper("\u{3000}");
    }

    proptest! {
        #[test]
        fn any_value_is_judged(value in "(IISS|RAND Corporation|蘭德公司| and |與|https://|www\\.|iiss\\.org|[()（）、;；/,。. \u{3000}😀𠮷a]){0,12}") {
            check_any(GROUP.rules, &format!("來源: {value}\n"));
        }
    }

    #[test]
    fn what_is_long_is_no_one_name() {
        let value = format!("{}x", "a and ".repeat(200_000));
        let text = format!("來源: {value}\n");
        for rule in GROUP.rules {
            let found: Vec<&str> = run(rule, &text).iter().map(|finding| &text.as_str()[finding.span]).collect();
            let expected = if rule.name == unknown::RULE.name { vec![value.as_str()] } else { Vec::new() };
            assert!(found == expected, "{} finds {} names", rule.name, found.len());
        }
    }
}
