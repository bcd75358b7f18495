//! `explain`: why two claims are linked the way they are, or what a rule says.

use std::fs;
use std::io::{self, Read, Write};

use claimgraph::claim::RejectionCode;
use claimgraph::export;
use claimgraph::graph::{ClaimGraph, ClaimRef};
use claimgraph::linkage::{SEPARATIONS, separation};
use claimgraph::relation::{RULES, Rule, SILENT, rule, silence_of};

use crate::Failure;
use crate::args::ExplainArgs;
use crate::output;
use crate::report::{clean, wrap};

pub(crate) fn run(args: &ExplainArgs) -> Result<(), Failure> {
    match args.what.as_slice() {
        [code] => match Page::of(code) {
            Some(page) => output::to(None, |out| page.write(out)),
            None => Err(Failure::Unusable(unknown(code))),
        },
        [result, a, b] => {
            let graph = export::load(&read(result)?).map_err(|e| Failure::Unusable(format!("{result}: {e}")))?;
            let (a, b) = (find(&graph, a)?, find(&graph, b)?);
            let explanation = graph.explain(a.id(), b.id()).to_string();
            output::to(None, |out| tree(&explanation, out))
        }
        _ => Err(Failure::Unusable("`explain` takes a code, or a saved result and two claims".to_owned())),
    }
}

fn unknown(code: &str) -> String {
    let codes: Vec<&str> =
        RULES.iter().map(|r| r.code).chain(SILENT.iter().map(|s| s.code)).chain(SEPARATIONS.iter().map(|s| s.code)).collect();
    match (codes.iter().min(), codes.iter().max()) {
        (Some(first), Some(last)) => format!("there is no rule `{code}`; the codes run from {first} to {last}"),
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

    fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "{} ({})", self.code, self.gives)?;
        for line in wrap(self.title, "", "") {
            writeln!(out, "{line}")?;
        }
        for paragraph in self.text.split("\n\n") {
            writeln!(out)?;
            for line in wrap(paragraph, "", "") {
                writeln!(out, "{line}")?;
            }
        }
        Ok(())
    }
}

/// The explanation, wrapped, each level two columns further in.
fn tree(explanation: &str, out: &mut dyn Write) -> io::Result<()> {
    for line in explanation.lines() {
        let indent = " ".repeat(line.len() - line.trim_start().len());
        for part in wrap(&clean(line.trim_start()), &indent, &format!("{indent}  ")) {
            writeln!(out, "{part}")?;
        }
    }
    Ok(())
}

fn read(result: &str) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let read = if result == "-" { io::stdin().lock().read_to_end(&mut bytes).map(drop) } else { fs::read(result).map(|b| bytes = b) };
    read.map(|()| bytes).map_err(|e| Failure::Unusable(format!("{result}: {e}")))
}

/// The claim of that id, or the only one whose id begins so.
fn find<'g>(graph: &'g ClaimGraph, id: &str) -> Result<ClaimRef<'g>, Failure> {
    if let Some(claim) = graph.claim(id) {
        return Ok(claim);
    }
    let mut alike = graph.claims().filter(|c| c.id().as_str().starts_with(id));
    match (alike.next(), alike.next()) {
        (Some(claim), None) => Ok(claim),
        (None, _) => Err(Failure::Unusable(format!("the result has no claim `{id}`"))),
        (Some(_), Some(_)) => Err(Failure::Unusable(format!("more than one claim of the result begins with `{id}`"))),
    }
}
