"""Who is refused too many on one day is answered nothing more until the next (A24)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pytest
import pytest_asyncio

from api.answers import Answers, Question
from api.cursor import KEY_BYTES, Cursors
from api.errors import ApiError
from api.lookups import Origin
from api.plan import Plans
from audit.entry import Outcome, Result
from auth.rules import INNSYN
from auth.viewer import Viewer, named
from graph.change import DAY
from graph.database import Database
from tests.answering import ORIGIN
from tests.api.conftest import CITIZEN, HANDLER, RECEPTION
from tests.kept import Kept
from tests.made_graphs import NOW

pytestmark = pytest.mark.embedded

MOST = 3
SPENT = "BUDGET_SPENT"
CHECK = "query check($ids: [ID!]!) { checkAccess(subjects: $ids) { decision } }"
READ = "query read($a: ID!, $b: ID!) { a: person(id: $a) { id } b: person(id: $b) { id } access(subject: $a) { decision } }"
TAKE = """mutation take($subject: ID!, $reason: String!) {
  override(subject: $subject, reason: $reason, lastDay: "2026-09-21") { problems { code } } }"""
NOBODY = [f"p-nobody-{number}" for number in range(1000)]


@dataclass(slots=True)
class Counter:
    """Employees at work, where three may be refused a day."""

    database: Database
    log: Kept
    answers: Answers
    now: int = NOW

    async def code(self, viewer: str, text: str, origin: Origin = ORIGIN, **variables: Any) -> str | None:
        """The code that refuses the whole request."""
        who = named(viewer)
        asks = Viewer(kind=who.kind, key=who.key, purpose={HANDLER: "FOLLOW_UP", RECEPTION: "GUIDANCE"}.get(viewer))
        try:
            await self.answers.answer(Question(text=text, variables=variables), asks, origin)
        except ApiError as refused:
            return refused.code
        return None

    async def check(self, ids: Sequence[str], viewer: str = HANDLER, origin: Origin = ORIGIN) -> str | None:
        return await self.code(viewer, CHECK, origin, ids=list(ids))

    def charged(self) -> int:
        """What the last request was charged."""
        return self.log.ended[-1][1].charged


@pytest_asyncio.fixture
async def counter(demo: Database) -> Counter:
    log = Kept(charges=True)
    found: list[Counter] = []
    answers = Answers(
        demo, plans=Plans(INNSYN), cursors=Cursors(key=b"k" * KEY_BYTES), log=log, clock=lambda: found[0].now, most_refusals=MOST
    )
    found.append(Counter(demo, log, answers))
    return found[0]


async def test_who_is_refused_too_many_is_answered_nothing_until_the_next_day(counter: Counter) -> None:
    assert await counter.check(NOBODY[:3]) is None
    assert await counter.check(["p-kari"]) is None
    assert await counter.check(NOBODY[:1]) == SPENT
    assert await counter.check(["p-kari"]) == SPENT
    assert await counter.check(["p-kari"], RECEPTION) is None
    counter.now += DAY
    assert await counter.check(["p-kari"]) is None


async def test_many_at_once_are_not_answered_either(counter: Counter) -> None:
    """Or a thousand could be tried on one day, where some hundreds may."""
    assert await counter.check(["p-kari", *NOBODY[:4]]) == SPENT
    outcome = counter.log.ended[-1][1]
    assert (outcome.result, outcome.code, outcome.charged) == (Result.REFUSED, SPENT, 4)
    assert {(each.result, each.code, each.given) for each in outcome.disclosed} == {(Result.REFUSED, SPENT, ())}


async def test_beyond_it_nothing_is_read_and_the_question_is_in_the_log(counter: Counter, read: list[str]) -> None:
    await counter.check(NOBODY[:4])
    read.clear()
    assert await counter.check(["p-kari"]) == SPENT
    assert read == []
    assert (counter.log.ended[-1][0].asked, counter.log.ended[-1][1].code, counter.charged()) == (("p-kari",), SPENT, 0)


@pytest.mark.parametrize("refused", ["p-even", "p-nobody"])
async def test_one_is_charged_once_a_request_there_or_not(counter: Counter, refused: str) -> None:
    """Or what is left would tell whom there is (A17)."""
    await counter.check([refused, refused])
    assert counter.charged() == 1
    await counter.code(HANDLER, READ, a=refused, b=refused)
    assert counter.charged() == 1


@pytest.mark.parametrize(
    "field",
    [
        "person(id: $id) { id }",
        "node(id: $id) { id }",
        "nodes(ids: [$id]) { id }",
        "access(subject: $id) { decision }",
        "whoCanSee(subject: $id) { notice }",
        "visits(subject: $id) { notice }",
    ],
)
async def test_what_is_not_there_is_charged_however_it_is_asked_for(counter: Counter, field: str) -> None:
    await counter.code(HANDLER, f"query one($id: ID!) {{ {field} }}", id="p-nobody")
    assert counter.charged() == 1


async def test_a_change_is_charged_where_the_person_is_closed_and_not_for_its_words(counter: Counter) -> None:
    for subject, reason, charged in (("p-kari", "Short", 0), ("p-even", "Called from another office", 1), ("p-nobody", "A long reason", 1)):
        await counter.code(HANDLER, TAKE, subject=subject, reason=reason)
        assert (subject, counter.charged()) == (subject, charged)


async def test_citizens_systems_and_operators_are_not_charged(counter: Counter) -> None:
    point, operator = Origin(request="r", by=named("client:point")), Origin(request="r", operator="kari")
    assert await counter.check(NOBODY[:9], CITIZEN) is None
    assert await counter.check(NOBODY[:9], origin=point) is None
    assert await counter.check(NOBODY[:9], origin=operator) is None
    assert {outcome.charged for _, outcome in counter.log.ended} == {0}


async def test_relatives_who_are_closed_and_questions_about_nobody_are_not_charged(counter: Counter) -> None:
    family = "query family($id: ID!) { person(id: $id) { family { edges { node { id name { full } } } } } nameRequests { totalCount } }"
    assert await counter.code(HANDLER, family, id="p-kari") is None
    outcome: Outcome = counter.log.ended[-1][1]
    assert (outcome.charged, any(each.refused for each in outcome.disclosed)) == (0, True)
