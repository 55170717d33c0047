"""`access` and `checkAccess` on both databases against the reference, over subjects of every type."""

import json
import random
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from auth.category import PERSONAL, Action, Category
from auth.reference import Graph, GraphEdge, GraphNode
from auth.viewer import Viewer, ViewerKind
from graph.compile import Answer
from graph.database import Database
from graph.views.access import SUBJECTS
from tests.answering import Api
from tests.asking import QUERIES
from tests.comparing import Asking, typed
from tests.graph.test_no_leak import Change, changes
from tests.graphs import edge, node
from tests.made_graphs import NOW, TODAY, Made, made, purposes, writes
from tests.tiny import Part, citizen, employee, handler, made_of, person, role

_TOLD = "subject type decision denials { code rule }"
CHECK_TEXT = QUERIES["checkAccess"]
CHECK = Asking(CHECK_TEXT, now=NOW, today=TODAY)
_REASON = (
    "{ rule nb: text(language: NB) en: text(language: EN) basis validTo path { relationship label id name } through { label id name } }"
)
_WHY = f"{_TOLD} grants {_REASON} categories {{ category allowed themes reasons {_REASON} }}"
WHY_TEXT = f"query why($subject: ID!) {{ access(subject: $subject) {{ {_WHY} }} }}"
WHY = Asking(WHY_TEXT, now=NOW, today=TODAY)
THEN = Asking(
    f"query then($subject: ID!, $at: DateTime) {{ access(subject: $subject, at: $at) {{ {_WHY} }} }}",
    now=NOW,
    today=TODAY,
)
DECISION = Asking("query decision($subject: ID!) { access(subject: $subject) { decision } }", now=NOW, today=TODAY)
_CHECKED = f"{_TOLD} categories {{ category allowed themes actions WRITE: themes(action: WRITE) }} grants {{ rule text }}"
THINGS = {
    "Case": Asking("query case($id: ID!) { case(id: $id) { id title unit { name } } }", now=NOW, today=TODAY),
    "Device": Asking("query device($id: ID!) { device(id: $id) { id status place { __typename } } }", now=NOW, today=TODAY),
}
_DAY = 86_400_000
SEEDS = (6, 9, 17, 83)
ACTING = (84, 136, 164, 220)
"""Graphs in which employees and persons may do more than read, with persons, businesses, cases and devices."""


def iso(instant: int) -> str:
    """An instant as it is written."""
    return datetime.fromtimestamp(instant / 1000, tz=UTC).isoformat()


def subjects(graph: Made) -> list[str]:
    """Every node, whatever it is, one of them twice, and one that there is not."""
    found = [node.id for node in graph.nodes]
    return [*found, "unknown", found[0]]


def plain(answer: Answer) -> Any:
    """Comparable, whatever the order of reasons."""
    found = json.loads(json.dumps([typed(answer.data), answer.problem], sort_keys=True))
    access = (found[0] or {}).get("access", {})
    for reasons in (each for each in (access, *access.get("categories", ())) if each):
        for name in {"grants", "reasons"} & reasons.keys():
            reasons[name] = sorted(reasons[name], key=json.dumps)
    return found


def told_rules(answer: Answer) -> Counter[str]:
    """The rules that are told as reasons."""
    return Counter(each["rule"] for each in (answer.data or {}).get("access", {}).get("grants", ()))


async def held(database: Database, *seeds: int) -> list[Made]:
    """Graphs in which one of the employees has a seat as a controller beside."""
    graphs = [made(seed) for seed in seeds]
    for each in graphs:
        seat = f"review-{each.seed}"
        each.nodes.append(node("Position", seat))
        each.edges.append(edge(each.ids("Employee")[0], "HOLDS", seat))
    await database.write_all([*writes([purposes(), *graphs]), *(appointed(f"review-{seed}") for seed in seeds)])
    return graphs


def known(graph: Made) -> Graph:
    """The graph with its controller, as the reference reads it."""
    role = node("Role", "role:CONTROLLER", code="CONTROLLER", reach="NATIONAL")
    return replace(graph, nodes=[*graph.nodes, role], edges=[*graph.edges, edge(f"review-{graph.seed}", "IN", role.id)]).graph


