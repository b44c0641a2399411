"""Find hedges: the words by which a text says that it is not certain, with the verb they govern."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from sourcebook.annotate.figures.counted import Words
from sourcebook.annotate.page import Page
from sourcebook.annotate.wording.hedge_context import follows, governed
from sourcebook.annotate.wording.word_forms import fold, split_words, verb_forms
from sourcebook.annotation import Annotation
from sourcebook.corpus import Vocabulary

KINDS = frozenset({"modal", "evidential", "hearsay", "expectation", "approximation", "prediction"})
_BETWEEN = frozenset(
    "also not now still never already widely even both all then only just long".split()
)


@dataclass(frozen=True)
class _Form:
    """One form of a hedge: its words in small letters, its kind and what must follow it."""

    words: tuple[str, ...]
    kind: str
    needs: str


def find_hedges(page: Page) -> list[Annotation]:
    """Find every hedge of a page, in order of position; none overlaps another.

    A span holds the hedge and, where it governs a verb, the words up to that verb: "could soon
    take". The one attribute is `kind`: modal, evidential, hearsay, expectation, approximation or
    prediction. The words come from hedges.toml beside this module and from the vocabulary's
    registry of hedges.

    Examples
    --------
    >>> page = Page("The dam could burst, and is expected to be closed.")
    >>> for hedge in find_hedges(page):
    ...     print(hedge.quote, "|", hedge["kind"])
    could burst | modal
    is expected to be closed | expectation
    """
    text, words, forms = page.text, page.words, _forms(page.vocabulary)
    found: list[Annotation] = []
    cursor = 0
    for at in [place for place, word in enumerate(words) if word[0] in forms]:
        start = words[at][1]
        if start < cursor:
            continue
        for form in _candidates(words, at, forms[words[at][0]]):
            last = _match(text, words, at, form.words)
            if last is None or not follows(page, at, last, form.needs):
                continue
            if page.in_furniture(start):
                break
            cursor = governed(text, words, last, form.kind)
            found.append(page.mark("hedges", start, cursor, {"kind": form.kind}, "rule:hedges"))
            break
    return found


def _candidates(words: Words, at: int, seconds: Mapping[str, tuple[_Form, ...]]) -> list[_Form]:
    """Select the forms whose second word follows, or comes after an adverb; then the shortest."""
    listed: list[_Form] = []
    if len(seconds) > ("" in seconds) and at + 1 < len(words):
        second = fold(words[at + 1][0])
        listed += seconds.get(second, ())
        if not listed and at + 2 < len(words) and _is_adverb(second):
            listed += seconds.get(fold(words[at + 2][0]), ())
    listed += seconds.get("", ())
    return listed


def _match(text: str, words: Words, at: int, form: tuple[str, ...]) -> int | None:
    """Give the last word of a form that begins at word `at`, where an adverb may part it."""
    place = at
    for wanted in form[1:]:
        place += 1
        if place < len(words) and fold(words[place][0]) != wanted and _is_adverb(words[place][0]):
            place += 1
        if place >= len(words) or fold(words[place][0]) != wanted:
            return None
    gaps = text[words[at][1] : words[place][2]]
    return None if any(mark in gaps for mark in '.,;:\n\u201c\u201d"') else place


def _is_adverb(word: str) -> bool:
    return word in _BETWEEN or word.endswith("ly")


@lru_cache(maxsize=8)
def _forms(vocabulary: Vocabulary) -> Mapping[str, Mapping[str, tuple[_Form, ...]]]:
    """Index all forms by the first word as a text may write it, then by the second, if any.

    Of the forms that share both, the longest comes first.
    """
    entries = dict(_general())
    for key, entry in vocabulary.registries.get("hedges", {}).items():
        entries[key] = {"label": entry.label, **entry.fields}
    index: dict[str, dict[str, list[_Form]]] = {}
    for entry_fields in entries.values():
        for form in _inflected(entry_fields):
            for written in _written(form.words[0]):
                seconds = index.setdefault(written, {})
                seconds.setdefault("".join(form.words[1:2]), []).append(form)
    return {
        first: {
            second: tuple(sorted(forms, key=lambda form: -len(form.words)))
            for second, forms in seconds.items()
        }
        for first, seconds in index.items()
    }


@cache
def _general() -> Mapping[str, Mapping[str, object]]:
    data = files("sourcebook.annotate.wording").joinpath("hedges.toml").read_text(encoding="utf-8")
    return tomllib.loads(data)


def _inflected(entry: Mapping[str, object]) -> Iterator[_Form]:
    kind = str(entry.get("kind", ""))
    variants = entry.get("variants")
    listed: Iterable[object] = variants if isinstance(variants, (list, tuple)) else ()
    if kind not in KINDS:
        return
    for variant in [*listed, *(() if listed else (entry.get("label", ""),))]:
        words = tuple(fold(word) for word in split_words(str(variant)))
        if len(words) > 1 and words[0] == "to":
            for form in verb_forms(words[1]):
                yield _Form((form, *words[2:]), kind, str(entry.get("needs", "")))
        elif words:
            yield _Form(words, kind, str(entry.get("needs", "")))


def _written(word: str) -> set[str]:
    """Give the ways in which a text writes a first word, so that no text need be lowered."""
    forms = {word, word.capitalize()}
    return forms | {form.replace("'", "’") for form in forms}
