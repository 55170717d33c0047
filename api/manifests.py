"""The manifests of trusted documents, as frontends' builds write them, and the TOML file that says whose each is.

Every document is read as if it had been asked: one that would be refused keeps the server from starting.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import orjson
from pydantic import BaseModel, ConfigDict

from api import forms
from api.arguments import require_known
from api.document import Document, Documents
from api.errors import ApiError, CostTooHigh, ManifestsInvalid, SeveralChanges
from api.plan import Plan, Plans
from api.trusted import Manifest, id_of
from auth.tables import Tables, Word, Words
from auth.viewer import ViewerKind

_APOLLO: Final = "apollo-persisted-query-manifest"
_SHA256: Final = re.compile(r"(sha256:)?([0-9a-f]{64})")
_SHAPES: Final = (
    'a JSON object of texts by their SHA-256, `{"<hash>": "query …"}`, as the client preset of GraphQL Code Generator writes it, '
    "or Apollo's persisted query manifest, version 1"
)


class Table(BaseModel):
    """One frontend's documents, as the file has it."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, use_attribute_docstrings=True)

    file: Word
    """The manifest, as the frontend's build wrote it; a relative one is beside this file."""
    viewers: Words
    """The kinds of viewers that the frontend asks as: among `employee`, `person`, `client`, `analyst`."""
    clients: Words | None = None
    """The systems whose tokens it asks with, as `client_id` or `azp` of a token has them, or `first>second` where one acts through another;
    unless told, any."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One operation of a trusted document, and the statements that answer it."""

    id: str
    document: Document
    name: str
    plans: Sequence[Plan]

    def costs(self, page: int) -> tuple[int, int]:
        """What it is estimated to cost where its variables say nothing, and the most."""
        found = [forms.costs(plan, page) for plan in self.plans]
        return max(least for least, _ in found), max(most for _, most in found)


_TABLES: Final = Tables(setting="INNSYN_TRUSTED_DOCUMENTS", name="manifest", model=Table, invalid=ManifestsInvalid)


def read(path: Path) -> list[Manifest]:
    """The manifests that a file names; `ManifestsInvalid` says what to write where they are wrong."""
    found, wrong = list[Manifest](), list[str]()
    for table in _TABLES.read(path):
        try:
            found.append(_manifest(path, table()))
        except ManifestsInvalid as error:
            wrong.append(str(error))
    if wrong:
        raise ManifestsInvalid("\n".join(wrong))
    return found


def _manifest(path: Path, table: Table) -> Manifest:
    if unknown := set(table.viewers) - set(ViewerKind):
        raise ManifestsInvalid(
            f"`{path}`: `{min(unknown)}` is no kind of viewer; write some of {', '.join(f'`{each}`' for each in ViewerKind)}"
        )
    kinds, file = frozenset(map(ViewerKind, table.viewers)), path.parent / table.file
    return held(file, kinds, frozenset(table.clients or ()))


def held(file: Path, viewers: frozenset[ViewerKind], clients: frozenset[str] = frozenset()) -> Manifest:
    """The manifest that a file holds, each text by the hash that it should have; `checked` raises what is wrong with the given ones."""
    entries = _entries_of(file)
    return Manifest(
        name=str(file),
        viewers=viewers,
        clients=clients,
        documents={id_of(text): text for _, text in entries},
        faults=tuple(f"`{file}`, {told}" for told in _faults(entries)),
    )


def _entries_of(file: Path) -> list[tuple[str, str]]:
    try:
        read = orjson.loads(file.read_bytes())
    except OSError:
        raise ManifestsInvalid(f"`{file}` cannot be read; write the path of a manifest") from None
    except orjson.JSONDecodeError:
        raise ManifestsInvalid(f"`{file}` is no JSON; write {_SHAPES}") from None
    entries = list(_entries(read))
    if not entries or len(entries) != _length(read):
        raise ManifestsInvalid(f"`{file}` holds no documents; write {_SHAPES}")
    return entries


def _faults(entries: Sequence[tuple[str, str]]) -> Iterator[str]:
    often = Counter(given for given, _ in entries)
    yield from (f"entry `{given[:80]}` is there {times} times; make the manifest anew" for given, times in often.items() if times > 1)
    yield from (told for given, text in dict.fromkeys(entries) for told in _mismatch(given, text))


