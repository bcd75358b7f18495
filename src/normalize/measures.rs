//! Units of measure: how they are written, and the unit each gives; what stands in front of an amount or behind it.
//!
//! Measures keep the unit of the text, nothing is converted: the factors stand with the values. Spellings: NIST Special
//! Publication 811 (2008), tables 1 to 8, and its section 6 on symbols; for news the spelling of both shores.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::currencies::{self, DOLLARS, SIGNS};
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
    ("percent points", "percentage point"),
    ("basis point", "basis point"),
    ("basis points", "basis point"),
    ("bps", "basis point"),
    ("ppm", "ppm"),
    ("ppb", "ppb"),
    ("parts per million", "ppm"),
    ("parts per billion", "ppb"),
    // Length.
    ("nanometer", "nm"),
    ("nanometers", "nm"),
    ("nanometre", "nm"),
    ("nanometres", "nm"),
    ("micrometers", "µm"),
    ("micrometres", "µm"),
    ("microns", "µm"),
    ("picometer", "pm"),
    ("picometers", "pm"),
    ("picometre", "pm"),
    ("picometres", "pm"),
    ("millimeter", "mm"),
    ("millimeters", "mm"),
    ("millimetre", "mm"),
    ("millimetres", "mm"),
    ("centimeter", "cm"),
    ("centimeters", "cm"),
    ("centimetre", "cm"),
    ("centimetres", "cm"),
    ("meter", "m"),
    ("meters", "m"),
    ("metre", "m"),
    ("metres", "m"),
    ("kilometer", "km"),
    ("kilometers", "km"),
    ("kilometre", "km"),
    ("kilometres", "km"),
    ("kms", "km"),
    ("inch", "inch"),
    ("inches", "inch"),
    ("foot", "ft"),
    ("feet", "ft"),
    ("yard", "yard"),
    ("yards", "yard"),
    ("mile", "mile"),
    ("miles", "mile"),
    ("nautical mile", "nautical mile"),
    ("nautical miles", "nautical mile"),
    ("light year", "light-year"),
    ("light years", "light-year"),
    ("astronomical units", "au"),
    // Area.
    ("square kilometer", "km²"),
    ("square kilometers", "km²"),
    ("square kilometre", "km²"),
    ("square kilometres", "km²"),
    ("sq km", "km²"),
    ("sq . km", "km²"),
    ("km squared", "km²"),
    ("square meter", "m²"),
    ("square meters", "m²"),
    ("square metre", "m²"),
    ("square metres", "m²"),
    ("sq m", "m²"),
    ("sqm", "m²"),
    ("square centimeters", "cm²"),
    ("square centimetres", "cm²"),
    ("square mile", "sq mi"),
    ("square miles", "sq mi"),
    ("sq miles", "sq mi"),
    ("sq mi", "sq mi"),
    ("square foot", "sq ft"),
    ("square feet", "sq ft"),
    ("sq ft", "sq ft"),
    ("sqft", "sq ft"),
    ("square inches", "sq in"),
    ("square yards", "sq yd"),
    ("acre", "acre"),
    ("acres", "acre"),
    ("hectare", "ha"),
    ("hectares", "ha"),
    // Volume.
    ("milliliter", "ml"),
    ("milliliters", "ml"),
    ("millilitre", "ml"),
    ("millilitres", "ml"),
    ("centiliters", "cl"),
    ("centilitres", "cl"),
    ("cc", "cm³"),
    ("liter", "l"),
    ("liters", "l"),
    ("litre", "l"),
    ("litres", "l"),
    ("cubic centimeters", "cm³"),
    ("cubic centimetres", "cm³"),
    ("cubic meter", "m³"),
    ("cubic meters", "m³"),
    ("cubic metre", "m³"),
    ("cubic metres", "m³"),
    ("cubic kilometers", "km³"),
    ("cubic kilometres", "km³"),
    ("km cubed", "km³"),
    ("cubic foot", "cu ft"),
    ("cubic feet", "cu ft"),
    ("cu ft", "cu ft"),
    ("cubic inches", "cu in"),
    ("cubic yards", "cu yd"),
    ("gallon", "gallon"),
    ("gallons", "gallon"),
    ("pint", "pint"),
    ("pints", "pint"),
    ("quart", "quart"),
    ("quarts", "quart"),
    ("fluid ounce", "fl oz"),
    ("fluid ounces", "fl oz"),
    ("fl oz", "fl oz"),
    ("barrel", "barrel"),
    ("barrels", "barrel"),
    ("bushels", "bushel"),
    ("bpd", "barrel/day"),
    ("b / d", "barrel/day"),
    ("teaspoon", "teaspoon"),
    ("teaspoons", "teaspoon"),
    ("tsp", "teaspoon"),
    ("tablespoon", "tablespoon"),
    ("tablespoons", "tablespoon"),
    ("tbsp", "tablespoon"),
    // Mass.
    ("microgram", "µg"),
    ("micrograms", "µg"),
    ("milligram", "mg"),
    ("milligrams", "mg"),
    ("gram", "g"),
    ("grams", "g"),
    ("gramme", "g"),
    ("grammes", "g"),
    ("kilogram", "kg"),
    ("kilograms", "kg"),
    ("kilogramme", "kg"),
    ("kilogrammes", "kg"),
    ("kilo", "kg"),
    ("kilos", "kg"),
    ("kgs", "kg"),
    ("tonne", "t"),
    ("tonnes", "t"),
    ("metric ton", "t"),
    ("metric tons", "t"),
    ("metric tonnes", "t"),
    ("ton", "ton"),
    ("tons", "ton"),
    ("ounce", "oz"),
    ("ounces", "oz"),
    ("oz", "oz"),
    ("pound", "lb"),
    ("lb", "lb"),
    ("lbs", "lb"),
    ("stone", "stone"),
    ("carat", "carat"),
    ("carats", "carat"),
    ("karat", "karat"),
    // Speed and what engines do.
    ("kilometer per hour", "km/h"),
    ("kilometers per hour", "km/h"),
    ("kilometre per hour", "km/h"),
    ("kilometres per hour", "km/h"),
    ("kilometers an hour", "km/h"),
    ("kilometres an hour", "km/h"),
    ("km per hour", "km/h"),
    ("km an hour", "km/h"),
    ("km / h", "km/h"),
    ("km / hr", "km/h"),
    ("kph", "km/h"),
    ("kmh", "km/h"),
    ("kmph", "km/h"),
    ("miles per hour", "mph"),
    ("mile per hour", "mph"),
    ("miles an hour", "mph"),
    ("mile an hour", "mph"),
    ("mph", "mph"),
    ("meters per second", "m/s"),
    ("metres per second", "m/s"),
    ("meters a second", "m/s"),
    ("metres a second", "m/s"),
    ("m / s", "m/s"),
    ("knot", "knot"),
    ("knots", "knot"),
    ("miles per gallon", "mpg"),
    ("miles to the gallon", "mpg"),
    ("mpg", "mpg"),
    ("rpm", "rpm"),
    ("revolutions per minute", "rpm"),
    ("beats per minute", "bpm"),
    ("bpm", "bpm"),
    ("frames per second", "fps"),
    ("fps", "fps"),
    ("pound feet", "lb ft"),
    ("pound foot", "lb ft"),
    ("lb ft", "lb ft"),
    ("newton metres", "Nm"),
    ("newton meters", "Nm"),
    ("newtons", "N"),
    // Power, energy, electricity.
    ("watt", "W"),
    ("watts", "W"),
    ("kilowatt", "kW"),
    ("kilowatts", "kW"),
    ("megawatt", "MW"),
    ("megawatts", "MW"),
    ("gigawatt", "GW"),
    ("gigawatts", "GW"),
    ("terawatts", "TW"),
    ("horsepower", "hp"),
    ("watt hours", "Wh"),
    ("kilowatt hour", "kWh"),
    ("kilowatt hours", "kWh"),
    ("megawatt hour", "MWh"),
    ("megawatt hours", "MWh"),
    ("gigawatt hours", "GWh"),
    ("terawatt hours", "TWh"),
    ("milliamp hours", "mAh"),
    ("joule", "J"),
    ("joules", "J"),
    ("kilojoules", "kJ"),
    ("megajoules", "MJ"),
    ("calories", "calorie"),
    ("calorie", "calorie"),
    ("kilocalories", "kcal"),
    ("kcal", "kcal"),
    ("electronvolts", "eV"),
    ("volt", "V"),
    ("volts", "V"),
    ("kilovolts", "kV"),
    ("amp", "A"),
    ("amps", "A"),
    ("amperes", "A"),
    ("farads", "farad"),
    ("ohms", "Ω"),
    // Pressure, sound, light, radiation.
    ("pascals", "Pa"),
    ("hectopascals", "hPa"),
    ("kilopascals", "kPa"),
    ("gigapascals", "GPa"),
    ("millibars", "mbar"),
    ("psi", "psi"),
    ("pounds per square inch", "psi"),
    ("atmospheres", "atm"),
    ("decibel", "dB"),
    ("decibels", "dB"),
    ("lumens", "lm"),
    ("lux", "lx"),
    ("sieverts", "Sv"),
    ("millisieverts", "mSv"),
    ("microsieverts", "µSv"),
    ("becquerels", "Bq"),
    // Data and frequency.
    ("bits", "bit"),
    ("byte", "B"),
    ("bytes", "B"),
    ("kilobyte", "kB"),
    ("kilobytes", "kB"),
    ("megabyte", "MB"),
    ("megabytes", "MB"),
    ("gigabyte", "GB"),
    ("gigabytes", "GB"),
    ("terabyte", "TB"),
    ("terabytes", "TB"),
    ("petabytes", "PB"),
    ("exabytes", "EB"),
    ("megabits per second", "Mbps"),
    ("gigabits per second", "Gbps"),
    ("megapixel", "megapixel"),
    ("megapixels", "megapixel"),
    ("hertz", "Hz"),
    ("kilohertz", "kHz"),
    ("megahertz", "MHz"),
    ("gigahertz", "GHz"),
    // Temperature and angle.
    ("degrees Celsius", "°C"),
    ("degree Celsius", "°C"),
    ("degrees centigrade", "°C"),
    ("degrees C", "°C"),
    ("deg C", "°C"),
    ("° C", "°C"),
    ("° Celsius", "°C"),
    ("Celsius", "°C"),
    ("centigrade", "°C"),
    ("degrees Fahrenheit", "°F"),
    ("degree Fahrenheit", "°F"),
    ("degrees F", "°F"),
    ("deg F", "°F"),
    ("° F", "°F"),
    ("° Fahrenheit", "°F"),
    ("Fahrenheit", "°F"),
    ("degrees kelvin", "K"),
    ("kelvin", "K"),
    ("kelvins", "K"),
    ("degrees", "°"),
    ("degree", "°"),
    ("°", "°"),
    ("radians", "rad"),
    ("magnitude", "magnitude"),
];

