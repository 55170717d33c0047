"""`access(viewer:)`: a controller learns what another viewer may see, and nobody else anything."""

import random
from collections import Counter
from typing import Any

import pytest

from auth.reference import Graph, GraphEdge
from auth.rules import INNSYN
from auth.viewer import Viewer, ViewerKind
from graph.database import Database
from tests.answering import Api
from tests.comparing import Asking, seal
from tests.graph.test_access import PASTS, appointed, known, plain, shared
from tests.graph.test_no_leak import Change, changes
from tests.graphs import edge, node
from tests.made_graphs import NOW, PROTECTIONS, TODAY, Made, made, purposes, writes
from tests.naive import Naive
from tests.naive_another import Why, questions, rules_of
from tests.tiny import Part, citizen, employee, handler, made_of, person, role

_DAY = 86_400_000
_ASKED = """query another($subject: ID!, $viewer: ID, $type: SubjectType, $viewerKind: ViewerKind, $at: DateTime) {
  access(subject: $subject, viewer: $viewer, type: $type, viewerKind: $viewerKind, at: $at) {"""
_TOLD = "subject type decision denials { code rule }"
TEXT = (
    f"{_ASKED} {_TOLD} grants {{ rule text path {{ relationship id name }} through {{ label id name }} }}"
    " categories { category allowed themes reasons { rule validTo through { label id name } } } } }"
)
ANOTHER = Asking(TEXT, now=NOW, today=TODAY)
PLAIN = Asking(f"{_ASKED} {_TOLD} categories {{ category allowed themes }} }} }}", now=NOW, today=TODAY)
CONTROLLER = Viewer(kind=handler("").kind, key="control", purpose="WIDE")


def controlled(seed: int) -> Made:
    """A graph with a controller who is someone, at an office of their own."""
    graph, seat = made(seed), node("Position", f"review-{seed}")
    cleared = [edge("control", "CLEARED_FOR", f"protection:{code}") for code in PROTECTIONS]
    more = made_of(*role("clerk", "ASSIGNED", covers=()), *employee("control", "clerk"), seat, edge("control", "HOLDS", seat.id), *cleared)
    return Made(seed=seed, nodes=[*graph.nodes, *more.nodes], edges=[*graph.edges, *more.edges])


async def written(database: Database, seed: int) -> Made:
    graph = controlled(seed)
    await database.write_all([*writes([purposes(), graph]), appointed(f"review-{seed}")])
    return graph


def those(graph: Made, *labels: str) -> list[str]:
    return [each.id for label in labels for each in graph.nodes if each.label == label]


THINGS = ("Business", "Device", "Case")


@pytest.mark.parametrize(("seed", "days"), [(12, None), (83, -35)])
async def test_a_controller_learns_of_any_viewer_what_the_reference_decides(database: Database, seed: int, days: int | None) -> None:
    graph, told = await written(database, seed), Counter[str]()
    for who in [*those(graph, "Employee", "Person", "Client"), f"unit-{seed}-0", "nobody"]:
        for subject in [*those(graph, "Person"), *(those(graph, each)[0] for each in (*THINGS, "Municipality"))]:
            told += await compared(database, graph, who, subject, at=None if days is None else NOW + days * _DAY)
    assert (told["PARTIAL"] + told["ALLOWED"] > 1, len(told) > 4) == (True, True), told


@pytest.mark.embedded
async def test_a_controller_who_says_what_it_is_about_learns_the_same(database: Database) -> None:
    graph, told = await written(database, 103), Counter[str]()
    for who in (each for each in graph.nodes if each.label in ("Employee", "Person", "Client")):
        for subject in (each for each in graph.nodes if each.label in THINGS):
            told += await compared(database, graph, who.id, subject.id, type=subject.label.upper(), viewerKind=who.label.upper())
    assert min(told[each] for each in ("PARTIAL", "ALLOWED", "DENIED")) > 1, told


