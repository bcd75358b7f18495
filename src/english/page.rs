//! Phrases of the page around a story: buttons, prompts, credits, links to other stories. Data for `furniture`.
//!
//! Collected from the templates that news sites are made with (WordPress' default themes, Disqus and Facebook comments, the share
//! bars of AddThis, gallery and video players), from the stop lists of text extractors (jusText, Readability, Boilerpipe), and from
//! what agencies print under their copy. No row names an outlet. In a phrase `#` stands for a number, `~` for any one word, `a|b`
//! for either, and a colon at a word's end for a colon or a stroke behind it.
//!
//! This file does not know what a claim is.

/// Where in a sentence a phrase stands that tells it to be the page's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// It is all of the sentence.
    Whole,
    /// The sentence opens with it.
    Opens,
    /// It stands anywhere.
    Holds,
    /// It is all of a line, and the headlines under it are links.
    Heads,
    /// It opens a line that is a link to another story.
    Links,
}

/// Phrases with one reason to be the page's.
pub(super) struct Group {
    /// Where they stand.
    pub(super) place: Place,
    /// What they are: the comment over the row.
    reason: &'static str,
    /// The most words that such a sentence has.
    pub(super) longest: usize,
    /// The phrases.
    pub(super) phrases: &'static [&'static str],
}

impl Group {
    /// What its phrases are, in words.
    pub(super) fn told(&self) -> &'static str {
        self.reason.trim().trim_end_matches('.')
    }
}

use Place::{Heads, Holds, Links, Opens, Whole};

