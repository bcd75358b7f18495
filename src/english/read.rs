//! Reading a whole article: the pass over its sentences, and the claims with their quotes.

use std::ops::Range;
use std::sync::Arc;

use jiff::civil::Date;
use rustc_hash::{FxHashMap, FxHashSet};

use super::clause::Clauses;
use super::cut::Cut;
use super::discourse::{Discourse, Happening, Scene, words};
use super::entries::{Entry, adopt, misplaced};
use super::factuality;
use super::furniture;
use super::incidents::{self, Book};
use super::lexicon::{Class, Word};
use super::names::{Chunk, View};
use super::predication::Predication;
use super::quoting::Named;
use super::reference::Entities;
use super::sheet::Page;
use super::silence::Silence;
use super::sites;
use super::trees::trees;
use super::values::{Draft, drafts};
use crate::analysis::Analysis;
use crate::claim::{Action, Attribute, Claim, EntityKind, Event, Extraction, Family, Mention, Participant};
use crate::corpus::Article;
use crate::id::ArticleId;
use crate::normalize::{
    Context, Genre, OrdinalSpan, QuantitySpan, Tense, TimeSpan, ages, date_order, ordinals, publication_date, quantities, times,
};
use crate::text::{CharIndex, Plain, Sentence, Span, Token, TokenKind, fold, opens_quote, tokens};
use crate::value::{Normalized, Place, Time, Value};
use crate::words::List;

/// What was found in an article, for display and measuring.
#[derive(Clone, Debug, Default)]
pub struct Annotation {
    /// The claims, the names, the date and agency that the text states.
    pub extraction: Extraction,
    /// The sentences.
    pub sentences: Vec<Span>,
    /// The words with their parts of speech and dependencies, of a text in any language.
    pub analysis: Analysis,
    /// Times and durations.
    pub times: Vec<TimeSpan>,
    /// Quantities, ages among them.
    pub quantities: Vec<QuantitySpan>,
    /// Places in an order, which are no quantities.
    pub ordinals: Vec<OrdinalSpan>,
    /// The event mentions, with the places of their triggers.
    pub events: Vec<EventSpan>,
    /// What any verb or event noun tells, of whatever kind.
    pub predications: Vec<Predication>,
    /// The sentences of the story, without what the page adds, in order.
    pub(super) story: Vec<Span>,
    /// The lines that are not the story's, in order.
    pub(super) page: Vec<(Span, Silence)>,
    /// The sentences of the story that stood before, in order.
    pub(super) repeated: Vec<Span>,
    /// What the frames claim, in the order of the quotes.
    pub(super) framed: Vec<Framed>,
}

/// The words of a claim of the frames.
#[derive(Clone, Copy, Debug)]
pub(super) struct Framed {
    pub(super) said: Span,
    /// The word of the event that they are taken for.
    pub(super) trigger: Span,
    /// Whether the claim has the words themselves, and not a value that they tell.
    pub(super) verbatim: bool,
    /// The claim by its index; none where every quote would be too long.
    pub(super) claim: Option<usize>,
}

impl Annotation {
    /// Takes claims of the frames back, by their places, ascending; their words are free again.
    pub(super) fn take_back(&mut self, claims: &[usize]) {
        let mut at = 0..;
        self.extraction.claims.retain(|_| claims.binary_search(&at.next().unwrap_or(0)).is_err());
        self.framed.retain(|f| f.claim.is_none_or(|c| claims.binary_search(&c).is_err()));
        for framed in &mut self.framed {
            framed.claim = framed.claim.map(|c| c - claims.partition_point(|t| *t < c));
        }
        if !claims.is_empty() {
            let told: FxHashSet<*const Event> = self.extraction.claims.iter().map(|c| Arc::as_ptr(&c.event)).collect();
            self.events.retain(|e| told.contains(&Arc::as_ptr(&e.event)));
        }
    }

    /// The words that the frames claim, by whether a claim has them as words.
    pub(super) fn framed(&self, verbatim: bool) -> impl Iterator<Item = Span> {
        self.framed.iter().filter(move |f| f.verbatim == verbatim).map(|f| f.said)
    }
}

/// An event mention and where it stands.
#[derive(Clone, Debug)]
pub struct EventSpan {
    /// The event, shared with its claims.
    pub event: Arc<Event>,
    /// The place of its trigger.
    pub trigger: Span,
}

/// How many sentences open a report: who, what, where and when stand in them.
const LEAD: usize = 4;

