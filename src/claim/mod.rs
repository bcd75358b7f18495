//! Claims: what one article says of one attribute of one event.
//!
//! A [`Claim`] is built from Rust in a few words ([`Claim::new`], [`Event::new`]), read from records, or extracted from
//! text; all three give the same type. The slot that a claim fills, its event's attribute, is its data item.
//!
//! This room does not know other claims.

mod action;
mod attribute;
pub(crate) mod check;
mod event;
mod extract;
mod record;
mod rejection;
mod scope;

pub use crate::ontology::Family;
pub use action::Action;
pub use attribute::Attribute;
pub use event::{Event, Participant};
pub use extract::{EntityKind, Extraction, Extractor, Mention, Office};
pub use record::{About, ClaimRecord, Decision, EntityRecord, Location, Record, Term, Verdict};
pub(crate) use rejection::Refusal;
pub use rejection::{Rejected, RejectionCode};
pub use scope::Scope;

use std::sync::Arc;

use crate::id::{ArticleId, ClaimId};
use crate::value::Normalized;

/// How far the source commits itself to what it says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Modality {
    /// It is, or was, so.
    #[default]
    Asserted,
    /// Somebody means to do it.
    Planned,
    /// It is likely.
    Expected,
    /// It may be.
    Possible,
    /// Somebody says that it is not so.
    Denied,
    /// It would be, if.
    Hypothetical,
}

impl Modality {
    const NAMES: [(Self, &'static str); 6] = [
        (Self::Asserted, "asserted"),
        (Self::Planned, "planned"),
        (Self::Expected, "expected"),
        (Self::Possible, "possible"),
        (Self::Denied, "denied"),
        (Self::Hypothetical, "hypothetical"),
    ];

    /// Its name in the interchange contract.
    pub fn as_str(self) -> &'static str {
        Self::NAMES[self as usize].1
    }

    /// The modality of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|row| row.1 == name).map(|row| row.0)
    }

    /// Whether it speaks of what is still to come or uncertain: planned, expected, possible or hypothetical.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Planned | Self::Expected | Self::Possible | Self::Hypothetical)
    }
}

/// Whether the source says that something is so, or that it is not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Polarity {
    /// It is so.
    #[default]
    Positive,
    /// It is not so.
    Negative,
}

impl Polarity {
    /// Its name in the interchange contract.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Positive => "positive",
            Self::Negative => "negative",
        }
    }

    /// The polarity of that name.
    pub fn parse(name: &str) -> Option<Self> {
        match name {
            "positive" => Some(Self::Positive),
            "negative" => Some(Self::Negative),
            _ => None,
        }
    }
}

/// A claim: an article says `value` of `attribute` of `event`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Claim {
    /// Its id; where the source gives none, [`derive_id`](Claim::derive_id) does.
    pub id: Option<ClaimId>,
    /// The article that makes it.
    pub article: ArticleId,
    /// Where the article makes it; `None` for a claim that came without quote.
    pub quote: Option<crate::corpus::Quote>,
    /// The event it speaks of. Claims of one article that share the allocation share the mention.
    pub event: Arc<Event>,
    /// Which attribute of the event.
    pub attribute: Attribute,
    /// The participant that the attribute belongs to, by name, where it is not the event's own.
    pub subject: Option<Arc<str>>,
    /// Which part a count is of ("children"), where it is not the whole.
    pub of: Option<Arc<str>>,
    /// What else the value holds for, where the source says.
    pub scope: Option<Box<Scope>>,
    /// The value, as written and as meant.
    pub value: Normalized,
    /// How far the source commits itself.
    pub modality: Modality,
    /// Whether it says yes or no.
    pub polarity: Polarity,
    /// Whether what it leaves open lies behind the telling, as in "is believed to have sold the yard": nothing that is told later is the
    /// outcome of that. Of what is asserted it says nothing.
    pub past: bool,
    /// Whom the article credits, outermost first.
    pub attributed_to: Vec<Arc<str>>,
    /// What the article itself holds against it, in a sentence without a final stop: a date out of the order of its list. Like the
    /// attribution it is no part of what the claim says.
    pub doubt: Option<Arc<str>>,
}

impl Claim {
    /// An asserted claim without quote or attribution.
    pub fn new(article: impl Into<ArticleId>, event: impl Into<Arc<Event>>, attribute: impl Into<Attribute>, value: Normalized) -> Self {
        Self {
            id: None,
            article: article.into(),
            quote: None,
            event: event.into(),
            attribute: attribute.into(),
            subject: None,
            of: None,
            scope: None,
            value,
            modality: Modality::Asserted,
            polarity: Polarity::Positive,
            past: false,
            attributed_to: Vec::new(),
            doubt: None,
        }
    }

