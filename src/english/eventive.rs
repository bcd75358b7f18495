//! Nouns that tell of something that happens, and nouns that name nobody and nothing that could take part in it.
//!
//! After the nominalisations of NomBank 1.0 and the event nouns of FrameNet 1.7; endings after Quirk and others 1985, app. I.31 to
//! I.36 (nouns made of verbs: -ation, -ment, -al, -ing, -age; nouns of quality: -ness, -ity, -ance, -ism).
//!
//! It does not know sentences.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

/// Event nouns, in the singular, without those whose ending tells.
const EVENTS: &str = "abuse accident accord aid airlift ambush appeal applause arrest assault attack attempt auction award ban battle bid \
    birth blast blaze blockade boost boycott breach break breakdown breakthrough bribe brawl burglary call campaign capture case ceasefire \
    celebration ceremony challenge change charge chase claim clash closure coincidence collapse comeback comment competition complaint \
    compromise concert conference conflict contest controversy conversation coronation coup course crackdown crash crime crisis cruise \
    cut cutback cyclone damage deal death debate debut decline decrease defeat delay delivery demand demise departure deposit derby \
    descent disaster discovery dispute dive divorce donation download dream drill drive drop drought earthquake effort election embargo \
    emergency encounter end error eruption escape event exam exchange exercise exit expedition experience exploit export fall famine feud \
    fight finale fine fire flight flood forum fraud funeral game gathering glitch growth halt handover heist hike hunt import improvement \
    incident increase inquest inquiry inspection interview invasion investigation journey keynote kidnap kiss landing landslide launch \
    lawsuit layoff lead leak leave lecture lockdown loss marathon march marriage massacre match mission mistake move murder negotiation \
    offensive offer order outage outbreak outcry outing party pass patrol performance phase plan play plea plot poll pre-order precaution \
    premiere preview probe problem process progress project protest prayer purchase push quake quarrel query quest race raid rally rape \
    rebate rebellion rebound recall recession recovery reform refund refusal regatta release relief remark repair replay report request \
    rerun rescue research resignation response result retreat return revenge review revolt reward riot rise rite robbery row rush sabotage \
    sale salute scandal scrutiny search seizure service shift shipment shock shortage show shutdown siege slowdown slump speech spill split \
    spree stabbing standoff start statement stay step stop storm strike struggle study subscription success suicide summit surge surgery \
    surprise survey swap sweep switch takeover takeoff take-off talk task tender test theft threat tie tour tournament trade trial trip \
    trouble truce upgrade uprising update upheaval use vandalism verdict victory visit vote voyage walk walkout war warning wedding win \
    withdrawal work worry wreck writing";

/// Nouns whose ending looks like that of an event and who are none.
const NO_EVENTS: &str = "action administration ambition apartment application association attention auction basement building ceiling \
    clothing commission compartment condition configuration constitution content corporation delegation department dimension direction \
    document edition element engagement environment equation equipment establishment evening exception experiment fashion faction fiction \
    foundation fraction fragment function generation government instrument institution intention investment jurisdiction king lightning \
    location management mansion medication million moment monument morning motion mountain nation notion nothing something anything \
    everything opinion option ornament organisation organization painting parliament passion pavement population portion position \
    proportion question regiment region relation religion reputation ring rotation savings section segment sediment settlement sentiment \
    shilling sibling situation spokesperson spring station string supplement television tension thing tradition treatment union vacation \
    version vision wing person prison reason season lesson son weapon icon champion companion lion fleeting feeling meaning railing \
    housing heading pricing aluminium testament garment pigment lieutenant complement";

/// Nouns of quality, of speech and of thought: what is "had", "made" or "given" and takes no part.
const ABSTRACT: &str = "ability absence account advantage age aim amount answer approach area aspect attention attitude background \
 basis behaviour behavior belief benefit bit capacity care case cause chance choice circumstance class comment concept concern conclusion \
 confidence connection consequence consideration context control course danger date day degree desire detail difference \
 difficulty direction distance doubt effect emphasis energy evidence example expectation experience explanation extent fact factor fear \
 feeling fault focus force form future goal ground guarantee guess habit half hand health help history honor honour hope hour idea impact importance \
 impression influence information interest issue kind knowledge lack leadership level life light limit link list look lot luck majority \
 manner matter meaning means measure method mind minute moment month mood nature need news night notice opinion \
 opportunity order outcome outlook pace pain pair part past pattern peace percent percentage period permission perspective point \
 position possibility power precedent presence pressure priority privilege problem progress purpose quality quarter question range rate \
 reason reference regard relationship relief remainder respect responsibility rest result right risk role rule safety sake scale \
 scene schedule scope second sense series share sign significance size sort speed stage standard status step strategy \
 strength stress style subject success support surprise talent task taste technique tendency term theme theory thing thought time tone \
 topic total trend trouble trust truth turn type use value variety view way weakness week weight will wish wonder word work fashion era flaw situation capability interest duty place world wait \
 worth year";

