"""Two versions of a report, sentence by sentence: same, reworded, added, cut, moved."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sourcebook.reuse.alignment import shared_runs
from sourcebook.reuse.chaining import in_order
from sourcebook.reuse.grouping import grouped
from sourcebook.reuse.plain_sentences import plain_sentences
from sourcebook.reuse.retelling import retold
from sourcebook.reuse.wording import HEDGES, Phrases, Wording, compare_words, phrases_of
from sourcebook.reuse.words import Word, words

SHARED = 0.5
"""Share of the shorter sentence that must stand in the other in runs of words. It is the shorter
one because an editor who joins or splits sentences leaves each half as it was."""

Spans = Sequence[tuple[int, int]]


@dataclass(frozen=True)
class Change:
    """What became of one sentence, or of a few that were split or joined.

    `first` and `second` are the spans of the sentences in each text, ends exclusive; `first` is
    empty for what was added, `second` for what was cut. `kind` is ``same`` (but for case,
    punctuation and spelling), ``reworded``, ``retold`` (paired by the rare words they share alone:
    look yourself), ``added`` or ``cut``. `moved` is True where the sentence left the order that
    the others keep. `how` says what changed in the words.
    """

    first: tuple[tuple[int, int], ...]
    second: tuple[tuple[int, int], ...]
    kind: str
    moved: bool
    how: Wording

    @property
    def label(self) -> str:
        """All that changed, in words, such as ``reworded, moved, softened``."""
        marks = [self.kind]
        if self.first and self.second and len(self.first) != len(self.second):
            marks.append("split" if len(self.second) > len(self.first) else "joined")
        marks += ["moved"] * self.moved
        if self.kind in ("reworded", "retold"):
            marks += [self.how.tone] * bool(self.how.tone)
            marks += ["tense changed"] * bool(self.how.retensed)
        if self.kind == "reworded" and _figures(self.how.dropped) and _figures(self.how.added):
            marks.append("figure changed")
        return ", ".join(marks)


def changes(
    first: str,
    second: str,
    sentences: tuple[Spans, Spans] | None = None,
    hedges: Iterable[str] = HEDGES,
) -> tuple[Change, ...]:
    """Say what became of every sentence of a text in another version of it.

    Parameters
    ----------
    first, second
        The versions, the earlier one first if it is known.
    sentences
        Spans of the sentences of each to compare, in order and not overlapping. By default all of
        both, by `plain_sentences`; give your own to leave out what belongs to the site.
    hedges
        Words that count as hedges, see `HEDGES`.

    Returns
    -------
    tuple of Change
        Every sentence once: in the order of the first text, then those added, in the order of the
        second.

    Examples
    --------
    >>> old = "A toll will follow soon, the guild said. Rowers object."
    >>> new = "Rowers object. A toll may follow soon, the guild said. It rained."
    >>> [change.label for change in changes(old, new)]
    ['reworded, softened', 'same, moved', 'added']
    """
    spans, others = sentences or (plain_sentences(first), plain_sentences(second))
    one = [words(first, start, end) for start, end in spans]
    other = [words(second, start, end) for start, end in others]
    groups = _groups(_shared(one, other), one, other)
    loose = {((i,), (j,)) for i, j in _retold(one, other, groups)}
    groups = sorted([*groups, *loose])
    phrases = phrases_of(hedges)
    hows = [_compared(first, one, second, other, group, phrases) for group in groups]
    # Of two passages that changed places, the shorter or the less alike is said to have moved.
    weights = [
        1 + round(100 * how.alike * (sum(len(one[i]) for i in left) - len(how.dropped)))
        for (left, _), how in zip(groups, hows, strict=True)
    ]
    straight = in_order([(js[0], weight) for (_, js), weight in zip(groups, weights, strict=True)])
    found = [
        Change(
            tuple(spans[i] for i in left),
            tuple(others[j] for j in right),
            _kind(how, (left, right) in loose),
            not keep,
            how,
        )
        for (left, right), how, keep in zip(groups, hows, straight, strict=True)
    ]
    seen = {i for left, _ in groups for i in left}
    seen_other = {j for _, right in groups for j in right}
    found += [
        Change((spans[i],), (), "cut", False, Wording(0.0, dropped=_said(first, one[i])))
        for i in range(len(one))
        if i not in seen
    ]
    found.sort(key=lambda change: change.first)
    return (
        *found,
        *(
            Change((), (others[j],), "added", False, Wording(0.0, added=_said(second, other[j])))
            for j in range(len(other))
            if j not in seen_other
        ),
    )


Group = tuple[tuple[int, ...], tuple[int, ...]]


def _shared(one: list[list[Word]], other: list[list[Word]]) -> dict[tuple[int, int], int]:
    """Count the words that each two sentences have in shared runs."""
    forms = [word.form for sentence in one for word in sentence]
    others = [word.form for sentence in other for word in sentence]
    home = [i for i, sentence in enumerate(one) for _ in sentence]
    home_other = [j for j, sentence in enumerate(other) for _ in sentence]
    counts: dict[tuple[int, int], int] = {}
    for i, j, size in shared_runs(forms, others):
        for step in range(size):
            pair = home[i + step], home_other[j + step]
            counts[pair] = counts.get(pair, 0) + 1
    return counts


def _groups(
    counts: dict[tuple[int, int], int], one: list[list[Word]], other: list[list[Word]]
) -> list[Group]:
    """Join sentences that share enough; a chain of joins is one group."""
    joined = [
        ((0, i), (1, j))
        for (i, j), count in counts.items()
        if count >= SHARED * min(len(one[i]), len(other[j]))
    ]
    sides = sorted({side for pair in joined for side in pair})
    return [
        (
            tuple(place for side, place in group if side == 0),
            tuple(place for side, place in group if side == 1),
        )
        for group in grouped(sides, joined)
    ]


def _kind(how: Wording, loose: bool) -> str:
    if not how.dropped and not how.added:
        return "same"
    return "retold" if loose and how.alike < SHARED else "reworded"


def _retold(
    one: list[list[Word]], other: list[list[Word]], groups: list[Group]
) -> list[tuple[int, int]]:
    if not groups:  # texts without one sentence in common are no versions of each other
        return []
    seen = {i for left, _ in groups for i in left}
    seen_other = {j for _, right in groups for j in right}
    return retold(
        [[word.form for word in s] if i not in seen else [] for i, s in enumerate(one)],
        [[word.form for word in s] if j not in seen_other else [] for j, s in enumerate(other)],
    )


def _compared(
    first: str,
    one: list[list[Word]],
    second: str,
    other: list[list[Word]],
    group: Group,
    phrases: Phrases,
) -> Wording:
    left = [word for i in group[0] for word in one[i]]
    right = [word for j in group[1] for word in other[j]]
    return compare_words(first, left, second, right, phrases)


def _figures(said: tuple[str, ...]) -> bool:
    return any(word[0].isdigit() for word in said)


def _said(text: str, found: list[Word]) -> tuple[str, ...]:
    return tuple(text[word.start : word.end] for word in found)
