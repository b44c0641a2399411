"""A kit whose every word from outside is an attack: on the reader, the page or its layout."""

from __future__ import annotations

import csv
import hashlib
import json

import nbformat

from sourcebook.corpus.vocabulary import REGISTRIES
from sourcebook.layers import LAYERS

STRINGS = [
    "<script>hit('script')</script>",
    "<ScRiPt/x>hit('case')</sCrIpT >",
    "<img src=x onerror=hit('onerror')>",
    "<svg/onload=hit('svg')>",
    "<svg><script>hit('svg script')</script><a xlink:href='javascript:hit(1)'>x</a></svg>",
    "<math><mtext><style><img src=x onerror=hit('math')></style></mtext></math>",
    "<iframe srcdoc='<script>parent.hit(1)</script>'></iframe>",
    "<iframe src='https://evil.invalid/frame'></iframe>",
    "<object data='https://evil.invalid/object'></object>",
    "<embed src='https://evil.invalid/embed'>",
    "<link rel=stylesheet href='https://evil.invalid/sheet.css'>",
    "<meta http-equiv=refresh content='0;url=https://evil.invalid/'>",
    "<base href='https://evil.invalid/'>",
    "<form action='https://evil.invalid/'><input autofocus onfocus=hit('focus')></form>",
    "<a href='javascript:hit(1)'>a link</a>",
    "<a href=' java\tscript:hit(1)'>a link</a>",
    "[a link](javascript:hit(1))",
    "[a link](data:text/html;base64,PHNjcmlwdD5oaXQoMSk8L3NjcmlwdD4=)",
    "![a picture](https://evil.invalid/picture.png)",
    "![a picture](attachment:x\" onerror=\"hit('attachment'))",
    "</style><script>hit('style')</script>",
    "</title><script>hit('title')</script>",
    "</textarea></pre></code></p></main></body><script>hit('ends')</script>",
    "<style>* { display: none; background: url(https://evil.invalid/x) }</style>",
    "<p style='position:fixed;inset:0;width:expression(hit(1))'>over all</p>",
    '"><b onmouseover="hit(1)" autofocus tabindex=1>',
    "' onfocus='hit(1)' autofocus='",
    "<!-- a comment --!><script>hit('comment')</script> -->",
    "<![CDATA[ <script>hit('cdata')</script> ]]>",
    "<plaintext>",
    "<template><script>hit('template')</script></template>",
    "<details open ontoggle=hit('toggle')><summary>x</summary></details>",
    "<video><source onerror=hit('video')></video>",
    "<button popovertarget=s1>x</button><div id=s1 class=structural>x</div>",
    "$\\href{javascript:hit(1)}{x}$ and $$E = mc^2$$",
    "\\(\\unicode{x}\\) and \\[ x \\]",
    "{{ cycler.__init__.__globals__.os }} {% raw %} {x} {0} {x.__class__} {{}}",
    "%s %(x)s ${x} $x `x`",
    "&lt;script&gt;hit('entities')&lt;/script&gt; &#60;b&#62; &amp;",
    "javascript:hit(1)",
    "right\u202eto left",
    "right \u2067to left and \u202dleft to right",
    "zero\u200bwidth\u200d\ufeff\u00adjoins",
    "Z" + "\u0300\u0316\u0489" * 40,
    "W" * 700,
    "العربية בעברית",
    "\U000e0041\ufff9\u2028\u2029 odd separators",
    "../../etc/passwd %2e%2e%2f \\\\evil.invalid\\share",
    "=cmd|' /C calc'!A0",
]


def build(home):
    """Write the kit below `home` with one plan of one handout, and return `home`."""
    text = "\n".join(_paragraph(n, words) for n, words in enumerate(STRINGS)) + "\n"
    folder = home / "corpus"
    for name in ("articles", "annotations", "vocabulary"):
        (folder / name).mkdir(parents=True)
    (folder / "articles" / "attack.txt").write_bytes(text.encode())
    (folder / "catalog.toml").write_text(_catalogue(text), encoding="utf-8")
    for registry in REGISTRIES:
        (folder / "vocabulary" / f"{registry}.toml").write_text(_registry(registry), "utf-8")
    for layer in LAYERS.values():
        with (folder / "annotations" / f"{layer.name}.csv").open(
            "w", encoding="utf-8", newline=""
        ) as file:
            writer = csv.DictWriter(file, layer.header, restval="")
            writer.writeheader()
            writer.writerows(_rows(layer.name))
    (home / "notebooks").mkdir()
    nbformat.write(_notebook(), home / "notebooks" / "attack.ipynb")
    title = STRINGS[20] + STRINGS[36]
    (home / "briefings.toml").write_text(
        '[handouts.attack]\nnotebook = "attack"\naudience = "self-study"\n'
        f"title = {_quoted(title)}\nprepared_for = {_quoted(STRINGS[0] + STRINGS[21])}\n",
        encoding="utf-8",
    )
    return home


