//! The command line of claimgraph: reads files, runs the library, prints what it found.
//!
//! Data goes to standard output, talk to standard error. Exit status: 0 done, 1 `--fail-on` met, 2 unusable input or
//! arguments.

mod annotate;
mod args;
mod explain;
mod input;
mod output;
mod reconcile;
mod report;

use std::fmt;
use std::io;
use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command, Side};

/// Why a command did not do what it was asked to.
#[derive(Debug)]
enum Failure {
    /// Input or arguments that nothing can be done with, in one sentence.
    Unusable(String),
    /// Standard output or the output file could not be written.
    Output(io::Error),
    /// What `--fail-on` names has been found.
    FailOn(usize),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Output(error)
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unusable(reason) => f.write_str(reason),
            Self::Output(error) => write!(f, "the output could not be written: {error}"),
            Self::FailOn(n) => write!(f, "{n} conflict{} found, as --fail-on asks for", if *n == 1 { "" } else { "s" }),
        }
    }
}

impl Failure {
    fn status(&self) -> u8 {
        match self {
            // Whoever reads has closed the pipe: `claimgraph … | head` is no failure.
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => 0,
            Self::FailOn(_) => 1,
            Self::Output(_) | Self::Unusable(_) => 2,
        }
    }
}

fn main() -> ExitCode {
    let args = Args::parse();
    match run(args.command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            let status = failure.status();
            if status > 0 {
                output::talk(&format!("claimgraph: {failure}"));
            }
            ExitCode::from(status)
        }
    }
}

fn run(command: Command) -> Result<(), Failure> {
    match command {
        Command::Reconcile(args) => reconcile::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Annotate(args) => annotate::annotate(&args),
        Command::Schema { side } => {
            let schema = match side {
                Side::Input => claimgraph::export::schema_input(),
                Side::Output => claimgraph::export::schema_output(),
            };
            output::to(None, |out| writeln!(out, "{schema:#}"))
        }
        Command::Resolve(_) => Err(Failure::Unusable("the command `resolve` does not exist yet".to_owned())),
        Command::Fuse(_) => Err(Failure::Unusable("the command `fuse` does not exist yet".to_owned())),
    }
}