async def compared(database: Database, graph: Made, who: str, subject: str, **said: Any) -> Counter[str]:
    """What a controller learns, which is what the reference decides: the decision, and each denial."""
    answer = await ANOTHER.database(database, CONTROLLER, subject=subject, viewer=who, **said)
    rules = unexplained(answer.data)
    assert plain(answer) == plain(PLAIN.reference(known(graph), CONTROLLER, subject=subject, viewer=who, **said)), (who, subject)
    found = (answer.data or {})["access"]
    if any(rules.values()):
        opened, by = {each["category"] for each in found["categories"] if each["allowed"]}, opening(graph, who, subject, said.get("at"))
        assert rules == {each: by[each] if each in opened else frozenset() for each in rules}, (who, subject)
    return Counter([found["decision"], *map(str, found["denials"])])


def unexplained(data: Any) -> Why:
    """Takes the reasons out of an answer, and gives the rules of each category, which are those of all of it."""
    grants, rules = data["access"].pop("grants"), {}
    for each in data["access"]["categories"]:
        rules[each["category"]] = frozenset(map(reason, each.pop("reasons")))
        assert rules[each["category"]] <= set(map(reason, grants))
    return rules


def reason(told: dict[str, Any]) -> tuple[str, str | None]:
    """The rule, and what a row is read through; of which nobody is named."""
    through = told["through"]
    assert through is None or (through["id"], through["name"]) == (None, None)
    return told["rule"], through and through["label"]


def opening(graph: Made, who: str, subject: str, at: int | None) -> Why:
    """By category, the rules that open it for some purpose."""
    naive, then = naive_of(graph), NOW if at is None else at
    asked = questions(naive.question(NOW), naive.graph.nodes[who], then, NOW)
    found = [rules_of(naive, each, naive.graph.nodes[subject]) for each in asked]
    return {category: frozenset(rule for each in found for rule in each[category]) for category in found[0]}


def naive_of(graph: Made) -> Naive:
    return Naive(graph=known(graph), rules=INNSYN, viewer=CONTROLLER, now=NOW, today=TODAY, parameters={}, seal=seal)


# --- a small office ---


def office(*more: Part) -> Made:
    """A counsellor at an office that serves Kari's area, who is her son and holds a proxy of hers too; and a controller elsewhere."""
    counsellor = [*role("counsellor", "LOCAL", "AAP"), *employee("even", "counsellor"), edge("even-unit", "SERVES", "area")]
    control = [*role("clerk", "ASSIGNED", covers=()), *employee("control", "clerk"), node("Position", "review-0")]
    kari: list[Part] = [
        person("kari"),
        edge("kari", "BELONGS_TO", "area"),
        node("Area", "area", kind="MUNICIPALITY", code="area", name="Bærum"),
    ]
    proxy: list[Part] = [node("Mandate", "proxy", kind="PROXY", actions=["READ"], validFrom=0), edge("proxy", "COVERS", "category:CARD")]
    held = [*proxy, edge("proxy", "FROM", "kari"), edge("proxy", "TO", "even-self")]
    return made_of(*counsellor, *control, edge("control", "HOLDS", "review-0"), *kari, *held, *more)


async def access(database: Database, graph: Made, viewer: str, *, subject: str = "kari", asker: Viewer = CONTROLLER) -> dict[str, Any]:
    """What the asker learns of what the viewer may see of the subject in the graph."""
    await put(database, graph)
    return await learnt(database, graph, viewer, subject, asker)


async def put(database: Database, graph: Made) -> None:
    await database.write_all([*writes([purposes(), graph]), appointed("review-0")])


async def learnt(database: Database, graph: Made, viewer: str, subject: str, asker: Viewer = CONTROLLER) -> dict[str, Any]:
    """What the asker learns of what the viewer may see, which is what the reference decides."""
    found: dict[str, Any] = ((await ANOTHER.database(database, asker, subject=subject, viewer=viewer)).data or {})["access"]
    decided = PLAIN.reference(reviewed(graph), asker, subject=subject, viewer=viewer).data
    assert [found[each] for each in ("decision", "denials")] == [(decided or {})["access"][each] for each in ("decision", "denials")]
    return found


