//! Values in English prose.

#[track_caller]
fn check(text: &str, expected: &str) {
    super::check(crate::reading::english::values, text, expected);
}

#[test]
fn numbers() {
    check("some 1,200 boxes", "1200");
    check("2.5 million people", "2500000p");
    check("44.069 billion", "44069000000");
    check("5bn and 3k", "5000000000 3000");
    check("fifteen thousand and seventy-five", "15075");
    check("fifteen thousand and seventy-five thousand", "15000 75000");
    check("a hundred and two", "102");
    check("seven countries", "7");
    check("two and a half million", "2500000");
    check("3 lakh", "300000");
    check("1,200, 300 and 5", "1200 300 5");
    check("twelve others", "(12)");
}

#[test]
fn vague_numbers() {
    check("a dozen", "(12)");
    check("dozens of boxes", "");
    check("hundreds of people", "");
    check("two dozen", "(24)");
    check("a million", "(1000000)");
    check("both and a pair", "(2) (2)");
    check("2 to 3 million", "2 3000000");
    check("four decades", "4×mo+");
}

#[test]
fn shares_and_factors() {
    check("12.5 percent, 3% and 4 per cent", "12.5% 3% 4%");
    check("twenty percent", "20%");
    check("30 to 40 percent", "30% 40%");
    check("25 basis points", "0.25%");
    check("three percentage points", "3%");
    check("a 10-percentage-point gap", "10%");
    check("two-thirds", "66.66/100");
    check("a third of them", "33.33/100");
    check("a third party", "#3");
    check("half of it", "(50/100)");
    check("three times", "3fold");
    check("doubled", "(2fold)");
}

#[test]
fn money() {
    check("US$3 million", "3000000US$");
    check("$3 million", "3000000$");
    check("NT$1.5 billion", "1500000000NT$");
    check("EUR 5 million, 100 GBP, RMB¥5 million", "5000000EUR 100GBP 5000000RMB");
    check("an A100 and an HK416", "");
    check("¥5 million", "5000000$");
    check("RMB120 billion", "120000000000RMB");
    check("€50", "50EUR");
    check("£20bn", "20000000000GBP");
    check("198 billion US dollars", "198000000000US$");
    check("2 billion New Taiwan dollars", "2000000000NT$");
    check("¥100", "100$");
    check("5 million yuan", "5000000RMB");
}

#[test]
fn units() {
    check("80 kilometers and a 10-km road", "80km 10km");
    check("5 acres", "5custom");
    check("20 square kilometers", "20km2");
    check("190 square miles", "190custom");
    check("3 tons", "3t");
    check("90 degrees", "90°");
    check("90°F", "90custom");
    check("32 °C", "32°C");
    check("35 years old", "35age");
    check("half a year", "(0.5yr)");
    check("one year and six months", "18mo");
    check("a year and a half", "(50/100)");
    check("four and a half hours", "4.5h");
    check("2 ½ weeks", "2.5×s");
    check("1.83m", "1830000");
}

#[test]
fn dates() {
    for text in
        ["April 17, 2025", "17 April 2025", "Apr. 17, 2025", "the 17th of April, 2025", "2025-04-17", "04/17/2025"]
    {
        check(text, "2025-04-17");
    }
    check("April 2025", "2025-04");
    check("April 17", "?-04-17");
    check("April 17-18", "?-04-17 ?-04-18");
    check("December 25 and 26, 2017", "2017-12-25 2017-12-26");
    check("17–18 April", "?-04-17 ?-04-18");
    check("from May 1 to May 7", "?-05-01 ?-05-07");
    check("in 2017 and 2018", "y2017 y2018");
    check("2017-2019 and 2017–18", "y2017 y2019 y2017 y2018");
    check("in May", "?-05");
    check("May–July 2019", "2019-07");
    check("late August", "?-08");
    check("the 26th", "#26");
}

#[test]
fn no_dates() {
    check("It may march on", "");
    check("May I ask", "");
    check("the Long March began", "");
    check("Mar Vista", "");
    check("April 20 percent", "?-04 20%");
}

#[test]
fn longer_times() {
    check("the 1990s and '90s", "1990s 90s");
    check("the 19th century", "c19");
    check("the twenty-first century", "c21");
    check("Q1 and the third quarter", "Q1 Q3");
    check("the first half", "(H1)");
    check("10 a.m. or 14:30", "10h (14h)");
    check("5 o'clock", "5h");
}

#[test]
fn ordinals() {
    check("the third", "#3");
    check("25th", "#25");
    check("twenty-first", "#21");
    check("Article 5 and Section 232", "#5 #232");
    check("No. 3", "#3");
}

#[test]
fn no_quantities() {
    for text in
        ["F-16", "COVID-19", "G20", "G7", "5G", "9/11", "24/7", "COVID\u{2011}19", "4K", "6.1.3", "1. Then", "(2) Then"]
    {
        check(text, "");
    }
    check("one of them", "(1)");
    check("Boeing 747", "#747");
}
