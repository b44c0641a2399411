"""A computed number that can stand in a sentence, with a mark that leads to how it was done."""

from __future__ import annotations

from markupsafe import Markup

from sourcebook.errors import choose
from sourcebook.evidence import Computation
from sourcebook.reading.apparatus import Apparatus


class Computed:
    """A number that no article prints, as a sentence shows it.

    In a sentence's braces, ``{x}`` prints the number and its letter, ``{x:words}`` the number
    alone, ``{x:cite}`` the letter alone. It is false when the edition lacks what it is computed
    from.
    """

    def __init__(
        self, apparatus: Apparatus, computation: Computation, shown: str, known: bool = True
    ) -> None:
        self.computation = computation
        self.words = shown
        self._apparatus = apparatus
        self._known = known

    @property
    def value(self) -> float:
        """The number."""
        return self.computation.value

    def __bool__(self) -> bool:
        return self._known

    def __html_format__(self, part: str) -> Markup:
        mark = self._apparatus.computed(self.computation)
        number = Markup('<data class="computed" value="{:.12g}">{}</data>').format(
            self.value, self.words
        )
        return {"": number + mark, "words": number, "cite": mark}[choose(part, _PARTS, "part")]

    def __html__(self) -> Markup:
        return self.__html_format__("")

    def __format__(self, part: str) -> str:
        mark = f"[{self._apparatus.citations.compute(self.computation)}]"
        told = {"": self.words + mark, "words": self.words, "cite": mark}
        return told[choose(part, _PARTS, "part")]

    def __str__(self) -> str:
        return format(self)

    def __repr__(self) -> str:
        return f"{self.words} ({self.computation.name}: {self.computation.spelled})"


_PARTS = ("", "words", "cite")
