//! Why two mentions are one event, or two: asked again of the clusters that were made.
//!
//! Clusters come from links between pairs, taken by weight, unless something forbids one ([`events`](super::events)). So two mentions
//! of one cluster are joined by a chain of links, and what keeps two clusters apart is one of a few things, each with a code.

use std::collections::VecDeque;

use super::cluster::{told, torn};
use super::levels::{Apart, Likeness, compare};
use super::signature::Signature;

/// What keeps two mentions, or two claims, from being compared: a code, and its page.
#[derive(Debug, PartialEq, Eq)]
pub struct Separation {
    /// `CG09` and two digits. A code is never given to another reason.
    pub code: &'static str,
    /// What it says, in a line.
    pub title: &'static str,
    /// When it applies and why, in a paragraph.
    pub page: &'static str,
}

/// The reasons, by code.
pub static SEPARATIONS: &[Separation] = &[
    Separation {
        code: "CG0901",
        title: "other kinds of event",
        page: "The one tells of a meeting, the other of a fire; or the one names the cause of harm and the other another cause. Which words \
               are one kind, the ontology says.",
    },
    Separation {
        code: "CG0902",
        title: "each has somebody whom the other lacks",
        page: "Two meetings of one person. Lists of participants that each have a name of their own are of two events, however alike the rest.",
    },
    Separation {
        code: "CG0903",
        title: "times that cannot be one",
        page: "The days lie apart, or the one was published outside the days in which the other's event can lie.",
    },
    Separation {
        code: "CG0904",
        title: "other destinations or targets",
        page: "Two journeys of one person to two countries, two companies that are bid for.",
    },
    Separation {
        code: "CG0905",
        title: "too little in common",
        page: "Nothing forbids that the two are one event, and what they share is too little to say so: the weights of the comparison add up \
               to nothing or less.",
    },
    Separation {
        code: "CG0906",
        title: "one of them fits two events",
        page: "One of the two leaves open what tells two other events apart: it names no day, or fewer people. It fits both about equally \
               well, and joins neither.",
    },
    Separation {
        code: "CG0907",
        title: "others of their events cannot be one",
        page: "The two alone could be one event; each is one with other mentions already, and two of those cannot be one.",
    },
    Separation {
        code: "CG0908",
        title: "a person told them apart",
        page: "Somebody decided that they are two events, or that two that are one with them are.",
    },
    Separation {
        code: "CG0909",
        title: "nothing to find one by the other",
        page: "Mentions are compared where they share two people, or one and a place or a month, or for harm a place and a month. These two \
               share none of it, or too many others lie between them in time.",
    },
    Separation { code: "CG0910", title: "one claim", page: "Both ids are of one claim." },
    Separation {
        code: "CG0911",
        title: "other attributes",
        page: "The two speak of one event, the one of its length, the other of its place.",
    },
    Separation {
        code: "CG0912",
        title: "other participants",
        page: "The attribute belongs to a participant, and the two speak of two: the ages of two people.",
    },
    Separation {
        code: "CG0913",
        title: "other parts",
        page: "The one counts the whole, the other a part, or the two count two parts: children among all.",
    },
    Separation {
        code: "CG0914",
        title: "nothing shows that the two values are of one thing",
        page: "The two speak of one event and of one attribute by its name, and the event is known by nothing but the words that tell it. What \
               stands around the two values is too unlike to take them for values of one thing: two sums that a council voted on.",
    },
];

/// The reason of that code. O(reasons).
pub fn separation(code: &str) -> Option<&'static Separation> {
    SEPARATIONS.iter().find(|s| s.code == code)
}

/// What keeps two mentions apart, with what shows it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Kept {
    /// The two themselves exclude each other.
    Excluded(Apart),
    /// What they share is too little.
    TooLittle(Likeness),
    /// The mention fits the two others, which exclude each other.
    Torn(u32, u32, u32, Apart),
    /// A mention of the one's event and one of the other's exclude each other.
    Others(u32, u32, Apart),
    /// A person.
    Person,
    /// They were never compared.
    Unmet(Likeness),
}

impl Kept {
    pub(crate) fn separation(&self) -> &'static Separation {
        let at = match self {
            Self::Excluded(Apart::Action) => 0,
            Self::Excluded(Apart::Participants) => 1,
            Self::Excluded(Apart::Time) => 2,
            Self::Excluded(Apart::Goal) => 3,
            Self::TooLittle(_) => 4,
            Self::Torn(..) => 5,
            Self::Others(..) => 6,
            Self::Person => 7,
            Self::Unmet(_) => 8,
        };
        &SEPARATIONS[at]
    }
}

