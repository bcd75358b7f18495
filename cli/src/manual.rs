//! What the command says of itself: completions for shells, and manual pages.

use std::io;

use clap::{Command, CommandFactory};
use clap_complete::Shell;
use clap_mangen::Man;

use crate::Failure;
use crate::args::Args;
use crate::output::Target;
use crate::report::meant;

/// The script that has a shell complete commands, options and their values.
pub(crate) fn completions(shell: Shell) -> Result<(), Failure> {
    // Made in memory: the generator takes a closed pipe for a defect.
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Args::command(), "claimgraph", &mut script);
    Target::standard().write(|out| out.write_all(&script))
}

/// The manual page of the whole, or of one command.
pub(crate) fn page(of: Option<&str>) -> Result<(), Failure> {
    let mut whole = Args::command();
    whole.build();
    let Some(name) = of else { return written(whole) };
    let shown = || whole.get_subcommands().filter(|c| !c.is_hide_set());
    match shown().find(|c| c.get_name() == name) {
        Some(command) => written(command.clone()),
        None => Err(Failure::Unusable(format!("there is no command `{name}`{}", meant(name, shown().map(Command::get_name))))),
    }
}

fn written(command: Command) -> Result<(), Failure> {
    let page = Man::new(command);
    let mut text = Vec::new();
    page.render(&mut text).map_err(|error: io::Error| Failure::Output { what: "the page could not be made".to_owned(), error })?;
    Target::standard().write(|out| out.write_all(&text))
}
