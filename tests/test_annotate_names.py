"""Registered names are found in every spelling; unknown ones are suggested with a kind."""

from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sourcebook.annotate.names import find_names
from sourcebook.annotate.names.index import name_index
from sourcebook.annotate.page import NO_VOCABULARY, Page
from sourcebook.annotation import Annotation
from sourcebook.corpus import Vocabulary
from sourcebook.corpus.vocabulary import Entry

LAYERS = ("people", "organisations", "places")


def entry(registry, key, label, *variants, **fields):
    return Entry(registry, key, label, {"variants": list(variants), "named": True, **fields})


def vocabulary(*entries):
    registries = {registry: {} for registry in LAYERS}
    for one in entries:
        registries[one.registry][one.key] = one
    return Vocabulary(MappingProxyType(registries))


KNOWN = vocabulary(
    entry("people", "rhee-min-ho", "Rhee Min-ho", lang="ko", native="이민호"),
    entry("people", "rhee-sun-a", "Rhee Sun-a", lang="ko"),
    entry("people", "kenji-mori", "Kenji Mori", "Kenji Mori", "Mori", lang="ja", native="森健二"),
    entry("people", "ada-lunt", "Ada M. Lunt", lang="en"),
    entry("people", "sena-celik", "Şena Çelik"),
    entry("people", "pat-obrien", "Pat O'Brien"),
    entry("people", "a-clerk", "a clerk (in the case)", "a court clerk", named=False),
    entry("organisations", "rto", "River Trade Organization", "River Trade Organization (RTO)"),
    entry("organisations", "guard", "Fenland Coast Guard", "coast guard", kind="military",
          country="Fenland"),
    entry("organisations", "regex", "Fo(o+)+$ Ltd", "Fo(o+)+$ Ltd"),
    entry("places", "fenland", "Fenland", kind="country"),
    entry("places", "north-fenland", "North Fenland", "the North", "Fenlands", kind="country"),
    entry("places", "south-fenland", "South Fenland", "Fenlands", kind="country"),
    entry("places", "us", "United States", "U.S.", kind="country"),
    entry("places", "strait", "the strait between Fenland and Marsh",
          "the strait between Fenland and Marsh"),
    entry("places", "rocks", "Gull / Tern", "disputed rocks",
          rival_names=[{"name": "Gull Rocks"}, {"name": "Tern Rocks"}]),
)  # fmt: skip


def registered(text):
    found = find_names(Page(text, vocabulary=KNOWN, given_zones=()))
    return [(name.quote, name["key"]) for name in found if name["key"] != "unknown"]