/// Symbols, whose case matters.
const SYMBOLS: &[(&str, &str)] = &[
    ("pm", "pm"),
    ("nm", "nm"),
    ("µm", "µm"),
    ("μm", "µm"),
    ("mm", "mm"),
    ("cm", "cm"),
    ("m", "m"),
    ("km", "km"),
    ("KM", "km"),
    ("ft", "ft"),
    ("mi", "mile"),
    ("yd", "yard"),
    ("yds", "yard"),
    ("″", "inch"),
    ("mm2", "mm²"),
    ("mm²", "mm²"),
    ("mm3", "mm³"),
    ("mm³", "mm³"),
    ("cm2", "cm²"),
    ("cm²", "cm²"),
    ("m2", "m²"),
    ("m²", "m²"),
    ("km2", "km²"),
    ("km²", "km²"),
    ("ha", "ha"),
    ("cm3", "cm³"),
    ("cm³", "cm³"),
    ("m3", "m³"),
    ("m³", "m³"),
    ("km3", "km³"),
    ("km³", "km³"),
    ("ml", "ml"),
    ("mL", "ml"),
    ("cl", "cl"),
    ("cL", "cl"),
    ("l", "l"),
    ("L", "l"),
    ("µg", "µg"),
    ("μg", "µg"),
    ("mcg", "µg"),
    ("mg", "mg"),
    ("g", "g"),
    ("kg", "kg"),
    ("KG", "kg"),
    ("t", "t"),
    ("N", "N"),
    ("kN", "kN"),
    ("Nm", "Nm"),
    ("hp", "hp"),
    ("PS", "hp"),
    ("bhp", "hp"),
    ("HP", "hp"),
    ("mW", "mW"),
    ("W", "W"),
    ("kW", "kW"),
    ("KW", "kW"),
    ("MW", "MW"),
    ("GW", "GW"),
    ("TW", "TW"),
    ("Wh", "Wh"),
    ("kWh", "kWh"),
    ("KWh", "kWh"),
    ("MWh", "MWh"),
    ("GWh", "GWh"),
    ("TWh", "TWh"),
    ("mAh", "mAh"),
    ("J", "J"),
    ("kJ", "kJ"),
    ("MJ", "MJ"),
    ("GJ", "GJ"),
    ("eV", "eV"),
    ("keV", "keV"),
    ("MeV", "MeV"),
    ("GeV", "GeV"),
    ("TeV", "TeV"),
    ("mV", "mV"),
    ("V", "V"),
    ("kV", "kV"),
    ("mA", "mA"),
    ("A", "A"),
    ("F", "°F"),
    ("Ω", "Ω"),
    ("Pa", "Pa"),
    ("hPa", "hPa"),
    ("kPa", "kPa"),
    ("MPa", "MPa"),
    ("GPa", "GPa"),
    ("bar", "bar"),
    ("mbar", "mbar"),
    ("mb", "mbar"),
    ("mmHg", "mmHg"),
    ("dB", "dB"),
    ("lm", "lm"),
    ("mSv", "mSv"),
    ("µSv", "µSv"),
    ("mGy", "mGy"),
    ("bit", "bit"),
    ("kB", "kB"),
    ("KB", "kB"),
    ("MB", "MB"),
    ("GB", "GB"),
    ("TB", "TB"),
    ("PB", "PB"),
    ("kbps", "kbps"),
    ("Mbps", "Mbps"),
    ("Gbps", "Gbps"),
    ("MP", "megapixel"),
    ("Hz", "Hz"),
    ("HZ", "Hz"),
    ("kHz", "kHz"),
    ("MHz", "MHz"),
    ("GHz", "GHz"),
    ("THz", "THz"),
    ("C", "°C"),
    ("K", "K"),
    ("rad", "rad"),
    ("p", "penny"),
];

