from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sourcebook import load_corpus
from sourcebook.annotate.names import find_names
from sourcebook.annotate.page import Page
from sourcebook.annotate.speech import find_quotations

MARKED = st.text(st.sampled_from(list("aS, .!?:\"'“”„‘’«»「」《》\n\ud800\0")), max_size=80)
PROSE = st.lists(
    st.sampled_from(
        "“We won,” said Ann Ray who and the , . ; told she he they according to as saying"
        " quoted by “x” 'no' : The mayor has 85% \n\n In Paris on Monday his slogan that".split(" ")
    ),
    max_size=40,
).map(" ".join)


def quoted(text: str) -> list[str]:
    return [q.quote for q in find_quotations(Page(text, given_zones=[]), [])]


def speakers(text: str) -> list[str]:
    page = Page(text, given_zones=[])
    return [q["speaker"] for q in find_quotations(page, find_names(page))]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ('"We won," Ray said.', ['"We won,"']),
        ("‘The players’ families are here,’ Ray said.", ["‘The players’ families are here,’"]),
        ("'It's the boys' turn,' Ray said.", ["'It's the boys' turn,'"]),
        ("It's rock 'n' roll of the '90s, the players' favourite.", []),
        ('He is 6\'2" tall and drives a 19" model.', []),
        ("„Das ist falsch“, Ray said in »Die Woche«.", ["„Das ist falsch“", "»Die Woche«"]),
        ("Ray said « on verra ».", ["« on verra »"]),
        ("Ray said「我们。『内』」 in《书报》.", ["「我们。『内』」", "《书报》"]),
        ("“He told me no, Ray said.\n\nShe left.", ["“He told me no, Ray said."]),
        ('Ray called it “mad" and “bad".', ['“mad"', '“bad"']),
    ],
)
def test_marks_are_matched(text: str, quotes: list[str]) -> None:
    assert quoted(text) == quotes


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("“It is done,” said Clara Brandt, head of the port.", ["Clara Brandt"]),
        ("“It is done,” Clara Brandt, head of the port, said.", ["Clara Brandt"]),
        ("“It is done,” Clara Brandt, who runs the port, told reporters.", ["Clara Brandt"]),
        ("“It,” Clara Brandt said, “is done.”", ["Clara Brandt"] * 2),
        ("Clara Brandt said: “It is done.” “At last.”", ["Clara Brandt"] * 2),
        ("Speaking in Oslo, Clara Brandt called it “mad” and “bad”.", ["Clara Brandt"] * 2),
        ("The mayor, Luis Ortega, said it was “over”.", ["Luis Ortega"]),
        ("“We drown,” said farmer Ann Ray afterwards.", ["Ann Ray"]),
        ("“We drown,” according to a senior official.", ["a senior official"]),
        ("A spokesman for the port said it was “open”.", ["A spokesman for the port"]),
        ("The paper quoted an aide as saying it was “over”.", ["an aide"]),
        ("“No,” said one resident, who gave her name only as Grace.", ["Grace"]),
        ("It was described by Clara Brandt as “mad”.", ["Clara Brandt"]),
        ("Clara Brandt was blunt. “We lost the game today.”", ["Clara Brandt"]),
        ("Clara Brandt left, calling it “a very bad joke”.", ["Clara Brandt"]),
        ("Clara Brandt spoke.\n\n“We lost,” she said.", ["Clara Brandt"]),
        ("Clara Brandt met Peter Lang. “We lost,” he said.", ["Peter Lang"]),
        ("“Ready,” Clara Brandt said.\n\n“Steady,” added Brandt.", ["Clara Brandt"] * 2),
        ("Jude Roe, 24, wept. “I hear you,” the 24-year-old said.", ["Jude Roe"]),
        ("“Rubbish,” harrumphed Clara Brandt.", ["Clara Brandt"]),
        ("Clara Brandt, 40, was due to meet Peter when he sent a text saying “No”.", ["Peter"]),
        ("As Brandt sobbed, usher Peter Lang took her hand and said: “Hush.”", ["Peter Lang"]),
        ("Judge Clara Brandt intervened to remind them it was “late”.", ["Clara Brandt"]),
        ("It is, in the words of one trader, “over”.", ["one trader"]),
        (
            "The inspectors, which rated it “good” in 2015, said it was “bad”.",
            ["The inspectors"] * 2,
        ),
        ("Acme’s account replied: “Sorry.” McDonald’s said: “Us too.”", ["Acme", "McDonald’s"]),
        ("In one email, the director, Dr Clara Brandt, told staff to “stop”.", ["Clara Brandt"]),
        ("A source familiar with it said it was “over”.", ["A source familiar with it"]),
        ("And with it went, says the baker Clara Brandt, “all I had”.", ["Clara Brandt"]),
        (
            "“We pray,” Pope Clement said. “I pray,” said Lord Vance.",
            ["Pope Clement", "Lord Vance"],
        ),
        (
            "Clara Brandt said: ‘It is late and we are all very tired.\n\n‘Go home.’",
            ["Clara Brandt"] * 2,
        ),
        ("She has been called “the queen of the long silence”.", ["unknown"]),
        ("Injuries described as “serious” were treated.", ["unknown"]),
        ("They go on show in an exhibition called “Give Me My Gloves Back”.", ["unknown"]),
        ("The so-called “living fossils” are back.", ["unknown"]),
        ("Workers were told to “stop”.", ["unknown"]),
        ("The film “Last Exit” opens today.", ["unknown"]),
    ],
)
def test_speakers(text: str, named: list[str]) -> None:
    assert speakers(text) == named