def _paragraph(number, words):
    return f"Paragraph {number} says {words} and then it ends."


def _quoted(words):
    return json.dumps(words, ensure_ascii=False)


def _catalogue(text):
    first = text.splitlines()[0]
    facts = {
        "headline": (STRINGS[0] + STRINGS[40], "stated"),
        "outlet": (STRINGS[2] + STRINGS[36], "inferred"),
        "byline": (STRINGS[3], "stated"),
        "dateline": ("unknown", "unknown"),
        "language": ("en", "stated"),
        "version": ("single", "inferred"),
        "origin": ("attack", "inferred"),
    }
    evidence = f'evidence = ["attack:0-{len(first)}"]'
    lines = [
        "[attack]",
        'file = "attack.txt"',
        f'sha256 = "{hashlib.sha256(text.encode()).hexdigest()}"',
        f"characters = {len(text)}",
        'topics = ["crossing"]',
        'genre = "news"',
        "[attack.date]",
        "earliest = 2031-05-03",
        "latest = 2031-05-03",
        'basis = "inferred"',
        evidence,
    ]
    for fact, (value, basis) in facts.items():
        lines += [f"[attack.{fact}]", f"value = {_quoted(value)}", f'basis = "{basis}"', evidence]
    return "\n".join(lines) + "\n"


def _registry(name):
    """Every label, name and note is an attack; what is not a registry of words stays empty."""
    s = [_quoted(words) for words in STRINGS]
    every = ", ".join(s)
    return {
        "people": f"""
[one]
name = {s[0]}
native = {s[40]}
lang = "ar"
named = true
variants = [{s[1]}]
note = {s[2]}
[[one.roles]]
role = {s[3]}
from = 2030-01-01
basis = "background"
evidence = ["attack:0-5"]
[two]
name = {s[36]}
named = false
variants = []
""",
        "organisations": f"[body]\nname = {s[5]}\nvariants = [{s[6]}]\n",
        "places": f"[place]\nname = {s[7]}\nneutral = {s[8]}\nvariants = [{s[9]}]\n",
        "terms": f"""
[word]
label = {s[10]}
neutral = {s[11]}
description = {s[12]}
variants = [{every}]
""",
        "topics": f"[crossing]\nlabel = {s[13]}\n",
        "hedges": f'[hedge]\nlabel = {s[14]}\nkind = "evidential"\n',
        "events": "".join(
            f"[event-{n}]\nlabel = {one}\nearliest = 2031-04-{n % 28 + 1:02}\n"
            f'latest = 2031-04-{n % 28 + 1:02}\nevidence = ["attack:{start}-{end}"]\n'
            for n, (one, (start, end)) in enumerate(zip(s, _spans(), strict=True))
        ),
        "figures": "".join(
            f'[figure-{n}]\nlabel = {one}\nunit = "% <b>of</b> riders"\n' for n, one in enumerate(s)
        ),
        "differences": f"""
[quarrel]
title = {s[20]}
kind = "view"
explanation = {_quoted(" ".join(STRINGS[:36]))}
background = {_quoted(" ".join(STRINGS[36:44]))}
""",
    }[name]


def _spans():
    """Where the strings stand in the article."""
    place = 0
    for number, words in enumerate(STRINGS):
        line = _paragraph(number, words)
        yield place + line.index(words), place + line.index(words) + len(words)
        place += len(line) + 1


