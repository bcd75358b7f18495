//! Predications: what the predicates of an article claim, each with its quote.

use std::sync::Arc;

use super::account::{Account, Notes};
use super::cut::Cut;
use super::found::{by_end, known, name_at};
use super::objections;
use super::predicates::{Argument, Predicate, predicates};
use super::read::{Annotation, read_cut};
use crate::claim::{Action, Attribute, Claim, Event, Extraction, Mention, Participant};
use crate::corpus::{Article, Quote};
use crate::id::ArticleId;
use crate::text::{CharIndex, Plain, Span, sentences, tokens};
use crate::value::{Normalized, Value};

/// Something that the text says happens, happened, will, may or does not happen: the claim `occurrence` of an event that is named
/// after its word.
///
/// Predications are of every kind of event, those that a frame knows among them, and tell who takes part without a name as well. What can
/// be compared of them stands among the claims of the [`Extraction`], with an [open](Event::open) event.
#[derive(Clone, Debug)]
pub struct Predication {
    /// The word that tells of it.
    pub trigger: Span,
    /// Who and what takes part, named or not, in the order of the text.
    pub participants: Vec<Argument>,
    /// The claim, with its modality, polarity, source and quote. Its event has the participants that have names.
    pub claim: Claim,
}

/// Reads an article: its claims, names and values, its words with their dependencies, and its predications.
///
/// O(n) in its words, but for look-ups among the names of the article.
pub fn annotate(id: &ArticleId, article: &Article) -> Annotation {
    noted(id, article, Notes::default()).0
}

/// The same, with an account of what became of each line, predicate and value.
///
/// # Example
///
/// ```
/// use claimgraph::corpus::Article;
/// use claimgraph::english::{Silence, explained};
///
/// let text = "Residents may call 911. The fire destroyed 14 houses.";
/// let article = Article::new("a").text(text);
/// let (annotation, account) = explained(&"a".into(), &article);
/// assert_eq!(account.lines[0].values[0].outcome, Err(Silence::Identifier));
/// let houses = account.lines[1].values.iter().find(|v| v.span.of(text) == "14");
/// let claim = houses.and_then(|v| annotation.extraction.claims.get(v.outcome.ok()?));
/// assert_eq!(claim.map(|c| c.attribute.as_str()), Some("houses"));
/// ```
pub fn explained(id: &ArticleId, article: &Article) -> (Annotation, Account) {
    noted(id, article, Notes::kept())
}

fn noted(id: &ArticleId, article: &Article, mut notes: Notes) -> (Annotation, Account) {
    let Some(given) = article.text.as_deref() else { return Default::default() };
    let plain = read_as(Plain::titled(given, article.title.as_deref()));
    let text = plain.text();
    let (tokens, index) = (tokens(text), CharIndex::new(given));
    let sentences = sentences(text, &tokens);
    let cut = Cut { given, plain: &plain, tokens: &tokens, sentences: &sentences };
    let mut annotation = told(id, article, &cut, &index, &mut notes);
    if annotation.extraction.unread.is_none() {
        annotation.predications = predications(id, &cut, &index, &annotation);
    }
    let account = notes.account(&annotation, &plain);
    annotation.place_in_given(&plain);
    (annotation, account)
}

