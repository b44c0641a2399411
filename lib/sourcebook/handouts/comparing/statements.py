"""Cut a page into its statements: paragraphs, list items, table rows, passages side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from bs4 import BeautifulSoup, Tag
from markupsafe import Markup

from sourcebook.handouts.comparing.words import Token, plain, tokens

# Shown for the eye, said elsewhere on the page, or no statement: charts, labels, lists of sources.
_PASSED_OVER = (
    "svg pre nav style script summary caption thead .chart .marked .label .src .back .legend .room "
    ".code .toc .structural ol.sources ol.computations"
)
_SET_APART = ("background", "assume", "teacher")
_HEADINGS = ("h2", "h3", "h4")


@dataclass(frozen=True)
class Table:
    """What a page says around the rows of a table, in HTML; `counted` is what its numbers count."""

    caption: Markup
    columns: tuple[Markup, ...]
    notes: tuple[Markup, ...]
    counted: str


@dataclass(frozen=True)
class Statement:
    """Something that a page says, in HTML as it stands there.

    `heading` is the one above it, `kind` p, li, dd, row, side or judgement. `parts` is its HTML:
    the cells of a row, the lines of a judgement, else one piece. `table` is what a row belongs to,
    `apart` the class of the box it stands in.
    """

    heading: Markup
    kind: str
    parts: tuple[Markup, ...]
    table: Table | None = None
    apart: str = ""

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its words, with their citations."""
        return tuple(token for part in self.parts for token in tokens(part))

    @cached_property
    def text(self) -> str:
        """Its words without citations.

        Examples
        --------
        >>> html = Markup('<b>64%</b><sup class="cite"><a href="#s1">1</a></sup> of “them all”')
        >>> one = Statement(Markup(""), "p", (html,))
        >>> one.text, [token.text for token in one.tokens], one.cited
        ('64% of “them all”', ['64%', 'of', '“them all”'], ('#s1',))
        """
        return " · ".join(plain(tokens(part)) for part in self.parts)

    @property
    def cited(self) -> tuple[str, ...]:
        """What its citations lead to, each once."""
        return tuple(dict.fromkeys(target for token in self.tokens for target in token.cited))

    @cached_property
    def section(self) -> str:
        """The words of the heading."""
        return plain(tokens(self.heading))

    @cached_property
    def subject(self) -> str:
        """What a row of a table is about: its table and its first cell; "" for anything else."""
        if self.table is None:
            return ""
        return f"{plain(tokens(self.table.caption))}: {plain(tokens(self.parts[0]))}"

    @cached_property
    def gist(self) -> tuple[str, ...]:
        """The words by which it is known again: those of what is judged, else all."""
        told = tokens(self.parts[0]) if self.kind == "judgement" else self.tokens
        return tuple(token.text for token in told)


def statements(page: str) -> list[Statement]:
    """Return what a page says, in its order; `page` is the HTML of its cells.

    Examples
    --------
    >>> [one.text for one in statements("<h2>A</h2><ol><li><p>B</p></li></ol><p>C</p>")]
    ['B', 'C']
    """
    soup = BeautifulSoup(page, "html.parser")
    return [one for one in _read(soup) if one.text]


def _read(soup: BeautifulSoup) -> Iterator[Statement]:
    heading = Markup("")
    done = {id(one) for one in soup.select(", ".join(_PASSED_OVER.split()))}
    tables: dict[int, Table] = {}
    for element in soup.find_all(True):
        if id(element) in done or any(id(above) in done for above in element.parents):
            continue
        if element.name in _HEADINGS:
            heading = _inside(element)
        elif kind := _kind(element):
            done.add(id(element))
            table = element.find_parent("table") if kind == "row" else None
            around = None
            if table is not None:
                around = tables.setdefault(id(table), _table(table))
            yield Statement(heading, kind, _parts(element, kind), around, _box(element))


def _table(table: Tag) -> Table:
    caption, outer = table.find("caption"), table.parent or table
    notes = []
    for below in outer.find_next_siblings():
        if "src" not in below.get_attribute_list("class"):
            break
        notes.append(_inside(below))
    counted = str(table.get("data-counted") or "")
    return Table(
        _inside(caption) if caption is not None else Markup(""),
        tuple(_inside(one) for one in table.select("thead th")),
        tuple(note for note in notes if plain(tokens(note)) != counted),
        counted,
    )


def _kind(element: Tag) -> str:
    """Tell which kind of statement an element is; "" for one that only holds some."""
    if element.name == "tr":
        return "row" if element.find("td") is not None else ""
    if element.name == "figure":
        return "side" if element.find("blockquote") is not None else ""
    if "judgement" in element.get_attribute_list("class"):
        return "judgement"
    if element.name == "li":
        return "" if element.find(["dl", "table", "figure"]) is not None else "li"
    if element.name == "div":
        return "dd" if element.find(["dt", "dd"], recursive=False) is not None else ""
    return {"p": "p", "dd": "dd", "blockquote": "p"}.get(element.name, "")


def _parts(element: Tag, kind: str) -> tuple[Markup, ...]:
    if kind == "row":
        return tuple(_inside(cell) for cell in element.find_all(["th", "td"]))
    if kind == "judgement":
        judged = element.find_all("p", recursive=False)
        return tuple(_inside(one) for one in judged) + tuple(
            Markup(": ").join(_inside(one) for one in line.find_all(["dt", "dd"]))
            for line in element.select("dl > div")
        )
    if kind == "side":
        words, caption = element.find("blockquote"), element.find("figcaption")
        told = [_inside(one) for one in (words, caption) if one is not None]
        return (Markup(" — ").join(told),)
    if kind == "dd" and element.name == "div":
        told = [_inside(one) for one in element.find_all(["dt", "dd"])]
        return (Markup(": ").join(told),)
    return (_inside(element),)


def _inside(element: Tag) -> Markup:
    """Return what an element holds; paragraphs become the lines of one."""
    parts = element.find_all("p", recursive=False)
    if parts and len(parts) == len([one for one in element.children if isinstance(one, Tag)]):
        return Markup("<br>").join(Markup(one.decode_contents().strip()) for one in parts)
    return Markup(element.decode_contents().strip())


def _box(element: Tag) -> str:
    for above in element.parents:
        for name in _SET_APART:
            if name in above.get_attribute_list("class"):
                return name
    return ""
