"""Visits: the entries about one subject, read from the store and folded into what that subject reads.

A visit is the look-ups of one actor on one day in Oslo, in one manner, through one system, for the same purpose and case, from the same
seat and with the same result. Days do not move as the log grows: a visit gets more look-ups, and never becomes part of another.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, Final, NamedTuple

import orjson

from audit.gaps import gaps
from audit.store import Store
from audit.withheld import shown
from auth.category import Category
from auth.oslo import begins, day_of, ends
from auth.rule import Rules
from auth.viewer import Viewer, ViewerKind
from auth.visit import By, Gap, History, LookUp, Pseudonyms, Visit

_ENTRIES: Final = """\
SELECT entry.number, kept.body
FROM log_entry AS entry LEFT JOIN log_payload AS kept ON kept.position = entry.position
WHERE entry.tag = ? AND entry.kind = 'subject'
ORDER BY entry.number"""
_SINCE: Final = "SELECT at FROM log_payload ORDER BY position LIMIT 1"
_OPERATOR: Final = "operator:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry about the subject; without parts, one that has been erased."""

    chain: str
    number: int
    parts: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Logged:
    """All that the log has of one subject and they may read, chain by chain; from when it says what it was told, and what it lacks."""

    entries: tuple[Entry, ...]
    since: int | None
    gaps: tuple[Gap, ...] = ()


def about(store: Store, subject: str) -> Logged:
    """What the log has of a subject. It reads their entries and no others."""
    with store.reading():
        # What is withheld is in chains that do not show: the only place where it is told apart.
        entries = [each for tag, number in shown(store, subject).items() for each in _entries(store, tag, number)]
        missing = gaps(store)
        first = next((at for (at,) in store.rows(_SINCE)), None)
    return Logged(entries=tuple(entries), since=_since(first, missing), gaps=missing)


def _since(first: int | None, missing: Sequence[Gap]) -> int | None:
    """From when the log says all: since it began, or the last of its gaps ended. Of whom it told what is lost nobody knows."""
    if not missing:
        return first
    last = max(gap.ends for gap in missing)
    return last if first is None or first <= last else ends(day_of(first))


def _entries(store: Store, tag: bytes, upto: int | None) -> Iterator[Entry]:
    for number, body in store.rows(_ENTRIES, (tag,)):
        if upto is None or number <= upto:
            yield Entry(chain=tag.hex(), number=number, parts=orjson.loads(body) if body else {})


class _Key(NamedTuple):
    """What look-ups of one visit have in common."""

    day: str
    by: By
    kind: str
    actor: str
    client: str | None
    behalf: str | None
    purpose: str | None
    case: str | None
    manner: str
    result: str
    position: str | None


