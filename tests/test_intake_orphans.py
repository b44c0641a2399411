"""After a text changed: a person decides on each row, and nothing points at wrong words."""

import csv
import hashlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_intake_review import ARTICLE, change_text, corpus_files, table

from sourcebook import load_corpus
from sourcebook.errors import InvalidKit
from sourcebook.intake.accepting import accept
from sourcebook.intake.changed_text import ChangedText, stands_at
from sourcebook.intake.new_kit import new_kit
from sourcebook.intake.review import review

TODAY = date(2026, 5, 4)
OLD = """\
Pool to close in May

By Ana Silva

“It is a scandal,” said Marta Quill, who chairs the friends of the pool. The repair costs £48,000.
She added that “nobody asked us”. A vote comes on Monday.
"""
SPEAKER = "“It is a scandal,”"


def decide(folder, choose, delimiter=",", **changes):
    """Write a decision on every orphan, as a spreadsheet saves the table."""
    rows = table(folder / "orphans.csv")
    for row in rows:
        row["decision"] = choose(row)
        row |= changes.get(row["layer"], {})
    with (folder / "orphans.csv").open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, rows[0], delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)
    return rows


def row(layer, words, *cells, status="reviewed", text=OLD):
    start = text.index(words)
    maker = "rule:names" if status == "machine" else "AS"
    return layer, ["pool", start, start + len(words), words, *cells, maker, status, ""]


@pytest.fixture
def pool(tmp_path):
    """A kit of one article, whose rows a person has reviewed but one."""
    root = new_kit(tmp_path / "kit")
    (root / "corpus/articles/pool.txt").write_bytes(OLD.encode())
    sha256 = hashlib.sha256(OLD.encode()).hexdigest()

    def fact(name, value, words):
        start = OLD.find(words)
        evidence = f'["pool:{start}-{start + len(words)}"]' if words else "[]"
        basis = "stated" if words else "unknown"
        return (
            f'[pool.{name}]\nvalue = "{value}"\nbasis = "{basis}"\nevidence = {evidence}\n'
            'note = "Read."\n'
        )

    facts = {name: fact(name, "unknown", "") for name in ("outlet", "dateline", "version")}
    facts["headline"] = fact("headline", "Pool to close in May", "Pool to close in May")
    facts["byline"] = fact("byline", "Ana Silva", "By Ana Silva")
    facts["language"] = fact("language", "en", "who chairs the friends")
    facts["origin"] = fact("origin", "pool", "A vote comes")
    entry = (
        f'[pool]\nfile = "pool.txt"\nsha256 = "{sha256}"\ncharacters = {len(OLD)}\ntopics = []\n'
        'genre = "report"\ndate = {earliest = 2024-04-01, latest = 2024-04-30, '
        'basis = "background"}\n' + "".join(facts.values())
    )
    (root / "corpus/catalog.toml").write_text(entry, encoding="utf-8")
    (root / "corpus/vocabulary/people.toml").write_text(
        '[marta-quill]\nname = "Marta Quill"\nvariants = ["Marta Quill", "Quill"]\n'
    )
    named = OLD.index("Marta Quill")
    rows = [
        row("zones", "Pool to close in May", "headline"),
        row("people", "Marta Quill", "marta-quill", ""),
        row("people", "Ana Silva", "unknown", "", status="machine"),
        row("quotations", SPEAKER, "marta-quill", named, named + 11, "said", "full", "named", "",
            "yes"),
        row("figures", "£48,000", "unknown", "48000", "", "", "pounds", "", "the repair", "",
            "unknown", ""),
    ]  # fmt: skip
    for layer, cells in rows:
        with (root / f"corpus/annotations/{layer}.csv").open("a", newline="") as file:
            csv.writer(file, lineterminator="\n").writerow(cells)
    load_corpus(root)
    return root


def edit(root, *pairs):
    path = root / "corpus/articles/pool.txt"
    text = path.read_bytes().decode()
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    path.write_bytes(text.encode())
    return text


