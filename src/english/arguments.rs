//! Who and what takes part in a predicate, read off the dependency tree.
//!
//! Core arguments and obliques after the guidelines of Universal Dependencies 2; who takes part in a clause without subject follows
//! Quirk and others 1985, 15.58 (the understood subject of participle and infinitive clauses); which verbs take what beside an object,
//! and whose object is meant as subject of an infinitive, after VerbNet 3.4. A tree hangs a phrase behind an object on the object as
//! readily as on the verb: where the verb takes such a phrase, it gets it.
//!
//! It does not know what the predicate means, nor whether it happened.

use super::eventive;
use super::predicates::{Argument, DEEPEST, Tree, is_infinitive, is_passive, phrase, plain};
use crate::analysis::{Deprel, Upos};
use crate::words::List;

/// The arguments of a predicate, its own and those it shares with another, in the order of the text.
pub(super) fn arguments(tree: &Tree<'_>, word: usize) -> Vec<Argument> {
    let mut out = Vec::new();
    if tree.upos(word) == Upos::Noun {
        of_noun(tree, word, &mut out);
    } else {
        of_verb(tree, word, &mut out);
    }
    // A name that the tree parts is of one part, and before its verb it is no object: "Faith Chebet will appeal".
    let verb = tree.words[word].span.start;
    let late = |a: &Argument| a.role != "subject" && a.span.end <= verb;
    out.sort_by_key(|a| (a.span.start, std::cmp::Reverse(a.span.end), late(a)));
    out.dedup_by(|later, kept| later.span.end <= kept.span.end);
    out
}

fn of_verb(tree: &Tree<'_>, word: usize, out: &mut Vec<Argument>) {
    // A verb that stands in no participle has nothing done to its subject, whatever the tree has: "Moen will appeal against it".
    let active = matches!(tree.xpos(word), "VB" | "VBP" | "VBZ" | "VBG") && !tree.has(word, Deprel::AuxPass);
    for d in tree.dependents(word).iter().copied().filter(|d| !tree.is_parted(*d, word)) {
        match tree.relation(d) {
            // "It is expected that": "it" stands for the clause.
            Deprel::Nsubj | Deprel::NsubjPass if tree.has(word, Deprel::Ccomp) && tree.str(d).eq_ignore_ascii_case("it") => {}
            Deprel::Nsubj | Deprel::NsubjOuter => add(tree, d, "subject", out),
            Deprel::NsubjPass if active => add(tree, d, "subject", out),
            Deprel::Obj | Deprel::NsubjPass => add(tree, d, "object", out),
            Deprel::Iobj => add(tree, d, "recipient", out),
            Deprel::OblAgent => add(tree, d, "subject", out),
            Deprel::Obl | Deprel::OblUnmarked if d > word && is_bare(tree, d) && !is_full(tree, word) => add(tree, d, "object", out),
            Deprel::Obl => preposition(tree, d).into_iter().for_each(|role| add(tree, d, role, out)),
            _ => {}
        }
    }
    if let Some((subject, role)) = understood(tree, word) {
        add(tree, subject, role, out);
    }
    if let Some(object) = gap(tree, word) {
        add(tree, object, "object", out);
    }
    shared(tree, word, out);
    beside_objects(tree, word, out);
}

/// Whether a verb has its object.
fn is_full(tree: &Tree<'_>, verb: usize) -> bool {
    tree.has(verb, Deprel::Obj) || is_passive(tree, verb)
}

/// A phrase that the tree has as an oblique, and that no preposition brings in: an object, told apart from a time by its noun.
fn is_bare(tree: &Tree<'_>, noun: usize) -> bool {
    !tree.dependents(noun).iter().any(|d| matches!(tree.relation(*d), Deprel::Case | Deprel::Mark))
}

/// How many words on the other of two joined verbs may stand: "designed and then quickly built".
const FARTHEST_JOINED: usize = 4;

