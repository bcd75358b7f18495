//! Money: how currencies are written, and the code each has in ISO 4217.
//!
//! A name that several countries' money bears stays open ("$", "rupee", "crown"); so do the parts ("cent").

/// Names behind an amount, one token each between spaces. "Pounds" alone are sterling, as news of money has them.
pub(super) const NAMES: &[(&str, &str)] = &[
    ("dollar", "$"),
    ("dollars", "$"),
    ("bucks", "$"),
    ("US dollar", "USD"),
    ("US dollars", "USD"),
    ("U.S. dollar", "USD"),
    ("U.S. dollars", "USD"),
    ("American dollars", "USD"),
    ("Canadian dollar", "CAD"),
    ("Canadian dollars", "CAD"),
    ("Australian dollar", "AUD"),
    ("Australian dollars", "AUD"),
    ("New Zealand dollars", "NZD"),
    ("Hong Kong dollars", "HKD"),
    ("Singapore dollars", "SGD"),
    ("Taiwan dollars", "TWD"),
    ("euro", "EUR"),
    ("euros", "EUR"),
    ("pound sterling", "GBP"),
    ("pounds sterling", "GBP"),
    ("British pounds", "GBP"),
    ("quid", "GBP"),
    ("pounds", "GBP"),
    ("Egyptian pounds", "EGP"),
    ("Lebanese pounds", "LBP"),
    ("Syrian pounds", "SYP"),
    ("yen", "JPY"),
    ("円", "JPY"),
    ("yuan", "CNY"),
    ("元", "CNY"),
    ("kuai", "CNY"),
    ("renminbi", "CNY"),
    ("won", "KRW"),
    ("rupee", "rupee"),
    ("rupees", "rupee"),
    ("Indian rupees", "INR"),
    ("Pakistani rupees", "PKR"),
    ("Sri Lankan rupees", "LKR"),
    ("Nepalese rupees", "NPR"),
    ("ruble", "RUB"),
    ("rubles", "RUB"),
    ("rouble", "RUB"),
    ("roubles", "RUB"),
    ("Swiss franc", "CHF"),
    ("Swiss francs", "CHF"),
    ("CFA francs", "franc"),
    ("franc", "franc"),
    ("francs", "franc"),
    ("lira", "lira"),
    ("liras", "lira"),
    ("lire", "lira"),
    ("Turkish lira", "TRY"),
    ("Turkish liras", "TRY"),
    ("rand", "ZAR"),
    ("baht", "THB"),
    ("reais", "BRL"),
    ("reals", "BRL"),
    ("zloty", "PLN"),
    ("zlotys", "PLN"),
    ("shekel", "ILS"),
    ("shekels", "ILS"),
    ("hryvnia", "UAH"),
    ("hryvnias", "UAH"),
    ("naira", "NGN"),
    ("cedis", "GHS"),
    ("birr", "ETB"),
    ("kwacha", "kwacha"),
    ("ringgit", "MYR"),
    ("rupiah", "IDR"),
    ("dong", "VND"),
    ("taka", "BDT"),
    ("kyat", "MMK"),
    ("tenge", "KZT"),
    ("forint", "HUF"),
    ("forints", "HUF"),
    ("lei", "lei"),
    ("lev", "BGN"),
    ("leva", "BGN"),
    ("kuna", "HRK"),
    ("koruna", "CZK"),
    ("korunas", "CZK"),
    ("krona", "krona"),
    ("kronor", "SEK"),
    ("Swedish kronor", "SEK"),
    ("Swedish kronas", "SEK"),
    ("Swedish krona", "SEK"),
    ("Icelandic kronur", "ISK"),
    ("krone", "krone"),
    ("kroner", "krone"),
    ("Norwegian kroner", "NOK"),
    ("Norwegian krone", "NOK"),
    ("Norwegian crowns", "NOK"),
    ("Danish kroner", "DKK"),
    ("Danish krone", "DKK"),
    ("Danish crowns", "DKK"),
    ("Swedish crowns", "SEK"),
    ("Czech crowns", "CZK"),
    ("crowns", "crown"),
    ("peso", "peso"),
    ("pesos", "peso"),
    ("Mexican pesos", "MXN"),
    ("Argentine pesos", "ARS"),
    ("Chilean pesos", "CLP"),
    ("Colombian pesos", "COP"),
    ("Philippine pesos", "PHP"),
    ("dinar", "dinar"),
    ("dinars", "dinar"),
    ("Kuwaiti dinars", "KWD"),
    ("Iraqi dinars", "IQD"),
    ("dirham", "dirham"),
    ("dirhams", "dirham"),
    ("riyal", "riyal"),
    ("riyals", "riyal"),
    ("Saudi riyals", "SAR"),
    ("rial", "rial"),
    ("rials", "rial"),
    ("Iranian rials", "IRR"),
    ("shilling", "shilling"),
    ("shillings", "shilling"),
    ("Kenyan shillings", "KES"),
    ("Ugandan shillings", "UGX"),
    ("bitcoin", "BTC"),
    ("bitcoins", "BTC"),
    ("BTC", "BTC"),
    // Parts of a currency.
    ("cent", "cent"),
    ("cents", "cent"),
    ("penny", "penny"),
    ("pence", "penny"),
    ("pennies", "penny"),
    ("paise", "paisa"),
    ("sen", "sen"),
    ("kopeks", "kopek"),
    ("kopecks", "kopek"),
];

