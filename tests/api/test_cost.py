"""The cost of an operation: told by its text and its arguments alone, and what a minute allows."""

from typing import Any

import httpx
import pytest
from graphql import GraphQLObjectType

from api import arguments
from api.answers import Answers, Question
from api.arguments import Arguments
from api.budgets import Budgets
from api.cost import WEIGHTS
from api.cursor import KEY_BYTES, Cursors
from api.document import Documents
from api.errors import CostSpent, DocumentInvalid, NewSpent
from api.limits import PAGE_DEFAULT
from api.lookups import Origin
from api.plan import Plans
from api.schema import schema
from api.server import app
from api.serving import Serving
from auth.rules import INNSYN
from auth.viewer import ViewerKind, named
from graph.database import Database
from tests.api.conftest import CITIZEN, HANDLER, Ask

PLANS = Plans(INNSYN, documents=Documents(told=True))
KARI, ARNE = named(CITIZEN), named(HANDLER)


def cost(text: str, **variables: Any) -> int:
    read = PLANS.documents.read(text)
    operation = read.operation(None)
    given = arguments.variables(operation, variables)
    plan = PLANS.plan(read, operation, given, ViewerKind.PERSON)
    return plan.cost(Arguments(plan.asked, given, viewer=KARI, cursors=Cursors(key=b"k" * KEY_BYTES)).parameters())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{ viewer { kind id name } }", 1),
        ('{ person(id: "p") { id name { full } } }', 2),
        ('{ a: person(id: "p") { id } b: person(id: "p") { id } }', 2),
        ('{ person(id: "p") { addresses { street } } }', 1 + 5),
        ('{ nodes(ids: ["a", "b", "c"]) { id } }', 3),
        ('{ checkAccess(subjects: ["a", "b", "a"]) { decision categories { category } } }', 3 * (1 + 5)),
        ('{ person(id: "p") { cases(first: 3) { totalCount } } }', 2),
        ('{ person(id: "p") { cases(first: 3) { edges { node { title } } } } }', 2 + 3 * 2),
        ('{ person(id: "p") { cases(first: 0) { edges { node { title } } } } }', 2),
        ('{ person(id: "p") { cases { edges { node { title } } } } }', 2 + PAGE_DEFAULT * 2),
        (
            '{ person(id: "p") { family(first: 2) { edges { node { cases(first: 3) { edges { node { id } } } } } } } }',
            2 + 2 * (2 + 1 + 3 * 2),
        ),
        ('{ whoCanSee(subject: "p", first: 1) { edges { node { rule } } } }', 250 + 2),
        ("{ whatCanISee(first: 1) { edges { node { id } } } }", 100 + 2),
        ("{ whatCanISee(first: 1) { totalCount } }", 100 + 250),
        ('{ node(id: "p") { ... on Person { name { full } addresses { street } } ... on Unit { id } } }', 1 + 1 + 5),
        ("{ ...A ...A } fragment A on Query { viewer { kind } }", 1),
    ],
)
def test_each_object_that_an_answer_could_hold_counts(text: str, expected: int) -> None:
    assert cost(text) == expected


def test_rows_count_as_their_variable_says() -> None:
    text = 'query ($n: Int) { person(id: "p") { cases(first: $n) { edges { node { title } } } } }'
    assert [cost(text, n=n) for n in (1, 100)] == [4, 202]


def test_weights_are_of_fields_that_there_are() -> None:
    for coordinate in WEIGHTS:
        kind, _, field = coordinate.partition(".")
        found = schema().type_map[kind]
        assert isinstance(found, GraphQLObjectType)
        assert field in found.fields


async def test_what_could_cost_too_much_is_refused_before_anything_is_read(ask: Ask, read: list[str]) -> None:
    text = "{ id }"
    for _ in range(3):
        text = f"{{ family(first: 100) {{ edges {{ node {text} }} }} }}"
    text = f'{{ person(id: "p-kari") {text} }}'
    answer = await ask(HANDLER, text, purpose="FOLLOW_UP")
    (error,) = answer["errors"]
    assert (error["extensions"]["code"], "`first`" in error["message"], read) == ("COST_TOO_HIGH", True, [])


