"""What changed between two wordings of a sentence, word by word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sourcebook.reuse.alignment import shared_runs
from sourcebook.reuse.chaining import in_order
from sourcebook.reuse.words import Word, words

HEDGES = (
    "may", "might", "could", "possibly", "perhaps", "probably", "maybe", "presumably",
    "likely", "unlikely", "apparently", "apparent", "appears", "appear", "appeared",
    "seems", "seem", "seemed", "suggests", "suggest", "suggested", "reportedly", "allegedly",
    "alleged", "purported", "purportedly", "believed to", "thought to", "understood to", "said to",
    "rumored", "supposed to", "expected", "expected to", "expects to", "expect to", "hopes to",
    "hope to", "hoped to", "plans to", "planned to", "aims to", "scheduled to", "due to be",
    "set to", "preparing to", "considering", "largely", "mostly", "almost", "nearly", "roughly",
    "approximately", "around #", "about #", "some #", "over #", "up to #", "as many as",
    "more than #", "less than #", "fewer than #", "at least #", "at most #", "under #", "or so",
    "effectively", "virtually", "so-called",
)  # fmt: skip
"""Words by which a sentence commits itself less; # stands for a figure. "Would" is not among them:
in reported speech it is what "will" becomes."""

NEAR = 4
"""A hedge counts as added or dropped when it stands this close to words that both texts have;
elsewhere it belongs to something that only one of them says."""

_FIGURES = frozenset(
    "one two three four five six seven eight nine ten eleven twelve dozen dozens half "
    "twenty thirty forty fifty hundred hundreds thousand thousands million billion "
    "$ £ € ¥ ₩".split()
)
_FIGURE = "0"  # stands for any figure
Phrases = Mapping[str, Sequence[tuple[str, ...]]]

_CELLS = 10_000  # two sentences of a hundred words
# A change of these is the habit of a paper: one writes "says", the other "said".
_REPORTING = frozenset("say says said add adds added tell tells told".split())
_PAST = {
    "is": "was", "are": "were", "has": "had", "have": "had", "says": "said", "meets": "met",
    "meet": "met", "holds": "held", "hold": "held", "wins": "won", "win": "won", "goes": "went",
    "takes": "took", "take": "took", "begins": "began", "begin": "began", "makes": "made",
    "make": "made", "leaves": "left", "leave": "left", "sends": "sent", "send": "sent",
    "seeks": "sought", "seek": "sought", "rises": "rose", "rise": "rose", "falls": "fell",
    "fall": "fell", "gives": "gave", "give": "gave", "finds": "found", "find": "found",
}  # fmt: skip


@dataclass(frozen=True)
class Wording:
    """How two wordings differ.

    `alike` is the share of their words that both have in the same order, 0 to 1. `dropped` stand
    in the first only and `added` in the second only, as written and in order. `respelt` and
    `retensed` pair words of the first with words of the second: "labour" with "labor", "reject"
    with "rejected". `hedges_dropped` and `hedges_added` are the hedges among the differences.
    """

    alike: float
    dropped: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    respelt: tuple[tuple[str, str], ...] = ()
    retensed: tuple[tuple[str, str], ...] = ()
    hedges_dropped: tuple[str, ...] = ()
    hedges_added: tuple[str, ...] = ()

    @property
    def tone(self) -> str:
        """``softened`` (hedged more), ``firmed up`` (hedged less), or empty."""
        more = len(self.hedges_added) - len(self.hedges_dropped)
        return "softened" if more > 0 else "firmed up" if more < 0 else ""


def reword(first: str, second: str, hedges: Iterable[str] = HEDGES) -> Wording:
    """Compare two wordings of one statement.

    Parameters
    ----------
    first, second
        The wordings, the earlier one first if it is known.
    hedges
        Words and phrases that count as hedges; ``#`` in one stands for a figure.

    Examples
    --------
    >>> change = reword("Tolls fell in Ely and 85% agreed.", "Around 85% agreed.")
    >>> change.tone, change.hedges_added, change.dropped
    ('softened', ('around',), ('Tolls', 'fell', 'in', 'Ely', 'and'))
    """
    return compare_words(first, words(first), second, words(second), phrases_of(hedges))


def phrases_of(hedges: Iterable[str]) -> Phrases:
    """Return hedges as the words they are compared by, the longest first, by their first word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for hedge in hedges:
        if phrase := _coded([word.form for word in words(hedge.replace("#", _FIGURE))]):
            found.setdefault(phrase[0], []).append(tuple(phrase))
    return {first: sorted(phrases, key=len, reverse=True) for first, phrases in found.items()}


