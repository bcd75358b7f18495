//! A small reader of Rust text: what is code, what only tests see, and which paths the code names.
//!
//! It reads text, not Rust: a name that a macro puts together escapes it.

/// How many characters the comment or literal at the start of `rest` takes, and what is left standing in its place.
fn opaque(rest: &[char]) -> Option<(usize, char)> {
    let until = |from: usize, end: &str| {
        let end: Vec<char> = end.chars().collect();
        (from..rest.len()).find(|&i| rest[i..].starts_with(&end)).map_or(rest.len(), |i| i + end.len())
    };
    match rest {
        ['/', '/', ..] => Some((rest.iter().position(|&c| c == '\n').unwrap_or(rest.len()), ' ')),
        ['/', '*', ..] => Some((until(2, "*/"), ' ')),
        ['\'', '\\', ..] => Some((until(3, "'"), '"')),
        ['\'', _, '\'', ..] => Some((3, '"')),
        ['"', ..] => {
            let mut at = 1;
            while at < rest.len() && rest[at] != '"' {
                at += if rest[at] == '\\' { 2 } else { 1 };
            }
            Some((rest.len().min(at + 1), '"'))
        }
        ['r', ..] => {
            let hashes = rest[1..].iter().take_while(|&&c| c == '#').count();
            (rest.get(1 + hashes) == Some(&'"')).then(|| (until(2 + hashes, &format!("\"{}", "#".repeat(hashes))), '"'))
        }
        _ => None,
    }
}

/// The text with comments blanked and literals turned into quotation marks, line by line as before.
pub(crate) fn code(text: &str) -> String {
    let (chars, mut out, mut at) = (text.chars().collect::<Vec<_>>(), String::new(), 0);
    while at < chars.len() {
        let (len, fill) = opaque(&chars[at..]).unwrap_or((1, chars[at]));
        out.extend(chars[at..at + len].iter().map(|&c| if c == '\n' { c } else { fill }));
        at += len;
    }
    out
}

/// The string literals of a text up to the tests at its end.
pub(crate) fn literals(text: &str) -> Vec<String> {
    let (chars, mut out, mut at) = (text.chars().collect::<Vec<_>>(), Vec::new(), 0);
    let tests: Vec<char> = "#[cfg(test)]\nmod".chars().collect();
    while at < chars.len() && !chars[at..].starts_with(&tests) {
        let len = opaque(&chars[at..]).map_or(1, |(len, _)| len);
        if matches!(chars[at], '"' | 'r') && len > 1 {
            out.push(chars[at..at + len].iter().collect());
        }
        at += len;
    }
    out
}

/// Code, as [`code`] gives it, without the items that only tests see.
pub(crate) fn without_tests(code: &str) -> String {
    let Some(start) = ["#[cfg(test)]", "#[cfg(all(test"].iter().filter_map(|a| code.find(a)).min() else { return code.to_owned() };
    let mut depth = 0_i32;
    let end = code[start..].char_indices().find(|&(_, c)| {
        depth += i32::from("([{".contains(c)) - i32::from(")]}".contains(c));
        depth == 0 && "};".contains(c)
    });
    format!("{}{}", &code[..start], end.map_or(String::new(), |(i, _)| without_tests(&code[start + i + 1..])))
}

/// Every path that the code names, `use` trees taken apart: `a::{b, c::d}` gives `a::b` and `a::c::d`.
pub(crate) fn paths(code: &str) -> Vec<String> {
    let spaced: String = code.replace("::", "\0").chars().flat_map(|c| if name(c) { vec![c] } else { vec![' ', c, ' '] }).collect();
    let (tokens, mut at, mut found) = (spaced.split_whitespace().collect::<Vec<_>>(), 0, Vec::new());
    while at < tokens.len() {
        if tokens[at].starts_with(name) {
            tree(&tokens, &mut at, String::new(), &mut found);
        } else {
            at += 1;
        }
    }
    found
}

fn name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn tree(tokens: &[&str], at: &mut usize, mut path: String, found: &mut Vec<String>) {
    let mut more = true;
    while more && tokens.get(*at).is_some_and(|t| t.starts_with(name)) {
        path += tokens[*at];
        more = tokens.get(*at + 1) == Some(&"\0");
        *at += 1 + usize::from(more);
        path += if more { "::" } else { "" };
    }
    if !more || tokens.get(*at) != Some(&"{") {
        return found.push(path);
    }
    *at += 1;
    while *at < tokens.len() && tokens[*at] != "}" {
        match tokens[*at] {
            "as" => *at += 2,
            t if t.starts_with(name) => tree(tokens, at, path.clone(), found),
            _ => *at += 1,
        }
    }
    *at += 1;
}

#[test]
fn prose_is_not_code() {
    let text = "a // b\n\"c \\\" d\" /* e\nf */ 'g' '\\'' r#\"h \" i\"# r#type 'life j";
    assert_eq!(code(text).split_whitespace().filter(|t| !t.contains('"')).collect::<Vec<_>>(), ["a", "r#type", "'life", "j"]);
    assert_eq!(code(text).lines().count(), text.lines().count());
    assert_eq!(code("'{' \"}\" b'\\\\' x"), "\"\"\" \"\"\" b\"\"\"\" x");
}

#[test]
fn literals_are_found() {
    let text = "f(\"a\", 'b', r#\"c\"#, row) // \"d\"\n#[cfg(test)]\nmod tests { \"e\" }";
    assert_eq!(literals(text), ["\"a\"", "r#\"c\"#"]);
}

#[test]
fn what_only_tests_see_is_left_out() {
    let text = "a; #[cfg(test)]\n#[allow(x)]\nmod t { fn b() {} } c; #[cfg(all(test, unix))] use d; e #[cfg(test)] mod f { g";
    assert_eq!(without_tests(text).split_whitespace().collect::<String>(), "a;c;e");
}

#[test]
fn use_trees_are_taken_apart() {
    let text = "use crate::{a::{self, B as C}, d}; pub(crate) use super::super::e::*; x.now(); f::<G>(h::I { j: k })";
    let (got, want) = (paths(text), ["crate::a::self", "crate::a::B", "crate::d", "super::super::e::", "h::I"]);
    assert_eq!(got.iter().filter(|p| p.contains("::") && *p != "f::").collect::<Vec<_>>(), want);
}
