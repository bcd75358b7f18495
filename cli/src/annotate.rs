//! `annotate`: one article at a time, nothing compared.

use crate::Failure;
use crate::args::AnnotateArgs;

/// Not offered until there is something to offer: the arguments are read, and the command says so.
pub(crate) fn annotate(args: &AnnotateArgs) -> Result<(), Failure> {
    let AnnotateArgs { paths: _, output: _, tokens: _, jobs: _ } = args;
    Err(Failure::Unusable("the command `annotate` does not exist yet".to_owned()))
}