def reviewed(graph: Made) -> Graph:
    return known(Made(seed=0, nodes=graph.nodes, edges=graph.edges))


KIN = edge("kari", "PARENT_OF", "even-self")


async def test_a_controller_learns_why_and_reads_no_name_by_it(database: Database) -> None:
    """A23."""
    found = await access(database, office(), "even")
    assert [each["text"] for each in found["grants"]] == ["Belongs to an area, which a unit serves"]
    assert {step["name"] for step in found["grants"][0]["path"]} | {step["id"] for step in found["grants"][0]["path"]} == {None, "kari"}


@pytest.mark.embedded
async def test_a_look_up_as_another_tells_of_that_viewer_too(database: Database) -> None:
    await put(database, office())
    answer = await ANOTHER.database(database, CONTROLLER, subject="kari", viewer="even")
    assert {(each.subject, each.type) for each in answer.disclosures} == {("kari", "Person"), ("even", "Employee")}


async def test_a_controller_learns_by_which_rule_another_is_kept_out(database: Database) -> None:
    found = await access(database, office(KIN), "even")
    assert (found["decision"], found["denials"]) == ("DENIED", [{"code": "DISQUALIFIED", "rule": "employee.parent"}])


async def test_a_controller_reads_no_theme_of_a_case_by_who_handles_it(database: Database) -> None:
    """A23."""
    case: list[Part] = [
        node("Case", "case", status="OPEN", openedAt=0),
        edge("case", "CONCERNS", "kari", part="MAIN"),
        edge("case", "IN", "theme:FAR"),
    ]
    handles: list[Part] = [*role("handler", "ASSIGNED", "FAR"), *employee("hilde", "handler"), edge("hilde", "ASSIGNED_TO", "case")]
    found = await access(database, office(*case, *handles), "hilde")
    (cases,) = (each for each in found["categories"] if each["category"] == "CASES")
    assert (cases["allowed"], cases["themes"], [each["rule"] for each in cases["reasons"]]) == (True, [], ["employee.assigned-case"])


async def test_the_same_human_is_another_viewer_as_a_citizen(database: Database) -> None:
    found = await access(database, office(KIN), "even-self")
    assert ([each["rule"] for each in found["grants"]], found["decision"]) == (["person.proxy"], "PARTIAL")


async def test_a_controller_learns_by_which_rule_an_outsider_is_kept_out(database: Database) -> None:
    found = await access(database, office(edge("kari", "PROTECTED_AS", "protection:CONFIDENTIAL"), *cleared()), "even-self")
    assert found["denials"] == [{"code": "NOT_AVAILABLE", "rule": "everyone.address-protection"}]


BAKERY: tuple[Part, ...] = (
    node("Business", "bakery", organisationNumber="1", name="Bakeri", form="ENK"),
    edge("bakery", "OWNED_BY", "kari"),
    edge("bakery", "BASED_IN", "area"),
)
WHEELCHAIR: tuple[Part, ...] = (node("Device", "wheelchair", product="Rullestol"), edge("wheelchair", "LENT_TO", "kari"))
CASE: tuple[Part, ...] = (
    node("Case", "case", title="Sak", status="OPEN", openedAt=0),
    edge("case", "CONCERNS", "kari", part="MAIN"),
    edge("case", "IN", "theme:AAP"),
)
HERS = (*BAKERY, *WHEELCHAIR, *CASE)
THING = pytest.mark.parametrize("thing", ["bakery", "wheelchair", "case"])


@THING
async def test_a_controller_learns_what_another_may_see_of_a_thing(database: Database, thing: str) -> None:
    await put(database, graph := office(*HERS))
    found = {who: await learnt(database, graph, who, thing) for who in ("kari", "even", "even-self")}
    assert [found[who]["decision"] for who in found] == ["ALLOWED", "DENIED" if thing == "wheelchair" else "ALLOWED", "DENIED"]
    through = None if thing == "bakery" else "Person"
    mine, office_ = ("person.own-business" if thing == "bakery" else "person.own-data"), ("employee.local-office", through)
    rules = {who: set(map(reason, found[who]["grants"])) for who in found}
    assert rules == {"kari": {(mine, through)}, "even": set() if thing == "wheelchair" else {office_}, "even-self": set()}


