"""The registries that annotations point to: people, organisations, places, terms and so on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

from sourcebook.corpus.toml_file import read_toml
from sourcebook.errors import Problem, choose, name_the_choices
from sourcebook.interval import Interval
from sourcebook.span import Span

# Registry -> the field that names an entry to a reader, and the other fields it may have.
REGISTRIES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "people": ("name", "native lang named country variants note roles"),
        "organisations": ("name", "native lang kind country variants note roles"),
        "places": ("name", "neutral kind country contested variants in_neutral note rival_names"),
        "terms": ("label", "neutral contested description variants in_neutral background"),
        "hedges": ("label", "kind variants note"),
        "topics": ("label", "description"),
        "events": ("label", "earliest latest topics basis evidence note background"),
        "figures": ("label", "unit topics note background"),
        "differences": ("title", "kind topics explanation background background_with"),
    }
)

_ROLE = ("role", "from", "to", "basis", "evidence", "note")


@dataclass(frozen=True)
class Role:
    """An office or standing, from one day to another, both included; None where open."""

    role: str
    start: date | None
    end: date | None
    basis: str
    evidence: tuple[Span, ...]

    def in_force(self, when: Interval) -> bool:
        """Tell whether the role was held on at least one day of the interval."""
        begun = self.start is None or self.start <= when.latest
        return begun and (self.end is None or when.earliest <= self.end)


@dataclass(frozen=True)
class Entry:
    """One entry of a registry; `fields` holds what its file says, apart from the roles."""

    registry: str
    key: str
    label: str
    fields: Mapping[str, Any] = field(hash=False)
    roles: tuple[Role, ...] = ()

    @property
    def neutral(self) -> str:
        """Wording for the kit's own voice when terms are neutral; the label where none is set."""
        return str(self.fields.get("neutral") or self.label)

    @property
    def topics(self) -> tuple[str, ...]:
        """Keys of the topics the entry belongs to."""
        return tuple(self.fields.get("topics", ()))

    @property
    def interval(self) -> Interval:
        """When an event took place, as closely as the corpus supports."""
        return Interval(self.fields["earliest"], self.fields["latest"])

    @property
    def evidence(self) -> tuple[Span, ...]:
        """Spans that support an event's date."""
        return tuple(Span.parse(written) for written in self.fields.get("evidence", ()))


@dataclass(frozen=True)
class Vocabulary:
    """All registries, by name and key.

    Examples
    --------
    >>> from sourcebook import load_corpus
    >>> load_corpus().vocabulary.entry("people", "park-jie-won").label
    'Park Jie-won'
    """

    registries: Mapping[str, Mapping[str, Entry]] = field(hash=False)

    def entry(self, registry: str, key: str) -> Entry:
        """Look an entry up; an unknown key raises UnknownName and lists the valid ones."""
        entries = self.registries[registry]
        return entries[choose(key, entries, f"entry of {registry}")]

    def label(self, key: str) -> str:
        """Name of a speaker or source, whether a person or an organisation.

        ``unknown`` stays as it is.
        """
        for registry in ("people", "organisations"):
            if key in self.registries[registry]:
                return self.registries[registry][key].label
        return key

    def __iter__(self) -> Iterator[Entry]:
        """Every entry of every registry."""
        return (entry for entries in self.registries.values() for entry in entries.values())


def read_vocabulary(folder: Path, shown: str) -> tuple[Vocabulary, list[Problem]]:
    """Read all registries below `folder`; `shown` is its path in messages."""
    registries: dict[str, Mapping[str, Entry]] = {}
    problems: list[Problem] = []
    for registry in REGISTRIES:
        file = f"{shown}/{registry}.toml"
        entries, found = _read_registry(registry, folder / f"{registry}.toml", file)
        registries[registry] = MappingProxyType(entries)
        problems += found
    return Vocabulary(MappingProxyType(registries)), problems


def _read_registry(registry: str, path: Path, file: str) -> tuple[dict[str, Entry], list[Problem]]:
    tables, problems = read_toml(path, file)
    entries: dict[str, Entry] = {}
    for key, table in tables.items():
        try:
            entries[key] = _entry(registry, key, table)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            fields = ", ".join((REGISTRIES[registry][0], *REGISTRIES[registry][1].split()))
            remedy = f"mend the entry; its fields may be {fields}"
            reason = f"{error.args[0]!r} is missing" if isinstance(error, KeyError) else str(error)
            problems.append(Problem(file, f"[{key}]", reason, remedy))
    return entries, problems


def _entry(registry: str, key: str, table: dict[str, Any]) -> Entry:
    named_by, others = REGISTRIES[registry]
    allowed = [named_by, *others.split()]
    for name in table:
        if name not in allowed:
            raise ValueError(name_the_choices(name, allowed, "field"))
    fields = {name: value for name, value in table.items() if name != "roles"}
    for name in ("topics", "variants", "evidence", "background_with"):
        listed = fields.get(name, [])
        if not isinstance(listed, list) or not all(isinstance(item, str) for item in listed):
            raise ValueError(f"{name} is not a list of texts")
    reworded = fields.get("in_neutral", {})
    if not isinstance(reworded, dict) or not all(isinstance(one, str) for one in reworded.values()):
        raise ValueError("in_neutral is not a table of texts")
    if registry == "events":
        for end in ("earliest", "latest"):
            if type(fields[end]) is not date:
                raise ValueError(f"{end} is not a date written YYYY-MM-DD without quotation marks")
    entry = Entry(
        registry,
        key,
        str(table[named_by]),
        MappingProxyType(fields),
        tuple(_role(role) for role in table.get("roles", ())),
    )
    if registry == "events":
        _ = entry.interval, entry.evidence  # both raise on a bad date or reference
    return entry


def _role(table: dict[str, Any]) -> Role:
    for name in table:
        if name not in _ROLE:
            raise ValueError(name_the_choices(name, _ROLE, "field of a role"))
    start, end = table.get("from"), table.get("to")
    for day in (start, end):
        if day is not None and type(day) is not date:
            raise ValueError(f"role date {day!r} is not written YYYY-MM-DD")
    if start and end and end < start:
        raise ValueError(f"role {table['role']!r} ends before it begins")
    evidence = tuple(Span.parse(written) for written in table.get("evidence", ()))
    return Role(table["role"], start, end, table["basis"], evidence)
