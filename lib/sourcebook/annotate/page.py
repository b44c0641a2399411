"""A text as the annotators see it: its zones, sentences and words, each found once."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from sourcebook.annotate.sentences import find_sentences
from sourcebook.annotate.zones import find_zones
from sourcebook.annotation import Annotation
from sourcebook.corpus import Vocabulary
from sourcebook.corpus.vocabulary import REGISTRIES
from sourcebook.interval import Interval

NO_VOCABULARY = Vocabulary(
    MappingProxyType({registry: MappingProxyType({}) for registry in REGISTRIES})
)
"""Registers nothing: every name is then a candidate."""

FURNITURE = frozenset({"navigation", "boilerplate"})
"""Zones that belong to the site and not to the article; nothing in them is annotated."""

_WORD = re.compile(r"\w+(?:[’'.&-]\w+)*")


@dataclass(frozen=True)
class Page:
    """One text, with what every annotator needs to know of it.

    `published` is when it was published, both ends included, or None where nobody said; an
    annotator that needs a day then looks in the text. `zones` may be given by whoever knows the
    page's markup; else they are found in the text.
    """

    text: str
    article: str = "text"
    published: Interval | None = None
    vocabulary: Vocabulary = NO_VOCABULARY
    given_zones: Sequence[Annotation] | None = field(default=None, hash=False)

    @cached_property
    def zones(self) -> list[Annotation]:
        """Zones in order of position; the body of the article is what no zone covers."""
        if self.given_zones is not None:
            return list(self.given_zones)
        return find_zones(self.text, self.article)

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Start and end of every sentence, in order; they never overlap or cross a zone's edge."""
        return find_sentences(self.text, [(z.start, z.end) for z in self.zones])

    @cached_property
    def words(self) -> list[tuple[str, int, int]]:
        """Every word as written, with its start and end."""
        return [(m.group(), m.start(), m.end()) for m in _WORD.finditer(self.text)]

    def zone_at(self, offset: int) -> str:
        """Name the zone that covers a character; an empty string in the body."""
        place = bisect_right(self._zone_starts, offset) - 1
        if place < 0 or offset >= self.zones[place].end:
            return ""
        return self.zones[place]["zone"]

    def in_furniture(self, offset: int) -> bool:
        """Tell whether a character belongs to the site and not to the article."""
        return self.zone_at(offset) in FURNITURE

    def sentence_at(self, offset: int) -> tuple[int, int]:
        """Start and end of the sentence that holds a character, or of the one before it."""
        place = max(bisect_right(self._sentence_starts, offset) - 1, 0)
        return self.sentences[place] if self.sentences else (0, len(self.text))

    @cached_property
    def _zone_starts(self) -> list[int]:
        return [zone.start for zone in self.zones]

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self.sentences]

    def mark(
        self,
        layer: str,
        start: int,
        end: int,
        attributes: Mapping[str, str],
        maker: str,
        note: str = "",
    ) -> Annotation:
        """Make a machine's annotation of characters `start` to `end`."""
        quote = self.text[start:end]
        return Annotation(
            self.article, layer, start, end, quote, attributes, maker, "machine", note
        )
