"""The settings: closed unless told, and an error that names the variable, never its value."""

from dataclasses import asdict
from pathlib import Path

import pytest

import settings
from auth.rules.policy import Policy

SECRET = "correct horse"

WRONG = [
    ("NEO4J_URI", "localhost:7687", "is no address of a Neo4j"),
    ("PUBLIC_URL", "innsyn.example", "is no address of a server; write `https://innsyn.example`"),
    ("CORS_ORIGINS", "*", "has what is no origin of pages; write each in full"),
    ("AUDIT_URL", "sqlite:///log", "is no address of a PostgreSQL; write `postgresql://user@host/database`"),
    ("AUDIT_URL", "postgresql://u@h:54x/db", "has a port that is none; write a number from 1 to 65535"),
    ("AUDIT_URL", "postgresql://u@h,g:65536/db", "has a port that is none; write a number from 1 to 65535"),
    ("AUDIT_URL", "postgresql://u@h/db?port=0", "has a port that is none; write a number from 1 to 65535"),
    ("AUDIT_URL", "postgresql://u:100%@h/db", "does not read as an address of a PostgreSQL"),
    ("EMBEDDED_MEMORY", "much", "is no size; write megabytes as `512m`"),
    ("PROFILE", "debug", "must be `development` or `production`"),
    ("RULES", "none", "must be `innsyn` or `tilgangsmaskinen`"),
    ("DISTRICTS", "maybe", "must be `true` or `false`"),
    ("WITHOUT_AREA", "all", "must be `true` or `false`"),
    ("CHILD_YEARS", "19", "must be at most 18"),
    ("EXEMPT_THEMES", "FAR parentage", "has what is no code of a theme; write codes of three capitals, as `FAR`, or `none`"),
    ("KIN", "cousins", "must be `direct-line` or `near`"),
    ("LIMIT_DEPTH", "1", "must be at least 2"),
    ("INTROSPECTION", "perhaps", "must be `true` or `false`"),
    ("METRICS_ADDRESS", "9464", "is no address to listen at; write `127.0.0.1:9464`"),
    ("DRAIN_SECONDS", "-1", "must be at least 0"),
]


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in settings.Settings.model_fields:
        monkeypatch.delenv(f"INNSYN_{name.upper()}", raising=False)


def test_unset_is_production_on_the_embedded_database() -> None:
    said = settings.load()
    assert (said.profile, said.neo4j_uri, said.data_dir) == ("production", None, Path(".innsyn"))


@pytest.mark.parametrize(("name", "value", "told"), WRONG)
def test_a_wrong_value_says_what_to_write(monkeypatch: pytest.MonkeyPatch, name: str, value: str, told: str) -> None:
    monkeypatch.setenv(f"INNSYN_{name}", value)
    with pytest.raises(settings.SettingsInvalid) as raised:
        settings.load()
    assert f"`INNSYN_{name}` {told}" in str(raised.value)
    assert f"`{value}`" not in str(raised.value)


