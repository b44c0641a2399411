"""Names that nobody has marked: a phrase that ends in capitals."""

from __future__ import annotations

from sourcebook.annotate.names.words import BODIES
from sourcebook.annotate.speech.cast import Cast
from sourcebook.annotate.speech.clauses import DETERMINERS
from sourcebook.annotate.speech.narration import Word
from sourcebook.annotate.speech.roles import INSTITUTIONS, TITLE_WORDS


def is_name(words: list[Word], first: int, head: int) -> bool:
    """Tell whether a phrase ends in a name, though nobody has marked one."""
    word = words[head - 1]
    if not word.text[0].isupper() or word.text[-2:] in {"'s", "’s"}:
        return False
    if word.small in TITLE_WORDS or word.small in BODIES or word.small in INSTITUTIONS:
        return False
    if head - first == 1:
        return word.small not in DETERMINERS and not word.small.endswith("s")
    # “the union Unison”, “the actor Ben Amis”, but not “the White House”
    at = head - 1
    while at > first and words[at].text[0].isupper():
        at -= 1
    return (
        words[first].small not in {"the", "a", "an"}
        or at > first
        or (words[head - 2].small in TITLE_WORDS)
    )


def bare_name(cast: Cast, words: list[Word], first: int, head: int) -> tuple[str, int]:
    """Take the name at the end of a phrase without the titles and descriptions before it."""
    at = head - 1
    while at > first and head - at < 4 and words[at - 1].text[0].isupper():
        if words[at - 1].small in TITLE_WORDS or words[at - 1].text[-2:] in {"'s", "’s"}:
            break
        at -= 1
    return cast.page.text[words[at].start : words[head - 1].end], at


def looks_personal(cast: Cast, name: str) -> bool:
    """Tell whether a name is a person's: of two words, or short for one."""
    return cast.full_name(name) != name or len(name.split()) == 2
