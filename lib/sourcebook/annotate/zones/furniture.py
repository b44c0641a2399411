"""What belongs to the site and not to the article: menus, sign-up forms, links, legal lines."""

from __future__ import annotations

import re

from sourcebook.annotate.zones.notices import lowered

_SECTIONS = frozenset(
    """
    home homepage news sport sports world politics business tech technology science health opinion
    opinions culture arts travel lifestyle weather video videos live menu search sections more uk us
    usa asia africa europe americas middle east education environment entertainment money markets
    economy football cricket rugby tennis golf tv radio food books film music fashion style magazine
    features editorial editorials comment analysis local national international showbiz celebrity
    crime royals podcasts podcast newsletters jobs cars property obituaries letters puzzles
    crosswords
    games events offers shop account login register breaking latest trending topics about contact help archive
    index media photos pictures audio climate australia canada scotland wales ireland india china
    england northern the and & of in a-z my all en english top stories front page nation life
    blogs columnists columns company companies finance cities city society letters space skip to
    content navigation main go contents sign log subscribe reviews horoscopes edition today
    headlines
    war history astronomy animals planet earth human
    """.split()
)
_BUTTONS = frozenset(
    """
    share save print email e-mail tweet facebook twitter whatsapp linkedin reddit pinterest telegram
    messenger instagram youtube tiktok flipboard bluesky threads copy link url comment comments gift
    listen bookmark play pause mute close ad ads advertisement advertisements advertising
    advertorial sponsored like likes reply report post send this article article's on via to by the
    more less show options text size font a+ a- aa + - | / • · x loading download pdf follow us font
    subscribe subscription sign up in log login register donate app shares views read story next
    previous back top page continue view all skip toggle menu ok accept reject done cancel submit
    story continues below scroll feedback discuss react reactions toggles google preferred source
    add as listen-to enlarge full size translate english
    """.split()
)
_LONE_BUTTONS = frozenset(
    """
    share save print email e-mail tweet facebook twitter whatsapp linkedin reddit pinterest telegram
    messenger copy comment comments advertisement advertisements advertising advertorial ad ads
    sponsored promoted bookmark loading subscribe donate reply listen download submit instagram
    youtube
    feedback enlarge follow
    """.split()
)

# Opening words of a line, in lower case. They open links and forms; a headline hardly ever does.
_OPENINGS = (
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
    "rate this", "was this ", "watch |", "listen |", "read |", "more:", "scroll to", "advertisement", "to comment", "add us on",
    "this article is more", "open this", "subscribers only", "for subscribers", "premium", "view this email", "view in browser",
    "view online", "was this email", "forwarded this", "you received this", "you are receiving",
    "you're receiving", "save articles", "save this", "save for later", "sign in", "eds:", "eds.:",
    "editors:", "attention editors", "image gallery", "also read", "also see", "press release",
    "news release", "media release", "we have more", "read the original", "read original", "in this section",
)  # fmt: skip
_MENU_OPENINGS = (
    "skip to", "topic: ", "section: ", "go to content", "go to nav", "jump to", "tags:", "tags ", "topics:", "filed under",
    "categories:", "category:", "in this article", "section:", "you are here", "main menu",
    "keywords:", "posted in", "tagged", "breadcrumb",
)  # fmt: skip

