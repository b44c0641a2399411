import dataclasses
from datetime import date

import pytest

from sourcebook import SourcebookError, load_corpus
from sourcebook.corpus import Role, find_root
from sourcebook.errors import UnknownName
from sourcebook.interval import Interval
from sourcebook.span import Span

ALL = [
    "beijing-urges-seoul",
    "reset-button",
    "seoul-beefs-up-diplomacy",
    "drop-trade-dispute",
    "warming-fast",
]


def test_articles_stand_in_catalogue_order(corpus):
    assert list(corpus.articles) == ALL
    assert corpus.as_of is None
    assert corpus.uncertain == ()


def test_every_annotation_quotes_the_words_it_covers(corpus):
    assert len(corpus.annotations) > 900
    assert [a for a in corpus.annotations if corpus.text(a.span) != a.quote] == []


def test_every_annotation_says_who_made_it_and_how_far_to_trust_it(corpus):
    # Whoever corrects a row puts their name there: any will do, but not none.
    assert [a for a in corpus.annotations if not a.maker.strip()] == []
    assert {a.status for a in corpus.annotations} <= {"machine", "reviewed", "disputed"}


def test_annotations_stand_by_article_and_position_within_their_layer(corpus):
    places = [(ALL.index(a.article), a.start, a.end) for a in corpus.layer("places")]
    assert places == sorted(places)


def test_origins_count_two_versions_of_one_story_once(corpus):
    assert dict(corpus.origins) == {
        "beijing-urges-seoul": ("beijing-urges-seoul",),
        "tokyo-summit-wire": ("reset-button", "drop-trade-dispute"),
        "seoul-beefs-up-diplomacy": ("seoul-beefs-up-diplomacy",),
        "warming-fast": ("warming-fast",),
    }


@pytest.mark.parametrize(
    ("as_of", "kept", "uncertain"),
    [
        (date(2020, 11, 7), [], ()),
        (date(2020, 11, 8), ["beijing-urges-seoul"], ("beijing-urges-seoul",)),
        (
            date(2020, 12, 31),
            ["beijing-urges-seoul", "seoul-beefs-up-diplomacy"],
            ("beijing-urges-seoul",),
        ),
        (date(2021, 7, 22), ["beijing-urges-seoul", "seoul-beefs-up-diplomacy"], ()),
        (
            date(2023, 3, 9),
            ["beijing-urges-seoul", "seoul-beefs-up-diplomacy", "warming-fast"],
            ("warming-fast",),
        ),
        (
            date(2023, 3, 15),
            ["beijing-urges-seoul", "seoul-beefs-up-diplomacy", "warming-fast"],
            (),
        ),
        (date(2023, 3, 16), ALL, ()),
    ],
)
def test_as_of_keeps_what_may_have_been_published_and_flags_what_may_not(
    corpus, as_of, kept, uncertain
):
    edition = corpus.select(as_of=as_of)
    assert list(edition.articles) == kept
    assert edition.uncertain == uncertain
    assert edition.as_of == as_of
    assert {a.article for a in edition.annotations} == set(kept)


def test_as_of_2020_the_summit_has_not_happened(corpus):
    early = corpus.select(as_of=date(2020, 12, 31))
    assert early.layer("events", event="tokyo-summit") == ()
    assert early.layer("figures", figure="no-need-to-rush") == ()


def test_selecting_again_keeps_the_earlier_day(corpus):
    early = corpus.select(as_of=date(2020, 12, 31))
    assert early.select(as_of=date(2023, 3, 31)).as_of == date(2020, 12, 31)
    assert early.select().as_of == date(2020, 12, 31)


@pytest.mark.parametrize(
    ("topics", "kept"),
    [
        (["opinion"], ["reset-button", "drop-trade-dispute"]),
        (["security"], ALL[1:]),
        (["opinion", "security"], ALL[1:]),
        ([], ALL),
    ],
)
def test_topics_keep_articles_on_at_least_one(corpus, topics, kept):
    assert list(corpus.select(topics=topics).articles) == kept


def test_filters_combine(corpus):
    kept = corpus.select(
        articles=["warming-fast", "reset-button"], topics=["opinion"], as_of=date(2023, 3, 16)
    )
    assert list(kept.articles) == ["reset-button"]
    assert dict(kept.origins) == {"tokyo-summit-wire": ("reset-button",)}