def named(text, vocabulary=NO_VOCABULARY):
    found = find_names(Page(text, vocabulary=vocabulary, given_zones=()))
    return [(name.quote, name["name"], name["kind"]) for name in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenji Mori left; Mori’s aide stayed.", ["kenji-mori", "kenji-mori"]),
        ("They met Mori Kenji and KENJI MORI.", ["kenji-mori", "kenji-mori"]),
        ("Rhee Min-ho, Rhee Min Ho, RHEE MIN-HO and Rhee Min‑ho.", ["rhee-min-ho"] * 4),  # noqa: RUF001
        ("Min-ho Rhee resigned.", ["rhee-min-ho"]),
        ("Rhee Sun-a spoke. Later Rhee Min-ho did. Rhee was brief.",
         ["rhee-sun-a", "rhee-min-ho", "rhee-min-ho"]),
        ("Rhee was brief. Rhee Min-ho and Rhee Sun-a were not.", ["rhee-min-ho", "rhee-sun-a"]),
        ("We heard Rhee, the minister.", []),
        ("Ada Lunt won. Mrs Lunt wept.", ["ada-lunt", "ada-lunt"]),
        ("A prize for Ada Mary Lunt, and for Ada M. Lunt", ["ada-lunt", "ada-lunt"]),
        ("A prize for Ida Lunt.", []),
        ("Sena Celik met Şena Çelik. Celik agreed.", ["sena-celik"] * 3),
        ("Pat O’Brien, or Pat O'Brien.", ["pat-obrien", "pat-obrien"]),
        ("岸辺で森健二氏が語った。", ["kenji-mori"]),
        ("Bob Mori sang.", []),
        ("She asked a court clerk. A court clerk answered; the court clerks did not.",
         ["a-clerk", "a-clerk"]),
        ("the River Trade Organization (RTO) met. The RTO rose.", ["rto", "rto"]),
        ("River Trade Organization\n\n(RTO)", ["rto", "rto"]),
        ("Fenland’s coast guard watched.", ["fenland", "guard"]),
        ("The coast guard watched.", []),
        ("Fenland saw the U.S. coast guard.", ["fenland", "us"]),
        ("Fenland saw Norway's coast guard and the Danish coast guard.", ["fenland"]),
        ("Help from the US, U.S. and us.", ["us", "us"]),
        ("Fenlandish ships near North Fenlandish ones.", []),
        ("Ships of North Fenland left the North for the North Sea.", ["north-fenland"] * 2),
        ("He sailed for the North.", []),
        ("The two Fenlands agreed.", ["north-fenland", "south-fenland"]),
        ("in the strait between Fenland and Marsh", ["strait", "fenland"]),
        ("East Fenland is another place.", []),
        ("Gull Rocks, or Tern Rocks: disputed rocks.", ["rocks", "rocks", "rocks"]),
        ("Fo(o+)+$ Ltd is a firm, Foo Ltd another.", ["regex"]),
    ],
)  # fmt: skip
def test_registered_names_are_found(text, expected):
    assert [key for _, key in registered(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fenland said no.", "government"),
        ("Ties with Fenland are good.", "government"),
        ("She lives in Fenland.", "place"),
        ("The Fenland Olympics begin.", "other"),
        ("The Bank of Fenland pays.", "other"),
        ("Fenland’s capital is small.", "place"),
        ("Fenland’s protest was loud.", "government"),
    ],
)
def test_a_place_has_a_sense(text, expected):
    [found] = [
        name
        for name in find_names(Page(text, vocabulary=KNOWN, given_zones=()))
        if name["key"] == "fenland"
    ]
    assert (found.layer, found["sense"]) == ("places", expected)


