"""Visits: entries about one subject folded into what they read, on both stores."""

import random
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from audit.append import Appender
from audit.entry import Ground, Held, Manner, Refusal, Result, Technical
from audit.erased import told_afterwards
from audit.errors import LogUnavailable
from audit.log import Log
from audit.note import FileSigner, new_key
from audit.prune import pruned
from audit.record import Draft, concluded
from audit.resume import resumed
from audit.store import Address
from audit.visits import Folding, about
from audit.withheld import released
from auth.oslo import begins, day_of, ends
from auth.rules import INNSYN
from auth.viewer import Viewer, ViewerKind
from auth.visit import By, Gap, History, Missing, Pseudonyms
from tests.audit.cutting import cut, restore
from tests.audit.kept import KEYS, NAME, OLD, connected
from tests.audit.made import append, disclosed, lookup, outcome, written

NOON = int(datetime(2026, 11, 20, 12, tzinfo=ZoneInfo("Europe/Oslo")).timestamp() * 1000)
HOUR, DAY = 3_600_000, 86_400_000
FOLDING = Folding(rules=INNSYN, pseudonyms=Pseudonyms(key=b"k" * 32))


def history(address: Address, subject: str, upto: dict[str, int] | None = None, asker: Viewer | None = None) -> History:
    with connected(address) as store:
        return FOLDING.history(about(store, subject), subject, asker, upto)


def told(found: History) -> list[tuple[Any, ...]]:
    return sorted((each.day, each.by, each.result, each.manner, len(each.look_ups)) for each in found.visits)


def counted(found: History) -> int:
    return sum(len(each.look_ups) for each in found.visits)


def test_look_ups_of_one_actor_on_one_day_are_one_visit(address: Address) -> None:
    written(address, ("p-kari",), ("p-kari", "p-ola"), at=NOON)
    written(address, ("p-kari",), at=NOON + 3 * HOUR)
    (visit,) = history(address, "p-kari").visits
    assert (visit.day, visit.first, visit.last, len(visit.look_ups)) == ("2026-11-20", NOON, NOON + 3 * HOUR, 3)
    assert (visit.position, visit.purpose, visit.categories, visit.rules) == ("pos-1", "FOLLOW_UP", ("CARD",), ("employee.local-office",))


@pytest.mark.parametrize(
    "other",
    [
        {"at": NOON + DAY},
        {"key": "Z990002"},
        {"purpose": "GUIDANCE"},
        {"case": "case-1"},
        {"client": "another-system"},
        {"behalf": "p-ola"},
        {"manner": Manner.BULK},
    ],
    ids=lambda other: next(iter(other)),
)
def test_what_differs_is_another_visit(address: Address, other: dict[str, Any]) -> None:
    written(address, ("p-kari",), at=NOON)
    written(address, ("p-kari",), **{"at": NOON, **other})
    assert [len(each.look_ups) for each in history(address, "p-kari").visits] == [1, 1]


def test_to_one_who_may_not_know_of_cases_a_stated_case_makes_no_other_visit(address: Address) -> None:
    written(address, ("p-kari",), at=NOON)
    before = history(address, "p-kari").plain
    written(address, ("p-kari",), at=NOON, case="case-1")
    after = history(address, "p-kari").plain
    assert [(each.id, len(each.look_ups)) for each in (*before, *after)] == [(before[0].id, 1), (before[0].id, 2)]


@pytest.mark.parametrize("asks", [True, False], ids=["their-own", "another-s"])
def test_to_one_who_may_not_know_of_mandates_only_their_own_look_ups_are_a_holders(address: Address, asks: bool) -> None:
    ola = {"kind": ViewerKind.PERSON, "key": "p-ola", "at": NOON}
    for rule, held in (("person.proxy", ()), ("business.attached-person", (Held(position="pos-1"),))):
        append(address, disclosed("p-kari", grounds=(Ground(rule=rule),), held=held), **ola)
    found = history(address, "p-kari", asker=Viewer(kind=ViewerKind.PERSON, key="p-ola" if asks else "p-else")).plain
    apart = {(By.MANDATE_HOLDER, None, True), (By.OTHER, "pos-1", True)}
    assert {(each.by, each.position, each.own) for each in found} == (apart if asks else {(By.OTHER, None, False)})


def test_a_day_is_that_of_oslo(address: Address) -> None:
    for hour in (-13, -12, 11, 12):
        written(address, ("p-kari",), at=NOON + hour * HOUR)
    assert told(history(address, "p-kari")) == [
        ("2026-11-19", By.EMPLOYEE, "allowed", "human", 1),
        ("2026-11-20", By.EMPLOYEE, "allowed", "human", 2),
        ("2026-11-21", By.EMPLOYEE, "allowed", "human", 1),
    ]


