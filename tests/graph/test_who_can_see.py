"""Who can see, on both databases, is what deciding for every viewer gives: exact, complete, and no more than the asker may know."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import islice, product
from typing import Any

import pytest

from auth.category import Category
from auth.reference import Clock, GraphEdge, Question
from auth.subject import SubjectType
from auth.viewer import Viewer, ViewerKind
from graph.compile import Answer
from graph.compile.who.through import LABELS
from graph.database import Database
from graph.views.access import categories
from tests.asking import QUERIES
from tests.comparing import Asking, compared, seal
from tests.examples import TIMES
from tests.graph.test_no_leak import changes
from tests.graphs import edge, node
from tests.made_graphs import NOW, TODAY, Made, made, purposes, writes
from tests.naive import Naive
from tests.naive_access import found_of
from tests.naive_groups import clock_of, read, viewers
from tests.tiny import Part, citizen, employee, handler, made_of, person, role

TEXT = QUERIES["whoCanSee"]
ASKING = Asking(TEXT, now=NOW, today=TODAY)
_DAY = 86_400_000
ASKED: Sequence[dict[str, Any]] = ({}, {"category": "CASES"}, {"theme": "AAP"}, {"category": "ADDRESS", "theme": "AAP", "first": 1})
INSTANTS = (None, NOW - 35 * _DAY, NOW - 200 * _DAY, NOW + 1)


async def test_groups_are_what_deciding_for_every_viewer_gives(database: Database) -> None:
    graphs, found = [made(seed) for seed in (41, 43, 45, 51)], Counter[tuple[int | None, bool]]()
    await database.write_all(writes([purposes(), *graphs]))
    for graph in graphs:
        things = [id_ for label in LABELS[1:] for id_ in graph.ids(label)[:1]]
        asked = [(viewer, id_) for viewer in graph.viewers() for id_ in [*graph.ids("Person"), *things, "unknown"]]
        own = [(viewer, id_, {"at": at}) for viewer, id_ in asked if viewer.key == id_ for at in INSTANTS]
        other = [each for each in asked if each[0].key != each[1]]
        ways = [(ASKED[number % len(ASKED)], INSTANTS[number // 2 % len(INSTANTS)]) for number in range(len(other))]
        for viewer, id_, values in [*own, *((*each, {**more, "at": at}) for each, (more, at) in zip(other, ways, strict=True))]:
            answer = await ASKING.database(database, viewer, subject=id_, **values)
            assert compared(answer) == compared(ASKING.reference(graph.graph, viewer, subject=id_, **values)), (
                graph.seed,
                viewer,
                id_,
                values,
            )
            found[values["at"], bool(answer.data and answer.data["whoCanSee"]["edges"])] += 1
    assert all(found[at, True] > 3 for at in INSTANTS), found


@pytest.mark.parametrize("at", [None, NOW - 35 * _DAY])
@pytest.mark.parametrize("seed", [41, 43, 45, 51, 52, 53])
def test_whoever_reads_a_category_is_in_a_group_that_shows_it_and_nobody_else_is(seed: int, at: int | None) -> None:
    """The groups, expanded, are the decisions, also those of then: paths judged one by one are the whole."""
    graph = made(seed).graph
    clock = Clock(now=NOW, today=TODAY, asked=NOW) if at is None else clock_of(at, NOW)
    asked = Question(graph=graph, rules=ASKING.rules, viewer=Viewer(kind=ViewerKind.ANALYST, key=""), clock=clock)
    for holder, viewer in viewers(asked):
        naive = Naive(graph=graph, rules=ASKING.rules, viewer=viewer, now=NOW, today=TODAY, parameters={}, seal=seal)
        reading = naive.reading(replace(asked, viewer=viewer))
        for subject in (each for each in graph.nodes.values() if each.label in LABELS):
            opened = frozenset(entry for each in read(reading.question, holder, subject) for entry in each.opened if ":" not in entry)
            found = found_of(naive, subject.id, reading)
            decided = {str(each) for each in categories(subject.label) if found and found[1].opens(each)}
            assert opened == decided, (viewer, subject.id)


# --- a small office ---


def _office(*more: Part) -> Made:
    """Kari, of an area that an office serves; three counsellors there, one of them her brother; a national role; a proxy; a controller."""
    counsellors = [part for name in ("arne", "berit", "even") for part in employee(name, "counsellor", at="office")]
    return made_of(
        *purposes().nodes,
        *purposes().edges,
        person("kari", screenedAt=1),
        person("parent", screenedAt=1),
        person("ola", screenedAt=1),
        node("Area", "area", kind="MUNICIPALITY", code="area", name="Bærum"),
        node("Unit", "office", number="office", name="Nav Bærum"),
        edge("office", "SERVES", "area"),
        edge("kari", "BELONGS_TO", "area"),
        edge("parent", "PARENT_OF", "kari"),
        edge("parent", "PARENT_OF", "even-self"),
        *role("counsellor", "LOCAL", "AAP", covers=(Category.CARD, Category.ADDRESS, Category.CASES)),
        *role("national", "NATIONAL", covers=(Category.CARD,)),
        *role("clerk", "ASSIGNED", covers=()),
        *counsellors,
        *employee("front", "national"),
        *employee("control", "clerk"),
        node("Position", "review"),
        edge("control", "HOLDS", "review"),
        node("Mandate", "mandate", kind="PROXY", actions=["READ"], validFrom=0),
        edge("mandate", "FROM", "kari"),
        edge("mandate", "TO", "ola"),
        edge("mandate", "COVERS", "category:CASES"),
        *more,
    )


CONTROLLER = node("Role", "role:CONTROLLER", code="CONTROLLER", reach="NATIONAL"), edge("review", "IN", "role:CONTROLLER")
"""Reference data, which a migration brings."""
APPOINTED = """UNWIND [1] AS one MATCH (p:Position {id: 'review'}) MATCH (r:Role {id: 'role:CONTROLLER'})
CREATE (p)-[i:IN]->(r) SET i.validFrom = 0, i.id = 'review-in' RETURN count(*) AS made"""


async def _written(database: Database, graph: Made) -> None:
    await database.write_all([*writes([graph]), (APPOINTED, {})])


async def _asked(database: Database, graph: Made, viewer: Viewer, **values: Any) -> Any:
    asked = {"subject": "kari", **values}
    answer = await ASKING.database(database, viewer, **asked)
    known = made_of(*graph.nodes, *graph.edges, *CONTROLLER).graph
    assert compared(answer) == compared(ASKING.reference(known, viewer, **asked))
    assert answer.data is not None
    return answer


def _nodes(answer: Answer) -> dict[str, Any]:
    assert answer.data is not None
    return {each["node"]["rule"]: each["node"] for each in answer.data["whoCanSee"]["edges"]}


def _case() -> tuple[Part, ...]:
    """A case of Kari's in a theme, and who handles it."""
    return (
        *role("handler", "ASSIGNED", "AAP", covers=(Category.CARD, Category.CASES)),
        *employee("hilde", "handler"),
        node("Case", "case", status="OPEN", title="Case"),
        edge("case", "CONCERNS", "kari", part="MAIN"),
        edge("case", "IN", "theme:AAP"),
        edge("hilde", "ASSIGNED_TO", "case"),
    )


