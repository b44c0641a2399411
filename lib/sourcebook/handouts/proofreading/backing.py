"""What the edition's articles back: the numbers, dates and words of their passages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sourcebook.annotation import Annotation
from sourcebook.article import FACTS
from sourcebook.corpus import Corpus
from sourcebook.evidence import dated, who_says
from sourcebook.handouts.proofreading.dates import Date, blank, find_dates
from sourcebook.handouts.proofreading.folding import plain, worded
from sourcebook.handouts.proofreading.numbers import Number, find_numbers
from sourcebook.interval import Interval
from sourcebook.span import Span


@dataclass(frozen=True)
class Backing:
    """What stands behind a block: numbers, days and words of what it cites, and `results`."""

    numbers: tuple[Number, ...] = ()
    days: tuple[Interval, ...] = ()
    words: tuple[str, ...] = ()
    results: tuple[Decimal, ...] = ()

    def __add__(self, other: Backing) -> Backing:
        return Backing(
            self.numbers + other.numbers,
            self.days + other.days,
            self.words + other.words,
            self.results + other.results,
        )

    def has_number(self, number: Number) -> bool:
        """Tell whether a number is printed there, or the result of a computation cited there."""
        printed = any(number.backed_by(one) for one in self.numbers)
        return printed or any(shows(number, result) for result in self.results)

    def has_date(self, found: Date) -> bool:
        """Tell whether something is dated so there, or the bare year printed."""
        if found.backed_by(self.days):
            return True
        return found.year is not None and any(
            one.value == found.year and not one.percent and not one.money for one in self.numbers
        )


def shows(number: Number, result: Decimal) -> bool:
    """Tell whether a number as printed is a result, rounded to the decimals that it prints.

    Examples
    --------
    >>> [shows(one, Decimal("1.7333")) for one in find_numbers("about 1.73, 1.7 or 1.8")]
    [True, True, False]
    """
    return any(
        abs(given) == round(abs(result), max(0, -int(given.as_tuple().exponent)))
        for given in (number.amount, number.value)
    )


class Evidence:
    """Backing by passage, each read once; only the edition's articles are known here.

    Examples
    --------
    >>> from sourcebook import load_corpus
    >>> evidence = Evidence(load_corpus())
    >>> [str(day) for day in evidence.passage(Span("reset-button", 2361, 2447)).days]
    ['2019', '16 March 2023']
    """

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self._read: dict[Span | str, Backing] = {}
        self._notes: dict[str, list[Annotation]] = defaultdict(list)
        for one in corpus.annotations:
            if one.layer in ("dates", "events", "figures"):
                self._notes[one.article].append(one)

    def passage(self, span: Span) -> Backing:
        """Give what a passage backs, its article's day of publication included."""
        if span not in self._read:
            self._read[span] = self._passage(span)
        return self._read[span]

    def passages(self, spans: Iterable[Span]) -> Backing:
        """Give what several passages back together."""
        return sum((self.passage(span) for span in dict.fromkeys(spans)), Backing())

    def catalogue(self, article: str) -> Backing:
        """Give what an article's catalogue entry says of it."""
        if article not in self._read:
            entry = self.corpus.article(article)
            facts = [entry.dated, *(getattr(entry, name) for name in FACTS)]
            told = [text for fact in facts for text in (fact.value, fact.note)]
            told += [defect.what for defect in entry.defects]
            self._read[article] = Backing(
                tuple(number for text in told for number in find_numbers(plain(text), True)),
                _ends(entry.date),
                tuple(map(worded, told)),
            )
        return self._read[article]

    def spoken(self, spans: Iterable[Span]) -> tuple[str, ...]:
        """Give the names of those who speak in passages, as the kit writes them."""
        return tuple(map(worded, who_says(self.corpus, spans)))

    def edition(self) -> Backing:
        """Give what the edition's articles date, wherever they do."""
        if "" not in self._read:
            days = [
                day for notes in self._notes.values() for one in notes for day in self._days(one)
            ]
            self._read[""] = Backing(days=tuple(dict.fromkeys(days)))
        return self._read[""]

    def _passage(self, span: Span) -> Backing:
        text = self.corpus.text(span)
        here = [one for one in self._notes[span.article] if one.span.overlaps(span)]
        numbers = find_numbers(_without_days(plain(text)), small=True)
        days = [day for one in here for day in self._days(one)]
        days += list(_printed(text, days))
        for one in here:
            numbers += _annotated(one)
        days += _ends(self.corpus.article(span.article).date)
        return Backing(tuple(numbers), tuple(dict.fromkeys(days)), (worded(text),))

    def _days(self, one: Annotation) -> tuple[Interval, ...]:
        if one.layer == "dates":
            earliest, latest = (date.fromisoformat(one[end]) for end in ("earliest", "latest"))
            return _ends(Interval(earliest, latest))
        events = self.corpus.vocabulary.registries["events"]
        if one.layer == "events" and one["event"] in events:
            when = dated(self.corpus, events[one["event"]])
            return (when,) if when else ()
        return ()


def _without_days(text: str) -> str:
    """Blot out dates, so that "16 March" does not back 16 of anything; a bare year may count."""
    for found in list(find_dates(text)):
        if found.year is None:
            text = blank(text, found.start, found.end)
    return text


def _printed(text: str, known: list[Interval]) -> Iterator[Interval]:
    """Yield the days printed in a passage; one without a year takes that of its annotation.

    "March 16 and 17" is annotated as one interval of two days, and prints each of them.
    """
    for found in find_dates(plain(text)):
        for day in found.days:
            if not found.yearless:
                yield day
            for one in known if found.yearless else ():
                with suppress(ValueError):  # 29 February
                    year = one.earliest.year
                    first, last = (end.replace(year=year) for end in (day.earliest, day.latest))
                    if one.earliest <= first and last <= one.latest:
                        yield Interval(first, last)


def _ends(interval: Interval) -> tuple[Interval, ...]:
    """Give the interval; where nobody knows since when, its last day is what the kit prints."""
    if interval.earliest == date.min:
        return (interval, Interval(interval.latest, interval.latest))
    return (interval,)


def _annotated(figure: Annotation) -> list[Number]:
    """Give the values that a reviewed figure reads in words such as "quadrilateral"."""
    if figure.layer != "figures":
        return []
    unit = figure["unit"]
    found = []
    for column in ("value", "low", "high"):
        for number in find_numbers(plain(figure[column])):
            percent = unit.startswith("%") or "per cent" in unit
            money = "$" if "dollar" in unit or "$" in unit else number.money
            found.append(Number(0, 0, number.amount, number.scale, percent, money))
    return found
