//! The plain form of a verb or a noun.
//!
//! Irregular verbs after Quirk and others 1985, 3.11 to 3.20; spelling after 3.5 to 3.10 and 5.78 to 5.89.
//!
//! It does not know sentences.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// Plain form, past tense, participle.
const IRREGULAR: &str = "arise arose arisen|awake awoke awoken|be was been|bear bore borne|beat beat beaten|become became become|begin began begun|\
    bend bent bent|bet bet bet|bid bid bid|bind bound bound|bite bit bitten|bleed bled bled|blow blew blown|break broke broken|bring brought brought|\
    broadcast broadcast broadcast|build built built|burst burst burst|buy bought bought|cast cast cast|catch caught caught|choose chose chosen|\
    cling clung clung|come came come|cost cost cost|creep crept crept|cut cut cut|deal dealt dealt|dig dug dug|do did done|draw drew drawn|\
    drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed fed|feel felt felt|fight fought fought|find found found|\
    flee fled fled|fling flung flung|fly flew flown|forbid forbade forbidden|forecast forecast forecast|forget forgot forgotten|\
    forgive forgave forgiven|freeze froze frozen|get got got|give gave given|go went gone|grind ground ground|grow grew grown|\
    hang hung hung|have had had|hear heard heard|hide hid hidden|hit hit hit|hold held held|hurt hurt hurt|keep kept kept|kneel knelt knelt|\
    know knew known|lay laid laid|lead led led|leave left left|lend lent lent|let let let|light lit lit|lose lost lost|make made made|\
    mean meant meant|meet met met|mistake mistook mistaken|overcome overcame overcome|overtake overtook overtaken|overthrow overthrew overthrown|\
    pay paid paid|put put put|quit quit quit|read read read|rebuild rebuilt rebuilt|ride rode ridden|ring rang rung|rise rose risen|run ran run|\
    say said said|see saw seen|seek sought sought|sell sold sold|send sent sent|set set set|shake shook shaken|shed shed shed|shine shone shone|\
    shoot shot shot|show showed shown|shrink shrank shrunk|shut shut shut|sing sang sung|sink sank sunk|sit sat sat|sleep slept slept|\
    slide slid slid|speak spoke spoken|spend spent spent|spin spun spun|split split split|spread spread spread|spring sprang sprung|\
    stand stood stood|steal stole stolen|stick stuck stuck|sting stung stung|strike struck struck|strive strove striven|swear swore sworn|\
    sweep swept swept|swell swelled swollen|swim swam swum|swing swung swung|take took taken|teach taught taught|tear tore torn|tell told told|\
    think thought thought|throw threw thrown|thrust thrust thrust|undergo underwent undergone|understand understood understood|\
    undertake undertook undertaken|undo undid undone|uphold upheld upheld|upset upset upset|wake woke woken|wear wore worn|weave wove woven|\
    weep wept wept|win won won|wind wound wound|withdraw withdrew withdrawn|withhold withheld withheld|withstand withstood withstood|\
    write wrote written";

static PAST: LazyLock<FxHashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let mut map = FxHashMap::default();
    for row in IRREGULAR.split('|') {
        let mut forms = row.split_whitespace();
        let Some(plain) = forms.next() else { continue };
        for form in forms {
            map.entry(form).or_insert(plain);
        }
    }
    map.insert("were", "be");
    map
});

