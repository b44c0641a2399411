"""Verbs of saying and their subjects: what ties words to whoever said them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from sourcebook.annotate.speech.clauses import is_parted
from sourcebook.annotate.speech.cues import BASES, BEARERS, SPEECH_NOUNS
from sourcebook.annotate.speech.narration import Statement, Word
from sourcebook.annotate.speech.subjects import (
    Subject,
    sentence_subject,
    subject_after,
    subject_before,
)
from sourcebook.annotate.speech.verbs import next_is

_INTERJECTED = frozenset("say write explain recall note argue admit insist claim add".split())
_SUBORDINATE = frozenset("as when while after before if because although though since".split())


class Link(NamedTuple):
    """What ties a quotation to a speaker: the words of the cue, its subject, who passed it on.

    `cue` holds the first and last (exclusive) word; both are equal where there is no verb.
    `own` is False where the verb belongs to the quotation before.
    """

    subject: Subject | None = None
    cue: tuple[int, int] = (0, 0)
    relay: Subject | None = None
    own: bool = True
    slogan: bool = False


NO_LINK = Link()


class Telling(NamedTuple):
    """The words of a statement and the places of the verbs of saying among them."""

    text: str
    words: Sequence[Word]
    cues: Sequence[int]

    def link(self, at: int, lower: int, upper: int) -> Link | None:
        """Find the subject of the verb of saying at one place, wherever it stands.

        `lower` and `upper` (exclusive) are the words between the quotations around it.
        """
        words, text = self.words, self.text
        if words[at].small == "according":
            return according_to(text, words, at, upper)
        if words[at].small == "citing":
            cited = subject_after(text, words, at, upper)
            main = sentence_subject(text, words, at)
            return Link(cited, (at, at + 1), main) if cited else None
        quoted = quoted_as(text, words, at, lower)
        if quoted:
            return quoted
        if at and words[at - 1].small in BEARERS and words[at].small in {"reading", "saying"}:
            return Link(Subject(at - 1, at, (at, at)), (at, at + 1))
        subject = _inverted(text, words, at, upper) or subject_before(text, words, at, lower)
        if subject is None:
            subject = subject_after(text, words, at, upper)
        elif subject.shared:
            subject = shared_subject(text, words, self.cues, at)
        return Link(subject, cue_words(words, at)) if subject else None

    def links(self, statement: Statement) -> list[tuple[int, Link]]:
        """Every verb of saying of the statement that has a subject, with its link."""
        starts = [word.start for word in self.words]
        edges = [bisect_left(starts, stretch.start) for stretch in statement.quoted]
        found = []
        for at in self.cues:
            place = bisect_left(edges, at + 1)
            lower = edges[place - 1] if place else 0
            upper = edges[place] if place < len(edges) else len(starts)
            link = self.link(at, lower, upper)
            if link is not None and link.subject is not None:
                found.append((at, link))
        return found


def _inverted(text: str, words: Sequence[Word], at: int, upper: int) -> Subject | None:
    """Find the subject of a verb set between commas: “and with it, says the baker Ann Ray, …”."""
    if not is_parted(text, words, at) or at == 0 or BASES.get(words[at].small) not in _INTERJECTED:
        return None
    if at + 1 >= upper or not (words[at + 1].text[0].isupper() or words[at + 1].small == "the"):
        return None
    subject = subject_after(text, words, at, upper)
    if (
        subject is None
        or text[words[subject.last - 1].end : words[subject.last - 1].end + 1] != ","
    ):
        return None
    return subject


def shared_subject(
    text: str, words: Sequence[Word], cues: Sequence[int], at: int
) -> Subject | None:
    """Find the subject of the verb of saying before this one, or else of the whole sentence."""
    near = _nearest_clause(text, words, at)
    if near is not None:
        return near
    for cue in reversed(cues[max(bisect_left(cues, at) - 4, 0) : bisect_left(cues, at)]):
        if words[cue].small == "according":
            continue
        subject = subject_before(text, words, cue, 0)
        if subject is None or subject.shared:
            continue
        if subject.first and words[subject.first - 1].small in _SUBORDINATE:
            continue  # “as she sobbed, Grogan took her hand and said”
        return subject
    return sentence_subject(text, words, at)


def _nearest_clause(text: str, words: Sequence[Word], at: int) -> Subject | None:
    """Subject of the clause that a participle belongs to: “when he sent a text saying ‘Sorry’”.

    None where a comma parts the two, so that the main clause is meant.
    """
    if not words[at].small.endswith("ing") or is_parted(text, words, at):
        return None
    if words[at - 1].small in SPEECH_NOUNS and any(
        word.small in {"received", "got", "opened"} for word in words[max(at - 5, 0) : at - 1]
    ):
        return Subject(at - 1, at, (at, at))  # “she received an email telling her ‘no’”
    for place in range(at - 2, max(at - 14, -1), -1):
        if is_parted(text, words, place + 1):
            return None
        opens = words[place].small in _SUBORDINATE or words[place].small in {"that", "said", "says"}
        if opens and words[place + 1].small in {"he", "she", "they", "it"}:
            return Subject(place + 1, place + 2, (place + 2, place + 2))
        begin = place + 1
        if opens and words[begin].small in {"on", "in", "at", "during", "by"}:
            while begin < at - 1 and begin - place < 5 and not words[begin].text[0].isupper():
                begin += 1
        if opens and words[begin].text[0].isupper():
            return sentence_subject(text, words, at, begin)
    return None


def according_to(text: str, words: Sequence[Word], at: int, limit: int) -> Link | None:
    """Find whom “according to” names, and whom that source is said to cite."""
    subject = subject_after(text, words, at + 1, limit)
    if subject is None:
        return None
    cue = (at, at + 2)
    # “according to a newspaper citing officials”
    for place in range(subject.first + 1, min(subject.last + 2, limit)):
        if words[place].small == "citing":
            cited = subject_after(text, words, place, limit)
            if cited:
                relay = Subject(subject.first, place, (place, place))
                return Link(cited, (place, place + 1), relay)
    return Link(subject, cue)


def quoted_as(text: str, words: Sequence[Word], at: int, first: int) -> Link | None:
    """Find “quoted an aide as saying” and “was quoted as saying by”."""
    if at < 2 or words[at].small not in {"saying", "telling"} or words[at - 1].small != "as":
        return None
    for place in range(at - 2, max(first, at - 30) - 1, -1):
        if words[place].small not in {"quoted", "quotes", "cited"}:
            continue
        if place + 1 == at - 1:
            subject = subject_before(text, words, place, first)
            relay = None
            if next_is(words, at, "by"):
                relay = subject_after(text, words, at + 1, len(words))
            return Link(subject, (at, at + 1), relay) if subject and not subject.shared else None
        relay = subject_before(text, words, place, first)
        if relay is not None and relay.shared:
            relay = None
        return Link(Subject(place + 1, at - 1, (at - 1, at - 1)), (at, at + 1), relay)
    return None


def cue_words(words: Sequence[Word], at: int) -> tuple[int, int]:
    """Take the verb, with “has” or “have” right before it."""
    if at and words[at - 1].small in {"has", "have", "had"}:
        return at - 1, at + 1
    return at, at + 1
