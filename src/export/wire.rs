//! The result as it stands in JSON: the output half of the interchange contract. The order of fields is the order of keys.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::claim::{About, Event, Polarity, Rejected, RejectionCode, Scope};
use crate::graph::{
    ArticleNode, Change, ClaimGraph, ClaimRef, Decided, Entity, EntityMention, EventRef, FactRef, Origin, Position, RelationRef, Revision,
    is_joint,
};
use crate::id::{ArticleIx, ClaimIx, EntityIx, EventIx};
use crate::value::{Normalized, Value, ValueRecord};

type Text<'a> = Cow<'a, str>;

/// A result. Read as a whole, written list by list.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Result"))]
pub(super) struct Document<'a> {
    /// 1.
    pub(super) schema_version: u32,
    /// The articles, by id.
    pub(super) articles: Vec<ArticleWire<'a>>,
    /// Sets of articles that rest on one voice, by id.
    pub(super) origins: Vec<OriginWire<'a>>,
    /// Persons, organisations and places, by id.
    pub(super) entities: Vec<EntityWire<'a>>,
    /// Events and standing states of affairs, by id.
    pub(super) events: Vec<EventWire<'a>>,
    /// The claims, by id.
    pub(super) claims: Vec<ClaimWire<'a>>,
    /// How pairs of claims stand to each other, by source and target.
    pub(super) relations: Vec<RelationWire<'a>>,
    /// The data items and the positions on them, by event and attribute.
    pub(super) facts: Vec<FactWire<'a>>,
    /// What outlets changed in their own articles.
    #[serde(default)]
    pub(super) revisions: Vec<RevisionWire<'a>>,
    /// What people decided, and what became of it.
    #[serde(default)]
    pub(super) decisions: Vec<DecisionWire<'a>>,
    /// What could not be used.
    pub(super) rejected: Vec<RejectedWire<'a>>,
    /// What callers declared of attributes and kinds of event.
    #[serde(default)]
    pub(super) ontology: Option<crate::ontology::File>,
    /// How many elements each list holds.
    #[serde(default)]
    pub(super) counts: Option<Counts>,
}

/// How a list is called: the kind of its elements, one and many.
#[derive(Clone, Copy, Debug)]
pub(super) struct List {
    /// The `record` of an element.
    pub(super) one: &'static str,
    /// The list.
    pub(super) many: &'static str,
}

macro_rules! lists {
    ($($one:ident $many:ident,)*) => {
        /// How many elements each list holds: the last line of NDJSON, and the last field of JSON.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub(super) struct Counts {
            $(#[doc = concat!("Of `", stringify!($many), "`.")] pub(super) $many: usize,)*
        }

        impl Counts {
            pub(super) fn of(document: &Document<'_>) -> Self {
                Self { $($many: document.$many.len(),)* }
            }

            /// Of what is written of a graph.
            pub(super) fn written(graph: &ClaimGraph) -> Self {
                Self { $($many: graph.parts().$many.len(),)* }
            }

            /// Each list with its count, in the order of writing.
            pub(super) fn rows(&self) -> Vec<(List, usize)> {
                vec![$((List { one: stringify!($one), many: stringify!($many) }, self.$many),)*]
            }
        }
    };
}

lists! {
    article articles,
    origin origins,
    entity entities,
    event events,
    claim claims,
    relation relations,
    fact facts,
    revision revisions,
    decision decisions,
    rejected rejected,
}

impl Counts {
    /// The first list that holds another number than is told, and both numbers.
    pub(super) fn missing(&self, told: &Self) -> Option<(&'static str, usize, usize)> {
        let both = self.rows().into_iter().zip(told.rows());
        both.map(|((list, found), (_, told))| (list.many, found, told)).find(|(_, found, told)| found != told)
    }

