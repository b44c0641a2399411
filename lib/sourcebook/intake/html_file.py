"""Read a page: its text and zones from the markup, main text and metadata with trafilatura."""

from __future__ import annotations

import codecs
import logging
import re
from dataclasses import dataclass

from sourcebook.annotate.html.reading import HtmlPage, read_html
from sourcebook.intake.decoding import decode
from sourcebook.intake.extra import REMEDY
from sourcebook.intake.hidden_characters import one_line
from sourcebook.intake.received import Received, Told, Zones
from sourcebook.interval import Interval, read_day

_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?([\w.:-]{2,40})""", re.I
)
_HEAD = 4096  # bytes within which a page must say its encoding
_LEAST_MAIN = 0.3  # share of the page's words below which trafilatura's main text is not believed
_MOST_LINES, _MOST_TEXT = 5_000, 300_000  # looked for in the main text, one by one
_MOST_HTML = 2_000_000  # characters of markup that trafilatura is given
_WORD = re.compile(r"\w+")
_ENDS = (".", "!", "?", "”", "’", '"', "…", ":", "。", "」")
_WRITTEN = re.compile(
    r"utf-?8|cp\d+|windows-\d+|iso-?8859-\d+|koi8-[ru]|big5\S*|gb\w+|euc[-_]\w+|iso-2022-\w+|mac\S+"
)
# Browsers read these names as the larger tables, and so must we.
_WIDER = {
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "gb2312": "gb18030",
    "gbk": "gb18030",
}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True)
class _Second:
    """What trafilatura makes of a page; all empty where it is not installed or fails."""

    main: str = ""
    author: str = ""
    site: str = ""
    language: str = ""
    day: str = ""
    remark: str = ""


def read_page(data: bytes, file: str) -> Received:
    """Read an HTML page.

    What the markup says comes first. Where it says nothing, trafilatura's reading is taken, as an
    inference: which lines are the article's, who wrote it, on which site, on what day.

    Raises
    ------
    SourcebookError
        If the bytes are no text.
    """
    decoded = decode(data, file, _declared(data))
    page = read_html(decoded.text, "text")
    second = _read_again(decoded.text)
    zones = _with_furniture(page.text, _zones(page), second.main)
    facts: dict[str, Told] = {}
    for name, value, guess in (
        ("headline", page.headline, ""),
        ("byline", page.author, second.author),
        ("outlet", page.site_name, second.site),
        ("language", page.language, second.language),
    ):
        if value:
            facts[name] = Told(one_line(value), "stated", "In the page's metadata.")
        elif guess:
            facts[name] = Told(one_line(guess), "inferred", "Worked out by trafilatura.")
    published, note, basis = _published(page.published, second.day)
    remarks = [f"text taken from an HTML page in {decoded.encoding}"]
    remarks += [second.remark] if second.remark else []
    return Received(
        file,
        data,
        "HTML",
        page.text,
        decoded.encoding,
        facts=facts,
        published=published,
        published_note=note,
        published_basis="stated" if basis else "inferred",
        zones=zones,
        remarks=tuple(remarks),
    )


def _declared(data: bytes) -> str | None:
    found = _CHARSET.search(data[:_HEAD])
    if found is None:
        return None
    name = found[1].decode("ascii", "ignore").lower()
    name = _WIDER.get(name, name)
    # Python knows codecs that are no writing of any page, and some that take for ever.
    if not _WRITTEN.fullmatch(name):
        return None
    try:
        return codecs.lookup(name).name
    except LookupError:
        return None


def _zones(page: HtmlPage) -> Zones:
    return tuple((zone.start, zone.end, zone["zone"]) for zone in page.zones)


def _published(stated: str, guess: str) -> tuple[Interval | None, str, bool]:
    for written, note, told in (
        (stated, "In the page's metadata.", True),
        (guess, "Worked out by trafilatura from the page.", False),
    ):
        found = _DAY.match(written)
        try:
            day = read_day(found[0]) if found else None
        except ValueError:
            continue
        if day is not None:
            return Interval(day, day), note, told
    return None, "", True


def _read_again(html: str) -> _Second:
    try:
        import trafilatura
    except ImportError:
        return _Second(
            remark=f"trafilatura is not installed, so only the markup was gone by: {REMEDY}"
        )
    if len(html) > _MOST_HTML:
        return _Second(remark="the page is too large for trafilatura; only the markup was gone by")
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        main = trafilatura.extract(html, include_comments=False, favor_recall=True) or ""
        told = trafilatura.extract_metadata(html)
    except Exception:  # a page may break it in any way; the markup was read already
        return _Second(remark="trafilatura could not read the page; only the markup was gone by")
    return _Second(
        main,
        str(told.author or ""),
        str(told.sitename or ""),
        str(told.language or ""),
        str(told.date or ""),
    )


def _with_furniture(text: str, zones: Zones, main: str) -> Zones:
    """Add the lines that are none of the main text as boilerplate, where the markup left them open.

    Before the first line of the main text and after its last, that is every line; between them only
    those that do not end like a sentence, since a paragraph may be missed.
    """
    lines = _lines(text)
    if not main or len(lines) > _MOST_LINES or len(text) > _MOST_TEXT:
        return zones
    held = _words(main)
    # A line of signs alone holds no word that could be looked for, and does no harm.
    body = [(start, end) for start, end in lines if _words(text[start:end]) in held]
    if not body or sum(end - start for start, end in body) < _LEAST_MAIN * len(text.strip()):
        return zones
    first, last = body[0][0], body[-1][1]
    taken = list(zones)
    kept = set(body)
    added: list[tuple[int, int, str]] = []
    place = 0
    taken.sort()
    for line in lines:
        start, end = line
        while place < len(taken) and taken[place][1] <= start:
            place += 1
        if line in kept or (place < len(taken) and taken[place][0] < end):
            continue
        if end <= first or start >= last or not text[start:end].endswith(_ENDS):
            added.append((start, end, "boilerplate"))
    return tuple(sorted([*taken, *added]))


def _lines(text: str) -> list[tuple[int, int]]:
    found = []
    for match in re.finditer(r"[^\n]+", text):
        words = match.group()
        start = match.start() + len(words) - len(words.lstrip())
        end = match.start() + len(words.rstrip())
        if start < end:
            found.append((start, end))
    return found


def _words(text: str) -> str:
    # Words alone: trafilatura writes signs of its own before list items and between cells.
    return f" {' '.join(_WORD.findall(text))} "
