"""The head and the foot of a pasted page: standfirsts, credits, pictures, notes, topics."""

import pytest

from sourcebook.annotate.zones import find_zones

HEADLINE = "Harbour bridge to close for repairs"
STORY = f"""\
{HEADLINE}

{{top}}

The bridge over the harbour will close for six weeks from Monday, the council said.

{{middle}}

Drivers were told to expect delays of up to an hour on the coast road.

Work was last done on the bridge when it opened, engineers said on Friday.

{{bottom}}
"""


def zones(text):
    return [(zone["zone"], zone.quote) for zone in find_zones(text, "text")]


def in_story(top="", middle="", bottom=""):
    found = zones(STORY.format(top=top, middle=middle, bottom=bottom))
    assert found[0] == ("headline", HEADLINE)
    return found[1:]


@pytest.mark.parametrize(
    "standfirst",
    [
        "Six weeks of delays as engineers look for cracks",
        "Council says cracks were found last month; drivers face a long detour",
        "Engineers found the cracks in May. Why did nobody tell the drivers until now?",
        "Two towers have cracks, engineers say. A ferry will run all night.",
    ],
)
def test_a_standfirst_is_a_headline_zone_of_its_own(standfirst):
    assert in_story(top=f"{standfirst}\n\nBy Ana Silva\n3 May 2024") == [
        ("headline", standfirst),
        ("byline", "By Ana Silva"),
        ("timestamp", "3 May 2024"),
    ]


def test_without_a_byline_the_first_sentence_is_no_standfirst():
    assert in_story(top="Two towers have cracks, engineers say.") == []


def test_points_above_the_text_belong_to_the_headline_but_not_those_of_a_box():
    points = "- Cracks were found in two towers\n- A ferry will run all night"
    quotes = points.split("\n")
    assert in_story(top=f"By Ana Silva\n\n{points}")[1:] == [("headline", q) for q in quotes]
    assert in_story(top=f"By Ana Silva\n\nKey points\n{points}")[1:] == [
        ("section-head", "Key points")
    ]


def test_a_title_of_two_words_stands_over_a_long_standfirst():
    story = STORY.format(top="By Tom Roe", middle="", bottom="").partition("\n")[2]
    deck = "A family of ferrymen learns what happens when the bridge that ruined it has to close"
    assert zones(f"Harbour lights\n{deck}\n{story}")[:3] == [
        ("headline", "Harbour lights"),
        ("headline", deck),
        ("byline", "By Tom Roe"),
    ]


def test_the_headline_stands_below_the_menu_and_the_owner_of_the_site():
    story = STORY.format(top="", middle="", bottom="")
    site = "Gazette Holdings, a Harbour Group company\nEnglish Edition\nPrint Edition\nVideo\nHome"
    assert zones(f"{site}\n\n{story}") == [("navigation", site), ("headline", HEADLINE)]


@pytest.mark.parametrize(
    "line",
    [
        "Ana Silva · Harbour Post",
        "By rural affairs reporter Ana Silva",
        "Translated from the Russian by Ana Silva",
        "Medically reviewed by Ana Silva",
        "Ana Silva reports from Nairobi",
        "From Ana Silva in Lima",
        "Report: Ana Silva",
        "Local Democracy Reporter",
        "by Ana Silva. Photographs by Tom Roe",
        "By",
    ],
)
def test_bylines_in_many_forms(line):
    assert in_story(top=line) == [("byline", line)]


@pytest.mark.parametrize(
    "line",
    [
        "Reporting by Ana Silva and Tom Roe; Writing by Jo Lee; Editing by Max Orr",
        "(Reporting by Ana Silva; Editing by Tom Roe. Please credit the Harbour News Trust.)",
        "With files from The Harbour Wire",
        "— With assistance by Ana Silva",
        "—With a report from Ana Silva",
        "(AFP)",
    ],
)
def test_closing_credits(line):
    assert in_story(bottom=line) == [("byline", line)]


@pytest.mark.parametrize(
    "line",
    [
        "May 4, 2023 / 6:32 PM / Harbour News",
        "Last updated 23 January 2024 — See all updates",
        "Posted on May 4, 2022, at 5:17 pm (Paris), updated on May 5, 2022, at 9:02 am",
        "This content was published on June 14, 2022 - 09:30",
    ],
)
def test_timestamps_with_other_words(line):
    assert in_story(top=line) == [("timestamp", line)]


@pytest.mark.parametrize(
    "line",
    [
        "Drivers have queued since dawn. (Ana Silva/Harbour Post)",
        "The tunnel was blocked for hours on Friday [Ana Silva/HNA]",
        "Ana Silva says she knew when she saw the crack (Image: Harbour Post)",
        "Engineers at work under the deck. Harbour News Trust/Ana Silva",
        "A ferry crosses the harbour. (Ana Silva for The Harbour Post)",
        "Media caption, Watch: divers look at the cracks",
    ],
)
@pytest.mark.parametrize("part", ["top", "middle"])
def test_captions_that_name_their_source(part, line):
    assert in_story(**{part: line}) == [("caption", line)]


