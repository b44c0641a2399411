"""What must hold between the files of a corpus, once each has been read."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence

from sourcebook.annotation import Annotation
from sourcebook.article import FACTS, Article, Fact
from sourcebook.corpus.corpus import Corpus
from sourcebook.errors import Problem, name_the_choices
from sourcebook.span import Span

_WORD = re.compile(r"\w+")


def cross_checks(corpus: Corpus, shown: str, faulty: Collection[str]) -> Iterator[Problem]:
    """Yield every reference from one file to another that leads nowhere or contradicts it.

    `faulty` are the files in which reading found a problem: what their lost rows would have
    answered is not asked, or one slip would be told many times.
    """
    yield from _check_evidence(corpus, shown)
    yield from _check_printed(corpus, shown)
    if f"{shown}/annotations/dates.csv" not in faulty:
        yield from _check_events(corpus, shown)
    yield from _check_topics(corpus, shown)
    yield from _check_concerned(corpus, shown)
    yield from _check_roles(corpus, shown)
    yield from _check_twice(corpus.annotations, shown)
    yield from _check_speakers(corpus, shown)


def _broken(spans: Iterable[Span], corpus: Corpus) -> Iterator[tuple[str, str]]:
    for span in spans:
        if span.article not in corpus.articles:
            choices = name_the_choices(span.article, corpus.articles, "article")
            yield f"evidence {span}: {choices}", "mend the reference"
        elif not 0 <= span.start < span.end <= len(corpus.articles[span.article].text):
            yield f"evidence {span} lies outside the article", "mend its start and end"


def _cited(article: Article) -> Iterator[Span]:
    for fact in (*FACTS, "dated"):
        yield from getattr(article, fact).evidence
    for defect in article.defects:
        yield from defect.evidence


def _check_evidence(corpus: Corpus, shown: str) -> Iterator[Problem]:
    for article in corpus.articles.values():
        for rule in _broken(_cited(article), corpus):
            yield Problem(f"{shown}/catalog.toml", f"[{article.id}]", *rule)
    for entry in corpus.vocabulary:
        spans = [*entry.evidence, *(span for role in entry.roles for span in role.evidence)]
        for rule in _broken(spans, corpus):
            yield Problem(f"{shown}/vocabulary/{entry.registry}.toml", f"[{entry.key}]", *rule)
    for date in corpus.layer("dates"):
        anchors = date["anchor"].split()
        spans = [Span.parse(written) for written in anchors if written != "published"]
        for rule in _broken(spans, corpus):
            yield Problem(f"{shown}/annotations/dates.csv", str(date.span), *rule)


def _check_printed(corpus: Corpus, shown: str) -> Iterator[Problem]:
    """Evidence of words that are printed in the text must say at least one of them."""
    for article in corpus.articles.values():
        for name in ("headline", "byline", "dateline"):
            fact: Fact = getattr(article, name)
            if fact.basis != "stated" or not fact.evidence or any(_broken(fact.evidence, corpus)):
                continue
            said = " … ".join(map(corpus.text, fact.evidence))
            if not shares_words(fact.value, said):
                rule = f"{name} {_short(fact.value)} is not what its evidence says: {_short(said)}"
                remedy = "cite where the text says it, or empty the evidence and say so in the note"
                yield Problem(f"{shown}/catalog.toml", f"[{article.id}]", rule, remedy)


def shares_words(value: str, said: str) -> bool:
    """Tell whether a passage says at least one word of a value, in any case.

    Examples
    --------
    >>> shares_words("Ana Silva", "By ANA SILVA, Lima")
    True
    """
    words = set(_WORD.findall(value.casefold()))
    return not words or not words.isdisjoint(_WORD.findall(said.casefold()))


def _short(words: str) -> str:
    return repr(words if len(words) <= 40 else words[:39] + "…")


def _check_events(corpus: Corpus, shown: str) -> Iterator[Problem]:
    dates = {date.span for date in corpus.layer("dates")}
    for event in corpus.vocabulary.registries["events"].values():
        for span in event.evidence:
            if span not in dates and not any(_broken([span], corpus)):
                said = f"evidence {span} is not a row of dates.csv"
                remedy = "cite the date expression that supports the event's date"
                yield Problem(f"{shown}/vocabulary/events.toml", f"[{event.key}]", said, remedy)


def _check_topics(corpus: Corpus, shown: str) -> Iterator[Problem]:
    topics = corpus.vocabulary.registries["topics"]
    tagged = [(f"{shown}/catalog.toml", a.id, a.topics) for a in corpus.articles.values()]
    tagged += [
        (f"{shown}/vocabulary/{entry.registry}.toml", entry.key, entry.topics)
        for entry in corpus.vocabulary
    ]
    for file, key, wanted in tagged:
        for topic in wanted:
            if topic not in topics:
                rule = name_the_choices(topic, topics, "topic")
                yield Problem(file, f"[{key}]", rule, "choose one, or add it to topics.toml")


def _check_concerned(corpus: Corpus, shown: str) -> Iterator[Problem]:
    for entry in corpus.vocabulary.registries["differences"].values():
        for id_ in entry.fields.get("background_with", ()):
            if id_ not in corpus.articles:
                rule = f"background_with: {name_the_choices(id_, corpus.articles, 'article')}"
                file = f"{shown}/vocabulary/differences.toml"
                yield Problem(file, f"[{entry.key}]", rule, "mend the article's id")


def _check_roles(corpus: Corpus, shown: str) -> Iterator[Problem]:
    for layer in ("people", "organisations"):
        for mention in corpus.layer(layer):
            if not mention["role"]:
                continue
            if mention["key"] == "unknown":
                rule = f"role {mention['role']!r} of somebody unknown"
                remedy = "empty the role, or register who holds it"
                yield Problem(f"{shown}/annotations/{layer}.csv", str(mention.span), rule, remedy)
                continue
            entry = corpus.vocabulary.entry(layer, mention["key"])
            when = corpus.articles[mention.article].date
            valid = [role.role for role in entry.roles if role.in_force(when)]
            if mention["role"] not in valid:
                rule = name_the_choices(mention["role"], valid, f"role of {entry.key} on {when}")
                remedy = f"choose a role in force then, or date it in vocabulary/{layer}.toml"
                yield Problem(f"{shown}/annotations/{layer}.csv", str(mention.span), rule, remedy)


def _check_twice(annotations: Sequence[Annotation], shown: str) -> Iterator[Problem]:
    seen: set[tuple[str, Span, tuple[str, ...]]] = set()
    told: set[str] = set()
    for annotation in annotations:
        # One span may mean two things, such as both Koreas: only the same meaning is a repeat.
        mark = (annotation.layer, annotation.span, tuple(annotation.attributes.values()))
        if mark in seen:
            file = f"{shown}/annotations/{annotation.layer}.csv"
            told.add(str(annotation.span))
            yield Problem(file, str(annotation.span), "the row stands twice", "drop one")
        seen.add(mark)
    quoted: set[Span] = set()
    for annotation in annotations:
        # A quotation has one speaker: two rows of one would be counted as two quotations.
        if annotation.layer == "quotations":
            if annotation.span in quoted and str(annotation.span) not in told:
                file = f"{shown}/annotations/quotations.csv"
                yield Problem(file, str(annotation.span), "the quotation stands twice", "drop one")
            quoted.add(annotation.span)


def _check_speakers(corpus: Corpus, shown: str) -> Iterator[Problem]:
    for quotation in corpus.layer("quotations"):
        start, end = quotation["speaker_start"], quotation["speaker_end"]
        if not start and not end:
            continue
        length = len(corpus.articles[quotation.article].text)
        if not (start and end and int(start) < int(end) <= length):
            rule = f"speaker_start {start!r} and speaker_end {end!r} are not a span of the article"
            remedy = "give both ends of the words that name the speaker, or leave both empty"
            yield Problem(f"{shown}/annotations/quotations.csv", str(quotation.span), rule, remedy)