def appointed(seat: str) -> tuple[str, dict[str, Any]]:
    """What makes a seat one of a controller: the role is reference data."""
    text = "MATCH (p:Position {id: $seat}) MATCH (r:Role {id: 'role:CONTROLLER'}) CREATE (p)-[i:IN]->(r) SET i.validFrom = 0, i.id = $id"
    return text, {"seat": seat, "id": f"{seat}-in"}


async def test_every_viewer_checks_many_as_the_reference_does(database: Database) -> None:
    found: Counter[str] = Counter()
    for graph in await held(database, *ACTING):
        for viewer in graph.viewers():
            answer = await CHECK.database(database, viewer, subjects=subjects(graph))
            assert plain(answer) == plain(CHECK.reference(known(graph), viewer, subjects=subjects(graph))), (graph.seed, viewer)
            checked = (answer.data or {}).get("checkAccess", ())
            found.update(each["decision"] for each in checked)
            found.update(action for each in checked for category in each["categories"] for action in category["actions"])
    assert min(found[each] for each in ("ALLOWED", "PARTIAL", "DENIED", *Action)) > 5, found


async def test_every_reason_is_told_as_the_reference_tells_it(database: Database) -> None:
    found: Counter[str] = Counter()
    for graph in await held(database, *SEEDS[:2]):
        for viewer in graph.viewers():
            for it in (each for each in graph.nodes if each.label in SUBJECTS):
                answer = await WHY.database(database, viewer, subject=it.id)
                assert plain(answer) == plain(WHY.reference(known(graph), viewer, subject=it.id)), (graph.seed, viewer, it.id)
                found += told_rules(answer)
    assert len(found) > 3


def proxy(id_: str, category: str, **times: int) -> list[GraphNode | GraphEdge]:
    """A proxy of the giver to the holder."""
    given = node("Mandate", id_, kind="PROXY", actions=["READ"], validFrom=0, registeredAt=0, **times)
    return [given, edge(id_, "FROM", "giver"), edge(id_, "TO", "holder"), edge(id_, "COVERS", f"category:{category}")]


@pytest.mark.long_to_plan
@pytest.mark.parametrize("held_now", [True, False])
async def test_a_revoked_proxy_is_told_of_its_time_to_who_still_sees_something(database: Database, held_now: bool) -> None:
    revoked = proxy("revoked", "FAMILY", revokedAt=NOW - 5 * _DAY)
    parts = [person("giver", screenedAt=0), person("holder", screenedAt=0), *revoked, *(proxy("held", "CARD") if held_now else [])]
    await database.write_all(writes([made_of(*parts)]))
    answer = await THEN.database(database, citizen("holder"), subject="giver", at=NOW - 10 * _DAY)
    opened = {each["category"] for each in (answer.data or {})["access"]["categories"] if each["allowed"]}
    assert opened == ({"CARD", "FAMILY"} if held_now else set())


def assigned(id_: str, until: int | None = None, **properties: Any) -> list[GraphNode | GraphEdge]:
    """A case of the subject, unless it moved, that is assigned to the employee."""
    case = node("Case", id_, title=id_, openedAt=0, registeredAt=0, **properties)
    concerns = edge(id_, "CONCERNS", "subject", part="MAIN", validTo=until)
    return [case, edge(id_, "IN", "theme:AAP"), concerns, edge("e", "ASSIGNED_TO", id_)]


async def sentences(database: Database, subject: str, days: int) -> set[str]:
    """The reasons in words that the employee reads of how it was some days ago."""
    answer = await THEN.database(database, handler("e"), subject=subject, at=NOW - days * _DAY)
    return {reason["en"] for each in (answer.data or {})["access"]["categories"] for reason in each["reasons"]}


@pytest.mark.embedded
async def test_a_case_that_an_employee_reads_no_more_is_not_named_as_a_reason_of_its_time(database: Database) -> None:
    since, roles = NOW - 5 * _DAY, [*role("national", "NATIONAL", "AAP"), *employee("e", "national")]
    cases = [*assigned("open"), *assigned("shared"), *assigned("closed", closedAt=since), *assigned("moved", until=since)]
    hidden = [
        edge("hidden", "PROTECTED_AS", "protection:CONFIDENTIAL", validFrom=since),
        edge("shared", "CONCERNS", "hidden", part="PARTY"),
    ]
    await database.write_all(writes([purposes(), made_of(*roles, *cases, *hidden, person("subject"), person("hidden"))]))
    told = {each for each in await sentences(database, "subject", 10) if "case" in each}
    assert told == {"Is handling the case “open”", "Is handling the case “a case”"}


