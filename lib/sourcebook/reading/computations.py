"""The list of computations at the end of a handout: each number that no article prints."""

from __future__ import annotations

from markupsafe import Markup

from sourcebook.evidence import COUNTED, Computation
from sourcebook.reading.apparatus import Apparatus
from sourcebook.reading.markup import Shown


def computation_list(apparatus: Apparatus) -> Shown:
    """List every computation noted so far: its name, how it was done, the passages it rests on."""
    items, lines = [], []
    for place, (letter, one) in enumerate(apparatus.citations.computations, start=1):
        how = _spelled(apparatus, one)
        marks = apparatus.marks(one.spans)
        back = apparatus.words("back-to-computation", n=letter)
        items.append(
            Markup(
                '<li id="k{place}" data-name="{name}" data-how="{how}" data-value="{value:.12g}">'
                '<div class="entry"><p><b>{letter}</b> · {name}: <span class="how">{told}</span>'
                "{marks}</p></div>"
                '<a class="back" href="#ck{place}"{lang} aria-label="{back}">{word}</a></li>'
            ).format(
                place=place,
                letter=letter,
                name=one.name,
                how=one.how,
                value=one.value,
                told=how,
                marks=marks,
                back=back,
                lang=apparatus.lang,
                word=apparatus.words("back"),
            )
        )
        numbers = "".join(f"[{n}]" for n in apparatus.citations.cite(one.spans))
        lines.append(f"[{letter}] {one.name}: {how.text}{numbers}")
    if not items:
        return Shown(Markup(""), "")
    heading = apparatus.word("computations")
    html = Markup('<h3>{}</h3>\n<ol class="computations">{}</ol>')
    text = "\n".join([apparatus.words("computations"), *lines])
    return Shown(html.format(heading, Markup("\n").join(items)), text)


def _spelled(apparatus: Apparatus, one: Computation) -> Shown:
    if one.how != COUNTED:
        return Shown(Markup("{}").format(one.spelled), one.spelled)
    value = f"{one.value:g}"
    return Shown(
        apparatus.word("computed-count", value=value),
        apparatus.words("computed-count", value=value),
    )