@pytest.mark.long_to_plan
@pytest.mark.parametrize("kind", ["address", "household"])
async def test_a_controller_does_not_learn_by_another_since_when_somebody_who_shares_the_home_hides(database: Database, kind: str) -> None:
    """A15."""
    whole = office(*role("all", "NATIONAL"), *employee("eva", "all"), *shared(kind, since=NOW - 100 * _DAY))
    await put(database, whole)
    asked = [{"subject": "subject", "viewer": "eva", "at": NOW - days * _DAY} for days in PASTS]
    found = [plain(await PLAIN.database(database, CONTROLLER, **each)) for each in asked]
    assert found == [plain(PLAIN.reference(reviewed(whole), CONTROLLER, **each)) for each in asked]
    assert (found[0][0]["access"]["decision"], found[1:]) == ("PARTIAL", found[:-1])


async def test_a_controller_learns_what_a_case_is_read_through_and_nobody_by_it(database: Database) -> None:
    """A23."""
    found = await access(database, office(*CASE), "even", subject="case")
    (why,) = found["grants"]
    assert why["text"] == "The case concerns a person. Belongs to an area, which a unit serves"
    assert [(each["relationship"], each["id"], each["name"]) for each in why["path"][-2:]] == [
        ("BELONGS_TO", None, None),
        ("CONCERNS", "case", None),
    ]


@THING
@pytest.mark.parametrize(
    "between",
    [edge("kari", "PROTECTED_AS", "protection:CONFIDENTIAL"), edge("control-self", "PARENT_OF", "kari")],
    ids=lambda each: str(each.type),
)
@pytest.mark.parametrize("who", ["even", "kari"])
async def test_a_thing_of_one_whom_a_core_denial_keeps_from_the_controller_is_as_if_not_there(
    database: Database, thing: str, between: GraphEdge, who: str
) -> None:
    kept = await access(database, office(*HERS, between), who, subject=thing)
    unknown = await ANOTHER.database(database, CONTROLLER, subject="nobody", viewer=who)
    assert unknown.data == {"access": kept | {"subject": "nobody"}}


async def test_a_case_with_a_party_close_to_the_controller_is_as_if_not_there(database: Database) -> None:
    other: list[Part] = [person("ola"), edge("case", "CONCERNS", "ola", part="PARTY"), edge("control-self", "PARTNER_OF", "ola")]
    found = await access(database, office(*CASE, *other), "even", subject="case")
    assert (found["type"], found["denials"]) == (None, [{"code": "NOT_FOUND", "rule": None}])


@pytest.mark.embedded
async def test_of_a_municipality_it_cannot_be_asked_as_another_whatever_is_said(database: Database) -> None:
    await put(database, office(node("Municipality", "town", name="Town")))
    for subject in ("town", "kari"):
        answer = await PLAIN.database(database, CONTROLLER, subject=subject, viewer="even", type="MUNICIPALITY")
        found = (answer.data or {})["access"]
        assert (found["decision"], found["denials"]) == ("DENIED", [{"code": "NOT_FOUND", "rule": None}])


@pytest.mark.long_to_plan
async def test_what_is_not_what_it_is_said_to_be_is_as_if_not_there(database: Database) -> None:
    """A17."""
    await access(database, office(*HERS), "even")
    unknown = (await ANOTHER.database(database, CONTROLLER, subject="nobody", viewer="even")).data or {}
    wrong = [{"type": "BUSINESS"}, {"viewerKind": "PERSON"}, {"viewerKind": "ANALYST"}, {"type": "PERSON", "viewerKind": "CLIENT"}]
    found = [(await ANOTHER.database(database, CONTROLLER, subject="kari", viewer="even", **each)).data or {} for each in wrong]
    assert [each["access"] | {"subject": "nobody"} for each in found] == [unknown["access"]] * len(wrong)


