"""What rules and reviewers read alike, by layer, and every passage that they read otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pandas as pd

from sourcebook.annotate import FOUND
from sourcebook.annotation import Annotation
from sourcebook.corpus import Corpus
from sourcebook.interval import Interval, read_day
from sourcebook.scoring import RESOLVED, both_readings, compare, registered
from sourcebook.span import Span
from sourcebook.tables.causes import cause

POINTS_TO = {"dates": "day", "quotations": "speaker", "attributions": "source", "places": "sense"}
"""Layers in which a span that is found can still be read otherwise, and what is read in it."""


def agreement(corpus: Corpus) -> pd.DataFrame:
    """Return one row per layer in which reviewers or the machine marked anything.

    The machine annotates every article by rule, each by itself and without the reviewed
    annotations.

    Columns: layer, reviewed, machine (int64: annotations of each; characters, for zones), found
    (int64: reviewed ones that the machine marked too), missed (int64: those it did not), extra
    (int64: the machine's that reviewers did not mark), precision, recall (float64, 0 to 1; NaN
    where the machine, or reviewers, marked nothing), reads (what is read in a found one: day,
    speaker, source, sense; else empty), alike (Int64: found ones that both read alike; NA where
    `reads` is empty).
    """
    ours, theirs = both_readings(corpus)
    is_name = registered(corpus)
    rows = []
    for one in compare(ours, theirs, is_name):
        if not one.reviewed and not one.machine:
            continue
        alike = one.resolved
        if one.layer == "places":
            alike = _same_sense(_of(ours, "places", is_name), _of(theirs, "places", is_name))
        rows.append(
            (
                one.layer,
                one.reviewed,
                one.machine,
                one.found,
                one.reviewed - one.found,
                one.machine - one.confirmed,
                one.precision if one.machine else float("nan"),
                one.recall if one.reviewed else float("nan"),
                POINTS_TO.get(one.layer, ""),
                alike,
            )
        )
    names = "layer reviewed machine found missed extra precision recall reads alike"
    counts = dict.fromkeys("reviewed machine found missed extra".split(), "int64")
    shares = dict.fromkeys(("precision", "recall"), "float64")
    return pd.DataFrame(rows, columns=names.split()).astype({**counts, **shares, "alike": "Int64"})


def disagreements(corpus: Corpus) -> pd.DataFrame:
    """Return one row per passage that reviewers and the machine read otherwise, by layer.

    A passage is a stretch on which annotations of a layer overlap.

    Columns: layer, kind (missed: only reviewers marked it; extra: only the machine did;
    otherwise: both did, and say different things), article, start, end, quote (the first
    annotation there, the reviewed one if there is one; int64 offsets, end exclusive), reviewed,
    machine (what each reads in it, in words; empty where nothing), cause (what makes such a
    passage hard, judged from the annotations: a guess).
    """
    ours, theirs = both_readings(corpus)
    is_name = registered(corpus)
    rows = []
    for layer in FOUND:
        mine, yours = _of(ours, layer, is_name), _of(theirs, layer, is_name)
        for checked, machine in _passages(corpus, mine, yours):
            if _alike(checked, machine, layer, is_name):
                continue
            kind = "missed" if not machine else "extra" if not checked else "otherwise"
            shown = (checked or machine)[0]
            row = (layer, kind, shown.article, shown.start, shown.end, shown.quote)
            told = _told(corpus, checked, machine)
            rows.append((*row, *told, cause(corpus, checked, machine)))
    names = "layer kind article start end quote reviewed machine cause"
    frame = pd.DataFrame(rows, columns=names.split())
    return frame.astype({"start": "int64", "end": "int64"})


def _of(found: list[Annotation], layer: str, is_name: Callable[[str], bool]) -> list[Annotation]:
    kept = [one for one in found if one.layer == layer]
    if layer in ("people", "organisations", "places"):
        return [one for one in kept if is_name(one["key"])]
    return kept


def _same_sense(checked: list[Annotation], machine: list[Annotation]) -> int:
    spans = {
        (one.span, one["key"])
        for one in checked
        for other in machine
        if one.span.overlaps(other.span)
        and (one["key"], one["sense"]) == (other["key"], other["sense"])
    }
    return len(spans)


Passage = tuple[list[Annotation], list[Annotation]]


def _passages(
    corpus: Corpus, checked: list[Annotation], machine: list[Annotation]
) -> Iterator[Passage]:
    """Yield the annotations of each stretch that they cover without a gap, by who made them."""
    place = {id_: number for number, id_ in enumerate(corpus.articles)}
    both = [(one, True) for one in checked] + [(one, False) for one in machine]
    both.sort(key=lambda pair: (place[pair[0].article], pair[0].start, pair[0].end))
    group: list[tuple[Annotation, bool]] = []
    end = Span("", 0, 0)
    for one, is_ours in both:
        if group and not one.span.overlaps(end):
            yield _split(group)
            group = []
        last = max(one.end, end.end) if group else one.end
        end = Span(one.article, one.start if not group else end.start, last)
        group.append((one, is_ours))
    if group:
        yield _split(group)


def _split(group: list[tuple[Annotation, bool]]) -> Passage:
    return [one for one, ours in group if ours], [one for one, ours in group if not ours]


def _alike(
    checked: list[Annotation],
    machine: list[Annotation],
    layer: str,
    is_name: Callable[[str], bool],
) -> bool:
    one = next(score for score in compare(checked, machine, is_name) if score.layer == layer)
    if one.found < one.reviewed or one.confirmed < one.machine:
        return False
    if layer == "places":
        return _same_sense(checked, machine) == one.reviewed
    return layer not in RESOLVED or one.resolved == len({a.span for a in checked})


def _told(corpus: Corpus, checked: list[Annotation], machine: list[Annotation]) -> tuple[str, str]:
    """Say what each reads; of several readings only those that the other does not share."""
    ours = dict.fromkeys(_reading(corpus, one) for one in checked)
    theirs = dict.fromkeys(_reading(corpus, one) for one in machine)
    apart = [told for told in ours if told not in theirs]
    apart_theirs = [told for told in theirs if told not in ours]
    if apart and apart_theirs:
        return "; ".join(apart), "; ".join(apart_theirs)
    return "; ".join(ours), "; ".join(theirs)


def _reading(corpus: Corpus, one: Annotation) -> str:
    """Say what an annotation reads in its words."""
    registries = corpus.vocabulary.registries
    if one.layer in ("people", "organisations"):
        return corpus.vocabulary.label(one["key"])
    if one.layer == "places":
        return f"{registries['places'][one['key']].label}: {one['sense']}"
    if one.layer == "dates":
        return _days(corpus, one)
    if one.layer == "figures":
        amount = one["value"] or "–".join(part for part in (one["low"], one["high"]) if part)
        return f"{amount} {one['unit']}"
    if one.layer in ("quotations", "attributions"):
        name = one["speaker" if one.layer == "quotations" else "source"]
        if name == "unknown":
            return "somebody, not told"
        who = corpus.vocabulary.label(name)
        return f"{who}, not named" if one["named"] == "anonymous" else who
    if one.layer == "terms":
        return f"{registries['terms'][one['concept']].label}: {one['variant']}"
    return one["zone"] if one.layer == "zones" else one["kind"]


def _days(corpus: Corpus, one: Annotation) -> str:
    # A later article's exact day must not reach an edition that cannot know it.
    anchors = [ref.partition(":")[0] for ref in one["anchor"].split() if ref != "published"]
    if one.status != "machine" and any(id_ not in corpus.articles for id_ in anchors):
        return "a day that rests on an article outside this edition"
    if one["basis"] == "unknown":
        return "a date, the days unknown"
    return str(Interval(read_day(one["earliest"]), read_day(one["latest"])))
