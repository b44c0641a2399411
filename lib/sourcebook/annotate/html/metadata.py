"""What a page states about itself outside its text: meta elements, JSON-LD, times."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sourcebook.annotate.html.tokens import Token, decode

_HEADLINE = ("og:title", "headline", "twitter:title", "dc.title", "title")
_PUBLISHED = (
    "article:published_time", "datepublished", "og:published_time", "parsely-pub-date", "pubdate",
    "publishdate", "publish-date", "sailthru.date", "dc.date", "dc.date.issued", "dcterms.created",
    "date", "time",
)  # fmt: skip
_AUTHOR = ("author", "byl", "article:author", "parsely-author", "sailthru.author", "dc.creator")
_SITE = ("og:site_name", "application-name", "publisher", "dc.publisher")
_LANGUAGE = ("html", "content-language", "og:locale", "language", "dc.language")
_MOST_NODES = 10_000


@dataclass(frozen=True)
class PageMetadata:
    """What a page says of itself, each as written; "" where it says nothing."""

    headline: str = ""
    published: str = ""
    author: str = ""
    site_name: str = ""
    language: str = ""


def read_metadata(tokens: Iterable[Token]) -> PageMetadata:
    """Read what a page's markup states, JSON-LD first, then meta elements.

    Examples
    --------
    >>> from sourcebook.annotate.html.tokens import tokens
    >>> read_metadata(tokens('<html lang="en"><title>Mill shuts</title>')).headline
    'Mill shuts'
    """
    stated: dict[str, str] = {}
    linked: dict[str, str] = {}
    for token in tokens:
        if token.kind == "raw" and token.name == "title":
            stated.setdefault("title", " ".join(decode(token.text).split()))
        elif token.kind == "raw" and "ld+json" in token.attributes.get("type", "").lower():
            linked = linked or _linked_data(token.text)
        elif token.kind == "open" and token.attributes:
            _state(token.name, token.attributes, stated)
    return PageMetadata(
        linked.get("headline") or _first(stated, _HEADLINE),
        linked.get("published") or _first(stated, _PUBLISHED),
        linked.get("author") or _first(stated, _AUTHOR),
        linked.get("site_name") or _first(stated, _SITE),
        _first(stated, _LANGUAGE) or linked.get("language", ""),
    )


def _first(stated: Mapping[str, str], names: Sequence[str]) -> str:
    # An author given as an address is a link to a profile, not a name.
    return next(
        (stated[n] for n in names if stated.get(n) and not stated[n].startswith("http")), ""
    )


def _state(tag: str, attributes: Mapping[str, str], stated: dict[str, str]) -> None:
    if tag == "html":
        stated.setdefault("html", attributes.get("lang", "").strip())
    elif tag == "time":
        stated.setdefault("time", attributes.get("datetime", "").strip())
    content = attributes.get("content", "").strip()
    if content:
        for naming in ("property", "name", "itemprop", "http-equiv"):
            name = attributes.get(naming, "").lower()
            if name and not stated.get(name):
                stated[name] = content


def _linked_data(written: str) -> dict[str, str]:
    """Read what JSON-LD says of an article; empty where it is broken or about something else."""
    try:
        data: object = json.loads(written)
    except (ValueError, RecursionError):
        return {}
    best: Mapping[str, object] = {}
    for node in _nodes(data):
        kind = str(node.get("@type", ""))
        if "headline" in node and ("Article" in kind or "Posting" in kind or not best):
            best = node
            if "Article" in kind:
                break
    return (
        {
            "headline": _text(best.get("headline")),
            "published": _text(best.get("datePublished")),
            "author": _names(best.get("author")),
            "site_name": _names(best.get("publisher")),
            "language": _text(best.get("inLanguage")),
        }
        if best
        else {}
    )


def _nodes(data: object) -> Iterator[Mapping[str, object]]:
    waiting, seen = [data], 0
    while waiting and seen < _MOST_NODES:
        seen += 1
        node = waiting.pop()
        if isinstance(node, dict):
            yield node
            waiting.extend(reversed([v for v in node.values() if isinstance(v, dict | list)]))
        elif isinstance(node, list):
            waiting.extend(reversed(node))


def _text(value: object) -> str:
    return " ".join(decode(value).split()) if isinstance(value, str) else ""


def _names(value: object) -> str:
    """Names of the people or bodies in a JSON-LD value, joined by commas."""
    several = value if isinstance(value, list) else [value]
    names = [_text(one.get("name") if isinstance(one, dict) else one) for one in several[:50]]
    return ", ".join(name for name in names if name)
