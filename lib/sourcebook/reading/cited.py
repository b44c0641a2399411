"""Evidence that can stand in a sentence: its words, its citation, its independent sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from sourcebook.errors import choose
from sourcebook.evidence import support
from sourcebook.reading.apparatus import Apparatus
from sourcebook.reading.direction import isolated
from sourcebook.span import Span


class Cited:
    """Spans that support a sentence, and the words it takes from them.

    In a sentence's braces, ``{x}`` prints the words and the numbers of the passages,
    ``{x:words}`` the words alone, ``{x:cite}`` the numbers alone, ``{x:support}`` how many
    articles and origins there are, and ``{x:NAME}`` any other text it was given by name. It is
    false when the edition has no such evidence.
    """

    def __init__(
        self,
        apparatus: Apparatus,
        spans: Iterable[Span],
        texts: Mapping[str, str],
    ) -> None:
        self.spans = tuple(spans)
        self._apparatus = apparatus
        self._texts = dict(texts)

    def __bool__(self) -> bool:
        return bool(self.spans)

    @property
    def texts(self) -> Mapping[str, str]:
        """Its texts by name, the words among them."""
        return dict(self._texts)

    @property
    def articles(self) -> tuple[str, ...]:
        """Ids of the articles it stands in, in the order of its spans."""
        return tuple(dict.fromkeys(span.article for span in self.spans))

    @property
    def independent(self) -> int:
        """Number of origins."""
        return support(self._apparatus.corpus, self.spans).origins

    def __html_format__(self, part: str) -> Markup:
        if part == "cite":
            return self._apparatus.marks(self.spans)
        if part == "support":
            return self._apparatus.support_html(self.spans)
        words = isolated(self.part(part or "words"))
        return words + self._apparatus.marks(self.spans) if not part else words

    def __html__(self) -> Markup:
        return self.__html_format__("")

    def __format__(self, part: str) -> str:
        if part == "cite":
            return "".join(f"[{number}]" for number in self._apparatus.citations.cite(self.spans))
        if part == "support":
            return self._apparatus.support(self.spans)
        return self.part(part) if part else f"{self.part('words')}{self:cite}"

    def __str__(self) -> str:
        return format(self)

    def __repr__(self) -> str:
        return f"{self._texts.get('words', '')} ({', '.join(map(str, self.spans))})"

    def part(self, name: str) -> str:
        """Return one of its texts; an unknown name raises UnknownName and lists the valid ones."""
        if name not in self._texts:
            choose(name, ["cite", "support", *self._texts], "part of this evidence")
        return self._texts[name]
