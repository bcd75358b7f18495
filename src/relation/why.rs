//! A relation's reason, in words.

use super::{Basis, Relation};
use crate::claim::Claim;

/// Why `source` and `target` are related as they are, in one sentence without a final stop.
pub fn why(relation: &Relation, source: &Claim, target: &Claim) -> String {
    match &relation.basis {
        Basis::Recorded(text) => text.to_string(),
        Basis::Found(_, voice) => format!("{} against {}; {voice}", source.value.value, target.value.value),
    }
}