/// Nouns whose ending looks like that of a quality, or that stand among the events, and that are persons, bodies, places or things.
const CONCRETES: &str = "agency alliance ambulance appliance audience authority business celebrity cemetery charity city commodity community \
 conference constituency currency dealership deity embassy emergency entity facility fence fraternity kingdom laity locality minority \
 municipality neighborhood neighbourhood nobility ordnance organism partnership party personality pharmacy police prince princess \
 residence ship sorority township university utility witness";

/// What stands before "ship" in the kinds of ship.
const VESSELS: &[&str] = &["air", "battle", "flag", "gun", "light", "long", "mother", "space", "star", "steam", "troop", "war"];

/// The words of a list.
struct List(LazyLock<FxHashSet<&'static str>>);

static EVENT: List = List(LazyLock::new(|| EVENTS.split_whitespace().collect()));
static NO_EVENT: List = List(LazyLock::new(|| NO_EVENTS.split_whitespace().collect()));
static CONCRETE: List = List(LazyLock::new(|| CONCRETES.split_whitespace().collect()));
static QUALITY: List = List(LazyLock::new(|| ABSTRACT.split_whitespace().collect()));

impl List {
    /// Whether a noun is in the list, in the singular or in a regular plural.
    fn has(&self, noun: &str) -> bool {
        let ies = || noun.strip_suffix("ies").is_some_and(|stem| self.0.contains(&*format!("{stem}y")));
        let hisses = |stem: &&str| ["s", "x", "z", "ch", "sh", "o"].iter().any(|end| stem.ends_with(end));
        let es = || noun.strip_suffix("es").filter(hisses).is_some_and(|stem| self.0.contains(stem));
        self.0.contains(noun) || self.0.contains(singular(noun)) || ies() || es()
    }
}

fn singular(word: &str) -> &str {
    let is = word.ends_with("ss") || word.ends_with("us") || word.ends_with("is");
    if is { word } else { word.strip_suffix('s').unwrap_or(word) }
}

const ENDINGS: &[&str] = &["ation", "ition", "ution", "ction", "sion", "ment", "ption", "tion"];

/// Whether a common noun, in small letters, tells of something that happens.
pub(super) fn is_event(noun: &str) -> bool {
    if EVENT.has(noun) {
        return true;
    }
    let one = singular(noun);
    let made = ENDINGS.iter().any(|e| one.ends_with(e))
        || (one.ends_with("ing") && one.len() > 5)
        || (one.ends_with("al") && one.ends_with("val"));
    made && !NO_EVENT.has(noun)
}

/// Whether a common noun, in small letters, can take part in nothing: a quality, a thought, a measure, or an event itself.
pub(super) fn is_abstract(noun: &str) -> bool {
    let one = singular(noun);
    let quality = ["ness", "ity", "ance", "ence", "ism", "ship", "hood", "dom", "acy", "cy"].iter().any(|e| one.ends_with(e));
    let concrete = || CONCRETE.has(noun) || VESSELS.iter().any(|v| one.strip_suffix("ship").is_some_and(|stem| stem.ends_with(v)));
    QUALITY.has(noun) || (quality && !concrete()) || (is_event(noun) && !CONCRETE.has(noun))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_of_events() {
        for noun in ["deal", "deals", "announcement", "delivery", "deliveries", "landing", "collision", "purchases", "crash", "crashes"] {
            assert!(is_event(noun), "{noun}");
        }
        for noun in ["government", "building", "station", "company", "something", "aircraft", "king", "nations"] {
            assert!(!is_event(noun), "{noun}");
        }
    }

    #[test]
    fn nouns_that_take_no_part() {
        for noun in ["difficulty", "efficiency", "majority", "ways", "importance", "announcement"] {
            assert!(is_abstract(noun), "{noun}");
        }
        for noun in
            ["airline", "companies", "engineer", "city", "witness", "aircraft", "users", "planes", "warships", "parties", "authorities"]
        {
            assert!(!is_abstract(noun), "{noun}");
        }
    }
}
