//! The lists of the page: the line at the top, what is agreed, what one article alone tells, the articles, decisions and refusals.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::rc::Rc;

use claimgraph::graph::{ArticleNode, ClaimRef, FactRef, FactState, RelationRef};
use claimgraph::relation::{Kind, RULES, Rule};

use super::fact::{self, Stand, anchor, by_publication};
use super::near::Two;
use super::{AGREED, FACTS, Listed, NAME, NEAR, Page, ROWS, SINGLE, publisher, source_link};
use crate::report::slots::spokesman;
use crate::report::{clean, read, words};

/// So many of those who tell an agreed fact are shown with their quotes.
const TELLERS: usize = 6;

/// A fact on which all who tell it agree.
pub(super) struct Agreed {
    pub(super) anchor: String,
    pub(super) item: String,
    pub(super) value: String,
    pub(super) event: Rc<str>,
    pub(super) support: String,
    pub(super) also: Vec<String>,
    pub(super) stands: Vec<Stand>,
    pub(super) left: usize,
    pub(super) attribute: String,
    pub(super) publishers: String,
    pub(super) independent: bool,
}

/// What one article alone tells.
pub(super) struct Alone {
    pub(super) article: String,
    pub(super) publishers: String,
    pub(super) facts: Vec<(String, String, Option<[String; 3]>)>,
}

/// Two claims of two events, or of two facts, between which nothing could be decided.
pub(super) struct Open {
    pub(super) events: Vec<Rc<str>>,
    pub(super) two: Two,
    pub(super) why: String,
    pub(super) independence: String,
    pub(super) code: &'static str,
    pub(super) title: &'static str,
    pub(super) attribute: String,
    pub(super) publishers: String,
    pub(super) independent: bool,
}

/// An article, and how much of it was read and can be compared.
pub(super) struct Row {
    pub(super) who: String,
    pub(super) when: Option<String>,
    pub(super) title: Option<String>,
    pub(super) link: Option<String>,
    pub(super) read: String,
    pub(super) origin: Option<String>,
}

/// A number in the line at the top.
pub(super) struct Figure {
    pub(super) n: usize,
    pub(super) noun: &'static str,
    pub(super) section: &'static str,
}

impl Figure {
    pub(super) fn grouped(&self) -> String {
        words::grouped(&self.n.to_string())
    }
}

impl<'a> Page<'a> {
    pub(super) fn count(&self, state: FactState) -> usize {
        self.graph.facts_in(state).count()
    }

    pub(super) fn title(&self) -> String {
        let disputed = words::count(self.count(FactState::Disputed), "fact");
        format!("{disputed} disputed in {}", words::count(self.graph.articles().len(), "article"))
    }

    /// "12 articles", "9 named publishers", "at most 10 origins"
    pub(super) fn sources(&self) -> String {
        let mut named: Vec<&str> = self.graph.articles().iter().filter_map(|a| a.article.publisher.as_deref()).collect();
        named.sort_unstable();
        named.dedup();
        let (articles, origins) = (self.graph.articles().len(), self.graph.origins().len());
        format!(
            "{}, {}, at most {}",
            words::count(articles, "article"),
            words::count(named.len(), "named publisher"),
            words::count(origins, "origin")
        )
    }

    pub(super) fn figures(&self) -> Vec<Figure> {
        let state = |state, noun, section| Figure { n: self.count(state), noun, section };
        vec![
            state(FactState::Disputed, "disputed", "disputed"),
            state(FactState::Unresolved, "unresolved", "unresolved"),
            state(FactState::Superseded, "superseded", "superseded"),
            Figure { n: self.near.len(), noun: if self.near.len() == 1 { "near miss" } else { "near misses" }, section: "near" },
            state(FactState::Agreed, "agreed", "agreed"),
            state(FactState::Single, "told by one article", "single"),
        ]
    }

    /// The first of a list, as many as the page has.
    fn listed<T>(&self, mut all: Vec<T>, most: usize) -> Listed<T> {
        let of = all.len();
        if !self.all {
            all.truncate(most);
        }
        Listed { of, left: of - all.len(), shown: all }
    }

    pub(super) fn facts(&self, state: FactState) -> Listed<(usize, FactRef<'a>)> {
        self.listed(self.ordered(state), FACTS)
    }

    pub(super) fn nears(&self) -> Listed<usize> {
        self.listed((0..self.near.len()).collect(), NEAR)
    }