@dataclass(frozen=True, kw_only=True)
class Folding:
    """Folds entries about somebody, whose rules are these."""

    rules: Rules
    pseudonyms: Pseudonyms

    @cached_property
    def mandates(self) -> frozenset[str]:
        """Rules by which someone acts for another."""
        return frozenset(
            grant.id for grant in self.rules.grants if "Person" in grant.viewer_labels and _has(grant.pattern.nodes, "Mandate")
        )

    @cached_property
    def overrides(self) -> frozenset[str]:
        """Rules by which someone took access."""
        return frozenset(grant.id for grant in self.rules.grants if grant.lifts)

    @cached_property
    def assignments(self) -> frozenset[str]:
        """Rules by which a case that was given to someone opens it."""
        return frozenset(grant.id for grant in self.rules.grants if grant.assigned)

    def history(self, kept: Logged, subject: str, asker: Viewer | None = None, upto: Mapping[str, int] | None = None) -> History:
        """The visits to a subject, to whoever asks; `upto`: as of that size of each chain."""
        entries = [each for each in kept.entries if upto is None or each.number <= upto.get(each.chain, 0)]
        said = [each for each in entries if each.parts]
        keys = [self._told_apart(each, subject) for each in said]
        plain = [key if _asks(each, asker) else _plainly(key) for key, each in zip(keys, said, strict=True)]
        visits = tuple(self._visits(subject, keys, said, asker))
        return History(
            visits=visits,
            plain=visits if plain == keys else tuple(self._visits(subject, plain, said, asker)),
            size={each.chain: each.number for each in entries},
            since=kept.since,
            gaps=kept.gaps,
            erased=len(entries) - len(said),
        )

    def _told_apart(self, entry: Entry, subject: str) -> "_Key":
        """What look-ups of one visit have in common."""
        actor, seen = entry.parts["actor"], entry.parts["seen"]
        return _Key(
            day=entry.parts["day"],
            by=self._by(entry, subject),
            kind=actor["kind"],
            actor=actor["key"],
            client=actor.get("client"),
            behalf=actor.get("behalf"),
            purpose=seen.get("purpose"),
            case=actor.get("case"),
            manner=seen["manner"],
            result=seen["result"],
            position=_position(entry),
        )

    def _visits(self, subject: str, keys: Sequence["_Key"], entries: Sequence[Entry], asker: Viewer | None) -> Iterator[Visit]:
        folded: dict[_Key, list[Entry]] = {}
        for key, entry in zip(keys, entries, strict=True):
            folded.setdefault(key, []).append(entry)
        for key, several in folded.items():
            yield self._visit(subject, key, several, own=_asks(several[0], asker))

    def _by(self, entry: Entry, subject: str) -> By:
        actor = entry.parts["actor"]
        if actor["key"].startswith(_OPERATOR):
            return By.OPERATOR
        match ViewerKind(actor["kind"]):
            case ViewerKind.EMPLOYEE:
                return By.EMPLOYEE
            case ViewerKind.CLIENT:
                return By.SYSTEM
            case ViewerKind.PERSON if actor["key"] == subject:
                return By.SELF
            case ViewerKind.PERSON if self.mandates & set(_rules(entry)):
                return By.MANDATE_HOLDER
            case _:
                return By.OTHER

    def _visit(self, subject: str, key: "_Key", entries: Sequence[Entry], *, own: bool) -> Visit:
        by, rules = key.by, tuple(sorted({rule for each in entries for rule in _rules(each)}))
        categories = frozenset(name for each in entries for name in each.parts["seen"]["categories"])
        return Visit(
            id=self.pseudonyms.id(subject, *key),
            day=key.day,
            begins=begins(key.day),
            by=by,
            pseudonym=None if by is By.SYSTEM else self.pseudonyms.of(subject, key.actor),
            system=key.actor if by is By.SYSTEM else key.client,
            behalf=None if key.behalf is None else self.pseudonyms.of(subject, key.behalf),
            purpose=key.purpose,
            manner=key.manner,
            result=key.result,
            rules=rules,
            override=bool(self.overrides & set(rules)),
            categories=_in_order(categories),
            look_ups=tuple(sorted(map(self._look_up, entries), key=lambda each: each.place, reverse=True)),
            seated=_seated(by, key.behalf, subject),
            own=own,
            position=key.position,
            ident=key.actor if by is By.EMPLOYEE else None,
        )

    def _look_up(self, entry: Entry) -> LookUp:
        rules = tuple(_rules(entry))
        return LookUp(
            place=(entry.parts["time"], entry.chain, entry.number),
            at=entry.parts["time"],
            categories=_in_order(frozenset(entry.parts["seen"]["categories"])),
            fields=tuple(entry.parts["detail"]["given"]),
            rules=rules,
            cased="case" in entry.parts["actor"] or bool(self.assignments & set(rules)),
        )


def _asks(entry: Entry, asker: Viewer | None) -> bool:
    """Whether it was whoever asks now who looked."""
    actor = entry.parts["actor"]
    return asker is not None and (actor["kind"], actor["key"]) == (asker.kind, asker.key)


def _plainly(key: _Key) -> _Key:
    """The same to one who may not know which case was stated, nor by what right somebody looked who was not at work."""
    if key.by not in (By.MANDATE_HOLDER, By.OTHER):
        return key._replace(case=None)
    return key._replace(case=None, by=By.OTHER, position=None)


def _seated(by: By, behalf: str | None, subject: str) -> bool:
    """Whether it can be somebody at work who asked, or whom it was asked for."""
    match by:
        case By.SELF | By.MANDATE_HOLDER:
            return False
        case By.SYSTEM:
            return behalf not in (None, subject)
        case _:
            return True


def _rules(entry: Entry) -> Iterator[str]:
    return (each["rule"] for each in entry.parts["ground"]["by"])


def _position(entry: Entry) -> str | None:
    """The seat that gave; of several, the first."""
    return next(iter(entry.parts["detail"].get("positions", ())), None)


@lru_cache(maxsize=1024)
def _in_order(names: frozenset[str]) -> tuple[Category, ...]:
    return tuple(each for each in Category if each in names)


def _has(nodes: Iterable[Any], label: str) -> bool:
    return any(label in node.labels for node in nodes)