def _entries(held: object) -> Iterator[tuple[str, str]]:
    """Hash and text of each document; nothing of what has another shape."""
    if not isinstance(held, dict):
        return
    if "format" in held:
        operations = held.get("operations")
        if held["format"] != _APOLLO or held.get("version") != 1 or not isinstance(operations, list):
            return
        found = [(each.get("id"), each.get("body")) for each in operations if isinstance(each, dict)]
    else:
        found = list(held.items())
    yield from ((id_, text) for id_, text in found if isinstance(id_, str) and isinstance(text, str))


def _length(held: Any) -> int:
    """How many documents there should be."""
    return len(held["operations"] if "format" in held else held)


def _mismatch(given: str, text: str) -> Iterator[str]:
    hashed = _SHA256.fullmatch(given)
    if hashed is None:
        preset = "`persistedDocuments: { hashAlgorithm: 'sha256' }`"
        yield f"entry `{given[:80]}`: the id is no SHA-256; with the client preset write {preset}"
    elif id_of(text) != f"sha256:{hashed[2]}":
        yield f"entry `{given}`: the text has another hash, `{id_of(text)}`; make the manifest anew, and do not edit it"


def checked(manifest: Manifest, plans: Plans) -> Iterator[Checked]:
    """Each operation that the manifest's audience can ask; raises, when all are read, a line for each that would be refused or
    has a wrong id."""
    wrong = list(manifest.faults)
    told = Documents(plans.documents.limits, told=True)
    for id_, text in manifest.documents.items():
        try:
            plans.documents.keep(text)
            yield from _checked(id_, text, manifest, plans)
        except ApiError as refused:
            said = "; ".join(_placed(each) for each in _refusal(text, told, refused).told)
            wrong.append(f"`{manifest.name}`, entry `{id_}`{_names(text)}: {refused.code}: {said}")
    if wrong:
        raise ManifestsInvalid("\n".join(wrong))


def _checked(id_: str, text: str, manifest: Manifest, plans: Plans) -> Iterator[Checked]:
    found: dict[str, list[Plan]] = {}
    for plan in forms.plans(plans, text, manifest.kinds):
        require_known(plan.asked, plan.operation, plans.documents.limits)
        if plan.changes and len(plan.asked.operation.roots) > 1:
            raise SeveralChanges
        found.setdefault(plan.operation.name.value if plan.operation.name else "", []).append(plan)
    for name, several in found.items():
        each = Checked(id=id_, document=several[0].document, name=name, plans=several)
        least, _ = each.costs(plans.documents.limits.page)
        if least > plans.documents.limits.cost:
            raise CostTooHigh(least, plans.documents.limits.cost)
        yield each


def _refusal(text: str, told: Documents, refused: ApiError) -> ApiError:
    """The refusal as a server says it that tells its schema: whoever starts one has that."""
    try:
        told.read(text)
    except ApiError as open_:
        return open_ if open_.code == refused.code else refused
    return refused


def _placed(error: Mapping[str, Any]) -> str:
    place = next(iter(error.get("locations") or ()), None)
    return f"{error['message']} (line {place['line']}, column {place['column']})" if place else str(error["message"])


def _names(text: str) -> str:
    found = re.findall(r"\b(?:query|mutation|subscription)\s+(\w+)", text)
    return f" (`{'`, `'.join(found)}`)" if found else ""


def page() -> str:
    """What the TOML file holds, for `docs/settings.md`."""
    keys = [f"| `{name}` | {' '.join((known.description or '').split())} |" for name, known in Table.model_fields.items()]
    return "\n".join((_HEAD, *keys, ""))


_HEAD: Final = """\
## Trusted documents

`INNSYN_TRUSTED_DOCUMENTS` names a TOML file with a table `[[manifest]]` for each frontend;
[running.md](running.md#trusted-documents) has an example. `INNSYN_TRUSTED_MODE` says what becomes of the rest:

| mode | a `documentId` | a document sent as text that is in no manifest of the viewer's |
|---|---|---|
| `off` | is refused: no manifest is read | is answered |
| `log` | is answered | is answered, and leaves a line `document not trusted` in the server's log |
| `prefer` | is answered | is answered |
| `only` | is answered | is refused, unread: `DOCUMENT_NOT_TRUSTED` |

What a table may say; `file` and `viewers` it must:

| key | what |
|---|---|"""