_MORE_OF = ("news", "stories", "headlines", "coverage", "articles")
_LIST_HEADS = (
    "related", "more from", "more to read", "more to explore", "more to watch", "more on",
    "more stories", "more news", "most ", "trending", "recommended", "editor", "you may",
    "you might", "top stories", "latest", "read more", "read next", "also read", "see also",
    "popular", "explore more", "more in", "around the web", "more to ", "from our partners",
    "don't miss", "what to read", "more local", "more world", "in case you missed", "more like",
    "more about",
)  # fmt: skip
_TOPIC_HEADS = (
    "related topic", "topics", "explore more on", "tags", "tagged", "more on these", "follow topics",
    "filed under", "categories", "keywords", "key words",
)  # fmt: skip
_CLOSERS = (
    "leave a reply", "leave a comment", "comments", "post a comment", "add a comment", "©",
    "copyright", "about the author", "all rights", "view comments", "join the conversation",
    "send feedback", "media contact", "press contact", "notes to editors", "our standards",
    "most read", "most popular", "most viewed", "you may also", "you might also", "contact:",
    "show comments", "readers' comments", "###", "-30-", "-ends-", "(end)", "explore more on",
    "note to editors",
)  # fmt: skip
# "Featured stories", "Recommended reading", "Sponsored offers".
_OFFERED = frozenset(
    """
    featured recommended popular sponsored promoted related top latest more other trending similar
    most our partner further paid suggested editor's editors' latest must-read must hot special
    """.split()
)
_OFFERS = frozenset(
    """
    stories story articles headlines videos links picks reads read posts topics content offers
    galleries reading coverage news viewed popular shared watched commented features
    """.split()
)
_LIST_READ_ALOUD = re.compile(r"(?:end of )?list(?: \d+)? of \d+(?: items)?|end of list")
# What agencies write over a story: "BC-EU--Dam Collapse, 2nd Ld", "DAM-COLLAPSE/", "dam-collapse-eu".
_SLUG = re.compile(
    r"[A-Z]{2}-{1,2}[A-Z][\w .&'/-]{2,60}(?:,.{0,40})?|[A-Z][A-Z0-9-]{1,30}/[A-Z0-9-]{0,30}"
    r"(?: \([^()]{1,30}\))?|[a-z]{2,20}(?:-[a-z]{2,20}){2,6}|.{4,60}\b\d(?:st|nd|rd|th) Ld\b.{0,30}"
)
_WORDS = re.compile(r"[^\s,;:()\[\]|>»\u203a/•·\d.]+")
_SEPARATED = re.compile(r"\s(?:[|>»\u203a•·/])\s")
_COUNTED = re.compile(
    r"(?:\d[\d,.]*[km]? )?(?:comments?|shares?|views?|likes?|replies)(?: \(?\d+\)?)?", re.I
)
_PAGE = re.compile(r"(?:page )?\d{1,3}(?:(?: of | ?/ ?)\d{1,3})?|[-–—] ?\d{1,3} ?[-–—]", re.I)
_RUNNING_HEAD = re.compile(r".{0,80}(?:\s\s|\s?\|\s?|, )page \d{1,3}|page \d{1,3}\s\s.{0,80}", re.I)
_REVISED = re.compile(
    r"\((?:updates?|adds?|recasts?|corrects?|refiles?|repeats?|rewrites|writes through|removes|fixes)"
    r"(?: |\))",
    re.I,
)
_MARK = re.compile(r"[\W_]+")
_MINUTES = re.compile(
    r"\d{1,2}[ -]min(?:ute)?s?(?: read)?|(?:reading time|time to read).{0,20}", re.I
)
_ADDRESS = re.compile(
    r"(?:[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,30}){0,4}|@\w{2,30}|(?:https?://|www\.)\S{3,300}|[\w-]{2,40}(?:\.[\w-]{2,20}){1,3}/\S{0,200})"
)


def is_mark(text: str) -> bool:
    """Tell whether a line is only a rule, dots or other signs."""
    return len(text) < 100 and _MARK.fullmatch(text) is not None


def is_page_number(text: str) -> bool:
    """Tell whether a line is only the number of a printed page."""
    return len(text) < 20 and _PAGE.fullmatch(text) is not None


