"""Names that a language model suggests: off by default, never required, marked as its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

from sourcebook.annotate.names.found_name import Name, as_annotation
from sourcebook.annotate.names.kinds import ORGANISATION, PERSON, PLACE
from sourcebook.annotate.page import Page
from sourcebook.annotation import Annotation
from sourcebook.errors import SourcebookError

_KINDS: Mapping[str, str] = {
    "PERSON": PERSON,
    "PER": PERSON,
    "ORG": ORGANISATION,
    "GPE": PLACE,
    "LOC": PLACE,
    "FAC": PLACE,
}


def load_pipeline(name: str) -> Any:
    """Load a spaCy pipeline that the user installed.

    Parameters
    ----------
    name
        Of an installed pipeline, such as ``en_core_web_sm``.

    Returns
    -------
    spacy.language.Language
        For `suggest_names`.

    Raises
    ------
    SourcebookError
        If spaCy or the pipeline is not installed; the message says how to install it.
    """
    try:
        # By name: the room needs the standard library only, and spaCy is nobody's dependency.
        spacy = import_module("spacy")
    except ImportError as error:
        raise SourcebookError(
            f"pipeline {name!r} needs spaCy, which is not installed\n"
            "    remedy: pip install 'sourcebook[models]'"
        ) from error
    try:
        return spacy.load(name)
    except OSError as error:
        raise SourcebookError(
            f"spaCy finds no pipeline {name!r}\n"
            f"    remedy: python -m spacy download {name}, or name one that "
            "python -m spacy info lists"
        ) from error


def suggest_names(page: Page, pipeline: Callable[[str], Any]) -> list[Annotation]:
    """Return the people, organisations and places that a model finds in a page.

    Parameters
    ----------
    page
        The text; the site's furniture is left out.
    pipeline
        A loaded spaCy pipeline, or anything that is called with a text, returns an object with
        `ents`, and says in `meta` its "lang", "name" and "version".

    Returns
    -------
    list of Annotation
        Candidates as `find_names` gives them, with key ``unknown`` and the maker
        ``model:<lang>_<name>-<version>``; in order of position, ends exclusive. Entities of other
        labels, such as dates, are left out.

    Examples
    --------
    >>> from types import SimpleNamespace as Record
    >>> class Pipeline:
    ...     meta = {"lang": "en", "name": "tiny", "version": "1.0"}
    ...     def __call__(self, text):
    ...         return Record(ents=[Record(start_char=0, end_char=10, label_="PERSON")])
    >>> [found] = suggest_names(Page("Jane Smith resigned."), Pipeline())
    >>> found.quote, found["kind"], found.maker
    ('Jane Smith', 'person', 'model:en_tiny-1.0')
    """
    maker = _maker(getattr(pipeline, "meta", {}))
    found = set()
    for entity in pipeline(page.text).ents:
        start, end = _trimmed(page.text, int(entity.start_char), int(entity.end_char))
        kind = _KINDS.get(str(entity.label_))
        if kind is None or start >= end or page.in_furniture(start):
            continue
        name = " ".join(page.text[start:end].split())
        found.add(Name(start, end, kind, "unknown", name, "place" if kind == PLACE else ""))
    return [as_annotation(page, name, maker) for name in sorted(found)]


def _maker(meta: Mapping[str, Any]) -> str:
    parts = (str(meta.get(part, "unknown")) for part in ("lang", "name", "version"))
    return "model:{}_{}-{}".format(*parts)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Cut offsets to the text, and white space, "the" and a possessive off the ends."""
    start, end = max(start, 0), min(end, len(text))
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if text[start : start + 4].lower() == "the ":
        start += 4
    if text[max(end - 2, start) : end] in ("'s", "’s"):
        end -= 2
    return start, end
