"""The reference data's migrations, made from `graph/data`: `python -m graph.reference` writes them."""

import csv
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from graph.load import search
from graph.load.identity import relationship_id

DATA = Path(__file__).parent / "data"
MIGRATIONS = Path(__file__).parents[1] / "migrations"
SOURCE = "REFERENCE"
VALID_FROM = "1970-01-01T00:00:00Z"
ALWAYS = 0
# A bigger literal list makes Neo4j plan for seconds.
ROWS_A_STATEMENT = 100

Row = Mapping[str, Any]


def files() -> dict[str, str]:
    """Name and text of every migration that brings reference data."""
    codes = tomllib.loads((DATA / "reference.toml").read_text(encoding="utf-8"))
    return {
        "V0004__reference_codes.cypher": _file("Categories, themes, protections, legal bases, purposes.", _codes(codes)),
        "V0005__reference_roles.cypher": _file("Roles: what they cover, handle and may state.", _roles(codes["role"])),
        "V0006__reference_areas.cypher": _file("Municipalities, districts, countries, and nowhere known.", _areas()),
        "V0007__reference_units.cypher": _file("Units, what they are part of and which areas they serve.", _units()),
        "V0009__reference_tasks.cypher": _file("Tasks of guardians, and what they cover.", _tasks(codes["task"])),
        "V0013__reference_role_of_history.cypher": _file("The role that reads closed cases.", _roles(codes["later_role"])),
        "V0012__search_keys_of_units.cypher": _file("By which words units are found.", _unit_words()),
    }


def _file(says: str, statements: Iterable[str]) -> str:
    return f"// {says} Made by `python -m graph.reference`.\n\n" + "\n".join(statements)


def _codes(codes: Mapping[str, Any]) -> Iterator[str]:
    secret = codes["secret"]["themes"].split()
    yield from _nodes("Category", _named(codes["category"]))
    yield from _nodes("Theme", [{**row, "secret": row["code"] in secret} for row in _named(codes["theme"])])
    yield from _nodes("Protection", _named({code: each["name"] for code, each in codes["protection"].items()}))
    yield from _nodes("LegalBasis", _named(codes["legalbasis"]))
    yield from _nodes("Purpose", _named({code: each["name"] for code, each in codes["purpose"].items()}))
    yield from _relationships("Protection", "OPENS", "Protection", _pairs(codes["protection"], "opens"))
    yield from _relationships("Purpose", "COVERS", "Category", _pairs(codes["purpose"], "covers"))


