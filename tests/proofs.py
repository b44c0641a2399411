"""Small handouts for the tests of proofreading: a body, and the sources it cites."""

import re

from markupsafe import escape

from sourcebook.evidence import find_words, paragraph
from sourcebook.handouts.proofreading import proofread


def passage(corpus, article, words):
    """The paragraph in which an article says these words."""
    return paragraph(corpus, find_words(corpus, article, words))


def cite(*numbers):
    """Citations of sources (by number) and computations (by letter, "a" being the first)."""
    links = [
        f'<a href="#k{ord(one) - 96}" aria-label="Computation {one}">{one}</a>'
        if isinstance(one, str)
        else f'<a href="#s{one}" aria-label="Source {one}">{one}</a>'
        for one in numbers
    ]
    return f'<sup class="cite">{"".join(links)}</sup>'


def computed(value, shown, letter="a"):
    return f'<data class="computed" value="{value}">{shown}</data>{cite(letter)}'


def computation(number, how, value, shown, *sources, name="trade-balance"):
    """One entry of the list of computations."""
    return (
        f'<li id="k{number}" data-name="{name}" data-how="{how}" data-value="{value}">'
        f"<b>{name}</b>: {shown} {cite(*sources) if sources else ''}</li>"
    )


def sheet(corpus, body, *passages, computations=""):
    """A handout with one heading, a body and its sources, numbered from 1."""
    items = "".join(
        f'<li id="s{n}" data-passage="{span}"><p class="about"><b>{n} · {span.article}</b></p>'
        f'<p class="passage">{escape(corpus.text(span))}</p>'
        f'<a class="back" href="#c{n}" aria-label="Back to where source {n} is cited">back</a></li>'
        for n, span in enumerate(passages, start=1)
    )
    main = f'<main id="main">{body}<h2>Sources</h2><ol class="sources">{items}</ol>'
    if computations:
        main += f'<ol class="computations">{computations}</ol>'
    for n in range(1, len(passages) + 1):
        main = re.sub(rf'<a (?=href="#s{n}")', f'<a id="c{n}" ', main, count=1)
    return (
        '<!doctype html><html lang="en"><head><title>A page</title></head><body>'
        f"<header><h1>A page</h1></header>{main}</main></body></html>"
    )


def slips(corpus, body, *passages, computations="", terms="as-published"):
    """What proofreading finds in a small handout: (words, rule) of each slip."""
    html = sheet(corpus, body, *passages, computations=computations)
    return [(slip.found, slip.rule) for slip in proofread(html, corpus, terms=terms)]


def found(corpus, body, *passages, computations="", terms="as-published"):
    """The words of each slip."""
    kept = slips(corpus, body, *passages, computations=computations, terms=terms)
    return [words for words, _ in kept]
