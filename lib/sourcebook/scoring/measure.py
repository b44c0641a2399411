"""What a comparison of two readings comes to: counts, their ratios, a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

RESOLVED = {
    "dates": "days right",
    "quotations": "speaker right",
    "attributions": "source right",
}
"""Layers whose found annotations must also point to the right thing, and what that is."""


@dataclass(frozen=True)
class Score:
    """How well one layer was found.

    `reviewed` and `machine` count annotations (characters, for zones); `found` counts the
    reviewed ones that the machine found, `confirmed` the machine's that are among the reviewed.
    `resolved` counts the found ones that also point to the right day or speaker, and is None in
    layers where finding is all.

    Examples
    --------
    >>> score = Score("dates", reviewed=10, machine=12, found=9, confirmed=9, resolved=8)
    >>> score.precision, score.recall, round(score.f, 2)
    (0.75, 0.9, 0.82)
    """

    layer: str
    reviewed: int
    machine: int
    found: int
    confirmed: int
    resolved: int | None = None

    @property
    def precision(self) -> float:
        """Share of the machine's annotations that the reviewed ones confirm; 1 if it made none."""
        return self.confirmed / self.machine if self.machine else 1.0

    @property
    def recall(self) -> float:
        """Share of the reviewed annotations that the machine found; 1 if there are none."""
        return self.found / self.reviewed if self.reviewed else 1.0

    @property
    def f(self) -> float:
        """Harmonic mean of precision and recall (F1; van Rijsbergen 1979)."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def lines(title: str, scores: Iterable[Score]) -> Iterator[str]:
    """Write scores as the lines of a Markdown table under a title."""
    yield f"### {title}"
    yield ""
    yield "| layer | reviewed | machine | precision | recall | F | pointing right |"
    yield "|---|--:|--:|--:|--:|--:|---|"
    for one in scores:
        if not one.reviewed:
            yield f"| {one.layer} | – | – | – | – | – | nothing reviewed |"
            continue
        right = ""
        if one.resolved is not None:
            right = f"{one.resolved / one.reviewed:.2f} {RESOLVED[one.layer]}"
        yield (
            f"| {one.layer} | {one.reviewed} | {one.machine} | {one.precision:.2f} "
            f"| {one.recall:.2f} | {one.f:.2f} | {right} |"
        )