def test_undecided_orphans_stop_everything_and_decided_ones_move(kit, corpus):
    root = kit()
    change_text(root, "S. Korea, Japan hit", "S. Korea and Japan hit")
    found = review(root, ARTICLE)
    before = corpus_files(root)
    with pytest.raises(InvalidKit, match="reviewed or disputed have no place in the new text yet"):
        accept(root, ARTICLE)
    assert corpus_files(root) == before
    decide(found.folder, lambda row: "Move " if row["proposed_quote"] else "drop", ";")
    accepted = accept(root, ARTICLE, TODAY)
    after = load_corpus(root)

    def said(corpus):
        text = corpus.article(ARTICLE).text
        for one in corpus.layer("quotations"):
            if one.article == ARTICLE and one["speaker_start"]:
                yield one.quote, text[int(one["speaker_start"]) : int(one["speaker_end"])]

    told = f"orphans, as orphans.csv says: {found.orphans} moved, 0 dropped"
    assert accepted.remarks[0] == told
    assert list(said(after)) == list(said(corpus)) != []
    # Catalogue, events and anchors followed.
    old, new = corpus.article(ARTICLE), after.article(ARTICLE)
    assert [corpus.text(span) for span in old.dated.evidence] == [
        after.text(span) for span in new.dated.evidence
    ]
    events = corpus.vocabulary.registries["events"]
    for key, event in after.vocabulary.registries["events"].items():
        assert [after.text(s) for s in event.evidence] == [
            corpus.text(s) for s in events[key].evidence
        ]
    assert len(after.layer("dates")) == len(corpus.layer("dates"))


def test_a_machines_orphans_go_and_say_so_and_nothing_is_suggested_over_a_row_that_moves(pool):
    text = edit(pool, ("Pool to", "The pool to"))
    found = review(pool, "pool")
    orphans = table(found.folder / "orphans.csv")
    assert {o["layer"] for o in orphans} == {"zones", "people", "quotations", "figures"}
    assert all(o["status"] == "reviewed" for o in orphans) and found.gone == 1
    for o in orphans:
        taken = range(int(o["proposed_start"] or 0), int(o["proposed_end"] or 0))
        for new in table(found.folder / f"{o['layer']}.csv"):
            assert not set(taken) & set(range(int(new["start"]), int(new["end"])))
    decide(found.folder, lambda row: "move")
    remarks = accept(pool, "pool", TODAY).remarks
    assert "1 machine row had no place in the new text: gone" in remarks
    after = load_corpus(pool)
    (spoken,) = [q for q in after.layer("quotations") if q.quote == SPEAKER]
    assert text[int(spoken["speaker_start"]) : int(spoken["speaker_end"])] == "Marta Quill"


def test_a_row_whose_number_changed_is_offered_no_other_and_a_quotation_keeps_its_marks(pool):
    edit(pool, ("£48,000", "£84,000"), ("It is a scandal", "It is a big scandal"))
    proposed = {
        o["layer"]: (o["match"], o["proposed_quote"])
        for o in table(review(pool, "pool").folder / "orphans.csv")
    }
    assert proposed["figures"] == ("none", "")
    assert proposed["quotations"] == ("similar", "“It is a big scandal,”")


def test_a_speaker_whose_words_are_gone_is_emptied_and_said(pool):
    edit(pool, ("Pool to", "The pool to"), ("Marta Quill", "its chair"))
    found = review(pool, "pool")
    (orphan,) = [o for o in table(found.folder / "orphans.csv") if o["layer"] == "quotations"]
    assert orphan["remark"] == "which words name the speaker is lost"
    decide(found.folder, lambda row: "move" if row["proposed_quote"] else "drop")
    remarks = accept(pool, "pool", TODAY).remarks
    assert any(remark.endswith("which words name the speaker is lost") for remark in remarks)
    (spoken,) = [q for q in load_corpus(pool).layer("quotations") if q.quote == SPEAKER]
    assert (spoken["speaker_start"], spoken["speaker_end"]) == ("", "")


