"""What is wrong, as someone who typed a command reads it."""

import pytest

import cli


def test_every_wrong_setting_is_a_line_that_begins_with_its_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("INNSYN_PROFIL", "INNSYN_PROFILE", "INNSYN_KIN"):
        monkeypatch.setenv(name, "wrong")
    monkeypatch.setattr("sys.argv", ["innsyn", "db", "status"])
    with pytest.raises(SystemExit, match="2"):
        cli.main()
    told = capsys.readouterr().err.splitlines()
    assert [line.split("`")[:2] for line in told] == [
        ["SETTINGS_INVALID: ", name] for name in ("INNSYN_PROFIL", "INNSYN_PROFILE", "INNSYN_KIN")
    ]
