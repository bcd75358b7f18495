//! How far a source commits itself to what a predicate tells: asserted, planned, expected, possible, denied, hypothetical; yes or no.
//!
//! Read off the dependency tree: auxiliaries, negation, and the verbs and nouns that a predicate hangs on. Which of them say what
//! follows after the classes of factuality predicates in Saurí and Pustejovsky 2009 ("FactBank"), and VerbNet 3.4.
//!
//! It does not know what the predicate means.

use super::predicates::{DEEPEST, Tree, is_infinitive, is_passive, plain};
use crate::analysis::{Deprel, Upos};
use crate::claim::{Modality, Polarity};
use crate::value::is_ordinal;
use crate::words::List;

/// What a governor says of what hangs on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Says {
    /// It is meant to be: "plan to", "agree to", "order to".
    Planned,
    /// It is likely: "expect", "believe".
    Expected,
    /// It may be: "allow to", "try to", "offer to".
    Possible,
    /// It is wished for or asked after: "want to", "whether".
    Open,
    /// It is not: "refuse to", "fail to", "stop".
    Not,
}

impl Says {
    /// What a list of `words` has for it.
    fn of(result: &str) -> Option<Self> {
        Some(match result {
            "planned" => Self::Planned,
            "expected" => Self::Expected,
            "possible" => Self::Possible,
            "open" => Self::Open,
            "not" => Self::Not,
            _ => return None,
        })
    }
}

fn governor(word: &str) -> Option<Says> {
    List::Governors.get(word).and_then(Says::of)
}

/// What the words around a predicate say of it.
pub(super) fn commitment(tree: &Tree<'_>, word: usize) -> (Modality, Polarity) {
    within(tree, word, DEEPEST)
}

/// The same, asking at most `deep` others for theirs: a list of nouns can be as long as a text.
fn within(tree: &Tree<'_>, word: usize, deep: usize) -> (Modality, Polarity) {
    let mut said = of_own(tree, word);
    let hung = matches!(tree.relation(word), Deprel::Xcomp | Deprel::Ccomp | Deprel::Csubj | Deprel::Acl | Deprel::Advcl | Deprel::Conj);
    // "is to be held", and headlines: "Bank to cut jobs".
    if said.0 == Modality::Asserted && is_infinitive(tree, word) && !hung {
        said.0 = Modality::Planned;
    }
    let mut at = word;
    for _ in 0..DEEPEST {
        let Some(head) = tree.head(at) else { break };
        if !follow(tree, word, (at, head), deep, &mut said) {
            break;
        }
        at = head;
    }
    if matches!(said.0, Modality::Asserted | Modality::Planned) && is_supposed(tree, word) {
        said.0 = Modality::Hypothetical;
    }
    said
}

/// Whether what a predicate tells lies behind the telling: "sold the yard", "is believed to have sold it", "may have been sold".
pub(super) fn is_past(tree: &Tree<'_>, word: usize) -> bool {
    let aux = |words: &[&str]| tree.dependents(word).iter().any(|d| tree.upos(*d) == Upos::Aux && words.contains(&&*tree.lower(*d)));
    match tree.upos(word) {
        Upos::Verb | Upos::Adj => tree.xpos(word) == "VBD" || aux(&["have", "has", "had", "'ve", "was", "were"]),
        _ => false,
    }
}

/// Whether a plan is told as one: by a modal of its own ("will host"), or by what governs it ("agreed to host"). An infinitive alone may
/// tell what was: "the second player to be arrested".
pub(super) fn is_plan_told(tree: &Tree<'_>, word: usize) -> bool {
    let modal = |d: &usize| tree.relation(*d) == Deprel::Aux && tree.xpos(*d) == "MD" && !tree.is_dated(*d);
    if tree.dependents(word).iter().any(modal) {
        return true;
    }
    let Some(head) = tree.head(word).filter(|_| is_infinitive(tree, word)) else { return false };
    match governor(&plain(tree, head)) {
        // "Agreed on Monday to host", "his intent to resign".
        Some(Says::Planned) => matches!(tree.relation(word), Deprel::Xcomp | Deprel::Ccomp | Deprel::Advcl | Deprel::Acl),
        Some(Says::Expected) => matches!(tree.relation(word), Deprel::Xcomp | Deprel::Ccomp),
        _ => false,
    }
}

