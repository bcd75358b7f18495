//! Units of measure and money: how they are written, and the unit each gives.
//!
//! Currencies: ISO 4217. A name that several countries' money bears stays open ("$", "rupee"); measures keep the unit of
//! the text, nothing is converted.

use super::cursor::Cursor;

/// Words behind an amount, one token each between spaces, and the unit they give.
const WORDS: &[(&str, &str)] = &[
    ("%", "%"),
    ("percent", "%"),
    ("per cent", "%"),
    ("pct", "%"),
    ("pc", "%"),
    ("percentage point", "percentage point"),
    ("percentage points", "percentage point"),
    ("basis points", "basis point"),
    ("dollar", "$"),
    ("dollars", "$"),
    ("US dollars", "USD"),
    ("U.S. dollars", "USD"),
    ("American dollars", "USD"),
    ("Canadian dollars", "CAD"),
    ("Australian dollars", "AUD"),
    ("New Zealand dollars", "NZD"),
    ("Hong Kong dollars", "HKD"),
    ("euro", "EUR"),
    ("euros", "EUR"),
    ("pounds sterling", "GBP"),
    ("British pounds", "GBP"),
    ("pounds", "GBP"),
    ("yen", "JPY"),
    ("yuan", "CNY"),
    ("renminbi", "CNY"),
    ("won", "KRW"),
    ("rupee", "rupee"),
    ("rupees", "rupee"),
    ("Indian rupees", "INR"),
    ("ruble", "RUB"),
    ("rubles", "RUB"),
    ("roubles", "RUB"),
    ("Swiss francs", "CHF"),
    ("francs", "franc"),
    ("lira", "lira"),
    ("Turkish lira", "TRY"),
    ("rand", "ZAR"),
    ("baht", "THB"),
    ("zloty", "PLN"),
    ("zlotys", "PLN"),
    ("shekels", "ILS"),
    ("hryvnia", "UAH"),
    ("naira", "NGN"),
    ("ringgit", "MYR"),
    ("rupiah", "IDR"),
    ("forint", "HUF"),
    ("Norwegian kroner", "NOK"),
    ("Danish kroner", "DKK"),
    ("Swedish kronor", "SEK"),
    ("kronor", "SEK"),
    ("kilometer", "km"),
    ("kilometers", "km"),
    ("kilometre", "km"),
    ("kilometres", "km"),
    ("square kilometers", "km²"),
    ("square kilometres", "km²"),
    ("sq km", "km²"),
    ("square miles", "sq mi"),
    ("sq miles", "sq mi"),
    ("sq m", "m²"),
    ("sq ft", "sq ft"),
    ("miles per gallon", "mpg"),
    ("mpg", "mpg"),
    ("volts", "V"),
    ("square meters", "m²"),
    ("square metres", "m²"),
    ("square feet", "sq ft"),
    ("cubic meters", "m³"),
    ("cubic metres", "m³"),
    ("cubic feet", "cu ft"),
    ("kilometers per hour", "km/h"),
    ("kilometres per hour", "km/h"),
    ("kilometers an hour", "km/h"),
    ("kilometres an hour", "km/h"),
    ("km per hour", "km/h"),
    ("km / h", "km/h"),
    ("kph", "km/h"),
    ("kmh", "km/h"),
    ("miles per hour", "mph"),
    ("miles an hour", "mph"),
    ("mph", "mph"),
    ("knots", "knot"),
    ("mile", "mile"),
    ("miles", "mile"),
    ("nautical miles", "nautical mile"),
    ("meter", "m"),
    ("meters", "m"),
    ("metre", "m"),
    ("metres", "m"),
    ("centimeters", "cm"),
    ("centimetres", "cm"),
    ("centimeter", "cm"),
    ("centimetre", "cm"),
    ("millimeters", "mm"),
    ("millimetres", "mm"),
    ("foot", "ft"),
    ("feet", "ft"),
    ("inch", "inch"),
    ("inches", "inch"),
    ("yard", "yard"),
    ("yards", "yard"),
    ("acre", "acre"),
    ("acres", "acre"),
    ("hectare", "ha"),
    ("hectares", "ha"),
    ("kilogram", "kg"),
    ("kilograms", "kg"),
    ("kilos", "kg"),
    ("kilo", "kg"),
    ("grams", "g"),
    ("gram", "g"),
    ("milligrams", "mg"),
    ("tonne", "t"),
    ("tonnes", "t"),
    ("metric tons", "t"),
    ("metric tonnes", "t"),
    ("ton", "ton"),
    ("tons", "ton"),
    ("ounces", "oz"),
    ("ounce", "oz"),
    ("pound", "lb"),
    ("lb", "lb"),
    ("lbs", "lb"),
    ("liter", "l"),
    ("liters", "l"),
    ("litre", "l"),
    ("litres", "l"),
    ("gallons", "gallon"),
    ("gallon", "gallon"),
    ("barrels", "barrel"),
    ("watts", "W"),
    ("horsepower", "hp"),
    ("gigabytes", "GB"),
    ("megabytes", "MB"),
    ("terabytes", "TB"),
    ("kilowatts", "kW"),
    ("kilowatt hours", "kWh"),
    ("megawatts", "MW"),
    ("megawatt", "MW"),
    ("gigawatts", "GW"),
    ("megawatt hours", "MWh"),
    ("degrees Celsius", "°C"),
    ("degrees C", "°C"),
    ("° C", "°C"),
    ("Celsius", "°C"),
    ("degrees Fahrenheit", "°F"),
    ("degrees F", "°F"),
    ("° F", "°F"),
    ("Fahrenheit", "°F"),
    ("degrees", "°"),
    ("degree", "°"),
    ("°", "°"),
    ("magnitude", "magnitude"),
];

