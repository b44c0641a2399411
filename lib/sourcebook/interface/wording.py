"""Words and phrases by key, filled in and counted as their language does."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, Literal, get_args

from sourcebook.errors import SourcebookError, UnknownName, choose, name_the_choices
from sourcebook.interface.days import spell_day, spell_interval
from sourcebook.interval import Interval

Language = Literal["en", "ja", "ko"]
"""Languages that the kit's own words are written in; quotations stay in theirs."""

_PLACEHOLDER = re.compile(r"\{(\w+)(?::([\w-]+))?\}")


class Words:
    """The kit's own words in one language.

    A phrase may hold placeholders: ``{name}`` takes what is given by that name, where a day or an
    interval is spelt as the language does, and ``{name:noun}`` the same with a noun that is
    counted. A key with the forms ``.one`` and ``.other`` needs ``n``, which chooses between them.

    Examples
    --------
    >>> w = words("en")
    >>> w("as-of", date=date(2023, 3, 31)), words("ja")("as-of", date=date(2023, 3, 31))
    ('as of 31 March 2023', '2023年3月31日時点')
    >>> w("by-origins", articles=2, origins=1), w("article", n=1)
    ('2 articles, 1 origin', '1 article')
    """

    def __init__(self, language: Language, phrases: Mapping[str, str | Mapping[str, str]]) -> None:
        self.language: Language = language
        self._phrases = phrases

    def __call__(self, key: str, **values: object) -> str:
        """Return a phrase with its placeholders filled in.

        Raises
        ------
        UnknownName
            If there is no such key.
        SourcebookError
            If a placeholder is given no value.
        """

        def fill(found: re.Match[str]) -> str:
            name, noun = found.groups()
            if name not in values:
                raise SourcebookError(f"{key!r} needs a value for {name!r}: {found.string}")
            return self(noun, n=values[name]) if noun else self._spelt(values[name])

        return _PLACEHOLDER.sub(fill, self.template(key, values.get("n")))

    def template(self, key: str, n: object = None) -> str:
        """Return a phrase as it is written, placeholders and all, for markup to fill in."""
        if key not in self._phrases:
            raise UnknownName(name_the_choices(key, self._phrases, f"phrase ({self.language})"))
        phrase = self._phrases[key]
        if isinstance(phrase, str):
            return phrase
        if n is None:
            raise SourcebookError(f"{key!r} is counted: give n")
        return phrase["one"] if n == 1 and "one" in phrase else phrase["other"]

    @property
    def between_sentences(self) -> str:
        """What parts one sentence from the next: nothing where a full stop is full-width."""
        return "" if self.language == "ja" else " "

    def has(self, key: str) -> bool:
        """Tell whether there is such a phrase."""
        return key in self._phrases

    def day(self, day: date) -> str:
        """Spell a day out.

        Examples
        --------
        >>> [words(code).day(date(2023, 3, 31)) for code in ("en", "ja", "ko")]
        ['31 March 2023', '2023年3月31日', '2023년 3월 31일']
        """
        return spell_day(day, self.language)

    def interval(self, interval: Interval) -> str:
        """Spell an interval out, as closely as it is known.

        Examples
        --------
        >>> march = Interval(date(2023, 3, 1), date(2023, 3, 31))
        >>> [words(code).interval(march) for code in ("en", "ja", "ko")]
        ['March 2023', '2023年3月', '2023년 3월']
        """
        return spell_interval(interval, self.language)

    def css(self, key: str, **values: object) -> str:
        """Return a phrase as a value of CSS `content`: what has no value becomes a counter.

        Examples
        --------
        >>> words("en").css("page-of")
        '"Page " counter(page) " of " counter(pages)'
        """
        pieces, last = [], 0
        phrase = self.template(key)
        for found in _PLACEHOLDER.finditer(phrase):
            name = found[1]
            pieces.append(_css_string(phrase[last : found.start()]))
            given = name in values
            pieces.append(_css_string(self._spelt(values[name])) if given else f"counter({name})")
            last = found.end()
        pieces.append(_css_string(phrase[last:]))
        return " ".join(piece for piece in pieces if piece)

    def _spelt(self, value: object) -> str:
        if isinstance(value, Interval):
            return self.interval(value)
        return self.day(value) if isinstance(value, date) else str(value)


def _css_string(text: str) -> str:
    """Quote text for a style sheet inside a page: neither the string nor the page may end there."""
    if not text:
        return ""
    return '"' + re.sub(r'["\\<>&\n\r\f]', lambda c: f"\\{ord(c[0]):06x}", text) + '"'


@cache
def words(language: Language) -> Words:
    """Return the kit's own words in a language.

    Raises
    ------
    UnknownName
        If the kit does not speak it.

    Examples
    --------
    >>> words("ko")("sources")
    '출처'
    """
    choose(language, get_args(Language), "language")
    phrases: dict[str, Any] = tomllib.loads(
        files("sourcebook.interface").joinpath(f"{language}.toml").read_text(encoding="utf-8")
    )
    return Words(language, phrases)
