"""The source list at the end of a handout: each note's article, passage and cited words."""

from __future__ import annotations

from datetime import date

from markupsafe import Markup, escape

from sourcebook.article import Article, Fact
from sourcebook.corpus import Corpus
from sourcebook.evidence import Citations, Note, from_machine, who_says
from sourcebook.reading.markup import Shown


def source_list(corpus: Corpus, citations: Citations) -> Shown:
    """List every passage cited so far, by number, with the cited words marked.

    The first entry of each article gives its headline, outlet and date with their basis, and the
    other articles here that share its origin; later ones refer to it. Each names whoever is quoted
    or credited in the passage.
    """
    described: dict[str, int] = {}
    items, lines = [], []
    for note in citations.notes:
        id_ = note.passage.article
        first = described.setdefault(id_, note.number)
        about = (
            describe(corpus, corpus.article(id_)) if first == note.number else f"as under {first}."
        )
        names = who_says(corpus, [note.passage])
        speaking = f" Speaking here: {'; '.join(names)}." if names else ""
        items.append(
            Markup(
                '<li id="s{n}"><p class="about"><b>{n} · {id}</b> — {about}</p>'
                '<p class="passage">{passage}</p>'
                '<a class="back" href="#c{n}" aria-label="Back to where source {n} is cited">'
                "back to the text</a></li>"
            ).format(
                n=note.number, id=id_, about=about + speaking, passage=_highlighted(corpus, note)
            )
        )
        lines.append(f"[{note.number}] {id_} — {about}{speaking}\n{corpus.text(note.passage)}")
    html = Markup('<ol class="sources">{}</ol>').format(Markup("\n").join(items))
    return Shown(html if items else Markup(""), "\n\n".join(lines))


def describe(corpus: Corpus, article: Article) -> str:
    """Return one line on an article: headline, outlet, date as known, who shares its origin.

    What is inferred says so, and so does what rests on a machine's mark that nobody has reviewed.
    """
    headline = f"“{article.headline.value}”" if article.headline.known else "Headline not found"
    headline += _standing(corpus, article.headline)
    outlet = article.outlet.value if article.outlet.known else "Outlet not found"
    outlet += _standing(corpus, article.outlet)
    if article.dated.known:
        dated = f"{article.date}{_standing(corpus, article.dated)}"
    else:
        bounded = article.date.earliest > date.min
        dated = f"undated; {'between ' if bounded else ''}{article.date}"
    told = f"{headline}. {outlet}; {dated}."
    twins = [id_ for id_ in corpus.origins[article.origin.value] if id_ != article.id]
    if not twins:
        return told
    version = f"{article.version.value} version"
    if not article.version.known:
        version = "which is the earlier version is not known"
    return f"{told} Same origin as {', '.join(twins)}: {version}."


def _standing(corpus: Corpus, fact: Fact) -> str:
    if not fact.known:
        return ""
    inferred = "" if fact.basis == "stated" else fact.basis
    machine = "machine" if from_machine(corpus, fact) else ""
    words = [word for word in (inferred, machine) if word]
    return f" ({', '.join(words)})" if words else ""


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
