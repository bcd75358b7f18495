//! English words by class: the lists of `data/english-words.tsv`, read once.
//!
//! A class is a variant of [`List`] and the rows of the file that open with its name; a test holds that neither is without the other. The file says
//! which words, the variant what they have in common, and the code that asks what is done with them.
//!
//! This room does not know sentences, nor what a list is used for.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

const FILE: &str = include_str!("../data/english-words.tsv");

macro_rules! lists {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// A class of words.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum List { $($(#[$doc])* $name,)* }

        const NAMES: &[&str] = &[$(stringify!($name),)*];
    };
}

lists! {
    // What the lexicon says of each token. Closed classes after Quirk and others 1985: auxiliaries ch. 3, prepositions ch. 9,
    // subordinators ch. 14; verbs of saying and of intent after VerbNet 3.4 (say-37.7, conjecture-29.5, intend-61.2, refuse in
    // reject-101).
    /// Forms of "be".
    Be,
    /// Forms of "have".
    Have,
    /// Modal verbs of what will be.
    Will,
    /// Modal verbs of what may be.
    May,
    /// Negation.
    Not,
    /// "to".
    To,
    /// Prepositions.
    Prepositions,
    /// Determiners that make a noun definite.
    The,
    /// Indefinite determiners.
    An,
    /// Third person singular pronouns.
    He,
    /// Possessive pronouns, and "her".
    His,
    /// Possessives of who speaks and who is spoken to.
    Ours,
    /// Pronouns of whoever speaks.
    Speaker,
    /// Third person plural pronouns.
    They,
    /// Relative pronouns.
    Who,
    /// Words that open a subordinate clause.
    Subordinators,
    /// "and".
    And,
    /// Adverbs that stand inside a group of verbs.
    Adverbs,
    /// Verbs and adjectives of intent: what follows is planned.
    Plan,
    /// What follows is expected.
    Expect,
    /// What follows did not happen.
    Refuse,
    /// Words that make what they introduce a mere possibility.
    Maybe,
    /// Verbs of saying.
    Say,
    /// Verbs that lend themselves to a noun: "hold talks".
    LightVerbs,
    /// Ordinals and superlatives that open "the first … since".
    First,
    /// Denial.
    Deny,
    /// Conditions.
    If,
    /// Common nouns for two parties.
    Pair,
    /// Telephone and video.
    Remote,
    /// Verbs of standing at a figure.
    Reach,
    /// Verbs of lasting.
    Last,
    /// Titles of address.
    Honorifics,
    /// What tells that an office was held before, or is held in part.
    OfficeModifiers,
    /// Words that may begin a sentence in capitals and are no names.
    Common,
    /// Verbs of asking for something that need not come: order-60, offer, invite (VerbNet 3.4).
    Ask,
    /// What is believed, not known, to be: "is believed to have offered".
    Believed,
    /// Words of violence: FrameNet 1.7's Killing, Attack, Use_firearm, Cause_harm as crime reports have them.
    Violent,
    /// Words that stand beside violence in crime reports: who comes, who is sought, what became of people.
    Crime,

    // The page around a story.
    /// Words of buttons: a line of nothing else is a row of them. Networks after the share bars of AddThis and WordPress.
    Buttons,
    /// What a number of stands under a story.
    CountedOnPage,
    /// Verbs of the stamp that tells when a page was put up or changed.
    StampVerbs,
    /// What may follow or precede the verb of a stamp.
    StampWords,
    /// Openers of a credit that ends a line or a bracket.
    CreditOpeners,
    /// Posts of those who write.
    Writers,
    /// What may stand between and behind the parts of a stamp.
    StampTail,

    // Nouns.
    /// Nouns that tell of something that happens, in the singular, without those whose ending tells: NomBank 1.0's nominalisations,
    /// FrameNet 1.7's event nouns.
    Events,
    /// Nouns whose ending looks like that of an event and that are none.
    NoEvents,
    /// Nouns of quality, of speech and of thought: what is "had", "made" or "given" and takes no part.
    Abstract,
    /// Nouns whose ending looks like that of a quality, or that stand among the events, and that are persons, bodies, places or things.
    Concrete,
    /// What stands before "ship" in the kinds of ship.
    ShipKinds,
    /// Endings of nouns made of verbs (Quirk and others 1985, app. I.31 to I.36).
    EventEndings,
    /// Verbs in the past tense that say of a disaster that it came.
    Onsets,
    /// Verbs of a disaster's coming over a place.
    Strikes,

    // People.
    /// What people are by occupation or in public life, as a noun right before their names: "trade unionist Ada Okafor". Common nouns
    /// only, after the titles of ISCO-08 as news uses them, and FrameNet 1.7's People_by_vocation and Leadership; nouns that are surnames
    /// as often (baker, miller, hunter) are left out.
    Occupations,
    /// Nouns for people that news of crimes and accidents counts: FrameNet 1.7's People, People_by_age, People_by_vocation, Kinship,
    /// Medical_professionals, Law enforcement. Singular, then after a stroke the plurals that are not made with "s".
    People,
    /// Whose children "of" counts: "a mother of twelve was killed" (FrameNet 1.7, Kinship).
    Parents,
    /// Nouns that tell of somebody no more than sex and age.
    SexAndAge,
    /// Verbs that only their own subject can have: "one of the men died".
    OwnSubject,
    /// What stands right before the name of a suspect.
    AccusedBefore,
    /// What may stand between a word such as "victim" and the name of who it is.
    RoleLinks,
    /// What may stand behind an age that is set off by commas.
    BehindAge,
    /// What has an age and is no person.
    AgedThings,

    // Counts.
    /// Nouns that are told apart by numbers behind them.
    Numbered,
    /// Nouns that a number counts and that are no people, and words that end a group of people.
    CountedThings,
    /// What may stand behind a count without a noun.
    EndsCount,
    /// Modifiers of people that look like verbs of harm.
    HarmModifiers,
    /// What stands before a number that counts nobody.
    BeforeNoCount,
    /// What stands behind a number that counts nobody.
    BehindNoCount,
    /// Nouns that count people. A count of anything else is no toll.
    CountedPeople,
    /// People that are counted as a part of the whole, by the singular, with what the part is called.
    PartsOfPeople,

    // Which language a text is in.
    /// Words of the lexicon that other languages write too: alone they do not make a text English.
    SharedWords,
    /// Articles, prepositions, auxiliaries and conjunctions of German, French, Spanish, Italian, Portuguese, Dutch and the Scandinavian
    /// languages: the commonest, picked by hand, without those that are common in English too.
    ForeignWords,
    /// Function words of other languages that stand within names.
    ForeignParticles,

    // Names.
    /// Words of names, mostly the last, that tell an organisation. Forms of company after ISO 20275; the rest are generic nouns.
    Organisations,
    /// Words of names, mostly the last, that tell a place: generic nouns, and a few names of regions.
    Places,
    /// What stands before "House" where that is a building; every other house is an institution.
    Houses,
    /// Buildings whose names stand for the institution in them.
    Seats,
    /// Organisations whose names go on behind "of".
    Institutions,
    /// Chambers, levels of government and parties, which stand before an office and do not change it: "House speaker", "Labour leader".
    /// "American" is there since the gazetteer keeps it for two continents.
    Bodies,
    /// Capitalised nouns that name neither a body nor a place.
    NamedThings,
    /// What stands behind a name and is none by itself.
    NameSuffixes,
    /// What opens a clause of another time than that of the clause it hangs on (Quirk and others 1985, 15.25).
    OtherTimes,
    /// What stands behind a name and a hyphen, beside participles in "-ed": "the Velmar-led group".
    CompoundTails,
    /// Who is to hold an office (FrameNet 1.7, Choosing: Chosen; Leadership).
    Nominees,
    /// What there is one of on each side, with the country behind or before it.
    Counterparts,
    /// Nouns for a company: FrameNet 1.7's Businesses and Manufacturing (Producer).
    Firms,
    /// Words of industries in names of companies: the sectors, groups and industries of the Global Industry Classification Standard (2023).
    Industries,
    /// Words of names of bodies and places in full, and how they are shortened (The Chicago Manual of Style, 17th edition, 10.23 to 10.30).
    ShortNames,
    /// Small words inside a name.
    NameParticles,
    /// The Arabic article in Latin letters: "al-Hadi", "el-Amin".
    ArabicArticles,
    /// Small words that open a person's name before a capital.
    PersonParticles,
    /// Words before an office that its holder does not have now, or in part.
    FormerOffice,
    /// Last words of names of occasions, which take "the" and are no bodies.
    Occasions,

    // How a text is cut into words: conventions of the English Web Treebank.
    /// Prefixes that a hyphen does not part from what follows: those of the Penn Treebank's addendum for hyphens (Warner, Lanfranchi,
    /// O'Gorman, Howard, Gould and Regan 2012), with those of numbers and degree.
    HyphenPrefixes,
    /// Words whose full stop is theirs; the Chicago Manual of Style's lists (17th edition, 10.11, 10.39, 10.69).
    Abbreviations,
    /// Endings of hosts and files: a full stop before them does not end a sentence.
    FileEndings,
    /// What may stand close behind a number and is a word of its own.
    CloseUnits,
    /// Contractions without an apostrophe, and how many letters their last part has.
    BareContractions,
    /// Abbreviations that are no words of their own when written small, as "mar", "sat" and "col" are.
    PlainAbbreviations,

    // Plain forms.
    /// The past tense and the participle of irregular verbs, with the plain form (Quirk and others 1985, 3.11 to 3.20).
    IrregularVerbs,
    /// Irregular plurals (Quirk and others 1985, 5.81 to 5.96), and nouns whose plural is all there is.
    IrregularPlurals,
    /// Endings of stems that bear no stress: the plain form has no "e" then ("enter", "open", "abandon").
    UnstressedEndings,
    /// Stems in "-ll" with one "l" in the plain form.
    DoubledL,
    /// Stems whose plain form has an "e" against the rule.
    WithE,
    /// Stems whose plain form has no "e" against the rule.
    WithoutE,
    /// Longer verbs that double their last letter because it is stressed.
    Doubling,

    // How far a source commits itself.
    /// Verbs, adjectives and nouns in their plain forms that say of what hangs on them that it is meant to be ("plan to"), is likely
    /// ("expect"), may be ("try to"), is wished for or asked after ("want to"), or is not ("refuse to").
    Governors,
    /// Adjectives before a noun that say how far off what it tells of is, as governors do.
    FarModifiers,
    /// Verbs whose infinitive happened where they did (Karttunen 1971, "Implicative verbs").
    Implicative,
    /// Verbs that say of their subject that it comes about.
    ComesAbout,
    /// Verbs whose object somebody means to bring about.
    AsksFor,
    /// Verbs whose infinitive tells the outcome of what stands before: "passed its rival to become the largest" (Quirk and others 1985,
    /// 15.25).
    Outcome,
    /// Verbs and nouns of putting off.
    PutOff,
    /// Conjunctions of time.
    TimeConjunctions,

    // Who takes part.
    /// Verbs that take, beside an object, a phrase with a preposition, and which (VerbNet 3.4: give-13.1, contribute-13.2,
    /// future_having-13.3, get-13.5.1, obtain-13.5.2, send-11.1, bring-11.3, remove-10.1, put-9.1, mix-22.1, fulfilling-13.4.1, and their
    /// like).
    TakesBeside,
    /// Verbs whose object is who does what an infinitive behind it tells (VerbNet: force-59, order-60, advise-37.9, allow-64,
    /// appoint-29.1, hire-13.5.3).
    ObjectControl,
    /// Verbs that lend their subject to a noun: "make an announcement" (Quirk and others 1985, 10.30).
    LendSubject,
    /// Prepositions that hang on a noun of an event where they stand right behind it (NomBank 1.0): "a flight to Porto".
    NounPrepositions,
    /// Prepositions that name the part somebody has in what happens.
    RolePrepositions,
    /// Verbs of motion, behind which an infinitive says what for: FrameNet 1.7's Motion, Arriving and Travel.
    Motion,
    /// Verbs that the treebank has as such and that stand for prepositions (Quirk and others 1985, 9.8).
    LikePrepositions,
    /// Verbs that ask somebody for something, with the prepositions by which they do: "called on X to", "appealed to X to".
    CallOn,
    /// Forms of verbs of going that have no goal of their own.
    ComeAndGo,
    /// What is met by being fulfilled (FrameNet 1.7, Meet_specifications; VerbNet 3.4, satisfy).
    MetThings,
    /// Particles that make of going something else than a journey (Quirk et al. 1985, 16.3): "went off", "go after".
    GoingParticles,
    /// What somebody leaves who leaves an office.
    LeftPosts,

    // Whether it happened, and who says so.
    /// Verbs that leave open whether the infinitive behind them, or behind their object, comes true: those that are not implicative in
    /// Karttunen 1971, "Implicative verbs"; TimeML's class I_ACTION. "Registered to vote", "encouraged X to visit".
    OpenVerbs,
    /// Nouns, adjectives and question words that leave open whether the infinitive behind them comes true: "the right to sue", "unable to
    /// meet", "how to vote".
    OpenWords,
    /// What somebody denies to have had in an event that was.
    PartsIn,
    /// What may open words of speech right behind the verb of saying, without "that".
    SpeechOpeners,
    /// Verbs of saying that need no "that".
    SpeechVerbs,
    /// Verbs of calling something by a word.
    Terms,

    // Times.
    /// The months in full.
    Months,
    /// The months as newspapers shorten them.
    ShortMonths,
    /// The days of the week.
    Weekdays,
    /// Units of time that something lies before or after.
    TimeUnits,
    /// Points of the day that have no article.
    DayMarks,
    /// Words before a duration that make it a distance in time, not a length.
    NoLength,
    /// What else may stand before "after" or "before" where something is counted.
    CountedFrom,

    // Towns and streets.
    /// Common nouns of settlements.
    Settlements,
    /// What has its name behind "of": "the village of Osk".
    NamedBehindOf,
    /// Kinds of street, in full and as they are shortened, without the final stop: the Postal Service's Publication 28, appendix C1.
    StreetKinds,
    /// Directions before or behind a street's name.
    Directions,
    /// Short forms of the kinds of street that newspapers use.
    ShortStreets,
    /// What stands in capitals before a kind of street and is no part of its name: dates, and what opens a sentence.
    NoStreet,
    /// Kinds of street that are other things as often.
    WeakStreetKinds,
    /// Nouns of those who serve a town and nobody else, behind its name: FrameNet 1.7's Law_enforcement_agency and Leadership.
    TownServices,
    /// What stands between a town and its service.
    ServiceModifiers,
    /// What makes of "Fire" a department.
    FireServices,
    /// Verbs and nouns before a place where somebody was found or brought to afterwards, lives, or is from: FrameNet 1.7's Arrest,
    /// Bringing, Residence, Fleeing.
    Elsewhere,
    /// Nouns of those who serve a county.
    CountyServices,
    /// Nouns whose "of" names the town: "the Old Mill neighborhood of Bellhaven", "the town of Bellhaven".
    TownNouns,
    /// Nouns of quarters, behind a town's possessive.
    Quarters,
    /// Words of direction before "of" a town nearby.
    Sides,
    /// Units of a way: what is told in them is farther off.
    WayUnits,
    /// Words before a town that an event was in or by.
    Within,
    /// What may stand behind a town that closes an address.
    BehindTown,
    /// The states of the United States as newspapers shorten them: the Associated Press Stylebook's and the Postal Service's.
    States,
    /// Words that stand in capitals elsewhere and are part of some towns' names: "Osk Station", "Three Alders Church".
    TownNameParts,
    /// Bodies and people of a city, behind "City".
    CityBodies,
    /// What people live in.
    PeopledPlaces,
    /// Which part of a country: "in eastern Norway".
    Regions,
    /// What may stand between a verb and the place that it befell.
    LightBeforePlace,
    /// Nouns with whose "of" a place is told.
    PartsOfPlace,

    // What a value is of.
    /// Adverbs of those hurt badly, who are a part of the injured; who is hurt slightly may be all of them (FrameNet 1.7,
    /// Experience_bodily_harm: Degree).
    BadlyHurt,
    /// Verbs and adjectives of harm that such an adverb grades.
    GradedHarm,
    /// Events that go on for days or years and strike here and there (WordNet 3.1, hyponyms of "flood", "war", "unrest", "epidemic", "dry spell",
    /// by hand).
    Lasting,
    /// Events that strike a wide country at once.
    WideAtOnce,
    /// Words that change a value that was given before.
    Revised,
    /// What stands between a value and the word that changes it: "later revised".
    Later,
    /// Adverbs of what was told first and no longer is: "initially put at twelve".
    ToldFirst,
    /// Verbs that tell a figure.
    TellsFigure,
    /// Adjectives of a version that no longer holds: "an earlier version said".
    BeforeThis,
    /// Nouns of what was told before.
    Versions,
    /// What a sum is told before or after (IFRS and US GAAP terms: profit before tax, earnings before interest).
    Charges,
    /// Those who kill, who may be counted among the dead or not (FrameNet 1.7, Killing: Killer; Attack: Assailant).
    Killers,
    /// Of all places, and not of the one that is told with the event.
    Everywhere,
    /// Adjectives that say nothing of which of its kind a thing is: how many or how great, whether first told, what is thought of it (Quirk and
    /// others 1985, 7.31-7.37: general adjectives susceptible to subjective measure, postdeterminers).
    Unsaying,

    // What towns have.
    /// What towns have, and companies and people seldom: FrameNet 1.7's Buildings and Locale_by_use, public ones.
    PublicSites,
    /// Sites that somebody may own as well.
    OwnedSites,
    /// Words of an article in which a business has a part.
    Business,

    // Names that are words.
    /// Given names and surnames of English that the lexicon knows as words or the calendar as months.
    WordNames,
    /// Words before a month that make it one.
    BeforeMonth,

    // Texts in capitals.
    /// Months and days that are nothing else, in full and cut short.
    SureCalendar,
    /// Words before "may" and "march" in capitals that make them months.
    BeforeMay,

    // Nobody hurt.
    /// Words that may stand between "no" and a noun of harm.
    BesideNone,
    /// Words that make of harm that nobody had a part only: "no serious injuries".
    GraveHarm,
    // Of disasters, outages, deals and rescues.
    /// What people in need are said to need or wait for: a roof.
    Roofs,
    /// What makes a line a cable.
    CableWords,
    /// Things that disasters destroy or cut off, in the singular. FrameNet 1.7's frames Buildings, Locale_by_use, Political_locales,
    /// Roadways, Vehicle, Infrastructure.
    Damageable,
    /// Verbs behind a sum that tell who got it: FrameNet 1.7 Getting and Earnings_and_losses.
    GotSums,
    /// Participles behind a sum that tell whom it went to: FrameNet 1.7 Giving and Commerce_pay.
    GivenSums,
    /// Nouns of a whole sum of money.
    WholeSums,
    /// Verbs of laying out money: FrameNet 1.7 Commerce_pay, Expend_resource.
    Spending,
    /// What a bidder is in, or out of.
    Races,
    /// Words before a length that make it no length of a contract.
    BeforeNoTerm,
    /// Nouns that make a compound with a disaster's noun before them: "fire chief", "crash test", "storm drain".
    DisasterCompounds,
    /// Words before "fire" that make it gunfire, or blame: "under fire", "opened fire".
    BeforeGunfire,
    /// What lands on nobody: "won in a landslide", "a landslide victory".
    Polls,
    /// What crashes, collapses and slides without wreckage: "the crash of the economy", "crashed the party".
    NothingWrecked,
    /// Things of several networks; what stands before them tells of which.
    NetworkLines,
    /// What is no network though one stands before it: "the web site of the club", "a phone company".
    NoNetworks,
    /// Nouns that tell of a failure of a network by themselves.
    Failures,
    /// Nouns that tell of a failure with a thing before them or behind: "cable cut", "a fault on the line", "damage to the cables".
    Faults,
    /// Participles and past tenses of what breaks a thing.
    Broken,
    /// Participles and past tenses of what interrupts a service.
    Interrupted,
    /// Words that say that what follows is another failure than that of the report.
    OtherFailures,
    /// Words that say of traffic that it goes another way.
    Rerouted,
    /// Words before what somebody has that leave it at a place.
    AtPlaces,
    /// Verbs that a measure is told with: "measured 5.9", "registering 6.1", "put it at 6.0".
    Measuring,
    /// Nouns in the plural for what a series is of. FrameNet 1.7's Use_firearm, Attack, Killing, Event.
    SeriesOf,
    /// Words of mending and of working again. FrameNet 1.7's frames Repairing, Resurrection and Being_in_operation.
    Mending,
    /// Kinds of people that a part of those rescued may be.
    RescuedKinds,
    /// Verbs of what befell somebody who was buried, and of getting out.
    Buried,
    /// Verbs of getting out.
    Freed,
    /// States of people that hospitals tell of: the terms of the American Hospital Association, and plain ones.
    HospitalStates,
    /// Words between a value and what it is with or without.
    WithOrWithout,
    /// Prepositions of where something is.
    Locating,
    /// Words that say of traffic that it is carried, not lost.
    Carried,
    /// Words of loss of traffic.
    LostTraffic,
    /// Nouns of what is closed. FrameNet 1.7 Commerce_buy, Amalgamation.
    Transactions,
    /// Points of the compass, written in one word, in two or with a hyphen.
    CompassPoints,
}

