"""Who has the word from sentence to sentence: pronouns, and quotations that just go on."""

from __future__ import annotations

from collections.abc import Sequence

from sourcebook.annotate.names.gender import gender_of
from sourcebook.annotate.speech.cast import Cast, Mention
from sourcebook.annotate.speech.descriptions import (
    by_role,
    introduced,
    protagonist,
    read_description,
)
from sourcebook.annotate.speech.narration import Statement
from sourcebook.annotate.speech.people_named import called_person, cut_at_name, people_in
from sourcebook.annotate.speech.speakers import SINGULAR, Speaker, is_pronoun, name_speaker
from sourcebook.annotate.speech.subjects import Subject, sentence_subject
from sourcebook.annotate.speech.verbs import find_cues

LOOK_BACK = 7
"""Statements that a pronoun or a quotation without a verb may look back."""

SKIPPED = frozenset(
    {"headline", "byline", "timestamp", "caption", "photo-credit", "section-head"}
) | {"dateline"}
"""Zones that stand beside the running text: nobody goes on speaking from them."""

_ASKED = frozenset({"asked", "pressed", "quizzed", "questioned", "challenged"})
_ROUGHLY = frozenset("around about some nearly almost only roughly just".split())
_OWNERS = {"his": "he", "her": "she", "their": "they", "its": "it"}


