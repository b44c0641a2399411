"""Check what each block states: its numbers, dates and quotations against what it cites."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from sourcebook.corpus import Corpus
from sourcebook.handouts.proofreading.backing import Backing, Evidence
from sourcebook.handouts.proofreading.blocks import APPARATUS, Block
from sourcebook.handouts.proofreading.cutting import attribute
from sourcebook.handouts.proofreading.dates import Date, blank, find_dates, spelled
from sourcebook.handouts.proofreading.folding import plain, worded
from sourcebook.handouts.proofreading.handout import TakenApart
from sourcebook.handouts.proofreading.leaning import Leaning
from sourcebook.handouts.proofreading.names import dated_names
from sourcebook.handouts.proofreading.numbers import find_numbers
from sourcebook.handouts.proofreading.quotations import find_quotations, inside, stands_in
from sourcebook.handouts.proofreading.slips import Finding

_SOURCED = (
    "cite the passage that prints it ({x} or {x:cite}), or make it with lesson.compute or "
    "lesson.count; else it belongs in an assumption, in background, or is structural"
)
_DATED = "take it from an event ({x:date}) and cite that event in the same block ({x:cite})"
_QUOTED = (
    "take the words from lesson.passage and cite it in the same block ({x:cite}); words that "
    "nobody said take no quotation marks"
)
_AS_OF = re.compile(r"[Aa]s of $")


def check_statements(
    handout: TakenApart, evidence: Evidence, leaning: Leaning
) -> Iterator[Finding]:
    """Yield every number, date and quotation that the citations around it do not carry."""
    ids = (id_ for id_ in handout.corpus.articles if re.search("[0-9]", id_))  # name, count nothing
    page = plain("\n".join(block.text for block in handout.blocks))
    known = (*sorted(ids, key=len, reverse=True), *dated_names(evidence, page))
    for block in handout.blocks:
        if _leads_to_heading(handout, block) or (block.within and _repeats(handout, block)):
            continue
        backing = leaning.backing(block)
        if not block.assumed:
            yield from _numbers(block, handout.corpus, backing, known)
        yield from _quotations(block, evidence, leaning, backing)


def _leads_to_heading(handout: TakenApart, block: Block) -> bool:
    """Tell whether a block only repeats the heading that it links to, as a list of contents does.

    The heading leans on the citations of its section, which a list of contents is far from.
    """
    link = block.element.find("a") if block.element.name in ("li", "p") else None
    wanted = handout.ids.get(attribute(link, "href").removeprefix("#"), []) if link else []
    headings = [one for one in handout.blocks if one.kind == "heading" and one.within is None]
    return any(
        heading.element is one and _bare(heading) == _bare(block)
        for heading in headings
        for one in wanted
    )


def _bare(block: Block) -> str:
    return worded(block.text.replace(APPARATUS, ""))


def _repeats(handout: TakenApart, block: Block) -> bool:
    """Tell whether a text alternative only repeats a block inside its element, as a region does."""
    words = block.text.split()
    return any(
        one.within is None
        and one.text.replace(APPARATUS, " ").split() == words
        and handout.holds(block.element, one.element)
        for one in handout.blocks
    )


def _numbers(
    block: Block, corpus: Corpus, backing: Backing, known: tuple[str, ...]
) -> Iterator[Finding]:
    text = plain(block.statement)
    if not re.search(r"[0-9A-Za-z]", text):
        return
    for name in (*_ranges(backing), *known):
        text = _blot(text, name)
    dates = sorted(find_dates(text), key=lambda one: one.start)
    paired = set(_paired(dates, backing))
    for date in dates:
        found = text[date.start : date.end]
        as_of = _AS_OF.search(text[: date.start]) and corpus.as_of
        told = as_of and any(as_of == day.earliest == day.latest for day in date.days)
        if not told and date not in paired and not backing.has_date(date):
            rule = "no passage cited here dates anything to it"
            yield _finding(block, found, rule, _DATED)
    for date in dates:
        text = blank(text, date.start, date.end)
    for number in find_numbers(text):
        if block.counted and not number.money and (not number.percent or block.kind == "table row"):
            continue
        if not backing.has_number(number):
            rule = "no passage cited here prints this number"
            yield _finding(block, text[number.start : number.end], rule, _SOURCED)


def _ranges(backing: Backing) -> list[str]:
    """Write each interval that is no day, month or year as the kit does, in all its languages."""
    return [
        plain(written)
        for day in dict.fromkeys(backing.days)
        if day.precision == "range"
        for written in spelled(day)
    ]


def _blot(text: str, name: str) -> str:
    pattern = rf"(?<![0-9]){re.escape(name)}(?![0-9])"
    return re.sub(pattern, lambda found: APPARATUS * len(found[0]), text)


def _paired(dates: list[Date], backing: Backing) -> Iterator[Date]:
    """Yield the dates that are together the two ends of an interval: "from 1910 to 1945"."""
    for first, last in pairwise(dates):
        for known in backing.days:
            starts = first.days[0].earliest == known.earliest
            if starts and last.days[-1].latest == known.latest and not first.yearless:
                yield first
                yield last


def _quotations(
    block: Block, evidence: Evidence, leaning: Leaning, backing: Backing
) -> Iterator[Finding]:
    said = [block.text[start:end] for start, end in find_quotations(block.text)]
    quoted = [inside(one) for one in said] + list(_elements(block))
    spoken: tuple[str, ...] | None = None
    for words in dict.fromkeys(quoted):
        if stands_in(words, backing.words):
            continue
        if spoken is None:  # rarely needed, and slow: the names of those who speak
            spoken = evidence.spoken(leaning.spans(block))
        if not stands_in(words, spoken):
            rule = "no passage cited here says these words"
            yield _finding(block, worded(words), rule, _QUOTED)


def _elements(block: Block) -> Iterator[str]:
    """Yield what stands in quotation elements: `q`, `blockquote`, `mark`, a shown passage."""
    run = ""
    for text, how in [*block.pieces, ("", "said")]:
        if how == "quoted" or (run and text.isspace()):
            run += text
        elif run:
            yield inside(run)
            run = ""


def _finding(block: Block, found: str, rule: str, remedy: str) -> Finding:
    kind, words = (block.kind, block.text) if block.within is not None else ("", "")
    return Finding(block.element, " ".join(found.split()), rule, remedy, kind, words)


def check_tab(handout: TakenApart) -> Iterator[Finding]:
    """Yield what the title of the browser's tab says and the page's header does not."""
    title, header = handout.soup.title, handout.body.find("header") or handout.body
    if title is None or not title.get_text(strip=True):
        rule = "the page has no title for the browser's tab"
        yield Finding(title or handout.body, "", rule, "give the lesson a title")
        return
    shown = [number.value for number in find_numbers(plain(header.get_text(" ")))]
    text = plain(title.get_text())
    for number in find_numbers(text):
        if number.value not in shown:
            rule = "the header of the page does not print this number"
            remedy = "let the title of the tab repeat that of the page"
            yield Finding(title, text[number.start : number.end], rule, remedy)
