"""What a question about access costs: of a thousand subjects by that of one, and with every reason by that without."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from graphql.execution.values import VariableValues

from api.answers import now
from api.arguments import Arguments, variables
from api.cursor import KEY_BYTES, Cursors
from api.document import Documents
from api.plan import Plans
from auth.oslo import day_of
from auth.rules import INNSYN
from auth.viewer import Viewer
from bench.engines import Filled
from bench.measure import PLAN_SECONDS, Run, Times, interleaved

SUBJECTS: Final = 1_000
SOME: Final = """\
// bench-some: persons, whoever they are
MATCH (person:Person) WITH person.id AS id ORDER BY id LIMIT $count
RETURN collect(id) AS ids"""
_TOLD: Final = "decision denials { code } categories { category allowed themes"
CHECK: Final = f"query check($subjects: [ID!]!) {{ checkAccess(subjects: $subjects) {{ subject {_TOLD} }} }} }}"
PLAIN: Final = f"query plain($subject: ID!) {{ access(subject: $subject) {{ {_TOLD} }} }} }}"
WHY: Final = f"query why($subject: ID!) {{ access(subject: $subject) {{ {_TOLD} reasons {{ rule text validTo path {{ id name }} }} }} }} }}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was measured, through the driver."""

    one: Times
    many: Times
    plain: Times
    why: Times

    @property
    def many_to_one(self) -> float:
        """What a thousand subjects cost, by one."""
        return self.many.median / self.one.median

    @property
    def why_to_plain(self) -> float:
        """What the reasons cost."""
        return self.why.median / self.plain.median


async def asked(viewer: Viewer, subject: str, filled: Filled, rounds: int) -> Asked:
    """Both ratios, of one viewer and someone within their reach."""
    (some,) = await filled.database.read(SOME, {"count": SUBJECTS})
    checks = {"one": {"subjects": [subject]}, "many": {"subjects": some["ids"]}}
    found = await interleaved({name: run(CHECK, viewer, values, filled) for name, values in checks.items()}, rounds)
    texts = {"plain": PLAIN, "why": WHY}
    told = await interleaved({name: run(text, viewer, {"subject": subject}, filled) for name, text in texts.items()}, rounds)
    return Asked(one=found["one"], many=found["many"], plain=told["plain"], why=told["why"])


def run(text: str, viewer: Viewer, values: Mapping[str, Any], filled: Filled) -> Run:
    """A question with these values, through the driver."""
    read = Documents().read(text)
    plan = Plans(INNSYN).plan(read, read.operation(None), VariableValues({}, {}), viewer.kind)
    arguments = Arguments(plan.asked, variables(plan.operation, values), viewer=viewer, cursors=Cursors(key=b"k" * KEY_BYTES))
    instant = now()
    moment = {"now": instant, "today": day_of(instant)}
    asker = {"viewer": viewer.key, "purpose": viewer.purpose, "case": None}
    given = plan.statement.given(arguments.parameters() | moment | asker)
    return lambda _: filled.database.read(plan.statement.text, given, seconds=PLAN_SECONDS)
