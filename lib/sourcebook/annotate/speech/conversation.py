"""Who has the word from sentence to sentence: pronouns, and quotations that just go on."""

from __future__ import annotations

from collections.abc import Sequence

from sourcebook.annotate.names.gender import gender_of
from sourcebook.annotate.speech.cast import Cast, Mention
from sourcebook.annotate.speech.clauses import PREPOSITIONS
from sourcebook.annotate.speech.descriptions import by_role, introduced, protagonist, read_description
from sourcebook.annotate.speech.narration import Statement
from sourcebook.annotate.speech.roles import is_person_noun
from sourcebook.annotate.speech.speakers import SINGULAR, Speaker, is_pronoun, name_speaker
from sourcebook.annotate.speech.marks import MARKS
from sourcebook.annotate.speech.subjects import Subject, sentence_subject
from sourcebook.annotate.speech.verbs import find_cues

LOOK_BACK = 7
"""Statements that a pronoun or a quotation without a verb may look back."""

SKIPPED = frozenset({"headline", "byline", "timestamp", "caption", "photo-credit", "section-head"}) | {
    "dateline"
}
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

        None where the words of the subject name nobody.
        """
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
            for somebody in (self.subject_of(back), self.voice(back)):
                if somebody is None or not somebody.one or somebody.named != "named":
                    continue
                if self._fits(somebody.name, description.gender) and not self.asks(back):
                    return self._at(somebody, found.start, found.end)
            if self.voice(back) is not None and not self.asks(back):
                return None
        return None

    def is_beside(self, back: int, place: int) -> bool:
        """Tell whether a statement stands beside the running text that another belongs to."""
        zone = self.cast.page.zone_at(self.statements[back].start)
        return zone in SKIPPED and zone != self.cast.page.zone_at(self.statements[place].start)

    def asks(self, place: int) -> bool:
        """Tell whether a statement ends in a question put to somebody else."""
        return any(
            self.cast.page.text[s.start : s.end].rstrip(MARKS)[-1:] == "?"
            for s in self.statements[place].quoted[-1:]
        )

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
                subject = self._to_the_name(statement, subject)
            if subject is not None and self._depth < 6:
                self._depth += 1
                found = self.speaker(place, subject)
                self._depth -= 1
                if found is not None and found.name == "unknown":
                    # “She may be 92, but Peggy Lowe works”: the name comes after the pronoun.
                    people = self._people(place, owners=False)
                    found = self._of(people[0], "") if people else None
                self._subjects[place] = found
        return self._subjects[place]

    def _to_the_name(self, statement: Statement, subject: Subject) -> Subject:
        """Cut a subject after the name that ends it: “The pensioner Ann Ray | pays ninety euros”."""
        words = statement.words
        end = words[subject.last - 1].end
        people = [
            m for m in self.cast.within(words[subject.first].start, end) if m.layer == "people"
        ]
        if not people or people[0].end >= end:
            return subject
        last = subject.first
        while last < subject.last and words[last].start < people[0].end:
            last += 1
        led = any(w.small in PREPOSITIONS or w.small == "who" for w in words[subject.first : last])
        beyond = words[last]
        if led or beyond.small in PREPOSITIONS or not beyond.text[0].islower():
            return subject
        if people[0].end != words[last - 1].end or is_person_noun(beyond.small):
            return subject
        return Subject(subject.first, last, (last, last))

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
                m for m in self._people(place, owner) if m.end <= at and self._fits(m.name, pronoun)
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
            people = [m for m in self._people(back, True) if self._fits(m.name, pronoun)]
            if people and (len(people) == 1 or self._gender(people[0].name)):
                if near or self._gender(people[0].name):
                    return self._of(people[0], pronoun)
                unsure = unsure or self._of(people[0], "")
        if unsure is not None:
            self._learned.setdefault(unsure.name, pronoun)
        return unsure or self._last_voice(place, pronoun)

    def voice(self, place: int) -> Speaker | None:
        return self.voices[place] if place < len(self.voices) else None

    def _last_voice(self, place: int, pronoun: str) -> Speaker | None:
        for voice in reversed(self.voices[max(place - 40, 0) : place]):
            if voice is None or voice.name == "unknown":
                continue
            if not pronoun or (voice.one and self._fits(voice.name, pronoun)):
                return voice
        return None

    def _people(self, place: int, owners: bool) -> list[Mention]:
        """People named in the writer's own words in a statement, without those who own a thing."""
        statement = self.statements[place]
        text = self.cast.page.text
        reach = statement.start + 3_000  # the subject of a longer “sentence” stands before that
        return [
            mention
            for mention in self.cast.within(statement.start, min(statement.end, reach))
            if mention.layer == "people"
            and not statement.is_quoted(mention.start)
            and (owners or text[mention.end : mention.end + 2] not in {"'s", "’s"})
        ]

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
