//! What follows from the relations and positions of a graph: the state of each fact, and how many tell a position.

use super::{ArticleNode, BadParts, ClaimNode, Fact, FactState, Parts, Position};
use crate::id::{ArticleIx, ClaimIx};
use crate::ontology::{Cardinality, Ontology};
use crate::relation::{Kind, Relation};

/// The state of each fact. A relation bears on a fact if both its claims stand there.
///
/// O(n log n) in the claims and relations.
pub(crate) fn states(facts: &[Fact], claims: &[ClaimNode], relations: &[Relation], ontology: &Ontology) -> Vec<FactState> {
    let mut of_claim = vec![u32::MAX; claims.len()];
    for (fact, i) in facts.iter().zip(0..) {
        fact.positions.iter().flat_map(|p| &p.claims).for_each(|c| of_claim[c.at()] = i);
    }
    // Whether there is something against a fact, and whether something replaces it.
    let mut told = vec![(false, false); facts.len()];
    for relation in relations {
        let fact = of_claim[relation.source.at()];
        if let Some((against, replaced)) = told.get_mut(fact as usize).filter(|_| fact == of_claim[relation.target.at()]) {
            *against |= matches!(relation.kind, Kind::Conflicts | Kind::Tension);
            *replaced |= relation.kind == Kind::Supersedes;
        }
    }
    facts.iter().zip(told).map(|(fact, told)| state(fact, told, claims, ontology)).collect()
}

fn state(fact: &Fact, (against, replaced): (bool, bool), claims: &[ClaimNode], ontology: &Ontology) -> FactState {
    if against {
        return FactState::Disputed;
    } else if replaced {
        return FactState::Superseded;
    }
    let articles = |mut of: Vec<ArticleIx>| distinct(&mut of);
    if articles(fact.positions.iter().flat_map(|p| told_by(p, claims)).collect()) < 2 {
        return FactState::Single;
    } else if fact.positions.len() == 1 {
        return FactState::Agreed;
    }
    // Of what has many values at a time, nothing is open between them.
    let habit = ontology.attribute_or_default(&ontology.item(fact.attribute.as_str()));
    if habit.declared_cardinality() != Some(Cardinality::Set) {
        FactState::Unresolved
    } else if fact.positions.iter().any(|p| articles(told_by(p, claims).collect()) > 1) {
        FactState::Agreed
    } else {
        FactState::Single
    }
}

/// The article of each claim of a position.
fn told_by<'a>(position: &'a Position, claims: &'a [ClaimNode]) -> impl Iterator<Item = ArticleIx> + 'a {
    position.claims.iter().map(|c: &ClaimIx| claims[c.at()].article)
}

fn distinct<T: Ord + PartialEq>(all: &mut Vec<T>) -> usize {
    all.sort_unstable();
    all.dedup();
    all.len()
}

/// Whether each fact has the state that follows from its relations, and each position the numbers that follow from its claims. Of how
/// many origins a position is, credits and passages had a say that no result keeps: at least one, and at most as many as its articles.
pub(super) fn check(parts: &Parts) -> Result<(), BadParts> {
    let ontology = parts.ontology.as_deref().unwrap_or_else(|| Ontology::builtin());
    let states = states(&parts.facts, &parts.claims, &parts.relations, ontology);
    let publishers = crate::origin::publishers(parts.articles.iter().map(|a: &ArticleNode| &a.article));
    let of = |fact: &Fact| (fact.attribute.to_string(), parts[fact.event].id.to_string());
    for (fact, found) in parts.facts.iter().zip(states) {
        if fact.state != found {
            let (attribute, event) = of(fact);
            return Err(BadParts::State { attribute, event, told: fact.state.as_str(), found: found.as_str() });
        }
        for position in &fact.positions {
            let mut articles: Vec<ArticleIx> = told_by(position, &parts.claims).collect();
            distinct(&mut articles);
            // An article without a publisher counts as one of its own.
            let publisher = |a: &ArticleIx| publishers[a.at()].ok_or(*a);
            let by = distinct(&mut articles.iter().map(publisher).collect());
            let origins = distinct(&mut articles.iter().map(|&a| parts[a].origin).collect());
            let (told, least) = (position, usize::from(!articles.is_empty()));
            let rows = [
                (told.articles == articles.len(), "articles", told.articles, articles.len()),
                (told.publishers == by, "publishers", told.publishers, by),
                ((least..=origins).contains(&told.origins), "origins", told.origins, origins),
            ];
            if let Some((_, what, told, found)) = rows.into_iter().find(|row| !row.0) {
                let (attribute, event) = of(fact);
                return Err(BadParts::Counted { attribute, event, what, told, found });
            }
        }
    }
    Ok(())
}
