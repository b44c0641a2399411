"""What a class needs beside the lesson: timed activities, questions, words, the teacher's notes."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from sourcebook.errors import SourcebookError
from sourcebook.lesson.lesson import Lesson
from sourcebook.lesson.vocabulary import vocabulary
from sourcebook.reading import Shown, box, compose

__all__ = ["activities", "answer", "discuss", "exercise", "note", "vocabulary"]

_WRITE_HERE = ("classroom", "self-study")
"""Whose page has room to write: a teacher's has the answers there, a briefing asks nothing."""


def activities(
    lesson: Lesson, *activities: tuple[str, int, Shown | str | None], title: str = ""
) -> Shown | None:
    """Show the course of a class: numbered activities, each with its minutes, and their sum.

    Parameters
    ----------
    lesson
        The edition.
    *activities
        A title, minutes, and what to do: Markdown, or a sentence from `Lesson.say`. One whose
        sentence the edition cannot support is None; it is left out, and so are its minutes.
    title
        Stands above them; by default the page's word for activities.

    Returns
    -------
    Shown or None
        None if no activity is left.

    Raises
    ------
    SourcebookError
        If the minutes are no whole number from 1.

    Examples
    --------
    >>> from sourcebook.lesson import open_lesson
    >>> lesson = open_lesson()
    >>> print(activities(lesson, ("Read", 10, "Read *reset-button*."), ("Ask", 5, "Who speaks?")))
    Activities (15 minutes in all)
    1. Read (10 minutes). Read *reset-button*.
    2. Ask (5 minutes). Who speaks?
    """
    kept = [
        (name, _minutes(name, minutes), _told(what)) for name, minutes, what in activities if what
    ]
    if not kept:
        return None
    total = sum(minutes for _, minutes, _ in kept)
    items = [
        Markup('<li class="activity"><p><b>{}</b> {}</p>{}</li>').format(
            name, _structural(lesson.apparatus.word("minutes", n=minutes)), what
        )
        for name, minutes, what in kept
    ]
    html = Markup('<div class="activities"><p class="label">{} {}</p><ol>{}</ol></div>').format(
        title or lesson.apparatus.word("activities"),
        _structural(lesson.apparatus.word("in-all", minutes=total)),
        Markup("").join(items),
    )
    lines = [f"{title or lesson.words('activities')} ({lesson.words('in-all', minutes=total)})"]
    for number, (name, minutes, what) in enumerate(kept, start=1):
        lines.append(f"{number}. {name} ({lesson.words('minutes', n=minutes)}). {what.text}")
    return Shown(html, "\n".join(lines))


def discuss(
    lesson: Lesson, prompt: str, otherwise: str = "", /, *, lines: int = 4, **evidence: object
) -> Shown | None:
    """Ask a question to talk about, with room for notes where somebody will write.

    Parameters
    ----------
    lesson
        The edition.
    prompt, otherwise, **evidence
        As for `Lesson.say`: the question is asked only if the edition holds what it rests on.
    lines
        Ruled lines below it in the classroom and self-study editions; 0 leaves no room.

    Examples
    --------
    >>> from sourcebook.lesson import open_lesson
    >>> lesson = open_lesson()
    >>> discuss(lesson, "Who is missing from {treaty}?", treaty=lesson.event("treaty-1965"))
    [Discuss] Who is missing from Treaty normalises relations[1]?
    """
    asked = lesson.say(prompt, otherwise, **evidence)
    return _with_room(lesson, "discuss", lesson.apparatus.word("discuss"), asked, lines)


def exercise(
    lesson: Lesson,
    number: int,
    prompt: str,
    otherwise: str = "",
    /,
    *,
    lines: int = 4,
    **evidence: object,
) -> Shown | None:
    """Print a numbered exercise, with room for the answer; the parameters are those of `discuss`.

    Examples
    --------
    >>> from sourcebook.lesson import open_lesson
    >>> exercise(open_lesson(), 1, "Which articles copy one report?")
    [Question 1] Which articles copy one report?
    """
    asked = lesson.say(prompt, otherwise, **evidence)
    label = _structural(lesson.apparatus.word("question-n", n=number))
    return _with_room(lesson, "exercise", label, asked, lines)


def note(lesson: Lesson, template: str, otherwise: str = "", /, **evidence: object) -> Shown | None:
    """Tell the teacher something that no student's page shows.

    Tag its cell ``teacher``: then the cell does not run for others, whose pages neither show its
    code nor list sources that only it cites. Without the tag it says nothing to them either, but
    a self-study page prints the code.

    Parameters
    ----------
    lesson
        The edition.
    template, otherwise, **evidence
        As for `Lesson.say`.

    Returns
    -------
    Shown or None
        None for every audience but the teacher, and where evidence is missing.

    Examples
    --------
    >>> from sourcebook.lesson import open_lesson
    >>> note(open_lesson(audience="teacher"), "Allow time for reading.")
    [Teacher’s note] Allow time for reading.
    >>> note(open_lesson(audience="classroom"), "Allow time for reading.") is None
    True
    """
    return _for_teachers(lesson, "teachers-note", template, otherwise, evidence)


def answer(
    lesson: Lesson, template: str, otherwise: str = "", /, **evidence: object
) -> Shown | None:
    """Give the teacher the answer to a question; all that is said of `note` holds for it too.

    Examples
    --------
    >>> from sourcebook.lesson import open_lesson
    >>> lesson = open_lesson(audience="teacher")
    >>> answer(lesson, "{rush} said so.", rush=lesson.figure("no-need-to-rush"))
    [Answer] 64%[1][2] said so.
    """
    return _for_teachers(lesson, "answer", template, otherwise, evidence)


def _with_room(
    lesson: Lesson, kind: str, label: Markup, asked: Shown | None, lines: int
) -> Shown | None:
    if asked is None:
        return None
    room = Markup("")
    if lines and lesson.audience in _WRITE_HERE:
        # Empty lines say nothing to whoever hears the page.
        ruled = Markup("<span></span>") * lines
        room = Markup('<div class="room" aria-hidden="true">{}</div>').format(ruled)
    html = Markup('<div class="{}"><p class="label">{}</p>{}{}</div>')
    told = html.format(kind, label, asked, room)
    return Shown(told, f"[{label.striptags()}] {asked.text}")


def _for_teachers(
    lesson: Lesson, key: str, template: str, otherwise: str, evidence: Mapping[str, object]
) -> Shown | None:
    if lesson.audience != "teacher":
        return None
    said = lesson.say(template, otherwise, **evidence)
    if said is None:
        return None
    html = box("teacher", lesson.apparatus.word(key), said).html
    return Shown(html, f"[{lesson.words(key)}] {said.text}")


def _told(what: Shown | str) -> Shown:
    return compose(what) if isinstance(what, str) else what


def _minutes(activity: str, minutes: int) -> int:
    if type(minutes) is not int or minutes < 1:
        raise SourcebookError(
            f"{activity!r} takes {minutes!r} minutes: write a whole number from 1"
        )
    return minutes


def _structural(words: Markup) -> Markup:
    """Mark a number that orders or times the lesson, and is no claim about the world."""
    return Markup('<span class="structural">{}</span>').format(words)