class Conversation:
    """Reads the statements of a page in order and remembers who has spoken.

    `voices` holds, for each statement read so far, who speaks in it; None where nobody does.
    `in_turn` holds the statements whose speaker is known only from two people taking turns.
    """

    def __init__(self, cast: Cast, statements: Sequence[Statement]) -> None:
        self.cast = cast
        self.statements = statements
        self.voices: list[Speaker | None] = []
        self._subjects: dict[int, Speaker | None] = {}
        self._speakers: dict[tuple[int, int, int, tuple[int, int]], Speaker | None] = {}
        self._learned: dict[str, str] = {}
        self.in_turn: set[int] = set()
        self._depth = 0
        self._cues: dict[int, list[int]] = {}

    def cues(self, place: int) -> list[int]:
        """Places of the verbs of saying among the words of statement `place`; found once."""
        if place not in self._cues:
            self._cues[place] = find_cues(self.statements[place])
        return self._cues[place]

    def speaker(self, place: int, subject: Subject) -> Speaker | None:
        """Who the subject of a verb in statement `place` is; a pronoun is followed back.

        None where the words of the subject name nobody. Asked again, the answer is the same.
        """
        key = place, subject.first, subject.last, subject.aside
        if key not in self._speakers:
            found = self._find_speaker(place, subject)
            if self._depth:
                return found  # while another question is open, only a part is known
            self._speakers[key] = found
        return self._speakers[key]

    def _find_speaker(self, place: int, subject: Subject) -> Speaker | None:
        words = self.statements[place].words
        if subject.first >= subject.last:
            return None
        start, end = words[subject.first].start, words[subject.last - 1].end
        small = words[subject.first].small
        if subject.last - subject.first == 1 and small in _OWNERS:
            return self._at(self._pronoun(place, start, _OWNERS[small], owner=True), start, end)
        pronoun = is_pronoun(words, subject)
        if pronoun == "one":
            pronoun = ""
        counted = words[subject.last - 1].text.isdigit()
        if counted and (subject.last - subject.first == 1 or small in _ROUGHLY):
            pronoun = "they"  # “Around 85% said”: of those just mentioned
        if pronoun in {"i", "we", "you", "who", "these"}:
            return Speaker("unknown", start, end, "anonymous")
        if pronoun:
            return self._at(self._pronoun(place, start, pronoun), start, end)
        found = name_speaker(self.cast, self.statements[place], subject)
        if found.name.startswith(("the ", "The ", "his ", "her ", "His ", "Her ")):
            return self._described(place, subject, found) or found
        return found

    def speaker_inside(
        self, statement: Statement, subject: Subject, outer: Speaker | None
    ) -> Speaker:
        """Who speaks in a quotation inside one: “I” is whoever speaks in the outer."""
        words = statement.words
        start, end = words[subject.first].start, words[subject.last - 1].end
        pronoun = is_pronoun(words, subject)
        if pronoun in {"i", "we"}:
            return self._at(outer, start, end)
        if pronoun:
            return Speaker("unknown", start, end, "anonymous")
        return name_speaker(self.cast, statement, subject)

    def _described(self, place: int, subject: Subject, found: Speaker) -> Speaker | None:
        """Person whom a description such as “the Leeds coach” stands for, or None."""
        words = self.statements[place].words
        description = read_description(words, subject)
        if description is None:
            return None
        person = by_role(self.cast, description)
        if person is None and description.free:
            person = protagonist(self.cast, description)
            if person and not self._fits(person.name, description.gender):
                person = None
        if person is not None:
            return Speaker(person.name, found.start, found.end, "named", one=True)
        if not description.free or introduced(self.cast, description):
            return None
        for back in range(place - 1, max(place - 4, 0) - 1, -1):
            if self.is_beside(back, place):
                continue
            asks = self.statements[back].asks(self.cast.page.text)
            for somebody in (self.subject_of(back), self.voice(back)):
                if somebody is None or not somebody.one or somebody.named != "named":
                    continue
                if self._fits(somebody.name, description.gender) and not asks:
                    return self._at(somebody, found.start, found.end)
            if self.voice(back) is not None and not asks:
                return None
            people = people_in(self.cast, self.statements[back], owners=False)
            if len(people) == 1 and not asks and self._fits(people[0].name, description.gender):
                return self._at(self._of(people[0], ""), found.start, found.end)
        return None

    def is_beside(self, back: int, place: int) -> bool:
        """Tell whether a statement stands beside the running text that another belongs to."""
        zone = self.cast.page.zone_at(self.statements[back].start)
        return zone in SKIPPED and zone != self.cast.page.zone_at(self.statements[place].start)

    def hear(self, voice: Speaker | None) -> None:
        """Remember who speaks in the statement that has just been read."""
        self.voices.append(voice)

    def subject_of(self, place: int) -> Speaker | None:
        """Who the sentence `place` is about, whether or not anybody speaks in it."""
        if place not in self._subjects:
            self._subjects[place] = None  # an answer while this one is being looked for
            statement = self.statements[place]
            subject = sentence_subject(self.cast.page.text, statement.words, len(statement.words))
            if subject is not None:
                subject = cut_at_name(self.cast, statement, subject)
            if subject is not None and self._depth < 6:
                self._depth += 1
                found = self.speaker(place, subject)
                self._depth -= 1
                if found is not None and found.name == "unknown":
                    # “She may be 92, but Peggy Lowe works”: the name comes after the pronoun.
                    people = people_in(self.cast, self.statements[place], owners=False)
                    found = self._of(people[0], "") if people else None
                elif found is not None and found.one and found.named == "anonymous":
                    called = called_person(self.cast, statement)
                    found = self._of(called, "") if called else found
                self._subjects[place] = found
        return self._subjects[place]

    def _pronoun(self, place: int, at: int, pronoun: str, *, owner: bool = False) -> Speaker | None:
        if pronoun in SINGULAR:
            return self._person(place, at, pronoun, owner)
        same = self.subject_of(place)
        if same is not None and same.end <= at and same.name != "unknown" and not same.one:
            return same
        for back in range(place - 1, max(place - LOOK_BACK, 0) - 1, -1):
            for found in (self.voice(back), self.subject_of(back)):
                if found is None or found.name == "unknown" or found.one:
                    continue
                if pronoun != "it" or found.named == "named":
                    return found
        return self._last_voice(place, "")

    def _person(self, place: int, at: int, pronoun: str, owner: bool) -> Speaker | None:
        asked = self.statements[place].words[0].small in _ASKED
        here = (
            []
            if asked
            else [
                m
                for m in people_in(self.cast, self.statements[place], owners=owner)
                if m.end <= at and self._fits(m.name, pronoun)
            ]
        )
        if here:
            return self._of(here[-1] if owner else here[0], pronoun)
        unsure: Speaker | None = None
        for back in range(place - 1, max(place - LOOK_BACK, 0) - 1, -1):
            if self.is_beside(back, place):
                continue
            near = back >= place - 2
            for found in (self.voice(back), self.subject_of(back)):
                if found is None or not found.one or not self._fits(found.name, pronoun):
                    continue
                if near or self._gender(found.name):
                    self._learned.setdefault(found.name, pronoun)
                    return found
                unsure = unsure or found
            people = [
                m
                for m in people_in(self.cast, self.statements[back], owners=True)
                if self._fits(m.name, pronoun)
            ]
            if people and (len(people) == 1 or self._gender(people[0].name)):
                if near or self._gender(people[0].name):
                    return self._of(people[0], pronoun)
                unsure = unsure or self._of(people[0], "")
        if unsure is not None:
            self._learned.setdefault(unsure.name, pronoun)
        return unsure or self._last_voice(place, pronoun)

    def voice(self, place: int) -> Speaker | None:
        """Who speaks in a statement that has been read; None where nobody does."""
        return self.voices[place] if place < len(self.voices) else None

    def _last_voice(self, place: int, pronoun: str) -> Speaker | None:
        for voice in reversed(self.voices[max(place - 40, 0) : place]):
            if voice is None or voice.name == "unknown":
                continue
            if not pronoun or (voice.one and self._fits(voice.name, pronoun)):
                return voice
        return None

    def _gender(self, name: str) -> str:
        return self.cast.genders.get(name) or self._learned.get(name) or gender_of("", name)

    def _fits(self, name: str, pronoun: str) -> bool:
        gender = self._gender(name)
        return not gender or not pronoun or gender == pronoun

    def _of(self, mention: Mention, pronoun: str) -> Speaker:
        if pronoun:
            self._learned.setdefault(mention.name, pronoun)
        name = self.cast.full_name(mention.name)
        return Speaker(name, mention.start, mention.end, "named", one=True)

    @staticmethod
    def _at(found: Speaker | None, start: int, end: int) -> Speaker:
        if found is None:
            return Speaker("unknown", start, end, "anonymous")
        return Speaker(found.name, start, end, found.named, found.one)