macro_rules! groups {
    ($(#[doc = $reason:literal] $place:ident $longest:literal [$($phrase:literal),* $(,)?])*) => {
        &[$(Group { reason: $reason, place: $place, longest: $longest, phrases: &[$($phrase),*] }),*]
    };
}

/// The table.
pub(super) static GROUPS: &[Group] = groups! {
    /// Buttons that fold and unfold, and ways about the page.
    Whole 6 [
        "show|see|view|load|read|watch more", "show less", "more", "less", "back to top", "back to top button", "scroll to top", "go to top",
        "skip to content|main", "skip to main content", "skip to navigation", "skip ad", "close", "menu", "search", "home", "next", "previous",
        "next|previous article|story|post|page|slide|photo", "view|see all", "view|open|close gallery", "view slideshow", "view as list|gallery",
        "expand|enlarge|collapse|zoom", "enlarge image", "hide|show|toggle caption", "view full caption", "hide|show transcript", "hide caption",
        "full screen", "fullscreen", "play|pause|replay|mute|unmute", "play video", "play facebook|twitter", "autoplay", "watch live",
        "now playing", "up next", "loading", "like loading", "ad loading", "breaking news", "latest news", "top stories", "text|font size",
        "print|save|share|email this article|story|page", "copy link", "copy link copy", "link copied", "permalink", "reprints", "tags",
        "topics", "categories", "filed under", "table of contents", "in this article|story", "sections", "follow", "following", "unfollow",
        "sponsored", "sponsored content|by", "promoted", "promoted stories|content", "paid content|post", "partner content", "advertisement",
        "advertisements", "advertising", "ad", "ads", "advertisement continue reading", "continue reading", "continue reading below",
        "story|article continues", "story|article continues below", "story|article continues below advertisement", "scroll to continue",
        "view comments", "comments", "comment", "leave a comment|reply", "post a comment", "join the conversation|discussion", "for immediate release",
        "staff report|reports|writer|writers", "from staff reports", "the associated press", "associated press", "our correspondent", "wire reports|services", "with news wire services", "news wire services",
        "breaking news staff", "scroll down for video", "scroll down", "watch this story", "watch the video", "hide|show", "x", "enter",
        "view image on twitter", "terms of use|service", "privacy policy|notice", "cookie settings|policy|preferences", "contact us", "about us",
        "source site", "source site #", "quick links", "site map", "sitemap", "subscribe", "subscribe now", "sign up|in", "log in|out", "login",
        "register", "submit", "donate", "donate now", "send", "cancel", "accept", "accept all", "reject all", "manage cookies|preferences",
        "or", "embed", "share", "share this", "print", "email", "save", "original story|report", "update memorial", "click here",
    ]
    /// Headings over lists of links.
    Heads 9 [
        "related", "related stories|articles|news|content|coverage|topics|posts|links|video|videos|reading|items|headlines|pages|searches",
        "more stories|news|headlines|coverage|videos|articles|links", "more ~ stories|news|headlines|videos", "more top|related stories|headlines",
        "most read|viewed|popular|shared|commented|watched|recent|discussed|emailed",
        "most read|viewed|popular|shared|commented|watched|recent|discussed|emailed stories|articles|news|videos|posts",
        "trending", "trending now|stories|topics|news|today|videos", "popular stories|articles|now|posts|on ~", "popular this week|today",
        "recommended", "recommended stories|articles|videos|reading|content", "recommended for you", "suggested for you", "picked for you",
        "you may|might like", "you may|might also like", "you may|might also be interested in", "you may also be interested in these stories",
        "you might be interested in", "don't miss", "editor's|editors' picks|picks|choice", "editors picks", "top picks|videos|headlines|news",
        "latest stories|headlines|videos|articles|posts|updates", "other stories|news|headlines|articles", "in other news",
        "from the web|archive|archives", "from around the web", "around the web", "from our partners|sponsors", "what to read next",
        "what others are reading", "what we're reading", "read next", "more from ~", "more from ~ ~", "more from the ~", "more on this",
        "more on this story|topic|subject", "more on the story|topic", "also in the news", "also on ~", "also on this site", "see also",
        "links in the news", "must read|reads|see|watch", "must-read|must-reads|must-see", "on the same topic", "further reading", "more videos",
        "stories you may like", "stories for you", "featured stories|videos|articles", "newest|recent stories|posts|articles|news",
        "people are also reading", "people also read", "readers also liked", "news in pictures", "in case you missed it", "keep reading",
        "previous coverage|stories", "complete|full|continuing|team coverage", "sponsored links|stories", "read more top trending stories on ~",
        "read more top trending stories", "other stories of interest", "top trending stories", "all the latest", "more headlines from ~",
    ]
    /// A link to another story, on a line of its own: a colon or a stroke stands behind the opener.
    Links 34 [
        "related:", "related story|article|video|coverage|content|news|stories|articles|headlines:", "read|see|learn more:", "read|see also:",
        "also read:", "also see:", "more:", "read:", "watch:", "watch|live|raw|full video:", "watch live:", "listen:", "video:", "videos:",
        "photos:", "photo gallery:", "gallery:", "slideshow:", "pictures:", "in pictures|photos:", "full|continuing|complete|previous coverage:",
        "full|previous|original|earlier story:", "previous|earlier report:", "previously:", "more coverage|stories|news:", "click here",
        "click here:", "click|tap for more", "from the archive|archives:", "don't miss:", "must read|watch|see:", "recommended:", "trending:",
        "trending now:", "live updates|blog:", "read|up next:", "poll:", "quiz:", "map:", "interactive:", "podcast:", "infographic:",
        "in case you missed it:", "icymi:", "most read:", "now playing:", "next story:", "next article:", "raw:", "story:",
        "more on this story:", "more from ~:", "click here to", "click here for", "update: click here", "read more at|about|on|in|here",
        "read the full|original|complete story|report|article|statement|document", "read the rest", "see more of", "watch the video|full",
        "related coverage", "related articles|stories|news", "related video|videos",
    ]
    /// Where to follow, find and hear the outlet.
    Opens 30 [
        "follow|like|find|join|visit|watch us", "follow ~ on twitter|facebook|instagram|youtube|linkedin|whatsapp|telegram|x|threads",
        "follow ~ ~ on twitter|facebook|instagram|youtube|linkedin|whatsapp|telegram|x|threads",
        "follow ~ ~ ~ on twitter|facebook|instagram|youtube|linkedin|whatsapp|telegram|x|threads", "follow @", "follow him|her|them on",
        "follow ~: facebook|twitter", "follow ~:", "like ~ on facebook", "like ~ ~ on facebook", "find ~ on facebook|twitter|instagram",
        "find ~ ~ on facebook|twitter|instagram", "we are also on", "we're on facebook|twitter|instagram", "join the conversation on|at",
        "join our", "connect with us|~ on", "stay connected", "stay tuned", "stay up to date", "stay up-to-date", "stay with ~ for|and",
        "stay with ~ ~ for|and", "keep up with the latest", "get the latest", "get breaking news", "get our", "get email notifications",
        "close get email notifications", "get more news", "get alerts|updates", "get unlimited", "get full access",
        "for the latest news|updates|headlines|on", "for more news|stories|information|details visit|on|from|follow|go|see|click|tune|watch|listen",
        "for more ~ news", "for more ~ ~ news", "for more on this story", "for breaking news", "for continuing coverage", "tune in",
        "check back for|with|here|later", "check back", "check out our|more", "visit our", "visit ~ for more", "see our", "download our|the app",
        "download our|the free", "download the ~ app", "download the ~ ~ app", "download the ~ ~ ~ app", "download on the", "get the app",
        "free apps", "on a mobile device", "on mobile", "app users|user", "mobile users|viewers|app", "viewing on a", "having trouble viewing",
        "text # to", "text ~ to #", "send us", "send your|news tips", "email us|~:", "e-mail us", "write to us", "call or text us", "contact us",
        "contact the newsroom|writer|reporter|author|editor", "contact ~ at", "contact ~ ~ at", "contact ~ ~:", "contact reporter|writer",
        "reach ~ ~ at", "reach ~ at", "reach the reporter|writer|newsroom", "you can reach", "got a tip|story|news", "have a tip|story|question|news",
        "do you have a tip|story|information|video|photos", "report a typo|correction|problem", "report an error", "spotted an error|mistake",
        "let us know", "tell us what", "tell us in the comments", "what do you think", "have your say", "please direct questions",
        "please send", "please email", "please subscribe", "please log|sign", "please register", "please consider", "please enable|disable",
        "please whitelist", "please try again", "please check your", "please note that comments", "you can find more", "watch more",
        "see more at|on", "listen to this article|story", "watch ~ ~ report", "region # news app",
    ]
    /// Accounts, subscriptions, meters of free articles.
    Opens 34 [
        "sign up", "sign in", "log in", "login", "subscribe", "subscribers only", "register", "create an account", "create a free account",
        "create your", "already a subscriber|member", "already a print subscriber", "already have an account|a", "already registered",
        "not a subscriber|member", "have an online subscription", "have an account", "need an account", "need help", "become a member|subscriber",
        "support our|independent|local journalism", "support ~ journalism", "support local", "donate to", "make a contribution to",
        "try ~ free", "try ~ ~ free", "start your free", "start your subscription", "free trial", "unlock this", "unlock unlimited", "enjoy unlimited",
        "thank you for registering|subscribing|signing|reading|visiting|supporting|your", "thanks for registering|subscribing|signing|reading|visiting|your",
        "welcome back", "you have reached|exceeded|used your|the", "you've reached|exceeded|used your|the", "you have # free", "you've now read",
        "you have now read", "you have been logged|signed", "you are now subscribed|signed", "you must be logged|signed|a", "you must enter the characters",
        "you need to be logged|signed", "you need to enable", "you are using an", "you can unsubscribe|opt|manage|change",
        "your notification|subscription|account|registration|email|password|comment has|is|was", "your browser does|is", "your email address will",
        "your session has", "your ad choices", "there was a problem|an saving|processing|with|submitting", "there was an error",
        "an error occurred|has", "email notifications are", "enter your email|zip|name|password", "enter a valid", "invalid email",
        "we hope you've|you enjoyed", "we hope you enjoy", "we look forward to seeing you", "we have sent", "we've sent", "we sent an email",
        "we noticed you", "we notice you", "it looks like you", "forgot password|your", "reset your password", "remember me",
        "this article|content|story is reserved|exclusive|available|for to|for|only|subscribers", "to continue reading", "to read the full|more",
        "to keep reading", "to view this", "to report a", "to subscribe", "to unsubscribe", "to sign up", "to get the latest",
        "why are we asking", "click here to return", "click here for reuse", "message: a friend wanted you", "a friend wanted you to see",
        "email newsletters", "email newsletter sign|signup", "newsletter sign|signup", "newsletters", "# free articles|trial", "give a gift",
        "print subscribers", "manage your", "change your", "learn more about our", "already read",
    ]
    /// Consent to cookies and terms.
    Opens 60 [
        "we use cookies", "we and our partners|# use|partners", "we value your privacy", "this site|website|page|app uses|requires",
        "this web site uses", "by clicking on|the|this|accept|agree|submit|sign", "by continuing to use|browse|visit", "by using this|our site|website|service|app",
        "by submitting your|this", "by signing up", "by subscribing", "by registering", "by browsing this|our", "by providing your email|phone", "cookies help us", "our use of cookies",
        "cookie settings|policy|notice|consent|preferences", "privacy policy", "terms of use|service", "use of this site", "all content on this",
        "do not sell", "your privacy", "manage consent", "accept cookies", "javascript is|must|required", "enable javascript",
        "this content is not|was|requires|hosted", "this video is no|not|unavailable", "this video file cannot", "video unavailable",
        "this feature is", "image unavailable", "embedded content", "try disabling any",
    ]
    /// What readers wrote, and the rules for it.
    Opens 34 [
        "leave a comment|reply|reflection", "post a comment", "post your comment", "add a comment", "write a comment", "view|show|read all comments",
        "view|show|read|see comments", "comments are closed|moderated|now|welcome", "comments on this|the", "comments have been", "comments closed",
        "commenting is|on", "be the first to", "be civil", "you can follow any responses", "the views expressed", "views expressed",
        "the opinions expressed", "opinions expressed", "reader comments", "comments for this", "no comments", "to comment on this",
        "%d bloggers like this", "d bloggers like this", "like this: like", "share your thoughts|story|memories", "keep it clean",
    ]
    /// Sharing and printing.
    Opens 16 [
        "share this", "share on", "share with", "share via", "share the story|article|page", "share or", "tweet this", "pin it", "email this", "print this article|page|story",
        "save this", "save article", "read or share", "click to share|email|print|copy|enlarge|expand|view", "tap to", "share article", "share link",
        "opens in new", "view this post", "view image on", "a post shared by", "view on twitter|instagram|facebook", "copyright", "c #",
        "embed >more", "hide transcript", "more info", "skip advertisement", "sponsored by",
        "presented by", "brought to you by", "powered by", "paid for by",
    ]
    /// Who wrote, took, edited and helped.
    Opens 14 [
        "written by", "edited by", "compiled by", "photo|photos|photograph|photographs|photography|video|graphic|graphics|illustration by",
        "posted by", "published by", "translated by", "contributing:", "contributors:", "contributing writer|writers|reporter", "author:", "byline:",
        "credit:", "credits:", "image:", "images:", "photo:", "photos courtesy", "photo courtesy", "photo credit", "picture:",
        "image via|courtesy|credit|source", "courtesy of", "courtesy:", "file photo", "file image", "stock photo|image", "getty images",
        "staff writer|writers", "by the associated press",
    ]
    /// Where a picture or a figure is from.
    Opens 6 [ // Longer, it is a headline that quotes a source.
        "source:", "sources:",
    ]
    /// Who wrote, edited and helped, as agencies print it under their copy.
    Opens 40 [
        "reporting by", "editing by", "additional reporting", "with reporting by", "with reporting from", "with files from", "with agencies",
        "with agency inputs", "with inputs from", "with additional reporting", "with contributions from", "inputs from",
        "associated press writer|writers|reporter", "first published", "originally published",
        "this article|story|report|piece was|is originally|first|produced|translated|adapted|republished",
        "this article|story|report|piece first|originally appeared|ran|published",
    ]
    /// What the paper says of its own text: a value that it takes back is no claim.
    Opens 60 [
        "correction:", "corrections:", "clarification:", "correction -", "editor's note:", "editors' note:", "editor's note", "note to readers:",
        "an earlier version of this", "an earlier version of the story|article", "a previous version of this", "earlier versions of this",
        "this article|story|report|post|page was|has amended|corrected|updated|edited|been", "this version of the story|article corrects",
        "this version corrects", "corrects", "this is a developing|breaking", "this story|article is developing|being", "this story|article will be updated",
        "developing story", "more to come", "more details to come|follow", "we will update this", "we'll update this",
        "we will continue to update", "refresh this page", "refresh for", "this post will be", "this page will",
    ]
    /// The outlet's own voice, wherever in the sentence.
    Holds 60 [
        "contributed to this report|story|article|post", "contributed to the report|story", "contributed reporting", "contributed this report",
        "all rights reserved", "may not be published broadcast rewritten", "may not be reproduced", "this material may not", "delivered to your inbox",
        "to your inbox", "in your inbox", "your email address", "terms of service and", "terms of use and", "and privacy policy", "our privacy policy",
        "our terms of", "enable javascript", "sign up for our", "sign up to our", "subscribe to our", "subscribe to the", "our newsletter",
        "our free newsletter", "email newsletter", "daily newsletter", "weekly newsletter", "free trial", "without a subscription",
        "follow us on", "like us on facebook", "follow him on twitter|facebook|instagram", "follow her on twitter|facebook|instagram",
        "follow them on twitter|facebook", "on twitter at @", "follow ~ on twitter at", "download our app", "send your news tips", "video player is loading",
        "report an inappropriate comment", "this story has been updated", "earlier version of this story|article|report", "getty images",
        "an affiliate commission", "this story was produced", "reporting and writing by", "has been updated to reflect", "has been corrected to",
        "to protect user privacy", "if you are using ie", "your web browser", "modern browser", "ad blocker", "ad blocking",
    ]
};

/// Words of buttons: a line of nothing else is a row of them. Networks after the share bars of AddThis and WordPress.
pub(super) const BUTTONS: &[&str] = &[
    "bluesky",
    "bookmark",
    "comment",
    "comments",
    "copy",
    "digg",
    "e-mail",
    "email",
    "facebook",
    "flipboard",
    "follow",
    "google",
    "google+",
    "instagram",
    "like",
    "line",
    "link",
    "linkedin",
    "mail",
    "mastodon",
    "messenger",
    "more",
    "pin",
    "pinterest",
    "pocket",
    "print",
    "reddit",
    "rss",
    "save",
    "share",
    "skype",
    "sms",
    "snapchat",
    "stumbleupon",
    "telegram",
    "threads",
    "tiktok",
    "tumblr",
    "tweet",
    "twitter",
    "viber",
    "vk",
    "wechat",
    "weibo",
    "whatsapp",
    "x",
    "youtube",
];

/// What a number of stands under a story.
pub(super) const COUNTED: &[&str] = &[
    "comment",
    "comments",
    "dislikes",
    "favorites",
    "favourites",
    "followers",
    "like",
    "likes",
    "pending",
    "photos",
    "reactions",
    "replies",
    "retweet",
    "retweets",
    "share",
    "shares",
    "subscribers",
    "tweets",
    "view",
    "views",
    "votes",
];

/// Verbs of the stamp that tells when a page was put up or changed.
pub(super) const STAMPED: &[&str] = &["created", "issued", "modified", "posted", "published", "updated", "uploaded"];

/// What may follow or precede such a verb.
pub(super) const STAMP_WORDS: &[&str] = &["at", "date", "first", "last", "on", "originally", "recently", "time"];

/// Openers of a credit that ends a line or a bracket.
pub(super) const CREDITS: &[&str] = &[
    "ap",
    "courtesy",
    "credit",
    "file",
    "getty",
    "graphic",
    "handout",
    "illustration",
    "image",
    "photo",
    "photograph",
    "photographer",
    "photos",
    "picture",
    "published",
    "screenshot",
    "source",
    "video",
];

/// Posts of those who write.
pub(super) const WRITERS: &[&str] = &[
    "anchor",
    "author",
    "columnist",
    "contributor",
    "correspondent",
    "editor",
    "freelancer",
    "intern",
    "journalist",
    "photographer",
    "producer",
    "reporter",
    "writer",
];
