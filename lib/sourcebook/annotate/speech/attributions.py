"""Attributions: what an article gives to a source without quoting it word for word."""

from __future__ import annotations

from collections.abc import Sequence

from sourcebook.annotate.page import Page
from sourcebook.annotate.speech.conversation import Conversation
from sourcebook.annotate.speech.cues import BASES, CLAUSE_CUES, CUES, QUOTE, SAY
from sourcebook.annotate.speech.links import Link, Telling
from sourcebook.annotate.speech.narration import Statement, Word
from sourcebook.annotate.speech.reading import read_speech
from sourcebook.annotate.speech.speakers import Speaker
from sourcebook.annotate.speech.subjects import Subject
from sourcebook.annotation import Annotation

MAKER = "rule:attributions"
_LONGEST = 200
_WHOLE = frozenset({"full", "continuation", "slogan"})
_HEARSAY = frozenset("reportedly allegedly supposedly purportedly".split())
# These tell of words even where no clause follows: “announced a plan”, “described the talks”.
_ACTS = frozenset(
    """announce claim deny argue warn report promise pledge vow predict confirm allege acknowledge
    admit insist suggest estimate ask""".split()
)
_SAYS_SO = frozenset("say tell add write state".split())


def find_attributions(
    page: Page, names: Sequence[Annotation], quotations: Sequence[Annotation]
) -> list[Annotation]:
    """Annotate every passage that gives a statement to a source in the writer's own words.

    Parameters
    ----------
    page
        The text, its zones and its vocabulary.
    names
        Annotations of people, organisations and places in the text; there may be none.
    quotations
        The quotations found in it; a clause that only introduces a whole one is left out.

    Returns
    -------
    list of Annotation
        In order of position. The span holds the words for the source and the verb of saying; its
        end is exclusive. `source` is the key of a registered source, else the fullest name that
        the text gives, else ``unknown``; `named` is ``named`` or ``anonymous``; `relayed_by` who
        passed it on; `cue` the verb as printed.

    Examples
    --------
    >>> page = Page("The river will rise, officials said. Ruiz reportedly left.")
    >>> [(a.quote, a["source"], a["cue"]) for a in find_attributions(page, [], [])]
    [('officials said', 'officials', 'said'), ('Ruiz reportedly', 'unknown', 'reportedly')]
    """
    speech = read_speech(page, names)
    conversation = speech.conversation
    whole = {q.start for q in quotations if q["form"] in _WHOLE}
    used: dict[int, set[int]] = {}
    for saying in speech.sayings:
        if saying.stretch.start in whole and saying.within is None:
            used.setdefault(saying.place, set()).add(saying.link.cue[1] - 1)
    found: list[Annotation] = []
    for place, statement in enumerate(conversation.statements):
        if statement.telling or any(word[0] in _HEARSAY for word in statement.written):
            found += _in_statement(page, conversation, place, used.get(place, set()))
    return found


def _in_statement(
    page: Page, conversation: Conversation, place: int, used: set[int]
) -> list[Annotation]:
    statement = conversation.statements[place]
    words = statement.words
    found = [_hearsay(page, words, at) for at, word in enumerate(words) if word.small in _HEARSAY]
    last = -1
    telling = Telling(page.text, words, conversation.cues(place))
    for at, link in telling.links(statement):
        if at in used or not _tells(page.text, statement, at):
            continue
        subject = link.subject
        source = conversation.speaker(place, subject) if subject else None
        if subject is None or source is None:
            continue
        start, end = _span(words, link, subject)
        if start <= last or end - start > _LONGEST:
            start, end = words[link.cue[0]].start, words[link.cue[1] - 1].end
        if start > last and (source.name != "unknown" or words[at].small == "according"):
            found.append(_annotate(page, conversation, place, link, source, start, end))
            last = end
    found.sort(key=lambda attribution: attribution.start)
    return found


def _tells(text: str, statement: Statement, at: int) -> bool:
    """Tell whether the words after a verb show that somebody's statement is reported."""
    words = statement.words
    small = words[at].small
    if small in {"according", "citing"}:
        return True
    base = BASES[small]
    following = words[at + 1].small if at + 1 < len(words) else ""
    gap = text[words[at].end : words[at + 1].start] if at + 1 < len(words) else "."
    if CUES[small] == SAY:
        if base in _SAYS_SO or base in _ACTS:
            return True
        return following == "that" or gap.strip()[:1] in {".", ",", ";"}
    if small in CLAUSE_CUES:
        return following == "that" or gap.strip()[:1] == "."
    return (
        CUES[small] == QUOTE
        and base in {"call", "describe", "consider"}
        and (any(word.small == "what" for word in words[max(at - 4, 0) : at]))
    )


def _span(words: Sequence[Word], link: Link, subject: Subject) -> tuple[int, int]:
    """Where the words for the source and the verb begin and end, or the verb alone if far off."""
    start, end = words[link.cue[0]].start, words[link.cue[1] - 1].end
    if link.cue[0] - subject.last > 30:
        return start, end
    return min(words[subject.first].start, start), max(words[subject.last - 1].end, end)


def _annotate(
    page: Page,
    conversation: Conversation,
    place: int,
    link: Link,
    source: Speaker,
    start: int,
    end: int,
) -> Annotation:
    words = conversation.statements[place].words
    relay = conversation.speaker(place, link.relay) if link.relay else None
    return page.mark(
        "attributions",
        start,
        end,
        {
            "source": source.name,
            "named": source.named,
            "relayed_by": relay.name if relay else "",
            "cue": page.text[words[link.cue[0]].start : words[link.cue[1] - 1].end],
        },
        MAKER,
    )


def _hearsay(page: Page, words: Sequence[Word], at: int) -> Annotation:
    """“Ruiz has reportedly refused”: nobody says who reported it."""
    first = at
    while first and at - first < 3 and words[first].start - words[first - 1].end == 1:
        first -= 1
        if words[first].small not in {"has", "have", "had", "was", "is", "were", "are", "also"}:
            break
    attributes = {"source": "unknown", "named": "anonymous", "relayed_by": ""}
    attributes["cue"] = page.text[words[at].start : words[at].end]
    return page.mark("attributions", words[first].start, words[at].end, attributes, MAKER)
