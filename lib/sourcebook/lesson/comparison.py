"""Where articles differ: their words side by side, and how to read the difference."""

from __future__ import annotations

from markupsafe import Markup

from sourcebook.corpus import Corpus
from sourcebook.evidence import Citations, support
from sourcebook.reading import Cited, Shown, box, compose, quoted, stack


def compare(
    corpus: Corpus, whole: Corpus, citations: Citations, difference: str
) -> Shown | None:
    """Show the sides of a difference that an edition holds.

    The registry's explanation speaks of every side, so it is shown only when every side is here;
    an edition that leaves one out says so instead.

    Parameters
    ----------
    corpus
        The edition's articles.
    whole
        All articles, which tell whether a side is left out.
    citations
        Numbers the passages.
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
    entry = corpus.vocabulary.entry("differences", difference)
    sides = corpus.layer("differences", difference=difference)
    if not sides:
        return None
    parts = []
    for side in sides:
        cited = Cited(corpus, citations, [side.span], {"words": side.quote})
        html = Markup(
            "<figure><blockquote>{}</blockquote><figcaption>{}{:cite}: {}</figcaption></figure>"
        ).format(quoted(side.quote), side.article, cited, side["position"])
        text = f"“{side.quote}” — {side.article}{cited:cite}: {side['position']}"
        parts.append(Shown(html, text))
    body = stack(parts)
    counted = support(corpus, (side.span for side in sides))
    grid = Markup(
        '<section class="compare"><h3>{}</h3><p class="src">{}</p>'
        '<div class="sides">{}</div></section>'
    ).format(entry.label, counted, body)
    shown = [Shown(grid, f"{entry.label} ({counted})\n{body.text}")]
    if len(sides) == len(whole.layer("differences", difference=difference)):
        shown.append(compose("{text}", text=entry.fields["explanation"]))
        if entry.fields.get("background"):
            said = compose("{text}", text=entry.fields["background"])
            shown.append(box("background", "Background, not from these articles", said))
    else:
        shown.append(compose("Other articles speak to this, but not in this edition."))
    return stack(shown)