/// The names and signs that say too little for a code, and the parts.
const OPEN: &[&str] = &[
    "$", "rupee", "franc", "lira", "lei", "krona", "krone", "crown", "peso", "dinar", "dirham", "riyal", "rial", "shilling", "kwacha",
    "cent", "penny", "paisa", "sen", "kopek",
];

/// ISO 4217 as of 2024: the codes of money in use, but those that are English words in capitals (ALL, TOP, CUP, MOP, GEL, SOS, MAD).
const CODES: &[&str] = &[
    "AED", "AFN", "AMD", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BGN", "BHD", "BIF", "BMD", "BND", "BOB", "BRL", "BSD",
    "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF", "CLP", "CNY", "COP", "CRC", "CVE", "CZK", "DJF", "DKK", "DOP", "DZD", "EGP", "ERN",
    "ETB", "EUR", "FJD", "FKP", "GBP", "GHS", "GIP", "GMD", "GNF", "GTQ", "GYD", "HKD", "HNL", "HRK", "HTG", "HUF", "IDR", "ILS", "INR",
    "IQD", "IRR", "ISK", "JMD", "JOD", "JPY", "KES", "KGS", "KHR", "KMF", "KPW", "KRW", "KWD", "KYD", "KZT", "LAK", "LBP", "LKR", "LRD",
    "LSL", "LYD", "MDL", "MGA", "MKD", "MMK", "MNT", "MRU", "MUR", "MVR", "MWK", "MXN", "MYR", "MZN", "NAD", "NGN", "NIO", "NOK", "NPR",
    "NZD", "OMR", "PAB", "PEN", "PGK", "PHP", "PKR", "PLN", "PYG", "QAR", "RON", "RSD", "RUB", "RWF", "SAR", "SBD", "SCR", "SDG", "SEK",
    "SGD", "SHP", "SLE", "SRD", "SSP", "STN", "SYP", "SZL", "THB", "TJS", "TMT", "TND", "TRY", "TTD", "TWD", "TZS", "UAH", "UGX", "USD",
    "UYU", "UZS", "VES", "VND", "VUV", "WST", "XAF", "XCD", "XOF", "XPF", "YER", "ZAR", "ZMW", "BTC",
];

/// Signs before an amount, or behind it.
pub(super) const SIGNS: &[(&str, &str)] = &[
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
    ("₸", "KZT"),
    ("₵", "GHS"),
    ("₡", "CRC"),
    ("₿", "BTC"),
    ("¢", "cent"),
];

/// Letters that tell whose dollar it is.
pub(super) const DOLLARS: &[(&str, &str)] = &[
    ("US", "USD"),
    ("U.S.", "USD"),
    ("USD", "USD"),
    ("A", "AUD"),
    ("AU", "AUD"),
    ("AUD", "AUD"),
    ("Aus", "AUD"),
    ("C", "CAD"),
    ("CA", "CAD"),
    ("CAD", "CAD"),
    ("Can", "CAD"),
    ("NZ", "NZD"),
    ("HK", "HKD"),
    ("S", "SGD"),
    ("R", "BRL"),
    ("NT", "TWD"),
];

