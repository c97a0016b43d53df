//! Values that agree, and values that contradict each other.

use crate::reading::{chinese, english, matching};

/// Checks that nothing in the two texts contradicts.
#[track_caller]
fn agree(zh: &str, en: &str) {
    assert_eq!(contradictions(zh, en), Vec::<(String, String)>::new());
}

#[track_caller]
fn differ(zh: &str, en: &str, expected: &[(&str, &str)]) {
    let expected: Vec<(String, String)> = expected.iter().map(|(zh, en)| (zh.to_string(), en.to_string())).collect();
    assert_eq!(contradictions(zh, en), expected);
}

fn contradictions(zh: &str, en: &str) -> Vec<(String, String)> {
    let (c, e) = (chinese::values(zh), english::values(en));
    let found = super::contradictions(&c, &e);
    found.into_iter().map(|pair| (zh[c[pair.chinese].span].to_owned(), en[e[pair.english].span].to_owned())).collect()
}

#[test]
fn one_value_in_two_languages() {
    for (zh, en) in [
        ("成長三成", "grew by 30%"),
        ("成長三成", "grew by three tenths"),
        ("1.2億", "120 million"),
        ("3兆", "3 trillion"),
        ("第三", "the third"),
        ("兩國", "two countries"),
        ("民國114年", "2025"),
        ("114年", "2025"),
        ("9月", "September"),
        ("二○二五年", "2025"),
        ("百分之十二點五", "12.5 percent"),
        ("三分之二", "two-thirds"),
        ("半年", "six months"),
        ("一年六個月", "18 months"),
        ("一年半", "18 months"),
        ("440.69億", "44.069 billion"),
        ("2.09萬億", "2.09 trillion"),
        ("6萬3千", "63,000"),
        ("兩三萬", "20,000 to 30,000"),
        ("三十七、八歲", "thirty-seven or thirty-eight"),
        ("三百多人", "more than 300 people"),
        ("60餘首", "63 songs"),
        ("十多年", "12 years"),
        ("增加兩倍", "tripled"),
        ("90年代", "the 1990s"),
        ("晚上8時", "8 p.m."),
        ("20時", "8 p.m."),
        ("1.83米", "1.83m"),
        ("26日", "the 26th"),
        ("2018年9月29日", "on September 29"),
        ("9月29日", "on September 29, 2018"),
        ("2017年12月25日至26日", "December 25-26, 2017"),
        ("第232條", "Section 232"),
        ("四十五年", "four decades"),
        ("300公里（190英里）", "300 km (190 miles)"),
        ("7.19強降雨", "the 719 heavy rainfall"),
        ("樂團「告五人」", "the band \"Seven Fat\""),
        (
            "前二條之規定：一、無設備。二、不符。三、有疑義。",
            "requirements: 1.No facilities; 2.Discrepancies; or 3.Doubts.",
        ),
    ] {
        agree(zh, en);
    }
}

#[test]
fn rounding_with_a_scale_word() {
    agree("26,250人", "some 26 thousand people");
    agree("2.6萬人", "26,250 people");
    agree("440.69億", "44.1 billion");
    differ("157萬人", "1.5 million people", &[("157萬人", "1.5 million people")]);
    differ("26,250人", "26,350 people", &[("26,250人", "26,350 people")]);
}

#[test]
fn what_one_side_leaves_out() {
    agree("2017年，50人", "It began");
    agree("開始了", "It began in 2017 with 50 people");
    agree("50人", "in 2017");
    agree("3月", "on the 17th");
    agree("約32公里", "20 miles");
    agree("攝氏32度", "90°F");
    agree("三坪", "107 square feet");
}

#[test]
fn repeats() {
    agree("五人，又五人", "five people");
    agree("2018年9月，2018年", "in September 2018");
    agree("10%至10%", "10%");
}

#[test]
fn numbers_that_differ() {
    differ("80公里", "88 kilometers", &[("80公里", "88 kilometers")]);
    differ("60餘首", "more than 50 songs", &[("60餘首", "50")]);
    differ("10%", "18%", &[("10%", "18%")]);
    differ("三成", "40%", &[("三成", "40%")]);
    agree("三成", "28%");
    differ("三天", "five days", &[("三天", "five days")]);
    differ("5億盧布", "5 million rubles", &[("5億盧布", "5 million rubles")]);
    differ("第232條", "Section 132", &[("第232", "132")]);
    differ("三組專家", "four groups of experts", &[("三組", "four")]);
    differ("50人", "60 people, five buses", &[("50人", "60 people")]);
}