/// Reads an article's claims by the frames, with its names and values; places are those of the plain text. O(n) in its words, but for
/// look-ups among the names of the article.
pub(super) fn read_cut(id: &ArticleId, article: &Article, cut: &Cut<'_>) -> Annotation {
    let (text, tokens, sentences) = (cut.plain.text(), cut.tokens, cut.sentences);
    let unread = |why: &str| Annotation {
        analysis: trees(cut, &[]),
        extraction: Extraction { unread: Some(why.to_owned()), ..Extraction::default() },
        ..Annotation::default()
    };
    if article.language.as_deref().is_some_and(|l| !l.to_ascii_lowercase().starts_with("en")) {
        return unread(&format!("the language {:?} is not read", article.language.as_deref().unwrap_or("")));
    }
    let words = words(text, tokens);
    let published = article.published.or_else(|| publication_date(text));
    let context = Context { published: published.map(|p| p.date), ..Context::default() }.ordered(date_order(text));
    let (story, page) = furniture::story(text, tokens, sentences);
    if !looks_english(text, tokens, &words, &story) {
        let unread = unread("the text does not look like English");
        let values = super::gate::has_values(text, tokens, &words);
        return if values { values_only(unread, text, tokens, sentences, &context) } else { unread };
    }
    let plain = plain_words(text, tokens, &story);
    let names = capital_words(text, tokens, &words, &story);
    let view = View { text, tokens, words: &words, plain: &plain, names: &names };
    let mut reading = Reading::new(&view, &story, &context);
    reading.read(&story);
    let title = Plain::of(article.title.as_deref().unwrap_or(""));
    let mentions: Vec<Mention> = reading.chunks.iter().filter_map(|(chunk, entity)| reading.mention(chunk, (*entity)?)).collect();
    let analysis = trees(cut, &mentions);
    reading.incident(&story, title.text(), &analysis);
    let agency = super::agencies::agency(&view, sentences, &story);
    let mut annotation = reading.finish(id, cut);
    (annotation.extraction.mentions, annotation.analysis) = (mentions, analysis);
    page_values(&mut annotation, &view, sentences, &story, &context);
    annotation.extraction.published = published.filter(|_| article.published.is_none());
    annotation.extraction.agency = agency;
    annotation.sentences = sentences.iter().map(|s| s.span).collect();
    let bytes = |s: &Sentence| Some(tokens.get(s.tokens.start)?.span.join(tokens.get(s.tokens.end.checked_sub(1)?)?.span));
    annotation.story = story.iter().filter_map(bytes).collect();
    annotation.extraction.sentences = story.len();
    annotation.page = page;
    annotation
}

/// Whether the story, without what the page adds, is English.
fn looks_english(text: &str, tokens: &[Token], words: &[Word], story: &[Sentence]) -> bool {
    let of_story = || story.iter().flat_map(|s| s.tokens.clone());
    let tokens: Vec<Token> = of_story().map(|i| tokens[i]).collect();
    let words: Vec<Word> = of_story().map(|i| words[i]).collect();
    super::gate::looks_english(text, &tokens, &words)
}

/// The times and quantities of what is the page's: they are values of the text, and nobody claims them.
fn page_values(annotation: &mut Annotation, view: &View<'_>, sentences: &[Sentence], story: &[Sentence], context: &Context) {
    let mut rest: Vec<Sentence> = Vec::new();
    let mut kept = story.iter().peekable();
    for sentence in sentences {
        let mut left = vec![sentence.tokens.clone()];
        if let Some(read) = kept.next_if(|s| s.tokens.start < sentence.tokens.end) {
            left = vec![sentence.tokens.start..read.tokens.start, read.tokens.end..sentence.tokens.end];
        }
        rest.extend(left.into_iter().filter(|l| !l.is_empty()).map(|tokens| Sentence { tokens, ..sentence.clone() }));
    }
    if rest.is_empty() {
        return;
    }
    read_values(annotation, view.text, view.tokens, &rest, context);
    annotation.times.sort_by_key(|t| t.tokens.start);
    annotation.quantities.sort_by_key(|q| q.tokens.start);
    annotation.ordinals.sort_by_key(|o| o.tokens.start);
}

/// The times and quantities of a text whose sentences are not read.
fn values_only(mut annotation: Annotation, text: &str, tokens: &[Token], sentences: &[Sentence], context: &Context) -> Annotation {
    read_values(&mut annotation, text, tokens, sentences, context);
    annotation.sentences = sentences.iter().map(|s| s.span).collect();
    annotation.quantities.sort_by_key(|q| q.tokens.start);
    annotation
}

/// Reads the times and quantities of sentences by themselves.
fn read_values(annotation: &mut Annotation, text: &str, tokens: &[Token], sentences: &[Sentence], context: &Context) {
    for sentence in sentences {
        let (from, amount) = (annotation.times.len(), annotation.quantities.len());
        times(text, tokens, sentence.tokens.clone(), context, &mut annotation.times);
        quantities(text, tokens, sentence.tokens.clone(), &annotation.times[from..], &mut annotation.quantities);
        let (read, amounts) = (&annotation.times[from..], &annotation.quantities[amount..]);
        ordinals(text, tokens, sentence.tokens.clone(), read, amounts, &mut annotation.ordinals);
        ages(text, tokens, sentence.tokens.clone(), &mut annotation.quantities);
    }
}

