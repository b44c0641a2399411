"""Bring articles into a corpus: each file whole or not at all, and none because of another."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from sourcebook.corpus import Corpus, load_corpus
from sourcebook.errors import SourcebookError
from sourcebook.intake.copies import Copies, body
from sourcebook.intake.hidden_characters import one_line
from sourcebook.intake.naming import article_id
from sourcebook.intake.prepared import Prepared, find_zones, prepare, tell_date, tell_facts
from sourcebook.intake.reading import files_below, read_file
from sourcebook.intake.received import Told
from sourcebook.intake.writing import write_articles
from sourcebook.interval import Interval

_HELD = 64_000_000  # bytes of new articles that are kept in memory until they are written


@dataclass(frozen=True)
class Added:
    """What came of one file: the new article's id, or the error that kept it out.

    `suggested` counts the annotations suggested in each layer; `remarks` say what was changed on
    the way in, what is unknown, and what it copies.
    """

    file: Path
    article: str = ""
    suggested: Mapping[str, int] = field(default_factory=dict, hash=False)
    remarks: Sequence[str] = ()
    error: str = ""

    @property
    def ok(self) -> bool:
        """Whether the article is in the corpus."""
        return not self.error


def add(
    root: Path,
    files: Iterable[Path],
    published: Interval | date | None = None,
    today: date | None = None,
    told: Callable[[Path], None] = lambda file: None,
) -> tuple[Added, ...]:
    """Add article files to a kit's corpus.

    Each becomes a text file, an entry in the catalogue and suggested annotations with the status
    ``machine``. A file whose text had to be converted or taken out of another format is kept as it
    came in ``corpus/originals/``. A file that fails leaves the corpus as it was and keeps no other
    file out.

    Parameters
    ----------
    root
        The kit's root.
    files
        .txt, .html, .pdf or .docx files; a folder stands for all such files below it, by name.
    published
        When they were published, if that is known better than the files tell.
    today
        The day that is written into the catalogue; the computer's, if not given.
    told
        Called with each file before it is read.

    Returns
    -------
    tuple of Added
        One for each file, in the order given; one for a folder that holds none.

    Raises
    ------
    InvalidKit
        If the corpus breaks a rule before anything is added.
    """
    corpus = load_corpus(root)
    if isinstance(published, date):
        published = Interval(published, published)
    desk = _Desk(corpus, published, today or date.today())
    outcomes: list[Added] = []
    ready: dict[int, Prepared] = {}
    held = 0
    for file in _every(files):
        told(file)
        place = len(outcomes)
        try:
            prepared = desk.read(file)
        except SourcebookError as error:
            outcomes.append(Added(file, error=str(error)))
            continue
        except Exception as error:  # nothing that one file does may keep the others out
            outcomes.append(Added(file, error=_unforeseen(file, error)))
            continue
        outcomes.append(Added(file, prepared.id, prepared.counts, tuple(prepared.remarks)))
        ready[place] = prepared
        held += prepared.size
        if held > _HELD:
            _write_or_tell(corpus.root, ready, outcomes)
            ready, held = {}, 0
    _write_or_tell(corpus.root, ready, outcomes)
    return tuple(outcomes)


def _every(files: Iterable[Path]) -> Iterator[Path]:
    for file in files:
        yield from files_below(file) or [file]


def _write_or_tell(root: Path, ready: Mapping[int, Prepared], outcomes: list[Added]) -> None:
    """Write what is ready, all at once; if that fails, file by file, to tell which it is."""
    try:
        if len(ready) > 1:
            write_articles(root, list(ready.values()))
            return
    except Exception:
        pass  # each is tried on its own below, and tells
    for place, prepared in ready.items():
        file = outcomes[place].file
        try:
            write_articles(root, [prepared])
        except SourcebookError as error:
            outcomes[place] = Added(file, error=f"{one_line(file.name, 80)}: {error}")
        except Exception as error:
            outcomes[place] = Added(file, error=_unforeseen(file, error))


class _Desk:
    """Reads files one after the other, and remembers those that it has read."""

    def __init__(self, corpus: Corpus, published: Interval | None, today: date) -> None:
        self._vocabulary = corpus.vocabulary
        self._published, self._today = published, today
        self._copies = Copies(corpus)
        self._origins = {id_: one.origin.value for id_, one in corpus.articles.items()}
        self._dates = {
            id_: one.date if one.dated.known else None for id_, one in corpus.articles.items()
        }
        self._texts = {one.sha256: id_ for id_, one in corpus.articles.items()}
        self._taken = {*corpus.articles, *self._origins.values()}
        folder = corpus.root / "corpus"
        # A file that the catalogue does not know must not be overwritten either.
        self._taken |= {path.stem.casefold() for path in (folder / "articles").glob("*")}
        self._originals = {}
        for path in sorted((folder / "originals").glob("*.*")):
            article, _, rest = path.name.partition(".")
            self._originals[rest.partition(".")[0]] = article

    def read(self, file: Path) -> Prepared:
        """Read one file and make ready what the corpus is to hold of it."""
        received = read_file(file)
        self._refuse_again(received.file, received.data, received.text)
        zones = find_zones(received, "text")
        facts = tell_facts(received, zones)
        headline = facts["headline"].value if "headline" in facts else ""
        id_ = article_id(headline, file.stem, self._taken)
        zones = [replace(zone, article=id_) for zone in zones]
        dated = tell_date(received, zones, id_, self._published, self._today)
        when = dated.when if dated.basis != "unknown" else None
        plain = body(received.text, zones)
        likes = self._copies.like(id_, plain)
        origin, replaces = id_, ""
        if likes:
            first = likes[0].article
            origin = self._origins[first]
            facts["version"] = self._copies.order(plain, first, (when, self._dates.get(first)))
            if self._is_earliest(when, facts["version"], first):
                origin, replaces = id_, origin
        prepared = prepare(
            received,
            id_,
            zones,
            facts,
            dated,
            likes,
            origin,
            self._vocabulary,
            self._today,
            replaces,
        )
        self._taken.add(id_)
        self._copies.keep(id_, plain)
        self._dates[id_] = when
        if replaces:
            for other in [one for one, value in self._origins.items() if value == replaces]:
                self._origins[other] = origin
        self._origins[id_] = origin
        self._texts[hashlib.sha256(prepared.text).hexdigest()] = id_
        self._originals[hashlib.sha256(received.data).hexdigest()[:16]] = id_
        return prepared

    def _is_earliest(self, when: Interval | None, version: Told, other: str) -> bool:
        """Tell whether a new article is earlier than all that copy another and that other."""
        origin = self._origins[other]
        if origin not in self._dates:
            return False  # named by a person, after something else than an article
        copies = [one for one, value in self._origins.items() if value == origin]
        if when is not None:
            days = [self._dates.get(one) for one in copies]
            if all(day is not None and when.latest < day.earliest for day in days):
                return True
        return len(copies) == 1 and version.value == "earlier"

    def _refuse_again(self, file: str, data: bytes, text: str) -> None:
        came = hashlib.sha256(data).hexdigest()
        same = self._texts.get(came) or self._originals.get(came[:16])
        if same:
            raise SourcebookError(
                f"{file}: the same file is already in the corpus, as {same}. Nothing to add; "
                f"sourcebook review {same} shows its annotations."
            )
        same = self._texts.get(hashlib.sha256(text.encode("utf-8")).hexdigest())
        if same:
            raise SourcebookError(
                f"{file}: its text is, character for character, that of {same}, which is already "
                "in the corpus. A copy that differs in nothing adds nothing."
            )


def _unforeseen(file: Path, error: Exception) -> str:
    return (
        f"{one_line(file.name, 80)}: could not be read ({type(error).__name__}: "
        f"{one_line(str(error), 200)}). Save its text as a .txt file in UTF-8 and add that."
    )
