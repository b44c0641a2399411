"""What a handout costs, against what a user would do instead: papermill and nbconvert in a loop.

    python benchmarks/handouts.py [ROUNDS]

Renders the same lessons both ways, in turn, and prints seconds and bytes of each and the median
ratio. The loop is given the same parameters and nbconvert's own template without code.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LESSONS = {
    "background-briefing": "01_background",
    "trade-dispute-briefing": "02_trade_dispute",
    "security-cooperation-briefing": "03_security_cooperation",
    "public-opinion-briefing": "04_public_opinion",
}


def kit(out: Path) -> list[Path]:
    only = [word for name in LESSONS for word in ("--only", name)]
    command = [sys.executable, "-m", "sourcebook.cli", "render", "--out", str(out), *only]
    subprocess.run(command, cwd=ROOT, check=True)
    return [out / f"{name}.html" for name in LESSONS]


def loop(out: Path) -> list[Path]:
    parameters = [
        "-p",
        "audience",
        "briefing",
        "-p",
        "terms",
        "neutral",
        "-p",
        "as_of",
        "2023-03-31",
    ]
    pages = []
    for notebook in LESSONS.values():
        source, ran = ROOT / "notebooks" / f"{notebook}.ipynb", out / f"{notebook}.ipynb"
        for command in (
            ["papermill", "--no-progress-bar", "--cwd", str(source.parent), *parameters],
            ["nbconvert", "--to", "html", "--no-input", "--log-level", "ERROR"],
        ):
            arguments = [str(source), str(ran)] if command[0] == "papermill" else [str(ran)]
            subprocess.run(
                [sys.executable, "-m", *command, *arguments],
                check=True,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        pages.append(ran.with_suffix(".html"))
    return pages


def timed(way: object, out: Path) -> tuple[float, int]:
    start = time.perf_counter()
    pages = way(out)  # type: ignore[operator]
    return time.perf_counter() - start, sum(page.stat().st_size for page in pages) // len(pages)


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    ratios = []
    for number in range(1, rounds + 1):
        with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
            ours, our_bytes = timed(kit, Path(one))
            theirs, their_bytes = timed(loop, Path(other))
        ratios.append(theirs / ours)
        print(
            f"round {number}: kit {ours / len(LESSONS):.1f} s and {our_bytes / 1000:.0f} kB a "
            f"handout, loop {theirs / len(LESSONS):.1f} s and {their_bytes / 1000:.0f} kB"
        )
    print(f"median: the loop takes {statistics.median(ratios):.1f} times as long")


if __name__ == "__main__":
    main()