@pytest.mark.parametrize(
    ("introduced", "description", "expected"),
    [
        ("Luca Bianchi, 22, insisted he fell.", "The Italian", "Luca Bianchi"),
        ("Kelly’s mum Sandra, 61, was the first to know.", "the dinner lady", "Sandra"),
        ("Wade Tillery pleaded not guilty. The court rose.", "the defendant", "Wade Tillery"),
        ("Steve Brennan could hardly contain himself.", "the father-of-two", "Steve Brennan"),
        ("Katrin Lehmann wept.", "the judge", "the judge"),
        ("A spokesman said it was late. Ann Ray left.", "the spokesman", "the spokesman"),
    ],
)
def test_a_description_stands_for_whoever_was_spoken_of(
    introduced: str, description: str, expected: str
) -> None:
    assert speakers(f"{introduced} “It is over,” said {description}.") == [expected]


def test_question_and_answer_go_on_in_turn() -> None:
    talk = (
        "“Where were you?” asked Peter Lang.\n\n“At home,” Clara Brandt replied.\n\n"
        "“That is not what I asked.”\n\n“It is what I am telling you.”"
    )
    assert speakers(talk) == ["Peter Lang", "Clara Brandt"] * 2
    spoken_to = "“Yes or no, Mr Lang?” asked Clara Brandt.\n\n“Neither.”\n\nPeter Lang left."
    assert speakers(spoken_to) == ["Clara Brandt", "Peter Lang"]


def test_every_attribute_of_a_relayed_quotation() -> None:
    text = "“Over,” Peter Lang was quoted as saying by the newspaper."
    (found,) = find_quotations(Page(text, given_zones=[]), [])
    assert dict(found.attributes) == {
        "speaker": "Peter Lang",
        "speaker_start": "8",
        "speaker_end": "18",
        "cue": "saying",
        "form": "full",
        "named": "named",
        "relayed_by": "the newspaper",
        "closed": "yes",
    }
    assert (found.maker, found.status) == ("rule:quotations", "machine")


def test_forms() -> None:
    text = (
        "“We have won the cup,” Ann Ray said. “It took us years.”\n\n"
        "“It took us all.\n\n“And more,” she said, under her “Forward” slogan."
    )
    found = find_quotations(Page(text, given_zones=[]), [])
    assert [(q["form"], q["cue"], q["closed"]) for q in found] == [
        ("full", "said", "yes"),
        ("continuation", "", "yes"),
        ("continuation", "", "no"),
        ("full", "said", "yes"),
        ("slogan", "", "yes"),
    ]


def test_a_quotation_inside_one_has_its_own_speaker() -> None:
    text = "“My wife told me, ‘Walter, go home,’” Ann Ray said."
    found = find_quotations(Page(text, given_zones=[]), [])
    assert [q["speaker"] for q in found] == ["Ann Ray", "My wife"]


def test_the_reviewed_quotations_are_found_with_their_speakers() -> None:
    corpus = load_corpus()
    found = right = 0
    reviewed = corpus.layer("quotations")
    for article in corpus.articles:
        page = Page(corpus.article(article).text, article, None, corpus.vocabulary)
        machine = {(q.start, q.end): q for q in find_quotations(page, find_names(page))}
        for quotation in (q for q in reviewed if q.article == article):
            match = machine.get((quotation.start, quotation.end))
            found += match is not None
            right += match is not None and match["speaker"] == quotation["speaker"]
    assert found == len(reviewed)
    assert right >= 0.9 * len(reviewed)


@settings(deadline=None, max_examples=60)
@given(MARKED | PROSE | st.text())
def test_any_text_gives_spans_in_order_that_quote_it(text: str) -> None:
    page = Page(text, given_zones=[])
    found = find_quotations(page, [])
    assert [q.start for q in found] == sorted(q.start for q in found)
    for quotation in found:
        assert 0 <= quotation.start < quotation.end <= len(text)
        assert quotation.quote == text[quotation.start : quotation.end]
        known = quotation["speaker"] != "unknown"
        assert known == bool(quotation["speaker_start"]) == bool(quotation["speaker_end"])


@pytest.mark.parametrize(
    "hostile",
    [
        "“" * 100_000,
        "“" * 40_000 + "x”" * 40_000,
        '"' * 100_000,
        "“A b.” he said " * 4_000,
        "said " * 30_000,
    ],
)
def test_hostile_text_takes_linear_time(hostile: str) -> None:
    found = find_quotations(Page(hostile, given_zones=[]), [])
    assert len(found) <= hostile.count("he said") + 1
