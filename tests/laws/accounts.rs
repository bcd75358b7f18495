//! Nothing vanishes without a word: what the readers of values find in a text is a claim or has a reason, and so is every claim accounted for.

use claimgraph::corpus::Article;
use claimgraph::english::account::Account;
use claimgraph::english::{Annotation, explained};
use claimgraph::normalize::{Context, quantities, times};
use claimgraph::text::{Span, tokens};
use proptest::prelude::*;

use super::day;

/// Pieces of sentences, and of what is none.
const PIECES: &[&str] = &[
    "The fire destroyed 14 houses in Osk on Monday.",
    "Ada Okafor, 38, met Ivo Brandt in Porto for three hours.",
    "Nobody was hurt, and 12 families moved out.",
    "“We lost $20,000 in ten minutes,” Okafor said.",
    "The council may vote on a 3 million euro fund next week.",
    "Will it rain for two days?",
    "The baker pays 5 euros every Friday.",
    "OSK, May 7 (Quay News) - Two men were arrested.",
    "12 comments",
    "By Ola Brekke",
    "Related stories",
    "A 12-year sentence was cut to 7.5 years in 2029.",
    "He finished 3rd with 61 percent of 14,000 votes.",
    "Call 911, or 888-TIPS, before 10 p.m.",
    "MAYOR OPENS 3 BRIDGES",
    "If 200 more came, half of the 1,600 seats would be gone.",
    "A magnitude 6.1 quake killed at least 12 people on 4 May 2031.",
    "Police found a man, 25, in the 3200 block of Alder Street at 4:10 p.m.; he died.",
    "Shares fell 3.5 % to $50 a barrel, or by a third since March.",
    "\n",
    "\n\n",
];

fn texts() -> impl Strategy<Value = String> {
    let word = prop_oneof![3 => prop::sample::select(PIECES).prop_map(str::to_owned), 1 => "[a-zA-Z0-9$%.,:\"“” -]{0,30}"];
    prop::collection::vec(word, 1..9).prop_map(|all| all.join(" "))
}

/// The places of all values that were found.
fn found(annotation: &Annotation) -> Vec<Span> {
    let times = annotation.times.iter().map(|t| t.span);
    times.chain(annotation.quantities.iter().map(|q| q.span)).chain(annotation.ordinals.iter().map(|o| o.span)).collect()
}

/// Whether a place is accounted for: in a line that is not read, or with words that became a claim or did not.
fn is_told(account: &Account, span: Span) -> bool {
    let line = account.lines.iter().rev().find(|l| l.span.start <= span.start);
    line.is_some_and(|l| l.silence.is_some() || l.values.iter().any(|v| v.span.overlaps(span)))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_value_and_no_claim_is_without_account(text in texts()) {
        let (annotation, account) = explained(&"a".into(), &Article::new("a").text(text.as_str()).published(day(5)));
        if annotation.extraction.unread.is_some() {
            prop_assert!(account.lines.is_empty());
            return Ok(());
        }
        for span in found(&annotation) {
            prop_assert!(is_told(&account, span), "{:?} in {:?}: {:#?}", span.of(&text), text, account);
        }
        let values = account.lines.iter().flat_map(|l| &l.values).map(|v| v.outcome);
        let all = values.chain(account.lines.iter().flat_map(|l| &l.predicates).map(|p| p.outcome));
        let mut claims: Vec<usize> = all.filter_map(Result::ok).collect();
        claims.sort_unstable();
        claims.dedup();
        prop_assert_eq!(claims, (0..annotation.extraction.claims.len()).collect::<Vec<_>>());
        prop_assert!(account.lines.windows(2).all(|l| l[0].span.end <= l[1].span.start));
    }

    /// The same of the readers of values by themselves, which see one sentence.
    #[test]
    fn what_normalize_finds_is_accounted_for(picked in prop::collection::vec(prop::sample::select(PIECES), 1..9)) {
        let text = picked.join(" ");
        let (annotation, account) = explained(&"a".into(), &Article::new("a").text(text.as_str()).published(day(5)));
        prop_assume!(annotation.extraction.unread.is_none());
        for line in account.lines.iter().filter(|l| l.silence.is_none()) {
            let (words, mut dated, mut counted) = (line.span.of(&text), Vec::new(), Vec::new());
            let tokens = tokens(words);
            times(words, &tokens, 0..tokens.len(), &Context::default(), &mut dated);
            quantities(words, &tokens, 0..tokens.len(), &dated, &mut counted);
            for span in dated.iter().map(|t| t.span).chain(counted.iter().map(|q| q.span)) {
                let here = Span::new(line.span.start + span.start, line.span.start + span.end);
                prop_assert!(is_told(&account, here), "{:?} in {:?}: {:#?}", span.of(words), words, line);
            }
        }
    }
}
