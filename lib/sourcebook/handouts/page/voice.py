"""The kit's own voice under neutral terms: its sentences are reworded, quotations never are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from html import escape, unescape

from sourcebook.corpus import Vocabulary

# Whatever these hold is an article's wording, a name in the vocabulary or code.
_OTHERS = "blockquote q mark cite pre code svg style title".split()
_CLASSES = "passage about legend quoted data".split()
_VOID = "area base br col hr img input link meta wbr".split()
_TAG = re.compile(r"(<!--.*?-->|<[^>]*>)", re.DOTALL)
_NAME = re.compile(r"</?\s*([a-zA-Z][\w-]*)")
_CLASS = re.compile(r'\bclass="([^"]*)"')
# A block ends a quotation that nobody closed.
_BLOCKS = "p li td th tr h1 h2 h3 h4 caption figcaption dt dd div section table".split()


def in_neutral_terms(page: str, vocabulary: Vocabulary) -> str:
    """Reword contested terms wherever a page speaks in the kit's own voice.

    What stands between quotation marks is left alone, and so is everything that shows an article's
    words: block quotations, marked passages, headlines in the sources, charts of terms.

    Parameters
    ----------
    page
        HTML.
    vocabulary
        Its terms and places say what is reworded, and how, by their ``in_neutral``. What they do
        not list is left: a phrase put where it does not fit would be no better than the word.

    Examples
    --------
    >>> from sourcebook import load_corpus
    >>> vocabulary = load_corpus().vocabulary
    >>> in_neutral_terms("<p>The trade dispute, “a trade dispute”.</p>", vocabulary)
    '<p>The disagreement over export measures, “a trade dispute”.</p>'
    """
    wanted = rewordings(vocabulary)
    if not wanted:
        return page
    # The longest first; a neutral wording stands for itself, so that nothing in it is reworded.
    known = sorted({*wanted, *wanted.values()}, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, known))})(?!\w)", re.IGNORECASE)
    lowered = {said.casefold(): (said, neutral) for said, neutral in wanted.items()}

    def reword(found: re.Match[str], opening: bool) -> str:
        said, neutral = lowered.get(found[0].casefold(), (found[0], found[0]))
        # A capital is the sentence's, unless the term itself has it, as names do.
        first = opening and not found.string[: found.start()].strip()
        capital = found[0][0].isupper() and (said[0].islower() or first)
        return neutral[0].upper() + neutral[1:] if capital else neutral

    return "".join(
        escape(pattern.sub(partial(reword, opening=opening), unescape(piece)), quote=False)
        if ours
        else piece
        for piece, ours, opening in _pieces(page)
    )


def rewordings(vocabulary: Vocabulary) -> dict[str, str]:
    """Return what is reworded under neutral terms, and how.

    Examples
    --------
    >>> from sourcebook import load_corpus
    >>> rewordings(load_corpus().vocabulary)["Sea of Japan"]
    'sea between the Korean peninsula and Japan'
    """
    found: dict[str, str] = {}
    for registry in ("terms", "places"):
        for entry in vocabulary.registries[registry].values():
            found |= entry.fields.get("in_neutral", {})
    return found


def _pieces(page: str) -> Iterator[tuple[str, bool, bool]]:
    """Cut a page into pieces; tell of each whether it is text in the kit's own voice.

    The last value tells whether it opens its block.
    """
    others: list[str] = []  # an element that holds others' words, and those open inside it
    quoted, opening = False, True
    for piece in _TAG.split(page):
        if piece.startswith("<"):
            yield piece, False, False
            name = (_NAME.match(piece) or ("", ""))[1].lower()
            if name in _BLOCKS:
                quoted, opening = False, True
            _follow(others, piece, name)
            continue
        for part in re.split(r"([“”])", piece):
            if part in ("“", "”"):
                quoted = part == "“"
            yield part, not quoted and not others, opening
            opening = opening and not part.strip()


def _follow(others: list[str], tag: str, name: str) -> None:
    """Note what a tag opens or closes."""
    if not name or name in _VOID or tag.endswith("/>"):
        return
    classes = (_CLASS.search(tag) or ("", ""))[1].split()
    if tag.startswith("</"):
        if others and others[-1] == name:
            others.pop()
    elif others or name in _OTHERS or set(_CLASSES) & set(classes):
        others.append(name)