def _restriction(unit: str | None, of: str = "kari", id_: str = "restriction", **more: Any) -> tuple[Part, ...]:
    """A restriction in force, unless told."""
    made = node("Restriction", id_, **{"validFrom": 0, "validTo": NOW + 1, **more})
    return made, edge(id_, "OF", of), *([edge(id_, "WITHHOLDS", unit)] if unit else [])


def _own(*idents: str) -> tuple[Part, ...]:
    """Overrides that employees have taken to Kari, and a case of hers that Hilde at the office handles too."""
    taken = [
        (node("Override", f"o-{each}", validFrom=0), edge(f"o-{each}", "BY", each), edge(f"o-{each}", "OF", "kari")) for each in idents
    ]
    handling = (edge("hilde", "HOLDS", "berit-seat"), edge("arne", "ASSIGNED_TO", "case"), edge("front", "ASSIGNED_TO", "case"))
    return *_case(), *handling, *(part for each in taken for part in each)


async def test_who_sees_by_a_unit_is_withheld_from_all_but_controllers_while_a_restriction_lasts(database: Database) -> None:
    """A22."""
    graph = _office(*_own("arne", "front"), *_restriction("office"))
    await _written(database, graph)
    own = await _asked(database, graph, citizen("kari"))
    assert "employee.local-office" not in _nodes(own)
    assert {"employee.national-role", "person.proxy"} < set(_nodes(own))
    page = await _asked(database, graph, citizen("kari"), first=2)
    assert own.data["whoCanSee"]["totalCount"] == page.data["whoCanSee"]["totalCount"] == len(own.data["whoCanSee"]["edges"])
    assert "employee.local-office" not in _nodes(await _asked(database, graph, handler("arne"), category="CARD"))
    assert "employee.local-office" not in _nodes(await _asked(database, graph, citizen("kari"), at=NOW - 1))
    assert "employee.local-office" in _nodes(await _asked(database, graph, handler("control")))
    await database.write("MATCH (r:Restriction {id: 'restriction'}) SET r.validTo = $now", {"now": NOW})
    ended = _office(*_own("arne", "front"), *_restriction("office", validTo=NOW))
    assert "employee.local-office" in _nodes(await _asked(database, ended, citizen("kari")))


def test_a_restriction_leaves_the_answer_as_if_the_unit_had_nothing_to_do_with_the_person() -> None:
    """A17, A22."""
    there = _office(*_own("arne", "front"), *_restriction("office"))
    idle = {"office-SERVES-area", "arne-ASSIGNED_TO-case", "hilde-ASSIGNED_TO-case", "o-arne-BY-arne"}
    gone = made_of(
        *_office(*_own("arne", "front")).nodes, *(each for each in _office(*_own("arne", "front")).edges if _name(each) not in idle)
    )
    for values in ({}, {"first": 1}, {"category": "CARD"}):
        seen, without = (ASKING.reference(each.graph, citizen("kari"), subject="kari", **values) for each in (there, gone))
        assert compared(seen) == compared(without)
    assert {"employee.override", "employee.assigned-case"} < set(_nodes(ASKING.reference(there.graph, citizen("kari"), subject="kari")))