def test_a_refused_attempt_says_refused_and_has_no_seat(address: Address) -> None:
    refused = Refusal(coordinate="Person.name", code="DISQUALIFIED")
    append(
        address,
        disclosed("p-kari", result=Result.REFUSED, code="DISQUALIFIED", refused=(refused,), categories=(), given=(), grounds=(), held=()),
    )
    (visit,) = history(address, "p-kari").visits
    assert (visit.result, visit.categories, visit.position, visit.ident) == ("refused", (), None, "Z990001")
    assert "DISQUALIFIED" not in repr(visit)


def by(address: Address, rule: str, **asks: Any) -> By:
    append(address, disclosed("p-kari", grounds=(Ground(rule=rule),), held=()), **asks)
    (visit,) = history(address, "p-kari").visits
    return visit.by


@pytest.mark.parametrize(
    ("kind", "key", "rule", "who"),
    [
        (ViewerKind.PERSON, "p-kari", "person.own-data", By.SELF),
        (ViewerKind.PERSON, "p-ola", "person.proxy", By.MANDATE_HOLDER),
        (ViewerKind.PERSON, "p-ola", "person.parental-responsibility", By.MANDATE_HOLDER),
        (ViewerKind.PERSON, "p-ola", "business.attached-person", By.OTHER),
        (ViewerKind.CLIENT, "client-1", "client.consent", By.SYSTEM),
        (ViewerKind.EMPLOYEE, "p-kari", "employee.local-office", By.EMPLOYEE),
        (ViewerKind.PERSON, "operator:root", "person.own-data", By.OPERATOR),
    ],
)
def test_who_looked_is_told_by_its_kind(address: Address, kind: ViewerKind, key: str, rule: str, who: By) -> None:
    assert by(address, rule, kind=kind, key=key) is who


def test_access_that_was_taken_is_told(address: Address) -> None:
    append(address, disclosed("p-kari", grounds=(Ground(rule="employee.override"),)))
    append(address, disclosed("p-ola"))
    assert [history(address, each).visits[0].override for each in ("p-kari", "p-ola")] == [True, False]


def test_a_pseudonym_is_the_same_for_one_person_and_another_for_the_next(address: Address) -> None:
    written(address, ("p-kari", "p-ola"), at=NOON)
    written(address, ("p-kari", "p-ola"), at=NOON + DAY)
    kari, ola = ({each.pseudonym for each in history(address, subject).visits} for subject in ("p-kari", "p-ola"))
    assert (len(kari), len(ola), kari & ola) == (1, 1, set())
    elsewhere = Pseudonyms(key=b"x" * 32)
    assert elsewhere.of("p-kari", "Z990001") not in kari


def test_what_is_withheld_neither_shows_nor_counts(address: Address) -> None:
    written(address, ("p-kari",), at=NOON)
    before = history(address, "p-kari")
    append(address, disclosed("p-kari", withheld="r-1"), disclosed("p-ola", withheld="r-2"), at=NOON + HOUR)
    assert history(address, "p-kari") == before
    assert (history(address, "p-ola").visits, history(address, "p-ola").size) == ((), {})
    with connected(address) as store:
        released(store, {"r-2"}, NOON + DAY)
    assert history(address, "p-kari") == before
    assert told(history(address, "p-ola")) == [("2026-11-20", By.EMPLOYEE, "allowed", "human", 1)]


def test_what_is_released_joins_the_visit_it_is_part_of_but_no_page_of_before(address: Address) -> None:
    written(address, ("p-kari",), at=NOON)
    before = history(address, "p-kari")
    append(address, disclosed("p-kari", withheld="r-1"), at=NOON - HOUR)
    with connected(address) as store:
        released(store, {"r-1"}, NOON + DAY)
    assert history(address, "p-kari", dict(before.size)) == before
    (visit,) = history(address, "p-kari").visits
    assert [each.at for each in visit.look_ups] == [NOON, NOON - HOUR]


def test_entries_about_others_change_nothing(address: Address) -> None:
    written(address, ("p-kari",), at=NOON)
    before = history(address, "p-kari")
    written(address, ("p-ola", "p-mona"), ("p-ola",), at=NOON)
    append(address, disclosed("p-ola", grounds=(Ground(rule="employee.override"),)), at=NOON - DAY)
    assert history(address, "p-kari") == before


def test_a_visit_is_as_it_was_when_the_first_page_was_read(address: Address) -> None:
    written(address, ("p-kari",), at=NOON)
    before = history(address, "p-kari")
    written(address, ("p-kari",), at=NOON + HOUR)
    written(address, ("p-kari",), at=NOON + DAY)
    assert history(address, "p-kari", dict(before.size)) == before
    assert counted(history(address, "p-kari")) == 3


