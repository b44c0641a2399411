"""Take out characters that cannot be seen but change how a text reads, and say where they stood."""

from __future__ import annotations

import re

# Controls of the terminal and of old printers, all but tab, line ends and page ends; and the marks
# that turn the direction of the text around them, with which words can be made to look like others.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
_NAMED = 5  # places that a message names; the rest are counted


def take_out(text: str) -> tuple[str, str]:
    r"""Return a text without hidden characters, and a remark that names them and their places.

    The remark is empty where there were none. Lines and columns count from 1.

    Examples
    --------
    >>> take_out("He said\nyes\u202eno")
    ('He said\nyesno', '1 hidden character taken out: U+202E (line 2, column 4)')
    """
    found = list(_HIDDEN.finditer(text))
    if not found:
        return text, ""
    places = []
    line, seen = 1, 0
    for match in found[:_NAMED]:
        line += text.count("\n", seen, match.start())
        seen = match.start()
        column = match.start() - text.rfind("\n", 0, match.start())
        places.append(f"U+{ord(match.group()):04X} (line {line}, column {column})")
    more = f" and {len(found) - _NAMED} more" if len(found) > _NAMED else ""
    noun = "1 hidden character" if len(found) == 1 else f"{len(found)} hidden characters"
    return _HIDDEN.sub("", text), f"{noun} taken out: {', '.join(places)}{more}"


def hidden(text: str) -> list[int]:
    """Return the offsets of the characters that `take_out` takes out."""
    return [match.start() for match in _HIDDEN.finditer(text)]


def one_line(words: str, longest: int = 300) -> str:
    r"""Return words from outside as one line that is safe to print and to file.

    Examples
    --------
    >>> one_line("A title \n\x1b[31m of  two lines")
    'A title [31m of two lines'
    """
    plain = " ".join(_HIDDEN.sub("", words[: 4 * longest]).split())
    return plain if len(plain) <= longest else plain[: longest - 1].rstrip() + "…"
