"""Where the edition's accounts differ, side by side."""

from __future__ import annotations

from collections.abc import Iterable

from sourcebook.lesson.briefing.part import chosen, part
from sourcebook.lesson.lesson import Lesson
from sourcebook.reading import Shown, rival


def rival_accounts(
    lesson: Lesson, *differences: str, topics: Iterable[str] = (), heading: bool = True
) -> Shown | None:
    """Show each difference of which several articles of the edition take different sides.

    Parameters
    ----------
    lesson
        The edition.
    *differences
        Keys of the differences registry, in the order to be shown; none given takes all.
    topics
        Keep differences on at least one of these topics; none given keeps all.
    heading
        Whether a heading in the page's language stands above.

    Returns
    -------
    Shown or None
        None if there is none.

    Raises
    ------
    UnknownName
        If there is no such difference or topic.

    Examples
    --------
    >>> from sourcebook.lesson import briefing, open_lesson
    >>> lesson = open_lesson(["reset-button", "warming-fast"])
    >>> print(briefing.rival_accounts(lesson, "poll-precision"))  # one of the two versions
    None
    """
    registry = lesson.corpus.vocabulary.registries["differences"]
    wanted = set(chosen(lesson, "topics", topics))
    held = [
        key
        for key in chosen(lesson, "differences", differences) or registry
        if (not wanted or wanted & set(registry[key].topics)) and rival(lesson.corpus, key)
    ]
    return part(lesson, "rival-accounts", *map(lesson.compare, held), heading=heading)
