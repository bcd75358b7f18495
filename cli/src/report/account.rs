//! What the reader made of an article, for people: each sentence, what was found in it, and the claim that it became or why there is none.

use std::io::{self, Write};

use claimgraph::claim::{Claim, Modality, Polarity};
use claimgraph::corpus::Article;
use claimgraph::english::account::{Account, Hung, Line, Outcome, PredicateNote, ValueNote};
use claimgraph::english::{Annotation, Silence};
use claimgraph::text::Span;

use super::layout::{Ink, Paint, clean, wrap};
use super::{Look, words};

/// A sentence is cut behind so many characters: a table can be one.
const SENTENCE: usize = 400;

/// Writes the account of one article, under its file, its publisher and its day.
pub(crate) fn account(
    article: &Article,
    file: &str,
    (annotation, account): (&Annotation, &Account),
    look: Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let text = article.text.as_deref().unwrap_or("");
    Explained { text, claims: &annotation.extraction.claims, paint: Paint { colour: look.colour }, columns: look.columns, out }
        .write(article, file, annotation, account)
}

struct Explained<'a> {
    text: &'a str,
    claims: &'a [Claim],
    paint: Paint,
    columns: usize,
    out: &'a mut dyn Write,
}

impl Explained<'_> {
    fn write(&mut self, article: &Article, file: &str, annotation: &Annotation, account: &Account) -> io::Result<()> {
        let named = article.publisher.as_deref().or(article.title.as_deref()).map(clean);
        let day = article.published.map_or_else(|| "undated".to_owned(), |p| p.date.to_string());
        let head: Vec<String> = std::iter::once(clean(file)).chain(named).chain([day]).collect();
        self.wrapped(Some(Ink::Bold), &head.join(", "), "", "    ")?;
        if let Some(why) = &annotation.extraction.unread {
            self.wrapped(None, &format!("not read: {}", clean(why)), "", "    ")?;
        } else {
            self.wrapped(None, &counted(self.claims.len(), account), "", "    ")?;
        }
        account.lines.iter().try_for_each(|line| self.line(line))?;
        writeln!(self.out)
    }

    fn wrapped(&mut self, ink: Option<Ink>, text: &str, first: &str, next: &str) -> io::Result<()> {
        for line in wrap(text, first, next, self.columns) {
            let line = ink.map_or_else(|| line.clone(), |ink| self.paint.on(ink, &line));
            writeln!(self.out, "{line}")?;
        }
        Ok(())
    }

    fn entry(&mut self, text: &str) -> io::Result<()> {
        self.wrapped(None, text, "    - ", "        ")
    }

    /// The words of a place, in quotation marks of the account's own.
    fn said(&self, span: Span) -> String {
        let words = clean(span.of(self.text));
        format!("“{}”", words::shortened(words.trim_matches(|c| matches!(c, '"' | '“' | '”' | ',' | ' '))))
    }

    fn line(&mut self, line: &Line) -> io::Result<()> {
        writeln!(self.out)?;
        let sentence = words::cut(&clean(line.span.of(self.text)), SENTENCE);
        self.wrapped(Some(Ink::Bold), &sentence, "  ", "  ")?;
        if let Some(silence) = line.silence {
            let how = if silence == Silence::Repeated { "read in part" } else { "not read" };
            self.wrapped(None, &format!("{how}: {}", reason(silence)), "    ", "        ")?;
        }
        line.predicates.iter().try_for_each(|p| self.predicate(p))?;
        line.values.iter().try_for_each(|v| self.value(v))
    }

    fn predicate(&mut self, note: &PredicateNote) -> io::Result<()> {
        let source = note.source.map(|s| format!(", according to {}", self.said(s))).unwrap_or_default();
        let roles: String = note.arguments.iter().map(|a| format!("; {} {}", a.role, self.said(a.span))).collect();
        let how = meant(note.modality, note.polarity);
        let outcome = self.outcome(note.outcome, item);
        self.entry(&format!("{}: {how}{source}{roles} → {outcome}", clean(&note.action)))
    }

    fn value(&mut self, note: &ValueNote) -> io::Result<()> {
        let hung = note.hung.as_ref().map(|h| self.hung(h)).unwrap_or_default();
        let outcome = self.outcome(note.outcome, |claim| format!("{}: {}", item(claim), words::said(claim)));
        self.entry(&format!("{}{hung} → {outcome}", self.said(note.span)))
    }

    /// ": counts “houses”, object of destroy"
    fn hung(&self, hung: &Hung) -> String {
        let noun = hung.noun.map(|n| format!("{} {}", if hung.counts { "counts" } else { "measures" }, self.said(n)));
        let governor = hung.governor.as_deref().map(|g| match hung.role {
            Some(role) => format!("{role} of {}", clean(g)),
            None => format!("of {}", clean(g)),
        });
        let parts: Vec<String> = noun.into_iter().chain(governor).collect();
        if parts.is_empty() { String::new() } else { format!(": {}", parts.join(", ")) }
    }

    /// The claim, or why there is none.
    fn outcome(&self, outcome: Outcome, told: impl Fn(&Claim) -> String) -> String {
        match outcome {
            Ok(at) => self.claims.get(at).map(told).unwrap_or_default(),
            Err(silence) => format!("no claim: {}", reason(silence)),
        }
    }
}

/// What a claim speaks of: "house", "age of Ada Okafor", "injured (children) of landslide".
fn item(claim: &Claim) -> String {
    let own = words::item(claim.attribute.as_str(), None, claim.of.as_deref());
    let known = || Some(claim.event.action.as_str()).filter(|_| claim.event.open.is_none());
    claim.subject.as_deref().or_else(known).map_or_else(|| own.clone(), |of| format!("{own} of {}", clean(of)))
}

/// "12 sentences read, 3 lines not; 20 claims; 4 values and 5 predicates without one"
fn counted(claims: usize, account: &Account) -> String {
    let unread = |l: &&Line| l.silence.is_some_and(|s| s != Silence::Repeated);
    let left = account.lines.iter().filter(unread).count();
    let read = account.lines.len() - left;
    let silent = |outcome: &Outcome| outcome.is_err();
    let values = account.lines.iter().flat_map(|l| &l.values).filter(|v| silent(&v.outcome)).count();
    let predicates = account.lines.iter().flat_map(|l| &l.predicates).filter(|p| silent(&p.outcome)).count();
    let (read, left) = (words::count(read, "sentence"), words::count(left, "line"));
    let (claims, values, predicates) =
        (words::count(claims, "claim"), words::count(values, "value"), words::count(predicates, "predicate"));
    format!("{read} read, {left} not; {claims}; {values} and {predicates} without one")
}

/// "a question asserts nothing [question]"
fn reason(silence: Silence) -> String {
    format!("{} [{}]", clean(&silence.to_string()), silence.code())
}

/// How far the text commits itself.
fn meant(modality: Modality, polarity: Polarity) -> String {
    let how = match modality {
        Modality::Asserted => "told as so",
        Modality::Planned => "planned",
        Modality::Expected => "expected",
        Modality::Possible => "possible",
        Modality::Denied => "denied",
        Modality::Hypothetical => "supposed",
    };
    match (modality, polarity) {
        (_, Polarity::Positive) => how.to_owned(),
        (Modality::Asserted, Polarity::Negative) => "told as not so".to_owned(),
        (_, Polarity::Negative) => format!("{how} not to be so"),
    }
}
