"""Passages side by side: where articles differ, and how to read the difference."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from sourcebook.corpus import Corpus
from sourcebook.evidence import who_says
from sourcebook.reading import (
    Apparatus,
    Cited,
    Shown,
    box,
    compose,
    joined,
    own,
    phrase,
    quoted,
    spoken,
    stack,
)


def compare(apparatus: Apparatus, whole: Corpus, difference: str) -> Shown | None:
    """Show the sides of a difference that an edition holds.

    The registry's title and explanation speak of every side, so they are shown only when every
    side is here. So is its background, unless the registry names articles which it concerns by
    themselves (``background_with``) and one of them is here: a claim must not stand without the
    denial that we know of.

    Parameters
    ----------
    apparatus
        That of the page; its corpus is the edition's.
    whole
        All articles, which tell whether a side is left out.
    difference
        A key of the differences registry.

    Returns
    -------
    Shown or None
        None when no side is in the edition.

    Raises
    ------
    UnknownName
        If the differences registry has no such key.
    """
    corpus = apparatus.corpus
    entry = corpus.vocabulary.entry("differences", difference)
    sides = corpus.layer("differences", difference=difference)
    if not sides:
        return None
    cited = [Cited(apparatus, [side.span], {"words": side.quote}) for side in sides]
    complete = len(sides) == len(whole.layer("differences", difference=difference))
    positions = [side["position"] for side in sides]
    several = list(dict.fromkeys(positions))
    title: Shown | str = entry.label
    if not complete and len(several) > 1:
        title = phrase(apparatus, "in-this-edition", positions="; ".join(several))
    elif not complete:
        title = phrase(apparatus, "one-account", position=several[0])
    parts = [_grid(apparatus, title, cited, positions)]
    if complete:
        # It speaks of every side, so it rests on all of them.
        both = Cited(apparatus, [side.span for side in sides], {})
        parts.append(compose("{text}{both:cite}", text=entry.fields["explanation"], both=both))
    concerned = entry.fields.get("background_with", ())
    if "background" in entry.fields and (complete or set(concerned) & set(corpus.articles)):
        known = compose("{text}", text=entry.fields["background"])
        parts.append(box("background", apparatus.word("background-outside"), known))
    return stack(parts)


def beside(apparatus: Apparatus, title: str, passages: Iterable[Cited]) -> Shown | None:
    """Show passages side by side, each with its article and whoever it quotes.

    Returns
    -------
    Shown or None
        None when no passage is in the edition.
    """
    kept = [passage for passage in passages if passage]
    if not kept:
        return None
    captions = [_speakers(apparatus, passage) or own(apparatus, "own-words") for passage in kept]
    return _grid(apparatus, title, kept, captions)


def _speakers(apparatus: Apparatus, passage: Cited) -> Shown:
    names = [spoken(apparatus, one) for one in who_says(apparatus.corpus, passage.spans[:1])]
    return joined(own(apparatus, "between-names"), names)


def _grid(
    apparatus: Apparatus, title: Shown | str, cited: list[Cited], captions: Sequence[Shown | str]
) -> Shown:
    spans = [span for one in cited for span in one.spans]
    figures, lines = [], []
    for one, caption in zip(cited, captions, strict=True):
        articles = ", ".join(one.articles)
        figures.append(
            Markup(
                "<figure><blockquote>{}</blockquote><figcaption>{}{:cite}: {}</figcaption></figure>"
            ).format(quoted(one.part("words")), articles, one, caption)
        )
        lines.append(f"{quoted(one.part('words'))} — {articles}{one:cite}: {caption}")
    html = Markup(
        '<section class="compare"><h3>{}</h3><p class="src">{}</p><div class="sides">{}</div>'
        "</section>"
    ).format(title, apparatus.support_html(spans), Markup("\n").join(figures))
    return Shown(html, "\n".join([f"{title} ({apparatus.support(spans)})", *lines]))
