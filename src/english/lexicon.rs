//! Words that the reader knows: function words, reporting and planning verbs, and the triggers of frames.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::frames::{FRAMES, Frame};
use crate::words::List;

/// What a word can be. A word may be several things.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Class(u64);

macro_rules! classes {
    ($($name:ident $list:ident,)*) => {
        impl Class {
            $(pub(super) const $name: Self = Self(1 << List::$list as u64);)*
        }
        const CLASSES: &[(Class, List)] = &[$((Class::$name, List::$list)),*];
    };
}

// The first lists of `words`: a class is a bit, and there are 64.
classes! {
    BE Be, HAVE Have, WILL Will, MAY May, NOT Not, TO To, PREP Prepositions, THE The, AN An, HE He, HIS His, THEY They,
    WHO Who, SUBORD Subordinators, AND And, ADV Adverbs, PLAN Plan, EXPECT Expect, REFUSE Refuse, MAYBE Maybe, SAY Say,
    LIGHT LightVerbs, FIRST First, DENY Deny, IF If, PAIR Pair, REMOTE Remote, REACH Reach, LAST Last,
    HONORIFIC Honorifics, MODIFIER OfficeModifiers, COMMON Common, ASK Ask, BELIEVED Believed, VIOLENT Violent,
    CRIME Crime,
}

impl Class {
    /// What a noun phrase does not go on over: prepositions, auxiliaries, conjunctions, pronouns of relation, verbs of saying.
    pub(super) const CLOSED: Self =
        Self::PREP.or(Self::BE).or(Self::HAVE).or(Self::SUBORD).or(Self::WHO).or(Self::AND).or(Self::SAY).or(Self::WILL).or(Self::MAY);

    /// Whether any of the classes applies.
    pub(super) const fn is(self, any: Self) -> bool {
        self.0 & any.0 != 0
    }

    /// Either of two classes.
    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// The form of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Base or present.
    Base,
    /// Past tense.
    Past,
    /// Past participle, where it differs from the past tense or is the same.
    Participle,
    /// "-ing".
    Ing,
}

/// What the lexicon says of one word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Word {
    /// Its classes.
    pub(super) class: Class,
    /// The frame that it triggers as a verb, and its form.
    pub(super) verb: Option<(&'static Frame, Form)>,
    /// The frame that it triggers as a noun.
    pub(super) noun: Option<&'static Frame>,
    /// Whether the text writes it with a capital.
    pub(super) capital: bool,
    /// Whether it stands as part of a name, though it is a word as well.
    pub(super) named: bool,
}

static LEXICON: LazyLock<FxHashMap<String, Word>> = LazyLock::new(|| {
    let mut map: FxHashMap<String, Word> = FxHashMap::default();
    for (class, list) in CLASSES {
        for (word, _) in list.all() {
            let entry = map.entry(word.to_owned()).or_default();
            entry.class = entry.class.or(*class);
        }
    }
    for frame in FRAMES {
        for verb in frame.verbs {
            for (form, text) in inflect(verb) {
                let word = map.entry(text).or_default();
                word.verb.get_or_insert((frame, form));
            }
        }
        for noun in frame.nouns {
            map.entry((*noun).to_owned()).or_default().noun.get_or_insert(frame);
        }
    }
    map
});

/// Looks a token up, whatever its case.
pub(super) fn look_up(token: &str) -> Word {
    let capital = token.starts_with(char::is_uppercase);
    let mut buffer = [0_u8; 24];
    let found = if token.is_ascii() && token.len() <= buffer.len() {
        let lower = &mut buffer[..token.len()];
        lower.copy_from_slice(token.as_bytes());
        lower.make_ascii_lowercase();
        std::str::from_utf8(lower).ok().and_then(|l| LEXICON.get(l))
    } else {
        LEXICON.get(token.to_lowercase().as_str())
    };
    Word { capital, ..found.copied().unwrap_or_default() }
}

/// The forms of a regular or listed verb.
pub(super) fn inflect(base: &str) -> Vec<(Form, String)> {
    let mut irregular = List::IrregularVerbs.all().filter(|(_, plain)| *plain == base).map(|(form, _)| form.to_owned());
    let past = irregular.next().unwrap_or_else(|| with_ending(base, "ed"));
    let participle = irregular.last().unwrap_or_else(|| past.clone());
    let mut out = vec![
        (Form::Base, base.to_owned()),
        (Form::Base, with_s(base)),
        (Form::Ing, with_ending(base, "ing")),
        (Form::Participle, participle),
        (Form::Past, past),
    ];
    // British spelling: "cancelled", "travelling".
    if base.ends_with("el") {
        out.push((Form::Ing, format!("{base}ling")));
        out.push((Form::Participle, format!("{base}led")));
    }
    out
}

fn with_s(base: &str) -> String {
    if base.ends_with("ss") || base.ends_with("sh") || base.ends_with("ch") || base.ends_with('o') {
        return format!("{base}es");
    }
    match base.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o']) => format!("{stem}ies"),
        _ => format!("{base}s"),
    }
}

fn with_ending(base: &str, ending: &str) -> String {
    let vowel = |c: char| "aeiou".contains(c);
    if base.ends_with("ee") && ending == "ed" {
        return format!("{base}d");
    }
    let last: Vec<char> = base.chars().rev().take(3).collect();
    if base == "die" && ending == "ing" {
        return "dying".to_owned();
    }
    if let Some(stem) = base.strip_suffix('e').filter(|_| !base.ends_with("ee")) {
        return format!("{stem}{ending}");
    }
    if ending == "ed" && last[0] == 'y' && last.get(1).is_some_and(|c| !vowel(*c)) {
        return format!("{}ied", &base[..base.len() - 1]);
    }
    let short = last.len() >= 3 && !vowel(last[0]) && !"wxy".contains(last[0]) && vowel(last[1]) && !vowel(last[2]);
    let doubled = short && (base.len() <= 4 || List::Doubling.has(base));
    if doubled { format!("{base}{}{ending}", last[0]) } else { format!("{base}{ending}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_inflect() {
        for (base, forms) in [
            ("visit", vec!["visit", "visits", "visiting", "visited", "visited"]),
            ("meet", vec!["meet", "meets", "meeting", "met", "met"]),
            ("die", vec!["die", "dies", "dying", "died", "died"]),
            ("postpone", vec!["postpone", "postpones", "postponing", "postponed", "postponed"]),
            ("confer", vec!["confer", "confers", "conferring", "conferred", "conferred"]),
            ("travel", vec!["travel", "travels", "traveling", "traveled", "traveled", "travelling", "travelled"]),
            ("shake", vec!["shake", "shakes", "shaking", "shaken", "shook"]),
        ] {
            let got: Vec<String> = inflect(base).into_iter().map(|f| f.1).collect();
            assert_eq!(got, forms, "{base}");
        }
    }

    #[test]
    fn case_does_not_matter() {
        assert!(look_up("Said").class.is(Class::SAY));
        assert!(look_up("'s").class.is(Class::BE));
        assert!(look_up("MET").verb.is_some());
    }
}
