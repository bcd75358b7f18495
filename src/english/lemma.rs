//! The plain form of a verb or a noun.
//!
//! Irregular verbs after Quirk and others 1985, 3.11 to 3.20; spelling after 3.5 to 3.10 and 5.78 to 5.89.
//!
//! It does not know sentences.

use crate::words::List;

/// The plain form of a verb in small letters, given its tag of the Penn Treebank. Regular endings are taken off by the rules of spelling, so that a rare
/// verb may come out without its last letter.
pub(super) fn verb(lower: &str, tag: &str) -> String {
    match tag {
        "VBD" | "VBN" => List::IrregularVerbs.get(lower).map_or_else(|| cut(lower, "ed"), str::to_owned),
        "VBG" => match lower {
            "dying" | "lying" | "tying" => format!("{}ie", &lower[..1]),
            _ => cut(lower, "ing"),
        },
        "VBZ" => match lower {
            "has" => "have".to_owned(),
            "is" | "'s" => "be".to_owned(),
            "does" => "do".to_owned(),
            "goes" => "go".to_owned(),
            _ => third(lower),
        },
        _ if matches!(lower, "are" | "am" | "'re" | "'m") => "be".to_owned(),
        _ => lower.to_owned(),
    }
}

/// The singular of a noun in small letters, given its tag.
pub(super) fn noun(lower: &str, tag: &str) -> String {
    if tag != "NNS" {
        return lower.to_owned();
    }
    if let Some(one) = List::IrregularPlurals.get(lower) {
        return one.to_owned();
    }
    if let Some(stem) = lower.strip_suffix("men") {
        return format!("{stem}man");
    }
    third(lower)
}

/// Without the "-s" of plurals and of the third person.
fn third(word: &str) -> String {
    if let Some(stem) = word.strip_suffix("ies").filter(|s| s.len() > 1) {
        return format!("{stem}y");
    }
    let hissing =
        |s: &&str| ["ss", "x", "zz", "ch", "sh", "us", "gas"].iter().any(|e| s.ends_with(e)) && !s.ends_with("aus") && !s.ends_with("ous");
    match word.strip_suffix("es").filter(hissing) {
        // "causes", "uses", "houses"; but "viruses", "buses"
        Some(stem) if stem != "us" => stem.to_owned(),
        _ => word.strip_suffix('s').unwrap_or(word).to_owned(),
    }
}

/// Without "-ed" or "-ing": "planned", "hoped", "tried", "agreed".
fn cut(word: &str, ending: &str) -> String {
    if ending == "ed" {
        if let Some(stem) = word.strip_suffix("ied") {
            return if stem.len() == 1 { format!("{stem}ie") } else { format!("{stem}y") };
        }
        if word.ends_with("eed") && word.len() > 4 {
            return word[..word.len() - 1].to_owned();
        }
    }
    // What is left of a word has a vowel: "swing", "bring", "shed" and "king" have no ending.
    let syllable = |s: &&str| s.chars().count() > 1 && s.contains(['a', 'e', 'i', 'o', 'u', 'y']);
    let Some(stem) = word.strip_suffix(ending).filter(syllable) else { return word.to_owned() };
    let mut back = stem.chars().rev();
    let (last, before, third) = (back.next().unwrap_or(' '), back.next().unwrap_or(' '), back.next().unwrap_or(' '));
    let vowel = |c: char| "aeiou".contains(c);
    if last == before && third != ' ' && !vowel(last) && (!"lsfzd".contains(last) || List::DoubledL.has(stem)) && stem != "err" {
        return stem[..stem.len() - last.len_utf8()].to_owned();
    }
    let ends = |list: &[&str]| list.iter().any(|e| stem.ends_with(e));
    // Which consonants a plain form does not end in, or hardly ever behind a lone vowel.
    let silent = match last {
        'v' | 'u' | 'c' => true,
        's' => before != 's' && (vowel(before) || matches!(before, 'n' | 'r' | 'l' | 'p')),
        'g' => ends(&["rg", "dg", "ag", "eg", "ng"]) && !ends(&["ing", "ong"]),
        'z' => before != 'z',
        'l' => "bcdfgkptz".contains(before),
        't' => ends(&["at", "ut", "ot"]) && !vowel(third) && third != ' ' || ends(&["iat", "uat"]) && stem.len() > 5,
        'd' | 'k' | 'm' | 'n' | 'p' | 'r' | 'b' => vowel(before) && !vowel(third) && third != ' ' && !List::UnstressedEndings.ends(stem),
        _ => false,
    };
    if (silent || List::WithE.has(stem)) && !List::WithoutE.has(stem) { format!("{stem}e") } else { stem.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs() {
        for (form, tag, plain) in [
            ("signed", "VBD", "sign"),
            ("planned", "VBN", "plan"),
            ("hoped", "VBD", "hope"),
            ("tried", "VBD", "try"),
            ("agreed", "VBD", "agree"),
            ("sold", "VBN", "sell"),
            ("making", "VBG", "make"),
            ("announces", "VBZ", "announce"),
            ("goes", "VBZ", "go"),
            ("watches", "VBZ", "watch"),
            ("launched", "VBD", "launch"),
            ("purchased", "VBD", "purchase"),
            ("released", "VBD", "release"),
            ("unveiled", "VBD", "unveil"),
            ("cancelled", "VBN", "cancel"),
            ("visited", "VBD", "visit"),
            ("created", "VBD", "create"),
            ("expected", "VBN", "expect"),
            ("opened", "VBD", "open"),
            ("delivering", "VBG", "deliver"),
            ("changed", "VBD", "change"),
            ("dying", "VBG", "die"),
            ("passed", "VBD", "pass"),
            ("uses", "VBZ", "use"),
            ("allowed", "VBN", "allow"),
            ("believed", "VBN", "believe"),
            ("scheduled", "VBN", "schedule"),
            ("stopped", "VBD", "stop"),
            ("produced", "VBN", "produce"),
            ("increased", "VBN", "increase"),
            ("required", "VBN", "require"),
            ("named", "VBD", "name"),
            ("hired", "VBD", "hire"),
            ("proposed", "VBN", "propose"),
            ("looking", "VBG", "look"),
            ("reported", "VBN", "report"),
            ("entered", "VBD", "enter"),
            ("raised", "VBD", "raise"),
            ("closed", "VBD", "close"),
            ("swing", "VBG", "swing"),
            ("bringing", "VBG", "bring"),
        ] {
            assert_eq!(verb(form, tag), plain, "{form}");
        }
    }

    #[test]
    fn nouns() {
        for (form, plain) in
            [("deals", "deal"), ("deliveries", "delivery"), ("crashes", "crash"), ("losses", "loss"), ("purchases", "purchase")]
        {
            assert_eq!(noun(form, "NNS"), plain, "{form}");
        }
    }
}