/// The words of one class.
#[derive(Default)]
struct Words {
    /// A bit for each length that a word of the class has, and one for each first byte: most words that are asked for have neither.
    lengths: u32,
    firsts: u64,
    results: FxHashMap<&'static str, &'static str>,
    /// In the order of the file.
    rows: Vec<(&'static str, &'static str)>,
}

/// The longest word of the lists has fewer bytes.
const LONGEST: usize = 32;

static WORDS: LazyLock<Vec<Words>> = LazyLock::new(|| {
    let places: FxHashMap<&str, usize> = NAMES.iter().copied().zip(0..).collect();
    let mut all: Vec<Words> = NAMES.iter().map(|_| Words::default()).collect();
    for (class, result, words) in rows() {
        let Some(class) = places.get(class).and_then(|at| all.get_mut(*at)) else { continue };
        words.for_each(|word| class.add(word, if result.is_empty() { word } else { result }));
    }
    all
});

/// The rows of the file: class, result and words.
fn rows() -> impl Iterator<Item = (&'static str, &'static str, std::str::Split<'static, char>)> {
    FILE.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let (class, rest) = line.split_once('\t')?;
        let (result, words) = rest.split_once('\t').unwrap_or(("", rest));
        Some((class, result, words.split(' ')))
    })
}