def _name(each: GraphEdge) -> str:
    return f"{each.start}-{each.type}-{each.end}"


IDLE: Mapping[str, tuple[Part, ...]] = {
    "nobody has granted it": _restriction(None),
    "it does not begin yet": _restriction("office", validFrom=NOW + 1, validTo=NOW + 2),
    "it was wrong": _restriction("office", retractedAt=0),
    "it is about another": _restriction("office", of="ola"),
    "it is of another unit": _restriction("front-unit"),
}


@pytest.mark.embedded
@pytest.mark.parametrize("case", IDLE)
async def test_a_restriction_that_is_not_in_force_withholds_nothing(case: str, database: Database) -> None:
    graph = _office(*IDLE[case])
    await _written(database, graph)
    assert "employee.local-office" in _nodes(await _asked(database, graph, citizen("kari")))


async def test_a_controller_learns_no_theme_and_no_category_of_a_way_that_they_do_not_read(database: Database) -> None:
    """A23."""
    graph = _office(*_case())
    await _written(database, graph)
    found = _nodes(await _asked(database, graph, handler("control")))
    assert [(found[each]["themes"], found[each]["categories"]) for each in ("employee.assigned-case", "person.proxy")] == [(None, [])] * 2
    for theme in ("AAP", "HJE"):
        assert not {"employee.assigned-case", "person.proxy"} & set(_nodes(await _asked(database, graph, handler("control"), theme=theme)))


async def test_the_person_sees_groups_and_bands_the_controller_counts_and_nobody_else_a_thing(database: Database) -> None:
    graph = _office()
    await _written(database, graph)
    own = _nodes(await _asked(database, graph, citizen("kari")))
    assert list(own) == ["person.own-data", "person.proxy", "employee.local-office", "employee.national-role"]
    assert own["employee.local-office"]["text"] == "Belongs to Bærum, which Nav Bærum serves"
    assert (own["employee.local-office"]["holdersBand"], own["employee.local-office"]["holders"]) == ("1–4", None)
    assert own["person.proxy"]["person"]["name"]["full"] == "ola"
    counted = _nodes(await _asked(database, graph, handler("control")))
    assert (counted["employee.local-office"]["holders"], counted["employee.local-office"]["excluded"]) == (2, 1)
    assert (counted["employee.local-office"]["unit"], counted["person.proxy"]["person"]) == (None, None)
    assert list(_nodes(await _asked(database, graph, handler("arne"), category="ADDRESS"))) == ["person.own-data", "employee.local-office"]
    refused = [citizen("ola"), citizen("parent"), handler("even")]
    for viewer in refused:
        answer = await _asked(database, graph, viewer)
        assert compared(answer) == compared(await ASKING.database(database, viewer, subject="nobody")), viewer
        assert _nodes(answer) == {}


@pytest.mark.embedded
async def test_a_subject_of_another_type_than_it_is_said_to_be_is_as_nobody(database: Database) -> None:
    """A17."""
    graph = _things()
    await _written(database, graph)
    category = {"kari": "CARD", "chair": "DEVICES", "case": "CASES"}
    subjects = {"kari": "PERSON", "chair": "DEVICE", "case": "CASE"}
    askers: list[tuple[Viewer, dict[str, str]]] = [(citizen("kari"), {}), (handler("berit"), category), (handler("control"), {})]
    for (viewer, of), (subject, type_) in product(askers, subjects.items()):
        values = {"category": of.get(subject)}
        known = await _asked(database, graph, viewer, subject=subject, **values)
        assert compared(await _asked(database, graph, viewer, subject=subject, type=type_, **values)) == compared(known)
        assert _nodes(known)
        for other in {each.value for each in SubjectType} - {type_}:
            answers = [await _asked(database, graph, viewer, subject=id_, type=other, **values) for id_ in (subject, "nobody")]
            assert compared(answers[0]) == compared(answers[1]), (viewer, other)
            assert _nodes(answers[0]) == {}


@pytest.mark.parametrize("kind", [ViewerKind.EMPLOYEE, ViewerKind.PERSON])
def test_the_statement_for_persons_alone_is_clearly_shorter(kind: ViewerKind) -> None:
    assert len(ASKING.statement(kind, "PERSON").text) < 0.7 * len(ASKING.statement(kind).text)


async def test_facts_side_by_side_are_one_way_from_the_first_to_the_last(database: Database) -> None:
    """However many they are: here 46,656 walks lead to one group, more than the embedded database can list."""
    graph = _office(*_case())
    graph.edges = [again for each in graph.edges for again in (_periods(each) if {each.start, each.end} & _HERS else [each])]
    await _written(database, graph)
    found = _nodes(await ASKING.database(database, citizen("kari"), subject="kari"))["employee.assigned-case"]
    assert (found["since"], found["validTo"], found["holdersBand"]) == (10, NOW + 6, "1–4")


_HERS = {"case", "hilde", "hilde-seat"}


