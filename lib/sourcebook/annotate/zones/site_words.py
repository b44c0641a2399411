"""The words of menus, buttons, links and notices, in lower case with straight apostrophes."""

from __future__ import annotations

SECTIONS = frozenset(
    """
    home homepage news sport sports world politics business tech technology science health opinion
    opinions culture arts travel lifestyle weather video videos live menu search sections more uk us
    usa asia africa europe americas middle east education environment entertainment money markets
    economy football cricket rugby tennis golf tv radio food books film music fashion style magazine
    features editorial editorials comment analysis local national international showbiz celebrity
    crime royals podcasts podcast newsletters jobs cars property obituaries letters puzzles
    crosswords
    games events offers shop account login register breaking latest trending topics about contact
    help archive
    index media photos pictures audio climate australia canada scotland wales ireland india china
    england northern the and & of in a-z my all en english top stories front page nation life
    blogs columnists columns company companies finance cities city society letters space skip to
    content navigation main go contents sign log subscribe reviews horoscopes edition today
    headlines
    war history astronomy animals planet earth human
    """.split()
)
BUTTONS = frozenset(
    """
    share save print email e-mail tweet facebook twitter whatsapp linkedin reddit pinterest telegram
    messenger instagram youtube tiktok flipboard bluesky threads copy link url comment comments gift
    listen bookmark play pause mute close ad ads advertisement advertisements advertising
    advertorial sponsored like likes reply report post send this article article's on via to by the
    more less show options text size font a+ a- aa + - | / • · x loading download pdf follow us font
    subscribe subscription sign up in log login register donate app shares views read story next
    previous back top page continue view all skip toggle menu ok accept reject done cancel submit
    story continues below scroll feedback discuss react reactions toggles google preferred source
    add as listen-to enlarge premium give full size translate english
    """.split()
)
LONE_BUTTONS = frozenset(
    """
    share save print email e-mail tweet facebook twitter whatsapp linkedin reddit pinterest telegram
    messenger copy comment comments advertisement advertisements advertising advertorial ad ads
    sponsored promoted bookmark loading subscribe donate reply listen download submit instagram
    youtube
    feedback enlarge follow premium
    """.split()
)

