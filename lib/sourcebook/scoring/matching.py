"""When two annotations of one layer are the same."""

from __future__ import annotations

from collections.abc import Callable

from sourcebook.annotation import Annotation

_SPEAKER = ("speaker_start", "speaker_end")


def _number(written: str) -> float | str:
    try:
        return float(written)
    except ValueError:
        return written


def _numbers(figure: Annotation) -> tuple[float | str, ...]:
    return tuple(_number(figure[name]) for name in ("value", "low", "high"))


SAYS: dict[str, Callable[[Annotation], object]] = {
    "people": lambda one: one["key"],
    "organisations": lambda one: one["key"],
    "places": lambda one: one["key"],
    "dates": lambda one: None,
    "figures": _numbers,
    "quotations": lambda one: None,
    "attributions": lambda one: None,
    "terms": lambda one: one["concept"],
    "hedges": lambda one: None,
}
"""What two annotations of a layer must have in common beside a character."""


def same_words(one: Annotation, other: Annotation) -> bool:
    """Tell whether two share a character; quotations, more than half of the longer one."""
    if one.article != other.article:
        return False
    shared = min(one.end, other.end) - max(one.start, other.start)
    if one.layer != "quotations":
        return shared > 0
    return 2 * shared > max(one.end - one.start, other.end - other.start)


def points_alike(one: Annotation, other: Annotation) -> bool:
    """Tell whether two that match also point to the same days, or the same speaker or source."""
    if one.layer == "dates":
        return (one["earliest"], one["latest"]) == (other["earliest"], other["latest"])
    name = "speaker" if one.layer == "quotations" else "source"
    if one[name] == other[name]:
        return True
    # Whom an article leaves unnamed has a key of the editors' making, which no rule can guess:
    # there the same words must stand for the speaker.
    if one["named"] != "anonymous" or one[name] == "unknown":
        return False
    if one.layer == "attributions":
        return other["named"] == "anonymous"
    return _speakers_overlap(one, other)


def _speakers_overlap(one: Annotation, other: Annotation) -> bool:
    ends = [annotation[name] for annotation in (one, other) for name in _SPEAKER]
    if not all(ends):
        return False
    first, last, start, end = map(int, ends)
    return first < end and start < last