/// "Ships are bought and leased by the state", "designed and built the bridge": what is said behind two joined verbs is of both.
fn shared(tree: &Tree<'_>, word: usize, out: &mut Vec<Argument>) {
    let alone = !tree.dependents(word).iter().any(|d| *d > word && !matches!(tree.relation(*d), Deprel::Conj | Deprel::Punct));
    let own = |d: &usize| matches!(tree.relation(*d), Deprel::Nsubj | Deprel::NsubjPass | Deprel::Aux);
    let joins = |other: &usize| {
        tree.xpos(*other) == tree.xpos(word) && *other <= word + FARTHEST_JOINED && !tree.dependents(*other).iter().any(own)
    };
    let Some(other) = tree.with(word, Deprel::Conj).find(joins).filter(|_| alone) else { return };
    if is_passive(tree, word) {
        tree.with(other, Deprel::OblAgent).for_each(|a| add(tree, a, "subject", out));
    } else {
        tree.with(other, Deprel::Obj).for_each(|a| add(tree, a, "object", out));
    }
}

/// "Filed a suit against the yard", "brings mail to the island": phrases that the tree hangs on the object, and the verb takes.
fn beside_objects(tree: &Tree<'_>, verb: usize, out: &mut Vec<Argument>) {
    let plain = plain(tree, verb);
    let takes = |preposition: &str| List::TakesBeside.get(&plain).is_some_and(|taken| taken.split(' ').any(|p| p == preposition));
    for object in tree.with(verb, Deprel::Obj) {
        let mut at = object;
        for _ in 0..DEEPEST {
            let hung: Vec<usize> = tree.with(at, Deprel::Nmod).collect();
            for d in &hung {
                if let Some(role) = preposition(tree, *d).filter(|p| takes(p)) {
                    add(tree, *d, role, out);
                }
            }
            let Some(last) = hung.last() else { break };
            at = *last;
        }
    }
    // "from the yard to the harbour": the way goes on.
    for from in tree.with(verb, Deprel::Obl).filter(|d| preposition(tree, *d) == Some("from")) {
        for d in tree.with(from, Deprel::Nmod) {
            if let Some(role) = preposition(tree, d).filter(|p| matches!(*p, "to" | "via" | "into")) {
                add(tree, d, role, out);
            }
        }
    }
}

/// "the ship they intend to launch": the noun that a relative clause without a pronoun hangs on is the object of its last verb.
fn gap(tree: &Tree<'_>, word: usize) -> Option<usize> {
    let full = |w: usize| {
        tree.dependents(w).iter().any(|d| {
            matches!(tree.relation(*d), Deprel::Obj | Deprel::Ccomp | Deprel::Xcomp | Deprel::AuxPass)
                || matches!(tree.xpos(*d), "WDT" | "WP" | "WRB" | "WP$")
        })
    };
    if full(word) {
        return None;
    }
    let mut at = word;
    for _ in 0..DEEPEST {
        let head = tree.head(at)?;
        match tree.relation(at) {
            Deprel::AclRelcl => return tree.has(at, Deprel::Nsubj).then_some(head),
            Deprel::Xcomp if !tree.has(head, Deprel::Obj) => at = head,
            _ => return None,
        }
    }
    None
}

/// Whoever is meant as subject of a verb that has none of its own, and as what.
fn understood(tree: &Tree<'_>, word: usize) -> Option<(usize, &'static str)> {
    let own = |w: usize| {
        tree.dependents(w).iter().copied().find(|d| matches!(tree.relation(*d), Deprel::Nsubj | Deprel::NsubjPass | Deprel::NsubjOuter))
    };
    let object = |w: usize| tree.with(w, Deprel::Obj).chain(tree.with(w, Deprel::Iobj)).next();
    let role = if is_passive(tree, word) { "object" } else { "subject" };
    let mut at = word;
    for _ in 0..DEEPEST {
        if at == word && own(word).is_some() {
            return None;
        }
        if let Some(subject) = own(at) {
            return Some((subject, role));
        }
        let head = tree.head(at)?;
        match tree.relation(at) {
            // "a concert to be held": the noun is what the infinitive tells of.
            Deprel::Acl if is_infinitive(tree, at) && is_passive(tree, at) => return Some((head, role)),
            // "a contract to supply": whoever has the contract.
            Deprel::Acl if is_infinitive(tree, at) && is_plan(tree, head) => {
                if let Some(owner) = tree.with(head, Deprel::NmodPoss).next() {
                    return Some((owner, role));
                }
                let verb = tree.head(head).filter(|v| tree.upos(*v) == Upos::Verb)?;
                if tree.relation(head) != Deprel::Obj {
                    return None;
                }
                at = verb;
                continue;
            }
            Deprel::Acl | Deprel::AclRelcl => return Some((head, role)),
            // "told the firm to sell": who is told is who would sell.
            Deprel::Xcomp if at == word || tree.relation(word) == Deprel::Conj => {
                if let Some(object) = object(head) {
                    return Some((object, role));
                }
            }
            Deprel::Advcl if is_of_object(tree, at, head) => {
                if let Some(object) = object(head).filter(|o| *o < at) {
                    return Some((object, role));
                }
            }
            Deprel::Conj | Deprel::Xcomp | Deprel::Advcl | Deprel::Parataxis => {}
            _ => return None,
        }
        at = head;
    }
    None
}

