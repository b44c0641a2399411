"""One line on an article: what it is, how that is known, and who speaks in it."""

from __future__ import annotations

from collections import Counter
from datetime import date

from sourcebook.article import Article, Fact
from sourcebook.corpus import Corpus
from sourcebook.evidence import Citations, from_machine
from sourcebook.interface import Words, words
from sourcebook.reading.apparatus import Apparatus
from sourcebook.reading.markup import Shown
from sourcebook.reading.phrases import (
    bracketed,
    joined,
    own,
    phrase,
    plain,
    sentences,
    theirs,
)


def describe(corpus: Corpus, article: Article, language: Words | None = None) -> str:
    """Return one line on an article: headline, outlet, date as known, who shares its origin.

    What is inferred says so, and so does what rests on a machine's mark that nobody has reviewed.
    The kit's own words are English, if no other ones are given.
    """
    return about(Apparatus(corpus, Citations(corpus), language or words("en")), article).text


def about(apparatus: Apparatus, article: Article) -> Shown:
    """Return the same line to show."""
    printed = article.language.value
    headline = own(apparatus, "headline-not-found")
    if article.headline.known:
        headline = theirs(apparatus, f"“{article.headline.value}”", printed)
    outlet = own(apparatus, "outlet-not-found")
    if article.outlet.known:
        outlet = theirs(apparatus, article.outlet.value, "en")
    bounded = article.date.earliest > date.min
    if article.dated.known:
        told = apparatus.words.interval(article.date)
    else:
        key = "undated-between" if bounded else "undated-until"
        told = apparatus.words(key, date=article.date)
    line = phrase(
        apparatus,
        "article-line",
        headline=_with_standing(apparatus, headline, article.headline),
        outlet=_with_standing(apparatus, outlet, article.outlet),
        date=_with_standing(apparatus, plain(told), article.dated),
    )
    twins = [id_ for id_ in apparatus.corpus.origins[article.origin.value] if id_ != article.id]
    if not twins:
        return line
    key = f"version-{article.version.value}" if article.version.known else "version-unknown"
    version = own(apparatus, key if apparatus.words.has(key) else "version-unknown")
    names = joined(own(apparatus, "between-items"), [theirs(apparatus, id_) for id_ in twins])
    shared = phrase(apparatus, "same-origin", articles=names, version=version)
    return sentences(apparatus, [line, shared])


def known_of(apparatus: Apparatus, article: Article) -> Shown:
    """Say how outlet and date are known, and whether the article copies a report."""
    copied = len(apparatus.corpus.origins[article.origin.value]) > 1
    return joined(
        own(apparatus, "between-items"),
        [
            own(apparatus, f"outlet-{article.outlet.basis}"),
            own(apparatus, f"date-{article.dated.basis}"),
            own(apparatus, "origin-shared" if copied else "origin-alone"),
        ],
    )


def voices(corpus: Corpus, article: str) -> Counter[str]:
    """Count quotations and attributions of an article: named, not-named, relayed.

    What reaches the article through somebody else is relayed, named or not.

    Examples
    --------
    >>> from sourcebook import load_corpus
    >>> sorted(voices(load_corpus(), "warming-fast").items())
    [('named', 6), ('not-named', 5)]
    """
    return Counter(
        "relayed" if one["relayed_by"] else "named" if one["named"] == "named" else "not-named"
        for layer in ("quotations", "attributions")
        for one in corpus.layer(layer)
        if one.article == article
    )


def reliance(apparatus: Apparatus, article: Article) -> Shown:
    """Say in a line what a reader may weigh before relying on an article; no verdict."""
    heard = voices(apparatus.corpus, article.id)
    line = joined("", [known_of(apparatus, article), own(apparatus, "full-stop")])
    if not heard:
        return line
    named, hidden, relayed = heard["named"], heard["not-named"], heard["relayed"]
    told = own(apparatus, "voices-line", named=named, hidden=hidden, relayed=relayed)
    return sentences(apparatus, [line, told])


def _with_standing(apparatus: Apparatus, told: Shown, fact: Fact) -> Shown:
    notes = list[str]()
    if fact.known and fact.basis != "stated":
        notes.append(fact.basis)
    if fact.known and from_machine(apparatus.corpus, fact):
        notes.append("machine")
    return bracketed(apparatus, told, notes)
