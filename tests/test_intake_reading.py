"""Files of every kind are read, or refused with their name and the way on."""

import io
import sys
import zipfile

import docx
import fpdf
import pypdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sourcebook.errors import SourcebookError
from sourcebook.intake.reading import LARGEST, read_file

STORY = [
    "The ferry across the sound will stop on Friday, the council said, because the new bridge is",
    "open and riders have left the boats. Two crews will be offered other work on the mainland.",
    "The last boat leaves at noon.",
]


def put(folder, name, data):
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def a_pdf(*lines, **options):
    page = fpdf.FPDF()
    page.add_page()
    page.set_font("Helvetica", size=10)
    for line in lines:
        page.cell(0, 6, line, new_x="LMARGIN", new_y="NEXT")
    return bytes(page.output())


def a_docx(*paragraphs, table=()):
    document = docx.Document()
    for style, words in paragraphs:
        document.add_paragraph(words, style=style)
    if table:
        grid = document.add_table(rows=0, cols=len(table[0]))
        for row in table:
            for cell, words in zip(grid.add_row().cells, row, strict=True):
                cell.text = words
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def refusal(path):
    with pytest.raises(SourcebookError) as caught:
        read_file(path)
    return str(caught.value)


# Text


def test_clean_utf_8_is_taken_byte_for_byte(tmp_path):
    data = "Brücke\r\nzu\x0c\n".encode()
    received = read_file(put(tmp_path, "a.txt", data))
    assert received.text.encode() == data
    assert (received.as_received, received.remarks) == (True, ())


@pytest.mark.parametrize(
    ("data", "remark"),
    [
        (b"\xef\xbb\xbfHello", "converted to UTF-8 from UTF-8 with a byte order mark"),
        ("비가 온다".encode("cp949"), "converted to UTF-8 from CP949"),
        ("He\u202ello".encode(), "1 hidden character taken out: U+202E (line 1, column 3)"),
    ],
)
def test_what_was_done_to_a_text_is_said(tmp_path, data, remark):
    received = read_file(put(tmp_path, "a.txt", data))
    assert (received.as_received, received.remarks) == (False, (remark,))


def test_one_line_of_five_megabytes_is_read(tmp_path):
    assert len(read_file(put(tmp_path, "a.txt", b"word " * 1_000_000)).text) == 5_000_000


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf", b"\xff\xfe", b"\xe2\x80\xae"])
def test_a_file_without_text_is_refused(tmp_path, data):
    assert refusal(put(tmp_path, "a.txt", data)).startswith("a.txt: ")


def test_a_file_of_a_hundred_megabytes_is_refused_unread(tmp_path):
    path = put(tmp_path, "a.txt", b"")
    with path.open("r+b") as file:
        file.truncate(100_000_000)
    assert refusal(path).startswith("a.txt: 100 MB, where 20 MB is the most that is read.")
    assert LARGEST == 20_000_000


def test_what_is_no_readable_file_is_refused(tmp_path):
    assert "there is no such file" in refusal(tmp_path / "none.txt")
    (tmp_path / "dir.txt").mkdir()
    assert "dir.txt: a folder" in refusal(tmp_path / "dir.txt")
    assert "no file ending '.rtf'" in refusal(put(tmp_path, "a.rtf", "x"))
    assert "no file ending '(none)'" in refusal(put(tmp_path, "a", "x"))


def test_a_name_cannot_forge_a_message(tmp_path):
    said = refusal(tmp_path / "a\nb\x1b[31m\u202e.txt")
    assert said.startswith("a b[31m.txt: ") and "\n" not in said
    assert len(refusal(tmp_path / ("x" * 300 + ".txt"))) < 300


# HTML

PAGE = """<!doctype html><html lang="en"><head><meta charset="{}">
<title>Ferry stops | Isle News</title>
<meta property="og:site_name" content="Isle News"><meta name="author" content="Zoë Marsh">
<meta property="article:published_time" content="2021-05-14T08:00:00Z"></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Ferry stops after ninety years</h1>
<p>{}</p>
<p>“It is a sad day,” said Ann Marsh, who chairs the transport committee of the council.</p>
<p>{}</p><p>{}</p></article><script>alert("no words of the page")</script>
<footer>© Isle News. All rights reserved.</footer></body></html>"""


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252"])
def test_a_page_gives_text_zones_and_what_it_says_of_itself(tmp_path, charset):
    codec = "utf-8" if charset == "utf-8" else "cp1252"
    received = read_file(put(tmp_path, "a.html", PAGE.format(charset, *STORY).encode(codec)))
    assert "“It is a sad day,” said Ann Marsh" in received.text
    assert "alert" not in received.text
    told = {name: fact.value for name, fact in received.facts.items()}
    assert (told["byline"], told["outlet"], told["language"]) == ("Zoë Marsh", "Isle News", "en")
    assert str(received.published) == "14 May 2021"
    zones = [(received.text[start:end], zone) for start, end, zone in received.zones]
    assert ("Ferry stops after ninety years", "headline") in zones
    site = "\n".join(words for words, zone in zones if zone in ("navigation", "boilerplate"))
    assert "Sport" in site and "All rights reserved" in site
    assert not any(line in site for line in STORY)


