"""An invented kit: three short articles about a bridge, and everything that says too little.

Two of them copy one report. They hold what trips a careless page: `$…$`, braces, stars, HTML,
annotations that overlap, figures of unknown value and figures that disagree.
"""

from __future__ import annotations

import csv
import hashlib

from sourcebook.article import FACTS
from sourcebook.corpus.vocabulary import REGISTRIES
from sourcebook.layers import LAYERS

FIRST = """\
Bridge to replace the river ferry
By Ada Marsh, 3 May 2031
The bridge is to open on 10 May and will have cost $5 to $6 billion {so far}, the ferry guild said.
<b>Guild leader Ada Marsh</b> called it “a gift & a *burden*” for everyone who lives on the marsh.
Some 40% of riders want the old ferry back, and many of its rowers do, a count by the guild found.
The ferry stopped in April. A toll of $2 and a fine of $9 may follow, said one of the rowers.
A rower told the guild, and the guild told us, that “no toll will ever be paid”.
"""

AGAIN = """\
Bridge will replace the river ferry, guild says
4 May 2031
The bridge is to open on 10 May and will have cost $5 to $6 billion {so far}, the ferry guild said.
Some 45% of riders want the old ferry back, and many of its rowers do, a count by the guild found.
The ferry stopped on 20 April. A toll of $2 and a fine of $9 may follow, said one of the rowers.
"""

LETTER = """\
A letter from the far bank
We crossed the new bridge on its first day. The ferry had stopped in the second half of April.
A repair is expected before the summer ends, the mayor wrote.
Only the mayor calls the ferry “a relic”.
"""

TEXTS = {"bridge-first": FIRST, "bridge-again": AGAIN, "far-bank": LETTER}

_DAYS = {
    "bridge-first": ("2031-05-03", "2031-05-03"),
    "bridge-again": ("2031-05-04", "2031-05-04"),
    "far-bank": ("2031-05-11", "2031-06-30"),
}

OPENING = "A bridge of $5 to $6 billion {so far} *opens*"
BACKGROUND = "Before the ferry there was a {ford} of *stepping* stones: <i>$1</i> & $2 a crossing."

_WORDS = {
    "people": f"""
[ada-marsh]
name = "Ada Marsh"
variants = ["Ada Marsh"]
[[ada-marsh.roles]]
role = "leader of the ferry guild"
from = 2030-01-01
to = 2031-05-03
basis = "stated"
evidence = ["bridge-first:{FIRST.index("Guild leader")}-{FIRST.index(" called it")}"]
[rower]
name = "a rower <of the guild>"
named = false
variants = []
""",
    "organisations": """
[ferry-guild]
name = "Ferry Guild"
variants = ["ferry guild", "the guild"]
[mayor]
name = "Mayor of the Marsh"
variants = ["the mayor"]
""",
    "places": '[river]\nname = "The river"\nneutral = "the water"\nvariants = ["river"]\n',
    "terms": """
[old-ferry]
label = "The ferry & its names"
neutral = "the ferry <as it was>"
variants = ["old ferry", "relic"]
""",
    "topics": '[crossing]\nlabel = "Crossing"\n',
    "hedges": '[on-paper]\nlabel = "on paper"\nkind = "evidential"\n',
    "events": f"""
[ferry-stops]
label = "The ferry stops"
earliest = 2031-04-20
latest = 2031-04-20
topics = ["crossing"]
evidence = ["bridge-again:{AGAIN.index("on 20 April")}-{AGAIN.index(". A toll")}"]
[bridge-opens]
label = "{OPENING}"
earliest = 2031-05-10
latest = 2031-05-10
evidence = ["bridge-first:{FIRST.index("on 10 May")}-{FIRST.index(" and will have")}"]
[repair]
label = "The bridge is repaired"
earliest = 2031-05-11
latest = 2031-08-31
evidence = ["far-bank:{LETTER.index("before the summer")}-{LETTER.index(", the mayor wrote")}"]
""",
    "figures": """
[want-ferry-back]
label = "Riders who want the ferry back"
unit = "% of riders"
[rowers-who-want-it]
label = "Rowers who want it back"
unit = "% of rowers"
[cost]
label = "Cost of the bridge"
unit = "dollars"
""",
    "differences": f"""
[ferrys-worth]
title = "Is the ferry missed? {{not settled}}"
kind = "view"
explanation = "One counts riders *who do*; one {{calls}} it a relic."
background = "{BACKGROUND}"
""",
}