def test_a_line_between_byline_and_text_describes_the_picture():
    caption = "Artist's impression of the new deck and towers"
    assert in_story(top=f"By Ana Silva\n3 May 2024\n\n{caption}")[2:] == [("caption", caption)]


def test_a_credit_touches_its_own_caption():
    picture = "The bridge, seen from the ferry, on a day in March\nCredit: Harbour Board"
    assert in_story(middle=picture) == [
        ("caption", picture.partition("\n")[0]),
        ("photo-credit", "Credit: Harbour Board"),
    ]
    assert in_story(top="By Tom Roe\n\nAlamy\nThe bridge on the day it opened")[1:] == [
        ("photo-credit", "Alamy"),
        ("caption", "The bridge on the day it opened"),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        "Ana Silva founded the Harbour Museum and lives in Bergen.",
        "The interview was long. This interview has been edited and condensed for clarity.",
        "To receive stories like this every morning, register for our free bulletin.",
        "Register here to get our best stories.",
        "Listen to our sailors on the radio",
        "IN THIS SECTION\nTunnel to open late\nFerry fares to rise",
        "This is an archived article and the information in it may be outdated.",
    ],
)
def test_notes_and_links_at_the_foot(lines):
    assert in_story(top="By Ana Silva", bottom=lines)[1:] == [("boilerplate", lines)]


@pytest.mark.parametrize(
    "lines",
    [
        "Ana Silva said that she would be back in May.",
        "“Our bridge is here and we will keep it for you,” she said.",
        "Town: Hale, Roe, Minns, Coates",
        "Attendance 11,204",
    ],
)
def test_what_stays_body_at_the_foot(lines):
    assert in_story(top="By Ana Silva", bottom=lines) == [("byline", "By Ana Silva")]


def test_topics_at_the_foot_are_navigation():
    topics = "Related topics\nBridges\nFerries"
    assert in_story(bottom=f"{topics}\n\n© 2024 Harbour Post")[0] == ("navigation", topics)


@pytest.mark.parametrize("head", ["Featured stories", "Most read", "Related stories"])
def test_other_stories_at_the_foot_are_navigation(head):
    links = f"{head}\n\nTunnel to open late\n\nFerry fares to rise"
    assert in_story(bottom=f"{links}\n\n© 2024 Harbour Post") == [
        ("navigation", links),
        ("boilerplate", "© 2024 Harbour Post"),
    ]


def test_a_heading_without_links_is_no_menu():
    lines = "More from Harbour Post\n\nLeave a Reply\n\nYour email address will not be published."
    assert in_story(bottom=lines) == [("boilerplate", lines)]


def test_buttons_beside_a_notice_are_part_of_it():
    notice = "Get the latest Harbour news straight to your inbox\nSign up\nFollow"
    assert in_story(middle=notice) == [("boilerplate", notice)]


@pytest.mark.parametrize(
    "line",
    [
        "BC-EU--Bridge Cracks, 2nd Ld-Writethru",
        "Eds: Updates with quotes from the mayor.",
        "BRIDGE-CRACKS/HARBOUR (UPDATE 2)",
    ],
)
def test_slugs_of_agencies_are_not_the_headline(line):
    found = zones(f"{line}\n" + STORY.format(top="", middle="", bottom=""))
    assert found == [("boilerplate", line), ("headline", HEADLINE)]


@pytest.mark.parametrize("headline", ["US-China talks on the bridge stall", "Premium bridge shuts"])
def test_headlines_that_open_as_slugs_and_buttons_do(headline):
    text = STORY.format(top="By Ana Silva", middle="", bottom="").replace(HEADLINE, headline)
    assert zones(text)[0] == ("headline", headline)


def test_questions_and_answers_are_body_under_section_heads():
    talk = "On beginnings\n\nQ: When did you see the cracks?\n\nA: In May."
    assert in_story(middle=talk) == [("section-head", "On beginnings")]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_lines_that_a_column_does_not_join(end):
    text = (
        "COUNCIL CLOSES THE OLD BRIDGE OVER THE HARBOUR FOR SIX WEEKS\n"
        "BERGEN, Norway, May 3 (HNA) - The bridge over the harbour will close\n"
        "for six weeks while engineers look for cracks, the council said, and\n"
        "drivers were told to expect delays of an hour on the coast road.\n"
        "Copyright 2024 HNA.\n"
    )
    found = zones(text.replace("\n", end))
    assert [zone for zone, _ in found] == ["headline", "dateline", "boilerplate"]
    assert found[1][1] == "BERGEN, Norway, May 3 (HNA) -"
