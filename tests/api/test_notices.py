"""Notices, on both databases: what a person is told of by itself, as they chose, and nobody else."""

from collections.abc import Mapping
from itertools import permutations
from typing import Any

import pytest

from audit.entry import Held, Result
from auth.category import Category
from auth.viewer import Viewer
from graph.database import Database
from tests.answering import Api
from tests.audit.made import disclosed, lookup, outcome
from tests.graphs import DAY, edge, node
from tests.made_graphs import NOW, purposes, writes
from tests.tiny import Part, citizen, employee, handler, made_of, person, role

NOTICES = """query notices($first: Int, $after: String) { viewer { notices(first: $first, after: $after) {
  totalCount kinds pageInfo { hasNextPage endCursor }
  edges { node { id kind day at text(language: EN) unit { id name } role { code } visit mandate } }
} } }"""
CHOOSE = "mutation choose($kinds: [NoticeKind!]!) { chooseNotices(kinds: $kinds) { choice { kinds } problems { code } } }"
TAKE = """mutation take($subject: ID!) { override(subject: $subject, reason: "Called from another office", lastDay: "2026-09-21") {
  override { id } problems { code } } }"""
OWN, VERA = citizen("asked"), handler("vera")
ALL = ["OVERRIDE", "NEW_UNIT", "NEW_MANDATE"]


def many(unit: str, count: int) -> list[Part]:
    """So many who hold one role at one unit, each in a seat of their own."""
    return [part for number in range(count) for part in employee(f"{unit}-{number}", "counsellor", unit)]


def mandate(id_: str, giver: str, holder: str, **more: Any) -> list[Part]:
    made = node("Mandate", id_, **{"kind": "PROXY", "actions": ["READ"], "registeredAt": NOW - DAY, "validFrom": 0, **more})
    return [made, edge(id_, "FROM", giver), edge(id_, "TO", holder), edge(id_, "COVERS", "category:TRACE")]


GRAPH = made_of(
    *(person(id_) for id_ in ("asked", "other", "third")),
    *role("counsellor", "LOCAL", covers=(Category.CARD, Category.CONTACT)),
    *(node("Unit", id_, name=id_.title(), number=id_) for id_ in ("above", "big", "small", "tiny")),
    *(edge(unit, "PART_OF", "above") for unit in ("big", "small", "tiny")),
    *(part for unit, count in (("big", 5), ("small", 4), ("tiny", 1)) for part in many(unit, count)),
    *employee("vera", "counsellor", "big"),
    *mandate("given", "asked", "other"),
    *mandate("held", "other", "asked", registeredAt=0, validFrom=NOW - 2 * DAY),
    *mandate("to-come", "asked", "other", validFrom=NOW + DAY),
    *mandate("wrong", "asked", "other", retractedAt=NOW - 1),
    *mandate("of-others", "third", "other"),
)


@pytest.fixture
async def api(database: Database) -> Api:
    await database.write_all(writes([purposes(), GRAPH]))
    return Api(database)


def looked(api: Api, ident: str, subject: str = "asked", *, at: int = NOW - DAY, **about: Any) -> None:
    """An employee looked somebody up, from a seat of their own."""
    held = {"held": (Held(position=f"{ident}-seat", role="counsellor", unit="unit"),), **about}
    api.log.ended.append((lookup(key=ident, at=at, purpose="WIDE"), outcome(disclosed=(disclosed(subject, **held),))))


def took(api: Api, ident: str, subject: str = "asked", **about: Any) -> None:
    """An employee took access to somebody, which no seat gave."""
    looked(api, ident, subject, **{"given": ("Mutation.override",), "categories": ("TRACE",), "grounds": (), "held": (), **about})


async def notices(api: Api, viewer: Viewer = OWN, **given: Any) -> Mapping[str, Any]:
    found: Mapping[str, Any] = (await api.data(viewer, NOTICES, **given))["viewer"]["notices"]
    return found


async def nodes(api: Api, viewer: Viewer = OWN) -> list[dict[str, Any]]:
    return [each["node"] for each in (await notices(api, viewer))["edges"]]


async def choose(api: Api, *kinds: str, viewer: Viewer = OWN) -> Any:
    return (await api.data(viewer, CHOOSE, kinds=list(kinds)))["chooseNotices"]


async def test_of_an_override_the_person_is_told_at_once_and_of_nothing_else_unless_they_choose(api: Api) -> None:
    looked(api, "big-0")
    assert (await api.data(VERA, TAKE, subject="asked"))["override"]["problems"] == []
    found = await notices(api)
    assert (found["kinds"], found["totalCount"]) == (["OVERRIDE"], 1)
    (notice,) = [each["node"] for each in found["edges"]]
    told = {name: notice[name] for name in ("kind", "day", "text", "unit", "mandate")}
    assert told == {
        "kind": "OVERRIDE",
        "day": "2026-09-21",
        "text": "An employee has taken access to what is registered of you, and has said why",
        "unit": {"id": "big", "name": "Big"},
        "mandate": None,
    }
    assert notice["at"]
    assert api.log.ended[1][1].disclosed[0].told


