//! Dates, in Chinese.

use explore::collection::Period;
use model::Date;

/// "2024年", "2024年7月", "2024年7月5日".
pub(super) fn date(date: Date) -> String {
    let year = date.year;
    match (date.month, date.day) {
        (Some(month), Some(day)) => format!("{year}年{month}月{day}日"),
        (Some(month), None) => format!("{year}年{month}月"),
        (None, _) => format!("{year}年"),
    }
}

/// "2024年", "2022年7月至2024年8月", "2023年以来".
pub(super) fn period(period: Period) -> String {
    match (period.from, period.to) {
        (Some(from), Some(to)) => match (date(from), date(to)) {
            (from, to) if from == to => from,
            (from, to) => format!("{from}至{to}"),
        },
        (Some(from), None) => format!("{}以来", date(from)),
        (None, Some(to)) => format!("截至{}", date(to)),
        (None, None) => "全部时间".to_owned(),
    }
}

/// "2024年", "2024年7月", "7月5日".
pub(super) fn tick(of: Date) -> String {
    match (of.month, of.day) {
        (Some(month), Some(day)) => format!("{month}月{day}日"),
        _ => date(of),
    }
}
