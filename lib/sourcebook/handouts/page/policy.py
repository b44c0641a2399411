"""The Content-Security-Policy of a page: nothing runs or is fetched, one style sheet counts."""

from __future__ import annotations

import base64
import hashlib


def policy(style: str) -> str:
    """Return the policy of a page whose one style element holds exactly this text.

    A policy stands in the page itself, since a handout is opened as a file. It allows the style
    sheet by its hash, so that neither a second one nor a style attribute has any effect, and
    pictures and fonts that the page brings along. Scripts, frames, forms and every address stay
    shut: what is not named falls back to `default-src`, or has its own line here.

    Examples
    --------
    >>> policy("p { margin: 0 }").split("; ")[1]
    "style-src 'sha256-7IWhgxoOGTB5NQzjGk9OPt0FwhVeBvZGoWgF9xLLh8c='"
    """
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return "; ".join(
        [
            "default-src 'none'",
            f"style-src 'sha256-{digest}'",
            "img-src data:",
            "font-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )
