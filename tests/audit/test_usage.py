"""From which seats employees looked, as it stands beside the entries that say so, in both stores."""

from typing import Any, Final

from audit.entry import Ground, Held, Result
from audit.prune import pruned
from audit.store import Address
from audit.usage import used
from auth.usage import Period, Tally, Used
from tests.audit.kept import LONG_AGO, OLD, connected, filled, report
from tests.audit.made import append, disclosed, rows

NOON: Final = 1_790_000_000_000
DAY: Final = 86_400_000
ALWAYS: Final = Period(begins="0000-01-01", ends="9999-12-31")
LOCAL: Final = "employee.local-office"


def at(unit: str | None, seat: str = "pos-1") -> Held:
    return Held(position=seat, unit=unit)


def found(address: Address, *units: str, subjects: tuple[str, ...] = (), period: Period = ALWAYS) -> Used:
    with connected(address) as store:
        return used(store, units, subjects, period)


def tally(unit: str = "a", **said: Any) -> Tally:
    usual: dict[str, Any] = {"seat": "pos-1", "actor": "Z990001", "rules": frozenset({LOCAL}), "cased": False, "refused": False}
    return Tally(unit=unit, **(usual | {"count": 1, "last": "2026-09-21"} | said))


def test_look_ups_that_are_alike_are_counted_together_by_unit(address: Address) -> None:
    for day in (0, 1):
        append(address, disclosed("p-kari", at=at("a")), disclosed("p-ola", at=at("a")), at=NOON + day * DAY)
    append(address, disclosed("p-kari", at=at("b")), at=NOON, case="c-1")
    append(address, disclosed("p-kari", at=at("b"), result=Result.REFUSED, grounds=()), at=NOON)
    assert found(address, "a").tallies == (tally(count=4, last="2026-09-22"),)
    assert set(found(address, "b", "none").tallies) == {tally("b", cased=True), tally("b", refused=True, rules=frozenset())}
    assert found(address).tallies == ()


def test_only_days_of_the_period_are_counted_and_since_when_is_told(address: Address) -> None:
    for day in range(3):
        append(address, disclosed("p-kari", at=at("a")), at=NOON + day * DAY)
    told = found(address, "a", period=Period(begins="2026-09-22", ends="2026-09-22"))
    assert (told.tallies, told.since) == ((tally(last="2026-09-22"),), "2026-09-21")


def test_who_met_whom_by_which_rule_is_told_of_those_asked_for_also_where_it_is_withheld(address: Address) -> None:
    both = (Ground(rule=LOCAL), Ground(rule="employee.override"))
    append(address, disclosed("p-kari", grounds=both, withheld="r-1"), disclosed("p-ola"), disclosed("p-gone", grounds=()), at=NOON)
    met = found(address, subjects=("p-kari", "p-gone", "none")).met
    assert met == {("Z990001", "p-kari", LOCAL), ("Z990001", "p-kari", "employee.override")}


def test_what_has_no_seat_has_no_row_and_holds(address: Address) -> None:
    append(address, disclosed("p-kari", at=None), disclosed("p-ola", at=at(None)))
    assert rows(address, "SELECT * FROM log_use") == []
    assert report(address).findings == ()


def test_rows_go_with_what_entries_say(address: Address) -> None:
    append(address, disclosed("p-kari", at=at("a")), at=LONG_AGO)
    append(address, disclosed("p-kari", at=at("a")), at=NOON)
    with connected(address) as store:
        pruned(store, OLD, LONG_AGO + 1, NOON)
    assert found(address, "a") == Used(tallies=(tally(),), since="2026-09-21")
    assert report(address).findings == ()


def test_a_row_beside_what_has_been_erased_is_found(address: Address, tmp_path: Any) -> None:
    filled(address, tmp_path)
    with connected(address) as store:
        store.insert(
            "log_use", "position, actor, day, unit, seat, rules, cased, refused", [(0, "Z", "2026-09-21", "u", "s", "", False, False)]
        )
    assert "from which seat it was should have been erased" in [each.what for each in report(address).findings]


def test_a_period_that_is_told_by_its_end_alone_begins_no_earlier_than_the_calendar() -> None:
    assert Period.of(None, "2026-03-31", "2026-11-24") == Period(begins="2026-01-01", ends="2026-03-31")
    assert Period.of(None, "0001-01-15", "2026-11-24") == Period(begins="0001-01-01", ends="0001-01-15")
