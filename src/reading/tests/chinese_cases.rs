//! Values in Chinese prose.

#[track_caller]
fn check(text: &str, expected: &str) {
    super::check(crate::reading::chinese::values, text, expected);
}

#[test]
fn numbers() {
    check("共1,200件", "1200");
    check("共１２００件", "1200");
    check("兩百萬人", "2000000p");
    check("三千二百名", "3200p");
    check("廿國", "20");
    check("2.5兆", "2500000000000");
    check("1億5000萬", "150000000");
    check("6萬3千人", "63000p");
    check("93 萬 9,090 票", "939090");
    check("2.09萬億", "2090000000000");
    check("二、七○○", "2700");
    check("三個", "3");
    check("五，六百", "5 600");
    check("共1，200", "1 200");
}

#[test]
fn ranges_and_vague_numbers() {
    check("兩三萬", "(20000) (30000)");
    check("三十七、八歲", "(37age) (38age)");
    check("三、四十元", "(30$) (40$)");
    check("60餘首", "60+");
    check("300多萬人", "3000000p+");
    check("十多年", "10yr+");
    check("20至30萬", "20 300000");
    check("數百萬", "");
    check("幾十個", "");
    check("五、六個", "5 6");
    check("百萬人", "(1000000p)");
}

#[test]
fn shares_and_factors() {
    check("三成", "30%");
    check("三成五", "35%");
    check("百分之十二點五", "12.5%");
    check("百分之 20", "20%");
    check("12.5％", "12.5%");
    check("3個百分點", "3%");
    check("25個基點", "0.25%");
    check("5至7%", "5% 7%");
    check("三分之二", "66.67/100");
    check("千分之三", "0.3%");
    check("一半", "(50/100)");
    check("三倍", "3fold");
    check("成長1.5倍", "1.5fold");
    check("三成立", "3");
    check("十成功", "10");
}

#[test]
fn money() {
    check("3億美元", "300000000US$");
    check("新台幣500億元", "50000000000NT$");
    check("NT$100", "100NT$");
    check("US$ 1.5億", "150000000US$");
    check("EUR100萬；100元港幣", "1000000EUR 100HKD");
    check("AU$30億", "3000000000AUD");
    check("PLANT 100", "100");
    check("人民幣2000元", "2000RMB");
    check("RMB100", "100RMB");
    check("50歐元", "50EUR");
    check("8萬日圓", "80000JPY");
    check("30元", "30$");
}

#[test]
fn units() {
    check("3千米", "3km");
    check("30公里", "30km");
    check("5公頃", "5ha");
    check("2公噸", "2t");
    check("500百萬瓦", "500");
    check("3千伏", "3");
    check("5兆赫", "5");
    check("三坪", "3custom");
    check("5英里", "5custom");
    check("35歲", "35age");
    check("七旬", "(70age)");
    check("100km", "100km");
    check("3小時", "3h");
    check("四個半小時", "4.5h");
    check("兩天", "2d");
    check("兩日後", "2d");
}

#[test]
fn spans_of_time() {
    check("半年", "(0.5yr)");
    check("一年半", "1.5yr");
    check("一年六個月", "18mo");
    check("1 年 3 個月", "15mo");
    check("18個月", "18mo");
    check("三年五個月", "41mo");
}

#[test]
fn dates() {
    check("2025年4月17日", "2025-04-17");
    check("２０２５ 年 ４ 月 １７ 日", "2025-04-17");
    check("二○二五年四月十七日", "2025-04-17");
    check("民國114年4月17日", "2025-04-17");
    check("民國一百一十四年", "y2025");
    check("民國元年", "y1912");
    check("2025/4/17", "2025-04-17");
    check("2025-04-17", "2025-04-17");
    check("04/17/2025", "2025-04-17");
    check("9月29日", "?-09-29");
    check("12月25日至26日", "?-12-25 ?-12-26");
    check("2017年12月25日至26日", "2017-12-25 2017-12-26");
    check("9至11月", "?-09 ?-11");
    check("5月1日、3日", "?-05-01 ?-05-03");
    check("26日", "?-?-26");
    check("2017至2019年", "y2017 y2019");
    check("2017-18年", "y2017 y2018");
    check("2017、2018年", "y2017 y2018");
    check("98年", "98yr");
    check("農曆九月十五", "");
    check("公元前221年", "");
}

#[test]
fn longer_times() {
    check("1990年代", "1990s");
    check("90年代", "90s");
    check("19世紀", "c19");
    check("十九世紀", "c19");
    check("第一季", "Q1");
    check("上半年", "(H1)");
    check("下半年", "(H2)");
    check("上午9點30分", "9h");
    check("14:05", "(14h)");
}

#[test]
fn ordinals() {
    check("第三", "#3");
    check("第25屆", "#25");
    check("第三十二條", "#32");
    check("3號線", "#3");
}

#[test]
fn no_quantities() {
    for text in [
        "一帶一路",
        "兩岸",
        "三星",
        "三明治",
        "四川",
        "九二共識",
        "半導體",
        "第一島鏈",
        "第二次世界大戰",
        "F-16",
        "G20",
        "COVID-19",
        "5G",
        "A380",
        "雙11",
        "8·11",
        "9/11",
        "參加",
        "隊伍",
        "大陸",
        "萬一",
        "1. 中國",
        "（一）中國",
        "一、中國",
        "二戰",
        "萬",
    ] {
        check(text, "");
    }
    check("921大地震", "(code921)");
    check("一個", "(1)");
    check("統一", "(1)");
    check("八七水災", "");
    check("三點主張", "3");
    check("五點半", "(5h)");
}