def test_a_page_is_read_without_trafilatura(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    received = read_file(put(tmp_path, "a.htm", PAGE.format("utf-8", *STORY)))
    assert STORY[0] in received.text
    assert "pip install 'sourcebook[intake]'" in received.remarks[-1]


def test_zones_of_a_page_stand_right_though_hidden_characters_are_taken_out(tmp_path):
    page = PAGE.format("utf-8", *STORY).replace(
        "Ferry stops after", "Fer\u200ery stops\u202e after"
    )
    received = read_file(put(tmp_path, "a.html", page))
    zones = [(received.text[start:end], zone) for start, end, zone in received.zones]
    assert ("Ferry stops after ninety years", "headline") in zones
    assert "2 hidden characters taken out" in received.remarks[-1]


@pytest.mark.parametrize(
    "page", ["<p>x" + "<div>" * 3000, "<" * 5000 + " x", "x<!--", "<p>&#0;&#xD800;&nope;x"]
)
def test_a_hostile_page_is_read(tmp_path, page):
    assert "x" in read_file(put(tmp_path, "a.html", page)).text


# PDF


def test_a_pdf_gives_paragraphs(tmp_path):
    received = read_file(put(tmp_path, "a.pdf", a_pdf("Ferry stops", *STORY)))
    assert received.text == f"Ferry stops\n{' '.join(STORY)}\n"
    assert received.remarks == (
        "text taken from a PDF of 1 page; lines that the page broke were joined",
    )


def encrypted(password):
    writer = pypdf.PdfWriter(io.BytesIO(a_pdf(*STORY)))
    writer.encrypt(user_password=password, owner_password="owner", algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def test_an_encrypted_pdf_is_refused_unless_it_has_no_password(tmp_path):
    said = refusal(put(tmp_path, "a.pdf", encrypted("secret")))
    assert said.startswith("a.pdf: the PDF is encrypted. Open it with its password")
    assert STORY[0] in read_file(put(tmp_path, "b.pdf", encrypted(""))).text


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7\nnothing", b"no PDF", a_pdf(*STORY)[:400], a_pdf(*STORY)[:-300] + b"xref"]
)
def test_a_broken_pdf_is_refused_or_read(tmp_path, data):
    try:
        assert STORY[0] in read_file(put(tmp_path, "a.pdf", data)).text
    except SourcebookError as error:
        assert str(error).startswith("a.pdf: the PDF ")


def test_a_pdf_of_pictures_is_refused(tmp_path):
    said = refusal(put(tmp_path, "a.pdf", a_pdf()))
    assert said.startswith("a.pdf: the PDF holds pictures of pages and no text. Run it through")


# Word


def test_a_document_gives_paragraphs_tables_and_headings(tmp_path):
    data = a_docx(
        ("Title", "Ferry stops"),
        ("Normal", STORY[0]),
        ("Heading 1", "The crews"),
        table=[["a", "b"]],
    )
    received = read_file(put(tmp_path, "a.docx", data))
    assert received.text == f"Ferry stops\n{STORY[0]}\nThe crews\na\tb\n"
    zones = [(received.text[start:end], zone) for start, end, zone in received.zones]
    assert zones == [("Ferry stops", "headline"), ("The crews", "section-head")]


def packed(**parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in parts.items():
            out.writestr(name, data)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"no zip", "not a Word document, or a broken one"),
        (packed(a="x"), "the document is broken"),
        (a_docx(("Normal", "x"))[:900], "not a Word document, or a broken one"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old", "an encrypted document, or one of an older Word"),
        (packed(a=bytes(101_000_000)), "unpacks to 101 MB in 1 parts"),
        (a_docx(("Normal", " ")), "there is no text in it"),
    ],
)
def test_a_broken_document_or_a_bomb_is_refused(tmp_path, data, said):
    assert refusal(put(tmp_path, "a.docx", data)).startswith(f"a.docx: {said}")


@pytest.mark.parametrize(
    ("library", "name", "data"),
    [("pypdf", "a.pdf", a_pdf(*STORY)), ("docx", "a.docx", a_docx(("Normal", "x")))],
)
def test_without_its_library_a_file_is_refused_with_the_remedy(
    tmp_path, monkeypatch, library, name, data
):
    monkeypatch.setitem(sys.modules, library, None)
    assert refusal(put(tmp_path, name, data)).endswith("pip install 'sourcebook[intake]'")


# Damage of any kind


@pytest.mark.parametrize(
    ("name", "whole"),
    [
        ("a.pdf", a_pdf(*STORY)),
        ("a.docx", a_docx(("Title", "Ferry"), ("Normal", STORY[0]), table=[["a", "b"]])),
        ("a.html", PAGE.format("utf-8", *STORY).encode()),
        ("a.txt", "비가 온다\n".encode("cp949") * 20),
    ],
)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_damaged_file_is_read_or_refused_and_nothing_else(tmp_path, name, whole, data):
    spoilt = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 8))):
        start = data.draw(st.integers(0, len(spoilt) - 1))
        spoilt[start : start + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=8))
        spoilt += b" "
    try:
        read_file(put(tmp_path, name, bytes(spoilt))).text.encode("utf-8")
    except SourcebookError as error:
        assert str(error).startswith(name)
