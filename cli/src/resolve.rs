//! `resolve`: mentions of names in, entities out.

use std::sync::Arc;

use claimgraph::claim::{Decision, EntityRecord, Location, Rejected};
use claimgraph::export;
use claimgraph::ingest::{self, MentionRecord};
use claimgraph::linkage::{Acquainted, NameMention};

use crate::Failure;
use crate::args::ResolveArgs;
use crate::input::{Limit, each};
use crate::output::{self, Target};
use crate::{reconcile, report};

/// What the paths lead to.
#[derive(Default)]
struct Read {
    ids: Vec<Arc<str>>,
    mentions: Vec<NameMention>,
    known: Vec<EntityRecord>,
    decisions: Vec<Decision>,
    /// Where each decision stands.
    places: Vec<Location>,
    rejected: Vec<Rejected>,
}

impl Read {
    fn add(&mut self, name: &str, bytes: &[u8]) {
        for read in ingest::mentions(name, bytes) {
            match read {
                Ok((MentionRecord::Mention(id, mention), _)) => {
                    self.ids.push(id);
                    self.mentions.push(mention);
                }
                Ok((MentionRecord::Entity(entity), _)) => self.known.push(entity),
                Ok((MentionRecord::Decision(decision), at)) => {
                    self.decisions.push(decision);
                    self.places.push(at);
                }
                Err(rejected) => self.rejected.push(rejected),
            }
        }
    }
}

/// Writes for each mention, in the order of the input, which entity it means.
pub(crate) fn run(args: &ResolveArgs) -> Result<(), Failure> {
    reconcile::threads(args.jobs)?;
    let target = Target::of(args.output.as_deref())?;
    let mut read = Read::default();
    let unread = each(&args.paths, &target, Limit::mebibytes(args.max_size), |name, bytes| read.add(name, bytes))?;
    for rejected in unread.iter().chain(&read.rejected) {
        output::talk(&format!("claimgraph: rejected {}", report::rejected(rejected)));
    }
    if read.mentions.is_empty() {
        return Err(Failure::Unusable("no mention to resolve".to_owned()));
    }
    let acquainted = Acquainted::with(&read.known, &read.decisions);
    let (meant, refused) = acquainted.resolve_all(&read.mentions);
    for (at, code) in refused {
        let rejected = Rejected::at(Some(&read.places[at]), code.title().trim_end_matches('.')).coded(code);
        output::talk(&format!("claimgraph: rejected {}", report::rejected(&rejected)));
    }
    target.write(|out| read.ids.iter().zip(&meant).try_for_each(|(id, meant)| export::meant(id, meant, &mut *out)))
}