    /// "2 articles, 1 claim"
    pub(super) fn said(&self) -> String {
        let some = |(list, n): (List, usize)| (n > 0).then(|| format!("{n} {}", if n == 1 { list.one } else { list.many }));
        let all: Vec<String> = self.rows().into_iter().filter_map(some).collect();
        if all.is_empty() { "nothing".to_owned() } else { all.join(", ") }
    }
}

/// An article.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Article"))]
pub(super) struct ArticleWire<'a> {
    /// Its id.
    pub(super) id: Text<'a>,
    /// The file it came from.
    pub(super) file: Option<Text<'a>>,
    /// Where it was found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) url: Option<Text<'a>>,
    /// Its title.
    pub(super) title: Option<Text<'a>>,
    /// Who published it.
    pub(super) publisher: Option<Text<'a>>,
    /// The agency whose copy it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) agency: Option<Text<'a>>,
    /// Who wrote it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) author: Option<Text<'a>>,
    /// When it was published.
    pub(super) published: Option<Text<'a>>,
    /// When its text was last changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) updated: Option<Text<'a>>,
    /// Its language, as a BCP 47 tag.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) language: Option<Text<'a>>,
    /// The id of its origin.
    pub(super) origin: Text<'a>,
    /// Set where more articles tell its story than its open claims are held against.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) sampled: bool,
}

/// Articles that rest on one voice.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Origin"))]
pub(super) struct OriginWire<'a> {
    /// Its id.
    pub(super) id: Text<'a>,
    /// The ids of its articles.
    pub(super) articles: Vec<Text<'a>>,
    /// What joins them; empty for one article alone.
    pub(super) why: Vec<Text<'a>>,
}

/// A person, organisation or place.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Entity"))]
pub(super) struct EntityWire<'a> {
    /// Its id.
    pub(super) id: Text<'a>,
    /// `person`, `organisation`, `place` or `other`.
    pub(super) kind: Text<'a>,
    /// Its fullest name.
    pub(super) name: Text<'a>,
    /// Its other names.
    pub(super) aliases: Vec<Text<'a>>,
    /// Where it is named.
    pub(super) mentions: Vec<MentionWire<'a>>,
}

/// A place in an article that names an entity.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Mention"))]
pub(super) struct MentionWire<'a> {
    /// The id of the article.
    pub(super) article: Text<'a>,
    /// First character, in Unicode scalar values from 0.
    pub(super) start: usize,
    /// One past the last character.
    pub(super) end: usize,
    /// The words.
    pub(super) exact: Text<'a>,
}

/// An event, or a standing state of affairs.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Event"))]
pub(super) struct EventWire<'a> {
    /// Its id.
    pub(super) id: Text<'a>,
    /// What happened, as one verb in its base form; `state` for a state of affairs.
    pub(super) action: Text<'a>,
    /// Who took part.
    pub(super) participants: Vec<ParticipantWire<'a>>,
    /// When.
    pub(super) time: Option<ValueRecord>,
    /// Where.
    pub(super) place: Option<ValueRecord>,
    /// Set where it is named by nothing but the word that tells it: where that word stands in its article, or in one of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) open: Option<u32>,
    /// Set where more events are near misses of it than are told.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) sampled: bool,
    /// The ids of its claims.
    pub(super) claims: Vec<Text<'a>>,
}

/// Somebody who took part.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Participant"))]
pub(super) struct ParticipantWire<'a> {
    /// The id of the entity.
    pub(super) entity: Text<'a>,
    /// The part played.
    pub(super) role: Option<Text<'a>>,
}

