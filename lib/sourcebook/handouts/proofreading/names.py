"""Names of matters that hold a date, such as a term for the measures of a year."""

from __future__ import annotations

import re

from sourcebook.handouts.proofreading.backing import Evidence
from sourcebook.handouts.proofreading.dates import blank, find_dates
from sourcebook.handouts.proofreading.folding import plain

_REGISTRIES = ("terms", "events", "figures", "places")
_DIGIT = re.compile(r"[0-9]")


def dated_names(evidence: Evidence, page: str) -> tuple[str, ...]:
    """Return the registered names on a page that hold a date, if the edition's articles back it.

    A name is not a statement, and stands in titles and legends where nothing can be cited. But a
    name must not tell an early edition of a day that its articles cannot know. Longest first.
    """
    found = set[str]()
    for registry in _REGISTRIES:
        for entry in evidence.corpus.vocabulary.registries[registry].values():
            for name in {plain(entry.label), plain(entry.neutral)}:
                if not _DIGIT.search(name) or name not in page:
                    continue
                dates, rest = list(find_dates(name)), name
                for date in dates:
                    rest = blank(rest, date.start, date.end)
                if not dates or _DIGIT.search(rest):
                    continue
                edition = evidence.edition()
                if all(edition.has_date(date) or _within(name, evidence) for date in dates):
                    found.add(name)
    return tuple(sorted(found, key=len, reverse=True))


def _within(name: str, evidence: Evidence) -> bool:
    """Tell whether the name gives the first and last year of something: "from 1910 to 1945"."""
    days = [one.days[0] for one in find_dates(name)]
    return len(days) == 2 and any(
        {min(days).earliest, max(days).latest} == {known.earliest, known.latest}
        for known in evidence.edition().days
    )
