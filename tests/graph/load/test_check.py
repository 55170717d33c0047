"""Lines into records: what is accepted, why the rest is rejected, and whom a rejected line closes."""

import json
from datetime import date
from typing import Any

import pytest

from graph import model
from graph.load import records
from graph.load.check import named, read, record
from graph.load.identity import relationship_id
from graph.load.record import Line, Node, Reason, Refused, Reject, Relationship
from tests.graph.load.made import NOW, edge, node, person, stream


def of(line: str | bytes) -> Node | Relationship:
    return record(Line(number=1, raw=line if isinstance(line, bytes) else line.encode()))


def reason(line: str | bytes) -> Reason:
    with pytest.raises(Refused) as refused:
        of(line)
    return refused.value.reason


def changed(line: str, **keys: Any) -> str:
    return json.dumps({**json.loads(line), **keys})


def test_a_node_has_its_values_converted() -> None:
    kari = of(person("p-kari", givenName="Kari", birthDate="1980-05-17", screenedAt="1970-01-02T00:00:00Z"))
    assert isinstance(kari, Node)
    assert kari.labels == ("Person",)
    keys = {"sortKey": ",kari", "searchKey": "kari", "searchStart": "kar"}
    assert kari.properties == {"givenName": "Kari", "birthDate": date(1980, 5, 17), "screenedAt": 86_400_000, **keys}


def test_null_is_the_same_as_left_out() -> None:
    assert of(node("p-kari", givenName=None)) == of(node("p-kari"))


def test_entity_may_stand_beside_the_label() -> None:
    assert of(changed(node("p-kari"), labels=["Entity", "Person"])) == of(node("p-kari"))


def test_a_relationship_has_the_hash_of_its_line() -> None:
    mother = of(edge("p-kari", "PARENT_OF", "p-ola", role="MOTHER", validFrom="2010-02-03"))
    assert mother.id == relationship_id("PARENT_OF", "p-kari", "p-ola", valid_from="2010-02-03", discriminator="MOTHER")


@pytest.mark.parametrize("other", [{"role": "FATHER"}, {"validFrom": "2010-02-04"}, {"registeredAt": "2011-01-01"}])
def test_what_tells_two_relationships_apart_tells_their_ids_apart(other: dict[str, str]) -> None:
    written = {"role": "MOTHER", "validFrom": "2010-02-03"}
    assert of(edge("p-kari", "PARENT_OF", "p-ola", **{**written, **other})).id != of(edge("p-kari", "PARENT_OF", "p-ola", **written)).id


def test_what_may_change_in_place_leaves_the_id() -> None:
    written = {"role": "MOTHER", "validFrom": "2010-02-03"}
    assert of(edge("p-a", "PARENT_OF", "p-b", **written, validTo="2020-01-01")).id == of(edge("p-a", "PARENT_OF", "p-b", **written)).id


@pytest.mark.parametrize("place", ["record", "properties"])
def test_an_id_that_is_given_stands(place: str) -> None:
    line = edge("p-kari", "MEMBER_OF", "h-1", **({"id": "r-1"} if place == "properties" else {}))
    assert of(changed(line, id="r-1") if place == "record" else line).id == "r-1"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("{", Reason.NOT_JSON),
        ("NaN", Reason.NOT_JSON),
        ("[]", Reason.NOT_A_RECORD),
        ("{}", Reason.NOT_A_RECORD),
        ('{"type":"nod"}', Reason.NOT_A_RECORD),
        (b'{"type":"node","id":"\xff"}', Reason.NOT_UTF8),
        (changed(node("p-1"), validFrom="2020-01-01"), Reason.UNKNOWN_KEY),
        (changed(node("p-1"), properties=[]), Reason.NOT_A_RECORD),
        (changed(node("p-1"), id=None), Reason.ID_MISSING),
        (changed(node("p-1"), id=""), Reason.ID_MISSING),
        (changed(node("p-1"), id=5), Reason.ID_INVALID),
        (node("p 1"), Reason.ID_INVALID),
        (node("p" * 201), Reason.ID_INVALID),
        (node("17858099999"), Reason.ID_INVALID),
        (node("p-17858400120"), Reason.ID_INVALID),
        (node("role:X", "Role", code="Y", reach="LOCAL"), Reason.ID_INVALID),
        (changed(node("p-1"), properties={"id": "p-2"}), Reason.ID_INVALID),
        (node("p-1", "Human"), Reason.UNKNOWN_LABEL),
        (changed(node("p-1"), labels=[]), Reason.UNKNOWN_LABEL),
        (changed(node("p-1"), labels=["Person", "Employee"]), Reason.UNKNOWN_LABEL),
        (changed(node("p-1"), labels=[{}]), Reason.UNKNOWN_LABEL),
        (node("n-1", "NameRequest", validFrom="2020-01-01"), Reason.UNKNOWN_LABEL),
        (node("n-1", "Restriction", validFrom="2020-01-01"), Reason.UNKNOWN_LABEL),
        (node("p-1", firstName="Kari"), Reason.UNKNOWN_PROPERTY),
        (node("p-1", sortKey="kari"), Reason.UNKNOWN_PROPERTY),
        (node("i-1", "Identifier", kind="NIN"), Reason.PROPERTY_MISSING),
        (node("i-1", "Identifier", kind="NIN", value="123"), Reason.IDENTIFIER_INVALID),
        (node("i-1", "Identifier", kind="FNR", value="17858099999"), Reason.UNKNOWN_VALUE),
        (node("md-1", "Mandate", kind="PROXY", actions=["READ", "EAT"], validFrom="2020-01-01"), Reason.UNKNOWN_VALUE),
        (node("md-1", "Mandate", kind="PROXY"), Reason.VALID_FROM_MISSING),
        (node("md-1", "Mandate", kind="PROXY", validFrom="2020-01-01", validTo="2020-01-01"), Reason.INTERVAL_EMPTY),
        (node("p-1", birthDate="1980-02-30"), Reason.BAD_DATE),
        (node("p-1", screenedAt="soon"), Reason.BAD_INSTANT),
        (node("p-1", givenName=7), Reason.WRONG_TYPE),
        (edge("p-1", "KNOWS", "p-2"), Reason.UNKNOWN_RELATIONSHIP),
        (changed(edge("p-1", "PARENT_OF", "p-2"), label=["PARENT_OF"]), Reason.UNKNOWN_RELATIONSHIP),
        (changed(edge("p-1", "PARENT_OF", "p-2"), end=None), Reason.END_MISSING),
        (changed(edge("p-1", "PARENT_OF", "p-2"), start="p-1"), Reason.END_MISSING),
        (edge("p-1", "PARENT_OF", "p-1"), Reason.SELF_RELATION),
        (edge("b-1", "PART_OF", "b-1"), Reason.SELF_RELATION),
        (edge("p-1", "PARENT_OF", "p-2", role="AUNT"), Reason.UNKNOWN_VALUE),
        (edge("p-1", "PARENT_OF", "p-2", validFrom=None), Reason.VALID_FROM_MISSING),
        (edge("p-1", "PARENT_OF", "p-2", validTo="2019-12-31"), Reason.INTERVAL_EMPTY),
        (edge("p-1", "PARENT_OF", "p-2", validTo="2020-01-01"), Reason.INTERVAL_EMPTY),
        (edge("p-1", "PARENT_OF", "p-2", since="2020-01-01"), Reason.UNKNOWN_PROPERTY),
        (edge("c-1", "CONCERNS", "p-2"), Reason.PROPERTY_MISSING),
    ],
)
def test_a_bad_line_is_rejected_with_its_reason(line: str | bytes, expected: Reason) -> None:
    assert reason(line) is expected


