"""Hints follow from the declarations: each has words, and none speaks of what the subject's side covers."""

from dataclasses import replace
from itertools import product

import pytest

from auth.category import PERSONAL, Category
from auth.decide import Decision, Pair, entry
from auth.hints import End, Held, Hints, Missing, Own, Way
from auth.rule import Denial, Grant, RoleOf, parts_of
from auth.rules import INNSYN
from auth.rules.messages import ends, lacks
from auth.viewer import ViewerKind

CARD = entry(Category.CARD)
PAIRS = [
    (kind, grant)
    for kind, grant in product((ViewerKind.EMPLOYEE, ViewerKind.PERSON, ViewerKind.CLIENT), INNSYN.grants)
    if grant.concerns(kind, "Person")
]
IDS = [f"{kind}, {grant.id}, {number}" for number, (kind, grant) in enumerate(PAIRS)]


def hints(kind: ViewerKind, grant: Grant, *, told: bool, mask: frozenset[str] = frozenset({CARD, "CASES", "CASES:AAP"})) -> Hints:
    """What is hinted where one way of the grant is open, by a role that covers the name and cases."""
    nodes = {at: End(label=_label(grant, at), id=at if told else None, kind=_kind(grant, at)) for _, at in grant.pattern.outward("viewer")}
    seats = {part.reach[0] if part.reach else None for part in parts_of(grant.gives) if isinstance(part, RoleOf)}
    covers = frozenset({Category.CARD, Category.CASES})
    roles = tuple(Held(position="position", role=End(label="Role", id="r", name="R"), covers=covers, reach=each) for each in seats)
    own = Own(kind=kind, id="viewer", purpose="P", covered=frozenset(PERSONAL), roles=roles)
    none = frozenset[str]()
    decision = Decision(mask=mask, offered=mask, codes=none, place_codes=none, reach=none, staff=kind is ViewerKind.EMPLOYEE)
    return Hints(decision=decision, ways=[Way(grant=grant, gives=mask, nodes=nodes)], denials=_denials(kind), own=own)


def _label(grant: Grant, variable: str) -> str:
    node = grant.pattern.node(variable)
    return node.labels[0] if node and node.labels else "Person"


def _kind(grant: Grant, variable: str) -> str | None:
    node = grant.pattern.node(variable)
    return str(dict(node.properties)["kind"]) if node and "kind" in dict(node.properties) else None


def _denials(kind: ViewerKind) -> tuple[Denial, ...]:
    return Pair.of(INNSYN, kind, "Person").denials


@pytest.mark.parametrize("told", [True, False])
@pytest.mark.parametrize(("kind", "grant"), PAIRS, ids=IDS)
def test_every_hint_of_every_grant_has_words_in_both_languages(kind: ViewerKind, grant: Grant, told: bool) -> None:
    found = hints(kind, grant, told=told)
    missing = [each for category in PERSONAL for each in found.missing(category)]
    said = [lacks(each, language) for each in missing for language in ("nb", "en")]
    said += [ends(each, language) for each in found.endings(Category.CARD) for language in ("nb", "en")]
    assert all(each and "None" not in each and "{" not in each for each in said)


def test_only_own_data_cannot_be_ended() -> None:
    assert {grant.id for kind, grant in PAIRS if not hints(kind, grant, told=True).endings(Category.CARD)} == {"person.own-data"}


def test_what_a_consent_or_a_mandate_of_others_covers_is_not_told_by_what_is_missing() -> None:
    """A20: it lies on the subject's side, and may cover more than shows."""
    theirs = [(kind, grant) for kind, grant in PAIRS if grant.id in ("business.proxy", "organisation.consent", "client.consent")]
    assert len(theirs) == 3
    assert [hints(kind, grant, told=True).missing(category) for kind, grant in theirs for category in PERSONAL] == [[]] * 3 * len(PERSONAL)


@pytest.mark.parametrize("category", [Category.ADDRESS, Category.SERVICE])
def test_what_tells_places_is_not_hinted_where_no_such_is_open(category: Category) -> None:
    """A20: a denial of places may stand before it that the viewer is not told of."""
    national = next(grant for _, grant in PAIRS if grant.id == "employee.national-role")
    assert hints(ViewerKind.EMPLOYEE, national, told=True).missing(Category.WORK)
    assert not hints(ViewerKind.EMPLOYEE, national, told=True).missing(category)
    other = Category.SERVICE if category is Category.ADDRESS else Category.ADDRESS
    assert hints(ViewerKind.EMPLOYEE, national, told=True, mask=frozenset({CARD, entry(other)})).missing(category)


def _closed(*codes: str, first_only: bool = False) -> list[Missing]:
    every, none = frozenset({CARD}), frozenset[str]()
    decision = Decision(mask=none, offered=every, codes=frozenset(codes), place_codes=none, reach=none, staff=True)
    own = Own(kind=ViewerKind.EMPLOYEE, id="viewer", purpose="P", covered=frozenset(PERSONAL), roles=())
    found = Hints(decision=decision, ways=[], denials=_denials(ViewerKind.EMPLOYEE), own=own, silent=first_only)
    return found.missing(Category.CARD)


def test_clearances_are_told_together_and_only_where_they_lift_all_that_closes() -> None:
    """A20: and never under a core denial, nor where not all codes are told."""
    ((two,),) = ([each] for each in _closed("DECEASED", "LIVES_ABROAD"))
    assert [each.end.name for each in two.facts] == ["DECEASED", "ABROAD"]
    for codes in (("DISQUALIFIED", "DECEASED"), ("CONFIDENTIAL",), ("DECEASED", "GUARDIAN_OF_SUBJECT")):
        assert _closed(*codes) == []
    assert _closed("DECEASED", first_only=True) == []


def _named(**seats: tuple[str, ...]) -> set[tuple[str | None, ...]]:
    """The roles of each set of facts that would open WORK, where a position gives CARD and it is not told which; `c…` roles cover it."""
    attached = next(grant for _, grant in PAIRS if grant.id == "business.attached-person")
    found = hints(ViewerKind.PERSON, attached, told=False, mask=frozenset({CARD}))
    covers = {False: frozenset[Category](), True: frozenset({Category.CARD})}
    roles = [(seat, role) for seat, mine in seats.items() for role in mine]
    held = tuple(
        Held(position=seat, role=End(label="Role", id=role, name=role), covers=covers[role[0] == "c"], reach="LOCAL")
        for seat, role in roles
    )
    missing = replace(found, own=replace(found.own, roles=held)).missing(Category.WORK)
    return {tuple(fact.start.id for fact in each.facts) for each in missing}


def test_of_the_positions_that_may_be_meant_those_count_that_give_what_is_told() -> None:
    """A20: each set is enough whichever it is."""
    assert _named(one=("a",), two=("a", "b", "c1")) == {("a",), ("b",), ("c1",)}
    assert _named(one=("a", "c1"), two=("a", "b", "c2")) == {("a",)}
    assert _named(one=("c1",), two=("c2",)) == {("c1", "c2")}
    assert _named(one=("a",)) == set()