def cleared() -> tuple[Part, ...]:
    return (edge("control", "CLEARED_FOR", "protection:CONFIDENTIAL"),)


@pytest.mark.parametrize(
    "between",
    [
        edge("kari", "PROTECTED_AS", "protection:CONFIDENTIAL"),
        edge("control-self", "PARENT_OF", "kari"),
        edge("even-self", "PROTECTED_AS", "protection:CONFIDENTIAL"),
        edge("control-self", "PARTNER_OF", "even-self"),
    ],
    ids=lambda each: f"{each.start}-{each.type}",
)
@pytest.mark.parametrize("who", ["even", "even-self"])
async def test_what_a_core_denial_keeps_from_the_controller_is_as_if_not_there(database: Database, between: GraphEdge, who: str) -> None:
    kept = await access(database, office(between), who)
    unknown = (await ANOTHER.database(database, CONTROLLER, subject="kari", viewer="nobody")).data
    assert unknown == {"access": kept}
    assert kept["denials"] == [{"code": "NOT_FOUND", "rule": None}]


async def test_whoever_is_shielded_is_reviewed_at_work_and_not_as_a_citizen(database: Database) -> None:
    found = await access(database, office(edge("even-self", "PROTECTED_AS", "protection:SHIELDED")), "even")
    citizen_ = (await ANOTHER.database(database, CONTROLLER, subject="kari", viewer="even-self")).data or {}
    assert (found["decision"], citizen_["access"]["decision"]) == ("ALLOWED", "DENIED")


SYSTEM = Viewer(kind=ViewerKind.CLIENT, key="client", purpose="WIDE")


@pytest.mark.parametrize("asker", [handler("even"), citizen("even-self"), SYSTEM], ids=lambda each: each.kind)
async def test_who_is_no_controller_learns_nothing_of_another_viewer(database: Database, asker: Viewer) -> None:
    """A17."""
    more: list[Part] = [node("Client", "client", clientId="client"), edge("client", "MAY_STATE", "purpose:WIDE")]
    answers = [await access(database, office(*more), "even", asker=asker)]
    for who, subject in (("even-self", "kari"), ("even", "nobody"), ("nobody", "kari"), ("control", "area"), ("even", "even-unit")):
        found = await ANOTHER.database(database, asker, subject=subject, viewer=who)
        answers.append({**(found.data or {})["access"], "subject": "kari"})
    assert all(each == answers[0] for each in answers)
    assert answers[0]["decision"] == "DENIED"


async def test_a_fact_that_changes_no_decision_changes_no_byte_of_what_a_controller_learns(database: Database) -> None:
    """A17."""
    graph, dice, told = await written(database, 83), random.Random(83), 0  # noqa: S311 - not for secrets
    api, viewers, subjects = Api(database), those(graph, "Employee", "Person", "Client"), those(graph, "Person", *THINGS)
    for change in (each for each, _ in zip(changes(graph), range(12), strict=False)):
        asked = [each for each in zip(dice.sample(viewers, 4), dice.choices(subjects, k=4), strict=True) if same(graph, change, *each)]
        before = [await api.ask(CONTROLLER, TEXT, subject=subject, viewer=who) for who, subject in asked]
        await database.write(*change.there)
        after = [await api.ask(CONTROLLER, TEXT, subject=subject, viewer=who) for who, subject in asked]
        await database.write(*change.back)
        assert before == after, (change.what, asked)
        told += sum(b'"data"' in each for each in before)
    assert told > 12


def same(graph: Made, change: Change, who: str, subject: str) -> bool:
    """Whether a controller learns the same of both graphs: the decision, and which rules open what."""
    one, other = (PLAIN.reference(known(each), CONTROLLER, subject=subject, viewer=who) for each in (graph, change.graph))
    return bool(plain(one) == plain(other)) and by_rules(graph, who, subject) == by_rules(change.graph, who, subject)


