"""The 358 checked rows that the corpus was built on are all still in it, at the same words."""

import csv
from collections import Counter
from pathlib import Path

import pytest

FILE = Path(__file__).parent / "data" / "reference.csv"

with FILE.open(encoding="utf-8", newline="") as file:
    ROWS = [
        (row["article"], row["layer"], int(row["start"]), int(row["end"]), row["quote"])
        for row in csv.DictReader(file)
    ]


def mark(annotation):
    return (
        annotation.article,
        annotation.layer,
        annotation.start,
        annotation.end,
        annotation.quote,
    )


def test_the_reference_has_358_rows_and_none_twice():
    assert len(ROWS) == len(set(ROWS)) == 358
    assert Counter(layer for _, layer, *_ in ROWS) == {
        "dates": 58,
        "terms": 51,
        "organisations": 44,
        "quotations": 36,
        "people": 32,
        "hedges": 32,
        "attributions": 28,
        "figures": 24,
        "zones": 22,
        "places": 16,
        "provenance": 15,
    }


@pytest.mark.parametrize("layer", sorted({layer for _, layer, *_ in ROWS}))
def test_every_reference_row_is_in_the_corpus_at_the_same_span(corpus, layer):
    held = {mark(annotation) for annotation in corpus.layer(layer)}
    assert [row for row in ROWS if row[1] == layer and row not in held] == []


def test_only_rows_of_the_reference_claim_to_be_carried_over(corpus):
    # One that was corrected since bears its corrector's name and claims it no longer.
    claimed = {mark(a) for a in corpus.annotations if a.maker == "reference"}
    assert claimed <= set(ROWS)


def test_the_datasheet_says_how_many_were_carried_over(root):
    sheet = (root / "corpus" / "README.md").read_text(encoding="utf-8")
    assert f"A reference set of {len(ROWS)} rows" in sheet