/// A claim: an article says a value of an attribute of an event.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Claim"))]
pub(super) struct ClaimWire<'a> {
    /// Its id.
    pub(super) id: Text<'a>,
    /// The id of the article.
    pub(super) article: Text<'a>,
    /// The words it rests on; null for a claim that came without.
    pub(super) quote: Option<QuoteWire<'a>>,
    /// Where they stand.
    pub(super) position: Option<SpanWire>,
    /// The id of the event.
    pub(super) event: Text<'a>,
    /// The id of the participant that the attribute belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) subject: Option<Text<'a>>,
    /// Which attribute of the event.
    pub(super) attribute: Text<'a>,
    /// Which part a count is of, where it is not the whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) of: Option<Text<'a>>,
    /// What else the value holds for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) scope: Option<ScopeWire<'a>>,
    /// The value, as written and as meant.
    pub(super) value: ValueRecord,
    /// `asserted`, `planned`, `expected`, `possible`, `denied` or `hypothetical`.
    pub(super) modality: Text<'a>,
    /// `positive` or `negative`.
    pub(super) polarity: Text<'a>,
    /// Set where what is left open lies behind the telling: "is believed to have sold".
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) past: bool,
    /// Whom the article credits, outermost first.
    pub(super) attributed_to: Vec<Text<'a>>,
    /// What the article itself holds against it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) doubt: Option<Text<'a>>,
    /// The event as the claim's own article tells it, where that is not as the result has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) mention: Option<EventMentionWire<'a>>,
}

/// What a value holds for, beside its event, attribute and subject.
#[derive(Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Scope"))]
pub(super) struct ScopeWire<'a> {
    /// The part that is counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) part: Option<Text<'a>>,
    /// The place inside the event.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) place: Option<Text<'a>>,
    /// Whose figure it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) institution: Option<Text<'a>>,
    /// The stretch of time that the value is of; text where it is not understood.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) period: Option<ValueRecord>,
    /// The moment up to which it was counted; text where it is not understood.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) as_of: Option<ValueRecord>,
    /// What is counted as what.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) definition: Option<Text<'a>>,
    /// Whether the value is that of one day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) daily: Option<bool>,
}

/// An event as one article tells it.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "EventMention"))]
pub(super) struct EventMentionWire<'a> {
    /// What happened.
    pub(super) action: Text<'a>,
    /// Who took part, by the names that the article gives.
    pub(super) participants: Vec<NameWire<'a>>,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) time: Option<ValueRecord>,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) place: Option<ValueRecord>,
    /// Set where it is named by nothing but the word that tells it: where that word stands in its article, or in one of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) open: Option<u32>,
}

/// Somebody who took part, by name.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Name"))]
pub(super) struct NameWire<'a> {
    /// The name.
    pub(super) name: Text<'a>,
    /// The part played.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) role: Option<Text<'a>>,
}

/// The words that a claim rests on.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Quote"))]
pub(super) struct QuoteWire<'a> {
    /// The words.
    pub(super) exact: Text<'a>,
    /// What stands before them.
    pub(super) prefix: Text<'a>,
    /// What stands behind them.
    pub(super) suffix: Text<'a>,
}

/// A place in an article's text.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Span"))]
pub(super) struct SpanWire {
    /// First character, in Unicode scalar values from 0.
    pub(super) start: usize,
    /// One past the last character.
    pub(super) end: usize,
}

/// How two claims stand to each other.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Relation"))]
pub(super) struct RelationWire<'a> {
    /// The id of the source claim; of `refines` the more precise, of `supersedes` the later.
    pub(super) source: Text<'a>,
    /// The id of the target claim.
    pub(super) target: Text<'a>,
    /// `corroborates`, `refines`, `conflicts`, `tension`, `supersedes`, `distinct` or `indeterminate`.
    pub(super) kind: Text<'a>,
    /// The code of the rule that gave it.
    pub(super) rule: Text<'a>,
    /// Whether the two rest on different voices; null where nothing speaks for either.
    pub(super) independent: Option<bool>,
    /// Why.
    pub(super) why: Text<'a>,
}