/// The plain form of a verb in small letters, given its tag of the Penn Treebank. Regular endings are taken off by the rules of spelling, so that a rare
/// verb may come out without its last letter.
pub(super) fn verb(lower: &str, tag: &str) -> String {
    match tag {
        "VBD" | "VBN" => match PAST.get(lower) {
            Some(plain) => (*plain).to_owned(),
            None => cut(lower, "ed"),
        },
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
    if let Some(row) = PLURALS.iter().find(|row| row.0 == lower) {
        return row.1.to_owned();
    }
    if let Some(stem) = lower.strip_suffix("men") {
        return format!("{stem}man");
    }
    third(lower)
}

/// Irregular plurals (Quirk and others 1985, 5.81 to 5.96), and nouns whose plural is all there is.
const PLURALS: &[(&str, &str)] = &[
    ("children", "child"),
    ("feet", "foot"),
    ("teeth", "tooth"),
    ("mice", "mouse"),
    ("geese", "goose"),
    ("lives", "life"),
    ("wives", "wife"),
    ("knives", "knife"),
    ("wolves", "wolf"),
    ("leaves", "leaf"),
    ("halves", "half"),
    ("thieves", "thief"),
    ("shelves", "shelf"),
    ("loaves", "loaf"),
    ("movies", "movie"),
    ("crises", "crisis"),
    ("analyses", "analysis"),
    ("species", "species"),
    ("series", "series"),
    ("headquarters", "headquarters"),
    ("means", "means"),
    ("thanks", "thanks"),
    ("regards", "regards"),
    ("politics", "politics"),
    ("goods", "goods"),
    ("clothes", "clothes"),
];

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
    let Some(stem) = word.strip_suffix(ending).filter(|s| s.chars().count() > 1) else { return word.to_owned() };
    let mut back = stem.chars().rev();
    let (last, before, third) = (back.next().unwrap_or(' '), back.next().unwrap_or(' '), back.next().unwrap_or(' '));
    let vowel = |c: char| "aeiou".contains(c);
    if last == before && third != ' ' && !vowel(last) && (!"lsfzd".contains(last) || DOUBLED.contains(&stem)) && stem != "err" {
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
        'd' | 'k' | 'm' | 'n' | 'p' | 'r' | 'b' => vowel(before) && !vowel(third) && third != ' ' && !ends(UNSTRESSED),
        _ => false,
    };
    if (silent || WITH_E.contains(&stem)) && !WITHOUT_E.contains(&stem) { format!("{stem}e") } else { stem.to_owned() }
}

/// Endings of stems that bear no stress: the plain form has no "e" then ("enter", "open", "abandon").
const UNSTRESSED: &[&str] = &["er", "en", "on", "or", "om", "op", "ip", "ed", "in", "am", "em", "an"];
/// Stems in "-ll" with one "l" in the plain form.
const DOUBLED: &[&str] = &[
    "annull", "cancell", "travell", "controll", "compell", "expell", "labell", "modell", "patroll", "propell", "quarrell", "repell",
    "signall", "totall", "channell", "fuell", "levell", "rebell", "counsell",
];
/// Stems that want an "e" against the rule.
const WITH_E: &[&str] = &[
    "acquir", "admir", "arriv", "becom", "bit", "chang", "charg", "cit", "clos", "combin", "com", "compet", "complet", "confin", "creat",
    "decid", "declin", "defin", "delet", "determin", "divid", "eras", "escap", "examin", "excit", "expir", "explor", "extradit", "fil",
    "fir", "fram", "fus", "hir", "hol", "hop", "ignit", "ignor", "imagin", "inspir", "interfer", "invit", "pil", "nam", "blam", "overcom",
    "past", "phon", "pos", "postpon", "preced", "prepar", "provid", "quot", "recit", "refin", "requir", "resid", "retir", "rul", "schedul",
    "scor", "shap", "smil", "stor", "tast", "typ", "undermin", "outlin", "unit", "us", "wast", "welcom", "wip", "writ",
];
/// Stems that want none.
const WITHOUT_E: &[&str] = &[
    "appear", "audit", "belong", "benefit", "bias", "bring", "bus", "canvas", "chat", "claim", "combat", "develop", "edit", "envelop",
    "explain", "focus", "format", "gallop", "gas", "gossip", "hang", "limit", "long", "market", "pilot", "pivot", "ballot", "profit",
    "reveal", "target", "visit", "discus", "rebut", "debut",
];

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
