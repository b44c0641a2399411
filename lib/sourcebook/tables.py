"""DataFrames over a corpus: one function per layer, and a few that join layers.

Every function takes a Corpus, or a selection of one, and returns a new DataFrame. In each
layer's table a row is one annotation, in catalogue order and then by position, and these columns
surround the layer's own:

- article: article id.
- start, end: code-point offsets into the raw text, end exclusive (int64).
- quote: the words between them.
- maker, status, note: who made the annotation, how far it is trusted, and a remark.

An empty cell is an empty string in text columns, NaN in numbers and NaT in dates.
"""

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
            kind = "Int64" if column.kind == "offset" else "float64"
            frame[column.name] = pd.to_numeric(frame[column.name], errors="coerce").astype(kind)
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


def articles(corpus: Corpus) -> pd.DataFrame:
    """Return one row per article, in catalogue order.

    Columns: article (id), headline, outlet, byline, earliest, latest (datetime64: published
    between these days, both included), dated (basis of the date), origin, version, words
    (int64: runs of non-space characters in the raw file), defects (int64: number of defects).
    """
    rows = [
        (
            article.id,
            article.headline.value,
            article.outlet.value,
            article.byline.value,
            article.date.earliest,
            article.date.latest,
            article.dated.basis,
            article.origin.value,
            article.version.value,
            len(article.text.split()),
            len(article.defects),
        )
        for article in corpus.articles.values()
    ]
    names = "article headline outlet byline earliest latest dated origin version words defects"
    frame = pd.DataFrame(rows, columns=names.split())
    return frame.astype({"words": "int64", "defects": "int64"}).assign(
        earliest=pd.to_datetime(frame["earliest"]), latest=pd.to_datetime(frame["latest"])
    )


def timeline(corpus: Corpus) -> pd.DataFrame:
    """Return one row per event that the corpus reports, by its earliest day.

    Columns: event (key), label, earliest, latest (datetime64, both included), precision (day,
    month, year, range), outlook (happened if any article tells it as past, else the first other
    outlook told), articles (int64: how many report it), origins (int64), topics (keys joined by
    a space).
    """
    registry = corpus.vocabulary.registries["events"]
    rows = []
    for key, group in events(corpus).groupby("event", sort=False):
        event = registry[str(key)]
        told = list(group["outlook"])
        ids = set(group["article"])
        rows.append(
            (
                event.key,
                event.label,
                pd.Timestamp(event.interval.earliest),
                pd.Timestamp(event.interval.latest),
                event.interval.precision,
                "happened" if "happened" in told else told[0],
                len(ids),
                len({corpus.article(id_).origin.value for id_ in ids}),
                " ".join(event.topics),
            )
        )
    names = "event label earliest latest precision outlook articles origins topics"
    frame = pd.DataFrame(rows, columns=names.split())
    return frame.sort_values(["earliest", "latest", "event"], ignore_index=True)


def voices(corpus: Corpus) -> pd.DataFrame:
    """Return one row per direct quotation or indirect attribution, by article and position.

    Columns: article, start, end, quote, speaker (name in the registry), voice (named, anonymous,
    relayed: reaches the article through somebody else), direct (bool: in quotation marks).
    """
    rows = []
    for layer, speaker in (("quotations", "speaker"), ("attributions", "source")):
        for a in corpus.layer(layer):
            voice = "relayed" if a["relayed_by"] else a["named"]
            name = corpus.vocabulary.label(a[speaker])
            rows.append((a.article, a.start, a.end, a.quote, name, voice, layer == "quotations"))
    names = "article start end quote speaker voice direct"
    frame = pd.DataFrame(rows, columns=names.split())
    order = frame["article"].map({id_: n for n, id_ in enumerate(corpus.articles)})
    return frame.assign(order=order).sort_values(
        ["order", "start", "end"], ignore_index=True
    ).drop(columns="order")


def roles(corpus: Corpus) -> pd.DataFrame:
    """Return one row per person or organisation and role that an article gives or implies.

    Columns: key, name, role, start, end (datetime64; NaT where open or unknown), basis (how the
    role is known), article (ids joined by a space, those that mention its holder in that role).
    """
    rows = []
    for layer in ("people", "organisations"):
        held: dict[tuple[str, str], list[str]] = {}
        for mention in corpus.layer(layer):
            if mention["role"]:
                ids = held.setdefault((mention["key"], mention["role"]), [])
                if mention.article not in ids:
                    ids.append(mention.article)
        for (key, title), ids in held.items():
            entry = corpus.vocabulary.entry(layer, key)
            role = next(role for role in entry.roles if role.role == title)
            rows.append((key, entry.label, title, role.start, role.end, role.basis, " ".join(ids)))
    names = "key name role start end basis article"
    frame = pd.DataFrame(rows, columns=names.split())
    return frame.assign(start=pd.to_datetime(frame["start"]), end=pd.to_datetime(frame["end"]))
