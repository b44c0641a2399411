"""Quotations: what stands between quotation marks, and who is said to have said it."""

from __future__ import annotations

from collections.abc import Sequence

from sourcebook.annotate.page import Page
from sourcebook.annotate.speech.conversation import Conversation
from sourcebook.annotate.speech.cues import SLOGAN_NOUNS
from sourcebook.annotate.speech.marks import MARKS
from sourcebook.annotate.speech.reading import STOPS, Saying, read_speech
from sourcebook.annotation import Annotation

MAKER = "rule:quotations"


def find_quotations(page: Page, names: Sequence[Annotation]) -> list[Annotation]:
    """Annotate every quotation of a page, in order of position.

    Parameters
    ----------
    page
        The text, its zones and its vocabulary.
    names
        Annotations of people, organisations and places in the text; there may be none.

    Returns
    -------
    list of Annotation
        The span includes the quotation marks; its end is exclusive. `speaker` is the key of a
        registered person or organisation, else the fullest name that the text gives, else
        ``unknown``; `speaker_start` and `speaker_end` (exclusive) are the words that name the
        speaker there, both empty for an unknown one; `cue` the verb of saying as printed, empty
        where there is none; `form` ``full``, ``fragment``, ``term``, ``slogan`` or
        ``continuation``; `named` ``named`` or ``anonymous``; `relayed_by` who passed the words
        on; `closed` ``no`` where the closing mark is missing.

    Examples
    --------
    >>> page = Page("“We are proud,” said Clara Brandt, the mayor. “It is done.”")
    >>> [(q.quote, q["speaker"], q["cue"], q["form"]) for q in find_quotations(page, [])]
    [('“We are proud,”', 'Clara Brandt', 'said', 'full'),
     ('“It is done.”', 'Clara Brandt', '', 'continuation')]
    """
    speech = read_speech(page, names)
    return [_annotate(page, speech.conversation, saying) for saying in speech.sayings]


def _annotate(page: Page, conversation: Conversation, saying: Saying) -> Annotation:
    statement = saying.within or conversation.statements[saying.place]
    stretch, link, speaker = saying.stretch, saying.link, saying.speaker
    cue = ""
    if link.own and link.cue[0] < link.cue[1]:
        first, last = link.cue
        cue = page.text[statement.words[first].start : statement.words[last - 1].end]
    relay = None
    if link.relay and saying.within is None:
        relay = conversation.speaker(saying.place, link.relay)
    known = speaker is not None and speaker.name != "unknown"
    attributes = {
        "speaker": speaker.name if speaker else "unknown",
        "speaker_start": str(speaker.start) if speaker and known else "",
        "speaker_end": str(speaker.end) if speaker and known else "",
        "cue": cue,
        "form": _form(page.text, saying),
        "named": speaker.named if speaker else "anonymous",
        "relayed_by": relay.name if relay else "",
        "closed": "yes" if stretch.closed else "no",
    }
    return page.mark("quotations", stretch.start, stretch.end, attributes, MAKER)


def _form(text: str, saying: Saying) -> str:
    stretch, link = saying.stretch, saying.link
    inside = text[stretch.start : stretch.end].strip(MARKS)
    words = inside.split(None, 4)
    after = text[stretch.end : stretch.end + 20].split()
    if link.slogan or (after and after[0].strip(",.").lower() in SLOGAN_NOUNS):
        return "slogan"
    # Writing without capitals has no way to show that a quotation is a whole sentence.
    whole = inside[:1].isupper() or not inside[:1].isascii()
    continued = saying.continued or (not link.own and link.subject is not None)
    if continued and (whole or inside[-1:] in STOPS):
        return "continuation"
    if whole and (len(words) > 3 or inside[-1:] in STOPS):
        return "full"
    if len(words) > 3 and inside[-1:] in {",", "?", "!"}:
        return "full"
    if link.subject is None and len(words) < 4:
        return "term"
    return "fragment"
