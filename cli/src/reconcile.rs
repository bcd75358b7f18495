//! `reconcile`: articles and claims in, graph out.

use std::io::{self, Write};
use std::mem::ManuallyDrop;

use claimgraph::claim::Record;
use claimgraph::graph::ClaimGraph;
use claimgraph::pipeline::Reconciler;
use claimgraph::{export, ingest};

use crate::Failure;
use crate::args::{FailOn, Format, Manner, ReconcileArgs};
use crate::input::{Input, Limit, Texts, named};
use crate::output::{self, Target};
use crate::page;
use crate::progress::Progress;
use crate::report::{self, Conflicts, Look};

pub(crate) fn run(args: &ReconcileArgs, manner: Manner) -> Result<(), Failure> {
    threads(args.jobs)?;
    let target = Target::of(args.output.as_deref())?;
    let Input { records, rejected, mut texts } = Input::read(&args.paths, &target, Limit::mebibytes(args.max_size))?;
    if records.is_empty() && rejected.is_empty() {
        return Err(Failure::Unusable(format!("{}: no file with articles or claims", paths(args))));
    }
    let any = !records.is_empty();
    let articles = records.iter().filter(|(record, _)| matches!(record, Record::Article(_))).count();
    let progress = Progress::of(articles, "comparing", manner.quiet);
    let mut reconciler = Reconciler::with_extractor(progress.reader());
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
    drop(progress);
    for (id, article, extraction) in reconciler.extractions() {
        texts.entry(id.clone()).and_modify(|source| source.note(article, extraction));
    }
    let usable = any && (args.as_of.is_some() || !is_all_refused(&graph));
    let look = Look { all: args.all, ..Look::of(&target, manner) };
    // Of what is all refused there is nothing to keep, least of all in place of a result.
    let written = if usable || target.is_standard() { target.write(|out| write(&graph, &texts, args, look, out)) } else { Ok(()) };
    if !manner.quiet && (args.format != Format::Report || !target.is_standard()) {
        tell_rejected(&graph);
    }
    if !usable {
        return Err(Failure::Unusable(format!("{}: no record can be used", paths(args))));
    }
    match (written, Conflicts::of(&graph)) {
        // Who closes the pipe early is told all the same.
        (Err(failure), _) if !failure.is_closed_pipe() => Err(failure),
        (_, conflicts) if conflicts.any() && args.fail_on == Some(FailOn::Conflicts) => Err(Failure::FailOn(conflicts)),
        (written, _) => written,
    }
}

/// Whether records came, and every one that could have made something was refused.
fn is_all_refused(graph: &ClaimGraph) -> bool {
    graph.articles().is_empty() && !graph.rejected().is_empty()
}

/// Holds the pool to as many threads as asked for.
pub(crate) fn threads(jobs: Option<std::num::NonZeroUsize>) -> Result<(), Failure> {
    let Some(jobs) = jobs else { return Ok(()) };
    let pool = rayon::ThreadPoolBuilder::new().num_threads(jobs.get()).build_global();
    pool.map_err(|e| Failure::Unusable(format!("--jobs {jobs}: {e}")))
}

fn write(graph: &ClaimGraph, texts: &Texts, args: &ReconcileArgs, look: Look, out: &mut dyn Write) -> io::Result<()> {
    match args.format {
        Format::Json => export::json(graph, out),
        Format::Ndjson => export::ndjson(graph, out),
        Format::Dot => export::dot(graph, out),
        Format::Html => page::write(graph, texts, look.all, out),
        Format::Report => report::write(graph, texts, look, out),
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
    args.paths.iter().map(|p| named(p)).collect::<Vec<_>>().join(", ")
}
