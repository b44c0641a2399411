"""A page's speech, read once: its statements, what ties its quotations to speakers, who speaks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sourcebook.annotate.page import Page
from sourcebook.annotate.speech.cast import Cast
from sourcebook.annotate.speech.clauses import BE
from sourcebook.annotate.speech.conversation import Conversation
from sourcebook.annotate.speech.cues import PASSIVE
from sourcebook.annotate.speech.links import NO_LINK, Link
from sourcebook.annotate.speech.marks import MARKS, Stretch
from sourcebook.annotate.speech.narration import Narration, Statement, Word, read_narration
from sourcebook.annotate.speech.quotation_links import link_quotations
from sourcebook.annotate.speech.speakers import Speaker
from sourcebook.annotate.speech.turns import going_on, indirect_voice
from sourcebook.annotate.speech.verbs import find_cues
from sourcebook.annotation import Annotation

STOPS = ".!?…。\uff01\uff1f,"
_TITLE_MARKS = frozenset("《")


@dataclass(frozen=True, slots=True)
class Saying:
    """A quoted stretch, the statement it stands in, and who is said to have said it.

    `continued` tells that no verb says so: the speaker is whoever spoke before. `within` is the
    part of another quotation whose words the link is about, for a quotation inside one.
    """

    stretch: Stretch
    place: int
    link: Link
    speaker: Speaker | None
    continued: bool
    within: Statement | None = None


@dataclass(frozen=True)
class Speech:
    """What a page's annotators of quotations and attributions share."""

    conversation: Conversation
    sayings: list[Saying]


def read_speech(page: Page, names: Sequence[Annotation]) -> Speech:
    """Read a page's speech, from its text and the names found in it.

    The last page's reading is kept, since quotations and attributions both ask for it.

    Examples
    --------
    >>> speech = read_speech(Page("“We won,” said Ruiz. “At last.”"), [])
    >>> [(saying.speaker.name, saying.continued) for saying in speech.sayings]
    [('Ruiz', False), ('Ruiz', True)]
    """
    return _read(page, tuple(names))


@lru_cache(maxsize=1)
def _read(page: Page, names: tuple[Annotation, ...]) -> Speech:
    narration = read_narration(page)
    statements = narration.statements
    conversation = Conversation(Cast(page, names), statements)
    sayings: list[Saying] = []
    for place, statement in enumerate(statements):
        voice = None
        links = []
        if statement.quoted:
            links = link_quotations(page.text, statement, conversation.cues(place))
        for number, (stretch, link) in enumerate(zip(statement.quoted, links, strict=True)):
            speaker = conversation.speaker(place, link.subject) if link.subject else None
            continued = False
            if speaker is None and _goes_on(page.text, statement, number):
                speaker = voice or going_on(conversation, place)
                continued = speaker is not None
            sayings.append(Saying(stretch, place, link, speaker, continued))
            if speaker is not None and (link is not NO_LINK or continued):
                voice = speaker
            sayings += _inside(conversation, narration, place, stretch, speaker)
        conversation.hear(voice or indirect_voice(conversation, place))
    return Speech(conversation, sayings)


def _inside(
    conversation: Conversation,
    narration: Narration,
    place: int,
    outer: Stretch,
    speaker: Speaker | None,
) -> list[Saying]:
    """Quotations inside a quotation that a verb of saying there gives to somebody.

    Others are left out: words that the speaker merely holds at a distance.
    """
    found = []
    for statement in narration.within(outer):
        links = link_quotations(conversation.cast.page.text, statement, find_cues(statement))
        for stretch, link in zip(statement.quoted, links, strict=True):
            if link.subject is None or not link.own or link.cue[0] == link.cue[1]:
                continue
            voice = conversation.speaker_inside(statement, link.subject, speaker)
            found.append(Saying(stretch, place, link, voice, continued=False, within=statement))
    return found


def _is_of_nobody(statement: Statement, stretch: Stretch) -> bool:
    """Tell whether a passive leaves open who spoke: “has been called ‘mad’”."""
    here = bisect_left(statement.words, stretch.start, key=_word_start)
    before = [word.small for word in statement.words[max(here - 6, 0) : here]]
    while before and before[-1] in {"as", "to"}:
        before.pop()
    return bool(before) and before[-1] in PASSIVE and not BE.isdisjoint(before[-4:-1])


def _word_start(word: Word) -> int:
    return word.start


def _goes_on(text: str, statement: Statement, number: int) -> bool:
    """Tell whether a quotation without a verb goes on with what was being said."""
    stretch = statement.quoted[number]
    inside = text[stretch.start : min(stretch.end, stretch.start + 2000)].strip(MARKS)
    words = inside.split(None, 6)
    if stretch.mark in _TITLE_MARKS:
        return False
    if len(statement.words) <= 2:
        return bool(words)
    if _is_of_nobody(statement, stretch):
        return False
    if len(words) >= 4 and inside[:1].isupper() and inside[-1:] in STOPS:
        return True
    return len(words) >= 4 and inside[:1].islower()
