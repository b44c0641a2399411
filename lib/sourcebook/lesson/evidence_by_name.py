"""Evidence that a lesson's sentences name: figures, events, passages, terms."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sourcebook.corpus import Corpus
from sourcebook.errors import SourcebookError, choose
from sourcebook.evidence import (
    COUNTED,
    Citations,
    Computation,
    dated,
    evaluate,
    filled,
    find_words,
)
from sourcebook.interface import Words
from sourcebook.layers import OUTLOOKS
from sourcebook.reading import Apparatus, Cited, Computed
from sourcebook.span import Span


class EvidenceByName:
    """Finds evidence in an edition; what the edition lacks is found empty, not missing.

    A name that the whole corpus does not know is an error all the same: a slip must not look
    like silence.
    """

    def __init__(self, corpus: Corpus, whole: Corpus, words: Words) -> None:
        self.corpus = corpus
        self.words = words
        self.apparatus = Apparatus(corpus, Citations(corpus), words)
        self._whole = whole

    @property
    def whole(self) -> Corpus:
        """Every article of the kit: tells what the edition leaves out."""
        return self._whole

    def figure(self, key: str) -> Cited:
        """Evidence for a figure of the registry, from every article that gives it.

        Its parts are words (as the first of the articles writes it), label, value ("" if the
        articles give several), unit, hedge, quantifies, source and missing.
        """
        entry = self.corpus.vocabulary.entry("figures", key)
        found = self.corpus.layer("figures", figure=key)
        columns = ("unit", "hedge", "quantifies", "source", "missing")
        texts = {column: found[0][column] if found else "" for column in columns}
        words = found[0].quote if found else ""
        values = {a["value"] for a in found} - {"", "unknown"}
        texts["value"] = values.pop() if len(values) == 1 else ""
        return self._cited([a.span for a in found], words=words, label=entry.label, **texts)

    def amount(self, key: str) -> float:
        """Value of a figure, in its unit.

        SourcebookError if this edition's articles give none, or disagree: then no computation
        may choose between them.
        """
        given = {a["value"] for a in self.corpus.layer("figures", figure=key)} - {"", "unknown"}
        values = {float(value) for value in given}
        if len(values) != 1:
            told = ", ".join(f"{value:g}" for value in sorted(values)) or "none"
            raise SourcebookError(f"this edition gives no one value for {key}, but: {told}")
        return values.pop()

    def event(self, key: str, *outlooks: str) -> Cited:
        """Evidence for an event, from every article that reports it with one of the outlooks.

        No outlook given takes all: happened, planned, expected, conditional. Its parts are words
        (the registry's label) and date (as far as this edition's articles tell it).
        """
        entry = self.corpus.vocabulary.entry("events", key)
        for outlook in outlooks:
            choose(outlook, OUTLOOKS, "outlook")
        found = self.corpus.layer("events", event=key)
        spans = [a.span for a in found if not outlooks or a["outlook"] in outlooks]
        when = dated(self.corpus, entry)
        return self._cited(spans, words=entry.label, date=str(when or "a day not told"))

    def passage(self, article: str, words: str) -> Cited:
        """Evidence in an article's own words, which it must say in exactly one place.

        Empty if the article is outside the edition. Its part is words.
        """
        # Looked for in the whole corpus: a misquotation must not hide behind an early date.
        span = find_words(self._whole, article, words)
        return self._cited([span] if article in self.corpus.articles else [], words=words)

    def at(self, *spans: Span) -> Cited:
        """Evidence at places of this edition's articles, as annotations give them.

        Its part is words (those of the first place).
        """
        words = self.corpus.text(spans[0]) if spans else ""
        return self._cited(spans, words=words)

    def use(self, concept: str, *variants: str) -> Cited:
        """Evidence that articles use terms for a concept; no variant given takes all.

        Its parts are words (the first use as printed) and variant.
        """
        known = self.corpus.vocabulary.entry("terms", concept).fields["variants"]
        for variant in variants:
            choose(variant, known, f"variant of {concept}")
        found = [
            a
            for a in self.corpus.layer("terms", concept=concept)
            if not variants or a["variant"] in variants
        ]
        words, variant = (found[0].quote, found[0]["variant"]) if found else ("", "")
        return self._cited([a.span for a in found], words=words, variant=variant)

    def compute(
        self,
        name: str,
        formula: str,
        shown: str = "{:g}",
        /,
        *,
        scale: float = 1,
        **operands: Cited | Computed | float,
    ) -> Computed:
        """Compute a number from figures of the articles; the page shows how, where a reader asks.

        Parameters
        ----------
        name
            What the number is, as the page calls it.
        formula
            Names of the operands, numbers, ``+ - * /`` and brackets.
        shown
            How the number is printed, as for `str.format`: ``"${:.0f} billion"``.
        scale
            What the figures count in: 1e9 turns 52 billion into the 52 that the article prints.
        **operands
            Figures, other computations, or numbers. False if the edition lacks one of them.

        Examples
        --------
        >>> from sourcebook.lesson import open_lesson
        >>> lesson = open_lesson()
        >>> sold = lesson.figure("japan-exports-to-korea")
        >>> bought = lesson.figure("korea-exports-to-japan")
        >>> lesson.compute("balance", "a - b", "${:.0f} billion", scale=1e9, a=sold, b=bought)
        $22 billion (balance: 22 = 52 − 30)
        """
        spans = list[Span]()
        for one in operands.values():
            spans += one.spans if isinstance(one, Cited) else []
            spans += one.computation.spans if isinstance(one, Computed) else []
        if not all(one or isinstance(one, int | float) for one in operands.values()):
            return Computed(self.apparatus, Computation(name, "", 0, ()), "", known=False)
        values = {key: _number(one, scale) for key, one in operands.items()}
        value = evaluate(formula, values)
        how = filled(formula, values)
        computation = Computation(name, how, value, tuple(dict.fromkeys(spans)))
        return Computed(self.apparatus, computation, shown.format(value))

    def count(
        self, name: str, things: Collection[object] | int, *among: Cited, shown: str = "{}"
    ) -> Computed:
        """Count things, and let the page say what was counted; `among` is what they rest on.

        Things that were counted already, as in a table, are given as their number. `shown` says
        how the number is printed, as for `str.format`: ``"{}%"``.

        Examples
        --------
        >>> from sourcebook.lesson import open_lesson
        >>> lesson = open_lesson()
        >>> lesson.count("articles of this edition", lesson.corpus.articles)
        5 (articles of this edition: 5, counted)
        """
        spans = tuple(dict.fromkeys(span for one in among for span in one.spans))
        number = things if isinstance(things, int) else len(things)
        computation = Computation(name, COUNTED, float(number), spans)
        return Computed(self.apparatus, computation, shown.format(number))

    def together(self, *evidence: Cited) -> Cited:
        """Join evidence that says one thing, to cite and count it as a whole.

        Its parts are those of the first piece that the edition holds.
        """
        texts = next((one.texts for one in evidence if one), {"words": ""})
        return self._cited(dict.fromkeys(s for one in evidence for s in one.spans), **texts)

    def _cited(self, spans: Iterable[Span], **texts: str) -> Cited:
        return Cited(self.apparatus, spans, texts)


def _number(operand: Cited | Computed | float, scale: float) -> float:
    if isinstance(operand, Computed):
        return operand.value
    if isinstance(operand, Cited):
        if not operand.part("value"):
            raise SourcebookError(f"the articles give no one value for {operand!r}")
        return float(operand.part("value")) / scale
    return float(operand)
