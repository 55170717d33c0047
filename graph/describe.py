"""`docs/model.md`, made from the model."""

from collections.abc import Iterable, Iterator, Mapping

from auth.category import Category
from graph.model import EVERY_NODE, EVERY_RELATIONSHIP, LABELS, RELATIONSHIPS, VALIDITY, Kind, Label, Property, Relationship

INTRODUCTION = """\
# The graph

Made from `graph/model.py` by `make generated`; change it there.

Ids are opaque text, unique over all labels, compared exactly; never a national number, nor with one in them. What can change over
time and matters to a rule is a relationship. In files a record is a line of JSON:

    {"type":"node","id":"p-kari","labels":["Person"],"properties":{"givenName":"Kari","screenedAt":"2026-01-01","source":"FREG"}}
    {"type":"relationship","label":"IDENTIFIED_BY","start":{"id":"p-kari"},"end":{"id":"i-kari"},"properties":{"validFrom":"2010-02-03"}}

Instants are epoch milliseconds in the graph. In files they are ISO 8601 with an offset, or a date alone, which is its start in Europe/Oslo.
A node is merged by its id and its properties are replaced, so one that is left out or null goes. A relationship without an `id` gets one of
its own line: a hash of type, ends, `validFrom`, `registeredAt` and what tells two apart, as written. Reference data have ids of label and
code, as `area:0301` and `role:COUNSELLOR`.

Every property has a category, which says who may read it. Every relationship has one too: knowing the edge is knowing something.
"""


def page() -> str:
    """The text of docs/model.md."""
    return "\n".join(
        [
            INTRODUCTION,
            "## Every node\n",
            *_properties(EVERY_NODE.values()),
            "\n## Every relationship\n",
            *_properties(each for name, each in EVERY_RELATIONSHIP.items() if name in VALIDITY),
            "\nand what every node has.\n",
            "## Labels\n",
            *(line for label in LABELS.values() for line in _label(label)),
            "## Relationships\n",
            *_relationships(),
            "",
        ]
    )


def _label(label: Label) -> Iterator[str]:
    yield f"### {label.name}\n"
    yield f"{label.about}{_also(label)}\n"
    if label.properties:
        yield from _properties(label.properties.values())
        yield ""
    for each in RELATIONSHIPS:
        if each.start == label.name:
            yield f"- `{each.type}` → {_ends(each)}"
    yield ""


def _also(label: Label) -> str:
    lasts = " It has `validFrom`, which is required, and `validTo`, as relationships do." if label.lasts else ""
    reference = (
        f" Its id is `{label.reference}:` and its {'number' if 'number' in label.properties else 'code'}." if label.reference else ""
    )
    return lasts + reference + (" No file brings it." if label.made_here else "")


def _properties(properties: Iterable[Property]) -> Iterator[str]:
    yield from _table(
        ("property", "kind", "category", ""), ((f"`{each.name}`", _kind(each), each.category, _about(each)) for each in properties)
    )


def _kind(each: Property) -> str:
    kind = "list of text" if each.kind is Kind.TEXTS else each.kind.name.lower()
    return f"{kind}: {', '.join(each.values)}" if each.values else kind


def _about(each: Property) -> str:
    marks = (
        ("required", each.required),
        ("unique", each.unique),
        ("looked up by", each.indexed and not each.unique),
        ("computed by innsyn", each.derived),
    )
    return "; ".join([*(mark for mark, holds in marks if holds), *([each.about] if each.about else [])])


def _relationships() -> Iterator[str]:
    yield from _table(
        ("from", "relationship", "to", "category", "written by", "properties", ""),
        (
            (each.start, f"`{each.type}`", _ends(each), each.category, each.writer, _own(each.properties), _guards(each))
            for each in sorted(RELATIONSHIPS, key=lambda each: (each.start, each.type))
        ),
    )


def _ends(each: Relationship) -> str:
    return "any label" if set(each.ends) == set(LABELS) else " or ".join(each.ends)


def _own(properties: Mapping[str, Property]) -> str:
    return "; ".join(f"`{each.name}` {_kind(each)}" for each in properties.values())


def _guards(each: Relationship) -> str:
    told_apart = f"two at one time differ in `{each.discriminator}`" if each.discriminator else ""
    guards = "committed before what it guards; a rejected one closes whom it names" if each.guards else ""
    return "; ".join(said for said in (told_apart, guards) if said)


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str | Category, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"|{'---|' * len(heads)}"
    for row in rows:
        yield f"| {' | '.join(str(cell) for cell in row)} |"