/// Symbols, whose case matters.
const SYMBOLS: &[(&str, &str)] = &[
    ("km", "km"),
    ("m", "m"),
    ("cm", "cm"),
    ("mm", "mm"),
    ("ft", "ft"),
    ("mi", "mile"),
    ("kg", "kg"),
    ("g", "g"),
    ("mg", "mg"),
    ("t", "t"),
    ("ha", "ha"),
    ("kW", "kW"),
    ("kWh", "kWh"),
    ("MW", "MW"),
    ("MWh", "MWh"),
    ("GW", "GW"),
    ("GWh", "GWh"),
    ("TWh", "TWh"),
    ("km2", "km²"),
    ("m2", "m²"),
    ("p", "penny"),
    ("W", "W"),
    ("V", "V"),
    ("hp", "hp"),
    ("bhp", "hp"),
    ("kB", "kB"),
    ("MB", "MB"),
    ("GB", "GB"),
    ("TB", "TB"),
    ("Hz", "Hz"),
    ("kHz", "kHz"),
    ("MHz", "MHz"),
    ("GHz", "GHz"),
    ("Mbps", "Mbps"),
    ("Nm", "Nm"),
];

/// ISO 4217 codes as they stand before or behind an amount: the currencies of the G20 and of Europe, and others that
/// trade widely.
const CODES: &[&str] = &[
    "AED", "ARS", "AUD", "BGN", "BRL", "CAD", "CHF", "CLP", "CNY", "COP", "CZK", "DKK", "EGP", "EUR", "GBP", "HKD", "HUF", "IDR", "ILS",
    "INR", "ISK", "JPY", "KES", "KRW", "MXN", "MYR", "NGN", "NOK", "NZD", "PEN", "PHP", "PKR", "PLN", "QAR", "RON", "RSD", "RUB", "SAR",
    "SEK", "SGD", "THB", "TRY", "TWD", "UAH", "USD", "VND", "ZAR",
];

