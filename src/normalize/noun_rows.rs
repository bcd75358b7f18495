//! Words of change, plurals, and what a number counts.

use super::tests::read_quantities;
use super::word_rows::each;
use super::*;

fn amount(text: &str) -> String {
    read_quantities(text).join("; ")
}

/// The verbs and nouns of change, and the way that each goes.
#[test]
fn words_of_change() {
    let up = "rise rises rose risen rising increase increases increased increasing grow grows grew grown growing growth up upward upwards jump \
        jumps jumped jumping climb climbs climbed climbing gain gains gained gaining surge surges surged surging soar soars soared soaring advance \
        advances advanced advancing add adds added adding expand expands expanded expanding improve improves improved improving improvement hike \
        hikes hiked rally rallies rallied rebound rebounds rebounded rebounding boost boosts boosted boosting leap leaps leapt swell swelled swollen \
        spike spiked skyrocketed ballooned accelerated appreciated recovered strengthened firmed";
    let down = "fall falls fell fallen falling decrease decreases decreased decreasing drop drops dropped dropping decline declines declined \
        declining down downward downwards lose loses lost losing slide slides slid sliding slip slips slipped slipping plunge plunges plunged \
        plunging plummet plummets plummeted plummeting tumble tumbles tumbled tumbling shrink shrinks shrank shrunk shrinking contracted contracting \
        contraction sink sinks sank sunk sinking cut cuts cutting reduce reduces reduced reducing reduction lower lowers lowered lowering dip dips \
        dipped dipping slump slumps slumped slumping shed sheds shedding ease eases eased easing slash slashed slashing shave shaved crash crashed \
        weakened depreciated retreated trimmed slowed dived dove sag sagged";
    for (words, way) in [(up, "up"), (down, "down")] {
        let words: Vec<&str> = words.split_whitespace().collect();
        each(&words, "Output _ 5 percent.", &format!("5 percent = 5 % {way}"));
    }
    // Whose object a count is: "lost 30 men" is no change of men.
    let objects = "add adds added adding lose loses lost losing gained gaining gain gains cut cuts cutting shed sheds shedding reduce reduces reduced \
        reducing improve improved improves recovered advance crash lower slide slides slip dip spike leap rally dove shave shaved expand boost boosts";
    let objects: Vec<&str> = objects.split_whitespace().collect();
    each(&objects, "They _ 30 boats.", "30 = 30 boat");
    each(&["rose", "jumped"], "Tolls _ 30 points.", "30 = 30 point up");
    each(&["raise", "raises", "raised", "raising"], "They _ 5 million euros.", "5 million euros = 5000000 EUR");
    each(&["raise", "raises", "raised", "raising"], "They _ it by 5 percent.", "5 percent = 5 % up");
    // What goes with "up" or "down" as one verb.
    let phrasal = "bring brings bringing brought cough coughs coughed dig digs digging dug line lines lined stand stands stood takes taken taking gave give gives given giving make makes made making took take set picked put ended gunned shot turn turns turned turning broke laid \
        tore burned burnt tracked handed shut";
    let phrasal: Vec<&str> = phrasal.split_whitespace().collect();
    each(&phrasal, "They _ up 30 miles.", "30 miles = 30 mile");
    each(&phrasal, "They _ down 30 miles.", "30 miles = 30 mile");
    each(&["went", "came"], "They _ up 30 miles.", "30 miles = 30 mile up");
    // Between the verb and the amount.
    let links = "by of another a an further about around nearly almost some only just sharply over roughly approximately slightly marginally \
        additional extra higher more as much than least between";
    for link in links.split_whitespace() {
        let found = amount(&format!("Output rose {link} 5 percent."));
        assert!(found.ends_with("= 5 % up") || found.contains(" 5 % ") && found.ends_with(" up"), "{link}: {found}");
    }
    assert_eq!(amount("Output rose to 5 percent."), "5 percent = 5 %");
    // Where it came to, and a place.
    assert_eq!(amount("Output was up at 5 percent."), "5 percent = 5 %");
    assert_eq!(amount("Output was up at least 5 percent."), "at least 5 percent = 5 % EQUAL_OR_MORE up");
    assert_eq!(amount("Output rose above 5 percent."), "above 5 percent = 5 % MORE_THAN");
    assert_eq!(amount("It is down at three of the five ports."), "three = 3 port; five = 5 port");
    // What somebody no longer has; of a share it is a change.
    assert_eq!(amount("They lost 5 million euros."), "5 million euros = 5000000 EUR");
    assert_eq!(amount("They gained 5 euros to 20 euros."), "5 euros = 5 EUR up; 20 euros = 20 EUR");
    assert_eq!(amount("Output rose up to 5 percent."), "up to 5 percent = 5 % EQUAL_OR_LESS up");
    assert_eq!(amount("Output rose while 5 percent left."), "5 percent = 5 %");
    let nouns: Vec<&str> = "increase rise jump gain growth surge hike improvement".split_whitespace().collect();
    each(&nouns, "A 5% _ came.", "5% = 5 % up");
    let nouns: Vec<&str> = "decrease drop fall decline cut reduction plunge slump dip".split_whitespace().collect();
    each(&nouns, "A 5% _ came.", "5% = 5 % down");
    for (text, expected) in [
        ("It was 5% higher than before.", "5% = 5 % up"),
        ("It was 5% more than before.", "5% = 5 % up"),
        ("It was 5% lower than before.", "5% = 5 % down"),
        ("It was 5% less than before.", "5% = 5 % down"),
        ("It had 5 fewer than before.", "5 = 5 down"),
        ("It was 5% higher there.", "5% = 5 %"),
        ("It was 5% lower there.", "5% = 5 %"),
        // The verb stands before its object.
        ("They cut their whole debt by 5 million euros.", "5 million euros = 5000000 EUR down"),
        ("They cut the debt of all their firms by 5 million euros.", "5 million euros = 5000000 EUR"),
        ("They cut debt of their firms by 5 million euros.", "5 million euros = 5000000 EUR down"),
        ("They cut it, by 5 million euros.", "5 million euros = 5000000 EUR"),
        ("Tolls rose from 310 to 342.", "310 to 342 = 310-342 up"),
        ("Tolls there at first rose from 342 to 310.", "342 to 310 = 310-342 down"),
        ("They stand from 310 to 342.", "310 to 342 = 310-342"),
    ] {
        assert_eq!(amount(text), expected, "{text}");
    }
}