/// Whether a predicate stands in a clause of condition, or in one that leaves open whether it is so.
fn is_supposed(tree: &Tree<'_>, word: usize) -> bool {
    let mut at = word;
    for _ in 0..DEEPEST {
        let opens = |w: &usize| tree.relation(*w) == Deprel::Mark && matches!(&*tree.lower(*w), "if" | "unless" | "whether");
        // "when held in a certain way"
        let general =
            |w: &usize| matches!(tree.relation(*w), Deprel::Mark | Deprel::Advmod) && matches!(&*tree.lower(*w), "when" | "if" | "once");
        let dependents = tree.dependents(at);
        if dependents.iter().any(opens) {
            return true;
        }
        let bare = tree.xpos(at) == "VBN"
            && !dependents
                .iter()
                .any(|d| matches!(tree.upos(*d), Upos::Aux) || matches!(tree.relation(*d), Deprel::Nsubj | Deprel::NsubjPass));
        if bare && dependents.iter().any(general) {
            return true;
        }
        let Some(head) = tree.head(at) else { return false };
        at = head;
    }
    false
}

/// Auxiliaries and negation of the predicate itself.
fn of_own(tree: &Tree<'_>, word: usize) -> (Modality, Polarity) {
    let mut said = (Modality::Asserted, Polarity::Positive);
    for d in tree.dependents(word).iter().copied().filter(|d| !tree.is_parted(*d, word)) {
        let lower = tree.lower(d);
        match tree.relation(d) {
            // "On 3 May the panel …": a month is no modal.
            Deprel::Aux if tree.xpos(d) == "MD" && !tree.is_dated(d) => said.0 = of_modal(&lower),
            Deprel::Advmod if matches!(&*lower, "not" | "n't" | "never") => said.1 = Polarity::Negative,
            Deprel::Advmod if lower == "longer" && tree.dependents(d).iter().any(|n| tree.str(*n).eq_ignore_ascii_case("no")) => {
                said.1 = Polarity::Negative;
            }
            // "Flight delayed after accident"
            Deprel::Acl if tree.xpos(d) == "VBN" && is_undone(&plain(tree, d)) => said.1 = Polarity::Negative,
            Deprel::Advmod if matches!(&*lower, "probably" | "likely") => said.0 = Modality::Expected,
            Deprel::Advmod if matches!(&*lower, "perhaps" | "possibly" | "maybe") => said.0 = Modality::Possible,
            Deprel::Nsubj | Deprel::NsubjPass if matches!(&*lower, "nobody" | "none" | "nothing" | "neither") => {
                said.1 = Polarity::Negative;
            }
            Deprel::Nsubj | Deprel::NsubjPass | Deprel::Obj if is_none(tree, d) => said.1 = Polarity::Negative,
            Deprel::Amod | Deprel::Det => of_modifier(&lower, &mut said),
            Deprel::Mark if matches!(&*lower, "if" | "unless" | "whether") => said.0 = Modality::Hypothetical,
            _ => {}
        }
    }
    said
}

/// "No passenger", "no-one".
fn is_none(tree: &Tree<'_>, noun: usize) -> bool {
    let joined = || tree.lower(noun) == "one" && noun >= tree.range.start + 2 && tree.str(noun - 1) == "-";
    tree.with(noun, Deprel::Det).any(|d| tree.str(d).eq_ignore_ascii_case("no")) || joined() && tree.lower(noun - 2) == "no"
}

fn of_modal(modal: &str) -> Modality {
    match modal {
        "may" | "might" | "could" | "can" | "ca" => Modality::Possible,
        _ => Modality::Planned,
    }
}

fn of_modifier(word: &str, said: &mut (Modality, Polarity)) {
    // "now-cancelled"
    let word = word.rsplit('-').next().unwrap_or(word);
    match List::FarModifiers.get(word).and_then(Says::of) {
        Some(Says::Not) => said.1 = Polarity::Negative,
        Some(says) => weaken(says, said),
        None => {}
    }
}

/// The weaker of what is known and what a governor says.
fn weaken(says: Says, said: &mut (Modality, Polarity)) {
    let to = match says {
        Says::Planned => Modality::Planned,
        Says::Expected => Modality::Expected,
        Says::Possible => Modality::Possible,
        Says::Open => Modality::Hypothetical,
        Says::Not => return,
    };
    if matches!(said.0, Modality::Asserted | Modality::Planned) {
        said.0 = to;
    }
}

