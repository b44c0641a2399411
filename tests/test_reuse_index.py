import random
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.errors import SourcebookError, UnknownName
from sourcebook.reuse import CopyIndex, copies, origins
from sourcebook.reuse.fingerprints import fingerprints
from sourcebook.reuse.grouping import grouped


def prose(seed, length=200):
    chance = random.Random(seed)
    return " ".join(f"word{chance.randrange(5_000)}" for _ in range(length))


def test_the_five_articles_are_four_origins_and_agree_with_the_catalogue(corpus):
    texts = {article.id: article.text for article in corpus.articles.values()}
    (pair,) = copies(texts)
    assert (pair.one, pair.other) == ("reset-button", "drop-trade-dispute")
    assert (round(pair.resemblance, 3), round(pair.containment, 3)) == (0.305, 0.5)
    assert origins(texts) == tuple(corpus.origins.values())


def test_fingerprints_are_the_same_in_every_process():
    code = "from sourcebook.reuse.fingerprints import fingerprints as f; print(sorted(f({!r})))"
    text = "The bridge opened in May, and the ferry made its last crossing that same day in Ely."
    found = {
        subprocess.run(
            [sys.executable, "-c", code.format(text)],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert found == {f"{sorted(fingerprints(text))}\n"}
    assert sorted(fingerprints(text)) == [66925376941982405]


@pytest.mark.parametrize("seed", range(5))
def test_any_shared_run_of_16_words_shares_a_fingerprint(seed):
    run = prose(seed, 16)
    one, other = (f"{prose(n + seed)} {run} {prose(n + seed + 1)}" for n in (100, 200))
    assert fingerprints(one) & fingerprints(other)


@given(st.text())
def test_any_text_has_fingerprints_or_is_too_short(text):
    assert all(0 <= mark < 1 << 60 for mark in fingerprints(text))


def test_the_index_tells_a_copy_as_it_comes_in():
    index = CopyIndex()
    assert index.add("story", prose(1)) == ()
    assert index.add("another", prose(2)) == ()
    (found,) = index.add("copy", prose(1) + " " + prose(3, 20))
    assert found.article == "story"
    assert found.resemblance > 0.7
    assert found.containment > 0.9
    assert len(index) == 3


def test_the_index_refuses_an_id_twice_and_names_the_ids_it_has():
    index = CopyIndex()
    index.add("story", prose(1))
    with pytest.raises(SourcebookError, match="'story' is in the index already"):
        index.add("story", prose(2))
    with pytest.raises(UnknownName, match="story"):
        index.near("storey")


def test_a_brief_cut_from_a_long_story_has_its_origin():
    story = prose(1, 2_000)
    brief = " ".join(story.split()[400:460])
    (pair,) = copies({"story": story, "unlike": prose(2, 500), "brief": brief})
    assert (pair.one, pair.other, pair.containment) == ("story", "brief", 1.0)
    assert pair.resemblance < 0.05


def test_a_headline_that_recurs_makes_no_origin():
    line = "council approves the bridge by nine votes to four"
    assert origins({"long": f"{prose(1)} {line}", "line": line}) == (("long",), ("line",))


def test_a_statement_that_both_quote_makes_no_origin():
    statement = prose(9, 30)
    texts = {name: f"{prose(n)} {statement} {prose(n + 10)}" for n, name in enumerate("ab")}
    assert origins(texts) == (("a",), ("b",))


def test_the_lines_of_a_site_do_not_make_its_articles_one():
    furniture = prose(0, 80)
    texts = {f"page-{n}": f"{prose(n, 60)} {furniture}" for n in range(1, 41)}
    assert origins(texts) == tuple((name,) for name in texts)
    # On few pages nothing tells them from the story.
    few = dict(list(texts.items())[:5])
    assert origins(few) == (tuple(few),)
    # Nor does a page that holds nothing else, and came first.
    assert len(origins({"empty": furniture, **texts})) == 41


def test_a_story_that_a_hundred_papers_print_is_one_origin_still():
    texts = {f"paper-{n}": f"{prose(1)} {prose(n + 2, 30)}" for n in range(100)}
    assert origins(texts) == (tuple(texts),)
    index = CopyIndex()
    for name, text in texts.items():
        index.add(name, text)
    assert index.compared == 99  # each with the first, not with all before it


def test_copies_of_copies_are_one_origin():
    half, other, last = prose(1), prose(2), prose(3)
    texts = {"a": half, "c": f"{other} {last}", "b": f"{half} {other}"}
    assert origins(texts) == (("a", "c", "b"),)


def test_planted_copies_are_found_among_many_and_nothing_else():
    texts = {f"story-{n}": prose(n) for n in range(300)}
    chance = random.Random(5)
    planted = set()
    for n in range(0, 300, 20):
        kept = [w if chance.random() > 0.1 else "changed" for w in texts[f"story-{n}"].split()]
        texts[f"copy-{n}"] = " ".join(kept)
        planted.add((f"story-{n}", f"copy-{n}"))
    assert {(copy.one, copy.other) for copy in copies(texts)} == planted


@pytest.mark.parametrize(
    ("pairs", "groups"),
    [
        ([], (("a",), ("b",), ("c",), ("d",))),
        ([("a", "b"), ("c", "d")], (("a", "b"), ("c", "d"))),
        ([("d", "a"), ("b", "d"), ("b", "a")], (("a", "b", "d"), ("c",))),
    ],
)
def test_groups_are_what_pairs_connect(pairs, groups):
    assert grouped("abcd", pairs) == groups


short = st.lists(st.sampled_from("toll bridge ferry Ely rose fell May".split()), max_size=40)


@given(st.lists(short.map(" ".join) | st.text(), max_size=6))
def test_every_article_is_in_one_origin(texts):
    named = {str(n): text for n, text in enumerate(texts)}
    groups = origins(named)
    assert sorted(name for group in groups for name in group) == sorted(named)


@pytest.mark.parametrize("text", ["a " * 200_000, "x" * 2_000_000, "\ud800 \x00" * 50_000, ""])
def test_hostile_texts_are_indexed_and_found_equal_where_they_have_words(text):
    groups = origins({"one": text, "other": text})
    assert len(groups) == (1 if len(text.split()) > 5 and fingerprints(text) else 2)
