"""What in `schema.graphql` breaks a client of the last release, whose schema is `schema.released.graphql`.

Whoever releases writes the one over the other with `--renew`, and empties `MEANT`.
"""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from graphql import GraphQLInterfaceType, GraphQLObjectType, GraphQLSchema, build_schema, find_breaking_changes

ROOT: Final = Path(__file__).parent.parent
NOW, RELEASED = ROOT / "schema.graphql", ROOT / "schema.released.graphql"

MEANT: Final[Mapping[str, str]] = {}
"""Breaks that are meant: what is said of each, and why it is worth its price to whoever wrote a client."""


def main(arguments: list[str]) -> int:
    """Exit status: 1 when something breaks that is not meant, or is meant and does not."""
    if "--renew" in arguments:
        RELEASED.write_text(NOW.read_text(encoding="utf-8"), encoding="utf-8")
    found = breaks(RELEASED.read_text(encoding="utf-8"), NOW.read_text(encoding="utf-8"))
    said = complaints(found, MEANT)
    print("\n".join(said) or f"released schema: nothing breaks that is not meant ({len(found)} meant)")
    return 1 if said else 0


def complaints(found: list[str], meant: Mapping[str, str]) -> list[str]:
    """A sentence on each that somebody must look at."""
    table = "`MEANT` in tools/released.py"
    return [
        *(
            f"released schema: {each} Keep it beside the new, `@deprecated` with a day; or list it in {table}"
            for each in found
            if each not in meant
        ),
        *(f"released schema: {table} lists what breaks nothing: {each}" for each in meant if each not in found),
    ]


def breaks(released: str, now: str) -> list[str]:
    """What breaks, as graphql-core says it; and each field that may now be null where there is nothing."""
    old, new = build_schema(released), build_schema(now)
    changed = [each.description for each in find_breaking_changes(old, new)]
    return sorted([*changed, *(f"{each} is no longer `@semanticNonNull`." for each in _promised(old) - _promised(new))])


def _promised(schema: GraphQLSchema) -> set[str]:
    kinds = [each for each in schema.type_map.values() if isinstance(each, GraphQLObjectType | GraphQLInterfaceType)]
    return {
        f"{kind.name}.{name}"
        for kind in kinds
        for name, field in kind.fields.items()
        if field.ast_node and any(each.name.value == "semanticNonNull" for each in field.ast_node.directives or ())
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