def test_a_quotation_that_stands_while_its_speaker_moved_is_an_orphan_too(pool):
    edit(pool, ("said Marta", "said the tireless Marta"))
    orphans = table(review(pool, "pool").folder / "orphans.csv")
    spoken = next(o for o in orphans if o["layer"] == "quotations")
    assert (spoken["start"], spoken["match"]) == (spoken["proposed_start"], "exact")


def test_evidence_follows_is_found_anew_or_is_emptied_with_a_note(pool):
    edit(pool, ("By Ana Silva\n", "Words: Ana Silva\n"), ("A vote comes on Monday.", "No vote."))
    found = review(pool, "pool")
    decide(found.folder, lambda row: "move" if row["proposed_quote"] else "drop")
    remarks = accept(pool, "pool", TODAY).remarks
    after = load_corpus(pool)
    article = after.article("pool")
    assert [after.text(span) for span in article.headline.evidence] == ["Pool to close in May"]
    assert [after.text(span) for span in article.byline.evidence] == ["Ana Silva"]
    assert (article.origin.evidence, article.origin.note) == (
        (),
        "Read. Evidence was lost when the text of pool changed on 4 May 2026.",
    )
    assert "corpus/catalog.toml, [pool.origin]: evidence lost when the text changed" in remarks


def test_a_headline_that_changed_moves_with_its_row_and_its_value_is_told(pool):
    edit(pool, ("Pool to close in May", "Old pool to close in May"))
    found = review(pool, "pool")
    decide(found.folder, lambda row: "move" if row["proposed_quote"] else "drop")
    headline = "Old pool to close in May"
    zones = {"proposed_start": "0", "proposed_end": str(len(headline)), "proposed_quote": headline}
    decide(found.folder, lambda row: "move", zones=zones)
    remarks = accept(pool, "pool", TODAY).remarks
    after = load_corpus(pool)
    assert [after.text(span) for span in after.article("pool").headline.evidence] == [headline]
    assert any(f"the text says {headline!r} now; mend value" in remark for remark in remarks)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"decision": "perhaps"}, "no decision 'perhaps'"),
        ({"number": "99"}, "number '99' is not that of an orphan"),
        ({"proposed_quote": "no such words", "proposed_start": ""}, "is not in the article"),
        ({"proposed_start": "one", "proposed_end": "3"}, "one-3 does not cover the quote"),
        ({"proposed_start": "1", "proposed_end": "3"}, "1-3 does not cover the quote"),
    ],
)
def test_a_decision_that_cannot_be_carried_out_leaves_all_as_it_was(pool, changes, said):
    edit(pool, ("Pool to", "The pool to"))
    found = review(pool, "pool")
    decide(found.folder, lambda row: "move", people=changes)
    before = corpus_files(pool)
    with pytest.raises(InvalidKit, match=said) as caught:
        accept(pool, "pool")
    assert "build/review/pool/orphans.csv, " in str(caught.value)
    assert corpus_files(pool) == before


def test_places_are_only_told_where_they_are_certain():
    old = "One two three four. The red house stands. Five six seven eight."
    rows = [
        {"start": str(old.index(words)), "end": str(old.index(words) + len(words)), "quote": words}
        for words in ("One two three four", "red", "Five six seven eight")
    ]
    changed = ChangedText("Now. " + old, rows, len(old))
    red = old.index("red")
    assert changed.place(red, red + 3) == (red + 5, red + 8)
    assert changed.place(red + 4, red + 9) == (red + 9, red + 14)  # "house": both sides moved by 5
    torn = ChangedText(old.replace("stands", "stood there"), rows, len(old))
    assert torn.place(red + 4, red + 9) is None


@given(st.text(), st.text(max_size=5), st.integers(0, 99), st.integers(0, 99))
def test_any_place_is_one_of_the_text(text, words, start, end):
    for place in stands_at(text, words):
        assert text.startswith(words, place)
    row = {"start": str(start), "end": str(start + len(words)), "quote": words}
    found = ChangedText(text, [row], 60).place(start, end)
    assert found is None or 0 <= found[0] <= found[1] <= len(text)