/// Symbols that stand as well for something else: only joined to the amount ("54C" is a seat), or only apart from it.
const SHORT: &[(&str, bool)] = &[
    ("N", false),
    ("J", false),
    ("A", false),
    ("F", false),
    ("K", false),
    ("pm", false),
    ("bar", false),
    ("bit", false),
    ("mb", true),
    ("MP", true),
    ("L", true),
];

/// A unit found in the text, and the index after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Measure {
    pub(super) unit: &'static str,
    pub(super) end: usize,
    /// Whether it is money.
    pub(super) money: bool,
}

/// How long the first word is, all words, and the unit.
type Row = (usize, &'static str, &'static str);

/// The rows of words by their first letter, and the symbols.
struct Index {
    words: Vec<Vec<Row>>,
    symbols: FxHashMap<&'static str, &'static str>,
}

static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let mut words = vec![Vec::new(); 27];
    for &(row, unit) in WORDS.iter().chain(currencies::NAMES) {
        words[letter(row)].push((row.find(' ').unwrap_or(row.len()), row, unit));
    }
    Index { words, symbols: SYMBOLS.iter().copied().collect() }
});

/// The place of a word's first letter in the alphabet; 26 for what is none of it.
fn letter(word: &str) -> usize {
    let first = word.bytes().next().map_or(0, |b| b.to_ascii_lowercase());
    if first.is_ascii_lowercase() { usize::from(first - b'a') } else { 26 }
}