_FIGURE = {"unit": "% of riders", "quantifies": "riders asked", "source": "Ferry Guild"}

_ROWS = [
    ("zones", "bridge-first", "Bridge to replace the river ferry", {"zone": "headline"}),
    ("zones", "bridge-first", "By Ada Marsh, 3 May 2031", {"zone": "byline"}),
    (
        "people",
        "bridge-first",
        "Guild leader Ada Marsh",
        {"key": "ada-marsh", "role": "leader of the ferry guild"},
    ),
    ("organisations", "bridge-first", "the ferry guild", {"key": "ferry-guild"}),
    ("places", "bridge-first", "river", {"key": "river", "sense": "place"}),
    (
        "dates",
        "bridge-first",
        "on 10 May",
        {"earliest": "2031-05-10", "latest": "2031-05-10", "event": "bridge-opens"},
    ),
    (
        "dates",
        "bridge-first",
        "in April",
        {"earliest": "2031-04-01", "latest": "2031-04-30", "event": "ferry-stops"},
    ),
    (
        "dates",
        "bridge-again",
        "on 20 April",
        {"earliest": "2031-04-20", "latest": "2031-04-20", "event": "ferry-stops"},
    ),
    (
        "dates",
        "far-bank",
        "in the second half of April",
        {"earliest": "2031-04-16", "latest": "2031-04-30", "event": "ferry-stops"},
    ),
    (
        "dates",
        "far-bank",
        "before the summer ends",
        {"earliest": "2031-05-11", "latest": "2031-08-31", "event": "repair"},
    ),
    ("events", "bridge-first", "is to open", {"event": "bridge-opens", "outlook": "planned"}),
    ("events", "bridge-again", "is to open", {"event": "bridge-opens", "outlook": "planned"}),
    ("events", "far-bank", "its first day", {"event": "bridge-opens", "outlook": "happened"}),
    ("events", "bridge-first", "stopped", {"event": "ferry-stops", "outlook": "happened"}),
    ("events", "bridge-again", "stopped", {"event": "ferry-stops", "outlook": "happened"}),
    ("events", "far-bank", "had stopped", {"event": "ferry-stops", "outlook": "happened"}),
    ("events", "far-bank", "A repair", {"event": "repair", "outlook": "expected"}),
    (
        "figures",
        "bridge-first",
        "Some 40%",
        {**_FIGURE, "figure": "want-ferry-back", "value": "40", "hedge": "Some"},
    ),
    (
        "figures",
        "bridge-again",
        "Some 45%",
        {**_FIGURE, "figure": "want-ferry-back", "value": "45", "hedge": "Some"},
    ),
    (
        "figures",
        "bridge-first",
        "many of its rowers",
        {**_FIGURE, "figure": "rowers-who-want-it", "value": "unknown", "unit": "% of rowers"},
    ),
    (
        "figures",
        "bridge-first",
        "$5 to $6 billion",
        {**_FIGURE, "figure": "cost", "low": "5000000000", "high": "6000000000", "unit": "dollars"},
    ),
    (
        "quotations",
        "bridge-first",
        "“a gift & a *burden*”",
        {"speaker": "ada-marsh", "cue": "called", "form": "fragment", "named": "named"},
    ),
    (
        "quotations",
        "bridge-first",
        "“no toll will ever be paid”",
        {"speaker": "rower", "form": "fragment", "named": "anonymous", "relayed_by": "ferry-guild"},
    ),
    (
        "quotations",
        "far-bank",
        "“a relic”",
        {"speaker": "mayor", "cue": "calls", "form": "term", "named": "named"},
    ),
    (
        "attributions",
        "bridge-first",
        "the ferry guild said",
        {"source": "ferry-guild", "cue": "said", "named": "named"},
    ),
    (
        "attributions",
        "bridge-first",
        "said one of the rowers",
        {"source": "rower", "cue": "said", "named": "anonymous"},
    ),
    (
        "attributions",
        "far-bank",
        "the mayor wrote",
        {"source": "mayor", "cue": "wrote", "named": "named"},
    ),
    ("terms", "bridge-first", "old ferry", {"concept": "old-ferry", "variant": "old ferry"}),
    ("terms", "bridge-again", "old ferry", {"concept": "old-ferry", "variant": "old ferry"}),
    ("terms", "far-bank", "a relic", {"concept": "old-ferry", "variant": "relic"}),
    ("hedges", "bridge-first", "Some 40", {"kind": "approximation"}),  # half inside the figure
    (
        "differences",
        "bridge-first",
        "Some 40% of riders want the old ferry back",
        {"difference": "ferrys-worth", "position": "missed by some"},
    ),
    (
        "differences",
        "far-bank",
        "“a relic”",
        {"difference": "ferrys-worth", "position": "a thing of the past"},
    ),
    (
        "provenance",
        "bridge-first",
        "3 May 2031",
        {"field": "date", "infers": "printed on the page"},
    ),
]


