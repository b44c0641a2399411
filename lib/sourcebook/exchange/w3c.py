"""Annotations as W3C Web Annotations, which other annotation tools read.

The model is that of the W3C Recommendation "Web Annotation Data Model" (23 February 2017). Each
target carries two selectors of the same words: a TextPositionSelector, exact while the text stays
as it is, and a TextQuoteSelector, which finds the words again after it moved.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, unquote

from sourcebook.annotation import Annotation
from sourcebook.errors import SourcebookError

CONTEXT = "http://www.w3.org/ns/anno.jsonld"

AROUND = 32
"""Characters of context on each side of a quotation."""

_ARTICLE = "urn:sourcebook:article:"
_JSON = "application/json"


def to_w3c(annotation: Annotation, text: str) -> dict[str, Any]:
    """Return a Web Annotation; `text` is the article that the annotation stands in.

    Two bodies tell what it says: the layer, as a classification, and the attributes, status and
    note, as JSON. The maker is the creator.

    Examples
    --------
    >>> from sourcebook.annotate import annotate
    >>> text = "Turnout was 61%."
    >>> web = to_w3c(annotate(text, layers=["figures"])[0], text)
    >>> [selector["type"] for selector in web["target"]["selector"]]
    ['TextPositionSelector', 'TextQuoteSelector']
    >>> web["target"]["selector"][1]["prefix"]
    'Turnout was '
    """
    start, end = annotation.start, annotation.end
    said = {
        "attributes": dict(annotation.attributes),
        "status": annotation.status,
        "note": annotation.note,
    }
    return {
        "@context": CONTEXT,
        "type": "Annotation",
        "motivation": "classifying",
        "creator": {"type": _kind_of(annotation.maker), "name": annotation.maker},
        "body": [
            {"type": "TextualBody", "purpose": "classifying", "value": annotation.layer},
            {
                "type": "TextualBody",
                "purpose": "describing",
                "format": _JSON,
                "value": json.dumps(said, ensure_ascii=False),
            },
        ],
        "target": {
            "source": _ARTICLE + quote(annotation.article),
            "selector": [
                {"type": "TextPositionSelector", "start": start, "end": end},
                {
                    "type": "TextQuoteSelector",
                    "exact": annotation.quote,
                    "prefix": text[max(start - AROUND, 0) : start],
                    "suffix": text[end : end + AROUND],
                },
            ],
        },
    }


def _kind_of(maker: str) -> str:
    return "Software" if maker.startswith(("rule:", "model:")) else "Person"


def from_w3c(web: Mapping[str, Any]) -> Annotation:
    """Read back a Web Annotation that `to_w3c` wrote.

    Raises
    ------
    SourcebookError
        If it lacks a body, a selector or a field.
    """
    try:
        layer, description = (body["value"] for body in web["body"])
        said = json.loads(description)
        selectors = {selector["type"]: selector for selector in web["target"]["selector"]}
        position = selectors["TextPositionSelector"]
        return Annotation(
            article=unquote(web["target"]["source"].removeprefix(_ARTICLE)),
            layer=layer,
            start=position["start"],
            end=position["end"],
            quote=selectors["TextQuoteSelector"]["exact"],
            attributes=said["attributes"],
            maker=web["creator"]["name"],
            status=said["status"],
            note=said["note"],
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise SourcebookError(f"not a Web Annotation of this kit: {error!r}") from None
