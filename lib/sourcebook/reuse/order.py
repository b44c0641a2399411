"""Which of two versions is the earlier one, and why; "unknown" is among the answers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sourcebook.interval import Interval
from sourcebook.reuse.versions import Change, Spans
from sourcebook.reuse.wording import is_past_of

STRONG, WEAK = 5, 1

DECIDES = 3
"""By how much the reasons for one side must outweigh the other's. A strong one decides against two
weak ones. Two weak ones alone don't: a version that an editor shortened has lost its quotations
and its length at once."""

_MARK = re.compile(
    r"\b(?:UPDATE ?\d{1,2}\b|UPDATED?:|CORRECT(?:ED|ION):|RECASTS\b|REFILE\b|WRAPUP ?\d{1,2}\b)"
    r"|\((?:[Uu]pdates|[Rr]ecasts|[Aa]dds|[Cc]orrects)\b|\b[Rr]ecasts (?:with|lead|throughout)\b"
)
"""By these marks agencies tell clients that a version takes the place of one sent before."""

# Said of what is still to come, and never of what has been. "Will" is said of much else.
_EXPECTS = re.compile(
    r"\b(?:(?:(?:is|are|was|were) (?:\w{1,20} )?"
    r"(?:expected|likely|scheduled|planned|poised|set|due|slated|preparing|planning|hoping)"
    r"|expects?|plans?|hopes?|intends?) to|(?P<will>will))\b"
    r"(?: (?P<verb>\w{1,30}))?"
)
_MAY = re.compile(r"\b(?:may|might|could|should)\b")
_DONE = frozenset(
    "said agreed announced signed met held confirmed decided told began started ended won lost "
    "made gave took went left became found rejected accepted approved passed".split()
)
_ED = re.compile("[a-z]{3,20}ed")
_QUOTE = re.compile('[“"«]([^“”"«»]{20,600})[”"»]')
_LONGER = 1.05


@dataclass(frozen=True)
class Reason:
    """One reason to think a version the earlier one.

    `earlier` is ``first`` or ``second``; `why` says it in words. `weight` is `STRONG` where a
    reader would rest on it alone, else `WEAK`. `first` and `second` are the code-point spans that
    bear it out, ends exclusive, or None where a text as a whole does.
    """

    earlier: str
    why: str
    weight: int
    first: tuple[int, int] | None = None
    second: tuple[int, int] | None = None


@dataclass(frozen=True)
class Order:
    """Which version is the earlier: ``first``, ``second`` or ``unknown``, and all reasons found.

    Reasons that point the other way are listed too.
    """

    earlier: str
    reasons: tuple[Reason, ...]


def earlier_version(
    first: str,
    second: str,
    found: Sequence[Change],
    dates: tuple[Interval | None, Interval | None] = (None, None),
) -> Order:
    """Weigh which of two versions of a report was written first.

    Parameters
    ----------
    first, second
        The texts, in either order.
    found
        What `changes` says of them.
    dates
        When each was published, as far as the catalogue knows. Intervals that overlap say nothing.

    Returns
    -------
    Order
        ``unknown`` unless one side's reasons outweigh the other's by `DECIDES`.

    Examples
    --------
    >>> from sourcebook.reuse.versions import changes
    >>> old = "The bridge over the old river is expected to open at noon, the guild said."
    >>> new = "The bridge over the old river opened some time after noon, the guild said."
    >>> order = earlier_version(old, new, changes(old, new))
    >>> order.earlier, [reason.why for reason in order.reasons]
    ('first', ['the first expects what the second reports as done'])
    """
    reasons = (
        *_by_date(*dates),
        *_by_mark(first, second),
        *_by_outlook(first, second, found),
        *_by_tense(found),
        *_by_quotations(first, second, found),
        *_by_length(found),
    )
    total = sum(r.weight if r.earlier == "first" else -r.weight for r in reasons)
    if abs(total) < DECIDES:
        return Order("unknown", reasons)
    return Order("first" if total > 0 else "second", reasons)


def _by_date(one: Interval | None, other: Interval | None) -> Iterator[Reason]:
    if one and other and one.latest < other.earliest:
        yield Reason("first", f"dated {one}, the second {other}", 2 * STRONG)
    if one and other and other.latest < one.earliest:
        yield Reason("second", f"dated {other}, the first {one}", 2 * STRONG)


def _by_mark(first: str, second: str) -> Iterator[Reason]:
    # Such a mark stands at the head; "will correct" in the story itself is another matter.
    one, other = _MARK.search(first, 0, 400), _MARK.search(second, 0, 400)
    if other and not one:
        yield Reason(
            "first", f"the second is marked “{other.group()}”", STRONG, second=other.span()
        )
    if one and not other:
        yield Reason("second", f"the first is marked “{one.group()}”", STRONG, first=one.span())


def _by_outlook(first: str, second: str, found: Sequence[Change]) -> Iterator[Reason]:
    """Find a sentence that expects what its other version tells as done; the first of them."""
    kept = [change for change in found if change.first and change.second]
    for change in kept:
        if span := _expects(first, change.first, second, change.second, change.how.added):
            why = "the first expects what the second reports as done"
            yield Reason("first", why, STRONG, span, change.second[0])
            break
    for change in kept:
        if span := _expects(second, change.second, first, change.first, change.how.dropped):
            why = "the second expects what the first reports as done"
            yield Reason("second", why, STRONG, change.first[0], span)
            break


def _expects(
    one: str, spans: Spans, other: str, others: Spans, news: Sequence[str]
) -> tuple[int, int] | None:
    """Find the words of one version that expect what the news in the other tells as done."""
    expects = _search(_EXPECTS, one, spans)
    if not expects or _search(_EXPECTS, other, others) or _search(_MAY, other, others):
        return None
    lower = [word.lower() for word in news]
    done = any(is_past_of(expects["verb"] or "", word) for word in lower)
    if not expects["will"]:
        done = done or any(word in _DONE or _ED.fullmatch(word) for word in lower)
    return expects.span() if done else None


def _search(pattern: re.Pattern[str], text: str, spans: Spans) -> re.Match[str] | None:
    return next((hit for start, end in spans if (hit := pattern.search(text, start, end))), None)


def _by_tense(found: Sequence[Change]) -> Iterator[Reason]:
    for change in found:
        for one, other in change.how.retensed:
            side = "first" if is_past_of(one.lower(), other.lower()) else "second"
            why = f"“{one}” in the first is “{other}” in the second"
            yield Reason(side, why, WEAK, change.first[0], change.second[0])
            return


def _by_quotations(first: str, second: str, found: Sequence[Change]) -> Iterator[Reason]:
    """Count sentences that quote in one version only: voices take time to gather."""
    one = [span for change in found if change.kind == "cut" for span in change.first]
    other = [span for change in found if change.kind == "added" for span in change.second]
    quoted = [span for span in one if _quotes(first, span)]
    quoted_other = [span for span in other if _quotes(second, span)]
    if len(quoted_other) > len(quoted):
        why = "the second quotes words that the first does not have"
        yield Reason("first", why, WEAK, second=quoted_other[0])
    if len(quoted) > len(quoted_other):
        why = "the first quotes words that the second does not have"
        yield Reason("second", why, WEAK, first=quoted[0])


def _quotes(text: str, span: tuple[int, int]) -> bool:
    # A quotation of several sentences has its marks in different ones, hence the paragraph's line.
    start = text.rfind("\n", max(0, span[0] - 1000), span[0]) + 1 or span[0]
    end = text.find("\n", span[1], span[1] + 1000)
    return _QUOTE.search(text, start, span[1] if end < 0 else end) is not None


def _by_length(found: Sequence[Change]) -> Iterator[Reason]:
    """Compare what was compared, not the site around it: a running story mostly grows."""
    one = sum(end - start for change in found for start, end in change.first)
    other = sum(end - start for change in found for start, end in change.second)
    if other > one * _LONGER:
        yield Reason("first", f"the second is longer by {other - one} characters", WEAK)
    if one > other * _LONGER:
        yield Reason("second", f"the first is longer by {one - other} characters", WEAK)
