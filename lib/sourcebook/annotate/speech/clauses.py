"""Clauses: where a run of words parts at commas and conjunctions, and what only leads in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sourcebook.annotate.speech.cues import ALSO_NOUNS, CUES, SAY
from sourcebook.annotate.speech.narration import Word

# Long enough for any subject; keeps the work per verb bounded.
REACH = 60
AUXILIARIES = frozenset(
    """has have had having is are was were be been being will would could should may might must
    can did does do also later then once again first even never not still just only already
    once previously earlier recently now both all himself herself themselves itself jointly
    today yesterday always often repeatedly angrily soon since n't quickly simply finally
    famously further""".split()
)
_DAYS = frozenset("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
_NOUNS_IN_LY = frozenset(
    "family reply ally bully assembly supply rally monopoly weekly daily".split()
)
BE = frozenset("is are was were be been being gets got".split())
DETERMINERS = frozenset(
    """the a an this that these those his her their its our my your some many most several one
    two three four five six both another any no every each few all other hundreds dozens
    thousands scores half""".split()
)
PREPOSITIONS = frozenset("of for from at in with by on to near behind outside inside".split())
# A clause begins after one of these: what stands before is not the subject.
_CLAUSE_STARTS = frozenset(
    """that as while when because but whose what where if after before since although though
    whether with how than which until unless so yet or nor once whom amid despite""".split()
)
ADVERBIAL = frozenset(
    """in on at after before during despite speaking according asked when while as if although
    though since by for from with following amid under however meanwhile earlier later
    yesterday today separately but and still also yet instead nevertheless nonetheless
    moreover furthermore then now last this next once until unless because given without
    within through over to about asked pressed quizzed questioned where so indeed elsewhere
    more even only unlike like among between against outside inside beyond back again
    afterwards finally first second perhaps unsurprisingly not sometimes that online overnight
    upon beneath behind whatever whether having both""".split()
) - {"both", "that", "this"}
_CONNECTIVES = frozenset(
    "but and yet so then now still also meanwhile however even only indeed instead nor or".split()
)
_MONTHS = r"(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Sept|Nov|Dec)ember|October"
_LEADING = re.compile(
    r"(?:(?:On|Late|Early|Last|This|Earlier|Later|By|Since)\s)?(?:(?:on|this|last)\s)?"
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[Ww]eek|[Mm]onth|[Yy]ear|[Yy]esterday|[Tt]oday|"
    r"Also|[Ee]arlier|[Ll]ater|Then|Now|Still|But|And|Yet|So|Meanwhile|Afterwards|However)\s(?!of\b)"
    rf"|In an?\s(?:\w+\s){{1,3}}?(?=(?!{_MONTHS})[A-Z]|the\s|its\s|his\s|her\s|their\s)"
)
FINITE = frozenset(
    """is are was were has have had will would could should may might must can did does do made
    took came went gave got saw met won lost left began held put set ran rose fell grew kept
    led stood found became brought paid sent sold built spent struck drew broke wrote hit cut
    quit beat drove flew wore woke threw shook chose hid rode sang sank swam stole tore bit
    blew bought caught cost dealt ate fed fought fled forgot hung heard laid lay let lit meant
    met rang shot shut slept spread sprang stuck swept swung taught understood withdrew crept
    dug rang sought spun wept faces remains wants seems appears hopes plans needs looks makes
    takes comes goes says""".split()
)
# “the state oil company”, “report author Ann Ray”
_RATHER_NOUNS = frozenset(
    "state report text message post brand label voice reason stress blog note view".split()
)
_BREAK = re.compile(r"[,;:()\[\]—–\n]|--|\s-\s")
PARTICIPLE = re.compile(r"[a-z]{3,}(?:ing|ed)\Z")


def chunks_of(text: str, words: Sequence[Word], first: int, end: int) -> list[tuple[int, int]]:
    """Words `first` to `end`, parted at commas, dashes and brackets; brackets are left out."""
    chunks = []
    start = first
    bracketed = False
    for place in range(first + 1, end + 1):
        if place < end and words[place].start - words[place - 1].end == 1:
            continue
        gap = text[words[place - 1].end : words[place].start] if place < end else ""
        if place < end and not _BREAK.search(gap[:80]) and len(gap) < 6:
            continue
        if not bracketed:
            chunks.append((start, place))
        if ";" in gap or ":" in gap or len(gap) > 80:
            chunks = []
        bracketed = "(" in gap or (bracketed and ")" not in gap)
        start = place
    return chunks


def is_parted(text: str, words: Sequence[Word], place: int) -> bool:
    """Tell whether more than white space parts a word from the one before it."""
    if place <= 0 or place >= len(words):
        return True
    between = text[words[place - 1].end : words[place].start]
    return len(between) > 1 and bool(_BREAK.search(between[:80]) or len(between) > 5)


def is_auxiliary(word: Word) -> bool:
    """Tell whether a word may stand between a subject and its verb."""
    if word.text in AUXILIARIES or word.text in _DAYS:
        return True
    return word.text.endswith("ly") and word.text[0].islower() and word.text not in _NOUNS_IN_LY


def is_finite(word: Word, inside: bool) -> bool:
    """Tell whether a word is a verb that ends a subject; the first word of one never is."""
    if word.text[0].isupper() or not inside:
        return False
    told = word.small in CUES and word.small not in _RATHER_NOUNS
    return word.small in FINITE or told or word.small.endswith("ed")


def clause_start(words: Sequence[Word], start: int, stop: int) -> int:
    """Find where the last clause of a chunk begins: after “that”, “while” and the like."""
    begin = start
    verbs = False
    for place in range(start, stop):
        small = words[place].small
        if small == "with" and not verbs and place > start:
            continue  # “a source familiar with the matter said”
        if small == "whose" and place > start:
            continue  # “a writer whose play was dropped has accused them”
        if small in _CLAUSE_STARTS and place + 1 < stop:
            begin, verbs = place + 1, False
        elif CUES.get(small) == SAY and start < place < stop - 1 and _is_plain_verb(words, place):
            begin, verbs = place + 1, False  # “Moscow said it would …”: “that” is left out
        elif small == "and" and verbs:
            begin, verbs = place + 1, False
        elif small in FINITE or CUES.get(small) == SAY or PARTICIPLE.match(words[place].text):
            verbs = place > begin or verbs
    return begin


def _is_plain_verb(words: Sequence[Word], place: int) -> bool:
    small = words[place].small
    return small not in ALSO_NOUNS and words[place].text[0].islower()


def skip_connectives(words: Sequence[Word], start: int, stop: int) -> int:
    """Skip “but”, “and” and the like, but never the last word."""
    while start < stop - 1 and words[start].small in _CONNECTIVES:
        start += 1
    return start


def skip_leading(text: str, words: Sequence[Word], start: int, stop: int) -> int:
    """Skip what only leads in: “On Monday”, “Last week”, “In a statement”."""
    while start < stop:
        leading = _LEADING.match(text, words[start].start)
        if not leading or leading.end() >= words[stop - 1].end:
            return _after_place(words, start, stop)
        start += 1
        while start < stop and words[start].start < leading.end():
            start += 1
    return start


def _after_place(words: Sequence[Word], start: int, stop: int) -> int:
    """Skip “Behind him” in “Behind him a banner”: the subject is the last phrase."""
    if words[start].small not in ADVERBIAL:
        return start
    for place in range(stop - 1, start + 1, -1):
        if words[place].small in DETERMINERS:
            return place if words[place - 1].small not in PREPOSITIONS else start
        before = words[place - 1]
        led = before.text[0].islower() and before.small not in PREPOSITIONS | DETERMINERS
        if led and words[place].text[0].isupper():
            return place
    return start
