"""The frame: lock files, commands, layers and the wheel are what they say they are."""

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest

from tools import made

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = ("requirements.lock", "requirements-dev.lock")
PACKAGES: list[str] = PROJECT["tool"]["importlinter"]["root_packages"]
FORBIDDEN_IMPORTS = (
    ("auth", "graph"),
    ("auth", "settings"),
    ("auth", "neo4j"),
    ("auth", "strawberry"),
    ("graph", "api"),
    ("graph", "audit"),
    ("graph", "settings"),
    ("graph", "strawberry"),
    ("graph", "starlette"),
    ("audit", "graph"),
    ("audit", "settings"),
    ("audit", "neo4j"),
    ("api", "cli"),
    ("api", "neo4j"),
    ("cli", "neo4j"),
    ("cli", "strawberry"),
)
ALLOWED_IMPORTS = (
    ("cli", "api"),
    ("cli", "settings"),
    ("api", "settings"),
    ("api", "graph"),
    ("api", "audit"),
    ("api", "strawberry"),
    ("graph", "auth"),
    ("graph", "neo4j"),
    ("audit", "auth"),
)


def pins(lock: str) -> dict[str, str]:
    """Name and version of everything that a lock file installs."""
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    return dict(line.split()[0].split("==") for line in lines if re.match(r"[a-z0-9]", line))


def wanted(*groups: str) -> Iterator[tuple[str, str]]:
    for group in groups:
        declared = PROJECT["project"]["dependencies"] if group == "run" else PROJECT["dependency-groups"][group]
        for dependency in declared:
            name, exactly, version = dependency.partition(";")[0].partition("==")
            assert exactly, f"`{dependency}` is not pinned: write `{name}==VERSION`"
            yield name.partition("[")[0], version


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_file_carries_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert not re.search(r"://|^--|^-[a-z]| @ |/simple|\.whl|\.tar\.gz", text, re.MULTILINE)


@pytest.mark.parametrize("lock", LOCKS)
def test_everything_in_a_lock_file_has_a_hash(lock: str) -> None:
    entries = re.split(r"\n(?=[a-z0-9])", (ROOT / lock).read_text(encoding="utf-8"))
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


def test_lock_files_hold_what_is_declared() -> None:
    assert dict(wanted("run", "build")).items() <= pins("requirements.lock").items()
    assert dict(wanted("test", "check", "lock", "build")).items() <= pins("requirements-dev.lock").items()


def test_development_installs_all_that_a_run_does() -> None:
    assert pins("requirements.lock").items() <= pins("requirements-dev.lock").items()


def test_bare_make_lists_every_command_with_a_help_text() -> None:
    listed = subprocess.run(["make", "-C", ROOT], check=True, capture_output=True, text=True).stdout
    declared = re.search(r"^\.PHONY: (help .*)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert declared
    assert set(re.findall(r"^ +make ([a-z-]+) +\S+", listed, re.MULTILINE)) == set(declared[1].split())


def test_ci_says_the_words_of_the_readme() -> None:
    steps = re.findall(r"^step (make .*)$", (ROOT / ".ci/run").read_text(encoding="utf-8"), re.MULTILINE)
    assert steps == ["make check", "make test"]
    assert "make test " in (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_folder_stands_in_the_map() -> None:
    folders = {path.parts[0] for path in map(Path, tracked()) if len(path.parts) > 1 and not path.name.startswith(".")}
    mapped = set(re.findall(r"^\| `([a-z]+)/`", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE))
    assert folders - {".ci"} <= mapped


@pytest.mark.parametrize(("package", "other"), FORBIDDEN_IMPORTS)
def test_forbidden_import_breaks_a_contract(package: str, other: str, tmp_path: Path) -> None:
    assert f"{package} is not allowed to import {other}" in verdict(tmp_path, package, other)


@pytest.mark.parametrize(("package", "other"), ALLOWED_IMPORTS)
def test_allowed_import_keeps_the_contracts(package: str, other: str, tmp_path: Path) -> None:
    assert " 0 broken" in verdict(tmp_path, package, other)


def verdict(folder: Path, package: str, other: str) -> str:
    """What the contracts say of our packages, empty but for one import."""
    for name in PACKAGES:
        (folder / name).mkdir(exist_ok=True)
        (folder / name / "__init__.py").write_text(f"import {other}\n" if name == package else "", encoding="utf-8")
    (folder / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    command = "import sys; sys.path.insert(0, '.'); from importlinter.cli import lint_imports_command; lint_imports_command(['--no-cache'])"
    return subprocess.run([sys.executable, "-c", command], check=False, cwd=folder, capture_output=True, text=True).stdout


def test_every_package_is_under_contract() -> None:
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")}
    assert packages - {"tools", "tests", "bench"} == set(PACKAGES)


def test_wheel_holds_every_file_of_the_product(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path], check=True, cwd=ROOT, capture_output=True)
    with ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        packed = set(wheel.namelist())
    product = tuple(f"{part}/" for part in PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["only-include"])
    assert {path for path in tracked() if path.startswith(product)} <= packed


def test_made_files_name_a_maker_that_exists() -> None:
    for each in made.MADE:
        if each.is_there:
            assert made.texts(each)


def tracked() -> list[str]:
    listed = subprocess.run(["git", "ls-files"], check=True, cwd=ROOT, capture_output=True, text=True).stdout
    return [path for path in listed.splitlines() if (ROOT / path).exists()]
