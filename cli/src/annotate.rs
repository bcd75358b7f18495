//! `annotate`: one article at a time, nothing compared.

use claimgraph::claim::{Location, Record};
use claimgraph::corpus::Article;
use claimgraph::english::{annotate as read, explained};
use claimgraph::export;
use rayon::prelude::*;

use crate::Failure;
use crate::args::{AccountFormat, AnnotateArgs, Manner};
use crate::input::{Input, Limit};
use crate::output::{self, Target};
use crate::progress::Progress;
use crate::report::Look;
use crate::{reconcile, report};

/// How many articles are read before their lines are written.
const BATCH: usize = 256;

/// What is written of an article.
#[derive(Clone, Copy)]
enum Written {
    /// What was found in it, as a line of JSON; the words with their dependencies too, if asked for.
    Annotation { tokens: bool },
    /// What the reader made of it, as a line of JSON.
    Account,
    /// The same for people.
    Explained(Look),
}

/// Writes each article, in the order of the input. Records of other kinds are passed over.
pub(crate) fn annotate(args: &AnnotateArgs, manner: Manner) -> Result<(), Failure> {
    reconcile::threads(args.jobs)?;
    let target = Target::of(args.output.as_deref())?;
    let Input { records, rejected, .. } = Input::read(&args.paths, &target, Limit::mebibytes(args.max_size))?;
    for rejected in rejected.iter().filter(|_| !manner.quiet) {
        output::talk(&format!("claimgraph: rejected {}", report::rejected(rejected)));
    }
    let is_article = |(r, at)| if let Record::Article(a) = r { Some((*a, at)) } else { None };
    let articles: Vec<(Article, Location)> = records.into_iter().filter_map(is_article).collect();
    if articles.is_empty() {
        return Err(Failure::Unusable("no article to read".to_owned()));
    }
    let written = match (args.explain, args.format) {
        (false, _) => Written::Annotation { tokens: args.tokens },
        (true, AccountFormat::Json) => Written::Account,
        (true, AccountFormat::Text) => Written::Explained(Look::of(&target, manner)),
    };
    let progress = Progress::of(articles.len(), "writing", manner.quiet || target.is_watched());
    target.write(|out| {
        for batch in articles.chunks(BATCH) {
            let all: Vec<Vec<u8>> = batch.par_iter().map(|(article, at)| bytes(article, at, written)).collect();
            for bytes in all {
                out.write_all(&bytes)?;
            }
            progress.add(batch.len());
        }
        Ok(())
    })
}

fn bytes(article: &Article, at: &Location, written: Written) -> Vec<u8> {
    let id = article.id.clone().unwrap_or_else(|| article.derive_id());
    let text = article.text.as_deref().unwrap_or("");
    let mut out = Vec::new();
    // Writing to memory does not fail.
    let _ = match written {
        Written::Annotation { tokens } => export::annotation(&id, text, &read(&id, article), tokens, &mut out),
        Written::Account => {
            let (annotation, account) = explained(&id, article);
            export::account(&id, text, &annotation, &account, &mut out)
        }
        Written::Explained(look) => {
            let (annotation, account) = explained(&id, article);
            report::account(article, &at.file, (&annotation, &account), look, &mut out)
        }
    };
    out
}
