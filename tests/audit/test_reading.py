"""Reading the log is a look-up of those of whom it tells."""

import pytest

from audit.append import Appender, size
from audit.export import Format, entries, told
from audit.reading import EXPORT, RECEIPT, TAIL, Reading, reading
from audit.record import concluded, intent
from audit.store import Address, Store
from audit.visits import Folding, about
from audit.withheld import released
from auth.category import Category
from auth.rules import INNSYN
from auth.visit import By, Pseudonyms
from tests.audit.kept import checkpoint, connected, report
from tests.audit.made import append, disclosed, lookup, outcome, written


def read(store: Store, by: str = EXPORT) -> Reading:
    return reading(store, by, "kari", "1")


def exported(address: Address, since: int = 0, form: Format = Format.JSONL) -> int:
    """What an export says of itself; where the next goes on."""
    with connected(address) as store:
        upto = size(store)
        read(store).tells(told(store, form, since, upto))
    return upto


def chains(address: Address, since: int) -> list[tuple[str, str]]:
    """Of whom there are entries from a position on, and in which chain."""
    with connected(address) as store:
        parts = [each.parts["subject"] for each in entries(store, since, size(store)) if "subject" in each.parts]
    return sorted((each["id"], each["chain"]) for each in parts)


def test_each_of_whom_an_export_tells_has_one_entry(address: Address) -> None:
    written(address, ("p-kari", "p-ola"), ("p-kari",), ("?",))
    upto = exported(address)
    assert chains(address, upto) == [("p-kari", "open"), ("p-ola", "open")]
    assert report(address).findings == ()


def test_what_an_export_says_of_itself_is_of_the_next_and_makes_no_more(address: Address) -> None:
    written(address, ("p-kari", "p-ola"))
    first = exported(address)
    written(address, ("p-kari",))
    second = exported(address, first)
    assert chains(address, second) == [("p-kari", "open")]
    third = exported(address, second)
    assert chains(address, third) == []


def test_what_a_format_has_no_line_for_is_not_told(address: Address) -> None:
    with connected(address) as store:
        begun = lookup(asked=("p-nora",))
        (position,) = Appender(store).append([intent(begun, "t")])
        Appender(store).append(list(concluded(begun, outcome("p-kari"), "t", position)))
    assert [asked(address, exported(address, 0, form)) for form in (Format.CEF, Format.JSONL)] == [[], ["p-nora"]]


def asked(address: Address, since: int) -> list[str]:
    """Whom the requests from a position on name."""
    with connected(address) as store:
        return [subject for each in entries(store, since, size(store)) for subject in each.parts.get("asked", {}).get("subjects", ())]


def test_an_attempt_stands_with_the_reading_and_in_nobodys_chain(address: Address) -> None:
    with connected(address) as store:
        Appender(store).append([intent(lookup(asked=("p-kari",)), "t")])
    upto = exported(address)
    assert (asked(address, upto), chains(address, upto)) == (["p-kari"], [])


def test_where_all_that_is_read_is_withheld_the_reading_is_withheld_with_it(address: Address) -> None:
    append(address, disclosed("p-kari", withheld="r-1"), disclosed("p-ola", withheld="r-2"))
    written(address, ("p-ola",))
    upto = exported(address)
    assert chains(address, upto) == [("p-kari", "withheld:r-1"), ("p-ola", "open")]
    with connected(address) as store:
        assert about(store, "p-kari").entries == ()
        released(store, {"r-1"}, 2_000)
        assert len(about(store, "p-kari").entries) == 2
    assert chains(address, exported(address)) == [("p-kari", "open"), ("p-ola", "open")]
    assert report(address).findings == ()


def test_one_who_follows_says_it_once_a_day_of_each(address: Address, monkeypatch: pytest.MonkeyPatch) -> None:
    with connected(address) as store:
        following, start = read(store, TAIL), 0
        for _ in range(3):
            written(address, ("p-kari",))
            upto = size(store)
            following.tells(list(entries(store, start, upto)))
            start = upto
        assert [
            each.parts["subject"]["id"]
            for each in entries(store, 0, size(store))
            if each.parts["actor"]["key"] == "operator:kari" and "subject" in each.parts
        ] == ["p-kari"]
        monkeypatch.setattr("audit.reading.day_of", lambda _: "2999-01-01")
        following.tells(list(entries(store, 0, 2)))
    assert [subject for subject, _ in chains(address, start)].count("p-kari") == 1


def test_very_many_are_written_in_groups_and_all_before_it_returns(address: Address) -> None:
    written(address, tuple(f"p-{number}" for number in range(1_200)))
    upto = exported(address)
    with connected(address) as store:
        requests = [each.parts["outcome"]["subjects"] for each in entries(store, upto, size(store)) if "outcome" in each.parts]
    assert requests == [500, 500, 200]
    assert len(chains(address, upto)) == 1_200
    assert report(address).findings == ()


def test_a_receipt_is_a_look_up_of_its_person_who_reads_it_as_a_visit(address: Address) -> None:
    written(address, ("p-kari",))
    checkpoint(address)
    with connected(address) as store:
        upto = size(store)
        read(store, RECEIPT).receipt("p-kari")
        history = Folding(rules=INNSYN, pseudonyms=Pseudonyms(key=b"k" * 32)).history(about(store, "p-kari"), "p-kari")
    assert chains(address, upto) == [("p-kari", "open")]
    assert [(each.by, each.categories, each.result) for each in history.visits if each.by is By.OPERATOR] == [
        (By.OPERATOR, (Category.TRACE,), "allowed")
    ]


@pytest.mark.parametrize(("subject", "named"), [("p-nobody", ["p-nobody"]), ("17858400201", [])])
def test_a_receipt_of_one_who_is_not_there_is_about_nobody(address: Address, subject: str, named: list[str]) -> None:
    with connected(address) as store:
        read(store, RECEIPT).receipt(subject)
    assert (chains(address, 0), asked(address, 0)) == ([("?", "open")], named)