@pytest.mark.long_to_plan
async def test_where_someone_hid_is_not_told_by_an_office_that_was_cleared_then(database: Database) -> None:
    national = [*role("national", "NATIONAL"), *employee("e", "national"), *role("local", "LOCAL"), node("Position", "seat")]
    seat = [edge("e", "HOLDS", "seat"), edge("seat", "IN", "local"), edge("seat", "AT", "e-unit"), edge("e-unit", "SERVES", "hideout")]
    hideout = [node("Area", "hideout", code="hideout", name="Hideout", kind="MUNICIPALITY"), person("subject"), person("open")]
    since = {"validTo": NOW - 5 * _DAY}
    hid = [
        edge("subject", "PROTECTED_AS", "protection:CONFIDENTIAL", **since),
        edge("e", "CLEARED_FOR", "protection:CONFIDENTIAL", **since),
    ]
    lived = [edge(each, "BELONGS_TO", "hideout", **since) for each in ("subject", "open")]
    await database.write_all(writes([purposes(), made_of(*national, *seat, *hideout, *hid, *lived)]))
    assert "Belongs to Hideout, which a unit serves" in await sentences(database, "open", 10)
    assert "Belongs to an area, which a unit serves" in await sentences(database, "subject", 10)


def at_work(place: GraphNode, *covers: Category) -> list[Part]:
    """A place, and an employee `e` who works there, in a role that covers these."""
    work: list[Part] = [
        node("Employee", "e", ident="e"),
        person("self"),
        edge("e", "IS", "self"),
        node("Position", "seat"),
        edge("e", "HOLDS", "seat"),
    ]
    return [*work, *role("local", "LOCAL", "AAP", covers=covers), edge("seat", "IN", "local"), place, edge("seat", "AT", place.id)]


async def told(database: Database, viewer: Viewer, *parts: GraphNode | GraphEdge) -> tuple[dict[str, str], set[str]]:
    """The reasons that a viewer has for the subject by their rules, in words, and the ids that their paths name."""
    await database.write_all(writes([purposes(), made_of(person("subject"), person("hidden"), *parts)]))
    grants = ((await WHY.database(database, viewer, subject="subject")).data or {})["access"]["grants"]
    return {each["rule"]: each["en"] for each in grants}, {step["id"] for each in grants for step in each["path"] if step["id"]}


HIDDEN = edge("hidden", "PROTECTED_AS", "protection:CONFIDENTIAL")


@pytest.mark.parametrize("owned", [True, False])
async def test_a_business_whose_owner_is_hidden_is_named_to_nobody_by_a_reason(database: Database, owned: bool) -> None:
    firm = at_work(node("Business", "firm", name="Firm", form="ENK" if owned else "AS"), Category.CARD, Category.WORK)
    owner = [edge("firm", "OWNED_BY", "hidden")] if owned else []
    said, ids = await told(database, handler("e"), *firm, *owner, edge("subject", "EMPLOYED_BY", "firm"), HIDDEN)
    assert ("firm" in ids, said["business.attached-person"]) == ((False, "Works at a business") if owned else (True, "Works at Firm"))


async def test_a_protective_unit_reads_as_nav_in_a_reason(database: Database) -> None:
    unit = at_work(node("Unit", "refuge", number="refuge", name="Refuge", protective=True), Category.CARD, Category.SERVICE)
    said, ids = await told(database, handler("e"), *unit, edge("subject", "FOLLOWED_UP_BY", "refuge"))
    assert (said["employee.follow-up-unit"], "refuge" in ids) == ("Is followed up by NAV", False)


