//! The command line of claimgraph: reads files, runs the library, prints what it found.
//!
//! Data goes to standard output, talk to standard error. Exit status: 0 done, 1 `--fail-on` met, 2 unusable input or
//! arguments.

mod annotate;
mod args;
mod explain;
mod input;
mod manual;
mod output;
mod page;
mod progress;
mod reconcile;
mod report;
mod resolve;
mod show;
mod system;

use std::ffi::OsString;
use std::fmt;
use std::io;
use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches, ValueEnum};

use args::{Args, Command, Manner, Side, When};
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
    match run(args.command, args.manner) {
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
    let given: Vec<OsString> = std::env::args_os().collect();
    parsed(given.clone()).unwrap_or_else(|error| {
        let clean = given.iter().map(|arg| OsString::from(report::clean(&arg.to_string_lossy())));
        parsed(clean.collect()).err().unwrap_or(error).exit()
    })
}

/// Help and errors are coloured as asked for, too: that is looked up before anything else is known to be right.
fn parsed(given: Vec<OsString>) -> Result<Args, clap::Error> {
    let mut command = Args::command().color(asked(&given).into());
    let matches = command.clone().try_get_matches_from(given)?;
    Args::from_arg_matches(&matches).map_err(|error| error.format(&mut command))
}

/// What `--color` says, where it stands among the arguments.
fn asked(given: &[OsString]) -> When {
    let given: Vec<&str> = given.iter().take_while(|a| *a != "--").filter_map(|a| a.to_str()).collect();
    let own = |arg: &'static str, at: usize| match given[at].strip_prefix(arg)? {
        "" => given.get(at + 1).copied(),
        rest => rest.strip_prefix('='),
    };
    let found = (0..given.len()).rev().find_map(|at| own("--color", at).or_else(|| own("--colour", at)));
    found.and_then(|when| When::from_str(when, false).ok()).unwrap_or_default()
}

fn run(command: Command, manner: Manner) -> Result<(), Failure> {
    match command {
        Command::Reconcile(args) => reconcile::run(&args, manner),
        Command::Explain(args) => explain::run(&args, manner),
        Command::Show(args) => show::run(&args),
        Command::Annotate(args) => annotate::annotate(&args, manner),
        Command::Schema { side } => {
            let schema = match side {
                Side::Input => claimgraph::export::schema_input(),
                Side::Output => claimgraph::export::schema_output(),
            };
            Target::standard().write(|out| writeln!(out, "{schema:#}"))
        }
        Command::Completions { shell } => manual::completions(shell),
        Command::Man { command } => manual::page(command.as_deref()),
        Command::Resolve(args) => resolve::run(&args),
        Command::Fuse(_) => Err(Failure::Unusable("the command `fuse` does not exist yet".to_owned())),
    }
}
