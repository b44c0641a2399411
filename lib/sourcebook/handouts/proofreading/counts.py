"""Count again what the kit counted: articles and origins behind a statement, rows of a table."""

from __future__ import annotations

from collections.abc import Iterator

from sourcebook.evidence import count_sources
from sourcebook.handouts.proofreading.cutting import attribute, classes
from sourcebook.handouts.proofreading.dates import blank, find_dates
from sourcebook.handouts.proofreading.folding import plain, worded
from sourcebook.handouts.proofreading.handout import TakenApart
from sourcebook.handouts.proofreading.numbers import Number, find_numbers
from sourcebook.handouts.proofreading.slips import Finding

_SUPPORT = "print it with {x:support}; the kit counts the articles and their origins"


def check_counts(handout: TakenApart) -> Iterator[Finding]:
    """Yield counts of sources that are wrong, and tables that do not say what they count."""
    for element in handout.named("support"):
        text = element.get_text()
        ids = attribute(element, "data-articles").split()
        strange = [one for one in ids if one not in handout.corpus.articles]
        # A kit that has no article yet counts none.
        if strange or (not ids and handout.corpus.articles):
            rule = "the count does not name articles of this edition"
            yield Finding(element, " ".join(strange) or text, rule, _SUPPORT)
            continue
        counted = count_sources(handout.corpus, ids)
        printed = find_numbers(plain(text))
        right = [Number(one.start, one.end, one.amount) for one in printed] == printed
        if not right or [n.value for n in printed] != [counted.articles, counted.origins]:
            rule = f"counted again, it is {counted}"
            yield Finding(element, text, rule, _SUPPORT)
    whole = count_sources(handout.corpus, handout.corpus.articles)
    for element in handout.named("edition"):
        text = plain(element.get_text())
        for date in list(find_dates(text)):
            text = blank(text, date.start, date.end)
        if [number.value for number in find_numbers(text)] != [whole.articles, whole.origins]:
            rule = f"counted again, the edition rests on {whole}"
            yield Finding(element, element.get_text(), rule, "let the kit print the edition")
    for table in handout.tagged("table"):
        if not table.has_attr("data-counted"):
            continue
        what = worded(attribute(table, "data-counted"))
        outer = table
        if table.parent is not None and "scroll" in classes(table.parent):
            outer = table.parent
        lines, follower = [], outer.find_next_sibling()
        while follower is not None and "src" in classes(follower):
            lines.append(worded(follower.get_text()))
            follower = follower.find_next_sibling()
        if not what or not any(what in line for line in lines):
            rule = "a reader is not told what the table counts"
            remedy = "say it with lesson.table(…, counted=…), which prints it below the table"
            yield Finding(table, attribute(table, "data-counted"), rule, remedy)
