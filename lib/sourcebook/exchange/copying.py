"""Find the files that copy one report, without holding their texts or comparing all pairs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sourcebook.errors import SourcebookError
from sourcebook.exchange.sources import Source
from sourcebook.intake.copies import body
from sourcebook.intake.hidden_characters import one_line
from sourcebook.intake.prepared import find_zones
from sourcebook.intake.reading import read_file


class Bodies(Mapping[str, str]):
    """The texts of files by article id, without what belongs to the site; read when asked for.

    A file that cannot be read has an empty text, and `errors` says why, by its id.
    """

    def __init__(self, sources: Sequence[Source]) -> None:
        self._sources = {source.article: source for source in sources}
        self.errors: dict[str, str] = {}

    def __getitem__(self, article: str) -> str:
        source = self._sources[article]
        try:
            received = read_file(source.path)
        except SourcebookError as error:
            self.errors[article] = one_line(f"{source.path.parent}: {error}", 2000)
            return ""
        return body(received.text, find_zones(received, article))

    def __iter__(self) -> Iterator[str]:
        return iter(self._sources)

    def __len__(self) -> int:
        return len(self._sources)