impl Words {
    fn add(&mut self, word: &'static str, result: &'static str) {
        self.lengths |= 1 << (word.len() % LONGEST);
        self.firsts |= first(word);
        self.results.entry(word).or_insert(result);
        self.rows.push((word, result));
    }

    fn get(&self, word: &str) -> Option<&'static str> {
        let may = self.fits(word.len()) && self.firsts & first(word) != 0;
        if may { self.results.get(word).copied() } else { None }
    }

    fn fits(&self, length: usize) -> bool {
        length < LONGEST && (self.lengths >> length) & 1 == 1
    }
}

/// The bit of a word's first byte.
fn first(word: &str) -> u64 {
    word.bytes().next().map_or(0, |byte| 1 << (byte % 64))
}

impl List {
    /// Whether a word is of the class, written as the file has it. O(1).
    pub(crate) fn has(self, word: &str) -> bool {
        self.get(word).is_some()
    }

    /// Whether a word is of the class, whatever its case.
    pub(crate) fn has_any_case(self, word: &str) -> bool {
        self.get_any_case(word).is_some()
    }

    /// What a word of the class stands for; where the file has no result, itself. O(1).
    pub(crate) fn get(self, word: &str) -> Option<&'static str> {
        WORDS[self as usize].get(word)
    }

    /// The same, whatever the word's case.
    pub(crate) fn get_any_case(self, word: &str) -> Option<&'static str> {
        let words = &WORDS[self as usize];
        let mut buffer = [0; LONGEST];
        let lower = buffer.get_mut(..word.len()).filter(|_| words.fits(word.len()))?;
        lower.copy_from_slice(word.as_bytes());
        lower.make_ascii_lowercase();
        words.get(std::str::from_utf8(lower).ok()?)
    }

    /// The words of the class with their results, as the file has them.
    pub(crate) fn all(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        WORDS[self as usize].rows.iter().copied()
    }

    /// Whether a word ends as one of the class does.
    pub(crate) fn ends(self, word: &str) -> bool {
        self.all().any(|(ending, _)| word.ends_with(ending))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_class_has_rows_and_no_word_twice() {
        for (class, ..) in rows() {
            assert!(NAMES.contains(&class), "{class} is no variant of List");
        }
        for (name, words) in NAMES.iter().zip(WORDS.iter()) {
            assert!(!words.rows.is_empty(), "{name} has no row in the file");
            assert_eq!(words.rows.len(), words.results.len(), "{name} has a word twice");
            for (word, _) in &words.rows {
                assert!(!word.is_empty() && word.len() < LONGEST && words.get(word).is_some(), "{name}: {word:?}");
            }
        }
    }

    #[test]
    fn words_are_found_with_what_they_stand_for() {
        assert!(List::Months.has("May") && !List::Months.has("may") && !List::Months.has(""));
        assert!(List::HyphenPrefixes.has_any_case("NON") && !List::HyphenPrefixes.has_any_case("nón"));
        assert_eq!(List::IrregularPlurals.get("teeth"), Some("tooth"));
        assert_eq!(List::IrregularVerbs.all().find(|row| row.1 == "begin"), Some(("began", "begin")));
    }
}
