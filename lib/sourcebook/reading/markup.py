"""The one door to HTML: what is shown has a plain-text twin, and article text enters escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from numbers import Real
from typing import Literal

import pandas as pd
from markupsafe import Markup

from sourcebook.interval import spell

LONG = 2000
"""Characters of a table's HTML from which it may break across printed pages: a quarter of one."""
MIME = "application/vnd.sourcebook+html"
"""Marks HTML that came through this door: a handout prints it as it is, and cleans any other."""
_NUMBER = re.compile(r"[-−]?[0-9][0-9,]{0,20}(\.[0-9]{1,20})?%?", re.ASCII)


@dataclass(frozen=True)
class Shown:
    """Something to display: HTML for a page, and the same as plain text.

    Jupyter shows `html` where it can and `text` elsewhere; a terminal, a test and a screen
    reader without HTML read `text`.
    """

    html: Markup
    text: str

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        shown = {"text/html": no_maths(self.html), MIME: str(self.html)} if self.html else {}
        return {"text/plain": self.text, **shown}

    def __html__(self) -> Markup:
        return self.html

    def __repr__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.text)


def no_maths(html: Markup) -> str:
    """Keep a notebook from reading the words between two dollar signs as a formula.

    JupyterLab sets `$…$` in any HTML output; MathJax passes over this class.
    """
    return f'<div class="mathjax_ignore">{html}</div>' if html else ""


def style_sheet(name: Literal["reading", "jupyter"]) -> str:
    """Return CSS: ``reading`` for what this package shows, ``jupyter`` for its colours there."""
    return files("sourcebook.reading").joinpath(f"{name}.css").read_text(encoding="utf-8")


def stack(parts: Iterable[Shown]) -> Shown:
    """Put one thing below another."""
    shown = [part for part in parts if part]
    return Shown(Markup("\n").join(shown), "\n\n".join(part.text for part in shown))


def box(kind: str, label: object, content: Shown) -> Shown:
    """Set something apart, with a label that says what it is (``class=kind`` on the page)."""
    html = Markup('<div class="{}" role="note"><p class="label">{}</p>{}</div>')
    return Shown(html.format(kind, label, content), f"[{label}] {content.text}")


def listing(items: Sequence[Shown], label: str = "") -> Shown:
    """Return a numbered list in a section named by `label`; empty items are left out."""
    kept = [item for item in items if item]
    rows = Markup("").join(Markup("<li>{}</li>").format(item) for item in kept)
    html = Markup('<section class="answer" aria-label="{}"><ol>{}</ol></section>')
    text = "\n".join(f"{n}. {item.text}" for n, item in enumerate(kept, start=1))
    return Shown(html.format(label, rows) if kept else Markup(""), text)


def table(
    rows: pd.DataFrame,
    caption: object,
    note: object = "",
    columns: Sequence[object] = (),
    counted: object = "",
) -> Shown:
    """Return a table whose first column heads its rows.

    Parameters
    ----------
    rows
        What to show; cells may be text, numbers, dates or anything that is Shown.
    caption
        Says what one row is, with the unit.
    note
        A source line below the table.
    columns
        Headings to print instead of the frame's own.
    counted
        Says what the table's whole and decimal numbers count, if the kit counted them; a reader
        finds it below the table.

    Examples
    --------
    >>> frame = pd.DataFrame({"article": ["warming-fast"], "hedges": [7]})
    >>> print(table(frame, "Hedges by article"))
    Hedges by article
    article | hedges
    warming-fast | 7
    """
    headings = list(columns) or [str(name) for name in rows.columns]
    cells = [[_cell(value) for value in row] for row in rows.itertuples(index=False)]
    # Numbers are compared digit by digit, so they stand below each other.
    kinds = [
        Markup(' class="n"') if place and _numeric(column) else Markup("")
        for place, column in enumerate(zip(*cells, strict=True))
    ] or [Markup("")] * len(headings)
    head = Markup("").join(
        Markup('<th scope="col"{}>{}</th>').format(kind, name)
        for kind, name in zip(kinds, headings, strict=True)
    )
    body = Markup("\n").join(
        Markup('<tr><th scope="row">{}</th>{}</tr>').format(
            row[0],
            Markup("").join(
                Markup("<td{}>{}</td>").format(kind, value)
                for kind, value in zip(kinds[1:], row[1:], strict=True)
            ),
        )
        for row in cells
    )
    # A table wider than a phone scrolls by itself, so the region must be reachable by keyboard.
    html = Markup(
        '<div class="scroll{long}" role="region" aria-label="{name}" tabindex="0">'
        "<table{counted}><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>\n{body}\n</tbody>"
        "</table></div>"
    ).format(
        name=str(caption),
        caption=caption,
        head=head,
        body=body,
        long=" long" if len(body) > LONG else "",
        counted=Markup(' data-counted="{}"').format(str(counted)) if counted else "",
    )
    notes = [one for one in (note, counted) if one]
    html += Markup('<p class="src">{}</p>').format(note) if note else ""
    html += Markup('<p class="src structural">{}</p>').format(counted) if counted else ""
    lines = [
        str(caption),
        " | ".join(map(str, headings)),
        *(" | ".join(map(str, row)) for row in cells),
    ]
    return Shown(html, "\n".join([*lines, *map(str, notes)]))


def _cell(value: object) -> object:
    if isinstance(value, pd.Timestamp):
        return spell(value.date())
    empty = value is None or value is pd.NaT or value is pd.NA
    if empty or (isinstance(value, float) and value != value):
        return ""
    return value


def _numeric(column: Sequence[object]) -> bool:
    """Tell whether a column holds numbers and nothing else but blanks and dashes for none."""
    told = [value for value in column if value not in ("", "–")]
    return bool(told) and all(
        isinstance(value, Real) or (isinstance(value, str) and _NUMBER.fullmatch(value))
        for value in told
    )


def quoted(words: str) -> str:
    """Set an article's words in quotation marks, unless they bring their own.

    Examples
    --------
    >>> quoted("and 85% said"), quoted("“grave threat”")
    ('“and 85% said”', '“grave threat”')
    """
    flat = " ".join(words.split())
    return flat if flat.startswith(("“", '"')) else f"“{flat}”"