#[test]
fn dates_that_differ() {
    differ("2017年", "in 2018", &[("2017年", "2018")]);
    differ("2017年9月5日", "September 30, 2017", &[("2017年9月5日", "September 30, 2017")]);
    differ("7月9日", "August 9", &[("7月9日", "August 9")]);
    differ("12月25日至26日", "December 28 and 26", &[("12月25日", "December 28 and 26")]);
    differ("2月26日電，26日", "July 26 - on the 26th", &[("2月26日", "July 26")]);
    differ("2021年（5-7月）", "May-July 2019", &[("2021年", "July 2019")]);
    differ("1980年代", "the 1990s", &[("1980年代", "1990s")]);
    differ("第一季", "the second quarter", &[("第一季", "second quarter")]);
}

#[test]
fn tables_are_not_compared() {
    let numbers: String = (100..400).map(|number| format!("{number}, ")).collect();
    agree(&numbers, "5,555");
}

#[test]
fn digits_in_another_place_belong_together() {
    differ(
        "CBS 有 31 萬人，NBC 有 29.4 萬人",
        "NBC had 2.94 million and CBS 3.1 million viewers",
        &[("31 萬人", "3.1 million"), ("29.4 萬人", "2.94 million")],
    );
}

/// Whether the one value of each text may be meant for the other.
fn may_be_slip(zh: &str, en: &str) -> bool {
    let (zh, en) = (chinese::values(zh), english::values(en));
    matching::may_be_slip(&zh[0], &en[0])
}

#[test]
fn slips() {
    for (zh, en) in [
        ("31萬人", "3.1 million people"),
        ("7月27日", "July 17"),
        ("2025年4月", "April 2024"),
        ("100公頃", "250 acres"),
    ] {
        assert!(may_be_slip(zh, en), "{zh}: {en}");
    }
    for (zh, en) in [("31萬人", "32 million people"), ("7月27日", "June 17"), ("3萬人", "300 people"), ("50%", "5%")]
    {
        assert!(!may_be_slip(zh, en), "{zh}: {en}");
    }
}

#[test]
fn sums_and_their_currencies() {
    differ("每人多付1,200美元", "Each pays $12,000 more", &[("1,200美元", "$12,000")]);
    differ("將再支出500億美元", "It will spend $600 billion more", &[("500億美元", "$600 billion")]);
    differ("1,770億元人民幣", "$177 billion", &[("1,770億元人民幣", "$177 billion")]);
    differ("200億美元", "NT$20 billion", &[("200億美元", "NT$20 billion")]);
    differ("補助三千美元", "a subsidy of $5,000", &[("三千美元", "$5,000")]);
    // Which dollars, nobody says; what was converted.
    agree("1,770億元", "$177 billion");
    agree("新台幣1,770億元", "$177 billion");
    agree("1,770億元人民幣", "$24.6 billion");
    agree("1,770億元人民幣", "177 billion yuan");
    agree("200億美元（約6,000億台幣）", "NT$600 billion");
    differ("200億韓元", "20 billion rupees", &[("200億韓元", "20 billion rupees")]);
    agree("200億港元", "HK$20 billion");
    agree("另有12國", "12 other countries");
}

#[test]
fn units_that_differ() {
    differ("為期四個月的談判", "talks that lasted four years", &[("四個月", "four years")]);
    differ("升溫攝氏1.5度", "warming of 2.5 degrees Celsius", &[("1.5度", "2.5 degrees")]);
    differ("2024會計年度", "FY2023", &[("2024", "2023")]);
    agree("2024會計年度", "FY2024");
    agree("升溫攝氏1.5度", "warming of 1.5 degrees");
    agree("升溫攝氏1.5度", "warming of 1.5°C");
}

#[test]
fn scales_inside_units() {
    agree("約50億立方公尺天然氣", "about 5 bcm of gas");
    agree("約50億立方公尺天然氣", "about 5bcm of gas");
    agree("每年1,200萬噸", "12 mtpa");
    agree("每天300萬桶", "3 mbpd");
    differ("每年1,200萬噸", "14 mtpa", &[("1,200萬噸", "14 mtpa")]);
}

#[test]
fn full_width_thousands() {
    agree("４，３９０億美元", "$439 billion");
    agree("２０２５年，３９０億美元", "$39 billion in 2025");
    agree("共４３，３９０人", "43,390 people");
    agree("在1，390人", "390 people");
}
