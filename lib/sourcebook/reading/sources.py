"""The source list at the end of a handout: each note's article, passage and cited words."""

from __future__ import annotations

from markupsafe import Markup, escape

from sourcebook.corpus import Corpus
from sourcebook.evidence import Note, who_says
from sourcebook.reading.apparatus import Apparatus
from sourcebook.reading.articles import about, reliance
from sourcebook.reading.computations import computation_list
from sourcebook.reading.corroboration import Corroboration
from sourcebook.reading.differing import difference, differences, sides
from sourcebook.reading.markup import Shown, stack
from sourcebook.reading.phrases import joined, own, phrase, sentences, spoken


def source_list(apparatus: Apparatus, whole: Corpus | None = None) -> Shown:
    """List every passage cited so far, by number, then every computation.

    The first entry of each article gives its headline, outlet and date with their basis, the
    other articles here that share its origin, and what a reader may weigh before relying on it;
    later ones refer to it. Each entry shows the passage with the cited words marked, names whoever
    is quoted or credited there, says how many articles and origins give what is cited, and tells
    where sources differ. The other sides of such a difference are listed as well.

    Parameters
    ----------
    apparatus
        That of the page.
    whole
        All articles, which tell whether a side of a difference is left out: its title, which
        speaks of every side, is then left out as well. So it is if they are not given.
    """
    _cite_other_sides(apparatus)
    listed = _Listed(apparatus, whole)
    entries = [listed.entry(note) for note in apparatus.citations.notes]
    html = Markup('<ol class="sources">{}</ol>').format(Markup("\n").join(e.html for e in entries))
    passages = Shown(html, "\n\n".join(one.text for one in entries)) if entries else _NOTHING
    return stack([passages, computation_list(apparatus)])


def _cite_other_sides(apparatus: Apparatus) -> None:
    """Cite what differs from what is cited, until nothing is new: a quotation needs its source."""
    before = -1
    while before != len(apparatus.citations.notes):
        before = len(apparatus.citations.notes)
        for note in apparatus.citations.notes:
            apparatus.citations.cite(sides(apparatus.corpus, differences(apparatus.corpus, note)))


class _Listed:
    """What the entries written so far have told: it isn't told again."""

    def __init__(self, apparatus: Apparatus, whole: Corpus | None) -> None:
        self._apparatus = apparatus
        self._whole = whole
        self._corroboration = Corroboration(apparatus)
        self._described: dict[str, int] = {}
        self._differing: dict[str, int] = {}

    def entry(self, note: Note) -> Shown:
        """Write the entry of a note."""
        apparatus, article = self._apparatus, note.passage.article
        first = self._described.setdefault(article, note.number)
        lines = [("about", self._about(note, first))]
        if first == note.number:
            reliable = reliance(apparatus, apparatus.corpus.article(article))
            lines.append(("reliance structural", reliable))
        lines.append(("passage", self._passage(note)))
        lines.append(("also", self._corroboration.line(note)))
        lines += [("differ", one) for one in self._differences(note)]
        html = Markup("").join(
            line.html if kind == "passage" else Markup('<p class="{}">{}</p>').format(kind, line)
            for kind, line in lines
        )
        back = apparatus.words("back-to-source", n=note.number)
        item = Markup(
            '<li id="s{n}" data-passage="{span}"><div class="entry">{html}</div>'
            '<a class="back" href="#c{n}"{lang} aria-label="{back}">{word}</a></li>'
        ).format(
            n=note.number,
            span=note.passage,
            html=html,
            lang=apparatus.lang,
            back=back,
            word=apparatus.words("back"),
        )
        return Shown(item, "\n".join(line.text for _, line in lines))

    def _about(self, note: Note, first: int) -> Shown:
        apparatus, corpus = self._apparatus, self._apparatus.corpus
        id_, number = note.passage.article, note.number
        if first == number:
            told = about(apparatus, corpus.article(id_))
        else:
            told = phrase(apparatus, "as-under", n=_leading(first))
        names = [spoken(apparatus, name) for name in who_says(corpus, [note.passage])]
        heard = joined(own(apparatus, "between-names"), names)
        speaking = [phrase(apparatus, "speaking-here", names=heard)] if names else []
        line = sentences(apparatus, [told, *speaking])
        html = Markup("<b>{} · {}</b> — {}").format(number, id_, line)
        return Shown(html, f"[{number}] {id_} — {line}")

    def _passage(self, note: Note) -> Shown:
        corpus = self._apparatus.corpus
        language = corpus.article(note.passage.article).language
        known = language.known and language.value != "en"
        lang = Markup(' lang="{}"').format(language.value) if known else ""
        html = Markup('<p class="passage"{}>{}</p>').format(lang, _highlighted(corpus, note))
        return Shown(html, corpus.text(note.passage))

    def _differences(self, note: Note) -> list[Shown]:
        told = []
        for key in differences(self._apparatus.corpus, note):
            first = self._differing.setdefault(key, note.number)
            if first == note.number:
                told.append(difference(self._apparatus, self._whole, key, note))
            else:
                told.append(phrase(self._apparatus, "differ-as-under", n=_leading(first)))
        return list(dict.fromkeys(told))


_NOTHING = Shown(Markup(""), "")


def _leading(number: int) -> Shown:
    html = Markup('<a class="structural" href="#s{}">{}</a>').format(number, number)
    return Shown(html, str(number))


def _highlighted(corpus: Corpus, note: Note) -> Markup:
    text = corpus.text(note.passage)
    cited = set()
    for span in note.cited:
        cited |= set(range(span.start - note.passage.start, span.end - note.passage.start))
    pieces, start = [], 0
    for place in range(1, len(text) + 1):
        if place == len(text) or (place in cited) != (start in cited):
            words = escape(text[start:place])
            pieces.append(Markup("<mark>{}</mark>").format(words) if start in cited else words)
            start = place
    return Markup("").join(pieces)
