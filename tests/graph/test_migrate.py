"""Migrations: they cover the model, bring the reference data, and run as often as one likes; on both engines."""

import csv
import re
import tomllib
from collections.abc import AsyncIterator, Mapping
from itertools import product
from typing import Any

import pytest
import pytest_asyncio

from auth.category import THEMED, Category
from graph import migrate, model, reference
from graph.database import Database
from graph.errors import ConstraintViolated, DatabaseUnavailable, MigrationsDiffer, NotMigrated
from tests.databases import Server

CONSTRAINT = re.compile(r"CREATE CONSTRAINT \w+ IF NOT EXISTS FOR \(node:(\w+)\) REQUIRE node\.(\w+) IS UNIQUE")
INDEX = re.compile(r"CREATE INDEX \w+ IF NOT EXISTS FOR \(node:(\w+)\) ON \(node\.(\w+)\)")
FILES = sorted(migrate.FOLDER.glob("V*.cypher"))
TEXT = "".join(file.read_text(encoding="utf-8") for file in FILES)
CODES: Mapping[str, Any] = tomllib.loads((reference.DATA / "reference.toml").read_text(encoding="utf-8"))


def keys(*, unique: bool) -> set[tuple[str, str]]:
    declared = {(label, each.name): each for label in model.LABELS for each in model.properties_of(model.LABELS[label]).values()}
    return {key for key, each in declared.items() if each.indexed and each.unique == unique}


async def migrated(server: Server) -> list[str]:
    where = server.address
    return await migrate.migrate(where.uri, where.user, where.password, where.database)


async def of(database: Database, statement: str, **parameters: Any) -> list[Any]:
    return [next(iter(row.values())) for row in await database.read(statement, parameters)]


@pytest_asyncio.fixture
async def spoilt(server: Server, bare: Database) -> AsyncIterator[Database]:
    """A migrated graph for a test to spoil."""
    await migrated(server)
    yield bare
    await server.wipe()


def test_constraints_cover_every_unique_key_of_the_model() -> None:
    assert set(CONSTRAINT.findall(TEXT)) == keys(unique=True) | {(model.ENTITY, "id")}


def test_indexes_cover_every_look_up_key_of_the_model() -> None:
    assert set(INDEX.findall(TEXT)) == keys(unique=False)


def test_every_label_is_made_by_a_migration() -> None:
    assert set(re.findall(r"CREATE \((?:node)?:Entity:(\w+) ", TEXT)) == set(model.LABELS)
    assert TEXT.rindex("CREATE (node:Entity:") < TEXT.index("FOR (node:Entity)")


def test_a_statement_holds_no_semicolon_of_its_own() -> None:
    # The library splits a file at every one, also in a comment or a text.
    assert all(line.count(";") == line.endswith(";") for line in TEXT.splitlines())


@pytest.mark.parametrize("name", sorted(reference.files()))
def test_reference_migrations_are_made_from_the_data(name: str) -> None:
    assert (migrate.FOLDER / name).read_text(encoding="utf-8") == reference.files()[name]


async def test_a_bare_graph_lacks_every_migration_and_says_the_command(bare: Database) -> None:
    assert len(await migrate.pending(bare)) == len(FILES)
    with pytest.raises(NotMigrated, match="innsyn migrate"):
        await migrate.require_migrated(bare)


async def test_migrating_says_what_it_did_and_then_has_nothing_to_do(server: Server, bare: Database) -> None:
    assert [name.split()[0] for name in await migrated(server)] == [file.name.split("__")[0] for file in FILES]
    assert await migrated(server) == []
    assert await migrate.pending(bare) == []


async def test_asking_what_is_pending_takes_one_statement(database: Database, statements: list[str]) -> None:
    await migrate.require_migrated(database)
    assert len(statements) == 1


