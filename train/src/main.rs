//! Trains the model of the analysis room from a treebank in CoNLL-U, and measures it.
//!
//! ```sh
//! cargo run --release -p claimgraph-train -- train data/english-ewt.model en_ewt-ud-train.conllu en_ewt-ud-dev.conllu
//! cargo run --release -p claimgraph-train -- score data/english-ewt.model en_ewt-ud-dev.conllu
//! cargo run --release -p claimgraph-train -- order data/english-ewt.model en_ewt-ud-dev.conllu
//! cargo run --release -p claimgraph-train -- cut en_ewt-ud-dev.conllu
//! cargo run --release -p claimgraph-train -- words data/word-weights.tsv en_ewt-ud-train.conllu
//! cargo run --release -p claimgraph-train -- common data/common-words.txt en_ewt-ud-train.conllu
//! cargo run --release -p claimgraph-train -- nouns data/noun-classes.tsv english-wordnet/src/yaml
//! cargo run --release -p claimgraph-train -- stories data/story-trees.tsv "$CLAIMGRAPH_DATA" tests/gold/items.ndjson
//! cargo run --release -p claimgraph-train -- links data/item-trees.tsv "$CLAIMGRAPH_DATA" tests/gold/items.ndjson
//! ```
//!
//! Whole numbers, orders from a generator written out here, two threads whose work does not depend on who is first: the same
//! treebank gives the same bytes.

mod arcs;
mod boost;
mod conllu;
mod ecb;
mod links;
mod measure;
mod nouns;
mod perceptron;
mod stages;
mod tags;
mod words;

use std::process::ExitCode;
use std::time::Instant;

use claimgraph::analysis::model::Packed;
use claimgraph::analysis::stages::{EARLY, NEVER};
use claimgraph::analysis::table::{pack_dense, pack_sparse};
use claimgraph::analysis::{Model, Tag};
use conllu::Sentence;
use perceptron::Averaged;

/// What training can be told; the values are those of the built-in model.
pub(crate) struct Options {
    pub(crate) tag_epochs: usize,
    pub(crate) tag_margin: i32,
    pub(crate) tag_seeds: usize,
    /// One sentence in so many is shown in capitals, one as a headline, one in small letters.
    pub(crate) recase: usize,
    pub(crate) epochs: usize,
    pub(crate) seeds: usize,
    pub(crate) margin: i32,
    pub(crate) label_margin: i32,
    /// How many of a hundred moves are the parser's own, right or wrong.
    pub(crate) explore: usize,
    pub(crate) folds: usize,
    /// Weights changed less often are left out.
    pub(crate) least: u32,
    /// Weights whose root in eight bits is smaller are left out.
    pub(crate) floor: i8,
    pub(crate) move_floor: i8,
    /// Decided without a vote: what is seen so often, and at most one in `sure_odd` times otherwise.
    pub(crate) sure_often: usize,
    pub(crate) sure_odd: usize,
    /// At most one vote of the parser in so many ends otherwise than it would with all templates, at each stage; 0 lets none end
    /// early.
    pub(crate) early_odd: usize,
    pub(crate) tag_bits: usize,
    pub(crate) move_bits: usize,
    pub(crate) relation_bits: usize,
}

impl Options {
    const fn built_in() -> Self {
        Self {
            tag_epochs: 9,
            tag_margin: 25,
            tag_seeds: 2,
            recase: 16,
            epochs: 10,
            seeds: 2,
            margin: 0,
            label_margin: 40,
            explore: 90,
            folds: 5,
            least: 2,
            floor: 8,
            move_floor: 8,
            sure_often: 40,
            sure_odd: 500,
            early_odd: 8000,
            tag_bits: 18,
            move_bits: 19,
            relation_bits: 17,
        }
    }

