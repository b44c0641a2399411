"""Read what a page of cells tells: its statements, and what their citations lead to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag
from markupsafe import Markup

from sourcebook.errors import SourcebookError
from sourcebook.evidence import Computation
from sourcebook.handouts.comparing.statements import Statement, statements
from sourcebook.reading import Apparatus
from sourcebook.span import Span


@dataclass(frozen=True)
class Telling:
    """A page's statements, and what the targets of its citations lead to.

    A target is an address in the page, such as ``#s3`` or ``#k1``. `passages` says by target what
    it leads to in words that mean the same on another page; `cited` are the words marked there.
    """

    statements: tuple[Statement, ...]
    passages: Mapping[str, str]
    cited: Mapping[str, tuple[Span, ...]]
    computed: Mapping[str, Computation]

    def marks(self, targets: Iterable[str], apparatus: Apparatus) -> Markup:
        """Cite in another page's notes what targets lead to in this page's."""
        spans, letters = list[Span](), Markup("")
        for target in dict.fromkeys(targets):
            if target in self.computed:
                letters += apparatus.computed(self.computed[target])
            spans += self.cited.get(target, ())
        return apparatus.marks(spans) + letters

    def retold(self, html: Markup, apparatus: Apparatus) -> Markup:
        """Return HTML of this page with the citations that it has in another page's notes."""
        soup = BeautifulSoup(html, "html.parser")
        for cite in soup.select("sup.cite"):
            targets = [str(link["href"]) for link in cite.select("a[href]")]
            marks = BeautifulSoup(self.marks(targets, apparatus), "html.parser")
            cite.replace_with(*list(marks.contents))
        return Markup(soup.decode())


def telling(page: Markup) -> Telling:
    """Read a page of cells, which ends with the lists of what it cites."""
    soup = BeautifulSoup(page, "html.parser")
    sources = {f"#{item['id']}": item for item in soup.select("ol.sources > li[id]")}
    cited = {target: _cited(item) for target, item in sources.items()}
    passages = {target: str(item["data-passage"]) for target, item in sources.items()}
    computed = {}
    for item in soup.select("ol.computations > li[id]"):
        one = _computation(item, cited)
        computed[f"#{item['id']}"] = one
        passages[f"#{item['id']}"] = f"{one.name}: {one.how}"
    return Telling(tuple(statements(page)), passages, cited, computed)


def _cited(item: Tag) -> tuple[Span, ...]:
    """Return the marked words of an entry of the sources."""
    passage = Span.parse(str(item["data-passage"]))
    shown = item.select_one(".passage")
    if shown is None:
        raise SourcebookError(f"the entry of {passage} among the sources shows no passage")
    found, start = [], passage.start
    for piece in shown.contents:
        end = start + len(piece.get_text())
        if isinstance(piece, Tag):
            found.append(Span(passage.article, start, end))
        start = end
    return tuple(found) or (passage,)


def _computation(item: Tag, cited: Mapping[str, tuple[Span, ...]]) -> Computation:
    targets = dict.fromkeys(str(link["href"]) for link in item.select(".cite a[href]"))
    spans = tuple(span for target in targets for span in cited.get(target, ()))
    name, how = str(item["data-name"]), str(item["data-how"])
    return Computation(name, how, float(str(item["data-value"])), spans)