@pytest.mark.parametrize(
    ("line", "names"),
    [
        (edge("p-1", "PROTECTED_AS", "protection:SHIELDED", validFrom="soon"), {"p-1", "protection:SHIELDED"}),
        (edge("p-1", "PARENT_OF", "p-2", role="AUNT"), {"p-1", "p-2"}),
        (edge("p-1", "PARTNER_OFF", "p-2"), {"p-1", "p-2"}),
        (edge("p-1", "PROTECTED_AS", "protection:SHIELDED")[:-40], {"p-1", "protection:SHIELDED"}),
        ('{"type":"relationship","start":{"id":"p-1"},"end":{"id":"prot', {"p-1"}),
        ('{"label":"PARENT_OF","start":{"id":"p\\u002d1"}', {"p-1"}),
        ('{"start":{"id":"p-1"},"end":{"id":"p-2"}}', {"p-1", "p-2"}),
        (edge("p-1", "HAS_ADDRESS", "a-1", validFrom="soon"), set()),
        (edge("p-1", "HAS_ADDRESS", "a-1")[:-5], set()),
        (node("p-1", birthDate="never"), set()),
    ],
)
def test_a_broken_line_names_whom_it_may_have_guarded(line: str, names: set[str]) -> None:
    assert named(line.encode()) == names


def test_a_guard_in_bad_bytes_still_names_the_person() -> None:
    line = edge("p-1", "PROTECTED_AS", "protection:SHIELDED").encode().replace(b"2020", b"\xff\xfe")
    ((_, found),) = read([Line(number=1, raw=line)])
    assert isinstance(found, Reject)
    assert found.reason is Reason.NOT_UTF8
    assert "p-1" in found.names


def test_a_message_tells_no_value_of_a_known_property() -> None:
    with pytest.raises(Refused) as refused:
        of(node("i-1", "Identifier", kind="NIN", value="1785809999x"))
    assert "1785" not in refused.value.message


def test_records_leaves_out_what_is_rejected_and_fills_in_when_it_was_registered() -> None:
    (kari,) = records(stream(node("p-kari"), "{"), now=NOW)
    assert kari.properties == {"registeredAt": NOW}


@pytest.mark.parametrize("type", sorted({each.type for each in model.RELATIONSHIPS}))
def test_kinds_of_one_type_agree_on_what_the_loader_must_know_before_it_knows_the_ends(type: str) -> None:
    kinds = [each for each in model.RELATIONSHIPS if each.type == type]
    assert len({each.discriminator for each in kinds}) == 1
    assert len({each.guards for each in kinds}) == 1
    properties = [each for kind in kinds for each in model.properties_between(kind).values()]
    assert all(one == other for one in properties for other in properties if one.name == other.name)
    assert len(kinds) == 1 or not any(each.required for kind in kinds for each in kind.properties.values())


def test_a_guard_has_one_kind_of_start() -> None:
    starts = {(each.type, each.start) for each in model.RELATIONSHIPS if each.guards}
    assert len(starts) == len({type for type, _ in starts})


def test_no_property_of_a_relationship_is_called_as_its_ends() -> None:
    assert not any({"start", "end"} & set(model.properties_between(each)) for each in model.RELATIONSHIPS)
