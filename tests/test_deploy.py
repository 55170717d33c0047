"""What is there to deploy with: settings that are known, no parameters in Neo4j's logs, and a timer that runs a command."""

import json
import os
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from auth.trusted import PROVIDERS, read
from cli import app
from cli.demo import FOLDER
from graph.database import Database, logs_parameters
from settings import Settings

DEPLOY = Path(__file__).parents[1] / "deploy"
COMPOSE = (DEPLOY / "compose.yaml").read_text(encoding="utf-8")
REALM = json.loads((DEPLOY / "keycloak-realm.json").read_text(encoding="utf-8"))
(KEYCLOAK,) = (each for each in read(DEPLOY / "issuers.toml") if each.provider == "keycloak")
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


def test_bolt_and_keycloak_are_open_to_this_machine_only() -> None:
    assert re.findall(r'- "([\d.:]+)"', COMPOSE) == ["127.0.0.1:7687:7687", "127.0.0.1:8180:8180"]


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


def scope() -> dict[str, Any]:
    """The client scope that is asked for to ask innsyn."""
    (found,) = (each for each in REALM["clientScopes"] if (each["name"],) == KEYCLOAK.scopes)
    return dict(found)


def mapped(kind: str) -> dict[str, str]:
    (found,) = (each["config"] for each in scope()["protocolMappers"] if each["protocolMapper"] == kind)
    return dict(found)


def test_keycloak_calls_itself_what_innsyn_believes() -> None:
    (address,) = re.findall(r'"--hostname=([^"]+)"', COMPOSE)
    assert f"{address}/realms/{REALM['realm']}" == KEYCLOAK.issuer
    assert f"./keycloak-realm.json:/opt/keycloak/data/import/{REALM['realm']}-realm.json:ro" in COMPOSE


def test_the_scope_brings_the_audience_and_the_ident_and_access_tokens_alone_have_them() -> None:
    audience, ident = mapped("oidc-audience-mapper"), mapped("oidc-usermodel-attribute-mapper")
    assert (audience["included.custom.audience"],) == KEYCLOAK.audience
    assert (ident["claim.name"], KEYCLOAK.viewer) == (KEYCLOAK.claim, "employee")
    assert scope()["attributes"]["include.in.token.scope"] == "true"
    assert {(each["access.token.claim"], each["id.token.claim"]) for each in (audience, ident)} == {("true", "false")}


def test_a_token_is_for_innsyn_when_it_is_asked_for() -> None:
    (client,) = REALM["clients"]
    assert (client["defaultClientScopes"], client["optionalClientScopes"]) == (["basic"], [scope()["name"]])
    assert REALM["defaultDefaultClientScopes"] == ["basic"]


def test_the_page_signs_in_by_pkce_and_in_no_other_way_on_this_machine() -> None:
    (client,) = REALM["clients"]
    flows = ("standardFlowEnabled", "implicitFlowEnabled", "directAccessGrantsEnabled", "serviceAccountsEnabled")
    assert [client[each] for each in flows] == [True, False, False, False]
    assert (client["publicClient"], client["attributes"]["pkce.code.challenge.method"]) == (True, "S256")
    assert all(re.match(r"http://(127\.0\.0\.1|localhost):", each) for each in client["redirectUris"])


def test_nobody_says_their_own_ident() -> None:
    ((profile,),) = (
        each["config"]["kc.user.profile.config"] for each in REALM["components"]["org.keycloak.userprofile.UserProfileProvider"]
    )
    said = json.loads(profile)
    edit = {each["name"]: each["permissions"]["edit"] for each in said["attributes"]}
    assert edit[mapped("oidc-usermodel-attribute-mapper")["user.attribute"]] == ["admin"]
    assert "unmanagedAttributePolicy" not in said
    assert not REALM["registrationAllowed"]


def test_the_users_of_the_realm_are_employees_of_the_demo() -> None:
    nodes = [json.loads(line) for line in (FOLDER / "20-employees.jsonl").read_text(encoding="utf-8").splitlines()]
    names = {each["properties"]["ident"]: each["properties"]["displayName"] for each in nodes if "Employee" in each.get("labels", ())}
    users = {each["attributes"]["ident"][0]: f"{each['firstName']} {each['lastName']}" for each in REALM["users"]}
    assert users.items() <= names.items()
    assert [each["username"] for each in REALM["users"]] == [ident.lower() for ident in users]
