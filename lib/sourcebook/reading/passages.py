"""A passage with its annotations marked: they may overlap and nest, and need no colour."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from markupsafe import Markup, escape

from sourcebook.annotation import Annotation
from sourcebook.corpus import Corpus
from sourcebook.evidence import machine_share
from sourcebook.layers import LAYERS
from sourcebook.reading.markup import Shown
from sourcebook.span import Span


def mark(corpus: Corpus, passage: Span, layers: Iterable[str]) -> Shown:
    """Show a passage with the annotations of some layers marked.

    Each layer has its own underline and a letter-spaced name, drawn by the style sheet, at the
    end of each annotation; a legend stands above, and below it is said how many annotations have
    not been reviewed, if any. The passage's element holds the raw text and
    nothing else: without its tags it is exactly ``corpus.text(passage)``.

    Examples
    --------
    >>> from sourcebook import load_corpus
    >>> shown = mark(load_corpus(), Span("reset-button", 2070, 2084), ["quotations"])
    >>> print(shown)
    [quotations “grave threat”]
    """
    wanted = [name for name in LAYERS if name in set(layers)]
    found = [a for name in wanted for a in corpus.layer(name) if a.span.overlaps(passage)]
    used = [name for name in wanted if any(a.layer == name for a in found)]
    legend = Markup("").join(
        Markup('<li><span class="a a-{0}">{0}</span></li>').format(name) for name in used
    )
    html = Markup(
        '<div class="marked"><ul class="legend" aria-label="Layers marked">{}</ul>'
        '<p class="passage">{}</p></div>'
    ).format(legend, marked_html(corpus.text(passage), passage.start, found))
    text = _bracketed(corpus.text(passage), passage.start, found)
    if unreviewed := machine_share(found):
        html += Markup('<p class="src">{}.</p>').format(unreviewed)
        text += f"\n{unreviewed}."
    return Shown(html, text)


def marked_html(text: str, offset: int, annotations: Sequence[Annotation]) -> Markup:
    """Return `text` escaped, with a span around every stretch that annotations cover.

    Overlapping annotations cannot nest in HTML, so the text is cut at every start and end and
    each stretch carries the names of all its layers; ``data-ends`` names those that end there.
    Stripping the tags gives back `text`.
    """
    cuts = {0, len(text)}
    for a in annotations:
        cuts |= {min(max(edge - offset, 0), len(text)) for edge in (a.start, a.end)}
    edges = sorted(cuts)
    pieces = []
    for start, end in pairwise(edges):
        here = [a for a in annotations if a.start < offset + end and a.end > offset + start]
        words = escape(text[start:end])
        if not here:
            pieces.append(words)
            continue
        names = sorted({a.layer for a in here}, key=list(LAYERS).index)
        ends = ", ".join(a.layer for a in here if a.end == offset + end)
        # One span inside another, each with its own line: the style sheet sets them apart by depth.
        for depth, name in enumerate(names, start=1):
            label = Markup(' data-ends="{}"').format(ends) if ends and depth == len(names) else ""
            words = Markup('<span class="a a-{} d{}"{}>{}</span>').format(name, depth, label, words)
        pieces.append(words)
    return Markup("").join(pieces)


def _bracketed(text: str, offset: int, annotations: Sequence[Annotation]) -> str:
    """Plain twin: ``[layer words]``, inner annotations inside outer ones, all cut to `text`."""
    opens = sorted(annotations, key=lambda a: (a.start, -a.end))
    out = []
    for place in range(len(text) + 1):
        out += ["]" for a in annotations if min(a.end - offset, len(text)) == place]
        out += [f"[{a.layer} " for a in opens if max(a.start - offset, 0) == place]
        out.append(text[place : place + 1])
    return "".join(out)