/// The unit behind an amount that ends at `at`. The longest row wins.
pub(super) fn behind(c: &Cursor<'_>, at: usize) -> Option<Measure> {
    let word = c.word(at);
    if word.is_empty() || c.is_number(at) {
        return None;
    }
    // The length of the first word rules most rows out; a single letter may have a full stop behind it.
    let rows = INDEX.words[letter(word)].iter().filter(|row| row.0 == word.len() || row.0 == 1);
    let words = rows.filter_map(|(_, words, unit)| Some((*unit, spelled(c, at, words)?))).max_by_key(|found| found.1);
    let (unit, end) =
        words.or_else(|| symbol(c, at)).or_else(|| currencies::code(word).map(|code| (code, at + 1))).or_else(|| sign(c, at))?;
    // "200 pounds of": a weight; "won" the verb stands before an object, the money does not.
    let unit = if unit == "GBP" && c.is(at, "pounds") && (c.is(end, "of") || weighs(c, at)) { "lb" } else { unit };
    let verb = unit == "KRW" && c.is_one_of(end, &["the", "a", "an", "their", "his", "her", "its", "seats"]);
    (!verb).then(|| Measure { unit, end, money: currencies::is_money(unit) })
}

/// The index after the words of a row, which hyphens may join: "square-foot", "kilowatt-hours".
fn spelled(c: &Cursor<'_>, at: usize, words: &str) -> Option<usize> {
    let mut i = at;
    for (n, word) in words.split(' ').enumerate() {
        i = if n > 0 && word.starts_with(char::is_alphabetic) { c.past_hyphen(i) } else { i };
        if !(c.is(i, word) || word.len() == 1 && letter_of(c, i).eq_ignore_ascii_case(word)) {
            return None;
        }
        i += 1;
    }
    Some(i)
}

