"""What finding copies costs among many articles, against comparing every pair of them.

    python benchmarks/reuse.py [ARTICLES]

Makes articles of 600 words (10,000 of them unless told otherwise) from the corpus's own words, the
same in every run. One in 20 is a near-copy of another: edited (one word in 15, 6 or 4), cut to a
brief (60 to 300 words), or continued by another hand (150 to 400 words are kept). All carry the
same lines of a site, and one in ten quotes the same statement of 80 words: neither makes a copy.

Prints the seconds to index and to find the copies, how many pairs were compared, recall and
precision. Then compares every pair of a sample, which is what one would do otherwise, and says how
long that would take for all, and whether both find the same there.
"""

from __future__ import annotations

import random
import sys
import time
import tracemalloc
from collections import Counter
from itertools import accumulate, combinations

from sourcebook import load_corpus
from sourcebook.reuse import SAME_ORIGIN, CopyIndex, copies, shingles

LENGTH = 600
ONE_IN = 20
SAMPLE = 300
FURNITURE = (
    "\nSign up for our morning newsletter and read what matters before breakfast. By signing up "
    "you accept our terms of use. All rights reserved; no part of this page may be copied.\n"
)


def material() -> tuple[list[str], list[int]]:
    """Words of the corpus and how often each stands there: generated text repeats as news does."""
    counts: Counter[str] = Counter()
    for article in load_corpus().articles.values():
        counts.update(article.text.split())
    return list(counts), list(accumulate(counts.values()))


def story(chance: random.Random, words: list[str], weights: list[int], length: int) -> list[str]:
    return chance.choices(words, cum_weights=weights, k=length)


def edited(chance: random.Random, words: list[str], weights: list[int], of: list[str]) -> list[str]:
    """One word in 15, 6 or 4 is replaced or left out, and the halves change places."""
    kept = []
    rate = 1 / chance.choice((15, 6, 4))
    for word in of:
        turn = chance.random()
        if turn > rate / 2:
            kept.append(chance.choices(words, cum_weights=weights)[0] if turn < rate else word)
    half = len(kept) // 2
    return kept[half:] + kept[:half]


def articles(number: int) -> tuple[dict[str, str], dict[str, str]]:
    """Return texts by id, and of each planted copy the id of its original."""
    chance = random.Random(2003)
    words, weights = material()
    bodies: dict[str, list[str]] = {}
    planted: dict[str, str] = {}
    statement = story(chance, words, weights, 80)
    for count in range(number):
        name = f"article-{count}"
        if count % ONE_IN == ONE_IN - 1:
            original = f"article-{chance.randrange(count - ONE_IN + 1, count)}"
            body = bodies[original]
            kind = count // ONE_IN % 3
            if kind == 0:
                body = edited(chance, words, weights, body)
            elif kind == 1:
                length = chance.randrange(60, 300)
                start = chance.randrange(len(body) - length)
                body = body[start : start + length]
            else:
                kept = chance.randrange(150, 400)
                body = body[:kept] + story(chance, words, weights, LENGTH - kept)
            planted[name] = original
        else:
            body = story(chance, words, weights, LENGTH)
            if chance.random() < 0.1:
                body[100:180] = statement
        bodies[name] = body
    return {name: " ".join(body) + FURNITURE for name, body in bodies.items()}, planted


def bytes_each(texts: dict[str, str]) -> float:
    tracemalloc.start()
    index = CopyIndex()
    for name, text in texts.items():
        index.add(name, text)
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return held / len(texts)


def every_pair(texts: dict[str, str]) -> tuple[float, set[tuple[str, str]]]:
    """Seconds per pair, and the pairs that resemble each other."""
    runs = {name: shingles(text) for name, text in texts.items()}
    start = time.perf_counter()
    found = {
        (one, other)
        for one, other in combinations(runs, 2)
        if len(runs[one] & runs[other]) >= SAME_ORIGIN * len(runs[one] | runs[other])
    }
    return (time.perf_counter() - start) / max(1, len(runs) * (len(runs) - 1) // 2), found


def main() -> None:
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    texts, planted = articles(number)
    pairs = {(original, copy) for copy, original in planted.items()}
    print(f"{number:,} articles, {len(pairs):,} near-copies planted")

    index = CopyIndex()
    start = time.perf_counter()
    for done, (name, text) in enumerate(texts.items(), start=1):
        index.add(name, text)
        if done in (number // 10, number):
            took = time.perf_counter() - start
            print(f"indexed {done:,} in {took:.1f} s, {1000 * took / done:.2f} ms each")
    print(
        f"compared {index.compared:,} pairs on the way, of {number * (number - 1) // 2:,} that "
        f"there are; {bytes_each(dict(list(texts.items())[:1000])) / 1000:.1f} kB of memory each"
    )

    start = time.perf_counter()
    found = {(copy.one, copy.other) for copy in copies(texts)}
    took = time.perf_counter() - start
    right = len(found & pairs)
    print(
        f"copies found in {took:.1f} s, indexing included: "
        f"recall {right / max(1, len(pairs)):.3f}, precision {right / max(1, len(found)):.3f}"
    )

    sample = dict(list(texts.items())[:SAMPLE])
    each, plain = every_pair(sample)
    # A short brief resembles its story too little for the plain way: hence two figures.
    inside = {pair for pair in pairs if set(pair) <= set(sample)}
    print(
        f"comparing every pair: {1e6 * each:.0f} µs each, so "
        f"{each * number * (number - 1) / 2 / 60:.0f} minutes for all (measured on {len(sample)}, "
        f"where it finds {len(plain & inside)} of {len(inside)} planted and the index "
        f"{len(found & inside)})"
    )


if __name__ == "__main__":
    main()
