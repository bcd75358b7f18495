//! Articles that rest on one voice.

use rustc_hash::FxHashMap;

use super::cluster::{self, Sets};
use super::copies::links;
use super::wording::Wording;
use crate::corpus::{self, Article};
use crate::text::fold;

/// Articles of one origin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleGroup {
    /// Positions of the articles, ascending.
    pub articles: Vec<u32>,
    /// What joins them, in a fixed order; empty for one article alone.
    pub why: Vec<String>,
}

/// What is known of the voices of a batch of articles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Articles {
    /// The origins, by their first article.
    pub groups: Vec<ArticleGroup>,
    /// For each article, the position of its group.
    pub of: Vec<u32>,
    /// For each article, a number for its agency.
    pub agency: Vec<Option<u32>>,
    /// For each article, a number for its publisher.
    pub publisher: Vec<Option<u32>>,
    /// For each article, a number for its text; articles that are copies of one text have one.
    pub text: Vec<Option<u32>>,
    /// Pairs, ascending, of which one is a copy of the other and which are of two groups: a page that prints two reports can be one text
    /// with one of them alone.
    pub copies: Vec<(u32, u32)>,
}

/// Groups articles by what shows them to be one voice: copy of one agency, then shared text, then, among articles for which
/// neither is known, one publisher.
///
/// Publishers come last and alone, or a paper that prints one agency story would draw everything it ever wrote, and
/// everything that others who print the agency wrote, into one origin. O(s log s) in the shingles of the texts.
pub fn group(articles: &[&Article]) -> Articles {
    group_knowing(articles, &[])
}

/// What a group's reasons say where its articles share text.
const SHARED: &str = "the articles share at least half of the shorter one's text";

/// Whether a group's reasons say that its articles share text.
pub(crate) fn shares_text(why: &[String]) -> bool {
    why.iter().any(|w| w == SHARED)
}

/// The same, of articles whose texts are gone, some of which are known to share text.
pub(crate) fn group_knowing(articles: &[&Article], shared: &[Vec<u32>]) -> Articles {
    let mut sets = Sets::new(articles.len());
    let mut told = vec![false; articles.len()];
    for set in shared {
        for &i in set {
            sets.join(set[0] as usize, i as usize);
            told[i as usize] = true;
        }
    }
    // "The Associated Press" and "AP" are one.
    let agency = numbered(articles.iter().copied(), |a| a.agency.as_deref().map(|name| corpus::agency(name).unwrap_or(name)));
    let wordings: Vec<Wording> = {
        use rayon::prelude::*;
        articles.par_iter().map(|a| a.text.as_deref().map(Wording::of).unwrap_or_default()).collect()
    };
    let copies = cluster::join(&mut sets, &links(&wordings), &agency);
    drop(wordings);
    let text: Vec<Option<u32>> =
        (0..articles.len()).map(|i| (articles[i].text.is_some() || told[i]).then(|| number(sets.root(i)))).collect();
    let copied = sets.roots();
    let publisher = publishers(articles.iter().copied());
    sets.join_equal(&agency, |_| true);
    let roots = sets.roots();
    let mut size: FxHashMap<usize, usize> = FxHashMap::default();
    for root in &roots {
        *size.entry(*root).or_default() += 1;
    }
    sets.join_equal(&publisher, |i| agency[i].is_none() && size[&roots[i]] == 1);
    let groups = groups(articles, &mut sets, &copied);
    let mut of = vec![0; articles.len()];
    for (g, group) in groups.iter().enumerate() {
        group.articles.iter().for_each(|&a| of[a as usize] = number(g));
    }
    Articles { groups, of, agency, publisher, text, copies }
}

fn number(i: usize) -> u32 {
    u32::try_from(i).unwrap_or(u32::MAX)
}

/// For each article, a number for its publisher; none where none is named.
pub(crate) fn publishers<'a>(articles: impl IntoIterator<Item = &'a Article>) -> Vec<Option<u32>> {
    numbered(articles, |a| a.publisher.as_deref())
}