@pytest.mark.parametrize("url", ["postgresql://u:a%40b@[::1]:5432/db", "postgresql://h:5432,g/db?sslmode=require", "postgres:///db"])
def test_an_address_of_a_postgresql_is_taken_as_the_driver_takes_it(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("INNSYN_AUDIT_URL", url)
    assert settings.load().audit_url == url


@pytest.mark.parametrize(
    "origin", ["https://app.example/", "http://app.example", "https://App.example", "null", "https://*.example", "app.example"]
)
def test_only_whole_origins_are_let_in(monkeypatch: pytest.MonkeyPatch, origin: str) -> None:
    monkeypatch.setenv("INNSYN_CORS_ORIGINS", f"https://other.example, {origin}")
    with pytest.raises(settings.SettingsInvalid, match="is no origin of pages"):
        settings.load()


def test_every_wrong_variable_is_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value, _ in WRONG:
        monkeypatch.setenv(f"INNSYN_{name}", value)
    with pytest.raises(settings.SettingsInvalid) as raised:
        settings.load()
    assert len(str(raised.value).splitlines()) == len({name for name, _, _ in WRONG})


@pytest.mark.parametrize(
    ("name", "near"), [("INNSYN_DATADIR", "INNSYN_DATA_DIR"), ("INNSYN_PROFIL", "INNSYN_PROFILE"), ("INNSYN_NEO4J_URL", "INNSYN_NEO4J_URI")]
)
def test_a_misspelt_variable_is_told_with_the_one_that_is_meant(monkeypatch: pytest.MonkeyPatch, name: str, near: str) -> None:
    monkeypatch.setenv(name, SECRET)
    with pytest.raises(settings.SettingsInvalid) as raised:
        settings.load()
    assert str(raised.value) == f"`{name}` is no variable of innsyn; did you mean `{near}`?"


def test_a_variable_that_resembles_none_is_told_too_and_beside_a_wrong_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INNSYN_XYZ", "1")
    monkeypatch.setenv("INNSYN_PROFILE", "debug")
    with pytest.raises(settings.SettingsInvalid) as raised:
        settings.load()
    first, second = str(raised.value).splitlines()
    assert first == "`INNSYN_XYZ` is no variable of innsyn; docs/settings.md has them all"
    assert second.startswith("`INNSYN_PROFILE` must be")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("INNSYN_TEST_TIMES", "5"),
        ("INNSYN_PROFIL", ""),
        ("INNSYN_SERVICE_HOST", "10.0.0.1"),
        ("INNSYN_SERVICE_PORT_HTTP", "8000"),
        ("INNSYN_PORT", "tcp://10.0.0.1:8000"),
        ("INNSYN_PORT_8000_TCP_ADDR", "10.0.0.1"),
    ],
)
def test_what_is_empty_or_set_by_tests_or_kubernetes_is_no_misspelling(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    assert settings.load().profile == "production"


def test_issuers_are_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INNSYN_ISSUERS", "deploy/issuers.toml")
    assert settings.load().issuers == Path("deploy/issuers.toml")


def test_unset_is_the_closed_side_of_every_choice() -> None:
    said = settings.load()
    assert {name: getattr(said, name) for name in settings.CHOICES} == asdict(Policy())


def test_exempt_themes_are_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INNSYN_EXEMPT_THEMES", "FAR, KTA")
    assert settings.load().exempt_themes == ("FAR", "KTA")


def test_no_theme_is_exempt_by_a_word_since_empty_is_unset(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INNSYN_EXEMPT_THEMES", "")
    assert settings.load().exempt_themes == ("FAR",)
    monkeypatch.setenv("INNSYN_EXEMPT_THEMES", "none")
    assert settings.load().exempt_themes == ()


def test_the_rules_to_compare_with_are_refused_outside_development(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INNSYN_RULES", "tilgangsmaskinen")
    with pytest.raises(settings.SettingsInvalid, match="set `INNSYN_PROFILE=development`"):
        settings.load()


@pytest.mark.parametrize(("name", "value"), [("DISTRICTS", "false"), ("KIN", "near"), ("CHILD_YEARS", "18")])
def test_a_choice_that_the_rules_to_compare_with_ignore_is_refused(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv("INNSYN_PROFILE", "development")
    monkeypatch.setenv("INNSYN_RULES", "tilgangsmaskinen")
    monkeypatch.setenv(f"INNSYN_{name}", value)
    with pytest.raises(settings.SettingsInvalid, match=f"has choices of its own; leave out `INNSYN_{name}`"):
        settings.load()


PLACES = [("127.0.0.1:9464", ("127.0.0.1", 9464)), ("[::1]:1", ("::1", 1)), ("metrics.example:0", ("metrics.example", 0))]


@pytest.mark.parametrize(("address", "place"), PLACES)
def test_metrics_are_shown_where_it_is_said(monkeypatch: pytest.MonkeyPatch, address: str, place: tuple[str, int]) -> None:
    assert settings.load().metrics is None
    monkeypatch.setenv("INNSYN_METRICS_ADDRESS", address)
    assert settings.load().metrics == place


DRAINS = [({}, 5), ({"PROFILE": "development"}, 0), ({"PROFILE": "development", "DRAIN_SECONDS": "7"}, 7)]


@pytest.mark.parametrize(("said", "seconds"), DRAINS, ids=str)
def test_a_server_drains_for_a_moment_but_not_in_development(monkeypatch: pytest.MonkeyPatch, said: dict[str, str], seconds: int) -> None:
    for name, value in said.items():
        monkeypatch.setenv(f"INNSYN_{name}", value)
    assert settings.load().drain == seconds


def test_neo4j_needs_a_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INNSYN_NEO4J_URI", "bolt://localhost:7687")
    with pytest.raises(settings.SettingsInvalid, match="needs `INNSYN_NEO4J_PASSWORD` or `INNSYN_NEO4J_PASSWORD_FILE`"):
        settings.load()


def test_a_password_comes_from_its_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "password").write_text(f"{SECRET}\n")
    monkeypatch.setenv("INNSYN_NEO4J_PASSWORD_FILE", str(tmp_path / "password"))
    assert settings.load().password() == SECRET


def test_a_password_file_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("INNSYN_NEO4J_PASSWORD_FILE", str(tmp_path / "none"))
    with pytest.raises(settings.SettingsInvalid, match="`INNSYN_NEO4J_PASSWORD_FILE` cannot be read"):
        settings.load().password()


def test_two_passwords_are_one_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INNSYN_NEO4J_PASSWORD", SECRET)
    monkeypatch.setenv("INNSYN_NEO4J_PASSWORD_FILE", "password")
    with pytest.raises(settings.SettingsInvalid, match="not both") as raised:
        settings.load()
    assert SECRET not in str(raised.value)


def test_settings_print_without_the_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INNSYN_NEO4J_PASSWORD", SECRET)
    assert SECRET not in repr(settings.load())


def test_each_variable_stands_in_the_table() -> None:
    rows = [line for line in settings.page().splitlines() if line.startswith("| `INNSYN_")]
    assert len(rows) == len(settings.Settings.model_fields)
    assert not any("None" in row for row in rows)
