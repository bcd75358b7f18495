//! `explain`: why two claims are linked the way they are, or what a rule says.

use std::fs;
use std::io::{self, Read, Write};

use claimgraph::claim::RejectionCode;
use claimgraph::export;
use claimgraph::graph::{ClaimGraph, ClaimRef};
use claimgraph::relation::{RULES, Rule, rule};

use crate::Failure;
use crate::args::ExplainArgs;
use crate::output;
use crate::report::{clean, wrap};

pub(crate) fn run(args: &ExplainArgs) -> Result<(), Failure> {
    match args.what.as_slice() {
        [code] => match (rule(&code.to_ascii_uppercase()), RejectionCode::parse(&code.to_ascii_lowercase())) {
            (Some(rule), _) => output::to(None, |out| page(rule, out)),
            (None, Some(code)) => output::to(None, |out| refused(code, out)),
            (None, None) => Err(Failure::Unusable(unknown(code))),
        },
        [result, a, b] => {
            let graph = export::load(&read(result)?).map_err(|e| Failure::Unusable(format!("{result}: {e}")))?;
            let (a, b) = (find(&graph, a)?, find(&graph, b)?);
            let explanation = graph.explain(a.id(), b.id()).to_string();
            output::to(None, |out| tree(&explanation, out))
        }
        _ => Err(Failure::Unusable("`explain` takes the code of a rule, or a saved result and two claims".to_owned())),
    }
}

fn unknown(code: &str) -> String {
    match (RULES.first(), RULES.last()) {
        (Some(first), Some(last)) => format!("there is no rule `{code}`; the codes run from {} to {}", first.code, last.code),
        _ => format!("there is no rule `{code}`"),
    }
}

fn page(rule: &Rule, out: &mut dyn Write) -> io::Result<()> {
    let kind = rule.kind.map_or_else(|| "a person decides".to_owned(), |k| k.to_string());
    writeln!(out, "{} ({kind})", rule.code)?;
    for line in wrap(rule.title, "", "") {
        writeln!(out, "{line}")?;
    }
    for paragraph in rule.page.split("\n\n") {
        writeln!(out)?;
        for line in wrap(paragraph, "", "") {
            writeln!(out, "{line}")?;
        }
    }
    Ok(())
}

/// The page of a code that rejected records have.
fn refused(code: RejectionCode, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{code} (rejected)")?;
    for line in wrap(code.title(), "", "") {
        writeln!(out, "{line}")?;
    }
    writeln!(out)?;
    wrap(code.page(), "", "").iter().try_for_each(|line| writeln!(out, "{line}"))
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
