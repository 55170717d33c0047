"""Where the log is, and who may read it."""

import traceback
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner

from audit.errors import LogUnavailable
from audit.migrate import migrate
from audit.store import Address, Postgres, opened
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


PAYLOAD = "position, at, salts, body"


def test_what_fails_in_an_append_leaves_nothing_and_the_store_open(address: Address) -> None:
    with closing(opened(address)) as store:
        with pytest.raises(LogUnavailable), store.appending():
            store.insert("log_payload", PAYLOAD, [(1, 2, b"", "{}"), (2, 2, b"", "{}"), (1, 2, b"", "{}")])
        with pytest.raises(ZeroDivisionError), store.appending():
            store.insert("log_payload", PAYLOAD, [(1 // len(store.rows("SELECT 1 WHERE 1 = 0")), 2, b"", "{}")])
        assert store.rows("SELECT count(*) FROM log_payload") == [(0,)]
        with store.appending():
            store.insert("log_payload", PAYLOAD, [(3, 1 << 40, b"\0\xff", "{}")])
            assert store.rows("SELECT position, at FROM log_payload") == [(3, 1 << 40)]
        assert [(at, bytes(salts)) for at, salts in store.rows("SELECT at, salts FROM log_payload")] == [(1 << 40, b"\0\xff")]


def test_what_fails_in_an_append_and_is_told_later_is_not_taken_for_written(postgres: PostgreSQL, tmp_path: Path) -> None:
    address = Address.of(postgres.url(postgres.apart()), tmp_path)
    migrate(address)
    with closing(opened(address)) as store:
        # What is checked only when the transaction ends.
        store.rows("ALTER TABLE log_payload ADD CONSTRAINT later UNIQUE (at) DEFERRABLE INITIALLY DEFERRED")
        with pytest.raises(LogUnavailable, match="23505"), store.appending():
            store.insert("log_payload", PAYLOAD, [(1, 2, b"", "{}"), (2, 2, b"", "{}")])
        assert store.rows("SELECT count(*) FROM log_payload") == [(0,)]


def test_statements_beyond_those_that_are_kept_prepared_are_answered_too(address: Address) -> None:
    with closing(opened(address)) as store, store.appending():
        for number in range(1, 130):
            marks = ", ".join("?" * number)
            assert store.rows(f"SELECT count(*) FROM log_payload WHERE position IN ({marks})", range(number)) == [(0,)]


def test_what_an_append_to_postgresql_writes_is_sent_in_one(postgres: PostgreSQL, tmp_path: Path) -> None:
    address = Address.of(postgres.url(postgres.apart()), tmp_path)
    migrate(address)
    with closing(opened(address)) as store, store.appending():
        assert isinstance(store, Postgres)
        assert store.append
        assert store.rows("SELECT count(*) FROM log_payload") == [(0,)]
        assert store.append.queued == []
        store.insert("log_payload", PAYLOAD, [(1, 2, b"", "{}")])
        store.insert("log_payload", PAYLOAD, [(2, 2, b"", "{}")])
        assert len(store.append.queued) == 2


def test_a_connection_that_is_lost_in_an_append_is_told(postgres: PostgreSQL, tmp_path: Path) -> None:
    address = Address.of(postgres.url(postgres.apart()), tmp_path)
    migrate(address)
    with closing(opened(address)) as store, closing(opened(address)) as other:
        ((backend,),) = store.rows("SELECT pg_backend_pid()")
        with pytest.raises(LogUnavailable), store.appending():
            other.rows(f"SELECT pg_terminate_backend({backend}), count(*) FROM log_payload")
        assert other.rows("SELECT count(*) FROM log_payload") == [(0,)]
