"""What a figure counts: the noun after a number."""

from __future__ import annotations

from collections.abc import Sequence

Words = Sequence[tuple[str, int, int]]

_IRREGULAR = frozenset(
    "people men women children police feet teeth mice sheep fish aircraft staff personnel troops "
    "cattle data media criteria phenomena firemen policemen policewomen servicemen gunmen "
    "businessmen fishermen lawmakers spacecraft oxen geese crew alumni mps meps cps".split()
)
# Plurals that often describe the noun after them: "police officers", "sales managers".
DESCRIBING = frozenset(
    "police sports arms sales goods rights drugs savings news armed media data "
    "communications operations systems services customs veterans staff".split()
)
_PERSONS = frozenset(
    "person man woman child boy girl soldier officer death victim survivor passenger teenager "
    "student worker patient vote goal policeman player civilian pedestrian driver case".split()
)
# Words that end a noun phrase: what stands after them is no longer counted.
STOPS = frozenset(
    "a about above after against ago all along also although among amid an and another are around "
    "as at be became because been before began behind being below between both but by came can "
    "caused claimed could despite did died do does during each either else even every except fell "
    "following for from gave got had has have he held her here him his how i if in inside into is "
    "it its just know left less like made may me might most must my near never no nor not now "
    "of off on once only onto or our out outside over per played rather reported rose said saw say "
    "says scored she should since so some such suffered take taken than that the their them then "
    "there these they this those though through throughout to told too took toward towards under "
    "until up upon us used versus via voted vs was we went were what when where whether which "
    "while who whom whose why will with within without won would yet you your says went "
    "according including involving compared begins lies costs makes takes goes comes gives means "
    "remains includes becomes leaves needs wants sits stands seems appears tells thinks adds ends "
    "brings it's they're he's we're there's don't".split()
)
_NOT_PLURAL = frozenset(
    "less this us thus always perhaps previous famous serious various religious dangerous species' "
    "afterwards besides overseas towards its his yes across plus gas bus minus campus virus crisis "
    "basis analysis status press business access process success loss class mass glass cross "
    "nervous enormous precious suspicious indigenous numerous hers ours yours theirs".split()
)
_NOT_MEN = frozenset("specimen regimen omen abdomen acumen semen amen stamen".split())
_AFTER_ONE = 5
"""A noun phrase has at most so many words after its number."""


def head_noun(text: str, words: Words, after: int, end: int, one: bool = False) -> int | None:
    """Find the noun that the number before word number `after` counts; None where none follows.

    `end` is where the number ends. Up to four words may describe the noun: "two young Welsh
    miners". With `one`, a person in the singular is meant.
    """
    head = None
    for place in range(after, min(after + _AFTER_ONE, len(words))):
        word, start, stop = words[place]
        if text[end:start] not in (" ", "\u00a0", "-", ", ") or (
            text[end:start] == ", " and (head is not None or place == after)
        ):
            break
        low = word.lower().replace("’", "'")
        if low == "such" and place == after:
            end = stop
            continue
        if low in STOPS or word[0].isdigit():
            break
        if head is not None and words[head][0].lower() not in DESCRIBING:
            break
        if is_plural(low) or (one and low in _PERSONS):
            head = place
        elif head is not None:
            break
        end = stop
    return head


def is_plural(word: str) -> bool:
    """Tell whether a lower-case word looks like a plural noun.

    Examples
    --------
    >>> [word for word in "victims women class across".split() if is_plural(word)]
    ['victims', 'women']
    """
    if word in _IRREGULAR:
        return True
    if word.endswith(("children", "women")) or (word.endswith("men") and word not in _NOT_MEN):
        return True
    return (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is", "'s", "ous"))
        and word not in _NOT_PLURAL
    )


def plural(noun: str) -> str:
    """Write a noun in the plural, as a unit.

    Examples
    --------
    >>> [plural(noun) for noun in ("seat", "party", "woman", "victims")]
    ['seats', 'parties', 'women', 'victims']
    """
    if is_plural(noun):
        return noun
    irregular = {"person": "people", "child": "children"}
    if noun in irregular:
        return irregular[noun]
    if noun.endswith("man"):
        return noun[:-3] + "men"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "sh", "ch", "x")) else "s")
