"""Which other articles give what a note cites, and from how many origins they come."""

from __future__ import annotations

from dataclasses import dataclass

from sourcebook.evidence import Note
from sourcebook.reading.apparatus import Apparatus
from sourcebook.reading.markup import Shown
from sourcebook.reading.phrases import (
    joined,
    marked,
    overlapping,
    own,
    phrase,
    sentences,
    theirs,
)
from sourcebook.reuse import Change, changes, sentences_of
from sourcebook.span import Span


@dataclass(frozen=True)
class Said:
    """A figure or an event of the registry, and every place of the edition that gives it.

    An event counts as the same only where it is told in the same way, such as planned.
    """

    label: str
    outlook: str
    spans: tuple[Span, ...]


class Corroboration:
    """Tells for each note who else says what it cites; two versions are compared only once."""

    def __init__(self, apparatus: Apparatus) -> None:
        self._apparatus = apparatus
        self._changes: dict[tuple[str, str], tuple[Change, ...]] = {}

    def line(self, note: Note) -> Shown:
        """Say how many articles and origins give what is cited, and which they are.

        By the registry of figures and events; where it knows no more, by the sentences that
        copies of the report share.
        """
        groups = dict[tuple[str, ...], list[Said]]()
        for said in self._said(note):
            ids = tuple(dict.fromkeys(span.article for span in said.spans))
            groups.setdefault(ids, []).append(said)
        shared = [group for ids, group in groups.items() if len(ids) > 1]
        if shared:
            return sentences(self._apparatus, [self._shared(note, group) for group in shared])
        twins = self._twins(note)
        return self._counted("same-sentence" if twins else "marked-alone", note, twins)

    def _said(self, note: Note) -> list[Said]:
        corpus = self._apparatus.corpus
        found = dict[tuple[str, str, str], Said]()
        for one in overlapping(corpus, "figures", note):
            if one["figure"] == "unknown":  # not registered, so nothing says who else has it
                continue
            spans = tuple(a.span for a in corpus.layer("figures", figure=one["figure"]))
            label = corpus.vocabulary.entry("figures", one["figure"]).label
            found["figures", one["figure"], ""] = Said(label, "", spans)
        for one in overlapping(corpus, "events", note):
            if one["event"] == "unknown":
                continue
            told = corpus.layer("events", event=one["event"], outlook=one["outlook"])
            label = corpus.vocabulary.entry("events", one["event"]).label
            spans = tuple(a.span for a in told)
            found["events", one["event"], one["outlook"]] = Said(label, one["outlook"], spans)
        return list(found.values())

    def _twins(self, note: Note) -> tuple[Span, ...]:
        """Return the sentences of copies that match, word for word or reworded, what is cited."""
        corpus, mine = self._apparatus.corpus, note.passage.article
        found = []
        for other in corpus.origins[corpus.article(mine).origin.value]:
            for change in self._changed(mine, other) if other != mine else ():
                here = [Span(mine, *place) for place in change.first]
                if any(one.overlaps(cited) for one in here for cited in note.cited):
                    found += [Span(other, *place) for place in change.second]
        return tuple(found)

    def _changed(self, mine: str, other: str) -> tuple[Change, ...]:
        if (mine, other) not in self._changes:
            corpus = self._apparatus.corpus
            texts = corpus.article(mine).text, corpus.article(other).text
            sentences = sentences_of(corpus, mine), sentences_of(corpus, other)
            found = changes(*texts, sentences)
            # What is only "retold" was paired by a few rare words.
            kept = tuple(one for one in found if one.kind in ("same", "reworded"))
            self._changes[mine, other] = kept
        return self._changes[mine, other]

    def _shared(self, note: Note, group: list[Said]) -> Shown:
        between = own(self._apparatus, "between-parts")
        labels = joined(between, [self._label(said) for said in group])
        counted = self._counted("also-in", note, group[0].spans)
        return joined("", [labels, own(self._apparatus, "colon"), counted])

    def _label(self, said: Said) -> Shown:
        label = theirs(self._apparatus, said.label, "en")
        if said.outlook in ("", "happened"):
            return label
        more = own(self._apparatus, f"told-{said.outlook}")
        return phrase(self._apparatus, "in-brackets", what=label, more=more)

    def _counted(self, key: str, note: Note, spans: tuple[Span, ...]) -> Shown:
        """Fill a phrase with how many there are, the note's own article among them, and who."""
        apparatus = self._apparatus
        everywhere = (note.passage, *spans)
        counted = Shown(apparatus.support_html(everywhere), apparatus.support(everywhere))
        others: dict[str, list[Span]] = {}
        for span in spans:
            if span.article != note.passage.article:
                others.setdefault(span.article, []).append(span)
        names = [marked(apparatus, id_, self._listed(there)) for id_, there in others.items()]
        articles = joined(own(apparatus, "between-items"), names)
        return phrase(apparatus, key, articles=articles, counted=counted)

    def _listed(self, spans: list[Span]) -> tuple[Span, ...]:
        """Return what the page cites of the spans' passages; more would lengthen its list."""
        for note in self._apparatus.citations.notes:
            if any(span.overlaps(note.passage) for span in spans):
                # What is cited there by now, so that this adds no mark to the passage.
                return note.cited[:1]
        return ()
