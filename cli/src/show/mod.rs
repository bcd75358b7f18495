//! `show`: everything that bears on one fact of a saved result, for whoever has to decide about it or write of it.

mod bundle;
mod find;
mod json;
mod markdown;
#[cfg(test)]
mod tests;

use crate::Failure;
use crate::args::{ShowArgs, ShowFormat};
use crate::explain::saved;
use crate::output::Target;

use bundle::Bundle;

pub(crate) fn run(args: &ShowArgs) -> Result<(), Failure> {
    let target = Target::of(args.output.as_deref())?;
    let graph = saved(&args.result)?;
    let bundle = Bundle::of(find::fact(&graph, &args.fact)?);
    target.write(|out| match args.format {
        ShowFormat::Markdown => markdown::write(&bundle, out),
        ShowFormat::Json => json::write(&bundle, out),
    })
}