async def test_the_estimate_is_told_to_who_asks_for_it(ask: Ask) -> None:
    body = {"query": '{ person(id: "p-kari") { name { full } } }'}
    for viewer in (CITIZEN, "person:p-nobody"):
        plain, told = [(await ask.raw(body | more, headers=ask.headers(viewer))).json() for more in ({}, {"extensions": {"cost": True}})]
        assert "cost" not in plain["extensions"]
        assert told["extensions"]["cost"] == {"estimated": 2, "limit": 50_000}


async def test_whether_the_estimate_is_told_is_true_or_false(ask: Ask) -> None:
    body = {"query": "{ __typename }", "extensions": {"cost": "yes"}}
    (error,) = (await ask.raw(body, headers=ask.headers(CITIZEN))).json()["errors"]
    assert (error["extensions"]["code"], "`true` or `false`" in error["message"]) == ("MALFORMED_REQUEST", True)


async def test_who_has_spent_a_minutes_cost_is_told_when_to_come_again(demo: Database, ask: Ask) -> None:
    text = {"query": '{ person(id: "p-kari") { name { full } } }'}
    answers = Answers(demo, plans=PLANS, cursors=Cursors(key=b"k" * KEY_BYTES), log=ask.log, budgets=budgets([0.0], most=3))
    face = app(Serving(database=demo, answers=answers, log=ask.log), tokens=ask.tokens)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(face), base_url="http://innsyn") as client:
        viewers = (CITIZEN, CITIZEN, "person:p-ola")
        first, second, another = [await client.post("/graphql", json=text, headers=ask.headers(each)) for each in viewers]
    assert (first.status_code, another.status_code) == (200, 200)
    assert (second.status_code, second.headers["retry-after"], second.json()["errors"][0]["extensions"]["code"]) == (
        429,
        "20",
        "COST_SPENT",
    )
    assert len(ask.log.ended) == 2


async def test_who_sends_new_documents_without_end_is_slowed(demo: Database, ask: Ask) -> None:
    spent = budgets([0.0], most=1_000)
    answers = Answers(demo, plans=Plans(INNSYN), cursors=Cursors(key=b"k" * KEY_BYTES), log=ask.log, budgets=spent)
    origin = Origin(request="none")
    known, wrong, new = "{ viewer { kind } }", "{ viewer { knd } }", "{ viewer { id } }"
    await answers.answer(Question(text=known), KARI, origin)
    with pytest.raises(DocumentInvalid):
        await answers.answer(Question(text=wrong), KARI, origin)
    for text in (new, wrong):
        with pytest.raises(NewSpent):
            await answers.answer(Question(text=text), KARI, origin)
    assert await answers.answer(Question(text=known), KARI, origin)


def budgets(now: list[float], most: int = 100, new: int = 2) -> Budgets:
    return Budgets(cost=dict.fromkeys(ViewerKind, most), new=new, clock=lambda: now[0])


def test_what_is_spent_comes_back_evenly() -> None:
    now = [0.0]
    spent = budgets(now)
    assert [spent.spend(KARI, 60), spent.spend(KARI, 40)] == [40, 0]
    with pytest.raises(CostSpent) as refused:
        spent.spend(KARI, 50)
    assert refused.value.seconds == 30
    now[0] = 29.0
    with pytest.raises(CostSpent):
        spent.spend(KARI, 50)
    now[0] = 30.1
    assert spent.spend(KARI, 50) == 0


def test_a_refusal_charges_nothing_and_nobody_pays_for_another() -> None:
    spent = budgets([0.0])
    with pytest.raises(CostSpent):
        spent.spend(KARI, 101)
    assert (spent.spend(KARI, 100), spent.spend(ARNE, 100)) == (0, 0)


def test_no_more_than_a_minutes_is_ever_saved_up() -> None:
    now = [0.0]
    spent = budgets(now)
    spent.spend(KARI, 1)
    now[0] = 10_000.0
    with pytest.raises(CostSpent):
        spent.spend(KARI, 101)


def test_a_request_is_charged_once_for_all_that_is_new_in_it() -> None:
    spent = budgets([0.0])
    for _ in range(2):
        charge = spent.newcomer(KARI)
        charge()
        charge()
    with pytest.raises(NewSpent, match="variables"):
        spent.newcomer(KARI)()
    spent.newcomer(ARNE)()
