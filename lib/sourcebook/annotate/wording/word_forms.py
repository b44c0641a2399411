"""Forms of one word: the inflections of a verb, and what plural, spelling and case hide."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

_BE = ("be", "am", "is", "are", "was", "were", "been", "being", "'s", "'re", "'m")
_IRREGULAR = {
    "be": _BE,
    "have": ("have", "has", "had", "having"),
    "do": ("do", "does", "did", "done", "doing"),
    "say": ("say", "says", "said", "saying"),
    "speak": ("speak", "speaks", "spoke", "spoken", "speaking"),
    "think": ("think", "thinks", "thought", "thinking"),
    "stand": ("stand", "stands", "stood", "standing"),
    "give": ("give", "gives", "gave", "given", "giving"),
    "go": ("go", "goes", "went", "gone", "going"),
    "see": ("see", "sees", "saw", "seen", "seeing"),
    "hold": ("hold", "holds", "held", "holding"),
    "make": ("make", "makes", "made", "making"),
    "take": ("take", "takes", "took", "taken", "taking"),
    "feel": ("feel", "feels", "felt", "feeling"),
    "find": ("find", "finds", "found", "finding"),
    "understand": ("understand", "understands", "understood", "understanding"),
    "forecast": ("forecast", "forecasts", "forecasting"),
}
_WORD = re.compile(r"\w+(?:[’'.&-]\w+)*")
_WORDS_MOST = 16
_FORM_LONGEST = 200
_WORD_LONGEST = 40

# British endings and the American ones that both spellings are compared by.
_SPELLINGS = (
    (re.compile(r"(?<=[a-z]{2})our(?=(?:er|ed|ing|able|ite|ful|ist)?s?$)"), "or"),
    (re.compile(r"is(?=(?:e|ed|es|er|ers|ing|ation|ations)$)"), "iz"),
    (re.compile(r"ys(?=(?:e|ed|es|ing)$)"), "yz"),
    (re.compile(r"(?<=[a-z]{2})tre(?=s?$)"), "ter"),
    (re.compile(r"ence(?=s?$)"), "ense"),
    (re.compile(r"ogue(?=s?$)"), "og"),
    (re.compile(r"amme(?=s?$)"), "am"),
    (re.compile(r"ll(?=(?:ed|er|ers|ing)$)"), "l"),
)


def split_words(form: str) -> tuple[str, ...]:
    """Split a form as texts are split into words; at most sixteen words, later ones are left out.

    A form that is mostly signs names nothing, and gives no words.

    Examples
    --------
    >>> split_words("what it called")
    ('what', 'it', 'called')
    """
    words = tuple(match.group() for match in islice(_WORD.finditer(form), _WORDS_MOST))
    return words if 2 * sum(map(len, words)) > len(form.strip()[:_FORM_LONGEST]) else ()


def fold(word: str) -> str:
    """Write a word in small letters, with a straight apostrophe."""
    return word.lower().replace("’", "'")


@lru_cache(maxsize=2**16)
def stem(word: str) -> str:
    """Reduce a noun to what its singular and plural, British and American spelling share.

    Of words joined by hyphens only the first is reduced and returned. A word of more than forty
    letters is none that a vocabulary needs, and gives an empty string.

    Examples
    --------
    >>> stem("Labourers") == stem("laborer"), stem("colonisation"), stem("countries")
    (True, 'colonization', 'country')
    """
    if len(word) > _WORD_LONGEST:
        return ""
    base = fold(word.partition("-")[0]).removesuffix("'s")
    for british, american in _SPELLINGS:
        base = british.sub(american, base)
    return singular(base)


def singular(word: str) -> str:
    """Take the plural's ending off a lower-case word."""
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zes")):
        return word[:-2]
    return word[:-1]


def verb_forms(base: str) -> tuple[str, ...]:
    """Give all forms of a verb, the base first.

    Examples
    --------
    >>> verb_forms("hope")
    ('hope', 'hopes', 'hoped', 'hoping')
    >>> verb_forms("speak")
    ('speak', 'speaks', 'spoke', 'spoken', 'speaking')
    """
    if base in _IRREGULAR:
        return _IRREGULAR[base]
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return base, base[:-1] + "ies", base[:-1] + "ied", base + "ing"
    if base.endswith("e"):
        return base, base + "s", base + "d", base[:-1] + "ing"
    s = "es" if base.endswith(("s", "sh", "ch", "x", "z")) else "s"
    return base, base + s, base + "ed", base + "ing"
