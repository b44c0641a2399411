"""Let catalogue, vocabulary and anchors follow a text that changed, so that none cites wrong words.

They refer to places by their offsets. A place whose words are found goes with them; any other is
given up, and that is told.
"""

from __future__ import annotations

import copy
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sourcebook.corpus.checks import shares_words
from sourcebook.errors import SourcebookError
from sourcebook.intake.article_files import ArticleFiles
from sourcebook.intake.changed_text import ChangedText, stands_at
from sourcebook.intake.entry import quote
from sourcebook.intake.rows import read_cells, write_cells
from sourcebook.interval import spell
from sourcebook.layers import LAYERS
from sourcebook.span import Span

_PRINTED = ("headline", "byline", "dateline")  # facts whose value is words of the text
_EVIDENCE = re.compile(r"^evidence\s*=\s*\[[^\]]*\]", re.MULTILINE)
_NOTE = re.compile(r"^note\s*=.*$", re.MULTILINE)

Follow = Callable[[str], str | None]
"""Return what a reference becomes; None where its words are not found."""


def following(article: str, before: ChangedText, spans: Iterable[tuple[int, int]] = ()) -> Follow:
    """Make a function that lets references to an article follow its text.

    If `spans` are given, a reference must lead to one of them.
    """
    written = re.compile(rf"{re.escape(article)}:([0-9]{{1,9}})-([0-9]{{1,9}})")
    allowed = set(spans)

    def follow(reference: str) -> str | None:
        found = written.fullmatch(reference)
        if found is None:
            return reference
        place = before.place(int(found[1]), int(found[2]))
        if place is None or (allowed and place not in allowed):
            return None
        return f"{article}:{place[0]}-{place[1]}"

    return follow


def change_catalogue(
    text: str, files: ArticleFiles, before: ChangedText, today: date
) -> tuple[str, list[str]]:
    """Return the catalogue with a text's new hash, length and evidence, and what was lost.

    A fact whose evidence is lost is found anew where the text says its value in one place; else a
    note says so.
    """
    follow = following(files.id, before)
    wanted = tomllib.loads(text)
    lost: list[str] = []
    new = text
    for id_, entry in wanted.items():
        for name, fact in entry.items():
            for number, table in enumerate(fact if isinstance(fact, list) else [fact]):
                if not isinstance(table, dict) or not table.get("evidence"):
                    continue
                old = copy.deepcopy(table)
                if not _follow_fact(table, follow) or not _says_it(table, name, files):
                    _find_anew(table, name, files, id_ == files.id, today)
                    if not table["evidence"] or name not in _PRINTED:
                        lost.append(f"corpus/catalog.toml, [{id_}.{name}]")
                if table != old:
                    new = _rewrite(new, f"{id_}.{name}", number, table)
    wanted[files.id] |= {"sha256": files.sha256, "characters": len(files.text)}
    new = _new_bytes(new, files)
    if tomllib.loads(new) != wanted:
        raise SourcebookError(
            f"corpus/catalog.toml, [{files.id}]: write sha256, characters and each evidence and "
            "note on lines of their own, and accept again."
        )
    remarks = [f"{where}: evidence lost when the text changed" for where in lost]
    for name in _PRINTED:
        fact = wanted[files.id][name]
        now = [Span.parse(one) for one in fact.get("evidence", [])]
        words = " ".join(files.text[span.start : span.end] for span in now)
        if now and fact["basis"] == "stated" and " ".join(fact["value"].split()) not in words:
            remarks.append(
                f"corpus/catalog.toml, [{files.id}.{name}]: the text says {words!r} now; mend value"
            )
    return new, remarks


def _follow_fact(table: dict[str, Any], follow: Follow) -> bool:
    """Let a fact's evidence follow the text; tell whether all of it did."""
    followed = [follow(one) for one in table["evidence"]]
    table["evidence"] = [one for one in followed if one is not None]
    return None not in followed


def _says_it(table: Mapping[str, Any], name: str, files: ArticleFiles) -> bool:
    """Tell whether the evidence for words that are printed in the text still says some of them."""
    if name not in _PRINTED or table.get("basis") != "stated":
        return True
    spans = [Span.parse(one) for one in table["evidence"]]
    if any(span.article != files.id for span in spans):
        return True
    now = " ".join(files.text[span.start : span.end] for span in spans)
    return shares_words(str(table.get("value", "")), now)


