//! The arguments.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{ColorChoice, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

/// Compares what articles claim: which agree, which differ, and why, down to two verified quotes.
///
/// Data goes to standard output, talk to standard error. Exit status: 0 done, 1 --fail-on met, 2 unusable input or
/// arguments (a path that cannot be read, or no record at all that can be used), or an output that cannot be written.
#[derive(Debug, Parser)]
#[command(name = "claimgraph", version, max_term_width = 80)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
    #[command(flatten)]
    pub(crate) manner: Manner,
}

/// How what people read is told, whatever the command. What programs read does not change with it.
#[derive(Clone, Copy, Debug, Default, clap::Args)]
#[command(next_help_heading = "For people")]
pub(crate) struct Manner {
    /// How many columns lines take: by default the terminal's, and 80 where there is none
    #[arg(long, global = true, value_name = "N", value_parser = clap::value_parser!(u16).range(i64::from(NARROWEST)..=i64::from(WIDEST)))]
    pub(crate) width: Option<u16>,
    /// When to colour: auto is on a terminal, and as NO_COLOR and CLICOLOR_FORCE say
    #[arg(long, alias = "colour", global = true, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: When,
    /// Say nothing on standard error but what has failed
    #[arg(long, short, global = true)]
    pub(crate) quiet: bool,
}

/// The fewest columns that lines may take: what stands deepest in them needs as much.
pub(crate) const NARROWEST: u16 = 40;
/// The most.
const WIDEST: u16 = 1000;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum When {
    #[default]
    Auto,
    Always,
    Never,
}

impl From<When> for ColorChoice {
    fn from(when: When) -> Self {
        match when {
            When::Auto => Self::Auto,
            When::Always => Self::Always,
            When::Never => Self::Never,
        }
    }
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Articles and claims in, graph out
    Reconcile(ReconcileArgs),
    /// Why two claims of a saved result are linked the way they are, or what a rule says
    Explain(ExplainArgs),
    /// Everything that bears on one fact of a saved result: who says what, in which words, and why it is disputed
    Show(ShowArgs),
    /// The JSON Schema of the records that are read, or of the result
    Schema {
        /// Which of the two
        side: Side,
    },
    /// One article at a time: names, times, quantities and claims, nothing compared
    Annotate(AnnotateArgs),
    /// What a shell needs in order to complete commands and options
    ///
    /// For bash, in this shell: source <(claimgraph completions bash)
    Completions {
        /// Which shell
        shell: Shell,
    },
    /// The manual page, of the whole or of one command, in roff: claimgraph man | man -l -
    Man {
        /// Which command
        command: Option<String>,
    },
    /// Mentions of names in, entities out: which of them mean the same person, organisation or place
    Resolve(ResolveArgs),
    #[command(hide = true)]
    Fuse(NotYet),
}

/// How much is read of one file unless the caller says otherwise, in MiB: something that never ends is refused before the memory
/// ends.
const LONGEST: u64 = 4096;