/// Whether a word is part of a web address, which writes names in small letters: "news/ada-okafor".
fn is_address(text: &str, tokens: &[Token], at: usize) -> bool {
    let joins = |i: usize| tokens[i].text(text) == "-";
    let start = (1..=at).rev().step_by(2).take(8).find(|i| !joins(i - 1));
    start.is_some_and(|i| tokens[i - 1].text(text) == "/")
}

/// For each token, whether its word also stands in lower case in the article: then a capital at a sentence's start says
/// nothing.
fn plain_words(text: &str, tokens: &[Token], sentences: &[Sentence]) -> Vec<bool> {
    let mut lower: FxHashMap<&str, ()> = FxHashMap::default();
    for i in sentences.iter().flat_map(|s| s.tokens.clone()) {
        let word = tokens[i].text(text);
        if word.starts_with(|c: char| c.is_ascii_lowercase()) && !is_address(text, tokens, i) {
            lower.insert(word, ());
        }
    }
    let mut out = vec![false; tokens.len()];
    for sentence in sentences {
        let openers = sentence.tokens.clone().filter(|i| {
            *i == sentence.tokens.start || opens_quote(text, tokens, *i - 1) || matches!(tokens[i - 1].text(text), "—" | ":" | "(")
        });
        for i in openers {
            let word = tokens[i].text(text);
            out[i] = lower.contains_key(word.to_lowercase().as_str());
        }
    }
    out
}

/// The words that stand with a capital inside a sentence: a lone capital at a sentence's start is a name only if it is
/// among them.
fn capital_words<'t>(text: &'t str, tokens: &[Token], words: &[Word], sentences: &[Sentence]) -> FxHashSet<&'t str> {
    let inside = |s: &Sentence| s.tokens.start + 1..s.tokens.end;
    sentences
        .iter()
        .flat_map(inside)
        .filter(|i| words[*i].capital && !opens_quote(text, tokens, *i - 1))
        .map(|i| tokens[i].text(text))
        .collect()
}

struct Reading<'a> {
    view: &'a View<'a>,
    published: Option<Date>,
    /// What the next sentence's dates count from.
    story: Context,
    /// The last day told, and for how many sentences no other was.
    led: (Option<Date>, usize),
    entities: Entities,
    chunks: Vec<(Chunk, Option<usize>)>,
    within: FxHashMap<String, Arc<str>>,
    discourse: Discourse,
    drafts: Vec<(Draft, Range<usize>, Vec<Arc<str>>)>,
    times: Vec<TimeSpan>,
    quantities: Vec<QuantitySpan>,
    /// The ages of all sentences: values of the text, which no clause counts.
    ages: Vec<QuantitySpan>,
    ordinals: Vec<OrdinalSpan>,
    triggers: Vec<(usize, Range<usize>)>,
    /// The sentences that stood before.
    repeated: Vec<Span>,
    entry: Option<Entry>,
    /// The dates of the entries closed, with the tokens that they begin at.
    dated: Vec<(Time, usize)>,
    /// What their order holds against one of them, and the token that its date begins at.
    doubt: Option<(usize, Arc<str>)>,
}

impl<'a> Reading<'a> {
    fn new(view: &'a View<'a>, sentences: &[Sentence], context: &Context) -> Self {
        let mut chunks = Vec::new();
        for sentence in sentences {
            view.chunks(&sentence.tokens, &mut chunks);
        }
        for chunk in &mut chunks {
            settle_kind(view, chunk);
        }
        spread_places(view, &mut chunks);
        let within = containments(view, &chunks);
        let (mut entities, chunks) = Entities::resolve(view, chunks);
        super::bodies::settle_bodies(view, &chunks, &mut entities);
        let mut discourse = Discourse::default();
        discourse.deals.focus = super::bodies::focus(&chunks, &entities);
        Self {
            view,
            published: context.published,
            led: (None, 0),
            story: Context { genre: genre(view, context.published), ..*context },
            entities,
            chunks,
            within,
            discourse,
            drafts: Vec::new(),
            times: Vec::new(),
            quantities: Vec::new(),
            ages: Vec::new(),
            ordinals: Vec::new(),
            triggers: Vec::new(),
            repeated: Vec::new(),
            entry: None,
            dated: Vec::new(),
            doubt: None,
        }
    }

    fn read(&mut self, sentences: &[Sentence]) {
        let mut seen: FxHashMap<&str, ()> = FxHashMap::default();
        let mut first_chunk = 0;
        for sentence in sentences {
            while first_chunk < self.chunks.len() && self.chunks[first_chunk].0.tokens.start < sentence.tokens.start {
                first_chunk += 1;
            }
            let repeated = seen.insert(sentence.span.of(self.view.text), ()).is_some() && sentence.tokens.len() > 5;
            if repeated {
                self.repeated.push(sentence.span);
            } else {
                self.sentence(sentence, first_chunk);
            }
        }
        self.close_entry();
        self.place_disaster(sentences);
        self.settle_clocks();
        self.discourse.settle_parts();
    }