/// Takes over what `head` says of `at`, and tells whether to look further up.
fn follow(tree: &Tree<'_>, word: usize, (at, head): (usize, usize), deep: usize, said: &mut (Modality, Polarity)) -> bool {
    let other = |of: usize| deep.checked_sub(1).map_or_else(|| of_own(tree, of), |deep| within(tree, of, deep));
    let relation = tree.relation(at);
    let infinitive = is_infinitive(tree, at);
    match relation {
        // "will give cases and refunds": what is joined to an object is one.
        Deprel::Conj if at == word && tree.upos(word) == Upos::Noun && tree.upos(head) == Upos::Noun => {
            let (other, own) = (other(head), *said);
            *said = if own == (Modality::Asserted, Polarity::Positive) { other } else { own };
            false
        }
        Deprel::Conj => {
            // "will fly and land": the auxiliary stands for both.
            let shares = tree.upos(at) == tree.upos(head) && !tree.has(at, Deprel::Nsubj) && tree.xpos(at) == tree.xpos(head);
            if shares && said.0 == Modality::Asserted {
                let other = of_own(tree, head);
                *said = (other.0, if other.1 == Polarity::Negative { other.1 } else { said.1 });
            }
            shares
        }
        Deprel::Xcomp | Deprel::Ccomp | Deprel::Csubj | Deprel::Acl | Deprel::Advcl => {
            let plain = plain(tree, head);
            // "a means of saving fuel", "plans for building a port"
            let gerund = relation == Deprel::Acl && tree.xpos(at) == "VBG" && tree.has(at, Deprel::Mark) && !tree.has(at, Deprel::Nsubj);
            let governs = if gerund && matches!(&*plain, "means" | "way") { Some(Says::Planned) } else { governor(&plain) };
            match governs.filter(|_| infinitive || gerund || matches!(relation, Deprel::Xcomp | Deprel::Ccomp)) {
                // What will be possible is to come: "will allow users to write".
                Some(Says::Possible) if infinitive && of_own(tree, head).0 == Modality::Planned => weaken(Says::Planned, said),
                // Who stops to check the engine means to check it: an end is no refusal.
                Some(Says::Not) if infinitive && (relation == Deprel::Advcl || plain == "stop") => weaken(Says::Planned, said),
                Some(Says::Not) if infinitive || gerund || relation == Deprel::Xcomp => said.1 = flip(said.1),
                Some(Says::Not) => {}
                // "The board believes that it was sold": what is believed is taken for likely, what is agreed is agreed.
                Some(says) if infinitive || gerund || matches!(says, Says::Expected | Says::Open) => weaken(says, said),
                Some(_) => {}
                None if infinitive && relation == Deprel::Xcomp && List::Implicative.has(&plain) => {}
                // "Joked about moving abroad".
                None if is_thought(tree, at) => weaken(Says::Open, said),
                None if infinitive && List::Outcome.has(&tree.lower(at)) && !is_open(tree, head) => {}
                None if infinitive && is_first(tree, head) => said.0 = said.0.max(of_own(tree, head).0),
                None if infinitive && (matches!(relation, Deprel::Advcl | Deprel::Acl) || !is_verbal(tree, head)) => {
                    weaken(Says::Planned, said);
                }
                // "will wear it when it arrives": what dates the future is to come.
                None if relation == Deprel::Advcl && is_dating(tree, at) && said.0 == Modality::Asserted => {
                    said.0 = Some(of_own(tree, head).0).filter(|m| *m == Modality::Planned).unwrap_or(said.0);
                }
                None => {}
            }
            // "the cancelled deal to lease"
            if relation == Deprel::Acl && infinitive && of_own(tree, head).1 == Polarity::Negative {
                said.1 = flip(said.1);
            }
            let close = matches!(relation, Deprel::Xcomp);
            if close {
                take_over(tree, head, said);
            }
            close
        }
        // "The trial is set to begin": the noun comes about as far as its verb does.
        Deprel::Nsubj | Deprel::NsubjPass if at == word && List::ComesAbout.has(&plain(tree, head)) => {
            *said = other(head);
            false
        }
        Deprel::Obj | Deprel::NsubjPass | Deprel::Nmod if at == word && tree.upos(word) == Upos::Noun => of_noun(tree, word, head, said),
        Deprel::Obl if at == word && tree.upos(word) == Upos::Noun && brings_about(tree, word) => of_noun(tree, word, head, said),
        Deprel::Nsubj if at == word && tree.upos(word) == Upos::Noun && is_passive(tree, head) => of_noun(tree, word, head, said),
        Deprel::Nsubj if at == word && tree.upos(word) == Upos::Noun => {
            // A subject of "is set to begin" hangs on "set".
            let below = tree.with(head, Deprel::Xcomp).find(|x| List::ComesAbout.has(&plain(tree, *x)));
            if let Some(verb) = below {
                *said = other(verb);
            }
            false
        }
        _ => false,
    }
}