/// "chose the firm to build it", "barred the firm from selling it": whether the object of `verb` does what a clause behind it tells.
fn is_of_object(tree: &Tree<'_>, clause: usize, verb: usize) -> bool {
    let from = tree.xpos(clause) == "VBG" && tree.with(clause, Deprel::Mark).any(|m| tree.lower(m) == "from");
    from || is_infinitive(tree, clause) && List::ObjectControl.has(&plain(tree, verb))
}

/// Whether a noun says that somebody means, may or must do what an infinitive behind it tells.
fn is_plan(tree: &Tree<'_>, noun: usize) -> bool {
    let lower = tree.lower(noun);
    eventive::is_abstract(&lower) || matches!(&*lower, "contract" | "contracts" | "licence" | "license" | "budget")
}

/// "Lund's visit to Oslo", "the merger of A and B"; "A made an announcement": who does what the noun tells of.
fn of_noun(tree: &Tree<'_>, word: usize, out: &mut Vec<Argument>) {
    for d in tree.dependents(word).iter().copied() {
        match tree.relation(d) {
            Deprel::NmodPoss => add(tree, d, "subject", out),
            Deprel::Nmod => preposition(tree, d).into_iter().for_each(|role| add(tree, d, role, out)),
            Deprel::Compound if tree.upos(d) == Upos::Propn => add(tree, d, "subject", out),
            // "are in talks", "is on leave"
            Deprel::Nsubj if is_state(tree, word) => add(tree, d, "subject", out),
            _ => {}
        }
    }
    let Some(verb) = tree.head(word).filter(|v| tree.upos(*v) == Upos::Verb) else { return };
    if matches!(tree.relation(word), Deprel::Obj | Deprel::NsubjPass | Deprel::Nsubj | Deprel::Obl) {
        for d in tree.with(verb, Deprel::Obl).filter(|d| tree.with(*d, Deprel::Case).any(|c| c == word + 1)) {
            preposition(tree, d).filter(|p| List::NounPrepositions.has(p)).into_iter().for_each(|role| add(tree, d, role, out));
        }
    }
    if tree.has(word, Deprel::NmodPoss) || !lends(tree, verb, word) {
        return;
    }
    let own = tree.with(verb, Deprel::Nsubj).next().map(|s| (s, "subject"));
    if let Some((subject, role)) = own.or_else(|| understood(tree, verb)) {
        add(tree, subject, role, out);
    }
}

/// Whether whoever does what a verb tells does what a noun tells as well: "made an announcement", "said in a statement".
fn lends(tree: &Tree<'_>, verb: usize, noun: usize) -> bool {
    match tree.relation(noun) {
        Deprel::Obj => List::LendSubject.has(&plain(tree, verb)),
        Deprel::Obl => {
            tree.with(noun, Deprel::Case).any(|c| tree.lower(c) == "in")
                && tree.with(noun, Deprel::Det).any(|d| matches!(&*tree.lower(d), "a" | "an"))
        }
        _ => false,
    }
}

/// Whether a noun with a preposition says what state somebody is in.
fn is_state(tree: &Tree<'_>, noun: usize) -> bool {
    tree.has(noun, Deprel::Cop) && tree.with(noun, Deprel::Case).any(|c| matches!(&*tree.lower(c), "in" | "on" | "at"))
}

