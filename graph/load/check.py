"""Lines into records, by the model alone: no database is asked."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, Final

import orjson

from auth.national import LONGEST_ID, looks_national
from graph import model
from graph.load import search
from graph.load.identity import relationship_id
from graph.load.names import sort_key
from graph.load.record import Line, Node, Properties, Reason, Record, Refused, Reject, Relationship
from graph.load.values import converted
from graph.model import Property

NODE_KEYS: Final = frozenset({"type", "id", "labels", "properties"})
RELATIONSHIP_KEYS: Final = frozenset({"type", "id", "label", "start", "end", "properties"})
BAD_ID: Final = re.compile(r"[\x00-\x20\x7f]")
ELEVEN_DIGITS: Final = re.compile(r"\d{11}", re.ASCII)
READABLE_ID: Final = re.compile(r'"id"\s*:\s*"((?:[^"\\]|\\.){1,200})"')
READABLE_TYPE: Final = re.compile(r'"(?:label|type)"\s*:\s*"(\w{1,40})"')

GUARDS: Final = frozenset(each.type for each in model.RELATIONSHIPS if each.guards)
OTHERS: Final = frozenset(each.type for each in model.RELATIONSHIPS) - GUARDS


def read(lines: Iterable[Line]) -> Iterator[tuple[Line, Record | Reject]]:
    """Each line with the record that it holds, or with why it holds none."""
    for line in lines:
        try:
            yield line, record(line)
        except Refused as refused:
            yield line, rejected(line, refused)


def record(line: Line) -> Record:
    """The record of one line; Refused when there is none."""
    if not line.whole:
        raise Refused(Reason.LINE_TOO_LONG, "a line holds at most 1 MiB")
    content = _parsed(line.raw)
    match content.get("type"):
        case "node":
            return _node(content)
        case "relationship":
            return _relationship(content)
        case _:
            raise Refused(Reason.NOT_A_RECORD, '`type` must be "node" or "relationship"')


def rejected(line: Line, refused: Refused) -> Reject:
    """Why the line holds no record, and whom it closes."""
    return Reject(line=line, reason=refused.reason, message=refused.message, names=named(line.raw))


def named(raw: bytes) -> frozenset[str]:
    """The ids in a line that is, or may have been, a protection or kinship; none when it was surely something else."""
    text = raw.decode("utf-8", "replace")
    words = set(READABLE_TYPE.findall(text))
    if not words & GUARDS and ("node" in words or words & OTHERS):
        return frozenset()
    return frozenset(_unescaped(found) for found in READABLE_ID.findall(text))


def _unescaped(text: str) -> str:
    try:
        return str(orjson.loads(f'"{text}"'))
    except orjson.JSONDecodeError:
        return text


def _parsed(raw: bytes) -> dict[str, Any]:
    try:
        raw.decode("utf-8")
        content = orjson.loads(raw)
    except UnicodeDecodeError:
        raise Refused(Reason.NOT_UTF8, "the line is not UTF-8") from None
    except orjson.JSONDecodeError:
        raise Refused(Reason.NOT_JSON, "the line is not JSON") from None
    if not isinstance(content, dict):
        raise Refused(Reason.NOT_A_RECORD, "a line is one JSON object")
    return content


def _node(content: dict[str, Any]) -> Node:
    _only(content, NODE_KEYS)
    label = _label(content.get("labels"))
    given, written = _id(content.get("id")), _properties(content)
    properties = _valued(_node_shape(label.name), written, given)
    _lasting(properties)
    _CHECKS.get(label.name, _nothing)(properties)
    if label.reference:
        _reference(label.reference, given, properties)
    return Node(id=given, label=label.name, properties=properties)


def _relationship(content: dict[str, Any]) -> Relationship:
    _only(content, RELATIONSHIP_KEYS)
    type = content.get("label")
    if not isinstance(type, str) or type not in _types():
        raise Refused(Reason.UNKNOWN_RELATIONSHIP, f"no relationship is called {_shown(type)}; docs/model.md lists them")
    start, end, written = _end(content, "start"), _end(content, "end"), _properties(content)
    if start == end:
        raise Refused(Reason.SELF_RELATION, f"a `{type}` has two different ends")
    made = content.get("id") or written.get("id") or _made_id(type, start, end, written)
    properties = _valued(_relationship_shape(type), written, made)
    _lasting(properties)
    return Relationship(id=_id(made), type=type, start=start, end=end, properties=properties)


def _made_id(type: str, start: str, end: str, written: Mapping[str, Any]) -> str:
    return relationship_id(
        type,
        start,
        end,
        valid_from=written.get("validFrom"),
        registered_at=written.get("registeredAt"),
        discriminator=written.get(_types()[type] or ""),
    )


def _only(content: Mapping[str, Any], keys: frozenset[str]) -> None:
    if unknown := sorted(set(content) - keys):
        raise Refused(Reason.UNKNOWN_KEY, f"{_shown(unknown[0])} stands outside of `properties`; a record has {', '.join(sorted(keys))}")


def _label(written: Any) -> model.Label:
    own = [each for each in written if each != model.ENTITY] if isinstance(written, list) else []
    if len(own) != 1 or not isinstance(own[0], str) or own[0] not in model.LABELS:
        raise Refused(Reason.UNKNOWN_LABEL, f"`labels` must hold one label of docs/model.md, not {_shown(written)}")
    label = model.LABELS[own[0]]
    if label.made_here:
        raise Refused(Reason.UNKNOWN_LABEL, f"a `{label.name}` is made by users of innsyn, and by no file")
    return label


def _id(written: Any) -> str:
    if written is None or written == "":
        raise Refused(Reason.ID_MISSING, "every node and both ends of a relationship have an `id`")
    if not isinstance(written, str) or len(written) > LONGEST_ID or BAD_ID.search(written):
        raise Refused(Reason.ID_INVALID, f"an id is text without spaces, of at most {LONGEST_ID} characters")
    if ELEVEN_DIGITS.fullmatch(written) or looks_national(written):
        raise Refused(Reason.ID_INVALID, "an id is no national number and holds none")
    return written


def _end(content: Mapping[str, Any], which: str) -> str:
    end = content.get(which)
    if not isinstance(end, dict) or not end.get("id"):
        raise Refused(Reason.END_MISSING, f'write `"{which}": {{"id": "…"}}`')
    return _id(end["id"])


def _properties(content: Mapping[str, Any]) -> dict[str, Any]:
    written = content.get("properties")
    if written is None:
        return {}
    if not isinstance(written, dict):
        raise Refused(Reason.NOT_A_RECORD, "`properties` is an object")
    return written


def _valued(shape: "_Shape", written: Mapping[str, Any], id: str) -> Properties:
    values = {name: _value(shape.properties, name, value) for name, value in written.items() if value is not None}
    if values.pop("id", id) != id:
        raise Refused(Reason.ID_INVALID, "`id` in the properties differs from the record's")
    for name in shape.required:
        if name not in values:
            reason = Reason.VALID_FROM_MISSING if name == "validFrom" else Reason.PROPERTY_MISSING
            raise Refused(reason, f"`{name}` is missing")
    return values


def _value(shape: Mapping[str, Property], name: str, value: Any) -> Any:
    declared = shape.get(name)
    if declared is None:
        raise Refused(Reason.UNKNOWN_PROPERTY, f"{_shown(name)} is no property of it; docs/model.md lists them")
    if declared.derived:
        raise Refused(Reason.UNKNOWN_PROPERTY, f"`{name}` is computed by innsyn; leave it out")
    try:
        held = converted(declared.kind, value)
    except Refused as refused:
        raise Refused(refused.reason, f"`{name}`: {refused.message}") from None
    if declared.values and not set(held if isinstance(held, list) else [held]) <= set(declared.values):
        raise Refused(Reason.UNKNOWN_VALUE, f"`{name}` must be one of {', '.join(declared.values)}")
    return held


def _lasting(properties: Properties) -> None:
    begins, ends = properties.get("validFrom"), properties.get("validTo")
    if begins is not None and ends is not None and ends <= begins:
        raise Refused(Reason.INTERVAL_EMPTY, "`validTo` must be after `validFrom`: the one is exclusive, the other inclusive")


def _reference(prefix: str, id: str, properties: Properties) -> None:
    code = properties.get("code", properties.get("number"))
    if id != f"{prefix}:{code}":
        raise Refused(Reason.ID_INVALID, f"its id is made of its code: write `{prefix}:` and the code")


def _person(properties: Properties) -> None:
    key = sort_key(properties.get("familyName"), properties.get("givenName"), properties.get("middleName"))
    if key is not None:
        properties["sortKey"] = key
    properties |= search.person(properties)


def _business(properties: Properties) -> None:
    properties |= search.business(properties)


def _unit(properties: Properties) -> None:
    properties |= search.unit(properties)


def _identifier(properties: Properties) -> None:
    if not ELEVEN_DIGITS.fullmatch(properties["value"]):
        raise Refused(Reason.IDENTIFIER_INVALID, "the value of an identifier is eleven digits")


def _nothing(properties: Properties) -> None:
    """Most labels need no check of their own."""


def _shown(value: Any) -> str:
    text = str(value)
    return f"`{text[:60]}…`" if len(text) > 60 else f"`{text}`"


_CHECKS: Final = {
    "Person": _person,
    "Identifier": _identifier,
    "Business": _business,
    "Municipality": _unit,
    "Unit": _unit,
}


@dataclass(frozen=True, slots=True)
class _Shape:
    """What a kind of record may have, and what it must have."""

    properties: Mapping[str, Property]
    required: tuple[str, ...]

    @classmethod
    def of(cls, properties: Mapping[str, Property]) -> "_Shape":
        required = sorted(each.name for each in properties.values() if each.required and each.name != "id")
        return cls(MappingProxyType(dict(properties)), tuple(required))


@cache
def _node_shape(label: str) -> _Shape:
    return _Shape.of(model.properties_of(model.LABELS[label]))


@cache
def _relationship_shape(type: str) -> _Shape:
    # What all kinds of the type have between them; which of them a line may have is known when its ends are.
    kinds = [model.properties_between(each) for each in model.RELATIONSHIPS if each.type == type]
    return _Shape.of({name: declared for kind in kinds for name, declared in kind.items()})


@cache
def _types() -> Mapping[str, str | None]:
    return MappingProxyType({each.type: each.discriminator for each in model.RELATIONSHIPS})