    /// Sets an option by its name, for comparing variants.
    fn set(&mut self, name: &str, value: usize) -> Result<(), String> {
        let small = i32::try_from(value).map_err(|e| e.to_string())?;
        match name {
            "tag_epochs" => self.tag_epochs = value,
            "tag_margin" => self.tag_margin = small,
            "tag_seeds" => self.tag_seeds = value,
            "recase" => self.recase = value,
            "epochs" => self.epochs = value,
            "seeds" => self.seeds = value,
            "margin" => self.margin = small,
            "label_margin" => self.label_margin = small,
            "explore" => self.explore = value,
            "folds" => self.folds = value.max(2),
            "least" => self.least = u32::try_from(value).map_err(|e| e.to_string())?,
            "floor" => self.floor = i8::try_from(value).map_err(|e| e.to_string())?,
            "move_floor" => self.move_floor = i8::try_from(value).map_err(|e| e.to_string())?,
            "sure_often" => self.sure_often = value,
            "sure_odd" => self.sure_odd = value,
            "early_odd" => self.early_odd = value,
            "tag_bits" => self.tag_bits = value,
            "move_bits" => self.move_bits = value,
            "relation_bits" => self.relation_bits = value,
            _ => return Err(format!("no option {name}")),
        }
        Ok(())
    }
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("claimgraph-train: {why}");
            ExitCode::from(2)
        }
    }
}

fn run(arguments: &[String]) -> Result<(), String> {
    let mut options = Options::built_in();
    let (settings, plain): (Vec<&String>, Vec<&String>) = arguments.iter().partition(|a| a.contains('=') && !a.contains('/'));
    for setting in settings {
        let (name, value) = setting.split_once('=').unwrap_or_default();
        options.set(name, value.parse().map_err(|_| setting.clone())?)?;
    }
    match plain.as_slice() {
        [command, model, banks @ ..] if *command == "train" && !banks.is_empty() => {
            std::fs::write(model, train(&treebanks(banks)?, &options)).map_err(|e| format!("{model}: {e}"))
        }
        [command, model, banks @ ..] if matches!(command.as_str(), "score" | "order") && !banks.is_empty() => {
            let bytes = std::fs::read(model).map_err(|e| format!("{model}: {e}"))?;
            let model = Model::read(&bytes).map_err(|e| e.to_string())?;
            let sentences = treebanks(banks)?;
            match command.as_str() {
                "score" => measure::score(&model.tags, &model.moves, &model.relations, &sentences),
                _ => stages::order(&model, &sentences),
            }
            Ok(())
        }
        [command, list, banks @ ..] if *command == "words" && !banks.is_empty() => {
            std::fs::write(list, words::weights(&treebanks(banks)?)).map_err(|e| format!("{list}: {e}"))
        }
        [command, list, banks @ ..] if *command == "common" && !banks.is_empty() => {
            std::fs::write(list, words::common(&treebanks(banks)?)).map_err(|e| format!("{list}: {e}"))
        }
        [command, list, data, gold] if *command == "stories" => {
            std::fs::write(list, links::stories(data.as_ref(), gold.as_ref())?).map_err(|e| format!("{list}: {e}"))
        }
        [command, list, data, gold] if *command == "links" => {
            std::fs::write(list, links::trees(data.as_ref(), gold.as_ref())?).map_err(|e| format!("{list}: {e}"))
        }
        [command, list, folder] if *command == "nouns" => {
            std::fs::write(list, nouns::list(folder.as_ref())?).map_err(|e| format!("{list}: {e}"))
        }
        [command, articles] if *command == "pairs" => links::weighed(articles.as_ref()),
        [command, folder] if *command == "articles" => {
            for a in ecb::read(folder.as_ref()).map_err(|e| format!("{folder}: {e}"))? {
                println!("{}", serde_json::json!({"type": "article", "id": a.id, "text": a.text, "published": a.published}));
            }
            Ok(())
        }
        [command, banks @ ..] if *command == "cut" && !banks.is_empty() => {
            measure::cut_all(&treebanks(banks)?);
            Ok(())
        }
        _ => Err(
            "train MODEL TREEBANK… [name=value…] | score MODEL TREEBANK… | order MODEL TREEBANK… | cut TREEBANK… | words LIST TREEBANK… | common LIST TREEBANK… | nouns LIST YAML | stories LIST DATA GOLD | links LIST DATA GOLD | pairs ARTICLES | articles ECBPLUS"
                .to_owned(),
        ),
    }
}

