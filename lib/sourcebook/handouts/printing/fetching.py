"""What a PDF may be made of: what the page itself holds, and the kit's own fonts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from weasyprint.urls import URLFetcher, URLFetcherResponse

FONT = "sourcebook-font:"
"""The scheme of the kit's own fonts; a name follows, never a path."""

_IN_THE_PAGE = ("image/png", "image/jpeg", "image/gif", "image/webp", "image/svg+xml")
_SHOWN = 80  # characters of a refused address that are worth printing


class OwnFetcher(URLFetcher):  # type: ignore[misc]
    """Hands out fonts by name and images inside the page; refuses every other address.

    Nothing is opened to find out whether it would be allowed: an address that an article smuggled
    into a page causes neither a connection nor a look at the file system.
    """

    def __init__(self, fonts: Mapping[str, bytes]) -> None:
        super().__init__(allowed_protocols=("data",), allow_redirects=False)
        self._fonts = fonts

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:
        """Return what is at an address, if it may be asked for.

        Raises
        ------
        ValueError
            If it is neither a font of the kit nor an image inside the page.
        """
        if url in self._fonts:
            return URLFetcherResponse(url, self._fonts[url], {"Content-Type": "font/ttf"})
        kind = url[len("data:") :].partition(",")[0].partition(";")[0].strip().lower()
        if url[: len("data:")].lower() == "data:" and kind in _IN_THE_PAGE:
            return super().fetch(url, headers)
        raise ValueError(f"a handout asks for nothing outside itself, and not for {url[:_SHOWN]!r}")
