"""A handout taken apart: its blocks, its sources, and what each block may lean on."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from bs4 import BeautifulSoup, Tag

from sourcebook.corpus import Corpus
from sourcebook.handouts.proofreading.blocks import KINDS
from sourcebook.handouts.proofreading.cutting import attribute, classes, cut
from sourcebook.handouts.proofreading.folding import say
from sourcebook.handouts.proofreading.slips import Finding, Slip
from sourcebook.span import Span

_HEADING = re.compile("h[1-6]")


@dataclass(frozen=True)
class Source:
    """An entry of the source list: its number, its element and the passage it names, if any."""

    number: int
    element: Tag
    span: Span | None


class TakenApart:
    """A parsed handout, and the edition it was made from."""

    def __init__(self, html: str, corpus: Corpus) -> None:
        self.soup = BeautifulSoup(html, "html.parser")
        self.corpus = corpus
        self.body: Tag = self.soup.body or self.soup
        self.elements: list[Tag] = self.soup.find_all(True)
        self._places: dict[int, tuple[int, int]] = {}
        self._tags: dict[str, list[Tag]] = defaultdict(list)
        self._named: dict[str, list[Tag]] = defaultdict(list)
        self._number_elements()
        self.blocks = cut(self.body)
        self.sources = {one.number: one for one in self._sources()}
        self._entries = {id(one.element): one.number for one in self.sources.values()}

    def _number_elements(self) -> None:
        """Give each element its place in the document, and that of its last descendant."""
        for place, element in enumerate(self.elements):
            self._places[id(element)] = (place, place)
            self._tags[element.name].append(element)
            for name in classes(element):
                self._named[name].append(element)
        for element in reversed(self.elements):
            place, last = self._places[id(element)]
            parent = element.parent
            if parent is not None and id(parent) in self._places:
                first, other = self._places[id(parent)]
                self._places[id(parent)] = (first, max(other, last))

    def tagged(self, *names: str) -> list[Tag]:
        """Return every element of these kinds, such as ``table``."""
        return [element for name in names for element in self._tags[name]]

    def named(self, *names: str) -> list[Tag]:
        """Return every element of these classes, such as ``support``."""
        return [element for name in names for element in self._named[name]]

    def place(self, element: Tag) -> int:
        """Return where an element stands: the number of elements before it."""
        return self._places[id(element)][0]

    def holds(self, outer: Tag, inner: Tag) -> bool:
        """Tell whether one element is another or stands in it."""
        first, last = self._places[id(outer)]
        return first <= self.place(inner) <= last

    @cached_property
    def headings(self) -> list[Tag]:
        """Every heading, in order."""
        found = self.tagged("h1", "h2", "h3", "h4", "h5", "h6")
        return sorted(found, key=self.place)

    @cached_property
    def ids(self) -> dict[str, list[Tag]]:
        """Elements by id."""
        found: dict[str, list[Tag]] = {}
        for element in self.elements:
            if element.has_attr("id"):
                found.setdefault(attribute(element, "id"), []).append(element)
        return found

    @cached_property
    def computations(self) -> dict[int, Tag]:
        """The entries of the list of computations, by number."""
        found = {}
        for element in self._entries_of("computations"):
            if number := re.fullmatch(r"k([0-9]+)", attribute(element, "id")):
                found[int(number[1])] = element
        return found

    def _entries_of(self, name: str) -> Iterable[Tag]:
        return (one for whole in self.named(name) for one in whole.find_all("li", id=True))

    def _sources(self) -> Iterable[Source]:
        for element in self._entries_of("sources"):
            if number := re.fullmatch(r"s([0-9]+)", attribute(element, "id")):
                try:
                    span = Span.parse(attribute(element, "data-passage"))
                except ValueError:
                    span = None
                if span and span.article not in self.corpus.articles:
                    span = None
                yield Source(int(number[1]), element, span)

    def entry(self, element: Tag) -> int | None:
        """Return the number of the source in whose entry an element stands."""
        for one in (element, *element.parents):
            if id(one) in self._entries:
                return self._entries[id(one)]
        return None

    def spans(self, numbers: Iterable[int]) -> list[Span]:
        """Return the passages that sources name, as far as the edition has them."""
        held = [self.sources[one].span for one in numbers if one in self.sources]
        return [span for span in held if span is not None]

    def slip(self, finding: Finding) -> Slip:
        """Put a finding's place into words."""
        element = finding.element
        place = self.place(element)
        above = bisect_right([self.place(one) for one in self.headings], place) - 1
        heading = f"under “{say(self.headings[above].get_text(), 50)}”, " if above >= 0 else ""
        if _HEADING.fullmatch(element.name):
            heading = ""
        kind = KINDS.get(element.name, _OTHERS.get(element.name, f"<{element.name}>"))
        words = element.get_text(" ", strip=True) or attribute(element, "aria-label")
        if finding.kind:
            kind, words = f"{finding.kind} of a {kind}", finding.words
        begins = f" “{say(words)}”" if words else ""
        return Slip(f"{heading}{kind}{begins}", finding.found, finding.rule, finding.remedy)


_OTHERS = {
    "svg": "chart",
    "figure": "figure",
    "table": "table",
    "a": "link",
    "data": "computed number",
    "div": "part",
    "section": "section",
    "img": "picture",
}
