//! "The first in five years", "the first since 2018": times that are counted back from the day of publication.

use crate::corpus::Published;
use crate::value::{Comparison, Value, compare};

/// How two claims of the last time something happened compare.
pub(super) fn counted_back(a: (&Value, Option<Published>), b: (&Value, Option<Published>)) -> Comparison {
    let _ = (a.1, b.1);
    compare(a.0, b.0)
}
