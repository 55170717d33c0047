"""A15, A16 on both databases, at every root that can be asked of the past: facts that ended, begin later, were corrected, were wrong."""

from collections import Counter
from typing import Any

import pytest

from auth.viewer import Viewer, ViewerKind
from graph.database import Database
from tests.comparing import Asking, compared
from tests.graphs import edge, node
from tests.made_graphs import NOW, TODAY, granted, made, purposes, writes
from tests.tiny import Part, citizen, employee, handler, made_of, person, role

_DAY = 86_400_000
_CARD = "... on Person { id name { full } }"
_ROOTS = {
    "Business": f"id name partOf {{ id }} area {{ code }} subunits {{ totalCount edges {{ node {{ id }} }} }} employees {{ totalCount }} "
    f"cases {{ edges {{ part node {{ id title parties {{ edges {{ node {{ {_CARD} }} }} }} }} }} }}",
    "Municipality": "id areas { code } devices { totalCount edges { relation node { id } } } activities { totalCount }",
    "Unit": "id name partOf { id name } areas { code }",
    "Device": "id product place { ... on Address { city } ... on Unit { id } ... on Business { id } } owner { ... on Unit { id } }",
    "Case": f"id title theme {{ code }} unit {{ id }} parties {{ totalCount edges {{ part node {{ {_CARD} }} }} }}",
}
ASKING = {
    type_: Asking(
        f"query past($id: ID!, $at: DateTime, $knownAt: DateTime) "
        f"{{ {type_.lower()}(id: $id, at: $at, knownAt: $knownAt) {{ {fields} }} }}",
        now=NOW,
        today=TODAY,
    )
    for type_, fields in _ROOTS.items()
}
_BY_ID = {
    "Person": "id addresses { city }",
    "Case": "id title unit { id }",
    "Activity": "id title arranger { ... on Unit { id } ... on Business { id } ... on Municipality { id } }",
    "Mandate": "id kind giver { ... on Person { id name { full } } }",
    "Dialogue": "id channel unit { name }",
}
_FRAGMENTS = " ".join(f"... on {type_} {{ {fields} }}" for type_, fields in _BY_ID.items())
NODES = Asking(
    f"query pastNodes($ids: [ID!]!, $at: DateTime, $knownAt: DateTime) "
    f"{{ nodes(ids: $ids, at: $at, knownAt: $knownAt) {{ __typename {_FRAGMENTS} }} }}",
    now=NOW,
    today=TODAY,
)
NODE = Asking(
    "query pastNode($id: ID!, $at: DateTime, $knownAt: DateTime) { node(id: $id, at: $at, knownAt: $knownAt) "
    "{ ... on Person { addresses { city } } } }",
    now=NOW,
    today=TODAY,
)
TIMES = ((-35, None), (-200, None), (1, None), (None, -35), (None, -200), (-35, -60), (-500, None))
COMPARED: Counter[str] = Counter()


def _then(days: int | None) -> int | None:
    return None if days is None else NOW + days * _DAY


@pytest.mark.long_to_plan
@pytest.mark.parametrize("type_", ASKING)
async def test_the_past_reads_as_the_reference_gives_at_every_root(database: Database, type_: str) -> None:
    await database.write_all(writes([purposes()]))
    for seed in (3, 14, 25):
        graph = made(seed)
        await database.write_all(writes([graph]))
        for viewer in (each for each in graph.viewers() if each.kind in (ViewerKind.EMPLOYEE, ViewerKind.PERSON)):
            for id_ in graph.ids(type_)[:2]:
                for at, known in TIMES:
                    values = {"id": id_, "at": _then(at), "knownAt": _then(known)}
                    found = compared(await ASKING[type_].database(database, viewer, **values))
                    assert found == compared(ASKING[type_].reference(graph.graph, viewer, **values)), (seed, viewer, values)
                    COMPARED[database.engine] += found[0] is not None and found[0][type_.lower()] is not None


