"""Check that every citation leads to words of an article, and every source back to the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from bs4 import Tag

from sourcebook.handouts.proofreading.cutting import attribute, cites, classes
from sourcebook.handouts.proofreading.handout import Source, TakenApart
from sourcebook.handouts.proofreading.slips import Finding

_KIT = "show the sources with lesson.sources() in the last cell, and write no link by hand"
_REFERRING = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns")
_URL = re.compile(r"url\(['\"]?#([^'\")]+)")
_DIGITS = re.compile(r"\d+")


def check_citations(handout: TakenApart) -> Iterator[Finding]:
    """Yield citations that lead nowhere, sources that nothing cites, and passages that differ."""
    cited = Counter[tuple[str, int]]()
    for link in handout.tagged("a"):
        if (target := cites(link)) is None or "back" in classes(link):
            continue
        kind, number = target
        known = handout.sources if kind == "s" else handout.computations
        if number not in known:
            what = "source" if kind == "s" else "computation"
            rule = f"the citation leads to no {what}: there is none with the id {kind}{number}"
            yield Finding(link, link.get_text(), rule, _KIT)
        # A cross-reference from one source to another is no citation.
        cited[target] += "structural" not in classes(link)
        yield from _numeral(link, kind, number)
    for source in handout.sources.values():
        yield from _source(handout, source)
        if not cited["s", source.number]:
            rule = "nothing in the handout cites this source"
            yield Finding(source.element, str(source.number), rule, "cite it or leave it out")
    for number, item in handout.computations.items():
        if not cited["k", number]:
            rule = "nothing in the handout cites this computation"
            yield Finding(item, attribute(item, "data-name"), rule, "print its number as {x}")
    for link in handout.named("back", "skip"):
        if handout.entry(link) is None and _DIGITS.search(link.get_text()):
            rule = "a way through the page holds a number"
            yield Finding(link, link.get_text(), rule, _KIT)
    for raised in handout.named("cite"):
        rest = "".join(str(one) for one in raised.find_all(string=True) if not one.find_parent("a"))
        if raised.name != "sup" or rest.strip(" \t\n\u2009\u00a0,"):
            rule = "a citation holds words beside its numerals"
            yield Finding(raised, raised.get_text(), rule, "cite with {x:cite} only")


def check_links(handout: TakenApart) -> Iterator[Finding]:
    """Yield ids that stand twice and references to ids that stand nowhere."""
    for id_, elements in handout.ids.items():
        for element in elements[1:]:
            rule = f"the id {id_!r} stands {len(elements)} times on the page"
            yield Finding(element, id_, rule, "an id names one element: show the part only once")
    for element in handout.elements:
        for name, wanted in _references(element):
            if wanted and wanted not in handout.ids and cites(element) is None:
                rule = f"{name} leads to #{wanted}, which is not on the page"
                yield Finding(element, f"#{wanted}", rule, "mend the link or leave it out")


def _references(element: Tag) -> Iterator[tuple[str, str]]:
    for name, value in element.attrs.items():
        text = " ".join(value) if isinstance(value, list) else str(value)
        if name in ("href", "xlink:href") and text.startswith("#"):
            yield name, text[1:]
        elif name in _REFERRING:
            yield from ((name, one) for one in text.split())
        for found in _URL.finditer(text):
            yield name, found[1]


def _numeral(link: Tag, kind: str, number: int) -> Iterator[Finding]:
    text = link.get_text().strip()
    if kind == "s":
        told = _DIGITS.findall(text) + _DIGITS.findall(attribute(link, "aria-label"))
        wrong = any(one != str(number) for one in told)
    else:
        wrong = not re.fullmatch(r"[a-z]{1,3}", text)
    if wrong or not text:
        rule = f"the citation does not show the number of what it leads to, {kind}{number}"
        yield Finding(link, text, rule, "cite with {x:cite} only")


def _source(handout: TakenApart, source: Source) -> Iterator[Finding]:
    item = source.element
    given = attribute(item, "data-passage")
    if source.span is None:
        rule = f"the source names no passage of this edition's articles ({given or 'none given'})"
        yield Finding(item, str(source.number), rule, _KIT)
        return
    text = handout.corpus.article(source.span.article).text
    passages = item.find_all(class_="passage")
    shown = " ".join(passages[0].get_text().split()) if len(passages) == 1 else None
    if not 0 <= source.span.start < source.span.end <= len(text):
        yield Finding(item, given, "the passage lies outside its article", _KIT)
    elif shown != " ".join(handout.corpus.text(source.span).split()):
        rule = f"the passage shown is not what the article says at {given}"
        yield Finding(item, "", rule, _KIT)
    about = item.find(class_="about")
    own = _DIGITS.match(about.get_text().strip()) if about is not None else None
    if own and own[0] != str(source.number):
        yield Finding(item, own[0], "the source does not bear its own number", _KIT)
    back = item.find_all("a", class_="back")
    if not back:
        rule = "nothing leads back from the source to the text"
        yield Finding(item, str(source.number), rule, _KIT)
    for link in back:
        wanted = handout.ids.get(attribute(link, "href").removeprefix("#"), [])
        places = [link for one in wanted for link in (one, *one.find_all("a"))]
        places = [one for one in places if not handout.holds(item, one)]
        if ("s", source.number) not in map(cites, places):
            rule = f"the way back from source {source.number} does not lead to where it is cited"
            yield Finding(link, attribute(link, "href"), rule, _KIT)
        told = _DIGITS.findall(link.get_text() + attribute(link, "aria-label"))
        if any(one != str(source.number) for one in told):
            rule = "the way back names another source"
            yield Finding(link, " ".join(told), rule, _KIT)