/// The plain text in the letters that it is read in.
fn read_as(plain: Plain<'_>) -> Plain<'_> {
    match super::casing::recased(plain.text()) {
        Some(text) => plain.recased(text),
        None => plain,
    }
}

/// The claims of an article, and what else a reconciler asks for.
pub(super) fn extract(id: &ArticleId, article: &Article) -> Extraction {
    let Some(given) = article.text.as_deref() else { return Extraction::default() };
    let plain = read_as(Plain::titled(given, article.title.as_deref()));
    let tokens = tokens(plain.text());
    let sentences = sentences(plain.text(), &tokens);
    let cut = Cut { given, plain: &plain, tokens: &tokens, sentences: &sentences };
    let mut annotation = told(id, article, &cut, &CharIndex::new(given), &mut Notes::default());
    annotation.extraction.mentions.iter_mut().for_each(|m| m.span = plain.given(m.span));
    annotation.extraction
}

/// Reads by the frames and off the trees; places are those of the plain text.
fn told(id: &ArticleId, article: &Article, cut: &Cut<'_>, index: &CharIndex, notes: &mut Notes) -> Annotation {
    let mut annotation = read_cut(id, article, cut);
    let text = cut.plain.text();
    if annotation.extraction.unread.is_none() {
        let known = known(&annotation);
        let published = article.published.or(annotation.extraction.published).map(|p| p.date);
        for meant in objections::meant(text, &annotation, &known) {
            let claim = &mut annotation.extraction.claims[meant.claim];
            (claim.modality, claim.past) = (meant.modality, meant.past);
        }
        let strays = objections::strays(text, &annotation, &known);
        annotation.take_back(&strays);
        let withdrawn = super::scope::settle(text, &mut annotation, &known, published);
        annotation.take_back(&withdrawn);
        let mut open = super::open::claims(id, cut, index, &annotation, notes);
        annotation.extraction.claims.append(&mut open);
    }
    annotation
}

/// The predications of an article that has been read.
fn predications(id: &ArticleId, cut: &Cut<'_>, index: &CharIndex, annotation: &Annotation) -> Vec<Predication> {
    let text = cut.plain.text();
    let mut maker = Maker { id, cut, text, index, sentences: &annotation.sentences, mentions: by_end(annotation), last: None };
    predicates(text, &annotation.analysis, &known(annotation)).into_iter().filter_map(|p| maker.predication(p)).collect()
}

/// What every predication of an article is made with.
struct Maker<'a> {
    id: &'a ArticleId,
    cut: &'a Cut<'a>,
    text: &'a str,
    index: &'a CharIndex,
    sentences: &'a [Span],
    /// By their ends.
    mentions: Vec<&'a Mention>,
    /// The last quote: most predications of a sentence share it.
    last: Option<(Span, Quote)>,
}

impl Maker<'_> {
    fn quote(&mut self, found: &Predicate) -> Option<Quote> {
        let at = self.sentences.partition_point(|s| s.end <= found.trigger.start);
        let whole = self.sentences.get(at).copied()?;
        let short = found.participants.iter().fold(found.trigger, |span, a| span.join(a.span));
        let span = [whole, short, found.trigger].into_iter().find(|span| self.cut.is_quotable(*span))?;
        if self.last.as_ref().is_none_or(|(of, _)| *of != span) {
            self.last = self.cut.quote(self.index, span).map(|quote| (span, quote));
        }
        self.last.as_ref().map(|(_, quote)| quote.clone())
    }

    fn predication(&mut self, mut found: Predicate) -> Option<Predication> {
        let quote = self.quote(&found)?;
        for argument in &mut found.participants {
            argument.name = name_at(&self.mentions, self.text, argument.span);
        }
        let named = |a: &Argument| Some(Participant { name: a.name.clone()?, role: Some(Arc::from(a.role)) });
        let participants = found.participants.iter().filter_map(named).collect();
        let event = Event {
            action: Action::new(&found.action),
            participants,
            time: None,
            period: None,
            place: None,
            open: Some(self.cut.place(self.index, found.trigger)),
        };
        let value = Normalized::new(found.trigger.of(self.text), Value::Boolean(true));
        let mut claim = Claim::new(self.id.clone(), event, Attribute::new("occurrence"), value);
        claim.quote = Some(quote);
        (claim.modality, claim.polarity) = (found.modality, found.polarity);
        claim.attributed_to = found.source.map(|s| s.of(self.text).into()).into_iter().collect();
        Some(Predication { trigger: found.trigger, participants: found.participants, claim })
    }
}
