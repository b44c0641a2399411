"""Bytes become text: encodings are detected and said, what is no text is refused with its place."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.errors import SourcebookError
from sourcebook.intake.decoding import decode
from sourcebook.intake.hidden_characters import one_line, take_out

HANGUL = [
    "비가 온다",
    "안녕하세요",
    "시장은 새 다리가 봄에 열린다고 말했다. 시민들은 요금이 너무 높다고 불평했다.",
    "어제 서울에서 회의가 열렸다, 참석자는 40명이었다.\r\n",
    "大統領은 오늘 회의를 열었다",
    "“다시는 안 간다”고 그는 말했다 (사진=연합)",
]
KANA = [
    "雨が降る",
    "こんにちは",
    "市長は新しい橋が春に開通すると述べた。",
    "昨日、会議が開かれた。参加者は四十人だった。",
    "カタカナのニュース",
    "首相は記者会見で「検討する」と語った。",
]
HANZI = ["下雨了", "你好", "市长说新桥将在春天开通。", "昨天在北京举行了会议\uff0c有四十人参加。"]
HANZI_OLD = ["市長說新橋將在春天開通。", "昨天在臺北舉行了會議\uff0c有四十人參加。"]
LATIN = [
    "Le café de l’hôtel était fermé, a déclaré le maire.",
    "Löwe",
    "Größe und Übermut",
    "señor",
    "“Yes,” she said – £5 for a café crème.",
    "L'été à Orléans: 30 °C",
    "120 m² of floor, he said, at €9 each.",
]
EASTERN = ["Burmistrz powiedział, że nowy most zostanie otwarty wiosną. Mieszkańcy są źli."]


def rows(name, codec, sentences):
    return [
        pytest.param(name, codec, sentence, id=f"{codec}-{sentence[:9]}") for sentence in sentences
    ]


@pytest.mark.parametrize(
    ("name", "codec", "sentence"),
    [
        *rows("CP949", "cp949", HANGUL),
        *rows("Shift-JIS", "cp932", KANA),
        *rows("EUC-JP", "euc_jp", KANA[1:]),
        *rows("GB18030", "gb18030", HANZI),
        *rows("Big5", "big5", HANZI_OLD),
        *rows("CP1252", "cp1252", LATIN),
        *rows("CP1250", "cp1250", EASTERN),
    ],
)
def test_older_encodings_are_told_apart_even_in_short_texts(name, codec, sentence):
    decoded = decode(sentence.encode(codec), "a.txt")
    assert (decoded.text, decoded.encoding, decoded.as_received) == (sentence, name, False)


@pytest.mark.parametrize("sentence", [HANGUL[2], KANA[2], LATIN[0], "Plain words"])
@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("utf-8-sig", "UTF-8"),
        ("utf-16", "UTF-16 (little-endian)"),
        ("utf-32", "UTF-32 (little-endian)"),
    ],
)
def test_a_byte_order_mark_decides_and_is_no_part_of_the_text(sentence, codec, name):
    decoded = decode(sentence.encode(codec), "a.txt")
    assert (decoded.text, decoded.encoding, decoded.marked) == (sentence, name, True)
    assert not decoded.as_received


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_known_without_its_mark(codec):
    decoded = decode("Plain words,\r\nand more of them.".encode(codec), "a.txt")
    assert decoded.text == "Plain words,\r\nand more of them."
    assert decoded.encoding.startswith("UTF-16")


def test_cyrillic_is_left_to_the_detector():
    text = "Мэр сказал, что новый мост откроется весной. Жители недовольны платой за проезд."
    assert decode(text.encode("cp1251"), "a.txt").text == text


def test_a_long_file_is_told_by_its_beginning_and_decoded_whole():
    text = (HANGUL[2] + "\n") * 6000
    decoded = decode(text.encode("cp949"), "a.txt")
    assert (decoded.encoding, len(decoded.text)) == ("CP949", len(text))


def test_one_line_of_five_megabytes_without_a_line_end():
    text = "été " * 1_250_000
    assert decode(text.encode("latin-1"), "a.txt").text == text


def test_what_a_page_declares_counts_if_its_bytes_agree():
    data = "Löwe — ‘Bär’".encode("cp1252")
    assert decode(data, "a.html", "windows-1252").encoding == "CP1252"
    assert decode("naïve".encode(), "a.html", "no-such-encoding").encoding == "UTF-8"
    assert decode(data, "a.html", "utf-8").text == "Löwe — ‘Bär’"


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"one\ntwo\0three", "line 2, column 4"),
        (b"\0\0\0\0", "line 1, column 1"),
        # As UTF-16 these would be characters, and no text.
        (b"The\0 bridge closed on Monday, the mayor said.\n", "line 1, column 4"),
        (b"Bridge closed\n\nIt closed\0\0 on Friday.\n\n", "line 3, column 10"),
    ],
)
def test_nul_is_refused_with_its_place(data, place):
    with pytest.raises(SourcebookError, match=f"a.txt, {place}: a NUL byte"):
        decode(data, "a.txt")


@pytest.mark.parametrize("text", ["A, b.\n", "다리가 닫혔다 1\n", "橋は閉鎖 A\n"])
@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_read(text, codec):
    assert decode(text.encode(codec), "a.txt").text == text


def test_a_mark_that_lies_is_refused():
    with pytest.raises(SourcebookError, match=r"a\.txt: its byte order mark says UTF-8"):
        decode(b"\xef\xbb\xbfcaf\xe9", "a.txt")


def test_without_the_extra_only_older_encodings_are_refused(monkeypatch):
    monkeypatch.setitem(sys.modules, "charset_normalizer", None)
    assert decode("Löwe".encode(), "a.txt").as_received
    assert decode("Löwe".encode("utf-16"), "a.txt").text == "Löwe"
    with pytest.raises(SourcebookError, match=r"pip install 'sourcebook\[intake\]'"):
        decode("Löwe".encode("latin-1"), "a.txt")


@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_utf_8_comes_back_as_it_was(text):
    data = text.encode("utf-8")
    if "\0" not in text and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        assert decode(data, "a.txt").text == text


@given(st.binary(max_size=300))
def test_any_bytes_are_decoded_or_refused_and_nothing_else(data):
    try:
        decoded = decode(data, "a.txt")
    except SourcebookError as error:
        assert str(error).startswith("a.txt")
    else:
        assert decoded.text.encode("utf-8").decode("utf-8") == decoded.text


# Hidden characters


def test_hidden_characters_are_taken_out_and_their_places_named():
    text, remark = take_out("a\u202eb\nc\x1b[0m\x07\td")
    assert text == "ab\nc[0m\td"
    assert remark == (
        "3 hidden characters taken out: U+202E (line 1, column 2), U+001B (line 2, column 2), "
        "U+0007 (line 2, column 6)"
    )


def test_a_hundred_thousand_hidden_characters_are_counted_and_five_named():
    text, remark = take_out("x\u2066" * 100_000)
    assert text == "x" * 100_000
    assert remark.startswith("100000 hidden characters") and remark.endswith("and 99995 more")


@given(st.text())
def test_what_is_left_holds_nothing_hidden(text):
    left, remark = take_out(text)
    assert take_out(left) == (left, "")
    assert (remark == "") == (left == text)


@given(st.text())
def test_a_line_for_the_catalogue_is_one_short_line(text):
    line = one_line(text, 40)
    assert len(line) <= 40 and "\n" not in line and line == line.strip()
