//! `reconcile`: articles and claims in, graph out.

use std::io::{self, Write};
use std::mem::ManuallyDrop;

use claimgraph::graph::ClaimGraph;
use claimgraph::pipeline::Reconciler;
use claimgraph::{export, ingest};

use crate::Failure;
use crate::args::{FailOn, Format, ReconcileArgs};
use crate::input::{Input, Texts};
use crate::output;
use crate::report::{self, Look};

pub(crate) fn run(args: &ReconcileArgs) -> Result<(), Failure> {
    threads(args.jobs)?;
    let Input { records, rejected, texts } = Input::read(&args.paths)?;
    let usable = !records.is_empty();
    if !usable && rejected.is_empty() {
        return Err(Failure::Unusable(format!("{}: no file with articles or claims", paths(args))));
    }
    let mut reconciler = reconciler();
    if let Some(date) = &args.as_of {
        let read = ingest::date("--as-of", date).map_err(Failure::Unusable)?;
        reconciler.as_of(read.ok_or_else(|| Failure::Unusable("--as-of is empty".to_owned()))?);
    }
    for (record, location) in records {
        reconciler.add_from(record, location);
    }
    for rejected in rejected {
        reconciler.reject(rejected);
    }
    // The process ends with them, and giving a million claims back one by one takes a tenth of its time.
    let reconciler = ManuallyDrop::new(reconciler);
    let graph = ManuallyDrop::new(reconciler.reconcile());
    output::to(args.output.as_deref(), |out| write(&graph, &texts, args, out))?;
    if args.format != Format::Report || args.output.is_some() {
        tell_rejected(&graph);
    }
    if !usable {
        return Err(Failure::Unusable(format!("{}: no record can be used", paths(args))));
    }
    match graph.conflicts().count() {
        n if n > 0 && args.fail_on == Some(FailOn::Conflicts) => Err(Failure::FailOn(n)),
        _ => Ok(()),
    }
}

fn reconciler() -> Reconciler {
    Reconciler::with_extractor(claimgraph::english::English)
}

/// Holds the pool to as many threads as asked for.
pub(crate) fn threads(jobs: Option<std::num::NonZeroUsize>) -> Result<(), Failure> {
    let Some(jobs) = jobs else { return Ok(()) };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs.get()).build_global();
    pool.map_err(|e| Failure::Unusable(format!("--jobs {jobs}: {e}")))
}

fn write(graph: &ClaimGraph, texts: &Texts, args: &ReconcileArgs, out: &mut dyn Write) -> io::Result<()> {
    match args.format {
        Format::Json => export::json(graph, out),
        Format::Ndjson => export::ndjson(graph, out),
        Format::Dot => export::dot(graph, out),
        Format::Report => {
            let look = Look { colour: output::colour(args.output.as_deref()), all: args.all };
            report::write(graph, texts, look, out)
        }
    }
}

/// How many rejected records are named on standard error; all stand in the output.
const TOLD: usize = 10;

fn tell_rejected(graph: &ClaimGraph) {
    let all = graph.rejected();
    for rejected in all.iter().take(TOLD) {
        output::talk(&format!("claimgraph: rejected {}", report::rejected(rejected)));
    }
    if all.len() > TOLD {
        output::talk(&format!("claimgraph: {} rejected in all", all.len()));
    }
}

fn paths(args: &ReconcileArgs) -> String {
    args.paths.iter().map(|p| p.display().to_string()).collect::<Vec<_>>().join(", ")
}
