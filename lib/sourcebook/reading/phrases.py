"""The page's own words around the words of others, each marked with its language and direction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from sourcebook.annotation import Annotation
from sourcebook.corpus import Corpus
from sourcebook.evidence import Note
from sourcebook.reading.apparatus import Apparatus
from sourcebook.reading.direction import turning
from sourcebook.reading.markup import Shown
from sourcebook.span import Span


def phrase(apparatus: Apparatus, key: str, /, **parts: Shown | str) -> Shown:
    """Fill a phrase of the page's own words; what is Shown keeps its marks.

    Text that is not Shown is taken for English, as the registries are.
    """
    shown = {
        name: one if isinstance(one, Shown) else theirs(apparatus, one)
        for name, one in parts.items()
    }
    template = apparatus.words.template(key)
    html = Markup(escape(template)).format(**{name: one.html for name, one in shown.items()})
    text = template.format(**{name: one.text for name, one in shown.items()})
    if apparatus.words.language != "en":
        # The page itself is English, whatever language its own words are in.
        html = Markup('<span lang="{}">{}</span>').format(apparatus.words.language, html)
    return Shown(html, text)


def own(apparatus: Apparatus, key: str, /, **values: object) -> Shown:
    """Return the page's own words as something to show."""
    return Shown(apparatus.word(key, **values), apparatus.words(key, **values))


def theirs(apparatus: Apparatus, text: str, language: str = "en") -> Shown:
    """Return somebody's words among the page's own: their language is marked if it is another.

    Words that could turn the direction of what stands beside them are kept from doing so.
    """
    other = language not in ("unknown", apparatus.words.language)
    lang = Markup(' lang="{}"').format(language) if other else Markup("")
    if not turning(text) and not lang:
        return plain(text)
    tag = "bdi" if turning(text) else "span"
    return Shown(Markup("<{0}{1}>{2}</{0}>").format(Markup(tag), lang, text), text)


def plain(text: str) -> Shown:
    """Return text as it is."""
    return Shown(escape(text), text)


def joined(between: Shown | str, shown: Iterable[Shown]) -> Shown:
    """Put things on one line; what is empty is left out."""
    kept = [one for one in shown if one]
    html = escape(between).join(one.html for one in kept)
    return Shown(html, str(between).join(one.text for one in kept))


def sentences(apparatus: Apparatus, shown: Iterable[Shown]) -> Shown:
    """Put sentences behind each other; a Japanese full stop brings its own space."""
    return joined("" if apparatus.words.language == "ja" else " ", shown)


def marked(apparatus: Apparatus, article: str, spans: Sequence[Span]) -> Shown:
    """Name an article, with the numbers of its passages that hold the spans."""
    numbers = "".join(f"[{n}]" for n in apparatus.citations.cite(spans))
    return Shown(theirs(apparatus, article).html + apparatus.marks(spans), article + numbers)


def spoken(apparatus: Apparatus, name: str) -> Shown:
    """Say in the page's words what `who_says` adds to a name: how it is known."""
    notes: tuple[str, ...] = ()
    for ending, keys in _ENDINGS.items():
        if name.endswith(ending):
            name, notes = name.removesuffix(ending), keys
            break
    way = next((ending for ending in _WAYS if name.endswith(ending)), "")
    name = name.removesuffix(way)
    silent = _SILENT.get(name)
    shown = own(apparatus, silent) if silent else theirs(apparatus, name)
    if way:
        shown = phrase(apparatus, _WAYS[way], name=shown)
    return bracketed(apparatus, shown, notes)


def bracketed(apparatus: Apparatus, what: Shown, keys: Sequence[str]) -> Shown:
    """Put the page's own words in brackets after something; nothing if there are none."""
    if not keys:
        return what
    more = joined(own(apparatus, "between-items"), [own(apparatus, key) for key in keys])
    return phrase(apparatus, "in-brackets", what=what, more=more)


_ENDINGS = {
    " (machine, not registered)": ("machine", "not-registered"),
    " (not registered)": ("not-registered",),
    " (machine)": ("machine",),
}
_WAYS = {  # the longer ending before those that it ends in
    ", not named, relayed": "not-named-relayed",
    ", not named": "not-named",
    ", relayed": "relayed",
}
_SILENT = {"source not found": "source-not-found", "source not told": "source-not-told"}


def overlapping(corpus: Corpus, layer: str, note: Note) -> list[Annotation]:
    """Return the annotations of a layer that the cited words of a note touch."""
    return [
        one
        for one in corpus.layer(layer)
        if one.article == note.passage.article
        and any(one.span.overlaps(cited) for cited in note.cited)
    ]
