"""Show what became of each statement, in words and not by colour alone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from markupsafe import Markup

from sourcebook.handouts.comparing.matching import Change, Edit, by_section, edits
from sourcebook.handouts.comparing.statements import Statement, Table
from sourcebook.handouts.comparing.telling import Telling
from sourcebook.handouts.comparing.words import Token, plain, tokens
from sourcebook.reading import Apparatus, box
from sourcebook.reading.markup import Shown

_LABELS = {
    "background": "background-outside",
    "assume": "assumption-not-source",
    "teacher": "teachers-note",
}


_PLACES, _READABLE = 2, 0.75
"""Places and share of kept words from which words are not marked one by one."""


# One number or none, then another.
_NUMBERS = re.compile(r"[-−–]?[0-9][0-9,.]*%?[-−–]?[0-9,.]*%?|[-−–]")


class Report:
    """Tells the changes between two pages, citing in the notes of a third."""

    def __init__(self, apparatus: Apparatus, then: Telling, now: Telling) -> None:
        self._apparatus, self._then, self._now = apparatus, then, now

    def told(self, found: Iterable[Change]) -> Markup:
        """Show what changed under the headings it stands under; empty if nothing did."""
        sections = by_section(change for change in found if change.kind != "same")
        return Markup("\n").join(self._section(changes) for changes in sections.values())

    def _section(self, changes: list[Change]) -> Markup:
        parts = [self._heading(changes)]
        for caption, group in groupby(changes, key=_caption):
            kept = list(group)
            parts.append(self._items(kept) if caption is None else self._rows(kept))
        return Markup("\n").join(parts)

    def _heading(self, changes: list[Change]) -> Markup:
        first = changes[0]
        heading = (first.after or first.before or _NOTHING).heading
        if not heading:
            return Markup("")
        page = self._now if first.after else self._then
        own = [target for token in tokens(heading) for target in token.cited]
        html = Markup("<h3>{}</h3>").format(page.retold(heading, self._apparatus))
        # A heading may count or quote; it rests on whatever stood below it on its own page.
        if own or not any(sign.isdigit() or sign == "“" for sign in first.section):
            return html
        below = [
            target
            for one in page.statements
            if one.section == first.section
            for target in one.cited
        ]
        marks = page.marks(below, self._apparatus)
        line = Markup('\n<p class="src">{} {}</p>').format(
            self._apparatus.word("heading-rests"), marks
        )
        return html + line if marks else html

    def _items(self, changes: list[Change]) -> Markup:
        items = [
            Markup('<div class="{}"><p class="status">{}</p>{}</div>').format(
                change.kind, self._kind(change), self._apart(change)
            )
            for change in changes
        ]
        return Markup('<div class="changes">\n{}\n</div>').format(Markup("\n").join(items))

    def _apart(self, change: Change) -> Markup:
        """Keep what stands in a box in one: what it is must be said wherever it stands."""
        told = Markup("<br>").join(self._parts(change))
        kind = (change.after or change.before or _NOTHING).apart
        if not kind:
            return Markup("<p>{}</p>").format(told)
        label = self._apparatus.word(_LABELS[kind])
        return box(kind, label, Shown(Markup("<p>{}</p>").format(told), "")).html

    def _rows(self, changes: list[Change]) -> Markup:
        """Show rows of one table of both pages, under the headings that it has now."""
        kept = [one for one in changes if one.after]
        page, table = (self._now if kept else self._then), _table(kept[0] if kept else changes[0])
        assert table is not None, "it is gone through by tables"
        rows = []
        for change in changes:
            head, *cells = self._parts(change)
            status = Markup('<span class="status">{}</span>').format(self._kind(change))
            told = Markup("").join(Markup("<td>{}</td>").format(cell) for cell in cells)
            rows.append(
                Markup('<tr class="{}"><th scope="row">{} {}</th>{}</tr>').format(
                    change.kind, head, status, told
                )
            )
        columns = Markup("").join(
            Markup('<th scope="col">{}</th>').format(page.retold(name, self._apparatus))
            for name in table.columns
        )
        notes = [page.retold(note, self._apparatus) for note in table.notes]
        html = Markup(
            '<div class="scroll" role="region" aria-label="{}" tabindex="0"><table{}>'
            "<caption>{}</caption><thead><tr>{}</tr></thead><tbody>\n{}\n</tbody></table></div>{}"
        )
        counted = Markup(' data-counted="{}"').format(table.counted) if table.counted else ""
        lines = Markup("").join(Markup('<p class="src">{}</p>').format(note) for note in notes)
        if table.counted:
            lines += Markup('<p class="src structural">{}</p>').format(table.counted)
        return html.format(
            plain(tokens(table.caption)),
            counted,
            page.retold(table.caption, self._apparatus),
            columns,
            Markup("\n").join(rows),
            lines,
        )

    def _kind(self, change: Change) -> Markup:
        return self._apparatus.word(f"kind-{change.kind}")

    def _parts(self, change: Change) -> list[Markup]:
        """Tell a statement, or a row cell by cell, with what was reworded in it."""
        was, told = change.before, change.after
        if was is None or told is None or change.kind == "recited":
            page, one = (self._now, told) if told else (self._then, was or _NOTHING)
            return [page.retold(part, self._apparatus) for part in one.parts]
        if len(was.parts) == len(told.parts):
            pairs = list(zip(was.parts, told.parts, strict=True))
        else:
            pairs = [(Markup(" · ").join(was.parts), Markup(" · ").join(told.parts))]
        parts = [self._reworded(tokens(before), tokens(after)) for before, after in pairs]
        if told.table and told.table.counted:
            # The cell's number is told by what the table counts; two in one cell are so as well.
            whole = Markup('<span class="structural">{}</span>')
            parts = [
                whole.format(part) if _NUMBERS.fullmatch("".join(map(_bare, pair))) else part
                for part, pair in zip(parts, pairs, strict=True)
            ]
        gone = [
            target
            for target in was.cited
            if self._then.passages.get(target) not in self._now_led(told)
        ]
        if gone:
            # What was said then rests on passages that the new words do not cite.
            parts[-1] += Markup(" <small>{}{}</small>").format(
                self._apparatus.word("before"), self._then.marks(gone, self._apparatus)
            )
        return parts

    def _now_led(self, told: Statement) -> set[str | None]:
        return {self._now.passages.get(target) for target in told.cited}

    def _reworded(self, before: tuple[Token, ...], after: tuple[Token, ...]) -> Markup:
        html = Markup("")
        found = edits([one.text for one in before], [one.text for one in after])
        if _scattered(found):
            return Markup("{}: <del>{}</del><br>{}: <ins>{}</ins>").format(
                self._apparatus.word("before"),
                self._words(before, cited=False).strip(),
                self._apparatus.word("after"),
                self._words(after).strip(),
            )
        for edit in found:
            old, new = before[slice(*edit.before)], after[slice(*edit.after)]
            if edit.kept:
                html += self._words(new)
                continue
            html += self._marked("del", "word-removed", old, cited=False)
            html += self._marked("ins", "word-added", new)
        return Markup(html.strip())

    def _marked(self, tag: str, label: str, words: tuple[Token, ...], cited: bool = True) -> Markup:
        if not words:
            return Markup("")
        # A screen reader passes over what `ins` and `del` mean.
        html = Markup('{space}<{tag}><span class="unseen">{label}: </span>{words}</{tag}>')
        return html.format(
            space=" " if words[0].apart else "",
            tag=Markup(tag),
            label=self._apparatus.word(label),
            words=self._words(words, cited).strip(),
        )

    def _words(self, words: tuple[Token, ...], cited: bool = True) -> Markup:
        html = Markup("")
        for one in words:
            html += Markup(" ") + one.html if one.apart else one.html
            if cited:
                html += self._now.marks(one.cited, self._apparatus)
            else:
                # What it rested on stands at the end; a computed number always has its letter.
                computed = [target for target in one.cited if target in self._then.computed]
                html += self._then.marks(computed, self._apparatus)
        return html


def _bare(html: Markup) -> str:
    return plain(tokens(html))


def _scattered(found: list[Edit]) -> bool:
    """Tell whether so much was reworded in so many places that two sentences read better."""
    kept = sum(one.after[1] - one.after[0] for one in found if one.kept)
    whole = max((one.after[1] for one in found), default=0)
    return sum(not one.kept for one in found) > _PLACES and kept < _READABLE * whole


_NOTHING = Statement(Markup(""), "", ())


def _table(change: Change) -> Table | None:
    return (change.after or change.before or _NOTHING).table


def _caption(change: Change) -> tuple[str, int] | None:
    """Return what tells one table from another: its caption, and how many columns it has."""
    table = _table(change)
    return (plain(tokens(table.caption)), len(table.columns)) if table is not None else None
