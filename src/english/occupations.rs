//! What people are by occupation or in public life, as a noun right before their names: "trade unionist Ada Okafor".
//!
//! Common nouns only, after the titles of ISCO-08 as news uses them, and FrameNet 1.7's People_by_vocation and Leadership. Offices
//! that a country or body gives stand in `offices`; nouns that are surnames as often (baker, miller, hunter) are left out.
//!
//! It does not know who anybody is.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

const ROLES: &str = "academic accountant activist actor actress administrator adviser advisor advocate ally analyst anchor announcer \
    anthropologist archaeologist architect artist astronaut astronomer athlete attorney author ballerina banker barrister biographer \
    biologist blogger boss botanist boxer broadcaster broker businessman businesswoman campaigner candidate cardinal cartoonist \
    celebrity cellist chef chemist chief choreographer cinematographer cleric climber coach co-founder columnist comedian commander \
    commentator commissioner composer comrade conductor congressman congresswoman conservationist consultant contestant \
    correspondent councillor councilman councilwoman councilor creator critic cyclist dancer deputy designer detective dietitian \
    diplomat director dissident doctor economist editor educator engineer entrepreneur environmentalist epidemiologist essayist \
    ethicist executive expert explorer farmworker fighter filmmaker financier firefighter forward founder geologist geophysicist \
    goalkeeper golfer grandmaster guitarist head historian host humanitarian illustrator industrialist inspector instructor inventor \
    investigator investor jockey journalist judge jurist landlord lawmaker lawyer leader lecturer legislator librarian linguist \
    lobbyist manager mathematician meteorologist microbiologist midfielder midwife millionaire billionaire model monk moderator \
    mountaineer musician naturalist negotiator neighbour neighbor neurologist nominee novelist nurse nun nutritionist official \
    organiser organizer painter pathologist peer pharmacist philanthropist philosopher photographer physician physicist pianist \
    pilot playwright poet policeman policewoman politician prisoner producer professor programmer prosecutor psychiatrist \
    psychologist publicist publisher rabbi rapper receptionist referee reformer reporter representative researcher resident rival \
    scholar scientist screenwriter sculptor seismologist sergeant servicewoman skipper sociologist soldier solicitor soprano \
    spokesman spokesperson spokeswoman sprinter statesman statistician strategist striker student superintendent supporter surgeon \
    survivor teacher technician technologist tenor theologian tycoon undersecretary unionist veterinarian victim violinist \
    virologist volcanologist volunteer whistleblower witness worker writer zoologist";

/// Whether a word, in small letters, says what somebody is by occupation or in public life.
pub(super) fn is_role(word: &str) -> bool {
    static ALL: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| ROLES.split_whitespace().collect());
    ALL.contains(word)
}