/// Signs before an amount.
const SIGNS: &[(&str, &str)] = &[
    ("$", "$"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("¥", "JPY"),
    ("₹", "INR"),
    ("₩", "KRW"),
    ("₽", "RUB"),
    ("₺", "TRY"),
    ("₪", "ILS"),
    ("₦", "NGN"),
    ("₴", "UAH"),
    ("₱", "PHP"),
    ("฿", "THB"),
    ("₫", "VND"),
];

/// Letters that tell whose dollar it is.
const DOLLARS: &[(&str, &str)] = &[
    ("US", "USD"),
    ("U.S.", "USD"),
    ("A", "AUD"),
    ("AU", "AUD"),
    ("Aus", "AUD"),
    ("C", "CAD"),
    ("CA", "CAD"),
    ("Can", "CAD"),
    ("NZ", "NZD"),
    ("HK", "HKD"),
    ("S", "SGD"),
    ("R", "BRL"),
    ("NT", "TWD"),
];

/// A unit found in the text, and the index after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Measure {
    pub(super) unit: &'static str,
    pub(super) end: usize,
    /// Whether it is money.
    pub(super) money: bool,
}

/// Whether a unit is money: a code, "$", or a name that stays open.
fn is_money(unit: &str) -> bool {
    matches!(unit, "$" | "rupee" | "franc" | "lira") || CODES.contains(&unit)
}

/// The unit behind an amount that ends at `at`. The longest row wins.
pub(super) fn behind(c: &Cursor<'_>, at: usize) -> Option<Measure> {
    let word = c.word(at);
    if word.is_empty() {
        return None;
    }
    let exact = SYMBOLS.iter().find(|row| row.0 == word).map(|row| (row.1, at + 1));
    let code = CODES.iter().find(|code| **code == word).map(|code| (*code, at + 1));
    let words = WORDS.iter().filter_map(|(words, unit)| Some((*unit, c.words(at, words)?))).max_by_key(|found| found.1);
    let (unit, end) = words.or(exact).or(code)?;
    // "200 pounds of": a weight; "won" the verb stands before an object, the money does not.
    let unit = if unit == "GBP" && c.is(end, "of") && c.is(at, "pounds") { "lb" } else { unit };
    let verb = unit == "KRW" && c.is_one_of(end, &["the", "a", "an", "their", "his", "her", "its", "seats"]);
    (!verb).then(|| Measure { unit, end, money: is_money(unit) })
}

/// Whether a unit stands here.
pub(super) fn starts(c: &Cursor<'_>, at: usize) -> bool {
    behind(c, at).is_some_and(|m| m.unit != "penny")
}

/// The currency before an amount: "$", "US$", "EUR", "Rs".
pub(super) fn before(c: &Cursor<'_>, at: usize) -> Option<Measure> {
    let word = c.word(at);
    if word.is_empty() || c.is_number(at) {
        return None;
    }
    let found = |unit, end| Some(Measure { unit, end, money: true });
    if c.word(at + 1) == "$" && c.touches(at + 1) {
        return found(DOLLARS.iter().find(|row| row.0 == word)?.1, at + 2);
    }
    if !c.is_word(at)
        && let Some((_, unit)) = SIGNS.iter().find(|row| row.0 == word)
    {
        return found(unit, at + 1);
    }
    if !c.is_number(at + 1) {
        return None;
    }
    if matches!(word, "Rs" | "Rs.") {
        return found("rupee", at + 1);
    }
    found(CODES.iter().find(|code| **code == word)?, at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_unit_of_measure_counts() {
        for (_, unit) in WORDS.iter().chain(SYMBOLS).filter(|row| row.1 != "penny") {
            assert!(!crate::value::Unit::new(*unit).is_count(), "{unit}");
        }
    }

    #[test]
    fn rows_are_listed_once() {
        for table in [WORDS, SYMBOLS, SIGNS, DOLLARS] {
            let mut words: Vec<_> = table.iter().map(|r| r.0.to_lowercase()).collect();
            words.sort_unstable();
            words.dedup();
            assert_eq!(words.len(), table.len());
        }
    }
}
