"""One DataFrame for each annotation layer: a row is an annotation."""

from __future__ import annotations

import pandas as pd

from sourcebook.corpus import Corpus
from sourcebook.layers import LAYERS


def _layer(corpus: Corpus, name: str) -> pd.DataFrame:
    layer = LAYERS[name]
    frame = pd.DataFrame(
        [
            [a.article, a.start, a.end, a.quote, *a.attributes.values(), a.maker, a.status, a.note]
            for a in corpus.layer(name)
        ],
        columns=list(layer.header),
    ).astype({"start": "int64", "end": "int64"})
    for column in layer.columns:
        if column.kind in ("number", "offset"):
            numbers = pd.to_numeric(frame[column.name], errors="coerce").astype("float64")
            frame[column.name] = numbers.astype("Int64") if column.kind == "offset" else numbers
        if column.kind == "date":
            frame[column.name] = pd.to_datetime(frame[column.name], format="%Y-%m-%d")
    return frame


def zones(corpus: Corpus) -> pd.DataFrame:
    """Return one row per part of a page that is not body text.

    Columns: zone (headline, byline, dateline, timestamp, caption, photo-credit, section-head,
    navigation, boilerplate).
    """
    return _layer(corpus, "zones")


def people(corpus: Corpus) -> pd.DataFrame:
    """Return one row per mention of a registered person.

    Columns: key (in the people registry), role (held at the article's date).
    """
    return _layer(corpus, "people")


def organisations(corpus: Corpus) -> pd.DataFrame:
    """Return one row per mention of a registered organisation.

    Columns: key (in the organisations registry), role (such as ruling party, at the article's
    date).
    """
    return _layer(corpus, "organisations")


def places(corpus: Corpus) -> pd.DataFrame:
    """Return one row per mention of a registered place.

    Columns: key (in the places registry), sense (place, government, other).
    """
    return _layer(corpus, "places")


def dates(corpus: Corpus) -> pd.DataFrame:
    """Return one row per date expression.

    Columns: earliest, latest (datetime64, both days included), basis (stated, inferred,
    background, unknown), anchor (span references that the reading rests on), event (key of the
    event it dates).
    """
    return _layer(corpus, "dates")


def events(corpus: Corpus) -> pd.DataFrame:
    """Return one row per report of an event.

    Columns: event (in the events registry), outlook (happened, planned, expected, conditional:
    how the article tells it).
    """
    return _layer(corpus, "events")


def figures(corpus: Corpus) -> pd.DataFrame:
    """Return one row per figure.

    Columns: figure (in the figures registry), value, low, high (float64, in `unit`), unit, hedge
    (the article's own words, such as Around), quantifies, period (two ISO days joined by /, both
    included), source (whom the article credits), missing (what a reader would need and is not
    told).
    """
    return _layer(corpus, "figures")


def quotations(corpus: Corpus) -> pd.DataFrame:
    """Return one row per direct quotation.

    Columns: speaker (key of a person or organisation), speaker_start, speaker_end (Int64, end
    exclusive: the words that name the speaker), cue (such as said), form (full, fragment, term,
    slogan, continuation), named (named, anonymous), relayed_by, closed (no where the closing
    quotation mark is missing).
    """
    return _layer(corpus, "quotations")


def attributions(corpus: Corpus) -> pd.DataFrame:
    """Return one row per indirect attribution, such as "according to the IMF".

    Columns: source (key of a person or organisation), named (named, anonymous), relayed_by, cue.
    """
    return _layer(corpus, "attributions")


def terms(corpus: Corpus) -> pd.DataFrame:
    """Return one row per use of a competing term.

    Columns: concept (in the terms registry), variant (the term in its normal form), framing.
    """
    return _layer(corpus, "terms")


def hedges(corpus: Corpus) -> pd.DataFrame:
    """Return one row per hedge.

    Columns: kind (modal, evidential, hearsay, expectation, approximation, prediction).
    """
    return _layer(corpus, "hedges")


def differences(corpus: Corpus) -> pd.DataFrame:
    """Return one row per side of a difference between articles.

    Columns: difference (in the differences registry), position (what this side says, in short).
    """
    return _layer(corpus, "differences")


def provenance(corpus: Corpus) -> pd.DataFrame:
    """Return one row per clue to where an article comes from.

    Columns: field (outlet, date, version, origin, language, defect), infers (what it shows).
    """
    return _layer(corpus, "provenance")