def compare_words(
    first: str,
    one: Sequence[Word],
    second: str,
    other: Sequence[Word],
    phrases: Phrases,
) -> Wording:
    """Compare as `reword` does, for some of the words of two texts and `phrases_of` hedges."""
    forms, others = [word.form for word in one], [word.form for word in other]
    matches = common_words(forms, others)
    kept, kept_other = {i for i, _ in matches}, {j for _, j in matches}
    dropped = _hedges(forms, kept, phrases)
    added = _hedges(others, kept_other, phrases)
    total = len(one) + len(other)
    return Wording(
        alike=2 * len(matches) / total if total else 0.0,
        dropped=tuple(_raw(first, word) for i, word in enumerate(one) if i not in kept),
        added=tuple(_raw(second, word) for j, word in enumerate(other) if j not in kept_other),
        respelt=tuple(
            (raw, raw_other)
            for i, j in matches
            if _plain(raw := _raw(first, one[i])) != _plain(raw_other := _raw(second, other[j]))
        ),
        retensed=_retensed(first, one, second, other, matches),
        hedges_dropped=tuple((dropped - added).elements()),
        hedges_added=tuple((added - dropped).elements()),
    )


def common_words(one: Sequence[str], other: Sequence[str]) -> list[tuple[int, int]]:
    """Return the places of a longest common subsequence, or of shared runs where that is too much.

    Examples
    --------
    >>> common_words("we will pay more".split(), "we pay no more".split())
    [(0, 0), (2, 1), (3, 3)]
    """
    if len(one) * len(other) > _CELLS:
        runs = shared_runs(one, other, seed=2)
        return _forward([(i + n, j + n) for i, j, size in runs for n in range(size)])
    lengths = [[0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for i in range(len(one) - 1, -1, -1):
        for j in range(len(other) - 1, -1, -1):
            lengths[i][j] = (
                lengths[i + 1][j + 1] + 1
                if one[i] == other[j]
                else max(lengths[i + 1][j], lengths[i][j + 1])
            )
    found, i, j = [], 0, 0
    while i < len(one) and j < len(other):
        if one[i] == other[j]:
            found.append((i, j))
            i, j = i + 1, j + 1
        elif lengths[i + 1][j] >= lengths[i][j + 1]:
            i += 1
        else:
            j += 1
    return found


def _forward(places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    straight = in_order([(j, 1) for _, j in places])
    return [place for place, keep in zip(places, straight, strict=True) if keep]


def _hedges(forms: Sequence[str], kept: set[int], phrases: Phrases) -> Counter[str]:
    coded = _coded(forms)
    found: Counter[str] = Counter()
    taken = 0
    for start, first in enumerate(coded):
        for phrase in phrases.get(first, ()) if start >= taken else ():
            if tuple(coded[start : start + len(phrase)]) == phrase:
                taken = start + len(phrase)
                if any(near in kept for near in range(start - NEAR, taken + NEAR)):
                    found[" ".join(word for word in phrase if word != _FIGURE)] += 1
                break
    return found


def _coded(forms: Sequence[str]) -> list[str]:
    return [_FIGURE if form in _FIGURES or form[:1].isdigit() else form for form in forms]


def _retensed(
    first: str,
    one: Sequence[Word],
    second: str,
    other: Sequence[Word],
    matches: list[tuple[int, int]],
) -> tuple[tuple[str, str], ...]:
    """Pair words that stand at the same place between two matches and differ in tense alone."""
    found = []
    ends = [*matches, (len(one), len(other))]
    low, low_other = 0, 0
    for i, j in ends:
        if i - low == j - low_other <= 3:  # a phrase of another build says nothing of tense
            found += [
                (_raw(first, a), _raw(second, b))
                for a, b in zip(one[low:i], other[low_other:j], strict=True)
                if a.form not in _REPORTING
                and (is_past_of(a.form, b.form) or is_past_of(b.form, a.form))
            ]
        low, low_other = i + 1, j + 1
    return tuple(found)


def is_past_of(present: str, past: str) -> bool:
    """Tell whether one lower-case word is the past tense of the other.

    Examples
    --------
    >>> is_past_of("reject", "rejected"), is_past_of("meets", "met"), is_past_of("bed", "red")
    (True, True, False)
    """
    if _PAST.get(present) == past:
        return True
    if not past.endswith("ed") or len(present) < 3:
        return False
    stem = present[:-1] if present.endswith("s") else present
    shapes = {stem + "ed", stem + "d", stem + stem[-1] + "ed"}
    if stem.endswith("y"):
        shapes.add(stem[:-1] + "ied")
    if stem.endswith("ie"):
        shapes.add(stem[:-2] + "ied")
    return past in shapes or (present.endswith("es") and past == present[:-2] + "ed")


def _raw(text: str, word: Word) -> str:
    return text[word.start : word.end]


def _plain(raw: str) -> str:
    return raw.lower().replace("’", "'").replace(".", "")
