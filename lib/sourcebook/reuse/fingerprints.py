"""A few hashes that stand for a text, such that copies of it share them."""

from __future__ import annotations

from zlib import crc32

from sourcebook.reuse.overlap import SHINGLE, plain_words

WINDOW = 12
"""Of so many shingles in a row, the smallest hash is kept: about one in six of all."""

_BITS = (1 << 60) - 1  # 60 bits: Python holds such a number in 32 bytes
# One for each word of a shingle, large and odd. Written out below, which takes half the time of a
# loop; should `SHINGLE` ever change, unpacking fails at once.
_A, _B, _C, _D, _E = (
    0x9E3779B97F4A7C5,
    0xC2B2AE3D27D4EB5,
    0x165667B19E3779F,
    0x27D4EB2F165667D,
    0x85EBCA772C1B3F5,
)


def fingerprints(text: str) -> frozenset[int]:
    """Return the fingerprints of a text, chosen by winnowing.

    Texts that share a run of `SHINGLE` + `WINDOW` - 1 (16) words share a fingerprint, whatever
    stands around it (Schleimer, Wilkerson and Aiken 2003, "Winnowing: local algorithms for
    document fingerprinting"). The hashes are the same in every run and on every machine, which
    Python's own `hash` of a string is not. A text of fewer words than a shingle has none.

    Examples
    --------
    >>> line = "the bridge opened in may and the ferry made its last crossing on the same day"
    >>> fingerprints(line) <= fingerprints(f"It rained, but {line}, as planned.")
    True
    """
    # Mixed by multiplying: the checksums alone are alike for words that are alike.
    words = [crc32(word.encode("utf-8", "surrogatepass")) for word in plain_words(text)]
    shifted = (words[start:] for start in range(SHINGLE))
    hashes = [
        (a * _A + b * _B + c * _C + d * _D + e * _E) & _BITS
        for a, b, c, d, e in zip(*shifted, strict=False)
    ]
    # The least of 12 is the lesser of two overlapping leasts of 8, and so on down.
    width, wanted = 1, min(WINDOW, len(hashes))
    while width < wanted:
        step = min(width, wanted - width)
        hashes = list(map(min, hashes, hashes[step:]))
        width += step
    return frozenset(hashes)