P, O, L = "person", "organisation", "place"  # noqa: E741


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Orla Quist, 45, sued. Quist’s case failed.", [("Orla Quist", P), ("Quist", P)]),
        ("Hearing Mr Dan Obi, Ms. Lee wept. Obi left.", [("Dan Obi", P), ("Lee", P), ("Obi", P)]),
        ("Sir Tam Bligh sat. Sir Tam spoke.", [("Tam Bligh", P), ("Tam", P)]),
        ("Said Greta van der Poel. Van der Poel won.",
         [("Greta van der Poel", P), ("Van der Poel", P)]),
        ("Iván Luis Soto Prado won. Soto Prado wept.",
         [("Iván Luis Soto Prado", P), ("Soto Prado", P)]),
        ("Premier Qu Bai spoke. Qu sat down.", [("Qu Bai", P), ("Qu", P)]),
        ("Seo Chang-gi agrees. Seo left.", [("Seo Chang-gi", P), ("Seo", P)]),
        ("Tarik al-Hadi ruled. Al-Hadi fled.", [("Tarik al-Hadi", P), ("Al-Hadi", P)]),
        ("J. R. Moss wrote to Moss & Sons.", [("J. R. Moss", P), ("Moss & Sons", O)]),
        ("The Global Tin Board (GTB) met. The GTB adjourned.",
         [("Global Tin Board", O), ("GTB", O), ("GTB", O)]),
        ("Lumo Group grew. Lumo fell.", [("Lumo Group", O), ("Lumo", O)]),
        ("Lumo Group CEO Bo Arden quit.", [("Lumo Group", O), ("Bo Arden", P)]),
        ("the Ministry of Mines and Energy closed", [("Ministry of Mines and Energy", O)]),
        ("The University of Oxby sued Lumo Ltd.", [("University of Oxby", O), ("Lumo Ltd", O)]),
        ("OXBY, Nov 3 (Wirefeed) - A fire broke out.", [("OXBY", O), ("Wirefeed", O)]),
        ("A fire in Oxby on Monday near Lake Ulla.", [("Oxby", L), ("Lake Ulla", L)]),
        ("Prime Minister Ana Ruz told Parliament so.", [("Ana Ruz", P), ("Parliament", O)]),
        ("“A scandal,” Quist’s lawyer said. Orla Quist left.",
         [("Quist", P), ("Orla Quist", P)]),
        ("Theresa May resigned in May. Mrs May wept.", [("Theresa May", P), ("May", P)]),
        ("By Una Brook and Mark Ely", [("Una Brook", P), ("Mark Ely", P)]),
        ("Martin Loo King, Jr. spoke.", [("Martin Loo King, Jr", P)]),
        ("The Secretary-General of the Fund met Dr King.", [("King", P)]),
        ("Meteorologist Priya Bo left. Paramedic Dev Lee stayed.",
         [("Priya Bo", P), ("Dev Lee", P)]),
        ("A shopkeeper named Zaki swept a lane called Moll.", [("Zaki", P), ("Moll", "unknown")]),
        ("Agriculture minister Jan Kos quit.", [("Jan Kos", P)]),
        ("He told Historic England so.", [("Historic England", O)]),
        ("Mark Quist rose. Orla Quist fell. Quist cried.",
         [("Mark Quist", P), ("Orla Quist", P), ("Quist", P)]),
    ],
)  # fmt: skip
def test_unknown_names_are_suggested_with_a_kind(text, expected):
    assert [(quote, kind) for quote, _, kind in named(text)] == expected


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        ("Orla Quist sued. Quist lost.", "Quist", "Orla Quist"),
        ("Quist lost, his wife said. Orla Quist sued.", "Quist", "Orla Quist"),
        ("Orla Quist and Mark Quist sued. Quist lost.", "Quist", "Orla Quist"),
        ("Orla Quist and Mark Quist sued. Mr Quist lost.", "Quist", "Mark Quist"),
        ("Kim Gi-ho and Kim So-ra sued. Kim lost.", "Kim", "Kim So-ra"),
        ("John F. Quist sued. John Quist won. Mr Quist lost.", "Quist", "John F. Quist"),
        ("Şule Çelik sued. Celik lost.", "Celik", "Şule Çelik"),
        ("Virgil van Dyke sued. Dyke lost.", "Dyke", "Virgil van Dyke"),
        ("Nam Gi-ho sued. “No,” said Nam.", "Nam", "Nam Gi-ho"),
        ("Orla Quist sued Ann Quist-Loo. Ms Quist lost.", "Quist", "Orla Quist"),
        ("Otis Washington sued. Washington lost.", "Washington", "Otis Washington"),
        ("Otis Washington sued in Washington. Washington is big.", "Washington", None),
        ("Bo Moon sued. The Moon is far away.", "Bo Moon", None),
        ("Bo Moon sued. “The Moon government is weak,” he said.", "Moon", "Bo Moon"),
        ("Orla Quist Wins Appeal in Court\n\nOrla Jane Quist won.", "Orla Jane Quist", None),
        ("The Oxby Dock Union met. ODU pickets stayed.", "ODU", "Oxby Dock Union"),
    ],
)
def test_a_later_mention_is_linked_to_the_fullest_form(text, short, full):
    assert (short, full or short) in [(quote, name) for quote, name, _ in named(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Police said so on Monday. Officials agreed in May.",
        "I think the Portuguese and the Mexicans won at Christmas.",
        "New Plans For Big Road Spark Fresh Row",
        "FRESH ROW OVER ROADS AND BRIDGES",
        "The president and the Prime Minister met the Foreign Secretary.",
        "She sang “The Silent Harbour” and 'Gold Dust'.",
        "Meanwhile, prices rose. Nobody knew why. “Nothing,” he said.",
        "He wrote to jo@Example.com and @Someone about #Brexit.",
        "Hundreds watched the World Cup on TV.",
        "Cooking is fun, and so is cooking.",
        "",
    ],
)
def test_what_is_no_name_is_not_suggested(text):
    assert named(text) == []


