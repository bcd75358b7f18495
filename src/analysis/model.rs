//! The model file: where the weights come from.
//!
//! | bytes | what |
//! |---|---|
//! | 8 | `CGMODEL` and the format's version, one byte, now 2 |
//! | 8 | XXH3 (64 bits) of all that follows, little-endian |
//! | 4 × 6 | little-endian: bits and length of the rows of the tagger's table, bits of the moves' table, bits and length of the rows of the relations' table, and a number that changes with the features |
//! | 4 × 6 | little-endian: the margins of the tagger's, the moves' and the relations' stages, two each; the tagger has none, which is 2³¹ − 1 |
//! | … | places of the tagger, rows of the tagger, places of the moves, places of the relations, rows of the relations |
//!
//! What places and rows are, the page of the tables says. The file that is built in was trained on the English Web Treebank
//! of Universal Dependencies and stands under that treebank's licence: see the notice beside it.

use std::sync::OnceLock;

use thiserror::Error;
use xxhash_rust::xxh3::xxh3_64;

use super::parser::{ARC_FEATURES, FEATURES as MOVE_FEATURES};
use super::stages::{EARLY, NEVER};
use super::table::{Dense, Sparse};
use super::tagger::FEATURES as TAG_FEATURES;

const MAGIC: &[u8; 7] = b"CGMODEL";
const VERSION: u8 = 2;
const HEADER: usize = 8 + 8 + 4 * 12;

static BYTES: &[u8] = include_bytes!("../../data/english-ewt.model");

/// Why bytes are no model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ModelError {
    /// Too short, or another kind of file.
    #[error("not a model: {0} bytes that do not begin with CGMODEL")]
    Foreign(usize),
    /// Of another version of the format.
    #[error("model of format {found}, this program reads format {VERSION}")]
    Version {
        /// The version in the file.
        found: u8,
    },
    /// The bytes are not those that were written.
    #[error("damaged model: checksum {found:016x}, written as {written:016x}")]
    Checksum {
        /// Of the bytes.
        found: u64,
        /// In the header.
        written: u64,
    },
    /// The lengths in the header do not make up the file.
    #[error("damaged model: {found} bytes do not fit the header's lengths")]
    Length {
        /// The length of the file.
        found: usize,
    },
    /// Trained for other features.
    #[error("model for features {found}, this program has features {expected}")]
    Features {
        /// In the file.
        found: u32,
        /// Of this program.
        expected: u32,
    },
}

/// The weights of tagger and parser.
#[derive(Clone, Copy, Debug, Default)]
pub struct Model<'a> {
    /// For tags.
    pub tags: Sparse<'a>,
    /// For moves.
    pub moves: Dense<'a>,
    /// For relations.
    pub relations: Sparse<'a>,
}

/// A table's bytes before they are written.
#[derive(Clone, Debug)]
pub struct Packed {
    /// The binary logarithm of its places.
    pub bits: u32,
    /// Its places.
    pub places: Vec<u8>,
    /// Its rows, none where the places hold the weights.
    pub rows: Vec<u8>,
    /// The leads beyond which its votes are over early.
    pub margins: [i32; EARLY],
}

/// Changes with the number of features; templates that change otherwise ask for a change of [`VERSION`].
fn features() -> u32 {
    u32::try_from((TAG_FEATURES * 256 + MOVE_FEATURES) * 256 + ARC_FEATURES).unwrap_or_default()
}

impl<'a> Model<'a> {
    /// Reads a model file. O(n) in its bytes, for the checksum; the tables stay where they are.
    ///
    /// # Errors
    /// Where the bytes are not a whole model of this version.
    pub fn read(bytes: &'a [u8]) -> Result<Self, ModelError> {
        let found = bytes.len();
        if found < HEADER || bytes[..7] != *MAGIC {
            return Err(ModelError::Foreign(found));
        }
        if bytes[7] != VERSION {
            return Err(ModelError::Version { found: bytes[7] });
        }
        let number = |at: usize| bytes.get(at..at + 4).and_then(|b| b.try_into().ok()).map_or(0, u32::from_le_bytes);
        let written = u64::from(number(8)) | u64::from(number(12)) << 32;
        let sum = xxh3_64(&bytes[16..]);
        if sum != written {
            return Err(ModelError::Checksum { found: sum, written });
        }
        let margins = |vote: usize| [0, 1].map(|stage| i32::try_from(number(40 + 8 * vote + 4 * stage)).unwrap_or(NEVER));
        let [tag_bits, tag_rows, move_bits, relation_bits, relation_rows, of] = [16, 20, 24, 28, 32, 36].map(number);
        if of != features() {
            return Err(ModelError::Features { found: of, expected: features() });
        }
        let mut rest = &bytes[HEADER..];
        let mut take = |length: Option<usize>| {
            let (head, tail) = rest.split_at_checked(length?)?;
            rest = tail;
            Some(head)
        };
        let places = |bits: u32| 4_usize.checked_shl(bits).filter(|_| bits <= 24);
        let long = |n: u32| usize::try_from(n).ok();
        let tables = (|| {
            let tags = Sparse::new(tag_bits, take(places(tag_bits))?, take(long(tag_rows))?, margins(0))?;
            let moves = Dense::new(move_bits, take(places(move_bits))?, margins(1))?;
            let relations = Sparse::new(relation_bits, take(places(relation_bits))?, take(long(relation_rows))?, margins(2))?;
            Some(Self { tags, moves, relations })
        })();
        tables.filter(|_| rest.is_empty()).ok_or(ModelError::Length { found })
    }

