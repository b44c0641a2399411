"""What makes a passage hard for rules: a guess, from what was marked there."""

from __future__ import annotations

from collections.abc import Sequence

from sourcebook.annotation import Annotation
from sourcebook.corpus import Corpus

PRONOUNS = frozenset("he she it they we you i this that who what".split())

ELSEWHERE = "The day rests on another article, and rules read one article at a time"
OUTSIDE = "The day is known from outside the articles"
NOT_ON_CALENDAR = "The words name a happening, not a day: one must know when it was"
OTHER_DAYS = "Both saw the words, and counted from another day or over another stretch"
SENSE = "One name stands for a country, its government and more; spelling does not tell which"
FURNITURE = "The name stands in the page’s own lines, where the rules do not look"
UNLISTED = "The words name it in a way that the vocabulary does not list"
IN_WORDS = "The number is written in words"
OTHER_NUMBER = "The number can be read in more than one way"
MESSENGER = "The words came by way of somebody else, who is easily taken for the speaker"
PRONOUN = "A pronoun stands for whoever spoke"
UNNAMED = "Nobody is named"
OTHER_SOURCE = "Whoever spoke is named in another sentence, or in other words"
VERB = "A verb of saying may report words, lead into a quotation, or tell what is done"
HEDGE = "The same word hedges in one sentence and not in the next"
TERM = "The same words are a contested term in one place and plain speech in another"
PAGE = "Nothing but its look tells a page’s own line from the story"


def cause(corpus: Corpus, checked: Sequence[Annotation], machine: Sequence[Annotation]) -> str:
    """Say what probably made reviewers and the machine read a passage otherwise.

    Parameters
    ----------
    corpus
        The edition, whose zones tell a page's own lines from the story.
    checked, machine
        The annotations of one layer that stand there, by who made them; one may be empty.

    Returns
    -------
    str
        One of this module's sentences, without a full stop.

    Examples
    --------
    >>> from sourcebook import load_corpus
    >>> corpus = load_corpus()
    >>> cause(corpus, corpus.layer("places")[:1], [])
    'The words name it in a way that the vocabulary does not list'
    """
    layer = (*checked, *machine)[0].layer
    if layer == "dates":
        return _of_date(checked, machine)
    if layer in ("quotations", "attributions"):
        return _of_voice(checked, machine)
    if layer == "figures":
        written = any(letter.isdigit() for one in (*checked, *machine) for letter in one.quote)
        return OTHER_NUMBER if written else IN_WORDS
    if layer in ("people", "organisations", "places"):
        return _of_name(corpus, checked, machine)
    return {"terms": TERM, "hedges": HEDGE}.get(layer, PAGE)


def _of_date(checked: Sequence[Annotation], machine: Sequence[Annotation]) -> str:
    for one in checked:
        anchors = {ref.partition(":")[0] for ref in one["anchor"].split()} - {"published"}
        if anchors - {one.article}:
            return ELSEWHERE
        if one["basis"] == "background":
            return OUTSIDE
    return OTHER_DAYS if machine else NOT_ON_CALENDAR


def _of_voice(checked: Sequence[Annotation], machine: Sequence[Annotation]) -> str:
    if not checked:
        return VERB
    if any(one["relayed_by"] for one in checked):
        return MESSENGER
    if any(PRONOUNS & set(_naming(one).lower().split()) for one in (*checked, *machine)):
        return PRONOUN
    return UNNAMED if any(one["named"] == "anonymous" for one in checked) else OTHER_SOURCE


def _naming(one: Annotation) -> str:
    """Words that name who spoke: for an attribution they stand within it."""
    return one.quote if one.layer == "attributions" else one["speaker"]


def _of_name(corpus: Corpus, checked: Sequence[Annotation], machine: Sequence[Annotation]) -> str:
    if checked and machine and checked[0].layer == "places":
        return SENSE
    shown = (*checked, *machine)[0]
    page = ("navigation", "boilerplate")
    if any(z.span.overlaps(shown.span) for z in corpus.layer("zones") if z["zone"] in page):
        return FURNITURE
    return UNLISTED
