//! Rows of dates by the words around them: what makes a word a month, a year, a season; what tells whether a day lies back or ahead.
//! Published on Monday, 19 June 2023.

use super::tests::{MONDAY, context, put, read_times};
use super::*;

pub(super) fn read(text: &str, tense: Tense) -> String {
    read_times(text, &context(MONDAY, "", tense)).join("; ")
}

pub(super) fn check(rows: &[(&str, &str)]) {
    let wrong: Vec<_> = rows.iter().map(|(t, e)| (*t, *e, read(t, Tense::Past))).filter(|(_, e, found)| e != found).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The same of each word in the place of `_`.
pub(super) fn each(words: &str, tense: Tense, text: &str, expected: &str) {
    let wrong: Vec<_> = words.split('|').map(|w| (w, read(&put(text, w), tense))).filter(|(w, found)| *found != put(expected, w)).collect();
    assert!(wrong.is_empty(), "{text}: wanted {expected}, got {wrong:#?}");
}

const PAST: &str = "Friday = 2023-06-16";
const AHEAD: &str = "Friday = 2023-06-23";

#[test]
fn words_that_look_ahead() {
    let signs =
        "will|would|shall|until|till|upcoming|schedules|plans|planning|plan|expect|expects|hope|hopes|intend|intends|deadline|ahead";
    each(signs, Tense::Past, "Talks _ it Friday.", AHEAD);
    each("they'll leave|it is as soon as|it comes as early as", Tense::Past, "So _ Friday.", AHEAD);
    each("it is as late as|it comes so early as|soon as|with", Tense::Past, "So _ Friday.", PAST);
    let plans = "scheduled|planned|slated|poised|expected|due|set";
    each(plans, Tense::Past, "It is _ for Friday.", AHEAD);
    each(plans, Tense::Past, "It has been _ for Friday.", AHEAD);
    each(plans, Tense::Past, "They _ to leave Friday.", AHEAD);
    each(plans, Tense::Past, "It was _ for Friday.", PAST);
    each(plans, Tense::Past, "It had been _ for Friday.", PAST);
    each(plans, Tense::Past, "They _ it Friday.", PAST);
    each("is|are|has|have|remains", Tense::Past, "So it _ all due Friday.", AHEAD);
    each("was|were|been|be|had", Tense::Past, "So it _ planned to leave Friday.", PAST);
    each("was|were|had", Tense::Past, "So it _ all due Friday.", PAST);
    each("to|a|an|the|that", Tense::Past, "They planned _ trip Friday.", AHEAD);
    each("some|their", Tense::Past, "They planned _ trip Friday.", PAST);
    // Beyond ten words nothing is looked at.
    each("a b c d e f g h i", Tense::Past, "They will _ Friday.", AHEAD);
    each("a b c d e f g h i j", Tense::Past, "They will _ Friday.", PAST);
    // A mark parts clauses, and so does a comma that does not belong to the date.
    each(";|:|\"|(|)|—", Tense::Past, "They will open it _ it shut Friday.", PAST);
    each("it, that, Friday|all, Friday", Tense::Past, "They will open _.", PAST);
    check(&[("They will open it on, or by, Friday.", PAST)]);
    each("until|till", Tense::Past, "They were open _ Friday.", AHEAD);
    each("Until|Till", Tense::Past, "_ Friday they were out.", PAST);
    each("Until|Till", Tense::Past, "_ Friday they will be out.", AHEAD);
}

#[test]
fn words_that_look_back() {
    let told = "said|told|met|went|came|left|took|made|gave|held|began|saw|found|won|lost|struck|hit|shot|fell|rose|sent|brought|caught|wrote|spoke|got|\
        ran|drew|led|fled|flew|broke|became|put|read|sought|stood|withdrew|swept|threw|beat|bought|sold|paid|fought|kept|knew|thought";
    each(told, Tense::Future, "They _ it Friday.", PAST);
    each("opened|called|asked", Tense::Future, "They _ it Friday.", PAST);
    each("need|feed|shed", Tense::Future, "They all _ it Friday.", AHEAD);
    each("hundred|indeed|united|speed|proceed|exceed|succeed|bed|Opened", Tense::Future, "They all _ it Friday.", AHEAD);
    each("was|were", Tense::Future, "One _ on Friday.", PAST);
    for word in ["on", "in", "at", "by", "for", "the", "about", "around"] {
        assert_eq!(read(&format!("One was {word} Friday."), Tense::Future), PAST, "{word}");
    }
    each("was new|were all", Tense::Future, "One _ Friday.", AHEAD);
    // "Is heard", "to be heard" tell what is to come; "could be heard" does not.
    each("is|are|being|to", Tense::Past, "It all _ opened Friday.", AHEAD);
    each("will be|to be|may be", Tense::Past, "It all _ opened Friday.", AHEAD);
    each("could be|should be|not be", Tense::Future, "It all _ opened Friday.", PAST);
    // What a day owns has been, unless something takes place in it.
    check(&[("They shall rule out Friday's ruling.", PAST)]);
    each("in|for|at|before|during|of|the", Tense::Future, "They shall vote _ Friday's race.", AHEAD);
}

/// Behind a date that opens its sentence.
#[test]
fn verbs_behind_the_date() {
    each("will|shall", Tense::Past, "On Friday they _ leave.", AHEAD);
    each("left|opened|was|were|had|set", Tense::Future, "On Friday they _ it.", PAST);
    check(&[
        ("On Friday they'll leave.", AHEAD),
        ("And on Friday they will leave.", AHEAD),
        ("And then on Friday they will leave.", PAST),
        ("On Friday a b c d e f g h i will leave.", AHEAD),
        ("On Friday a b c d e f g h i j will leave.", PAST),
    ]);
}

/// Without a tense, words that look ahead do so for ten tokens, up to "but" or a stop.
#[test]
fn ahead_where_the_tense_is_open() {
    let ahead = "will|shall|upcoming|scheduled|expect|expects|expected|planned|plans|planning|due|until|slated|poised";
    each(ahead, Tense::Unknown, "It _ , so they say , Friday .", AHEAD);
    each("with", Tense::Unknown, "It _ , so they say , Friday .", PAST);
    each("will , but|will ;", Tense::Unknown, "It _ , so they say , Friday .", PAST);
    each("will , a b c d e f g", Tense::Unknown, "It _ , Friday .", AHEAD);
    each("will , a b c d e f g h", Tense::Unknown, "It _ , Friday .", PAST);
    each("Soon", Tense::Unknown, "_ they leave.", "_ = FUTURE_REF");
}

#[test]
fn months_and_other_words() {
    let prepositions = "in|since|until|till|by|during|from|to|through|of|between|before|after|for|around|throughout|into|circa|and|or|year|ended|ending|\
        beginning|starting|end";
    for word in prepositions.split('|') {
        assert!(read(&format!("It rained {word} March there."), Tense::Past).contains("March = 202"), "{word}");
    }
    each("with|a", Tense::Past, "It rained _ March there.", "");
    check(&[
        ("The March vote was held.", "March = 2023-03"),
        ("The March on the town was held.", ""),
        ("The March and all was held.", ""),
        ("The March of the town was held.", ""),
        ("The May vote was held.", "May = 2023-05"),
        ("The March Vote was held.", ""),
        ("They saw March - two of them - there.", ""),
        ("They saw Jan-two there.", ""),
        ("In May Osk fell.", ""),
        ("In July Osk fell.", "July = 2022-07"),
        ("It was held in April.", "April = 2023-04"),
        ("April was dry.", "April = 2023-04"),
        ("April Osk was dry.", ""),
        ("June Osk was dry.", ""),
        ("August Osk was dry.", ""),
        ("They saw Ann June there.", ""),
        ("They saw Ann August there.", ""),
        ("They saw April there.", "April = 2023-04"),
        ("They saw Ann April there.", ""),
        ("They met in Jan there.", "Jan = 2023-01"),
        ("They met Jan there.", ""),
        ("They met in Jan Osk.", ""),
        ("It was dry (March-May 1950).", "March = 1950-03; May 1950 = 1950-05"),
        ("It was dry in march there.", ""),
        ("It was dry in january there.", "january = 2023-01"),
        ("It was dry in august there.", ""),
        ("It was dry in jan there.", ""),
        ("It was dry on monday, jan 9.", "monday, jan 9 = 2023-01-09"),
        ("It was dry on monday in jan there.", "monday = 2023-06-19"),
        (", jan 9 was dry.", ""),
        ("Monday, jan 9 was dry.", "Monday, jan 9 = 2023-01-09"),
        ("It was dry on 9 jan 2023.", "2023 = 2023"),
        ("It was dry on 2022-jan-9.", "2022-jan-9 = 2022-01-09"),
        ("It was dry on 9 Jul. 2022.", "9 Jul. 2022 = 2022-07-09"),
        ("It was dry in Sept. 2022.", "Sept. 2022 = 2022-09"),
        ("In June 12 people died.", "June = 2023-06"),
        ("On June 12 people died.", "June 12 = 2023-06-12"),
        ("On June 12 boats sank.", "June 12 = 2023-06-12"),
        ("In June 12 boats sank.", "June = 2023-06"),
        ("In June 12 Boats sank.", "June 12 = 2023-06-12"),
        ("In June 10-15% sank.", "June = 2023-06"),
        ("It ran June 10-15.", "June 10-15 = 2023-06-10/2023-06-15"),
        ("It ran June 10 to 15, 2022.", "June 10 to 15, 2022 = 2022-06-10/2022-06-15"),
        ("It ran 10-15 June 2022.", "10-15 June 2022 = 2022-06-10/2022-06-15"),
        ("It ran June 10 - July 5, 2022.", "June 10 - July 5, 2022 = 2022-06-10/2022-07-05"),
        ("It ran 10 June to 5 July 2022.", "10 June to 5 July 2022 = 2022-06-10/2022-07-05"),
        ("It ran June 15-10.", "June 15 = 2023-06-15; 10 = 2023-06-10"),
    ]);
    each("percent|%|million|billion|thousand|people|km|miles", Tense::Past, "In June 12 _ there.", "June = 2023-06");
}

#[test]
fn days_of_months() {
    let follows = "on|by|for|until|till|since|from|to|before|after|between|and";
    for word in follows.split('|') {
        assert!(read(&format!("It sat {word} the 12th."), Tense::Past).contains("the 12th = 2023-0"), "{word}");
    }
    each("in|with", Tense::Past, "It sat _ the 12th.", "");
    let beside = "it|he|she|they|we|i|the|a|an|was|were|had|is|his|her|their|its|and|but|when|in|at|on|as|while|to|by|with|for|from|amid|near|outside|\
        because|or";
    each(beside, Tense::Past, "Then on the 12th _ sat.", "the 12th = 2023-06-12");
    each("floor|day|Osk", Tense::Past, "Then on the 12th _ sat.", "");
    check(&[
        ("It sat on the twenty-first.", "the twenty-first = 2023-05-21"),
        ("It sat on the twenty-first of it.", ""),
        ("It sat on the thirtieth.", ""),
        ("It sat on the first.", ""),
        ("It sat on the 31st.", "the 31st = 2023-05-31"),
        ("It sat on the 32nd.", ""),
        ("It sat on 12.", "12 = 2023-06-12"),
        ("It sat on 12 boats.", ""),
        ("It sat on Oct31.", "Oct31 = 2022-10-31"),
        ("It sat on Oct32.", ""),
        ("It sat on Oct2 5 there.", "Oct2 = 2022-10-02"),
        ("It sat on Oct0.", ""),
        ("It sat on May-3.", "May-3 = 2023-05-03"),
        ("It sat on May/3.", "May/3 = 2023-05-03"),
        ("It sat May - 3.", ""),
        ("It sat May-3 there.", ""),
        ("It sat on May. 3.", "May. 3 = 2023-05-03"),
        ("It sat on May . 3.", ""),
        ("It sat on 16. Nov. 2022.", "16. Nov. 2022 = 2022-11-16"),
        ("It sat the week of May 8.", "the week of May 8 = 2023-W19"),
        ("It sat the second Sunday.", "second Sunday = 2023-06-11"),
        ("It sat second Sunday boats.", "Sunday = 2023-06-18"),
        ("It sat the last Sunday in May.", "the last Sunday in May = 2023-05-28"),
        ("It sat on oct31.", ""),
        ("It sat on May thirty-first.", "May thirty-first = 2023-05-31"),
        ("It sat on May thirty-one.", "May thirty-one = 2023-05-31"),
        ("It sat on May thirty one.", "May thirty one = 2023-05-31"),
        ("It sat on May twenty, one sat.", "May twenty = 2023-05-20"),
        ("It sat on May thirty-two.", ""),
        ("It sat on May ten.", "May ten = 2023-05-10"),
        ("It sat on May twenty ten.", ""),
        ("It sat on May ten boats.", ""),
        ("It sat on May 3rd.", "May 3rd = 2023-05-03"),
        ("It sat on May 3 and 4.", "May 3 = 2023-05-03; 4 = 2023-05-04"),
        ("It sat on May 3 & 4.", "May 3 = 2023-05-03; 4 = 2023-05-04"),
        ("It sat on May 3 or 4.", "May 3 = 2023-05-03; 4 = 2023-05-04"),
        ("It sat on May 3 with 4.", "May 3 = 2023-05-03"),
        ("It sat on 3 & 4 May.", "3 = 2023-05-03; 4 May = 2023-05-04"),
        ("It sat on 3 with 4 May.", "4 May = 2023-05-04"),
        ("It sat on the 3rd and the 4th of May.", "the 3rd = 2023-05-03; the 4th of May = 2023-05-04"),
        ("It sat on 3 and 4 May 2022.", "3 = 2022-05-03; 4 May 2022 = 2022-05-04"),
        ("It sat on May 3, 4, 5, 6 and 7.", "May 3 = 2023-05-03; 4 = 2023-05-04; 5 = 2023-05-05; 6 = 2023-05-06; 7 = 2023-05-07"),
        ("Twenty-first of May was dry.", "Twenty-first of May = 2023-05-21"),
        ("It sat on Friday the 12th.", "Friday the 12th = 2023-05-12"),
        ("It sat on Friday the twelfth.", "Friday the twelfth = 2023-05-12"),
        ("It sat on Fri., May 12.", "Fri., May 12 = 2023-05-12"),
        ("It sat on Fri May 12.", "Fri May 12 = 2023-05-12"),
        ("It sat on fri May 12.", "May 12 = 2023-05-12"),
    ]);
}

#[test]
fn names_that_have_a_weekday() {
    let papers = "Times|Telegraph|Mirror|Express|Mail|Herald|Post|Star|Independent|Tribune|Magazine|Review|World|Politics";
    each(papers, Tense::Past, "The Sunday _ sat.", "");
    each("Osk", Tense::Past, "On Sunday _ sat.", "Sunday = 2023-06-18");
    each("Black|Bloody|Super|Cyber|Holy|Giving", Tense::Past, "On _ Tuesday they sat.", "");
    each("Good|Ash|Palm|Maundy", Tense::Past, "On _ Tuesday they sat.", "");
    each("Mon|Tue|Tues|Wed|Weds|Thu|Thur|Thurs|Fri|Sat|Sun", Tense::Past, "It opened on _ May 9.", "_ May 9 = 2023-05-09");
    let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let days = ["Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays"];
    for (n, month) in months.iter().enumerate() {
        check(&[(&format!("It opened on {month} 9, 2022."), &format!("{month} 9, 2022 = 2022-{:02}-09", n + 1))]);
    }
    for (n, day) in days.iter().enumerate() {
        check(&[(&format!("They met {day} there."), &format!("{day} = XXXX-WXX-{}", n + 1))]);
    }
    check(&[
        ("It opened on Sept 9, 2022.", "Sept 9, 2022 = 2022-09-09"),
        ("They sat Friday lunchtime.", "Friday lunchtime = 2023-06-16TMI"),
        ("They sat Friday mornings.", "Friday mornings = 2023-06-16TMO"),
    ]);
    each("tmrw", Tense::Future, "They come _ there.", "_ = 2023-06-20");
    check(&[("On Sunday night they sat.", "Sunday night = 2023-06-18TNI")]);
}

#[test]
fn seasons_and_parts() {
    each("in|by|during|since|until|till|before|after|through|and|or|to|of", Tense::Past, "They sat _ summer there.", "");
    each("in|by|during|since|until|till|before|after|through|and|or|to|of", Tense::Past, "They sat _ summer.", "summer = 2023-SU");
    each("in|during|into|over|by|through|throughout", Tense::Past, "They sat _ the morning.", "the morning = 2023-06-19TMO");
    each("in|during|into|over|by|through|throughout", Tense::Past, "They sat _ the summer.", "the summer = 2023-SU");
    each("at|before|by|until|since", Tense::Past, "They sat _ dawn there.", "dawn = 2023-06-19TMO");
    check(&[("They sat in winter, all of them.", "winter = 2022-WI"), ("They sat in autumn, all of them.", "autumn = 2022-FA")]);
    check(&[
        ("They sat with summer.", ""),
        ("They sat in summer of all.", "summer = 2023-SU"),
        ("They met in autumn and August 1955.", "autumn = 1954-FA; August 1955 = 1955-08"),
        ("They met in autumn and September 1955.", "autumn = 1955-FA; September 1955 = 1955-09"),
        ("They met in summer and May 1955.", "summer = 1954-SU; May 1955 = 1955-05"),
        ("They met in summer and June 1955.", "summer = 1955-SU; June 1955 = 1955-06"),
        ("They met in winter and November 1955.", "winter = 1954-WI; November 1955 = 1955-11"),
        ("They met in winter and December 1955.", "winter = 1955-WI; December 1955 = 1955-12"),
        ("They met in the spring and February 1955.", "the spring = 1954-SP; February 1955 = 1955-02"),
        ("They met in the spring and March 1955.", "the spring = 1955-SP; March 1955 = 1955-03"),
        ("They sat in Summer.", ""),
        ("They sat in the summer of the war.", ""),
        ("They met at the weekend of the fair.", ""),
        // No summer of the north lies in two years.
        ("They sat in the summer of 1939–40.", "the summer of 1939 = 1939-SU; 40 = 1940"),
        ("They sat in the winter of 1939–40.", "the winter of 1939–40 = 1939-WI"),
        ("They sat in spring.", ""),
        ("They sat in fall.", ""),
        ("They sat in summer houses.", ""),
        ("They sat in summer when it rained.", "summer = 2023-SU"),
        ("What came in summer was sold.", "summer = 2023-SU"),
        ("The spring and early summer of 1943 were dry.", "The spring = 1943-SP; early summer of 1943 = 1943-SU START"),
        ("The spring or summer of 1943 was dry.", "The spring = 1943-SP; summer of 1943 = 1943-SU"),
        ("The spring and the well were dry.", ""),
        ("They sat on the night of 3 June.", "the night of 3 June = 2023-06-03TNI"),
        ("They sat on the night of the 3rd of June.", "the night of the 3rd of June = 2023-06-03TNI"),
        ("They sat on the night of the fire.", ""),
        ("They sat at night.", "night = XXXX-XX-XXTNI"),
        ("They sat with the morning.", ""),
        ("They sat by night.", "night = 2023-06-19TNI"),
        ("They sat for dawn there.", ""),
        ("They sat at night on Friday.", "night on Friday = 2023-06-16TNI"),
        ("They sat at night, on Friday.", "night, on Friday = 2023-06-16TNI"),
        ("They sat at night of Friday.", "night of Friday = 2023-06-16TNI"),
        ("They sat in daytime on Friday.", "daytime on Friday = 2023-06-16TDT"),
        ("They sat at 9:30 of Friday.", "9:30 of Friday = 2023-06-16T09:30"),
        ("They sat Friday at about 9:30 p.m.", "Friday at about 9:30 p.m. = 2023-06-16T21:30 APPROX"),
        ("They sat in the evening on Friday at 9:30.", "the evening on Friday at 9:30 = 2023-06-16T21:30"),
        ("They sat Friday evening hours.", "Friday evening hours = 2023-06-16TEV"),
        ("They sat in the evening, half past nine.", "the evening, half past nine = 2023-06-19T21:30"),
        ("They sat in the morning, half past nine.", "the morning, half past nine = 2023-06-19T09:30"),
        ("They sat Friday morning at 9:30.", "Friday morning at 9:30 = 2023-06-16T09:30"),
        ("They sat Friday midday at 12:30.", "Friday midday at 12:30 = 2023-06-16T12:30"),
        ("They sat in daytime.", "daytime = XXXX-XX-XXTDT"),
        ("They sat in the early morning.", "the early morning = 2023-06-19TMO START"),
        ("They sat in the morning hours.", "the morning hours = 2023-06-19TMO"),
        ("They sat on Friday in the morning.", "Friday in the morning = 2023-06-16TMO"),
        ("They sat on Friday, in the evening at 9.", "Friday, in the evening = 2023-06-16TEV"),
        ("They sat on Friday at 9 p.m.", "Friday at 9 p.m. = 2023-06-16T21:00"),
        ("They sat at noon on Friday.", "noon on Friday = 2023-06-16T12:00"),
        ("They sat in the morning on Friday evening.", "the morning on Friday = 2023-06-16TMO"),
        ("They sat at 7 in the evening on Friday.", "7 in the evening on Friday = 2023-06-16T19:00"),
        ("They sat at half past five on Friday afternoon.", "half past five on Friday afternoon = 2023-06-16T17:30"),
        ("They sat at half past six on Friday afternoon.", "half past six on Friday afternoon = 2023-06-16T06:30"),
        ("They sat at half past four on Friday evening.", "half past four on Friday evening = 2023-06-16T16:30"),
        ("They sat at half past three on Friday evening.", "half past three on Friday evening = 2023-06-16T03:30"),
        ("They sat at half past six on Friday night.", "half past six on Friday night = 2023-06-16T18:30"),
        ("They sat at half past five on Friday night.", "half past five on Friday night = 2023-06-16T05:30"),
        ("They sat at half past nine on Friday morning.", "half past nine on Friday morning = 2023-06-16T09:30"),
    ]);
}

#[test]
fn lengths_and_what_recurs() {
    each("for|within|in|after|spent|took|take|takes|taking|lasted|by", Tense::Past, "They sat _ weeks there.", "weeks = PXW");
    each("with|the", Tense::Past, "They sat _ weeks there.", "");
    each("over|through|throughout|down", Tense::Past, "They sat _ the years.", "the years = PXY");
    each("with|for", Tense::Past, "They sat _ the years.", "");
    check(&[("They sat over the years of war.", "")]);
    check(&[
        ("They got another full year.", "another full year = P1Y"),
        ("They got another full-year ban.", "another full-year = P1Y"),
        ("They got another two days.", "two days = P2D"),
    ]);
    check(&[
        ("They sat for the last week.", "the last week = P1W"),
        ("They sat for the past year.", "the past year = P1Y"),
        ("They sat for the coming month.", "the coming month = P1M"),
        ("They sat for past year.", "past year = P1Y"),
        ("They sat the last three weeks.", "the last three weeks = P3W"),
        ("They sat this three weeks.", "three weeks = P3W"),
        ("They sat the same three weeks.", "three weeks = P3W"),
        ("It closed two to three years ago.", "two to three years ago = PAST_REF"),
        ("It closed two hours ago.", "two hours ago = PAST_REF"),
        ("It closed two years ago.", "two years ago = 2021"),
        ("It opens two hours from now.", "two hours from now = FUTURE_REF"),
    ]);
    each("percent|million|billion|thousand|hundred|dozen|boats|12|%", Tense::Past, "They saw _ a day.", "a day = P1D");
    each("was|is|has|this|its|his|as|boat|it", Tense::Past, "They saw _ a day.", "");
    each("once|twice", Tense::Past, "They sat _ a week.", "_ a week = P1W");
    each("two|three|four|five|six|seven|eight|ten|several|many", Tense::Past, "They sat _ times a week.", "_ times a week = P1W");
    each("a|an|per|each|every", Tense::Past, "They sat twice _ week.", "twice _ week = P1W");
    each("other|second", Tense::Past, "They sat every _ week.", "every _ week = P2W");
    check(&[
        ("They sat every week.", "every week = P1W"),
        ("They sat each night.", "each night = P1D"),
        ("They sat every morning.", "every morning = XXXX-XX-XXTMO"),
        ("They sat every June.", "every June = XXXX-06"),
        ("They sat every three weeks.", "every three weeks = P3W"),
        ("They sat hourly there.", "hourly = PT1H"),
        ("They sat daily there.", "daily = P1D"),
        ("They sat nightly there.", "nightly = P1D"),
        ("They sat weekly there.", "weekly = P1W"),
        ("They sat monthly there.", "monthly = P1M"),
        ("They sat quarterly there.", "quarterly = P3M"),
        ("They sat yearly there.", "yearly = P1Y"),
        ("They sat annually there.", "annually = P1Y"),
        ("They sat Daily there.", ""),
        ("A daylong talk ended.", "daylong = P1D"),
        ("A weeklong talk ended.", "weeklong = P1W"),
        ("A monthlong talk ended.", "monthlong = P1M"),
        ("A yearlong talk ended.", "yearlong = P1Y"),
        ("A decades-long talk ended.", "decades-long = PXY"),
        ("An hours-long talk ended.", "hours-long = PTXH"),
        ("A week-long talk ended.", "week-long = P1W"),
        ("It took 80 km an hour.", ""),
        ("They sat the day.", ""),
        ("They sat for a year.", "a year = P1Y"),
        ("It cost five a year.", ""),
        ("They saw a year.", ""),
        ("They saw the 60 Minutes there.", ""),
        ("60 Minutes passed.", "60 Minutes = PT60M"),
        ("They left two weeks ago.", "two weeks ago = 2023-W23"),
        ("They left 1.5 weeks ago.", "1.5 weeks = P1.5W"),
        ("They left 1.5 years ago.", "1.5 years ago = 2021-12"),
        ("It took 60 minutes.", "60 minutes = PT60M"),
        ("It took .5 hours there.", ".5 hours = PT30M"),
        ("It took about .5 hours there.", "about .5 hours = PT30M APPROX"),
        ("It took v.5 hours there.", ""),
        ("It took . 5 hours there.", "5 hours = PT5H"),
        ("It took ≈5 days there.", "≈5 days = P5D APPROX"),
        ("It took ~5 days there.", "~5 days = P5D APPROX"),
        ("They need four business days.", "four business days = P4D"),
        ("They will answer in four days.", "four days = P4D"),
        ("They will answer in four business days.", "four business days = 2023-06-23"),
        ("They will answer in four working days.", "four working days = 2023-06-23"),
        ("They will answer in four business weeks.", "four business weeks = P4W"),
        ("The 12-year-old sat.", ""),
        ("They are 12 years of age.", ""),
        ("They sat 12 days old.", ""),
        ("It cost $12 days there.", ""),
        ("It cost €12 days there.", ""),
        ("It cost £12 days there.", ""),
        ("It was 3/12 days there.", ""),
        ("It was #12 days there.", ""),
    ]);
    each(
        "for|in|within|of|after|lasted|lasting|lasts|last|take|takes|took|taking|spent|spend|spending|to|by|into|wait|waited|only|just|quite|rather than",
        Tense::Past,
        "They sat _ a year there.",
        "a year = P1Y",
    );
    each(
        "recent|coming|following|intervening|succeeding|subsequent|ensuing|past|last|next|previous|preceding",
        Tense::Past,
        "They sat in _ weeks.",
        "_ weeks = PXW",
    );
    each("final|early|later", Tense::Past, "They sat in the _ few weeks.", "the _ few weeks = PXW");
    each(
        "several|some|many|few|numerous|countless|various|a few|a number of|several more|many long",
        Tense::Past,
        "They sat for _ weeks.",
        "_ weeks = PXW",
    );
    each("more|short|brief|long|full", Tense::Past, "They sat for several _ weeks.", "several _ weeks = PXW");
    each("before|after|since|that|leading", Tense::Past, "They sat the days _ it.", "the days _ = PXD");
    each("ago", Tense::Past, "They sat days _.", "days _ = PAST_REF");
    each("earlier|before|previously", Tense::Past, "They sat several days _.", "several days _ = PAST_REF");
}

#[test]
fn now_and_then() {
    // "Soon" of what follows something is told by that.
    each("soon", Tense::Future, "They will _ leave.", "_ = FUTURE_REF");
    each("soon after|soon afterward|soon afterwards|soon as it ends|as soon", Tense::Future, "They will leave _.", "");
    each("soon", Tense::Past, "They _ left.", "");
    check(&[
        ("They sat at present.", "present = PRESENT_REF"),
        ("They sat with present.", ""),
        ("They sat to date.", "to date = PRESENT_REF"),
        ("They sat to date it.", ""),
        ("They saw modern day Osk.", "modern day = PRESENT_REF"),
        ("They saw present-day Osk.", "present-day = PRESENT_REF"),
        ("They sat these days.", "these days = PRESENT_REF"),
        ("They sat in the past.", "the past = PAST_REF"),
        ("They sat in the past of it.", ""),
        ("They saw the future.", "the future = FUTURE_REF"),
        ("They saw the near future.", "the near future = FUTURE_REF"),
        ("They recently met.", "recently = PAST_REF"),
        ("They currently meet.", "currently = PRESENT_REF"),
        ("They now meet.", "now = PRESENT_REF"),
        ("They nowadays meet.", "nowadays = PRESENT_REF"),
        ("Now they meet.", ""),
        ("They meet as now.", ""),
        ("A now-shut mill burned.", ""),
        ("They met recently in 2020.", "2020 = 2020"),
        ("They met recently this year.", "this year = 2023"),
        ("They met recently last week.", "last week = 2023-W24"),
        ("They met recently on Friday.", "Friday = 2023-06-16"),
        ("It was the start in 2022.", "2022 = 2022"),
        ("They sat the day before last Tuesday.", "last Tuesday = 2023-06-13"),
        ("They sat the week before last May.", "last May = 2023-05"),
        ("They saw a former mill.", ""),
        ("It struck overnight.", "overnight = 2023-06-18TNI"),
        ("It struck overnight guests.", ""),
        ("It was done by month's end.", "month's end = 2023-06 END"),
        ("It was done by the end of the year.", "the end of the year = 2023 END"),
        ("It was done by the end of years.", ""),
        ("It was done by the end of the years.", ""),
        // That of a school ends with none of the calendar.
        ("It was done by the end of school year.", ""),
        ("It was done at the start of 2022.", "the start of 2022 = 2022 START"),
        ("It was done in the middle of 2022.", "the middle of 2022 = 2022 MID"),
        ("It was done at the beginning of May.", "the beginning of May = 2023-05 START"),
        ("It was done early on Friday.", "early on Friday = 2023-06-16 START"),
        ("It was done early in May.", "early in May = 2023-05 START"),
        ("It was done mid-May.", "mid-May = 2023-05 MID"),
        ("It was done late Friday night.", "late Friday night = 2023-06-16TNI END"),
        ("It was done early at noon.", "noon = 2023-06-19T12:00"),
        ("It was done earlier on Friday.", "earlier on Friday = 2023-06-16"),
        ("It was done later in May.", "later in May = 2023-05"),
        ("It was done earlier at noon.", "noon = 2023-06-19T12:00"),
        ("It was done early this year.", "early this year = 2023 START"),
        ("They met in April and June 1955.", "April = 1955-04; June 1955 = 1955-06"),
        ("They met in April, June and July 1955.", "April = 1955-04; June = 1955-06; July 1955 = 1955-07"),
        ("They met from November to March 1955.", "November = 1954-11; March 1955 = 1955-03"),
        ("They met in April and in June 1955.", "April = 1955-04; June 1955 = 1955-06"),
        ("They met in April and 1955.", "April = 2023-04; 1955 = 1955"),
        ("They met from Monday to Wednesday.", "Monday = 2023-06-12; Wednesday = 2023-06-14"),
        // What follows a month or a year that was told, and what no day was told for.
        ("In May 2022 it opened, and the following month it shut.", "May 2022 = 2022-05; the following month = 2022-06"),
        ("In May 2022 it opened, as in the previous month.", "May 2022 = 2022-05; the previous month = 2022-04"),
        ("In May 2022 it opened, and the same month it shut.", "May 2022 = 2022-05; the same month = 2022-05"),
        ("In 2015 it opened, and the following year it shut.", "2015 = 2015; the following year = 2016"),
        ("In May 2022 it opened, and the following day it shut.", "May 2022 = 2022-05; the following day = PAST_REF"),
        ("On 3 May 2022 it opened, and the following week it shut.", "3 May 2022 = 2022-05-03; the following week = 2022-W19"),
        ("They met from Friday through Monday.", "Friday = 2023-06-16; Monday = 2023-06-19"),
        ("They met Friday-Monday.", "Friday = 2023-06-16; Monday = 2023-06-19"),
        ("They met from Thursday to Wednesday.", "Thursday = 2023-06-08; Wednesday = 2023-06-14"),
        ("They met on Thursday with Wednesday.", "Thursday = 2023-06-15; Wednesday = 2023-06-14"),
    ]);
}

/// The words of either end of a run of days.
#[test]
fn ends_of_runs() {
    for (text, ends) in [
        ("It ran June 16-18.", Some(("June 16", "18"))),
        ("It ran June 16 to 18, 2022.", Some(("June 16", "18, 2022"))),
        ("It ran June 16 through July 2.", Some(("June 16", "July 2"))),
        ("It ran 16–18 June.", Some(("16", "18 June"))),
        ("It ran June 16.", None),
        ("It ran mid-June 16-18.", Some(("mid-June 16", "18"))),
    ] {
        let tokens = crate::text::tokens(text);
        let mut out = Vec::new();
        times(text, &tokens, 0..tokens.len(), &context(MONDAY, "", Tense::Past), &mut out);
        assert_eq!(out[0].ends.map(|(a, b)| (a.of(text), b.of(text))), ends, "{text}");
    }
}

/// TimeML's types.
#[test]
fn kinds_of_times() {
    for (text, kind) in [
        ("It was Friday.", "DATE"),
        ("It was in 2022.", "DATE"),
        ("It was at noon.", "TIME"),
        ("It was Friday night.", "TIME"),
        ("It was at 14:25.", "TIME"),
        ("It took two days.", "DURATION"),
        ("It took several days.", "DURATION"),
        ("It was daily.", "SET"),
        ("It was every week.", "SET"),
    ] {
        let tokens = crate::text::tokens(text);
        let mut out = Vec::new();
        times(text, &tokens, 0..tokens.len(), &context(MONDAY, "", Tense::Past), &mut out);
        assert_eq!(out.iter().map(|t| t.kind.as_str()).collect::<Vec<_>>(), [kind], "{text}");
    }
    // At night on no day.
    let tokens = crate::text::tokens("It was at night.");
    let mut out = Vec::new();
    times("It was at night.", &tokens, 0..tokens.len(), &Context::default(), &mut out);
    assert_eq!(out[0].kind, TimeKind::Time);
}

/// Numbers behind a month that are no days.
#[test]
fn counts_behind_a_month() {
    each("percent|%|million|billion", Tense::Past, "In June 10-15 _ of it fell.", "June = 2023-06");
    each("and|people", Tense::Past, "On June 10-15 _ it fell.", "June 10-15 = 2023-06-10/2023-06-15");
    each("of|was|had|were|would|they|he|it", Tense::Past, "They met in summer _ there.", "summer = 2023-SU");
    each("jobs|houses|rain", Tense::Past, "They met in summer _ there.", "");
    check(&[
        ("On June 5, 6, and 8 they met.", "June 5 = 2023-06-05; 6 = 2023-06-06; 8 = 2023-06-08"),
        ("On June 5, 6 and 8 they met.", "June 5 = 2023-06-05; 6 = 2023-06-06; 8 = 2023-06-08"),
        ("It met on 3 May, and on 5 June 2021.", "3 May = 2021-05-03; 5 June 2021 = 2021-06-05"),
        ("It met in May, and in June 2021.", "May = 2021-05; June 2021 = 2021-06"),
        ("It met in May, or, in June 2021.", "May = 2023-05; June 2021 = 2021-06"),
        ("It cost 19.6.2021kg there.", ""),
        ("It met on 19.6.2021 there.", "19.6.2021 = 2021-06-19"),
        ("It met on 19.6.2021.5 there.", ""),
        ("It met on 19.6.2021.5.5 there.", ""),
    ]);
}

/// What stands between two dates of which the second tells the year of both.
#[test]
fn a_year_told_behind() {
    each("and|or|to|until|till|through|,|&|-|–|—", Tense::Past, "It met in May _ June 2021.", "May = 2021-05; June 2021 = 2021-06");
    each("with|of|but", Tense::Past, "It met in May _ June 2021.", "May = 2023-05; June 2021 = 2021-06");
    // Of two weekdays the first is the last one before the second.
    each("to|through|and|-|–", Tense::Past, "It met Thursday _ Wednesday.", "Thursday = 2023-06-08; Wednesday = 2023-06-14");
    each("with|or", Tense::Past, "It met Thursday _ Wednesday.", "Thursday = 2023-06-15; Wednesday = 2023-06-14");
}

/// Stretches of unnamed length beside now.
#[test]
fn stretches_beside_now() {
    let near = "recent|past|last|previous|preceding|coming|following|next|ensuing|subsequent|succeeding|intervening";
    each(near, Tense::Past, "It fell in _ months.", "_ months = PXM");
}

/// Whenever it is told, some "Friday the 13th" is near.
#[test]
fn weekdays_of_a_month() {
    for month in 0..336 {
        let from = Date::new(2000 + month / 12, i8::try_from(month % 12).unwrap() + 1, 10).unwrap();
        let found = read_times("It fell on Friday the 13th.", &context(&from.to_string(), "", Tense::Past)).join("; ");
        let day: Date = found.strip_prefix("Friday the 13th = ").unwrap().parse().unwrap();
        let apart = |d: Date| d.duration_since(from).as_hours().abs() / 24;
        let both = |d: &Date| d.day() == 13 && d.weekday() == jiff::civil::Weekday::Friday;
        let nearest =
            (-230..=230_i64).filter_map(|n| from.checked_add(jiff::Span::new().days(n)).ok()).filter(both).min_by_key(|d| apart(*d));
        assert_eq!(Some(day), nearest, "{from}");
    }
}

/// The month is the one that is named, whether what is told lies ahead or back.
#[test]
fn weekdays_of_the_last_month() {
    each("will recall|recalled", Tense::Future, "They _ the second Monday of last month.", "the second Monday of last month = 2023-05-08");
    each("will recall|recalled", Tense::Past, "They _ the second Monday of next month.", "the second Monday of next month = 2023-07-10");
}

/// Told at a weekend it is that one, told on another day it is the one before.
#[test]
fn weekends() {
    for (day, expected) in [(16, "W23"), (17, "W24"), (18, "W24"), (19, "W24")] {
        let context = context(&format!("2023-06-{day}"), "", Tense::Past);
        assert_eq!(read_times("They met at the weekend.", &context).join("; "), format!("the weekend = 2023-{expected}-WE"), "{day}");
    }
}

#[test]
fn years_and_days_in_words() {
    const ONES: [&str; 9] = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    for (n, one) in ONES.iter().enumerate() {
        let n = n + 1;
        check(&[
            (&format!("They sat on May 3, nineteen twenty-{one}."), &format!("May 3, nineteen twenty-{one} = 192{n}-05-03")),
            (&format!("They sat on May twenty-{one}."), &format!("May twenty-{one} = 2023-05-2{n}")),
        ]);
    }
    // No day has three figures; the year stands by itself.
    check(&[("On 025/05/2021 it fell.", "2021 = 2021"), ("On 25/05/2021 it fell.", "25/05/2021 = 2021-05-25")]);
    each("is all but|is", Tense::Past, "So it _ due Friday.", AHEAD);
    each("is by far all but|was all but", Tense::Past, "So it _ due Friday.", PAST);
}