async def test_the_past_of_many_by_id_reads_as_the_reference_gives(database: Database) -> None:
    await database.write_all(writes([purposes()]))
    shown: Counter[str] = Counter()
    for graph in (made(3), granted(14)):
        await database.write_all(writes([graph]))
        ids = [id_ for type_ in _BY_ID for id_ in graph.ids(type_)] + ["unknown"]
        for viewer in (each for each in graph.viewers() if each.kind in (ViewerKind.EMPLOYEE, ViewerKind.PERSON)):
            for at, known in TIMES:
                values = {"ids": ids, "at": _then(at), "knownAt": _then(known)}
                found = compared(await NODES.database(database, viewer, **values))
                assert found == compared(NODES.reference(graph.graph, viewer, **values)), (graph.seed, viewer, values)
                shown.update(each["__typename"] for each in (found[0] or {}).get("nodes", ()) if each)
    assert shown.keys() == _BY_ID.keys()


@pytest.mark.long_to_plan
async def test_enough_was_compared(database: Database) -> None:
    assert COMPARED[database.engine] > 200


# --- one person's life ---

_ADDRESSES = (
    "query life($id: ID!, $at: DateTime, $knownAt: DateTime) { person(id: $id, at: $at, knownAt: $knownAt) { addresses { city } } }"
)
LIFE = Asking(_ADDRESSES, now=NOW, today=TODAY)


def address(city: str, **when: Any) -> tuple[Part, Part]:
    """An address of `p`; registered as it began unless told otherwise."""
    given = {"registeredAt": when.get("validFrom", 0), **when}
    return node("Address", city, city=city, kind="RESIDENCE", registeredAt=given["registeredAt"]), edge("p", "HAS_ADDRESS", city, **given)


def ago(days: int) -> int:
    return NOW - days * _DAY


MOVED = (
    *address("Ended", validFrom=0, validTo=ago(100)),
    *address("Present", validFrom=ago(100)),
    *address("Future", validFrom=ago(-10), registeredAt=ago(50)),
    # Told 80 days ago, found wrong 20 days ago; the right one was told then.
    *address("Wrong", validFrom=ago(90), registeredAt=ago(80), retractedAt=ago(20)),
    *address("Corrected", validFrom=ago(90), registeredAt=ago(20)),
)
SEEN = [
    ("now", None, None, {"Present", "Corrected"}),
    ("ended", 150, None, {"Ended"}),
    ("at its end", 100, None, {"Present"}),
    ("what is to come", -20, None, {"Present", "Corrected"}),
    ("known before it was corrected", None, 40, {"Present", "Wrong"}),
    ("known before it was told", None, 85, {"Present"}),
    ("of then, as known then", 95, 40, {"Present"}),
    ("of then, as it was found later", 85, None, {"Present", "Corrected"}),
]


@pytest.mark.parametrize(("at", "known", "cities"), [each[1:] for each in SEEN], ids=[each[0] for each in SEEN])
async def test_a_fact_shows_when_it_held_and_as_it_was_known(
    database: Database, at: int | None, known: int | None, cities: set[str]
) -> None:
    await database.write_all(writes([purposes(), made_of(person("p"), *MOVED)]))
    assert await lived(database, citizen("p"), at, known) == cities


async def lived(database: Database, viewer: Viewer, at: int | None, known: int | None) -> set[str] | None:
    """The cities that the viewer reads, by either root alike."""
    values = {"id": "p", "at": None if at is None else ago(at), "knownAt": None if known is None else ago(known)}
    answers = {root: (await each.database(database, viewer, **values)).data or {} for root, each in (("person", LIFE), ("node", NODE))}
    one, other = ((data.get(root) or {}).get("addresses") for root, data in answers.items())
    assert one == other
    return None if one is None else {each["city"] for each in one}


