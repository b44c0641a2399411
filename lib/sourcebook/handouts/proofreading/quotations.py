"""Find every quotation, and compare it with the passages cited, word for word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sourcebook.handouts.proofreading.folding import worded

_OPENING = dict(zip('“„‘«\u2039「『"', '”“’»\u203a」』"', strict=True))
_GAP = re.compile(r"\s*(?:\[(?:…|\.\.\.)\]|…|\.\.\.|\ufffc)\s*")
_EDGES = " ,.;:"


def find_quotations(text: str) -> Iterator[tuple[int, int]]:
    """Find what stands between quotation marks, marks included; a quotation inside is part of it.

    One that is never closed runs to the end of its line.

    Examples
    --------
    >>> text = "They saw “a trip down “memory lane””, and “no need"
    >>> [text[start:end] for start, end in find_quotations(text)]
    ['“a trip down “memory lane””', '“no need']
    """
    place = 0
    while place < len(text):
        closing = _OPENING.get(text[place])
        if closing is None or (text[place] == '"' and not _opens(text, place)):
            place += 1
            continue
        end = _close(text, place, closing)
        yield place, end
        place = end


def _opens(text: str, place: int) -> bool:
    """Tell whether a straight mark opens a quotation; 5" is a measure."""
    return not text[place - 1 : place].isalnum() or place == 0


def _close(text: str, place: int, closing: str) -> int:
    opening, depth = text[place], 0
    for other in range(place, len(text)):
        if text[other] == opening and (opening != closing or other == place):
            depth += 1
        elif text[other] == closing and not _apostrophe(opening, text[other + 1 : other + 2]):
            depth -= 1
        if depth == 0:
            return other + 1
    line = text.find("\n", place)
    return line if line > place else len(text)


def _apostrophe(opening: str, follower: str) -> bool:
    """Tell whether a mark between single ones closes nothing, as in ‘Japan’s rule’."""
    return opening == "‘" and follower.isalnum()


def inside(quotation: str) -> str:
    """Return the words between the marks.

    Examples
    --------
    >>> inside("“grave threat”")
    'grave threat'
    """
    words = quotation.strip()
    if words[:1] in _OPENING:
        closing = _OPENING[words[0]]
        words = words[1:]
        words = words.removesuffix(closing)
    return words


def stands_in(quotation: str, passages: Iterable[str]) -> bool:
    """Tell whether one of the passages says these words, … standing for words left out.

    Spaces and the shape of quotation marks do not count; everything else does, except that a
    capital at the very beginning and a comma or full stop at the very end may be the quoting
    sentence's own.

    Examples
    --------
    >>> said = [worded("there was no need to rush to improve ties, he said")]
    >>> [stands_in(words, said) for words in ("no need to rush", "no need … ties", "no hurry")]
    [True, True, False]
    """
    texts = list(passages)
    whole = worded(quotation)
    if not whole.strip(_EDGES):
        return True
    # A sentence or heading may begin with the quoted word, and then spells it with a capital.
    small = whole[0].lower() + whole[1:]
    options = [[whole], [whole.rstrip(_EDGES)], [small], [small.rstrip(_EDGES)]]
    pieces = [piece for piece in _GAP.split(whole) if piece.strip(_EDGES)]
    if len(pieces) > 1 or pieces != [whole]:
        options += [pieces, [piece.strip(_EDGES) for piece in pieces]]
    return any(_in_order(option, text) for option in options for text in texts)


def _in_order(pieces: list[str], text: str) -> bool:
    place = 0
    for piece in pieces:
        found = _find(piece, text, place)
        if found < 0:
            return False
        place = found + len(piece)
    return bool(pieces)


def _find(words: str, text: str, start: int) -> int:
    """Find words that neither begin nor end inside a word."""
    place = text.find(words, start)
    while place >= 0:
        end = place + len(words)
        before = text[place - 1 : place].isalnum() and words[0].isalnum()
        after = text[end : end + 1].isalnum() and words[-1].isalnum()
        if not before and not after:
            return place
        place = text.find(words, place + 1)
    return -1
