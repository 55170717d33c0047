"""graphql-eslint finds nothing in the schema: every rule for schemas and for Relay, but those that tests/node/lint.cjs changes and why."""

from pathlib import Path

from tests import npm
from tests.maven import needed

SCHEMA = Path(__file__).parents[2] / "schema.graphql"


async def test_the_schema_passes_every_rule_of_graphql_eslint_but_those_that_are_changed_for_a_reason() -> None:
    with needed():
        told = await npm.told("lint.cjs", str(SCHEMA))
    assert told["messages"] == []
    assert set(told["changed"]) <= set(told["rules"])
    assert len(told["rules"]) > 30
