"""A model may suggest names; without one nothing is missing but its suggestions."""

import sys
from types import SimpleNamespace

import pytest

from sourcebook import SourcebookError
from sourcebook.annotate.names.models import load_pipeline, suggest_names
from sourcebook.annotate.page import Page
from sourcebook.annotation import Annotation

TEXT = "The Thames Trust's head, Ola Berg, left Oslo on Monday.\n\nMore from Ola Berg"


class Pipeline:
    """Answers as a spaCy pipeline would, with the entities it is given."""

    meta = {"lang": "en", "name": "stand_in", "version": "0.1"}  # noqa: RUF012

    def __init__(self, *entities):
        self.entities = entities

    def __call__(self, text):
        records = [
            SimpleNamespace(start_char=start, end_char=end, label_=label)
            for start, end, label in self.entities
        ]
        return SimpleNamespace(ents=records)


def suggested(*entities, zones=()):
    found = suggest_names(Page(TEXT, given_zones=zones), Pipeline(*entities))
    return [(a.layer, a.quote, a["kind"]) for a in found]


def test_a_suggestion_has_the_form_of_a_candidate_and_names_its_model():
    [found] = suggest_names(Page(TEXT, "thames"), Pipeline((25, 33, "PERSON")))
    assert (found.article, found.start, found.end, found.quote) == ("thames", 25, 33, "Ola Berg")
    assert dict(found.attributes) == {
        "kind": "person",
        "key": "unknown",
        "name": "Ola Berg",
        "role": "",
    }
    assert (found.maker, found.status) == ("model:en_stand_in-0.1", "machine")


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("GPE", [("places", "Oslo", "place")]),
        ("LOC", [("places", "Oslo", "place")]),
        ("ORG", [("organisations", "Oslo", "organisation")]),
        ("PER", [("people", "Oslo", "person")]),
        ("DATE", []),
        ("MISC", []),
    ],
)
def test_the_models_labels_become_kinds(label, expected):
    assert suggested((40, 44, label)) == expected


def test_article_possessive_and_spaces_are_no_part_of_the_name():
    assert suggested((0, 18, "ORG"), (24, 33, "PERSON"), (39, 45, "GPE")) == [
        ("organisations", "Thames Trust", "organisation"),
        ("people", "Ola Berg", "person"),
        ("places", "Oslo", "place"),
    ]


def test_suggestions_come_in_order_and_once():
    twice = (40, 44, "GPE"), (25, 33, "PERSON"), (40, 44, "GPE")
    assert [quote for _, quote, _ in suggested(*twice)] == ["Ola Berg", "Oslo"]


@pytest.mark.parametrize("span", [(44, 40), (500, 600), (-5, 0), (3, 3)])
def test_offsets_outside_the_text_are_left_out(span):
    assert suggested((*span, "GPE")) == []


def test_furniture_is_left_out():
    start = TEXT.index("More")
    foot = Annotation(
        "text", "zones", start, len(TEXT), TEXT[start:], {"zone": "boilerplate"}, "me", "reviewed"
    )
    assert suggested((67, 75, "PERSON"), zones=[foot]) == []
    assert suggested((67, 75, "PERSON")) == [("people", "Ola Berg", "person")]


def test_a_pipeline_without_papers_is_said_to_be_unknown():
    pipeline = Pipeline((40, 44, "GPE"))
    pipeline.meta = {}
    [found] = suggest_names(Page(TEXT, given_zones=()), pipeline)
    assert found.maker == "model:unknown_unknown-unknown"


def test_without_spacy_the_remedy_is_told(monkeypatch):
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(SourcebookError, match=r"pip install 'sourcebook\[models\]'"):
        load_pipeline("en_core_web_sm")


def test_without_the_pipeline_the_remedy_is_told(monkeypatch):
    def load(name):
        raise OSError(name)

    monkeypatch.setitem(sys.modules, "spacy", SimpleNamespace(load=load))
    with pytest.raises(SourcebookError, match="python -m spacy download no_such_model"):
        load_pipeline("no_such_model")


def test_an_installed_pipeline_is_loaded(monkeypatch):
    installed = Pipeline()
    monkeypatch.setitem(sys.modules, "spacy", SimpleNamespace(load={"mine": installed}.get))
    assert load_pipeline("mine") is installed


def test_a_real_pipeline_suggests_names():
    spacy = pytest.importorskip("spacy")
    pipeline = spacy.blank("en")
    pipeline.add_pipe("entity_ruler").add_patterns([{"label": "GPE", "pattern": "Oslo"}])
    [found] = suggest_names(Page(TEXT, given_zones=()), pipeline)
    assert (found.layer, found.quote) == ("places", "Oslo")
    assert found.maker.startswith("model:en_")
