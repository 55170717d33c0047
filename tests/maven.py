"""What tests run of others' Java: the jars of a `pom.xml`, fetched by Maven once."""

import fcntl
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest

CACHE: Final = Path(__file__).parents[1] / ".cache"
_FIRST: Final = re.compile(r"<dependency>\s*<groupId>.*</groupId>\s*<artifactId>(.+)</artifactId>\s*<version>([\d.]+)</version>")


class NotHere(Exception):
    """What the machine lacks to run it."""


@contextmanager
def needed() -> Iterator[None]:
    """What runs others' programs: where the machine lacks one nothing is tried, but in CI that fails."""
    try:
        yield
    except NotHere as missing:
        if os.environ.get("CI"):
            raise
        pytest.skip(f"not tried: this machine lacks {missing}")


def folder(pom: Path) -> Path:
    """Where the jars are, once they have been fetched: by the name and version of what the file names first."""
    first = _FIRST.search(pom.read_text(encoding="utf-8"))
    assert first
    return CACHE / f"{first[1]}-{first[2]}"


def missing(pom: Path) -> str | None:
    """What this machine lacks to fetch them, unless they are there."""
    there = folder(pom).is_dir() or shutil.which("mvn") is not None
    return None if there else "Maven (`mvn`), to fetch its jars once"


def jars(pom: Path) -> Path:
    """The folder with the jars; fetched by Maven when it is not there, by one worker while the others wait."""
    found = folder(pom)
    with alone(found.with_name(f"{found.name}.lock")):
        if not found.is_dir():
            made = found.with_name(f"{found.name}.{os.getpid()}")
            options = ["-DincludeScope=runtime", f"-DoutputDirectory={made}"]
            command = ["mvn", "-B", "-q", "-f", str(pom), "dependency:copy-dependencies", *options]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if done.returncode:
                shutil.rmtree(made, ignore_errors=True)
                raise NotHere(f"its jars: Maven could not fetch them:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
            made.rename(found)
    return found


def java() -> str:
    """The Java that runs them."""
    home = os.environ.get("JAVA_HOME")
    return str(Path(home) / "bin" / "java") if home else "java"


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Whoever else wants this file waits."""
    path.parent.mkdir(exist_ok=True)
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
