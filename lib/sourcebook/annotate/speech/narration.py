"""A page's narration: its sentences with what is quoted set apart from what the writer says."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from sourcebook.annotate.page import Page
from sourcebook.annotate.speech.cues import CUE_WORDS
from sourcebook.annotate.speech.marks import MARKS, Stretch, find_stretches
from sourcebook.annotate.zones.paragraphs import split_paragraphs


class Word(NamedTuple):
    """A word of the writer's own, as written and in lower case, with its start and end."""

    text: str
    small: str
    start: int
    end: int


_new = tuple.__new__
"""Makes a `Word` at half the cost: every word of a page that anybody asks about is made."""


@dataclass(frozen=True)
class Statement:
    """A sentence of the writer's, whole: a quotation of several sentences does not cut it.

    `quoted` holds the stretches inside quotation marks, in order; `telling` says whether any word
    outside them may be a verb of saying.
    """

    start: int
    end: int
    paragraph: int
    quoted: list[Stretch]
    telling: bool
    written: list[tuple[str, int, int]]

    @cached_property
    def words(self) -> list[Word]:
        """The words outside quotation marks; made only where somebody asks for them."""
        if not self.quoted:
            return [_new(Word, (w, w.lower(), s, e)) for w, s, e in self.written]
        kept: list[Word] = []
        place = 0
        for word, start, end in self.written:
            while place < len(self.quoted) and self.quoted[place].end <= start:
                place += 1
            if place == len(self.quoted) or start < self.quoted[place].start:
                kept.append(_new(Word, (word, word.lower(), start, end)))
        return kept

    def asks(self, text: str) -> bool:
        """Tell whether the last quotation ends in a question mark: it is put to somebody else."""
        ends = [text[max(s.start, s.end - 9) : s.end].rstrip(MARKS) for s in self.quoted[-1:]]
        return bool(ends) and ends[0].endswith("?")

    def is_quoted(self, offset: int) -> bool:
        """Tell whether a character stands inside quotation marks."""
        place = bisect_right(self.quoted, offset, key=_start) - 1
        return place >= 0 and offset < self.quoted[place].end


@dataclass(frozen=True, slots=True)
class Narration:
    """All statements of a page, in order, and the stretches inside quotation marks."""

    statements: list[Statement]
    stretches: list[Stretch]
    words: list[tuple[str, int, int]]

    def within(self, outer: Stretch) -> list[Statement]:
        """Make the quotation `outer` a statement of its own, if there are quotations inside it."""
        first = bisect_right(self.stretches, outer.start, key=_start)
        last = bisect_left(self.stretches, outer.end, key=_start)
        inner = [stretch for stretch in self.stretches[first:last] if stretch.depth == 1]
        if not inner:
            return []
        begin = bisect_left(self.words, outer.start, key=_word_start)
        end = bisect_left(self.words, outer.end, key=_word_start)
        return [Statement(outer.start, outer.end, 0, inner, True, self.words[begin:end])]


def read_narration(page: Page) -> Narration:
    """Part a page into what its writer says and what stands between quotation marks.

    Examples
    --------
    >>> page = Page("“It rained. It poured,” Ruiz said. She left.")
    >>> [[word.text for word in s.words] for s in read_narration(page).statements]
    [['Ruiz', 'said'], ['She', 'left']]
    """
    paragraphs = [(p.start, p.end) for p in split_paragraphs(page.text)]
    stretches = [
        stretch
        for stretch in find_stretches(page.text, paragraphs)
        if not page.in_furniture(stretch.start)
    ]
    outer = [stretch for stretch in stretches if stretch.depth == 0]
    outer_starts = [stretch.start for stretch in outer]
    words = page.words
    word_starts = [start for _, start, _ in words]
    telling = [place for place, word in enumerate(words) if word[0] in CUE_WORDS]
    paragraph_starts = [start for start, _ in paragraphs]
    statements = []
    for start, end in _whole(page.sentences, outer):
        if page.in_furniture(start):
            continue
        first, last = bisect_left(word_starts, start), bisect_left(word_starts, end)
        quoted = outer[bisect_left(outer_starts, start) : bisect_left(outer_starts, end)]
        paragraph = bisect_right(paragraph_starts, start)
        told = bisect_left(telling, first) < bisect_left(telling, last)
        statements.append(Statement(start, end, paragraph, quoted, told, words[first:last]))
    return Narration(statements, stretches, words)


def _start(stretch: Stretch) -> int:
    return stretch.start


def _word_start(word: tuple[str, int, int]) -> int:
    return word[1]


def _whole(sentences: list[tuple[int, int]], outer: list[Stretch]) -> list[tuple[int, int]]:
    """Sentences, with those joined that only a stop inside quotation marks parted."""
    whole: list[tuple[int, int]] = []
    place = 0
    for start, end in sentences:
        while place < len(outer) and outer[place].end <= start:
            place += 1
        if whole and place < len(outer) and outer[place].start < start:
            whole[-1] = (whole[-1][0], end)
        else:
            whole.append((start, end))
    return whole