    /// Puts clock times that were told without a day on the day of their event; what has no other time is of such a one's.
    fn settle_clocks(&mut self) {
        for (event, said) in std::mem::take(&mut self.discourse.floating) {
            let event = self.discourse.resolved(event);
            let happening = &mut self.discourse.happenings[event];
            for (draft, _, _) in self.drafts.iter_mut().filter(|(d, _, _)| d.said == said && &*d.attribute == "time") {
                let Value::Time(clock) = draft.value else { continue };
                let clock = super::clocks::on_day(clock, happening.time);
                happening.time.get_or_insert(clock);
                draft.value = Value::Time(clock);
            }
        }
    }

    /// Reads what a report of violence tells as a whole.
    fn incident(&mut self, sentences: &[Sentence], title: &str, analysis: &Analysis) {
        if !incidents::is_violent(self.view) {
            return;
        }
        let page = Page::new(self.view, analysis, sentences, &self.chunks, &self.entities, &self.times, &self.quantities);
        let mut book = Book {
            discourse: &mut self.discourse,
            drafts: &mut self.drafts,
            triggers: &mut self.triggers,
            title,
            published: self.published,
        };
        incidents::read(&page, &mut book);
    }

    /// A disaster that no sentence places happened where the paragraphs that tell of it are about: the place, no country, that those
    /// among the first sentences name most. Not where it has a name of its own, and not in a place where another event was.
    fn place_disaster(&mut self, sentences: &[Sentence]) {
        let Some(event) = self.discourse.harm else { return };
        let happening = &self.discourse.happenings[event];
        if happening.place.is_some() || happening.called.is_some() {
            return;
        }
        let told_of = |e: usize| !sites::is_unlike(happening, &self.discourse.happenings[e]);
        let mut counts: Vec<(usize, usize)> = Vec::new();
        let lead = &sentences[..LEAD.min(sentences.len())];
        let told = |s: &Sentence| self.triggers.iter().filter(|t| s.tokens.contains(&t.1.start)).map(|t| t.0).collect::<Vec<_>>();
        for paragraph in lead.chunk_by(|a, b| a.paragraph == b.paragraph) {
            if !paragraph.iter().any(|s| told(s).into_iter().any(told_of)) {
                continue;
            }
            for sentence in paragraph.iter().filter(|s| told(s).into_iter().all(told_of)) {
                self.count_places(sentence, &mut counts);
            }
        }
        let owned = |e: usize| {
            let name = &self.entities.all[e].name;
            let at = |h: &Happening| h.place.as_ref().is_some_and(|p| p.name == *name) || h.participants.iter().any(|p| p.0 == e);
            self.discourse.happenings.iter().filter(|h| sites::is_unlike(happening, h)).any(at)
        };
        let most = counts.iter().filter(|(e, _)| !owned(*e)).max_by_key(|(e, n)| (*n, std::cmp::Reverse(*e))).map(|(e, _)| *e);
        self.discourse.happenings[event].place = most.map(|e| place_of(&self.entities, &self.within, e));
    }

    /// Counts the places that a sentence names, countries aside.
    fn count_places(&self, sentence: &Sentence, counts: &mut Vec<(usize, usize)>) {
        for (chunk, entity) in self.chunks.iter().filter(|(c, _)| sentence.tokens.contains(&c.tokens.start)) {
            let country = chunk.place.is_some_and(|p| p.country || p.adjective);
            let Some(entity) = entity.filter(|e| !country && self.entities.all[*e].kind == EntityKind::Place) else { continue };
            match counts.iter_mut().find(|(e, _)| *e == entity) {
                Some((_, n)) => *n += 1,
                None => counts.push((entity, 1)),
            }
        }
    }

