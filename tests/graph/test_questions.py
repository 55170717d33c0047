"""The questions about access, by the hundred thousand: who sees whom, why, since when, by whom they are seen, and what a holder would see.

A question is one viewer asking about one subject, or for one page, of one graph made by chance; all that comes back is compared.
"""

import json
import random
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from auth.viewer import Viewer, ViewerKind
from graph.compile import Answer
from graph.compile.who.through import LABELS
from graph.database import Database, Engine
from graph.views.access import SUBJECTS
from tests.comparing import Asking
from tests.examples import TIMES
from tests.graph.test_access import CHECK, THEN, WHY, appointed, known, plain
from tests.graph.test_another import CONTROLLER, PLAIN, THINGS, compared, controlled, those
from tests.graph.test_preview import PREVIEW
from tests.graph.test_preview import asked as previews
from tests.graph.test_reach import REACH
from tests.graph.test_who_can_see import ASKING as WHO
from tests.made_graphs import NOW, Made, granted, made, purposes, writes

_DAY = 86_400_000
_APART = 42
_GRAPHS: Mapping[Engine, int] = {"arcadedb": _APART, "neo4j": 9}
"""How many a part asks of. On Neo4j a fifth: that their statements mean the same there is seen by as few, and a question costs it more."""
_ENOUGH: Mapping[Engine, int] = {"arcadedb": 20_000, "neo4j": 4_000}
Asked = tuple[str, Asking, Viewer, dict[str, Any], int]


def questions(graph: Made, dice: random.Random) -> Iterator[Asked]:
    """What a graph is asked: every viewer about every node at once, and some of them at length; each with how many questions it is."""
    ids, subjects, persons = (
        [each.id for each in graph.nodes],
        [each.id for each in graph.nodes if each.label in SUBJECTS],
        graph.ids("Person"),
    )
    viewers, askable = graph.viewers(), [id_ for label in LABELS for id_ in graph.ids(label)]
    for viewer in viewers:
        yield "checkAccess", CHECK, viewer, {"subjects": [*ids, "unknown"]}, len(ids) + 1
    for viewer, subject in ((dice.choice(viewers), dice.choice(subjects)) for _ in range(40)):
        yield "access", WHY, viewer, {"subject": subject}, 1
        yield "access at", THEN, viewer, {"subject": subject, "at": NOW - dice.choice((1, 35, 200)) * _DAY}, 1
    for viewer, subject in ((dice.choice(viewers), dice.choice(askable)) for _ in range(15)):
        yield "whoCanSee", WHO, viewer, {"subject": subject, "category": dice.choice((None, "CASES", "ADDRESS")), "theme": None}, 1
        yield "whatCanISee", REACH, viewer, {"category": dice.choice((None, "CARD", "CASES")), "theme": None, "first": 100}, 1
    for id_ in persons:
        holder = Viewer(kind=ViewerKind.PERSON, key=id_)
        yield "whoCanSee", WHO, holder, {"subject": id_, "category": None, "theme": None}, 1
        yield from (("preview", PREVIEW, holder, values, 1) for values in previews(graph, dice))


def whole(answer: Answer) -> Any:
    denied = [(each.coordinate, each.code, each.count) for each in answer.denied]
    return json.loads(json.dumps([plain(answer), denied], sort_keys=True))


ASKED: Counter[str] = Counter()
ANOTHER: dict[Engine, Counter[str]] = {"arcadedb": Counter(), "neo4j": Counter()}
"""What was decided of other viewers."""


@pytest.mark.long
@pytest.mark.parametrize("part", range(TIMES), ids="part{}".format)
async def test_every_question_about_access_is_answered_as_the_reference_does(part: int, database: Database) -> None:
    """Each graph is alone in the database, for some questions go through all of it."""
    found: Counter[str] = Counter()
    first, graphs = 1000 + part * _APART, _GRAPHS[database.engine]
    for seed in range(first, first + graphs):
        graph, dice = (made if seed % 2 else granted)(seed), random.Random(seed)  # noqa: S311 - not for secrets
        await database.write_all(writes([purposes(), graph] if not found else [graph]))
        whole_graph = graph.graph
        for what, asking, viewer, values, count in questions(graph, dice):
            answer = whole(await asking.database(database, viewer, **values))
            assert answer == whole(asking.reference(whole_graph, viewer, **values)), (seed, what, viewer, values)
            found[what] += count
        await database.write("MATCH (n:Entity) WHERE n.id CONTAINS $seed DETACH DELETE n", {"seed": f"-{seed}-"})
    assert min(found.values()) > 3 * graphs, found
    ASKED[database.engine] += sum(found.values())


def likely(graph: Made, dice: random.Random) -> tuple[str, str]:
    """A viewer and a subject: of some that are made by chance the first of whom something is open, where there is one."""
    viewers, subjects = those(graph, "Employee", "Person", "Client"), those(graph, "Person", *THINGS)
    pairs = [(dice.choice(viewers), dice.choice(subjects)) for _ in range(6)]
    told = ((pair, PLAIN.reference(known(graph), CONTROLLER, viewer=pair[0], subject=pair[1]).data or {}) for pair in pairs)
    return next((pair for pair, data in told if data["access"]["decision"] != "DENIED"), pairs[0])


@pytest.mark.long
@pytest.mark.parametrize("part", range(TIMES), ids="part{}".format)
async def test_every_question_about_another_viewer_is_answered_as_the_reference_does(part: int, database: Database) -> None:
    """As a controller asks, of now and of then; half of the time they say what they ask about, which is another statement."""
    found, first = ANOTHER[database.engine], 1000 + part * _APART
    await database.write_all(writes([purposes()]))
    for seed in range(first, first + _GRAPHS[database.engine]):
        graph, dice = controlled(seed), random.Random(seed)  # noqa: S311 - not for secrets
        await database.write_all([*writes([graph]), appointed(f"review-{seed}")])
        labels = {each.id: each.label for each in graph.nodes}
        for who, subject in (likely(graph, dice) for _ in range(15)):
            said = {"type": labels[subject].upper(), "viewerKind": labels[who].upper()} if dice.random() < 0.5 else {}
            days = dice.choice((None, 1, 35, 200))
            found += await compared(database, graph, who, subject, at=None if days is None else NOW - days * _DAY, **said)
        await database.write("MATCH (n:Entity) WHERE n.id IN $ids DETACH DELETE n", {"ids": [each.id for each in graph.nodes]})


@pytest.mark.long
async def test_enough_was_asked(database: Database) -> None:
    """In `make test-long`, 100,000 on the embedded database and 20,000 on Neo4j; the parts before it are of the same worker."""
    engine, decisions = database.engine, ("ALLOWED", "PARTIAL", "DENIED")
    assert ASKED[engine] >= _ENOUGH[engine] * TIMES
    assert min(ANOTHER[engine][each] for each in decisions) >= _GRAPHS[engine] * TIMES // 6, ANOTHER