#[test]
fn plurals_and_singulars() {
    let rows = "people person|persons person|men man|women woman|children child|grandchildren grandchild|schoolchildren schoolchild|feet foot|teeth \
        tooth|geese goose|mice mouse|oxen ox|lives life|wives wife|knives knife|wolves wolf|thieves thief|leaves leaf|halves half|shelves \
        shelf|calves calf|loaves loaf|crises crisis|analyses analysis|bases base|criteria criterion|phenomena phenomenon|bacteria bacterium|indices \
        index|movies movie|cookies cookie|calories calorie|zombies zombie|buses bus|viruses virus|campuses campus|bonuses bonus|gases gas|heroes \
        hero|potatoes potato|tomatoes tomato|volcanoes volcano|tornadoes tornado|torpedoes torpedo|mosquitoes mosquito|vetoes veto|echoes \
        echo|aircraft aircraft|spacecraft spacecraft|helicopters helicopter|police police|staff staff|personnel personnel|cattle cattle|sheep \
        sheep|fish fish|deer deer|series series|species species|crew crew|headquarters headquarters|barracks barracks|troops troop|caches cache|axes \
        axe|policemen policeman|fishermen fisherman|policewomen policewoman|cities city|days day|dresses dress|dishes dish|churches church|boxes \
        box|buzzes buzz|houses house|cars car|boys boy|Palestinians Palestinian|PEOPLE person|CARS car|Women woman";
    for row in rows.split('|') {
        let (many, one) = row.split_once(char::is_whitespace).unwrap();
        let one = one.trim();
        assert!(nouns::is_plural(many), "{many}");
        assert_eq!(nouns::singular(many), one);
    }
    let none = "this his its as was is has us yes gas bus less perhaps always news says does goes plus towards whereas besides thus versus overseas \
        sometimes afterwards physics politics economics athletics specimen regimen abdomen omen acumen hymen ramen yemen semen bitumen amen comment \
        dress virus basis house s so";
    for word in none.split_whitespace() {
        assert!(!nouns::is_plural(word), "{word}");
    }
    // Four letters with an "s", and "men" with one more.
    assert!(nouns::is_plural("oars") && !nouns::is_plural("ohs"));
    assert_eq!(nouns::singular("house"), "house");
    assert_eq!(nouns::singular("HOUSE"), "house");
    assert_eq!(nouns::singular("House"), "House");
}

