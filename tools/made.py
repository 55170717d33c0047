"""Writes the files that are made from code, or with `--check` says which are not what the code would make."""

import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A file whose text, or a folder (its path ends in `/`) whose files by name, a function without arguments makes."""

    path: str
    maker: str

    @property
    def is_there(self) -> bool:
        """False only while neither the maker's module nor what it makes exists."""
        return _exists(self.maker.partition(":")[0]) or (ROOT / self.path).exists()


MADE = (
    Made(path="schema.graphql", maker="api.schema:sdl"),
    Made(path="docs/model.md", maker="graph.describe:page"),
    Made(path="docs/rules.md", maker="graph.describe_rules:page"),
    Made(path="docs/settings.md", maker="settings:page"),
    Made(path="tests/graph/emitted/", maker="api.emitted:statements"),
)


def main(arguments: list[str]) -> int:
    """Exit status: 1 when `--check` finds a difference."""
    ready = [made for made in MADE if made.is_there]
    for made in MADE:
        if made not in ready:
            print(f"made files: `{made.path}` is not there yet, and neither is `{made.maker}`")
    stale = sorted(path for made in ready for path in _stale(made, write="--check" not in arguments))
    return _report(stale, checked="--check" in arguments)


def _report(stale: list[Path], *, checked: bool) -> int:
    for path in stale:
        name = path.relative_to(ROOT)
        print(f"made files: `{name}` is not what the code makes; write `make generated`" if checked else f"made files: wrote `{name}`")
    if not stale:
        print("made files: all up to date")
    return 1 if checked and stale else 0


def _stale(made: Made, *, write: bool) -> Iterator[Path]:
    wanted = texts(made)
    surplus = set((ROOT / made.path).glob("*")) - set(wanted) if made.path.endswith("/") else set()
    for path, text in wanted.items():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            yield path
            if write:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
    for path in surplus:
        yield path
        if write:
            path.unlink()


def texts(made: Made) -> Mapping[Path, str]:
    """Each file of it with the text that the code makes now."""
    module, _, name = made.maker.partition(":")
    maker: Callable[[], str | Mapping[str, str]] = getattr(import_module(module), name)
    result = maker()
    return {ROOT / made.path: result} if isinstance(result, str) else {ROOT / made.path / name: text for name, text in result.items()}


def _exists(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:
        return False


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
