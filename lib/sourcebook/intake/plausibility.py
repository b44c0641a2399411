"""Score how much a decoded text looks like writing, and not like another encoding's bytes."""

from __future__ import annotations

import unicodedata

_SAMPLE = 4000  # characters beyond ASCII that are looked at: more would not change the answer

# The characters that open any frequency list of each written language. Real prose is full of them;
# bytes read in the wrong encoding hardly ever hit them.
_HANZI = frozenset(
    "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里"
    "后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动"
    "两长知民样现分将外但身些与高意进法此实回二理美点月明其种声全工己话儿者向情部正名定女问力机给等几很"
    "這來國個說們為時會過學對後麼沒還發當無開經頭動兩長樣現將與進實點種聲話問機給幾"
)
_HANGUL = frozenset(
    "이다는을의에가고하지로한은를기리사도서시인정어자대나들과으해부일그스수전국라있보원구제주공상장여소만조"
    "면거것안성게관연화오신적었했아년세음요습니동중개경마유까위물금및무우회말선치비실당생방미민재물열"
)
_KANJI = frozenset(
    "日一人大年出本中子見国言上分生手自行者二間事思時気会十家女三前的方入小地合後目長場代私下立部学物月田"
    "彼同社高動政府発表東京新相首党経済記者米韓北対外交会談決定問題報道県市氏員電話今明"
)

_NO_WRITING = ("Cc", "Co", "Cn", "Cs")  # controls, private use, unassigned, surrogates
_SIGNS = "“”‘’„\u201a«»–—…•€£§©®™°·½¼¾²³\u00a0¡¿ªº×"


def plausibility(text: str, script: str) -> float:
    """Say how much a text looks like writing of one script, from about -2 to 1.

    Parameters
    ----------
    text
        What an encoding makes of a file's bytes.
    script
        Whose writing that encoding is for: ``hangul``, ``kana`` (with kanji), ``hanzi`` or
        ``latin``.

    Returns
    -------
    float
        The mean over characters beyond ASCII; 0 for a text that has none.

    Examples
    --------
    >>> right, wrong = "Löwe, Bär und Küchenmeister", "L�we"
    >>> plausibility(right, "latin") > 0.3 > plausibility(wrong, "latin")
    True
    """
    total, count = 0.0, 0
    before = " "
    for place, char in enumerate(text):
        if char > "\x7f":
            after = text[place + 1 : place + 2]
            total += _weigh(char, before, after, script)
            count += 1
            if count == _SAMPLE:
                break
        before = char
    return total / count if count else 0.0


def _weigh(char: str, before: str, after: str, script: str) -> float:
    if char == "\N{REPLACEMENT CHARACTER}" or unicodedata.category(char) in _NO_WRITING:
        return -2.0
    if script == "latin":
        return _weigh_latin(char, before, after)
    # In another script's prose no letter beyond ASCII leans on a small Latin one.
    if "a" <= before <= "z" and unicodedata.category(char) == "Lo":
        return -0.8
    if "\u3000" <= char <= "\u3020" or "\uff01" <= char <= "\uff5e" or char in "“”‘’…·—、。「」":
        return 0.5
    if "\uac00" <= char <= "\ud7a3":
        return _weigh_hangul(char) if script == "hangul" else -1.0
    if "\u3041" <= char <= "\u30fe":
        # The tables of other encodings hold kana too, but nobody writes prose with them there.
        return {"kana": 1.0, "hanzi": -0.1, "hangul": -0.5}[script]
    if "\u4e00" <= char <= "\u9fff":
        return _weigh_han(char, script)
    return -1.0 if "\uff61" <= char <= "\uff9f" else -0.5


def _weigh_latin(char: str, before: str, after: str) -> float:
    if char in _SIGNS:
        if char in "²³½¼¾ºª" and before.isalpha() and (before != "m" or after.isalpha()):
            return -0.5
        # A closing mark follows something; "£" and the like stand apart from other such signs.
        return 0.4 if before <= "\x7f" or after <= "\x7f" else -0.2
    if not char.isalpha():
        return -0.8
    if before > "\x7f" and after > "\x7f":
        return -1.0  # three accented letters in a row: bytes of two-byte characters
    if char.isupper() and (after.isdigit() or (before.isascii() and before.islower())):
        return -0.8
    return 0.6 if char <= "\xff" else 0.5  # where two tables do as well, the western one


def _weigh_hangul(char: str) -> float:
    if char in _HANGUL:
        return 1.0
    # The first table holds what prose is made of; Python spells the others out in eight bytes.
    return 0.6 if len(char.encode("euc_kr", "replace")) == 2 else -0.4


def _weigh_han(char: str, script: str) -> float:
    if script == "hangul":
        return -0.5
    if char in (_KANJI if script == "kana" else _HANZI):
        return 1.0
    # All three tables put the everyday characters first and rare ones second.
    tables = [("shift_jis", b"\x98\x73")]
    if script == "hanzi":
        tables = [("gb2312", b"\xd8\xa1"), ("big5", b"\xc9\x40")]
    for encoding, rare in tables:
        try:
            return 0.4 if char.encode(encoding) < rare else -0.3
        except UnicodeEncodeError:
            continue
    return -0.5