@pytest.mark.embedded  # What only shapes the answer.
async def test_who_was_refused_an_override_is_no_notice(api: Api) -> None:
    took(api, "big-0", result=Result.REFUSED, code="DISQUALIFIED", given=(), categories=())
    assert (await api.data(VERA, TAKE, subject="nobody"))["override"]["problems"] != []
    assert not any(each.told for _, ended in api.log.ended for each in ended.disclosed)
    assert await nodes(api) == []


async def test_a_small_seat_tells_the_unit_above_and_the_day(api: Api) -> None:
    took(api, "small-0")
    (notice,) = await nodes(api)
    assert (notice["unit"]["id"], notice["role"], notice["at"], notice["day"]) == ("above", None, None, "2026-09-20")
    assert b"small" not in await api.ask(OWN, NOTICES)


async def test_a_first_look_up_by_each_unit_is_told_as_visits_tell_of_units(api: Api) -> None:
    assert await choose(api, "NEW_UNIT") == {"choice": {"kinds": ["NEW_UNIT"]}, "problems": []}
    for number, ident in enumerate(("big-0", "big-1", "small-0", "small-1", "tiny-0", "big-0")):
        looked(api, ident, at=NOW - (9 - number) * DAY)
    took(api, "big-0")
    found = [(each["kind"], each["day"], each["unit"]["id"], each["role"], bool(each["at"])) for each in await nodes(api)]
    assert found == [
        ("NEW_UNIT", "2026-09-14", "above", None, False),
        ("NEW_UNIT", "2026-09-12", "big", {"code": "counsellor"}, True),
    ]


@pytest.mark.embedded  # What only shapes the answer.
async def test_which_visit_of_a_day_is_told_does_not_hang_on_an_hour_that_is_not_told(api: Api) -> None:
    await choose(api, "NEW_UNIT")
    found, before = set[bytes](), len(api.log.ended)
    for order in permutations(("small-0", "small-1", "tiny-0")):
        for number, ident in enumerate(order):
            looked(api, ident, at=NOW - DAY + number)
        found.add(await api.ask(OWN, NOTICES))
        del api.log.ended[before:]
    assert len(found) == 1


async def test_mandates_that_name_the_person_and_have_begun_are_told(api: Api) -> None:
    await choose(api, "NEW_MANDATE", "NEW_MANDATE")
    assert [(each["mandate"], each["day"], each["unit"], each["visit"]) for each in await nodes(api)] == [
        ("given", "2026-09-20", None, None),
        ("held", "2026-09-19", None, None),
    ]


async def test_who_chooses_none_is_told_of_nothing_and_chooses_for_themselves_alone(api: Api) -> None:
    for subject in ("asked", "other"):
        took(api, "big-0", subject)
    await choose(api, *ALL)
    assert await choose(api) == {"choice": {"kinds": []}, "problems": []}
    assert (await notices(api))["totalCount"] == 0
    assert [each["kind"] for each in await nodes(api, citizen("other"))] == ["OVERRIDE"]
    assert (await api.data(VERA, TAKE, subject="asked"))["override"]["problems"] == []
    assert not any(each.told for _, ended in api.log.ended for each in ended.disclosed)


async def test_who_is_not_here_as_a_person_has_none_and_chooses_none(api: Api) -> None:
    took(api, "big-0")
    assert (await api.data(VERA, NOTICES))["viewer"]["notices"] is None
    assert await choose(api, viewer=VERA) == {"choice": None, "problems": [{"code": "NOT_FOUND"}]}
    assert await choose(api, viewer=citizen("nobody")) == {"choice": None, "problems": [{"code": "NOT_AVAILABLE"}]}


async def test_a_holder_of_a_mandate_that_names_trace_does_not_read_the_givers(api: Api) -> None:
    took(api, "big-0")
    assert await nodes(api, citizen("other")) == []


@pytest.mark.embedded  # What only shapes the answer.
async def test_what_is_withheld_and_what_is_about_others_changes_no_byte(api: Api) -> None:
    """A22. No notice tells of what a restriction withholds."""
    await choose(api, *ALL)
    looked(api, "big-0")
    before = await api.ask(OWN, NOTICES)
    api.log.ended.pop()
    took(api, "small-0", withheld="r-1")
    looked(api, "tiny-0", withheld="r-1")
    took(api, "small-0", "other")
    assert await api.ask(OWN, NOTICES) == before


@pytest.mark.embedded  # What only shapes the answer.
async def test_pages_are_as_of_the_first(api: Api) -> None:
    await choose(api, *ALL)
    looked(api, "big-0", at=NOW - 5 * DAY)
    whole = [each["id"] for each in await nodes(api)]
    first = await notices(api, first=1)
    took(api, "small-0", at=NOW - 9 * DAY)
    second = await notices(api, first=5, after=first["pageInfo"]["endCursor"])
    assert [each["node"]["id"] for page in (first, second) for each in page["edges"]] == whole
    assert (len(whole), [each["totalCount"] for each in (first, second)]) == (3, [3, 3])