COMING = (
    *address("Home", validFrom=0, validTo=ago(-2)),
    *address("Refuge", validFrom=ago(-2), registeredAt=ago(1)),
    edge("p", "PROTECTED_AS", "protection:CONFIDENTIAL", validFrom=ago(-5), registeredAt=ago(1)),
    *role("role", "NATIONAL"),
    *employee("anna", "role"),
)


@pytest.mark.parametrize("at", [-1, -3, -6], ids=["before", "moved", "protected"])
async def test_what_is_to_come_is_told_to_nobody(database: Database, at: int) -> None:
    """A15."""
    await database.write_all(writes([purposes(), made_of(person("p"), *COMING)]))
    assert await lived(database, handler("anna"), at, None) == {"Home"}


HIDING = (
    *address("Before", validFrom=0, validTo=ago(200)),
    *address("Hidden", validFrom=ago(200), validTo=ago(100)),
    *address("After", validFrom=ago(100)),
    edge("p", "PROTECTED_AS", "protection:CONFIDENTIAL", validFrom=ago(190), validTo=ago(101), registeredAt=ago(190)),
    *role("role", "NATIONAL"),
    *employee("anna", "role"),
)


@pytest.mark.parametrize(("at", "known"), [(150, None), (150, 195), (150, 120), (195, None), (102, 0)])
async def test_an_address_held_in_hiding_stays_closed_in_every_past(database: Database, at: int, known: int | None) -> None:
    """A15: whatever is asked of then, and whatever was known then of the protection; the person themselves reads it."""
    await database.write_all(writes([purposes(), made_of(person("p"), *HIDING)]))
    assert (await lived(database, handler("anna"), at, known) or set()) & {"Hidden"} == set()
    assert await lived(database, handler("anna"), None, None) == {"After"}
    assert await lived(database, citizen("p"), at, None) == {"Hidden"}


WHERE = Asking(
    "query area($id: ID!, $at: DateTime, $knownAt: DateTime) { person(id: $id, at: $at, knownAt: $knownAt) "
    "{ area { code } addresses { city } servedBy { edges { node { id } } } } }",
    now=NOW,
    today=TODAY,
)
_WAS = {"validFrom": ago(300), "registeredAt": ago(300), "retractedAt": ago(100)}
_RIGHT = {"validFrom": ago(300), "validTo": ago(100), "registeredAt": ago(100)}
_ENDED = {"validFrom": ago(300), "validTo": ago(100), "registeredAt": ago(300)}
SET_RIGHT = (
    node("Area", "hideout", code="hideout", name="Hideout", kind="MUNICIPALITY", registeredAt=0),
    *(edge("p", "BELONGS_TO", "hideout", **each) for each in (_WAS, _RIGHT)),
    *role("role", "NATIONAL"),
    *employee("anna", "role"),
)
HID: dict[str, tuple[dict[str, int], ...]] = {"never": (), "set right": (_WAS, _RIGHT), "ended": (_ENDED,), "found wrong": (_WAS,)}
"""As what the protection was registered."""


@pytest.mark.parametrize("at", [None, 50, 150])
@pytest.mark.parametrize("hid", HID)
async def test_where_someone_hid_is_not_told_by_what_was_known_while_they_did(database: Database, hid: str, at: int | None) -> None:
    """A15: the place was registered without an end, and set right when it came; by what was known before, it would be that of now."""
    protected = [edge("p", "PROTECTED_AS", "protection:CONFIDENTIAL", **each) for each in HID[hid]]
    graph = made_of(person("p"), *SET_RIGHT, *protected)
    await database.write_all(writes([purposes(), graph]))
    values = {"id": "p", "at": None if at is None else ago(at), "knownAt": ago(150)}
    for viewer, told in ((handler("anna"), hid == "never"), (citizen("p"), True)):
        answer = await WHERE.database(database, viewer, **values)
        assert compared(answer) == compared(WHERE.reference(graph.graph, viewer, **values))
        assert (answer.data or {})["person"]["area"] == ({"code": "hideout"} if told else None)
