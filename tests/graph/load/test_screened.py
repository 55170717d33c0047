"""A9: nobody is seen before protection and kinship are in, whatever happens to a load."""

from pathlib import Path
from typing import Any

import pytest

from graph.database import Database
from graph.load import Summary, load, loading, reject
from tests.graph.load.made import NOW, edge, node, person, stream

PEOPLE = (person("p-kari"), person("p-ola"), person("p-eva"), node("a-1", "Address", kind="RESIDENCE"))
GUARDS = (
    edge("p-kari", "PARENT_OF", "p-ola", role="MOTHER"),
    edge("p-kari", "PROTECTED_AS", "protection:STRICTLY_CONFIDENTIAL"),
    edge("p-ola", "PROTECTED_AS", "protection:STRICTLY_CONFIDENTIAL"),
    edge("p-eva", "PARTNER_OF", "p-kari", status="DIVORCED"),
)
WHERE = edge("p-kari", "HAS_ADDRESS", "a-1")
BROKEN = {
    "a guard of no known protection": edge("p-kari", "PROTECTED_AS", "protection:NONE"),
    "a guard with a bad date": edge("p-kari", "PROTECTED_AS", "protection:SHIELDED", validFrom="soon"),
    "a guard between wrong ends": edge("p-kari", "PARENT_OF", "a-1"),
    "a guard of a person with themselves": edge("p-kari", "PARTNER_OF", "p-kari", status="MARRIED"),
    "a guard with its name misspelt": edge("p-kari", "PROTECTED_BY", "protection:SHIELDED"),
    "a guard that breaks off": edge("p-kari", "PARTNER_OF", "p-eva")[:75],
    "a guard whose end is missing": '{"type":"relationship","label":"PROTECTED_AS","start":{"id":"p-kari"}}',
    "an employee's own person with a bad date": edge("e-1", "IS", "p-kari", validFrom="soon"),
}


class Killed(Exception):
    """The load ends here."""


async def loaded(database: Database, tmp_path: Path, *lines: str) -> Summary:
    return await load(database, stream(*lines), rejects=tmp_path / "rejected.jsonl", now=NOW)


async def screened(database: Database) -> set[str]:
    rows = await database.read("MATCH (p:Person) WHERE p.screenedAt IS NOT NULL RETURN p.id AS id")
    return {row["id"] for row in rows}


async def guarded(database: Database) -> set[str]:
    """Those all of whose protection and kinship lines are in."""
    rows = await database.read("MATCH (p:Person)-[r:PARENT_OF|PARTNER_OF|PROTECTED_AS]-() RETURN p.id AS id, count(r) AS held")
    wanted = {"p-kari": 3, "p-ola": 2, "p-eva": 1}
    return {row["id"] for row in rows if row["held"] == wanted[row["id"]]}


async def killed_after(database: Database, tmp_path: Path, statements: int, *lines: str) -> bool:
    """Whether the load was killed before it ended."""
    left = iter(range(statements))

    def count(text: str) -> Any:
        if next(left, None) is None:
            raise Killed

    before, database.on_statement = database.on_statement, count
    try:
        await loaded(database, tmp_path, *lines)
    except Killed:
        return True
    finally:
        database.on_statement = before
    return False


async def test_persons_are_seen_when_all_is_in(database: Database, tmp_path: Path) -> None:
    await loaded(database, tmp_path, *PEOPLE, *GUARDS, WHERE)
    assert await screened(database) == await guarded(database) == {"p-kari", "p-ola", "p-eva"}


async def test_a_person_whom_the_registers_were_not_asked_about_is_never_opened(database: Database, tmp_path: Path) -> None:
    await loaded(database, tmp_path, person("p-new", screenedAt=None))
    await loaded(database, tmp_path, edge("p-new", "PROTECTED_AS", "protection:SHIELDED"))
    assert await screened(database) == set()


@pytest.mark.parametrize("case", BROKEN)
async def test_a_rejected_guard_closes_whom_it_names_and_no_one_else(database: Database, tmp_path: Path, case: str) -> None:
    await loaded(database, tmp_path, *PEOPLE)
    summary = await loaded(database, tmp_path, BROKEN[case], *PEOPLE)
    assert "p-kari" not in await screened(database)
    assert "p-ola" in await screened(database)
    assert summary.closed >= 1


