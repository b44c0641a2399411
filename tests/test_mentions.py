"""Every mention of a registered name is annotated, not only the first."""

import re

import pytest

# Longer words that hold a place's name and are not a mention of it, with the reason.
ADJECTIVE = "vocabulary/places.toml annotates names, not adjectives"
NO_MENTION = {
    "South Korean": ADJECTIVE,
    "North Korean": ADJECTIVE,
    "the North Korean": ADJECTIVE,
}


def variants(corpus, registry):
    """Every registered form of a named entry, with the keys it may stand for."""
    forms = {}
    for entry in corpus.vocabulary.registries[registry].values():
        if entry.fields.get("named", True):
            for variant in entry.fields["variants"]:
                forms.setdefault(variant, set()).add(entry.key)
    return forms


def occurrences(corpus, words):
    """Where words stand in the articles, whole and the longest first."""
    longest_first = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    for article in corpus.articles.values():
        for found in re.finditer(rf"(?<!\w)(?:{longest_first})(?!\w)", article.text):
            yield article.id, found.start(), found.end(), found[0]


@pytest.mark.parametrize("registry", ["people", "organisations", "places"])
def test_every_occurrence_of_a_registered_name_is_annotated(corpus, registry):
    forms = variants(corpus, registry)
    missing = [
        (article, start, end, words)
        for article, start, end, words in occurrences(corpus, [*forms, *NO_MENTION])
        if words in forms
        and not forms[words]
        <= {
            mention["key"]
            for mention in corpus.layer(registry)
            if mention.article == article and mention.start <= start and end <= mention.end
        }
    ]
    assert missing == []


@pytest.mark.parametrize("registry", ["people", "organisations", "places"])
def test_every_registered_form_occurs(corpus, registry):
    texts = "\n".join(article.text for article in corpus.articles.values())
    forms = {
        variant
        for entry in corpus.vocabulary.registries[registry].values()
        for variant in entry.fields["variants"]
    }
    assert [form for form in forms if form not in texts] == []


@pytest.mark.parametrize("registry", ["people", "organisations", "places"])
def test_every_mention_holds_one_of_its_entrys_forms(corpus, registry):
    """A mention may be wider than the form, by a title for example."""
    registered = corpus.vocabulary.registries[registry]
    assert [
        (str(mention.span), mention.quote, mention["key"])
        for mention in corpus.layer(registry)
        if not any(form in mention.quote for form in registered[mention["key"]].fields["variants"])
    ] == []


def test_every_exception_is_still_needed(corpus):
    assert {words for *_, words in occurrences(corpus, NO_MENTION)} == set(NO_MENTION)


@pytest.mark.parametrize("registry", ["people", "organisations", "places"])
def test_every_registered_name_is_mentioned(corpus, registry):
    """Or credited: a government that only acts under its capital's name, two leaders at once."""
    mentioned = {mention["key"] for mention in corpus.layer(registry)}
    credited = {said["speaker"] for said in corpus.layer("quotations")}
    credited |= {said["source"] for said in corpus.layer("attributions")}
    assert set(corpus.vocabulary.registries[registry]) - mentioned - credited == set()


@pytest.mark.parametrize(
    ("layer", "column", "registry"),
    [
        ("events", "event", "events"),
        ("figures", "figure", "figures"),
        ("terms", "concept", "terms"),
        ("differences", "difference", "differences"),
    ],
)
def test_every_entry_of_a_registry_is_used(corpus, layer, column, registry):
    used = {annotation[column] for annotation in corpus.layer(layer)}
    assert set(corpus.vocabulary.registries[registry]) - used == set()


def test_every_variant_of_a_term_is_used_and_no_other(corpus):
    for concept, entry in corpus.vocabulary.registries["terms"].items():
        used = {term["variant"] for term in corpus.layer("terms", concept=concept)}
        assert used == set(entry.fields["variants"]), concept
