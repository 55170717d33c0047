"""Files into the graph, on both engines."""

import gzip
import io
import json
from pathlib import Path
from typing import Any

import pytest

from graph.database import Database
from graph.errors import NotMigrated, RejectsUnwritable, SourceUnreadable
from graph.load import Progress, Summary, load
from graph.load.loading import NODES_AT_ONCE
from tests.graph.load.made import NOW, edge, node, person, stream

FAMILY = (
    edge("p-kari", "PARENT_OF", "p-ola", role="MOTHER"),
    edge("p-kari", "HAS_ADDRESS", "a-1"),
    person("p-kari", givenName="Kari", familyName="Ås", birthDate="1980-05-17"),
    node("a-1", "Address", kind="RESIDENCE"),
    edge("a-1", "IN", "area:030102"),
    edge("p-ola", "PROTECTED_AS", "protection:SHIELDED"),
    person("p-ola"),
)


@pytest.fixture
def into(tmp_path: Path) -> Path:
    return tmp_path / "rejected.jsonl"


async def loaded(database: Database, into: Path, *lines: str | bytes, now: int = NOW) -> Summary:
    return await load(database, stream(*lines), rejects=into, now=now)


async def everything(database: Database) -> list[Any]:
    """The graph but for the reference data, with times and dates as the driver gives them."""
    nodes = await database.read(
        "MATCH (n:Entity) WHERE coalesce(n.source, '') <> 'REFERENCE' RETURN n.id AS id, labels(n) AS l, properties(n) AS p"
    )
    edges = await database.read(
        "MATCH (a:Entity)-[r]->(b:Entity) WHERE coalesce(r.source, '') <> 'REFERENCE' "
        "RETURN a.id AS a, type(r) AS t, properties(r) AS p, b.id AS b"
    )
    return sorted(json.dumps({**row, "l": sorted(row.get("l", []))}, sort_keys=True, default=str) for row in [*nodes, *edges])


async def of(database: Database, id: str) -> dict[str, Any]:
    rows = await database.read("MATCH (n:Entity {id: $id}) RETURN properties(n) AS p", {"id": id})
    return dict(rows[0]["p"])


async def screened(database: Database) -> set[str]:
    rows = await database.read("MATCH (p:Person) WHERE p.screenedAt IS NOT NULL RETURN p.id AS id")
    return {row["id"] for row in rows}


def reasons(into: Path) -> list[tuple[int, str]]:
    return [(told["line"], told["reason"]) for told in map(json.loads, into.read_text(encoding="utf-8").splitlines())]


async def test_a_family_loads_with_relationships_before_their_nodes(database: Database, into: Path) -> None:
    summary = await loaded(database, into, *FAMILY)
    assert (summary.nodes, summary.relationships, summary.rejected, summary.rejects) == (3, 4, 0, ())
    kari = await of(database, "p-kari")
    assert (kari["sortKey"], str(kari["birthDate"]), kari["registeredAt"]) == ("}s,kari", "1980-05-17", NOW)
    assert await screened(database) == {"p-kari", "p-ola"}


async def test_every_node_is_an_entity_beside_its_label(database: Database, into: Path) -> None:
    await loaded(database, into, *FAMILY)
    rows = await database.read("MATCH (n:Entity {id: 'p-kari'}) RETURN labels(n) AS labels")
    assert sorted(rows[0]["labels"]) == ["Entity", "Person"]


async def test_loading_twice_leaves_the_same_graph_and_says_the_same(database: Database, into: Path) -> None:
    first = await loaded(database, into, *FAMILY)
    before = await everything(database)
    second = await loaded(database, into, *FAMILY, now=NOW + 1)
    assert await everything(database) == before
    assert (first.nodes, first.relationships) == (second.nodes, second.relationships)


@pytest.mark.parametrize("lines", [FAMILY[::-1], FAMILY[3:] + FAMILY[:3], FAMILY[1::2] + FAMILY[::2]], ids=["back", "turned", "mixed"])
async def test_the_order_of_lines_changes_nothing(database: Database, into: Path, lines: tuple[str, ...]) -> None:
    await loaded(database, into, *FAMILY)
    before = await everything(database)
    await database.write("MATCH (n:Entity) WHERE n.id IN ['p-kari', 'p-ola', 'a-1'] DETACH DELETE n")
    await loaded(database, into, *lines)
    assert await everything(database) == before


async def test_properties_are_replaced_and_what_is_left_out_goes(database: Database, into: Path) -> None:
    await loaded(database, into, person("p-1", givenName="Kari", phone="1"))
    await loaded(database, into, person("p-1", familyName="Dahl", phone=None), now=NOW + 5)
    held = await of(database, "p-1")
    assert (held["registeredAt"], held["sortKey"]) == (NOW, "dahl")
    assert not {"givenName", "phone"} & set(held)


