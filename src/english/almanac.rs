//! Days that everybody knows, and what is told from them: "weeks after Russia invaded Ukraine".
//!
//! The days are those of Wikipedia's timelines of the 20th and the 21st century that English news still counts from: wars and attacks,
//! disasters, falls of governments, votes, deaths. A row fires only behind a length of time and "after" or "before", and gives a
//! stretch as wide as the words allow.
//!
//! This file does not know which event a stretch is claimed of.

use std::ops::Range;

use jiff::ToSpan;
use jiff::civil::Date;

use super::names::View;
use crate::text::fold;
use crate::value::{Time, TimeForm};

/// A known day, and the words that must all stand in the phrase; `|` stands between those of which one will do.
type Row = (&'static str, i16, i8, i8);

#[rustfmt::skip]
const DAYS: &[Row] = &[
    ("sarajevo assassination", 1914, 6, 28), ("wall street crash", 1929, 10, 24), ("pearl harbor|harbour", 1941, 12, 7),
    ("d-day", 1944, 6, 6), ("normandy landings", 1944, 6, 6), ("hiroshima bomb|bombing|bombed", 1945, 8, 6),
    ("suez nationalised|nationalized|nationalisation|nationalization", 1956, 7, 26), ("sputnik launch|launched", 1957, 10, 4),
    ("bay pigs", 1961, 4, 17), ("kennedy assassination|assassinated|shot|murder", 1963, 11, 22), ("moon landing", 1969, 7, 20),
    ("prague invasion|invaded|tanks", 1968, 8, 21), ("bloody sunday derry|londonderry", 1972, 1, 30), ("yom kippur war", 1973, 10, 6),
    ("carnation revolution", 1974, 4, 25), ("saigon fall|fell", 1975, 4, 30), ("franco death|died", 1975, 11, 20),
    ("falklands|falkland invasion|invaded", 1982, 4, 2), ("indira gandhi assassination|assassinated|murder", 1984, 10, 31),
    ("bhopal", 1984, 12, 3), ("challenger disaster|explosion|exploded", 1986, 1, 28), ("olof palme assassination|assassinated|murder|shot", 1986, 2, 28),
    ("chernobyl|chornobyl disaster|accident|explosion|exploded|meltdown", 1986, 4, 26), ("lockerbie", 1988, 12, 21),
    ("tiananmen massacre|crackdown|square", 1989, 6, 4), ("berlin wall fall|fell|opened|came", 1989, 11, 9),
    ("mandela release|released|freed", 1990, 2, 11), ("kuwait invasion|invaded", 1990, 8, 2), ("german reunification", 1990, 10, 3),
    ("soviet union collapse|collapsed|dissolution|dissolved|fell|end", 1991, 12, 26), ("rwandan|rwanda genocide began|start", 1994, 4, 7),
    ("oklahoma city bombing", 1995, 4, 19), ("srebrenica massacre|fell|fall", 1995, 7, 11), ("rabin assassination|assassinated|murder|shot", 1995, 11, 4),
    ("dayton agreement|accords|accord", 1995, 11, 21), ("diana death|died|crash", 1997, 8, 31), ("good friday agreement", 1998, 4, 10),
    ("columbine", 1999, 4, 20), ("concorde crash|crashed", 2000, 7, 25), ("9/11", 2001, 9, 11), ("september 11 attack|attacks", 2001, 9, 11),
    ("11 september attack|attacks", 2001, 9, 11), ("twin towers fell|attack|attacks", 2001, 9, 11), ("bali bombing|bombings", 2002, 10, 12),
    ("columbia shuttle disaster|broke", 2003, 2, 1), ("iraq invasion|invaded 2003", 2003, 3, 20), ("baghdad fall|fell", 2003, 4, 9),
    ("saddam capture|captured", 2003, 12, 13), ("madrid train|trains bombing|bombings|attacks", 2004, 3, 11), ("beslan", 2004, 9, 1),
    ("orange revolution", 2004, 11, 22), ("indian ocean|boxing tsunami", 2004, 12, 26), ("hariri assassination|assassinated|murder|killing", 2005, 2, 14),
    ("london bombings", 2005, 7, 7), ("7/7", 2005, 7, 7), ("hurricane katrina", 2005, 8, 29), ("saddam execution|executed|hanging|hanged", 2006, 12, 30),
    ("bhutto assassination|assassinated|killed|killing", 2007, 12, 27), ("lehman collapse|collapsed|bankruptcy|failure|failed", 2008, 9, 15),
    ("mumbai attack|attacks 2008", 2008, 11, 26), ("haiti|haitian earthquake|quake 2010", 2010, 1, 12), ("smolensk crash", 2010, 4, 10),
    ("deepwater horizon", 2010, 4, 20), ("mubarak resignation|resigned|ouster|ousted|fall|fell|toppled", 2011, 2, 11),
    ("fukushima", 2011, 3, 11), ("tohoku earthquake|tsunami|quake", 2011, 3, 11), ("bin laden death|killing|killed|raid", 2011, 5, 2),
    ("utoya|breivik attack|attacks|massacre|killed", 2011, 7, 22), ("gaddafi|gadhafi|qaddafi death|killing|killed|died", 2011, 10, 20),
    ("costa concordia", 2012, 1, 13), ("hurricane|superstorm sandy", 2012, 10, 29), ("sandy hook", 2012, 12, 14), ("boston marathon bombing|bombings", 2013, 4, 15),
    ("rana plaza", 2013, 4, 24), ("morsi ouster|ousted|overthrow|overthrown|toppled", 2013, 7, 3), ("lac-megantic", 2013, 7, 6),
    ("ghouta", 2013, 8, 21), ("mandela death|died", 2013, 12, 5), ("yanukovych ouster|ousted|fled|fall|overthrow", 2014, 2, 22),
    ("mh370", 2014, 3, 8), ("crimea annexation|annexed", 2014, 3, 18), ("sewol", 2014, 4, 16), ("mosul fall|fell 2014", 2014, 6, 10), ("mh17", 2014, 7, 17),
    ("ferguson shooting michael brown", 2014, 8, 9), ("scottish|scotland independence referendum|vote 2014", 2014, 9, 18),
    ("charlie hebdo", 2015, 1, 7), ("germanwings crash|crashed", 2015, 3, 24), ("nepal|gorkha earthquake|quake 2015", 2015, 4, 25),
    ("bataclan", 2015, 11, 13), ("paris attacks 2015", 2015, 11, 13), ("brussels bombing|bombings|attacks 2016", 2016, 3, 22),
    ("brexit referendum|vote", 2016, 6, 23), ("nice truck|lorry attack", 2016, 7, 14), ("turkey|turkish failed coup", 2016, 7, 15),
    ("castro death|died fidel", 2016, 11, 25), ("manchester arena bombing|attack", 2017, 5, 22), ("grenfell", 2017, 6, 14),
    ("las vegas shooting|massacre", 2017, 10, 1), ("mugabe ouster|ousted|resignation|resigned|fall", 2017, 11, 21), ("parkland shooting|massacre", 2018, 2, 14),
    ("skripal poisoning|poisoned", 2018, 3, 4), ("morandi|genoa bridge collapse|collapsed", 2018, 8, 14), ("khashoggi killing|killed|murder|murdered|death", 2018, 10, 2),
    ("christchurch shooting|shootings|attack|attacks|massacre", 2019, 3, 15), ("notre-dame|notre fire", 2019, 4, 15), ("soleimani killing|killed|death|assassination", 2020, 1, 3),
    ("brexit took effect", 2020, 1, 31), ("pandemic declared|declaration", 2020, 3, 11), ("george floyd murder|killing|killed|death|died", 2020, 5, 25),
    ("beirut explosion|blast", 2020, 8, 4), ("navalny poisoning|poisoned", 2020, 8, 20), ("capitol riot|riots|attack|insurrection|stormed|storming", 2021, 1, 6),
    ("myanmar coup 2021", 2021, 2, 1), ("surfside collapse", 2021, 6, 24), ("kabul fall|fell|taliban", 2021, 8, 15), ("taliban takeover|seized|took|returned power|kabul|afghanistan", 2021, 8, 15),
    ("russia|russian|russia's|putin|moscow invaded|invasion ukraine", 2022, 2, 24), ("invasion ukraine full-scale", 2022, 2, 24),
    ("bucha", 2022, 4, 1), ("roe wade overturned|overturning", 2022, 6, 24), ("shinzo abe assassination|assassinated|killed|killing|shot", 2022, 7, 8),
    ("queen elizabeth death|died", 2022, 9, 8), ("mahsa amini death|died", 2022, 9, 16), ("nord stream explosions|blasts|sabotage", 2022, 9, 26),
    ("hamas attack|attacked|attacks october|israel", 2023, 10, 7), ("october 7 attack|attacks", 2023, 10, 7), ("navalny death|died", 2024, 2, 16),
    ("assad fall|fell|ouster|ousted|toppled|fled", 2024, 12, 8),
];

/// A length of time in words, its days at least and at most where no number stands before it, and the days of one.
const LENGTHS: &[(&str, i32, i32, i32)] = &[
    ("hours", 0, 2, 1),
    ("day", 1, 1, 1),
    ("days", 1, 14, 1),
    ("week", 5, 9, 7),
    ("weeks", 7, 90, 7),
    ("month", 20, 45, 30),
    ("months", 28, 550, 30),
];

/// Words of a phrase that are searched for a known day.
const PHRASE: usize = 14;

/// The stretches that a sentence tells from known days: the tokens of the phrase, and when. O(n) in the words.
pub(super) fn told(view: &View<'_>, sentence: &Range<usize>) -> Vec<(Range<usize>, Time)> {
    sentence.clone().filter_map(|i| stretch(view, sentence, i)).collect()
}

fn stretch(view: &View<'_>, sentence: &Range<usize>, at: usize) -> Option<(Range<usize>, Time)> {
    let unit = view.str(at).to_ascii_lowercase();
    let (_, least, most, one) = LENGTHS.iter().find(|l| l.0 == unit)?;
    let before = match view.str(at + 1) {
        "after" | "following" => false,
        "before" => true,
        _ => return None,
    };
    let count = at.checked_sub(1).filter(|i| sentence.contains(i)).and_then(|i| number(view.str(i)));
    let (least, most) = count.filter(|_| unit.ends_with('s')).map_or((*least, *most), |n| ((n - 1).max(0) * one, (n + 1) * one));
    let end = (at + 2..sentence.end.min(at + 2 + PHRASE))
        .find(|i| matches!(view.str(*i), "," | ";" | ":" | "." | "—"))
        .unwrap_or(sentence.end.min(at + 2 + PHRASE));
    let words: Vec<String> = (at + 2..end).map(|i| fold(view.str(i)).into_owned()).collect();
    let named = |row: &&Row| row.0.split(' ').all(|slot| slot.split('|').any(|word| stands(&words, word)));
    let (_, year, month, day) = DAYS.iter().find(named)?;
    let day = Date::new(*year, *month, *day).ok()?;
    let moved = |days: i32| day.checked_add(if before { -days } else { days }.days()).ok();
    let (a, b) = (moved(least)?, moved(most)?);
    let from = if count.is_some() { at - 1 } else { at };
    Some((from..end, Time::new(TimeForm::Days(a.min(b), a.max(b)))))
}

/// Whether a word stands among the words, hyphens and strokes being tokens of their own there.
fn stands(words: &[String], word: &str) -> bool {
    if !word.contains(['-', '/']) {
        return words.iter().any(|w| w == word);
    }
    let parts: Vec<&str> = word
        .split_inclusive(['-', '/'])
        .flat_map(|p| p.split_at_checked(p.len() - usize::from(p.ends_with(['-', '/']))))
        .flat_map(|(a, b)| [a, b])
        .filter(|p| !p.is_empty())
        .collect();
    words.windows(parts.len()).any(|w| w.iter().zip(&parts).all(|(a, b)| a == b))
}

fn number(word: &str) -> Option<i32> {
    const WORDS: [&str; 10] = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    let spelled = || WORDS.iter().zip(1..).find(|(w, _)| w.eq_ignore_ascii_case(word)).map(|(_, n)| n);
    word.parse().ok().filter(|n| (1..=99).contains(n)).or_else(spelled)
}

/// Whether a time at `start` is what something else is counted from: "weeks after the election in February".
pub(super) fn is_counted_from(view: &View<'_>, clause: usize, start: usize) -> bool {
    let from = clause.max(start.saturating_sub(PHRASE));
    let open = (from..start).rev().take_while(|i| !matches!(view.str(*i), "," | ";" | ":" | "—"));
    let mut open = open.filter(|i| matches!(view.str(*i), "after" | "before" | "following") && *i + 1 < start);
    let length = |word: &str| LENGTHS.iter().any(|l| l.0.eq_ignore_ascii_case(word)) || OTHERS.contains(&word);
    open.any(|i| i > 0 && length(view.str(i - 1)))
}

/// What else may stand before "after" or "before" where something is counted.
const OTHERS: &[&str] = &["years", "shortly", "soon", "hour", "year", "long", "minutes", "moments", "immediately"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_days_in_folded_words() {
        for (words, year, month, day) in DAYS {
            assert!(Date::new(*year, *month, *day).is_ok(), "{words}");
            assert_eq!(&*fold(words), *words);
        }
        assert!(stands(&["the".into(), "9".into(), "/".into(), "11".into()], "9/11"));
        assert!(!stands(&["9".into(), "11".into()], "9/11"));
    }
}