def _periods(fact: GraphEdge) -> list[GraphEdge]:
    """The fact six times over, each beginning and ending a little later."""
    spans = [{"validFrom": 10 + number, "validTo": NOW + 1 + number} for number in range(6)]
    return [replace(fact, id=f"{fact.id}-{number}", properties={**fact.properties, **span}) for number, span in enumerate(spans)]


async def test_a_proxy_whose_mandate_names_trace_may_ask(database: Database) -> None:
    graph = _office(edge("mandate", "COVERS", "category:TRACE"))
    await _written(database, graph)
    assert list(_nodes(await _asked(database, graph, citizen("ola")))) == ["person.own-data", "person.proxy", "employee.national-role"]


async def test_of_the_protected_only_the_cleared_are_a_group_and_pages_joined_are_the_whole(database: Database) -> None:
    graph = _office(edge("kari", "PROTECTED_AS", "protection:CONFIDENTIAL"), edge("berit", "CLEARED_FOR", "protection:CONFIDENTIAL"))
    await _written(database, graph)
    whole = await _asked(database, graph, citizen("kari"))
    assert list(_nodes(whole)) == ["person.own-data", "employee.local-office"]
    counted = _nodes(await _asked(database, graph, handler("control")))
    assert counted == {}
    for size in (1, 2, 7):
        pages: list[Any] = []
        after = None
        while len(pages) < 2:
            answer = await _asked(database, graph, citizen("kari"), first=size, after=after)
            pages += answer.data["whoCanSee"]["edges"]
            after = _position(pages[-1]["cursor"])
        assert pages == whole.data["whoCanSee"]["edges"]


@pytest.mark.parametrize("size", [1, 2, 7])
async def test_no_group_is_lost_or_told_twice_while_others_come_and_go(database: Database, size: int) -> None:
    """Between the pages a unit takes up following her, and the proxy ends."""
    await _written(database, _office())
    stays = {"person.own-data", "employee.local-office", "employee.national-role"}
    pages: list[list[str]] = []
    after, more = None, True
    while more:
        answer = await ASKING.database(database, citizen("kari"), subject="kari", first=size, after=after)
        assert answer.data is not None
        found = answer.data["whoCanSee"]
        pages.append([each["node"]["rule"] for each in found["edges"]])
        after, more = _position(found["pageInfo"]["endCursor"]), found["pageInfo"]["hasNextPage"]
        await database.write_all([(text, {}) for text in _CHANGED] if len(pages) == 1 else [])
    told = Counter(rule for page in pages for rule in page)
    assert {told[rule] for rule in stays} == set(told.values()) == {1}
    assert set(told) - stays <= {"person.proxy", "employee.follow-up-unit"}
    assert ("employee.follow-up-unit" in told) == (size < 4)


_CHANGED = (
    "UNWIND [1] AS one MATCH (m:Mandate {id: 'mandate'}) SET m.revokedAt = 1 RETURN count(*) AS made",
    """UNWIND [1] AS one MATCH (p:Person {id: 'kari'}) MATCH (u:Unit {id: 'office'})
    CREATE (p)-[f:FOLLOWED_UP_BY]->(u) SET f.validFrom = 0, f.id = 'followed' RETURN count(*) AS made""",
)


def _position(cursor: str) -> Any:
    """What a cursor of these tests tells in the open."""
    return json.loads(cursor.split(" ", 1)[1].replace("'", '"'))


@pytest.mark.parametrize("other", ["hidden", "parent"])
async def test_where_somebody_hidden_takes_part_is_told_by_no_group(database: Database, other: str) -> None:
    """A10."""
    teacher: list[Part] = [node("Employee", "t", ident="t"), person("t-self"), edge("t", "IS", "t-self"), node("Position", "desk")]
    seat = [*role("teacher", "LOCAL", covers=(Category.CARD,)), edge("t", "HOLDS", "desk"), edge("desk", "IN", "teacher")]
    school: list[Part] = [
        node("Business", "school", name="School"),
        edge("desk", "AT", "school"),
        node("Activity", "course", title="Course"),
    ]
    course = [edge("course", "ARRANGED_BY", "school"), *(edge(each, "TAKES_PART_IN", "course") for each in ("kari", other))]
    hidden: list[Part] = [person("hidden", screenedAt=1), edge("hidden", "PROTECTED_AS", "protection:CONFIDENTIAL")]
    graph = _office(*teacher, *seat, *school, *course, *hidden)
    await _written(database, graph)
    assert ("arranger.participant" in _nodes(await _asked(database, graph, citizen("kari")))) is (other == "parent")


async def test_who_lacks_a_clearance_is_counted_among_the_excluded(database: Database) -> None:
    cleared = (edge(each, "CLEARED_FOR", "protection:CONFIDENTIAL") for each in ("berit", "control"))
    graph = _office(edge("kari", "PROTECTED_AS", "protection:CONFIDENTIAL"), *cleared)
    await _written(database, graph)
    found = _nodes(await _asked(database, graph, handler("control")))["employee.local-office"]
    assert (found["holders"], found["excluded"]) == (1, 2)