def _rows(layer):
    for number, (words, (start, end)) in enumerate(zip(STRINGS, _spans(), strict=True)):
        day = f"2031-04-{number % 28 + 1:02}"
        voice = {"named": "named" if number % 2 else "anonymous", "cue": "says"}
        given = {
            "quotations": {
                "speaker": "one" if number % 2 else "two",
                "form": "fragment",
                "closed": "yes",
                **voice,
            },
            "attributions": {"source": "two" if number % 2 else "one", **voice},
            "terms": {"concept": "word", "variant": words},
            "dates": {
                "earliest": day,
                "latest": day,
                "basis": "stated",
                "event": f"event-{number}",
            },
            "events": {"event": f"event-{number}", "outlook": "happened"},
            "figures": {
                "figure": f"figure-{number}",
                "value": "40",
                "unit": "% <b>of</b> riders",
                "quantifies": words,
                "source": words,
                "missing": "",
            },
            "people": {"key": "one", "role": STRINGS[3]},
        }.get(layer)
        if layer == "differences" and number < 2:
            given = {"difference": "quarrel", "position": STRINGS[number + 34]}
        if given is not None:
            yield {
                "article": "attack",
                "start": start,
                "end": end,
                "quote": words,
                **given,
                "maker": "test",
                "status": "reviewed",
            }


_PARAMETERS = """\
from __future__ import annotations
articles: list[str] = []  # <script>hit('help')</script>
as_of: date = "2031-12-31"  # the day
audience: Audience = "self-study"  # who
terms: Terms = "as-published"  # whose words
title: str = ""  # a title
prepared_for: str = ""  # whom to name
prepared: date = "2031-12-31"  # when
language: Language = "en"  # in which
"""

_SETUP = """\
import json
from datetime import date
import pandas as pd
from IPython.display import HTML, Markdown, display
from sourcebook import charts
from sourcebook.lesson import open_lesson
from sourcebook.span import Span
lesson = open_lesson(articles, as_of, audience, terms, title, prepared_for, language=language)
said = [lesson.at(a.span) for a in lesson.corpus.layer("quotations")]
words = [lesson.corpus.text(one.spans[0]) for one in said]"""

_SHOWN = [
    # The kit's own door
    'for one in said:\n    display(lesson.say("Before {x} and after.", x=one))',
    'for one in words:\n    display(lesson.say("Plain {x} stays.", x=one))',
    "lesson.answer(*[lesson.say('{x}', x=one) for one in words])",
    "lesson.table([(one, n, one) for n, one in enumerate(words)], words[0], *words[:3])",
    "lesson.background(words[0] + words[36])",
    "lesson.assumption('{x}', x=words[25])",
    "lesson.compare('quarrel')",
    "lesson.beside(words[21], *said)",
    "lesson.mark('attack', words[0], 'quotations', 'people', 'terms', 'figures')",
    "lesson.show(charts.timeline(lesson.corpus, date(2031, 1, 1)))",
    "lesson.show(charts.who_speaks(lesson.corpus))",
    "lesson.show(charts.terms_by_article(lesson.corpus, 'word'))",
    "lesson.show(charts.poll_figures(lesson.corpus, [f'figure-{n}' for n in range(8)]))",
    # Every other door
    "frame = pd.DataFrame({words[0]: words, 'n': range(len(words))})\nframe",
    "frame.style.set_caption(words[20]).set_table_attributes('onclick=hit(1) class=structural')",
    "frame.style.format(escape=None).set_tooltips(frame.astype(str))",
    "pd.Series(words, name=words[2])",
    "HTML('<p>HTML cell</p>' + ' '.join(words[:29]))",
    "Markdown('Markdown cell\\n\\n' + '\\n\\n'.join(words))",
    "print('\\n'.join(words)); words",
    "display({'image/svg+xml': '<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"hit(1)\">'"
    " '<script>hit(2)</script></svg>', 'text/plain': words[2]}, raw=True)",
    "display({'image/png': 'x\" onerror=\"hit(1)', 'text/plain': words[2]}, raw=True)",
    "display({'text/html': words[2], 'application/javascript': 'hit(1)', 'text/latex': words[34],"
    " 'application/vnd.jupyter.widget-view+json': {}}, raw=True)",
    "lesson.say('After it all stands in order.')",
    "lesson.sources()",
]


def _notebook():
    cell = nbformat.v4.new_code_cell
    parameters, setup = cell(_PARAMETERS), cell(_SETUP)
    parameters.metadata.tags, setup.metadata.tags = ["parameters"], ["setup"]
    prose = nbformat.v4.new_markdown_cell("## " + "\n\n".join(STRINGS))
    prose.attachments = {words: {"image/png": STRINGS[2]} for words in STRINGS}
    prose.attachments["x\" onerror=\"hit('attachment')"] = {"image/png": '" onerror="hit(1)'}
    opening = nbformat.v4.new_markdown_cell("# Attack")
    return nbformat.v4.new_notebook(cells=[opening, parameters, setup, prose, *map(cell, _SHOWN)])