    fn sentence(&mut self, sentence: &Sentence, first_chunk: usize) {
        let range = sentence.tokens.clone();
        // What a report tells by the way of years ago leads on for some sentences only.
        if self.story.genre == Genre::News && self.story.anchor == self.led.0 {
            self.led.1 += 1;
        } else {
            self.led = (self.story.anchor, 0);
        }
        if self.led.1 > ASIDE && self.story.is_old() {
            self.story.anchor = None;
        }
        let context = self.story.tense(tense(self.view, &range));
        let (from_time, from_quantity) = (self.times.len(), self.quantities.len());
        times(self.view.text, self.view.tokens, range.clone(), &context, &mut self.times);
        // "June Feld" tells no month.
        super::word_names::drop_times(self.view.words, from_time, &mut self.times);
        quantities(self.view.text, self.view.tokens, range.clone(), &self.times[from_time..], &mut self.quantities);
        ages(self.view.text, self.view.tokens, range.clone(), &mut self.ages);
        let (times, amounts) = (&self.times[from_time..], &self.quantities[from_quantity..]);
        ordinals(self.view.text, self.view.tokens, range.clone(), times, amounts, &mut self.ordinals);
        self.open_entry(sentence, from_time);
        let last_chunk = first_chunk + self.chunks[first_chunk..].iter().take_while(|(c, _)| c.tokens.start < range.end).count();
        // What stands in a dateline is read for its values and names, and tells nothing.
        let start = super::datelines::end(self.view.text, self.view.tokens, &range).unwrap_or(range.start);
        let first_chunk = first_chunk + self.chunks[first_chunk..last_chunk].iter().take_while(|(c, _)| c.tokens.start < start).count();
        let whole_time = from_time;
        let from_time = from_time + self.times[from_time..].iter().take_while(|t| t.tokens.start < start).count();
        let from_quantity = from_quantity + self.quantities[from_quantity..].iter().take_while(|q| q.tokens.start < start).count();
        let range = start..range.end;
        let clauses = Clauses::new(self.view, range.clone(), &self.chunks[first_chunk..last_chunk], first_chunk);
        let scene = Scene {
            clauses: &clauses,
            chunks: &self.chunks[first_chunk..last_chunk],
            entities: &self.entities,
            times: &self.times[from_time..],
            quantities: &self.quantities[from_quantity..],
            heading: sentence.heading,
            published: self.published,
            entry: self.entry.as_ref().is_some_and(|e| e.sentence == range),
            within: &self.within,
        };
        let mut triggers = self.discourse.triggers(&scene);
        let heading = self.entry.as_ref().is_some_and(|e| e.sentence == range);
        if self.entry.is_some() {
            adopt(&mut self.discourse, &mut self.entry, &mut triggers, heading);
        }
        let mut found = Vec::new();
        drafts(&scene, &triggers, &mut self.discourse, &mut found);
        if heading {
            found.retain(|d| &*d.attribute != "time");
        }
        for draft in found {
            let credited = match &*draft.attribute {
                "quotation" => vec![self.entities.all[self.discourse.happenings[draft.event].participants[0].0].name.clone()],
                _ => factuality::attribution(&clauses, draft.at),
            };
            self.drafts.push((draft, range.clone(), credited));
        }
        self.triggers.extend(triggers.iter().map(|t| (t.event, t.token..t.token + 1)));
        self.story.follow(&self.times[whole_time..]);
    }

    /// A heading that ends in a dash and a day dates the entry under it.
    fn open_entry(&mut self, sentence: &Sentence, from_time: usize) {
        let opened = Entry::opened(self.view, sentence, &self.times[from_time..]);
        if sentence.heading {
            self.close_entry();
            self.entry = opened;
        } else if let Some(entry) = &self.entry {
            entry.count_from(self.view, &mut self.times[from_time..]);
        }
    }

    /// Gives the entry's event its date: the claim's quote is the heading.
    fn close_entry(&mut self) {
        let Some(entry) = self.entry.take() else { return };
        let Some(time) = entry.time() else { return };
        self.dated.push((time, entry.span.tokens.start));
        let Some(event) = entry.event else { return };
        self.discourse.happenings[event].time = Some(time);
        let draft = Draft::told(event, "time", Value::Time(time), entry.span.tokens.clone(), entry.sentence.clone(), entry.sentence.start);
        self.drafts.push((draft, entry.sentence, Vec::new()));
    }

    /// Drops harm and failures that are named once, and of which nothing is told: neither when nor where, nor whom or what they befell.
    /// Most are figures of speech ("the crash of his hopes"), or speak of all such events.
    fn drop_bare(&mut self) {
        let mut told = vec![0usize; self.discourse.happenings.len()];
        self.triggers.iter().map(|t| t.0).chain(self.drafts.iter().map(|d| d.0.event)).for_each(|e| told[e] += 1);
        let bare = |draft: &Draft| {
            let h = &self.discourse.happenings[draft.event];
            let unknown = h.time.is_none() && h.place.is_none() && h.participants.is_empty() && h.called.is_none();
            let family = super::discourse::family(h.action);
            unknown && matches!(family, Family::Harm | Family::Breakdown) && &*draft.attribute == "occurrence" && told[draft.event] <= 2
        };
        self.drafts.retain(|(draft, _, _)| !bare(draft));
    }