async def test_a_place_that_is_closed_to_every_holder_is_in_no_group(database: Database) -> None:
    """Though another role of theirs may state a purpose that covers it."""
    graph = _office(
        node("Role", "reader", code="reader", reach="NATIONAL"),
        *(edge("reader", "COVERS", f"category:{each}") for each in ("CARD", "ADDRESS")),
        *(node("Position", "second"), edge("front", "HOLDS", "second"), edge("second", "IN", "reader"), edge("second", "AT", "front-unit")),
        *(node("Address", "home"), edge("kari", "HAS_ADDRESS", "home"), edge("ola", "HAS_ADDRESS", "home")),
        edge("ola", "PROTECTED_AS", "protection:CONFIDENTIAL"),
    )
    await _written(database, graph)
    answer = await _asked(database, graph, citizen("kari"))
    found = [each["node"] for each in answer.data["whoCanSee"]["edges"] if (each["node"]["role"] or {}).get("code") == "reader"]
    assert [each["categories"] for each in found] == [["CARD"]]


# --- a business ---


def _shop(*more: Part) -> Made:
    """A business of Kari's where the office serves; who reads where she works and what the business has, her brother among them, and one
    who reads the business alone."""
    return _office(
        node("Business", "shop", name="Kari Snekkeri", form="ENK"),
        edge("shop", "OWNED_BY", "kari"),
        edge("shop", "BASED_IN", "area"),
        *role("adviser", "LOCAL", "AAP", covers=(Category.WORK, Category.CASES)),
        *(part for name in ("arne", "even") for part in _second_seat(name, "adviser", "office")),
        *_second_seat("front", "elsewhere", "far"),
        *role("elsewhere", "LOCAL", "AAP", covers=(Category.CASES,)),
        node("Unit", "far", number="far", name="Nav Lom"),
        edge("far", "SERVES", "area"),
        *more,
    )


def _second_seat(name: str, in_role: str, at: str) -> tuple[Part, ...]:
    seat = f"{name}-{in_role}"
    return node("Position", seat), edge(name, "HOLDS", seat), edge(seat, "IN", in_role), edge(seat, "AT", at)


async def _of_shop(database: Database, graph: Made, viewer: Viewer, **values: Any) -> dict[str, Any]:
    return _nodes(await _asked(database, graph, viewer, subject="shop", **values))


async def test_a_business_is_seen_by_those_who_read_whoever_owns_it_at_work(database: Database) -> None:
    """Be it in another seat of theirs: a counsellor who is no adviser is in no group of it."""
    graph = _shop()
    await _written(database, graph)
    answer = await _asked(database, graph, citizen("kari"), subject="shop")
    own = [(each["node"]["rule"], (each["node"]["role"] or {}).get("code")) for each in answer.data["whoCanSee"]["edges"]]
    assert own == [("person.own-business", None), ("employee.local-office", "adviser"), ("employee.local-office", "counsellor")]
    counted = (await _of_shop(database, graph, handler("control")))["employee.local-office"]
    assert (counted["holders"], counted["excluded"]) == (1, 1)
    assert list(await _of_shop(database, graph, handler("arne"), category="CASES")) == ["person.own-business", "employee.local-office"]
    for viewer in (citizen("ola"), citizen("parent"), handler("even", "WIDE"), handler("front")):
        answer = await _asked(database, graph, viewer, subject="shop")
        assert compared(answer) == compared(await ASKING.database(database, viewer, subject="nobody")), viewer


async def test_a_way_to_an_owner_that_the_asker_may_not_know_of_makes_no_group_of_the_business(database: Database) -> None:
    """A10: that the far office reads where Kari works, whom it follows up, would tell where she is served."""
    reads = [edge("elsewhere", "COVERS", "category:WORK"), edge("kari", "FOLLOWED_UP_BY", "far")]
    graph = _shop(*reads, edge("kari", "BELONGS_TO", "gone"), node("Area", "gone", kind="MUNICIPALITY", code="gone"))
    hidden = made_of(*graph.nodes, *(each for each in graph.edges if (each.type, each.end) != ("BELONGS_TO", "area")))
    await _written(database, hidden)
    assert len(await _of_shop(database, hidden, citizen("kari"), category="CASES")) == 2
    assert await _of_shop(database, hidden, handler("arne"), category="CASES") == {}


async def test_of_the_business_of_a_hidden_owner_only_the_owner_learns_who_sees_it(database: Database) -> None:
    graph = _shop(edge("kari", "PROTECTED_AS", "protection:CONFIDENTIAL"))
    await _written(database, graph)
    assert list(await _of_shop(database, graph, citizen("kari"))) == ["person.own-business"]
    for viewer in (handler("control"), handler("arne"), citizen("parent")):
        assert await _of_shop(database, graph, viewer, category="CASES") == {}


# --- a device and a case ---


def _things(*more: Part) -> Made:
    """What Kari has: a chair, lent to her by the office and kept at home, and a case; Berit and the brother read devices at the office."""
    return _office(
        *_case(),
        *role("aid", "LOCAL", "HJE", covers=(Category.CARD, Category.ADDRESS, Category.DEVICES)),
        *(part for name in ("berit", "even") for part in _second_seat(name, "aid", "office")),
        *(node("Address", "home"), edge("kari", "HAS_ADDRESS", "home")),
        *(node("Device", "chair", product="Chair"), edge("chair", "LENT_TO", "kari"), edge("chair", "KEPT_AT", "home")),
        *more,
    )


