"""What a block may lean on: its own citations, and those of the table or figure it belongs to."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

from bs4 import Tag

from sourcebook.evidence import count_sources
from sourcebook.handouts.proofreading.backing import Backing, Evidence
from sourcebook.handouts.proofreading.blocks import Block
from sourcebook.handouts.proofreading.computations import amount
from sourcebook.handouts.proofreading.cutting import attribute, cites, classes
from sourcebook.handouts.proofreading.folding import plain
from sourcebook.handouts.proofreading.handout import TakenApart
from sourcebook.handouts.proofreading.numbers import Number, find_numbers
from sourcebook.interval import Interval
from sourcebook.span import Span


class Leaning:
    """Finds for each block of a handout the blocks whose citations it shares."""

    def __init__(self, handout: TakenApart, evidence: Evidence) -> None:
        self.handout, self.evidence = handout, evidence
        self._tables: dict[int, list[Block]] = defaultdict(list)
        self._figures: dict[int, list[Block]] = defaultdict(list)
        self._shared: dict[int, list[Block]] = {}
        self._at: dict[int, list[Block]] = defaultdict(list)
        for block in handout.blocks:
            self._at[id(block.element)].append(block)
            if block.table is not None:
                self._tables[id(block.table)].append(block)
            if block.figure is not None:
                self._figures[id(block.figure)].append(block)

    def spans(self, block: Block) -> list[Span]:
        """Return the passages that a block cites, itself or through what it belongs to."""
        return self.handout.spans(
            number for one in self.sharing(block) for number in one.sources
        ) + self._listed(block)

    def backing(self, block: Block) -> Backing:
        """Return what stands behind a block: passages, computations, catalogue entries."""
        spans = self.spans(block)
        backing = self.evidence.passages(spans)
        numbers: list[Number] = []
        cited = {letter for one in self.sharing(block) for letter in one.computed}
        for letter, item in self.handout.computations.items():
            if self.handout.holds(item, block.element):
                # Whether its operands have sources is checked where it is done again.
                cited.add(letter)
                numbers += find_numbers(plain(attribute(item, "data-how")))
        articles = {block.about} & set(self.evidence.corpus.articles)
        if entry := self._entry(block):
            articles |= {span.article for span in self.handout.spans([entry])}
            numbers += self._like(entry)
        for article in articles:
            backing += self.evidence.catalogue(article)
        if block.header and block.kind != "title":
            backing += self._edition()
        results = (
            amount(self.handout.computations[one], "data-value")
            for one in sorted(cited & self.handout.computations.keys())
        )
        return backing + Backing(
            numbers=tuple(numbers), results=tuple(one for one in results if one is not None)
        )

    def _edition(self) -> Backing:
        """Return what a page's header says of the edition: its articles, origins and day."""
        corpus = self.evidence.corpus
        counted = count_sources(corpus, corpus.articles)
        days = [corpus.article(id_).date for id_ in corpus.uncertain]
        if corpus.as_of is not None:
            days.append(Interval(corpus.as_of, corpus.as_of))
        results = (Decimal(counted.articles), Decimal(counted.origins))
        return Backing(days=tuple(days), results=results)

    def sharing(self, block: Block) -> list[Block]:
        """Return the blocks whose citations a block shares, itself first."""
        if id(block) not in self._shared:
            self._shared[id(block)] = self._sharing(block)
        return self._shared[id(block)]

    def _sharing(self, block: Block) -> list[Block]:
        if block.within is not None:
            element = block.element
            inside = [one for one in self.handout.blocks if self._holds(element, one)]
            return [block, *self.sharing(block.within), *inside]
        if block.figure is not None:
            return [block, *self._figures[id(block.figure)]]
        if block.table is not None:
            rows = self._tables[id(block.table)]
            if block.kind == "table row" and block.element.find("td"):
                rows = [one for one in rows if one.kind == "table caption"]
            return [block, *rows, *self._below(block.table)]
        if block.kind in ("title", "heading"):
            return [block, *self._section(block.element)]
        if block.marked is not None:
            return [block, *self._below(block.marked)]
        if "src" in classes(block.element):
            return [block, *self._above(block.element)]
        return [block]

    def _holds(self, element: Tag, block: Block) -> bool:
        return block.within is None and self.handout.holds(element, block.element)

    def _section(self, heading: Tag) -> list[Block]:
        """Return the blocks from a heading to the next of its level or above."""
        handout, level = self.handout, heading.name
        start = handout.place(heading)
        after = [
            handout.place(one)
            for one in handout.headings
            if one.name <= level and handout.place(one) > start
        ]
        end = min(after, default=None)
        return [
            one
            for one in handout.blocks
            if not one.listed
            and start < (place := handout.place(one.element))
            and (end is None or place < end)
        ]

    def _below(self, element: Tag) -> list[Block]:
        """Return the source lines right below a table or a marked passage."""
        outer = element
        parent = element.parent
        if parent is not None and "scroll" in classes(parent):
            outer = parent
        lines: list[Tag] = []
        follower = outer.find_next_sibling()
        while follower is not None and "src" in classes(follower):
            lines.append(follower)
            follower = follower.find_next_sibling()
        lines += [one for one in self.handout.named("src") if self.handout.holds(element, one)]
        return [one for line in lines for one in self._at[id(line)]]

    def _above(self, line: Tag) -> list[Block]:
        """Return the rows of the table above a source line."""
        previous = line.find_previous_sibling()
        while previous is not None and "src" in classes(previous):
            previous = previous.find_previous_sibling()
        if previous is None:
            return []
        table = previous if previous.name == "table" else previous.find("table")
        return self._tables[id(table)] if table is not None else []

    def _entry(self, block: Block) -> int | None:
        """Return the number of the source that a block describes or whose link it labels."""
        if (link := cites(block.element)) and link[0] == "s":
            return link[1]
        return self.handout.entry(block.element)

    def _listed(self, block: Block) -> list[Span]:
        entry = self._entry(block)
        return self.handout.spans([entry]) if entry else []

    def _like(self, entry: int) -> list[Number]:
        """Return the numbers of the sources from one article: "as under 3"."""
        wanted = {span.article for span in self.handout.spans([entry])}
        return [
            number
            for source in self.handout.sources.values()
            if source.number == entry or (source.span and source.span.article in wanted)
            for number in find_numbers(str(source.number))
        ]
