"""What refers to a changed text goes where its words are, or is given up and told."""

import tomllib
from datetime import date

import pytest

from sourcebook.corpus import Vocabulary
from sourcebook.errors import SourcebookError
from sourcebook.intake.article_files import ArticleFiles
from sourcebook.intake.changed_entries import (
    change_anchors,
    change_catalogue,
    change_registry,
    following,
)
from sourcebook.intake.changed_text import ChangedText
from sourcebook.intake.rows import read_cells

OLD = "Pool to close. It shuts on Monday. A vote was lost."
NEW = "Old pool to close. It shuts on Monday. A vote was won."
ROWS = [
    {"start": str(OLD.index(words)), "end": str(OLD.index(words) + len(words)), "quote": words}
    for words in ("Pool to close", "on Monday", "was lost")
]
MONDAY, LOST = "a:24-33", "a:42-50"
BEFORE = ChangedText(NEW, ROWS, len(OLD))
FOLLOW = following("a", BEFORE)
FILES = ArticleFiles("a", "a.txt", NEW, "new", "old", len(OLD), None, {}, Vocabulary({}), "")
CATALOGUE = f"""\
[a]
sha256 = "old"
characters = {len(OLD)}

[a.headline]
value = "Pool to close"
basis = "stated"
evidence = ["a:0-13"]

[a.byline]
value = "unknown"
basis = "unknown"

[a.dateline]
value = "unknown"
basis = "unknown"

[[a.defects]]
what = "Torn."
evidence = ["{LOST}"]

[[a.defects]]
what = "Stained."
evidence = [
  "{MONDAY}",
  "b:1-2",
]

[b]
sha256 = "other"

[b.origin]
value = "b"
evidence = ["{MONDAY}", "{LOST}"]  # both
"""


def test_a_catalogue_follows_and_tells_what_it_lost():
    new, remarks = change_catalogue(CATALOGUE, FILES, BEFORE, date(2026, 5, 4))
    note = "Evidence was lost when the text of a changed on 4 May 2026."
    assert tomllib.loads(new) == {
        "a": {
            "sha256": "new",
            "characters": len(NEW),
            "headline": {
                "value": "Pool to close",
                "basis": "stated",
                "evidence": [],
                "note": note,
            },
            "byline": {"value": "unknown", "basis": "unknown"},
            "dateline": {"value": "unknown", "basis": "unknown"},
            "defects": [
                {"what": "Torn.", "evidence": []},
                {"what": "Stained.", "evidence": ["a:28-37", "b:1-2"]},
            ],
        },
        "b": {
            "sha256": "other",
            "origin": {"value": "b", "evidence": ["a:28-37"], "note": note},
        },
    }
    assert "  # both" in new
    assert remarks == [
        f"corpus/catalog.toml, [{where}]: evidence lost when the text changed"
        for where in ("a.headline", "a.defects", "b.origin")
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("[a]\n", "['a']\n"),
        ("[b.origin]\n", "[b . origin]\n"),
        (f'evidence = ["{LOST}"]', f'"evidence" = ["{LOST}"]'),
    ],
)
def test_a_catalogue_written_another_way_is_refused_and_not_guessed_at(old, new):
    assert old in CATALOGUE
    with pytest.raises(SourcebookError, match=r"^corpus/catalog\.toml, \[a\]|not on a line of its"):
        change_catalogue(CATALOGUE.replace(old, new), FILES, BEFORE, date(2026, 5, 4))


def test_a_registry_follows_and_tells_what_it_lost():
    text = f'[x]\nevidence = [ "{MONDAY}", "{LOST}", "b:1-2" ]\n[y]\nevidence = ["{LOST}"]\n'
    new, lost = change_registry(text, "events.toml", "a", FOLLOW)
    assert tomllib.loads(new) == {
        "x": {"evidence": ["a:28-37", "b:1-2"]},
        "y": {"evidence": []},
    }
    assert lost == [f"events.toml: {LOST} taken out, since its words are not found"] * 2
    dates_alone = following("a", BEFORE, [(0, 3)])
    assert tomllib.loads(change_registry(text, "e", "a", dates_alone)[0])["x"] == {
        "evidence": ["b:1-2"]
    }


def test_a_reference_that_stands_in_no_list_is_not_guessed_at():
    with pytest.raises(SourcebookError, match="within a list of its own"):
        change_registry(f'[x]\nnote = "{MONDAY}"\n', "events.toml", "a", FOLLOW)


def test_other_articles_anchors_follow_and_all_else_stays_as_written():
    records = [
        "article,start,end,quote,earliest,latest,basis,anchor,event,maker,status,note\r\n",
        f"b,0,3,day,2024-01-01,2024-01-01,inferred,{MONDAY} {LOST} published,,AS,reviewed,\r\n",
        f'b,5,9,"""a""",2024-01-01,2024-01-01,inferred,b:0-3,,AS,reviewed,see {MONDAY}\r\n',
    ]
    changed = change_anchors(records, "a", FOLLOW)
    assert read_cells(changed[1])[7] == "a:28-37 published"
    assert changed[1].endswith(",reviewed,\r\n")
    assert [changed[0], changed[2]] == [records[0], records[2]]
