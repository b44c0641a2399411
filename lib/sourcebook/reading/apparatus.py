"""The apparatus of a page: whom its notes cite, how they are numbered, in which words it speaks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape

from sourcebook.corpus import Corpus
from sourcebook.evidence import Citations, Computation, Support, support
from sourcebook.interface import Words
from sourcebook.span import Span


@dataclass(frozen=True)
class Apparatus:
    """What everything on a page shares: the edition's corpus, its citations, its own words."""

    corpus: Corpus
    citations: Citations
    words: Words

    def word(self, key: str, /, **values: object) -> Markup:
        """Return the page's own words, marked with their language where the lesson's is another."""
        told = escape(self.words(key, **values))
        if self.words.language == "en":
            return told
        return Markup('<span lang="{}">{}</span>').format(self.words.language, told)

    @property
    def lang(self) -> Markup:
        """The attribute of an element in the page's own words; English needs none."""
        code = self.words.language
        return Markup("") if code == "en" else Markup(' lang="{}"').format(code)

    def marks(self, spans: Iterable[Span]) -> Markup:
        """Return the numbers of the passages that hold the spans, each a link to its source."""
        numbers = self.citations.cite(spans)
        return self._raised((f"s{n}", str(n), self.words("source-n", n=n)) for n in numbers)

    def computed(self, computation: Computation) -> Markup:
        """Return the letter of a computation, a link to how it was done."""
        letter = self.citations.compute(computation)
        place = [known for known, _ in self.citations.computations].index(letter) + 1
        label = self.words("computation-n", n=letter)
        return self._raised([(f"k{place}", letter, label)])

    def support(self, spans: Iterable[Span]) -> str:
        """Say how many articles the spans stand in, and how many origins these have."""
        return self.counted(support(self.corpus, spans))

    def counted(self, counted: Support) -> str:
        """Say how many articles and origins there are."""
        return self.words("by-origins", articles=counted.articles, origins=counted.origins)

    def support_html(self, spans: Iterable[Span]) -> Markup:
        """Say the same on a page, with the articles' ids, so that it can be counted again."""
        spans = tuple(spans)
        ids = " ".join(dict.fromkeys(span.article for span in spans))
        return Markup('<span class="support"{} data-articles="{}">{}</span>').format(
            self.lang, ids, self.support(spans)
        )

    def _raised(self, marks: Iterable[tuple[str, str, str]]) -> Markup:
        links = [
            Markup('<a href="#{}"{} aria-label="{}">{}</a>').format(target, self.lang, label, shown)
            for target, shown, label in marks
        ]
        if not links:
            return Markup("")
        return Markup('<sup class="cite">{}</sup>').format(Markup("\N{THIN SPACE}").join(links))
