"""Make everything that the corpus is to hold of one new article, before anything is written."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import PurePath

from sourcebook.annotate import annotate
from sourcebook.annotate.dates import find_published
from sourcebook.annotate.page import Page
from sourcebook.annotation import Annotation
from sourcebook.corpus import Vocabulary
from sourcebook.intake.copies import Likeness
from sourcebook.intake.entry import Dated, Entry, undated, write_entry
from sourcebook.intake.hidden_characters import one_line
from sourcebook.intake.language import tell_language
from sourcebook.intake.received import Received, Told
from sourcebook.intake.rows import to_rows, write_rows
from sourcebook.interval import Interval, spell
from sourcebook.layers import LAYERS
from sourcebook.span import Span

_BY = re.compile(r"(?:by|from)\s+", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_AGENCY = re.compile(r"\(([A-Z][\w .&’'-]{1,40})\)")
_ORIGINALS = "originals"


@dataclass(frozen=True)
class Prepared:
    """A new article, ready to be written.

    `rows` holds the CSV lines of each layer; `original` is the path and bytes of the file as it
    came, None where the text file is that file. `replaces` is the origin that its copies had,
    where this article is earlier than they and so becomes their origin.
    """

    id: str
    text: bytes
    entry: str
    rows: Mapping[str, str] = field(hash=False)
    counts: Mapping[str, int] = field(hash=False)
    original: tuple[str, bytes] | None
    remarks: Sequence[str]
    replaces: str = ""

    @property
    def size(self) -> int:
        """Bytes it takes in memory, about."""
        rows = sum(map(len, self.rows.values()))
        return len(self.text) + rows + (len(self.original[1]) if self.original else 0)


def find_zones(received: Received, article: str) -> list[Annotation]:
    """Return the zones of a file: those that were read from its markup, else what rules find."""
    text = received.text
    if received.zones is None:
        return annotate(text, layers=["zones"], article=article)
    maker = "rule:html" if received.kind == "HTML" else "rule:zones"
    return [
        Annotation(article, "zones", start, end, text[start:end], {"zone": zone}, maker, "machine")
        for start, end, zone in received.zones
        if 0 <= start < end <= len(text)
    ]


def tell_facts(received: Received, zones: Sequence[Annotation]) -> dict[str, Told]:
    """Return what is found of an article's headline, outlet, byline, dateline and language."""
    facts = {name: _placed(told, received.text) for name, told in received.facts.items()}
    for name in ("headline", "byline", "dateline"):
        named = [zone for zone in zones if zone["zone"] == name]
        # Of several bylines the one that says so: a line before it may name the outlet.
        told = (zone for zone in named if name == "byline" and _BY.match(zone.quote))
        zone = next(told, named[0] if named else None)
        # A headline as the page prints it comes before one that its markup gives to search engines.
        if zone is None or (name in facts and name != "headline"):
            continue
        words = one_line(zone.quote)
        value = words
        if name == "byline":
            value = _BY.sub("", words, count=1) if _BY.match(words) else words
        if name == "dateline":
            value = words.rstrip(" -–—:") or words
        facts[name] = Told(value, "stated", "Found by rule.", zone.start, zone.end)
    agency = _AGENCY.search(facts["dateline"].value) if "dateline" in facts else None
    if agency and "outlet" not in facts:
        dateline = facts["dateline"]
        note = "The dateline names this agency; who published this copy is not told."
        facts["outlet"] = Told(agency[1], "inferred", note, dateline.start, dateline.end)
    language = tell_language(received.text)
    if "language" not in facts and language:
        facts["language"] = language
    return facts


def _placed(told: Told, text: str) -> Told:
    """Find what a page's metadata says in its text too, where that is one place."""
    if told.end or len(told.value) < 4 or text.count(told.value) != 1:
        return told
    start = text.index(told.value)
    return replace(told, start=start, end=start + len(told.value))


