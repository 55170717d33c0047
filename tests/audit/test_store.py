"""Where the log is, and who may read it."""

import traceback
from pathlib import Path

import pytest
from typer.testing import CliRunner

from audit.errors import LogUnavailable
from audit.migrate import migrate
from audit.store import Address, opened
from cli import app
from tests.postgres import PostgreSQL


def test_a_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    address = Address.of(None, tmp_path / "new")
    migrate(address)
    assert address.file.stat().st_mode & 0o777 == 0o600


def test_an_address_does_not_print_its_password() -> None:
    assert "secret" not in repr(Address.of("postgresql://log:secret@localhost/log", Path()))


@pytest.mark.parametrize("url", ["postgresql://log:secret@127.0.0.1:1/log", "postgresql://log:secret@[/log"])
def test_a_postgresql_that_is_not_there_is_told_without_its_password(url: str) -> None:
    with pytest.raises(LogUnavailable) as raised:
        opened(Address.of(url, Path()), patience=1)
    assert "secret" not in "".join(traceback.format_exception(raised.value))


def test_commands_use_the_postgresql_that_the_setting_names(postgres: PostgreSQL, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    address = Address.of(postgres.url(postgres.apart()), tmp_path)
    migrate(address)
    assert address.url
    for name, value in (("AUDIT_URL", address.url), ("DATA_DIR", str(tmp_path)), ("PROFILE", "development")):
        monkeypatch.setenv(f"INNSYN_{name}", value)
    for command in (("checkpoint",), ("tail",), ("export",), ("verify",)):
        assert CliRunner().invoke(app, ["audit", *command]).exit_code == 0
    assert not (tmp_path / "audit.sqlite").exists()
