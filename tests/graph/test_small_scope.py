"""Every graph of a tiny universe, one family of rules at a time: the compiled statement answers as the reference does in all of them.

Chance misses what few facts together bring about; nothing is missed here. The graphs of a family stand side by side in one database:
each has facts of its own, and what they share is the reference data, an area and a unit.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, combinations, permutations, product
from typing import Any, TypeVar

import orjson
import pytest

from auth.viewer import Viewer
from graph.compile import Answer
from graph.database import Database
from tests.comparing import Asking, typed
from tests.graphs import edge, node
from tests.made_graphs import NOW, TODAY, Made, purposes, writes
from tests.tiny import Part, citizen, employee, graph_of, handler, made_of, person, role

_DAY = 86_400_000
_CHUNK = 100
T = TypeVar("T")
ASKED = Asking(
    """query scope($ids: [ID!]!) { nodes(ids: $ids) { ... on Person {
      id name { full } nin addresses { city } area { code }
      access { decision categories { category allowed themes } denials { code } }
      cases { totalCount edges { part node { id title theme { code } } } } } } }""",
    now=NOW,
    today=TODAY,
)
STATES: dict[str, dict[str, Any]] = {
    "valid": {"validFrom": NOW},
    "ended": {"validTo": NOW},
    "not begun": {"validFrom": NOW + 1},
    "unreadable": {"validFrom": None},
    "retracted": {"retractedAt": NOW - _DAY},
}
"""What can be so with a fact that is there."""


@dataclass(slots=True, kw_only=True)
class Universe:
    """The graphs of a family beside one another, and who asks of whom."""

    parts: list[Part] = field(default_factory=list)
    asked: dict[Viewer, list[str]] = field(default_factory=dict)

    def add(self, *parts: Part) -> None:
        self.parts += parts

    def ask(self, viewer: Viewer, subject: str) -> None:
        self.asked.setdefault(viewer, []).append(subject)

    @property
    def made(self) -> Made:
        return made_of(*self.parts)


def subsets(of: Sequence[T], most: int | None = None) -> list[tuple[T, ...]]:
    """All choices of some of them, of at most so many."""
    return list(chain.from_iterable(combinations(of, count) for count in range((len(of) if most is None else most) + 1)))


# --- the families ---


def protection() -> Universe:
    """Clearances of staff and of others, against protections in every state, screened or not."""
    found, codes = Universe(), ("STRICTLY_CONFIDENTIAL", "STRICTLY_CONFIDENTIAL_ABROAD", "CONFIDENTIAL", "SHIELDED")
    found.add(node("Business", "firm", organisationNumber="scope"), *role("national", "NATIONAL"))
    subjects = [(several, state, True) for several in subsets(codes) for state in STATES if len(several) == 1 or state == "valid"]
    subjects += [((), "valid", False)]
    for number, (several, state, screened) in enumerate(subjects):
        found.add(person(f"s{number}", **({} if screened else {"screenedAt": None})))
        found.add(*(edge(f"s{number}", "PROTECTED_AS", f"protection:{code}", **STATES[state]) for code in several))
    clearances = [(several, "valid") for several in subsets(codes)] + [((code,), state) for code in codes for state in STATES]
    for number, ((several, state), at) in enumerate(product(clearances, (None, "firm"))):
        found.add(*employee(f"e{number}", "national", at))
        found.add(*(edge(f"e{number}", "CLEARED_FOR", f"protection:{code}", **STATES[state]) for code in several))
        for subject in range(len(subjects)):
            found.ask(handler(f"e{number}"), f"s{subject}")
    return found


def kin() -> Universe:
    """Three persons, one of whom is the employee: every three relations between them, and each that has ended or was wrong."""
    found = Universe()
    found.add(*role("national", "NATIONAL"))
    relations = [(type_, *pair) for type_ in ("PARENT_OF", "PARTNER_OF") for pair in permutations(("self", "subject", "third"), 2)]
    graphs = [(some, "valid") for some in subsets(relations, 3)] + [((each,), state) for each in relations for state in STATES]
    for number, (some, state) in enumerate(graphs):
        found.add(*employee(f"e{number}", "national"), person(f"e{number}-subject"), person(f"e{number}-third"))
        found.add(*(edge(f"e{number}-{start}", type_, f"e{number}-{end}", **STATES[state]) for type_, start, end in some))
        for who in ("self", "subject", "third"):
            found.ask(handler(f"e{number}"), f"e{number}-{who}")
    return found


def office() -> Universe:
    """Two employees, two seats, two units: who holds which, where they are, and whether it is known who they are."""
    found = Universe()
    found.add(*role("national", "NATIONAL"), *(node("Unit", id_, number=id_) for id_ in ("unit-1", "unit-2")))
    holds = [(who, seat) for who in ("e", "o") for seat in ("p", "q")]
    for number, (held, at, known) in enumerate(product(subsets(holds), product(("unit-1", "unit-2", None), repeat=2), (True, False))):
        id_ = {each: f"{each}{number}" for each in "eopqsx"}
        found.add(*(node("Employee", id_[each], ident=id_[each]) for each in "eo"), *(node("Position", id_[each]) for each in "pq"))
        found.add(person(id_["s"]), person(id_["x"]), edge(id_["o"], "IS", id_["s"]), *([edge(id_["e"], "IS", id_["x"])] if known else []))
        found.add(*(edge(id_[who], "HOLDS", id_[seat]) for who, seat in held))
        found.add(*(edge(id_[seat], "IN", "national") for seat in "pq"))
        found.add(*(edge(id_[seat], "AT", unit) for seat, unit in zip("pq", at, strict=True) if unit))
        found.ask(handler(id_["e"]), id_["s"])
        found.ask(handler(id_["e"]), id_["x"])
    return found


LIFTS: tuple[tuple[str, ...] | None, ...] = (None, (), ("DECEASED",), ("LIVES_ABROAD", "UNKNOWN_RESIDENCE"), ("DECEASED", "LIVES_ABROAD"))


def reach() -> Universe:
    """Where the office serves, where the person belongs and whether they are alive, against an override of every kind."""
    found = Universe()
    kinds = ("MUNICIPALITY", "DISTRICT", "COUNTRY", "UNKNOWN")
    found.add(*(node("Area", f"area-{kind}", code=f"scope-{kind}", kind=kind) for kind in kinds))
    found.add(edge("area-DISTRICT", "PART_OF", "area-MUNICIPALITY"))
    served = [(), *(((area, None),) for area in kinds[:3]), *((("MUNICIPALITY", theme),) for theme in ("HJE", "SYK"))]
    reaches = (("LOCAL", True), ("LOCAL", False), ("NATIONAL", False), ("ASSIGNED", False))
    for number, (areas, (reached, cleared)) in enumerate(product(served, reaches)):
        found.add(node("Unit", f"u{number}", number=f"u{number}"), *role(f"r{number}", reached, "HJE"))
        found.add(*employee(f"e{number}", f"r{number}", f"u{number}"))
        found.add(*(edge(f"u{number}", "SERVES", f"area-{area}", **({"theme": theme} if theme else {})) for area, theme in areas))
        found.add(*([edge(f"e{number}", "CLEARED_FOR", "protection:DECEASED")] if cleared else []))
    employees = len(served) * len(reaches)
    died = (None, date(2025, 9, 21), date(2025, 9, 20))
    for number, (area, death) in enumerate(product((None, *kinds), died)):
        for who, (lifts, state) in enumerate(product(LIFTS, ("valid", "ended"))):
            subject = f"s{number}-{who}"
            found.add(person(subject, **({"deathDate": death} if death else {})))
            found.add(*([edge(subject, "BELONGS_TO", f"area-{area}")] if area else []))
            for each in (f"e{e}" for e in range(employees) if lifts is not None or state == "valid"):
                found.ask(handler(each), subject)
                found.add(*(_override(f"o-{each}-{subject}", each, subject, lifts, state) if lifts is not None else ()))
    return found


def _override(id_: str, by: str, of: str, lifts: tuple[str, ...], state: str) -> Iterator[Part]:
    yield node("Override", id_, lifts=list(lifts), **{"validFrom": 0, **STATES[state]})
    yield from (edge(id_, "BY", by), edge(id_, "OF", of))


def mandates() -> Universe:
    """Every mandate of a holder, by kind, actions, what it covers, its clearance and its state, of persons under every protection."""
    found = Universe()
    covered = subsets(("category:CASES", "category:IDENTITY", "theme:HJE"))
    cleared = (None, "STRICTLY_CONFIDENTIAL", "CONFIDENTIAL", "SHIELDED")
    protected = (None, "STRICTLY_CONFIDENTIAL", "STRICTLY_CONFIDENTIAL_ABROAD", "SHIELDED")
    plain = product(("PROXY", "GUARDIANSHIP"), (["READ"], ["WRITE"], None), covered, cleared, protected, ("valid",))
    parents = product(("PARENTAL_RESPONSIBILITY",), (["READ"], None), ((), ("theme:HJE",)), cleared, protected, ("valid",))
    ended = product(("PROXY",), (["READ"],), (("category:IDENTITY",),), (None,), (None,), (*STATES, "revoked"))
    for number, (kind, actions, covers, clear, protection_, state) in enumerate(chain(plain, parents, ended)):
        mandate, subject, holder = f"m{number}", f"s{number}", f"h{number // 20}"
        lasts = {"revokedAt": NOW - _DAY} if state == "revoked" else STATES[state]
        told = {name: value for name, value in {"actions": actions, "validFrom": 0, **lasts}.items() if value is not None}
        found.add(person(holder), person(subject, birthDate=date(2008, 9, 22 - number // 16 % 2)))
        found.add(node("Mandate", mandate, kind=kind, **told))
        found.add(edge(mandate, "TO", holder), edge(mandate, "FROM", subject), *(edge(mandate, "COVERS", each) for each in covers))
        found.add(*([edge(mandate, "CLEARED_FOR", f"protection:{clear}")] if clear else []))
        found.add(*([edge(subject, "PROTECTED_AS", f"protection:{protection_}")] if protection_ else []))
        found.ask(citizen(holder), subject)
    return found


def rows() -> Universe:
    """A case of every theme, open or closed, with another party or none, against what the role handles and who is assigned."""
    found = Universe()
    found.add(person("hidden"), person("known"), edge("hidden", "PROTECTED_AS", "protection:CONFIDENTIAL"))
    handled = subsets(("HJE", "AAP", "FAR"))
    handlers = [*product(handled, ("NATIONAL",)), ((), "ASSIGNED"), (("HJE", "FAR"), "ASSIGNED")]
    for number, (themes, reached) in enumerate(handlers):
        found.add(*role(f"r{number}", reached, *themes), *employee(f"e{number}", f"r{number}"))
    closed = (None, NOW, NOW + 1)
    for number, (themes, other, closing, part) in enumerate(product(handled, (None, "known", "hidden"), closed, ("MAIN", "PARTY"))):
        case, subject = f"c{number}", f"s{number}"
        told = {"title": "A case"} | ({"closedAt": closing} if closing else {})
        found.add(person(subject), node("Case", case, **told), edge(case, "CONCERNS", subject, part=part))
        found.add(*([edge(case, "CONCERNS", other, part="PARTY")] if other else []))
        found.add(*(edge(case, "IN", f"theme:{each}") for each in themes))
        for each in range(len(handlers)):
            found.add(*([edge(f"e{each}", "ASSIGNED_TO", case)] if (each + number) % 2 else []))
            found.ask(handler(f"e{each}"), subject)
    return found


FAMILIES: dict[str, tuple[Callable[[], Universe], int]] = {
    "protection": (protection, 2_376),
    "kin": (kin, 1_077),
    "office": (office, 576),
    "reach": (reach, 3_240),
    "mandates": (mandates, 838),
    "rows": (rows, 1_440),
}
"""Each family with the number of pairs of viewer and subject in it, so that none is lost unseen."""


@pytest.mark.parametrize("family", FAMILIES)
async def test_every_tiny_graph_of_the_family_is_answered_as_the_reference_does(database: Database, family: str) -> None:
    universe, pairs = FAMILIES[family][0](), FAMILIES[family][1]
    await database.write_all(writes([purposes(), universe.made]))
    graph = graph_of(universe.made)
    compared = 0
    for viewer, subjects in universe.asked.items():
        for ids in (subjects[start : start + _CHUNK] for start in range(0, len(subjects), _CHUNK)):
            found = await ASKED.database(database, viewer, ids=ids)
            assert plain(found) == plain(ASKED.reference(graph, viewer, ids=ids)), viewer
            compared += len(ids)
    assert compared == pairs


def plain(answer: Answer) -> Any:
    denied = [(each.coordinate, each.code, each.count) for each in answer.denied]
    return orjson.loads(orjson.dumps([typed(answer.data), denied, answer.problem]))
