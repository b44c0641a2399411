"""One edition of a lesson: the corpus as of a day, for an audience, in chosen terms."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pandas as pd
from markupsafe import Markup

from sourcebook.charts import Chart
from sourcebook.corpus import Corpus
from sourcebook.edition import Audience, Terms, edition
from sourcebook.evidence import paragraph
from sourcebook.interface import Words
from sourcebook.lesson.comparison import beside, compare
from sourcebook.lesson.evidence_by_name import EvidenceByName
from sourcebook.reading import (
    Cited,
    Computed,
    Shown,
    box,
    compose,
    listing,
    mark,
    phrase,
    source_list,
    style_sheet,
    table,
)


class Lesson(EvidenceByName):
    """What a lesson's cells talk to: evidence by name, sentences that rest on it, its sources.

    A sentence is printed only if the edition holds the evidence it names, so prose stays true
    when the articles or the as-of date change.

    Attributes
    ----------
    corpus : Corpus
        The selected articles, as of the day.
    audience : str
        classroom, self-study or briefing.
    terms : str
        as-published: the kit's voice borrows the articles' terms, in quotation marks; neutral: it
        uses the vocabulary's neutral wording.

    Examples
    --------
    >>> from sourcebook.lesson import open_lesson
    >>> lesson = open_lesson(as_of="2023-03-31")
    >>> rush = lesson.figure("no-need-to-rush")
    >>> lesson.say("**{rush}** of respondents ({rush:support}).", rush=rush)
    **64%[1][2]** of respondents (2 articles, 1 origin).
    >>> early = open_lesson(as_of="2020-12-31")
    >>> early.say("{rush}.", "No poll yet.", rush=early.figure("no-need-to-rush"))
    No poll yet.
    """

    def __init__(
        self,
        corpus: Corpus,
        whole: Corpus,
        audience: Audience,
        terms: Terms,
        title: str,
        prepared_for: str,
        words: Words,
    ) -> None:
        super().__init__(corpus, whole, words)
        self.audience = audience
        self.terms = terms
        self.title = title
        self.prepared_for = prepared_for

    def term(self, concept: str, within: Cited | None = None) -> str:
        """Return the kit's word for a contested matter.

        As published: the first of the vocabulary's variants that this edition's articles use (or
        those of the evidence `within`), in quotation marks, because it is theirs; the neutral
        wording where none of them mentions the matter. Neutral: the vocabulary's neutral wording.
        """
        entry = self.corpus.vocabulary.entry("terms", concept)
        used = {
            a["variant"]
            for a in self.corpus.layer("terms", concept=concept)
            if within is None or a.article in within.articles
        }
        borrowed = [variant for variant in entry.fields["variants"] if variant in used]
        if self.terms == "neutral" or not borrowed:
            return entry.neutral
        return f"“{borrowed[0]}”"

    def place(self, key: str) -> str:
        """Return the kit's name for a place, chosen as `term` chooses its word."""
        entry = self.corpus.vocabulary.entry("places", key)
        used = {a.quote for a in self.corpus.layer("places", key=key)}
        borrowed = [variant for variant in entry.fields["variants"] if variant in used]
        if self.terms == "neutral" or not borrowed:
            return entry.neutral
        return f"“{borrowed[0]}”"

    def say(self, template: str, otherwise: str = "", /, **values: object) -> Shown | None:
        """Print a Markdown sentence if the edition holds all the evidence it names.

        Parameters
        ----------
        template
            Markdown with named braces; see `sourcebook.reading.Cited` for their parts.
        otherwise
            What to print when evidence is missing; nothing by default.
        **values
            Evidence, numbers or words for the braces.
        """
        if any(isinstance(one, Cited | Computed) and not one for one in values.values()):
            return compose(otherwise) if otherwise else None
        return compose(template, **values)

    def answer(self, *claims: Shown | None) -> Shown | None:
        """Print the short answer: a numbered list of the claims that this edition supports."""
        kept = [claim for claim in claims if claim]
        return listing(kept, self.words("short-answer")) if kept else None

    def background(self, text: str) -> Shown:
        """Set apart what is known from outside the corpus, so that no one takes it for a source."""
        label = self.apparatus.word("background-outside")
        return box("background", label, compose("{text}", text=text))

    def assumption(self, template: str, **values: object) -> Shown | None:
        """Set apart what follows only if the reader's assumption holds."""
        said = self.say(template, **values)
        return box("assume", self.apparatus.word("assumption-not-source"), said) if said else None

    def table(
        self,
        rows: pd.DataFrame | Iterable[Sequence[object]],
        caption: str,
        *columns: str,
        note: str = "",
        counted: str = "",
    ) -> Shown | None:
        """Show a table whose first column heads its rows; None if there are no rows.

        `columns` are the headings; cells may hold text, numbers, dates, evidence or sentences.
        A `note` stands below the table. Numbers that the kit itself counted need `counted`, which
        says what they count and stands there too.
        """
        frame = rows if isinstance(rows, pd.DataFrame) else pd.DataFrame(list(rows))
        if frame.empty:
            return None
        line = phrase(self.apparatus, "counted", what=counted) if counted else ""
        return table(frame, caption, note, columns, line)

    def compare(self, difference: str) -> Shown | None:
        """Show a difference side by side; None if none of its sides is in the edition."""
        return compare(self.apparatus, self._whole, difference)

    def beside(self, title: str, *passages: Cited) -> Shown | None:
        """Show passages side by side, each with its article and who says it; skip empty ones."""
        return beside(self.apparatus, title, passages)

    def mark(self, article: str, words: str, *layers: str) -> Shown | None:
        """Show the paragraph that holds these words, its annotations of some layers marked."""
        held = self.passage(article, words)
        if not held:
            return None
        shown = mark(self.corpus, paragraph(self.corpus, held.spans[0]), layers)
        place = Markup('<p class="src">{}{:cite}</p>').format(article, held)
        return Shown(shown.html + place, f"{shown.text}\n{article}{held:cite}")

    def show(self, chart: Chart | None) -> Shown | None:
        """Show a chart with numbered citations in its source line; None if there is none.

        What it draws stands below it as a table, to be opened.
        """
        if chart is None:
            return None
        rows = pd.DataFrame(list(chart.rows))
        data = Markup('<details class="data"><summary>{}</summary>{}</details>').format(
            self.apparatus.word("chart-data"),
            table(
                rows,
                phrase(self.apparatus, "as-table", title=chart.title),
                columns=chart.columns,
            ),
        )
        return Shown(
            chart.html(Markup("{:cite}").format(self._cited(chart.spans)), data), repr(chart)
        )

    def sources(self) -> Shown | None:
        """List every passage cited so far; put it in the last cell."""
        return source_list(self.apparatus, self._whole) or None

    def _repr_html_(self) -> str:
        # Displayed once, in the set-up cell, it brings the style sheet of everything shown below.
        style = f"<style>{style_sheet('jupyter')}{style_sheet('reading')}</style>"
        return style + str(Markup('<p class="edition">{}</p>').format(repr(self)))

    def __repr__(self) -> str:
        heading = [self.title] if self.title else []
        heading += [f"Prepared for {self.prepared_for}"] if self.prepared_for else []
        heading += [f"As of {self.words.day(self.corpus.as_of)}"] if self.corpus.as_of else []
        return ". ".join([*heading, edition(self.corpus, self.words)])
