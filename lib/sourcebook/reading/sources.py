"""The source list at the end of a handout: each note's article, passage and cited words."""

from __future__ import annotations

from markupsafe import Markup, escape

from sourcebook.article import Article
from sourcebook.corpus import Corpus
from sourcebook.evidence import Citations, Note, who_says
from sourcebook.reading.markup import Shown


def source_list(corpus: Corpus, citations: Citations) -> Shown:
    """List every passage cited so far, by number, with the cited words marked.

    Each entry names the article, its headline, outlet and date with their basis, the other
    articles in the corpus that share its origin, and any speaker quoted in the cited words.
    """
    notes = citations.notes
    items = Markup("\n").join(
        Markup(
            '<li id="s{n}"><p class="about"><b>{n} · {id}</b> — {about}</p>'
            '<p class="passage">{passage}</p>'
            '<a class="back" href="#c{n}" aria-label="Back to where source {n} is cited">'
            "back to the text</a></li>"
        ).format(
            n=note.number,
            id=note.passage.article,
            about=describe(corpus, corpus.article(note.passage.article)) + _speakers(corpus, note),
            passage=_highlighted(corpus, note),
        )
        for note in notes
    )
    html = Markup('<ol class="sources">{}</ol>').format(items)
    text = "\n\n".join(
        f"[{note.number}] {note.passage.article} — "
        f"{describe(corpus, corpus.article(note.passage.article))}\n{corpus.text(note.passage)}"
        for note in notes
    )
    return Shown(html if notes else Markup(""), text)


def describe(corpus: Corpus, article: Article) -> str:
    """Return one line on an article: headline, outlet, date as known, who shares its origin."""
    outlet = article.outlet.value if article.outlet.known else "Outlet not stated"
    if article.outlet.basis == "inferred":
        outlet += " (inferred)"
    basis = "" if article.dated.basis == "stated" else f" ({article.dated.basis})"
    if not article.dated.known:
        dated = f"undated; between {article.date}"
    else:
        dated = f"{article.date}{basis}"
    twins = [id_ for id_ in corpus.origins[article.origin.value] if id_ != article.id]
    told = f"“{article.headline.value}”. {outlet}; {dated}."
    if not twins:
        return told
    return f"{told} Same origin as {', '.join(twins)}: {article.version.value} version."


def _speakers(corpus: Corpus, note: Note) -> str:
    names = who_says(corpus, note.cited)
    return f" Speaking: {'; '.join(names)}." if names else ""


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