def test_a_heading_holds_only_names_that_the_text_has_elsewhere():
    text = "Quist Wins Long Fight Over Farm Road\n\nOrla Quist, a farmer, won on Friday."
    assert [(quote, name) for quote, name, _ in named(text)] == [
        ("Quist", "Orla Quist"),
        ("Orla Quist", "Orla Quist"),
    ]


def test_furniture_is_left_out_and_a_candidate_has_the_attributes_of_its_layer():
    text = "Orla Quist won.\n\nMore from Mark Ely"
    start = text.index("More")
    foot = Annotation(
        "a", "zones", start, len(text), text[start:], {"zone": "boilerplate"}, "me", "reviewed"
    )
    [found] = find_names(Page(text, "a", given_zones=[foot]))
    assert dict(found.attributes) == {
        "kind": "person",
        "key": "unknown",
        "name": "Orla Quist",
        "role": "",
    }
    assert (found.maker, found.status, found.layer) == ("rule:names", "machine", "people")


def test_the_index_of_a_vocabulary_is_built_once():
    assert name_index(KNOWN) is name_index(KNOWN)


def test_the_reviewed_corpus_is_found_again(corpus):
    """The issue's measure: overlapping words and the same key, for entries that have a name."""
    right = expected = given = 0
    for article in corpus.articles.values():
        zones = [z for z in corpus.layer("zones") if z.article == article.id]
        page = Page(article.text, article.id, None, corpus.vocabulary, zones)
        for layer in LAYERS:
            entries = corpus.vocabulary.registries[layer]
            hand, machine = (
                {
                    (a.start, a.end, a["key"])
                    for a in rows
                    if a.article == article.id
                    and a.layer == layer
                    and a["key"] in entries
                    and entries[a["key"]].fields.get("named", True)
                }
                for rows in (corpus.layer(layer), find_names(page))
            )
            right += sum(any(_agree(h, m) for m in machine) for h in hand)
            expected, given = expected + len(hand), given + len(machine)
    assert 2 * right / (expected + given) >= 0.97


def _agree(one, other):
    return one[2] == other[2] and one[0] < other[1] and other[0] < one[1]


PIECES = st.sampled_from(
    """Orla Quist said . , \n \n\n “ ” ( ) ' ’ s - the of and von Mr Rhee Min ho Mori Fenland North
    U.S. RTO 森健二 Ltd May \ud800 \0 é 9 :""".split(" ")
)


@settings(max_examples=100, deadline=None)
@given(st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=60).map(" ".join)))
def test_any_text_gives_names_that_quote_it_in_order(text):
    found = find_names(Page(text, vocabulary=KNOWN, given_zones=()))
    assert [text[a.start : a.end] for a in found] == [a.quote for a in found]
    assert all(a.quote and a["name"] and a["kind"] in (P, O, L, "unknown") for a in found)
    assert [(a.start, a.end) for a in found] == sorted((a.start, a.end) for a in found)


@pytest.mark.parametrize(
    "text",
    [
        "A" * 1_000_000,
        "A.B." * 40_000,
        "Orla Quist " * 30_000,
        "Quist " * 40_000,
        "the of and " * 50_000,
        "O’" * 40_000,
        "“" * 200_000 + "Quist" + "”" * 200_000,
        "Qui-" * 40_000,
        "Fenland-" * 30_000,
        "森健" * 40_000,
        "Bank of " * 15_000,
        "A\n" * 20_000,
        "Gee (GEE) " * 5_000,
    ],
    ids=range(13),
)
def test_hostile_text_takes_linear_time(text):
    find_names(Page(text, vocabulary=KNOWN, given_zones=()))


def test_a_huge_or_hostile_vocabulary_is_data():
    names = ["(a+)+$", "[", "\\", "*", " ", "x" * 100_000, "a b " * 5_000, "“", "..", "A" * 500]
    odd = [entry("people", f"p{n}", name, name, lang="ko") for n, name in enumerate(names)]
    many = [entry("people", f"q{n}", f"Rhee Q{n}", lang="ko") for n in range(3_000)]
    text = "Rhee Q17 met Rhee Q18. " + "Rhee sat. " * 2_000
    found = find_names(Page(text, vocabulary=vocabulary(*odd, *many), given_zones=()))
    assert {name["key"] for name in found} == {"q17", "q18"}
