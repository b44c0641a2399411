"""Annotate many files, one after the other or in several processes, without holding them all."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from sourcebook.annotate import NO_VOCABULARY, annotate
from sourcebook.annotate.names.models import load_pipeline
from sourcebook.corpus import Vocabulary
from sourcebook.corpus.vocabulary import read_vocabulary
from sourcebook.errors import InvalidKit, SourcebookError
from sourcebook.exchange.annotated import Annotated
from sourcebook.exchange.sources import Source
from sourcebook.intake.hidden_characters import one_line
from sourcebook.intake.prepared import find_zones, tell_facts
from sourcebook.intake.reading import read_file

_CHUNK = 8  # files to a task: enough that handing tasks over costs little
_AHEAD = 4  # tasks to a process that wait or run; what bounds memory


@dataclass(frozen=True)
class Outcome:
    """What became of one file: what a sink takes, or the reason why there is nothing."""

    source: Source
    encoded: Any = None
    error: str = ""


def read_words(kit: Path | None) -> Vocabulary:
    """Read a kit's vocabulary, or the empty one if there is no kit."""
    if kit is None:
        return NO_VOCABULARY
    vocabulary, problems = read_vocabulary(kit / "corpus" / "vocabulary", "corpus/vocabulary")
    if problems:
        raise InvalidKit(problems)
    return vocabulary


def annotate_files(
    sources: Sequence[Source],
    kit: Path | None,
    encode: Callable[[Annotated], Any],
    layers: Sequence[str] | None = None,
    jobs: int = 1,
    model: str = "",
) -> Iterator[Outcome]:
    """Annotate files and encode the result for a sink.

    Files are read as their turn comes, so memory does not grow with their number. A file that
    cannot be read gives an outcome with its error, and the others go on.

    Parameters
    ----------
    sources
        From `find_sources`.
    kit
        The kit whose vocabulary is used; without one, every name is a candidate.
    encode
        The `encode` of a sink's class.
    layers
        As for `sourcebook.annotate.annotate`.
    jobs
        Processes to use; with 1, none is started.
    model
        Name of an installed spaCy pipeline that suggests more names; none if empty.

    Yields
    ------
    Outcome
        One to each source, in order.

    Raises
    ------
    SourcebookError
        If the model is not installed, or a process dies.
    InvalidKit
        If the kit's vocabulary breaks a rule.
    """
    settings = _Settings(kit, encode, layers, model)
    if jobs == 1:
        yield from map(_Reader(settings).read, sources)
        return
    _Reader(settings)  # what is missing or broken is told here, not by every process
    tasks = iter([sources[at : at + _CHUNK] for at in range(0, len(sources), _CHUNK)])
    # Spawned everywhere, as on Windows: a fork would copy the locks of a caller's threads.
    context = multiprocessing.get_context("spawn")
    waiting: deque[Future[list[Outcome]]] = deque()
    with ProcessPoolExecutor(jobs, context, _start, (settings,)) as pool:
        try:
            for task in islice(tasks, jobs * _AHEAD):
                waiting.append(pool.submit(_work, task))
            while waiting:
                yield from waiting.popleft().result()
                for task in islice(tasks, 1):
                    waiting.append(pool.submit(_work, task))
        except BrokenProcessPool:
            raise SourcebookError(
                "a process died, perhaps for want of memory. Use fewer with --jobs."
            ) from None
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


@dataclass(frozen=True)
class _Settings:
    kit: Path | None
    encode: Callable[[Annotated], Any]
    layers: Sequence[str] | None
    model: str


class _Reader:
    """Holds what reading one file after the other needs."""

    def __init__(self, settings: _Settings) -> None:
        self._settings = settings
        self._words = read_words(settings.kit)
        self._pipeline = load_pipeline(settings.model) if settings.model else None

    def read(self, source: Source) -> Outcome:
        """Read, annotate and encode one file."""
        try:
            received = read_file(source.path)
        except SourcebookError as error:
            return Outcome(source, error=_placed(source, str(error)))
        text = received.text
        zones = find_zones(received, source.article)
        facts = {name: told.value for name, told in tell_facts(received, zones).items()}
        told_day = source.published or received.published
        try:
            found = annotate(
                text,
                told_day,
                self._words,
                self._settings.layers,
                article=source.article,
                zones=zones,
                pipeline=self._pipeline,
            )
        except Exception as error:  # a model may raise anything; the rules raise nothing
            if self._pipeline is None:
                raise
            said = f"{source.path.name}: the model failed: {error}. Leave out --model."
            return Outcome(source, error=_placed(source, said))
        annotated = Annotated(
            article=source.article,
            file=source.path.name,
            text=text,
            headline=facts.get("headline", ""),
            outlet=facts.get("outlet", ""),
            published=told_day,
            annotations=tuple(found),
        )
        return Outcome(source, self._settings.encode(annotated))


def _placed(source: Source, said: str) -> str:
    """Put the folder before a message that begins with the file's name, made fit for a screen."""
    return one_line(f"{source.path.parent}: {said}", 2000)


_reader: _Reader


def _start(settings: _Settings) -> None:
    # A process reads the vocabulary and the model once, not with every task.
    global _reader
    _reader = _Reader(settings)


def _work(task: Sequence[Source]) -> list[Outcome]:
    return [_reader.read(source) for source in task]
