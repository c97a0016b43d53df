//! Numerals as they are written, and what they are worth.

use super::*;

/// Checks that all of `text` is one numeral.
#[track_caller]
fn check(text: &str, low: f64) -> ChineseNumeral {
    let characters = Characters::of(text);
    let numeral = read(&characters, 0).expect("a numeral");
    assert_eq!((numeral.amount.to_f64(), numeral.end), (low, characters.len()), "{text}: {numeral:?}");
    numeral
}

#[test]
fn arabic_digits() {
    for (text, value) in [
        ("0", 0.0),
        ("2025", 2025.0),
        ("１２３", 123.0),
        ("1,200", 1200.0),
        ("1,234,567.5", 1_234_567.5),
        ("3.5萬", 35_000.0),
        ("6 萬 3 千", 63_000.0),
        ("6萬3千", 63_000.0),
        ("1億5000萬", 150_000_000.0),
        ("2.09萬億", 2.09e12),
        ("３兆", 3e12),
        ("440.69億", 44.069e9),
        ("14526萬", 145_260_000.0),
        ("3萬5000", 35_000.0),
        ("8千", 8000.0),
        ("2千萬", 20_000_000.0),
        ("1.2兆3000億", 1.5e12),
        ("93 萬 9,090", 939_090.0),
        ("1 萬 2,600", 12_600.0),
    ] {
        check(text, value);
    }
}

#[test]
fn chinese_characters() {
    for (text, value) in [
        ("一", 1.0),
        ("兩百萬", 2_000_000.0),
        ("三千二百", 3200.0),
        ("三千二", 3200.0),
        ("一百零五", 105.0),
        ("兩萬五", 25_000.0),
        ("兩萬五千", 25_000.0),
        ("十七", 17.0),
        ("廿", 20.0),
        ("廿五", 25.0),
        ("一百一十四", 114.0),
        ("二○二五", 2025.0),
        ("二〇", 20.0),
        ("三點五", 3.5),
        ("十二點五", 12.5),
        ("一億零五百萬", 105_000_000.0),
        ("一億兩千三百四十五萬六千七百八十九", 123_456_789.0),
        ("一點二億", 120_000_000.0),
        ("三十五萬", 350_000.0),
        ("壹佰", 100.0),
    ] {
        check(text, value);
    }
}

#[test]
fn ranges() {
    for (text, low, high) in [
        ("兩三萬", 20_000.0, 30_000.0),
        ("七八", 7.0, 8.0),
        ("二三十", 20.0, 30.0),
        ("十五六", 15.0, 16.0),
        ("三五", 3.0, 5.0),
        ("四五百", 400.0, 500.0),
    ] {
        assert_eq!(check(text, low).upper.map(Amount::to_f64), Some(high), "{text}");
    }
}

#[test]
fn and_more() {
    for (text, value) in [("300多萬", 3e6), ("十多", 10.0), ("60餘", 60.0), ("3萬多", 30_000.0), ("三百多萬", 3e6)]
    {
        assert!(check(text, value).and_more, "{text}");
    }
    assert!(!check("1,200", 1200.0).and_more);
}

#[test]
fn where_a_numeral_ends() {
    for (text, end) in [
        ("3千米", 1),
        ("3千瓦", 1),
        ("5兆赫", 1),
        ("三千克", 1),
        ("1，200", 1),
        ("1,2000", 1),
        ("3.", 1),
        ("三點半", 1),
        ("三點十分", 1),
        ("八七", 2),
        ("3萬2023年", 2),
        ("1億 2億", 2),
        ("兩千千", 2),
        ("十百", 1),
    ] {
        let numeral = read(&Characters::of(text), 0).expect("a numeral");
        assert_eq!(numeral.end, end, "{text}: {numeral:?}");
    }
}

#[test]
fn no_numerals() {
    for text in ["", "萬", "億", "點", "年3", "百分"] {
        assert_eq!(read(&Characters::of(text), 0), None, "{text}");
    }
}