    /// The pairs of two facts that nothing could be decided of, those of the same two facts together.
    pub(super) fn open(&self) -> Listed<Vec<RelationRef<'a>>> {
        let mut groups: BTreeMap<_, Vec<RelationRef<'a>>> = BTreeMap::new();
        for relation in self.graph.relations_of(Kind::Indeterminate) {
            let (a, b) = (self.slots.of_claim(relation.source()), self.slots.of_claim(relation.target()));
            if a.0 != b.0 {
                groups.entry((a.min(b), a.max(b))).or_default().push(relation);
            }
        }
        self.listed(groups.into_values().collect(), NEAR)
    }

    pub(super) fn open_pair(&self, group: &[RelationRef<'a>]) -> Option<Open> {
        let relation = spokesman(group)?;
        let (why, independence) = words::reasons(relation);
        let ends = relation.ends();
        let [a, b] = ends.map(ClaimRef::event);
        Some(Open {
            events: if a == b { vec![self.event(a)] } else { vec![self.event(a), self.event(b)] },
            two: self.two(ends, None),
            why: words::cut(&why, 3 * NAME),
            independence,
            code: self.rule(relation.rule()),
            title: relation.rule().title,
            attribute: clean(ends[0].attribute().as_str()),
            publishers: self.publishers_of(ends.iter().map(|c| c.article())),
            independent: relation.independent() == Some(true),
        })
    }

    pub(super) fn agreed(&self) -> Listed<(usize, FactRef<'a>)> {
        let mut facts: Vec<_> = self.graph.facts().enumerate().filter(|(_, f)| f.state() == FactState::Agreed).collect();
        let support = |f: &FactRef<'_>| f.node().positions.first().map_or((0, 0, 0), |p| (p.origins, p.publishers, p.articles));
        // That something happened says least, so it stands last.
        let bare = |f: &FactRef<'_>| f.attribute().as_str() == "occurrence";
        facts.sort_by_key(|(i, f)| (bare(f), Reverse(support(f)), *i));
        self.listed(facts, AGREED)
    }

    pub(super) fn agreed_fact(&self, &(index, of): &(usize, FactRef<'a>)) -> Agreed {
        let mut positions = of.positions();
        let first = positions.next();
        let value = first.map(fact::value).unwrap_or_default();
        let mut claims = first.map(|p| by_publication(p.claims())).unwrap_or_default();
        let left = claims.len().saturating_sub(TELLERS);
        claims.truncate(TELLERS);
        let node = of.node();
        Agreed {
            anchor: anchor(of, index),
            item: words::cut(&words::item(node.attribute.as_str(), of.subject(), node.of.as_deref()), NAME),
            event: self.event(of.event()),
            support: first.map(|p| words::support(p.node())).unwrap_or_default(),
            also: positions.map(|p| format!("{}: {}", fact::value(p), words::support(p.node()))).collect(),
            stands: claims.into_iter().map(|c| Stand { id: None, passage: None, ..self.stand(c, &value, 0) }).collect(),
            left,
            value,
            attribute: clean(node.attribute.as_str()),
            publishers: self.publishers_of(of.claims().map(ClaimRef::article)),
            independent: first.is_some_and(|p| p.origins() > 1),
        }
    }

    /// What one article tells and no other, in the order of the articles and their texts.
    pub(super) fn alone(&self) -> Listed<Alone> {
        let mut facts = Vec::new();
        for fact in self.graph.facts_in(FactState::Single) {
            let first = fact.claims().min_by_key(|c| (c.node().article, c.quote().map_or(0, |q| q.start)));
            facts.extend(first.map(|c| (c.node().article, c.quote().map_or(0, |q| q.start), fact.index(), c)));
        }
        facts.sort_by_key(|(article, at, fact, _)| (*article, *at, *fact));
        let Listed { shown, of, left } = self.listed(facts, SINGLE);
        let mut articles: Vec<(claimgraph::id::ArticleIx, Alone)> = Vec::new();
        for (article, _, _, claim) in shown {
            if articles.last().is_none_or(|(last, _)| *last != article) {
                let publishers = self.publishers_of(std::iter::once(claim.article()));
                articles.push((article, Alone { article: words::article(claim.article()), publishers, facts: Vec::new() }));
            }
            if let Some((_, alone)) = articles.last_mut() {
                alone.facts.push((words::cut(&words::item_of(claim), NAME), words::said(claim.claim()), super::passage::marked(claim)));
            }
        }
        Listed { shown: articles.into_iter().map(|(_, alone)| alone).collect(), of, left }
    }

    pub(super) fn articles(&self) -> Listed<(&'a ArticleNode, String)> {
        let read = read::lines(self.graph, self.texts);
        let mut rows: Vec<_> = self.graph.articles().iter().zip(read).collect();
        rows.sort_by_cached_key(|(a, _)| (a.article.published.is_none(), a.article.published, publisher(a), a.id.clone()));
        self.listed(rows, ROWS)
    }

    pub(super) fn row(&self, article: &ArticleNode, read: String) -> Row {
        let origin = self.graph.origins().get(article.origin.at()).filter(|o| o.articles.len() > 1);
        let why = |o: &claimgraph::graph::Origin| {
            let others = words::count(o.articles.len() - 1, "other article");
            let why = if o.why.is_empty() { String::new() } else { format!(": {}", o.why.join(", ")) };
            words::cut(&clean(&format!("one voice with {others}{why}")), 2 * NAME)
        };
        Row {
            who: publisher(article),
            when: article.article.published.map(|p| p.date.to_string()),
            title: article.article.title.as_deref().map(|t| words::cut(&clean(t), NAME)),
            link: source_link(article),
            read,
            origin: origin.map(why),
        }
    }

    pub(super) fn decisions(&self) -> Listed<String> {
        self.listed(self.graph.decisions().iter().map(|d| words::cut(&words::decision(d), 4 * NAME)).collect(), ROWS)
    }

    pub(super) fn rejected(&self) -> Listed<String> {
        self.listed(self.graph.rejected().iter().map(|r| words::cut(&crate::report::rejected(r), 4 * NAME)).collect(), ROWS)
    }

    /// The attributes of what is shown one by one, sorted.
    pub(super) fn attributes(&self) -> Vec<String> {
        let shown = self.graph.facts().filter(|f| f.state() != FactState::Single);
        let mut names: Vec<String> = shown.map(|f| clean(f.attribute().as_str())).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// The pages of the rules that were named so far.
    pub(super) fn rule_pages(&self) -> Vec<(&'static Rule, String)> {
        let named = self.rules.borrow();
        let page = |rule: &'static Rule| (rule, rule.page.split_whitespace().collect::<Vec<_>>().join(" "));
        RULES.iter().filter(|rule| named.contains(rule.code)).map(page).collect()
    }
}
