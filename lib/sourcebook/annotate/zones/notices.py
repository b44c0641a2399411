"""Sentences that speak for the site: they offer, ask, warn, correct or reserve rights."""

from __future__ import annotations

# In a full sentence two things together tell: what is offered, and that "you" or "we" are meant.
_PAIRS = (
    ("sign up", ("newsletter", "inbox", "our ", "free", "alert", "your ")),
    ("signing up", ("you", "newsletter")),
    ("subscri", ("our ", "newsletter", "your", "you ", "this article", "reprints")),
    ("newsletter", ("your", "our ", "you ", "straight to")),
    ("inbox", ("your", "straight to", "delivered")),
    ("cookies", ("we use", "our ", "you ", "your", "this site", "this website")),
    ("privacy", ("you ", "your", "terms of", "recaptcha", "see our", "our privacy")),
    ("copyright", ("©", "reserved", "(c)")),
    ("reserved", ("rights",)),
    ("©", ("© 20", "©20", "© 19", "©19", "rights", "ltd", "limited")),
    ("follow", ("follow us", "on twitter", "on facebook", "on instagram", "on x:", "on x at",
                "@", "coverage of",
                "coverage at", "on social media", "for more")),
    ("this article ", ("amended", "was updated", "been updated", "originally", "first published",
                       "appeared", "appears in", "is part of", "was corrected", "been corrected",
                       "is adapted", "was written by", "was produced", "was published",
                       "was created",
                       "is republished", "was sent")),
    ("this story ", ("amended", "was updated", "been updated", "originally", "first published",
                     "appeared", "is part of", "been corrected", "was corrected", "was produced",
                     "was published", "is developing", "was supported", "contains")),
    ("this report ", ("been updated", "was corrected", "was amended", "first published")),
    ("this piece ", ("originally", "amended", "been updated", "first published", "is part of")),
    ("this post ", ("originally", "been updated", "contains", "first appeared")),
    ("earlier version", ("of this", "an earlier")),
    ("version of this", ("appear", "publish", "article", "story")),
    ("click", ("click here", "click on", "you ", "our ")),
    ("for more information", ("visit", "see our", "contact", "call", "www", "http", "go to")),
    ("more information", ("please visit", "visit www", "learn more at")),
    ("comment", ("you must be", "please log", "moderat", "your comment", "our comment",
                 "in the comments",
                 "community guidelines")),
    ("your email", ("",)),
    ("journalism", ("support our", "our journalism", "independent journalism", "donat", "reader")),
    ("do you have", ("story", "tip", "question", "email", "contact")),
    ("have you", ("email", "get in touch", "share your", "let us know", "contact us")),
    ("email", ("us at", "email us", "contact", "@", "emailing", "or call")),
    ("contact", ("@", "at +", "can be contacted", "reach")),
    ("reached at", ("@", "can be")),
    ("get in touch", ("email", "us ", "by ", "at ")),
    ("terms of", ("service", "use", "conditions", "we ", "you ")),
    ("views expressed", ("necessarily", "own", "author")),
    ("not responsible", ("external", "content")),
    ("download", ("our app", "the app", "app store", "google play")),
    ("app store", ("google play", "download")),
    ("affiliate", ("commission", "link")),
    ("confidential", ("samaritans", "helpline", "support")),
    ("helpline", ("call", "visit", "contact")),
    ("affected by", ("if you", "have you been")),
    ("code of practice", ("adhere", "editors", "complain")),
    ("samaritans", ("call", "contact", "116")),
    ("republish", ("permission", "creative commons", "conversation", "free")),
    ("redistributed", ("permission", "rewritten", "published")),
    ("staff and is published", ("",)),
    ("syndicated feed", ("",)),
    ("whatsapp", ("our ", "join", "channel")),
    ("press complaints", ("",)),
    ("editorial standards", ("",)),
    ("our standards", ("principles",)),
    ("commission", ("our site", "links", "you buy", "purchase", "we may earn")),
    ("google news", ("follow", "our ")),
    ("latest news", ("follow", "download", "our app", "channel", "get the", "get all")),
    ("represent the views", ("",)),
    ("necessarily", ("views", "reflect the opinion", "reflect the position")),
    ("continue reading", ("subscri", "register", "account", "sign")),
    ("unlimited access", ("",)),
    ("free account", ("create", "register", "sign")),
    ("share your", ("thoughts", "views", "experience", "story")),
    ("let us know", ("comment", "email", "below")),
    ("in the comments", ("let us", "tell us", "below")),
    ("interview", ("edited and condensed", "condensed for", "edited for length")),
    ("conversation has been", ("edited", "condensed")),
    ("reading list", ("create", "your own")),
    ("top headlines", ("get ", "along with", "latest")),
    ("print edition", ("published in", "appeared in", "headline")),
    ("archived", ("this is an archived", "information in")),
    ("headlines", ("straight to", "delivered to", "in your")),
    ("gift", ("subscription", "this article")),
    ("support", ("our work", "as little as", "donat", "become a")),
    ("photo gallery", ("",)),
    ("javascript", ("browser", "enable", "your")),
    ("content warning", ("",)),
)  # fmt: skip


# Hardly a notice is without one of these words, and most paragraphs have none: to look them up is
# a tenth of the cost of searching for every pair.
_CUE_WORDS = frozenset(
    """
    you You your Your sign YOU YOUR our Our OUR us article Article
    story Story piece post Post version
    Version Copyright COPYRIGHT (c) reserved reserved. Reserved. RESERVED. rights Click click Follow
    follow Subscribe subscribe subscribers newsletter newsletter. newsletters Newsletter Sign Email
    E-mail email Contact visit Visit Disclaimer Disclaimer: DISCLAIMER: Editor's Editor’s Editors'
    Editors’ EDITOR'S EDITOR’S Note: NOTE: Note NOTE Correction: CORRECTION: Clarification:
    CLARIFICATION: Corrections: Cookies cookies republished Republished affiliate views Google
    helpline Samaritans Samaritans. necessarily moderated moderators About ABOUT Privacy privacy
    unlimited redistributed permission syndicated JavaScript commission Download download links site
    interview conversation headlines headlines, Interview Get Save edition edition.
    responsible represent gallery Support Donate Standards information
    """.split()
)

# These open whole paragraphs too.
_NOTES = (
    "disclaimer", "editor's note", "editors' note", "correction:", "clarification:",
    "corrections:", "©", "copyright ©", "note to editors", "notes to editors", "about the author",
    "privacy notice",
)  # fmt: skip


def lowered(text: str) -> str:
    """Lower case with straight apostrophes, as the cue words here are written."""
    return text.lower().replace("’", "'")


def is_boilerplate_sentence(text: str) -> bool:
    """Tell whether a sentence speaks for the site: it offers, asks, warns or reserves rights.

    Examples
    --------
    >>> is_boilerplate_sentence("We use cookies to improve your visit.")
    True
    >>> is_boilerplate_sentence("The firm's cookies are baked in Bath.")
    False
    """
    if _CUE_WORDS.isdisjoint(text.split()) and "@" not in text and "©" not in text:
        return False
    low = lowered(text)
    if low.startswith(_NOTES):
        return True
    # What somebody said is news, unless the site speaks of "this article".
    if not low.startswith("this ") and (" said" in low or "told" in low):
        return False
    return any(
        cue in low and any(partner in low for partner in partners) for cue, partners in _PAIRS
    )
