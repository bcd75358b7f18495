//! `explain`: why two claims are linked the way they are, or what a rule says.

use std::io::{self, Write};
use std::path::Path;

use claimgraph::claim::RejectionCode;
use claimgraph::explain::Explanation;
use claimgraph::export;
use claimgraph::graph::{ClaimGraph, ClaimRef};
use claimgraph::linkage::{SEPARATIONS, separation};
use claimgraph::relation::{RULES, Rule, SILENT, rule, silence_of};

use crate::Failure;
use crate::args::{ExplainArgs, Manner};
use crate::input::{self, Limit};
use crate::output::Target;
use crate::report::{clean, meant, wrap};

/// How long a saved result may be, in MiB: four times what is read of one input, since a result says more than its records.
const LONGEST: u64 = 16 << 10;

/// The graph of a saved result.
pub(crate) fn saved(path: &Path) -> Result<ClaimGraph, Failure> {
    let bytes = input::one(path, Limit::mebibytes(LONGEST))?;
    export::load(&bytes).map_err(|e| Failure::Unusable(format!("{}: {e}", input::named(path))))
}

pub(crate) fn run(args: &ExplainArgs, manner: Manner) -> Result<(), Failure> {
    let target = Target::standard();
    let columns = target.columns(manner.width);
    match args.what.as_slice() {
        [code] => match Page::of(code) {
            Some(page) => target.write(|out| page.write(columns, out)),
            None => Err(Failure::Unusable(unknown(code))),
        },
        [result, a, b] => {
            let graph = saved(Path::new(result))?;
            let (a, b) = (find(&graph, a)?, find(&graph, b)?);
            let explanation = graph.explain(a.id(), b.id());
            target.write(|out| tree(&explanation, 0, columns, out))
        }
        _ => Err(Failure::Unusable("`explain` takes a code, or a saved result and two claims".to_owned())),
    }
}

fn unknown(code: &str) -> String {
    let rules = RULES.iter().map(|r| r.code).chain(SILENT.iter().map(|s| s.code)).chain(SEPARATIONS.iter().map(|s| s.code));
    let mut codes: Vec<&str> = rules.collect();
    codes.sort_unstable();
    let refusals = RejectionCode::all().map(RejectionCode::as_str);
    let near = meant(code, codes.iter().copied().chain(refusals));
    // A path where a code would stand: the two claims are missing.
    if !code.to_ascii_uppercase().starts_with("CG") {
        return format!(
            "`{code}` is no code such as CG0515{near}; of a saved result two of its claims are explained: `explain RESULT CLAIM CLAIM`"
        );
    }
    match (codes.first(), codes.last()) {
        (Some(first), Some(last)) => format!("there is no rule `{code}`{near}; the codes run from {first} to {last}"),
        _ => format!("there is no rule `{code}`"),
    }
}

/// What a code stands for.
struct Page {
    code: &'static str,
    /// What it gives.
    gives: String,
    title: &'static str,
    text: &'static str,
}

impl Page {
    fn of(code: &str) -> Option<Self> {
        let upper = code.to_ascii_uppercase();
        let of_rule = |r: &'static Rule| {
            let gives = r.kind.map_or_else(|| "a person decides".to_owned(), |k| k.to_string());
            Self { code: r.code, gives, title: r.title, text: r.page }
        };
        let silent =
            || silence_of(&upper).map(|s| Self { code: s.code, gives: "nothing is said".to_owned(), title: s.title, text: s.page });
        let apart = || separation(&upper).map(|s| Self { code: s.code, gives: "not compared".to_owned(), title: s.title, text: s.page });
        let refused = || RejectionCode::parse(&code.to_ascii_lowercase());
        let of_refusal = |c: RejectionCode| Self { code: c.as_str(), gives: "rejected".to_owned(), title: c.title(), text: c.page() };
        rule(&upper).map(of_rule).or_else(silent).or_else(apart).or_else(|| refused().map(of_refusal))
    }

    fn write(&self, columns: usize, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "{} ({})", self.code, self.gives)?;
        for line in wrap(self.title, "", "", columns) {
            writeln!(out, "{line}")?;
        }
        for paragraph in self.text.split("\n\n") {
            writeln!(out)?;
            for line in wrap(paragraph, "", "", columns) {
                writeln!(out, "{line}")?;
            }
        }
        Ok(())
    }
}

/// The explanation, each level two columns further in. What of a sentence needs another line goes on four columns further in, where
/// no level can begin: a quote cannot pass for a reason.
fn tree(node: &Explanation, depth: usize, columns: usize, out: &mut dyn Write) -> io::Result<()> {
    let (indent, weight) = (" ".repeat(2 * depth), node.weight.map_or_else(String::new, |w| format!(" ({w})")));
    for line in wrap(&clean(&format!("{}{weight}", node.text)), &indent, &format!("{indent}    "), columns) {
        writeln!(out, "{line}")?;
    }
    node.children.iter().try_for_each(|child| tree(child, depth + 1, columns, out))
}

/// The claim of that id, or the only one whose id begins so.
fn find<'g>(graph: &'g ClaimGraph, id: &str) -> Result<ClaimRef<'g>, Failure> {
    if let Some(claim) = graph.claim(id) {
        return Ok(claim);
    }
    let mut alike = graph.claims().filter(|c| c.id().as_str().starts_with(id));
    match (alike.next(), alike.next()) {
        (Some(claim), None) => Ok(claim),
        (None, _) => {
            let near = meant(id, graph.claims().map(|c| c.id().as_str()));
            Err(Failure::Unusable(format!("the result has no claim `{id}`{near}")))
        }
        (Some(_), Some(_)) => Err(Failure::Unusable(format!("more than one claim of the result begins with `{id}`"))),
    }
}
