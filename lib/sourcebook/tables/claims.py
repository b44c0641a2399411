"""Claims counted twice: by the files that carry them, and by the reports these go back to."""

from __future__ import annotations

import pandas as pd

from sourcebook.corpus import Corpus
from sourcebook.reuse import origins


def claims(corpus: Corpus) -> pd.DataFrame:
    """Return one row per registered event or figure that the articles report, most files first.

    Origins are told from the articles' text alone, without the catalogue: articles that share
    enough of it copy one report.

    Columns: claim (the registry's label), kind (event, figure), articles, origins (int64), article,
    start, end (where the first of them reports it; int64 offsets, end exclusive).
    """
    groups = origins({id_: article.text for id_, article in corpus.articles.items()})
    group = {id_: number for number, ids in enumerate(groups) for id_ in ids}
    rows = []
    for layer, kind in (("events", "event"), ("figures", "figure")):
        for entry in corpus.vocabulary.registries[layer].values():
            said = corpus.layer(layer, **{kind: entry.key})
            if not said:
                continue
            files = {one.article for one in said}
            counts = len(files), len({group[id_] for id_ in files})
            rows.append((entry.label, kind, *counts, said[0].article, said[0].start, said[0].end))
    rows.sort(key=lambda row: (-row[2], row[3]))
    frame = pd.DataFrame(rows, columns="claim kind articles origins article start end".split())
    return frame.astype(dict.fromkeys(("articles", "origins", "start", "end"), "int64"))
