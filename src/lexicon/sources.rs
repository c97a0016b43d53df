//! The sources of briefs: think tanks, journals, media, governments.

use std::cmp::Reverse;
use std::sync::{LazyLock, OnceLock};

use super::domain::{self, Address};
use super::folded_names::{FoldedNames, LONGEST};
use super::folding::fold_name;
use super::keywords;
use super::spelling::Speller;
use crate::language::{Both, table};

/// An organisation or periodical that publishes what briefs summarise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The full name: the English one as a brief should give it, the Chinese one as Taiwan has it, if any.
    pub name: Both<&'static str>,
    /// Empty where none is in use.
    pub abbreviation: &'static str,
    /// Host of its site, with a path where the host is not its own.
    pub domain: &'static str,
    /// `think_tank`, `outlet`, `journal`…
    pub kind: &'static str,
    /// Two letters, or INT.
    pub country: &'static str,
    /// Other names; among the English ones are abbreviations that it shares with others.
    pub aliases: Both<Vec<&'static str>>,
}

/// The sources that a text may name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SourceMatch<'s> {
    /// Some full name of it, English or Chinese.
    Name(&'s Source),
    /// Only an abbreviation, which nothing else has.
    Abbreviation(&'s Source),
    /// An abbreviation of several, the likeliest first.
    Ambiguous(Vec<&'s Source>),
    Unknown,
}

/// All known sources.
#[derive(Debug)]
pub struct Sources {
    all: Vec<Source>,
    names: FoldedNames<SourceName>,
    /// Built for the first unknown name.
    speller: OnceLock<Speller>,
}

/// A name's bearer, by index, and the kind of name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct SourceName {
    role: SourceNameRole,
    source: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum SourceNameRole {
    Name,
    /// The abbreviation that its own row gives it.
    Abbreviation,
    /// One by which another source is better known.
    SharedAbbreviation,
}

const TABLE: &str = include_str!("sources.tsv");

/// The sources that are built in.
pub fn sources() -> &'static Sources {
    static SOURCES: LazyLock<Sources> = LazyLock::new(|| Sources::read(TABLE));
    &SOURCES
}

impl Sources {
    fn read(table: &'static str) -> Sources {
        Sources::of(table::rows(table).map(Source::from_row).collect())
    }

    fn of(all: Vec<Source>) -> Sources {
        let names = FoldedNames::new(all.iter().enumerate().flat_map(|(i, source)| source.names(i)), fold_name);
        Sources { all, names, speller: OnceLock::new() }
    }

    /// The sources of a house, then those of `others` that it does not name itself. An abbreviation of a house's source
    /// means that one alone.
    pub fn of_house(own: Vec<Source>, others: &[Source]) -> Sources {
        let house = Sources::of(own.clone());
        let is_own = |name: &str| !name.is_empty() && house.lookup(name) != SourceMatch::Unknown;
        let others = others.iter().filter(|source| !is_own(source.name.english)).cloned().map(|mut source| {
            source.aliases.as_mut().map(|aliases| aliases.retain(|alias| !is_own(alias)));
            if is_own(source.abbreviation) {
                source.abbreviation = "";
            }
            source
        });
        Sources::of(own.into_iter().chain(others).collect())
    }

    pub fn all(&self) -> &[Source] {
        &self.all
    }

    /// The source that `text` as a whole names.
    pub fn lookup(&self, text: &str) -> SourceMatch<'_> {
        if text.len() > LONGEST {
            return SourceMatch::Unknown;
        }
        let mut found: Vec<SourceName> = self.names.get(&fold_name(text)).copied().collect();
        if let Some(SourceName { role: SourceNameRole::Name, source }) = found.first() {
            return SourceMatch::Name(&self.all[*source]);
        }
        // An abbreviation may be known in two spellings: IFRI, Ifri.
        let mut seen = Vec::new();
        found.retain(|name| {
            !seen.contains(&name.source) && {
                seen.push(name.source);
                true
            }
        });
        match found[..] {
            [] => SourceMatch::Unknown,
            [one] => SourceMatch::Abbreviation(&self.all[one.source]),
            _ => SourceMatch::Ambiguous(found.iter().map(|name| &self.all[name.source]).collect()),
        }
    }

    /// The source whose site `address` is on: a URL or a host, whose subdomains count. Where several share a host, the
    /// path decides.
    pub fn by_domain(&self, address: &str) -> Option<&Source> {
        let address = Address::of(address);
        // The most special one: ndc.nato.int before nato.int, a journal before the institute that publishes it. The first
        // of equals, as `max_by_key` takes the last.
        let specificity = |source: &&Source| (domain::host(source.domain).len(), source.domain.len());
        self.all.iter().filter(|source| address.is_on(source.domain)).min_by_key(|source| Reverse(specificity(source)))
    }

    /// The source, and its name, that `text`, which `lookup` does not know, most likely misspells.
    pub fn closest(&self, text: &str) -> Option<(&Source, &'static str)> {
        if text.len() > LONGEST {
            return None;
        }
        let all_but_alike = || self.but_for_an_article(text).or_else(|| self.periodical_but_for_its_kind(text));
        match self.speller().nearest(&fold_name(text)) {
            Some((source, name)) => Some((&self.all[source], name)),
            None => all_but_alike().map(|source| (source, source.name.english)),
        }
    }

    /// `Center for New American Security`, for which one writes `a New`.
    fn but_for_an_article(&self, text: &str) -> Option<&Source> {
        let is_same = |source: &&Source| without_articles(source.name.english).eq(without_articles(text));
        let mut same = self.all.iter().filter(is_same);
        // Short names may differ by nothing else.
        same.next().filter(|_| without_articles(text).count() > 2 && same.next().is_none())
    }

    /// `Foreign Affairs Magazine`.
    fn periodical_but_for_its_kind(&self, text: &str) -> Option<&Source> {
        let (name, kind) = text.trim().rsplit_once(' ')?;
        match self.lookup(name) {
            SourceMatch::Name(source) if kind.eq_ignore_ascii_case("magazine") => {
                Some(source).filter(|source| matches!(source.kind, "journal" | "outlet"))
            }
            _ => None,
        }
    }
}

