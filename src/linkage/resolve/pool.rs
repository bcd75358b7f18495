//! Which groups of mentions of different articles are one entity.

use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::lexis;
use super::node::Node;
use super::phrase::Call;
use super::within::agree;
use crate::claim::{EntityKind, EntityRecord};
use crate::linkage::names::{Given, Name, NameSpelling, Reach, Resolution, acronym, pooled, reach, traces};
use crate::text::letters;
use crate::words::List;

/// The mentions of one article that are one, and what they say together.
#[derive(Debug)]
pub(super) struct Group<'n> {
    pub(super) nodes: Vec<usize>,
    pub(super) article: usize,
    kind: EntityKind,
    /// The names that no other of its names says in full.
    full: Vec<&'n Node>,
    /// Its other names.
    short: Vec<&'n Node>,
    calls: Vec<&'n Call>,
    are_several: bool,
    weight: usize,
}

impl<'n> Group<'n> {
    pub(super) fn of(all: &'n [Node], nodes: Vec<usize>) -> Self {
        let own = || nodes.iter().map(|&i| &all[i]);
        let is_part = |n: &Node, m: &Node| m.words.len() > n.words.len() && n.words.iter().all(|w| m.words.contains(w));
        let (short, full) = own().filter(|n| !n.words.is_empty()).partition(|n| own().any(|m| is_part(n, m)));
        Self {
            article: own().next().map_or(0, |n| n.article),
            kind: own().map(|n| n.kind).min().unwrap_or(EntityKind::Other),
            full,
            short,
            calls: own().flat_map(|n| &n.phrase.calls).collect(),
            are_several: own().any(|n| n.phrase.are_several),
            weight: own().map(|n| n.weight).sum(),
            nodes,
        }
    }

    fn is_named(&self) -> bool {
        !self.full.is_empty()
    }

    /// The acronyms that stand in brackets behind its names.
    fn beside(&self) -> impl Iterator<Item = Arc<str>> + '_ {
        self.full.iter().flat_map(|n| &n.phrase.beside).filter(|b| acronym(b).is_some()).map(|b| b.as_str().into())
    }

    /// The one word that is all it is called by.
    fn word(&self) -> Option<&'n str> {
        let one = self.full.first()?;
        (self.full.iter().all(|n| n.words == one.words) && one.words.len() == 1).then(|| &*one.words[0])
    }
}

/// A name and what it stands for, as the kernel is asked about it.
type Row = (Arc<str>, EntityKind);

/// Where a name stands among sorted rows.
fn place(rows: &[Row], name: &Arc<str>, kind: EntityKind) -> usize {
    rows.binary_search_by(|r| (&r.0, r.1).cmp(&(name, kind))).unwrap_or(0)
}

/// Groups over all articles in the making.
pub(super) struct Pool<'p, 'n> {
    groups: &'p [Group<'n>],
    /// Pairs of articles of one story, the smaller first.
    stories: FxHashSet<(usize, usize)>,
    /// Of each article, the others of its story.
    near: FxHashMap<usize, Vec<usize>>,
    /// Of each article, its groups.
    own: FxHashMap<usize, Vec<usize>>,
    parent: Vec<usize>,
    kind: Vec<EntityKind>,
    /// What the caller or a person keeps apart, by groups.
    apart: Vec<(usize, usize)>,
    /// Whether an entity of the caller's is in it.
    record: Vec<bool>,
}

