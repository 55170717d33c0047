"""Who may act for whom: proxies, guardians, parents; and consents."""

from collections.abc import Iterator
from random import Random

from graph.generate.family import Family, Person
from graph.generate.homes import Fate, Home
from graph.generate.record import Day, Record, between, held, iso, node, years
from graph.generate.work import bank_id

_PROXY_THEMES = ("HJE", "PEN", "AAP", "SYK", "DAG", "UFO", "GRU")
_GUARDIAN_THEMES = ("HJE", "PEN", "AAP", "UFO")
_PARENT = ("IDENTITY", "CONTACT", "CASES", "DEVICES")
_ALL = ["READ", "COMMUNICATE", "WRITE"]
# Most parental responsibility is shared and nothing more; only some of it is told, or a graph would be half children's mandates.
_TOLD = 0.5


def parental(family: Family, child: Person, home: Home) -> Iterator[Record]:
    """Responsibility for a child until it comes of age; cleared by the protecting authority for whoever hides with the child."""
    if child.age(family.today) >= 18 or child.death is not None or family.chance.random() >= _TOLD:
        return
    for parent in family.parents_of(child):
        if parent.death is not None:
            continue
        id, since = f"md-parent-{child.number}-{parent.number}", iso(child.birth)
        covers = [f"category:{code}" for code in _PARENT]
        until = iso(child.birth + years(18))
        yield from _mandate(id, "PARENTAL_RESPONSIBILITY", child.id, parent.id, covers, _ALL, since, until, "FREG")
        if home.fate is Fate.HIDDEN and home.number == parent.number:
            yield held(id, "CLEARED_FOR", "protection:STRICTLY_CONFIDENTIAL", iso(max(home.since, child.birth)), "FREG")


def given(family: Family, giver: Person) -> Iterator[Record]:
    """A proxy to one of one's own: within some themes and actions; in force, ended, withdrawn or yet to begin."""
    chance, today = family.chance, family.today
    own = [each for each in (*family.children_of(giver), *family.parents_of(giver)) if each.adult(today) and each.death is None]
    if not own:
        return
    since = between(chance, max(giver.birth + years(18), today - years(4)), today)
    fate = chance.random()
    until, revoked = None, None
    if fate < 0.1:
        since += years(5)
    elif fate < 0.25:
        until = iso(between(chance, since + 1, today)) if since + 1 < today else None
    elif fate < 0.35:
        revoked = iso(between(chance, since, today))
    elif fate < 0.6:
        until = iso(since + years(6))
    themes = [f"theme:{code}" for code in chance.sample(_PROXY_THEMES, 1 + int(chance.random() * 3))]
    covers = ["category:CASES"] if chance.random() < 0.15 else themes
    actions = _ALL[: 1 + int(chance.random() * 3)]
    id = f"md-proxy-{giver.number}"
    yield from _mandate(id, "PROXY", giver.id, chance.choice(own).id, covers, actions, iso(since), until, "FULLMAKT", revoked)


def guarded(chance: Random, ward: Person, guardian: Person, today: Day) -> Iterator[Record]:
    """A guardian, within some tasks; some guardianships have ended."""
    since = between(chance, max(ward.birth + years(18), guardian.birth + years(20), today - years(10)), today - 2)
    until = iso(between(chance, since + 1, today)) if chance.random() < 0.15 else None
    covers = [f"theme:{code}" for code in chance.sample(_GUARDIAN_THEMES, 2)]
    yield from _mandate(f"md-guardian-{ward.number}", "GUARDIANSHIP", ward.id, guardian.id, covers, _ALL, iso(since), until, "VERGEMAL")


def consented(chance: Random, person: Person, today: Day) -> Iterator[Record]:
    """A consent that a bank reads about work; some are withdrawn."""
    id, since = f"cs-{person.number}", between(chance, today - years(2), today)
    withdrawn = iso(between(chance, since, today)) if chance.random() < 0.3 else None
    yield node(id, "Consent", "INNBYGGER", validFrom=iso(since), validTo=iso(since + years(3)), withdrawnAt=withdrawn)
    yield held(id, "FROM", person.id, iso(since), "INNBYGGER")
    yield held(id, "TO", bank_id(person.number), iso(since), "INNBYGGER")
    yield held(id, "COVERS", "category:WORK", iso(since), "INNBYGGER")
    yield held(id, "FOR", "purpose:CREDIT", iso(since), "INNBYGGER")


def _mandate(
    id: str,
    kind: str,
    giver: str,
    holder: str,
    covers: list[str],
    actions: list[str],
    since: str,
    until: str | None,
    source: str,
    revoked: str | None = None,
) -> Iterator[Record]:
    yield node(id, "Mandate", source, kind=kind, actions=actions, validFrom=since, validTo=until, revokedAt=revoked)
    yield held(id, "FROM", giver, since, source)
    yield held(id, "TO", holder, since, source)
    for each in covers:
        yield held(id, "COVERS", each, since, source)