    /// The file of three tables: tags, moves, relations.
    pub fn write(tags: &Packed, moves: &Packed, relations: &Packed) -> Vec<u8> {
        let long = |bytes: &[u8]| u32::try_from(bytes.len()).unwrap_or(u32::MAX);
        let numbers = [tags.bits, long(&tags.rows), moves.bits, relations.bits, long(&relations.rows), features()];
        let mut body: Vec<u8> = numbers.iter().flat_map(|n| n.to_le_bytes()).collect();
        let margins = [tags, moves, relations].into_iter().flat_map(|table| table.margins);
        body.extend(margins.flat_map(i32::to_le_bytes));
        for part in [&tags.places, &tags.rows, &moves.places, &relations.places, &relations.rows] {
            body.extend(part);
        }
        let mut file = MAGIC.to_vec();
        file.push(VERSION);
        file.extend(xxh3_64(&body).to_le_bytes());
        file.extend(body);
        file
    }
}

/// The model that is built in. Tests hold that it can be read; an empty one would tag every word alike.
pub fn built_in() -> &'static Model<'static> {
    static MODEL: OnceLock<Model<'static>> = OnceLock::new();
    MODEL.get_or_init(|| Model::read(BYTES).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::super::table::{SURE, pack_dense, pack_sparse};
    use super::*;

    fn small() -> Vec<u8> {
        let (places, rows, lost) =
            pack_sparse(4, &mut [(77 << 32 | 5, vec![(1, 3), (2, -3)]), (9 << 60, vec![(0, 7)]), (5 << 60, vec![(50, SURE)])]);
        assert_eq!(lost, 0);
        let sparse = Packed { bits: 4, places, rows, margins: [70, 7] };
        let (places, lost) = pack_dense(3, &mut [(5 << 61 | 1, vec![(2, -127)])]);
        assert_eq!(lost, 0);
        Model::write(&sparse, &Packed { bits: 3, places, rows: Vec::new(), margins: [NEVER, 3] }, &sparse)
    }

    #[test]
    fn the_built_in_model_is_whole() {
        assert_eq!(Model::read(BYTES).map(|_| ()), Ok(()));
        assert!(BYTES.len() <= 8 << 20, "{} bytes", BYTES.len());
    }

    #[test]
    fn what_is_written_reads_back() {
        use super::super::table::{Moves, Rows};
        let file = small();
        let model = Model::read(&file).unwrap();
        let mut scores = [0; 64];
        model.tags.add(&[77 << 32 | 5], &mut scores);
        model.relations.add(&[9 << 60], &mut scores);
        assert_eq!(scores[..4], [49, 9, -9, 0]);
        assert_eq!([5 << 60, 9 << 60].map(|f| model.tags.sure(f)), [Some(50), None]);
        assert_eq!((model.tags.margins(), model.moves.margins()), ([70, 7], [NEVER, 3]));
        let mut scores = [0; 3];
        model.moves.vote(&[5 << 61 | 1, 5 << 61 | 2], &mut scores);
        assert_eq!(scores, [0, 0, -127 * 127]);
    }

    #[test]
    fn damage_is_told() {
        let file = small();
        let read = |bytes: &[u8]| Model::read(bytes).map(|_| ()).unwrap_err();
        assert_eq!(read(&file[..20]), ModelError::Foreign(20));
        assert_eq!(read(b"GIF89a"), ModelError::Foreign(6));
        assert!(matches!(read(&file[..file.len() - 1]), ModelError::Checksum { .. }));
        let mut other = file.clone();
        other[7] = 9;
        assert_eq!(read(&other), ModelError::Version { found: 9 });
        assert!((8..file.len()).all(|at| {
            let mut one = file.clone();
            one[at] ^= 1;
            Model::read(&one).is_err()
        }));
    }

    #[test]
    fn lengths_that_lie_are_told() {
        let file = small();
        for (at, value) in [(16, 31), (16, 3), (20, 255), (24, 0), (28, 200), (32, 1)] {
            let mut one = file.clone();
            one[at] = value;
            let sum = xxh3_64(&one[16..]);
            one[8..16].copy_from_slice(&sum.to_le_bytes());
            assert_eq!(Model::read(&one).map(|_| ()).unwrap_err(), ModelError::Length { found: file.len() });
        }
    }
}
