"""What tests take from npm, by the lock file in `tests/node`; fetched when it is not there, by one worker while the others wait."""

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
    modules = await asyncio.to_thread(_modules)
    process = await asyncio.create_subprocess_exec(
        "node", str(FOLDER / script), *arguments, env=os.environ | {"NODE_PATH": str(modules)}, stdout=asyncio.subprocess.PIPE
    )
    written, _ = await process.communicate()
    assert process.returncode == 0, written
    return orjson.loads(written)


def _modules() -> Path:
    if missing := [each for each in ("node", "npm") if shutil.which(each) is None]:
        raise NotHere(f"Node.js (`{'`, `'.join(missing)}`)")
    lock = hashlib.sha256((FOLDER / "package-lock.json").read_bytes()).hexdigest()[:12]
    folder = CACHE / f"node-{lock}"
    with alone(CACHE / "node.lock"):
        if not folder.is_dir():
            _install(folder)
    return folder / "node_modules"


def _install(folder: Path) -> None:
    made = folder.with_suffix(f".{os.getpid()}")
    made.mkdir(parents=True)
    for file in _FILES:
        shutil.copy(FOLDER / file, made)
    command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    done = subprocess.run(command, cwd=made, capture_output=True, text=True, check=False)
    if done.returncode:
        shutil.rmtree(made, ignore_errors=True)
        raise NotHere(f"its packages: npm could not fetch them:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    made.rename(folder)
