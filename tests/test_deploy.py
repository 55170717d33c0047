"""What is there to deploy with: settings that are known, no parameters in Neo4j's logs, and a timer that runs a command."""

import os
import re
import tomllib
from pathlib import Path

import pytest
from typer.testing import CliRunner

from auth.trusted import PROVIDERS, read
from cli import app
from graph.database import Database, logs_parameters
from settings import Settings

DEPLOY = Path(__file__).parents[1] / "deploy"
COMPOSE = (DEPLOY / "compose.yaml").read_text(encoding="utf-8")
SERVICES = {path.stem: path.read_text(encoding="utf-8") for path in sorted(DEPLOY.glob("*.service"))}


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


@pytest.mark.parametrize("name", SERVICES)
def test_what_a_timer_runs_is_told_by_settings_that_are(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    told = dict(re.findall(r"^Environment=(INNSYN_\w+)=(.+)$", SERVICES[name], re.MULTILINE))
    for each in (each for each in os.environ if each.startswith("INNSYN_")):
        monkeypatch.delenv(each)
    for each, value in told.items():
        monkeypatch.setenv(each, value)
    assert {each.removeprefix("INNSYN_").lower() for each in told} == Settings().model_fields_set


def test_what_prunes_is_not_the_server() -> None:
    users = {name: re.findall(r"postgresql://(\w+)@", text) for name, text in SERVICES.items()}
    assert users["innsyn-prune"] == ["innsyn_retention"]
    assert {user for name in users.keys() - {"innsyn-prune"} for user in users[name]} == {"innsyn_service"}


@pytest.mark.parametrize("name", SERVICES)
def test_the_timer_runs_a_command_that_is(name: str) -> None:
    (command,) = re.findall(r"^ExecStart=\S+/innsyn (.+)$", SERVICES[name], re.MULTILINE)
    assert CliRunner().invoke(app, [*command.split(), "--help"]).exit_code == 0
    assert "OnCalendar=" in (DEPLOY / f"{name}.timer").read_text(encoding="utf-8")


def test_the_issuers_are_one_of_each_kind_and_those_that_the_page_explains() -> None:
    page = (DEPLOY.parent / "docs" / "running.md").read_text(encoding="utf-8")
    explained = tomllib.loads("\n".join(re.findall(r"```toml\n(.*?)```", page, re.DOTALL)))["issuer"]
    assert explained == tomllib.loads((DEPLOY / "issuers.toml").read_text(encoding="utf-8"))["issuer"]
    assert {each.provider for each in read(DEPLOY / "issuers.toml")} == set(PROVIDERS) - {"other"}
