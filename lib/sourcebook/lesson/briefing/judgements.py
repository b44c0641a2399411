"""Key judgements: the kit's own voice, its evidence, its likelihood and its confidence apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from string import Formatter
from typing import Literal, get_args

from markupsafe import Markup

from sourcebook.errors import SourcebookError, choose
from sourcebook.evidence import support
from sourcebook.lesson.briefing.part import joined, word
from sourcebook.lesson.lesson import Lesson
from sourcebook.reading import Cited, Computed, Shown, compose
from sourcebook.span import Span

Likelihood = Literal[
    "almost-no-chance",
    "very-unlikely",
    "unlikely",
    "roughly-even",
    "likely",
    "very-likely",
    "almost-certain",
]
"""The seven terms of Intelligence Community Directive 203, from the least to the most likely."""
Confidence = Literal["low", "moderate", "high"]
"""How good the evidence is."""
MOST = 5
"""Key judgements that a first page has room for."""
FEWEST = 3
"""Key judgements below which a first page says that there are no more."""

_LIKELIHOOD = re.compile(
    r"\b(?:un)?likel(?:y|ihood)\b|\b(?:im)?probab(?:le|ly|ility|ilities)\b|\bodds\b"
    r"|\b(?:a|no|even|the) chance\b|\bchances\b|\b(?:almost|nearly) certain\w*|\bcertain(?:ly|ty)\b"
    r"|\bdoubtless\b|\bundoubtedly\b|\bpossibly\b|\bperhaps\b|\bmaybe\b",
    re.IGNORECASE,
)
_CONFIDENCE = re.compile(r"\bconfiden(?:t|tly|ce(?![- ]building))\b", re.IGNORECASE)
# What an article says, in its own words, may hold any word.
_QUOTED = re.compile(r"“[^”]*”|\{[^}]*\}")


@dataclass(frozen=True, repr=False)
class Judgement(Shown):
    """A key judgement that an edition supports."""


def judgement(
    lesson: Lesson,
    statement: str,
    *,
    likelihood: Likelihood | None,
    confidence: Confidence,
    because: str,
    would_change: str,
    otherwise: str = "",
    **evidence: object,
) -> Shown | None:
    """Make a key judgement; None if the edition lacks evidence that it names.

    Parameters
    ----------
    lesson
        The edition.
    statement
        What is judged, as for `Lesson.say`. It holds no word of likelihood or confidence: these
        stand apart, each under its own label, so that neither is taken for the other. Evidence
        that none of the texts cites by itself is cited at its end, and all of it is counted there.
    likelihood
        One of the seven terms, or None for a judgement on the record and not on what is to come.
    confidence
        How good the evidence is.
    because
        The ground of the confidence, as for `Lesson.say`.
    would_change
        What would change the judgement, as for `Lesson.say`.
    otherwise
        What to print when evidence is missing; nothing by default.
    **evidence
        Evidence, numbers or words for the braces.

    Raises
    ------
    SourcebookError
        If there is no evidence, if a text holds a word that belongs under a label, or if high
        confidence rests on a single origin.

    Examples
    --------
    >>> from sourcebook.lesson import briefing, open_lesson
    >>> lesson = open_lesson()
    >>> print(briefing.judgement(
    ...     lesson,
    ...     "The dialogue is expected to restart; none reports that it has.",
    ...     likelihood=None,
    ...     confidence="low",
    ...     because="both articles are versions of one report",
    ...     would_change="A report that the dialogue was held.",
    ...     dialogue=lesson.event("security-dialogue-restart"),
    ... ))
    The dialogue is expected to restart; none reports that it has.[1][2] 2 articles, 1 origin
    Confidence: low – both articles are versions of one report
    What would change this: A report that the dialogue was held.
    """
    choose(confidence, get_args(Confidence), "confidence")
    if likelihood is not None:
        choose(likelihood, get_args(Likelihood), "likelihood")
    _apart(statement, "the statement", _LIKELIHOOD, _CONFIDENCE)
    _apart(because, "the ground of the confidence", _LIKELIHOOD)
    cited = {name: one for name, one in evidence.items() if isinstance(one, Cited | Computed)}
    if not cited:
        raise SourcebookError(
            f"{statement!r} names no evidence: a key judgement rests on cited passages. Give some "
            "by name, such as poll=lesson.figure(…)"
        )
    if not all(cited.values()):
        return compose(otherwise) if otherwise else None
    spans = tuple(dict.fromkeys(span for one in cited.values() for span in _spans(one)))
    _independent(lesson, confidence, statement, spans)
    told = [statement, because, would_change]
    loose = [name for name in cited if not any(_cites(text, name) for text in told)]
    named = lesson.at(*(span for name in loose for span in _spans(cited[name])))
    ending = "{_loose:cite} {_all:support}" if loose else " {_all:support}"
    values = {**evidence, "_loose": named, "_all": lesson.at(*spans)}
    said = compose(statement + ending, **values)
    lines = [word(lesson, "likelihood"), _graded(lesson, likelihood)] if likelihood else []
    grounds = joined(" – ", [_graded(lesson, confidence), _bare(because, evidence)])
    lines += [word(lesson, "confidence"), grounds]
    lines += [word(lesson, "would-change"), _bare(would_change, evidence)]
    return _judged(said, lines)


def first_page(
    lesson: Lesson, *judgements: Shown | None, chart: Shown | None = None
) -> Shown | None:
    """Show what a reader should know who reads no further: key judgements, then one chart.

    Parameters
    ----------
    lesson
        The edition.
    *judgements
        At most five; those that the edition doesn't support are None and are left out. Where fewer
        than three remain, the page says so.
    chart
        What `Lesson.show` returns.

    Raises
    ------
    SourcebookError
        If there are more than five, or the chart is not what `Lesson.show` returns.
    """
    held = [one for one in judgements if isinstance(one, Judgement)]
    instead = [one for one in judgements if one and not isinstance(one, Judgement)]
    if len(held) > MOST:
        raise SourcebookError(
            f"{len(held)} key judgements: a first page has room for {MOST}; join or drop some"
        )
    if chart is not None and not isinstance(chart, Shown):
        raise SourcebookError("chart= takes what lesson.show(…) returns")
    title = word(lesson, "key-judgements")
    few = word(lesson, "only-judgements", n=len(held)) if held else word(lesson, "no-judgement")
    html = Markup("<h2>{}</h2>").format(title)
    if held:
        items = Markup("").join(Markup("<li>{}</li>").format(one) for one in held)
        html += Markup("\n<ol>{}</ol>").format(items)
    html += Markup("").join(one.html for one in instead)
    if len(held) < FEWEST:
        html += Markup('<p class="src structural">{}</p>').format(few)
    html += chart.html if chart else Markup("")
    text = [f"## {title}", *(f"{n}. {one}" for n, one in enumerate(held, start=1))]
    text += [str(one) for one in instead] + ([str(few)] if len(held) < FEWEST else [])
    text += [str(chart)] if chart else []
    page = Markup('<section class="first-page" aria-label="{}">{}</section>')
    return Shown(page.format(str(title), html), "\n\n".join(text))


def _judged(said: Shown, lines: list[Shown]) -> Judgement:
    pairs = list(zip(lines[::2], lines[1::2], strict=True))
    told = Markup("").join(
        Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(label, text) for label, text in pairs
    )
    html = Markup('<div class="judgement">{}<dl>{}</dl></div>').format(said, told)
    return Judgement(html, "\n".join([said.text, *(f"{label}: {text}" for label, text in pairs)]))


def _graded(lesson: Lesson, grade: str) -> Shown:
    """Return a grade so that it stands out in its line."""
    told = word(lesson, grade)
    return Shown(Markup("<b>{}</b>").format(told), told.text)


def _bare(template: str, values: dict[str, object]) -> Shown:
    """Compose a text that stands inside a line, without the tags of a paragraph."""
    shown = compose(template, **values)
    return Shown(Markup(shown.html.removeprefix("<p>").removesuffix("</p>")), shown.text)


def _apart(text: str, where: str, *kinds: re.Pattern[str]) -> None:
    own = _QUOTED.sub(" ", text)
    for kind in kinds:
        if found := kind.search(own):
            raise SourcebookError(
                f"{found[0]!r} stands in {where}: {text!r}. Likelihood and confidence are said "
                "apart, by likelihood= and confidence=; reword the text without them"
            )


def _independent(
    lesson: Lesson, confidence: Confidence, statement: str, spans: tuple[Span, ...]
) -> None:
    counted = support(lesson.corpus, spans)
    if confidence == "high" and counted.origins < 2:
        raise SourcebookError(
            f"high confidence in {statement!r} rests on {counted}: it takes at least 2 origins. "
            'Say "moderate" or "low", or let the edition decide: '
            'confidence="high" if x.independent > 1 else "moderate"'
        )


def _cites(template: str, name: str) -> bool:
    return any(
        field == name and (part or "") in ("", "cite")
        for _, field, part, _ in Formatter().parse(template)
    )


def _spans(one: object) -> tuple[Span, ...]:
    if isinstance(one, Computed):
        return one.computation.spans
    return one.spans if isinstance(one, Cited) else ()
