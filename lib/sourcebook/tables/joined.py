"""DataFrames that join layers with the catalogue and the registries."""

from __future__ import annotations

import pandas as pd

from sourcebook.corpus import Corpus
from sourcebook.evidence import count_sources, dated
from sourcebook.tables.layers import events


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
    """Return one row per event that the corpus reports, by its earliest and then latest day.

    An event that these articles report but cannot date is left out.

    Columns: event (key), label, earliest, latest (datetime64, both included), precision (day,
    month, year, range), outlook (happened if any article tells it as past, else the first other
    outlook told), articles (int64: how many report it), origins (int64), topics (keys joined by
    a space).
    """
    reports = dict(list(events(corpus).groupby("event")))
    rows = []
    for event in corpus.vocabulary.registries["events"].values():
        when = dated(corpus, event)
        if event.key not in reports or when is None:
            continue
        group = reports[event.key]
        told = list(group["outlook"])
        counted = count_sources(corpus, group["article"])
        rows.append(
            (
                event.key,
                event.label,
                pd.Timestamp(when.earliest),
                pd.Timestamp(when.latest),
                when.precision,
                "happened" if "happened" in told else told[0],
                counted.articles,
                counted.origins,
                " ".join(event.topics),
            )
        )
    names = "event label earliest latest precision outlook articles origins topics"
    # Python's sort keeps the registry's order among equal dates; sorting the frame would not.
    rows.sort(key=lambda row: row[2:4])
    frame = pd.DataFrame(rows, columns=names.split())
    # Spelt out, or a table without rows would hold objects.
    return frame.astype({"articles": "int64", "origins": "int64"}).assign(
        earliest=pd.to_datetime(frame["earliest"]), latest=pd.to_datetime(frame["latest"])
    )


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
    frame = frame.astype({"start": "int64", "end": "int64", "direct": "bool"})
    order = frame["article"].map({id_: n for n, id_ in enumerate(corpus.articles)})
    return (
        frame.assign(order=order)
        .sort_values(["order", "start", "end"], ignore_index=True)
        .drop(columns="order")
    )


def roles(corpus: Corpus) -> pd.DataFrame:
    """Return one row per person or organisation and role that an article gives or implies.

    Columns: key, name, role, start, end (datetime64; NaT where open, unknown or later than the
    as-of date), basis (how the role is known), article (ids joined by a space, those that mention
    its holder in that role).
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
            over = role.end is not None and (corpus.as_of is None or role.end <= corpus.as_of)
            end = role.end if over else None
            rows.append((key, entry.label, title, role.start, end, role.basis, " ".join(ids)))
    names = "key name role start end basis article"
    frame = pd.DataFrame(rows, columns=names.split())
    return frame.assign(start=pd.to_datetime(frame["start"]), end=pd.to_datetime(frame["end"]))
