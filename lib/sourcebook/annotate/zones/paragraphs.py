"""The paragraphs of a pasted text: its lines, with those a fixed width broke put together again."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from sourcebook.annotate.zones.datelines import dateline_end

# A byte-order mark counts as a line end: it is nobody's first letter.
_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029\ufeff]+")

WIDEST_COLUMN = 130
"""Characters of a line: a text with longer ones was not broken at a width."""

_ADDRESS = re.compile(r"[\w.+-]{1,64}(?:@|://)|www\.")
# A sentence is hardly ever broken before "By"; what "by" follows there is a name with a capital.
_BYLINE = re.compile(
    r"By:? [A-Z]|by [A-Z][\w.'’-]{1,30} [A-Z][\w.'’-]{1,30}(?:$| ?[|,·/.]| and | for | in )"
)
_BULLETS = "•◦‣▪●·*-–—>"
_ENDS = frozenset(".!?:;…\"”’')]")


class Paragraph(NamedTuple):
    """Characters `start` to `end` of a text that read as one paragraph or one line.

    `text` is those characters with line breaks turned into spaces; `apart` says whether an empty
    line stands before it; `known` is a zone that markup gave it, ``body`` where markup says it is
    running text, or empty.
    """

    start: int
    end: int
    text: str
    apart: bool
    known: str = ""


def split_paragraphs(text: str) -> list[Paragraph]:
    r"""Paragraphs of `text` in order, without the white space around them.

    Every line is one, except that a line broken at a column's width is joined to the line before,
    as in mail, wires and text from PDF files.

    Examples
    --------
    >>> [p.text for p in split_paragraphs("Mill shuts\n\nIt shut on Monday,\nits owner said.")]
    ['Mill shuts', 'It shut on Monday, its owner said.']
    """
    lines = _lines(text)
    width = _column_width(lines)
    paragraphs: list[Paragraph] = []
    first = 0
    for place in range(1, len(lines) + 1):
        if place < len(lines) and _continues(lines[place - 1], lines[place], width):
            continue
        if place == first + 1:
            paragraphs.append(lines[first])
        elif first < len(lines):
            whole = " ".join(line.text for line in lines[first:place])
            start, apart = lines[first].start, lines[first].apart
            paragraphs.append(Paragraph(start, lines[place - 1].end, whole, apart))
        first = place
    return paragraphs


def _lines(text: str) -> list[Paragraph]:
    lines: list[Paragraph] = []
    last = 0
    for match in _LINE.finditer(text):
        raw = match.group()
        stripped = raw.strip()
        if stripped:
            start = match.start()
            if raw[0].isspace():
                start += len(raw) - len(raw.lstrip())
            breaks = max(text.count("\n", last, start), text.count("\r", last, start))
            last = start + len(stripped)
            lines.append(Paragraph(start, last, stripped, breaks > 1 or not lines))
    return lines


def _column_width(lines: list[Paragraph]) -> int:
    """Width at which the text's lines were broken; 0 where they were not."""
    lengths = sorted(len(line.text) for line in lines)
    # The widest line may be an address or a row of dashes; nearly the widest is the column.
    width = lengths[len(lengths) * 19 // 20] if lengths else 0
    if width > WIDEST_COLUMN:
        return 0
    broken = sum(
        after.text[0].islower() and not after.apart and before.text[-1] not in _ENDS
        for before, after in pairwise(lines)
    )
    return width if broken * 5 > len(lines) else 0


def _continues(before: Paragraph, line: Paragraph, width: int) -> bool:
    if line.apart or line.text[0] in _BULLETS:
        return False
    if line.text.startswith(("Copyright ", "©", "(Reporting by")):
        return False
    if _BYLINE.match(line.text) and not len(line.text) > 0.7 * width > 0:
        return False
    if line.text[0].islower() and before.text[-1] not in _ENDS:
        # Where lines are not broken at a width, a short one before it is a link or an entry.
        return (width > 0 or len(before.text) > 40) and not _ADDRESS.match(line.text)
    if not width or before.text[0] in _BULLETS:
        return False
    if line.text[:3].isupper() and dateline_end(line.text, 0, len(line.text)):
        return False
    # Broken at a width: the next word would not have fitted. PDF lines are ragged, hence 0.85.
    word = line.text.find(" ", 0, width)
    return len(before.text) + 1 + (word if word > 0 else len(line.text)) > 0.85 * width


def count_words(paragraph: Paragraph) -> int:
    """Count the words of a paragraph, as spaces part them."""
    return paragraph.text.count(" ") + 1