#[derive(Debug, clap::Args)]
pub(crate) struct ReconcileArgs {
    /// Files, folders (walked, sorted, hidden files left out) or - for standard input
    ///
    /// Articles are .txt and .md files with optional front matter; records are .ndjson, .jsonl and .json files. In folders,
    /// files with other endings are passed over, and pipes, sockets and devices are not opened; a file or pipe that is named is read
    /// whatever its ending. What is named twice is read once.
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// How the result is written: report (for a terminal), html (one page for a browser, which needs no network), json, ndjson or dot
    #[arg(long, short, default_value = "report", value_parser = format)]
    pub(crate) format: Format,
    /// Write the result to a file instead of standard output
    ///
    /// The file is replaced in one step: whatever happens, the old one stays as it was or the new one is there whole. No input is
    /// overwritten, and nothing is written where nothing of the input can be used.
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// How many threads work; as many as there are processors by default
    #[arg(long, short, value_name = "N")]
    pub(crate) jobs: Option<NonZeroUsize>,
    /// How much is read of one file or of standard input, in MiB; what is longer is refused
    #[arg(long, value_name = "MIB", default_value_t = LONGEST)]
    pub(crate) max_size: u64,
    /// Leave out articles published later, and later texts of articles that were changed since
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<String>,
    /// Exit with status 1 if this is found, even where nobody reads the output to its end
    #[arg(long, value_name = "WHAT")]
    pub(crate) fail_on: Option<FailOn>,
    /// In the report and on the page, leave nothing out of long lists
    #[arg(long)]
    pub(crate) all: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct ExplainArgs {
    /// The code of a rule or of a rejection; or a saved result (json or ndjson, - for standard input) and two claims of it
    ///
    /// A claim is named by its id, or by as many of its first characters as no other claim's id begins with.
    #[arg(required = true, num_args = 1..=3, value_names = ["RULE|RESULT", "CLAIM", "CLAIM"])]
    pub(crate) what: Vec<String>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct ShowArgs {
    /// A saved result (json or ndjson, - for standard input)
    pub(crate) result: PathBuf,
    /// The fact: its id, as the report prints it under each dispute, or the id of a claim that speaks of it
    ///
    /// The first characters do where no other fact or claim begins with them.
    pub(crate) fact: String,
    /// How it is written: markdown for people, or json with the elements of the result that bear on the fact
    #[arg(long, short, value_name = "FORMAT", default_value = "markdown")]
    pub(crate) format: ShowFormat,
    /// Write to a file instead of standard output, in one step as `reconcile` does
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ShowFormat {
    /// For people
    Markdown,
    /// The elements of the result
    Json,
}

#[derive(Debug, clap::Args)]
pub(crate) struct AnnotateArgs {
    /// Files, folders or - for standard input
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// Write to a file instead of standard output, in one step as `reconcile` does
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Add the words with their parts of speech and dependencies
    #[arg(long, conflicts_with = "explain")]
    pub(crate) tokens: bool,
    /// Tell of each sentence, for people, what was found in it and what became of it
    ///
    /// The predicates and how they are meant; each number, time, age, sum and quotation with the word that it hangs on and the claim that
    /// it became, or why it became none; and the lines that were not read, with the reason.
    #[arg(long)]
    pub(crate) explain: bool,
    /// How that is written: text, or json with one line an article
    #[arg(long, short, value_name = "FORMAT", default_value = "text", requires = "explain")]
    pub(crate) format: AccountFormat,
    /// How many threads work
    #[arg(long, short, value_name = "N")]
    pub(crate) jobs: Option<NonZeroUsize>,
    /// How much is read of one file or of standard input, in MiB; what is longer is refused
    #[arg(long, value_name = "MIB", default_value_t = LONGEST)]
    pub(crate) max_size: u64,
}

#[derive(Debug, clap::Args)]
pub(crate) struct ResolveArgs {
    /// Files, folders or - for standard input
    ///
    /// A mention is a JSON object with `id`, `article` and `text`, and `kind` and `context` where they are known, one a line. Records
    /// of entities, and decisions on them, may stand among the mentions.
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// Write to a file instead of standard output, in one step as `reconcile` does
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// How many threads work
    #[arg(long, short, value_name = "N")]
    pub(crate) jobs: Option<NonZeroUsize>,
    /// How much is read of one file or of standard input, in MiB; what is longer is refused
    #[arg(long, value_name = "MIB", default_value_t = LONGEST)]
    pub(crate) max_size: u64,
}

#[derive(Debug, clap::Args)]
pub(crate) struct NotYet {
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    _rest: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Side {
    /// The records that are read
    Input,
    /// The result that `reconcile --format json` writes
    Output,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum FailOn {
    /// A fact disputed by a conflict between two claims; a tension is none
    Conflicts,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum AccountFormat {
    /// For people
    Text,
    /// One line of JSON an article
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Format {
    Report,
    Html,
    Json,
    Ndjson,
    Dot,
}

const FORMATS: [(&str, Format); 5] =
    [("report", Format::Report), ("html", Format::Html), ("json", Format::Json), ("ndjson", Format::Ndjson), ("dot", Format::Dot)];

/// Formats that the contract names and that no code writes yet.
const LATER: [&str; 4] = ["graphml", "jgf", "cytoscape", "mermaid"];

fn format(name: &str) -> Result<Format, String> {
    if let Some((_, format)) = FORMATS.iter().find(|(known, _)| *known == name) {
        return Ok(*format);
    }
    let yet = if LATER.contains(&name) { " yet" } else { "" };
    Err(format!("format `{name}` does not exist{yet}; one of {}", FORMATS.map(|(known, _)| known).join(", ")))
}