async def test_every_statement_of_a_migration_runs_twice_and_changes_nothing(database: Database) -> None:
    before = await of(database, "MATCH (n) RETURN count(n)"), await of(database, "MATCH ()-[r]->() RETURN count(r)")
    for statement in TEXT.split(";")[:-1]:
        await database.write(statement)
    assert (await of(database, "MATCH (n) RETURN count(n)"), await of(database, "MATCH ()-[r]->() RETURN count(r)")) == before


async def test_a_migration_that_was_changed_afterwards_is_told(server: Server, spoilt: Database) -> None:
    await spoilt.write("MATCH (m:__Neo4jMigration {version: '0003'}) SET m.checksum = '1'")
    with pytest.raises(MigrationsDiffer, match="V0003"):
        await migrate.pending(spoilt)
    with pytest.raises(MigrationsDiffer, match="V0003"):
        await migrated(server)


async def test_a_graph_of_a_newer_innsyn_is_told(spoilt: Database) -> None:
    newer = "CREATE (m)-[:MIGRATED_TO]->(:__Neo4jMigration {version: '9999', description: 'later', type: 'CYPHER'})"
    await spoilt.write(f"MATCH (m:__Neo4jMigration {{version: '0007'}}) {newer}")
    with pytest.raises(MigrationsDiffer, match="V9999"):
        await migrate.require_migrated(spoilt)


async def test_a_database_that_cannot_be_reached_is_told_without_its_password() -> None:
    with pytest.raises(DatabaseUnavailable) as refused:
        await migrate.migrate("bolt://127.0.0.1:1", "neo4j", "secret-word")
    assert "secret-word" not in str(refused.value)
    assert refused.value.__context__ is None


async def test_no_two_nodes_share_an_id_whatever_their_labels(database: Database) -> None:
    for label in model.LABELS:
        await database.write(f"CREATE (:Entity:{label} {{id: 'x-{label}'}})")
    for one, other in product(model.LABELS, repeat=2):
        with pytest.raises(ConstraintViolated):
            await database.write(f"CREATE (:Entity:{other} {{id: 'x-{one}'}})")


@pytest.mark.parametrize(("label", "key"), sorted(keys(unique=True)))
async def test_no_two_nodes_share_a_unique_key(database: Database, label: str, key: str) -> None:
    await database.write(
        f"CREATE (:Entity:{label} {{id: 'x-1', {key}: 'same'}})" if key != "id" else f"CREATE (:Entity:{label} {{id: 'same'}})"
    )
    with pytest.raises(ConstraintViolated):
        await database.write(f"CREATE (:Entity:{label} {{{key}: 'same'}})")


async def test_nothing_but_the_reference_data_is_left_by_migrations(database: Database) -> None:
    assert await of(database, "MATCH (n:Entity) WHERE coalesce(n.source, '') <> 'REFERENCE' RETURN n.id AS id") == []


async def test_all_areas_and_units_of_the_data_are_there(database: Database) -> None:
    areas = {f"area:{row['code']}" for name in ("areas.csv", "countries.csv") for row in rows(name)} | {"area:UNKNOWN"}
    assert set(await of(database, "MATCH (area:Area) RETURN area.id")) == areas
    assert set(await of(database, "MATCH (unit:Unit) RETURN unit.id")) == {f"unit:{row['number']}" for row in rows("units.csv")}


async def test_every_municipality_and_district_is_served_by_an_office_and_an_aid_centre(database: Database) -> None:
    served = "MATCH (:Unit {kind: $kind})-[serves:SERVES]->(area:Area) WHERE coalesce(serves.theme, '') = $theme RETURN DISTINCT area.code"
    every = {row["code"] for row in rows("areas.csv")}
    assert set(await of(database, served, kind="OFFICE", theme="")) == every
    assert set(await of(database, served, kind="AID_CENTRE", theme="HJE")) == every


async def test_only_the_unit_for_those_in_hiding_is_protective(database: Database) -> None:
    assert await of(database, "MATCH (unit:Unit) WHERE unit.protective RETURN unit.number") == ["2103"]


