//! The names of Universal Dependencies: parts of speech, finer tags, relations.
//!
//! The model's numbers are positions in the tables of this file: a row that moves asks for a retrained model.

/// An enumeration with a name for each row, in the order of the rows.
macro_rules! names {
    ($(#[$doc:meta])* $type:ident { $($variant:ident $name:literal,)+ }) => {
        $(#[$doc])*
        #[allow(missing_docs)] // The names are the standard's.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum $type { $($variant,)+ }

        impl $type {
            /// All of them, in the order of the model's numbers.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The name in the standard.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }

            /// The one of this name.
            pub fn parse(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.as_str() == name)
            }
        }
    };
}

names! {
    /// The parts of speech of Universal Dependencies, version 2.
    Upos {
        Adj "ADJ", Adp "ADP", Adv "ADV", Aux "AUX", Cconj "CCONJ", Det "DET", Intj "INTJ", Noun "NOUN", Num "NUM", Part "PART",
        Pron "PRON", Propn "PROPN", Punct "PUNCT", Sconj "SCONJ", Sym "SYM", Verb "VERB", X "X",
    }
}

names! {
    /// The relations of Universal Dependencies, version 2, with the subtypes of the English Web Treebank.
    Deprel {
        Acl "acl", AclRelcl "acl:relcl", Advcl "advcl", AdvclRelcl "advcl:relcl", Advmod "advmod", Amod "amod", Appos "appos", Aux "aux",
        AuxPass "aux:pass", Case "case", Cc "cc", CcPreconj "cc:preconj", Ccomp "ccomp", Compound "compound",
        CompoundPrt "compound:prt", Conj "conj", Cop "cop", Csubj "csubj", CsubjPass "csubj:pass", Dep "dep", Det "det",
        DetPredet "det:predet", Discourse "discourse", Dislocated "dislocated", Expl "expl", Fixed "fixed", Flat "flat",
        FlatForeign "flat:foreign", Goeswith "goeswith", Iobj "iobj", List "list", Mark "mark", Nmod "nmod", NmodDesc "nmod:desc",
        NmodPoss "nmod:poss", NmodUnmarked "nmod:unmarked", Nsubj "nsubj", NsubjOuter "nsubj:outer", NsubjPass "nsubj:pass",
        Nummod "nummod", Obj "obj", Obl "obl", OblAgent "obl:agent", OblUnmarked "obl:unmarked", Orphan "orphan",
        Parataxis "parataxis", Punct "punct", Reparandum "reparandum", Root "root", Vocative "vocative", Xcomp "xcomp",
    }
}

impl Deprel {
    /// The relation without its subtype: `nsubj` for `nsubj:pass`.
    pub fn base(self) -> &'static str {
        self.as_str().split(':').next().unwrap_or_default()
    }
}

/// A finer part of speech: the universal one with the Penn Treebank's tag, which tells "took" from "taken".
///
/// The pairs of [`TAGS`], an index into which this is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tag(u8);

use Upos::*;

/// The pairs that are common in the training part of the English Web Treebank, those of one part of speech by
/// frequency; `GW` (parts of words written apart by mistake) left out.
#[rustfmt::skip]
pub const TAGS: &[(Upos, &str)] = &[
    (Adj, "JJ"), (Adj, "NNP"), (Adj, "JJR"), (Adj, "JJS"), (Adp, "IN"), (Adp, "RP"), (Adv, "RB"), (Adv, "WRB"), (Adv, "RBR"),
    (Adv, "RBS"), (Aux, "MD"), (Aux, "VBZ"), (Aux, "VBP"), (Aux, "VBD"), (Aux, "VB"), (Aux, "VBN"),
    (Aux, "VBG"), (Cconj, "CC"), (Det, "DT"), (Det, "PDT"), (Det, "WDT"), (Intj, "UH"), (Noun, "NN"), (Noun, "NNS"), (Noun, "FW"),
    (Num, "CD"), (Num, "LS"), (Part, "TO"), (Part, "RB"), (Part, "POS"), (Pron, "PRP"), (Pron, "PRP$"), (Pron, "WDT"),
    (Pron, "DT"), (Pron, "WP"), (Pron, "NN"), (Pron, "EX"), (Pron, "WP$"), (Propn, "NNP"), (Propn, "NNPS"), (Propn, "ADD"), (Punct, "."),
    (Punct, ","), (Punct, "-RRB-"), (Punct, "-LRB-"), (Punct, ":"), (Punct, "``"), (Punct, "''"), (Punct, "HYPH"), (Punct, "NFP"),
    (Sconj, "IN"), (Sym, "$"), (Sym, "SYM"), (Sym, "NFP"), (Sym, "NN"), (Verb, "VB"), (Verb, "VBN"), (Verb, "VBD"),
    (Verb, "VBG"), (Verb, "VBP"), (Verb, "VBZ"), (X, "NN"), (X, "ADD"), (X, "FW"),
];

impl Tag {
    /// The tag of this number, or the last where there are fewer.
    pub fn new(number: usize) -> Self {
        Self(u8::try_from(number.min(TAGS.len() - 1)).unwrap_or_default())
    }

    /// The tag of a pair; where the pair is not in the table, the commonest of the part of speech.
    pub fn of(upos: Upos, xpos: &str) -> Self {
        let exact = TAGS.iter().position(|pair| *pair == (upos, xpos));
        Self::new(exact.or_else(|| TAGS.iter().position(|pair| pair.0 == upos)).unwrap_or_default())
    }

    /// Its number in [`TAGS`].
    pub const fn number(self) -> u8 {
        self.0
    }

    /// The part of speech.
    pub fn upos(self) -> Upos {
        TAGS[usize::from(self.0)].0
    }

    /// The Penn Treebank's tag: `VBD`, `VBN`, `NNS` …
    pub fn xpos(self) -> &'static str {
        TAGS[usize::from(self.0)].1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_of_speech_has_a_tag_and_names_read_back() {
        for upos in Upos::ALL {
            assert_eq!(Tag::of(*upos, "no such tag").upos(), *upos);
            assert_eq!(Upos::parse(upos.as_str()), Some(*upos));
        }
        for (number, (upos, xpos)) in TAGS.iter().enumerate() {
            assert_eq!(Tag::of(*upos, xpos), Tag::new(number));
        }
        assert_eq!(Tag::new(999).number() as usize, TAGS.len() - 1);
        assert!(TAGS.len() <= 64 && Deprel::ALL.len() <= 64, "rows of scores have 64 places");
        assert!(Deprel::ALL.iter().all(|r| Deprel::parse(r.as_str()) == Some(*r)));
        assert_eq!(Deprel::NsubjPass.base(), "nsubj");
    }
}
