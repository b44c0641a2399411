"""Turns of speech: who speaks in a statement that does not say so with a quotation and a verb."""

from __future__ import annotations

import re

from sourcebook.annotate.speech.conversation import LOOK_BACK, Conversation
from sourcebook.annotate.speech.cues import CUES, SAY
from sourcebook.annotate.speech.links import shared_subject
from sourcebook.annotate.speech.speakers import Speaker
from sourcebook.annotate.speech.subjects import subject_after, subject_before

_VOCATIVE = re.compile(r"(?:, |[“\"‘'])(?:M(?:r|rs|s|iss)\.? |Dr\.? |Sir )?\Z")
_REPLYING = frozenset("replied replies answered answers retorted countered responded".split())


def indirect_voice(conversation: Conversation, place: int) -> Speaker | None:
    """Who speaks in a statement without quotation marks, by its first verb of saying."""
    statement = conversation.statements[place]
    if not statement.telling:
        return None
    text = conversation.cast.page.text
    cues = conversation.cues(place)
    for at in cues[:4]:
        small = statement.words[at].small
        if small == "according":
            subject = subject_after(text, statement.words, at + 1, len(statement.words))
        elif CUES[small] != SAY:
            continue
        else:
            subject = subject_before(text, statement.words, at, 0)
            if subject is not None and subject.shared:
                subject = shared_subject(text, statement.words, cues, at)
        if subject is not None and not subject.relative:
            voice = conversation.speaker(place, subject)
            if voice is not None and voice.name != "unknown":
                return voice
    return None


def going_on(conversation: Conversation, place: int) -> Speaker | None:
    """Who a quotation belongs to that has no verb of saying of its own."""
    statement = conversation.statements[place]
    answering = _addressed(conversation, place) or _answering(conversation, place)
    if answering is not None:
        return answering
    for back in range(place - 1, max(place - LOOK_BACK, 0) - 1, -1):
        if conversation.is_beside(back, place):
            continue
        voice = conversation.voices[back]
        if voice is not None and voice.name != "unknown":
            return voice
        subject = conversation.subject_of(back)
        same = conversation.statements[back].paragraph == statement.paragraph
        if subject is not None and (subject.one or same) and subject.named == "named":
            return subject
    return None


def _answering(conversation: Conversation, place: int) -> Speaker | None:
    """Who speaks in a paragraph that is a quotation and nothing else, after question and answer.

    Two people who have just spoken in turn, each in a paragraph, go on in turn.
    """
    if place < 2 or conversation.statements[place].words:
        return None
    one, other = conversation.voice(place - 2), conversation.voice(place - 1)
    if (
        one is None
        or other is None
        or one.name == other.name
        or "unknown" in (one.name, other.name)
    ):
        return None
    paragraphs = [conversation.statements[at].paragraph for at in range(place - 2, place + 1)]
    if paragraphs[2] - paragraphs[0] != 2 or paragraphs[1] - paragraphs[0] != 1:
        return None
    closed = all(s.closed for s in conversation.statements[place - 1].quoted[-1:])
    in_turn = place in conversation.in_turn or place - 1 in conversation.in_turn
    if not closed or not (
        in_turn or _asks(conversation, place - 2) or _replies(conversation, place - 1)
    ):
        return None
    conversation.in_turn.add(place)
    return one


def _replies(conversation: Conversation, place: int) -> bool:
    words = conversation.statements[place].words
    return any(words[at].small in _REPLYING for at in conversation.cues(place)[:4])


def _addressed(conversation: Conversation, place: int) -> Speaker | None:
    """Who was spoken to by name in the paragraph before: “Yes or no, Mr Brand,” she said."""
    if place < 1 or conversation.statements[place].words:
        return None
    before = conversation.statements[place - 1]
    voice = conversation.voice(place - 1)
    here = conversation.statements[place].paragraph
    if voice is None or not before.quoted or here - before.paragraph != 1:
        return None
    text = conversation.cast.page.text
    for mention in conversation.cast.within(before.start, min(before.end, before.start + 500)):
        if mention.layer != "people" or mention.name == voice.name:
            continue
        opening = text[max(mention.start - 6, before.start) : mention.start]
        alone = _VOCATIVE.search(opening) and text[mention.end : mention.end + 1] in {",", "?", "."}
        if alone and before.is_quoted(mention.start) and before.quoted[-1].closed:
            conversation.in_turn.add(place)
            name = conversation.cast.full_name(mention.name)
            return Speaker(name, mention.start, mention.end, "named", one=True)
    return None


def _asks(conversation: Conversation, place: int) -> bool:
    return conversation.statements[place].asks(conversation.cast.page.text)