def test_selection_follows_the_catalogue_and_leaves_the_corpus_as_it_was(corpus):
    before = dataclasses.replace(corpus)
    kept = corpus.select(articles=["warming-fast", "beijing-urges-seoul"])
    assert list(kept.articles) == ["beijing-urges-seoul", "warming-fast"]
    assert kept.digest == corpus.digest
    assert corpus == before
    assert list(corpus.articles) == ALL


@pytest.mark.parametrize(
    ("choice", "message"),
    [
        (
            {"articles": ["warming-fats"]},
            "no article 'warming-fats'; did you mean 'warming-fast'? Valid: beijing-urges-seoul, "
            "drop-trade-dispute, reset-button, seoul-beefs-up-diplomacy, warming-fast",
        ),
        (
            {"topics": ["econmy"]},
            "no entry of topics 'econmy'. Valid: diplomacy, history, opinion, security, trade",
        ),
    ],
)
def test_unknown_filters_are_answered_with_the_valid_ones(corpus, choice, message):
    with pytest.raises(UnknownName) as error:
        corpus.select(**choice)
    assert str(error.value) == message


def test_an_article_outside_a_selection_is_unknown_there(corpus):
    early = corpus.select(as_of=date(2020, 12, 31))
    with pytest.raises(UnknownName, match=r"no article 'warming-fast'. Valid: beijing-urges"):
        early.text(Span("warming-fast", 0, 5))


@pytest.mark.parametrize(
    ("layer", "columns", "message"),
    [
        ("figurs", {}, "no layer 'figurs'; did you mean 'figures'? Valid: attributions, "),
        ("hedges", {"knd": "modal"}, "no column of hedges 'knd'; did you mean 'kind'? Valid: kind"),
    ],
)
def test_unknown_layers_and_columns_are_answered_with_the_valid_ones(
    corpus, layer, columns, message
):
    with pytest.raises(UnknownName) as error:
        corpus.layer(layer, **columns)
    assert str(error.value).startswith(message)


def test_unknown_registry_entries_are_answered_with_the_valid_ones(corpus):
    with pytest.raises(UnknownName, match="no entry of topics 'trad'; did you mean 'trade'"):
        corpus.vocabulary.entry("topics", "trad")


def test_a_label_names_people_and_organisations_and_leaves_unknown(corpus):
    words = corpus.vocabulary
    assert [words.label(key) for key in ("park-jie-won", "imf", "unknown")] == [
        "Park Jie-won",
        "International Monetary Fund",
        "unknown",
    ]


def test_root_is_found_from_a_folder_below(root):
    assert find_root(root / "corpus" / "annotations") == root


def test_outside_a_kit_the_error_says_what_was_looked_for(tmp_path):
    with pytest.raises(SourcebookError) as error:
        find_root(tmp_path)
    assert str(error.value) == (
        f"no kit here: neither {tmp_path.resolve()} nor a folder above it holds "
        "corpus/catalog.toml. Run this inside a kit, or make one: sourcebook new FOLDER"
    )


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("catalog.toml", b"\n[", b"\n# a remark\n["),
        ("vocabulary/topics.toml", b"\n[", b"\n# a remark\n["),
        ("annotations/zones.csv", b",reviewed,", b",disputed,"),
    ],
)
def test_digest_names_the_bytes_that_were_read(corpus, kit, file, old, new):
    home = kit()
    assert load_corpus(home).digest == corpus.digest
    path = home / "corpus" / file
    path.write_bytes(path.read_bytes().replace(old, new, 1))
    assert load_corpus(home).digest != corpus.digest


@pytest.mark.parametrize(
    ("start", "end", "held"),
    [
        (None, None, True),
        (date(2022, 5, 9), date(2022, 5, 9), True),
        (None, date(2022, 5, 5), True),  # its last day is the interval's first
        (None, date(2022, 5, 4), False),
        (date(2022, 5, 15), None, True),  # its first day is the interval's last
        (date(2022, 5, 16), None, False),
    ],
)
def test_a_role_is_held_on_its_first_and_on_its_last_day(start, end, held):
    role = Role("mayor", start, end, "stated", ())
    assert role.in_force(Interval(date(2022, 5, 5), date(2022, 5, 15))) is held


def test_an_annotation_is_frozen_and_so_are_its_attributes(corpus):
    share = corpus.layer("figures", figure="no-need-to-rush")[0]
    with pytest.raises(dataclasses.FrozenInstanceError):
        share.quote = "65%"
    with pytest.raises(TypeError):
        share.attributes["value"] = "65"