/// What a noun's governor says of it: "cancelled the visit", "plans for a visit", "will pay a visit". Tells whether to look further up.
fn of_noun(tree: &Tree<'_>, noun: usize, head: usize, said: &mut (Modality, Polarity)) -> bool {
    let plain = plain(tree, head);
    let verb = tree.upos(head) == Upos::Verb;
    match governor(&plain) {
        Some(Says::Not) => said.1 = flip(said.1),
        // "The flight was delayed", "a delay in delivery": it did not happen when it was to.
        None if is_undone(&plain) => said.1 = flip(said.1),
        Some(Says::Open) => {}
        _ if verb && tree.relation(noun) == Deprel::Obj && List::AsksFor.has(&plain) => weaken(Says::Planned, said),
        Some(says) if !verb || tree.relation(noun) == Deprel::Obj => weaken(says, said),
        _ => {}
    }
    // What is known already is not to come: "will review the decision".
    let known = |d: &usize| {
        let lower = tree.lower(*d);
        tree.relation(*d) == Deprel::NmodPoss || matches!(&*lower, "the" | "this" | "that" | "these" | "those")
    };
    let open = verb && tree.relation(noun) != Deprel::Nmod && !tree.dependents(noun).iter().any(known);
    if open {
        take_over(tree, head, said);
    }
    open && (tree.relation(head) == Deprel::Xcomp || is_infinitive(tree, head))
}

/// A gerund that says what is talked or thought about.
fn is_thought(tree: &Tree<'_>, verb: usize) -> bool {
    tree.xpos(verb) == "VBG" && tree.with(verb, Deprel::Mark).any(|m| tree.lower(m) == "about")
}

/// "the first model to be built": what the infinitive tells happened.
fn is_first(tree: &Tree<'_>, noun: usize) -> bool {
    tree.dependents(noun).iter().any(|d| {
        let lower = tree.lower(*d);
        matches!(&*lower, "last" | "only" | "latest") || is_ordinal(&lower)
    })
}

/// "will take off for a flight", "is to go into service".
fn brings_about(tree: &Tree<'_>, noun: usize) -> bool {
    tree.with(noun, Deprel::Case).any(|c| matches!(&*tree.lower(c), "for" | "into" | "to" | "with" | "on"))
}

fn is_verbal(tree: &Tree<'_>, word: usize) -> bool {
    matches!(tree.upos(word), Upos::Verb | Upos::Adj | Upos::Aux)
}

/// Whether a verb tells of what is still to come, or may be.
fn is_open(tree: &Tree<'_>, verb: usize) -> bool {
    of_own(tree, verb).0 != Modality::Asserted || is_infinitive(tree, verb)
}

/// Whether a verb or noun says of an event that it did not come about when it was to.
fn is_undone(plain: &str) -> bool {
    List::PutOff.has(plain) || governor(plain) == Some(Says::Not)
}

/// "when it arrives", "before it opens": a clause of time in the present tense.
fn is_dating(tree: &Tree<'_>, verb: usize) -> bool {
    let opens = |w: &usize| List::TimeConjunctions.has(&tree.lower(*w));
    matches!(tree.xpos(verb), "VBZ" | "VBP") && tree.dependents(verb).iter().any(opens)
}

/// What the head says of itself holds for what it governs: "did not want to buy", "may begin to fly".
fn take_over(tree: &Tree<'_>, head: usize, said: &mut (Modality, Polarity)) {
    let (modality, polarity) = of_own(tree, head);
    if said.0 == Modality::Asserted {
        said.0 = modality;
    }
    if polarity == Polarity::Negative {
        said.1 = flip(said.1);
    }
}

fn flip(polarity: Polarity) -> Polarity {
    if polarity == Polarity::Positive { Polarity::Negative } else { Polarity::Positive }
}
