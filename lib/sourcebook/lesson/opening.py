"""Open an edition of a lesson from a notebook's parameters."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import get_args

from sourcebook.corpus import load_corpus
from sourcebook.edition import Audience, Terms
from sourcebook.errors import SourcebookError, choose
from sourcebook.interface import Language, words
from sourcebook.interval import read_day
from sourcebook.lesson.lesson import Lesson


def open_lesson(
    articles: Iterable[str] = (),
    as_of: date | str | None = None,
    audience: Audience = "classroom",
    terms: Terms = "as-published",
    title: str = "",
    prepared_for: str = "",
    language: Language = "en",
) -> Lesson:
    """Open an edition of a lesson on the kit's corpus.

    Parameters
    ----------
    articles
        Ids of the articles to use; none given uses all.
    as_of
        The day whose knowledge is shown, inclusive; ISO text or a date. None shows everything.
    audience, terms, title, prepared_for
        Who reads it, whose words the kit's voice uses, a title instead of the lesson's own, and
        whom to name in the heading.
    language
        In which language headings, labels and notes of the kit stand. Quotations stay in theirs,
        and so do the lesson's own sentences.

    Raises
    ------
    UnknownName
        If an article, audience, choice of terms or language does not exist.
    SourcebookError
        If `as_of` is no date, or no article is left to read. A kit that has no article yet opens
        all the same, so that its lessons can be tried.
    """
    choose(audience, get_args(Audience), "audience")
    choose(terms, get_args(Terms), "choice of terms")
    choose(language, get_args(Language), "language")
    if isinstance(articles, str):
        raise SourcebookError(f"articles is a list of ids: [{articles!r}], not {articles!r}")
    if isinstance(as_of, str):
        try:
            as_of = read_day(as_of)
        except ValueError as error:
            raise SourcebookError(f"as_of {error}") from None
    whole = load_corpus()
    corpus = whole.select(articles=articles, as_of=as_of)
    if whole.articles and not corpus.articles:
        raise SourcebookError(
            "no article is left: the chosen ones were all published after "
            f"{as_of}. Choose a later as_of or other articles."
        )
    return Lesson(corpus, whole, audience, terms, title, prepared_for, words(language))
