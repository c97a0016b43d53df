//! Messages of the rules about the date.

use crate::messages::messages;

messages! {
    pub enum Message {
        NoSuchDate { text: String } =>
            "there is no such date as {text}; check day and month",
            "沒有「{text}」這一天，請檢查月和日";
        NotADate { text: String, form: String } =>
            "“{text}” is no date; write it as {form}",
            "「{text}」不是日期，請寫成 {form}";
        IncompleteDate { text: String, form: String } =>
            "“{text}” lacks a day, month or year; write {form}",
            "「{text}」缺少年、月或日，請寫成 {form}";
        DateForm { text: String, canonical: String } =>
            "write the date {text} as {canonical}",
            "日期「{text}」請寫成 {canonical}";
        GuessedDate { text: String, canonical: String, form: String } =>
            "{text} can be read as {canonical}; write it as {form}",
            "「{text}」可能是 {canonical}，請寫成 {form}";
        DayFirst { text: String, day: i8, canonical: String } =>
            "{text} puts the day first: {day} is no month; write {canonical}",
            "「{text}」把日寫在前面：{day} 不是月份，請寫成 {canonical}";
        FutureDate { text: String } =>
            "{text} is in the future; check the year",
            "「{text}」是未來的日期，請檢查年份";
    }
}
