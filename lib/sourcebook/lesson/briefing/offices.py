"""Which office a person holds: by the articles, and on the edition's day by the registry."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from sourcebook.annotation import Annotation
from sourcebook.corpus import Entry
from sourcebook.corpus.vocabulary import Role
from sourcebook.interval import Interval
from sourcebook.lesson.briefing.part import joined, word
from sourcebook.lesson.lesson import Lesson
from sourcebook.reading import Shown


def offices(lesson: Lesson, person: Entry, mentions: Sequence[Annotation]) -> Shown:
    """Return the offices that the articles give a person, and those held on the edition's day.

    What the registry knows from outside the articles stands in ``span.outside``: the months of an
    office, and an office that no article of the edition gives. Nothing is said that came about
    after the edition's day.
    """
    day = edition_day(lesson)
    told = dict.fromkeys(one["role"] for one in mentions if one["role"])
    shown = []
    gap = " " if lesson.words.language == "en" else ""  # Japanese and Korean brackets need none
    for role in person.roles:
        if role.start is not None and role.start > day:
            continue
        months = _months(lesson, role, day)
        if role.role in told:
            del told[role.role]
            html = Markup('<span class="outside">{}</span>').format(months)
            known = [Shown(html, months.text)] if months else []
            shown.append(joined(gap, [role.role, *known]))
        elif role.basis == "background" and _held(role, day):
            outside = joined(gap, [role.role, months])
            html = Markup('<span class="outside">{}</span>').format(outside)
            shown.append(Shown(html, outside.text))
    return joined(word(lesson, "between-parts"), [*shown, *told])


def edition_day(lesson: Lesson) -> date:
    """Return the day whose knowledge an edition shows, or that of its latest article."""
    latest = max((one.date.latest for one in lesson.corpus.articles.values()), default=date.min)
    return lesson.corpus.as_of or latest


def _held(role: Role, day: date) -> bool:
    return role.in_force(Interval(day, day))


def _months(lesson: Lesson, role: Role, day: date) -> Shown:
    """Say in brackets in which months an office was held; the days of some are not checked."""
    if role.basis != "background" or role.start is None:
        return Shown(Markup(""), "")
    first = _month(role.start)
    if role.end is None or role.end > day:
        months = lesson.words("office-since", month=first)
    else:
        months = lesson.words("office-months", first=first, last=_month(role.end))
    return word(lesson, "brackets", what=months)


def _month(day: date) -> Interval:
    last = calendar.monthrange(day.year, day.month)[1]
    return Interval(day.replace(day=1), day.replace(day=last))
