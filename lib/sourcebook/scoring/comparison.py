"""Compare what rules find with the reviewed annotations of a corpus."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sourcebook.annotate import annotate
from sourcebook.annotation import Annotation
from sourcebook.corpus import Corpus
from sourcebook.scoring.matching import SAYS, points_alike, same_words
from sourcebook.scoring.measure import RESOLVED, Score


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
    for layer, says in SAYS.items():
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
        if same_words(one, other) and says(one) == says(other)
    ]
    spans = {(one.span, says(one)) for one in wanted}
    found = {(one.span, says(one)) for one, _ in pairs}
    confirmed = {id(other) for _, other in pairs}
    resolved = None
    if layer in RESOLVED:
        resolved = len({one.span for one, other in pairs if points_alike(one, other)})
    return Score(layer, len(spans), len(made), len(found), len(confirmed), resolved)
