"""Lines that are notices only because of the notice above them: links, forms, buttons."""

from __future__ import annotations

from collections.abc import Sequence

from sourcebook.annotate.zones.furniture import heads_links
from sourcebook.annotate.zones.paragraphs import Paragraph, count_words

_LOOSE = frozenset({"short", "item", "mark", "timestamp", "navigation"})


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
        kinds[place:end] = ["boilerplate"] * (end - place)
        place = after


def _heads_text(
    paragraphs: Sequence[Paragraph], kinds: Sequence[str], place: int, after: int
) -> bool:
    """Tell whether the last of the lines under a list's head is the next section's own head."""
    last = paragraphs[after - 1]
    return after - place > 2 and kinds[after] == "prose" and last.apart and count_words(last) < 6
