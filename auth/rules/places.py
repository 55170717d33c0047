"""Places leak: where someone lives, is served or keeps a device tells where whoever shares it is (A10, A15).

A place is closed as long as an address protection of the subject, or of anyone who shares it, binds the viewer, unless the viewer
lives there. An address that was held while protected stays closed afterwards and in history.
"""

from auth.rule import Closes, Denial, Grant, When
from auth.rules.policy import Policy
from auth.rules.terms import CLEARED, IS_ADDRESS_PROTECTION, STAFF, held_when_asked, mandate_cleared, overlap

_SAYS = {"nb": "Stedet kan røpe hvor en beskyttet person er", "en": "The place could tell where a protected person is"}
_BASIS = "Folkeregisterloven § 10-4"
_PROTECTED = "-[protected:PROTECTED_AS]->(protection:Protection)"


def _place(name: str, path: str, *conditions: str, whose: str = "sharer", unless: tuple[str, ...] = ()) -> Denial:
    return Denial(
        id=f"place.{name}",
        path=f"(viewer), {path}{_PROTECTED}",
        where=" AND ".join((IS_ADDRESS_PROTECTION, "protected.retractedAt IS NULL", *conditions)),
        unless=(CLEARED, mandate_cleared(whose), *unless),
        code="{protection.code}",
        core=True,
        when=When.EVEN_RETRACTED,
        closes=Closes.PLACES,
        basis=_BASIS,
        says=_SAYS,
    )


_LIVES_HERE = "(viewer:Person)-[:HAS_ADDRESS]->(address)"
_IN_HOUSEHOLD = "(viewer:Person)-[:MEMBER_OF]->(household)"

OWN_PLACE = _place("own", "(subject:Person)", "viewer <> subject", held_when_asked("protected"), whose="subject")
SHARED_ADDRESS = _place(
    "shared-address",
    "(subject:Person)-[held:HAS_ADDRESS]->(address:Address)<-[kept:HAS_ADDRESS]-(sharer:Person)",
    "viewer <> subject",
    held_when_asked("held"),
    overlap("kept", "protected"),
    unless=(_LIVES_HERE,),
)
SHARED_HOUSEHOLD = _place(
    "shared-household",
    "(subject:Person)-[held:MEMBER_OF]->(household:Household)<-[kept:MEMBER_OF]-(sharer:Person)",
    "viewer <> subject",
    held_when_asked("held"),
    overlap("kept", "protected"),
    unless=(_IN_HOUSEHOLD,),
)


def _protected(name: str, path: str) -> Denial:
    """A protection of someone whom the thing concerns. To have shared a home with them lifts nothing: where they hide is not registered."""
    return _place(name, path, "viewer <> other", overlap("held", "protected"), whose="other")


def _of_thing(name: str, path: str) -> tuple[Denial, ...]:
    """What closes the places of a thing, in three ways: a protection of `other`, whom it concerns, or of who shares a home with them.

    Whether it concerned them at the instant asked for does not matter: what is shown of a thing is as it is now.
    """
    return (
        _protected(name, path),
        _place(
            name,
            f"{path}-[:HAS_ADDRESS]->(address:Address)<-[kept:HAS_ADDRESS]-(sharer:Person)",
            "viewer <> other",
            overlap("kept", "protected"),
            unless=(_LIVES_HERE,),
        ),
        _place(
            name,
            f"{path}-[:MEMBER_OF]->(household:Household)<-[kept:MEMBER_OF]-(sharer:Person)",
            "viewer <> other",
            overlap("kept", "protected"),
            unless=(_IN_HOUSEHOLD,),
        ),
    )


THINGS = (
    *_of_thing("device", "(subject:Device)-[held:LENT_TO]->(other:Person)"),
    *_of_thing("case", "(subject:Case)-[held:CONCERNS]->(other:Person)"),
    *_of_thing("activity", "(subject:Activity)<-[held:TAKES_PART_IN]-(other:Person)"),
    *_of_thing("dialogue", "(subject:Dialogue)-[held:WITH]->(other:Person)"),
    *_of_thing("proprietorship", "(subject:Business)-[:PART_OF*0..2]->(:Business)-[held:OWNED_BY]->(other:Person)"),
)
_OWNED = "(:Business)-[:PART_OF*0..2]->(:Business)-[held:OWNED_BY]->(other:Person)"
THROUGH = (
    _protected("case", "(subject:Case)-[:CONCERNS]->(:Device)-[held:LENT_TO]->(other:Person)"),
    _protected("case", f"(subject:Case)-[:CONCERNS]->{_OWNED}"),
    _protected("dialogue", f"(subject:Dialogue)-[:WITH]->{_OWNED}"),
    _protected("activity", "(subject:Activity)-[:PART_OF]->(:Case)-[held:CONCERNS]->(other:Person)"),
    _protected("activity", "(subject:Activity)-[:ON]->(:Device)-[held:LENT_TO]->(other:Person)"),
)
"""Whom a thing concerns through another: a device, a business of theirs, the case that it is part of."""
KEPT_AT = _place(
    "device",
    "(subject:Device)-[:KEPT_AT]->(address:Address)<-[kept:HAS_ADDRESS]-(sharer:Person)",
    overlap("kept", "protected"),
    unless=(_LIVES_HERE,),
)

PROTECTIVE_UNIT = Denial(
    id="place.protective-unit",
    path="(viewer), (subject:Unit {protective: true})",
    unless=(
        f"{STAFF}, (viewer)-[:CLEARED_FOR]->(:Protection {{code: 'STRICTLY_CONFIDENTIAL'}})",
        "(viewer:Person)-[:FOLLOWED_UP_BY]->(subject)",
    ),
    code="NOT_AVAILABLE",
    core=True,
    closes=Closes.PLACES,
    basis=_BASIS,
    says={"nb": "Enheten leses som «NAV»", "en": "The unit reads as “NAV”"},
)


def declared(policy: Policy) -> tuple[Grant | Denial, ...]:
    """The rules, in order."""
    return (OWN_PLACE, SHARED_ADDRESS, SHARED_HOUSEHOLD, *THINGS, *THROUGH, KEPT_AT, PROTECTIVE_UNIT)
