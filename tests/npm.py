"""What tests take from npm, by the lock file of a folder; fetched when it is not there, by one worker while the others wait."""

import asyncio
import hashlib
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any, Final

import orjson

from tests.maven import CACHE, NotHere, alone

FOLDER: Final = Path(__file__).parent / "node"
_FILES: Final = ("package.json", "package-lock.json", ".npmrc")


async def told(script: str, *arguments: str) -> Any:
    """What a script of `tests/node` writes, which is JSON."""
    there = await asyncio.to_thread(modules, FOLDER)
    process = await asyncio.create_subprocess_exec(
        "node", str(FOLDER / script), *arguments, env=os.environ | {"NODE_PATH": str(there)}, stdout=asyncio.subprocess.PIPE
    )
    written, _ = await process.communicate()
    assert process.returncode == 0, written
    return orjson.loads(written)


def modules(of: Path) -> Path:
    """The packages that the lock file of a folder names."""
    if missing := [each for each in ("node", "npm") if shutil.which(each) is None]:
        raise NotHere(f"Node.js (`{'`, `'.join(missing)}`)")
    lock = hashlib.sha256((of / "package-lock.json").read_bytes()).hexdigest()[:12]
    folder = CACHE / f"node-{lock}"
    with alone(CACHE / "node.lock"):
        if not folder.is_dir():
            _install(of, folder)
    return folder / "node_modules"


def _install(of: Path, folder: Path) -> None:
    made = folder.with_suffix(f".{os.getpid()}")
    made.mkdir(parents=True)
    for file in _FILES:
        shutil.copy(of / file, made)
    command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    done = subprocess.run(command, cwd=made, capture_output=True, text=True, check=False)
    if done.returncode:
        shutil.rmtree(made, ignore_errors=True)
        raise NotHere(f"its packages: npm could not fetch them:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    made.rename(folder)
