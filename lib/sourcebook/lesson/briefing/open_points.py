"""What the edition leaves open."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from sourcebook.lesson.briefing.part import part, word
from sourcebook.lesson.lesson import Lesson
from sourcebook.reading import Shown, compose


def unknowns(
    lesson: Lesson,
    *items: Shown | str | None,
    figures: Iterable[str] = (),
    heading: bool = True,
) -> Shown | None:
    """List what the edition does not tell.

    Parameters
    ----------
    lesson
        The edition.
    *items
        Sentences from `Lesson.say` (None is left out), or Markdown that needs no evidence.
    figures
        Keys of figures whose missing information is listed as well.
    heading
        Whether a heading in the page's language stands above.

    Returns
    -------
    Shown or None
        None if there is nothing to list.

    Examples
    --------
    >>> from sourcebook.lesson import briefing, open_lesson
    >>> lesson = open_lesson()
    >>> print(briefing.unknowns(lesson, "Who was asked.", figures=["row-age"], heading=False))
    - Who was asked.
    - Age of the row between Tokyo and Seoul[1][2] – not told: what the row is about; when it began
    """
    told = [compose(one) if isinstance(one, str) else one for one in items if one]
    told += [one for key in figures if (one := _missing(lesson, key))]
    if not told:
        return None
    rows = Markup("\n").join(Markup("<li>{}</li>").format(one) for one in told)
    text = "\n".join(f"- {one}" for one in told)
    shown = Shown(Markup('<ul class="unknowns">{}</ul>').format(rows), text)
    return part(lesson, "unknowns", shown, heading=heading)


def _missing(lesson: Lesson, key: str) -> Shown | None:
    figure = lesson.figure(key)
    if not figure or not figure.part("missing"):
        return None
    label, missing = figure.part("label"), figure.part("missing")
    lacking = word(lesson, "not-told")
    colon = word(lesson, "colon")
    html = Markup("<p><b>{}</b>{:cite} – {}{}{}</p>")
    text = f"{label}{figure:cite} – {lacking}{colon}{missing}"
    return Shown(html.format(label, figure, lacking, colon, missing), text)