/// A data item and the positions on it.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Fact"))]
pub(super) struct FactWire<'a> {
    /// The id of the event.
    pub(super) event: Text<'a>,
    /// The id of the participant that the attribute belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) subject: Option<Text<'a>>,
    /// The attribute.
    pub(super) attribute: Text<'a>,
    /// Which part a count is of, where it is not the whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) of: Option<Text<'a>>,
    /// The positions, the best supported first.
    pub(super) positions: Vec<PositionWire<'a>>,
    /// `agreed`, `disputed`, `superseded`, `single` or `unresolved`.
    pub(super) state: Text<'a>,
    /// Set where there are more claims than are compared pair by pair; of a status, where more reports that the event was called off, or that
    /// it happened, stand in its result than are held against each other.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) sampled: bool,
}

/// A value, and who stands on it.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Position"))]
pub(super) struct PositionWire<'a> {
    /// The value.
    pub(super) value: ValueRecord,
    /// `positive`, or `negative` where the claims say that it is not so.
    #[serde(default = "positive")]
    pub(super) polarity: Text<'a>,
    /// The ids of the claims.
    pub(super) claims: Vec<Text<'a>>,
    /// How many articles.
    pub(super) articles: usize,
    /// How many publishers.
    pub(super) publishers: usize,
    /// How many origins: an upper bound where nothing is known of an article's sources.
    pub(super) origins: usize,
}

fn positive<'a>() -> Text<'a> {
    Polarity::Positive.as_str().into()
}

/// What could not be used.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Rejected"))]
pub(super) struct RejectedWire<'a> {
    /// The file.
    pub(super) file: Option<Text<'a>>,
    /// The line, from 1; 0 where the whole file or no file is meant.
    pub(super) line: u64,
    /// Why, as one of a fixed list, each with a page that `claimgraph explain CODE` prints.
    #[serde(default = "unspecified")]
    pub(super) code: Text<'a>,
    /// Why, in a sentence.
    pub(super) reason: Text<'a>,
}

fn unspecified<'a>() -> Text<'a> {
    RejectionCode::Unspecified.as_str().into()
}

/// One text of an article replaced another.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Revision"))]
pub(super) struct RevisionWire<'a> {
    /// The id of the article.
    pub(super) article: Text<'a>,
    /// Since when the older text stood.
    pub(super) from: Text<'a>,
    /// Since when the later one stands.
    pub(super) to: Text<'a>,
    /// The values that changed.
    pub(super) changes: Vec<ChangeWire<'a>>,
}

/// A value that a revision changed.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Change"))]
pub(super) struct ChangeWire<'a> {
    /// The attribute.
    pub(super) attribute: Text<'a>,
    /// The id of the event.
    pub(super) event: Text<'a>,
    /// What the older text says.
    pub(super) before: ValueRecord,
    /// What the later text says.
    pub(super) after: ValueRecord,
}

/// What a person decided, and what became of it.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Decision"))]
pub(super) struct DecisionWire<'a> {
    /// The ids of the two claims that it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) claims: Option<[Text<'a>; 2]>,
    /// The ids or names of the two entities that it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) entities: Option<[Text<'a>; 2]>,
    /// What was decided.
    pub(super) verdict: Text<'a>,
    /// Who decided.
    pub(super) by: Text<'a>,
    /// When, as written.
    pub(super) at: Text<'a>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) why: Option<Text<'a>>,
    /// `applied`, or `refused` where it could not be followed or a later one holds.
    pub(super) effect: Text<'a>,
    /// Why it was refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) reason: Option<Text<'a>>,
}

pub(super) fn scope_wire(scope: &Scope) -> ScopeWire<'_> {
    ScopeWire {
        part: text(scope.part.as_deref()),
        place: text(scope.place.as_deref()),
        institution: text(scope.institution.as_deref()),
        period: scope.period.as_ref().map(value),
        as_of: scope.as_of.as_ref().map(value),
        definition: text(scope.definition.as_deref()),
        daily: scope.daily,
    }
}

