//! Dates, durations and quantities of English text, and nothing else: the reader of values used alone.

use claimgraph::jiff::civil::date;
use claimgraph::normalize::{self, Context, quantities, times};
use claimgraph::text::tokens;
use claimgraph::value::{Value, compare};

fn main() {
    // Published on Wednesday, 7 May 2031: what "last Friday" counts from.
    let context = Context::published(date(2031, 5, 7));
    let friday = normalize::time("last Friday", &context);
    println!("last Friday: {}", friday.map_or("?".into(), |t| Value::Time(t).to_string()));
    println!("without a date: {}", normalize::time("Friday", &Context::default()).map_or("?".into(), |t| Value::Time(t).to_string()));

    // Two lengths, and how they stand: what the words say, and what a reader takes from them.
    let (told, meant) = (normalize::duration("more than three hours"), normalize::duration("seven and a half hours"));
    if let (Some(a), Some(b)) = (told, meant) {
        let found = compare(&Value::Duration(a), &Value::Duration(b));
        println!("more than three hours, seven and a half hours: {:?}, {}", found.outcome, found.reason);
    }

    // All that a sentence tells, with its place in the text.
    let text = "Nearly 300 people paid $1.2m on 3 May; two days later some 40% wanted it back.";
    let tokens = tokens(text);
    let (mut when, mut how_many) = (Vec::new(), Vec::new());
    times(text, &tokens, 0..tokens.len(), &context, &mut when);
    quantities(text, &tokens, 0..tokens.len(), &when, &mut how_many);
    for found in &when {
        println!("{:>3}  {:<20}{}", found.span.start, found.span.of(text), found.value);
    }
    for found in &how_many {
        println!("{:>3}  {:<20}{}", found.span.start, found.span.of(text), Value::Quantity(found.value.clone()));
    }
    assert_eq!((when.len(), how_many.len()), (2, 3));
}
