"""What is too much to list or to count says so, and the rest is as it should be (A18)."""

import pytest

from auth.viewer import Viewer, ViewerKind
from graph.compile import Answer
from graph.database import Database
from tests.comparing import Asking
from tests.graphs import edge, node
from tests.made_graphs import NOW, TODAY, Made, writes

ASKING = Asking(
    "query many($id: ID!, $first: Int) { person(id: $id) { protections { code validFrom } servedBy(first: $first) { totalCount } } }",
    now=NOW,
    today=TODAY,
)
SELF = Viewer(kind=ViewerKind.PERSON, key="kari")
LISTED, COUNTED = 1000, 10_000


def _graph(protections: int, units: int) -> Made:
    """A person with so many protections, whom one unit has begun to follow up so many times."""
    return Made(
        seed=-1,
        nodes=[node("Person", "kari", registeredAt=0), node("Unit", "office", number="x-1", registeredAt=0)],
        edges=[
            *(edge("kari", "PROTECTED_AS", "protection:SHIELDED", validFrom=at, registeredAt=0) for at in range(protections)),
            *(edge("kari", "FOLLOWED_UP_BY", "office", validFrom=at, registeredAt=0) for at in range(units)),
        ],
    )


async def _both(database: Database, made: Made) -> Answer:
    await database.write_all(writes([made]))
    found = await ASKING.database(database, SELF, id="kari")
    assert found == ASKING.reference(made.graph, SELF, id="kari")
    return found


@pytest.mark.parametrize("more", [0, 1])
async def test_a_list_that_is_cut_says_so(database: Database, more: int) -> None:
    found = await _both(database, _graph(LISTED + more, 1))
    assert found.data is not None
    assert [each["validFrom"] for each in found.data["person"]["protections"]] == list(range(LISTED + more - 1, more - 1, -1))
    assert [(each.coordinate, each.code, each.count) for each in found.denied] == [("Person.protections", "TOO_MANY", 1)] * more


@pytest.mark.parametrize("more", [0, 1])
async def test_a_count_that_is_not_made_says_so(database: Database, more: int) -> None:
    found = await _both(database, _graph(1, COUNTED + more))
    assert found.data is not None
    assert found.data["person"]["servedBy"]["totalCount"] == (None if more else COUNTED)
    assert [(each.coordinate, each.code) for each in found.denied] == [("ServiceConnection.totalCount", "TOO_MANY")] * more
