"""What else than to read may be done, where it is told beside something else: at another instant, in a preview, by another viewer."""

import pytest

from auth.viewer import Viewer, ViewerKind
from graph.database import Database
from graph.views.access import SUBJECTS
from tests.comparing import Asking
from tests.graph.test_access import appointed, held, known, plain
from tests.graphs import edge, node
from tests.made_graphs import NOW, TODAY, purposes, writes
from tests.tiny import Part, citizen, employee, graph_of, handler, made_of, person, role

_DAY = 86_400_000
_ACTS = "categories { category allowed actions themes WRITE: themes(action: WRITE) }"
THEN = Asking(
    f"query then($subject: ID!, $at: DateTime) {{ access(subject: $subject, at: $at) {{ decision {_ACTS} }} }}", now=NOW, today=TODAY
)
PREVIEW = Asking(f"query preview($mandate: ID) {{ preview(mandate: $mandate) {{ id access {{ {_ACTS} }} }} }}", now=NOW, today=TODAY)
ANOTHER = Asking(
    f"query another($subject: ID!, $viewer: ID) {{ access(subject: $subject, viewer: $viewer) {{ decision {_ACTS} }} }}",
    now=NOW,
    today=TODAY,
)


@pytest.mark.embedded
async def test_what_may_be_done_then_is_told_as_the_reference_tells_it(database: Database) -> None:
    acted = 0
    for graph in await held(database, 220):
        for viewer in graph.viewers()[::4]:
            for it in (each for each in graph.nodes if each.label in SUBJECTS):
                answer = await THEN.database(database, viewer, subject=it.id, at=NOW - 5 * _DAY)
                assert plain(answer) == plain(THEN.reference(known(graph), viewer, subject=it.id, at=NOW - 5 * _DAY)), (viewer, it.id)
                acted += any(len(each["actions"]) > 1 for each in ((answer.data or {}).get("access") or {}).get("categories", ()))
    assert acted > 3


PROXY: list[Part] = [
    *(person(each, screenedAt=0) for each in ("giver", "holder")),
    node("Mandate", "proxy", kind="PROXY", actions=["READ", "WRITE"], validFrom=0, registeredAt=0),
    *(edge("proxy", "FROM", "giver"), edge("proxy", "TO", "holder"), edge("proxy", "COVERS", "category:CONTACT")),
]


@pytest.mark.embedded
async def test_a_preview_shows_to_read_alone(database: Database) -> None:
    graph = made_of(*PROXY)
    await database.write_all(writes([graph]))
    answer = await PREVIEW.database(database, citizen("giver"), mandate="proxy")
    assert plain(answer) == plain(PREVIEW.reference(graph_of(graph), citizen("giver"), mandate="proxy"))
    told = {each["category"]: each["actions"] for each in (answer.data or {})["preview"]["access"]["categories"]}
    assert (told["CONTACT"], told["FAMILY"]) == (["READ"], [])


@pytest.mark.embedded
async def test_of_another_viewer_nothing_is_told_but_what_they_read(database: Database) -> None:
    seat = [*role("plain", "NATIONAL", covers=()), *employee("e", "plain")]
    await database.write_all([*writes([purposes(), made_of(*PROXY, *seat)]), appointed("e-seat")])
    answer = await ANOTHER.database(database, handler("e"), subject="giver", viewer="holder")
    told = {each["category"]: (each["allowed"], each["actions"]) for each in (answer.data or {})["access"]["categories"]}
    assert (told["CONTACT"], told["FAMILY"]) == ((True, []), (False, []))


@pytest.mark.embedded
async def test_what_ended_since_could_be_written_then_and_is_not_written_now(database: Database) -> None:
    ended = [each for each in PROXY if each.id != "proxy"]
    writing = node("Mandate", "proxy", kind="PROXY", actions=["READ", "WRITE"], validFrom=0, registeredAt=0, revokedAt=NOW - _DAY)
    reading = node("Mandate", "reading", kind="PROXY", actions=["READ"], validFrom=0, registeredAt=0)
    still: list[Part] = [edge("reading", "FROM", "giver"), edge("reading", "TO", "holder"), edge("reading", "COVERS", "category:CONTACT")]
    await database.write_all(writes([made_of(*ended, writing, reading, *still)]))
    holder = Viewer(kind=ViewerKind.PERSON, key="holder")
    found = [await THEN.database(database, holder, subject="giver", at=NOW - days * _DAY) for days in (0, 2)]
    told = [next(each for each in (it.data or {})["access"]["categories"] if each["category"] == "CONTACT") for it in found]
    assert [each["actions"] for each in told] == [["READ"], ["READ", "WRITE"]]