def _roles(roles: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    yield from _nodes("Role", [{"code": code, "name": each["name"], "reach": each["reach"]} for code, each in roles.items()])
    yield from _relationships("Role", "COVERS", "Category", [row for code, each in roles.items() for row in _covers(code, each)])
    yield from _relationships("Role", "HANDLES", "Theme", _pairs(roles, "handles"))
    yield from _relationships("Role", "MAY_STATE", "Purpose", _pairs(roles, "states"))


def _covers(code: str, role: Mapping[str, str]) -> Iterator[Row]:
    listed = {"READ": role.get("reads", ""), "COMMUNICATE": role.get("communicates", ""), "WRITE": role.get("writes", "")}
    for category in listed["READ"].split():
        yield {"start": code, "end": category, "actions": [action for action, held in listed.items() if category in held.split()]}


def _tasks(tasks: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    yield from _nodes("Task", _named({code: each["name"] for code, each in tasks.items()}))
    yield from _relationships("Task", "COVERS", "Category", _pairs(tasks, "covers"))
    yield from _relationships("Task", "COVERS", "Theme", _pairs(tasks, "themes"))


def _areas() -> Iterator[str]:
    areas, countries = _csv("areas.csv"), _csv("countries.csv")
    yield from _nodes("Area", [{"code": row["code"], "name": row["name"], "kind": row["kind"]} for row in areas])
    yield from _nodes("Area", [{"code": row["code"], "name": row["name"], "kind": "COUNTRY"} for row in countries])
    yield from _nodes("Area", [{"code": "UNKNOWN", "name": "Ukjent", "kind": "UNKNOWN"}])
    yield from _relationships("Area", "PART_OF", "Area", [_part_of(row, "code") for row in areas if row["part_of"]])


def _units() -> Iterator[str]:
    units = _csv("units.csv")
    yield from _nodes("Unit", [_unit(row) for row in units], "number")
    yield from _relationships("Unit", "PART_OF", "Unit", [_part_of(row, "number") for row in units if row["part_of"]])
    yield from _relationships("Unit", "SERVES", "Area", [_serving(row, area) for row in units for area in row["serves"].split()], "theme")


def _unit_words() -> Iterator[str]:
    for part in _parts(_csv("units.csv")):
        rows = [{"id": f"unit:{row['number']}", "name": row["name"], **search.unit(row)} for row in part]
        # One that was renamed since has the key of its own name from the load that renamed it.
        yield (
            f"UNWIND [\n{_listed(rows)}\n] AS row\nMATCH (unit:Unit {{id: row.id}}) WHERE unit.name = row.name\n"
            "SET unit.searchKey = row.searchKey;\n"
        )


def _serving(unit: Row, area: str) -> Row:
    return {"start": unit["number"], "end": area, **({"theme": unit["theme"]} if unit["theme"] else {})}


def _nodes(label: str, rows: Sequence[Row], key: str = "code") -> Iterator[str]:
    prefix = label.lower()
    for part in _parts(rows):
        maps = [{"id": f"{prefix}:{row[key]}", **row} for row in part]
        sets = ", ".join(f"{name}: row.{name}" for name in maps[0])
        # No MERGE: a label set afterwards moves the node on ArcadeDB, and its id then meets itself in the unique index.
        yield (
            f"UNWIND [\n{_listed(maps)}\n] AS row\nOPTIONAL MATCH (held:{label} {{id: row.id}})\nWITH row, held WHERE held IS NULL\n"
            f"CREATE (:Entity:{label} {{{sets}, source: '{SOURCE}', registeredAt: {ALWAYS}}});\n"
        )


def _relationships(start: str, type: str, end: str, rows: Sequence[Row], discriminator: str | None = None) -> Iterator[str]:
    for part in _parts(rows):
        maps = [_relationship(start, type, end, row, discriminator) for row in part]
        own = sorted({name for row in maps for name in row} - {"id", "start", "end"})
        sets = "".join(f"held.{name} = row.{name}, " for name in own)
        yield (
            f"UNWIND [\n{_listed(maps)}\n] AS row\nMATCH (start:{start} {{id: row.start}})\nMATCH (end:{end} {{id: row.end}})\n"
            f"MERGE (start)-[held:{type} {{id: row.id}}]->(end)\n"
            f"SET {sets}held.validFrom = {ALWAYS}, held.source = '{SOURCE}', held.registeredAt = {ALWAYS};\n"
        )


def _relationship(start: str, type: str, end: str, row: Row, discriminator: str | None) -> Row:
    ends = {"start": f"{start.lower()}:{row['start']}", "end": f"{end.lower()}:{row['end']}"}
    told_apart = row.get(discriminator) if discriminator else None
    made = relationship_id(type, ends["start"], ends["end"], valid_from=VALID_FROM, discriminator=told_apart)
    return {**row, **ends, "id": made}


def _named(names: Mapping[str, str]) -> list[Row]:
    return [{"code": code, "name": name} for code, name in names.items()]


def _pairs(held: Mapping[str, Mapping[str, str]], name: str) -> list[Row]:
    return [{"start": code, "end": other} for code, each in held.items() for other in each.get(name, "").split()]


def _part_of(row: Row, key: str) -> Row:
    return {"start": row[key], "end": row["part_of"]}


def _unit(row: Row) -> Row:
    return {"number": row["number"], "name": row["name"], "kind": row["kind"], "protective": row["protective"] == "true"}


def _csv(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def _parts(rows: Sequence[Row]) -> Iterator[list[Row]]:
    left = iter(rows)
    while part := list(islice(left, ROWS_A_STATEMENT)):
        yield part


def _listed(maps: Iterable[Row]) -> str:
    return ",\n".join("  {" + ", ".join(f"{name}: {_literal(value)}" for name, value in row.items()) + "}" for row in maps)


def _literal(value: Any) -> str:
    match value:
        case bool():
            return str(value).lower()
        case str():
            return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'"
        case list():
            return "[" + ", ".join(_literal(each) for each in value) + "]"
        case _:
            return str(value)


if __name__ == "__main__":
    for _name, _text in files().items():
        (MIGRATIONS / _name).write_text(_text, encoding="utf-8")
