//! Articles that rest on one voice.

use rustc_hash::FxHashMap;

use super::cluster::{self, Sets};
use super::copies::Links;
use super::wording::Wording;
use crate::corpus::{self, Article, Credit};
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
    /// For each article, whether it is agency copy of which it is not said whose: "from wire reports".
    pub unnamed: Vec<bool>,
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
const SHARED: &str = "the articles share much of the shorter one's text";
/// What they say in results that were saved when half of the text was asked for.
const SHARED_BEFORE: &str = "the articles share at least half of the shorter one's text";

/// Whether a group's reasons say that its articles share text.
pub(crate) fn shares_text(why: &[String]) -> bool {
    why.iter().any(|w| w == SHARED || w == SHARED_BEFORE)
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
    // "The Associated Press" and "AP" are one, "wire reports" are none.
    let credits: Vec<Option<Credit>> = articles.iter().map(|a| a.agency.as_deref().and_then(corpus::credit)).collect();
    let unnamed: Vec<bool> = credits.iter().map(|c| *c == Some(Credit::Unnamed)).collect();
    let agency = numbered(articles.iter().copied().zip(&credits), |(a, credit)| match credit {
        Some(Credit::Agency(name)) => Some(fold(name).into_owned()),
        Some(Credit::Unnamed) => None,
        None => named(a.agency.as_deref()).map(|name| fold(name).into_owned()),
    });
    let wordings: Vec<Wording> = {
        use rayon::prelude::*;
        articles.par_iter().map(|a| a.text.as_deref().map(Wording::of).unwrap_or_default()).collect()
    };
    let links = Links::among(&wordings);
    let copies = cluster::join(&mut sets, &links.all, &agency, |a, b| links.stand(&wordings, a, b));
    drop((links, wordings));
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
    let groups = groups(articles, &mut sets, &copied, &agency);
    let mut of = vec![0; articles.len()];
    for (g, group) in groups.iter().enumerate() {
        group.articles.iter().for_each(|&a| of[a as usize] = number(g));
    }
    Articles { groups, of, agency, unnamed, publisher, text, copies }
}

fn number(i: usize) -> u32 {
    u32::try_from(i).unwrap_or(u32::MAX)
}

/// For each article, a number for its publisher, whose editions are one; none where none is named.
pub(crate) fn publishers<'a>(articles: impl IntoIterator<Item = &'a Article>) -> Vec<Option<u32>> {
    numbered(articles, |a| named(a.publisher.as_deref()).map(corpus::outlet))
}

/// Numbers for the names, in the order of their first articles.
fn numbered<A>(articles: impl IntoIterator<Item = A>, name: impl Fn(A) -> Option<String>) -> Vec<Option<u32>> {
    let mut numbers: FxHashMap<String, u32> = FxHashMap::default();
    let mut of = |name: String| {
        let next = number(numbers.len());
        *numbers.entry(name).or_insert(next)
    };
    articles.into_iter().map(|a| name(a).map(&mut of)).collect()
}

fn named(name: Option<&str>) -> Option<&str> {
    name.filter(|n| !n.trim().is_empty())
}

