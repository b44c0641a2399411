"""What became of each statement: statements in, changes out, nothing said about pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from sourcebook.handouts.comparing.statements import Statement

Kind = Literal["added", "dropped", "reworded", "recited", "same"]
"""Said now only, then only, in other words, in the same words from other passages, or the same."""

ALIKE = 0.5
"""Share of words that two statements have in common if one is the other reworded."""
ELSEWHERE = 0.65
"""The same for statements under different headings."""


@dataclass(frozen=True)
class Change:
    """What became of a statement: `before` is None if it was added, `after` if it was dropped."""

    kind: Kind
    before: Statement | None
    after: Statement | None

    @property
    def section(self) -> str:
        """The heading above it, the later page's if it stands there."""
        told = self.after or self.before
        assert told is not None, "a change is of something"
        return told.section


@dataclass(frozen=True)
class Edit:
    """A stretch of words, by place from `start` to `end`, before and after."""

    kept: bool
    before: tuple[int, int]
    after: tuple[int, int]


def changes(
    then: Sequence[Statement],
    now: Sequence[Statement],
    passages: tuple[Mapping[str, str], Mapping[str, str]] = ({}, {}),
) -> list[Change]:
    """Pair the statements of two pages and say what became of each.

    Parameters
    ----------
    then, now
        What the earlier and the later page say.
    passages
        What the targets of citations lead to, on the earlier and on the later page; a target that
        is not given stands for itself.

    Returns
    -------
    list of Change
        In the later page's order; what it dropped follows what it followed.

    Examples
    --------
    >>> from markupsafe import Markup
    >>> said = lambda *words: [Statement(Markup(""), "p", (Markup(one),)) for one in words]
    >>> found = changes(said("Two agreed.", "They met."), said("Two agreed in May.", "It rains."))
    >>> [(one.kind, (one.before or one.after).text) for one in found]
    [('reworded', 'Two agreed.'), ('dropped', 'They met.'), ('added', 'It rains.')]
    """
    partner = _equal(then, now)
    partner |= _alike(then, now, partner)
    found = [_dropped(then, partner, -1)]
    before = {after: place for place, after in partner.items()}
    for place, told in enumerate(now):
        if place not in before:
            found.append([Change("added", None, told)])
            continue
        was = then[before[place]]
        kind: Kind = "same" if _led(was, passages[0]) == _led(told, passages[1]) else "recited"
        change = Change(kind if was.text == told.text else "reworded", was, told)
        found.append([change, *_dropped(then, partner, before[place])])
    return [change for group in found for change in group]


def edits(before: Sequence[str], after: Sequence[str]) -> list[Edit]:
    """Tell which words were kept and which replaced, in order.

    Examples
    --------
    >>> [one.kept for one in edits("they met twice".split(), "they met in May".split())]
    [True, False]
    """
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return [
        Edit(name == "equal", (start, end), (first, last))
        for name, start, end, first, last in matcher.get_opcodes()
    ]


def _equal(then: Sequence[Statement], now: Sequence[Statement]) -> dict[int, int]:
    """Pair statements in the same words, first those that stand under the same heading."""
    partner: dict[int, int] = {}
    for same_section in (True, False):
        free: dict[tuple[str, ...], list[int]] = {}
        for place, told in enumerate(now):
            if place not in partner.values():
                free.setdefault(_identity(told, same_section), []).append(place)
        for place, told in enumerate(then):
            waiting = free.get(_identity(told, same_section))
            if place not in partner and waiting:
                partner[place] = waiting.pop(0)
    return partner


def _identity(told: Statement, with_section: bool) -> tuple[str, ...]:
    words = told.subject, told.text
    return (told.kind, told.apart, *words, told.section if with_section else "")


def _alike(
    then: Sequence[Statement], now: Sequence[Statement], taken: dict[int, int]
) -> dict[int, int]:
    """Pair what is left by how many words it shares, the likest first."""
    scored: list[tuple[float, int, int]] = []
    left = [place for place in range(len(then)) if place not in taken]
    for after in sorted(set(range(len(now))) - set(taken.values())):
        for before in left:
            if score := _likeness(then[before], now[after]):
                scored.append((-score, before, after))
    partner: dict[int, int] = {}
    for _, before, after in sorted(scored):
        if before not in partner and after not in partner.values():
            partner[before] = after
    return partner


def _likeness(was: Statement, told: Statement) -> float:
    """Return the share of common words, 0 if neither can be the other reworded."""
    if (was.kind, was.apart) != (told.kind, told.apart):
        return 0
    same = was.section == told.section
    least = ALIKE if same else ELSEWHERE
    if was.subject and was.subject == told.subject:
        same, least = True, 0.01
    matcher = SequenceMatcher(None, was.gist, told.gist, autojunk=False)
    if matcher.real_quick_ratio() < least or matcher.quick_ratio() < least:
        return 0
    ratio = matcher.ratio()
    return ratio + (0.1 if same else 0) if ratio >= least else 0


def _dropped(then: Sequence[Statement], partner: dict[int, int], place: int) -> list[Change]:
    """Return what was dropped right after a place of the earlier page."""
    found = []
    for following in range(place + 1, len(then)):
        if following in partner:
            break
        found.append(Change("dropped", then[following], None))
    return found


def _led(told: Statement, passages: Mapping[str, str]) -> set[str]:
    return {passages.get(target, target) for target in told.cited}


def by_section(found: Iterable[Change]) -> dict[str, list[Change]]:
    """Gather changes under their headings, in the order in which these first come."""
    sections: dict[str, list[Change]] = {}
    for change in found:
        sections.setdefault(change.section, []).append(change)
    return sections
