"""Compare annotations with reviewed ones, layer by layer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from sourcebook.annotate import annotate
from sourcebook.annotation import Annotation
from sourcebook.corpus import Corpus

RESOLVED = {
    "dates": "days right",
    "quotations": "speaker right",
    "attributions": "source right",
}
"""Layers whose found annotations must also point to the right thing, and what that is."""


@dataclass(frozen=True)
class Score:
    """How well one layer was found.

    `reviewed` and `machine` count annotations (characters, for zones); `found` counts the
    reviewed ones that the machine found, `confirmed` the machine's that are among the reviewed.
    `resolved` counts the found ones that also point to the right day or speaker, and is None in
    layers where finding is all.

    Examples
    --------
    >>> score = Score("dates", reviewed=10, machine=12, found=9, confirmed=9, resolved=8)
    >>> score.precision, score.recall, round(score.f, 2)
    (0.75, 0.9, 0.82)
    """

    layer: str
    reviewed: int
    machine: int
    found: int
    confirmed: int
    resolved: int | None = None

    @property
    def precision(self) -> float:
        """Share of the machine's annotations that the reviewed ones confirm; 1 if it made none."""
        return self.confirmed / self.machine if self.machine else 1.0

    @property
    def recall(self) -> float:
        """Share of the reviewed annotations that the machine found; 1 if there are none."""
        return self.found / self.reviewed if self.reviewed else 1.0

    @property
    def f(self) -> float:
        """Harmonic mean of precision and recall (F1; van Rijsbergen 1979)."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def score(corpus: Corpus) -> list[Score]:
    """Annotate every article of a corpus by rule and compare with its reviewed annotations.

    The rules are given each article's text and catalogued date, and the corpus's vocabulary;
    they are not shown its annotations.

    Returns
    -------
    list of Score
        One for each layer that rules find: zones by character, the others by annotation.

    Examples
    --------
    >>> from sourcebook import load_corpus
    >>> [score.layer for score in score(load_corpus())][:3]
    ['zones', 'people', 'organisations']
    """
    return compare(*both_readings(corpus), registered(corpus))


def both_readings(corpus: Corpus) -> tuple[list[Annotation], list[Annotation]]:
    """Return the reviewed annotations of a corpus, and what the rules find in the same places.

    Only what a person has been through is compared: the layers of an article in which no row has
    the status machine, if any row of the article is reviewed. An article that nobody has read
    would make everything in it look like a false find.
    """
    people = [one for one in corpus.annotations if one.status != "machine"]
    begun = {one.article for one in people}
    unread = {(one.article, one.layer) for one in corpus.annotations if one.status == "machine"}
    machine: list[Annotation] = []
    for id_ in [id_ for id_ in corpus.articles if id_ in begun]:
        article = corpus.article(id_)
        published = article.date if article.dated.known else None
        machine += annotate(article.text, published, corpus.vocabulary, article=id_)
    ours, theirs = (
        [one for one in reading if (one.article, one.layer) not in unread]
        for reading in (people, machine)
    )
    return ours, theirs


def compare(
    reviewed: Iterable[Annotation], machine: Iterable[Annotation], named: Callable[[str], bool]
) -> list[Score]:
    """Compare two lists of annotations of the same articles.

    Two annotations of a layer match if they share a character (quotations: more than half of the
    longer one) and, where the layer says what a span stands for, say the same: names the same
    key, figures the same numbers, terms the same concept. Only registered names count (`named`
    tells of a key whether it is one): what the machine suggests beyond them is neither right nor
    wrong. Of several reviewed annotations on one span, such as two events dated by the same
    words, one match is enough.
    """
    ours, theirs = _by_layer(reviewed), _by_layer(machine)
    scores = [_zones(ours.get("zones", []), theirs.get("zones", []))]
    for layer, says in _SAYS.items():
        wanted, made = ours.get(layer, []), theirs.get(layer, [])
        if layer in ("people", "organisations", "places"):
            wanted = [one for one in wanted if named(one["key"])]
            made = [one for one in made if named(one["key"])]
        scores.append(_annotations(layer, wanted, made, says))
    return scores


def _by_layer(annotations: Iterable[Annotation]) -> dict[str, list[Annotation]]:
    layers: dict[str, list[Annotation]] = {}
    for one in annotations:
        layers.setdefault(one.layer, []).append(one)
    return layers


def registered(corpus: Corpus) -> Callable[[str], bool]:
    """Return a test of whether a key is that of a registered name; "an official" has none."""
    registries = corpus.vocabulary.registries
    keys = {
        entry.key
        for registry in ("people", "organisations", "places")
        for entry in registries[registry].values()
        if entry.fields.get("named", True)
    }
    return keys.__contains__


def _zones(wanted: list[Annotation], made: list[Annotation]) -> Score:
    ours, theirs = _characters(wanted), _characters(made)
    both = len(ours & theirs)
    return Score("zones", len(ours), len(theirs), both, both)


def _characters(zones: list[Annotation]) -> set[tuple[str, int, str]]:
    return {
        (zone.article, offset, zone["zone"])
        for zone in zones
        for offset in range(zone.start, zone.end)
    }


def _number(written: str) -> float | str:
    try:
        return float(written)
    except ValueError:
        return written


def _numbers(figure: Annotation) -> tuple[float | str, ...]:
    return tuple(_number(figure[name]) for name in ("value", "low", "high"))


# Layer -> what two annotations of it must have in common beside a character.
_SAYS: dict[str, Callable[[Annotation], object]] = {
    "people": lambda one: one["key"],
    "organisations": lambda one: one["key"],
    "places": lambda one: one["key"],
    "dates": lambda one: None,
    "figures": _numbers,
    "quotations": lambda one: None,
    "attributions": lambda one: None,
    "terms": lambda one: one["concept"],
    "hedges": lambda one: None,
}


def _annotations(
    layer: str,
    wanted: list[Annotation],
    made: list[Annotation],
    says: Callable[[Annotation], object],
) -> Score:
    pairs = [
        (one, other)
        for one in wanted
        for other in made
        if _same_words(one, other) and says(one) == says(other)
    ]
    spans = {(one.span, says(one)) for one in wanted}
    found = {(one.span, says(one)) for one, _ in pairs}
    confirmed = {id(other) for _, other in pairs}
    resolved = None
    if layer in RESOLVED:
        resolved = len({one.span for one, other in pairs if _points_alike(one, other)})
    return Score(layer, len(spans), len(made), len(found), len(confirmed), resolved)


def _same_words(one: Annotation, other: Annotation) -> bool:
    if one.article != other.article:
        return False
    shared = min(one.end, other.end) - max(one.start, other.start)
    if one.layer != "quotations":
        return shared > 0
    return 2 * shared > max(one.end - one.start, other.end - other.start)


def _points_alike(one: Annotation, other: Annotation) -> bool:
    if one.layer == "dates":
        return (one["earliest"], one["latest"]) == (other["earliest"], other["latest"])
    name = "speaker" if one.layer == "quotations" else "source"
    if one[name] == other[name]:
        return True
    # An unnamed speaker is the same if the same words stand for them: their key is the editors'.
    return one["named"] == other["named"] == "anonymous" and (
        one.layer == "attributions" or _speakers_overlap(one, other)
    )


def _speakers_overlap(one: Annotation, other: Annotation) -> bool:
    ends = [annotation[name] for annotation in (one, other) for name in _SPEAKER]
    if not all(ends):
        return False
    first, last, start, end = map(int, ends)
    return first < end and start < last


_SPEAKER = ("speaker_start", "speaker_end")


def lines(title: str, scores: Iterable[Score]) -> Iterator[str]:
    """Write scores as the lines of a Markdown table under a title."""
    yield f"### {title}"
    yield ""
    yield "| layer | reviewed | machine | precision | recall | F | pointing right |"
    yield "|---|--:|--:|--:|--:|--:|---|"
    for one in scores:
        if not one.reviewed:
            yield f"| {one.layer} | – | – | – | – | – | nothing reviewed |"
            continue
        right = ""
        if one.resolved is not None:
            right = f"{one.resolved / one.reviewed:.2f} {RESOLVED[one.layer]}"
        yield (
            f"| {one.layer} | {one.reviewed} | {one.machine} | {one.precision:.2f} "
            f"| {one.recall:.2f} | {one.f:.2f} | {right} |"
        )
