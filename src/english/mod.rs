//! English: from an article's text to claims.
//!
//! A text is read in its plain form (`cut` knows the way back), what is in capitals in letters of both cases (`casing`). One that is not English is left unread (`gate`), and so is what the page adds to a story (`furniture`, `page`). A sentence is read in steps, each in a file of its own: names with their offices and countries (`word_names`, `names`, `offices`,
//! `gazetteer`; `possessors` tells towns by what they have), which names are one (`reference`), clauses and noun phrases (`clause`), triggers of the frame table with
//! their participants (`frames`, `verbs`, `nouns`, `discourse`; offers and contracts: `deals`, `deal_terms`, `deal_sums`,
//! `deal_words`), whether it happened and who says so (`factuality`), and which time (`entries`, `almanac`), place,
//! duration or number belongs to which trigger (`values`), which disaster a toll is of (`tolls`, `recurrence`) and
//! what it befell (`sites`), what it destroyed (`damage`), what is told of quakes alone (`quakes`), that nobody was hurt (`zeros`), and of places by the way (`whereabouts`),
//! what failed (`outages`), how much of it (`shares`) and when it works again (`repairs`), and what follows: parts of tolls,
//! searches (`rescues`), takeovers (`takeovers`), birthdays (`lifetimes`). Every step is a table or a rule.
//!
//! Crime news is read as a whole besides: `sheet` and `marks` hold the article and its word tables, `people` and `casualties` find groups of
//! people and what became of them, `incidents` the main event, `timing` what a time is of (off the trees), `reckoning` what each count is of, `ledger` makes the
//! claims, `persons`, `streets` and `towns` say who and where (`town_names` knows which words name a town, `town_mentions` what a mention tells, `headlines` titles).
//!
//! What no frame knows is read off the dependency trees of the room `analysis` (`trees`): `predicates` finds what verbs, event nouns and copulas tell,
//! `arguments` who takes part, `commitment` how far the source commits itself, `eventive` knows which nouns are events, `lemma` plain forms;
//! `objections` takes back what the frames have read against the trees; `scope` says what a count is of; `open` makes claims of the rest, and hangs every value that no frame has claimed on its governor. A dateline (`datelines`) is no part of the
//! sentence behind it.
//!
//! Which words belong together stands in data files: lists by class in the room `words`, phrases of the page, offices and known days beside the
//! files that read them.
//!
//! This room does not know other articles.

pub mod account;
mod agencies;
mod ages;
mod almanac;
mod arguments;
mod bodies;
mod casing;
mod casualties;
mod clause;
mod clocks;
mod commitment;
mod counts;
mod cut;
mod damage;
mod datelines;
mod deal_phrases;
mod deal_sums;
mod deal_terms;
mod deal_words;
mod deals;
mod discourse;
mod entries;
mod eventive;
mod factuality;
mod figures;
mod found;
mod frames;
mod furniture;
mod gate;
mod gazetteer;
mod headlines;
mod incidents;
mod ledger;
mod lemma;
mod lexicon;
mod lifetimes;
mod marks;
mod names;
mod nouns;
mod objections;
mod offices;
mod open;
mod outages;
mod page;
mod people;
mod persons;
mod possessors;
mod predicates;
mod predication;
mod quakes;
mod quoting;
mod read;
mod reckoning;
mod recurrence;
mod reference;
mod repairs;
mod rescues;
mod scope;
mod shares;
mod sheet;
mod silence;
mod sites;
mod speech;
mod states;
mod streets;
mod takeovers;
mod timing;
mod tolls;
mod town_mentions;
mod town_names;
mod towns;
mod trees;
mod values;
mod verbs;
mod whereabouts;
mod word_names;
mod zeros;

pub(crate) use offices::offices;
pub use predicates::Argument;
pub use predication::{Predication, annotate, explained};
pub use read::{Annotation, EventSpan};
pub use silence::Silence;

use crate::claim::{Extraction, Extractor};
use crate::corpus::Article;
use crate::id::ArticleId;

/// The reader of English articles.
///
/// An article whose `language` is set to another, or whose words are not English, gives no claims and a reason.
#[derive(Clone, Copy, Debug, Default)]
pub struct English;

impl Extractor for English {
    fn extract(&self, id: &ArticleId, article: &Article) -> Extraction {
        predication::extract(id, article)
    }
}
