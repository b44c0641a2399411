"""Verbs of saying: the words that tell that somebody's words or views follow."""

from __future__ import annotations

SAY = "say"
"""Takes a quotation or a clause, wherever the two stand: “said”, “told”, “argued”."""

QUOTE = "quote"
"""Counts only beside a quotation: “called it ‘mad’”, “hailed a ‘triumph’”, “laughed”."""

CLAUSE = "clause"
"""Tells of what was said without quotation marks when “that” follows: “found that”."""

# Base forms; a slash parts forms that the rules for endings would get wrong.
_SAY = """say/says/said/saying tell/tells/told/telling add ask write/writes/wrote/writing/written
 argue claim warn explain insist note reply/replies/replied/replying recall
 admit/admits/admitted/admitting
 deny/denies/denied/denying announce confirm suggest declare comment remark respond stress state
 testify/testifies/testified/testifying tweet observe acknowledge concede complain predict promise
 vow pledge repeat reiterate allege assert maintain contend caution conclude joke quip
 reveal advise urge emphasise emphasize clarify/clarifies/clarified/clarifying counter retort
 agree report disclose recount continue demand inform estimate propose recommend boast muse
 post wonder lament protest message text concur/concurs/concurred/concurring elaborate
 reason opine remind apologise apologize
 brag/brags/bragged/bragging interject murmur mutter mumble whisper shout yell scream
 cry/cries/cried/crying exclaim
 chant plead/pleads/pleaded/pleading/pled beg/begs/begged/begging reassure theorise theorize hint
 proclaim profess preach blog/blogs/blogged/blogging sob/sobs/sobbed/sobbing gasp sigh cheer
    accept confess confide grumble
 moan groan gush venture marvel instruct
 encourage implore"""
_QUOTE = """call describe dismiss hail praise criticise criticize condemn accuse blame brand label
    dub/dubs/dubbed/dubbing denounce welcome express define consider speak/speaks/spoke/speaking
    cite quote deem term characterise characterize refer/refers/referred/referring reject
    slam/slams/slammed/slamming blast decry/decries/decried/decrying deride mock ridicule defend
    liken laugh smile grin/grins/grinned/grinning chuckle nod/nods/nodded/nodding
    shrug/shrugs/shrugged/shrugging begin/begins/began/beginning read/reads/reading
    sing/sings/sang/singing sum/sums/summed believe think/thinks/thought/thinking feel/feels/felt
    see/sees/saw find/finds/found thank acclaim applaud lambast lambaste rail pronounce view
    regard voice outline speculate question headline tout/touts/touted lash assure
    swear/swears/swore snap/snaps/snapped bristle echo/echoes/echoed/echoing
    pen/pens/penned/penning put/puts/putting point remember rate rage fume storm rant thunder
    narrate credit scold rebuke chide"""
_CLAUSE = """show/shows/showed/shown indicate find/finds/found believe think/thinks/thought
 hold/holds/held
 rule hear/hears/heard say/says/said conclude"""


def _forms(listed: str) -> dict[str, str]:
    """Every form of the listed verbs, with the verb itself."""
    forms = {}
    for entry in listed.split():
        written = entry.split("/")
        base = written[0]
        if len(written) == 1:
            if base.endswith("e"):
                written += [base + "s", base + "d", base[:-1] + "ing"]
            else:
                plural = base + ("es" if base.endswith(("s", "sh", "ch", "x")) else "s")
                written += [plural, base + "ed", base + "ing"]
        forms.update(dict.fromkeys(written, base))
    return forms


def _kinds() -> dict[str, str]:
    kinds = dict.fromkeys(_forms(_CLAUSE), CLAUSE)
    kinds.update(dict.fromkeys(_forms(_QUOTE), QUOTE))
    kinds.update(dict.fromkeys(_forms(_SAY), SAY))
    for base in ("cries", "demands", "reasons", "ends", "uses"):
        kinds.pop(base, None)
    return kinds


CUES = _kinds()
"""Every form of a verb of saying, in lower case, with its kind."""

CUE_WORDS = frozenset({*CUES, *(form.capitalize() for form in CUES), "according", "According"})
"""What may be a verb of saying as it is written, at the start of a sentence too."""

CLAUSE_CUES = frozenset(_forms(_CLAUSE))
"""Forms that tell of findings and views when “that” follows."""

BASES = {**_forms(_CLAUSE), **_forms(_QUOTE), **_forms(_SAY)}
"""Every form of a verb of saying, with its base form."""

ALSO_NOUNS = frozenset(
    """claim claims report reports note notes state states comment comments remark remarks promise
    promises vow pledge pledges demand question questions call calls order orders rule rules text
    texts message messages answer reason reasons estimate estimates post posts stress protest
    protests use issue issues start end finish fire shot hit view views voice label brand term
    terms sign signs signal request attack attacks offer offers read hope hopes fear fears
    counter shows show means finding findings feeling writing meaning reading beginning opening
    thinking reporting warning hearing ruling cast back cry cheer cheers chant chants blog quote
    quotes hint hints advice praise blame worry tweet tweets joke jokes laugh smile sigh advance
    open mock back""".split()
)
"""Forms that are nouns as often as verbs: an article or a possessive before them tells."""

PASSIVE = frozenset(
    """told asked called described dubbed quoted accused blamed hailed praised condemned
    criticised criticized dismissed labelled labeled branded considered cited informed
    reminded urged advised warned reported alleged estimated expected believed thought known
    seen found held defined termed deemed regarded viewed claimed asserted recommended
    proposed questioned raised announced rejected welcomed put used written posted signed
    issued ordered read shown confirmed denied released suggested demanded penned made""".split()
)
"""Participles: after a form of “be”, the subject is not the one who speaks."""

SLOGAN_NOUNS = frozenset(
    """mantra slogan slogans motto maxim tagline catchphrase chant chants hashtag battlecry
    watchword mottos mantras refrain""".split()
)
"""Nouns that make the quoted words beside them a slogan."""

SPEECH_NOUNS = frozenset(
    """words word comment comments claim claims remark remarks statement phrase message
    description call calls pledge vow warning promise insistence assertion verdict answer
    reply response view assessment speech letter tweet post quote line explanation admission
    suggestion motto mantra slogan text texts message messages email emails letters posts
    tweets notes note""".split()
)
"""Nouns for what somebody said: “his description of it as ‘mad’”."""

BEARERS = frozenset(
    """banner banners sign signs placard placards poster posters notice notices shirt shirts t-shirt
    t-shirts badge badges sticker stickers plaque inscription caption headline leaflet""".split()
)
"""Things that bear words: it is they that “read”, whoever holds them."""