def tell_date(
    received: Received,
    zones: Sequence[Annotation],
    article: str,
    given: Interval | None,
    today: date,
) -> Dated:
    """Return when an article was published.

    What whoever adds it says comes first, then the page's metadata, then the date that its text
    prints for itself; else it is undated.
    """
    own = _own_date(received, zones, article)
    if given is None:
        return own or undated(today)
    if own is None or own.when.overlaps(given):
        return Dated(given, "background", "Given by whoever added the file.")
    differs = f"the file itself says {own.when}"
    note = f"Given by whoever added the file; {differs}."
    return Dated(given, "background", note, remark=f"published {given}, as given; {differs}")


def _own_date(received: Received, zones: Sequence[Annotation], article: str) -> Dated | None:
    if received.published is not None:
        return Dated(received.published, received.published_basis, received.published_note)
    page = Page(received.text, article, given_zones=zones)
    found = find_published(page)
    if found is not None:
        when, anchor = found
        span = Span.parse(anchor)
        words = received.text[span.start : span.end]
        # A dateline often prints day and month only; the year was then worked out.
        basis = "stated" if _YEAR.search(words) else "inferred"
        return Dated(when, basis, "Found by rule.", [(span.start, span.end)])
    return None


def prepare(
    received: Received,
    article: str,
    zones: Sequence[Annotation],
    facts: Mapping[str, Told],
    dated: Dated,
    likes: Sequence[Likeness],
    origin: str,
    vocabulary: Vocabulary,
    today: date,
    replaces: str = "",
) -> Prepared:
    """Make an article's text file, entry and rows.

    `likes` are the articles that share its text, and `origin` is theirs, or its own id. `replaces`
    is theirs so far, if this one is earlier.
    """
    known = dated.basis != "unknown"
    found = annotate(
        received.text,
        dated.when if known else None,
        vocabulary,
        article=article,
        zones=zones,
    )
    rows, left_out = to_rows(found, vocabulary, dated.when)
    suffix = PurePath(received.file).suffix.lower() or ".txt"
    digest = hashlib.sha256(received.data).hexdigest()
    kept = f"{_ORIGINALS}/{article}.{digest[:16]}{suffix}"
    came = f"Added on {spell(today)} from {received.file!r}"
    came += "." if received.as_received else f", kept whole in corpus/{kept}."
    remarks = list(received.remarks)
    remarks += [dated.remark] if dated.remark else []
    language = facts.get("language")
    if language and language.value.partition("-")[0].lower() not in ("en", "unknown"):
        remarks.append(
            f"the text's language is {one_line(language.value, 20)!r}: the rules read English, so "
            "expect almost nothing of them"
        )
    if not known:
        remarks.append(f"no date was found: write it into [{article}.date] in corpus/catalog.toml")
    if likes:
        like = likes[0]
        also = f" and {len(likes) - 1} more" if len(likes) > 1 else ""
        remarks.append(
            f"shares {like.share:.0%} of its text with {like.article}{also}: catalogued with the "
            f"same origin, {origin}"
        )
        if replaces:
            remarks.append(f"it is the earliest of them: the origin was {replaces} before")
        note = f"Shares {like.share:.0%} of its word runs with {like.article}. {came}"
    else:
        note = (
            "When it was added, no other article of the corpus shared its text, so it is counted "
            f"as a source of its own. {came}"
        )
    if left_out:
        remarks.append(f"{left_out} suggestions quote too much for a table and were left out")
    entry = Entry(
        article,
        f"{article}.txt",
        received.text,
        dated,
        {**facts, "origin": Told(origin, "inferred", note)},
        [f"{remark[0].upper()}{remark[1:]}." for remark in received.remarks],
    )
    return Prepared(
        article,
        received.text.encode("utf-8"),
        write_entry(entry),
        {name: write_rows(LAYERS[name], found) for name, found in rows.items() if found},
        {name: len(found) for name, found in rows.items() if found},
        None if received.as_received else (kept, received.data),
        remarks,
        replaces,
    )
