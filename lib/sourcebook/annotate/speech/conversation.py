"""Who has the word from sentence to sentence: pronouns, and quotations that just go on."""

from __future__ import annotations

from collections.abc import Sequence

from sourcebook.annotate.names.gender import gender_of
from sourcebook.annotate.speech.cast import Cast, Mention
from sourcebook.annotate.speech.cues import CUES, SAY
from sourcebook.annotate.speech.links import shared_subject
from sourcebook.annotate.speech.narration import Statement
from sourcebook.annotate.speech.speakers import SINGULAR, Speaker, is_pronoun, name_speaker
from sourcebook.annotate.speech.subjects import (
    Subject,
    sentence_subject,
    subject_after,
    subject_before,
)
from sourcebook.annotate.speech.verbs import find_cues

_LOOK_BACK = 7
_SKIPPED = frozenset({"headline", "byline", "timestamp", "caption", "photo-credit", "section-head"})
_ASKED = frozenset({"asked", "pressed", "quizzed", "questioned", "challenged"})
_ROUGHLY = frozenset("around about some nearly almost only roughly just".split())
_OWNERS = {"his": "he", "her": "she", "their": "they", "its": "it"}


class Conversation:
    """Reads the statements of a page in order and remembers who has spoken.

    `voices` holds, for each statement read so far, who speaks in it; None where nobody does.
    """

    def __init__(self, cast: Cast, statements: Sequence[Statement]) -> None:
        self.cast = cast
        self.statements = statements
        self.voices: list[Speaker | None] = []
        self._subjects: dict[int, Speaker | None] = {}
        self._learned: dict[str, str] = {}
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
        if small == "the" and found.one and found.named == "anonymous":
            return self._just_introduced(place, found) or found
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

    def _just_introduced(self, place: int, found: Speaker) -> Speaker | None:
        """Person of the sentence before, whom “the Leeds coach” may call by a fresh name."""
        if place == 0 or "’" in found.name or "'" in found.name:
            return None
        noun = found.name.split(" of ")[0].split()[-1]
        if noun in self.cast.page.text[max(found.start - 5_000, 0) : found.start]:
            same = self.statements[place - 1].paragraph == self.statements[place].paragraph
            if not same or self._has_spoken(place, noun):
                return None
        before = self.subject_of(place - 1)
        if before is None or not before.one or before.named != "named":
            return None
        voice = self._voice(place - 1)
        if voice is not None and voice.one and voice.name != before.name:
            return None
        return self._at(before, found.start, found.end)

    def _has_spoken(self, place: int, noun: str) -> bool:
        return any(
            v is not None and noun in v.name for v in self.voices[max(place - 40, 0) : place]
        )

    def hear(self, voice: Speaker | None) -> None:
        """Remember who speaks in the statement that has just been read."""
        self.voices.append(voice)

    def indirect_voice(self, place: int) -> Speaker | None:
        """Who speaks in a statement without quotation marks, by its first verb of saying."""
        statement = self.statements[place]
        if not statement.telling:
            return None
        text = self.cast.page.text
        cues = self.cues(place)
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
                voice = self.speaker(place, subject)
                if voice is not None and voice.name != "unknown":
                    return voice
        return None

    def going_on(self, place: int) -> Speaker | None:
        """Who a quotation belongs to that has no verb of saying of its own."""
        statement = self.statements[place]
        for back in range(place - 1, max(place - _LOOK_BACK, 0) - 1, -1):
            if self.cast.page.zone_at(self.statements[back].start) in _SKIPPED:
                continue
            voice = self.voices[back]
            if voice is not None and voice.name != "unknown":
                return voice
            subject = self.subject_of(back)
            same = self.statements[back].paragraph == statement.paragraph
            if subject is not None and (subject.one or same) and subject.named == "named":
                return subject
        return None

    def subject_of(self, place: int) -> Speaker | None:
        """Who the sentence `place` is about, whether or not anybody speaks in it."""
        if place not in self._subjects:
            self._subjects[place] = None  # an answer while this one is being looked for
            statement = self.statements[place]
            subject = sentence_subject(self.cast.page.text, statement.words, len(statement.words))
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

    def _pronoun(self, place: int, at: int, pronoun: str, *, owner: bool = False) -> Speaker | None:
        if pronoun in SINGULAR:
            return self._person(place, at, pronoun, owner)
        same = self.subject_of(place)
        if same is not None and same.end <= at and same.name != "unknown" and not same.one:
            return same
        for back in range(place - 1, max(place - _LOOK_BACK, 0) - 1, -1):
            for found in (self._voice(back), self.subject_of(back)):
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
        for back in range(place - 1, max(place - _LOOK_BACK, 0) - 1, -1):
            if self.cast.page.zone_at(self.statements[back].start) in _SKIPPED:
                continue
            for found in (self._voice(back), self.subject_of(back)):
                if found is not None and found.one and self._fits(found.name, pronoun):
                    self._learned.setdefault(found.name, pronoun)
                    return found
            people = [m for m in self._people(back, True) if self._fits(m.name, pronoun)]
            if people and (len(people) == 1 or self._gender(people[0].name)):
                return self._of(people[0], pronoun)
        return self._last_voice(place, pronoun)

    def _voice(self, place: int) -> Speaker | None:
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
        return not gender or gender == pronoun

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