/// The preposition of a noun phrase, as a role; none for those that bring in no part of what happens ("despite", "during", "because of").
fn preposition(tree: &Tree<'_>, noun: usize) -> Option<&'static str> {
    let case = tree.with(noun, Deprel::Case).next().map(|c| tree.lower(c))?;
    // "out of the harbour"
    if case == "out" {
        return Some("from");
    }
    List::RolePrepositions.get(&case)
}

/// Adds a noun phrase, and each that is joined to it, if it can take part in something.
fn add(tree: &Tree<'_>, head: usize, role: &'static str, out: &mut Vec<Argument>) {
    let mut one = |noun: usize| {
        if let Some(noun) = referent(tree, noun).filter(|n| takes_part(tree, *n)) {
            out.push(Argument { span: phrase(tree, noun), role, name: None });
        }
    };
    one(head);
    let joined: Vec<usize> = tree.with(head, Deprel::Conj).collect();
    joined.into_iter().for_each(one);
}

/// Behind a relative pronoun stands the noun that its clause hangs on.
pub(super) fn referent(tree: &Tree<'_>, noun: usize) -> Option<usize> {
    let relative = tree.upos(noun) == Upos::Pron && matches!(tree.xpos(noun), "WDT" | "WP" | "WP$");
    if !relative {
        return Some(noun);
    }
    let mut at = noun;
    for _ in 0..DEEPEST {
        let Some(head) = tree.head(at) else { break };
        if tree.relation(at) == Deprel::AclRelcl {
            return Some(agreeing(tree, noun, head));
        }
        at = head;
    }
    before(tree, noun).map(|n| agreeing(tree, noun, n))
}

/// "the family of ships, which has sold well": a noun in the plural does not go with a verb in the singular, that which it hangs on may.
fn agreeing(tree: &Tree<'_>, pronoun: usize, noun: usize) -> usize {
    let Some(verb) = tree.head(pronoun).filter(|_| matches!(tree.relation(pronoun), Deprel::Nsubj | Deprel::NsubjPass)) else {
        return noun;
    };
    let single = tree.xpos(verb) == "VBZ" || tree.dependents(verb).iter().any(|d| tree.upos(*d) == Upos::Aux && tree.xpos(*d) == "VBZ");
    let plural = matches!(tree.xpos(noun), "NNS" | "NNPS");
    let above = tree.head(noun).filter(|h| tree.relation(noun) == Deprel::Nmod && matches!(tree.xpos(*h), "NN" | "NNP"));
    above.filter(|_| single && plural).unwrap_or(noun)
}

/// The noun right before a relative pronoun whose clause the tree hangs elsewhere: "the harbour, which …", "the firm in which …".
fn before(tree: &Tree<'_>, pronoun: usize) -> Option<usize> {
    let mut at = pronoun.checked_sub(1)?;
    if tree.upos(at) == Upos::Adp {
        at = at.checked_sub(1)?;
    }
    let comma = matches!(tree.str(at), "," | "(" | "-" | "–" | "—");
    if comma {
        at = at.checked_sub(1)?;
    }
    let certain = comma || tree.xpos(pronoun) == "WDT";
    (at >= tree.range.start && certain && matches!(tree.upos(at), Upos::Noun | Upos::Propn)).then_some(at)
}

/// Whether a noun or pronoun can take part in what happens: persons, bodies, places and things can.
fn takes_part(tree: &Tree<'_>, noun: usize) -> bool {
    if tree.is_dated(noun) || tree.is_amount(noun) {
        return false;
    }
    match tree.upos(noun) {
        Upos::Propn => true,
        // "everyone" is a pronoun that the Penn Treebank has among the nouns.
        Upos::Pron => matches!(tree.xpos(noun), "PRP" | "PRP$" | "NN") && tree.relation(noun) != Deprel::Expl,
        Upos::Noun => !eventive::is_abstract(&tree.lower(noun)),
        // "one of the ships", "20 of its jets"
        Upos::Num => tree.has(noun, Deprel::Nmod),
        // "the first", "the latter"
        Upos::Adj => {
            tree.with(noun, Deprel::Det).any(|d| tree.lower(d) == "the")
                && matches!(tree.relation(noun), Deprel::Nsubj | Deprel::NsubjPass | Deprel::Obj)
        }
        _ => false,
    }
}