/// Words that cannot stand between a number and its noun.
#[test]
fn words_that_end_a_count() {
    let stops = "a about across after against all also always among an and another are as at be because been before being between both but by can could \
        did do does during each every for from goes had has have he her here hers him his i if in including into is it its like may me might must no \
        nor not now of off on once only onto or our out over per perhaps plus said says shall she should since so than that the their them then there \
        these they this those through throughout thus to too toward towards under until up upon us versus via vs was we were what when where whereas \
        which while who whom whose why will with within without would years yes yet you your";
    for word in stops.split_whitespace() {
        assert!(nouns::is_stop(word), "{word}");
    }
    for word in ["boat", "large", "old", "two", "more boats"] {
        assert!(!nouns::is_stop(word), "{word}");
    }
    for (text, expected) in [
        ("They saw 12 large old boats.", "12 = 12 boat"),
        ("They saw 12 more boats.", "12 = 12 boat"),
        ("They saw 12 large more boats.", "12 = 12"),
        ("They saw 12 at boats.", "12 = 12"),
        ("They saw 12 very large old green wooden boats.", "12 = 12"),
        ("They saw 12 very large old green boats.", "12 = 12 boat"),
        ("They saw 12 part-time workers.", "12 = 12 worker"),
        ("They saw 12 sports cars.", "12 = 12 car"),
        ("They saw 12 of the boats.", "12 = 12 boat"),
        ("They saw 12 of these boats.", "12 = 12 boat"),
        ("They saw 12 of those boats.", "12 = 12 boat"),
        ("They saw 12 of all boats.", "12 = 12 boat"),
        ("They saw 12 of its boats.", "12 = 12 boat"),
        ("They saw 12 of his boats.", "12 = 12 boat"),
        ("They saw 12 of her boats.", "12 = 12 boat"),
        ("They saw 12 of their boats.", "12 = 12 boat"),
        ("They saw 12 of our boats.", "12 = 12 boat"),
        ("They saw 12 of the 15 boats.", "12 = 12 boat; 15 = 15 boat"),
        ("More than half the boats sank.", "More than half = 0.5 boat MORE_THAN"),
        // Of one, the first word that is no adjective.
        ("They saw one old boat.", "one = 1 boat"),
        ("They saw one senior local man.", "one = 1 man"),
        ("They saw one Norland man.", "one = 1 man"),
        ("They saw one wooden boat.", "one = 1 wooden"),
        ("They saw one national hero.", "one = 1 hero"),
        ("They saw one famous hero.", "one = 1 hero"),
        ("They saw one massive hero.", "one = 1 hero"),
        ("They saw one useful hero.", "one = 1 hero"),
        ("They saw one public hero.", "one = 1 hero"),
        ("They saw one British hero.", "one = 1 hero"),
        ("They saw one reddish hero.", "one = 1 hero"),
        ("They saw one notable hero.", "one = 1 hero"),
        ("They saw one terrible hero.", "one = 1 hero"),
        ("They saw one homeless hero.", "one = 1 hero"),
        ("They saw one northern hero.", "one = 1 hero"),
        ("They saw one Chinese hero.", "one = 1 hero"),
        ("They saw one smallest hero.", "one = 1 hero"),
        ("They saw one wounded hero.", "one = 1 hero"),
        ("They saw one living hero.", "one = 1 hero"),
        ("They saw one other hero.", "one = 1 hero"),
        ("They saw one more hero.", "one = 1 hero"),
        ("They saw one young new hero.", "one = 1 hero"),
        ("They saw one old young new hero.", ""),
    ] {
        assert_eq!(amount(text), expected, "{text}");
    }
}

/// Where a noun ends: at the last plural in a row that is no name and no word of grammar.
#[test]
fn heads_of_plurals() {
    for (text, expected) in [
        ("They sold 12 sports cars there.", "12 = 12 car"),
        ("They sold 12 sports Cars there.", "12 = 12 sport"),
        ("They sold 12 boats years ago.", "12 = 12 boat"),
        ("They sold 12 boats cheaply.", "12 = 12 boat"),
    ] {
        assert_eq!(amount(text), expected, "{text}");
    }
    for word in [
        "royal", "famous", "massive", "peaceful", "public", "stylish", "arable", "visible", "homeless", "western", "Chinese", "oldest",
        "wooded", "sailing",
    ] {
        assert_eq!(amount(&format!("They saw one {word} hero.")), "one = 1 hero", "{word}");
    }
    for word in ["house", "plain"] {
        assert_ne!(amount(&format!("They saw one {word} hero.")), "one = 1 hero", "{word}");
    }
    for (text, expected) in [
        ("They had COVID -19 there.", ""),
        ("It sold 12345678 boats there.", ""),
        ("12345678 boats", "12345678 = 12345678 boat"),
        ("Where X=5 men stood.", ""),
        ("It cost Y=500 there.", "Y=500 = 500 JPY"),
    ] {
        assert_eq!(amount(text), expected, "{text}");
    }
}

/// Numbers behind a word of order in the plural name things, and count none.
#[test]
fn numbers_of_lists() {
    let heads =
        "nos nrs numbers pages pp lines verses chapters sections paragraphs exercises questions problems examples figures tables items";
    for head in heads.split(' ') {
        assert_eq!(amount(&format!("See {head} 33,55,77 there.")), "33 = 33; 55 = 55; 77 = 77", "{head}");
    }
    assert_eq!(amount("See flats 33,55,77 there."), "");
}
