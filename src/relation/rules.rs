//! The table of rules, and the engine that reads it.
//!
//! Order matters: what a person decided stands first, then what keeps two claims apart, then what modality and stages
//! decide whatever the values, then the attributes with habits of their own, and last the value algebra.

use super::applies::{
    Telling, against_itself, age, ages_apart, ages_undated, asserted_against_open, by_value, counted_back, counts, declared, differs,
    first_is_open, held_later, in_one_article, initials, lacking, may_have_changed, name_in_name, names_open, negated, occurrence, opened,
    person, says_more, scoped_apart, scoped_open, short_forms, spelling, stages, supposed,
};
use super::{Decided, Difference, Ground, Kind, Missing, Pair};
use crate::claim::Verdict;
use crate::ontology::Cardinality;
use crate::value::Outcome;

/// What a rule that applies found, and whether the relation runs from the second claim to the first.
pub(super) type Finding = Option<(Ground, bool)>;

/// One row of the table: a stable code, the kind it gives, and what it says.
#[derive(Debug)]
pub struct Rule {
    /// `CG` and four digits. A code is never given to another rule.
    pub code: &'static str,
    /// The kind of relation it gives; `None` where that is for a person to say.
    pub kind: Option<Kind>,
    /// What it says, in a line.
    pub title: &'static str,
    /// When it applies and why, in a paragraph.
    pub page: &'static str,
    pub(super) applies: fn(&Pair<'_>) -> Finding,
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

impl Eq for Rule {}

impl Rule {
    /// Whether it gives relations of that kind. What a person decides gives any that a verdict stands for.
    pub fn gives(&self, kind: Kind) -> bool {
        self.kind.map_or_else(|| Verdict::all().any(|v| super::applies::kind_of(v) == Some(kind)), |own| own == kind)
    }
}

macro_rules! rules {
    ($($code:literal $kind:expr, $title:literal, $page:literal, $applies:expr;)*) => {
        &[$(Rule { code: $code, kind: $kind, title: $title, page: $page, applies: $applies }),*]
    };
}

use Kind::{Conflicts, Corroborates, Distinct, Indeterminate, Refines, Supersedes, Tension};

/// The rules, in the order they are tried.
pub static RULES: &[Rule] = rules! {
    "CG0001" None, "a person decided",
        "Somebody looked at the two claims and said how they stand. A decision outranks every rule, is keyed by the claims' \
         ids, survives reruns, and can be withdrawn by leaving it out.", person;

    "CG0101" Some(Distinct), "other people",
        "The two claims speak of one attribute and share a participant, but each event has somebody whom the other lacks: two \
         meetings of one person. A careless comparison would set their figures against each other.", |p| differs(p, Difference::Participants);
    "CG0102" Some(Distinct), "another time",
        "The same people, but at times that cannot be one: an earlier or a later event of the same kind.", |p| differs(p, Difference::Time);
    "CG0103" Some(Distinct), "another place",
        "The same people, but another place or destination.", |p| differs(p, Difference::Place);
    "CG0104" Some(Distinct), "another kind of event",
        "The same people, but once they met and once they telephoned, or the like.", |p| differs(p, Difference::Action);
    "CG0105" Some(Distinct), "another event",
        "The two claims look alike, and nothing shows that their events are one. A person may have said so.", |p| differs(p, Difference::Event);
    "CG0106" Some(Distinct), "a count of another part",
        "The two figures count different parts: children among all, the dead without the attacker. Both can be right.", |p| differs(p, Difference::Part);
    "CG0605" Some(Indeterminate), "names not known to be one",
        "The two events differ in nothing but how somebody is named, and the names vary as names do: initials, a short form, a \
         romanisation, a married name, one letter. Nothing else shows that they are one person or body, and nothing that they are two. \
         A record or a decision that says so settles it.", |p| differs(p, Difference::Names);
    "CG0610" Some(Indeterminate), "one of them fits two events",
        "The one leaves open what tells two events apart, the day or somebody who took part, and fits both about equally well. Of which it \
         speaks is not known; a denial stands against both.", |p| differs(p, Difference::Torn);

    "CG0107" Some(Distinct), "another scope",
        "The two figures are of two places inside the event, two institutions, two periods or definitions, or the one of a day and the \
         other a total. Both can be right.", scoped_apart;
    "CG0611" Some(Indeterminate), "scopes not known to be one",
        "The one says of which place, institution, period or definition it is told, and the other does not, or in words that may mean the \
         same. That they differ says nothing, then; that they agree is told as agreement.", scoped_open;

    "CG0207" Some(Indeterminate), "which was told first is not known, and would decide",
        "A plan and how it came out, or two stages of an event: the one told at an hour, the other on a day so near to it that, by clocks \
         elsewhere, either may be the first. Had they been told in the one order, the later would replace the earlier or contradict it; \
         in the other it would not.", first_is_open;
    "CG0201" Some(Supersedes), "how it came out, against what was planned or expected",
        "The source asserts what the target only planned, expected or thought possible, and was published no earlier. Whatever \
         the values, the outcome replaces the expectation; it is no conflict. Where a date of publication is missing, \
         the assertion is taken as the later, but for a figure that was only thought possible. Of two articles with dates the later \
         alone replaces what was thought possible; a weekday of an unknown week replaces nothing, and what is only supposed, or \
         thought to have been, is never replaced. A time that lies behind its own article's day is no outcome, and where an \
         estimate holds, or a word alone tells which event it is, equal values agree.", asserted_against_open;
    "CG0208" Some(Indeterminate), "supposed by the one, told by the other",
        "The one asserts what the other only holds possible or supposes (\"if it is true that they offered 200 million\"), and nothing \
         shows that it came later and knows more.", supposed;
    "CG0202" Some(Supersedes), "a later stage of the event",
        "Planned, then postponed, cancelled, begun, held, over: the later stage replaces the earlier.", |p| stages(p, Supersedes);
    "CG0203" Some(Conflicts), "stages that exclude each other",
        "The one says postponed, the other cancelled; or the one says that it was called off and the other, no later, that it \
         took place.", |p| stages(p, Conflicts);
    "CG0204" Some(Tension), "stages out of order",
        "The later report tells an earlier stage.", |p| stages(p, Tension);
    "CG0205" Some(Corroborates), "stages that agree",
        "The one says that it was held, the other that it is over.", |p| stages(p, Corroborates);

    "CG0206" Some(Supersedes), "held later than was planned",
        "The source asserts a time behind the one that the target only planned. Whichever report came first: a plan that is told \
         again after the event is still a plan.", held_later;

    "CG0301" Some(Conflicts), "the one says that it happened, the other that it did not",
        "Both assert, and one denies. What somebody's denial is worth is for the reader; both sides are kept.", |p| occurrence(p, Conflicts);
    "CG0302" Some(Tension), "an open statement against a denial",
        "The one denies what the other plans, expects or holds possible. Both can hold by the letter.", |p| occurrence(p, Tension);
    "CG0303" Some(Corroborates), "both say that it happened, or both that it did not",
        "The same answer to whether it happened.", |p| occurrence(p, Corroborates);
    "CG0304" Some(Conflicts), "a value against its denial",
        "The one says a value, the other that it is not so.", |p| negated(p, Conflicts);
    "CG0305" Some(Corroborates), "both deny the same value",
        "Both say that the value is not so.", |p| negated(p, Corroborates);

    "CG0401" Some(Supersedes), "a later count, in the direction that counts run",
        "Totals of dead, injured, arrested grow while an event unfolds, and that of the missing falls. A later figure, higher or, of the \
         missing, lower, replaces an earlier one and does not deny it.", |p| counts(p, Supersedes);
    "CG0402" Some(Tension), "a later count, against the direction that counts run",
        "Running totals do not fall, and that of the missing does not grow. Somebody corrected a figure, or the two count differently.", |p| counts(p, Tension);
    "CG0403" Some(Conflicts), "two counts of one day",
        "Exact figures, published on the same day, with nothing in common.", |p| counts(p, Conflicts);
    "CG0404" Some(Indeterminate), "two counts, and no day of one",
        "A count rises from day to day, and on which day one of the two was told is not known; or the one was told on a day and the other \
         at an hour so near to it that, by clocks elsewhere, either may be the first.", |p| counts(p, Indeterminate);
    "CG0411" Some(Corroborates), "one name in known variants",
        "The spellings differ in accents, spacing, apostrophes or capitals only, or the one is a short form of the other: Josh and Joshua.", |p| spelling(p, Corroborates);
    "CG0412" Some(Refines), "a fuller name",
        "The one name holds the other.", name_in_name;
    "CG0413" Some(Tension), "one name in two spellings",
        "Nearly the same letters for one person. One of the two is misspelled; somebody must check.", |p| spelling(p, Tension);
    "CG0421" Some(Tension), "ages a birthday apart",
        "One year apart, in reports more than a week apart or of days that are not known: a birthday can lie between. Or as many years apart as lie between the \
         two reports, one more or less.", age;
    "CG0422" Some(Distinct), "ages of two people of one name",
        "More than ten years apart: a slip of the pen is of a year, or of one digit. Names are shared, and two people bear this one.", ages_apart;
    "CG0423" Some(Indeterminate), "two ages, and no day of one",
        "Years may lie between the two reports: on which day one of them was told is not known.", ages_undated;
    "CG0431" Some(Corroborates), "the last time, counted back",
        "“The first in five years” of one June and “the first since 2018” of the same year speak of one year. Durations are counted \
         back from the day of publication; years are compared as years.", |p| counted_back(p, &[Outcome::Equal, Outcome::Compatible]);
    "CG0432" Some(Refines), "the last time, told more closely",
        "As above, and the source names a shorter stretch of time within the target's.", |p| counted_back(p, &[Outcome::Refines, Outcome::RefinedBy]);
    "CG0433" Some(Tension), "the last time, nearly",
        "As above, and only a loose reading of the years brings the two together.", |p| counted_back(p, &[Outcome::Tension]);
    "CG0434" Some(Conflicts), "another last time",
        "As above, and no reading brings the two together.", |p| counted_back(p, &[Outcome::Contradicts]);
    "CG0435" Some(Indeterminate), "the last time, and no day to count from",
        "“In five years” needs the day of publication, which is not known.", |p| counted_back(p, &[Outcome::Incomparable]);

    "CG0501" Some(Tension), "two expectations that differ",
        "Neither claim asserts. Plans and expectations that differ are no conflict: both can have been held.", opened;
    "CG0607" Some(Indeterminate), "two of a set",
        "The attribute is declared to have many values at a time: members, authors, children. That one source names the one and another \
         the other says nothing for or against either.", |p| declared(p, Cardinality::Set);
    "CG0609" Some(Indeterminate), "a standing fact that may have changed",
        "An office changes hands, a price moves. The two were told half a year apart or more, and neither says of which day it speaks.", may_have_changed;
    "CG0415" Some(Corroborates), "two forms of one name",
        "The two names differ in a legal form alone, left out or written in two ways: “Northgale”, “Northgale Inc.”, “Northgale \
         Incorporated”. Or there is one at a \
         time, and the one name has the short form of a given name: “Bob Kessling” heads what “Robert Kessling” heads.", short_forms;
    "CG0414" Some(Refines), "one bearer, once with initials",
        "There is one at a time, and the two names differ in initials alone: “R. Kessling” heads what “Robert Kessling” heads.", initials;
    "CG0612" Some(Indeterminate), "names that may be one",
        "The two are names that vary as names do: initials, a short form, a legal form, a romanisation, one letter. Nothing shows that \
         they are one person or body, and nothing that they are two.", names_open;
    "CG0613" Some(Indeterminate), "one may only say more",
        "There is one value at a time, and the one text has all words of the other: “guilty” and “guilty on all counts”.", says_more;
    "CG0519" Some(Conflicts), "two values of an attribute that has one at a time",
        "The attribute is declared exclusive: there is one chief executive, one verdict. The two values are other words, and have none in \
         common.", |p| declared(p, Cardinality::Exclusive);
    "CG0511" Some(Corroborates), "the same value", "The two values are one.", |p| by_value(p, Outcome::Equal);
    "CG0512" Some(Corroborates), "values that agree",
        "What a reader takes from the words overlaps: “about 300” and “some 310”.", |p| by_value(p, Outcome::Compatible);
    "CG0513" Some(Refines), "a closer value",
        "The source's value lies inside the target's: a minute in its day, a city in its country.", |p| by_value(p, Outcome::Refines);
    "CG0514" Some(Tension), "values that agree by the letter only",
        "Both can hold as written, but not as a reader takes them: “more than three hours” of a talk of seven and a half.", |p| by_value(p, Outcome::Tension);
    "CG0516" Some(Conflicts), "an entry against its heading",
        "In a list of dated entries the heading says one day and the paragraph under it another: March against April, or a weekday that \
         the heading's day was not. Where the other entries stand in the order of their dates and this one does not, the explanation \
         says so: the heading is the likelier slip.", |p| against_itself(p, Telling::Heading);
    "CG0517" Some(Tension), "one article, two times",
        "One article tells two times of one event in its running text. More often than a slip that is a sentence of something \
         else: of the death and not of the shooting, of the day on which somebody spoke.", |p| against_itself(p, Telling::Text);
    "CG0518" Some(Tension), "one article, two values",
        "One article tells two values of one attribute, and does not credit them to two sources. Whoever wrote it knew both: more often \
         than a slip one of them is of something else, of another person of the name, of another day, of a part.", in_one_article;
    "CG0515" Some(Conflicts), "values with nothing in common",
        "What the words entail has nothing in common: both cannot hold.", |p| by_value(p, Outcome::Contradicts);
    "CG0601" Some(Indeterminate), "a time without an anchor",
        "One of the two, a weekday in an undated article or the like, has no date to count from; or one is told in Greenwich time, \
         and nobody says how far the other's clock is from it.", |p| lacking(p, Missing::Anchor);
    "CG0602" Some(Indeterminate), "other units",
        "The units differ, and nothing in the articles converts one into the other.", |p| lacking(p, Missing::Conversion);
    "CG0603" Some(Indeterminate), "a level against a change",
        "The one tells a level, the other by how much it rose or fell.", |p| lacking(p, Missing::Level);
    "CG0604" Some(Indeterminate), "two places",
        "Neither article says that the one place lies in the other: a hall and its city, or two cities.", |p| lacking(p, Missing::Containment);
    "CG0606" Some(Indeterminate), "other words",
        "The two say it in other words or give other names. Whether the attribute can have more than one value nobody declared: declared \
         exclusive the two would conflict, declared a set they would not.", |p| lacking(p, Missing::Cardinality);
    "CG0608" Some(Indeterminate), "values of two kinds",
        "The one is a number and the other words, or a date and the other a length: nothing brings them into one form.", |p| lacking(p, Missing::Form);
};

/// The rule of that code. O(rules).
pub fn rule(code: &str) -> Option<&'static Rule> {
    RULES.iter().find(|r| r.code == code)
}

/// How two claims stand to each other; `None` where nothing is to be said, as of two different quotations.
///
/// Time O(rules), and for texts O(|a|·|b|) in their lengths. Symmetric: with the two claims swapped the kind and the rule are the
/// same, and the direction is turned.
pub fn decide(pair: &Pair<'_>) -> Option<Decided> {
    RULES.iter().find_map(|rule| {
        let (ground, flipped) = (rule.applies)(pair)?;
        let kind = rule.kind.or_else(|| super::applies::decided_kind(pair))?;
        Some(Decided { kind, rule, ground, flipped })
    })
}

/// What [`decide`] gives where something keeps two claims apart and no person decided about them: their values have no say, and are
/// not looked at.
pub fn kept_apart(difference: Difference) -> Decided {
    // The rows of the differences stand in the order of their variants, behind the row of a person's decisions.
    let rule = &RULES[1 + difference as usize];
    Decided { kind: rule.kind.unwrap_or(Distinct), rule, ground: Ground::Differs(difference), flipped: false }
}

/// What a person's decision alone makes of a pair; `None` where there is none that says how the two stand.
pub fn by_person(pair: &Pair<'_>) -> Option<Decided> {
    let rule = RULES.first()?;
    let (ground, flipped) = (rule.applies)(pair)?;
    Some(Decided { kind: super::applies::decided_kind(pair)?, rule, ground, flipped })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::{Claim, Event};
    use crate::relation::Side;
    use crate::value::{Normalized, Value};

    #[test]
    fn what_keeps_apart_has_its_row() {
        let claim = Claim::new("a", Event::new("meet"), "occurrence", Normalized::new("met", Value::Boolean(true)));
        let side = Side { claim: &claim, published: None };
        use Difference::{Action, Event as Other, Names, Part, Participants, Place, Time, Torn};
        for difference in [Participants, Time, Place, Action, Other, Part, Names, Torn] {
            assert_eq!(decide(&Pair::new(side, side).apart(difference)), Some(kept_apart(difference)));
        }
    }
}