/// Numbers for the folded names, in the order of their first articles.
fn numbered<'a>(articles: impl IntoIterator<Item = &'a Article>, name: impl Fn(&'a Article) -> Option<&'a str>) -> Vec<Option<u32>> {
    let mut numbers: FxHashMap<String, u32> = FxHashMap::default();
    let mut of = |name: &str| {
        let next = number(numbers.len());
        *numbers.entry(fold(name).into_owned()).or_insert(next)
    };
    articles.into_iter().map(|a| name(a).filter(|n| !n.trim().is_empty()).map(&mut of)).collect()
}

fn groups(articles: &[&Article], sets: &mut Sets, copied: &[usize]) -> Vec<ArticleGroup> {
    let mut members: Vec<Vec<u32>> = vec![Vec::new(); articles.len()];
    for i in 0..articles.len() {
        members[sets.root(i)].push(number(i));
    }
    let why = |m: &[u32]| {
        let mut why = Vec::new();
        let first =
            |name: fn(&Article) -> Option<&String>| m.iter().find_map(|&i| name(articles[i as usize]).filter(|n| !n.trim().is_empty()));
        let count = |name: fn(&Article) -> Option<&String>| m.iter().filter(|&&i| name(articles[i as usize]).is_some()).count();
        let agency = (count(|a| a.agency.as_ref()) > 1).then(|| first(|a| a.agency.as_ref())).flatten();
        why.extend(agency.map(|name| format!("copy of one agency: {name}")));
        let mut texts: Vec<usize> = m.iter().map(|&i| copied[i as usize]).collect();
        texts.sort_unstable();
        texts.dedup();
        if texts.len() < m.len() {
            why.push(SHARED.to_owned());
        }
        if why.is_empty() {
            why.extend(first(|a| a.publisher.as_ref()).map(|name| format!("one publisher: {name}")));
        }
        why
    };
    let found = members.into_iter().filter(|m| !m.is_empty());
    found.map(|articles| ArticleGroup { why: if articles.len() > 1 { why(&articles) } else { Vec::new() }, articles }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agencies_then_texts_then_publishers() {
        let text =
            "Two boats met in the fog off the western cape on Friday night and both of them sank within the hour, the coast guard said.";
        let with = |id: &str, publisher: &str, agency: Option<&str>, text: Option<&str>| Article {
            agency: agency.map(Into::into),
            text: text.map(Into::into),
            ..Article::new(id).publisher(publisher)
        };
        let articles = [
            with("a", "Echo", Some("Wire"), None),
            with("b", "Herald", Some("WIRE"), None),
            with("c", "Echo", None, Some(text)),
            with("d", "Courier", None, Some(&text.replace("Friday", "Saturday"))),
            with("e", "Echo", None, None),
            with("f", "Echo", None, None),
        ];
        let found = group(&articles.iter().collect::<Vec<_>>());
        assert_eq!(found.groups.iter().map(|g| g.articles.clone()).collect::<Vec<_>>(), [vec![0, 1], vec![2, 3], vec![4, 5]]);
        assert_eq!(found.groups[2].why, ["one publisher: Echo"]);
    }

    #[test]
    fn an_agency_by_two_of_its_names() {
        let with =
            |id: &str, publisher: &str, agency: &str| Article { agency: Some(agency.into()), ..Article::new(id).publisher(publisher) };
        let articles = [with("a", "Echo", "AFP"), with("b", "Herald", "Agence France-Presse"), with("c", "Courier", "AP")];
        let found = group(&articles.iter().collect::<Vec<_>>());
        assert_eq!(found.groups.iter().map(|g| g.articles.clone()).collect::<Vec<_>>(), [vec![0, 1], vec![2]]);
        assert_eq!(found.groups[0].why, ["copy of one agency: AFP"]);
    }
}