fn without_articles(name: &str) -> impl Iterator<Item = String> {
    name.split_whitespace().map(str::to_lowercase).filter(|word| !matches!(word.as_str(), "a" | "an" | "the"))
}

impl Sources {
    fn speller(&self) -> &Speller {
        self.speller.get_or_init(|| {
            let sources = self.all.iter().enumerate();
            Speller::new(
                sources.flat_map(|(i, source)| source.spelt_out().map(move |name| (name, i))),
                keywords().all().iter().map(|keyword| keyword.name.english),
            )
        })
    }
}

impl Source {
    fn from_row(row: [&'static str; 8]) -> Source {
        let [name, abbreviation, domain, chinese, kind, country, aliases, chinese_aliases] = row;
        let aliases = Both::new(chinese_aliases, aliases).map(table::values);
        Source { name: Both::new(chinese, name), abbreviation, domain, kind, country, aliases }
    }

    /// A source of a house; unknown fields are empty.
    pub fn of_house(name: Both<&'static str>, abbreviation: &'static str, domain: &'static str) -> Source {
        Source { name, abbreviation, domain, kind: "", country: "", aliases: Both::default() }
    }

    /// Whether `text` is, to the letter, one of its names and no abbreviation.
    pub fn is_written(&self, text: &str) -> bool {
        self.spelt_out().any(|name| name == text)
    }

    /// Every name with its role.
    fn names(&self, source: usize) -> impl Iterator<Item = (&'static str, SourceName)> {
        let own = std::iter::once((self.abbreviation, SourceName { role: SourceNameRole::Abbreviation, source }));
        let shared = (self.aliases.english.iter().copied().filter(|alias| self.abbreviates(alias)))
            .map(move |alias| (alias, SourceName { role: SourceNameRole::SharedAbbreviation, source }));
        let names = self.spelt_out().map(move |name| (name, SourceName { role: SourceNameRole::Name, source }));
        names.chain(own).chain(shared)
    }

    /// Every name that is no abbreviation, also without the place in brackets that tells namesakes apart.
    fn spelt_out(&self) -> impl Iterator<Item = &'static str> {
        let bare = self.name.english.strip_suffix(')').and_then(|name| name.rsplit_once(" ("));
        let english = self.aliases.english.iter().copied().filter(|alias| !self.abbreviates(alias));
        let chinese = std::iter::once(self.name.chinese).chain(self.aliases.chinese.iter().copied());
        let names = std::iter::once(self.name.english).chain(bare.map(|(name, _)| name));
        names.chain(english).chain(chinese).filter(|name| !name.is_empty())
    }

