"""How an edition was made, and what its words of likelihood and confidence mean."""

from __future__ import annotations

from markupsafe import Markup, escape

from sourcebook.interval import Interval
from sourcebook.lesson.briefing.part import part, rows_below, spelt, word
from sourcebook.lesson.lesson import Lesson
from sourcebook.reading import Shown, box, stack
from sourcebook.span import Span

SCALE = {
    "almost-no-chance": "1–5%",
    "very-unlikely": "5–20%",
    "unlikely": "20–45%",
    "roughly-even": "45–55%",
    "likely": "55–80%",
    "very-likely": "80–95%",
    "almost-certain": "95–99%",
}
"""What the terms mean in Intelligence Community Directive 203, Analytic Standards."""


def method(lesson: Lesson, *, judged: bool = True, heading: bool = True) -> Shown | None:
    """Say how the edition was made, in the page's language.

    Parameters
    ----------
    lesson
        The edition.
    judged
        Whether the page makes judgements, whose words are then explained.
    heading
        Whether a heading in the page's language stands above.

    Returns
    -------
    Shown or None
        On how many articles and origins it rests, how many of their annotations a person has
        reviewed, how sources are counted, which parameters shaped it; then the scale of
        likelihood, as background, and what confidence means.

    Examples
    --------
    >>> from sourcebook.lesson import briefing, open_lesson
    >>> print(briefing.method(open_lesson(as_of="2020-12-31"), judged=False).text.splitlines()[2])
    Rests on 2 articles, 2 origins.
    """
    content = [_rests_on(lesson), _reviewed(lesson), _told(lesson, "method-counting"), _set(lesson)]
    if judged:
        content += [_told(lesson, "method-judging"), _scale(lesson), _confidence(lesson)]
    return part(lesson, "method", *content, heading=heading)


def _told(lesson: Lesson, key: str) -> Shown:
    shown = word(lesson, key)
    return Shown(Markup("<p>{}</p>").format(shown), shown.text)


def _rests_on(lesson: Lesson) -> Shown:
    spans = [Span(id_, 0, 0) for id_ in lesson.corpus.articles]
    counted = lesson.apparatus.support_html(spans)
    html = Markup(escape(lesson.words.template("rests-on"))).format(counted=counted)
    text = lesson.words("rests-on", counted=lesson.apparatus.support(spans))
    return Shown(Markup("<p{}>{}</p>").format(_language(lesson), html), text)


def _reviewed(lesson: Lesson) -> Shown:
    annotations = lesson.corpus.annotations
    reviewed = sum(one.status == "reviewed" for one in annotations)
    told = word(lesson, "method-reviewed", reviewed=reviewed, annotations=len(annotations))
    return Shown(Markup('<p class="structural">{}</p>').format(told), told.text)


def _set(lesson: Lesson) -> Shown:
    as_of = lesson.corpus.as_of
    day = spelt(lesson, Interval(as_of, as_of)) if as_of else word(lesson, "latest-article")
    pairs = [
        (word(lesson, "parameter-as_of"), day),
        (word(lesson, "parameter-articles"), ", ".join(lesson.corpus.articles)),
        (word(lesson, "parameter-terms"), word(lesson, f"terms-{lesson.terms}")),
    ]
    rows = Markup("").join(
        Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(name, value) for name, value in pairs
    )
    html = Markup('<dl class="parameters structural">{}</dl>').format(rows)
    return Shown(html, "\n".join(f"{name}: {value}" for name, value in pairs))


def _scale(lesson: Lesson) -> Shown:
    rows = [(word(lesson, term), chance) for term, chance in SCALE.items()]
    scale = rows_below(lesson, rows, "scale-caption", "likelihood", "head-chance")
    assert scale is not None, "the scale has rows"
    label = word(lesson, "background-outside")
    return box("background", label, stack([scale, _told(lesson, "scale-source")]))


def _confidence(lesson: Lesson) -> Shown:
    pairs = [
        (word(lesson, f"confidence-{level}"), word(lesson, f"meaning-{level}"))
        for level in ("low", "moderate", "high")
    ]
    rows = Markup("").join(
        Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(name, value) for name, value in pairs
    )
    html = Markup('<dl class="confidence">{}</dl>').format(rows)
    return Shown(html, "\n".join(f"{name}: {value}" for name, value in pairs))


def _language(lesson: Lesson) -> Markup:
    code = lesson.words.language
    return Markup("") if code == "en" else Markup(' lang="{}"').format(code)
