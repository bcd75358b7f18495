//! `annotate`: one article at a time, nothing compared.

use claimgraph::claim::Record;
use claimgraph::corpus::Article;
use claimgraph::english::annotate as read;
use claimgraph::export;
use rayon::prelude::*;

use crate::Failure;
use crate::args::AnnotateArgs;
use crate::input::{Input, Limit};
use crate::output::{self, Target};
use crate::{reconcile, report};

/// How many articles are read before their lines are written.
const BATCH: usize = 256;

/// Writes one line of JSON an article, in the order of the input. Records of other kinds are passed over.
pub(crate) fn annotate(args: &AnnotateArgs) -> Result<(), Failure> {
    reconcile::threads(args.jobs)?;
    let target = Target::of(args.output.as_deref())?;
    let Input { records, rejected, .. } = Input::read(&args.paths, &target, Limit::mebibytes(args.max_size))?;
    for rejected in &rejected {
        output::talk(&format!("claimgraph: rejected {}", report::rejected(rejected)));
    }
    let articles: Vec<Article> =
        records.into_iter().filter_map(|(r, _)| if let Record::Article(a) = r { Some(*a) } else { None }).collect();
    if articles.is_empty() {
        return Err(Failure::Unusable("no article to read".to_owned()));
    }
    target.write(|out| {
        for batch in articles.chunks(BATCH) {
            let lines: Vec<Vec<u8>> = batch.par_iter().map(|article| line(article, args.tokens)).collect();
            for line in lines {
                out.write_all(&line)?;
            }
        }
        Ok(())
    })
}

fn line(article: &Article, tokens: bool) -> Vec<u8> {
    let id = article.id.clone().unwrap_or_else(|| article.derive_id());
    let text = article.text.as_deref().unwrap_or("");
    let mut line = Vec::new();
    // Writing to memory does not fail.
    let _ = export::annotation(&id, text, &read(&id, article), tokens, &mut line);
    line
}
