//! `pairing/foreign`: a half, its lead or most of its points belong to another brief.

use super::messages::Message;
use crate::bitext::Foreign;
use crate::brief::Section;
use crate::language::Both;
use crate::messages::Shared;
use crate::rules::{Context, Finding, rule};

rule! {
    /// Reports a section, a lead, or half of the points and more, that are about something else than the other half.
    ///
    /// Two texts are compared by the words, numbers and names that they share, by means of a dictionary, and only long
    /// ones are judged.
    ///
    /// ## Why
    /// The English of last week's brief under the Chinese of today's has the right number of points, and each of them is
    /// well written: nobody who reads one language alone sees it.
    ///
    /// ## Example
    /// ```brief bad
    /// 摘要:
    /// 歐盟對俄羅斯石油實施新一輪制裁，禁止成員國的港口接納運送原油的油輪，並凍結多家銀行的資產。
    ///   • 日本政府決定重啟福島事故後停止運轉的多座核能電廠，以減少進口天然氣的費用。
    ///   • 中國擴大與全球南方國家的軍事交流，並邀請各國將領訪問北京。
    ///
    /// Summary:
    /// Brazilian football clubs elected their new presidents last month and quarrel with the league about the price of tickets.
    ///   • Television rights will be sold one by one from next season, and smaller clubs fear for their budgets.
    ///   • Players want longer holidays and shorter flights between matches in the north of the country.
    /// ```
    /// Put the half that belongs to this brief in its place:
    /// ```brief good
    /// 摘要:
    /// 歐盟對俄羅斯石油實施新一輪制裁，禁止成員國的港口接納運送原油的油輪，並凍結多家銀行的資產。
    ///   • 日本政府決定重啟福島事故後停止運轉的多座核能電廠，以減少進口天然氣的費用。
    ///   • 中國擴大與全球南方國家的軍事交流，並邀請各國將領訪問北京。
    ///
    /// Summary:
    /// The European Union imposes new sanctions on Russian oil, closes its ports to tankers and freezes the assets of several banks.
    ///   • The Japanese government decides to restart nuclear power plants idle since Fukushima to save on imports of natural gas.
    ///   • China expands military exchanges with the Global South and invites generals to Beijing.
    /// ```
    ///
    /// A single point that nothing answers is `pairing/unpaired`'s. What is foreign is compared no further: its figures and
    /// names are not reported one by one.
    ///
    /// ## Options
    /// Terms of `glossary.terms` in brief.toml help to tell what belongs together.
    "pairing/foreign", Error, Brief(check)
}

fn check(cx: &Context) -> Vec<Finding> {
    let bitext = cx.bitext();
    let (Some(sections), Some(foreign)) = (bitext.sections(), bitext.foreign()) else { return Vec::new() };
    if foreign.is_whole {
        return vec![half(cx, sections)];
    }
    lead(sections, foreign).into_iter().chain(points(sections, foreign)).collect()
}

fn half(cx: &Context, sections: Both<&Section>) -> Finding {
    let labels = sections.map(|section| section.label.words);
    let written = labels.map(|label| cx.text[label].to_owned());
    let message = Message::ForeignHalf { chinese_label: written.chinese, english_label: written.english };
    RULE.at(labels.english, message).related(labels.chinese, Message::OtherHalfHere)
}

fn lead(sections: Both<&Section>, foreign: &Foreign) -> Option<Finding> {
    let leads = sections.map(|section| section.lead.first().filter(|_| foreign.lead)).all()?;
    let finding = RULE.at(leads.english.text, Message::ForeignLead);
    Some(finding.related(leads.chinese.text, Message::LeadHere).point_pair(Both::new(0, 0)))
}

fn points(sections: Both<&Section>, foreign: &Foreign) -> Option<Finding> {
    let numbers = foreign.points.as_ref().map(|points| points.iter().map(|at| at + 1).collect::<Vec<usize>>());
    let firsts =
        sections.zip(foreign.points.as_ref()).map(|(section, points)| Some(section.points[*points.first()?].text));
    let firsts = firsts.all()?;
    let listed = numbers.as_ref().map(|numbers| numbers.iter().map(usize::to_string).collect::<Vec<_>>());
    let message = Message::ForeignPoints { chinese: listed.chinese.join("、"), english: listed.english.join(", ") };
    let finding = RULE.at(firsts.english, message).related(firsts.chinese, Shared::ChinesePartner);
    Some(Finding { points: numbers, ..finding })
}

