"""What `search` finds, and which field of a view each way of finding it tells: a hit is one only where that field is open."""

from dataclasses import dataclass

from graph.views import ROOTS, Key


@dataclass(frozen=True, kw_only=True)
class Searched:
    """How nodes of one type are found: by what the view's field `name` shows, or by the number that `number` shows.

    `starts` are the properties by which a word of the text is looked up; without any, all nodes of the label are looked through.
    """

    type: str
    name: str
    number: str
    key: Key
    order: str
    starts: tuple[str, ...] = ("searchStart", "searchOther")


WORDS = "searchKey"
"""The property that holds every word of the name."""

LAST = "~"
"""Where nodes without a name come in the order of hits: after every letter of the alphabet."""

SEARCHED: dict[str, Searched] = {
    "PERSON": Searched(type="Person", name="name", number="nin", key=ROOTS["person"][1]["nin"], order="sortKey"),
    "BUSINESS": Searched(
        type="Business", name="name", number="organisationNumber", key=ROOTS["business"][1]["organisationNumber"], order=WORDS
    ),
    "UNIT": Searched(type="Unit", name="name", number="number", key=ROOTS["unit"][1]["number"], order=WORDS, starts=()),
    "MUNICIPALITY": Searched(
        type="Municipality",
        name="name",
        number="organisationNumber",
        key=Key(path="(it:Municipality)", property="it.organisationNumber"),
        order=WORDS,
        starts=(),
    ),
}
"""By the kinds that a client may ask for."""