@pytest.mark.parametrize("other", ["hidden", "self"])
async def test_where_somebody_hidden_takes_part_is_not_told_by_who_takes_part_with_them(database: Database, other: str) -> None:
    """A10."""
    school = at_work(node("Business", "school", name="School"), Category.CARD, Category.ACTIVITIES)
    course: list[Part] = [
        node("Activity", "course", title="Course"),
        node("Case", "case"),
        edge("course", "PART_OF", "case"),
        edge("case", "IN", "theme:AAP"),
    ]
    taken = [edge("course", "ARRANGED_BY", "school"), *(edge(each, "TAKES_PART_IN", "course") for each in ("subject", other))]
    said, ids = await told(database, handler("e"), *school, *course, *taken, HIDDEN)
    named = "Takes part in “Course” at School" if other == "self" else "Takes part in “an activity” at a business"
    assert (said["arranger.participant"], bool({"course", "school"} & ids)) == (named, other == "self")


async def test_a_holder_reads_their_own_mandate_and_until_when_it_lasts(database: Database) -> None:
    """A21."""
    await database.write_all(writes([made_of(person("giver"), person("holder"), *proxy("held", "CARD", validTo=NOW + _DAY))]))
    (reason,) = ((await WHY.database(database, citizen("holder"), subject="giver")).data or {})["access"]["grants"]
    assert ([step["id"] for step in reason["path"]], reason["validTo"]) == (["held", "giver"], NOW + _DAY)


async def denied(database: Database, viewer: Viewer, subject: str, days: int) -> tuple[str, list[str]]:
    """What the viewer is told of an instant that many days from now: the decision, and the codes."""
    found = (await THEN.database(database, viewer, subject=subject, at=NOW + days * _DAY)).data or {}
    return found["access"]["decision"], [each["code"] for each in found["access"]["denials"]]


@pytest.mark.parametrize(("covers", "code"), [((Category.CARD,), "OUTSIDE_AREA"), ((Category.CARD, Category.PROTECTION), "CONFIDENTIAL")])
async def test_that_someone_was_protected_is_told_to_who_reads_protections(
    database: Database, covers: tuple[Category, ...], code: str
) -> None:
    roles = [*role("national", "NATIONAL", covers=covers), *employee("e", "national"), person("subject")]
    was = edge("subject", "PROTECTED_AS", "protection:CONFIDENTIAL", validTo=NOW - 5 * _DAY)
    await database.write_all(writes([purposes(), made_of(*roles, was)]))
    assert await denied(database, handler("e"), "subject", -10) == ("DENIED", [code])


@pytest.mark.parametrize(("covers", "code"), [((Category.CARD,), "OUTSIDE_AREA"), ((Category.CARD, Category.PROTECTION), "CONFIDENTIAL")])
async def test_whether_somebody_hid_where_ones_own_office_is_is_not_told_by_the_code_of_then(
    database: Database, covers: tuple[Category, ...], code: str
) -> None:
    """A15: an address held in hiding stays closed in every past."""
    since = {"validTo": NOW - 5 * _DAY}
    place = node("Area", "place", code="place", name="Place", kind="MUNICIPALITY")
    both = [*role("local", "LOCAL", covers=covers), *employee("here", "local"), *employee("there", "local")]
    both += [edge("here-unit", "SERVES", "hideout"), *(edge(f"{each}-unit", "SERVES", "place") for each in ("here", "there"))]
    hid = [edge("subject", "PROTECTED_AS", "protection:CONFIDENTIAL", **since), edge("subject", "BELONGS_TO", "hideout", **since)]
    lives = edge("subject", "BELONGS_TO", "place", validFrom=NOW - 5 * _DAY)
    hideout = node("Area", "hideout", code="hideout", name="Hideout", kind="MUNICIPALITY")
    whole = made_of(*both, *hid, lives, hideout, place, person("subject"))
    await database.write_all(writes([purposes(), whole]))
    for who in ("here", "there"):
        assert await denied(database, handler(who), "subject", -10) == ("DENIED", [code])
        at = NOW - 10 * _DAY
        told_ = THEN.reference(whole.graph, handler(who), subject="subject", at=at)
        assert plain(await THEN.database(database, handler(who), subject="subject", at=at)) == plain(told_)