async def test_only_a_strictly_confidential_clearance_opens_another_protection(database: Database) -> None:
    opens = await database.read("MATCH (one:Protection)-[:OPENS]->(other:Protection) RETURN one.code AS one, other.code AS other")
    assert opens == [{"one": "STRICTLY_CONFIDENTIAL", "other": "STRICTLY_CONFIDENTIAL_ABROAD"}]


async def test_a_controller_gets_no_category(database: Database) -> None:
    assert await of(database, "MATCH (:Role {code: 'CONTROLLER'})-[:COVERS|HANDLES]->(held) RETURN held.code") == []


async def test_reception_sees_the_card_alone(database: Database) -> None:
    assert await of(database, "MATCH (:Role {code: 'RECEPTION'})-[:COVERS]->(category) RETURN category.code") == ["CARD"]


@pytest.mark.parametrize("closed", ["PROTECTION", "TRACE", "OPEN"])
async def test_only_named_purposes_cover_what_few_need(database: Database, closed: str) -> None:
    few = {"PROTECTION": {"PROTECTED_PERSONS"}, "TRACE": {"ACCESS_REVIEW", "INSIGHT_REQUEST"}, "OPEN": set[str]()}
    found = await of(database, "MATCH (purpose:Purpose)-[:COVERS]->(:Category {code: $code}) RETURN purpose.code", code=closed)
    assert set(found) == few[closed]


async def test_reference_data_are_loadable_records(database: Database) -> None:
    found = await database.read(
        "MATCH (a:Entity)-[r]->(b:Entity) RETURN DISTINCT [x IN labels(a) WHERE x <> 'Entity'][0] AS start, type(r) AS type,"
        " [x IN labels(b) WHERE x <> 'Entity'][0] AS end, keys(r) AS keys"
    )
    for row in found:
        kind = model.between(row["type"], row["start"], row["end"])
        assert kind is not None
        assert {"id", "validFrom", "registeredAt", "source"} <= set(row["keys"]) <= set(model.properties_between(kind))


async def test_the_tasks_of_guardians_cover_what_the_data_say(database: Database) -> None:
    covers = "MATCH (task:Task)-[:COVERS]->(held) WITH task, held.code AS code ORDER BY code RETURN task.id AS id, collect(code) AS codes"
    found = {row["id"]: row["codes"] for row in await database.read(covers)}
    said = {f"task:{code}": sorted(f"{task['covers']} {task.get('themes', '')}".split()) for code, task in CODES["task"].items()}
    assert found == said


def test_a_task_without_themes_covers_no_rows() -> None:
    rowless = {code for code, task in CODES["task"].items() if not task.get("themes")}
    assert all(not THEMED & set(map(Category, CODES["task"][code]["covers"].split())) for code in rowless)


def test_no_task_covers_a_secret_theme() -> None:
    assert not {theme for task in CODES["task"].values() for theme in task.get("themes", "").split()} & set(
        CODES["secret"]["themes"].split()
    )


def test_what_a_role_communicates_or_writes_it_also_reads() -> None:
    for role in CODES["role"].values():
        assert set(f"{role.get('communicates', '')} {role.get('writes', '')}".split()) <= set(role.get("reads", "").split())


@pytest.mark.parametrize(
    ("label", "field", "pointed"),
    [
        ("role", "handles", "theme"),
        ("role", "states", "purpose"),
        ("role", "reads", "category"),
        ("purpose", "covers", "category"),
        ("task", "covers", "category"),
        ("task", "themes", "theme"),
    ],
)
def test_codes_point_at_codes_that_are_there(label: str, field: str, pointed: str) -> None:
    assert {code for each in CODES[label].values() for code in each.get(field, "").split()} <= set(CODES[pointed])


def test_a_role_that_reads_states_a_purpose_that_covers_some_of_it() -> None:
    for code, role in CODES["role"].items():
        covered = {each for purpose in role["states"].split() for each in CODES["purpose"][purpose]["covers"].split()}
        assert set(role.get("reads", "").split()) <= covered, code


def rows(name: str) -> list[dict[str, str]]:
    with (reference.DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
