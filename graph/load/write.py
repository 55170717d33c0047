"""Batches of records into the graph: each in one transaction that a conflict may run again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Final, Generic, TypeVar

from graph import model
from graph.database import Database, Row, Transaction
from graph.load import cypher
from graph.load.check import GUARDS
from graph.load.record import Line, Node, Properties, Reason, Refused, Reject, Relationship

SECONDS: Final = 300.0
CODED: Final = MappingProxyType({"MAY_READ": ("legalBasis", "LegalBasis")})
"""Relationships with a property that a rule trusts to be the code of such a node."""
Kept = TypeVar("Kept", Node, Relationship)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting(Generic[Kept]):
    """A record that waits to be written, and the line that it stood in."""

    source: int
    line: Line
    record: Kept


Rejected = list[tuple[int, Reject]]


async def nodes(database: Database, label: str, batch: list[Waiting[Node]], now: int) -> tuple[list[Node], Rejected]:
    """Write nodes of one label, of two with one id the last; which were written, and which could not be."""

    async def work(transaction: Transaction) -> tuple[list[Node], Rejected]:
        return await _nodes(transaction, label, batch, now)

    return await database.transact(work, name=f"load {label}", seconds=SECONDS)


async def relationships(database: Database, type: str, batch: list[Waiting[Relationship]], now: int) -> tuple[int, Rejected]:
    """Write relationships of one type; how many lines were written, and which could not be."""

    async def work(transaction: Transaction) -> tuple[int, Rejected]:
        return await _relationships(transaction, type, batch, now)

    return await database.transact(work, name=f"load {type}", seconds=SECONDS)


async def close_changed(database: Database, type: str, batch: list[Waiting[Relationship]]) -> list[tuple[str, int]]:
    """Close those who can be seen now and of whom these guards tell something new; who, and since when they were screened."""

    async def work(transaction: Transaction) -> list[tuple[str, int]]:
        ids = sorted({id for each in batch for id in (each.record.start, each.record.end)})
        visible = {row["id"]: row["at"] for row in await transaction.run(cypher.VISIBLE, {"ids": ids})}
        closing = sorted(await _newly_guarded(transaction, type, batch) & visible.keys()) if visible else []
        if closing:
            await transaction.run(cypher.CLOSE, {"ids": closing})
        return [(id, visible[id]) for id in closing]

    return await database.transact(work, name=f"load close {type}", seconds=SECONDS)


async def close(database: Database, ids: list[str]) -> int:
    """Close these persons; how many of them could be seen."""
    rows = await database.write(cypher.CLOSE, {"ids": ids}, seconds=SECONDS)
    return int(rows[0]["closed"])


async def screen(database: Database, rows: list[tuple[str, int | None]]) -> None:
    """Set when these persons were screened; the last one counts."""
    await database.write(cypher.SCREEN, {"rows": [{"id": id, "at": at} for id, at in dict(rows).items()]}, seconds=SECONDS)


async def _nodes(transaction: Transaction, label: str, batch: list[Waiting[Node]], now: int) -> tuple[list[Node], Rejected]:
    held = {row["id"]: row for row in await _collected(transaction, cypher.HELD, {"ids": sorted({each.record.id for each in batch})})}
    holders = await _holders(transaction, label, batch)
    accepted: dict[str, Node] = {}
    rejected: Rejected = []
    for each in batch:
        try:
            _require_own_id(each.record, held)
            _require_own_keys(each.record, holders)
            accepted[each.record.id] = each.record
        except Refused as refused:
            rejected.append((each.source, _reject(each, refused)))
    await _write_nodes(transaction, label, accepted, held, now)
    return list(accepted.values()), rejected


async def _write_nodes(transaction: Transaction, label: str, accepted: Mapping[str, Node], held: Mapping[str, Row], now: int) -> None:
    new = [_row(node.id, _withheld(node), now) for id, node in accepted.items() if id not in held]
    there = [(node, held[id]["properties"]) for id, node in accepted.items() if id in held]
    rows = [(_row(node.id, _withheld(node), before.get("registeredAt", now)), before) for node, before in there]
    if changed := [row for row, before in rows if row != before]:
        await transaction.run(cypher.replace_nodes(label), {"rows": changed})
    if new:
        await transaction.run(cypher.create_nodes(label), {"rows": new})


async def _holders(transaction: Transaction, label: str, batch: list[Waiting[Node]]) -> dict[tuple[str, str], str]:
    """Who holds which value of a unique key, in the graph."""
    found: dict[tuple[str, str], str] = {}
    for key in _unique_keys(label):
        values = sorted({each.record.properties[key] for each in batch if key in each.record.properties})
        rows = await transaction.run(cypher.holders(label, key), {"values": values}) if values else []
        found.update({(key, row["value"]): row["id"] for row in rows})
    return found


def _require_own_id(node: Node, held: Mapping[str, Row]) -> None:
    if node.id in held and node.label not in held[node.id]["labels"]:
        other = next(label for label in held[node.id]["labels"] if label != model.ENTITY)
        raise Refused(Reason.ID_TAKEN, f"a {other} has this id; an id is unique over all labels")


def _require_own_keys(node: Node, holders: dict[tuple[str, str], str]) -> None:
    keys = [(key, node.properties[key]) for key in _unique_keys(node.label) if key in node.properties]
    for key in keys:
        if holders.get(key, node.id) != node.id:
            raise Refused(Reason.DUPLICATE_IDENTIFIER, f"another {node.label} has this `{key[0]}`")
    holders.update(dict.fromkeys(keys, node.id))


async def _relationships(transaction: Transaction, type: str, batch: list[Waiting[Relationship]], now: int) -> tuple[int, Rejected]:
    ids = sorted({id for each in batch for id in (each.record.start, each.record.end)})
    labels = {id: _own(row["labels"]) for row in await transaction.run(cypher.PRESENT, {"ids": ids}) for id in row["ids"]}
    placed, rejected = _placed(batch, labels, await _codes(transaction, type, batch))
    ends = await _held_ends(transaction, type, placed, labels)
    accepted: dict[tuple[str, str], Relationship] = {}
    for each in placed:
        try:
            _require_same_end(each.record, ends)
            accepted[each.record.start, each.record.id] = each.record
        except Refused as refused:
            rejected.append((each.source, _reject(each, refused)))
    await _write_relationships(transaction, accepted, ends, labels, now)
    return len(batch) - len(rejected), rejected


@dataclass(frozen=True, slots=True)
class _Held:
    """A relationship as the graph has it; `properties` are none when it is only in this batch."""

    end: str
    properties: Properties | None


async def _write_relationships(
    transaction: Transaction,
    accepted: Mapping[tuple[str, str], Relationship],
    held: Mapping[tuple[str, str], _Held],
    labels: Mapping[str, str],
    now: int,
) -> None:
    new: dict[tuple[str, str, str], list[Row]] = {}
    changed: dict[tuple[str, str], list[Row]] = {}
    for key, each in accepted.items():
        start, end = labels[each.start], labels[each.end]
        before = held[key].properties
        row = _row(each.id, each.properties, (before or {}).get("registeredAt", now))
        if before is None:
            new.setdefault((start, each.type, end), []).append({**row, "start": each.start, "end": each.end})
        elif row != before:
            changed.setdefault((start, each.type), []).append({"start": each.start, "id": each.id, "properties": row})
    for place, rows in changed.items():
        await transaction.run(cypher.replace_relationships(*place), {"rows": rows})
    for kind, rows in new.items():
        await transaction.run(cypher.create_relationships(*kind), {"rows": rows})


def _placed(
    batch: list[Waiting[Relationship]], labels: Mapping[str, str], codes: frozenset[str]
) -> tuple[list[Waiting[Relationship]], Rejected]:
    placed: list[Waiting[Relationship]] = []
    rejected: Rejected = []
    for each in batch:
        try:
            _require_kind(each.record, labels)
            _require_code(each.record, codes)
            placed.append(each)
        except Refused as refused:
            rejected.append((each.source, _reject(each, refused)))
    return placed, rejected


def _require_kind(each: Relationship, labels: Mapping[str, str]) -> None:
    for which, id in (("start", each.start), ("end", each.end)):
        if id not in labels:
            raise Refused(
                Reason.DANGLING_END,
                f"no node has the id of the {which} of this `{each.type}`; what may stand there: {_meant(each.type, which)}",
            )
    start, end = labels[each.start], labels[each.end]
    allowed = _allowed(each.type, start, end)
    if allowed is None:
        raise Refused(Reason.WRONG_ENDS, f"`{each.type}` does not go from {start} to {end}; docs/model.md says between what")
    if unknown := sorted(each.properties.keys() - allowed):
        raise Refused(Reason.UNKNOWN_PROPERTY, f"`{unknown[0]}` is no property of `{each.type}` from {start} to {end}")


async def _codes(transaction: Transaction, type: str, batch: list[Waiting[Relationship]]) -> frozenset[str]:
    """Those of the codes in the batch that a node has."""
    if type not in CODED:
        return frozenset()
    property_, label = CODED[type]
    values = sorted({each.record.properties[property_] for each in batch if property_ in each.record.properties})
    return frozenset(row["value"] for row in await transaction.run(cypher.holders(label, "code"), {"values": values}))


def _require_code(each: Relationship, codes: frozenset[str]) -> None:
    property_, label = CODED.get(each.type, ("", ""))
    if property_ in each.properties and each.properties[property_] not in codes:
        raise Refused(Reason.UNKNOWN_VALUE, f"`{property_}` is the code of a {label} in the graph or in the files")


async def _held_ends(
    transaction: Transaction, type: str, placed: list[Waiting[Relationship]], labels: Mapping[str, str]
) -> dict[tuple[str, str], _Held]:
    by_label: dict[str, list[Row]] = {}
    for each in placed:
        by_label.setdefault(labels[each.record.start], []).append({"start": each.record.start, "id": each.record.id})
    held: dict[tuple[str, str], _Held] = {}
    for label, rows in by_label.items():
        found = await _collected(transaction, cypher.held_relationships(label, type), {"rows": rows})
        held.update({(row["start"], row["id"]): _Held(row["end"], row["properties"]) for row in found})
    return held


def _require_same_end(each: Relationship, held: dict[tuple[str, str], _Held]) -> None:
    before = held.setdefault((each.start, each.id), _Held(each.end, None))
    if before.end != each.end:
        raise Refused(Reason.ID_TAKEN, f"a `{each.type}` of this id goes from here to another node")


async def _newly_guarded(transaction: Transaction, type: str, batch: list[Waiting[Relationship]]) -> set[str]:
    rows = [{"start": each.record.start, "id": each.record.id} for each in batch]
    found = await _collected(transaction, cypher.held_relationships(_start_of(type), type), {"rows": rows})
    held = {(row["start"], row["id"]): row["properties"] for row in found}
    changed = [each.record for each in batch if not _same(each.record, held.get((each.record.start, each.record.id)))]
    return {id for each in changed for id in (each.start, each.end)}


def _same(each: Relationship, before: Properties | None) -> bool:
    return before is not None and _row(each.id, each.properties, before.get("registeredAt")) == before


def _row(id: str, properties: Properties, registered_at: Any) -> Row:
    return {"registeredAt": registered_at, **properties, "id": id}


def _withheld(node: Node) -> Properties:
    # A person is not seen before protection and kinship are in (A9): `screen` sets it at the end.
    return {name: value for name, value in node.properties.items() if name != "screenedAt"} if node.label == "Person" else node.properties


def _reject(each: Waiting[Any], refused: Refused) -> Reject:
    record = each.record
    guards = isinstance(record, Relationship) and record.type in GUARDS
    names = frozenset({record.start, record.end}) if guards else frozenset()
    return Reject(line=each.line, reason=refused.reason, message=refused.message, names=names)


async def _collected(transaction: Transaction, text: str, parameters: Row) -> list[Row]:
    rows = await transaction.run(text, parameters)
    return list(rows[0]["held"])


def _own(labels: Iterable[str]) -> str:
    return next(label for label in labels if label != model.ENTITY)


@cache
def _unique_keys(label: str) -> tuple[str, ...]:
    return tuple(each.name for each in model.LABELS[label].properties.values() if each.unique)


def _meant(type: str, which: str) -> str:
    """The labels that an end of such a relationship may have."""
    return ", ".join(sorted({end if which == "end" else start for kind, start, end in _kinds() if kind == type}))


@cache
def _allowed(type: str, start: str, end: str) -> frozenset[str] | None:
    kind = _kinds().get((type, start, end))
    return None if kind is None else frozenset(model.properties_between(kind))


@cache
def _kinds() -> Mapping[tuple[str, str, str], model.Relationship]:
    brought = (each for each in model.RELATIONSHIPS if not model.LABELS[each.start].made_here)
    return MappingProxyType({(each.type, each.start, end): each for each in brought for end in each.ends})


@cache
def _start_of(guard: str) -> str:
    return next(each.start for each in model.RELATIONSHIPS if each.type == guard)
