"""`innsyn serve`, where it does not come to serve."""

import socket
from collections.abc import Iterator

import pytest
from typer.testing import CliRunner

from cli import app


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