/// Does a piece of work for each number below `count`, two at a time; what comes out is in the order of the numbers, whichever was
/// done first.
pub(crate) fn side_by_side<T: Send>(count: usize, work: impl Fn(usize) -> T + Sync) -> Vec<T> {
    let (work, mut out) = (&work, Vec::new());
    for first in (0..count).step_by(2) {
        std::thread::scope(|scope| {
            let other = (first + 1 < count).then(|| scope.spawn(move || work(first + 1)));
            out.push(work(first));
            // A thread that broke off has said why; the run ends with it.
            out.extend(other.map(|o| o.join().unwrap_or_else(|why| std::panic::resume_unwind(why))));
        });
    }
    out
}

fn treebanks(paths: &[&String]) -> Result<Vec<Sentence>, String> {
    let mut all = Vec::new();
    for path in paths {
        let file = std::fs::read_to_string(path).map_err(|e| format!("{path}: {e}"))?;
        all.extend(conllu::read(&file).map_err(|e| format!("{path}: {e}"))?);
    }
    Ok(all)
}

fn train(sentences: &[Sentence], options: &Options) -> Vec<u8> {
    let start = Instant::now();
    let say = |what: &str| eprintln!("{:6.1} s  {what}", start.elapsed().as_secs_f32());
    let all: Vec<&Sentence> = sentences.iter().collect();
    let mut tagger = Averaged::default();
    let seeds = side_by_side(options.tag_seeds, |seed| tags::train(&all, options, 1 + seed as u64).averaged(options.least));
    seeds.into_iter().for_each(|one| tagger.merge(one));
    say("tagger trained");
    let predicted: Vec<Vec<Tag>> = tags::jackknifed(sentences, options, options.folds);
    say("sentences tagged");
    let (mut moves, mut relations) = (Averaged::default(), Averaged::default());
    let seeds = side_by_side(options.seeds, |seed| {
        let (one, other) = arcs::train(sentences, &predicted, options, 1 + seed as u64);
        (one.averaged(options.least), other.averaged(options.least))
    });
    for (one, other) in seeds {
        moves.merge(one);
        relations.merge(other);
    }
    say("parser trained");
    let sparse = |name: &str, weights: Averaged, bits: usize| {
        let mut rows = weights.quantised(options.floor);
        let bits = u32::try_from(bits).unwrap_or(16);
        let (places, bytes, lost) = pack_sparse(bits, &mut rows);
        say(&format!("{name}: {} features, {lost} lost, {} bytes", rows.len(), places.len() + bytes.len()));
        Packed { bits, places, rows: bytes, margins: [NEVER; EARLY] }
    };
    let tagger = sparse("tags", tagger, options.tag_bits);
    let mut relations = sparse("relations", relations, options.relation_bits);
    let mut rows = moves.quantised(options.move_floor);
    let bits = u32::try_from(options.move_bits).unwrap_or(20);
    let (places, lost) = pack_dense(bits, &mut rows);
    say(&format!("moves: {} features, {lost} lost, {} bytes", rows.len(), places.len()));
    let mut moves = Packed { bits, places, rows: Vec::new(), margins: [NEVER; EARLY] };
    let whole = Model::write(&tagger, &moves, &relations);
    let Ok(model) = Model::read(&whole) else { return whole };
    let margins = stages::margins(&model, sentences, options.early_odd);
    say(&format!("margins: {margins:?}"));
    [moves.margins, relations.margins] = margins;
    Model::write(&tagger, &moves, &relations)
}
