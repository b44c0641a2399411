"""Find annotations in any article by rule, for a person to correct."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from typing import Any

from sourcebook.annotate.dates import find_dates
from sourcebook.annotate.figures import find_figures
from sourcebook.annotate.names import find_names
from sourcebook.annotate.names.models import suggest_names
from sourcebook.annotate.page import NO_VOCABULARY, Page
from sourcebook.annotate.speech import find_attributions, find_quotations
from sourcebook.annotate.wording import find_hedges, find_terms
from sourcebook.annotation import Annotation
from sourcebook.corpus import Vocabulary
from sourcebook.errors import choose
from sourcebook.interval import Interval

FOUND = (
    "zones",
    "people",
    "organisations",
    "places",
    "dates",
    "figures",
    "quotations",
    "attributions",
    "terms",
    "hedges",
)
"""The layers that rules find, in the order in which they are returned."""

__all__ = ["FOUND", "NO_VOCABULARY", "Page", "annotate"]

_NAMES = {"people", "organisations", "places"}
_SAID = {"quotations", "attributions"}


def annotate(
    text: str,
    published: date | Interval | None = None,
    vocabulary: Vocabulary | None = None,
    layers: Iterable[str] | None = None,
    *,
    article: str = "text",
    zones: Sequence[Annotation] | None = None,
    pipeline: Callable[[str], Any] | None = None,
) -> list[Annotation]:
    """Find annotations in a text.

    The same text gives the same annotations; any string will do, and none makes it fail.

    Parameters
    ----------
    text
        What to read. Offsets count its Unicode code points.
    published
        The day, or the interval of days, on which it was published. Where it is not given, it is
        looked for in the text; relative dates such as "Thursday" need it.
    vocabulary
        Registered people, organisations, places, terms and hedges. Without one, every name is a
        candidate with the key ``unknown``, and no term is found.
    layers
        Names from `FOUND`; all of them if not given.
    article
        The id that the annotations carry.
    zones
        Zones that are already known, say from a web page's markup; else they are looked for.
    pipeline
        A loaded spaCy pipeline, which suggests names where the rules find none; its annotations
        say which model made them. See `sourcebook.annotate.names.models`.

    Returns
    -------
    list of Annotation
        By layer in the order of `FOUND`, then by position; the status is ``machine`` and the
        maker names the rule. Attributes are texts; an empty one does not apply. By layer:

        zones
            `zone`: headline, byline, dateline, timestamp, caption, photo-credit, section-head,
            navigation or boilerplate. What no zone covers is the body.
        people, organisations, places
            `kind` (person, organisation, place; ``unknown`` if that cannot be told), `key` in the
            registry or ``unknown``, `name` in full; `role`, or for places `sense`.
        dates
            `earliest` and `latest`, ISO days, both included; `basis`; `anchor`: the spans it is
            counted from, or ``published``.
        figures
            `value`, or `low` and `high`, in plain digits; `unit`, `hedge`, `quantifies`.
        quotations
            `speaker`: a registry key, else the name in full, else ``unknown``; `speaker_start`
            and `speaker_end`: the words that name the speaker; `cue`: the verb; `form`: full,
            fragment, term, slogan or continuation; `named`: named or anonymous; `relayed_by`;
            `closed`: no if the closing mark is missing.
        attributions
            `source`, written as a speaker is; `named`, `relayed_by`, `cue`.
        terms
            `concept` and `variant` of the registry.
        hedges
            `kind`: modal, evidential, hearsay, expectation, approximation or prediction.

    Raises
    ------
    UnknownName
        If `layers` names something else; the message lists the valid names.

    Examples
    --------
    >>> from datetime import date
    >>> text = '“We will rebuild the bridge,” Mayor Ada Quill said Thursday.'
    >>> said = annotate(text, layers=["quotations"])[0]
    >>> said["speaker"], said["cue"], said.status
    ('Ada Quill', 'said', 'machine')
    >>> annotate(text, date(2024, 6, 14), layers=["dates"])[0]["earliest"]
    '2024-06-13'
    """
    wanted = set(FOUND) if layers is None else {choose(name, FOUND, "layer") for name in layers}
    page = Page(text, article, _days(published), vocabulary or NO_VOCABULARY, zones)
    found: list[Annotation] = []
    if "zones" in wanted:
        found += page.zones
    if wanted & (_NAMES | _SAID):
        names = _names(page, pipeline)
        found += [name for name in names if name.layer in wanted]
    if wanted & {"dates", "figures"}:
        dates = find_dates(page)
        found += dates if "dates" in wanted else []
        found += find_figures(page, dates) if "figures" in wanted else []
    if wanted & _SAID:
        quotations = find_quotations(page, names)
        found += quotations if "quotations" in wanted else []
        found += find_attributions(page, names, quotations) if "attributions" in wanted else []
    if "terms" in wanted:
        found += find_terms(page)
    if "hedges" in wanted:
        found += find_hedges(page)
    return sorted(found, key=_place)


def _names(page: Page, pipeline: Callable[[str], Any] | None) -> list[Annotation]:
    names = find_names(page)
    if pipeline is None:
        return names
    taken = {offset for name in names for offset in range(name.start, name.end)}
    more = suggest_names(page, pipeline)
    names += [name for name in more if taken.isdisjoint(range(name.start, name.end))]
    return sorted(names, key=lambda name: (name.start, name.end))


def _days(published: date | Interval | None) -> Interval | None:
    if isinstance(published, datetime):
        published = published.date()
    return Interval(published, published) if isinstance(published, date) else published


_ORDER = {layer: place for place, layer in enumerate(FOUND)}


def _place(annotation: Annotation) -> tuple[int, int, int]:
    return _ORDER[annotation.layer], annotation.start, annotation.end
