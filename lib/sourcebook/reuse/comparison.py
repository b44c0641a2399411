"""Two articles of a corpus compared as versions of one report."""

from __future__ import annotations

from dataclasses import dataclass

from sourcebook.corpus import Corpus
from sourcebook.reuse.alignment import align
from sourcebook.reuse.order import Order, earlier_version
from sourcebook.reuse.plain_sentences import sentences_of
from sourcebook.reuse.rows import Row, side_by_side
from sourcebook.reuse.versions import Change, changes
from sourcebook.reuse.words import words


@dataclass(frozen=True)
class Comparison:
    """What two versions of a report share, and what became of each sentence.

    `first` and `second` are article ids, the earlier version first where `order` knows it. The
    story of each has `words` words, without headline, section heads and what belongs to the site;
    `shared` of them stand in both, in runs. `rows` lay `changes` out as plain text.
    """

    first: str
    second: str
    words: tuple[int, int]
    shared: int
    changes: tuple[Change, ...]
    rows: tuple[Row, ...]
    order: Order


def compare_articles(corpus: Corpus, one: str, other: str) -> Comparison:
    """Compare two articles as versions of one report, whichever is given first.

    Raises
    ------
    UnknownName
        If the corpus has no article of that id; the message lists the valid ones.

    Examples
    --------
    >>> from sourcebook import load_corpus
    >>> twins = compare_articles(load_corpus(), "reset-button", "drop-trade-dispute")
    >>> twins.first, twins.order.reasons[0].why
    ('drop-trade-dispute', 'the first expects what the second reports as done')
    >>> twins.words, twins.shared
    ((740, 783), 470)
    """
    compared = _compared(corpus, one, other)
    return _compared(corpus, other, one) if compared.order.earlier == "second" else compared


def _compared(corpus: Corpus, one: str, other: str) -> Comparison:
    first, second = corpus.article(one), corpus.article(other)
    sentences = sentences_of(corpus, one), sentences_of(corpus, other)
    found = changes(first.text, second.text, sentences)
    # What is left out becomes blank, so that offsets stay what they are.
    story = _only(first.text, sentences[0]), _only(second.text, sentences[1])
    return Comparison(
        one,
        other,
        (len(words(story[0])), len(words(story[1]))),
        sum(run.words for run in align(*story)),
        found,
        side_by_side(first.text, second.text, found),
        earlier_version(first.text, second.text, found, (first.date, second.date)),
    )


def _only(text: str, spans: list[tuple[int, int]]) -> str:
    pieces, done = [], 0
    for start, end in spans:
        pieces += [" " * (start - done), text[start:end]]
        done = end
    return "".join(pieces)
