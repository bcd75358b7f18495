//! Words that crime and accident news is read by, each with what it can tell.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// What a word can tell; several of them at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Mark(u16);

macro_rules! marks {
    ($($(#[$doc:meta])* $name:ident = $bit:literal: $words:literal;)*) => {
        impl Mark {
            $($(#[$doc])* pub(super) const $name: Self = Self(1 << $bit);)*
        }
        const MARKS: &[(Mark, &str)] = &[$((Mark::$name, $words)),*];
    };
}

marks! {
    /// What tells that a time or a place is the event's: what happened, who was called, what was found. FrameNet 1.7's Event,
    /// Use_firearm, Shoot_projectiles, Cause_harm, Attack, Killing, Request.
    EVENT = 0: "shot shots shooting shootings gunfire gunshots gunshot gunman gunmen happened happen occurred occurring occur killed \
     killing wounded wounding injured injuring fired firing erupted rang broke stabbed stabbing attacked attack ambush \
     ambushed slain slaying slayings murdered murder murders homicide gunned struck hit incident call calls called 911 \
     responded responding dispatched unfolded began started place rampage massacre dead found discovered bullets bullet \
     opened robbery invasion killings argument fight altercation crash crashed arrived reported tragedy ambulance wounds \
     wound discharged fatally beaten standoff assault assaulted robbed drive";
    /// Verbs of dying.
    DEATH = 1: "died dies pronounced succumbed declared";
    /// What tells that a time is of what came after: reports, arrests, courts, mourning. FrameNet 1.7's Statement, Arrest, Trial, Verdict.
    AFTER = 2: "disclosed declined acknowledged said says told announced confirmed identified according tweeted wrote statement release conference updated posted \
     published arrested charged arraigned sentenced convicted pleaded indicted scheduled court hearing trial bond bail \
     custody surrendered vigil funeral memorial expected booked appeared buried gathered autopsy remained listed jury \
     prosecutors testified verdict released added appearance arrest arraignment turned caught captured mourned interview \
     investigating searching asked visited services service rally photo photos video born graduated moved lived rest reads \
     read learned filed ruled revealed charges faces underwent surgery";
    /// Words that open a line which leads to another story.
    LINK = 3: "more story related read also watch photos video gallery + previous previously see stories";
    /// Words that stand in capitals and in names of services, and name no town.
    NO_TOWN = 4: "state county metro metropolitan capitol campus university park parks school transit military local federal secret the \
     police sheriff department homicide district chief officer sgt. lt. capt. detective hospital medical center church \
     street avenue road college highway township's fire court jail prison u.s. american america news facebook twitter \
     instagram youtube god crime stoppers photo video image getty associated press north south east west northeast \
     northwest southeast southwest northern southern eastern western downtown unit office high elementary club bar mr. mrs. \
     ms. i a monday tuesday wednesday thursday friday saturday sunday january february march april may june july august \
     september october november december jan. feb. mar. apr. jun. jul. aug. sept. oct. nov. dec. drive lane boulevard blvd \
     blvd. ave. ave st rd dr story updated related watch read apartments side media more update date afternoon morning \
     evening caption full view posted click advertisement close enlarge next previous courtesy source breaking aggravated \
     assault murder manslaughter jr. sr. mall village square plaza gun violence archive interstate bridge airport station \
     building complex tower towers deputy assistant interim public information safety academy petty additional responding skip embed share ap cnn westside eastside northside southside say mayor coroner councilman councilwoman governor gov. rep. sen. judge attorney \
     investigator spokesman spokeswoman shooting shootings fatal deadly volunteer emergency eve \
     christmas area regional central co co. inn motel hotel apartment housing swat investigators authorities officials witnesses \
     neighbors prosecutors family his her they he she it we another one two after in on at";
    /// Nouns before which a town's name tells where they are: "a Bellhaven motel". FrameNet 1.7's Buildings and Locale_by_use.
    VENUE = 5: "motel hotel home house apartment apartments nightclub club bar restaurant street neighborhood neighbourhood school \
     store church mall park gas intersection parking salon barbershop market shooting murder murders homicide slaying \
     killing stabbing suburb area residence tavern lounge trailer mobile backyard community hospital day party-goers high \
     elementary middle drive cop cops theater block party complex facility warehouse courthouse casino playground \
     bowling barbecue cookout duplex condominium townhouse dorm dormitory liquor grocery convenience barber shop";
    /// Participles and verbs whose subject or object is a suspect: FrameNet 1.7's Arrest, Notification_of_charges, Sentencing, Verdict, Suspicion.
    JUSTICE = 6: "arrested charged accused indicted sentenced convicted booked wanted suspected arraigned pleaded pled jailed extradited \
     faces facing confessed surrendered apprehended detained acquitted sought opened fired";
    /// Nouns for those whom it befell.
    VICTIM = 7: "victim victims deceased dead decedent injured";
    /// Nouns for those who are said to have done it.
    SUSPECT = 8: "suspect suspects gunman shooter attacker killer assailant defendant defendants murderer gunmen shooters perpetrator \
     driver";
    /// Adverbs that stand inside a predicate or before it.
    ADVERB = 9: "critically seriously severely badly slightly gravely also later then reportedly mistakenly accidentally allegedly both \
     all each now still already since himself tragically instantly apparently brutally seemingly subsequently eventually \
     finally soon just randomly intentionally deliberately been";
}

impl Mark {
    /// Whether it can be any of `any`.
    pub(super) const fn is(self, any: Self) -> bool {
        self.0 & any.0 != 0
    }

    /// Either of two.
    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

static WORDS: LazyLock<FxHashMap<&'static str, Mark>> = LazyLock::new(|| {
    let mut map: FxHashMap<&'static str, Mark> = FxHashMap::default();
    for (mark, words) in MARKS {
        for word in words.split_whitespace() {
            let entry = map.entry(word).or_default();
            *entry = entry.or(*mark);
        }
    }
    map
});

/// What a word in lower case can tell.
pub(super) fn mark(word: &str) -> Mark {
    WORDS.get(word).copied().unwrap_or_default()
}

/// Runs of words that tell of other events, of statistics and of series.
pub(super) const OTHERWISE: &str = "another shooting|another fatal|another incident|separate shooting|separate shootings|separate incident|\
     separate incidents|separate attack|other shootings|other incidents|unrelated|this year|last year|so far|in recent|\
     nationwide|across the country|per year|each year|every year|annually|in the past|in the last|gun violence archive|\
     statistics|on average|mass shootings|across the city|earlier shooting|previous shooting|second shooting|deadliest|\
     shootings across|shootings in|year to date|since january|similar shooting|similar incident|nation 's|homicide of|\
     homicides in|murders in|in other|in a different|hours later|hours earlier|hours after|in the hours|citywide|decade|\
     annual|weeks before that|months before that|years before that|year before that|days before that|natural causes|\
     heart attack|car crash|car accident|motorcycle crash|motorcycle accident|traffic accident|drug overdose|of cancer|after crashing";