    /// `ASPI`, `INSS (NDU)`, but not `POLITICO`, which is the name itself.
    fn abbreviates(&self, alias: &str) -> bool {
        let word = alias.split_once(" (").map_or(alias, |(word, _)| word);
        word.bytes().all(|b| b.is_ascii_uppercase()) && !self.name.english.eq_ignore_ascii_case(word)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    #[track_caller]
    fn check_name(text: &str, name: &str) {
        assert!(matches!(sources().lookup(text), SourceMatch::Name(source) if source.name.english == name), "{text}");
    }

    #[track_caller]
    fn check_abbreviation(text: &str, names: &[&str]) {
        let found = match sources().lookup(text) {
            SourceMatch::Abbreviation(source) => vec![source.name.english],
            SourceMatch::Ambiguous(sources) => sources.iter().map(|source| source.name.english).collect(),
            other => panic!("{text} is {other:?}"),
        };
        assert_eq!(found, names);
    }

    #[track_caller]
    fn check_closest(text: &str, name: Option<&str>) {
        assert_eq!(sources().closest(text).map(|(_, name)| name), name, "{text}");
    }

    #[track_caller]
    fn check_address(address: &str, name: Option<&str>) {
        assert_eq!(sources().by_domain(address).map(|source| source.name.english), name, "{address}");
    }

    #[test]
    fn names_in_every_spelling() {
        let iiss = "International Institute for Strategic Studies";
        for text in [
            iiss,
            "the international institute for strategic studies",
            "ＩＮＴＥＲＮＡＴＩＯＮＡＬ Institute for Strategic Studies",
            "國際戰略研究所",
            "国际战略研究所",
            "英國國際戰略研究所",
        ] {
            check_name(text, iiss);
        }
        check_name("RAND Corporation", "RAND Corporation");
        check_name("臺灣智庫", "Taiwan Thinktank");
        check_name("南華早報", "South China Morning Post");
        check_name("《南華早報》", "South China Morning Post");
        check_name("POLITICO", "Politico");
        check_name("US Department of State", "U.S. Department of State");
        check_name("Center for Strategic & International Studies", "Center for Strategic and International Studies");
        check_name("Ministry of National Defense", "Ministry of National Defense (Taiwan)");
        assert_eq!(sources().lookup("中國日"), SourceMatch::Unknown);
        assert_eq!(sources().lookup(""), SourceMatch::Unknown);
        assert_eq!(sources().lookup(&"國".repeat(1_000_000)), SourceMatch::Unknown);
    }

    #[test]
    fn abbreviations_with_one_meaning_or_several() {
        check_abbreviation("IISS", &["International Institute for Strategic Studies"]);
        check_abbreviation("iiss", &["International Institute for Strategic Studies"]);
        check_abbreviation("ＩＩＳＳ", &["International Institute for Strategic Studies"]);
        check_abbreviation("IFRI", &["French Institute of International Relations"]);
        check_abbreviation("CNA (Singapore)", &["Channel NewsAsia"]);
        check_abbreviation("INSS Israel", &["Institute for National Security Studies (Israel)"]);
        check_abbreviation("INSS (Israel)", &["Institute for National Security Studies (Israel)"]);
        check_abbreviation("ASPI", &["Australian Strategic Policy Institute", "Asia Society Policy Institute"]);
        check_abbreviation("CNA", &["Center for Naval Analyses", "Central News Agency", "Channel NewsAsia"]);
        check_abbreviation("EPC", &["European Policy Centre", "Emirates Policy Center"]);
    }

    #[test]
    fn a_house_has_sources_of_its_own() {
        let clouds = Source::of_house(Both::new("雲端觀測所", "Institute of Cloud Gazing"), "CNA", "clouds.example");
        let name = Both::new("國際戰略研究所", "The International Institute for Strategic Studies");
        let iiss = Source::of_house(name, "IISS", "");
        let house = Sources::of_house(vec![clouds, iiss], sources().all());
        for text in ["Institute of cloud gazing", "雲端觀測所"] {
            assert!(matches!(house.lookup(text), SourceMatch::Name(source) if source.abbreviation == "CNA"), "{text}");
        }
        assert!(matches!(house.lookup("CNA"), SourceMatch::Abbreviation(_)));
        assert!(
            matches!(house.lookup("IISS"), SourceMatch::Abbreviation(source) if source.name.english.starts_with("The "))
        );
        assert!(matches!(house.lookup("Central News Agency"), SourceMatch::Name(_)));
        assert!(house.by_domain("https://www.clouds.example/a").is_some());
        assert_eq!(house.closest("Institute of Cloud Gazign").map(|(_, name)| name), Some("Institute of Cloud Gazing"));
        assert_eq!(Sources::of_house(vec![clouds_only()], &[]).lookup("RAND Corporation"), SourceMatch::Unknown);
    }

    fn clouds_only() -> Source {
        let listed = sources().all()[0].clone();
        Source { name: Both { english: "Institute of Cloud Gazing", ..listed.name }, ..listed }
    }

    #[test]
    fn slips_in_names() {
        let iiss = Some("International Institute for Strategic Studies");
        for text in [
            "Internatonal Institute for Strategic Studies",
            "International Institute for Startegic Studies",
            "Internatoinal Institute for Strategic Studeis",
            "International Institute of Strategic Studies",
            "International Institute Strategic Studies",
            "InternationalInstitute for Strategic Studies",
        ] {
            check_closest(text, iiss);
        }
        check_closest("Brookings Institute", Some("Brookings Institution"));
        check_closest("Brooking Institution", Some("Brookings Institution"));
        check_closest("Stimson Centre", Some("Stimson Center"));
        check_closest("Center for New American Security", Some("Center for a New American Security"));
        check_closest("Foreign Affairs Magazine", Some("Foreign Affairs"));
        check_closest("RAND Corporation Magazine", None);
        check_closest("Center for Naval Analysis", Some("Center for Naval Analyses"));
        check_closest("Rueters", Some("Reuters"));
        check_closest("Rand Coporation", Some("RAND Corporation"));
        check_closest("國際略戰研究所", Some("國際戰略研究所"));
    }

    #[test]
    fn other_institutes_are_no_slips() {
        let unknown = OTHER_INSTITUTES.iter().filter(|text| sources().lookup(text) == SourceMatch::Unknown);
        let near: Vec<_> = unknown.filter_map(|text| Some((text, sources().closest(text)?.1))).collect();
        assert_eq!(near, []);
    }

    /// Real institutes and media that the list lacks, named much like those that it has.
    const OTHER_INSTITUTES: &[&str] = &[
        "Institute for Policy Studies",
        "Center for Global Development",
        "Center for European Policy Analysis",
        "Center for Economic and Policy Research",
        "Centre for Policy Research",
        "Centre for Economic Policy Research",
        "German Development Institute",
        "Institute of South Asian Studies",
        "Institute of Chinese Studies",
        "Institute of Strategic Studies Islamabad",
        "Austrian Institute for International Affairs",
        "Hungarian Institute of International Affairs",
        "Institute of International Relations Prague",
        "Institute for International Relations",
        "Ukrainian Institute of International Politics",
        "Estonian Foreign Policy Institute",
        "Latvian Institute of International Affairs",
        "Asia Center",
        "Institute for Security and Technology",
        "Institute for European Studies",
        "Institute for Economics and Peace",
        "Center for Security Policy",
        "Center for International Policy",
        "Center for Strategic Research",
        "Center for Strategic Translation",
        "Center for China Analysis",
        "Center for Global Security Research",
        "Center for Immigration Studies",
        "Center for Climate and Security",
        "Center for Policy Studies",
        "Centre for Policy Studies",
        "Centre for Social Justice",
        "Centre for Geopolitics",
        "Centre for Land Warfare Studies",
        "Centre for Independent Studies",
        "Institute of Public Affairs",
        "Institute for Government",
        "Institute for Public Policy Research",
        "Institute for Fiscal Studies",
        "Institute of Economic Affairs",
        "Adam Smith Institute",
        "Legatum Institute",
        "Tony Blair Institute for Global Change",
        "Fraser Institute",
        "Korea Economic Research Institute",
        "Korea Development Institute",
        "Korea Institute for Future Strategy",
        "Korea Times",
        "Korea JoongAng Daily",
        "Japan Center for International Exchange",
        "Japan Forward",
        "Japan Today",
        "Nikkei Shimbun",
        "Mainichi Shimbun",
        "Taiwan Insight",
        "Taiwan Today",
        "Taiwan Review",
        "Taipei Post",
        "China Post",
        "China Review News",
        "China Economic Review",
        "China Policy Institute",
        "China Information",
        "China Perspectives",
        "China Security",
        "Asia Policy",
        "Asian Affairs",
        "Asian Perspective",
        "Asia Global Institute",
        "Asia Research Institute",
        "Asia Foundation",
        "Asian Development Bank Institute",
        "Pacific Affairs",
        "Pacific Council",
        "World Affairs",
        "World Policy Journal",
        "World Resources Institute",
        "International Studies Quarterly",
        "International Studies Review",
        "International Interactions",
        "International Peace Institute",
        "International Relations",
        "Journal of Peace Research",
        "Journal of East Asian Studies",
        "Journal of Asian Studies",
        "Journal of Strategic Security",
        "Journal of Conflict Resolution",
        "Journal of Democracy",
        "Security Dialogue",
        "Strategic Studies Quarterly",
        "Strategic Analysis",
        "Strategic Survey",
        "Naval Institute Press",
        "Naval War College",
        "National War College",
        "National Defense University",
        "National Defense",
        "National Review",
        "Defense Priorities",
        "Defence Studies",
        "Contemporary Security Policy",
        "Foreign Policy Analysis",
        "Foreign Policy Bulletin",
        "Foreign Policy Centre",
        "Foreign Policy Institute",
        "The New Republic",
        "The New Yorker",
        "The New Statesman",
        "The Spectator",
        "The Nation",
        "The Independent",
        "The Hill",
        "The Globe and Mail",
        "The Irish Times",
        "The Times of India",
        "The Times of Israel",
        "The Jerusalem Post",
        "The Japan News",
        "The Kyiv Post",
        "Kyiv Post",
        "The Manila Times",
        "The Nikkei",
        "Die Zeit",
        "Die Welt",
        "Le Figaro",
        "El País",
        "La Stampa",
        "Bloomberg Opinion",
        "Washington Times",
        "Washington Examiner",
        "Washington Monthly",
        "Los Angeles Times",
        "Mercatus Center",
        "Niskanen Center",
        "Berggruen Institute",
        "Milken Institute",
        "Manhattan Institute",
        "Claremont Institute",
        "Cato Journal",
        "Hertie School",
        "Munich Security Conference",
        "Ecologic Institute",
        "Kiel Institute of Security",
        "Swedish National China Centre",
        "Swedish Institute for European Policy Studies",
        "Stockholm Free World Forum",
        "Royal Institute for Strategic Studies",
        "Royal Danish Defence College",
        "Royal Danish Institute",
        "Danish Institute for Human Rights",
        "Norwegian Institute for Defence Studies",
        "Finnish Defence Studies",
        "Institute for Foreign Policy Analysis",
        "Institute of Foreign Affairs",
        "Institute of International Studies",
        "Institute of Taiwan Studies",
        "Institute of American Studies",
        "Institute of European and American Studies",
        "Institute for Global Affairs",
        "Institute for International Studies",
        "Institute of Modern International Relations",
        "China Foundation for International Studies",
        "China Institute for Innovation",
        "China Academy of Sciences",
        "Chinese Academy of Sciences",
        "Shanghai Academy of Social Sciences",
        "National Security Archive",
        "National Security Journal",
        "National Security Institute",
        "International Institute for Sustainable Development",
        "International Institute for Asian Studies",
        "International Institute for Democracy",
        "Harvard Business Review",
        "Harvard Asia Center",
        "Pulitzer Center",
        "Quincy Institution of Art",
        "Wilson Quarterly",
        "Kyiv School of Economics",
        "Razumkov Centre",
        "Carter Center",
        "Baker Institute",
        "Nixon Foundation",
        "Reagan Institute",
        "Reagan Foundation",
        "Bush Institute",
        "McCain Institute",
        "Hinrich Foundation",
        "Ford Foundation",
        "Atlantic Monthly Press",
        "Atlantic Treaty Association",
        "Nuclear Weapons Initiative",
        "German Marshall Centre",
        "政治大學",
        "國際戰略研究院",
        "國家戰略研究院",
        "中國研究院",
        "台灣大學",
        "亞洲研究所",
        "外交政策研究院",
        "國防研究所",
    ];

    #[test]
    fn no_known_source_is_near_another() {
        let all = sources().all();
        let others = || keywords().all().iter().map(|keyword| keyword.name.english);
        let mut near = Vec::new();
        for (i, source) in all.iter().enumerate() {
            let rest = all.iter().enumerate().filter(|(j, _)| i != *j);
            let speller =
                Speller::new(rest.flat_map(|(j, source)| source.spelt_out().map(move |name| (name, j))), others());
            near.extend(source.spelt_out().filter_map(|name| Some((name, speller.nearest(&fold_name(name))?.1))));
        }
        assert_eq!(near, []);
    }

    #[test]
    fn most_slips_are_found() {
        let (mut slips, mut found, mut wrong) = (0, 0, Vec::new());
        // Every third is enough to know.
        for source in sources().all().iter().step_by(3) {
            for slip in slips_in(source.name.english) {
                slips += 1;
                match sources().closest(&slip) {
                    Some((near, _)) if near == source => found += 1,
                    Some((near, _)) => wrong.push((slip, near.name.english)),
                    None => {}
                }
            }
        }
        println!("{found} of {slips} slips found, {wrong:?} mistaken");
        assert_eq!(wrong, []);
        assert!(found * 100 > slips * 85, "{found} of {slips}");
    }

    /// Each letter left out, doubled, or changed with its neighbour, in every word but its first letter.
    fn slips_in(name: &str) -> Vec<String> {
        let chars: Vec<char> = name.chars().collect();
        let inner = (1..chars.len()).filter(|&i| chars[i].is_ascii_lowercase() && chars[i - 1].is_alphabetic());
        inner
            .flat_map(|i| {
                let (mut lost, mut doubled, mut changed) = (chars.clone(), chars.clone(), chars.clone());
                lost.remove(i);
                doubled.insert(i, chars[i]);
                changed.swap(i, (i + 1).min(chars.len() - 1));
                [lost, doubled, changed].map(|chars| chars.into_iter().collect::<String>())
            })
            .filter(|slip| matches!(sources().lookup(slip), SourceMatch::Unknown))
            .collect()
    }

    #[test]
    fn addresses() {
        let iiss = Some("International Institute for Strategic Studies");
        check_address("https://www.iiss.org/online-analysis/2025/04/x?y=https://csis.org#z", iiss);
        check_address("HTTP://IISS.ORG", iiss);
        check_address("go.iiss.org:443/", iiss);
        check_address("iiss.org/publications/survival/2025", Some("Survival"));
        check_address("https://www.iiss.org/publications/survivalists", iiss);
        check_address("https://www.nato.int/x", Some("North Atlantic Treaty Organization"));
        check_address("https://www.ndc.nato.int/x", Some("NATO Defense College"));
        check_address("https://tandfonline.com/journals/cjcc20", Some("Journal of Contemporary China"));
        for address in
            ["https://tandfonline.com/doi/1", "https://notiiss.org", "https://iiss.org.evil.com", "https://", ""]
        {
            check_address(address, None);
        }
    }

    #[test]
    fn the_table_is_whole() {
        let columns = "name_en abbr domain name_zh_tw kind country aliases_en aliases_zh confidence basis";
        table::tests::check(TABLE, columns);
        for source in sources().all() {
            assert!(matches!(source.country.len(), 2 | 3) && !source.kind.is_empty(), "{}", source.name.english);
            assert!(!source.domain.contains("://") && !source.domain.starts_with("www."), "{}", source.name.english);
        }
    }

    #[test]
    fn only_abbreviations_have_several_meanings() {
        let mut bearers: HashMap<&str, Vec<SourceName>> = HashMap::new();
        for (name, of) in sources().names.iter() {
            bearers.entry(name).or_default().push(*of);
        }
        for (name, of) in bearers {
            let sources: std::collections::HashSet<usize> = of.iter().map(|name| name.source).collect();
            let is_name = of.iter().any(|name| name.role == SourceNameRole::Name);
            assert!(sources.len() == 1 || !is_name, "{name} is a name of {sources:?}");
        }
    }
}
