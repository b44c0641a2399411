"""Look for contested words in the kit's own voice, where an edition promises neutral ones."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sourcebook.corpus import Vocabulary
from sourcebook.handouts.proofreading.blocks import APPARATUS, Block
from sourcebook.handouts.proofreading.cutting import classes
from sourcebook.handouts.proofreading.folding import worded
from sourcebook.handouts.proofreading.handout import TakenApart
from sourcebook.handouts.proofreading.quotations import find_quotations
from sourcebook.handouts.proofreading.slips import Finding


def check_wording(handout: TakenApart) -> Iterator[Finding]:
    """Yield every contested word that the kit's own voice uses instead of the neutral one.

    The registries of terms and places say which matters are contested, and in which words: a
    term's variants, a place's variants and rival names. Longest words count first, so a rival
    name inside the neutral wording ("the islands called A in one language and B in another") is
    neutral, while "self-ruled A" is not, even if "A" is.

    One plain word in small letters, such as "history" or "victims", is not looked for: it has
    ordinary uses that a list cannot tell from the contested one.
    """
    neutral, contested = _words(handout.corpus.vocabulary)
    if not contested:
        return
    every = sorted({*neutral, *contested}, key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, every))})(?!\w)", re.IGNORECASE)
    for block in handout.blocks:
        if block.kind == "chart text" or _printed_elsewhere(handout, block):
            continue
        text = worded(_unquoted(block.voice))
        for found in pattern.finditer(text):
            word = found[0].casefold()
            if word in contested and word not in neutral:
                rule = "a contested word in the kit's own voice, in an edition of neutral terms"
                remedy = f"write {contested[word]}, through lesson.term or lesson.place, or quote"
                yield Finding(block.element, found[0], rule, remedy)


def _words(vocabulary: Vocabulary) -> tuple[set[str], dict[str, str]]:
    """Return the neutral wordings, and for each contested word what to write instead."""
    neutral, contested = set[str](), dict[str, str]()
    for registry in ("terms", "places"):
        for entry in vocabulary.registries[registry].values():
            if not entry.fields.get("contested"):
                continue
            neutral |= {worded(entry.neutral).casefold(), worded(entry.label).casefold()}
            rivals = [rival["name"] for rival in entry.fields.get("rival_names", ())]
            for word in (*entry.fields.get("variants", ()), *rivals):
                if not _ordinary(word):
                    contested.setdefault(worded(word).casefold(), f"“{entry.neutral}”")
    return neutral, contested


def _ordinary(word: str) -> bool:
    return word.isalpha() and word.islower()


def _unquoted(text: str) -> str:
    for start, end in find_quotations(text):
        text = text[:start] + APPARATUS * (end - start) + text[end:]
    return text


def _printed_elsewhere(handout: TakenApart, block: Block) -> bool:
    """Tell whether a block prints the articles' words or a chart's, not the kit's."""
    element = block.element
    named = {one for above in [element, *element.parents] for one in classes(above)}
    if named & {"passage", "about", "background", "data"} or element.name == "svg":
        return True
    return element.find_parent("svg") is not None