async def test_a_mandate_covers_a_task_of_the_reference_data(database: Database, into: Path) -> None:
    mandate = node("md-1", "Mandate", kind="GUARDIANSHIP", validFrom="2020-01-01")
    assert (await loaded(database, into, mandate, edge("md-1", "COVERS", "task:WORK"))).rejected == 0
    rows = await database.read("MATCH (:Mandate {id: 'md-1'})-[:COVERS]->(task:Task) RETURN task.code AS code")
    assert [row["code"] for row in rows] == ["WORK"]


@pytest.mark.parametrize(("basis", "rejected"), [("GDPR_6_1_A", []), ("AGREED", []), ("GDPR_6_1_X", [(4, "UNKNOWN_VALUE")])])
async def test_a_client_reads_by_a_legal_basis_that_is_there(database: Database, into: Path, basis: str, rejected: list[Any]) -> None:
    lines = (
        node("cl-1", "Client", clientId="bank"),
        node("legalbasis:AGREED", "LegalBasis", code="AGREED"),
        edge("cl-1", "MAY_READ", "category:CARD"),
        edge("cl-1", "MAY_READ", "category:WORK", legalBasis=basis),
    )
    assert (await loaded(database, into, *lines)).relationships == 2 - len(rejected)
    assert (reasons(into) if rejected else []) == rejected


async def test_a_relationship_is_replaced_by_its_id(database: Database, into: Path) -> None:
    ends = ("p-kari", "HAS_ADDRESS", "a-1")
    await loaded(database, into, *FAMILY[2:4], edge(*ends, source="FREG"))
    await loaded(database, into, edge(*ends, validTo="2025-01-01"), now=NOW + 5)
    rows = await database.read("MATCH (:Person {id: 'p-kari'})-[r:HAS_ADDRESS]->() RETURN properties(r) AS p")
    assert [set(row["p"]) for row in rows] == [{"id", "validFrom", "validTo", "registeredAt"}]
    assert rows[0]["p"]["registeredAt"] == NOW


async def test_of_two_lines_with_one_id_the_last_counts(database: Database, into: Path) -> None:
    await loaded(database, into, person("p-1", givenName="Kari"), person("p-1", givenName="Kaja"))
    assert (await of(database, "p-1"))["givenName"] == "Kaja"


async def test_files_are_loaded_as_one(database: Database, tmp_path: Path) -> None:
    files = [tmp_path / "1.jsonl", tmp_path / "2.jsonl"]
    files[0].write_text("\n".join(FAMILY[:3]), encoding="utf-8")
    files[1].write_bytes(gzip.compress("\n".join(FAMILY[3:]).encode()))
    summary = await load(database, files)
    assert (summary.nodes, summary.relationships, summary.rejected) == (3, 4, 0)


def names(folder: Path) -> list[str]:
    return [file.name for file in folder.iterdir()]


def mode(file: Path) -> int:
    return file.stat().st_mode & 0o777


async def test_rejects_stand_beside_their_own_file_and_only_for_the_owner(database: Database, tmp_path: Path) -> None:
    good, bad = tmp_path / "good.jsonl", tmp_path / "bad.jsonl"
    good.write_text(person("p-1"), encoding="utf-8")
    bad.write_text("{\n" + edge("p-1", "MEMBER_OF", "h-none"), encoding="utf-8")
    summary = await load(database, [good, bad])
    into = tmp_path / "bad.jsonl.rejected.jsonl"
    assert summary.rejects == (into,)
    assert reasons(into) == [(1, "NOT_JSON"), (2, "DANGLING_END")]
    assert mode(into) == 0o600


async def test_a_reject_file_of_an_earlier_load_goes_when_nothing_is_rejected(database: Database, into: Path, tmp_path: Path) -> None:
    await loaded(database, into, "{")
    await loaded(database, into, person("p-1"))
    assert names(tmp_path) == []


async def test_the_rest_of_a_file_loads_when_a_line_is_bad(database: Database, into: Path) -> None:
    summary = await loaded(database, into, person("p-1"), b"\xff", node("x", "Human"), "{" + "x" * 1_100_000, person("p-2"))
    assert (summary.nodes, summary.rejected) == (2, 3)
    assert summary.reasons == {"NOT_UTF8": 1, "UNKNOWN_LABEL": 1, "LINE_TOO_LONG": 1}


@pytest.mark.embedded
@pytest.mark.parametrize(("type", "end"), [("WITHHOLDS", "unit:0219"), ("FOR", "unit:0219"), ("GRANTED_BY", "e-1")])
async def test_no_file_decides_what_two_controllers_decide(database: Database, into: Path, type: str, end: str) -> None:
    await database.write("CREATE (:Entity:Restriction {id: 'n-1', validFrom: 0, validTo: 1})")
    summary = await loaded(database, into, node("e-1", "Employee", ident="E1"), edge("n-1", type, end))
    assert summary.reasons == {"WRONG_ENDS": 1}


