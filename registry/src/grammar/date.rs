//! Dates (RFC 9110, section 5.6.7).

use super::scanner::{Result, Scanner};

const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

const WRONG_DAYS: [&str; 7] = [
    "this date is a Monday",
    "this date is a Tuesday",
    "this date is a Wednesday",
    "this date is a Thursday",
    "this date is a Friday",
    "this date is a Saturday",
    "this date is a Sunday",
];

const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const RFC_850: &str = "the date format of RFC 850 is obsolete: a sender must generate IMF-fixdate";
const ASCTIME: &str = "the date format of asctime is obsolete: a sender must generate IMF-fixdate";

/// `IMF-fixdate`, the only format of a date that a sender may generate.
pub(super) fn date(value: &mut Scanner) -> Result {
    let day_name = value.clone();
    let Some(weekday) = skip_one_of(value, &DAYS) else {
        return Err(value.expected("the name of a day, `Mon` to `Sun`"));
    };
    match value.peek() {
        Some(b'a'..=b'z') => {
            return Err(day_name.violated(RFC_850));
        }
        Some(b' ') => return Err(day_name.violated(ASCTIME)),
        _ => value.expect(",", "`,` after the name of the day")?,
    }

    value.expect(" ", "a space after `,`")?;
    let day_of_month = value.clone();
    let day = value.number(2, "a day of two digits")?;
    value.expect(" ", "a space after the day")?;
    let Some(month) = skip_one_of(value, &MONTHS) else {
        return Err(value.expected("the name of a month, `Jan` to `Dec`"));
    };
    value.expect(" ", "a space after the month")?;
    let year = value.number(4, "a year of four digits")?;
    value.expect(" ", "a space after the year")?;
    time(value)?;
    value.expect(" ", "a space after the time")?;
    value.expect("GMT", "the time zone `GMT`")?;

    if day == 0 || day > days_in(month, year) {
        return Err(day_of_month.violated("the month does not have this day"));
    }
    let actual = weekday_of(year, month, day);
    match weekday == actual {
        true => Ok(()),
        false => Err(day_name.violated(WRONG_DAYS[actual])),
    }
}

/// `time-of-day`
fn time(value: &mut Scanner) -> Result {
    two_digits(value, 23, "an hour from `00` to `23`")?;
    value.expect(":", "`:`")?;
    two_digits(value, 59, "a minute from `00` to `59`")?;
    value.expect(":", "`:`")?;
    // A minute with a leap second has 61.
    two_digits(value, 60, "a second from `00` to `60`")
}

fn two_digits(value: &mut Scanner, maximum: u16, expected: &'static str) -> Result {
    let start = value.clone();
    match value.number(2, expected)? <= maximum {
        true => Ok(()),
        false => Err(start.expected(expected)),
    }
}

/// Skips one of these names. Returns its index.
fn skip_one_of(value: &mut Scanner, names: &[&str]) -> Option<usize> {
    let mut index = 0;
    while !value.skip(names.get(index)?) {
        index += 1;
    }
    Some(index)
}

fn days_in(month: usize, year: u16) -> u16 {
    let is_leap_year = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        1 if is_leap_year => 29,
        1 => 28,
        3 | 5 | 8 | 10 => 30,
        _ => 31,
    }
}

/// Returns the day of the week in the Gregorian calendar, counted from Monday.
fn weekday_of(year: u16, month: usize, day: u16) -> usize {
    // Sakamoto's method: the shift of each month, in a year that begins in March.
    const SHIFTS: [usize; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
    // 400 years are a whole number of weeks, so that the year before 0 may be 399.
    let year = usize::from(year) + 400 - usize::from(month < 2);
    let from_sunday =
        (year + year / 4 - year / 100 + year / 400 + SHIFTS[month] + usize::from(day)) % 7;
    (from_sunday + 6) % 7
}