def by_rules(graph: Made, who: str, subject: str) -> Any:
    naive = naive_of(graph)
    node = naive.graph.nodes[subject]
    asked = questions(naive.question(NOW), naive.graph.nodes[who], NOW, NOW)
    return [({grant.id: each.given(grant, node) for grant in INNSYN.grants}, rules_of(naive, each, node)) for each in asked]


@pytest.mark.embedded
async def test_another_viewer_is_judged_by_one_statement_and_nobody_named_is_oneself(database: Database, statements: list[str]) -> None:
    await access(database, office(), "even")
    api = Api(database)
    statements.clear()
    nobody, left_out = [await api.ask(handler("even"), TEXT, subject="kari", **named) for named in ({"viewer": None}, {})]
    assert nobody == left_out
    assert (b"employee.local-office" in nobody, len(statements)) == (True, 2)


# --- where somebody hid ---

HID = {"validFrom": NOW - 300 * _DAY, "validTo": NOW - 100 * _DAY}


def hid(*cleared_: str) -> Made:
    """Kari hid, and belonged to a place where one office served her; others did not. Those who are named are cleared for her."""
    seats = [
        *role("local", "LOCAL"),
        *employee("eva", "local"),
        *employee("odd", "local"),
        *role("all", "NATIONAL"),
        *employee("nina", "all"),
    ]
    place: list[Part] = [
        node("Area", "hideout", kind="MUNICIPALITY", code="hideout", name="Hideout"),
        edge("eva-unit", "SERVES", "hideout"),
    ]
    hers: list[Part] = [
        person("hidden"),
        edge("hidden", "PROTECTED_AS", "protection:CONFIDENTIAL", **HID),
        edge("hidden", "BELONGS_TO", "hideout", **HID),
    ]
    case: list[Part] = [
        node("Case", "hers", status="OPEN", openedAt=0),
        edge("hers", "CONCERNS", "hidden", part="MAIN"),
        edge("hers", "IN", "theme:AAP"),
    ]
    clearances = [edge(each, "CLEARED_FOR", "protection:CONFIDENTIAL") for each in cleared_]
    return office(*seats, *place, *hers, *case, *clearances)


@pytest.mark.parametrize("others", [(), ("eva", "odd", "nina")], ids=["nobody-cleared", "all-cleared"])
async def test_a_controller_does_not_learn_where_somebody_hid_by_whose_office_it_was(database: Database, others: tuple[str, ...]) -> None:
    """A15: an address held in hiding stays closed in every past; whichever office served it, the answers are the same."""
    await put(database, whole := hid(*others))
    for subject in ("hidden", "hers"):
        found = {}
        for who in ("eva", "odd", "nina"):
            asked = {"subject": subject, "viewer": who, "at": NOW - 150 * _DAY}
            answer = await ANOTHER.database(database, CONTROLLER, **asked)
            found[who] = answer.data
            assert plain(await PLAIN.database(database, CONTROLLER, **asked)) == plain(
                PLAIN.reference(reviewed(whole), CONTROLLER, **asked)
            )
        assert found["eva"] == found["odd"]
        if subject == "hidden":
            accesses = {who: (each or {})["access"] for who, each in found.items()}
            assert accesses["eva"]["denials"] == [{"code": "OUTSIDE_AREA", "rule": None}]
            assert accesses["nina"]["decision"] == ("ALLOWED" if others else "DENIED")


async def test_a_controller_who_is_cleared_learns_whose_office_it_was(database: Database) -> None:
    await put(database, hid("control", "eva", "odd"))
    asked = {"subject": "hidden", "at": NOW - 150 * _DAY}
    found = {who: ((await ANOTHER.database(database, CONTROLLER, viewer=who, **asked)).data or {})["access"] for who in ("eva", "odd")}
    assert ([each["rule"] for each in found["eva"]["grants"]], found["odd"]["grants"]) == (["employee.local-office"], [])
