"""The people whom a statement names in the writer's own words."""

from __future__ import annotations

from sourcebook.annotate.speech.cast import Cast, Mention
from sourcebook.annotate.speech.clauses import PREPOSITIONS
from sourcebook.annotate.speech.narration import Statement
from sourcebook.annotate.speech.roles import is_person_noun
from sourcebook.annotate.speech.subjects import Subject


def people_in(cast: Cast, statement: Statement, *, owners: bool) -> list[Mention]:
    """People named in the writer's own words in a statement, without those who own a thing."""
    text = cast.page.text
    reach = statement.start + 3_000  # the subject of a longer “sentence” stands before that
    return [
        mention
        for mention in cast.within(statement.start, min(statement.end, reach))
        if mention.layer == "people"
        and not statement.is_quoted(mention.start)
        and (owners or text[mention.end : mention.end + 2] not in {"'s", "’s"})
    ]


def called_person(cast: Cast, statement: Statement) -> Mention | None:
    """Find whom “called” names, as in “Her apprentice is a girl called Ann Ray”."""
    text = cast.page.text
    for person in people_in(cast, statement, owners=False):
        if text[max(person.start - 8, 0) : person.start].endswith((" called ", " named ")):
            return person
    return None


def cut_at_name(cast: Cast, statement: Statement, subject: Subject) -> Subject:
    """Cut a subject after the name that ends it: “The pensioner Ann Ray | pays more”."""
    words = statement.words
    end = words[subject.last - 1].end
    people = [m for m in cast.within(words[subject.first].start, end) if m.layer == "people"]
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
