"""Say who speaks in a passage: by the registry, by the text, or by what a machine took for it."""

from __future__ import annotations

from collections.abc import Iterable

from sourcebook.annotation import Annotation
from sourcebook.corpus import Corpus
from sourcebook.span import Span

_MACHINE = " (machine)"


def who_says(corpus: Corpus, spans: Iterable[Span]) -> tuple[str, ...]:
    """Name everyone whom the spans quote or credit, in order and once each.

    A speaker whom the article does not name is followed by ", not named", one whose words reach
    it through somebody else by ", relayed", and one whom nobody has checked by "(machine)", which
    also says if the vocabulary does not know the name. Where the article credits nobody in
    particular, as with "reportedly", the source is "not told".

    Examples
    --------
    >>> from sourcebook import load_corpus
    >>> who_says(load_corpus(), [Span("reset-button", 2070, 2084)])
    ('Yoon Suk Yeol',)
    """
    wanted = tuple(spans)
    names = dict.fromkeys(
        _told(corpus, said, column)
        for layer, column in (("quotations", "speaker"), ("attributions", "source"))
        for said in corpus.layer(layer)
        if any(said.span.overlaps(span) for span in wanted)
    )
    # What somebody has checked needs no machine's word for it as well.
    return tuple(name for name in names if name.removesuffix(_MACHINE) not in names.keys() - {name})


def unregistered(corpus: Corpus, annotation: Annotation) -> str:
    """Return the name that a text gives where an annotation's own is ``unknown``, or "".

    A machine leaves the name in its note. A note that a person has written may say anything, so
    there the words count that a quotation's ``speaker_start`` and ``speaker_end`` point to.
    """
    start, end = (annotation.attributes.get(f"speaker_{edge}") for edge in ("start", "end"))
    if annotation.status == "machine":
        # Without words for the speaker, the note names whoever passed the words on.
        return "" if start == "" else annotation.note.partition("; ")[0]
    if not start or not end:
        return ""
    words = corpus.text(Span(annotation.article, int(start), int(end)))
    return f"“{' '.join(words.split())}”"


def _told(corpus: Corpus, said: Annotation, column: str) -> str:
    machine = said.status == "machine"
    hidden = ", not named" if said["named"] == "anonymous" else ""
    via = ", relayed" if said["relayed_by"] else ""
    if said[column] != "unknown":
        name = f"{corpus.vocabulary.label(said[column])}{hidden}{via}"
        return f"{name}{_MACHINE}" if machine else name
    name = unregistered(corpus, said)
    if not name:
        return f"source not found{_MACHINE}" if machine else "source not told"
    return f"{name}{hidden}{via} ({'machine, ' if machine else ''}not registered)"
