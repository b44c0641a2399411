"""Proofread a handout: every check in turn, and the slips in the order of the page."""

from __future__ import annotations

from collections.abc import Iterator

from sourcebook.corpus import Corpus
from sourcebook.handouts.proofreading.backing import Evidence
from sourcebook.handouts.proofreading.citations import check_citations, check_links
from sourcebook.handouts.proofreading.computations import check_computations
from sourcebook.handouts.proofreading.counts import check_counts
from sourcebook.handouts.proofreading.handout import TakenApart
from sourcebook.handouts.proofreading.leaning import Leaning
from sourcebook.handouts.proofreading.page_rules import check_page
from sourcebook.handouts.proofreading.slips import Finding, Slip
from sourcebook.handouts.proofreading.statements import check_statements, check_tab
from sourcebook.handouts.proofreading.wording import check_wording


def proofread(html: str, corpus: Corpus, *, terms: str = "as-published") -> tuple[Slip, ...]:
    """Find everything in a finished handout that its sources do not support.

    The page is read as a reader sees it: its text, its tables, the words in its charts and what
    a screen reader says. Nothing that was typed is trusted; numbers, dates and quotations are
    looked up in the articles again, counts counted and computations done again.

    Parameters
    ----------
    html
        The handout.
    corpus
        The articles of its edition and no others: ``corpus.select(articles=…, as_of=…)``.
    terms
        ``neutral`` also looks for contested words in the kit's own voice.

    Returns
    -------
    tuple of Slip
        In the order of the page; none if the handout may leave the kit.

    Examples
    --------
    >>> from sourcebook import load_corpus
    >>> page = "<title>Poll</title><body><h1>Poll</h1><p>A planted 65 % of them.</p></body>"
    >>> [(slip.found, slip.rule) for slip in proofread(page, load_corpus())]
    [('65 %', 'no passage cited here prints this number')]
    """
    handout = TakenApart(html, corpus)
    found = sorted(_findings(handout, terms), key=lambda one: handout.place(one.element))
    return tuple(dict.fromkeys(map(handout.slip, _gathered(found))))


def proofread_index(html: str, corpus: Corpus) -> tuple[Slip, ...]:
    """Find what breaks the rules of a page in the list of handouts, which states nothing itself.

    Examples
    --------
    >>> from sourcebook import load_corpus
    >>> page = '<h1>Handouts</h1><a href="https://example.org">elsewhere</a>'
    >>> [slip.rule for slip in proofread_index(page, load_corpus())]
    ['an address outside the page']
    """
    handout = TakenApart(html, corpus)
    found = [*check_links(handout), *check_page(handout)]
    found.sort(key=lambda one: handout.place(one.element))
    return tuple(dict.fromkeys(map(handout.slip, _gathered(found))))


def _gathered(found: list[Finding]) -> Iterator[Finding]:
    """Join what one rule finds in one block: a row of numbers is one slip, not ten."""
    blocks: dict[tuple[object, ...], list[Finding]] = {}
    for one in found:
        blocks.setdefault((id(one.element), *one[2:]), []).append(one)
    for same in blocks.values():
        words = dict.fromkeys(one.found for one in same)
        yield same[0]._replace(found="”, “".join(words))


def _findings(handout: TakenApart, terms: str) -> Iterator[Finding]:
    evidence = Evidence(handout.corpus)
    yield from check_statements(handout, evidence, Leaning(handout, evidence))
    yield from check_tab(handout)
    yield from check_computations(handout, evidence)
    yield from check_counts(handout)
    yield from check_citations(handout)
    yield from check_links(handout)
    yield from check_page(handout)
    if terms == "neutral":
        yield from check_wording(handout)
