"""Turn a file's bytes into text, and say which encoding they were in."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from sourcebook.errors import SourcebookError
from sourcebook.intake.extra import MISSING
from sourcebook.intake.plausibility import plausibility

# The longer marks first: UTF-32's begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32 (little-endian)"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32 (big-endian)"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16 (little-endian)"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16 (big-endian)"),
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
)
# Encodings that a detector easily takes for each other, and the script that each is for.
_RIVALS = (
    ("cp949", "CP949", "hangul"),
    ("cp932", "Shift-JIS", "kana"),
    ("gb18030", "GB18030", "hanzi"),
    ("euc_jp", "EUC-JP", "kana"),
    ("big5", "Big5", "hanzi"),
    ("cp1252", "CP1252", "latin"),
    ("cp1250", "CP1250", "latin"),
    ("latin-1", "Latin-1", "latin"),
)
_NAMES = {codec: name for codec, name, _ in _RIVALS}
_CERTAIN = 0.3  # plausibility from which no other opinion is asked
_SAMPLE = 200_000  # bytes looked at; a file is decoded whole once its encoding is known
_NULS = 0.4  # share of NUL bytes below which Latin letters are not in UTF-16
_LEGIBLE = 0.9  # share of ordinary characters from which UTF-16 without a mark is believed


@dataclass(frozen=True)
class Decoded:
    """A file's text.

    `encoding` is what its bytes were in; `marked` tells whether a byte order mark said so. The mark
    is no part of the text.
    """

    text: str
    encoding: str
    marked: bool = False

    @property
    def as_received(self) -> bool:
        """Whether the text's UTF-8 bytes are the file's own."""
        return self.encoding == "UTF-8" and not self.marked


def decode(data: bytes, file: str, declared: str | None = None) -> Decoded:
    """Decode a file.

    A byte order mark decides; else the encoding that the file declares of itself, if its bytes
    agree; else UTF-8, if the bytes are; else the most plausible of the common older encodings.

    Parameters
    ----------
    data
        The file's bytes.
    file
        Its name in messages.
    declared
        The encoding a page's markup names.

    Raises
    ------
    SourcebookError
        If the bytes are no text, or not in an encoding that can be told.

    Examples
    --------
    >>> decode("Café".encode("utf-16"), "menu.txt").encoding
    'UTF-16 (little-endian)'
    """
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return Decoded(_strict(data[len(mark) :], codec, name, file), name, marked=True)
    if b"\0" in data:
        return _unmarked_utf16(data, file)
    if declared:
        try:
            text = data.decode(declared)
            codec = codecs.lookup(declared).name
            return Decoded(text, _NAMES.get(codec, codec.upper()))
        except (UnicodeDecodeError, LookupError, ValueError):
            pass  # pages often declare what they are not
    try:
        return Decoded(data.decode("utf-8"), "UTF-8")
    except UnicodeDecodeError as error:
        return _detect(data, file, error.start)


def _strict(data: bytes, codec: str, name: str, file: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        raise SourcebookError(
            f"{file}: its byte order mark says {name}, but byte {error.start} is not. The file is "
            "damaged: get it again, or open it in an editor and save it as UTF-8."
        ) from None


def _unmarked_utf16(data: bytes, file: str) -> Decoded:
    # NUL at every other byte is how Latin letters look in UTF-16; a few of them between Latin
    # letters are damage, though any two bytes make some character.
    sample = data[:_SAMPLE]
    nuls = sample.count(0)
    latin = sum(byte < 0x7F for byte in sample) - nuls
    damaged = nuls < _NULS * len(sample) and latin >= _LEGIBLE * (len(sample) - nuls)
    little = data[1::2].count(0) >= data[0::2].count(0)
    codec, name = ("utf-16-le", "little-endian") if little else ("utf-16-be", "big-endian")
    try:
        text = "" if damaged else data.decode(codec)
    except UnicodeDecodeError:
        text = ""
    begin = text[:_SAMPLE]
    legible = sum(char.isprintable() or char in "\t\n\r" for char in begin)
    if text and "\0" not in text and legible >= _LEGIBLE * len(begin):
        return Decoded(text, f"UTF-16 ({name})")
    place = data.index(0)
    line = data.count(b"\n", 0, place) + 1
    column = place - data.rfind(b"\n", 0, place)
    raise SourcebookError(
        f"{file}, line {line}, column {column}: a NUL byte, which no text holds. The file is "
        "damaged, or no text at all: get it again, or save it as UTF-8 text."
    )


def _detect(data: bytes, file: str, place: int) -> Decoded:
    try:
        from charset_normalizer import from_bytes
    except ImportError:
        line = data.count(b"\n", 0, place) + 1
        raise SourcebookError(
            f"{file}, line {line}: not UTF-8 at byte {place}, and older encodings need a library "
            f"that is not installed. {MISSING} Or save the file as UTF-8."
        ) from None
    # Cut at a line's end, or the last character might be cut in two.
    cut = data.rfind(b"\n", 0, _SAMPLE) + 1 if len(data) > _SAMPLE else len(data)
    sample = data[: cut or _SAMPLE]
    rivals = []
    for order, (codec, name, script) in enumerate(_RIVALS):
        try:
            text = sample.decode(codec, "strict" if len(sample) == len(data) or cut else "ignore")
        except UnicodeDecodeError:
            continue
        rivals.append((plausibility(text, script), -order, codec, name))
    rivals.sort(reverse=True)
    if not rivals or rivals[0][0] < _CERTAIN:
        # The kit scores the encodings above itself, since detectors mix them up in short texts;
        # for all others the detector knows more.
        guess = from_bytes(sample).best()
        if guess is not None:
            name = re.sub(r"[_\s]+", "-", guess.encoding).upper()
            rivals.insert(0, (0.0, 0, guess.encoding, name))
    for _, _, codec, name in rivals:
        try:
            return Decoded(data.decode(codec), name)
        except UnicodeDecodeError:
            continue
    raise SourcebookError(
        f"{file}: the encoding cannot be told. Open it in an editor that shows it right, and save "
        "it as UTF-8."
    )