#[cfg(test)]
mod tests {
    use super::RULE;
    use crate::rules::tests::{check, check_quiet};

    const ZH: [&str; 5] = [
        "歐盟對俄羅斯石油實施新一輪制裁，禁止成員國的港口接納運送原油的油輪，並凍結多家銀行的資產。😀",
        "日本政府決定重啟福島事故後停止運轉的多座核能電廠，以減少進口天然氣的費用。",
        "中國擴大與全球南方國家的軍事交流，並邀請各國將領訪問北京。",
        "台灣提高國防預算，採購更多飛彈與無人機，並延長義務役期至一年。",
        "印度與法國簽署能源協定，共同興建小型核子反應爐，供應鋼鐵業用電。",
    ];
    const EN: [&str; 5] = [
        "The European Union imposes new sanctions on Russian oil, closes its ports to tankers and freezes the assets of several banks.",
        "The Japanese government decides to restart nuclear power plants idle since Fukushima to save on imports of natural gas.",
        "China expands military exchanges with the Global South and invites generals to Beijing.",
        "Taiwan raises its defense budget, buys more missiles and drones, and extends conscription to one year.",
        "India and France sign an energy agreement to build small nuclear reactors that will power the steel industry.",
    ];
    const OTHER: [&str; 5] = [
        "Brazilian football clubs elected their new presidents last month and quarrel with the league about the price of tickets.",
        "Television rights will be sold one by one from next season, and smaller clubs fear for their budgets.",
        "Players want longer holidays and shorter flights between matches in the north of the country.",
        "A museum in São Paulo shows the shirts, boots and letters of famous goalkeepers until the end of May.",
        "Fans may bring drums and flags again, but no fireworks, to all stadiums with more than ten thousand seats.",
    ];

    fn brief(zh: [&str; 5], en: [&str; 5]) -> String {
        let half = |label: &str, [lead, points @ ..]: [&str; 5]| {
            format!("{label}:\n{lead}\n{}", points.map(|point| format!("  • {point}\n")).concat())
        };
        format!("{}\n{}", half("摘要", zh), half("«Summary»", en))
    }

    #[test]
    fn the_half_of_another_brief() {
        check(&RULE, &brief(ZH, OTHER), None);
        check_quiet(&RULE, &brief(ZH, EN).replace(['«', '»'], ""));
    }

    #[test]
    fn a_lead_of_another_brief() {
        let [_, points @ ..] = EN;
        let lead = format!("«{}»", OTHER[0]);
        check(
            &RULE,
            &brief(ZH, [&lead, points[0], points[1], points[2], points[3]]).replace("«Summary»", "Summary"),
            None,
        );
    }

    #[test]
    fn most_points_of_another_brief() {
        let zh = [ZH[0], &format!("{}{}", ZH[0], ZH[1]), &format!("{}{}", ZH[1], ZH[4]), ZH[3], ZH[2]];
        let (first, second) = (format!("«{} {}»", OTHER[0], OTHER[1]), format!("{} {}", OTHER[2], OTHER[3]));
        let text = brief(zh, [EN[0], &first, &second, EN[3], EN[2]]);
        check(&RULE, &text.replace("«Summary»", "Summary"), None);
        // One alone is `pairing/unpaired`'s.
        check_quiet(&RULE, &brief(ZH, [EN[0], OTHER[1], EN[2], EN[3], EN[4]]).replace(['«', '»'], ""));
    }

    #[test]
    fn short_and_untranslated_texts() {
        check_quiet(&RULE, "摘要:\n甲\n  • 乙\n\nSummary:\nFootball\n  • Tickets\n");
        check_quiet(&RULE, &brief(ZH, ZH).replace(['«', '»'], ""));
    }
}
