"""Pages become paragraphs; what runs from page to page stands apart; a title is the headline."""

import io

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_intake_reading import STORY, a_docx, a_pdf, put

from sourcebook.intake.heading_zones import with_rules
from sourcebook.intake.page_layout import lay_out, title_zone
from sourcebook.intake.prepared import find_zones, tell_facts
from sourcebook.intake.reading import read_file

LONG = "the ferry has carried the people of the bay for ninety years and stops in May"
PAGES = [
    f"HARBOUR INSTITUTE | LETTER 7\nThe last ferry\n\nThis  spring   {LONG}, since\nPage 1 of 2",
    f"HARBOUR INSTITUTE | LETTER 8\nthe bridge opens. After that {LONG}.\n\nAll stay.\nPage 2 of 2",
]


def zones_of(text, zones):
    return [(text[start:end], zone) for start, end, zone in zones]


def test_a_paragraph_runs_over_a_pages_end_and_its_spaces_are_single():
    text, zones = lay_out(PAGES)
    body = f"This spring {LONG}, since the bridge opens. After that {LONG}."
    assert text.splitlines() == [
        "HARBOUR INSTITUTE | LETTER 7",
        "The last ferry",
        body,
        "Page 1 of 2",
        "HARBOUR INSTITUTE | LETTER 8",
        "All stay.",
        "Page 2 of 2",
    ]
    assert zones_of(text, zones) == [
        (words, "boilerplate")
        for words in (
            "HARBOUR INSTITUTE | LETTER 7",
            "Page 1 of 2",
            "HARBOUR INSTITUTE | LETTER 8",
            "Page 2 of 2",
        )
    ]


def test_a_page_of_prose_has_nothing_that_runs():
    text, zones = lay_out([f"{LONG}.\n\nIn 2019 it was 12."])
    assert (text, zones) == (f"{LONG}.\nIn 2019 it was 12.\n", ())


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("the LAST  ferry", ["The last ferry"]),
        ("Microsoft Word - draft7.doc", []),
        ("ferry", []),  # one word may stand anywhere
        ("", []),
    ],
)
def test_a_title_is_believed_where_the_text_says_it(title, found):
    text = "LETTER 7\nThe last ferry\nBody."
    assert [text[start:end] for start, end, _ in title_zone(text, title)] == found


def test_a_pdfs_title_is_its_headline_and_the_line_above_it_is_not(tmp_path):
    writer = pypdf.PdfWriter(
        io.BytesIO(a_pdf("HARBOUR INSTITUTE | LETTER 7", "The last ferry", *STORY))
    )
    writer.add_metadata({"/Title": "The last ferry"})
    out = io.BytesIO()
    writer.write(out)
    received = read_file(put(tmp_path, "a.pdf", out.getvalue()))
    zones = zones_of(received.text, received.zones)
    assert zones[:2] == [
        ("HARBOUR INSTITUTE | LETTER 7", "boilerplate"),
        ("The last ferry", "headline"),
    ]
    facts = tell_facts(received, find_zones(received, "a"))
    assert (facts["headline"].value, facts["headline"].basis) == ("The last ferry", "stated")


def test_of_two_bylines_the_one_that_says_by_is_told(tmp_path):
    data = a_docx(
        ("Title", "The last ferry"),
        ("Normal", "Saltmarsh Review"),
        ("Normal", "By Dora Vance"),
        ("Normal", " ".join(STORY)),
    )
    received = read_file(put(tmp_path, "a.docx", data))
    assert tell_facts(received, find_zones(received, "a"))["byline"].value == "Dora Vance"


@given(st.lists(st.text(alphabet="ab 1\n.|", max_size=60), max_size=4), st.text("ab 1", max_size=9))
def test_zones_of_any_pages_lie_in_the_text_and_never_overlap(pages, title):
    text, running = lay_out(pages)
    headline = title_zone(text, title)
    shown = [zone for zone in running if not headline or zone[1] <= headline[0][0]]
    place = 0
    for start, end, _ in with_rules(text, [*headline, *shown]):
        assert place <= start < end <= len(text)
        place = end
    assert sorted("".join(text.split())) == sorted("".join("".join(pages).split()))


def test_many_pages_and_lines_are_laid_out_in_one_go():
    body = "".join(f"{place:x} a line of words that is long enough\n" for place in range(5_000))
    text, zones = lay_out([f"head\n{number}\n{body}{number}\n9" for number in "abcdefgh" * 3])
    assert len(zones) == 96 and len(text) > 3_000_000