async def test_that_someone_will_be_protected_is_told_to_nobody(database: Database) -> None:
    roles = [*role("national", "NATIONAL"), *employee("e", "national"), person("giver", screenedAt=0), person("holder")]
    begins = edge("giver", "PROTECTED_AS", "protection:STRICTLY_CONFIDENTIAL", validFrom=NOW + 5 * _DAY)
    await database.write_all(writes([purposes(), made_of(*roles, *proxy("held", "CARD"), begins)]))
    for viewer in (handler("e"), citizen("holder")):
        assert await denied(database, viewer, "giver", 10) == await denied(database, viewer, "giver", 0)


def shared(kind: str, *, since: int) -> list[Part]:
    """`subject` has had a home for long with `hidden`, who has hidden since: they share an address, or are mother and child."""
    hides = edge("hidden", "PROTECTED_AS", "protection:CONFIDENTIAL", validFrom=since)
    home: list[Part]
    if kind == "address":
        home = [node("Address", "home", kind="RESIDENCE"), *(edge(each, "HAS_ADDRESS", "home") for each in ("subject", "hidden"))]
    else:
        home = [node("Household", "home"), *(edge(each, "MEMBER_OF", "home") for each in ("subject", "hidden"))]
        home.append(edge("hidden", "PARENT_OF", "subject", role="MOTHER"))
    return [person("subject"), person("hidden"), *home, hides]


PASTS = (1, 99, 101, 300)
"""How many days ago, before and after someone hid a hundred days ago."""


@pytest.mark.parametrize("kind", ["address", "household"])
@pytest.mark.parametrize("viewer", [handler("e"), citizen("holder")], ids=["employee", "proxy"])
async def test_since_when_somebody_who_shares_the_home_hides_is_not_told_by_the_past(database: Database, viewer: Viewer, kind: str) -> None:
    """A15: a place that is closed now is closed in every past."""
    roles = [*role("national", "NATIONAL"), *employee("e", "national"), person("holder")]
    mandate: list[Part] = [node("Mandate", "held", kind="PROXY", actions=["READ"], registeredAt=0, validFrom=0)]
    mandate += [edge("held", "FROM", "subject"), edge("held", "TO", "holder")]
    mandate += [edge("held", "COVERS", f"category:{each}") for each in PERSONAL]
    whole = made_of(*roles, *mandate, *shared(kind, since=NOW - 100 * _DAY))
    await database.write_all(writes([purposes(), whole]))
    found = [plain(await THEN.database(database, viewer, subject="subject", at=NOW - days * _DAY)) for days in PASTS]
    assert found == [plain(THEN.reference(whole.graph, viewer, subject="subject", at=NOW - days * _DAY)) for days in PASTS]
    assert (found[0][0]["access"]["decision"], found[1:]) == ("PARTIAL", found[:-1])


async def test_a_controller_learns_the_rule_of_now_that_closes_a_place_of_then(database: Database) -> None:
    roles = [*role("national", "NATIONAL"), *employee("e", "national"), node("Position", "review-0"), edge("e", "HOLDS", "review-0")]
    graph = made_of(*roles, *shared("address", since=NOW - 100 * _DAY))
    await database.write_all([*writes([purposes(), graph]), appointed("review-0")])
    reviewed = known(Made(seed=0, nodes=graph.nodes, edges=graph.edges))
    for at in (NOW - days * _DAY for days in PASTS):
        answer = await THEN.database(database, handler("e"), subject="subject", at=at)
        assert plain(answer) == plain(THEN.reference(reviewed, handler("e"), subject="subject", at=at))
        (denial,) = (answer.data or {})["access"]["denials"]
        assert (denial["code"], denial["rule"]) == ("CONFIDENTIAL", "place.shared-address")


@pytest.mark.long_to_plan
@pytest.mark.parametrize("days", [-35, -200, 1])
async def test_what_was_seen_then_is_judged_then_and_told_by_what_is_open_now(database: Database, days: int) -> None:
    told: Counter[str] = Counter()
    for graph in await held(database, 9, 83):
        for viewer in graph.viewers():
            for it in (each for each in graph.nodes if each.label in SUBJECTS):
                answer = await THEN.database(database, viewer, subject=it.id, at=NOW + days * _DAY)
                expected = THEN.reference(known(graph), viewer, subject=it.id, at=NOW + days * _DAY)
                assert plain(answer) == plain(expected), (graph.seed, viewer, it.id)
                told.update([answer.data["access"]["decision"]] if answer.data else [])
    assert told["PARTIAL"] + told["ALLOWED"] > 5