/// Letters before an amount other than a code. "PS" and "Y=" are what plain ASCII makes of £ and ¥ (Unidecode).
const PREFIXES: &[(&str, &str)] =
    &[("RM", "MYR"), ("Rs", "rupee"), ("Rs.", "rupee"), ("Rp", "IDR"), ("R", "ZAR"), ("Tk", "BDT"), ("PS", "GBP"), ("Y", "JPY")];

/// The code that a word is.
pub(super) fn code(word: &str) -> Option<&'static str> {
    let fits = word.len() == 3 && word.bytes().all(|b| b.is_ascii_uppercase());
    fits.then(|| CODES.iter().find(|code| **code == word).copied())?
}

/// The currency of letters that are joined to an amount; `dollar` where "$" stands before them.
pub(super) fn prefix(letters: &str, dollar: bool) -> Option<&'static str> {
    let row = |table: &[(&str, &'static str)]| table.iter().find(|row| row.0 == letters).map(|row| row.1);
    if dollar { row(DOLLARS) } else { code(letters).or_else(|| row(PREFIXES).filter(|_| letters != "Y")) }
}

/// The currency of letters that stand before an amount, not joined to it.
pub(super) fn apart(letters: &str) -> Option<&'static str> {
    let known = matches!(letters, "Rs" | "Rs." | "RM" | "Tk" | "Rp");
    code(letters).or_else(|| PREFIXES.iter().find(|row| known && row.0 == letters).map(|row| row.1))
}

/// Money that is counted in lakhs and crores.
const LAKHS: &[&str] = &["rupee", "INR", "PKR", "LKR", "NPR", "BDT"];

/// The scale of letters behind a sum of such money: "Rs 450 Cr", "₹12 L". Behind anything else they are litres, initials and chromium.
pub(super) fn short_scale(unit: &str, letters: &str) -> Option<i64> {
    match letters.trim_end_matches('.') {
        _ if !LAKHS.contains(&unit) => None,
        "Cr" | "cr" | "CR" | "Crs" | "crs" => Some(CRORE),
        "L" | "Lac" | "lac" | "Lacs" | "lacs" => Some(LAKH),
        _ => None,
    }
}

/// "2 lakh crore" is a scale of a scale.
pub(super) const LAKH: i64 = 100_000;
pub(super) const CRORE: i64 = 10_000_000;

/// Whether letters before a digit are more often part of a name: "PS5", "R2".
pub(super) fn is_rare(letters: &str) -> bool {
    matches!(letters, "PS" | "R" | "Y")
}

/// Whether a unit is money.
pub(super) fn is_money(unit: &str) -> bool {
    OPEN.contains(&unit) || code(unit).is_some()
}

/// The parts of a currency and how many make one: "4 dollars 20 cents".
const PARTS: &[(&str, &str, i64)] = &[
    ("$", "cent", 100),
    ("USD", "cent", 100),
    ("CAD", "cent", 100),
    ("AUD", "cent", 100),
    ("NZD", "cent", 100),
    ("HKD", "cent", 100),
    ("EUR", "cent", 100),
    ("ZAR", "cent", 100),
    ("GBP", "penny", 100),
    ("MYR", "sen", 100),
    ("rupee", "paisa", 100),
    ("INR", "paisa", 100),
    ("RUB", "kopek", 100),
];

/// How many of `part` make one of `whole`.
pub(super) fn part_of(whole: &str, part: &str) -> Option<i64> {
    PARTS.iter().find(|row| row.0 == whole && row.1 == part).map(|row| row.2)
}

/// Whether the currency has hundredths that a bare number behind it tells: "18 dollars 40".
pub(super) fn has_parts(unit: &str) -> bool {
    PARTS.iter().any(|row| row.0 == unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_no_count() {
        let all = NAMES.iter().chain(SIGNS).chain(DOLLARS).chain(PREFIXES).map(|row| row.1);
        for unit in all.chain(CODES.iter().copied()).chain(OPEN.iter().copied()) {
            assert!(is_money(unit) && !crate::value::Unit::new(unit).is_count(), "{unit}");
        }
    }

    #[test]
    fn codes_are_listed_once() {
        let mut codes = CODES.to_vec();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), CODES.len());
    }
}