    fn finish(mut self, id: &ArticleId, cut: &Cut<'_>) -> Annotation {
        let days: Vec<Time> = self.dated.iter().map(|d| d.0).collect();
        self.doubt = misplaced(&days).map(|(i, why)| (self.dated[i].1, why.into()));
        let index = CharIndex::new(cut.given);
        for (draft, _, _) in &mut self.drafts {
            draft.event = self.discourse.resolved(draft.event);
        }
        for trigger in &mut self.triggers {
            trigger.0 = self.discourse.resolved(trigger.0);
        }
        self.drop_bare();
        self.drafts.sort_by_key(|(d, _, _)| (d.quote.start, d.said.start, d.attribute.clone()));
        let mut events: Vec<Event> = self.discourse.happenings.iter().map(|h| self.event(h)).collect();
        // That somebody said something says little of when and where: the words themselves show which two are one.
        for (draft, _, _) in self.drafts.iter().filter(|d| &*d.0.attribute == "quotation") {
            events[draft.event].open = Some(cut.place(&index, self.bytes(&draft.quote)));
        }
        let events: Vec<Arc<Event>> = events.into_iter().map(Arc::new).collect();
        let named = Named::of(&self.triggers);
        let (mut claims, mut framed, mut too_long) = (Vec::with_capacity(self.drafts.len()), Vec::with_capacity(self.drafts.len()), 0);
        let same = |a: &Claim, b: &Claim| {
            a.quote == b.quote && a.attribute == b.attribute && a.value == b.value && Arc::ptr_eq(&a.event, &b.event)
        };
        for (draft, sentence, credited) in &self.drafts {
            let clause = draft.quote.start.max(sentence.start)..draft.quote.end.min(sentence.end);
            let quoted = named.quoted(cut, draft.event, clause, &draft.said);
            too_long += usize::from(quoted.is_none());
            let claim = quoted.and_then(|quoted| self.claim(id, cut, &index, &events, draft, &quoted, credited)).map(|claim| {
                if claims.last().is_none_or(|last| !same(&claim, last)) {
                    claims.push(claim);
                }
                claims.len() - 1
            });
            let verbatim = matches!(draft.value, Value::Quotation(_) | Value::Text(_));
            let trigger = self.bytes(&(draft.at..draft.at + 1));
            framed.push(Framed { said: self.bytes(&draft.said), trigger, verbatim, claim });
        }
        let claimed: FxHashSet<*const Event> = claims.iter().map(|c: &Claim| Arc::as_ptr(&c.event)).collect();
        let mut placed: FxHashSet<usize> = FxHashSet::default();
        let mut triggers: Vec<EventSpan> = Vec::new();
        for (event, trigger) in &self.triggers {
            if claimed.contains(&Arc::as_ptr(&events[*event])) && placed.insert(*event) {
                triggers.push(EventSpan { event: events[*event].clone(), trigger: self.bytes(trigger) });
            }
        }
        let extraction = Extraction { claims, too_long, ..Extraction::default() };
        let mut quantities = self.quantities;
        quantities.append(&mut self.ages);
        quantities.sort_by_key(|q| q.tokens.start);
        Annotation {
            extraction,
            times: self.times,
            quantities,
            ordinals: self.ordinals,
            events: triggers,
            repeated: self.repeated,
            framed,
            ..Annotation::default()
        }
    }

    fn event(&self, happening: &Happening) -> Event {
        let mut participants: Vec<Participant> = Vec::new();
        for (entity, role) in &happening.participants {
            let name = self.entities.all[*entity].name.clone();
            if !participants.iter().any(|p| p.name == name) {
                participants.push(Participant { name, role: role.map(Arc::from) });
            }
        }
        let site = happening.site.as_deref().filter(|site| sites::is_sited(happening.action) || !sites::is_site(site));
        let action = site.map_or_else(|| Action::new(happening.action), |site| Action::new(&format!("{site}-{}", happening.action)));
        Event { action, participants, time: happening.time, period: None, place: happening.place.clone(), open: None }
    }

    #[allow(clippy::too_many_arguments)]
    fn claim(
        &self,
        id: &ArticleId,
        cut: &Cut<'_>,
        index: &CharIndex,
        events: &[Arc<Event>],
        draft: &Draft,
        quoted: &Range<usize>,
        credited: &[Arc<str>],
    ) -> Option<Claim> {
        let quote = cut.quote(index, self.bytes(quoted))?;
        let raw = cut.plain.given(self.bytes(&draft.said)).of(cut.given);
        let mut claim = Claim::new(
            id.clone(),
            events[draft.event].clone(),
            Attribute::new(draft.attribute.clone()),
            Normalized::new(raw, draft.value.clone()),
        );
        claim.quote = Some(quote);
        claim.subject = draft.subject.map(|s| self.entities.all[s].name.clone());
        claim.of.clone_from(&draft.of);
        claim.modality = draft.modality;
        claim.polarity = draft.polarity;
        claim.attributed_to = credited.to_vec();
        claim.doubt =
            self.doubt.as_ref().filter(|(at, _)| &*draft.attribute == "time" && draft.said.start == *at).map(|(_, why)| why.clone());
        Some(claim)
    }

    fn mention(&self, chunk: &Chunk, entity: usize) -> Option<Mention> {
        let local = self.entities.all.get(entity)?;
        let tokens = chunk.name.clone().unwrap_or_else(|| chunk.tokens.clone());
        let office = chunk.office.as_ref().map(|title| crate::claim::Office { title: title.clone(), of: chunk.of.clone() });
        Some(Mention { span: self.bytes(&tokens), name: local.name.clone(), kind: local.kind, office, named: local.named })
    }

    fn bytes(&self, tokens: &Range<usize>) -> Span {
        let start = self.view.tokens.get(tokens.start).map_or(0, |t| t.span.start);
        let end = tokens.end.checked_sub(1).and_then(|i| self.view.tokens.get(i)).map_or(start, |t| t.span.end);
        Span::new(start, end)
    }
}