@pytest.mark.parametrize("case", BROKEN)
async def test_a_rejected_guard_closes_persons_of_an_earlier_load(database: Database, tmp_path: Path, case: str) -> None:
    await loaded(database, tmp_path, *PEOPLE)
    summary = await loaded(database, tmp_path, BROKEN[case])
    assert "p-kari" not in await screened(database)
    assert summary.closed >= 1


async def test_a_rejected_line_of_another_kind_closes_no_one(database: Database, tmp_path: Path) -> None:
    await loaded(database, tmp_path, *PEOPLE, edge("p-kari", "HAS_ADDRESS", "a-none"))
    assert await screened(database) == {"p-kari", "p-ola", "p-eva"}


async def test_a_corrected_file_opens_again(database: Database, tmp_path: Path) -> None:
    await loaded(database, tmp_path, *PEOPLE, BROKEN["a guard with a bad date"])
    await loaded(database, tmp_path, *PEOPLE, *GUARDS)
    assert await screened(database) == {"p-kari", "p-ola", "p-eva"}


async def test_guards_alone_leave_those_seen_who_were(database: Database, tmp_path: Path) -> None:
    await loaded(database, tmp_path, *PEOPLE)
    await loaded(database, tmp_path, *GUARDS)
    assert await screened(database) == {"p-kari", "p-ola", "p-eva"}


async def test_more_broken_guards_than_are_kept_open_no_one(database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reject, "MOST_NAMED", 1)
    await loaded(database, tmp_path, *PEOPLE)
    await loaded(database, tmp_path, *PEOPLE[1:], BROKEN["a guard with a bad date"])
    assert await screened(database) == set()


@pytest.mark.parametrize("again", [False, True], ids=["of new persons", "with guards new to persons who are seen"])
async def test_a_load_killed_after_any_statement_shows_no_one_without_their_guards(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, again: bool
) -> None:
    # Small batches, so that a person's guards fall into several transactions.
    monkeypatch.setattr(loading, "RELATIONSHIPS_AT_ONCE", 1)
    statements, killed = 0, True
    while killed:
        await database.write("MATCH (n:Entity) WHERE n.id IN ['p-kari', 'p-ola', 'p-eva', 'a-1'] DETACH DELETE n")
        if again:
            await loaded(database, tmp_path, *PEOPLE)
        killed = await killed_after(database, tmp_path, statements, *GUARDS, *PEOPLE, WHERE)
        begun = bool(await guarded(database)) or not again or await screened(database) != {"p-kari", "p-ola", "p-eva"}
        assert not begun or await screened(database) <= await guarded(database), statements
        statements += 1
    assert await screened(database) == {"p-kari", "p-ola", "p-eva"}


async def test_guards_alone_killed_after_any_statement_show_no_one_half_guarded(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "RELATIONSHIPS_AT_ONCE", 1)
    statements, killed = 0, True
    while killed:
        await database.write("MATCH (n:Entity) WHERE n.id IN ['p-kari', 'p-ola', 'p-eva', 'a-1'] DETACH DELETE n")
        await loaded(database, tmp_path, *PEOPLE)
        killed = await killed_after(database, tmp_path, statements, *GUARDS)
        rows = await database.read("MATCH (:Person)-[r:PARENT_OF|PARTNER_OF|PROTECTED_AS]->() RETURN count(r) AS held")
        assert not rows[0]["held"] or await screened(database) <= await guarded(database), statements
        statements += 1
    assert await screened(database) == {"p-kari", "p-ola", "p-eva"}


async def test_a_killed_load_that_is_repeated_ends_as_if_it_had_not_been_killed(database: Database, tmp_path: Path) -> None:
    await killed_after(database, tmp_path, 12, *PEOPLE, *GUARDS, WHERE)
    assert await screened(database) == set()
    await loaded(database, tmp_path, *PEOPLE, *GUARDS, WHERE)
    assert await screened(database) == {"p-kari", "p-ola", "p-eva"}
