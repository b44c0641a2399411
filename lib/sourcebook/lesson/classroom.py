"""What a class needs beside the lesson: timed activities, questions, words, the teacher's notes."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup, escape

from sourcebook.errors import SourcebookError
from sourcebook.lesson.lesson import Lesson
from sourcebook.reading import Shown, compose, quoted

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
    return _with_room(lesson, "discuss", lesson.words("discuss"), asked, lines)


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
    label = lesson.words("question-n", n=number)
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


def vocabulary(
    lesson: Lesson, *concepts: str, words: Mapping[str, str] | None = None
) -> Shown | None:
    """Show the words a class needs: contested terms as the articles use them, and plain words.

    A contested term is told by the kit's name for it, its neutral wording and the words that this
    edition's articles use, cited; one that they never mention is left out. The vocabulary's
    description speaks of the whole corpus, so it stands there only if this edition holds every
    article that it may speak of, and only as published: it names the articles' words.

    Parameters
    ----------
    lesson
        The edition.
    *concepts
        Keys of the terms registry.
    words
        Plain words and what they mean, in the kit's own voice; Markdown.

    Raises
    ------
    UnknownName
        If the registry has no such concept.

    Examples
    --------
    >>> from sourcebook.lesson import open_lesson
    >>> lesson = open_lesson(as_of="2020-12-31", terms="neutral")
    >>> print(vocabulary(lesson, "cause-of-measures", words={"origin": "The report copied."}))
    [Vocabulary]
    The reason given for the export measures: the reason for Japan’s 2019 export measures. In the \
articles: “in apparent retaliation”[1].
    origin: The report copied.
    """
    items = [one for concept in concepts if (one := _term(lesson, concept))]
    for word, meaning in (words or {}).items():
        told = compose("{word}: " + meaning, word=word)
        html = compose("**{word}**: " + meaning, word=word).html
        items.append(Shown(html, told.text))
    if not items:
        return None
    rows = Markup("").join(Markup("<li>{}</li>").format(item) for item in items)
    html = Markup('<div class="vocabulary"><p class="label">{}</p><ul>{}</ul></div>').format(
        lesson.apparatus.word("vocabulary"), rows
    )
    text = [f"[{lesson.words('vocabulary')}]", *(item.text for item in items)]
    return Shown(html, "\n".join(text))


def _term(lesson: Lesson, concept: str) -> Shown | None:
    entry = lesson.corpus.vocabulary.entry("terms", concept)
    used = {a["variant"]: a.span for a in reversed(lesson.corpus.layer("terms", concept=concept))}
    if not used:
        return None
    quotations = [
        lesson.say("{words}{said:cite}", words=quoted(lesson.corpus.text(span)), said=said)
        for span in reversed(used.values())
        if (said := lesson.at(span))
    ]
    told = f"{entry.label}: {entry.neutral}. "
    if lesson.terms == "as-published" and lesson.holds_all("terms", concept=concept):
        told += f"{entry.fields['description']} "
    told += f"{lesson.words('in-the-articles')} "