# Opening words of a line, in lower case. They open links and forms; a headline hardly ever does.
OPENINGS = (
    "share this", "share on", "share via", "share your", "read more", "read also", "also read",
    "read next", "read:", "see also", "see more", "related:", "related stor", "related article",
    "related topic", "related cover", "related content", "related link", "related news",
    "related post", "related reading", "related to this", "more on this", "more on th",
    "more from", "more to read", "more to explore", "more to watch", "more stories", "more news",
    "most read", "most popular", "most viewed", "most watched", "most shared", "most commented",
    "trending now", "recommended for", "recommended stor", "recommended read", "recommended:",
    "editor's pick", "editors' pick", "you may also", "you might also", "you may like",
    "don't miss", "top stories", "latest news", "latest stories", "ad feedback", "sign up for",
    "sign up to", "sign up now", "sign me up", "subscribe to", "subscribe now", "subscribe for",
    "subscribe on", "follow us", "follow our", "follow bbc", "follow the latest",
    "join the conversation", "join our", "join the discussion", "leave a reply", "leave a comment",
    "post a comment", "add a comment", "view comments", "show comments", "comments (",
    "comments are", "have your say", "send feedback", "how can we improve", "thanks for your",
    "thank you for reading", "thank you for sub", "thank you for your", "report an error",
    "report a correct", "report a typo", "copyright ©", "copyright (c)", "copyright 1",
    "copyright 2", "(c) 1", "(c) 2", "© 1", "© 2", "©1", "©2", "©", "all rights", "privacy policy",
    "privacy notice", "cookie", "we use cookies", "accept all", "manage pref", "get involved",
    "manage cookies", "published in ", "first published in", "our standards", "click here",
    "click to", "tap here", "listen to this", "listen to article", "listen to the", "download the",
    "download our", "get the latest", "get the best", "get our", "get breaking", "get unlimited",
    "print this", "email this", "e-mail this", "copy link", "skip ad", "story continues",
    "article continues", "continue reading", "correction:", "corrections:", "clarification:",
    "editor's note", "editors' note", "author's note", "about the author", "about the writer",
    "contact us", "contact:", "media contact", "press contact", "for media", "media inquiries",
    "media enquiries", "press enquiries", "enter your", "your email", "email address",
    "by signing up", "by subscribing", "by submitting", "by clicking", "by entering", "no thanks",
    "back to top", "go to top", "explore more", "reuse this", "for immediate release",
    "embargoed until", "already a subscriber", "already have an account", "create an account",
    "log in to", "sign in to", "to read this", "not a subscriber", "support our",
    "support independent", "donate to", "view gallery", "view image", "click through",
    "open image", "jump to comments", "got a tip", "got a story", "got a news tip",
    "do you have a story", "do you have a tip", "have you been affected", "have a tip", "email us",
    "e-mail:", "email:", "tel:", "phone:", "whatsapp:", "twitter:", "facebook:", "website:",
    "http://", "https://", "www.", "disclaimer", "keep up to date", "stay up to date",
    "stay informed", "stay connected", "stay in the know", "never miss", "unsubscribe",
    "required fields", "save my name", "notify me", "this content is", 
    "view all", "see all", "show more", "load more", "watch:", "watch now", "watch more",
    "watch live", "play video", "video:", "listen:", "page 1 of", "go deeper", "here's what you",
    "order reprints", "today's paper", "readers' comments", "the views expressed", "hide caption",
    "toggle caption", "enlarge this", "search for:", "view original", "what to read next",
    "what to watch", "read full", "read the full", "read this", "letters to the editor:",
    "to contact the", "© ", "-ends-", "ends", "(end)", "-30-", "###", "notes to editors",
    "note to editors", "sponsored by", "in association with", "free daily", "buy now",
    "special offer", "from our partners", "around the web", "popular now", "in case you missed",
    "now read", "more in ", "more about", "more like this", "interested in", "like this story",
    "rate this", "was this ", "watch |", "listen |", "read |", "more:", "scroll to",
    "advertisement", "to comment", "add us on",
    "this article is more", "open this", "subscribers only",
    "for subscribers", "view this email", "view in browser",
    "view online", "was this email", "forwarded this", "you received this", "you are receiving",
    "you're receiving", "save articles", "save this", "save for later", "sign in", "eds:", "eds.:",
    "editors:", "attention editors", "image gallery", "also read", "also see", "press release",
    "news release", "media release", "we have more", "read the original", "read original",
    "in this section",
)  # fmt: skip
MENU_OPENINGS = (
    "skip to", "topic: ", "section: ", "go to content", "go to nav", "jump to", "tags:",
    "tags ", "topics:", "filed under",
    "categories:", "category:", "in this article", "section:", "you are here", "main menu",
    "keywords:", "posted in", "tagged", "breadcrumb",
)  # fmt: skip

MORE_OF = ("news", "stories", "headlines", "coverage", "articles")
LIST_HEADS = (
    "related", "more from", "more to read", "more to explore", "more to watch", "more on",
    "more stories", "more news", "most ", "trending", "recommended", "editor", "you may",
    "you might", "top stories", "latest", "read more", "read next", "also read", "see also",
    "popular", "explore more", "more in", "around the web", "more to ", "from our partners",
    "don't miss", "what to read", "more local", "more world", "in case you missed", "more like",
    "more about",
)  # fmt: skip
TOPIC_HEADS = (
    "related topic", "topics", "explore more on", "tags", "tagged", "more on these",
    "follow topics", "filed under", "categories", "keywords", "key words",
)  # fmt: skip
CLOSERS = (
    "leave a reply", "leave a comment", "comments", "post a comment", "add a comment", "©",
    "copyright", "about the author", "all rights", "view comments", "join the conversation",
    "send feedback", "media contact", "press contact", "notes to editors", "our standards",
    "most read", "most popular", "most viewed", "you may also", "you might also", "contact:",
    "show comments", "readers' comments", "###", "-30-", "-ends-", "(end)", "explore more on",
    "note to editors",
)  # fmt: skip
# "Featured stories", "Recommended reading", "Sponsored offers".
OFFERED = frozenset(
    """
    featured recommended popular sponsored promoted related top latest more other trending similar
    most our partner further paid suggested editor's editors' latest must-read must hot special
    """.split()
)
OFFERS = frozenset(
    """
    stories story articles headlines videos links picks reads read posts topics content offers
    galleries reading coverage news viewed popular shared watched commented features
    """.split()
)
