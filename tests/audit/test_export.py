"""The log in the words of others."""

import orjson
import pytest

from audit.append import Appender, size
from audit.entry import Refusal, Result
from audit.export import Format, exported
from audit.record import concluded, intent
from audit.store import Address
from tests.audit.kept import connected
from tests.audit.made import disclosed, lookup, outcome

AT = 1_700_000_000_000


@pytest.fixture
def said(address: Address) -> Address:
    asked = lookup(request="r|1=2", at=AT, case="case-1", client="modia")
    refused = disclosed("p-ola", result=Result.REFUSED, code="CONFIDENTIAL", categories=(), given=(), grounds=(), held=())
    partly = disclosed("p-kari", refused=(Refusal(coordinate="Person.addresses", code="NO_GRANT"),))
    with connected(address) as store:
        appender = Appender(store)
        appender.append([intent(lookup(request="attempt", at=AT, asked=("p-nora",)), "attempt")])
        (begun,) = appender.append([intent(asked, "t")])
        appender.append(list(concluded(asked, outcome(disclosed=(partly, refused, disclosed("b-1", label="Business"))), "t", begun)))
        appender.append(list(concluded(lookup(request="analysis", at=AT), outcome(), "a", None)))
    return address


def lines(address: Address, form: Format, since: int = 0) -> list[str]:
    with connected(address) as store:
        return list(exported(store, form, origin="innsyn.example", since=since, upto=size(store)))


def test_json_lines_hold_every_entry(said: Address) -> None:
    read = [orjson.loads(line) for line in lines(said, Format.JSONL)]
    assert [each["kind"] for each in read] == ["intent", "intent", "request", "subject", "subject", "subject", "request"]
    assert [each.get("attempted", False) for each in read] == [True] + [False] * 6
    assert read[3]["detail"]["refused"] == [["Person.addresses", "NO_GRANT"]]
    assert lines(said, Format.JSONL, since=5) == lines(said, Format.JSONL)[5:]


def test_cef_has_a_line_for_each_subject_and_for_what_is_about_nobody(said: Address) -> None:
    attempted, allowed, refused, business, about_nobody = lines(said, Format.CEF)
    head, _, fields = allowed.partition("|INFO|")
    assert head == "CEF:0|innsyn.example|AuditLogger|1.0|audit:access|innsyn look-up"
    assert fields.startswith(f"end={AT} suid=Z990001 duid=p-kari sproc=r\\|1\\=2 dproc=modia request=person flexString1=Permit")
    assert "|WARN|" in refused
    assert "flexString1=Deny flexString1Label=Decision flexString2=CONFIDENTIAL" in refused
    assert "duid=p-nora" in attempted
    assert "cs5=attempted" in attempted
    assert "duid=b-1" in business
    assert "duid" not in about_nobody


def test_balp_has_an_audit_event_for_each_subject(said: Address) -> None:
    attempted, allowed, refused, business, _ = (orjson.loads(line) for line in lines(said, Format.BALP))
    assert [each["outcome"] for each in (attempted, allowed, refused)] == ["8", "0", "4"]
    assert allowed["meta"]["profile"][0].endswith("IHE.BasicAudit.PatientRead")
    assert business["meta"]["profile"][0].endswith("IHE.BasicAudit.Read")
    assert [agent["type"]["coding"][0]["code"] for agent in allowed["agent"]] == ["110153", "110152", "IRCP"]
    assert [entity["what"]["identifier"]["value"] for entity in allowed["entity"]] == ["p-kari", "p-kari", "r|1=2"]
    assert allowed["recorded"] == "2023-11-14T22:13:20.000+00:00"