def _find_anew(
    table: dict[str, Any], name: str, files: ArticleFiles, own: bool, today: date
) -> None:
    if own and name in _PRINTED:
        table["evidence"] = []
        found = stands_at(files.text, str(table.get("value", "")))
        if len(found) == 1:
            end = found[0] + len(table["value"])
            table["evidence"] = [f"{files.id}:{found[0]}-{end}"]
            return
    if name != "defects":
        said = f"Evidence was lost when the text of {files.id} changed on {spell(today)}."
        table["note"] = f"{table.get('note', '')} {said}".strip()


def _rewrite(text: str, header: str, number: int, table: Mapping[str, Any]) -> str:
    """Write evidence and note into a table of the catalogue, and change nothing else of it."""
    found = list(re.finditer(rf"^\[{{1,2}}{re.escape(header)}\]{{1,2}}.*$", text, re.MULTILINE))
    if number >= len(found):
        return text  # comparing the whole tells
    begin = found[number].end()
    following_ = re.compile(r"^\[", re.MULTILINE).search(text, begin)
    stop = following_.start() if following_ else len(text)
    part = text[begin:stop]
    written = _EVIDENCE.search(part)
    references = list(map(quote, table["evidence"]))
    evidence = f"evidence = [{', '.join(references)}]"
    if written and "\n" in written[0] and references:
        evidence = "evidence = [\n" + "".join(f"  {one},\n" for one in references) + "]"
    part = _EVIDENCE.sub(lambda _: evidence, part, count=1)
    if "note" in table:
        note = f"note = {quote(table['note'])}"
        if _NOTE.search(part):
            part = _NOTE.sub(lambda _: note, part, count=1)
        else:
            part = part.replace(evidence, f"{evidence}\n{note}", 1)
    return text[:begin] + part + text[stop:]


def _new_bytes(text: str, files: ArticleFiles) -> str:
    header = re.compile(rf"^\[{re.escape(files.id)}\][ \t]*(?:#.*)?$", re.MULTILINE)
    begun = header.search(text)
    if begun is None:
        raise SourcebookError(
            f"corpus/catalog.toml: [{files.id}] is not on a line of its own. Write it so, and "
            "accept again."
        )
    after = re.compile(r"^\[", re.MULTILINE).search(text, begun.end())
    stop = after.start() if after else len(text)
    entry = text[begun.end() : stop]
    entry = re.sub(r"^(sha256\s*=\s*).*$", rf'\g<1>"{files.sha256}"', entry, flags=re.MULTILINE)
    length = len(files.text)
    entry = re.sub(r"^(characters\s*=\s*).*$", rf"\g<1>{length}", entry, flags=re.MULTILINE)
    return text[: begun.end()] + entry + text[stop:]


def change_registry(text: str, shown: str, article: str, follow: Follow) -> tuple[str, list[str]]:
    """Return a registry whose evidence follows the text, and what was lost."""
    lost: list[str] = []

    def replaced(match: re.Match[str]) -> str:
        new = follow(match[2])
        if new is None:
            lost.append(f"{shown}: {match[2]} taken out, since its words are not found")
            return ""
        return f'{match[1]}"{new}"{match[3]}'

    # The last of a list may leave a comma behind, which TOML allows.
    written = re.compile(rf'([ \t]*)"({re.escape(article)}:[0-9]+-[0-9]+)"([ \t]*,?)')
    new = written.sub(replaced, text)
    if tomllib.loads(new) != _followed(tomllib.loads(text), follow):
        raise SourcebookError(
            f'{shown}: write each "{article}:START-END" within a list of its own, and accept again.'
        )
    return new, lost


def _followed(value: Any, follow: Follow) -> Any:
    if isinstance(value, dict):
        return {name: _followed(one, follow) for name, one in value.items()}
    if isinstance(value, list):
        kept = [follow(one) if isinstance(one, str) else _followed(one, follow) for one in value]
        return [one for one in kept if one is not None]
    return value


def change_anchors(records: Sequence[str], article: str, follow: Follow) -> list[str]:
    """Return other articles' rows of dates.csv, their anchors following an article's text."""
    place = LAYERS["dates"].header.index("anchor")
    changed = []
    for record in records:
        if f"{article}:" in record:
            cells = read_cells(record)
            if len(cells) > place:
                kept = (follow(one) for one in cells[place].split())
                anchor = " ".join(one for one in kept if one)
                if anchor != cells[place]:
                    cells[place] = anchor
                    end = record[len(record.rstrip("\r\n")) :]
                    record = write_cells(cells).rstrip("\n") + end
        changed.append(record)
    return changed
