"""How far to rely on each article: counts from its annotations, and no verdict."""

from __future__ import annotations

from collections import Counter

from sourcebook.article import Article
from sourcebook.evidence import by_date
from sourcebook.lesson.briefing.part import machine_note, part, rows_below, word
from sourcebook.lesson.lesson import Lesson
from sourcebook.reading import Shown, known_of, voices

_PER = 1000
"""Words by which hedges are counted, so that a long article can be set beside a short one."""


def reliability(lesson: Lesson, *, heading: bool = True) -> Shown | None:
    """Show what a reader may weigh before relying on an article, one row each, earliest first.

    Returns
    -------
    Shown or None
        A row is an article: whether outlet and date are printed or inferred, and whether it copies
        a report; its quotations and attributions by whether the speaker is named, not named or
        relayed by somebody else; its hedges per 1,000 words. None if there is no article.

    Examples
    --------
    >>> from sourcebook.lesson import briefing, open_lesson
    >>> shown = briefing.reliability(open_lesson(["warming-fast"]), heading=False)
    >>> print(shown.text.splitlines()[2].partition(" | ")[0])
    warming-fast
    """
    rows = [
        (one.id, known_of(lesson.apparatus, one), *_counts(lesson, one))
        for one in by_date(lesson.corpus)
    ]
    rest_on = [
        one
        for one in lesson.corpus.annotations
        if one.layer in ("quotations", "attributions", "hedges")
    ]
    heads = (
        "head-article",
        "head-known",
        "head-named",
        "head-not-named",
        "head-relayed",
        "head-hedges",
    )
    held = rows_below(
        lesson,
        rows,
        "reliability-caption",
        *heads,
        notes=machine_note(lesson, rest_on),
        counted=word(lesson, "counted", what=lesson.words("reliability-counted")),
    )
    return part(lesson, "reliability", held, heading=heading)


def _counts(lesson: Lesson, article: Article) -> tuple[int, int, int, str]:
    heard: Counter[str] = voices(lesson.corpus, article.id)
    hedges = sum(one.article == article.id for one in lesson.corpus.layer("hedges"))
    words = len(article.text.split())
    rate = f"{_PER * hedges / words:.0f}" if words else "–"
    return heard["named"], heard["not-named"], heard["relayed"], rate
