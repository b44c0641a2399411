"""Within one sentence: which verb of saying belongs to which quotation."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from sourcebook.annotate.speech.cues import (
    BASES,
    CLAUSE,
    CUES,
    PASSIVE,
    QUOTE,
    SAY,
    SLOGAN_NOUNS,
)
from sourcebook.annotate.speech.links import (
    NO_LINK,
    Link,
    Telling,
    according_to,
    cue_words,
    quoted_as,
)
from sourcebook.annotate.speech.narration import Statement, Word
from sourcebook.annotate.speech.subjects import (
    Subject,
    sentence_subject,
    subject_after,
    subject_before,
)
from sourcebook.annotate.speech.surroundings import Surroundings

_NEAR = 14
"""Words that may stand between a verb such as “called” and what was said."""

_NAMED = frozenset({"nicknamed", "titled", "entitled", "codenamed", "named"})
_NAMING = frozenset({"call", "dub", "term"})
_OPENS_SUBJECT = frozenset("the a an one he she they his her their another".split())
_AFTER_CLOSING = ",?!—–-…"
_ENDS_SPEECH = ",?!—–-….。\uff01\uff1f"
_RULINGS = frozenset("rule conclude find hold".split())


def link_quotations(text: str, statement: Statement, cues: Sequence[int]) -> list[Link]:
    """Make one link for each quoted stretch of the statement, in order.

    `cues` holds the places of the verbs of saying among the statement's words.
    """
    if not statement.words:
        return [NO_LINK] * len(statement.quoted)
    telling = Telling(text, statement.words, cues)
    starts = [word.start for word in statement.words]
    links: list[Link] = []
    for place, stretch in enumerate(statement.quoted):
        lower = bisect_left(starts, statement.quoted[place - 1].end) if place else 0
        here = bisect_left(starts, stretch.start)
        upper = len(starts)
        if place + 1 < len(statement.quoted):
            upper = bisect_left(starts, statement.quoted[place + 1].start)
        beside = Surroundings(text, statement.words, lower, here, upper)
        linker = _Linker(text, statement, telling, lower, here, upper, beside)
        links.append(linker.link(place, links))
    return links


def _may_be_verb(word: Word) -> bool:
    """Tell whether a word that nobody has listed looks like a verb in the past."""
    small = word.small
    return (
        word.text.endswith("ed") and small not in CUES and small not in PASSIVE and len(small) > 4
    )


class _Linker(NamedTuple):
    """One quoted stretch: words `lower` to `here` stand before it, `here` to `upper` after it."""

    text: str
    statement: Statement
    telling: Telling
    lower: int
    here: int
    upper: int
    beside: Surroundings

    def link(self, place: int, links: list[Link]) -> Link:
        words = self.statement.words
        stretch = self.statement.quoted[place]
        if self.here and words[self.here - 1].small in _NAMED:
            return self.beside.passive_after() or NO_LINK
        before, after = self._before(), self._after(stretch.end)
        tail = self.text[stretch.end - 2 : stretch.end - 1] in _AFTER_CLOSING or (
            self.text[stretch.end : stretch.end + 1] == ","
        )
        starts = place == 0 and self.here == 0
        if after and (starts or (tail and before is None)):
            return after
        if before:
            used = {link.cue for link in links[-3:]}
            relay = after.subject if after and self._ends_statement(after) else None
            if before.cue in used:
                return Link(before.subject, before.cue, relay, own=False)
            return Link(before.subject, before.cue, before.relay or relay)
        if after:
            return after
        possessor = self.beside.possessor()
        if possessor:
            slogan = any(
                w.small in SLOGAN_NOUNS for w in words[max(self.here - 3, 0) : self.here + 2]
            )
            return Link(possessor, slogan=slogan)
        if links and links[-1].subject is not None:
            last, last_end = links[-1], self.statement.quoted[place - 1].end
            if ";" in self.text[last_end : last_end + 3]:
                return Link(sentence_subject(self.text, words, self.here, self.lower))
            continued = starts or last.cue[0] >= self.lower or tail
            return Link(last.subject, last.cue, last.relay, own=not continued)
        if words[0].small in {"for", "to"} and self.here > 2 and place == 0:
            # “For Jane Smith, the plan is ‘mad’”
            return Link(subject_after(self.text, words, 0, self.here))
        if self.beside.colon(stretch.start) or self.beside.speech_noun():
            return Link(sentence_subject(self.text, words, self.here))
        return NO_LINK

    def _before(self) -> Link | None:
        words = self.statement.words
        cues = self.telling.cues
        for place in range(bisect_left(cues, self.here) - 1, -1, -1):
            at = cues[place]
            if at < self.lower:
                return None
            small = words[at].small
            if small != "according" and CUES[small] != SAY and self.here - at > _NEAR:
                continue
            if small == "according" and self.here - at > 40:
                continue
            if at == self.here - 1 and BASES.get(small) in _NAMING:
                led = words[max(self.lower, at - 6) : at]
                if not any(w.small in {"what", "which", "that"} for w in led):
                    continue  # “an exhibition called ‘Gloves’”
            if CUES.get(small) == CLAUSE and not (
                BASES[small] in _RULINGS and any(w.small == "that" for w in words[at + 1 : at + 5])
            ):
                continue
            link = self.telling.link(at, self.lower, self.here)
            if link is not None and link.subject is not None:
                return link
        return self.beside.passive_before()

    def _after(self, end: int) -> Link | None:
        words, text, cues = self.statement.words, self.text, self.telling.cues
        if self.here >= self.upper:
            return None
        # Punctuation that ends a sentence parts the quotation from what follows.
        between = text[end : words[self.here].start][:5]
        if ":" in between and self.here == 0:
            # A headline: “‘We were lied to’: families want answers”
            return Link(sentence_subject(text, words, self.upper))
        if ";" in between or ":" in between:
            return None
        first = self.here
        while first < self.upper - 1 and words[first].small in {"also", "then", "as"}:
            first += 1
        at = bisect_left(cues, first)
        unlisted = self._unlisted_verb(first, end)
        if unlisted and (at == len(cues) or cues[at] >= unlisted.cue[0]):
            return unlisted
        if at == len(cues) or cues[at] >= self.upper:
            return self.beside.passive_after()
        if cues[at] == first:
            if words[first].small == "according":
                return according_to(text, words, first, self.upper)
            if not words[first].small.endswith("ing"):
                subject = subject_after(text, words, first, self.upper)
                if subject:
                    return Link(subject, (first, first + 1))
                return None
        for cue in cues[at : at + 6]:
            if cue >= min(self.upper, self.here + 45):
                break
            if words[cue].small == "according":
                return according_to(text, words, cue, self.upper)
            quoted = quoted_as(text, words, cue, self.here)
            if quoted:
                return quoted
            subject = subject_before(text, words, cue, self.here)
            if subject is None or subject.shared or CUES[words[cue].small] not in {SAY, QUOTE}:
                continue
            if subject.first > self.here and not self._parted(subject.first):
                continue
            if subject.first == self.here and not self._ends_like_speech(end):
                continue
            return Link(subject, cue_words(words, cue))
        return self.beside.passive_after()

    def _unlisted_verb(self, first: int, end: int) -> Link | None:
        """Find a verb that no list holds, by its place, as in “harrumphed Ann Ray”."""
        words, text = self.statement.words, self.text
        if text[end - 2] not in ",?!" and text[end : end + 1] != ",":
            return None
        if first + 1 >= self.upper or words[first].start - end > 2:
            return None
        if _may_be_verb(words[first]):
            subject = subject_after(text, words, first, self.upper)
            following = words[first + 1]
            led = following.text[0].isupper() or following.small in _OPENS_SUBJECT
            return Link(subject, (first, first + 1)) if led and subject else None
        last = first + 1
        if words[first].small in {"he", "she", "they"} or words[first].text[0].isupper():
            while last < self.upper and last - first < 3 and words[last].text[0].isupper():
                last += 1
            if last < self.upper and _may_be_verb(words[last]):
                return Link(Subject(first, last, (last, last)), (last, last + 1))
        return None

    def _parted(self, first: int) -> bool:
        words = self.statement.words
        between = self.text[words[first - 1].end : words[first].start]
        return "," in between or "—" in between or "–" in between

    def _ends_like_speech(self, end: int) -> bool:
        return (
            self.text[end - 2] in _ENDS_SPEECH
            or self.text[end : end + 1] in {",", ""}
            or (self.here == 0)
        )

    def _ends_statement(self, link: Link) -> bool:
        """Tell whether a second verb after the quotation says who passed the words on."""
        if link.subject is None or self.upper != len(self.statement.words):
            return False
        first = link.subject.first
        if self.statement.words[link.cue[0]].small == "according":
            return True
        return self._parted(first) and CUES.get(self.statement.words[link.cue[1] - 1].small) == SAY
