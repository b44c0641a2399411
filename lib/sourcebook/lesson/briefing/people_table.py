"""Who's who: the people whom the edition names, and those it quotes without a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from markupsafe import Markup

from sourcebook.annotation import Annotation
from sourcebook.corpus import Entry
from sourcebook.lesson.briefing.offices import offices
from sourcebook.lesson.briefing.part import (
    chosen,
    joined,
    machine_note,
    part,
    reported,
    rows_below,
    word,
)
from sourcebook.lesson.lesson import Lesson
from sourcebook.reading import Shown, stack


def whos_who(lesson: Lesson, people: Iterable[str] = (), *, heading: bool = True) -> Shown | None:
    """Show who is named in the edition, and who is quoted or credited without a name.

    Parameters
    ----------
    lesson
        The edition.
    people
        Keep these people, by key; none given keeps everyone whom the articles mention.
    heading
        Whether a heading in the page's language stands above.

    Returns
    -------
    Shown or None
        Two tables. A row of the first is a person whom an article names: the name, also in the
        person's own script where the registry has it; the office, with its months where the
        registry has them, marked as background; whether quoted, credited or only named, and
        where. A row of the second is a source whom the articles leave unnamed. Whoever is quoted
        most stands first. None if there is nobody.

    Raises
    ------
    UnknownName
        If there is no such person.

    Examples
    --------
    >>> from sourcebook.lesson import briefing, open_lesson
    >>> lesson = open_lesson(as_of="2023-03-31")
    >>> shown = briefing.whos_who(lesson, ["hirokazu-matsuno"], heading=False)
    >>> shown.text.splitlines()[2].split(" | ")[:2]
    ['Hirokazu Matsuno 松野博一', 'Chief Cabinet Secretary of Japan (since October 2021)']
    """
    only = set(chosen(lesson, "people", people))
    mentions: dict[str, list[Annotation]] = {}
    bylines = lesson.corpus.layer("zones", zone="byline")
    for one in lesson.corpus.layer("people"):
        # Whoever wrote an article is no actor in it.
        wrote = any(one.span.overlaps(line.span) for line in bylines)
        if one["key"] != "unknown" and not wrote and (not only or one["key"] in only):
            mentions.setdefault(one["key"], []).append(one)
    registry = lesson.corpus.vocabulary.registries["people"]
    heard = _heard(lesson)
    order = sorted(mentions, key=lambda key: (-len(heard.get(key, ())), -len(mentions[key])))
    named, unnamed = [], []
    background = False
    between = word(lesson, "between-parts")
    for key in order:
        entry, found = registry[key], mentions[key]
        has_name = entry.fields.get("named", True)
        if has_name and not _by_name(entry, found):
            continue
        where = joined(between, [_voice(lesson, heard.get(key, ())), _where(lesson, found)])
        if not has_name:
            unnamed.append((entry.label, where))
        else:
            office = offices(lesson, entry, found)
            background |= "native" in entry.fields or 'class="outside"' in office.html
            named.append((_name(entry), office or word(lesson, "office-not-told"), where))
    notes = [word(lesson, "background-outside-row")] if background else []
    notes += machine_note(lesson, [one for key in order for one in mentions[key]])
    parts = [
        rows_below(
            lesson, named, "named-caption", "head-name", "head-office", "head-here", notes=notes
        ),
        rows_below(lesson, unnamed, "unnamed-caption", "head-who", "head-here"),
    ]
    return part(lesson, "whos-who", stack(one for one in parts if one), heading=heading)


def _heard(lesson: Lesson) -> dict[str, list[Annotation]]:
    """Gather quotations and attributions by the key of whoever is heard in them."""
    heard: dict[str, list[Annotation]] = {}
    for layer, column in (("quotations", "speaker"), ("attributions", "source")):
        for one in lesson.corpus.layer(layer):
            heard.setdefault(one[column], []).append(one)
    return heard


def _voice(lesson: Lesson, heard: Sequence[Annotation]) -> Shown:
    layers = {one.layer for one in heard}
    if "quotations" in layers:
        return word(lesson, "voice-quoted")
    return word(lesson, "voice-credited" if layers else "voice-named")


def _where(lesson: Lesson, found: Sequence[Annotation]) -> Shown:
    """Cite, of each article, the first mention that gives an office, or else the first."""
    first = sorted(found, key=lambda one: not one["role"])
    kept = {one.article: one for one in reversed(first)}
    return reported(lesson, [kept[id_].span for id_ in lesson.corpus.articles if id_ in kept])


def _by_name(entry: Entry, found: Sequence[Annotation]) -> bool:
    """Tell whether a mention holds a part of the name: "the two leaders" holds none."""
    native = str(entry.fields.get("native", ""))
    names = _words(entry.label)
    return any(names & _words(one.quote) or (native and native in one.quote) for one in found)


def _words(text: str) -> set[str]:
    return set(re.findall(r"[\w-]+", text.casefold()))


def _name(entry: Entry) -> Shown:
    native = str(entry.fields.get("native", ""))
    if not native:
        return Shown(Markup("{}").format(entry.label), entry.label)
    html = Markup('{} <span class="outside native" lang="{}">{}</span>')
    return Shown(html.format(entry.label, entry.fields["lang"], native), f"{entry.label} {native}")
