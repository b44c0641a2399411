"""Sentences: where each begins and ends, in prose with abbreviations and quotations."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from sourcebook.annotate.zones.paragraphs import split_paragraphs

# A run of stops and the marks that close after it. The look-behind keeps a long row of dots from
# being tried again at every dot; the possessive quantifiers keep it from being given back.
_STOP = re.compile(
    r"""(?<![.!?…])[.!?…]++["'”’“»«\u203a)\]]*+(?=\s|$|[A-Z“‘"])|[。\uff01\uff1f]++[」』”’\uff09》]*+""",
    re.MULTILINE,
)
_NEXT = re.compile(r"""\s*([(\["'“‘„«»\u2039「『—–-]*)\s?([^\W_]+[’'.]?)?""")
_QUOTED = re.compile(r"[\"'“‘„«»「『]")
_SPEAKER_FOLLOWS = re.compile(
    r"\s+(?:[A-Z][\w.’'-]{0,30}\s+){1,5}"
    r"(?:said|says|asked|asks|told|wrote|added|replied|cried|shouted|exclaimed|wondered|tweeted)\b"
)

_TITLES = frozenset(
    "mr mrs ms messrs mme mlle dr prof profs rep reps sen sens gen gov lt col st ste rev hon sgt"
    " capt cpt cmdr maj adm brig pres supt det insp pc msgr mgr fr sr amb atty pvt cpl gens drs"
    " mt ft no nos vs v cf approx ca fig figs vol vols art ch sec pp eg ie e.g i.e al bros"
    " asst assoc dept univ ave blvd rd".split()
)
_MONTHS = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec p para".split())
_ABBREVIATIONS = frozenset(
    "inc corp co ltd plc llc jr sr cos etc esq ph.d phd a.m p.m am pm est govt min max calif mass"
    " conn mich minn tenn tex wash ariz colo fla ill ind kan ky md mo mont neb nev okla ore pa"
    " ala ark del ga la miss wis wyo va vt ont alta que mon tue tues wed thu thur thurs fri sat"
    " sun hr hrs lb lbs oz sq ed eds trans".split()
)
# After "U.S." or "Inc." a capital may go on with the name; after one of these it does not.
_STARTERS = frozenset(
    "The A An He She It They We You I In On At But And However This That These Those There Here"
    " His Her Its Their Our My Your For As When While After Before If Since By With From To Some"
    " Many Most Few One Two Three Last Still Yet According Asked Despite Although Though What Who"
    " How Why Where So Now Then Both Each Every Other Others Officials Police Under Over During"
    " Among Of Or Nor Not No Nobody Such All Another Any Until Because Even Only Also Meanwhile"
    " Mr Mrs Ms Dr Mr. Mrs. Ms. Dr. Critics Analysts Experts Later Earlier It's"
    " It’s That's That’s There's There’s".split()
)


def find_sentences(text: str, zones: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Start and end of every sentence of `text`, in order; ends are exclusive.

    Sentences never overlap and never cross the edge of one of the `zones` or of a paragraph. A
    closing quotation mark belongs to the sentence before it. A quotation of several sentences is
    cut at each of them.

    Examples
    --------
    >>> text = "Dr. Ruiz left at 5 p.m. on Nov. 3. “It was late. I was tired,” she said."
    >>> [text[start:end] for start, end in find_sentences(text, [])]
    ['Dr. Ruiz left at 5 p.m. on Nov. 3.', '“It was late.', 'I was tired,” she said.']
    """
    pieces = _pieces(text, zones)
    starts = [start for start, _ in pieces]
    cuts: list[list[int]] = [[] for _ in pieces]
    for stop in _STOP.finditer(text):
        place = bisect_right(starts, stop.start()) - 1
        if place >= 0 and stop.end() < pieces[place][1] and _ends(text, stop, starts[place]):
            cuts[place].append(stop.end())
    sentences = []
    for (start, end), inner in zip(pieces, cuts, strict=True):
        begin = start
        for cut in [*inner, end]:
            last = cut
            while begin < last and text[begin].isspace():
                begin += 1
            while begin < last and text[last - 1].isspace():
                last -= 1
            if begin < last:
                sentences.append((begin, last))
            begin = cut
    return sentences


def _pieces(text: str, zones: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Paragraphs, cut again where a zone begins or ends inside one."""
    edges = sorted({edge for zone in zones for edge in zone})
    pieces = []
    for paragraph in split_paragraphs(text):
        start, end = paragraph.start, paragraph.end
        begin = start
        for edge in edges[bisect_right(edges, start) :]:
            if edge >= end:
                break
            pieces.append((begin, edge))
            begin = edge
        pieces.append((begin, end))
    return pieces


def _ends(text: str, stop: re.Match[str], start: int) -> bool:
    """Tell whether a sentence ends at this stop, from the word before it and the word after."""
    first = text[stop.start()]
    if first in "。\uff01\uff1f":
        return True
    after = _NEXT.match(text, stop.end())
    opening, word = (after.group(1), after.group(2) or "") if after else ("", "")
    if word[:1].islower() and not _QUOTED.match(opening):
        return False
    marks = stop.group().lstrip(".!?…")
    if first != "." or marks or len(stop.group()) > 1:
        if text[stop.end()].isspace() or opening:
            quoted = marks.strip(")]") != ""
            return not (quoted and first != "." and _SPEAKER_FOLLOWS.match(text, stop.end()))
        return bool(marks)
    if not text[stop.end()].isspace() and not opening:
        return False  # “Acme.Corp”, “U.S.A”
    before = text[max(start, stop.start() - 20) : stop.start()]
    token = before.split()[-1].lstrip("\"'“‘(«[„—–") if before.strip() else ""
    return _word_ends(token, word, bool(opening), token == before.strip() and len(before) < 20)


def _word_ends(token: str, word: str, opening: bool, alone: bool) -> bool:
    """Tell whether a full stop after `token` and before `word` ends a sentence."""
    small = token.lower()
    if alone and (token.isdigit() or len(token) == 1):
        return False  # the number of a list
    if small in _TITLES:
        # "No" is a word as well as a number sign.
        return small in {"no", "art", "ill", "al"} and not word[:1].isdigit()
    if small in _MONTHS:
        return not word[:1].isdigit()
    if (len(token) == 1 and token.isupper()) or "." in token or small in _ABBREVIATIONS:
        if len(token) == 1 and word in {"A", "I"}:
            return False
        return opening or word in _STARTERS
    return True