fn groups(articles: &[&Article], sets: &mut Sets, copied: &[usize], agency: &[Option<u32>]) -> Vec<ArticleGroup> {
    let mut members: Vec<Vec<u32>> = vec![Vec::new(); articles.len()];
    for i in 0..articles.len() {
        members[sets.root(i)].push(number(i));
    }
    let why = |m: &[u32]| {
        let mut why = Vec::new();
        let first =
            |name: fn(&Article) -> Option<&String>| m.iter().find_map(|&i| name(articles[i as usize]).filter(|n| !n.trim().is_empty()));
        let mut credits: Vec<u32> = m.iter().filter_map(|&i| agency[i as usize]).collect();
        credits.sort_unstable();
        let shared: Vec<u32> = credits.chunk_by(|a, b| a == b).filter(|run| run.len() > 1).map(|run| run[0]).collect();
        let named =
            |credit: &u32| m.iter().find(|&&i| agency[i as usize] == Some(*credit)).and_then(|&i| articles[i as usize].agency.as_ref());
        why.extend(shared.iter().filter_map(named).map(|name| format!("copy of one agency: {name}")));
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

    /// Two reports on one page, a copy of each, and a third paper's report.
    fn papers() -> Vec<Article> {
        let report = "The mill at Orrest burned down on Tuesday night after sparks from a saw set fire to the dust in the loft. Forty men of \
            the late shift got out over the roof of the boiler house, and two were burned on the hands. The owners mean to build again.";
        let other = "Nothing but the chimney stands of the Orrest mill. Women with prams looked on this morning as the last wall was pulled down, \
            and the foreman read out the names of those who will be paid until Easter. Of the rest nobody would speak.";
        let third = "Insurers have put the loss at Orrest at three million crowns, a sum that the valley has not seen in ten years. A hearing on \
            the cause is set for May, when the inspector is back from leave.";
        let page = format!("{report}\n\n{other}");
        let texts = [report, &format!("{other} More tomorrow."), &page, third, &report.replace("Tuesday night", "Tuesday")];
        let made = texts.iter().zip(["Echo", "Herald", "Courier", "Post", "Sun"]).zip('a'..);
        made.map(|((text, paper), id)| Article::new(id.to_string()).publisher(paper).text(*text)).collect()
    }

    fn ids(articles: &[&Article]) -> Vec<Vec<String>> {
        let id = |i: &u32| articles[*i as usize].id.as_ref().map_or_else(String::new, |id| id.as_str().to_owned());
        let mut groups: Vec<Vec<String>> = group(articles).groups.iter().map(|g| g.articles.iter().map(id).collect()).collect();
        groups.iter_mut().for_each(|g| g.sort());
        groups.sort();
        groups
    }

    #[test]
    fn a_page_is_one_text_with_one_of_its_reports() {
        let papers = papers();
        let found = group(&papers.iter().collect::<Vec<_>>());
        assert_eq!(found.groups.iter().map(|g| g.articles.clone()).collect::<Vec<_>>(), [vec![0, 2, 4], vec![1], vec![3]]);
        assert_eq!(found.groups[0].why, ["the articles share much of the shorter one's text"]);
        assert_eq!(found.copies, [(1, 2)]);
    }

    #[test]
    fn order_and_strangers_change_nothing() {
        let papers = papers();
        let stranger = |n: usize| {
            Article::new(format!("s{n}")).publisher("Star").text(format!(
                "{n} boats of the spring fleet sailed for \
            the banks today, and {n} more are to follow when the ice has gone from the outer harbour, the owners' guild said."
            ))
        };
        let strangers: Vec<Article> = (0..40).map(stranger).collect();
        let own: Vec<&Article> = papers.iter().collect();
        let expected = ids(&own);
        for turn in 0..papers.len() {
            let mut some = own.clone();
            some.rotate_left(turn);
            assert_eq!(ids(&some), expected, "turned by {turn}");
            some.splice(turn..turn, &strangers);
            let known: Vec<_> = ids(&some).into_iter().filter(|g| !g[0].starts_with('s')).collect();
            assert_eq!(known, expected, "with strangers at {turn}");
        }
    }

    #[test]
    fn reasons() {
        let with = |id: &str, publisher: &str, agency: &str| Article::new(id).publisher(publisher).agency(agency);
        let rows = [
            (with("a", "Echo", "AFP"), with("b", "Herald", "Agence France-Presse"), Some("copy of one agency: AFP")),
            (with("a", "Echo", "wire reports"), with("b", "Herald", "wire reports"), None),
            (with("a", "Echo", "AFP and Reuters"), with("b", "Herald", "AFP"), None),
            (Article::new("a").publisher("The Quay"), Article::new("b").publisher("Quay Online"), Some("one publisher: The Quay")),
        ];
        for (a, b, why) in rows {
            let found = group(&[&a, &b]);
            assert_eq!(found.groups[0].why, why.into_iter().collect::<Vec<_>>(), "{a:?}");
            assert_eq!(found.groups.len(), if why.is_some() { 1 } else { 2 }, "{a:?}");
        }
    }
}
