//! Words that the reader knows: function words, reporting and planning verbs, and the triggers of frames.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::frames::{FRAMES, Frame};

/// What a word can be. A word may be several things.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Class(u64);

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $bit:literal: $words:literal;)*) => {
        impl Class {
            $($(#[$doc])* pub(super) const $name: Self = Self(1 << $bit);)*
        }
        const CLASSES: &[(Class, &str)] = &[$((Class::$name, $words)),*];
    };
}

// Closed classes after Quirk, Greenbaum, Leech and Svartvik 1985, "A Comprehensive Grammar of the English Language":
// auxiliaries ch. 3, prepositions ch. 9, subordinators ch. 14. Verbs of saying and of intent after VerbNet 3.4 (say-37.7,
// conjecture-29.5, intend-61.2, refuse in reject-101).
classes! {
    /// Forms of "be".
    BE = 0: "be is are was were been being am 's isn aren wasn weren";
    /// Forms of "have".
    HAVE = 1: "have has had having hasn haven hadn";
    /// Modal verbs of what will be.
    WILL = 2: "will would shall 'll wo wouldn";
    /// Modal verbs of what may be.
    MAY = 3: "may might could couldn mightn";
    /// Negation.
    NOT = 4: "not never n't 't no nobody neither nor without";
    /// "to".
    TO = 5: "to";
    /// Prepositions.
    PREP = 6: "of in on at by for from with to into onto over under between among amid amidst during through across against about upon toward towards near inside outside within alongside via following";
    /// Determiners that make a noun definite.
    THE = 7: "the this that these those";
    /// Indefinite determiners.
    AN = 8: "a an another any some";
    /// Third person singular pronouns.
    HE = 9: "he she him";
    /// Possessive pronouns, and "her".
    HIS = 10: "his her their its";
    /// Third person plural pronouns.
    THEY = 11: "they them";
    /// Relative pronouns.
    WHO = 12: "who which whom whose where when what";
    /// Words that open a subordinate clause.
    SUBORD = 13: "after before while as because since if although though whether until unless that than where when once whereas but";
    /// "and".
    AND = 14: "and";
    /// Adverbs that stand inside a group of verbs.
    ADV = 15: "also already originally initially previously now then still just even again later soon eventually finally recently briefly formally jointly reportedly surprisingly instead once first last again ever immediately subsequently repeatedly reportedly both personally directly separately possibly perhaps probably likely";
    /// Verbs and adjectives of intent: what follows is planned.
    PLAN = 16: "plan plans planned planning schedule scheduled due set intend intends intended supposed slated agree agreed agrees hope hopes hoped aim aims aimed want wants wanted promise promised promises decide decided vow vowed arrange arranged meant";
    /// What follows is expected.
    EXPECT = 17: "expect expects expected likely predict predicts predicted anticipate anticipated forecast poised";
    /// What follows did not happen.
    REFUSE = 18: "refuse refuses refused decline declines declined reject rejects rejected refusing declining fail failed";
    /// Words that make what they introduce a mere possibility.
    MAYBE = 19: "speculation speculated possibly perhaps maybe rumours rumors rumoured possible whether possibility speculate unlikely considering considers mulling mulls pondering contemplating contemplates";
    /// Verbs of saying.
    SAY = 20: "say says said saying tell tells told stated claims reported write writes wrote writing adds added adding announce announces announced noted claimed accuse accuses accused urge urges urged stressed emphasize emphasized emphasise emphasised tweet tweeted warn warns warned confirm confirms confirmed denies denied asked insist insisted explain explained describe describes described reiterate reiterated declare declared demanded recalled characterize characterized called acknowledge acknowledges acknowledged acknowledging affirmed affirms asserted asserts cautioned commented contended disclosed discloses informed mentioned proclaimed quipped reaffirmed recounted remarked remarks replied revealed reveals testified underlined underscored";
    /// Verbs that lend themselves to a noun: "hold talks".
    LIGHT = 21: "hold holds held holding have has had having begin begins began begun start starts started conduct conducts conducted engage engages engaged engaging attend attends attended conclude concludes concluded continue continued resume resumed resumes open opened lead led finish finished end ended join joined";
    /// Ordinals and superlatives that open "the first … since".
    FIRST = 22: "first";
    /// Denial.
    DENY = 23: "deny denies denied denying dismissed";
    /// Conditions.
    IF = 24: "if unless should";
    /// Common nouns for two parties.
    PAIR = 25: "two pair leaders men women ministers both duo";
    /// Telephone and video.
    REMOTE = 26: "telephone phone video virtual virtually online remote";
    /// Verbs of standing at a figure.
    REACH = 27: "rise rises rose risen climb climbs climbed reach reaches reached stand stands stood grow grew jump jumped increase increased total totalled totaled";
    /// Verbs of lasting.
    LAST = 28: "last lasts lasted lasting take takes took span spanned";
    /// Titles of address.
    HONORIFIC = 29: "mr mr. mrs mrs. ms ms. dr dr. sir dame lord lady prof prof. professor";
    /// What tells that an office was held before, or is held in part.
    MODIFIER = 30: "then former ex acting assistant deputy vice senior top new outgoing longtime incoming chief high-ranking leading";
    /// Words that may begin a sentence in capitals and are no names.
    COMMON = 31: "i we you it he she they there here this that these those what how why when where who which whose if in on at by for from with to after before during since until as although though while because despite amid among between but and or so yet nor not no nobody none the a an his her their its our my your one two three four five six seven eight nine ten eleven twelve some any many most more few several all both each every another other others only also even just still now then later earlier today yesterday tomorrow meanwhile however moreover nevertheless instead despite according about around nearly almost over under up down out once again never always often sometimes perhaps is are was were be been do does did has have had will would can could may might must shall should let monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december jan. feb. mar. apr. jun. jul. aug. sept. oct. nov. dec. particularly speaking asked following based having being";
    /// Verbs of asking for something that need not come: order-60, offer, invite (VerbNet 3.4).
    ASK = 32: "invite invites invited inviting offer offers offered offering ask asks asked asking urge urges urged urging want wants wanted propose proposes proposed proposing suggest suggests suggested request requests requested demand demands demanded seek seeks sought seeking allow allows allowed permit permits permitted authorise authorised authorize authorized";
    /// What is believed, not known, to be: "is believed to have offered".
    BELIEVED = 33: "believed believes thought thinks rumored rumoured suspected speculated reckons";
    /// Words of violence: FrameNet 1.7's Killing, Attack, Use_firearm, Cause_harm as crime reports have them.
    VIOLENT = 34: "shot shooting shootings shooter shooters gunman gunmen gunfire gunshot gunshots gunned stabbed stabbing stabbings homicide homicides murder murders murdered slain slaying slayings killer";
    /// Words that stand beside violence in crime reports: who comes, who is sought, what became of people.
    CRIME = 35: "police officer officers sheriff deputies hospital killed wounded injured dead died suspect suspects victim victims gun handgun rifle custody arrested charged shots shotgun pistol firearm bullet bullets weapon deputy death accidentally accidental gunpoint detectives investigators coroner";
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
}

static LEXICON: LazyLock<FxHashMap<String, Word>> = LazyLock::new(|| {
    let mut map: FxHashMap<String, Word> = FxHashMap::default();
    for (class, words) in CLASSES {
        for word in words.split(' ') {
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

/// Past tense and participle of the irregular verbs among the triggers (Quirk and others 1985, 3.11 to 3.20).
const IRREGULAR: &[(&str, &str, &str)] = &[
    ("meet", "met", "met"),
    ("speak", "spoke", "spoken"),
    ("spend", "spent", "spent"),
    ("sit", "sat", "sat"),
    ("shake", "shook", "shaken"),
    ("fly", "flew", "flown"),
    ("go", "went", "gone"),
    ("come", "came", "come"),
    ("hurt", "hurt", "hurt"),
    ("buy", "bought", "bought"),
    ("sell", "sold", "sold"),
    ("lose", "lost", "lost"),
    ("leave", "left", "left"),
    ("quit", "quit", "quit"),
    ("cut", "cut", "cut"),
    ("shed", "shed", "shed"),
    ("strike", "struck", "struck"),
    ("hit", "hit", "hit"),
    ("put", "put", "put"),
    ("see", "saw", "seen"),
    ("bid", "bid", "bid"),
    ("seek", "sought", "sought"),
    ("beat", "beat", "beaten"),
    ("find", "found", "found"),
    ("win", "won", "won"),
    ("upset", "upset", "upset"),
    ("sink", "sank", "sunk"),
    ("steal", "stole", "stolen"),
    ("shoot", "shot", "shot"),
];

/// The forms of a regular or listed verb.
pub(super) fn inflect(base: &str) -> Vec<(Form, String)> {
    let (past, participle) = IRREGULAR
        .iter()
        .find(|row| row.0 == base)
        .map_or_else(|| (with_ending(base, "ed"), with_ending(base, "ed")), |row| (row.1.to_owned(), row.2.to_owned()));
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
    let doubled = short && (base.len() <= 4 || DOUBLING.contains(&base));
    if doubled { format!("{base}{}{ending}", last[0]) } else { format!("{base}{ending}") }
}

/// Longer verbs that double their last letter because it is stressed.
const DOUBLING: &[&str] = &["confer", "defer", "scrap", "equip"];

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
