"""Entries in the words of others: JSON Lines, CEF as security operations read it, AuditEvent as IHE's Basic Audit Log Patterns have it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Final

import orjson

from audit.record import Kind
from audit.store import Store

_ENTRIES: Final = """\
SELECT entry.position, entry.kind, entry.concludes, entry.said, entry.hash, kept.at, kept.body,
       EXISTS (SELECT 1 FROM log_entry AS outcome WHERE outcome.concludes = entry.position)
FROM log_entry AS entry LEFT JOIN log_payload AS kept ON kept.position = entry.position
WHERE entry.position >= ? AND entry.position < ?
ORDER BY entry.position"""


class Format(StrEnum):
    """As what entries are written."""

    JSONL = "jsonl"
    CEF = "cef"
    BALP = "balp"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry as it is read: its parts by name; none where it is about the log itself or has been erased."""

    position: int
    kind: Kind
    at: int | None
    parts: Mapping[str, Any]
    hash: str
    said: Mapping[str, Any] | None = None
    ended: bool = False

    @property
    def attempted(self) -> bool:
        """Whether it is an intent that nothing has ended."""
        return self.kind is Kind.INTENT and not self.ended

    @property
    def result(self) -> str:
        """How it ended, in a word."""
        told = self.parts.get("seen") or self.parts.get("outcome") or {}
        return "attempted" if self.attempted else told.get("result", "")

    @property
    def of_question(self) -> bool:
        """Whether it stands for a question about someone, or about nobody: not for what other entries say already."""
        match self.kind:
            case Kind.SUBJECT:
                return bool(self.parts)
            case Kind.REQUEST:
                return bool(self.parts) and not self.parts["outcome"]["subjects"]
            case _:
                return bool(self.parts) and self.attempted


def entries(store: Store, since: int, upto: int) -> Iterator[Entry]:
    """The entries from a position on and before another, in order."""
    with store.reading():
        for position, kind, _, said, hashed, at, body, ended in store.stream(_ENTRIES, (since, upto)):
            yield Entry(
                position=position,
                kind=Kind(kind),
                at=at,
                parts=orjson.loads(body) if body else {},
                hash=bytes(hashed).hex(),
                said=orjson.loads(said) if said else None,
                ended=bool(ended),
            )


def told(store: Store, form: Format, since: int, upto: int) -> Iterator[Entry]:
    """The entries that a format has a line for, from a position on and before another."""
    _, all_of_it = _WRITERS[form]
    return (each for each in entries(store, since, upto) if all_of_it or each.of_question)


def exported(store: Store, form: Format, *, origin: str, since: int, upto: int) -> Iterator[str]:
    """The log from a position on and before another, a line each."""
    write, _ = _WRITERS[form]
    return (write(each, origin) for each in told(store, form, since, upto))


def jsonl(entry: Entry, origin: str) -> str:
    """All that an entry says."""
    told = {"log": origin, "position": entry.position, "kind": entry.kind.value, "hash": entry.hash, **entry.parts}
    if entry.said is not None:
        told["said"] = entry.said
    if entry.attempted:
        told["attempted"] = True
    return orjson.dumps(told).decode()


def cef(entry: Entry, origin: str) -> str:
    """A line of the Common Event Format: who looked at whom."""
    actor, told = entry.parts["actor"], _asked(entry)
    refused = entry.result not in ("allowed", "attempted")
    fields = {
        "end": entry.at,
        "suid": actor["key"],
        "duid": _subject(entry),
        "sproc": actor["request"],
        "dproc": actor.get("client"),
        "request": " ".join(told.get("roots", ())),
        "flexString1": "Deny" if refused else "Permit",
        "flexString1Label": "Decision",
        "flexString2": entry.parts.get("detail", entry.parts.get("outcome", {})).get("code"),
        "flexString2Label": "Code",
        "cs1": told.get("purpose"),
        "cs1Label": "purpose",
        "cs2": actor.get("case"),
        "cs2Label": "case",
        "cs3": " ".join(told.get("categories", ())),
        "cs3Label": "categories",
        "cs4": " ".join(each["rule"] for each in entry.parts.get("ground", {}).get("by", ())),
        "cs4Label": "rules",
        "cs5": entry.result,
        "cs5Label": "result",
        "cs6": str(entry.position),
        "cs6Label": "position",
    }
    head = ("CEF:0", origin, "AuditLogger", "1.0", "audit:access", "innsyn look-up", "WARN" if refused else "INFO")
    return "|".join(map(_head_escaped, head)) + "|" + " ".join(_pairs(fields))


