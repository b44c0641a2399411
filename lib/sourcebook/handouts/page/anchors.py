"""Places in a page that links lead to: headings, and where a source is first cited."""

from __future__ import annotations

import re

from markupsafe import Markup

# Only markup of the kit's own making is read here: whatever an article or a parameter says has its
# angle brackets escaped, and cleaned HTML has no classes or ids.
_CITATION = re.compile(r'<a (?=[^>]*href="#([sk])(\d+)")')
_HEADING = re.compile(r"<h2((?: [^>]*)?)>(.*?)</h2>", re.DOTALL)
_ID = re.compile(r' id="([^"]*)"')
_TAGS = re.compile(r"<sup\b.*?</sup>|<[^>]*>", re.DOTALL)
# A heading in the page's own words, where the lesson's language is another.
_OWN_WORDS = re.compile(r'<span lang="[\w-]+">[^<]*</span>')
_LISTED = re.compile(r'<li id="([sk]\d+)"')


def lead_back(body: Markup) -> Markup:
    """Give the first link to a source or a computation the id that its entry leads back to.

    Examples
    --------
    >>> lead_back(Markup('<a href="#s2">2</a> <a href="#k1">a</a> <a href="#s2">2</a>'))
    Markup('<a id="c2" href="#s2">2</a> <a id="ck1" href="#k1">a</a> <a href="#s2">2</a>')
    """
    seen: set[str] = set()

    def mark(found: re.Match[str]) -> str:
        place = f"c{found[2]}" if found[1] == "s" else f"ck{found[2]}"
        if place in seen:
            return found[0]
        seen.add(place)
        return f'<a id="{place}" '

    return Markup(_CITATION.sub(mark, body))


def listed(body: Markup) -> list[str]:
    """Return the ids of the entries in the lists of sources and computations, in order.

    Examples
    --------
    >>> listed(Markup('<li id="s1" data-passage="a:0-9">…</li><li>…</li><li id="k1">…</li>'))
    ['s1', 'k1']
    """
    return _LISTED.findall(body)


def headed(body: Markup) -> tuple[Markup, list[tuple[str, Markup]]]:
    """Give every heading of the second level an id, and return them: id and words, in order.

    Examples
    --------
    >>> body, found = headed(Markup('<h2>Who &amp; when<sup class="cite">1</sup></h2>'))
    >>> body[:37], found
    (Markup('<h2 id="part-1">Who &amp; when<sup cl'), [('part-1', Markup('Who &amp; when'))])
    >>> headed(Markup('<h2><span lang="ko">출처</span></h2>'))[1]
    [('part-1', Markup('<span lang="ko">출처</span>'))]
    """
    found: list[tuple[str, Markup]] = []

    def mark(heading: re.Match[str]) -> str:
        own = _ID.search(heading[1])
        place = own[1] if own else f"part-{len(found) + 1}"
        kept = _OWN_WORDS.fullmatch(heading[2])
        found.append((place, Markup(heading[2] if kept else _TAGS.sub("", heading[2]))))
        given = "" if own else f' id="{place}"'
        return f"<h2{given}{heading[1]}>{heading[2]}</h2>"

    return Markup(_HEADING.sub(mark, body)), found
