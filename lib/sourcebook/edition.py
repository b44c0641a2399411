"""Which articles an edition rests on, for whom it is and in whose words."""

from __future__ import annotations

from typing import Literal

from sourcebook.corpus import Corpus
from sourcebook.evidence import count_sources
from sourcebook.interface import Words

Audience = Literal["classroom", "teacher", "self-study", "briefing"]
Terms = Literal["as-published", "neutral"]


def edition(corpus: Corpus, words: Words) -> str:
    """Say which articles an edition rests on, and which of them may be too late for its date.

    Examples
    --------
    >>> from sourcebook import load_corpus
    >>> from sourcebook.interface import words
    >>> [edition(load_corpus(), words(code)) for code in ("en", "ko")]
    ['Rests on 5 articles, 4 origins.', '기사 5건, 원출처 4곳에 근거한다.']
    """
    counted = count_sources(corpus, corpus.articles)
    told = words("by-origins", articles=counted.articles, origins=counted.origins)
    flags = [
        words("maybe-later", article=id_, date=corpus.article(id_).date) for id_ in corpus.uncertain
    ]
    return words.between_sentences.join([words("rests-on", counted=told), *flags])