REFUSED_BY_THE_GRAPH = {
    "a dangling start": (edge("p-none", "HAS_ADDRESS", "a-1"), "DANGLING_END"),
    "a dangling end": (edge("p-1", "HAS_ADDRESS", "a-none"), "DANGLING_END"),
    "wrong ends": (edge("a-1", "HAS_ADDRESS", "p-1"), "WRONG_ENDS"),
    "a property of another kind of the type": (edge("purpose:CREDIT", "COVERS", "category:OPEN", actions=["READ"]), "UNKNOWN_PROPERTY"),
    "an id of another label": (node("p-1", "Household"), "ID_TAKEN"),
    "an id of the reference data": (node("area:0301", "Household"), "ID_TAKEN"),
    "an identifier of another": (node("i-2", "Identifier", kind="NIN", value="17858099999"), "DUPLICATE_IDENTIFIER"),
    "a relationship's id with another end": (edge("p-1", "HAS_ADDRESS", "a-2", id="r-1"), "ID_TAKEN"),
}


@pytest.mark.parametrize("case", REFUSED_BY_THE_GRAPH)
@pytest.mark.parametrize("together", [True, False], ids=["in one file", "in another file"])
async def test_what_the_graph_refuses_is_rejected_with_its_reason(database: Database, into: Path, case: str, together: bool) -> None:
    line, reason = REFUSED_BY_THE_GRAPH[case]
    before = (
        person("p-1"),
        *(node(id, "Address", kind="CONTACT") for id in ("a-1", "a-2")),
        node("i-1", "Identifier", kind="NIN", value="17858099999"),
        edge("p-1", "HAS_ADDRESS", "a-1", id="r-1"),
    )
    await loaded(database, into, *before)
    summary = await loaded(database, into, *(before if together else ()), line)
    assert summary.reasons == {reason: 1}


async def test_two_new_nodes_do_not_share_an_identifier_within_a_file(database: Database, into: Path) -> None:
    lines = [node(f"e-{number}", "Employee", ident="A100101") for number in range(3)]
    assert (await loaded(database, into, *lines)).reasons == {"DUPLICATE_IDENTIFIER": 2}
    assert (await of(database, "e-0"))["ident"] == "A100101"


async def test_two_new_nodes_of_different_labels_do_not_share_an_id(database: Database, into: Path) -> None:
    assert (await loaded(database, into, node("x", "Household"), node("x", "Position"))).reasons == {"ID_TAKEN": 1}


async def test_a_file_may_bring_reference_data_of_its_own(database: Database, into: Path) -> None:
    lines = (
        node("role:KNITTER", "Role", code="KNITTER", reach="LOCAL"),
        edge("role:KNITTER", "COVERS", "category:CARD", actions=["READ", "WRITE"]),
    )
    assert (await loaded(database, into, *lines)).rejected == 0
    rows = await database.read("MATCH (:Role {id: 'role:KNITTER'})-[r:COVERS]->(c) RETURN r.actions AS actions, c.code AS code")
    assert rows == [{"actions": ["READ", "WRITE"], "code": "CARD"}]


async def test_more_lines_than_a_batch_holds_all_load(database: Database, into: Path) -> None:
    count = 2 * NODES_AT_ONCE + 1
    edges = [edge(f"p-{number}", "FOLLOWED_UP_BY", "unit:0315") for number in range(count)]
    summary = await loaded(database, into, *edges, *(person(f"p-{number}") for number in range(count)))
    assert (summary.nodes, summary.relationships, summary.rejected) == (count, count, 0)
    assert len(await screened(database)) == count


async def test_progress_is_told_in_stages_that_reach_their_end(database: Database, tmp_path: Path) -> None:
    file = tmp_path / "family.jsonl"
    file.write_text("\n".join(FAMILY), encoding="utf-8")
    told: dict[str, Progress] = {}
    await load(database, file, progress=lambda each: told.update({each.stage: each}))
    assert list(told) == [f"nodes of {file}", "protection and kinship", "relationships", "opening persons"]
    assert all(each.done == each.total for each in told.values())


async def test_a_file_that_is_not_there_stops_the_load_before_it_begins(database: Database, tmp_path: Path) -> None:
    there = tmp_path / "there.jsonl"
    there.write_text(person("p-1"), encoding="utf-8")
    with pytest.raises(SourceUnreadable):
        await load(database, [there, tmp_path / "nope.jsonl"])
    assert await everything(database) == []


async def test_rejects_never_overwrite_what_is_loaded(database: Database, tmp_path: Path) -> None:
    file = tmp_path / "family.jsonl"
    file.write_text("\n".join(FAMILY), encoding="utf-8")
    with pytest.raises(RejectsUnwritable):
        await load(database, file, rejects=file)
    assert names(tmp_path) == [file.name]


async def test_a_graph_without_migrations_is_not_loaded_into(bare: Database) -> None:
    with pytest.raises(NotMigrated, match="innsyn migrate"):
        await load(bare, io.BytesIO(b""))
