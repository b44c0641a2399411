"""A plain way to cut a text into sentences, for callers that bring no better one."""

from __future__ import annotations

import re
from bisect import bisect_right

from sourcebook.corpus import Corpus

_LINE = re.compile(r"[^\r\n]+")
_END = re.compile(r"[.!?…]['\"’”»)\]]{0,3}(?=\s{1,9}['\"‘“«(\[]{0,3}[A-Z0-9])")
# A full stop after one of these, or after a single capital, ends no sentence.
_SHORT = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Sgt|Capt|Lt|Sen|Rep|Gov|St|No|vs|Jan|Feb|Mar|Apr"
    r"|Aug|Sept?|Oct|Nov|Dec))\.\Z"
)


def plain_sentences(text: str) -> list[tuple[int, int]]:
    r"""Return the sentences of a text as code-point spans, ends exclusive.

    A line is a paragraph, as in the kit's files, and headings come out as sentences. Unlike
    `sourcebook.annotate`, this knows nothing of what is a caption or the site's own text.

    Examples
    --------
    >>> text = "Tolls rise\nMr. Lee agreed. “We pay,” he said."
    >>> [text[start:end] for start, end in plain_sentences(text)]
    ['Tolls rise', 'Mr. Lee agreed.', '“We pay,” he said.']
    """
    found = []
    for line in _LINE.finditer(text):
        start = line.start()
        for end in _END.finditer(text, line.start(), line.end()):
            if not _SHORT.search(text[max(start, end.start() - 6) : end.start() + 1]):
                found.append((start, end.end()))
                start = end.end()
        found.append((start, line.end()))
    return [span for start, end in found if (span := _stripped(text, start, end))]


def sentences_of(corpus: Corpus, article: str) -> list[tuple[int, int]]:
    """Return the sentences of an article's story: those that no zone marks as something else.

    Examples
    --------
    >>> from sourcebook import load_corpus
    >>> corpus = load_corpus()
    >>> start, end = sentences_of(corpus, "warming-fast")[0]
    >>> corpus.article("warming-fast").text[start : start + 18]
    'Next week’s summit'
    """
    found = plain_sentences(corpus.article(article).text)
    starts = [start for start, _ in found]
    story = set(range(len(found)))
    for zone in corpus.layer("zones"):
        if zone.article == article:
            place = max(0, bisect_right(starts, zone.start) - 1)
            while place < len(found) and found[place][0] < zone.end:
                if found[place][1] > zone.start:
                    story.discard(place)
                place += 1
    return [found[place] for place in sorted(story)]


def _stripped(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
