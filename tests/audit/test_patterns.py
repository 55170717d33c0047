"""Whom employees looked up for their own sake, day by day, as it stands beside the entries that say so, in both stores."""

from typing import Any, Final

from audit.budget import Account, Span
from audit.entry import Ground, Result
from audit.patterns import ROWS, SUBJECTS, Days, chosen, days
from audit.store import Address
from auth.alarm import ALWAYS
from tests.audit.kept import connected, report
from tests.audit.made import append, disclosed

NOON: Final = 1_790_000_000_000
DAY: Final = 86_400_000
ASSIGNED: Final = "employee.assigned-case"
TODAY, NEXT = "2026-09-21", "2026-09-22"


def looked(address: Address, *subjects: str, key: str = "Z1", at: int = NOON, case: str | None = None, **said: Any) -> None:
    usual = {"categories": ("CONTACT",), "direct": True}
    append(address, *(disclosed(each, **(usual | said)) for each in subjects), key=key, at=at, case=case)


def found(address: Address, least: int = 1, since: tuple[str, str] | None = None, span: Span = ALWAYS) -> Days:
    with connected(address) as store:
        return days(store, since, span, least, {ASSIGNED})


def test_whom_an_employee_looked_up_is_told_by_day_the_newest_first_and_each_once(address: Address) -> None:
    looked(address, "p-kari", "p-ola", withheld="r-1")
    looked(address, "p-kari", result=Result.REFUSED)
    looked(address, "p-siri", result=Result.REFUSED, case="c-1", categories=())
    looked(address, "p-kari", at=NOON + DAY, key="a1")
    looked(address, "p-kari", at=NOON + DAY, key="Z2")
    told = found(address)
    assert list(told.found.items()) == [
        (Account("Z2", NEXT), {"p-kari": False}),
        (Account("a1", NEXT), {"p-kari": False}),
        (Account("Z1", TODAY), {"p-kari": False, "p-ola": False, "p-siri": True}),
    ]
    assert (told.upto, report(address).findings) == (None, ())


def test_what_a_case_or_another_subject_explains_is_not_told(address: Address) -> None:
    looked(address, "p-kari", case="c-1")
    looked(address, "p-kari", direct=False)
    looked(address, "p-kari", categories=("CARD", "IDENTITY", "TRACE"))
    looked(address, "p-kari", grounds=(Ground(rule="employee.local-office"), Ground(rule=ASSIGNED)))
    looked(address, "b-1", label="Business")
    assert found(address) == Days()


def test_days_with_too_few_or_out_of_the_period_are_left_out(address: Address) -> None:
    looked(address, "p-kari", "p-ola")
    looked(address, "p-kari", at=NOON + DAY)
    assert [list(found(address, least).found) for least in (1, 2, 3)] == [
        [Account("Z1", NEXT), Account("Z1", TODAY)],
        [Account("Z1", TODAY)],
        [],
    ]
    assert list(found(address, since=(NEXT, "Z2")).found) == [Account("Z1", TODAY)]
    assert list(found(address, span=(NEXT, NEXT)).found) == [Account("Z1", NEXT)]


def test_a_part_ends_with_a_whole_day_of_an_employee_and_says_where() -> None:
    rows = [(f"Z{number}", TODAY, f"p-{each}", "", False) for number in range(3) for each in range(SUBJECTS // 2)]
    told = chosen(rows, 2, ())
    assert (list(told.found), told.upto) == ([Account("Z0", TODAY), Account("Z1", TODAY)], Account("Z1", TODAY))
    assert chosen(rows[:SUBJECTS], 2, ()).upto is None
    few = chosen(((f"Z{number:05}", TODAY, "p-1", "", False) for number in range(ROWS + 1)), 2, ())
    assert few == Days(upto=Account(f"Z{ROWS - 1:05}", TODAY))


def test_that_somebody_was_sought_is_told_beside_the_entry_as_in_it(address: Address) -> None:
    looked(address, "p-kari", direct=False)
    with connected(address) as store:
        (row,) = store.rows("SELECT * FROM log_use")
        store.rows("DELETE FROM log_use")
        store.insert("log_use", "position, actor, day, unit, seat, rules, cased, refused, sought", [(*row[:-1], True)])
    assert [each.what for each in report(address).findings] == ["from which seat it was is not what was written"]
