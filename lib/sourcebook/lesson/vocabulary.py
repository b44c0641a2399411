"""The words a class needs: contested terms as the articles use them, and plain words."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from sourcebook.lesson.lesson import Lesson
from sourcebook.reading import Shown, compose, quoted


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
articles: “In apparent retaliation”[1].
    origin: The report copied.
    """
    items = [one for concept in concepts if (one := _term(lesson, concept))]
    for word, meaning in (words or {}).items():
        told = compose("**{word}**: " + meaning, word=word)
        items.append(Shown(told.html, f"{word}: {meaning}"))
    if not items:
        return None
    rows = Markup("").join(Markup("<li>{}</li>").format(item) for item in items)
    html = Markup('<div class="vocabulary"><p class="label">{}</p><ul>{}</ul></div>').format(
        lesson.apparatus.word("vocabulary"), rows
    )
    text = [f"[{lesson.words('vocabulary')}]", *(item.text for item in items)]
    return Shown(html, "\n".join(text))


def _term(lesson: Lesson, concept: str) -> Shown | None:
    """Tell one contested term; None if the edition never mentions the matter."""
    entry = lesson.corpus.vocabulary.entry("terms", concept)
    used = lesson.corpus.layer("terms", concept=concept)
    if not used:
        return None
    first = {a["variant"]: a for a in reversed(used)}
    shown = {
        quoted(a.quote.rstrip(",.;")): lesson.at(a.span) for a in used if a is first[a["variant"]]
    }
    told = [f"{entry.neutral}."]
    if lesson.terms == "as-published" and len(used) == len(
        lesson.whole.layer("terms", concept=concept)
    ):
        told.append(entry.fields["description"])
    # One block: the dates in the names of some matters rest on these passages too.
    html = Markup("<b>{}</b>: {} {} {}.").format(
        entry.label,
        " ".join(told),
        lesson.apparatus.word("in-the-articles"),
        Markup(", ").join(Markup("{}{:cite}").format(words, at) for words, at in shown.items()),
    )
    words = ", ".join(f"{words}{at:cite}" for words, at in shown.items())
    here = lesson.words("in-the-articles")
    return Shown(html, f"{entry.label}: {' '.join(told)} {here} {words}.")
