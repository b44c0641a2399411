"""Zones of plain text, as people paste it from web pages, wires and PDF files."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook import load_corpus
from sourcebook.annotate.zones import find_zones
from sourcebook.annotate.zones.datelines import dateline_end

STORY = """\
Harbour bridge to close for repairs

{top}

The bridge over the harbour will close for six weeks from Monday, the council said.

{middle}

Drivers were told to expect delays of up to an hour on the coast road.

Work was last done on the bridge when it opened, engineers said on Friday.

{bottom}
"""


def zones(text):
    return [(zone["zone"], zone.quote) for zone in find_zones(text, "text")]


def in_story(top="", middle="", bottom=""):
    found = zones(STORY.format(top=top, middle=middle, bottom=bottom))
    assert found[0] == ("headline", "Harbour bridge to close for repairs")
    return found[1:]


@pytest.mark.parametrize(
    "line",
    [
        "By Ana Silva",
        "BY TOM ROE",
        "By JANE DOE, Staff Writer",
        "By Ana Silva and Tom Roe in Lisbon",
        "Ana Silva in Lisbon",
        "Ana Silva, Political correspondent",
        "Ana Silva",
        "Words by Ana Silva",
        "By Our Correspondent",
        "Ana Silva Environment editor",
        "Reporting from Split, Croatia",
        "By Agence France-Presse",
        "Staff and agencies",
    ],
)
def test_bylines(line):
    assert in_story(top=line) == [("byline", line)]


@pytest.mark.parametrize(
    "line",
    [
        "Additional reporting by Ana Silva",
        "(Reporting by Ana Silva in Oslo; Editing by Tom Roe)",
        "Ana Silva contributed reporting from Bergen.",
        "The newsroom's Tom Roe contributed to this report.",
    ],
)
def test_bylines_at_the_foot(line):
    assert in_story(bottom=line) == [("byline", line)]


@pytest.mark.parametrize(
    "line",
    [
        "Published 14:05, 12 June 2024",
        "Updated: 3 March 2021 at 9.15am",
        "2 hours ago",
        "Thu 5 Jan 2023 09.00 GMT",
        "2024-06-12T14:05:00Z",
        "June 4, 2024 at 5:00 p.m. EDT",
        "Last modified on Fri 6 Jan 2023 12.14 GMT",
        "Posted Oct 11, 2023 at 8:02 AM",
        "All News 09:00 November 17, 2020",
        "12 June 2024",
    ],
)
def test_timestamps(line):
    assert in_story(top=line) == [("timestamp", line)]


def test_a_byline_and_a_time_on_one_line_are_two_zones():
    assert in_story(top="By Ana Silva | June 4, 2024 5:00 p.m.") == [
        ("byline", "By Ana Silva"),
        ("timestamp", "June 4, 2024 5:00 p.m."),
    ]


@pytest.mark.parametrize(
    "dateline",
    [
        "LONDON (AP) —",
        "NAIROBI, Kenya —",
        "PARIS, March 3 (Reuters) -",
        "SOFIA, Nov. 17 (Xinhua) --",
        "MADRID/FRANKFURT, Aug 9 (Reuters) -",
        "ST. JOHN'S, Newfoundland —",
        "Berlin (dpa) -",
        "Nairobi, Kenya —",
        "KARACHI:",
        "LAHORE, Oct 3:",
        "NEW YORK, June 4, 2024 /PRNewswire/ --",
        "NEW YORK--(BUSINESS WIRE)--",
        "(Reuters) -",
        "CNN —",
        "SÃO PAULO (AFP) –",
    ],
)
def test_datelines_reach_to_the_end_of_the_dash(dateline):
    text = f"{dateline} The bridge will close for six weeks, the council said."
    assert zones(text) == [("dateline", dateline)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The minister – a farmer's son – resigned on Friday.",
        "Lima — long a city of fog — was bright on Monday.",
        "Nato (the alliance) met on Friday to talk about the north.",
        "He said: The bridge will close.",
        "SHE is one of the best-loved faces on the box.",
    ],
)
def test_sentences_without_a_dateline(sentence):
    assert dateline_end(sentence, 0, len(sentence)) == 0


@pytest.mark.parametrize(
    ("zone", "line"),
    [
        ("section-head", "Why now?"),
        ("section-head", "Delays expected"),
        ("section-head", "2. What it costs"),
        ("section-head", "‘Nobody told us’"),
        ("section-head", "TRADE TENSIONS"),
        ("caption", "Mayor Ana Silva, left, and engineer Tom Roe inspect the bridge on May 3."),
        ("caption", "Drivers wait in line outside the tunnel in Bergen on Nov. 14, 2020. (NTB)"),
        ("caption", "A ferry crosses the harbour. (AP Photo/Ana Silva)"),
        ("caption", "FILE PHOTO: The bridge on the day it opened in 1962"),
        ("caption", "The bridge, which carries 40,000 cars a day between the two banks"),
        ("photo-credit", "Photo: Ana Silva/AFP"),
        ("photo-credit", "(Photograph: Tom Roe)"),
        ("photo-credit", "Credit: Harbour Board"),
        ("photo-credit", "Getty Images"),
        ("photo-credit", "Courtesy of the Harbour Museum"),
        ("photo-credit", "Image source, Reuters"),
        ("boilerplate", "Advertisement"),
        ("boilerplate", "Read more: The bridge that never slept"),
        ("boilerplate", "Sign up to our Harbour newsletter"),
        ("boilerplate", "Share this article"),
        ("boilerplate", "RELATED: Tunnel to open a year late"),
    ],
)
def test_lines_between_paragraphs(zone, line):
    assert in_story(middle=line) == [(zone, line)]


@pytest.mark.parametrize(
    "lines",
    [
        "Q: When did you first see the cracks?",
        "The plan has three parts:\n\n• a new deck\n• new cables\n• a toll",
        "Ice of my fathers,\nWater of my children,\nWhere will you go?",
        "“We waited and waited and nobody came to tell us anything”",
        "MAYOR SILVA: We had no choice.",
        "It was not.",
        "* * *",
        "The museum's newsletter, first printed in 1931, was read by sailors.",
        "Sailors sign up for a year, and most of them stay for ten.",
        "By Friday the queue was a mile long.",
    ],
)
def test_what_stays_body(lines):
    assert in_story(middle=lines) == []


@pytest.mark.parametrize(
    "lines",
    [
        "© 2024 Harbour Post. All rights reserved.",
        "Leave a Reply\n\nYour email address will not be published.",
        "This article was amended on 3 May 2024 to correct the length of the bridge.",
        "Follow us on Facebook and Instagram",
        "12 comments\nJoin the conversation",
        "We use cookies to give you the best experience on our site.",
        "Ana Silva is the Harbour Post's transport editor and the author of “Tides”.",
        "Sign up to the Harbour Post's daily email\n\nFree every morning\n\nYour email address",
        "###",
    ],
)
def test_the_foot_of_the_page_is_one_zone(lines):
    assert in_story(bottom=lines) == [("boilerplate", lines)]


@pytest.mark.parametrize("menu", ["Home > News > Local", "Tags: bridges, harbour, council", "News"])
def test_menus(menu):
    text = f"{menu}\n\n{STORY.format(top='', middle='', bottom='')}"
    assert zones(text)[:2] == [
        ("navigation", menu),
        ("headline", "Harbour bridge to close for repairs"),
    ]


def test_topics_at_the_foot_are_navigation_from_their_indent_on():
    assert in_story(bottom="  • Harbour\n  • Bridges") == [
        ("navigation", "  • Harbour\n  • Bridges")
    ]


def test_a_kicker_is_not_the_headline():
    text = STORY.format(top="", middle="", bottom="")
    assert zones(f"TRANSPORT\n{text}") == [
        ("navigation", "TRANSPORT"),
        ("headline", "Harbour bridge to close for repairs"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\ufeff",
        "One line without a stop",
        "The bridge will close on Monday, the council said.",
        "The bridge will close on Monday.\n\nNobody knows for how long.",
        "\n\n \n",
    ],
)
def test_texts_without_zones(text):
    assert zones(text) == []


def test_a_text_broken_at_a_width():
    text = (
        "COUNCIL CLOSES BRIDGE OVER HARBOUR\n\nBy Tom Roe\n\n"
        "BERGEN, Norway -- The bridge over the harbour will close for six\n"
        "weeks from Monday while engineers look for cracks, the council\nsaid on Friday.\n\n"
        "Copyright 2024 Harbour Post. All rights reserved. No part of this\n"
        "may be copied.\n"
    )
    for written in (text, text.replace("\n", "\r\n")):
        assert [zone for zone, _ in zones(written)] == [
            *("headline", "byline", "dateline", "boilerplate")
        ]
        assert zones(written)[2] == ("dateline", "BERGEN, Norway --")
        assert zones(written)[3][1].endswith("may be copied.")


def test_paragraphs_parted_by_single_line_ends():
    text = STORY.format(top="Ana Silva in Bergen", middle="Delays", bottom="Advertisement")
    found = zones(text.replace("\n\n", "\n"))
    assert [zone for zone, _ in found] == ["headline", "byline", "section-head", "boilerplate"]


def test_the_reviewed_articles():
    corpus = load_corpus()
    found, right, reviewed = 0, 0, 0
    for article in sorted({zone.article for zone in corpus.layer("zones")}):
        text = corpus.article(article).text
        machine = {(z["zone"], i) for z in find_zones(text, article) for i in range(z.start, z.end)}
        people = {
            (z["zone"], i)
            for z in corpus.layer("zones")
            if z.article == article
            for i in range(z.start, z.end)
        }
        found, reviewed = found + len(machine), reviewed + len(people)
        right += len(machine & people)
    assert 2 * right / (found + reviewed) >= 0.95


LINES = st.sampled_from(
    "By Ana Silva|Read more|• a|Photo: AP|It rained all day in Bergen.||Why?|LIMA (AP) —"
    "|\ud800|\0|(((|© 2024|Most read|“|3|___|Home".split("|")
)


@given(st.one_of(st.text(), st.lists(LINES).map("\n".join)))
def test_zones_lie_in_the_text_in_order(text):
    end = 0
    for zone in find_zones(text, "text"):
        assert end <= zone.start < zone.end <= len(text)
        assert zone.quote == text[zone.start : zone.end]
        assert (zone.layer, zone.maker, zone.status) == ("zones", "rule:zones", "machine")
        end = zone.end


@pytest.mark.parametrize(
    "text",
    [
        "word " * 400_000,
        "(" * 400_000,
        "A" * 400_000,
        "A " * 200_000,
        " " * 400_000 + "x",
        "By A\n" * 40_000,
        "Related\n" * 40_000,
        "Most read\nIt rained all day in Bergen on Friday.\n" * 10_000,
        "___\n" * 40_000,
        "A-A/A, A. " * 40_000,
        "Photo: " * 60_000,
        "By A B\n3 May 2024\n" * 20_000 + "It rained.\n" * 3,
        "Ana Silva\nHome\n" * 20_000 + "It rained all day in Bergen on Friday.\n" * 3,
        "Rain in the far north\nHome\n• a b c d e\n" * 10_000 + "It rained on.\n" * 3,
        ("It rains. (" + "A-" * 60 + ")\n\n") * 3_000,
        "Topics:\nRain\n" * 20_000,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_hostile_text_takes_linear_time(text):
    for zone in find_zones(text, "text"):
        assert zone.quote == text[zone.start : zone.end]
