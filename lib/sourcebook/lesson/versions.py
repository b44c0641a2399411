"""Two versions of one report side by side: what changed, and which is the earlier one."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from markupsafe import Markup

from sourcebook.corpus import Corpus
from sourcebook.lesson.lesson import Lesson
from sourcebook.reading import Cited, Shown
from sourcebook.reuse import Change, Order, changes, copies, earlier_version, sentences_of
from sourcebook.span import Span


@dataclass(frozen=True)
class Versions:
    """Two articles of an edition that copy one report, the earlier one first if that is known.

    `shared` is the share of their word runs that both have, 0 to 1.
    """

    first: str
    second: str
    shared: float
    changes: tuple[Change, ...]
    order: Order


def versions(corpus: Corpus) -> list[Versions]:
    """Find the pairs of articles that copy one report, told from their text alone.

    Examples
    --------
    >>> from sourcebook import load_corpus
    >>> [(pair.first, pair.second, pair.order.earlier) for pair in versions(load_corpus())]
    [('drop-trade-dispute', 'reset-button', 'first')]
    """
    texts = {id_: article.text for id_, article in corpus.articles.items()}
    found = []
    for copy in copies(texts):
        pair = _compared(corpus, copy.one, copy.other, copy.resemblance)
        if pair.order.earlier == "second":
            pair = _compared(corpus, copy.other, copy.one, copy.resemblance)
        found.append(pair)
    return found


def _compared(corpus: Corpus, one: str, other: str, shared: float) -> Versions:
    first, second = corpus.article(one), corpus.article(other)
    sentences = sentences_of(corpus, one), sentences_of(corpus, other)
    found = changes(first.text, second.text, sentences)
    order = earlier_version(first.text, second.text, found, (first.date, second.date))
    return Versions(one, other, shared, found, order)


def same_sentence(lesson: Lesson, pair: Versions | None) -> Cited:
    """Return the first sentence that both versions have word for word, as evidence, or none."""
    for change in pair.changes if pair else ():
        if pair and change.kind == "same":
            spans = Span(pair.first, *change.first[0]), Span(pair.second, *change.second[0])
            if lesson.corpus.text(spans[0]) == lesson.corpus.text(spans[1]):
                return lesson.at(*spans)
    return lesson.at()


def kinds_of_change(lesson: Lesson, pair: Versions) -> Shown | None:
    """Show how many sentences were kept, changed, added or cut, and what the words mean."""
    marks = Counter(mark for one in pair.changes for mark in one.label.split(", "))
    rows = [(kind, marks[kind], meaning) for kind, meaning in _MEANINGS.items() if marks[kind]]
    caption = f"What became of the sentences of {pair.first} in {pair.second}"
    headings = "Change", "Number", "It means"
    return lesson.table(rows, caption, *headings, counted="sentences with each kind of change")


_MEANINGS = {
    "same": "the same words; case, punctuation and spelling may differ",
    "reworded": "most words are the same",
    "retold": "few words are the same: paired by the rare ones, so look yourself",
    "cut": "only the first has it",
    "added": "only the second has it",
    "moved": "stands elsewhere in the order",
    "split": "one sentence became several",
    "joined": "several sentences became one",
    "softened": "hedged more in the second",
    "firmed up": "hedged less in the second",
    "tense changed": "the same verb, in another tense",
    "figure changed": "another figure",
}


def sentence_pairs(lesson: Lesson, pair: Versions) -> Shown | None:
    """Show every sentence that is not the same in both; words that the other lacks stand bold."""
    rows = [
        (change.label, *_both(lesson, pair, change))
        for change in pair.changes
        if change.kind != "same"
    ]
    caption = "Sentence by sentence, without those that are the same; what the other lacks is bold"
    return lesson.table(rows, caption, "Change", pair.first, pair.second)


def commitments(lesson: Lesson, pair: Versions) -> Shown | None:
    """Show only the sentences that one version softens, firms up, or tells in another tense."""
    kept = tuple(one for one in pair.changes if one.how.tone or one.how.retensed)
    return sentence_pairs(lesson, replace(pair, changes=kept))


def reasons(lesson: Lesson, pair: Versions) -> Shown | None:
    """Show why one version is taken for the earlier one, with what speaks against it."""
    names = {"first": pair.first, "second": pair.second}
    rows = []
    for reason in pair.order.reasons:
        spans = [
            Span(article, *span)
            for article, span in ((pair.first, reason.first), (pair.second, reason.second))
            if span
        ]
        why = re.sub(r"\bthe (first|second)\b", lambda found: names[found[1]], reason.why)
        told = lesson.say("{why}{where:cite}", why=why, where=lesson.at(*spans)) if spans else why
        rows.append((told, names[reason.earlier], "strong" if reason.weight > 1 else "weak"))
    return lesson.table(
        rows,
        "Which version is the earlier one? What the texts say",
        *("Reason", "Earlier would be", "Weight"),
        counted="characters and sentences of both files, where a reason names them",
    )


def _both(lesson: Lesson, pair: Versions, change: Change) -> tuple[Shown, Shown]:
    sides = ((pair.first, change.first), (pair.second, change.second))
    cited = [lesson.at(*(Span(id_, *span) for span in spans)) for id_, spans in sides]
    first, second = (
        " ".join(lesson.corpus.text(span) for span in one.spans).split() for one in cited
    )
    # Another spelling of a word is not another word.
    same = {other.lower(): one.lower() for one, other in change.how.respelt}
    ours, theirs = [_bare(word) for word in first], [_bare(word) for word in second]
    theirs = [same.get(word, word) for word in theirs]
    kept, kept_theirs = set[int](), set[int]()
    for block in SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks():
        kept |= set(range(block.a, block.a + block.size))
        kept_theirs |= set(range(block.b, block.b + block.size))
    if not first or not second:
        # Nothing to compare with: the column is enough, and a bold paragraph is hard to read.
        kept, kept_theirs = set(range(len(first))), set(range(len(second)))
    return _bold(first, kept, cited[0]), _bold(second, kept_theirs, cited[1])


def _bare(word: str) -> str:
    return word.strip(_MARKS).lower().replace("’", "'")


_MARKS = "“”\"‘’'.,;:!?()–—-"


def _bold(words: list[str], kept: set[int], cited: Cited) -> Shown:
    """Show words with those set bold that are not kept."""
    html = Markup(" ").join(
        word if place in kept or not _bare(word) else Markup("<strong>{}</strong>").format(word)
        for place, word in enumerate(words)
    )
    # One stretch of bold words, not many.
    html = Markup(html.replace("</strong> <strong>", " "))
    return Shown(
        Markup('<q class="bare">{}</q>{:cite}').format(html, cited),
        f"{' '.join(words)}{cited:cite}",
    )