_ONE_THEN = f"query one($subject: ID!, $at: DateTime) {{ access(subject: $subject, at: $at) {{ {_CHECKED} }} }}"
CHECK_THEN_TEXT = f"query checkThen($subjects: [ID!]!, $at: DateTime) {{ checkAccess(subjects: $subjects, at: $at) {{ {_CHECKED} }} }}"
CHECK_THEN, ONE_THEN = (Asking(text, now=NOW, today=TODAY) for text in (CHECK_THEN_TEXT, _ONE_THEN))


@pytest.mark.parametrize("days", [-35, -200, 1, None])
async def test_many_are_checked_as_of_then_as_the_reference_does_and_each_as_alone(database: Database, days: int | None) -> None:
    """A15."""
    found, at = Counter[str](), None if days is None else NOW + days * _DAY
    for graph in await held(database, 9, 83, 164):
        for viewer in graph.viewers():
            answer = await CHECK_THEN.database(database, viewer, subjects=subjects(graph), at=at)
            assert plain(answer) == plain(CHECK_THEN.reference(known(graph), viewer, subjects=subjects(graph), at=at)), (graph.seed, viewer)
            checked = (answer.data or {}).get("checkAccess", ())
            found.update(each["decision"] for each in checked)
            for each in checked[::7]:
                alone = (await ONE_THEN.database(database, viewer, subject=each["subject"], at=at)).data or {}
                assert json.loads(json.dumps(alone["access"])) == json.loads(json.dumps(each)), (graph.seed, viewer)
    assert found["ALLOWED"] + found["PARTIAL"] > 5, found


async def test_a_fact_that_a_viewer_may_not_see_changes_no_byte_of_what_they_check_as_of_then(database: Database) -> None:
    """A17."""
    (graph,) = await held(database, 83)
    api, dice, told = Api(database), random.Random(83), 0  # noqa: S311 - not for secrets
    at = NOW - 35 * _DAY
    for change in (each for each, _ in zip(changes(graph), range(12), strict=False)):
        asked = [each for each in dice.sample(graph.viewers(), 3) if unseen_then(graph, change, each, at)]
        before = [await api.ask(each, CHECK_THEN_TEXT, subjects=subjects(graph), at=iso(at)) for each in asked]
        await database.write(*change.there)
        after = [await api.ask(each, CHECK_THEN_TEXT, subjects=subjects(graph), at=iso(at)) for each in asked]
        await database.write(*change.back)
        assert before == after, (change.what, asked)
        told += sum(b'"data"' in each for each in before)
    assert told > 5


def unseen_then(graph: Made, change: Change, viewer: Viewer, at: int) -> bool:
    """Whether the viewer's decisions of then in both graphs are the same."""
    one, other = (CHECK_THEN.reference(known(each), viewer, subjects=subjects(graph), at=at) for each in (graph, change.graph))
    return bool(plain(one) == plain(other))


async def test_a_fact_that_a_viewer_may_not_see_changes_no_byte_of_what_they_check(database: Database) -> None:
    """A17: whenever the reference decides alike in two graphs, the answers are the same bytes."""
    (graph,) = await held(database, 83)
    api, dice, told = Api(database), random.Random(83), 0  # noqa: S311 - not for secrets
    for change in (each for each, _ in zip(changes(graph), range(12), strict=False)):
        asked = [each for each in dice.sample(graph.viewers(), 3) if unseen(graph, change, each)]
        before = [await api.ask(each, CHECK_TEXT, subjects=subjects(graph)) for each in asked]
        await database.write(*change.there)
        after = [await api.ask(each, CHECK_TEXT, subjects=subjects(graph)) for each in asked]
        await database.write(*change.back)
        assert before == after, (change.what, asked)
        told += sum(b'"data"' in each for each in before)
    assert told > 5


def unseen(graph: Made, change: Change, viewer: Viewer) -> bool:
    """Whether the viewer's decisions in both graphs are the same."""
    one, other = (CHECK.reference(known(each), viewer, subjects=subjects(graph)) for each in (graph, change.graph))
    return bool(plain(one) == plain(other))