def balp(entry: Entry, origin: str) -> str:
    """A FHIR R4 AuditEvent by the profile of a read, or of a read about a patient where the subject is a person."""
    actor, person = entry.parts["actor"], entry.parts.get("subject", {}).get("label") == "Person"
    user: dict[str, Any] = {
        "type": _concept(_PARTICIPATION, "IRCP", "information recipient"),
        "who": _named(actor["key"]),
        "requestor": True,
    }
    if roles := entry.parts.get("seat", {}).get("roles"):
        user["role"] = [{"text": role} for role in roles]
    if purpose := _asked(entry).get("purpose"):
        user["purposeOfUse"] = [{"text": purpose}]
    event = {
        "resourceType": "AuditEvent",
        "id": f"{entry.position}",
        "meta": {
            "profile": [f"https://profiles.ihe.net/ITI/BALP/StructureDefinition/IHE.BasicAudit.{'PatientRead' if person else 'Read'}"]
        },
        "type": {"system": f"{_HL7}/audit-event-type", "code": "rest", "display": "Restful Operation"},
        "subtype": [{"system": "http://hl7.org/fhir/restful-interaction", "code": "read", "display": "read"}],
        "action": "R",
        "recorded": datetime.fromtimestamp((entry.at or 0) / 1000, UTC).isoformat(timespec="milliseconds"),
        "outcome": {"allowed": "0", "refused": "4"}.get(entry.result, "8"),
        "outcomeDesc": entry.result,
        "agent": [
            {"type": _concept(_DICOM, "110153", "Source Role ID"), "who": _named(actor.get("client", actor["kind"])), "requestor": False},
            {"type": _concept(_DICOM, "110152", "Destination Role ID"), "who": _named(origin), "requestor": False},
            user,
        ],
        "source": {"observer": {"display": origin}, "type": [{"system": f"{_HL7}/security-source-type", "code": "4"}]},
        "entity": list(_entities(entry, person=person)),
    }
    return orjson.dumps(event).decode()


_WRITERS: Final[Mapping[Format, tuple[Callable[[Entry, str], str], bool]]] = {
    Format.JSONL: (jsonl, True),
    Format.CEF: (cef, False),
    Format.BALP: (balp, False),
}
"""What writes a line, and whether it does so for every entry."""
_HL7: Final = "http://terminology.hl7.org/CodeSystem"
_PARTICIPATION: Final = f"{_HL7}/v3-ParticipationType"
_DICOM: Final = "http://dicom.nema.org/resources/ontology/DCM"


def _entities(entry: Entry, *, person: bool) -> Iterator[dict[str, Any]]:
    told = _asked(entry)
    if person:
        yield {"what": _named(_subject(entry) or ""), "type": _entity("1", "Person"), "role": _role("1", "Patient")}
    about = _named(_subject(entry) or " ".join(told.get("roots", ())))
    detail = [{"type": "category", "valueString": each} for each in told.get("categories", ())]
    by = [{"type": "rule", "valueString": each["rule"]} for each in entry.parts.get("ground", {}).get("by", ())]
    data = {"what": about, "type": _entity("2", "System Object"), "role": _role("4", "Domain Resource")}
    yield data | ({"detail": detail + by} if detail or by else {})
    request = {"system": "https://profiles.ihe.net/ITI/BALP/CodeSystem/BasicAuditEntityType", "code": "XrequestId"}
    yield {"what": _named(entry.parts["actor"]["request"]), "type": request}


def _asked(entry: Entry) -> dict[str, Any]:
    """What is said of the question, in an entry of a subject or of a request."""
    parts = entry.parts
    return dict(parts["asked"]) if "asked" in parts else {**parts["seen"], "roots": parts["detail"]["roots"]}


def _subject(entry: Entry) -> str | None:
    """About whom; where an intent names several, none."""
    named = [entry.parts["subject"]["id"]] if "subject" in entry.parts else entry.parts["asked"].get("subjects", [])
    return named[0] if len(named) == 1 else None


def _pairs(fields: Mapping[str, object]) -> Iterator[str]:
    for name, value in fields.items():
        of = fields.get(name.removesuffix("Label")) if name.endswith("Label") else value
        if of not in (None, ""):
            yield f"{name}={_escaped(str(value))}"


def _head_escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("\n", " ")


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("=", "\\=").replace("|", "\\|").replace("\r", "").replace("\n", "\\n")


def _named(value: str) -> dict[str, Any]:
    return {"identifier": {"value": value}}


def _concept(system: str, code: str, display: str) -> dict[str, Any]:
    return {"coding": [{"system": system, "code": code, "display": display}]}


def _entity(code: str, display: str) -> dict[str, str]:
    return {"system": f"{_HL7}/audit-entity-type", "code": code, "display": display}


def _role(code: str, display: str) -> dict[str, str]:
    return {"system": f"{_HL7}/object-role", "code": code, "display": display}
