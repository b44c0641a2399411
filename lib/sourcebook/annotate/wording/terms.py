"""Find terms: the registered words that competing descriptions of a matter use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from sourcebook.annotate.figures.counted import Words
from sourcebook.annotate.page import Page
from sourcebook.annotate.wording.word_forms import fold, split_words, stem
from sourcebook.annotation import Annotation
from sourcebook.corpus import Vocabulary

_APART = 8
"""So many words may stand between two words of a term of three words or more."""
_LOOSE_FROM = 3
_LONGEST = 99
"""A word of more letters is none, and is not taken apart at its hyphens."""
_ENDS = frozenset('.;:!?\n\r“”"')
_OPENERS = frozenset({"the", "a", "an", "in", "of", "to", "as"})
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


@dataclass(frozen=True)
class _Term:
    """One variant of a concept, `stems` being what its inflections share."""

    stems: tuple[str, ...]
    concept: str
    variant: str
    words: tuple[str, ...]


def find_terms(page: Page) -> list[Annotation]:
    """Find every mention of a registered term, in order of position.

    The attributes are `concept`, the key of the term in the vocabulary; `variant`, the registered
    variant as it is written there; and `framing`, empty, which a person fills in. Singular and
    plural, American and British spelling, hyphen and space count as the same; a capital in a
    variant must be one in the text. Of overlapping variants of one concept the longest wins; two
    concepts may share words. In a variant of three words or more, others may stand between:
    "plan to settle the issue" finds "plan to settle the long-running issue".

    Examples
    --------
    >>> from types import MappingProxyType
    >>> from sourcebook.corpus.vocabulary import Entry
    >>> fields = MappingProxyType({"variants": ["child labour", "young workers"]})
    >>> terms = {"child-labour": Entry("terms", "child-labour", "Child labour", fields)}
    >>> page = Page("A ban on child labor.", vocabulary=Vocabulary({"terms": terms}))
    >>> [(term.quote, term["variant"]) for term in find_terms(page)]
    [('child labor', 'child labour')]
    """
    index = _index(page.vocabulary)
    if not index.terms:
        return []
    text, words, terms = page.text, page.words, index.terms
    found: list[Annotation] = []
    free: dict[str, int] = {}
    for at in [place for place, word in enumerate(words) if stem(word[0]) in terms]:
        word, start, _ = words[at]
        first = stem(word)
        listed = terms[first]
        possible = listed.get("", ()) + listed.get(_second(words, at), ())
        if not possible or page.in_furniture(start):
            continue
        atoms = _atoms(text, words, at, index.longest[first])
        best: dict[str, tuple[bool, int, int, int, _Term]] = {}
        for term in possible:
            if free.get(term.concept, 0) > start:
                continue
            matched = _match(atoms, term)
            if matched and not _in_longer_name(page, term, matched[3]):
                last = best.get(term.concept)
                if last is None or matched[:3] > last[:3]:
                    best[term.concept] = (*matched, term)
        for concept, (*_, end, term) in best.items():
            end += term.variant.endswith(".") and text[end : end + 1] == "."
            free[concept] = end
            attributes = {"concept": concept, "variant": term.variant, "framing": ""}
            found.append(page.mark("terms", start, end, attributes, "rule:terms"))
    return found


def _second(words: Words, at: int) -> str:
    """Give the stem of what follows the first word: after its hyphen, or the next word."""
    word = words[at][0]
    if "-" in word:
        return stem(word.split("-", 2)[1])
    return stem(words[at + 1][0]) if at + 1 < len(words) else "-"


def _atoms(text: str, words: Words, at: int, most: int) -> list[tuple[str, int]]:
    """Split the words from `at` on at their hyphens, up to the end of the clause."""
    atoms: list[tuple[str, int]] = []
    end = 0
    for place in range(at, min(at + most, len(words))):
        word, start, stop = words[place]
        if place > at and text[end:start] != " " and not _ENDS.isdisjoint(text[end:start][:9]):
            break
        if len(word) > _LONGEST:
            break
        if "-" not in word:
            atoms.append((word, stop))
            end = stop
            continue
        for part in word.split("-"):
            start += len(part)
            atoms.append((part, start))
            start += 1
        end = stop
    return atoms


def _match(atoms: list[tuple[str, int]], term: _Term) -> tuple[bool, int, int, int] | None:
    """Match a term from the first atom on.

    Returns whether its words stand together, how many it has, how many of them are written as
    registered, and where it ends (exclusive); None where it does not stand there.
    """
    spare = _APART if len(term.stems) >= _LOOSE_FROM else 0
    place = same = 0
    for wanted, written in zip(term.stems, term.words, strict=True):
        while place < len(atoms) and stem(atoms[place][0]) != wanted and spare and place:
            place += 1
            spare -= 1
        if place == len(atoms) or stem(atoms[place][0]) != wanted:
            return None
        word = atoms[place][0]
        if written[0].isupper() and not word[0].isupper():
            return None
        same += fold(word) == fold(written)
        place += 1
    return place == len(term.stems), len(term.stems), same, atoms[place - 1][1]


def _in_longer_name(page: Page, term: _Term, end: int) -> bool:
    """Tell whether a name of one word begins a longer one: "North" in "North Sea"."""
    if len(term.words) > 2 or not term.words[-1][0].isupper():
        return False
    if len(term.words) == 2 and term.words[0] not in ("the", "The"):
        return False
    after = page.text[end : end + 12]
    if len(after) < 2 or after[0] != " " or not after[1].isupper():
        return False
    return after.split()[0].lower() not in _DAYS and page.zone_at(end - 1) != "headline"


@dataclass(frozen=True)
class _Index:
    """By the stem of a first word: variants, and how many words they span.

    The variants are listed by the stem of their second word, or under an empty text where they
    have none or it may stand apart.
    """

    terms: Mapping[str, Mapping[str, tuple[_Term, ...]]]
    longest: Mapping[str, int]


@lru_cache(maxsize=8)
def _index(vocabulary: Vocabulary) -> _Index:
    terms: dict[str, dict[str, list[_Term]]] = {}
    longest: dict[str, int] = {}
    for key, entry in vocabulary.registries.get("terms", {}).items():
        listed = entry.fields.get("variants") or (entry.label,)
        for variant in listed if isinstance(listed, (list, tuple)) else ():
            words = tuple(part for word in split_words(str(variant)) for part in word.split("-"))
            stems = tuple(stem(word) for word in words)
            if not stems or not all(stems):
                continue
            loose = len(stems) >= _LOOSE_FROM and stems[0] not in _OPENERS
            second = "" if loose or len(stems) == 1 else stems[1]
            seconds = terms.setdefault(stems[0], {})
            seconds.setdefault(second, []).append(_Term(stems, key, str(variant), words))
            most = len(stems) + (_APART if len(stems) >= _LOOSE_FROM else 0)
            longest[stems[0]] = max(longest.get(stems[0], 0), most)
    return _Index(
        {
            first: {second: tuple(listed) for second, listed in seconds.items()}
            for first, seconds in terms.items()
        },
        longest,
    )
