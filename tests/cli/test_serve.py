"""`innsyn serve`, where it does not come to serve."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from auth.development import DevelopmentIssuer
from cli import app
from cli.demo import welcome
from settings import SettingsInvalid


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as other:
        yield other.getsockname()[1]


def told(port: int) -> str:
    result = CliRunner().invoke(app, ["serve", "--port", str(port)])
    assert result.exit_code == 2
    return result.stderr.splitlines()[-1]


def test_a_taken_port_names_the_option_for_another(taken: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MAKELEVEL", raising=False)
    assert told(taken).endswith("write another `--port` or `--host`")


def test_under_make_a_taken_port_names_what_make_takes(taken: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MAKELEVEL", "1")
    assert told(taken).endswith("write another port after `make run PORT=`")


def test_what_is_no_address_of_a_collector_is_said_before_anything_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4318")
    result = CliRunner().invoke(app, ["serve", "--port", "0"])
    assert isinstance(result.exception, SettingsInvalid)
    assert "write it whole, as `http://127.0.0.1:4318`" in str(result.exception)
    assert "starting …" in result.stderr.splitlines()[-1]


def test_where_trusted_documents_alone_are_answered_nothing_else_is_offered_to_try(tmp_path: Path) -> None:
    issuer, url = DevelopmentIssuer.of(tmp_path), "http://127.0.0.1:8000/graphql"
    all_, only = welcome(issuer, url), welcome(issuer, url, only=True)
    assert ("curl" in all_, "curl" in only) == (True, False)
    assert "INNSYN_TRUSTED_MODE=only" in only