    /// A claim whose value is words; [`ClaimRecord`] says the rest of it.
    pub fn words(
        article: impl Into<ArticleId>,
        event: impl Into<Arc<Event>>,
        attribute: impl Into<Attribute>,
        words: impl Into<String>,
    ) -> ClaimRecord {
        ClaimRecord::new(article, event, attribute, words)
    }

    /// A claim about `subject` alone, without an event, whose value is words: who leads a company, where it sits.
    ///
    /// ```
    /// use claimgraph::{Article, Claim, Reconciler};
    ///
    /// let mut reconciler = Reconciler::new();
    /// reconciler.extend([Article::new("echo"), Article::new("tide")]);
    /// reconciler.add(Claim::about("echo", "Norvane", "chief executive", "Mara Lind"));
    /// reconciler.add(Claim::about("tide", "Norvane", "CEO", "Piet Aalders"));
    /// assert_eq!(reconciler.reconcile().disputes().count(), 1);
    /// ```
    pub fn about(
        article: impl Into<ArticleId>,
        subject: impl Into<Arc<str>>,
        attribute: impl Into<Attribute>,
        words: impl Into<String>,
    ) -> ClaimRecord {
        let subject = subject.into();
        ClaimRecord::new(article, Event::new("state").with(subject.clone()), attribute, words).subject(subject)
    }

    /// A claim of a standing fact of `subject`: a state of affairs rather than an event.
    pub fn standing(
        article: impl Into<ArticleId>,
        subject: impl Into<Arc<str>>,
        attribute: impl Into<Attribute>,
        value: Normalized,
    ) -> Self {
        let subject = subject.into();
        Self::new(article, Event::new("state").with(subject.clone()), attribute, value).subject(subject)
    }

    /// The same, credited to `source` by the article. Call again for a chain, outermost first.
    #[must_use]
    pub fn attributed_to(mut self, source: impl Into<Arc<str>>) -> Self {
        self.attributed_to.push(source.into());
        self
    }

    /// The same, with another modality.
    #[must_use]
    pub fn modality(mut self, modality: Modality) -> Self {
        self.modality = modality;
        self
    }

    /// The same, with an id of the caller's.
    #[must_use]
    pub fn id(mut self, id: impl Into<ClaimId>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// The same, about one participant, by name: whose age, whose name.
    #[must_use]
    pub fn subject(mut self, name: impl Into<Arc<str>>) -> Self {
        self.subject = Some(name.into());
        self
    }

    /// The same, of a part of what the attribute counts: "children".
    #[must_use]
    pub fn of(mut self, part: impl Into<Arc<str>>) -> Self {
        self.of = Some(part.into());
        self
    }

    /// The same, within a scope. Its part is the claim's, where that has none.
    #[must_use]
    pub fn scope(mut self, scope: Scope) -> Self {
        self.of = self.of.take().or_else(|| scope.part.clone());
        self.scope = Some(Box::new(scope)).filter(|s| !s.is_empty());
        self
    }

    /// The same, saying yes or no.
    #[must_use]
    pub fn polarity(mut self, polarity: Polarity) -> Self {
        self.polarity = polarity;
        self
    }

    /// The same, leaving open what lies behind the telling.
    #[must_use]
    pub fn past(mut self) -> Self {
        self.past = true;
        self
    }

    /// The same, with its quote.
    #[must_use]
    pub fn quoted(mut self, quote: crate::corpus::Quote) -> Self {
        self.quote = Some(quote);
        self
    }

    /// The id that follows from what the claim says and where: article, place in the text, event, attribute, subject,
    /// part, value, modality, polarity, attribution, scope and whether it lies behind the telling.
    pub fn derive_id(&self) -> ClaimId {
        use std::fmt::Write as _;
        let mut said = String::with_capacity(160);
        // Writing to a string cannot fail. The unit separator stands in no text that people write.
        if let Some(q) = &self.quote {
            let _ = write!(said, "{}-{}", q.span.start, q.span.end);
        }
        let _ = write!(said, "\u{1f}{}\u{1f}", self.event);
        let texts = [self.attribute.as_str(), self.subject.as_deref().unwrap_or(""), self.of.as_deref().unwrap_or("")];
        for text in texts.into_iter().chain([self.value.value.kind()]) {
            said.push_str(text);
            said.push('\u{1f}');
        }
        let _ = write!(said, "{}\u{1f}", self.value.value);
        for text in [&*self.value.raw, "\u{1f}", self.modality.as_str(), " ", self.polarity.as_str(), "\u{1f}"] {
            said.push_str(text);
        }
        for source in &self.attributed_to {
            said.push_str(source);
            said.push('\u{1f}');
        }
        // Only what a claim has is written, so that the ids of those without do not change.
        if let Some(scope) = &self.scope {
            let _ = write!(said, "{scope}\u{1f}");
        }
        if self.past {
            said.push_str("past\u{1f}");
        }
        ClaimId::derive([self.article.as_str(), &said])
    }
}
