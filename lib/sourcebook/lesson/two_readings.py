"""The reviewed reading and the machine's beside each other, for the passages where they differ."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd
from markupsafe import Markup

from sourcebook.evidence import paragraph
from sourcebook.lesson.lesson import Lesson
from sourcebook.reading import Cited, Shown
from sourcebook.span import Span

AROUND = 70
"""Characters of the paragraph shown on each side of a passage."""


def layers_side_by_side(agreement: pd.DataFrame, lesson: Lesson) -> Shown | None:
    """Show how far reviewers and the machine agree, one row per layer; None if none has any.

    Parameters
    ----------
    agreement
        What `sourcebook.tables.agreement` returns.
    lesson
        The edition.
    """
    rows = [
        (
            "zones (characters)" if row["layer"] == "zones" else row["layer"],
            *(row[name] for name in ("reviewed", "machine", "found", "missed", "extra")),
            _share(row["precision"]),
            _share(row["recall"]),
            f"{row['alike']} ({row['reads']})" if row["reads"] else "–",
        )
        for row in agreement.to_dict("records")
    ]
    return lesson.table(
        rows,
        "Reviewed reading and machine, layer by layer: number of annotations",
        *"Layer|Reviewed|Machine|Found|Missed|Extra|Precision|Recall|Read alike".split("|"),
        counted="annotations of either reading, and for zones their characters",
    )


def readings(
    lesson: Lesson, found: pd.DataFrame, layers: Iterable[str], rows: int = 8
) -> Shown | None:
    """Show passages of some layers with what reviewers and the machine read in them.

    A passage that several articles share word for word, and that is read there in the same way,
    is shown once.

    Parameters
    ----------
    lesson
        The edition.
    found
        What `sourcebook.tables.disagreements` returns.
    layers
        The layers to show.
    rows
        How many passages to show.

    Returns
    -------
    Shown or None
        None if nothing is read otherwise in these layers.
    """
    wanted = list(layers)
    groups: dict[tuple[str, ...], list[Span]] = {}
    for row in found[found["layer"].isin(wanted)].to_dict("records"):
        span = Span(row["article"], row["start"], row["end"])
        read = (row["reviewed"] or "not marked", row["machine"] or "not marked")
        groups.setdefault((*_neighbours(lesson, span), *read), []).append(span)
    told = [
        (reviewed, _by_machine(machine), in_context(lesson, spans))
        for (*_, reviewed, machine), spans in list(groups.items())[:rows]
    ]
    shown = f"the first {rows} of {len(groups)}" if len(groups) > rows else f"{len(groups)} in all"
    caption = f"Read otherwise in {' and '.join(wanted)}"
    headings = "Reviewed", "Machine", "The passage"
    return lesson.table(told, caption, *headings, counted=f"passages read otherwise, {shown}")


def parted(lesson: Lesson, found: pd.DataFrame, *layers: str) -> Cited:
    """Return the passages read otherwise as evidence, of some layers or (none given) of all."""
    return lesson.at(*_spans(found[found["layer"].isin(layers)] if layers else found))


def causes(lesson: Lesson, found: pd.DataFrame) -> Shown | None:
    """Show what makes passages hard: each cause, how many there are, and the first of them."""
    groups = [(cause, same) for cause, same in found.groupby("cause", sort=False)]
    groups.sort(key=lambda group: -len(group[1]))
    told = [(f"{cause}.", len(same), _instance(lesson, same)) for cause, same in groups]
    caption = "Passages read otherwise, by what probably makes them hard"
    headings = "Why it is hard", "Passages", "For instance"
    return lesson.table(told, caption, *headings, counted="passages of each cause")


def _instance(lesson: Lesson, same: pd.DataFrame) -> Shown:
    """Show the first of some passages, with what each reads in it."""
    first = same.iloc[0]
    passage = in_context(lesson, _spans(same)[:1])
    reviewed, machine = (first[by] or "not marked" for by in ("reviewed", "machine"))
    html = Markup("<p>{}</p><p><em>reviewed: {}; machine: {}</em></p>").format(
        passage, reviewed, _by_machine(machine)
    )
    return Shown(html, f"{passage.text} (reviewed: {reviewed}; machine: {machine})")


def _by_machine(read: str) -> Shown:
    """Mark what a machine reads in a passage: a page says it, and does not vouch for it."""
    return Shown(Markup('<span class="by-machine">{}</span>').format(read), read)


def in_context(lesson: Lesson, spans: Iterable[Span]) -> Shown:
    """Show the first of some spans among the words around it, and cite them all."""
    cited = lesson.at(*spans)
    span = cited.spans[0]
    text, whole = lesson.corpus.article(span.article).text, paragraph(lesson.corpus, span)
    before = _clipped(text[whole.start : span.start], from_end=True)
    after = _clipped(text[span.end : whole.end], from_end=False)
    words = " ".join(text[span.start : span.end].split())
    html = Markup('<q class="bare">{}<strong>{}</strong>{}</q>').format(before, words, after)
    return _with_marks(html, f"{before}[{words}]{after}", cited)


def _neighbours(lesson: Lesson, span: Span) -> tuple[str, str, str]:
    """Return a passage and a few letters on each side, which tell a copy from another use."""
    text = lesson.corpus.article(span.article).text
    before, after = text[max(0, span.start - 8) : span.start], text[span.end : span.end + 8]
    # Neighbouring paragraphs say nothing of this passage.
    return text[span.start : span.end], before.rpartition("\n")[2], after.partition("\n")[0]


def _with_marks(html: Markup, text: str, cited: Cited) -> Shown:
    return Shown(Markup("{}{:cite}").format(html, cited), f"{text}{cited:cite}")


def _clipped(text: str, *, from_end: bool) -> str:
    """Keep the `AROUND` characters next to the passage, at a space."""
    flat = text.replace("\n", " ")
    if len(flat) <= AROUND:
        return flat.lstrip() if from_end else flat
    if from_end:
        return f"… {flat[-AROUND:].partition(' ')[2]}"
    return f"{flat[:AROUND].rpartition(' ')[0]} …"


def _spans(rows: pd.DataFrame) -> list[Span]:
    places = zip(rows["article"], rows["start"], rows["end"], strict=True)
    return [Span(article, int(start), int(end)) for article, start, end in places]


def _share(share: float) -> str:
    return "–" if share != share else f"{share:.2f}"
