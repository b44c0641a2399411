"""Within one sentence: which verb of saying belongs to which quotation."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from sourcebook.annotate.speech.cues import (
    BASES,
    CLAUSE,
    CUES,
    PASSIVE,
    QUOTE,
    SAY,
    SLOGAN_NOUNS,
    SPEECH_NOUNS,
)
from sourcebook.annotate.speech.links import (
    NO_LINK,
    Link,
    Telling,
    according_to,
    cue_words,
    quoted_as,
)
from sourcebook.annotate.speech.narration import Statement
from sourcebook.annotate.speech.subjects import (
    Subject,
    sentence_subject,
    subject_after,
    subject_before,
)

_NEAR = 14
"""Words that may stand between a verb such as “called” and what was said."""

_AFTER_CLOSING = ",?!—–-…"
_ENDS_SPEECH = ",?!—–-….。\uff01\uff1f"
_RULINGS = frozenset("rule conclude find hold".split())
_POSSESSIVES = frozenset({"his", "her", "their"})


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
        linker = _Linker(text, statement, telling, lower, here, upper)
        links.append(linker.link(place, links))
    return links


@dataclass(frozen=True, slots=True)
class _Linker:
    """One quoted stretch: words `lower` to `here` stand before it, `here` to `upper` after it."""

    text: str
    statement: Statement
    telling: Telling
    lower: int
    here: int
    upper: int

    def link(self, place: int, links: list[Link]) -> Link:
        words = self.statement.words
        stretch = self.statement.quoted[place]
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
        possessor = self._possessor()
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
        if self._colon(stretch.start) or self._speech_noun():
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
            if CUES.get(small) == CLAUSE and not (
                BASES[small] in _RULINGS and any(w.small == "that" for w in words[at + 1 : at + 5])
            ):
                continue
            link = self.telling.link(at, self.lower, self.here)
            if link is not None and link.subject is not None:
                return link
        return self._passive_before()

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
        if at == len(cues) or cues[at] >= self.upper:
            return self._passive_after()
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
        return self._passive_after()

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

    def _passive_before(self) -> Link | None:
        """Find “described by X as” and the like before the quotation."""
        words = self.statement.words
        for at in range(self.here - 1, max(self.lower, self.here - 12) - 1, -1):
            if words[at].small == "by" and at + 1 < self.here:
                for verb in range(at - 1, max(self.lower, at - 4) - 1, -1):
                    if words[verb].small in PASSIVE:
                        stop = at + 1
                        while stop < self.here and words[stop].small not in {"as", "in", "to"}:
                            stop += 1
                        return Link(Subject(at + 1, stop, (stop, stop)), (verb, verb + 1))
        return None

    def _passive_after(self) -> Link | None:
        """Find “dubbed ‘X’ by the press”."""
        words = self.statement.words
        if self.here == 0 or self.here >= self.upper or words[self.here].small != "by":
            return None
        for verb in range(self.here - 1, max(self.lower, self.here - 3) - 1, -1):
            if words[verb].small in PASSIVE:
                subject = subject_after(self.text, words, self.here, self.upper)
                return Link(subject, (verb, verb + 1)) if subject else None
        return None

    def _possessor(self) -> Subject | None:
        """Find the owner of words: “his ‘Forward’ slogan”, “Ruiz’s description of it as ‘mad’”."""
        words = self.statement.words
        after = words[self.here].small if self.here < self.upper else ""
        near = range(self.here - 1, max(self.lower, self.here - 6) - 1, -1)
        nouns = [at for at in near if words[at].small in SPEECH_NOUNS | SLOGAN_NOUNS]
        if after in SPEECH_NOUNS | SLOGAN_NOUNS:
            nouns.append(self.here)
        for noun in nouns:
            for at in range(noun - 1, max(self.lower, noun - 4) - 1, -1):
                if words[at].small in _POSSESSIVES:
                    return Subject(at, at + 1, (at + 1, at + 1))
                if words[at].text[-2:] in {"'s", "’s"}:
                    first = at
                    while first > self.lower and words[first - 1].text[0].isupper():
                        first -= 1
                    return Subject(first, at + 1, (at + 1, at + 1))
        return None

    def _colon(self, start: int) -> bool:
        words = self.statement.words
        return self.here > self.lower and ":" in self.text[words[self.here - 1].end : start][:4]

    def _speech_noun(self) -> bool:
        words = self.statement.words
        return any(
            w.small in SPEECH_NOUNS for w in words[max(self.lower, self.here - 3) : self.here]
        )