pub(super) fn mention_wire(event: &Event) -> EventMentionWire<'_> {
    let participants = event.participants.iter();
    EventMentionWire {
        action: event.action.as_str().into(),
        participants: participants.map(|p| NameWire { name: (&*p.name).into(), role: text(p.role.as_deref()) }).collect(),
        time: event.time.map(Value::Time).or_else(|| event.period.clone().map(Value::Text)).map(|t| ValueRecord::of(&t, "")),
        place: event.place.as_ref().map(|p| ValueRecord::of(&Value::Place(p.clone()), "")),
        open: event.open,
    }
}

/// Makes the wire form of a graph's records: looks ids up by index.
pub(super) struct Writer<'g> {
    pub(super) graph: &'g ClaimGraph,
}

fn text(text: Option<&str>) -> Option<Text<'_>> {
    text.map(Into::into)
}

fn texts<S: AsRef<str>>(all: &[S]) -> Vec<Text<'_>> {
    all.iter().map(|t| t.as_ref().into()).collect()
}

fn value(value: &Normalized) -> ValueRecord {
    ValueRecord::of(&value.value, &value.raw)
}

impl<'g> Writer<'g> {
    fn entity(&self, index: EntityIx) -> Text<'g> {
        self.graph.entities()[index.at()].id.as_str().into()
    }

    fn article(&self, index: ArticleIx) -> Text<'g> {
        self.graph.articles()[index.at()].id.as_str().into()
    }

    fn claim(&self, index: ClaimIx) -> Text<'g> {
        self.graph.parts().claims[index.at()].claim.id.as_ref().map_or("", crate::id::ClaimId::as_str).into()
    }

    fn claims(&self, all: &[ClaimIx]) -> Vec<Text<'g>> {
        all.iter().map(|&i| self.claim(i)).collect()
    }

    fn event(&self, index: EventIx) -> Text<'g> {
        self.graph.parts().events[index.at()].id.as_str().into()
    }

    pub(super) fn article_wire(&self, node: &'g ArticleNode) -> ArticleWire<'g> {
        let article = &node.article;
        ArticleWire {
            id: node.id.as_str().into(),
            file: text(node.file.as_deref()),
            url: text(article.url.as_deref()),
            title: text(article.title.as_deref()),
            publisher: text(article.publisher.as_deref()),
            agency: text(article.agency.as_deref()),
            author: text(article.author.as_deref()),
            published: article.published.map(|p| p.to_string().into()),
            updated: article.updated.map(|p| p.to_string().into()),
            language: text(article.language.as_deref()),
            origin: self.graph.origins()[node.origin.at()].id.as_str().into(),
            sampled: node.sampled,
        }
    }

    pub(super) fn origin_wire(&self, origin: &'g Origin) -> OriginWire<'g> {
        let articles = origin.articles.iter().map(|&i| self.article(i)).collect();
        OriginWire { id: origin.id.as_str().into(), articles, why: texts(&origin.why) }
    }

    pub(super) fn entity_wire(&self, entity: &'g Entity) -> EntityWire<'g> {
        let mention = |m: &'g EntityMention| {
            let (start, end, exact) = (m.quote.start, m.quote.end, (&*m.quote.exact).into());
            MentionWire { article: self.article(m.article), start, end, exact }
        };
        EntityWire {
            id: entity.id.as_str().into(),
            kind: entity.kind.as_str().into(),
            name: (&*entity.name).into(),
            aliases: texts(&entity.aliases),
            mentions: entity.mentions.iter().map(mention).collect(),
        }
    }

    pub(super) fn event_wire(&self, event: EventRef<'g>) -> EventWire<'g> {
        let node = event.node();
        let participants = node.participants.iter();
        EventWire {
            id: node.id.as_str().into(),
            action: node.action.as_str().into(),
            participants: participants.map(|(e, role)| ParticipantWire { entity: self.entity(*e), role: text(role.as_deref()) }).collect(),
            time: node.time.as_ref().map(value),
            place: node.place.as_ref().map(value),
            open: node.open,
            sampled: node.sampled,
            claims: self.claims(&node.claims),
        }
    }

    pub(super) fn claim_wire(&self, claim: ClaimRef<'g>) -> ClaimWire<'g> {
        let (node, said) = (claim.node(), claim.claim());
        let quote = said.quote.as_ref();
        ClaimWire {
            id: claim.id().as_str().into(),
            article: self.article(node.article),
            quote: quote.map(|q| QuoteWire { exact: (&*q.exact).into(), prefix: (&*q.prefix).into(), suffix: (&*q.suffix).into() }),
            position: quote.map(|q| SpanWire { start: q.start, end: q.end }),
            event: self.event(node.event),
            subject: node.subject.map(|i| self.entity(i)),
            attribute: said.attribute.as_str().into(),
            of: text(said.of.as_deref()),
            value: value(&said.value),
            modality: said.modality.as_str().into(),
            polarity: said.polarity.as_str().into(),
            past: said.past,
            attributed_to: texts(&said.attributed_to),
            doubt: text(said.doubt.as_deref()),
            scope: said.scope.as_deref().map(scope_wire),
            mention: Some(&*said.event).filter(|e| !is_joint(e, claim.event().node(), self.graph.entities())).map(mention_wire),
        }
    }

    pub(super) fn relation_wire(&self, relation: RelationRef<'g>) -> RelationWire<'g> {
        let node = relation.node();
        RelationWire {
            source: self.claim(node.source),
            target: self.claim(node.target),
            kind: node.kind.as_str().into(),
            rule: node.rule.code.into(),
            independent: node.independent,
            why: relation.why().into(),
        }
    }

    pub(super) fn revision_wire(&self, revision: &'g Revision) -> RevisionWire<'g> {
        let change = |c: &'g Change| ChangeWire {
            attribute: c.attribute.as_str().into(),
            event: self.event(c.event),
            before: value(&c.before),
            after: value(&c.after),
        };
        RevisionWire {
            article: self.article(revision.article),
            from: revision.from.to_string().into(),
            to: revision.to.to_string().into(),
            changes: revision.changes.iter().map(change).collect(),
        }
    }

    pub(super) fn position_wire(&self, position: &'g Position) -> PositionWire<'g> {
        PositionWire {
            value: value(&position.value),
            polarity: position.polarity.as_str().into(),
            claims: self.claims(&position.claims),
            articles: position.articles,
            publishers: position.publishers,
            origins: position.origins,
        }
    }

    pub(super) fn fact_wire(&self, fact: FactRef<'g>) -> FactWire<'g> {
        let node = fact.node();
        FactWire {
            event: self.event(node.event),
            subject: node.subject.map(|i| self.entity(i)),
            attribute: node.attribute.as_str().into(),
            of: text(node.of.as_deref()),
            positions: node.positions.iter().map(|p| self.position_wire(p)).collect(),
            state: node.state.as_str().into(),
            sampled: node.sampled,
        }
    }
}

pub(super) fn rejected_wire(rejected: &Rejected) -> RejectedWire<'_> {
    let (code, reason) = (rejected.code.as_str().into(), rejected.reason.as_str().into());
    RejectedWire { file: text(rejected.file.as_deref()), line: rejected.line, code, reason }
}

pub(super) fn decision_wire(decided: &Decided) -> DecisionWire<'_> {
    let decision = &decided.decision;
    let (claims, entities) = match &decision.about {
        About::Claims(a, b) => (Some([a.as_str().into(), b.as_str().into()]), None),
        About::Entities(a, b) => (None, Some([(&**a).into(), (&**b).into()])),
    };
    DecisionWire {
        claims,
        entities,
        verdict: decision.verdict.as_str().into(),
        by: (&*decision.by).into(),
        at: (&*decision.at).into(),
        why: text(decision.why.as_deref()),
        effect: if decided.refused.is_none() { "applied" } else { "refused" }.into(),
        reason: text(decided.refused.as_deref()),
    }
}