async def _of(subject: str, database: Database, graph: Made, viewer: Viewer, **values: Any) -> dict[str, Any]:
    return _nodes(await _asked(database, graph, viewer, subject=subject, **values))


async def _nothing(subject: str, database: Database, graph: Made, *askers: tuple[Viewer, dict[str, Any]]) -> None:
    """To none of these is it told who sees it: the answer is that of what there is not (A17)."""
    for viewer, values in askers:
        answer = await _asked(database, graph, viewer, subject=subject, **values)
        assert compared(answer) == compared(await ASKING.database(database, viewer, subject="nobody", **values)), (viewer, values)
        assert _nodes(answer) == {}


async def test_a_device_is_seen_by_those_who_read_the_devices_of_whoever_has_it(database: Database) -> None:
    graph = _things()
    await _written(database, graph)
    own = [each["node"] for each in (await _asked(database, graph, citizen("kari"), subject="chair")).data["whoCanSee"]["edges"]]
    assert [(each["rule"], each["categories"], (each["role"] or {}).get("code")) for each in own] == [
        ("person.own-data", ["ADDRESS", "DEVICES"], None),
        ("employee.local-office", ["ADDRESS", "DEVICES"], "aid"),
        ("employee.local-office", ["ADDRESS"], "counsellor"),
    ]
    counted = (await _of("chair", database, graph, handler("control"), category="DEVICES"))["employee.local-office"]
    assert (counted["holders"], counted["excluded"], counted["unit"]) == (1, 1, None)
    assert list(await _of("chair", database, graph, handler("berit"), category="DEVICES")) == ["person.own-data", "employee.local-office"]
    others = [(handler(name), {"category": "DEVICES"}) for name in ("arne", "even", "hilde")]
    await _nothing("chair", database, graph, (handler("front"), {}), (citizen("ola"), {}), (citizen("parent"), {}), *others)


async def test_a_case_is_seen_by_those_who_read_cases_of_its_theme_of_whomever_it_concerns(database: Database) -> None:
    graph = _things()
    await _written(database, graph)
    own = await _of("case", database, graph, citizen("kari"))
    assert list(own) == ["person.own-data", "person.proxy", "employee.local-office", "employee.assigned-case"]
    assert [(found["categories"], found["themes"]) for found in own.values()] == [(["CASES"], ["AAP"])] * 4
    counted = (await _of("case", database, graph, handler("control")))["employee.local-office"]
    assert (counted["holders"], counted["excluded"]) == (2, 1)
    assert list(await _of("case", database, graph, handler("hilde"), category="CASES")) == ["person.own-data", "employee.assigned-case"]
    others = [(handler(name), {"category": "CASES"}) for name in ("even", "front")]
    await _nothing("case", database, graph, (handler("front"), {}), (citizen("ola"), {}), *others)


async def test_a_citizen_who_holds_a_seat_at_a_unit_reads_no_outline_of_a_case(database: Database) -> None:
    agent = [*role("agent", "LOCAL", "SYK", covers=(Category.CARD, Category.CASES)), *role("other", "LOCAL", "AAP")]
    seats = [*_second_seat("rep", "agent", "firm"), *_second_seat("rep", "other", "office")]
    party: list[Part] = [
        node("Business", "firm", name="Firm"),
        edge("case", "CONCERNS", "firm", part="PARTY"),
        edge("case", "IN", "theme:SYK"),
    ]
    graph = _things(person("rep", screenedAt=1), *agent, *seats, *party)
    await _written(database, graph)
    assert "business.representative" not in await _of("case", database, graph, handler("control"), theme="SYK")


READ: Mapping[str, tuple[str, set[str]]] = {
    "arne": ("kari", {"CARD", "ADDRESS", "CASES"}),
    "front": ("kari", {"CARD"}),
    "berit": ("chair", {"ADDRESS", "DEVICES"}),
    "hilde": ("case", {"CASES"}),
}


async def test_an_employee_who_names_no_category_is_told_of_those_that_they_read_and_of_no_more(database: Database) -> None:
    graph = _things()
    await _written(database, graph)
    for name, (subject, theirs) in READ.items():
        whole = _told_of(await _asked(database, graph, handler(name), subject=subject))
        each_of = [await _asked(database, graph, handler(name), subject=subject, category=each) for each in theirs]
        assert sorted(whole) == sorted(each for answer in each_of for each in _told_of(answer)), name
        assert {code for *_, code in whole} == theirs
    await _nothing("kari", database, graph, (handler("even"), {}), (handler("arne"), {"category": "TRACE"}))


def _told_of(answer: Answer) -> list[tuple[str, str, str]]:
    """Each category of each group."""
    assert answer.data is not None
    groups = [each["node"] for each in answer.data["whoCanSee"]["edges"]]
    return [(each["rule"], (each["role"] or {}).get("code") or "", code) for each in groups for code in each["categories"]]


