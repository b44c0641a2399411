"""Write an article's entry for the catalogue: what was found, on what basis, what is unknown."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from sourcebook.article import FACTS
from sourcebook.intake.hidden_characters import one_line
from sourcebook.intake.received import Told
from sourcebook.interval import Interval

_UNKNOWN = {
    "headline": "No headline was found.",
    "outlet": "The file names no outlet that a rule can tell.",
    "byline": "No byline was found.",
    "dateline": "No dateline was found.",
    "language": "The language was not told, and is not among those that are recognised.",
    "version": "Whether other versions of this report exist was not looked into.",
}


@dataclass(frozen=True)
class Dated:
    """When an article was published, on what basis, and where that stands.

    `remark` is for whoever adds the article; it is not written into the catalogue.
    """

    when: Interval
    basis: str
    note: str = ""
    spans: Sequence[tuple[int, int]] = ()
    remark: str = ""


@dataclass(frozen=True)
class Entry:
    """What the catalogue is to say of a new article.

    `facts` holds what was found, by the name of the fact; the rest is written out as unknown.
    """

    id: str
    file: str
    text: str
    dated: Dated
    facts: Mapping[str, Told] = field(hash=False)
    defects: Sequence[str] = ()


def undated(today: date) -> Dated:
    """Return the widest interval that is true of any file: it ends on the day it was added."""
    note = "No rule found a date in the file. It was written by the day on which it was added."
    return Dated(Interval(date.min, today), "unknown", note)


def write_entry(entry: Entry) -> str:
    """Return the entry as TOML, to stand at the end of the catalogue."""
    raw = entry.text.encode("utf-8")
    lines = [
        "",
        f"[{entry.id}]",
        f"file = {quote(entry.file)}",
        f"sha256 = {quote(hashlib.sha256(raw).hexdigest())}",
        f"characters = {len(entry.text)}",
        "topics = []",
        'genre = "unknown"',
    ]
    for name in (*FACTS[:4], "date", *FACTS[4:]):
        lines += ["", f"[{entry.id}.{name}]"]
        lines += _date(entry) if name == "date" else _fact(entry, name)
    for defect in entry.defects:
        lines += ["", f"[[{entry.id}.defects]]", f"what = {quote(defect)}", "evidence = []"]
    return "\n".join(lines) + "\n"


def _date(entry: Entry) -> list[str]:
    dated = entry.dated
    spans = ", ".join(quote(f"{entry.id}:{start}-{end}") for start, end in dated.spans)
    return [
        f"earliest = {dated.when.earliest.isoformat()}",
        f"latest = {dated.when.latest.isoformat()}",
        f"basis = {quote(dated.basis)}",
        f"evidence = [{spans}]",
        f"note = {quote(dated.note)}",
    ]


def _fact(entry: Entry, name: str) -> list[str]:
    told = entry.facts.get(name)
    if told is None:
        note = _UNKNOWN.get(name, "")
        return ['value = "unknown"', 'basis = "unknown"', "evidence = []", f"note = {quote(note)}"]
    span = quote(f"{entry.id}:{told.start}-{told.end}") if told.end else ""
    return [
        f"value = {quote(one_line(told.value))}",
        f"basis = {quote(told.basis)}",
        f"evidence = [{span}]",
        f"note = {quote(told.note)}",
    ]


def quote(words: str) -> str:
    r"""Return words as a TOML string on one line.

    Examples
    --------
    >>> print(quote('He said "no"'))
    "He said \"no\""
    """
    # JSON escapes what TOML wants escaped, in the same way, but for DEL.
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")