async def test_a_fact_that_a_viewer_may_not_see_changes_no_byte_of_why(database: Database) -> None:
    """A17: so it is with the reasons, and with the rules that close."""
    (graph,) = await held(database, 17)
    api, dice, told = Api(database), random.Random(17), 0  # noqa: S311 - not for secrets
    those = [each.id for each in graph.nodes if each.label in SUBJECTS]
    for change in (each for each, _ in zip(changes(graph), range(10), strict=False)):
        pairs = zip(dice.sample(graph.viewers(), 6), dice.choices(those, k=6), strict=True)
        asked = [(viewer, id_) for viewer, id_ in pairs if why_of(graph, viewer, id_) == why_of(change.graph, viewer, id_)]
        before = [await api.ask(viewer, WHY_TEXT, subject=id_) for viewer, id_ in asked]
        await database.write(*change.there)
        after = [await api.ask(viewer, WHY_TEXT, subject=id_) for viewer, id_ in asked]
        await database.write(*change.back)
        assert before == after, (change.what, asked)
        told += sum(b'"data"' in each for each in before)
    assert told > 30


def why_of(graph: Made, viewer: Viewer, subject: str) -> Any:
    """What the reference tells a viewer of a subject, with its reasons."""
    return plain(WHY.reference(known(graph), viewer, subject=subject))


async def test_to_outsiders_the_hidden_and_the_unknown_have_one_access(database: Database) -> None:
    hidden = 0
    for graph in await held(database, *SEEDS[:2]):
        for viewer in (each for each in graph.viewers() if each.kind in (ViewerKind.PERSON, ViewerKind.CLIENT)):
            answer = await CHECK.database(database, viewer, subjects=[*subjects(graph), "unknown"])
            *found, unknown = (answer.data or {}).get("checkAccess", [{}])
            denied = [each for each in found if each["decision"] == "DENIED" and len(each["categories"]) == len(unknown["categories"])]
            assert all({**each, "subject": "unknown"} == unknown for each in denied)
            hidden += len(denied)
    assert hidden > 20


async def test_many_are_checked_by_one_statement(database: Database, statements: list[str]) -> None:
    (graph,) = await held(database, 9)
    statements.clear()
    await Api(database).ask(graph.viewers()[0], CHECK_TEXT, subjects=[node.id for node in graph.nodes] * 10)
    assert len(statements) == 1


def test_what_is_allowed_has_no_field_that_is_closed_and_what_is_partial_has_one() -> None:
    """Of cases and devices, asked for by themselves."""
    found: Counter[str] = Counter()
    for graph in (made(seed) for seed in range(300, 325)):
        for viewer in graph.viewers():
            for it in (each for each in graph.nodes if each.label in ("Case", "Device")):
                decision = (DECISION.reference(graph.graph, viewer, subject=it.id).data or {}).get("access", {}).get("decision", "DENIED")
                if decision != "DENIED":
                    asked = THINGS[it.label].reference(graph.graph, viewer, id=it.id).denied
                    closed = {each.coordinate for each in asked if each.coordinate.startswith(f"{it.label}.")}
                    assert (decision == "PARTIAL") is bool(closed), (graph.seed, viewer, it.id, closed)
                    found.update((decision, *closed))
    assert min(found[each] for each in ("ALLOWED", "PARTIAL", "Case.unit", "Device.place")) > 5, found


async def test_a_controller_learns_each_rule_that_closes_and_a_handler_the_code_alone(database: Database) -> None:
    """A6."""
    both = [edge("parent", "PARENT_OF", "subject"), edge("parent", "PARENT_OF", "e-self"), edge("e-self", "PARTNER_OF", "subject")]
    roles = [*role("national", "NATIONAL"), *employee("e", "national"), node("Position", "review"), edge("e", "HOLDS", "review")]
    await database.write_all(writes([purposes(), made_of(*roles, *both, person("subject"), person("parent"))]))
    found = []
    for _ in range(2):
        answer = await WHY.database(database, handler("e"), subject="subject")
        found.append([(each["code"], each["rule"]) for each in (answer.data or {})["access"]["denials"]])
        await database.write(*appointed("review"))
    assert found == [[("DISQUALIFIED", None)], [("DISQUALIFIED", "employee.partner"), ("DISQUALIFIED", "employee.sibling")]]