/// One step from a mention to the next of its event.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Step {
    /// They are alike.
    Alike(Likeness),
    /// They say the same of who, when and where.
    Same,
    /// A person said so.
    Person,
}

/// The mentions of a batch, each with the event that it was found to be of.
pub(crate) struct Found<'a> {
    pub(crate) signatures: &'a [Signature],
    /// The articles of each, ascending.
    pub(crate) articles: &'a [Vec<u32>],
    /// Pairs of articles of one story, ascending.
    pub(crate) stories: &'a [(u32, u32)],
    pub(crate) event: &'a [u32],
    /// Pairs that people put together.
    pub(crate) same: &'a [(u32, u32)],
    /// Pairs that people told apart.
    pub(crate) different: &'a [(u32, u32)],
}

impl Found<'_> {
    fn compare(&self, a: u32, b: u32) -> Result<Likeness, Apart> {
        let told = told(&self.articles[a as usize], &self.articles[b as usize], self.stories);
        compare(&self.signatures[a as usize], &self.signatures[b as usize], told)
    }

    fn of(&self, event: u32) -> Vec<u32> {
        (0..).zip(self.event).filter(|(_, e)| **e == event).map(|(i, _)| i).collect()
    }

    fn told(&self, list: &[(u32, u32)], a: u32, b: u32) -> bool {
        list.contains(&(a, b)) || list.contains(&(b, a))
    }

    /// What keeps two mentions of two events apart.
    ///
    /// O(m · n) comparisons, m the mentions of the two events, n all.
    pub(crate) fn kept(&self, a: u32, b: u32) -> Kept {
        let (ours, theirs) = (self.of(self.event[a as usize]), self.of(self.event[b as usize]));
        let pairs = || ours.iter().flat_map(|&i| theirs.iter().map(move |&j| (i, j)));
        if pairs().any(|(i, j)| self.told(self.different, i, j)) {
            return Kept::Person;
        }
        let own = match self.compare(a, b) {
            Err(apart) => return Kept::Excluded(apart),
            Ok(likeness) => likeness,
        };
        let links = |&(i, j): &(u32, u32)| self.compare(i, j).is_ok_and(|l| l.links());
        let linked: Vec<(u32, u32)> = pairs().filter(links).collect();
        if linked.is_empty() {
            return Kept::TooLittle(own);
        }
        if let Some((i, j, apart)) = pairs().find_map(|(i, j)| Some((i, j, self.compare(i, j).err()?))) {
            return Kept::Others(i, j, apart);
        }
        let mut ends: Vec<u32> = linked.iter().flat_map(|&(i, j)| [i, j]).collect();
        ends.sort_unstable();
        ends.dedup();
        let link = |i: u32, j: u32| self.compare(i, j).ok().filter(Likeness::links).map(|l| l.weight());
        let found = ends.into_iter().find_map(|i| torn(self.signatures, i, |j| link(i, j)).map(|(p, q, apart)| Kept::Torn(i, p, q, apart)));
        found.unwrap_or(Kept::Unmet(own))
    }

    /// The shortest chain from one mention of an event to another; `None` where what was found does not hold one.
    ///
    /// O(m²) comparisons in the mentions of the event.
    pub(crate) fn chain(&self, a: u32, b: u32) -> Option<Vec<(u32, Step)>> {
        let members = self.of(self.event[a as usize]);
        let mut came: Vec<Option<(u32, Step)>> = vec![None; self.signatures.len()];
        let mut queue = VecDeque::from([a]);
        while let Some(i) = queue.pop_front().filter(|&i| i != b) {
            for &j in members.iter().filter(|&&j| j != a && came[j as usize].is_none()).collect::<Vec<_>>() {
                if let Some(step) = self.step(i, j) {
                    came[j as usize] = Some((i, step));
                    queue.push_back(j);
                }
            }
        }
        let mut chain = Vec::new();
        let mut end = b;
        while end != a {
            let (before, step) = came[end as usize].clone()?;
            chain.push((end, step));
            end = before;
        }
        chain.reverse();
        Some(chain)
    }

    fn step(&self, i: u32, j: u32) -> Option<Step> {
        if self.told(self.same, i, j) {
            return Some(Step::Person);
        }
        let bare = |s: &Signature| Signature { own: None, ..s.clone() };
        if bare(&self.signatures[i as usize]) == bare(&self.signatures[j as usize]) {
            return Some(Step::Same);
        }
        self.compare(i, j).ok().filter(Likeness::links).map(Step::Alike)
    }
}
