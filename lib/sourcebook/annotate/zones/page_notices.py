"""Lines that are notices only because of the notice above them: links, forms, buttons."""

from __future__ import annotations

from collections.abc import Sequence

from sourcebook.annotate.zones.furniture import heads_links, is_button
from sourcebook.annotate.zones.paragraphs import Paragraph, count_words

_LOOSE = frozenset({"short", "item", "mark", "timestamp", "navigation"})


def press_buttons(paragraphs: Sequence[Paragraph], kinds: list[str]) -> None:
    """Label as boilerplate the lines beside it, or beside a menu, that may be buttons too."""
    places = range(1, len(kinds))
    for beside in (-1, 1):
        for place in places if beside < 0 else range(len(kinds) - 2, -1, -1):
            if (
                kinds[place] in ("short", "mark")
                and kinds[place + beside] == "boilerplate"
                and (is_button(paragraphs[place].text))
            ):
                kinds[place] = "boilerplate"


def fill_notices(paragraphs: Sequence[Paragraph], kinds: list[str], headline: int) -> None:
    """Label lines of links under their heading, and loose lines between two notices."""
    place = headline + 1
    while place < len(kinds):
        if kinds[place] != "boilerplate":
            place += 1
            continue
        after = place + 1
        while after < len(kinds) and kinds[after] in _LOOSE:
            after += 1
        end = after
        closed = after < len(kinds) and kinds[after] == "boilerplate"
        if not closed:
            if not heads_links(paragraphs[place].text):
                end = place + 1
            elif after < len(kinds) and _heads_text(paragraphs, kinds, place, after):
                end = after - 1
        listed = heads_links(paragraphs[place].text)
        for within in range(place, end):
            # The time stands among the buttons of a page; under a list's heading it is a story's.
            if listed or kinds[within] != "timestamp":
                kinds[within] = "boilerplate"
        place = after


def _heads_text(
    paragraphs: Sequence[Paragraph], kinds: Sequence[str], place: int, after: int
) -> bool:
    """Tell whether the last of the lines under a list's head is the next section's own head."""
    last = paragraphs[after - 1]
    return after - place > 2 and kinds[after] == "prose" and last.apart and count_words(last) < 6
