"""The foot of the page: what follows the last sentence of the article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sourcebook.annotate.zones.captions import REPORTED
from sourcebook.annotate.zones.furniture import (
    closes_article,
    ends_copy,
    heads_links,
    heads_topics,
    is_boilerplate_line,
)
from sourcebook.annotate.zones.paragraphs import Paragraph, count_words
from sourcebook.annotate.zones.signatures import is_name, is_signature

_PICTURE = frozenset({"caption", "photo-credit"})
_FURNITURE = frozenset({"boilerplate", "navigation"})
_LOOSE = frozenset({"short", "item", "mark", "timestamp"})
_NAME = r"[^\W\d_][\w.'’-]{0,30}(?: (?:de |van |von |bin |al-)?[^\W\d_a-z][\w.'’-]{0,30}){1,3}"
_AUTHORS_NOTE = re.compile(
    rf"(?:(?:Dr|Prof|Professor|Sir)\.? )?({_NAME})(?:,[^,]{{2,60}},)?"
    r" (?:is|was|are|covers|reports|writes|has (?:been|worked|written|reported)|joined|teaches"
    r"|serves) "
    r"|(?:The (?:writer|author)s?) (?:is|are|was) "
)
_WORK = re.compile(
    r"\b(?:editor|correspondent|reporter|writer|columnist|journalist|author|professor|fellow"
    r"|lecturer"
    r"|contributor|director|researcher|freelance|historian|analyst|economist|critic|broadcaster"
    r"|novelist|bureau chief|covers|covering|writes (?:about|on|for)|reports on|reporting on"
    r"|student)\b"
)
_FULL_NAME = re.compile(_NAME)
_BY = re.compile(r"[(\[—–-]?\s?(?:[A-Za-z]{2,12} )?[Bb][Yy]:? ")
_QUOTED = frozenset('“”"')
_SITE = re.compile(r"\b(?:our|us|we|here|https?:|www\.)\b|@|www\.|://", re.I)
_READER = re.compile(
    r"\b(?:your?|readers?|this (?:article|story|page|site|website|report|piece|newsletter))\b", re.I
)
_ASKS = re.compile(
    r"(?:(?:for more|to|if you)\b[^,.]{0,80}, )?(?:(?:please|to) )?"
    r"(?:register|receive|follow|send|visit|call|help|join|read|find|see|support"
    r"|download|listen|watch|tell|get|click|check|explore|discover|want|contact|email|e-mail|sign"
    r"|subscribe|share|write|learn|buy|donate|become|keep|add|turn|catch|tune|text|search)\b",
    re.I,
)
_REPORTING = re.compile(
    r"report(?:ing|ed)|contributed|files from|translat|edit(?:ing|ed)|writing", re.I
)


def body_ends(kinds: Sequence[str]) -> tuple[int, int]:
    """Places of the first and of the last paragraph of running text; (length, -1) without any."""
    if "prose" not in kinds:
        return len(kinds), -1
    last = next(place for place in range(len(kinds) - 1, -1, -1) if kinds[place] == "prose")
    return kinds.index("prose"), last


def close_page(paragraphs: Sequence[Paragraph], kinds: list[str]) -> None:
    """Label all that follows the line which ends the article: comments, rights, other stories."""
    sizes = [
        count_words(paragraph) if kind == "prose" else 0
        for paragraph, kind in zip(paragraphs, kinds, strict=True)
    ]
    whole, read = sum(sizes), 0
    pairs = [place for place in range(1, len(kinds)) if kinds[place - 1] == kinds[place] == "prose"]
    last_pair = pairs[-1] if pairs else 0
    for place, size in enumerate(sizes):
        read += size
        # Before most of the article has been read, a form or a box is an interruption.
        text = paragraphs[place].text
        if kinds[place] != "boilerplate" or not read:
            continue
        if read < 0.7 * whole and not ends_copy(text):
            continue
        # Teasers are single sentences under linked headlines, never two paragraphs in a row.
        alone = place > last_pair
        teasers = heads_links(text) and alone and read < whole - max(sizes[place:])
        # Topics among three lines of the site, and no two paragraphs after them: its foot.
        lines = kinds[place : place + 4]
        foot = alone and len(lines) > 3 and _FURNITURE.issuperset(lines) and "navigation" in lines
        if closes_article(text) or teasers or foot:
            for after in range(place + 1, len(kinds)):
                if kinds[after] != "byline" or not _REPORTING.search(paragraphs[after].text):
                    kinds[after] = "boilerplate"
            return


def link_topics(paragraphs: Sequence[Paragraph], kinds: list[str]) -> None:
    """Label as navigation the topics that stand, a few words each, under a heading of theirs."""
    listed = False
    for place, paragraph in enumerate(paragraphs):
        if kinds[place] not in ("boilerplate", "navigation", "short" if listed else "navigation"):
            listed = False
        elif heads_topics(paragraph.text):
            listed = True
        elif listed and (count_words(paragraph) > 4 or is_boilerplate_line(paragraph.text)):
            listed = False
        if listed:
            kinds[place] = "navigation"


def link_stories(paragraphs: Sequence[Paragraph], kinds: list[str]) -> None:
    """Label as navigation the headlines of other stories that stand under a heading of theirs."""
    for place, kind in enumerate(kinds):
        if kind != "boilerplate" or not heads_links(paragraphs[place].text):
            continue
        after = place + 1
        while after < len(kinds) and kinds[after] == kind and _is_link(paragraphs[after]):
            after += 1
        if after > place + 1:
            kinds[place:after] = ["navigation"] * (after - place)


def _is_link(paragraph: Paragraph) -> bool:
    text = paragraph.text
    return text[-1] not in ".:" and count_words(paragraph) < 21 and not is_boilerplate_line(text)


def settle_foot(paragraphs: Sequence[Paragraph], kinds: list[str]) -> None:
    """Label the loose lines after the last paragraph of running text."""
    last = body_ends(kinds)[1]
    if last < 0:
        return
    listed = paragraphs[last].text[-1] == ":"
    seen = ""
    run: list[int] = []
    for place in range(last + 1, len(kinds)):
        if kinds[place] in _LOOSE:
            if seen == "boilerplate":
                kinds[place] = seen
            else:
                run.append(place)
        elif kinds[place] == "photo-credit" and kinds[place - 1] not in _PICTURE:
            if paragraphs[place].text[0] == "©":
                kinds[place] = seen = "boilerplate"
            elif is_signature(paragraphs[place].text):
                kinds[place] = "byline"
        elif kinds[place] == "byline" and seen == "boilerplate":
            if not _REPORTING.search(paragraphs[place].text):
                kinds[place] = seen
        elif kinds[place] in ("boilerplate", "navigation"):
            if len(run) == 1 and _titles_notice(paragraphs[run[0]].text):
                kinds[run[0]] = kinds[place]
            else:
                _settle_run(paragraphs, kinds, run, seen, listed)
            seen = kinds[place]
            run = []
    _settle_run(paragraphs, kinds, run, seen, listed)


def _titles_notice(text: str) -> bool:
    """Tell whether a single line before a notice may be its title ("The Gazette Daily")."""
    return text.count(" ") < 6 and text[0].isupper() and text[-1] not in ".?!:)"


def _settle_run(
    paragraphs: Sequence[Paragraph], kinds: list[str], run: list[int], seen: str, listed: bool
) -> None:
    """Label lines at the foot that no notice announced: topics, a signature, page numbers."""
    lines = [place for place in run if kinds[place] in ("short", "item")]
    short = all(count_words(paragraphs[place]) < 6 for place in lines)
    for place in run:
        text = paragraphs[place].text
        if kinds[place] == "mark" or text[:7].lower() in ("source:", "source "):
            kinds[place] = "boilerplate"
        elif kinds[place] == "timestamp" or listed:
            continue
        elif is_signature(text) or (len(lines) == 1 and is_name(text)):
            kinds[place] = "byline" if seen != "boilerplate" else seen
        elif len(lines) > 1 and short:
            kinds[place] = "navigation"
        elif kinds[place] == "short":
            # Results, line-ups and addresses are the article's; a bare line leads elsewhere.
            bare = ":" not in text and not any(sign.isdigit() for sign in text)
            bare = bare and text[0] not in "“\"‘'" and not REPORTED.search(text)
            if seen or (bare and 1 < text.count(" ") < 9):
                kinds[place] = seen or "boilerplate"


def drop_last_notes(paragraphs: Sequence[Paragraph], kinds: list[str]) -> None:
    """Label as boilerplate the sentences at the end about the author and about the site."""
    prose = [place for place, kind in enumerate(kinds) if kind == "prose"]
    authors = _authors(paragraphs, kinds)
    for place in prose[:1:-1][:4]:
        text = paragraphs[place].text
        if text.count(" ") > 70 or not (
            (text.startswith(authors) and not (" said" in text or " told " in text))
            or _introduces_author(paragraphs, prose, place)
            or _speaks_for_site(text)
        ):
            return
        kinds[place] = "boilerplate"


def _authors(paragraphs: Sequence[Paragraph], kinds: Sequence[str]) -> tuple[str, ...]:
    """Full names in the bylines: a last paragraph that opens with one tells who its bearer is."""
    bylines = [p.text for p, kind in zip(paragraphs, kinds, strict=True) if kind == "byline"][:6]
    return tuple(name for text in bylines for name in _FULL_NAME.findall(_BY.sub("", text))[:3])


def _introduces_author(paragraphs: Sequence[Paragraph], prose: Sequence[int], place: int) -> bool:
    text = paragraphs[place].text
    found = _AUTHORS_NOTE.match(text)
    if not found or not _WORK.search(text, 0, 220):
        return False
    surname = (found[1] or "").rpartition(" ")[2]
    return not surname or not any(
        surname in paragraphs[other].text for other in prose if other < place
    )


def _speaks_for_site(text: str) -> bool:
    """Tell whether the last sentences ask or offer something in the site's name."""
    if not _QUOTED.isdisjoint(text) or not _SITE.search(text):
        return False
    return bool(_ASKS.match(text) or _READER.search(text))
