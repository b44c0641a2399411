"""The earliest copy of a report is its origin, whichever was added first."""

from datetime import date

import pytest
from test_intake_adding import FERRY, TODAY, state
from test_intake_reading import put

from sourcebook import load_corpus
from sourcebook.intake.adding import add
from sourcebook.intake.new_kit import new_kit


@pytest.fixture
def new(tmp_path):
    return new_kit(tmp_path / "kit")


@pytest.fixture
def files(tmp_path):
    (tmp_path / "in").mkdir()
    return tmp_path / "in"


@pytest.mark.parametrize("together", [True, False])
def test_the_earliest_copy_is_the_origin_whichever_came_first(new, files, together):
    later = FERRY.replace("14 May 2021", "16 May 2021").replace("a sad day", "a very sad day")
    latest = FERRY.replace("14 May 2021", "18 May 2021").replace("next week", "soon")
    paths = [
        put(files, name, text)
        for name, text in (("a.txt", later), ("b.txt", FERRY), ("c.txt", latest))
    ]
    if together:
        outcomes = add(new, paths, today=TODAY)
    else:
        outcomes = [one for path in paths for one in add(new, [path], today=TODAY)]
    first, second, third = (outcome.article for outcome in outcomes)
    corpus = load_corpus(new)
    assert corpus.origins == {second: (first, second, third)}
    assert list(corpus.articles) == [first, second, third]  # no id has changed
    assert outcomes[1].remarks[-1] == f"it is the earliest of them: the origin was {first} before"
    early = corpus.select(as_of=date(2021, 5, 15))
    assert early.origins == {second: (second,)}


def test_an_origin_that_a_person_named_stays(new, files):
    later = FERRY.replace("14 May 2021", "16 May 2021").replace("a sad day", "a very sad day")
    (first,) = add(new, [put(files, "a.txt", later)], today=TODAY)
    path = new / "corpus/catalog.toml"
    origin = f'[{first.article}.origin]\nvalue = "'
    path.write_text(path.read_text().replace(origin + first.article, origin + "ferry-wire"))
    (second,) = add(new, [put(files, "b.txt", FERRY)], today=TODAY)
    assert load_corpus(new).origins == {"ferry-wire": (first.article, second.article)}


def test_a_catalogue_written_another_way_is_not_changed_by_guess(new, files):
    later = FERRY.replace("14 May 2021", "16 May 2021").replace("a sad day", "a very sad day")
    (first,) = add(new, [put(files, "a.txt", later)], today=TODAY)
    path = new / "corpus/catalog.toml"
    head = f"[{first.article}.origin]\n"
    path.write_text(path.read_text().replace(head, head + "# the wire\n"))
    before = state(new)
    (second,) = add(new, [put(files, "b.txt", FERRY)], today=TODAY)
    assert "Write value in the line after [ARTICLE.origin]" in second.error
    assert state(new) == before
