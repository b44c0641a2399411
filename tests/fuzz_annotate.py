"""Guided fuzzing of everything that reads an article's text.

    python tests/fuzz_annotate.py -runs=20000 -max_len=4096

Needs atheris (pip install 'sourcebook[fuzz]'); `make fuzz` does both. The same check runs on
hypothesis's texts in test_annotate.py.
"""

from __future__ import annotations

import sys

from sourcebook.annotate import FOUND, annotate
from sourcebook.exchange import csv_file, jsonl


def check(text: str) -> None:
    """Annotate a text; whatever it is, the annotations are in order, in the text and exact."""
    found = annotate(text)
    places = [(FOUND.index(one.layer), one.start, one.end) for one in found]
    assert places == sorted(places)
    for one in found:
        assert 0 <= one.start < one.end <= len(text)
        assert one.quote == text[one.start : one.end]
        assert one.status == "machine"
        assert one.maker.startswith("rule:")
        assert list(jsonl.from_lines([jsonl.to_line(one)])) == [one]
    assert csv_file.to_lines(found).count("\r\n") >= len(found)


def main() -> None:
    import atheris

    # Pieces that the annotators look for, so that guidance does not have to discover them.
    pieces = [
        "“",
        "”",
        '"',
        "‘",
        "’",
        "„",
        "«",
        "「",
        " said ",
        "Mr. ",
        "Thursday",
        "1910-45",
        "$",
        "%",
    ]

    def one(data: bytes) -> None:
        provider = atheris.FuzzedDataProvider(data)
        parts = []
        while provider.remaining_bytes():
            parts.append(pieces[provider.ConsumeIntInRange(0, len(pieces) - 1)])
            parts.append(provider.ConsumeUnicode(provider.ConsumeIntInRange(0, 30)))
        check("".join(parts))

    atheris.instrument_all()
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
