"""What stands in the page's language on a page whose lesson is in English, and says so."""

from __future__ import annotations

import re
from html import unescape

from markupsafe import Markup, escape

from sourcebook.interface import Words, words

_HEADINGS = """short-answer key-points key-judgements timeline whos-who figures rival-accounts
    unknowns sources computations method reliability activities discuss discussion exercises
    vocabulary background answer""".split()
_HEADING = re.compile(r"<h2((?: [^>]*)?)>([^<]*)</h2>")
# All of these are markup of the kit's own making, as in `anchors`.
_TABLE = re.compile(r'(<div class="scroll[^>]*?) aria-label="[^"]*"([^>]*><table[^>]*><caption)>')
_PAGE = re.compile(r'(<section class="first-page") aria-label="[^"]*"(><h2 id="([^"]*)")')
_ANSWER = re.compile(r'(<section class="answer" aria-label="[^"]*")><ol>')


def headings(body: Markup, w: Words) -> Markup:
    """Put headings that a notebook has from the kit's own words into the page's language.

    Examples
    --------
    >>> from sourcebook.interface import words
    >>> headings(Markup("<h2>Sources</h2><h2>Sources of dispute</h2>"), words("ko"))
    Markup('<h2><span lang="ko">출처</span></h2><h2>Sources of dispute</h2>')
    """
    if w.language == "en":
        return body
    english = words("en")
    known = {english(key): w(key) for key in _HEADINGS}

    def put(heading: re.Match[str]) -> str:
        told = known.get(unescape(heading[2]).strip())
        if told is None:
            return heading[0]
        return f'<h2{heading[1]}><span lang="{w.language}">{escape(told)}</span></h2>'

    return Markup(_HEADING.sub(put, body))


def labels(body: Markup, w: Words) -> Markup:
    """Name regions in the language of their names, which an attribute cannot tell by itself.

    A table is named by its caption and the first page by its heading, which say their language.

    Examples
    --------
    >>> from sourcebook.interface import words
    >>> answer = '<section class="answer" aria-label="요점"><ol><li>Yes.</li></ol></section>'
    >>> print(labels(Markup(answer), words("ko")))
    <section class="answer" aria-label="요점" lang="ko"><ol lang="en"><li>Yes.</li></ol></section>
    """
    if w.language == "en":
        return body
    count = 0

    def by_caption(table: re.Match[str]) -> str:
        nonlocal count
        count += 1
        return f'{table[1]} aria-labelledby="table-{count}"{table[2]} id="table-{count}">'

    # Not as Markup, which would escape what a substitution puts in.
    html = _TABLE.sub(by_caption, str(body))
    html = _PAGE.sub(r'\1 aria-labelledby="\3"\2', html)
    return Markup(_ANSWER.sub(rf'\1 lang="{w.language}"><ol lang="en">', html))