def is_menu(text: str) -> bool:
    """Tell whether a short line is a menu, a path of sections or a list of tags.

    Examples
    --------
    >>> is_menu("Home > News > Europe"), is_menu("News of the war reached Oslo")
    (True, False)
    """
    if len(text) > 300:
        return False
    low = lowered(text)
    if low.startswith(_MENU_OPENINGS):
        return text[-1] not in ".!?"
    words = _WORDS.findall(low)
    if not words or len(words) > 30 or (len(words) < 3 and low[-1].isdigit()):
        return False
    if all(word in _SECTIONS for word in words):
        return words[0] not in ("the", "of", "and")
    if " " not in text:
        return False
    if len(words) > 4 and text[-1] not in ".?!":
        known = sum(word in _SECTIONS for word in words)
        if known * 5 >= len(words) * 4 and text.istitle():
            return True
    parts = _SEPARATED.split(text)
    return len(parts) > 2 and text[-1] != "." and len(text) / len(parts) < 22


def is_boilerplate_line(text: str) -> bool:
    """Tell whether a short line is a button, a link, a notice or the head of a list of links.

    Examples
    --------
    >>> is_boilerplate_line("Read more: Mill to close"), is_boilerplate_line("Share prices fall")
    (True, False)
    """
    low = lowered(text).lstrip("[(>»→▶► ")
    if low.startswith(_OPENINGS) and low:
        return True
    if low.endswith(("newsletter", "newsletters")) and low.count(" ") < 6:
        return True
    if low.startswith("more ") and low.endswith(_MORE_OF) and low.count(" ") < 6:
        return True
    if _COUNTED.fullmatch(low) or _MINUTES.fullmatch(low) or _ADDRESS.fullmatch(low):
        return True
    if (
        _LIST_READ_ALOUD.fullmatch(low)
        or _SLUG.fullmatch(text)
        or _offers(low)
        or _REVISED.match(text)
    ):
        return True
    if _RUNNING_HEAD.fullmatch(low):
        return True
    words = low.strip("[]() .:!").split()
    if len(words) < 10 and ("http" in low or "www." in low) and text[-1] not in ".!?":
        return True
    if len(words) > 10 or not words:
        return False
    return not _LONE_BUTTONS.isdisjoint(words) and all(
        word in _BUTTONS or word.isdigit() for word in words
    )


def _offers(low: str) -> bool:
    words = low.strip(" :").split()
    if len(words) == 1:
        return words[0] in ("recommended", "related", "trending", "popular")
    return 1 < len(words) < 5 and words[0] in _OFFERED and words[-1] in _OFFERS


def is_button(text: str) -> bool:
    """Tell whether a line may be a button, if there are others beside it: "Follow", "Sign up".

    Examples
    --------
    >>> is_button("Gift Article"), is_button("Gift of the sea")
    (True, False)
    """
    words = text.lower().strip("[]() .:!").split()
    return len(words) < 6 and all(
        word in _BUTTONS or word.isdigit() or len(word) == 1 or word == "min" for word in words
    )


def opens_menu(text: str) -> bool:
    """Tell whether a line begins with the word of a menu or a button and so is nobody's name."""
    word = text.partition(" ")[0].lower()
    return word in _SECTIONS or word in _BUTTONS


def heads_topics(text: str) -> bool:
    """Tell whether a line of boilerplate announces topics, which lead to parts of the site."""
    low = lowered(text)
    return low.startswith(_TOPIC_HEADS) and low.count(" ") < 5 and ": " not in low


def heads_links(text: str) -> bool:
    """Tell whether a line of boilerplate announces lines of links after it."""
    low = lowered(text)
    if ": " in text or text.count(" ") > 6:
        return False
    return low.startswith(_LIST_HEADS) or _offers(low)


def ends_copy(text: str) -> bool:
    """Tell whether a line is the sign that agencies and press offices set after the last word."""
    return text.lower().strip(" .") in ("###", "-30-", "-ends-", "ends", "(end)", "- ends -")


def closes_article(text: str) -> bool:
    """Tell whether nothing of the article is to be expected after this line of boilerplate."""
    return lowered(text).startswith(_CLOSERS) or bool(_COUNTED.fullmatch(text))