/// Whether a text is a history: it names years before that of publication, and hardly ever a weekday or a day counted
/// from the writing, as reports do.
fn genre(view: &View<'_>, published: Option<Date>) -> Genre {
    let now = published.map_or(2100, Date::year);
    let (mut past, mut present) = (0, 0);
    for i in 0..view.tokens.len() {
        let word = view.str(i);
        match view.tokens[i].kind {
            TokenKind::Number if word.len() == 4 => match word.parse::<i16>() {
                Ok(year) if (1000..now - 1).contains(&year) => past += 1,
                _ => {}
            },
            TokenKind::Word if matches!(word, "BC" | "B.C." | "BCE") => past += 1,
            TokenKind::Word if List::Weekdays.has(word) || matches!(word, "yesterday" | "Yesterday") => present += 2,
            TokenKind::Word if NOW.contains(&word) => present += 1,
            _ => {}
        }
    }
    if past >= YEARS && past >= 2 * present { Genre::History } else { Genre::News }
}

/// Sentences that a report goes on about a day of years ago without dating another.
const ASIDE: usize = 1;
/// Fewest years that a history names.
const YEARS: usize = 5;
/// Words that reports have often, and histories where they quote.
const NOW: &[&str] = &["said", "says", "told", "today", "tomorrow"];

/// The tense that a bare weekday or month is read in.
fn tense(view: &View<'_>, sentence: &Range<usize>) -> Tense {
    let future = sentence.clone().any(|i| {
        view.is(i, Class::WILL) && view.str(i) != "would" || (view.is(i, Class::PLAN.or(Class::EXPECT)) && present_before(view, i))
    });
    let is_to = |i: usize| view.is(i, Class::BE) && matches!(view.str(i), "is" | "are") && view.is(i + 1, Class::TO);
    let future = future || sentence.clone().any(is_to);
    let past = sentence.clone().any(|i| matches!(view.str(i), "was" | "were" | "had" | "did"));
    let may = |i: usize| matches!(view.str(i), "may" | "might" | "could") && view.str(i + 1) != "have";
    let future = future || (!past && sentence.clone().any(may));
    let would = sentence.clone().any(|i| matches!(view.str(i), "would" | "might"));
    if future || (would && !past) { Tense::Future } else { Tense::Past }
}

fn present_before(view: &View<'_>, i: usize) -> bool {
    (i.saturating_sub(3)..i).any(|j| matches!(view.str(j), "is" | "are" | "be" | "'s")) || view.str(i).ends_with('s')
}

/// Behind "in", "near" or "village of" a capitalised word of no other kind is a place; before "who" or an age it is a person.
fn settle_kind(view: &View<'_>, chunk: &mut Chunk) {
    if chunk.kind != EntityKind::Other || chunk.place.is_some() {
        return;
    }
    let before = chunk.tokens.start.checked_sub(1).map_or("", |i| view.str(i));
    let two_before = chunk.tokens.start.checked_sub(2).map_or("", |i| view.str(i));
    let settlement = |i: usize| List::Settlements.has(&view.str(i).to_ascii_lowercase());
    let named_place = before == "of" && List::NamedBehindOf.has(&two_before.to_ascii_lowercase());
    // "Osk island", and "Quebrada, a village in …", "Osk is the largest island": what stands behind says what it is.
    let noun_behind = view.str(chunk.tokens.end).starts_with(|c: char| c.is_ascii_lowercase()) && settlement(chunk.tokens.end);
    let told = view.str(chunk.tokens.end) == "," && matches!(view.str(chunk.tokens.end + 1), "a" | "an" | "the");
    let is = matches!(view.str(chunk.tokens.end), "is" | "was") && chunk.name.as_ref().is_some_and(|n| n.len() == 1);
    let stop = |i: &usize| view.is(*i, Class::PREP.or(Class::WHO)) || matches!(view.str(*i), "," | ".");
    let apposed = noun_behind || (told || is) && (chunk.tokens.end + 2..chunk.tokens.end + 10).take_while(|i| !stop(i)).any(settlement);
    let fronted = matches!(before, "In" | "Near" | "Outside") && view.str(chunk.tokens.end) != "'s";
    if matches!(before, "in" | "near" | "outside" | "above")
        || fronted
        || named_place
        || apposed
        || is_goal(view, chunk)
        || super::possessors::is_town(view, chunk)
    {
        chunk.kind = EntityKind::Place;
    } else if view.str(chunk.tokens.end + 1) == "who" || view.str(chunk.tokens.end) == "who" {
        chunk.kind = EntityKind::Person;
    }
}

/// A name that is a place once is one wherever nothing says what it is.
fn spread_places(view: &View<'_>, chunks: &mut [Chunk]) {
    let name = |c: &Chunk| c.name.clone().map(|n| fold(&super::reference::span_text(view, &n)).into_owned());
    let places: FxHashSet<String> = chunks.iter().filter(|c| c.kind == EntityKind::Place && c.office.is_none()).filter_map(name).collect();
    for chunk in chunks.iter_mut().filter(|c| c.kind == EntityKind::Other && c.office.is_none()) {
        if name(chunk).is_some_and(|n| places.contains(&n)) {
            chunk.kind = EntityKind::Place;
        }
    }
}