async def test_of_what_concerns_somebody_else_too_a_citizen_does_not_learn_who_sees_it(database: Database) -> None:
    """Who sees it would tell who is kept from the other; a holder of mandates of both learns it."""
    shared = [edge("case", "CONCERNS", "parent", part="PARTY"), edge("chair", "LENT_TO", "parent")]
    other: list[Part] = [
        node("Mandate", "other", kind="PROXY", actions=["READ"], validFrom=0),
        edge("other", "FROM", "parent"),
        edge("other", "TO", "ola"),
    ]
    names = [edge(each, "COVERS", f"category:{name}") for each in ("mandate", "other") for name in ("CASES", "DEVICES", "TRACE")]
    graph = _things(*shared, *other, *names)
    await _written(database, graph)
    for subject in ("case", "chair"):
        await _nothing(subject, database, graph, (citizen("kari"), {}), (citizen("parent"), {}))
        assert "person.own-data" in await _of(subject, database, graph, citizen("ola"))


async def test_of_what_concerns_someone_in_hiding_nobody_who_is_not_cleared_learns_who_sees_it(database: Database) -> None:
    hidden = edge("ola", "PROTECTED_AS", "protection:CONFIDENTIAL")
    graph = _things(edge("case", "CONCERNS", "ola", part="PARTY"), edge("chair", "LENT_TO", "ola"), hidden)
    await _written(database, graph)
    for subject, category in (("case", "CASES"), ("chair", "DEVICES")):
        employees = [(handler(each), {"category": category}) for each in ("arne", "berit", "hilde", "control")]
        await _nothing(subject, database, graph, (citizen("kari"), {}), (citizen("ola"), {}), (handler("control"), {}), *employees)


async def test_of_a_device_whose_place_is_closed_nobody_learns_who_sees_the_place(database: Database) -> None:
    """A10: it stands where someone in hiding lives."""
    hidden: list[Part] = [edge("parent", "HAS_ADDRESS", "home"), edge("parent", "PROTECTED_AS", "protection:CONFIDENTIAL")]
    graph = _things(*hidden, edge("mandate", "COVERS", "category:TRACE"), edge("mandate", "COVERS", "category:DEVICES"))
    await _written(database, graph)
    await _nothing("chair", database, graph, (handler("berit"), {"category": "ADDRESS"}), (handler("even"), {"category": "ADDRESS"}))
    places = [found["categories"] for found in (await _of("chair", database, graph, citizen("ola"))).values()]
    assert sum("ADDRESS" in each for each in places) == 1


async def test_who_could_see_a_device_then_is_told_to_who_reads_the_protections_of_whoever_had_it(database: Database) -> None:
    graph = _things(edge("kari", "FOLLOWED_UP_BY", "office", validTo=_ago(50)))
    await _written(database, graph)
    assert "employee.follow-up-unit" in await _of("chair", database, graph, citizen("kari"), at=PAST)
    assert "employee.follow-up-unit" not in await _of("chair", database, graph, citizen("kari"))
    await database.write(LENT, {"until": _ago(150)})
    earlier = made_of(*graph.nodes, *graph.edges, edge("chair", "LENT_TO", "parent", validTo=_ago(150)))
    await _nothing("chair", database, earlier, (citizen("kari"), {"at": PAST}))
    assert await _of("chair", database, earlier, citizen("kari")) != {}


LENT = """UNWIND [1] AS one MATCH (p:Person {id: 'parent'}) MATCH (d:Device {id: 'chair'})
CREATE (d)-[r:LENT_TO]->(p) SET r.validFrom = 0, r.validTo = $until, r.id = 'earlier' RETURN count(*) AS made"""


# --- at another instant ---

PAST = NOW - 100 * _DAY


def _ago(days: int) -> int:
    return NOW - days * _DAY


async def _rules(database: Database, graph: Made, viewer: Viewer, **values: Any) -> list[str]:
    return list(_nodes(await _asked(database, graph, viewer, **values)))


async def test_who_could_see_then_is_told_of_those_who_could_and_of_nobody_else(database: Database) -> None:
    """A15: what has ended stood then, what began since did not; what is to come is told as it is now."""
    ended: list[Part] = [
        node("Mandate", "ended", kind="PROXY", actions=["READ"], validFrom=0, revokedAt=_ago(50)),
        edge("ended", "FROM", "kari"),
        edge("ended", "TO", "parent"),
        edge("ended", "COVERS", "category:CASES"),
        node("Area", "then", kind="MUNICIPALITY", code="then", name="Lom"),
        edge("office", "SERVES", "then"),
        edge("kari", "BELONGS_TO", "then", validTo=_ago(20)),
        edge("kari", "FOLLOWED_UP_BY", "office", validFrom=_ago(10)),
        edge("kari", "FOLLOWED_UP_BY", "office", validFrom=0, retractedAt=_ago(5)),
    ]
    graph = _office(*ended)
    await _written(database, graph)
    always = ["person.own-data", "person.proxy", "employee.local-office", "employee.national-role"]
    now = await _asked(database, graph, citizen("kari"))
    assert sorted(_rules_of(now)) == sorted([*always, "employee.follow-up-unit"])
    then = await _asked(database, graph, citizen("kari"), at=PAST)
    assert sorted(_rules_of(then)) == sorted([*always, "person.proxy", "employee.local-office"])
    assert compared(await _asked(database, graph, citizen("kari"), at=_ago(-10))) == compared(now)
    assert await _rules(database, graph, citizen("parent"), at=PAST) == []