/// The token, or the letter that it is with the full stop of its sentence: "at 5 °C.".
fn letter_of<'a>(c: &Cursor<'a>, at: usize) -> &'a str {
    let word = c.word(at);
    word.strip_suffix('.').filter(|letter| letter.len() == 1 && at + 1 >= c.end).unwrap_or(word)
}

fn symbol(c: &Cursor<'_>, at: usize) -> Option<(&'static str, usize)> {
    let word = letter_of(c, at);
    let unit = *INDEX.symbols.get(word)?;
    let fits = SHORT.iter().find(|row| row.0 == word).is_none_or(|row| row.1 == c.touches(at));
    let (squared, cubed) = match unit {
        "mm" => ("mm²", "mm³"),
        "cm" => ("cm²", "cm³"),
        "m" => ("m²", "m³"),
        "km" => ("km²", "km³"),
        _ => ("", ""),
    };
    // "km^2"
    let power = if c.word(at + 1) == "^" { c.word(at + 2) } else { "" };
    let (unit, end) = match power {
        "2" if !squared.is_empty() => (squared, at + 3),
        "3" if !cubed.is_empty() => (cubed, at + 3),
        _ => (unit, at + 1),
    };
    fits.then_some((unit, end))
}

/// "5 €": a sign behind the amount, unless it opens the next one.
fn sign(c: &Cursor<'_>, at: usize) -> Option<(&'static str, usize)> {
    let unit = SIGNS.iter().find(|row| row.0 == c.word(at)).map(|row| row.1)?;
    (c.touches(at) || !c.is_number(at + 1)).then_some((unit, at + 1))
}

/// How far before "pounds" a word of weight may stand.
const WEIGHED: usize = 8;

/// "She weighs 130 pounds", "lost 20 pounds in weight".
fn weighs(c: &Cursor<'_>, at: usize) -> bool {
    let weight = |i: usize| c.word(i).get(..5).is_some_and(|w| w.eq_ignore_ascii_case("weigh"));
    (1..=WEIGHED).filter_map(|n| at.checked_sub(n)).any(weight) || (1..4).any(|n| weight(at + n))
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
    if c.word(at + 1) == "$" && (c.touches(at + 1) || word.len() > 1) && c.is_word(at) {
        return found(DOLLARS.iter().find(|row| row.0 == word)?.1, at + 2);
    }
    if !c.is_word(at)
        && let Some((_, unit)) = SIGNS.iter().find(|row| row.0 == word)
    {
        return found(unit, at + 1);
    }
    // "Y=": what plain ASCII makes of ¥.
    if word == "Y" && c.word(at + 1) == "=" && c.touches(at + 1) && c.touches(at + 2) && c.is_number(at + 2) {
        return found("JPY", at + 2);
    }
    if !c.is_number(at + 1) {
        return None;
    }
    found(currencies::apart(word)?, at + 1)
}

/// "$64 U.S.", "$38 CAD": whose dollar it is, behind the amount.
pub(super) fn whose_dollar(c: &Cursor<'_>, at: usize) -> Option<(&'static str, usize)> {
    let word = c.word(at);
    let short = matches!(word, "US" | "U.S.") && (!c.is_word(at + 1) || c.is_one_of(at + 1, &["per", "a", "an"]));
    let unit = if short { "USD" } else { currencies::code(word).filter(|code| code.ends_with('D'))? };
    Some((unit, at + 1))
}

/// Compound measures and how many of the smaller make one of the larger.
const COMPOUNDS: &[(&str, &str, i64)] = &[("ft", "inch", 12), ("lb", "oz", 16), ("stone", "lb", 14), ("GBP", "oz", 16), ("m", "cm", 100)];

/// How many of `part` make one of `whole`: "5 feet 4 inches", "4 dollars 20 cents".
pub(super) fn part_of(whole: &str, part: &str) -> Option<i64> {
    COMPOUNDS.iter().find(|row| row.0 == whole && row.1 == part).map(|row| row.2).or_else(|| currencies::part_of(whole, part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_unit_of_measure_counts() {
        for (_, unit) in WORDS.iter().chain(SYMBOLS).chain(currencies::NAMES) {
            assert!(!crate::value::Unit::new(*unit).is_count(), "{unit}");
        }
    }

    #[test]
    fn rows_are_listed_once() {
        let words: Vec<_> = WORDS.iter().chain(currencies::NAMES).map(|r| r.0.to_lowercase()).collect();
        let symbols: Vec<_> = SYMBOLS.iter().map(|r| r.0.to_owned()).collect();
        for mut rows in [words, symbols] {
            let all = rows.len();
            rows.sort_unstable();
            rows.dedup();
            assert_eq!(rows.len(), all);
        }
    }
}
