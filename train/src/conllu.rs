//! Reads treebanks in CoNLL-U, as far as training needs them.

use claimgraph::analysis::{Deprel, Tag, Upos};

/// A sentence of a treebank.
pub(crate) struct Sentence {
    /// Its text.
    pub(crate) text: String,
    /// Its words as written.
    pub(crate) forms: Vec<String>,
    /// A tag each.
    pub(crate) tags: Vec<Tag>,
    /// A head each; the root's is the number of words.
    pub(crate) heads: Vec<usize>,
    /// A relation each.
    pub(crate) relations: Vec<Deprel>,
    /// Where each word stands in the text, in bytes.
    pub(crate) places: Vec<(usize, usize)>,
}

/// The sentences of a file; what is no sentence is an error that names its line.
pub(crate) fn read(file: &str) -> Result<Vec<Sentence>, String> {
    file.split("\n\n").filter(|block| !block.trim().is_empty()).map(sentence).collect()
}

fn sentence(block: &str) -> Result<Sentence, String> {
    let mut text = String::new();
    let mut out =
        Sentence { text: String::new(), forms: Vec::new(), tags: Vec::new(), heads: Vec::new(), relations: Vec::new(), places: Vec::new() };
    let (mut from, mut inside, mut shared) = (0, 0, (0, 0));
    for line in block.lines() {
        if let Some(value) = line.strip_prefix("# text = ") {
            text = value.to_owned();
        }
        let fields: Vec<&str> = line.split('\t').collect();
        if line.starts_with('#') || fields.len() != 10 || fields[0].contains('.') {
            continue;
        }
        let mut whole = find(&text, fields[1], from);
        if let Some((first, last)) = fields[0].split_once('-') {
            // The words of a contraction: each has its own letters where these add up, else they share them.
            inside = last.parse::<usize>().map_err(|_| line)?.saturating_sub(first.parse().map_err(|_| line)?) + 1;
            from = whole.0;
            shared = whole;
            continue;
        }
        if inside > 0 && whole.1 > shared.1 {
            whole = shared;
        }
        inside = inside.saturating_sub(1);
        from = whole.1.min(if inside > 0 { shared.1 } else { usize::MAX });
        out.places.push(whole);
        let upos = Upos::parse(fields[3]).ok_or(line)?;
        let base = fields[7].split(':').next().unwrap_or_default();
        let head: usize = fields[6].parse().map_err(|_| line)?;
        out.forms.push(fields[1].to_owned());
        out.tags.push(Tag::of(upos, fields[4]));
        out.heads.push(head);
        out.relations.push(Deprel::parse(fields[7]).or_else(|| Deprel::parse(base)).ok_or(line)?);
    }
    let root = out.forms.len();
    // Heads count from 1, and 0 is the root.
    out.heads.iter_mut().for_each(|h| *h = h.checked_sub(1).unwrap_or(root));
    if out.heads.iter().any(|h| *h > root) {
        return Err(format!("head out of range: {text}"));
    }
    out.text = text;
    Ok(out)
}

fn find(text: &str, form: &str, from: usize) -> (usize, usize) {
    let start = text[from..].find(form).map_or(from, |at| from + at);
    (start, (start + form.len()).min(text.len()))
}

/// Makes a tree projective: as long as an arc crosses another, the shortest such arc is lifted to its head's head
/// (Nivre and Nilsson 2005).
pub(crate) fn projective(heads: &[usize]) -> Vec<usize> {
    let (mut heads, root) = (heads.to_vec(), heads.len());
    let under = |heads: &[usize], mut at: usize, head: usize| {
        while at != head && at != root {
            at = heads[at];
        }
        at == head
    };
    loop {
        let crossing = (0..root).filter(|d| {
            let (low, high) = ((*d).min(heads[*d]), (*d).max(heads[*d]));
            (low + 1..high).any(|between| !under(&heads, between, heads[*d]))
        });
        let Some(shortest) = crossing.filter(|d| heads[*d] != root).min_by_key(|d| d.abs_diff(heads[*d])) else { return heads };
        heads[shortest] = heads[heads[shortest]];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn crossing_arcs_are_lifted() {
        assert_eq!(projective(&[1, 3, 1]), [1, 3, 1], "a projective tree stays");
        assert_eq!(projective(&[3, 3, 0, 4]), [3, 3, 3, 4]);
    }
}