impl<'p, 'n> Pool<'p, 'n> {
    pub(super) fn new(groups: &'p [Group<'n>], stories: Vec<(usize, usize)>) -> Self {
        let mut own: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
        groups.iter().enumerate().for_each(|(i, g)| own.entry(g.article).or_default().push(i));
        let mut near: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
        for &(a, b) in &stories {
            near.entry(a).or_default().push(b);
            near.entry(b).or_default().push(a);
        }
        Self {
            groups,
            near,
            stories: stories.into_iter().collect(),
            own,
            parent: (0..groups.len()).collect(),
            kind: groups.iter().map(|g| g.kind).collect(),
            apart: Vec::new(),
            record: vec![false; groups.len()],
        }
    }

    pub(super) fn root(&mut self, mut i: usize) -> usize {
        while self.parent[i] != i {
            self.parent[i] = self.parent[self.parent[i]];
            i = self.parent[i];
        }
        i
    }

    fn may_join(&mut self, a: usize, b: usize) -> bool {
        let (a, b) = (self.root(a), self.root(b));
        if a == b {
            return true;
        }
        let is_apart = |s: &mut Self, i: usize| {
            let (x, y) = s.apart[i];
            let (x, y) = (s.root(x), s.root(y));
            (x, y) == (a, b) || (x, y) == (b, a)
        };
        agree(self.kind[a], self.kind[b]) && !(self.record[a] && self.record[b]) && !(0..self.apart.len()).any(|i| is_apart(self, i))
    }

    fn join(&mut self, a: usize, b: usize) {
        if self.may_join(a, b) {
            self.unite(a, b);
        }
    }

    fn unite(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        if a == b {
            return;
        }
        let (low, high) = (a.min(b), a.max(b));
        self.parent[high] = low;
        self.kind[low] = self.kind[low].min(self.kind[high]);
        self.record[low] |= self.record[high];
    }

    fn of_one_story(&self, a: usize, b: usize) -> bool {
        let (a, b) = (self.groups[a].article, self.groups[b].article);
        a == b || self.stories.contains(&(a.min(b), a.max(b)))
    }

    /// Joins what the kernel of names joins, and then by what articles of one story say of each other's names. Gives the kernel's answer
    /// and the entity of each group that it was asked about.
    pub(super) fn resolve(&mut self, known: &[EntityRecord], decisions: &[(Arc<str>, Arc<str>, bool)]) -> (Resolution, Vec<Option<usize>>) {
        let shorts = self.shorts(known, decisions);
        let (resolution, of) = self.by_kernel(&shorts, known, decisions);
        self.partial();
        self.single(&shorts);
        self.alike_in_spelling();
        self.called();
        (resolution, of)
    }

    /// Groups that have a single word for what another article names in full: which words those are.
    fn shorts(&self, known: &[EntityRecord], decisions: &[(Arc<str>, Arc<str>, bool)]) -> FxHashMap<&'n str, Vec<usize>> {
        let mut fuller: FxHashSet<&str> = FxHashSet::default();
        for group in self.groups {
            let words = group.full.iter().filter(|n| n.words.len() > 1).flat_map(|n| n.words.last().into_iter().chain(n.words.first()));
            fuller.extend(words.map(String::as_str));
            if group.full.iter().any(|n| n.words.len() > 1) {
                fuller.extend(group.short.iter().filter(|n| n.words.len() == 1).map(|n| &*n.words[0]));
            }
        }
        let told = known.iter().flat_map(|k| k.names.iter()).chain(decisions.iter().flat_map(|d| [&d.0, &d.1]));
        let told: FxHashSet<String> = told.map(|n| letters(n)).collect();
        let mut shorts: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        for (i, group) in self.groups.iter().enumerate() {
            if let Some(word) = group.word().filter(|w| {
                fuller.contains(w)
                    && !told.contains(&letters(w))
                    && (group.kind == EntityKind::Person || !lexis::is_known_place(&letters(w)))
            }) {
                shorts.entry(word).or_default().push(i);
            }
        }
        shorts
    }

    /// Asks the kernel of names about all groups but those with a single word that another article has in full.
    fn by_kernel(
        &mut self,
        shorts: &FxHashMap<&'n str, Vec<usize>>,
        known: &[EntityRecord],
        decisions: &[(Arc<str>, Arc<str>, bool)],
    ) -> (Resolution, Vec<Option<usize>>) {
        let apart: FxHashSet<usize> = shorts.values().flatten().copied().collect();
        let asked: Vec<usize> = (0..self.groups.len()).filter(|i| self.groups[*i].is_named() && !apart.contains(i)).collect();
        let mut rows: Vec<Row> = Vec::new();
        for &i in &asked {
            let group = &self.groups[i];
            rows.extend(group.full.iter().map(|n| (n.name.clone(), group.kind)));
            rows.extend(group.beside().map(|b| (b, group.kind)));
        }
        rows.sort_unstable();
        rows.dedup();
        let one = self.one_whatever(&asked, &rows);
        let name = |(text, kind): &Row| Name { text: text.clone(), kind: *kind, offices: Vec::new(), only_office_in: None };
        let names: Vec<Name> = rows.iter().map(name).collect();
        let resolution = pooled(&names, Given { known, decisions, occasions: &[] }, &one);
        let of = self.follow(&asked, &rows, &resolution, known);
        if decisions.iter().any(|d| !d.2) {
            self.keep_apart(&of, &resolution, decisions);
        }
        (resolution, of)
    }

    /// The names that are one whatever the kernel says: those of one group, and those that differ in spelling only.
    fn one_whatever(&self, asked: &[usize], rows: &[Row]) -> Vec<(usize, usize)> {
        let mut one: Vec<(usize, usize)> = Vec::new();
        let mut of_key: FxHashMap<&str, Vec<(usize, EntityKind)>> = FxHashMap::default();
        for &i in asked {
            let group = &self.groups[i];
            let places: Vec<usize> = group.full.iter().map(|n| place(rows, &n.name, group.kind)).collect();
            one.extend(places.windows(2).map(|w| (w[0], w[1])));
            one.extend(group.beside().filter_map(|b| Some((*places.first()?, place(rows, &b, group.kind)))));
            for (node, place) in group.full.iter().zip(places) {
                of_key.entry(&node.key).or_default().push((place, group.kind));
            }
        }
        // A key that a person and a body share joins nothing.
        let is_shared = |row: &[(usize, EntityKind)]| {
            let has = |kind: EntityKind| row.iter().any(|r| r.1 == kind);
            has(EntityKind::Person) && (has(EntityKind::Organisation) || has(EntityKind::Place))
        };
        let mut keyed: Vec<Vec<(usize, EntityKind)>> = of_key.into_values().filter(|row| !is_shared(row)).collect();
        keyed.iter_mut().for_each(|k| k.sort_unstable());
        keyed.sort_unstable();
        one.extend(keyed.iter().flat_map(|row| row.windows(2).map(|w| (w[0].0, w[1].0))));
        one
    }

    /// Joins the groups that the kernel has joined; gives the entity of each.
    fn follow(&mut self, asked: &[usize], rows: &[Row], resolution: &Resolution, known: &[EntityRecord]) -> Vec<Option<usize>> {
        let mut of: Vec<Option<usize>> = vec![None; self.groups.len()];
        let mut first: FxHashMap<u32, usize> = FxHashMap::default();
        let ids: FxHashSet<&str> = known.iter().map(|k| k.id.as_str()).collect();
        for &i in asked {
            let Some(node) = self.groups[i].full.first() else { continue };
            let entity = resolution.of[place(rows, &node.name, self.groups[i].kind)];
            of[i] = Some(entity as usize);
            self.record[i] |= ids.contains(resolution.entities[entity as usize].id.as_str());
            // The kernel has weighed what is known of them, so that nothing is asked here.
            let first = *first.entry(entity).or_insert(i);
            self.unite(first, i);
        }
        of
    }

    /// Notes what a person has told apart.
    fn keep_apart(&mut self, of: &[Option<usize>], resolution: &Resolution, decisions: &[(Arc<str>, Arc<str>, bool)]) {
        let mut called: FxHashMap<String, usize> = FxHashMap::default();
        for (i, entity) in of.iter().enumerate().filter_map(|(i, e)| Some((i, &resolution.entities[(*e)?]))) {
            called.entry(entity.id.as_str().to_owned()).or_insert(i);
            std::iter::once(&entity.name).chain(&entity.aliases).for_each(|n| _ = called.entry(letters(n)).or_insert(i));
        }
        let find = |what: &Arc<str>| called.get(&**what).or_else(|| called.get(&letters(what))).copied();
        self.apart.extend(decisions.iter().filter(|d| !d.2).filter_map(|d| find(&d.0).zip(find(&d.1))).filter(|(x, y)| x != y));
    }

    /// Names of more words that a fuller name of an article of the same story holds: "Tidal Office" and "Osk Tidal Office".
    fn partial(&mut self) {
        let mut ending: FxHashMap<&str, Vec<(usize, &Node)>> = FxHashMap::default();
        for (i, group) in self.groups.iter().enumerate() {
            for node in group.full.iter().filter(|n| n.words.len() > 1) {
                ending.entry(&node.words[node.words.len() - 1]).or_default().push((i, node));
                if node.words.len() > 2 {
                    ending.entry(&node.words[0]).or_default().push((i, node));
                }
            }
        }
        for i in 0..self.groups.len() {
            let mut found: Vec<(Reach, usize)> = Vec::new();
            for node in self.groups[i].full.iter().filter(|n| n.words.len() > 1 && !lexis::is_known_place(&n.words.concat())) {
                let near = ending.get(&*node.words[node.words.len() - 1]).into_iter().chain(ending.get(&*node.words[0]));
                for &(j, host) in near.flatten().take(CROWD) {
                    let longer = host.words.len() > node.words.len();
                    if longer && self.of_one_story(i, j) && self.root(i) != self.root(j) && self.may_join(i, j) {
                        let how = reach((&host.name, self.groups[j].kind), (&node.name, self.groups[i].kind));
                        found.extend(how.filter(|r| *r >= Reach::Inner).map(|r| (r, j)));
                    }
                }
            }
            if let Some(host) = self.unique(found) {
                self.join(host, i);
            }
        }
    }

    /// The one group that reaches farthest.
    fn unique(&mut self, mut found: Vec<(Reach, usize)>) -> Option<usize> {
        let most = found.iter().map(|f| f.0).max()?;
        found.retain(|f| f.0 == most);
        let mut roots: Vec<usize> = found.into_iter().map(|f| self.root(f.1)).collect();
        roots.sort_unstable();
        roots.dedup();
        if let [one] = roots[..] { Some(one) } else { None }
    }

    /// A single word is who an article of the same story names in full. Where the story does not tell, a body is what most articles call so
    /// that give both names.
    fn single(&mut self, shorts: &FxHashMap<&'n str, Vec<usize>>) {
        let mut fuller: FxHashMap<&str, Vec<(usize, bool)>> = FxHashMap::default();
        for (i, group) in self.groups.iter().enumerate() {
            for node in group.full.iter().filter(|n| n.words.len() > 1) {
                let person = group.kind == EntityKind::Person;
                let front = node.words.first().filter(|_| person);
                for word in node.words.last().into_iter().chain(front).filter(|w| shorts.contains_key(w.as_str())) {
                    fuller.entry(word).or_default().push((i, false));
                }
                for word in group.short.iter().filter(|n| n.words.len() == 1).map(|n| &*n.words[0]).filter(|w| shorts.contains_key(w)) {
                    fuller.entry(word).or_default().push((i, true));
                }
            }
        }
        let mut words: Vec<(&str, &Vec<usize>)> = shorts.iter().map(|(w, of)| (*w, of)).collect();
        words.sort_unstable();
        for (word, of) in words {
            let hosts = fuller.get(word).map_or(&[][..], Vec::as_slice);
            let mut by_article: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
            hosts.iter().for_each(|h| by_article.entry(self.groups[h.0].article).or_default().push(h.0));
            let learned: Vec<usize> = hosts.iter().filter(|h| h.1 && self.groups[h.0].kind != EntityKind::Person).map(|h| h.0).collect();
            let learned = of.first().and_then(|&i| self.most(i, &learned));
            let mut left: Vec<usize> = Vec::new();
            for &i in of {
                let article = self.groups[i].article;
                let articles = self.near.get(&article).into_iter().flatten().chain(std::iter::once(&article));
                let told: Vec<usize> = articles.filter_map(|a| by_article.get(a)).flatten().copied().collect();
                match self.most(i, &told).or(learned) {
                    Some(host) => self.join(host, i),
                    None => left.push(i),
                }
            }
            left.windows(2).for_each(|w| self.join(w[0], w[1]));
        }
    }

    /// Names that are spelled alike: one where their articles tell one story, or tell nothing else, and no article names both.
    fn alike_in_spelling(&mut self) {
        let mut named: Vec<(usize, &'n Node, NameSpelling)> = Vec::new();
        for (i, group) in self.groups.iter().enumerate() {
            named.extend(group.full.iter().map(|n| (i, *n, NameSpelling::new(&n.name))));
        }
        let mut traced: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
        for (k, (_, _, spelling)) in named.iter().enumerate() {
            let whole = spelling.words().concat();
            for word in spelling.words().iter().chain(std::iter::once(&whole)) {
                traces(word, &mut |trace| traced.entry(trace).or_default().push(k));
            }
        }
        let mut pairs: Vec<(usize, usize)> = Vec::new();
        for list in traced.values_mut().filter(|l| l.len() > 1) {
            list.dedup();
            if list.len() <= CROWD {
                pairs.extend(list.iter().enumerate().flat_map(|(n, &x)| list[..n].iter().map(move |&y| (y, x))));
            }
        }
        pairs.retain(|&(x, y)| named[x].0 != named[y].0 && named[x].1.key != named[y].1.key);
        pairs.sort_unstable();
        pairs.dedup();
        pairs.retain(|&(x, y)| self.may_be_told(named[x].0, named[y].0));
        // Who has more names is a person, where there is nothing but a story to tell.
        let may_have_more = |s: &Self, a: usize, b: usize| {
            s.kind[a] == EntityKind::Person || s.kind[b] == EntityKind::Person || s.own[&s.groups[a].article].len() == 1
        };
        pairs.retain(|&(x, y)| {
            let (a, b) = (&named[x], &named[y]);
            a.2.is_like(&b.2) && (a.2.words().len() == b.2.words().len() || may_have_more(self, a.0, b.0))
        });
        let mut partners: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
        for &(x, y) in &pairs {
            let (a, b) = (self.root(named[x].0), self.root(named[y].0));
            if a != b {
                partners.entry(a).or_default().push(b);
                partners.entry(b).or_default().push(a);
            }
        }
        partners.values_mut().for_each(|p| {
            p.sort_unstable();
            p.dedup();
        });
        let mut chosen: Vec<(usize, usize)> =
            partners.iter().filter_map(|(a, p)| if let [b] = p[..] { Some((*a, b)) } else { None }).collect();
        chosen.sort_unstable();
        let mut articles = self.articles_of_full_names();
        for (a, b) in chosen {
            let (a, b) = (self.root(a), self.root(b));
            // An article that names both in full tells of two.
            let beside = articles.get(&a).is_some_and(|x| articles.get(&b).is_some_and(|y| x.intersection(y).next().is_some()));
            if !beside {
                self.join(a, b);
                let mut all = articles.remove(&a).unwrap_or_default();
                all.extend(articles.remove(&b).unwrap_or_default());
                articles.insert(self.root(a), all);
            }
        }
    }

    /// Of each entity, the articles that have a name of two words and more for it.
    fn articles_of_full_names(&mut self) -> FxHashMap<usize, FxHashSet<usize>> {
        let mut articles: FxHashMap<usize, FxHashSet<usize>> = FxHashMap::default();
        for i in 0..self.groups.len() {
            if self.groups[i].full.iter().any(|n| n.words.len() > 1) {
                let root = self.root(i);
                articles.entry(root).or_default().insert(self.groups[i].article);
            }
        }
        articles
    }

    /// Whether articles of one story have both groups, or articles that name nothing else.
    fn may_be_told(&mut self, a: usize, b: usize) -> bool {
        let alone = |s: &Self, i: usize| s.own.get(&s.groups[i].article).is_none_or(|own| own.len() == 1);
        let articles = (self.groups[a].article, self.groups[b].article);
        self.root(a) != self.root(b)
            && articles.0 != articles.1
            && self.may_join(a, b)
            && (self.of_one_story(a, b) || alone(self, a) && alone(self, b))
    }

    /// Of the entities of some groups that may be that of `own`, the one with three in four of the mentions.
    fn most(&mut self, own: usize, groups: &[usize]) -> Option<usize> {
        let mut weight: FxHashMap<usize, usize> = FxHashMap::default();
        for &j in groups {
            if self.may_join(own, j) {
                let root = self.root(j);
                *weight.entry(root).or_default() += self.groups[j].weight;
            }
        }
        let all: usize = weight.values().sum();
        weight.into_iter().find(|(_, w)| w * 4 > all * 3).map(|(root, _)| root)
    }

    /// What is only called something: who is called so elsewhere in the story, or what.
    fn called(&mut self) {
        let mut named: FxHashMap<&str, Vec<(usize, &Call)>> = FxHashMap::default();
        for (i, group) in self.groups.iter().enumerate().filter(|(_, g)| g.is_named()) {
            group.calls.iter().filter(|c| c.is_of_people).for_each(|c| named.entry(&c.head).or_default().push((i, c)));
        }
        let mut left: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        let mut by_words: FxHashMap<Vec<&str>, usize> = FxHashMap::default();
        for (i, group) in self.groups.iter().enumerate() {
            for node in &group.full {
                by_words.entry(sorted(node.key.split(' '))).or_insert(i);
            }
        }
        for i in 0..self.groups.len() {
            let group = &self.groups[i];
            let Some(call) = group.calls.first().filter(|_| !group.is_named()) else { continue };
            // "The Osk sea" is the Osk Sea.
            let spelled = by_words.get(&sorted(call.of.iter().map(String::as_str).chain([&*call.head]))).copied();
            let mut host = spelled.filter(|_| call.has_name && !call.is_of_people);
            if host.is_none() && !group.are_several {
                let leads = !call.of.is_empty() && call.of.iter().all(|w| w.starts_with("country "));
                let kinds =
                    std::iter::once(&*call.head).chain(LEADERS.iter().copied().filter(|_| List::Counterparts.has(&call.head) && leads));
                let hosts: Vec<(usize, &Call)> = kinds.filter_map(|k| named.get(k)).flatten().copied().collect();
                host = self.holder(i, call, &hosts);
            }
            match host {
                Some(host) => self.join(host, i),
                None => left.entry(&call.head).or_default().push(i),
            }
        }
        let mut left: Vec<(&str, Vec<usize>)> = left.into_iter().collect();
        left.sort_unstable();
        for (_, of) in &left {
            self.alike(of);
        }
        self.scenes(left.into_iter().flat_map(|l| l.1).collect());
    }

    /// In one story two places of one class that are told by a name in common are one: "a shop in Osk" and "the Osk store"; and so is who
    /// is told by no post: "the Osk woman", "an Osk mother".
    fn scenes(&mut self, of: Vec<usize>) {
        let class = |c: &Call| match c.is_of_people {
            true => Some("person").filter(|_| !c.is_post),
            false => lexis::class_of_place(&c.head),
        };
        let mut by_name: FxHashMap<(&str, &str), Vec<usize>> = FxHashMap::default();
        for i in of {
            let call = self.groups[i].calls[0];
            if let Some(class) = class(call).filter(|_| !self.groups[i].are_several) {
                call.names.iter().for_each(|n| by_name.entry((n, class)).or_default().push(i));
            }
        }
        let mut rows: Vec<((&str, &str), Vec<usize>)> = by_name.into_iter().collect();
        rows.sort_unstable();
        for (_, of) in rows {
            for (n, &i) in of.iter().enumerate() {
                for &j in of[..n].iter().rev().take(CROWD) {
                    if self.groups[i].article != self.groups[j].article && self.of_one_story(i, j) {
                        self.join(j, i);
                    }
                }
            }
        }
    }

    /// Who is called so: whoever the article or its story calls so, else the only one of all who holds that office.
    fn holder(&mut self, own: usize, call: &'n Call, hosts: &[(usize, &'n Call)]) -> Option<usize> {
        let mut of: FxHashMap<usize, (bool, bool, bool)> = FxHashMap::default();
        for &(j, held) in hosts {
            if !self.may_join(own, j) {
                continue;
            }
            let shared = call.of.iter().any(|w| held.of.iter().any(|h| lexis::meet(w, h)));
            let other = !call.of.is_empty() && !held.of.is_empty() && !shared;
            let root = self.root(j);
            let found = of.entry(root).or_default();
            found.0 |= shared;
            found.1 |= other;
        }
        let article = self.groups[own].article;
        let mut here: Vec<usize> = self.own.get(&article).cloned().unwrap_or_default();
        here.iter_mut().for_each(|i| *i = self.root(*i));
        for (root, found) in &mut of {
            found.2 = here.contains(root);
        }
        let one = |keep: &dyn Fn(&(bool, bool, bool)) -> bool| {
            let mut fits = of.iter().filter(|(_, f)| keep(f)).map(|(root, _)| *root);
            fits.next().filter(|_| fits.next().is_none())
        };
        // Who holds it of that country or body, best if the article has the name; or who holds it and the article names.
        let held = one(&|f| f.0 && f.2).or_else(|| one(&|f| f.0)).or_else(|| one(&|f| f.2 && !f.1));
        held.or_else(|| {
            let fits: Vec<usize> = of.iter().filter(|(_, f)| f.2 && !f.1).map(|(root, _)| *root).collect();
            let own: Vec<usize> = self.own.get(&article).cloned().unwrap_or_default();
            let own: Vec<usize> = own.into_iter().filter(|&i| fits.contains(&self.root(i))).collect();
            self.most(own[..].first().copied()?, &own)
        })
    }

    /// Joins what is called by words of which the one says no more than the other, in articles of one story.
    fn alike(&mut self, of: &[usize]) {
        for (n, &i) in of.iter().enumerate() {
            for &j in of[..n].iter().rev().take(CROWD) {
                if self.root(i) == self.root(j) {
                    continue;
                }
                let (a, b) = (self.groups[i].calls[0], self.groups[j].calls[0]);
                let (few, many) = if a.of.len() <= b.of.len() { (a, b) } else { (b, a) };
                let holds = few.of.iter().all(|w| many.of.contains(w)) && (few.has_name || few.of.len() == many.of.len());
                let same = a.of == b.of;
                if (same && a.has_name && !a.is_of_people)
                    || holds && self.of_one_story(i, j) && self.groups[i].article != self.groups[j].article
                {
                    self.join(j, i);
                }
            }
        }
    }
}

/// Who leads a country.
const LEADERS: [&str; 5] = ["president", "prime minister", "king", "queen", "dictator"];

fn sorted<'a>(words: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut words: Vec<&str> = words.collect();
    words.sort_unstable();
    words
}

/// Of more names that share a word none is compared.
const CROWD: usize = 512;