def test_what_has_been_erased_is_counted_and_since_when_all_is_there_is_told(address: Address) -> None:
    written(address, ("p-kari", "p-gone"), at=NOON - 10 * DAY)
    written(address, ("p-kari",), at=NOON)
    with connected(address) as store:
        pruned(store, FileSigner.of(new_key(), NAME), NOON - DAY, NOON + 2 * DAY)
    found = history(address, "p-kari")
    # The day of what is kept, and not its hour, which is of somebody's look-up.
    kept = ends(day_of(NOON))
    assert (counted(found), found.erased, found.since) == (1, 1, kept)
    assert found.gaps == (Gap(begins=None, ends=kept, why=Missing.ERASED),)
    assert (history(address, "p-gone").visits, history(address, "p-nobody").since) == ((), kept)


def test_where_some_of_it_was_lost_it_is_complete_since_the_log_was_let_go_on(address: Address) -> None:
    for at in (NOON - DAY, NOON):
        written(address, ("p-kari",), at=at)
    cut(address, 2)
    with connected(address) as store:
        resumed(store, Technical(at=NOON + DAY, event="audit.resume", actor="cli:operator"), entries=2)
    found = history(address, "p-kari")
    assert (counted(found), found.since) == (1, NOON + DAY)
    # The day of what is left, and not its hour, which is of somebody's look-up.
    assert found.gaps == (Gap(begins=begins(day_of(NOON - DAY)), ends=NOON + DAY, why=Missing.CUT_OFF),)
    assert history(address, "p-nobody").gaps == found.gaps


def test_what_was_told_afterwards_to_have_been_erased_is_a_gap_of_its_own(address: Address) -> None:
    for at in (NOON - 10 * DAY, NOON - 5 * DAY, NOON):
        written(address, ("p-kari",), at=at)
    with connected(address) as store:
        pruned(store, OLD, NOON - 4 * DAY, NOON)
    cut(address, 6, ("log_entry", "log_payload", "log_checkpoint", "log_use"))
    tell = Technical(at=NOON + DAY, event="audit.resume", actor="cli:operator")
    with connected(address) as store:
        resumed(store, tell, entries=6)
        told_afterwards(store, OLD, tell, below=4, keys=KEYS)
    found = history(address, "p-kari")
    assert [(gap.begins, gap.ends, gap.why) for gap in found.gaps] == [
        (None, ends(day_of(NOON)), Missing.TOLD_AFTERWARDS),
        (begins(day_of(NOON)), NOON + DAY, Missing.CUT_OFF),
    ]
    assert (found.erased, found.since) == (2, NOON + DAY)


def test_where_nothing_is_left_it_lacks_all_until_it_went_on(address: Address) -> None:
    written(address, ("p-kari",), at=NOON)
    cut(address, 0)
    with connected(address) as store:
        resumed(store, Technical(at=NOON + DAY, event="audit.resume", actor="cli:operator"), entries=0)
    assert history(address, "p-kari").gaps == (Gap(begins=None, ends=NOON + DAY, why=Missing.CUT_OFF),)


def test_where_what_was_cut_off_is_back_nothing_was_lost(address: Address) -> None:
    for at in (NOON - DAY, NOON):
        written(address, ("p-kari",), at=at)
    cut(address, 2)
    with pytest.raises(LogUnavailable):
        written(address, ("p-kari",))
    restore(address)
    with connected(address) as store:
        resumed(store, Technical(at=NOON + DAY, event="audit.resume", actor="cli:operator"), entries=4)
    found = history(address, "p-kari")
    assert (counted(found), found.since, found.gaps) == (2, NOON - DAY, ())


def test_a_long_history_folds_to_visits_whose_counts_add_up(address: Address) -> None:
    """1,554 look-ups by 126 employees at 31 units."""
    dice = random.Random(1554)  # noqa: S311 - not for secrets
    employees = [
        (f"Z99{number:04}", Held(position=f"pos-{number % 31}", role="COUNSELLOR", unit=f"unit-{number % 31}")) for number in range(126)
    ]
    asked = [*employees, *(dice.choice(employees) for _ in range(1554 - 126))]
    drafts = [_draft(key, seat, NOON - dice.randrange(300) * DAY) for key, seat in asked]
    with connected(address) as store:
        Appender(store).append([each for one in drafts for each in one])
    found = history(address, "p-kari")
    assert (counted(found), len(asked)) == (1554, 1554)
    assert len({each.pseudonym for each in found.visits}) == 126
    assert len({each.position for each in found.visits}) == 31
    assert len({each.id for each in found.visits}) == len(found.visits) < 1554


def _draft(key: str, seat: Held, at: int) -> Iterator[Draft]:
    return concluded(lookup(key=key, at=at), outcome(disclosed=(disclosed("p-kari", held=(seat,)),)), key, None)


async def test_the_log_of_a_server_tells_it_too(log: Log, address: Address) -> None:
    written(address, ("p-kari",), at=NOON)
    for _ in range(3):
        kept = await log.about("p-kari")
        assert FOLDING.history(kept, "p-kari") == history(address, "p-kari")
        # As where PostgreSQL was started again.
        log._readers[0].close()
