"""How fast articles are annotated, against a spaCy pipeline where one is installed.

    python benchmarks/annotate.py [ARTICLES] [MODEL]

Prints words a second of processor time on one core, for all rule layers together and for each; the
time per word from 100 to ARTICLES articles (10,000 if not given); and the seconds by the clock and
the peak memory of `sourcebook annotate --jobs 2` over as many files. MODEL is the spaCy pipeline to
compare with, if there is one.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from itertools import islice
from pathlib import Path

from generated import ROOT, articles

from sourcebook import load_corpus
from sourcebook.annotate import FOUND, annotate
from sourcebook.exchange.annotating import read_words

DAY = date(2023, 3, 16)
ROUNDS = 5


def seconds(texts: list[str], read) -> float:
    # Seconds of this process's own work: another program on the same core does not count.
    begun = time.process_time()
    for text in texts:
        read(text)
    return time.process_time() - begun


def median(texts: list[str], read) -> float:
    return statistics.median(seconds(texts, read) for _ in range(ROUNDS))


def count(texts: list[str]) -> int:
    return sum(len(text.split()) for text in texts)


def spacy_pipeline(name: str):
    try:
        import spacy

        return spacy.load(name)
    except (ImportError, OSError) as error:
        print(f"spaCy: not compared ({type(error).__name__}: no pipeline {name!r} here)")
        return None


def speed(model: str) -> None:
    words = read_words(ROOT)
    texts = [article.text for article in load_corpus(ROOT).articles.values()]
    texts += islice(articles(50), 50)
    total = count(texts)
    ours = median(texts, lambda text: annotate(text, DAY, words))
    print(f"all layers: {total / ours:,.0f} words/s ({len(texts)} articles, {total:,} words)")
    for layer in FOUND:
        alone = median(texts, lambda text, layer=layer: annotate(text, DAY, words, [layer]))
        print(f"  {layer:13} alone {alone / total * 1e6:5.2f} µs a word")
    pipeline = spacy_pipeline(model)
    if pipeline is not None:
        theirs = median(texts, pipeline)
        print(
            f"spaCy {model}: {total / theirs:,.0f} words/s; "
            f"it takes {theirs / ours:.1f} times as long"
        )


def growth(most: int) -> None:
    words = read_words(ROOT)
    size = 100
    while size <= most:
        spent = total = 0.0
        for text in articles(size):
            total += len(text.split())
            begun = time.process_time()
            annotate(text, DAY, words)
            spent += time.process_time() - begun
        print(f"{size:6} articles: {spent / total * 1e6:.2f} µs a word")
        size *= 10


def command(most: int) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "articles"
        folder.mkdir()
        size = 100
        while size <= most:
            for number, text in enumerate(articles(size)):
                (folder / f"{number:05}.txt").write_text(text, encoding="utf-8")
            out = Path(place) / "out.jsonl"
            run = [sys.executable, "-m", "sourcebook.cli", "annotate", str(folder)]
            begun = time.perf_counter()
            subprocess.run([*run, "--jobs", "2", "--out", str(out)], cwd=ROOT, check=True)
            spent = time.perf_counter() - begun
            # Of all children so far; sizes ascend, so it tells whether memory grows with them.
            peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
            with out.open(encoding="utf-8") as lines:
                found = sum(1 for _ in lines)
            print(
                f"annotate --jobs 2, {size:6} files: {spent:.1f} s, {found:,} annotations, "
                f"largest process so far {peak:.0f} MB"
            )
            size *= 10


def main() -> None:
    most = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    speed(sys.argv[2] if len(sys.argv) > 2 else "en_core_web_sm")
    growth(most)
    command(most)


if __name__ == "__main__":
    main()
