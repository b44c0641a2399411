"""What stands after a hedge: whether it makes the words a hedge, and the verb they govern."""

from __future__ import annotations

from sourcebook.annotate.figures.counted import Words
from sourcebook.annotate.figures.number_words import SCALES, VALUES
from sourcebook.annotate.figures.units import WORDS
from sourcebook.annotate.page import Page

_NUMBERS = frozenset(
    ("half", "twice", "double", "dozens", "hundreds", "thousands", "millions", *VALUES, *SCALES)
)
_NO_VERB = frozenset(
    "the a an of in on at by for to from with and or but that which who its his her their as is "
    "are was were it he she they we you i this these those not has had".split()
)
_LINKS = frozenset("be have been being not never also get to help only even still soon".split())
_ADVERBS = frozenset("also not never even still soon only now well then once again".split())
_SAID = frozenset(
    "said says say told agreed promised pledged vowed announced added asked insisted wanted warned "
    "argued stressed assured confirmed decided offered demanded thought knew hope hopes "
    "hoped".split()
)
# Results that nobody decides. Other verbs after "will" tell of a plan: "will visit".
_EFFECTS = frozenset(
    "affect allow be become benefit bolster boost bring cause change come continue "
    "cost create damage decline decrease deepen delay depend deter determine drive ease "
    "encourage enable end escalate exceed face fall fail feel fuel gain go grow happen "
    "harm have help hit hurt improve increase influence inflict keep last lead lose lower make "
    "matter mean move need outweigh place play pose prevail prevent prompt prove "
    "reach rebound recover reduce remain require result reveal rise see serve shape shift "
    "shrink slow spark spread stay strengthen succeed suffer survive take trigger turn undermine "
    "weaken widen win work worsen yield ".split()
)
_DECIDED = frozenset(
    "held required used published released given made allowed asked announced built opened closed "
    "removed added joined followed replaced shown paid sent taken put done set told based "
    "available tried sentenced charged buried broadcast".split()
)
_EXPECTED = frozenset("help allow enable ease improve lead mean boost lower reduce".split())
_SCHEDULED = frozenset(["on", "at", "in", "here", "there"])


def follows(page: Page, at: int, last: int, needs: str) -> bool:
    """Tell whether what stands around words `at` to `last` is what an entry's `needs` asks for."""
    if not needs:
        return True
    text, words = page.text, page.words
    place = last + 1
    if place >= len(words):
        return False
    gap = text[words[last][2] : words[place][1]]
    if needs == "number":
        during = words[at][0].lower() in ("over", "under") and _is_time(words, place + 1)
        return _is_number(words[place][0]) and not gap.strip(" $£€¥") and not during
    if gap.strip(" ,“‘\"'") or len(gap) > 3:
        return False
    verb = words[place][0].lower()
    if needs == "verb":
        free = words[at][0].islower() or at == 0 or text[words[at][1] - 1] != " "
        return free and verb not in _NO_VERB and verb not in ("not", "no") and verb.isalpha()
    adverb = verb.endswith("ly") or verb in _ADVERBS
    after = words[place + 1][0].lower() if place + 1 < len(words) else ""
    if needs == "effect":
        if words[at][0].lower() == "should":
            return _is_expected(page, at, last, verb)
        if verb == "be":
            return not _is_decided(after)
        return verb in _EFFECTS or (adverb and after in _EFFECTS)
    return verb not in _NO_VERB and not _is_reported(page, at)


def _is_expected(page: Page, at: int, last: int, verb: str) -> bool:
    """Tell "should help" and "Should it rain, …" from what somebody ought to do."""
    if page.words[at][0] == "Should":
        return page.text[page.sentence_at(page.words[at][1])[1] - 1] != "?"
    return last == at and (verb.endswith("ly") or verb in _EXPECTED)


def _is_decided(word: str) -> bool:
    """Tell a participle or a place after "will be" ("will be held") from what is foretold."""
    return word in _DECIDED or word in _SCHEDULED or word.endswith(("ed", "ing"))


def _is_number(word: str) -> bool:
    if word[0].isdigit():
        return not (len(word) == 4 and word[:2] in ("19", "20") and word.isdigit())
    return word.lower().partition("-")[0] in _NUMBERS


def _is_time(words: Words, place: int) -> bool:
    """Tell whether a word names a span of time: "over three days" hedges nothing."""
    unit = WORDS.get(words[place][0].lower()) if place < len(words) else None
    return unit is not None and unit.kind == "time"


def _is_reported(page: Page, at: int) -> bool:
    """Tell whether a reporting verb stands shortly before, so that "would" stands for "will"."""
    words = page.words
    sentence, _ = page.sentence_at(words[at][1])
    for place in range(at - 1, max(at - 16, -1), -1):
        if words[place][1] < sentence:
            return False
        if words[place][0] in _SAID:
            return True
    return False


def governed(text: str, words: Words, last: int, kind: str) -> int:
    """Give the end of the verb that a hedge ending with word `last` governs, or of the hedge."""
    word, _, end = words[last]
    low = word.lower()
    governs = low == "to" or kind in ("modal", "prediction") or low.endswith("edly")
    if not governs:
        return end
    for place in range(last + 1, min(last + 6, len(words))):
        low = words[place][0].lower()
        if text[end : words[place][1]] != " " or not low[0].isalpha():
            break
        if low not in _LINKS and low in _NO_VERB:
            break
        end = words[place][2]
        if low not in _LINKS and not low.endswith("ly") and low != "will":
            break
    return end