def build(home):
    """Write the invented kit's corpus below `home`, and return `home`."""
    folder = home / "corpus"
    for name in ("articles", "annotations", "vocabulary"):
        (folder / name).mkdir(parents=True)
    for id_, text in TEXTS.items():
        (folder / "articles" / f"{id_}.txt").write_bytes(text.encode())
    entries = "\n".join(_entry(id_, text) for id_, text in TEXTS.items())
    (folder / "catalog.toml").write_bytes(entries.encode())
    for registry in REGISTRIES:
        (folder / "vocabulary" / f"{registry}.toml").write_bytes(_WORDS[registry].encode())
    for layer in LAYERS.values():
        path = folder / "annotations" / f"{layer.name}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, layer.header, restval="")
            writer.writeheader()
            writer.writerows(_row(*row) for row in _ROWS if row[0] == layer.name)
    return home


def _entry(id_, text):
    headline = text.splitlines()[0]
    facts = {
        "headline": (headline, "stated"),
        "outlet": ("unknown", "unknown"),
        "byline": ("unknown", "unknown"),
        "dateline": ("unknown", "unknown"),
        "language": ("en", "stated"),
        "version": ("earlier" if id_ == "bridge-first" else "later", "inferred"),
        "origin": ("far-bank" if id_ == "far-bank" else "bridge-wire", "inferred"),
    }
    assert tuple(facts) == FACTS
    evidence = f'evidence = ["{id_}:0-{len(headline)}"]'
    earliest, latest = _DAYS[id_]
    lines = [
        f"[{id_}]",
        f'file = "{id_}.txt"',
        f'sha256 = "{hashlib.sha256(text.encode()).hexdigest()}"',
        f"characters = {len(text)}",
        'topics = ["crossing"]',
        'genre = "news"',
        f"[{id_}.date]",
        f"earliest = {earliest}",
        f"latest = {latest}",
        'basis = "inferred"',
        evidence,
    ]
    for fact, (value, basis) in facts.items():
        lines += [f"[{id_}.{fact}]", f'value = "{value}"', f'basis = "{basis}"', evidence]
    return "\n".join(lines) + "\n"


def _row(layer, article, words, attributes):
    text = TEXTS[article]
    start = text.index(words)
    filled = {"basis": "stated"} if layer == "dates" else {}
    filled |= {"closed": "yes"} if layer == "quotations" else {}
    return {
        "article": article,
        "start": start,
        "end": start + len(words),
        "quote": words,
        **filled,
        **attributes,
        "maker": "test",
        "status": "reviewed",
    }
