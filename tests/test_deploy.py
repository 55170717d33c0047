"""The compose file for Neo4j: each setting is one that Neo4j knows, and parameters stay out of its logs."""

import re
from pathlib import Path

import pytest

from graph.database import Database, logs_parameters

COMPOSE = (Path(__file__).parents[1] / "deploy" / "compose.yaml").read_text(encoding="utf-8")


def settings() -> dict[str, str]:
    """As the image reads them: `_` is a dot, `__` an underscore."""
    found = re.findall(r'NEO4J_([a-z_]+): "?([^"\n]+)', COMPOSE)
    return {name.replace("__", "\0").replace("_", ".").replace("\0", "_"): value for name, value in found}


@pytest.mark.neo4j
async def test_neo4j_knows_each_setting(database: Database) -> None:
    known = {row["name"] for row in await database.read("SHOW SETTINGS YIELD name AS name RETURN name")}
    assert set(settings()) - known == set()


def test_parameters_reach_no_log() -> None:
    assert settings()["db.logs.query.enabled"] == "OFF"
    assert not logs_parameters(settings())


def test_bolt_is_open_to_this_machine_only() -> None:
    assert re.findall(r'- "([\d.:]+)"', COMPOSE) == ["127.0.0.1:7687:7687"]