def _rules_of(answer: Answer) -> list[str]:
    assert answer.data is not None
    return [each["node"]["rule"] for each in answer.data["whoCanSee"]["edges"]]


@pytest.mark.parametrize("covers", [("category:TRACE",), ("category:TRACE", "category:PROTECTION")])
async def test_that_someone_was_protected_then_shows_to_nobody_who_does_not_read_protections(
    database: Database, covers: tuple[str, ...]
) -> None:
    hidden = edge("kari", "PROTECTED_AS", "protection:CONFIDENTIAL", validFrom=_ago(200), validTo=_ago(30))
    plain = _office(*(edge("mandate", "COVERS", each) for each in covers))
    await _written(database, plain)
    answers = await _past(database, plain)
    await database.write(HIDDEN, {"from": _ago(200), "to": _ago(30)})
    assert (await _past(database, made_of(*plain.nodes, *plain.edges, hidden)) == answers) == (len(covers) == 1)


HIDDEN = """UNWIND [1] AS one MATCH (p:Person {id: 'kari'}) MATCH (c:Protection {id: 'protection:CONFIDENTIAL'})
CREATE (p)-[r:PROTECTED_AS]->(c) SET r.validFrom = $from, r.validTo = $to, r.id = 'hidden' RETURN count(*) AS made"""


async def _past(database: Database, graph: Made) -> list[Any]:
    """What a proxy and the controller are told of then."""
    return [compared(await _asked(database, graph, viewer, at=PAST)) for viewer in (citizen("ola"), handler("control"))]


async def test_a_place_of_then_stays_closed_to_whom_it_was_closed_by_a_protection(database: Database) -> None:
    reads = role("reader", "LOCAL", covers=(Category.CARD, Category.ADDRESS, Category.PROTECTION))
    hid = edge("kari", "PROTECTED_AS", "protection:CONFIDENTIAL", validFrom=_ago(200), validTo=_ago(30))
    graph = _office(*reads, *employee("rolf", "reader", at="office"), hid)
    await _written(database, graph)
    assert "employee.local-office" in await _rules(database, graph, handler("rolf"), category="CARD", at=_ago(10))
    assert "employee.local-office" not in await _rules(database, graph, handler("rolf"), category="CARD", at=PAST)
    assert "employee.local-office" not in await _rules(database, graph, citizen("kari"), at=PAST)


# --- a fact that the asker may not see ---

_CHANGES = 10 * TIMES
ASKERS: Mapping[str, tuple[Viewer, dict[str, Any]]] = {
    "the person": (citizen("kari"), {}),
    "the person, of two rows": (citizen("kari"), {"category": "CASES", "first": 2}),
    "the person, of then": (citizen("kari"), {"at": PAST}),
    "who may not ask of then": (handler("arne"), {"category": "ADDRESS", "at": PAST}),
    "an outsider": (citizen("ola"), {}),
    "a parent": (citizen("parent"), {}),
    "who reads it": (handler("arne"), {"category": "ADDRESS"}),
    "an employee without right": (handler("front"), {"category": "ADDRESS"}),
    "a brother at the office": (handler("even"), {"category": "CARD"}),
    "the controller": (handler("control"), {}),
    "who has a device": (citizen("kari"), {"subject": "chair"}),
    "who reads a device": (handler("berit"), {"subject": "chair", "category": "DEVICES"}),
    "whom a case concerns": (citizen("kari"), {"subject": "case"}),
    "who may not read the case": (handler("front"), {"subject": "case", "category": "CASES"}),
}


async def test_a_fact_that_an_asker_may_not_see_changes_nothing_of_who_can_see(database: Database) -> None:
    """A17: wherever the reference tells an asker the same of two graphs, the database's answers are the same."""
    graph, found = _things(), Counter[str]()
    await _written(database, graph)
    before = {
        who: compared(await ASKING.database(database, viewer, **{"subject": "kari", **values})) for who, (viewer, values) in ASKERS.items()
    }
    told = {who: _told(graph, *asked) for who, asked in ASKERS.items()}
    for change in islice(changes(graph), _CHANGES):
        await database.write(*change.there)
        for who, (viewer, values) in ASKERS.items():
            if _told(change.graph, viewer, values) == told[who]:
                assert compared(await ASKING.database(database, viewer, **{"subject": "kari", **values})) == before[who], (change.what, who)
                found[who] += 1
        await database.write(*change.back)
    assert min(found[who] for who in ASKERS) > _CHANGES // 3, found


def _told(graph: Made, viewer: Viewer, values: Mapping[str, Any]) -> Any:
    return compared(ASKING.reference(made_of(*graph.nodes, *graph.edges, *CONTROLLER).graph, viewer, **{"subject": "kari", **values}))
