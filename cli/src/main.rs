//! The command line of claimgraph: reads files, runs the library, prints what it found.
//!
//! Data goes to standard output, talk to standard error. Exit status: 0 done, 1 `--fail-on` met, 2 unusable input or
//! arguments.

mod annotate;
mod args;
mod explain;
mod input;
mod output;
mod page;
mod reconcile;
mod report;
mod system;

use std::fmt;
use std::io;
use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command, Side};
use output::Target;

/// Why a command did not do what it was asked to.
#[derive(Debug)]
enum Failure {
    /// Input or arguments that nothing can be done with, in one sentence.
    Unusable(String),
    /// Standard output or the output file could not be written.
    Output {
        /// What that means for it.
        what: String,
        error: io::Error,
    },
    /// What `--fail-on` names has been found.
    FailOn(report::Conflicts),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unusable(reason) => f.write_str(reason),
            Self::Output { what, error } => write!(f, "{what}: {error}"),
            Self::FailOn(conflicts) => write!(f, "{conflicts}, as --fail-on conflicts asks for"),
        }
    }
}

impl Failure {
    fn status(&self) -> u8 {
        match self {
            _ if self.is_closed_pipe() => 0,
            Self::FailOn(_) => 1,
            Self::Output { .. } | Self::Unusable(_) => 2,
        }
    }

    /// Whoever reads has closed the pipe: `claimgraph … | head` is no failure.
    fn is_closed_pipe(&self) -> bool {
        matches!(self, Self::Output { error, .. } if error.kind() == io::ErrorKind::BrokenPipe)
    }
}

fn main() -> ExitCode {
    let args = arguments();
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

/// The arguments, or clap's word on what is wrong with them: it repeats them, so that it is shown them clean.
fn arguments() -> Args {
    Args::try_parse().unwrap_or_else(|error| {
        let clean = std::env::args_os().map(|arg| report::clean(&arg.to_string_lossy()));
        Args::try_parse_from(clean).err().unwrap_or(error).exit()
    })
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
            Target::standard().write(|out| writeln!(out, "{schema:#}"))
        }
        Command::Resolve(_) => Err(Failure::Unusable("the command `resolve` does not exist yet".to_owned())),
        Command::Fuse(_) => Err(Failure::Unusable("the command `fuse` does not exist yet".to_owned())),
    }
}