/// A lone name behind "visited", "travelled to", "a visit to" or, of a quake or a storm, "struck".
fn is_goal(view: &View<'_>, chunk: &Chunk) -> bool {
    let Some(last) = chunk.tokens.start.checked_sub(1).filter(|_| chunk.tokens.len() == 1) else { return false };
    let journey =
        |i: usize| view.words[i].verb.is_some_and(|v| v.0.action == "visit") || view.words[i].noun.is_some_and(|f| f.action == "visit");
    let comes = |i: usize| List::ComeAndGo.has(view.str(i));
    match view.str(last) {
        "to" => last > 0 && journey(last - 1) && !comes(last - 1),
        "struck" | "hit" | "rocked" | "shook" | "jolted" => {
            last > 0 && view.words[last - 1].noun.is_some_and(|f| f.shape == super::frames::Shape::Disaster)
        }
        "visit" | "visits" | "visited" | "visiting" => {
            let behind = view.str(chunk.tokens.end);
            !behind.starts_with(char::is_alphabetic) && !behind.starts_with('\'')
                || view.is(chunk.tokens.end, Class::PREP.or(Class::AND).or(Class::SUBORD))
        }
        _ => false,
    }
}

/// "Bergen, Norway", "the Norwegian port of Bergen", "X in southern Costa Rica": which place lies in which.
fn containments(view: &View<'_>, chunks: &[Chunk]) -> FxHashMap<String, Arc<str>> {
    let mut out: FxHashMap<String, Arc<str>> = FxHashMap::default();
    for pair in chunks.windows(2) {
        let (a, b) = (&pair[0], &pair[1]);
        settled(view, b, &mut out);
        let gap: Vec<&str> = (a.tokens.end..b.tokens.start).map(|i| view.str(i)).collect();
        let Some(a_name) = a.name.clone().filter(|_| a.kind == EntityKind::Place || a.place.is_some()) else { continue };
        let Some(b_name) = b.name.clone() else { continue };
        let adjective = a.place.is_some_and(|p| p.adjective && p.country);
        let generic = matches!(
            gap.as_slice(),
            ["island" | "city" | "town" | "village" | "port" | "capital" | "province" | "resort" | "region", "of"]
        );
        if adjective && generic {
            let country = a.place.map(|p| p.name.clone());
            out.insert(fold(&super::reference::span_text(view, &b_name)).into_owned(), country.unwrap_or_else(|| "".into()));
        }
        // "Norway's Osk island".
        if let Some(outer) = a.place.filter(|p| p.country && !p.adjective && matches!(gap.as_slice(), ["'s"])) {
            if b.kind == EntityKind::Place && b.place.is_none() {
                out.insert(fold(&super::reference::span_text(view, &b_name)).into_owned(), outer.name.clone());
            }
            continue;
        }
        let stated = matches!(gap.as_slice(), [","])
            || matches!(gap.as_slice(), ["in"] | ["in", "southern" | "northern" | "eastern" | "western" | "central"]);
        if let Some(outer) = b.place.filter(|p| !p.adjective && stated && !adjective)
            && a.place.is_none_or(|p| !p.country)
        {
            out.insert(fold(&super::reference::span_text(view, &a_name)).into_owned(), outer.name.clone());
        }
    }
    out
}

/// "the Norwegian port of Bergen": an adjective of a country, a settlement's noun, "of".
fn settled(view: &View<'_>, chunk: &Chunk, out: &mut FxHashMap<String, Arc<str>>) {
    let Some(name) = chunk.name.clone().filter(|n| n.start >= 3) else { return };
    let noun = List::Settlements.has(view.str(name.start - 2)) || matches!(view.str(name.start - 2), "capital" | "province" | "region");
    let country = super::gazetteer::at(view.text, view.tokens, name.start - 3).filter(|(len, k)| *len == 1 && k.adjective && k.country);
    if let Some((_, known)) = country.filter(|_| noun && view.str(name.start - 1) == "of") {
        out.insert(fold(&super::reference::span_text(view, &name)).into_owned(), known.name.clone());
    }
}

impl Scene<'_> {
    /// The place of an entity, with what the article or the gazetteer says it lies in.
    pub(super) fn place(&self, entity: usize) -> Place {
        place_of(self.entities, self.within, entity)
    }
}

fn place_of(entities: &Entities, within: &FxHashMap<String, Arc<str>>, entity: usize) -> Place {
    let name = &entities.all[entity].name;
    let place = Place::new(name.clone());
    let stated = within.get(&*fold(name)).cloned();
    let listed = || {
        let tokens = tokens(name);
        super::gazetteer::at(name, &tokens, 0).filter(|(len, _)| *len == tokens.len()).and_then(|(_, known)| known.within.clone())
    };
    match stated.or_else(listed) {
        Some(outer) => place.within(outer),
        None => place,
    }
}
