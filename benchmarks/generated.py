"""Any number of articles of about 600 words, made of the corpora's paragraphs; always the same."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = (ROOT / "corpus" / "articles", ROOT / "benchmarks" / "invented" / "corpus" / "articles")
WORDS = 600


def paragraphs() -> list[str]:
    """Every paragraph of more than ten words: quotations and figures as dense as in news."""
    files = [path for folder in FOLDERS for path in sorted(folder.glob("*.txt"))]
    texts = [path.read_text("utf-8") for path in files]
    found = [one.strip() for text in texts for one in text.split("\n\n")]
    return [one for one in found if len(one.split()) > 10]


def articles(count: int, seed: int = 0) -> Iterator[str]:
    """Yield `count` articles, each with a headline, a dateline and paragraphs in random order."""
    chance, stock = random.Random(seed), paragraphs()
    for number in range(count):
        text = [f"Council hears report number {number} on harbour works", "PORT ELLERY, March 3 --"]
        words = 0
        while words < WORDS:
            text.append(chance.choice(stock))
            words += len(text[-1].split())
        yield "\n\n".join(text) + "\n"
