"""What a person chose to be told of, in Cypher."""

from dataclasses import dataclass
from typing import Any

from auth import notice
from auth.viewer import ViewerKind
from graph.change import Outcome
from graph.compile.fields import Fields
from graph.compile.shape import Record, Shaping
from graph.compile.text import Names, block, call, map_of
from graph.selection import Selection


def choice(names: Names, person: str) -> str:
    """The latest choice of a person; null where there is none."""
    held, made = names.fresh("held"), names.fresh("choice")
    lines = [
        f"MATCH ({made}:NoticeChoice)-[{held}:OF]->({person})",
        f"WHERE {held}.retractedAt IS NULL AND {made}.retractedAt IS NULL",
        f"RETURN {map_of({'kinds': f'{made}.kinds'})} ORDER BY {made}.number DESC, {made}.id DESC LIMIT 1",
    ]
    return f"head({block('COLLECT', lines)})"


def chosen(found: Record | None) -> tuple[notice.Kind, ...]:
    """What is told to whoever has chosen so."""
    return notice.chosen(found["kinds"] if found else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """Whether the viewer is a person that there is, and what they have chosen under each key that asks for it."""

    nodes: tuple[Selection, ...]

    def shaped(self, found: Any, record: Record, shaping: Shaping) -> Outcome:
        """What the change is judged by, and what it answers."""
        kinds = [str(each) for each in chosen(found and found["chosen"])]
        nodes = {node.key: {child.key: kinds for child in node.children} for node in self.nodes}
        standing = notice.Standing(staff=shaping.staff, found=found is not None)
        return Outcome(subject=found["person"] if found else "", standing=standing, nodes=nodes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """Draws what a choice is judged by into a statement: it is the person's own alone."""

    fields: Fields
    selection: Selection

    def judged(self, variable: str) -> tuple[list[str], Judged]:
        """The lines that bind it, and its shape."""
        judged = Judged(nodes=tuple(child for child in self.selection.children if child.field != "problems"))
        if self.fields.context.kind is not ViewerKind.PERSON:
            return [f"WITH *, null AS {variable}"], judged
        names = self.fields.context.names
        person = names.fresh("person")
        row = map_of({"person": f"{person}.id", "chosen": choice(names, person)})
        found = [f"MATCH ({person}:Person {{id: $viewer}})", f"WHERE ctx.permitted AND {person}.retractedAt IS NULL"]
        return call(["ctx"], [*found, f"RETURN head(collect({row})) AS {variable}"]), judged
