"""Cut a handout into blocks: a stretch of visible text and the citations that must carry it."""

from __future__ import annotations

from dataclasses import dataclass, field

from bs4 import Tag

APPARATUS = "\ufffc"
"""Stands in a block's text where something was left out, so that its neighbours never join."""

INLINE = frozenset(
    "a abbr b bdi bdo br cite code data del dfn em i ins kbd label mark q ruby rt rp s samp small "
    "span strong sub sup time tspan u var wbr".split()
)
KINDS = {
    "p": "paragraph",
    "li": "list item",
    "tr": "table row",
    "caption": "table caption",
    "figcaption": "figure caption",
    "dt": "term",
    "dd": "definition",
    "blockquote": "quotation",
    "summary": "summary",
    "pre": "output",
    "text": "chart text",
    "h1": "title",
    **{f"h{level}": "heading" for level in range(2, 7)},
}
"""How a message calls each kind of block."""


@dataclass
class Block:
    """A stretch of visible text, and what it cites.

    `pieces` are its words with how each is to be taken: ``said`` in the kit's own voice,
    ``quoted`` (in `q`, `blockquote`, `mark` or a passage), ``proved`` elsewhere (computed,
    counted, structural) or ``outside`` the corpus. `sources` and `computed` are the numbers of
    the citations inside it; `element` is where it stands. A text alternative or a tooltip is a
    block of its own, `within` the one that its element stands in. `about` is the article whose
    catalogue entry the block prints; `counted`, `assumed`, `header`, `listed` (in the list of
    sources or computations) and `marked` say what it stands in.
    """

    element: Tag
    kind: str
    pieces: list[tuple[str, str]] = field(default_factory=list)
    sources: list[int] = field(default_factory=list)
    computed: list[int] = field(default_factory=list)
    figure: Tag | None = None
    table: Tag | None = None
    about: str = ""
    counted: bool = False
    assumed: bool = False
    header: bool = False
    listed: bool = False
    marked: Tag | None = None
    within: Block | None = None

    @property
    def text(self) -> str:
        """Everything a reader sees, apparatus left out."""
        return "".join(APPARATUS if how == "outside" else text for text, how in self.pieces)

    @property
    def statement(self) -> str:
        """What the block's citations must carry."""
        return "".join(
            text if how in ("said", "quoted") else APPARATUS for text, how in self.pieces
        )

    @property
    def voice(self) -> str:
        """What the kit says in its own words; quotation marks are still to be looked for."""
        return "".join(
            APPARATUS if how in ("quoted", "outside") else text for text, how in self.pieces
        )

    def add(self, text: str, how: str) -> None:
        """Add words."""
        if text:
            self.pieces.append((text, how))
